"""khabar reads news reports of a crisis and keeps the record: who said what, through whom, what, where, when, how many.

    import khabar

    report = khabar.read(text, published="2022-01-07", outlet="…")
    killed = khabar.open("almaty.khabar").figures(measure="killed", place="Almaty")

The names below are the desk's; they are loaded at first use, so that the builders of the tables, which live in the
same package, start without the rooms that need those tables.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from khabar.desk import VERSION as __version__  # noqa: N811
    from khabar.desk import Explanation, UnknownItem, explain, read
    from khabar.desk.cases import Case as open  # noqa: A004, N813 - khabar.open, as in gzip.open
    from khabar.desk.cases import CaseError
    from khabar.desk.digest import digest
    from khabar.desk.telling import sentence
    from khabar.record import Report, json_schema

_DOORS = {
    "__version__": ("khabar.desk", "VERSION"),
    "CaseError": ("khabar.desk.cases", "CaseError"),
    "Explanation": ("khabar.desk", "Explanation"),
    "UnknownItem": ("khabar.desk", "UnknownItem"),
    "digest": ("khabar.desk.digest", "digest"),
    "explain": ("khabar.desk", "explain"),
    "read": ("khabar.desk", "read"),
    "Report": ("khabar.record", "Report"),
    "open": ("khabar.desk.cases", "Case"),
    "json_schema": ("khabar.record", "json_schema"),
    "sentence": ("khabar.desk.telling", "sentence"),
}

__all__ = [
    "CaseError",
    "Explanation",
    "Report",
    "UnknownItem",
    "__version__",
    "digest",
    "explain",
    "json_schema",
    "open",
    "read",
    "sentence",
]


def __getattr__(name: str) -> Any:
    """The public name, from its room."""
    if name not in _DOORS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    room, attribute = _DOORS[name]
    return getattr(importlib.import_module(room), attribute)
