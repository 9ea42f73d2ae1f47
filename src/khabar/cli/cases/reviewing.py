"""`khabar review`: item after item, a person decides."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final

import click

from khabar.cli.cases.deciding import field_of
from khabar.cli.cases.options import by_option, case_argument, filter_of, filter_options, on_case
from khabar.cli.cases.rows import block
from khabar.cli.speaking import SpokenCommand, told, words
from khabar.cli.streams import say, write_line
from khabar.desk.cases import LAYERS, REVIEWED, CaseError, Open, Ruling, decide_item, queue
from khabar.desk.doubt import doubt_told

_KEYS: Final = {"a": "accept", "c": "correct", "r": "reject", "u": "unsure"}
_NEXT_FIELD: Final = re.compile(r"\s+(?=[a-z_]+=)")
"""Between two fields of a correction, whose values may hold spaces."""


@click.command("review", cls=SpokenCommand)
@case_argument
@filter_options
@click.option("--layer", "layers", multiple=True, type=click.Choice(LAYERS), help="Only this layer; may be repeated.")
@by_option
def review_command(case: Path, layers: tuple[str, ...], by: str | None, **asked: Any) -> None:
    """Step through the items that nobody decided about, those first whose error would do most harm and is most likely.

    Keys: a accept, c correct, r reject, u cannot tell, s skip, q quit.
    """
    decided = 0
    with on_case():
        for waiting in queue(case, layers or REVIEWED, filter_of(asked)):
            _show(waiting)
            ruling = _ask()
            if ruling is None:
                break
            if isinstance(ruling, Ruling):
                decided += _entered(case, waiting, ruling, by)
    say(told("reviewed", count=decided))


def _show(waiting: Open) -> None:
    """The item in its surroundings, its fields, and how often its rule was right."""
    row = waiting.row
    surroundings = " ".join(f"{waiting.before}[{row['words']}]{waiting.after}".split())
    write_line("\n".join([*block(row)[:-1], f"  … {surroundings} …", f"  {doubt_told(row.get('rule', ''), words())}"]))


def _ask() -> Ruling | str | None:
    """The person's ruling; "skip", or None at the end."""
    while True:
        try:
            key = _typed("review_keys", default="s").strip().lower()[:1]
            if key == "q":
                return None
            if key == "s":
                return "skip"
            if key in _KEYS:
                return _ruling(_KEYS[key])
        except click.Abort:
            return None
        except click.BadParameter as error:  # a field that is none: the item stays
            say(error.message)


def _ruling(verdict: Any) -> Ruling:
    """With what a correction puts in, or why something is rejected.  Raises click.BadParameter."""
    if verdict == "correct":
        pairs = _NEXT_FIELD.split(_typed("review_fields").strip())
        return Ruling(verdict, dict(map(field_of, pairs)))
    return Ruling(verdict, reason=_typed("review_reason") if verdict == "reject" else None)


def _typed(asked: str, default: str | None = None) -> str:
    """What the person types at a prompt.  Raises click.Abort at its end."""
    return str(click.prompt(told(asked), prompt_suffix=" ", err=True, show_default=False, default=default))


def _entered(case: Path, waiting: Open, ruling: Ruling, by: str | None) -> bool:
    """Enter the ruling; one that makes no sense is told, and the item comes again next time."""
    try:
        decide_item(case, waiting.item, ruling, by)
    except CaseError as error:
        say(words().say(f"case.{error.reason}", **error.details))
        return False
    return True
