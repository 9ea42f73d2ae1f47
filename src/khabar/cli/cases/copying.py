"""`khabar copies`: which reports are copies of one origin."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import click
import msgspec

from khabar.cli.cases.options import case_argument, document_or_item, on_case
from khabar.cli.speaking import SpokenCommand, told
from khabar.cli.streams import say, write_json, write_line
from khabar.desk.cases import Carried, Copies, Origin, Printed, Shared, carried, copies, related

_CUT: Final = 160


@click.command("copies", cls=SpokenCommand)
@case_argument
@click.argument("about", metavar="DOCUMENT[:ITEM]", required=False)
@click.option("--related", "wide", is_flag=True, help="Everything a document shares with others, copies or not.")
@click.option("--rebuild", is_flag=True, help="Make all signatures again first.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object, with the passages of every pair.")
def copies_command(case: Path, about: str | None, **asked: bool) -> None:
    """Show which reports of a case are copies of one origin: who printed it, who first, how much of each it is.

    With DOCUMENT, the origin of that report and the passages it shares; with DOCUMENT:ITEM, where others have the
    words of that item.
    """
    with on_case():
        document, item = document_or_item(about) if about else (None, None)
        if document is not None and item is not None:
            _show_carried(carried(case, (document, item)), asked["as_json"])
        elif document is not None and asked["wide"]:
            _show_related(related(case, document), asked["as_json"])
        else:
            _show(copies(case, document, anew=asked["rebuild"]), asked["as_json"], passages=document is not None)


def _show(found: Copies, as_json: bool, *, passages: bool) -> None:
    if as_json:
        write_json(msgspec.to_builtins(found), indented=True)
        return
    for number, origin in enumerate(found.origins, 1):
        write_line("\n".join(_block(number, origin, passages=passages)))
    say(told("origins", documents=found.documents, count=found.count))


def _block(number: int, origin: Origin, *, passages: bool) -> Iterator[str]:
    first = ", ".join(map(str, origin.first)) or told("first_unknown")
    yield told("origin", number=number, count=sum(not p.holds for p in origin.documents), first=first)
    for printed in origin.documents:
        yield f"  {_printed(printed)}"
    for link in origin.links:
        yield from _pair(link, passages=passages)
    yield ""


def _printed(printed: Printed) -> str:
    marks = [told("holds_it")] if printed.holds else []
    if printed.appearances > 1:
        marks.append(told("appears", count=printed.appearances))
    if printed.agencies:
        marks.append(told("names_agency", names=", ".join(printed.agencies)))
    outlets = ", ".join(printed.outlets)
    parts = [str(printed.document), outlets, printed.published, _flat(printed.title or ""), *(f"[{m}]" for m in marks)]
    return "  ".join(part for part in parts if part)


def _pair(link: Shared, *, passages: bool) -> Iterator[str]:
    yield "    " + told(
        "shares",
        one=link.one,
        other=link.other,
        count=link.words,
        of_one=round(100 * link.of_one),
        of_other=round(100 * link.of_other),
    )
    for passage in link.passages if passages else ():
        places = f"{link.one}:{passage.start}-{passage.end} {link.other}:{passage.other_start}-{passage.other_end}"
        yield f"      {places}"
        yield f"        {_flat(passage.text)}"


def _show_related(found: list[Shared], as_json: bool) -> None:
    for link in found:
        if as_json:
            write_json(msgspec.to_builtins(link))
        else:
            write_line("\n".join(_pair(link, passages=True)))
    if not found:
        say(told("no_rows"))


def _show_carried(found: list[Carried], as_json: bool) -> None:
    for place in found:
        if as_json:
            write_json(msgspec.to_builtins(place))
        else:
            write_line(f"{place.document}:{place.start}-{place.end}  {round(100 * place.part)} %")
            write_line(f"  {_flat(place.text)}")
    if not found:
        say(told("no_rows"))


def _flat(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _CUT else flat[: _CUT - 1] + "…"
