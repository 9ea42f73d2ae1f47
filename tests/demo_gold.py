"""Gold out of notes: the gold of the demo reports, and of any report that somebody reads by hand.

    python tests/demo_gold.py [--check] [NOTES_FOLDER REPORTS GOLD.jsonl]

A note is a TOML file: one report, read by a person under the format of the record.  It holds no offsets.  It says in which
line of the text (the first is 1) which words stand, and this script looks them up: "first words … last words" is the
stretch from the ones to the others, "word#2" the second of several.  Words that are not there, or there twice, are an
error with the file and the item.  Fields that are left out have the values of `DEFAULTS`.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

from khabar.desk import Failure, Wishes, read_sources
from khabar.record import vocabulary

ROOT = Path(__file__).resolve().parents[1]
NOTES, REPORTS, GOLD = ROOT / "demo" / "gold", ROOT / "demo" / "reports", ROOT / "demo" / "gold.jsonl"
PLACES = "places.toml"
ELLIPSIS = " … "
PROCLITICS = "وفبكل"
LETTER = r"[^\W_]"

DEFAULTS = {"mode": "indirect", "act": "say", "status": "asserted", "polarity": "positive", "distance": "neutral"}
VOCABULARIES = {
    "claims": {
        "mode": vocabulary.Mode,
        "act": vocabulary.Act,
        "status": vocabulary.Status,
        "polarity": vocabulary.Polarity,
        "distance": vocabulary.Distance,
    },
    "figures": {
        "measure": vocabulary.Measure,
        "bound": vocabulary.Bound,
        "unit": vocabulary.UnitKind,
        "count_kind": vocabulary.CountKind,
    },
    "implicit": {"measure": vocabulary.Measure},
    "events": {
        "type": vocabulary.EventType,
        "subtype": vocabulary.Subtype,
        "status": vocabulary.EventStatus,
        "basis": vocabulary.Basis,
    },
    "withheld": {"what": vocabulary.WithheldWhat},
    "caveats": {"kind": vocabulary.CaveatKind},
}

Item = dict[str, Any]


class BadNote(ValueError):
    """A note that cannot be turned into gold; the message names the file, the item and what is wrong."""


class Text:
    """A report's text, in which words are looked up by line."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = text.split("\n")
        self.starts = [sum(len(line) + 1 for line in self.lines[:n]) for n in range(len(self.lines))]

    def span(self, line: int, words: str) -> Item:
        """The span of words in a line.  Raises BadNote unless they stand there once, or say which one they are."""
        if not 1 <= line <= len(self.lines):
            raise BadNote(f"there is no line {line}")
        first, _, last = words.partition(ELLIPSIS)
        start, end = self._find(line, first, 0)
        if last:
            _, end = self._find(line, last, end)
        begin = self.starts[line - 1]
        return {"start": begin + start, "end": begin + end, "text": self.lines[line - 1][start:end]}

    def _find(self, line: int, words: str, after: int) -> tuple[int, int]:
        words, _, wanted = words.partition("#")
        # A whole word, of which proclitics are cut off, or a whole number; marks stand by themselves.
        before = rf"(?:(?<!{LETTER})[{PROCLITICS}]{{0,3}})" if re.match(LETTER, words) else ""
        before = r"(?<![\d.,])" if words[:1].isdigit() else before
        behind = rf"(?!{LETTER}|[\u064b-\u0652])" if re.search(rf"(?:{LETTER}|[\u064b-\u0652])$", words) else ""
        found = [m.span(1) for m in re.finditer(f"{before}({re.escape(words)}){behind}", self.lines[line - 1])]
        found = [span for span in found if span[0] >= after]
        number = int(wanted) if wanted else 1
        if len(found) < number or (len(found) > 1 and not wanted and not after):
            raise BadNote(f"{words!r} stands {len(found)} times in line {line}")
        return found[number - 1]


def claim(text: Text, note: Item) -> Item:
    """A gold claim; under deny and reject status and polarity are not told."""
    line = note["line"]
    made = {name: note.get(name, default) for name, default in DEFAULTS.items()}
    if made["act"] in ("deny", "reject"):
        made["status"] = made["polarity"] = None
    speaker = text.span(note.get("speaker_line", line), note["speaker"]) if "speaker" in note else None
    return {
        "id": note["id"],
        "cue": text.span(line, note["cue"]) if "cue" in note else None,
        "speaker": speaker,
        "speaker_name": note.get("name") or note["speaker"],
        "via": note.get("via", []),
        "content": text.span(line, note["content"]),
        **made,
        "within": note.get("within"),
    }


def amount(bound: str, number: int | list[int] | None, order: int | None) -> Item:
    """low, high and order of a number with its bound."""
    low, high = number if isinstance(number, list) else (number, number)
    if bound in ("more_than", "at_least"):
        high = None
    elif bound == "less_than":
        low, high = 0, (high or 0) - 1
    elif bound == "at_most":
        low = 0
    return {"low": low, "high": high, "bound": bound, "order": order}


def figure(text: Text, note: Item) -> Item:
    """A gold figure."""
    optional = {name: note.get(name) for name in ("of", "source", "part_of", "same_as", "count_kind")}
    return {
        "id": note["id"],
        **text.span(note["line"], note["words"]),
        "measure": note["measure"],
        **amount(note.get("bound", "exact"), note.get("number"), note.get("order")),
        "unit": note.get("unit", "person"),
        **optional,
        "population": note.get("population", []),
    }


def event(text: Text, note: Item) -> Item:
    """A gold event; an actor is stated where the note does not say otherwise."""
    optional = {name: note.get(name) for name in ("actor", "target", "place", "date", "same_as", "subtype", "method")}
    return {
        "id": note["id"],
        "trigger": text.span(note["line"], note["trigger"]),
        "type": note["type"],
        "status": note.get("status", "reported"),
        **optional,
        "basis": note.get("basis", "stated") if "actor" in note else None,
    }


def mention(text: Text, note: Item) -> Item:
    """A gold item that is a span with some fields: times, implied figures, withheld statements, caveats."""
    rest = {name: value for name, value in note.items() if name not in ("line", "words", "id", "speaker")}
    told = {"speaker_name": note["speaker"]} if "speaker" in note else {}
    return {**text.span(note["line"], note["words"]), **rest, **told}


LAYERS = {
    "claims": claim,
    "figures": figure,
    "times": mention,
    "places": mention,
    "events": event,
    "withheld": mention,
    "caveats": mention,
    "implicit": mention,
}


def gold_line(note: Item, text: str, places: dict[str, Item]) -> Item:
    """The gold of one report.  Raises BadNote."""
    made: Item = {name: note[name] for name in ("outlet", "published")}
    looked_up = Text(text)
    for layer, build in LAYERS.items():
        items = []
        for number, item in enumerate(note.get(layer, [])):
            if layer == "places":
                item = {**item, "country": None, **places[item["words"].partition("#")[0]]}
            try:
                items.append(build(looked_up, {"id": f"{layer[0]}{number}", **item}))
                check_words(layer, item)
            except (BadNote, KeyError) as error:
                raise BadNote(f"{layer} {number + 1}, {json.dumps(item, ensure_ascii=False)}: {error}") from None
        check_links(layer, items)
        made[layer] = items
    return {"id": Path(note["report"]).stem, "text": text, **made}


def check_words(layer: str, item: Item) -> None:
    """Raise BadNote for a value that its vocabulary does not hold."""
    for field, allowed in VOCABULARIES.get(layer, {}).items():
        if field in item and item[field] not in get_args(allowed):
            raise BadNote(f"{field} {item[field]!r} is none of {', '.join(get_args(allowed))}")


def check_links(layer: str, items: list[Item]) -> None:
    """Raise BadNote for a link that leads to no item."""
    ids = {item.get("id") for item in items}
    for item in items:
        for field in ("within", "part_of", "same_as"):
            if item.get(field) is not None and item[field] not in ids:
                raise BadNote(f"{layer}, {item['id']}: {field} {item[field]!r} leads nowhere")


def texts_of(reports: Path) -> dict[str, str]:
    """The texts of the reports as khabar opens them, by the last part of their ids."""
    texts = {}
    for outcome in read_sources([str(reports)], Wishes()):
        if isinstance(outcome, Failure):
            raise BadNote(outcome.message)
        texts[outcome.document.id.rpartition("/")[2]] = outcome.document.text or ""
    return texts


def gold_lines(notes: Path, reports: Path) -> Iterator[Item]:
    """The gold of every note of a folder, in the order of their names.  Raises BadNote, OSError."""
    places = tomllib.loads((notes / PLACES).read_text(encoding="utf-8")) if (notes / PLACES).is_file() else {}
    texts = texts_of(reports)
    for file in sorted(notes.glob("*.toml")):
        if file.name == PLACES:
            continue
        note = tomllib.loads(file.read_text(encoding="utf-8"))
        try:
            yield gold_line(note, texts[note["report"]], places)
        except (BadNote, KeyError) as error:
            raise BadNote(f"{file.name}: {error}") from None


def written(lines: Iterator[Item]) -> str:
    """The lines as the gold file holds them."""
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def main() -> None:
    """Write the gold file, or with --check say whether it is current."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("paths", nargs="*", type=Path, help="folder of notes, folder of reports, gold file")
    parser.add_argument("--check", action="store_true", help="write nothing; exit code 1 when the file is not current")
    asked = parser.parse_args()
    if len(asked.paths) not in (0, 3):
        parser.error("name the folder of notes, the reports and the gold file, or none of them")
    notes, reports, gold = asked.paths or (NOTES, REPORTS, GOLD)
    try:
        made = written(gold_lines(notes, reports))
    except BadNote as error:
        sys.exit(str(error))
    if not asked.check:
        gold.write_text(made, encoding="utf-8", newline="\n")
    elif not gold.is_file() or gold.read_text(encoding="utf-8") != made:
        sys.exit(f"{gold.name} is not current: write it with python tests/demo_gold.py")


if __name__ == "__main__":
    main()
