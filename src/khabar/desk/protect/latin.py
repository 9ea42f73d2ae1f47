"""Name-like words in Latin, Greek and Cyrillic letters: what is written with a capital and is no ordinary word.

A capital at the beginning of a sentence says nothing, so such a word counts unless it is known to be an ordinary one; within a
sentence every capital counts but those of days, months, offices and peoples.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from khabar.desk.protect.arabic import Run
from khabar.desk.protect.cues import words_of
from khabar.grammar import Unit

_BARE: Final = frozenset(("capital", "capitals", "word", "toponym", "given", "surname", "phrase"))
_FUNCTION: Final = frozenset(
    ("article", "det", "prep", "comp", "rel", "be", "be_form", "neg", "and", "other_pronoun", "possessive_det", "modal",
     "month_name", "weekday", "pronoun", "number", "digits", "adverb", "demonym", "conj")
)  # fmt: skip
_OFFICES: Final = frozenset(
    ("role", "people", "demonym", "month_name", "weekday", "source_unnamed", "org_tail", "source_body")
)
_JOINTS: Final = frozenset(
    ("al", "el", "ul", "bin", "ibn", "bint", "ben", "abu", "umm", "de", "van", "von", "der", "da", "di", "la", "du")
)
_MOST: Final = 8
_DAYS: Final = frozenset(
    ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may",
     "june", "july", "august", "september", "october", "november", "december", "i", "jan", "feb", "mar", "apr", "jun", "jul", "aug",
     "sep", "sept", "oct", "nov", "dec")
)  # fmt: skip


def latin_runs(units: Sequence[Unit], ordinary: AbstractSet[str], listed: bool = False) -> Iterator[Run]:
    """The name-like stretches of a paragraph.  `ordinary`: lower-case words of the same texts; `listed`: in a list of names."""
    at = 0
    while at < len(units):
        end = at
        while end < len(units) and end - at < _MOST and (
            _named(units, end, ordinary, begun=end > at) or (end > at and _joins(units, end))
        ):  # fmt: skip
            end += 1
        while end > at + 1 and units[end - 1].view in _JOINTS | {"-", "."}:
            end -= 1
        if end > at:
            chosen = units[at:end]
            sure = end - at > 1 or listed or "given" in chosen[0] or _behind_cue(units, at)
            yield Run(chosen[0].start, chosen[-1].end, sure)
        at = max(end, at + 1)


def _named(units: Sequence[Unit], at: int, ordinary: AbstractSet[str], *, begun: bool) -> bool:
    unit = units[at]
    letters = unit.text[:1]
    if not letters.isalpha() or letters == letters.lower() or "mark" in unit:
        return (
            not begun
            and letters.isalpha()
            and units[at - 1].view in words_of("tight")
            and at > 0
            and unit.signature <= _BARE
        )
    if unit.view in _DAYS or unit.signature & _OFFICES:
        return _bears(units, at, begun=begun)
    if begun:
        return True
    if _first(units, at):
        plain = unit.text.lower() in ordinary or not unit.signature <= _BARE or bool(unit.signature & _FUNCTION)
        more = at + 1 < len(units) and not unit.signature & _FUNCTION and _capital(units[at + 1])
        return not plain or more or "given" in unit
    return not unit.signature & {"article", "det", "weekday", "month_name", "other_pronoun"} or "given" in unit


def _bears(units: Sequence[Unit], at: int, *, begun: bool) -> bool:
    """Whether a day, a month, an office or a people is what somebody is called (Joy King, April Young, they arrested Major).

    A title stands before a name or behind an article, a month beside a number or behind a preposition.
    """
    following = units[at + 1] if at + 1 < len(units) else None
    more = following is not None and following.text[:1].isupper() and "mark" not in following
    day = units[at].view in _DAYS
    if units[at].signature & {"demonym"} or units[at].view == "i":
        return False
    before = units[at - 1] if at else None
    dated = day and any(unit is not None and ("digits" in unit or "prep" in unit) for unit in (before, following))
    if begun:
        return not dated
    if before is None or _first(units, at):
        return day and more and following is not None and following.view not in _DAYS
    held = bool(before.signature & {"article", "det", "possessive", "possessive_det", "digits"})
    return not held and not dated and (day or not more) and not (day and before.view in _DAYS)


def _capital(unit: Unit) -> bool:
    return unit.text[:1].isupper() and not unit.signature & (_OFFICES | _FUNCTION)


def _first(units: Sequence[Unit], at: int) -> bool:
    """The first word of a sentence, a line or a quotation."""
    if at == 0:
        return True
    before = units[at - 1].signature
    return bool(before & {"stop", "colon", "quote", "quote_open", "bracket_open", "dash", "question", "digits"}) or (
        "mark" in before and "comma" not in before
    )


def _joins(units: Sequence[Unit], at: int) -> bool:
    """A small word or a hyphen inside a name, with more of the name behind it."""
    following = units[at + 1] if at + 1 < len(units) else None
    small = (
        units[at].view in _JOINTS or units[at].view == "-" or (units[at].view == "." and len(units[at - 1].text) == 1)
    )
    return small and following is not None and (following.text[:1].isupper() or following.view in _JOINTS | {"-"})


def _behind_cue(units: Sequence[Unit], at: int) -> bool:
    return at > 0 and (units[at - 1].view in words_of("tight") or units[at - 1].view in words_of("kin"))
