"""Cells: whether one still says what the export wrote, and if not, what a person put in.

Spreadsheets turn days into serial numbers and other orders, numbers into text and text into numbers; keyboards write other
digits.  Only what differs beyond that is a change.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import Any, Final

from khabar.desk.cases.bringing_back.days import days_in
from khabar.desk.cases.bringing_back.spelling import plain, same_words, unguarded
from khabar.desk.cases.columns import JOINT, ColumnKind, kind_of, listed_names, word_label, words_of
from khabar.desk.wording import messages, ui_languages
from khabar.ledger import CaseError
from khabar.ledger.allowed import form_of

_MARKED: Final = re.compile(r"\[(?P<word>\w+)\]$")
_TRUE: Final = ("1", "true", "x", "✓", "✔", "y")
_FALSE: Final = ("", "0", "false", "n", "-")
_THOUSANDS: Final = re.compile(r"(?<=\d)[,٬ \u00a0\u202f'’](?=\d{3}(?!\d))")
_NEAR: Final = 1e-9
_DIGITS_KEPT: Final = 1e-14
"""Spreadsheets keep fifteen digits of a number."""


def unchanged(cell: Any, of: tuple[str, str], value: Any, *, lossy: bool = False) -> bool:
    """Whether a cell of the column (layer, name) still says this value of the case."""
    kind = kind_of(*of)
    if cell is None or (isinstance(cell, str) and not plain(cell)):
        cell = "" if kind in ("text", "list") else None
    if isinstance(cell, str) and kind in ("text", "list"):
        told = JOINT.join(listed_names(value)) if kind == "list" else "" if value is None else str(value)
        if same_words(cell, told, lossy=lossy):
            return True
        return kind == "list" and _names(cell) == [plain(name) for name in listed_names(value)]
    if kind == "date":
        return (cell is None and value is None) or (value is not None and _is_day(cell, str(value)))
    try:
        found = value_of(cell, of)
    except CaseError:
        return False
    return _same(found, value, kind)


def _same(found: Any, value: Any, kind: ColumnKind) -> bool:
    if kind in ("broken", "whole") and found is not None and value is not None:
        near = _NEAR if kind == "broken" else _DIGITS_KEPT
        return bool(found == value or abs(found - value) <= near * abs(value))
    if kind == "text" and value is not None and found is not None:
        return _looks_like(found, str(value))
    return bool((found or None) == (value or None)) if kind in ("word", "text", "list") else bool(found == value)


def _looks_like(found: str, value: str) -> bool:
    """Whether a text is what a spreadsheet makes of another one: 1200 of "1,200", 12 of "0012"."""
    try:
        return plain(found) == plain(value) or float(_number(found)) == float(_number(value))
    except ValueError:
        return False


def _is_day(cell: Any, value: str) -> bool:
    """Whether some way of reading a cell as a day gives this one, or as a moment or month that begins so."""
    if isinstance(cell, str) and same_words(cell, value):
        return True
    return any(day == value or (len(value) < len(day) and day.startswith(value)) for day in days_in(cell))


def value_of(cell: Any, of: tuple[str, str]) -> Any:
    """What a person put into a cell of the column (layer, name), as the case holds it; None for an empty cell.

    Raises CaseError that says what the column takes.
    """
    kind = kind_of(*of)
    if kind == "flag":
        return _flag(cell, of)
    if cell is None or (isinstance(cell, str) and not plain(cell)):
        return None
    if kind == "word":
        return _word(cell, of)
    if kind == "date":
        return _day(cell, of)
    if kind in ("whole", "broken"):
        return _amount(cell, of, whole=kind == "whole")
    if isinstance(cell, dt.date | dt.time | dt.timedelta):
        raise CaseError("cell_turned_into_date", column=of[1], value=cell)
    told = str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
    told = unguarded(told).strip()
    return json.dumps(_names(told), ensure_ascii=False) if kind == "list" else told


def _names(cell: str) -> list[str]:
    return [name for part in cell.split(JOINT.strip()) if (name := plain(part))]


def _flag(cell: Any, of: tuple[str, str]) -> int:
    told = "" if cell is None else str(int(cell) if isinstance(cell, bool | float) else cell)
    told = plain(told).casefold()
    for code in ui_languages():
        if told == messages(code).say("page.yes").casefold():
            return 1
        if told == messages(code).say("page.no").casefold():
            return 0
    if told in _TRUE or told in _FALSE:
        return int(told in _TRUE)
    raise CaseError("value_not_allowed", column=of[1], value=cell, known="1, 0")


def _word(cell: Any, of: tuple[str, str]) -> str:
    """A word of the column's vocabulary: in brackets, alone, or by its label in any language."""
    told = plain(unguarded(str(cell)))
    found = _MARKED.search(told)
    known = list(words_of(*of))
    for word in known:
        if (found["word"] if found else told.casefold()) in (word, word.casefold()):
            return word
    for code in ui_languages():
        for word in known:
            label = word_label(*of, word, messages(code))
            if label is not None and plain(label).casefold() == told.casefold():
                return word
    raise CaseError("value_not_allowed", column=of[1], value=cell, known=", ".join(known))


def _number(told: str) -> str:
    """Digits of any script, without marks of thousands, with a point before the parts."""
    return _THOUSANDS.sub("", plain(told)).replace("٫", ".")


def _amount(cell: Any, of: tuple[str, str], *, whole: bool) -> int | float:
    try:
        number = cell if isinstance(cell, int | float) else float(_number(unguarded(str(cell))))
        if not whole:
            return float(number)
        if isinstance(cell, str) and re.fullmatch(r"-?\d+", _number(cell)):
            return int(_number(cell))
        if float(number).is_integer():
            return int(number)
    except (ValueError, OverflowError):
        pass
    raise CaseError("value_malformed", column=of[1], value=cell, form=form_of(*of))


def _day(cell: Any, of: tuple[str, str]) -> str:
    if isinstance(cell, str):
        told = plain(unguarded(cell))
        if re.match(r"[\dX]{4}(?!\d)", told):
            return told
    found = sorted(days_in(cell))
    if len(found) == 1:
        return found[0]
    raise CaseError("value_malformed" if not found else "day_ambiguous", column=of[1], value=cell, form=form_of(*of))
