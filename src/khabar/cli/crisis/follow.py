"""`khabar follow CASE MEASURE`: a number over time, one line for each voice that gave it."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import Any, get_args

import click

from khabar.cli.cases.options import case_argument, filter_of, filter_options, on_case
from khabar.cli.cases.rows import day_words, form_options, print_view, standing_words
from khabar.cli.speaking import SpokenCommand, told, words
from khabar.cli.streams import say, write_line
from khabar.desk.crisis import Calling, crisis_of_measure, own_voice, series_rows
from khabar.record.vocabulary import Measure


@click.command("follow", cls=SpokenCommand)
@case_argument
@click.argument("measure", metavar="MEASURE", type=click.Choice(get_args(Measure)))
@filter_options
@form_options
def follow_command(case: Path, measure: str, form: str | None, **asked: Any) -> None:
    """Print how a number changed: killed, injured, arrested and so on.

    With --place only numbers of this place.
    """
    with on_case():
        crisis, documents = crisis_of_measure(case, measure, filter_of(asked))
        rows = series_rows(crisis, measure, asked["place"], documents)
        called = crisis.calling(words().code)
        if form:
            print_view("follow", rows, form)
        else:
            for series, of_series in groupby(rows, key=lambda row: row["series"]):
                points = list(of_series)
                lines = [line for point in points for line in (_line(point, called), *_became(point))]
                entry = crisis.by_document.get(_document_of(series) or points[0]["told"][0]["document"])
                write_line("\n".join([words().say("follow.of", series=called.series(series, entry)), *lines, ""]))
        if not rows:
            say(told("no_rows"))


def _document_of(series: str) -> int:
    """The document of an event's reference; none has the number 0."""
    document = series.partition(":")[0]
    return int(document) if document.isdecimal() else 0


def _line(row: dict[str, Any], called: Calling) -> str:
    """A number: its day, its wording, whom it counts, who gives it, and how many reports carry it."""
    said = words()
    first = row["told"][0]
    own = own_voice([first["outlet"] or first["report"]], said)
    speaker = called.voice(row["speaker"]) if row["speaker"] else own
    part = f" ({said.say('follow.part')})" if row["part"] else ""
    carried = said.say("follow.carried", n=row["carried"])
    silent = (
        f"{said.say('line.comma')}{said.say('follow.uncredited', n=row['uncredited'])}" if row["uncredited"] else ""
    )
    return f"  {day_words(row['day'])}  {row['words']}{part} — {speaker} [{carried}{silent}]"


def _became(row: dict[str, Any]) -> list[str]:
    """What became of the reports that carry it, of those of which anything did."""
    return [f"    {one['document']}: {standing_words(one)}" for one in row["told"] if one["standing"]]
