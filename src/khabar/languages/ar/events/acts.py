"""The act of an event word: its row in the list, how far its phrase reaches in the sentence, who did it to whom."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

import msgspec

from khabar.grammar import Unit
from khabar.languages.ar.lists.event_words import EventWord
from khabar.languages.ar.phrases.shapes import has_preposition
from khabar.languages.drafts import Offsets, PartyDraft


class Act(msgspec.Struct, frozen=True):
    """An event word in its sentence: its row, unit indexes of its phrase (half open), what part of speech it is.

    `kind`: "noun", "verb" or "part"; `passive`: None when the form does not tell.  `tail`: where the rest of a split
    verb phrase stands (half open), both 0 for none.
    """

    word: EventWord
    first: int
    last: int
    kind: str
    passive: bool | None = None
    slots: tuple[str, ...] = ()
    tail: tuple[int, int] = (0, 0)


class Parties(NamedTuple):
    """Doer and victim of an event, None where the words do not tell."""

    actor: PartyDraft | None = None
    target: PartyDraft | None = None


def trigger(unit: Unit) -> Offsets:
    """The act word without glued particles; of the preposition "for" only its letter is cut off."""
    start = unit.cut
    if has_preposition(unit):
        start = unit.cut + 1
    return start, unit.end


def unit_at(units: Sequence[Unit], end: int) -> int:
    """The index of the unit in which what ends at the source offset `end` ends; behind the last one where none does."""
    return bisect_left(units, end, key=_end)


_end = attrgetter("end")


def nearest_before(units: Sequence[Unit], at: int, names: frozenset[str], reach: int) -> int | None:
    """The nearest of the `reach` units before units[at] that has one of these classes."""
    for k in range(at - 1, max(at - 1 - reach, -1), -1):
        if units[k].signature & names:
            return k
    return None


def units_of(units: Sequence[Unit], party: PartyDraft | None) -> list[Unit]:
    """The units that name a party; none for nobody."""
    if party is None:
        return []
    start, end = party.span
    return [unit for unit in units if start <= unit.stem < end]


def holds(units: Sequence[Unit], party: PartyDraft | None, name: str) -> bool:
    """Whether a word of a party is of the class `name`."""
    return any(name in unit.signature for unit in units_of(units, party))


def begins(units: Sequence[Unit], party: PartyDraft | None, name: str) -> bool:
    """Whether the first word of a party is of the class `name`."""
    return any(name in unit.signature for unit in units_of(units, party)[:1])


def tells_how(unit: Unit, act: Act) -> bool:
    """Whether an unknown word that may begin with "in" stands right behind a verb of talks: in earnest, and nobody."""
    return unit.signature == _IN_SOME_WAY and act.word.type == "CONSULT"


_IN_SOME_WAY = frozenset(("maybe_bi",))
