"""The hand-read sample: what people found of the items read in fifty reports that no gold holds.

hand_read.tsv has a line for a report and layer: items found right, items found wrong.  An item is `start-end=reading`: its
offsets in the report, and in a word what was read there (the type of an event, the day of a time); no word of the report
itself.  A verdict counts for what is read today only where words and reading are still the same: what a newer rule reads
otherwise was not judged.  The layer `unread` holds what was listed as unread: right where nothing was to be read in it.

    python tests/hand_read.py RECORDS.jsonl JUDGED.tsv …

adds verdicts: a line of JUDGED.tsv is report id, item id (or U:start-end), verdict.  `wrong` is an item that should not stand
so, `holds` an unread one that holds something; an item without such a line was read and found right, fields or not.
"""

from __future__ import annotations

import csv
import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import khabar
from khabar.desk.rules.doubt import Doubt

FILE = Path(__file__).with_name("hand_read.tsv")
CORPUS = "corpora/arabic_reports.jsonl.gz"
"""Where the reports lie, beside the gold set."""
LAYERS = ("claims", "figures", "events", "times", "places", "withheld")
UNREAD = "unread"
_COLUMNS = ["report", "layer", "right", "wrong"]
_SAME = 0.5

Item = dict[str, Any]


class Judged(NamedTuple):
    """An item somebody judged: where it stands, what was read there."""

    start: int
    end: int
    reading: str

    @classmethod
    def parse(cls, cell: str) -> Judged:
        """Out of `start-end=reading`.  Raises ValueError."""
        place, _, reading = cell.partition("=")
        start, _, end = place.partition("-")
        return cls(int(start), int(end), reading)

    def __str__(self) -> str:
        return f"{self.start}-{self.end}={self.reading}"

    def is_like(self, other: Judged) -> bool:
        """Whether two readings of the same words agree; half of the words must be the same."""
        shared = min(self.end, other.end) - max(self.start, other.start)
        either = max(self.end, other.end) - min(self.start, other.start)
        return self.reading == other.reading and shared >= _SAME * either


Verdicts = dict[tuple[str, str], tuple[list[Judged], list[Judged]]]
"""(Report, layer) → the right items and the wrong ones."""


def judged(layer: str, item: Item) -> Judged:
    """An item of a record as the sample names it."""
    span = item.get("content") or item.get("trigger") or item.get("span") or item
    return Judged(span["start"], span["end"], _reading(layer, item))


def _reading(layer: str, item: Item) -> str:
    if layer == "claims":
        told = str(item["act"])
    elif layer == "figures":
        told = f"{item['measure']}:{item['low']}:{item['high']}:{item['order']}"
    elif layer == "places":
        told = f"{item['name'] if _is_latin(item['name']) else 'unlisted'}:{item['country']}"
    else:
        told = str(item.get("type") or item.get("value") or item.get("what") or "")
    return "_".join(told.split())


def _is_latin(name: str) -> bool:
    """A name out of the tables, not one that only the report has."""
    return max(name) < "\u0600"


@cache
def read_verdicts() -> Verdicts:
    """The sample."""
    with FILE.open(encoding="utf-8", newline="") as lines:
        return {
            (row["report"], row["layer"]): tuple(
                [Judged.parse(cell) for cell in row[side].split()] for side in _COLUMNS[2:]
            )
            for row in csv.DictReader(lines, delimiter="\t")
        }  # type: ignore[misc]


def write_verdicts(verdicts: Verdicts) -> None:
    """The sample, in the order of its reports."""
    with FILE.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, delimiter="\t", lineterminator="\n")
        writer.writerow(_COLUMNS)
        for key, sides in sorted(verdicts.items()):
            writer.writerow([*key, *(" ".join(map(str, sorted(side))) for side in sides)])


def rule_counts(records: Sequence[Item], verdicts: Verdicts, layers: Sequence[str] = LAYERS) -> dict[str, Doubt]:
    """Rule id → how many of the judged items that it reads today, in these layers, were found right."""
    right: Counter[str] = Counter()
    read: Counter[str] = Counter()
    for record in records:
        for layer in layers:
            good, bad = verdicts.get((record["document"]["id"], layer), ([], []))
            for item in record.get(layer, []):
                this = judged(layer, item)
                found = any(this.is_like(one) for one in good)
                if item["rule"] and (found or any(this.is_like(one) for one in bad)):
                    right[item["rule"]] += found
                    read[item["rule"]] += 1
    return {rule: Doubt(right[rule], read[rule]) for rule in sorted(read)}


def unread_counts(records: Sequence[Item], verdicts: Verdicts) -> dict[str, tuple[int, int]]:
    """Why something is listed as unread today → how many of those judged hold nothing, and how many something."""
    empty: Counter[str] = Counter()
    holding: Counter[str] = Counter()
    for record in records:
        nothing, something = verdicts.get((record["document"]["id"], UNREAD), ([], []))
        for item in record.get(UNREAD, []):
            this = Judged(item["start"], item["end"], "")
            empty[item["why"]] += any(this.is_like(one) for one in nothing)
            holding[item["why"]] += any(this.is_like(one) for one in something)
    return {why: (empty[why], holding[why]) for why in sorted(empty) if empty[why] + holding[why]}


def records_of(corpus: Path, verdicts: Verdicts) -> list[Item]:
    """The sample's reports as they are read today; none where the corpus is missing."""
    if not corpus.is_file():
        return []
    wanted = {report for report, _ in verdicts}
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        found = [line for line in map(json.loads, lines) if line["id"] in wanted]
    return [_read(line) for line in found]


def _read(line: Item) -> Item:
    report = khabar.read(line["text"], id=line["id"], published=line.get("published"), outlet=line.get("outlet"))
    return report.to_dict()


# ---------------------------------------------------------------- adding verdicts


def verdicts_of(records: Sequence[Item], lines: Iterator[tuple[str, str, str]]) -> Verdicts:
    """What people found of these records; see the head of this file."""
    told = list(lines)
    wrong = {(report, item) for report, item, what in told if what == "wrong"}
    found: Verdicts = {}
    for record in records:
        report = record["document"]["id"]
        for layer in LAYERS:
            sides: tuple[list[Judged], list[Judged]] = ([], [])
            for item in record.get(layer, []):
                sides[(report, item["id"]) in wrong].append(judged(layer, item))
            if any(sides):
                found[report, layer] = sides
    for report, item, what in told:
        if item.startswith("U:") and what in ("empty", "holds"):
            place = found.setdefault((report, UNREAD), ([], []))
            place[what == "holds"].append(Judged.parse(item.removeprefix("U:")))
    return found


def main() -> None:
    """Add the verdicts on these records to the sample."""
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    records = [json.loads(line) for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
    lines = [line.split("\t") for name in sys.argv[2:] for line in Path(name).read_text(encoding="utf-8").splitlines()]
    told = ((line[0], line[1], line[2]) for line in lines if len(line) > 2)
    write_verdicts({**(read_verdicts() if FILE.is_file() else {}), **verdicts_of(records, told)})


if __name__ == "__main__":
    main()
