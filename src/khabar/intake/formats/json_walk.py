"""A JSON document walked instead of turned into objects, so that each of its parts is kept in the very characters it stands in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

from khabar.intake.encodings import clean

DECODER: Final = json.JSONDecoder()
_SPACE: Final = " \t\r\n"


def members(text: str, at: int) -> Iterator[tuple[str, int]]:
    """Name and begin of the value of each member of the object that begins at `at`.  Raises ValueError."""
    at = _past(text, at, "{")
    while text[at : at + 1] not in ("}", ""):
        name, at = DECODER.raw_decode(text, at)
        begin = _past(text, _blank(text, at), ":")
        yield str(name), begin
        _, at = DECODER.raw_decode(text, begin)
        at = _blank(text, at)
        at = _past(text, at, ",") if text[at : at + 1] == "," else at


def elements(text: str, at: int) -> Iterator[tuple[int, int]]:
    """Begin and end of each element of the array that begins at `at`.  Raises ValueError."""
    at = _past(text, at, "[")
    while text[at : at + 1] not in ("]", ""):
        _, end = DECODER.raw_decode(text, at)
        yield at, end
        at = _blank(text, end)
        at = _past(text, at, ",") if text[at : at + 1] == "," else at


def _blank(text: str, at: int) -> int:
    while text[at : at + 1] and text[at] in _SPACE:
        at += 1
    return at


def _past(text: str, at: int, sign: str) -> int:
    at = _blank(text, at)
    if text[at : at + 1] != sign:
        raise json.JSONDecodeError(f"expected {sign}", text, at)
    return _blank(text, at + 1)


def scalar(value: Any) -> str | None:
    """A value of JSON as text; None for one that is empty, true or false, or holds others."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return clean(str(value))[0].strip() or None
