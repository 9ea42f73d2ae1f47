"""What a person says of the item that a review shows: a key, and for a correction columns with what they should hold."""

from __future__ import annotations

import re
from typing import Any, Final

import click

from khabar.cli.cases.deciding import field_of
from khabar.cli.speaking import told, words
from khabar.cli.streams import say
from khabar.desk.cases import CaseError, Open, Ruling
from khabar.desk.cases.bringing_back import correctable, put_in
from khabar.desk.cases.columns import column_label

SKIP, BACK, MORE, QUIT = "skip", "back", "more", "quit"
Answer = Ruling | str
_VERDICTS: Final = {"a": "accept", "c": "correct", "r": "reject", "u": "unsure"}
_ELSE: Final = {"s": SKIP, "b": BACK, "m": MORE, "q": QUIT}
_NEXT_FIELD: Final = re.compile(r"\s+(?=[a-z_]+=)")
"""Between two fields of a correction, whose values may hold spaces."""
_COLUMNS: Final = "?"


def ask(waiting: Open, *, blind: bool = False) -> Answer:
    """The person's ruling, or SKIP, BACK, MORE, QUIT; quitting also where the input ends."""
    while True:
        try:
            key = _typed("review_keys", default="s").strip().lower()[:1]
            if key in _ELSE:
                return _ELSE[key]
            if key in _VERDICTS:
                return _ruling(_VERDICTS[key], waiting, blind)
        except click.Abort:
            return QUIT
        except click.BadParameter as error:  # a field that is none: the item stays
            say(error.message)
        except CaseError as error:
            say(words().say(f"case.{error.reason}", **error.details))


def _ruling(verdict: Any, waiting: Open, blind: bool) -> Ruling:
    """With what a correction puts in, or why something is rejected.  Raises click.BadParameter, CaseError."""
    if verdict == "correct":
        return Ruling(verdict, _fields(waiting), blind=blind)
    return Ruling(verdict, reason=_typed("review_reason") if verdict == "reject" else None, blind=blind)


def _fields(waiting: Open) -> dict[str, Any]:
    """Columns and values; a question mark lists the columns, what stands in them and what they may hold."""
    written = _typed("review_fields").strip()
    while written == _COLUMNS:
        for column, allowed in correctable(waiting.layer):
            value = waiting.row.get(column)
            say(f"{column} ({column_label(column, words())}) = {'' if value is None else value}   {allowed}".rstrip())
        written = _typed("review_fields").strip()
    pairs = (field_of(part) for part in _NEXT_FIELD.split(written))
    return {column: None if value is None else put_in(waiting.layer, column, value) for column, value in pairs}


def _typed(asked: str, default: str | None = None) -> str:
    """What the person types at a prompt.  Raises click.Abort at its end."""
    return str(click.prompt(told(asked), prompt_suffix=" ", err=True, show_default=False, default=default))
