"""`khabar diff`, `versions`: what an outlet changed in a report."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import click
import msgspec

from khabar.cli.cases.options import case_argument, on_case
from khabar.cli.speaking import SpokenCommand, told, words
from khabar.cli.streams import say, write_json, write_line
from khabar.desk.cases.differing import Difference, WordChange, difference, versions

_AROUND: Final = 40
_ISOLATE: Final = "\u2068"
_END: Final = "\u2069"
"""Around words of a source: they keep their direction, and the line keeps its own."""
_COLOURS: Final = {"-": "\x1b[31m", "+": "\x1b[1m"}
_PLAIN: Final = "\x1b[0m"


@click.command("diff", cls=SpokenCommand)
@case_argument
@click.argument("document", metavar="DOCUMENT", type=int)
@click.argument("other", metavar="[DOCUMENT]", type=int, required=False)
@click.option("--json", "as_json", is_flag=True, help="One JSON object, with the offsets in both texts.")
def diff_command(case: Path, document: int, other: int | None, as_json: bool) -> None:
    """Show what was changed between two documents: words with their places in both, and what became of the items.

    With one DOCUMENT: between it and the version of its source before it.
    """
    with on_case():
        found = difference(case, document, other)
        if as_json:
            shown = msgspec.to_builtins(found)
            write_json({name: value for name, value in shown.items() if not name.endswith("_text")}, indented=True)
            return
        write_line(told("diff", older=found.older, newer=found.newer))
        for change in found.words:
            write_line("\n".join(_hunk(change, found)))
        for item in found.items:
            write_line("  ".join(_item(item, found)))
    if not found.words:
        say(told("no_difference"))


def _hunk(change: WordChange, found: Difference) -> Iterator[str]:
    """A line for each side, so that words of two directions never share one; what stays is shown dimly around it."""
    yield f"@ {found.older}:{change.start}-{change.end} {found.newer}:{change.other_start}-{change.other_end}"
    if change.text:
        yield _line("-", found.older_text, (change.start, change.end))
    if change.other_text:
        yield _line("+", found.newer_text, (change.other_start, change.other_end))


def _line(sign: str, text: str, place: tuple[int, int]) -> str:
    """Words with a few before and behind them; on a terminal in colour and isolated from the sign."""
    start, end = place
    before = _flat(text[max(start - _AROUND, 0) : start], text[start - 1 : start])
    behind = _flat(text[end : end + _AROUND], "")
    middle = " ".join(text[start:end].split())
    if sys.stdout.isatty():
        return f"{sign} {_ISOLATE}{before}{_COLOURS[sign]}{middle}{_PLAIN}{behind}{_END}"
    return f"{sign} {before}[{middle}]{behind}"


def _flat(text: str, last: str) -> str:
    flat = " ".join(text.split())
    leading = " " if text[:1].isspace() else ""
    return f"{leading}{flat}" + (" " if last.isspace() and flat else "")


def _item(item: dict[str, Any], found: Difference) -> Iterator[str]:
    said = words()
    yield f"{said.label('became', item['became'])}:"
    yield said.label("layer", item["layer"])
    what = item["what"]
    for column, vocabulary in (("measure", "measure"), ("act", "act"), ("type", "event_type")):
        if column in what:
            yield said.label(vocabulary, what[column])
    for name, document in (("older", found.older), ("newer", found.newer)):
        if item[name]:
            yield f"{document}:{item[name]['item']} {_isolated(item[name]['words'])}"
    for column, (older, newer) in item["fields"].items():
        yield f"{_column(column)} {_isolated(older)} → {_isolated(newer)}"


def _column(name: str) -> str:
    own: dict[str, str] = words().tables["case_column"]
    return own.get(name) or words().label("field", name)


def _isolated(value: Any) -> str:
    flat = " ".join(str("-" if value is None else value).split())
    return f"{_ISOLATE}{flat}{_END}" if sys.stdout.isatty() else flat


@click.command("versions", cls=SpokenCommand)
@case_argument
@click.argument("document", metavar="DOCUMENT", type=int, required=False)
@click.option("--jsonl", is_flag=True, help="One JSON object a source and line.")
def versions_command(case: Path, document: int | None, jsonl: bool) -> None:
    """Show the sources of a case that were found with different texts, each with its versions in their order."""
    with on_case():
        found = versions(case, document)
        for source in found:
            if jsonl:
                write_json({"source": source.key, "versions": [version._asdict() for version in source.versions]})
                continue
            write_line(source.key)
            for number, version in enumerate(source.versions, 1):
                edited = [told("edited", at=version.edited)] if version.edited else []
                write_line("  ".join([f"  {number}.", str(version.document), version.collected_at, *edited]))
    if not found:
        say(told("no_versions"))
