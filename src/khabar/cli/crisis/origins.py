"""`khabar origins CASE [ITEM]`: who stands behind an item, and which reports carry one statement."""

from __future__ import annotations

from pathlib import Path
from textwrap import shorten
from typing import Any, Final

import click

from khabar.cli.cases.options import case_argument, on_case, reference
from khabar.cli.cases.rows import day_words, form_options, print_view, standing_words
from khabar.cli.speaking import SpokenCommand, told, words
from khabar.cli.streams import say, write_line
from khabar.desk.cases.views import registry_words
from khabar.desk.crisis import Calling, Crisis, UnknownItem, crisis_of_items, stands_behind, statement_rows

_LONGEST: Final = 240
"""Characters of a statement that are shown: by them a person knows which one it is."""


@click.command("origins", cls=SpokenCommand)
@case_argument
@click.argument("item", metavar="[DOCUMENT:ITEM]", required=False)
@form_options
def origins_command(case: Path, item: str | None, form: str | None) -> None:
    """Print who stands behind an item, or the statements that several reports carry."""
    place = reference(item) if item else None
    with on_case():
        crisis = crisis_of_items(case, [place]) if place else Crisis.of(case)
        try:
            rows = [stands_behind(crisis, crisis.ref(*place))] if place else statement_rows(crisis)
        except UnknownItem as error:
            say(words().say("origins.unknown", item=error.args[0]))
            raise SystemExit(2) from None
        called = crisis.calling(words().code)
        if form:
            print_view("origins" if place else "statements", rows, form)
        else:
            for row in rows:
                write_line(
                    "\n".join(
                        [*(_standing(row, called) if place else ()), *_statements(row, called, alone=not place), ""]
                    )
                )
        if not rows:
            say(told("no_rows"))


def _standing(row: dict[str, Any], called: Calling) -> list[str]:
    """Distinct named speakers, unnamed ones, sides: never a number of articles in the place of sources."""
    said = words()
    lines = [said.say("origins.named", n=len(row["named"]))]
    for voice in row["named"]:
        lines += [
            f"  {called.voice(voice['speaker'])} ({called.side(voice['side'])})",
            *(f"    {note}" for note in voice["notes"]),
        ]
    if row["unnamed"]:
        lines.append(said.say("origins.unnamed", n=row["unnamed"]))
    if row["sides"]:
        lines.append(said.say("origins.sides", sides=said.say("line.comma").join(map(called.side, row["sides"]))))
    if row["outlets"]:
        lines.append(said.say("origins.outlets", outlets=said.say("line.comma").join(row["outlets"])))
    if any(voice["notes"] for voice in row["named"]) and (registry := registry_words(row["registry"], said)):
        lines.append(registry)
    became = [f"  {one['document']}: {standing_words(one)}" for one in row["became"]]
    return [*lines, said.say("origins.reports", n=row["reports"]), *became]


def _statements(row: dict[str, Any], called: Calling, *, alone: bool) -> list[str]:
    lines: list[str] = []
    for statement in [row] if alone else row["statements"]:
        speaker = called.voice(statement["speaker"]) if statement["speaker"] else words().say("origins.nobody")
        lines.append(f"{speaker}: {words().say('follow.carried', n=statement['reports'])}")
        lines += [f"  {words().say('tell.quote', words=said)}" for said in _words_of(statement)]
        for carrier in statement["carried"]:
            credit = carrier["credits"] or words().say("origins.nobody")
            via = f" ← {' ← '.join(carrier['via'])}" if carrier["via"] else ""
            became = f"  [{standing_words(carrier)}]" if carrier["standing"] else ""
            where = carrier["outlet"] or carrier["report"]
            lines.append(f"  {day_words(carrier['published'])}  {where}: {credit}{via}{became}")
    return lines


def _words_of(statement: dict[str, Any]) -> list[str]:
    """What is carried, in the words of the first report that has any: the longest of them, cut between two words."""
    told: list[str] = next((carrier["words"] for carrier in statement["carried"] if carrier["words"]), [])
    return [shorten(max(told, key=len), _LONGEST, placeholder=" …")] if told else []
