"""What a person may put into a column, whether in a sheet or at a prompt."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from khabar.desk.cases.bringing_back.cells import value_of
from khabar.desk.cases.bringing_back.headers import SPAN, editable
from khabar.desk.cases.columns import kind_of, words_of
from khabar.ledger.allowed import REFERENCES, form_of


def correctable(layer: str) -> Iterator[tuple[str, str]]:
    """The columns of a layer that can be corrected, each with what it may hold, "" where that is any text."""
    for column in (*SPAN, *editable(layer)):
        kind = kind_of(layer, column)
        if kind == "word":
            yield column, ", ".join(words_of(layer, column))
        elif kind == "flag":
            yield column, "1, 0"
        elif kind in ("whole", "broken", "date") or column == "country":
            yield column, form_of(layer, column)
        elif kind == "list":
            yield column, "… | …"
        elif (layer, column) in REFERENCES:
            yield column, f"id: {REFERENCES[layer, column]}"
        else:
            yield column, ""


def put_in(layer: str, column: str, written: str) -> Any:
    """What was typed, as the column holds it: labels in any language, digits of any script, days in any order.

    A column that does not exist gets the words as they are.  Raises CaseError that says what is allowed.
    """
    if column in SPAN or column not in editable(layer):
        return written
    if kind_of(layer, column) == "list" and written.startswith("["):
        return written
    return value_of(written, (layer, column))
