"""Headers: which column of a sheet is which, whoever renamed, moved or hid them, in whatever language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any, Final

from khabar.desk.cases.bringing_back.spelling import plain
from khabar.desk.cases.columns import UNEDITABLE, column_label
from khabar.desk.wording import messages, ui_languages
from khabar.ledger import LAYERS
from khabar.ledger.readings import column_names

KEY: Final = "key"
DECIDED: Final = ("verdict", "reason")
SPAN: Final = ("words", "start", "end")
WRITTEN: Final = ("document", "item", "decided_by", "decided_at", "machine", "told", "sentence", "outlet", "published", "title",
                  "url", "original", "appearances", "rule", "rule.right", "rule.read")  # fmt: skip
"""Columns of an export that say where an item is from: nothing is read back from them."""
_MARKED: Final = re.compile(r"\[(?P<name>[a-z_.]+)\]\s*$")


def is_header(cells: Sequence[Any]) -> bool:
    """Whether one of the cells names the key."""
    return any(column_of(cell) == KEY for cell in cells)


def column_of(cell: Any) -> str | None:
    """The machine name of the column with this header: in brackets at its end, alone, or by its label in any language."""
    if not isinstance(cell, str):
        return None
    found = _MARKED.search(cell)
    told = plain(cell).casefold()
    if found and found["name"] in known_columns():
        return found["name"]
    return told if told in known_columns() else _labels().get(told)


def editable(layer: str) -> tuple[str, ...]:
    """The columns of a layer that a person may change, without those of its span."""
    return tuple(name for name in column_names(layer) if name not in UNEDITABLE)


@cache
def known_columns() -> frozenset[str]:
    """Every column that an export of a case has."""
    own = {name for layer in LAYERS for name in column_names(layer)}
    return frozenset(own | {KEY, *DECIDED, *SPAN, *WRITTEN})


@cache
def _labels() -> dict[str, str]:
    """Columns by their labels, where a label belongs to one column only."""
    found: dict[str, set[str]] = {}
    for code in ui_languages():
        for name in known_columns():
            found.setdefault(plain(column_label(name, messages(code))).casefold(), set()).add(name)
    return {label: next(iter(names)) for label, names in found.items() if len(names) == 1}
