"""Date values in words: "7 January 2022", "the morning of 7 January", "week 1 of 2022", "year not known"."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from khabar.desk.wording import Messages

_DAY = re.compile(r"(?P<year>\d{4}|XXXX)-(?P<month>\d\d)-(?P<day>\d\d)")
_MONTH = re.compile(r"(?P<year>\d{4}|XXXX)-(?P<month>\d\d)")
_OTHER: Final = (
    ("decade", re.compile(r"(?P<n>\d{3})X")),
    ("century", re.compile(r"(?P<n>\d{2})XX")),
    ("weekend", re.compile(r"(?P<year>\d{4})-W(?P<n>\d\d)-WE")),
    ("week", re.compile(r"(?P<year>\d{4})-W(?P<n>\d\d)")),
    ("quarter", re.compile(r"(?P<year>\d{4})-Q(?P<n>\d)")),
    ("half", re.compile(r"(?P<year>\d{4})-H(?P<n>\d)")),
    ("season", re.compile(r"(?P<year>\d{4})-(?P<name>SP|SU|FA|WI)")),
)
_LAST_DAYS: Final = {"week": (1, 7), "weekend": (6, 7)}
"""The first and the last day of a week and of its end, counted from Monday."""
_YEAR: Final = 4  # characters
_PARTS: Final = ("TMO", "TAF", "TEV", "TNI")


def date_words(value: str, words: Messages, near: str | None = None) -> str:
    """A date value in words; the year is left out where it is that of `near`, the day of the report."""
    if "/" in value:
        start, _, end = value.partition("/")
        near = near if start[:_YEAR] == end[:_YEAR] else None
        return words.say("date.range", start=date_words(start, words, near), end=date_words(end, words, near))
    day, mark, time = value.partition("T")
    told = _day(day, words, near)
    if not mark:
        return told
    if value.endswith(_PARTS):
        return words.say(f"date.part.T{time}", date=told)
    return words.say("date.clock", date=told, time=time)


def on_date(value: str, words: Messages, near: str | None = None) -> str:
    """The date with the preposition that a sentence needs, if any: "on 7 January", "in 2021", "from … to …"; Arabic has none before
    "the afternoon of".
    """
    if "/" in value:
        kind = "range"
    elif _DAY.match(value):
        kind = "part" if value.endswith(_PARTS) else "day"
    else:
        kind = "longer"
    return words.say(f"date.on.{kind}", date=date_words(value, words, near))


def _day(value: str, words: Messages, near: str | None) -> str:
    if (found := _DAY.fullmatch(value)) and int(found["month"]) in range(1, 13):
        return _dated(
            f"{int(found['day'])} {words.label('month', str(int(found['month'])))}", found["year"], words, near
        )
    if (found := _MONTH.fullmatch(value)) and int(found["month"]) in range(1, 13):
        return _dated(words.label("month", str(int(found["month"]))), found["year"], words, None)
    for name, pattern in _OTHER:
        if found := pattern.fullmatch(value):
            fields = found.groupdict()
            if name in _LAST_DAYS:
                return _week(name, int(fields["year"]), int(fields["n"]), words, near) or value
            if name == "season":
                return words.say(f"date.season.{fields['name']}", year=fields["year"])
            number = int(fields["n"]) * 10 if name == "decade" else int(fields["n"]) + (name == "century")
            return words.say(f"date.{name}", number=number, year=fields.get("year", ""))
    return value


def _week(name: str, year: int, number: int, words: Messages, near: str | None) -> str | None:
    """A week by its first and last day: nobody knows when the 26th week of a year was.  None where the year has no such week."""
    try:
        first, last = (date.fromisocalendar(year, number, day) for day in _LAST_DAYS[name])
    except ValueError:
        return None
    same = first.year == last.year
    shown = _day(first.isoformat(), words, last.isoformat() if same else None)
    return words.say(f"date.{name}", first=shown, last=_day(last.isoformat(), words, near if same else None))


def _dated(told: str, year: str, words: Messages, near: str | None) -> str:
    if year == "XXXX":
        return words.say("date.no_year", date=told)
    return told if near is not None and near.startswith(year) else f"{told} {year}"
