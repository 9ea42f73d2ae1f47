"""`khabar search`: which reports of a case hold these words, and where."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, Final

import click
import msgspec

from khabar.cli.about import Count
from khabar.cli.cases.excerpts import marked, stretch
from khabar.cli.cases.options import case_argument, filter_of, filter_options, on_case
from khabar.cli.cases.rows import standing_words
from khabar.cli.speaking import SpokenCommand, told
from khabar.cli.streams import say, write_json, write_line
from khabar.desk.cases import LAYERS, RANKED, Hit, find
from khabar.desk.crisis import standing_row

_AROUND: Final = 60
_EXCERPTS: Final = 3


@click.command("search", cls=SpokenCommand)
@case_argument
@click.argument("query", metavar="WORDS")
@filter_options
@click.option("--layer", type=click.Choice(LAYERS), help="Only where the words stand in an item of this layer.")
@click.option("--limit", type=Count(), default=20, metavar="N", help="Show N reports at most.")
@click.option("--json", "form", flag_value="json", help="One JSON array.")
@click.option(
    "--jsonl", "form", flag_value="jsonl", help="One JSON object a report and line, with the offsets of all hits."
)
def search_command(case: Path, query: str, limit: int, form: str | None, **asked: Any) -> None:
    """Find the reports of a case that hold these words, best first, with the words around each hit.

    WORDS may hold "phrases in quotation marks", word beginnings with a star, AND, OR, NOT, brackets and NEAR(two words, 5).
    Arabic is found however it is spelled, with or without article, conjunction and preposition; English by its stems.
    """
    found: list[dict[str, Any]] = []
    among_newest = False
    with on_case():
        for hit in find(case, query, filter_of(asked), limit, asked["layer"]):
            found.append(_told(hit))
            among_newest = hit.among_newest
            if form == "jsonl":
                write_json(found[-1])
            elif not form:
                write_line("\n".join(_block(hit)))
        if form == "json":
            write_line(msgspec.json.format(msgspec.json.encode(found), indent=2).decode())
    if not found:
        say(told("not_found", words=query))
    elif among_newest:
        say(told("among_newest", number=RANKED))


def _told(hit: Hit) -> dict[str, Any]:
    marks = [{"start": m.start, "end": m.end, "text": hit.text[m.start : m.end]} for m in hit.marks]
    return {"document": hit.document, "title": hit.title, "outlet": hit.outlet, "source": hit.source,
            "published": hit.published, "marks": marks, **standing_row(hit.standing)}  # fmt: skip


def _block(hit: Hit) -> list[str]:
    """The report, then a few of its hits with the words around them: in bold on a terminal, in square brackets elsewhere."""
    head = [str(hit.document), hit.outlet or hit.source, hit.published, hit.title]
    lines = [
        "  ".join(part for part in [*head, hit.standing and f"[{standing_words(standing_row(hit.standing))}]"] if part)
    ]
    signs = ("\x1b[1m", "\x1b[0m") if sys.stdout.isatty() else ("[", "]")
    shown_to = -1
    for mark in hit.marks:
        if mark.start >= shown_to and len(lines) <= _EXCERPTS:
            cut = stretch(hit.text, mark.start, mark.end, _AROUND)
            inside = [m for m in hit.marks if cut[0] <= m.start and m.end <= cut[1]]
            lines.append(f"    … {marked(hit.text, cut, inside, signs)} …")
            shown_to = cut[1]
    return [*lines, ""]
