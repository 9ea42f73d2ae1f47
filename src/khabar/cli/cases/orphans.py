"""`khabar orphans`, `attach`: decisions whose items are gone."""

from __future__ import annotations

from pathlib import Path

import click
import msgspec

from khabar.cli.cases.options import by_option, case_argument, on_case, reference
from khabar.cli.speaking import SpokenCommand, told, words
from khabar.cli.streams import say, write_json, write_line
from khabar.desk.cases import Signed
from khabar.desk.cases.orphans import Orphan, attach_orphan, lost_words, orphans_of


@click.command("orphans", cls=SpokenCommand)
@case_argument
@click.option("--jsonl", is_flag=True, help="One JSON object a decision and line.")
def orphans_command(case: Path, jsonl: bool) -> None:
    """List the decisions whose items newer rules do not read, or whose words a newer version of the source lost.

    Nothing is attached to other items but by `khabar attach`.
    """
    with on_case():
        found = orphans_of(case)
        for orphan in found:
            if jsonl:
                write_json(msgspec.to_builtins(orphan))
            else:
                write_line(_line(orphan))
        words_lost = lost_words(case)
        for one, items in words_lost:
            if jsonl:
                write_json({**msgspec.to_builtins(one), "gone": items})
            else:
                write_line(_line_of_all(one, items))
    say(told("orphans", count=len(found) + len(words_lost)))


def _line(orphan: Orphan) -> str:
    decision, said = orphan.decision, words()
    parts = [
        f"{decision.seq}.",
        f"{decision.document}:{decision.item}",
        said.label("verdict", decision.verdict),
        decision.who,
    ]
    parts += [" ".join(orphan.words.split()), f"[{said.label('orphan', orphan.reason)}]"]
    return "  ".join([*parts, *(f"→ {orphan.newer}:{item}?" for item in orphan.candidates)])


def _line_of_all(one: Signed, items: tuple[str, ...]) -> str:
    """What somebody signed about several reports, and what of it is gone; it holds again for whatever is signed anew."""
    about = " – ".join(
        f"{document}:{item}"
        for document, item in ((*one.sides[0][:1], *(one.sides[1][:1] if one.what == "explain" else one.sides[1])))
    )
    said = words()
    parts = [
        f"{one.seq}.",
        said.label("signed", one.what),
        about,
        one.who,
        one.reason,
        f"[{said.label('orphan', 'rules')}: {' '.join(items)}]",
    ]
    return "  ".join(part for part in parts if part)


@click.command("attach", cls=SpokenCommand)
@case_argument
@click.argument("number", type=int, metavar="NUMBER")
@click.argument("item", metavar="DOCUMENT:ITEM")
@click.option("--reason", metavar="WORDS", help="Why; a rejection needs it.")
@by_option
def attach_command(case: Path, number: int, item: str, reason: str | None, by: str | None) -> None:
    """Enter that an orphan's decision, by its number, holds for another item. Both entries stay in the case."""
    with on_case():
        entry = attach_orphan(case, number, reference(item), by=by, reason=reason)
        say(told("attached", number=number, item=item, seq=entry.seq))
