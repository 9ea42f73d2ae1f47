"""How a date was reckoned, in the words of the person who reads: the basis of a time, which the record writes in few English words.

The record's own form ("day -1 from 2022-01-07") is for machines and stays in JSON and sheets.  What is not known here is shown as
it stands.
"""

from __future__ import annotations

import re
from typing import Final

from khabar.desk.wording import Messages

_UNIT: Final = r"(?P<unit>day|week|weekend|month|year|decade|season)"
_DATE: Final = r"(?P<date>\S+?)"
_FORMS: Final = (
    ("as_written", "as written"),
    ("unit_of", rf"{_UNIT} of {_DATE}"),
    ("nearest", rf"{_UNIT} from {_DATE}"),
    ("steps", rf"{_UNIT} (?P<n>[+-]\d+) from {_DATE}(?P<told>, told before)?"),
    ("weekday_before", f"weekday on or before {_DATE}"),
    ("weekday_after", f"weekday (?:on or )?after {_DATE}"),
    ("weekday_of", f"weekday of {_DATE}"),
    ("feast", f"feast next to {_DATE}"),
    ("movable_feast", "a movable feast"),
    ("hijri_year", rf"Hijri year (?P<year>\d+) from {_DATE}"),
    ("year_told", r"year (?P<year>\d+) told in the report"),
    ("period_in", rf"the period (?P<period>\S+) in {_DATE}"),
    ("day_told", "day told before"),
    ("beside", "weekday written beside (?P<rest>.+)"),
    ("month_first", f"month first, nearer to {_DATE}"),
    ("day_first", "day first"),
    ("hijri_is", f"the Hijri date is {_DATE}"),
    ("weekday_mismatch", "weekday_mismatch"),
    ("month_pair_mismatch", "month_pair_mismatch"),
    ("deictic_date_mismatch", "deictic_date_mismatch"),
    ("hijri_mismatch", "hijri_mismatch"),
    ("reversed_range", "reversed_range"),
)
_PATTERNS: Final = tuple((name, re.compile(form)) for name, form in _FORMS)
_BETWEEN: Final = "; "


def basis_words(basis: str, words: Messages) -> str:
    """The basis of a time in a language of the UI."""
    return words.say("tell.and").join(_part(part, words) for part in basis.split(_BETWEEN))


def _part(basis: str, words: Messages) -> str:
    for name, pattern in _PATTERNS:
        if found := pattern.fullmatch(basis):
            return _said(name, found.groupdict(), words)
    return basis


def _said(name: str, fields: dict[str, str | None], words: Messages) -> str:
    if "rest" in fields:
        return words.say("reckoning.beside", rest=_part(fields["rest"] or "", words))
    if name == "steps":
        number = int(fields["n"] or 0)
        form = "before" if number < 0 else "after" if number else "same"
        told = (
            words.counted(f"{fields['unit']}", abs(number))
            if number
            else words.label("reckoning_unit", fields["unit"] or "")
        )
        shown = words.say(f"reckoning.{form}", so_long=told, date=fields["date"])
        return words.say("reckoning.told_before", what=shown) if fields["told"] else shown
    if fields.get("unit"):
        fields["unit"] = words.label("reckoning_unit", fields["unit"] or "")
    return words.say(f"reckoning.{name}", **fields)
