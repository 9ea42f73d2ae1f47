"""What a column may hold: what a person puts in stays for ever, so it is held against the vocabularies before it is entered."""

from __future__ import annotations

import datetime as dt
import json
import math
import re
from typing import Any, Final, get_args

from khabar.ledger.errors import CaseError
from khabar.ledger.layers import LARGEST
from khabar.record import vocabulary as v

FIXED: Final = ("record", "item", "rule")
"""Columns that nobody corrects."""
ACTOR_KINDS: Final = ("person", "organisation", "group", "government", "unnamed")
_EMPTY: Final = ("",)
"""Where a claim has no status or polarity the column holds no word."""
VOCABULARY: Final[dict[tuple[str, str], tuple[str, ...]]] = {
    ("claims", "act"): get_args(v.Act),
    ("claims", "mode"): get_args(v.Mode),
    ("claims", "status"): get_args(v.Status) + _EMPTY,
    ("claims", "polarity"): get_args(v.Polarity) + _EMPTY,
    ("claims", "distance"): get_args(v.Distance),
    ("claims", "found_by"): get_args(v.FoundBy),
    ("figures", "measure"): get_args(v.Measure),
    ("figures", "bound"): get_args(v.Bound),
    ("events", "type"): get_args(v.EventType),
    ("events", "subtype"): get_args(v.Subtype),
    ("events", "status"): get_args(v.EventStatus),
    ("events", "basis"): get_args(v.Basis),
    ("actors", "kind"): ACTOR_KINDS,
    ("times", "kind"): get_args(v.TimeKind),
    ("places", "kind"): get_args(v.PlaceKind),
    ("withheld", "what"): get_args(v.WithheldWhat),
}
"""The words of a column that has no others."""
FLAGS: Final = frozenset({("claims", "headline"), ("figures", "implicit"), ("actors", "public_role")})
"""Columns of yes (1) and no (0)."""
DATES: Final = frozenset({("events", "date"), ("times", "value"), ("figures", "as_of")})
LISTS: Final = frozenset({("claims", "via")})
"""Columns that hold a JSON array of names."""
REFERENCES: Final = {
    ("claims", "actor"): "actors", ("claims", "within"): "claims", ("claims", "same_as"): "claims",
    ("figures", "claim"): "claims", ("figures", "event"): "events", ("figures", "part_of"): "figures",
    ("figures", "same_as"): "figures", ("events", "claim"): "claims", ("events", "same_as"): "events",
}  # fmt: skip
"""Columns that hold the id of an item of the same document, each with its layer."""
_LIMITS: Final = {
    "low": (0, LARGEST), "high": (0, LARGEST), "magnitude": (1, LARGEST), "mentions": (1, LARGEST),
    "lat": (-90, 90), "lon": (-180, 180), "geonames": (1, LARGEST),
}  # fmt: skip
_COUNTRY: Final = re.compile(r"[A-Z]{2}")
_PART: Final = re.compile(
    r"(?:XXXX|\d{4})(?:-\d{2}(?:-\d{2})?)?(?:T(?:MO|AF|EV|NI|\d{2}(?::\d{2}(?::\d{2})?)?)(?:Z|[+-]\d{2}:\d{2})?)?"
    r"|\d{3}X|\d{2}XX|\d{4}-W\d{2}(?:-WE|-[1-7])?|\d{4}-Q[1-4]|\d{4}-H[12]|\d{4}-(?:SP|SU|FA|WI)"
)
_DAY: Final = re.compile(r"(?P<year>XXXX|\d{4})-(?P<month>\d{2})(?:-(?P<day>\d{2}))?(?!\d)")


def fitting(layer: str, column: str, value: Any, declared: tuple[str, bool]) -> Any:
    """A value as its column holds it; numbers may come as text.  `declared`: the type in schema.sql, and whether it may be
    empty.  Raises CaseError, which says what is allowed.
    """
    kind, empty = declared
    if value is None and empty:
        return None
    try:
        made = _typed(value, kind)
    except (ValueError, OverflowError) as error:
        raise CaseError("value_unfit", column=column, value=value, type=kind) from error
    known = VOCABULARY.get((layer, column)) or ((0, 1) if (layer, column) in FLAGS else None)
    if known is not None and made not in known:
        told = ", ".join(str(word) if word != "" else "“”" for word in known)
        raise CaseError("value_not_allowed", column=column, value=value, known=told)
    if not _sound(layer, column, made):
        raise CaseError("value_malformed", column=column, value=value, form=form_of(layer, column))
    return made


def form_of(layer: str, column: str) -> str:
    """What a column takes that has no vocabulary, as a pattern for people: "YYYY-MM-DD", "0 … "."""
    if (layer, column) in DATES:
        return "YYYY-MM-DD, YYYY-MM, YYYY, YYYY-MM-DDThh:mm, YYYY-MM-DD/YYYY-MM-DD"
    if (layer, column) in LISTS:
        return '["…", "…"]'
    if column == "country":
        return "AA (ISO 3166-1)"
    low, high = _LIMITS.get(column, (0, LARGEST))
    return f"{low} … {high if high < LARGEST else ''}".rstrip()


def _typed(value: Any, kind: str) -> str | int | float:
    """Raises ValueError, OverflowError."""
    if kind == "TEXT" and isinstance(value, str):
        return value
    if kind == "INTEGER" and isinstance(value, int | str) and abs(int(value)) <= LARGEST:
        return int(value)
    if kind == "REAL" and isinstance(value, int | float | str) and math.isfinite(float(value)):
        return float(value)
    raise ValueError(kind)


def _sound(layer: str, column: str, value: Any) -> bool:
    if (layer, column) in DATES:
        return is_date(value)
    if (layer, column) in LISTS:
        return _is_list(value)
    if column == "country":
        return _COUNTRY.fullmatch(value) is not None
    low, high = _LIMITS.get(column, (None, None))
    return low is None or high is None or low <= value <= high


def is_date(value: str) -> bool:
    """Whether it is a value of a time: of a day, a month, a year, a week, a season …, or two of them with a slash between."""
    parts = value.split("/")
    if len(parts) > 2 or not all(_PART.fullmatch(part) for part in parts):
        return False
    return all(_in_calendar(found) for part in parts if (found := _DAY.match(part)))


def _in_calendar(found: re.Match[str]) -> bool:
    year = 2000 if found["year"] == "XXXX" else int(found["year"])
    try:
        dt.date(year, int(found["month"]), int(found["day"] or 1))
    except ValueError:
        return False
    return True


def _is_list(value: str) -> bool:
    try:
        names = json.loads(value)
    except (ValueError, RecursionError):
        return False
    return isinstance(names, list) and bool(names) and all(isinstance(name, str) and name for name in names)
