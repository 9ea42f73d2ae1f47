"""Days as spreadsheets leave them: serial numbers, moments, and day, month and year in some order."""

from __future__ import annotations

import datetime as dt
import re
from contextlib import suppress
from typing import Any, Final

from khabar.desk.cases.bringing_back.spelling import plain, unguarded
from khabar.desk.wording import messages, ui_languages

_EPOCH: Final = dt.datetime(1899, 12, 30)  # noqa: DTZ001 - serial numbers have no zone
_FIRST_SERIAL, _LAST_SERIAL = 18_264, 73_415  # 1950 to 2100: a smaller number is a year
_NUMERIC: Final = re.compile(
    r"(?P<a>\d{1,4})[/.\-](?P<b>\d{1,2})[/.\-](?P<c>\d{1,4})"
    r"(?:[ T](?P<h>\d{1,2}):(?P<m>\d{2})(?::\d{2})?(?: ?(?P<half>[AP])M)?)?",
    re.IGNORECASE,
)
_NAMED: Final = re.compile(r"(?:(?P<day>\d{1,2})[ \-/])?(?P<month>[^\W\d_]+)[ \-/,]+(?P<year>\d{2,4})")
_CENTURY: Final = 2000
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def days_in(cell: Any) -> set[str]:
    """Every day, moment or month that a cell may mean, as the case writes them (YYYY-MM-DD, …Thh:mm, YYYY-MM)."""
    if isinstance(cell, dt.datetime):
        return _moment(cell)
    if isinstance(cell, dt.date):
        return {cell.isoformat()}
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _serial(float(cell))
    if not isinstance(cell, str):
        return set()
    told = plain(unguarded(cell))
    if re.fullmatch(r"\d+(?:\.\d+)?", told):
        return _serial(float(told))
    if found := _NUMERIC.fullmatch(told):
        return _numeric(found)
    named = _NAMED.fullmatch(told)
    return _month(named) if named else set()


def _moment(moment: dt.datetime) -> set[str]:
    day = moment.date().isoformat()
    return {day} if moment.time() == dt.time() else {f"{day}T{moment:%H:%M}"}


def _serial(number: float) -> set[str]:
    if number.is_integer() and 1000 <= number <= 2999:
        return {str(int(number))}
    if not _FIRST_SERIAL <= number <= _LAST_SERIAL:
        return set()
    moment = _EPOCH + dt.timedelta(minutes=round(number * 24 * 60))
    return _moment(moment)


def _numeric(found: re.Match[str]) -> set[str]:
    a, b, c = (int(found[name]) for name in "abc")
    orders = {(a, b, c)} if len(found["a"]) == 4 else {(_year(c), b, a), (_year(c), a, b)}
    hour = int(found["h"]) % 12 + 12 * (found["half"].upper() == "P") if found["half"] else int(found["h"] or 0)
    made: set[str] = set()
    for year, month, day in orders:
        with suppress(ValueError):
            made |= _moment(dt.datetime(year, month, day, hour, int(found["m"] or 0)))  # noqa: DTZ001 - as written
    return made


def _month(found: re.Match[str]) -> set[str]:
    name = found["month"].casefold()
    number = _MONTHS.index(name[:3]) + 1 if name[:3] in _MONTHS else _months().get(name)
    if number is None:
        return set()
    month = f"{_year(int(found['year'])):04}-{number:02}"
    return {f"{month}-{int(found['day']):02}"} if found["day"] else {month}


def _months() -> dict[str, int]:
    """Months by the names that khabar itself gives them."""
    made: dict[str, int] = {}
    for code in ui_languages():
        for number, name in messages(code).tables["month"].items():
            if str(number).isdigit():
                made[plain(str(name)).casefold()] = int(number)
    return made


def _year(number: int) -> int:
    return number + _CENTURY if number < 100 else number
