"""News agencies that a text names: in a credit line, a dateline, or as where its words come from.

The names are those of the packs' lists of media.  Some of them are ordinary words as well (واس, باب, PA): these count only where
a credit stands, which is in brackets, at the head of a dateline, at the very end, or after the word for an agency.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from khabar.languages.wordlists import alternatives, rows
from khabar.text.fold import fold, fold_word

_FOLDER: Final = Path(__file__).parent
_WORD: Final = re.compile(r"[^\W_]+")
_HEADS: Final = frozenset(
    fold_word(f"{before}\u0648\u0643\u0627\u0644\u0629") for before in ("", "\u0627\u0644", "\u0648")
)
_DATELINE: Final = 60
"""Characters at the head of a text in which a dateline ends."""
_SHORT: Final = 4
"""Letters of a Latin name that is taken in capitals only (AP, PA, TASS)."""


class Named(NamedTuple):
    """An agency and where the text names it (offsets of the source)."""

    agency: str
    start: int
    end: int


class _Name(NamedTuple):
    words: tuple[str, ...]
    agency: str
    only_credits: bool
    written: str


def agencies_in(text: str) -> list[Named]:
    """Every naming of an agency, in the order of the text."""
    folded = fold(text)
    words = [(word[0], *word.span()) for word in _WORD.finditer(folded.text)]
    lower = [word.lower() for word, _, _ in words]
    found: list[Named] = []
    at = 0
    while at < len(words):
        name = next((n for n in _names().get(lower[at], ()) if tuple(lower[at : at + len(n.words)]) == n.words), None)
        if name is not None:
            start, end = words[at][1], words[at + len(name.words) - 1][2]
            headed = at > 0 and lower[at - 1] in _HEADS
            if _fits(name, folded.text, (start, end), headed):
                found.append(Named(name.agency, *folded.source_span(start, end)))
                at += len(name.words) - 1
        at += 1
    return found


def _fits(name: _Name, text: str, place: tuple[int, int], headed: bool) -> bool:
    start, end = place
    if name.written.isascii() and len(name.written) <= _SHORT and text[start:end] != name.written:
        return False
    return not name.only_credits or headed or _is_credit(text, start, end)


def _is_credit(text: str, start: int, end: int) -> bool:
    """In brackets, before the dash or colon of a dateline, or the last word."""
    before, behind = text[:start].rstrip()[-1:], text[end : end + 40].lstrip()[:1]
    if before in ("(", "[") and behind in (")", "]", ",", "/", "-", "."):
        return True
    if end <= _DATELINE and behind in ("-", ":", "\u2013", "\u2014"):
        return True
    return bool(before) and before in "\n-\u2013(" and not text[end:].strip(" \n.)]")


@cache
def _names() -> dict[str, list[_Name]]:
    """Names by their first words, longest first."""
    one_name = {row["name"]: row["agency"] for row in rows(_FOLDER / "agencies.tsv")}
    known: dict[str, list[_Name]] = {}
    for written, agency, only_credits in _listed():
        words = tuple(word.lower() for word in _WORD.findall(fold(written).text))
        if words:
            known.setdefault(words[0], []).append(_Name(words, one_name.get(agency, agency), only_credits, written))
    return {first: sorted(names, key=lambda name: -len(name.words)) for first, names in known.items()}


def _listed() -> list[tuple[str, str, bool]]:
    arabic = [
        (row["name"], row["name_en"] or row["name"], row["needs_head"] == "1")
        for row in rows(_FOLDER / "ar" / "words" / "media.tsv")
        if row["kind"] == "agency"
    ]
    english = [
        (name, name, len(name) <= _SHORT)
        for row in rows(_FOLDER / "en" / "words" / "media.tsv")
        if row["flags"] == "agency"
        for name in alternatives(row["names"])
    ]
    return [*arabic, *english]
