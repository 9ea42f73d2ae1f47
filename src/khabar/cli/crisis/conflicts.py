"""`khabar conflicts CASE`: what the reports of a case say against one another; nothing is ever decided."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from khabar.cli.cases.options import case_argument, filter_of, filter_options, on_case
from khabar.cli.cases.rows import form_options, print_view, standing_words
from khabar.cli.speaking import SpokenCommand, words
from khabar.cli.streams import say, write_line
from khabar.desk.crisis import Calling, all_conflicts, own_voice


@click.command("conflicts", cls=SpokenCommand)
@case_argument
@filter_options
@form_options
@click.option("--all", "everything", is_flag=True, help="Also what differs without contradiction, with the reason.")
def conflicts_command(case: Path, form: str | None, *, everything: bool, **asked: Any) -> None:
    """Print what the reports of a case say against one another."""
    with on_case():
        called = Calling((), words())
        rows = all_conflicts(case, filter_of(asked), called)
        shown = [row for row in rows if everything or row["contradiction"]]
        if form:
            print_view("conflicts", shown, form)
        else:
            for row in shown:
                write_line("\n".join(_block(row, called)))
        raised = sum(row["raised"] for row in rows)
        explained = sum(row["contradiction"] and not row["raised"] for row in rows)
        say(words().say("conflicts.count", n=raised, rest=len(rows) - raised - explained))
        if explained:
            say(words().say("conflicts.explained", n=explained))


def _block(row: dict[str, Any], called: Calling) -> list[str]:
    """One contradiction: what kind, both sides with their reports, and the reason."""
    said = words()
    measure = str(row["measure"])
    of = said.tables["measure"].get(measure) or said.tables["conflict_of"][measure]
    lines = [f"{said.label('conflict_kind', str(row['kind']).replace(' ', '_'))} · {of}  {row['id']}"]
    for side in ("one", "other"):
        speaker = row[f"{side}_speaker"]
        outlets = row[f"{side}_outlets"]
        lines.append(f"  {called.voice(speaker) if speaker else own_voice(outlets, said)}: {row[f'{side}_value']}")
        if speaker and outlets != [speaker]:
            lines.append(f"    {said.say('line.within')}: {said.say('line.comma').join(outlets)}")
        lines.append(f"    {row[f'{side}_items']}")
    why = row["why"]
    explained = [said.say("conflicts.by", **{**one, "at": one["at"][:10]}) for one in row["explained"]]
    became = [f"{one['document']}: {standing_words(one)}" for one in row["became"]]
    return [*lines, *(f"  {line}" for line in (why[said.code], *became, *explained)), ""]
