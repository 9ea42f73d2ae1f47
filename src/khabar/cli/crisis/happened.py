"""`khabar events` and `khabar timeline`: what happened, telling by telling, or one line an event of the crisis."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from khabar.cli.cases.asking import arabic_places, print_layer
from khabar.cli.cases.options import case_argument, filter_of, filter_options, on_case, pair
from khabar.cli.cases.rows import day_words, form_options, print_view, standing_words
from khabar.cli.speaking import SpokenCommand, told, words
from khabar.cli.streams import say, write_line
from khabar.desk.crisis import dated, joined_events
from khabar.desk.wording import Messages

_where = click.option(
    "--where", multiple=True, metavar="COLUMN=VALUE", help="Only rows in which this stands; may be repeated."
)


@click.command("events", cls=SpokenCommand)
@case_argument
@filter_options
@form_options
@_where
@click.option("--joined", is_flag=True, help="One row an event or an actor of the crisis, with all its tellings.")
def events_command(case: Path, form: str | None, *, where: tuple[str, ...], joined: bool, **asked: Any) -> None:
    """Print the events of a case, each with its words and its report; --joined: each once, with all its tellings."""
    with on_case():
        if joined:
            printed = _print(case, joined_events(case, filter_of(asked), **dict(map(pair, where))), form)
        else:
            printed = print_layer(case, "events", form, filter_of(asked), dict(map(pair, where)))
    if not printed:
        say(told("no_rows"))


@click.command("timeline", cls=SpokenCommand)
@case_argument
@filter_options
@form_options
@_where
def timeline_command(case: Path, form: str | None, *, where: tuple[str, ...], **asked: Any) -> None:
    """Print the events of the crisis in the order of their days, each once, with its tellings side by side."""
    with on_case():
        printed = _print(case, list(dated(joined_events(case, filter_of(asked), **dict(map(pair, where))))), form)
    if not printed:
        say(told("no_rows"))


def _print(case: Path, rows: list[dict[str, Any]], form: str | None) -> int:
    """Rows in the form asked for; lines to read where none is."""
    if form:
        return print_view("timeline", rows, form)
    if words().code == "ar":
        called = arabic_places(case)
        rows = [_in_arabic(row, called) for row in rows]
    for row in rows:
        write_line("\n".join(_lines(row, words())))
    return len(rows)


def _in_arabic(row: dict[str, Any], called: dict[str, str]) -> dict[str, Any]:
    """A row whose places go by their Arabic names, where they have one."""
    places = {called.get(name, name): count for name, count in row["places"].items()}
    return {**row, "place": called.get(row["place"], row["place"]), "places": places}


def _lines(row: dict[str, Any], said: Messages) -> list[str]:
    """The event in one line; below it who tells it and when, what its tellings differ in, and what it may be the same as."""
    kinds = [said.label("event_type", row["type"]), *(said.label("subtype", name) for name in row["subtypes"])]
    comma = said.say("line.comma")
    statuses = comma.join(said.label("event_status", name) for name in row["statuses"])
    of = said.say("happened.in_reports", n=row["reports"])
    days = " … ".join(day_words(day) for day in dict.fromkeys((row["first_published"], row["last_published"])) if day)
    lines = ["  ".join([day_words(row["date"]), row["place"] or "?", " · ".join(kinds), f"[{statuses}]"])]
    published = [said.say("happened.published", days=days)] if days else []
    lines.append("    " + comma.join([f"×{row['tellings']} {of}", *published]))
    lines += [f"    {comma.join(row['outlets'])}"] if row["outlets"] else []
    dates = {day_words(day): count for day, count in row["dates"].items()}
    lines += [
        f"    {said.say('happened.' + name)}: {comma.join(f'{one} ({count})' for one, count in counts.items())}"
        for name, counts in (("dates", dates), ("places", row["places"]))
        if len(counts) > 1
    ]
    lines.append(f"    {row['event']}: {row['told'][0]['sentence']}")
    standing = {one["document"]: standing_words(one) for one in row["told"] if one["standing"]}
    lines += [f"    {document}: {words_of}" for document, words_of in standing.items()]
    if row["perhaps"]:
        lines.append(f"    {said.say('happened.perhaps')}: {comma.join(row['perhaps'])}")
    return [*lines, *(f"    {one}" for one in row["decided"])]
