"""`khabar search`: which reports of a case hold these words, and where."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, Final

import click

from khabar.cli.about import Count
from khabar.cli.cases.options import case_argument, filter_of, filter_options, on_case
from khabar.cli.speaking import SpokenCommand, told
from khabar.cli.streams import say, write_json, write_line
from khabar.desk.cases import Hit, find

_AROUND: Final = 60
_EXCERPTS: Final = 3


@click.command("search", cls=SpokenCommand)
@case_argument
@click.argument("query", metavar="WORDS")
@filter_options
@click.option("--limit", type=Count(), default=20, metavar="N", help="Show N reports at most.")
@click.option("--jsonl", is_flag=True, help="One JSON object a report and line, with the offsets of all hits.")
def search_command(case: Path, query: str, limit: int, jsonl: bool, **asked: Any) -> None:
    """Find the reports of a case that hold these words, best first, with the words around each hit.

    WORDS may hold "phrases in quotation marks", word beginnings with a star, AND, OR, NOT and brackets. Arabic is
    found however it is spelled, with or without article.
    """
    found = 0
    with on_case():
        for hit in find(case, query, filter_of(asked), limit):
            found += 1
            if jsonl:
                write_json(_told(hit))
            else:
                write_line("\n".join(_block(hit)))
    if not found:
        say(told("not_found", words=query))


def _told(hit: Hit) -> dict[str, Any]:
    marks = [{"start": m.start, "end": m.end, "text": hit.text[m.start : m.end]} for m in hit.marks]
    return {"document": hit.document, "title": hit.title, "outlet": hit.outlet, "source": hit.source,
            "published": hit.published, "marks": marks}  # fmt: skip


def _block(hit: Hit) -> list[str]:
    """The report, then a few of its hits with the words around them."""
    head = [str(hit.document), hit.outlet or hit.source, hit.published, hit.title]
    lines = ["  ".join(part for part in head if part)]
    shown_to = -1
    for mark in hit.marks:
        if mark.start >= shown_to and len(lines) <= _EXCERPTS:
            begin, end = max(mark.start - _AROUND, 0), mark.end + _AROUND
            inside = [m for m in hit.marks if begin <= m.start and m.end <= end]
            lines.append(f"    … {_marked(hit.text, (begin, end), inside)} …")
            shown_to = end
    return [*lines, ""]


def _marked(text: str, stretch: tuple[int, int], marks: list[Any]) -> str:
    """The stretch with its hits in bold on a terminal, in square brackets elsewhere."""
    bold = sys.stdout.isatty()
    begin, end = ("\x1b[1m", "\x1b[0m") if bold else ("[", "]")
    pieces: list[str] = []
    at = stretch[0]
    for mark in marks:
        pieces += [text[at : mark.start], begin, text[mark.start : mark.end], end]
        at = mark.end
    return " ".join("".join([*pieces, text[at : stretch[1]]]).split())
