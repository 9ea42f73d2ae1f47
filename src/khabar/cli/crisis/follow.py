"""`khabar follow CASE MEASURE`: a number over time, one line for each voice that gave it."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import Any, get_args

import click

from khabar.cli.cases.options import case_argument, on_case
from khabar.cli.cases.rows import form_options, print_view, standing_words
from khabar.cli.speaking import SpokenCommand, told, words
from khabar.cli.streams import say, write_line
from khabar.desk.crisis import Crisis, series_rows
from khabar.record.vocabulary import Measure


@click.command("follow", cls=SpokenCommand)
@case_argument
@click.argument("measure", metavar="MEASURE", type=click.Choice(get_args(Measure)))
@form_options
@click.option("--place", metavar="NAME", help="Only numbers of this place.")
def follow_command(case: Path, measure: str, form: str | None, place: str | None) -> None:
    """Print how a number changed: killed, injured, arrested and so on."""
    with on_case():
        rows = series_rows(Crisis.of(case), measure, place)
        if form:
            print_view("follow", rows, form)
        else:
            for series, points in groupby(rows, key=lambda row: row["series"]):
                lines = [line for point in points for line in (_line(point), *_became(point))]
                write_line("\n".join([f"{words().say('follow.of', series=series)}", *lines, ""]))
        if not rows:
            say(told("no_rows"))


def _line(row: dict[str, Any]) -> str:
    """A number: its day, its wording, whom it counts, who gives it, and how many reports carry it."""
    said = words()
    speaker = (
        row["speaker"] or f"{said.say('differing.own_voice')} ({row['told'][0]['outlet'] or row['told'][0]['report']})"
    )
    counted = f" {row['counted']}" if row["counted"] and row["counted"] != row["wording"] else ""
    part = f" ({said.say('follow.part')})" if row["part"] else ""
    carried = said.say("follow.carried", n=row["carried"])
    silent = f", {said.say('follow.uncredited', n=row['uncredited'])}" if row["uncredited"] else ""
    return f"  {row['day'] or '?'}  {row['wording']}{counted}{part} — {speaker} [{carried}{silent}]"


def _became(row: dict[str, Any]) -> list[str]:
    """What became of the reports that carry it, of those of which anything did."""
    return [f"    {one['document']}: {standing_words(one)}" for one in row["told"] if one["standing"]]
