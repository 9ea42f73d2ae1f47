"""`khabar actors`: persons, bodies and groups, mention by mention, or one line an actor of the crisis."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from khabar.cli.cases.asking import print_layer
from khabar.cli.cases.options import case_argument, filter_of, filter_options, on_case, pair
from khabar.cli.cases.rows import day_words, form_options, print_view
from khabar.cli.speaking import SpokenCommand, told, words
from khabar.cli.streams import say, write_line
from khabar.desk.crisis import Calling, joined_actors, joining_words


@click.command("actors", cls=SpokenCommand)
@case_argument
@filter_options
@form_options
@click.option("--where", multiple=True, metavar="COLUMN=VALUE", help="Only rows in which this stands; may be repeated.")
@click.option("--joined", is_flag=True, help="One row an event or an actor of the crisis, with all its tellings.")
def actors_command(case: Path, form: str | None, *, where: tuple[str, ...], joined: bool, **asked: Any) -> None:
    """Print the actors of a case, each with its words and its report; --joined: each once, with all that it is called and why."""
    with on_case():
        if joined:
            printed = _print(joined_actors(case, filter_of(asked)), form)
        else:
            printed = print_layer(case, "actors", form, filter_of(asked), dict(map(pair, where)))
    if not printed:
        say(told("no_rows"))


def _print(rows: list[dict[str, Any]], form: str | None) -> int:
    if form:
        return print_view("actors", rows, form)
    for row in rows:
        write_line("\n".join(_lines(row)))
    return len(rows)


def _lines(row: dict[str, Any]) -> list[str]:
    """An actor: all its names, side and notes, each mention, the reasons, and what people said."""
    said = words()
    called = Calling((), said)
    side = f"({called.side(row['side'])})" if row["side"] and row["side"] != row["name"] else ""
    lines = [
        "  ".join(
            part for part in (" · ".join(row["names"]), side, said.say("follow.carried", n=row["reports"])) if part
        )
    ]
    lines += [f"    {note}" for note in row["notes"]]
    for one in row["told"]:
        where = [
            f"{one['document']}:{one['item']}",
            one["name"],
            one["role"],
            one["outlet"] or one["report"],
            one["published"] and day_words(one["published"]),
        ]
        lines.append("    " + "  ".join(part for part in where if part))
    if row["why"]:
        lines.append(f"    {said.say('happened.why')}: {said.say('line.comma').join(joining_words(row['why'], said))}")
    if row["perhaps"]:
        lines.append(f"    {said.say('happened.perhaps')}: {', '.join(row['perhaps'])}")
    return [*lines, *(f"    {one}" for one in row["decided"] if one not in row["why"])]
