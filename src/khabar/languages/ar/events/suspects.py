"""Doers who are only suspected or accused: people with a part in an act, as a participle or a noun of having one says.

Reports of arrests and trials name a deed by who is held for it (two men suspected of a part in the blast, the four
involved in the attack, a man accused of killing): they are its doers, and it is alleged of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Unit
from khabar.languages.ar.events.acts import Act, nearest_before
from khabar.languages.ar.events.clause_starts import AGENTS
from khabar.languages.ar.events.people_ahead import people_ahead
from khabar.languages.ar.events.phrases import words
from khabar.languages.ar.phrases.shapes import MEN, is_article
from khabar.languages.drafts import PartyDraft

_TO_THE_ACT = frozenset(("fi", "an", "does_masdar"))
_HELD_FOR_IT = frozenset(("implicated", "involvement"))
_PEOPLE, _THOSE = AGENTS - {"given", "whoever"}, frozenset(("implicated",))
_SOMEBODY = frozenset(("people", "role"))
_NEAR, _LONG = 4, 5
_PASSED = frozenset(("prep_pron", "fi", "rel", "kana"))


def suspect(units: Sequence[Unit], act: Act, text: str) -> PartyDraft | None:
    """Who is held for an act noun: right before it stands a word for having a part in it, or being accused of it."""
    first = act.first
    if first < 1 or not ("+bi" in units[first].signature or units[first - 1].signature & _TO_THE_ACT):
        return None
    at = nearest_before(units, first, _HELD_FOR_IT, _NEAR)
    if (
        at is None
        or "known_place" in units[at].signature
        or any(unit.signature.isdisjoint(_TO_THE_ACT | _PASSED) for unit in units[at + 1 : first])
    ):
        return None
    found = _suspected(units, at, text) if "involvement" in units[at].signature else _held(units, at, text)
    return replace(found, basis="alleged") if found is not None else None


def _suspected(units: Sequence[Unit], at: int, text: str) -> PartyDraft | None:
    """The people before "are suspected of a part in"."""
    if "+pron" not in units[at].signature:
        return None
    verb = _begin_of_particles(units, at) - 1
    if verb < 1 or units[verb].signature.isdisjoint({"suspected", "implicated"}):
        return None
    if "implicated" in units[verb].signature:
        return _held(units, verb, text)
    return _people(units, _begin_of_particles(units, verb), text)


def _begin_of_particles(units: Sequence[Unit], end: int) -> int:
    """The first index of the particles that stand right before units[end]."""
    while end > 0 and units[end - 1].signature & _PASSED:
        end -= 1
    return end


def _held(units: Sequence[Unit], at: int, text: str) -> PartyDraft | None:
    """The people whom a participle describes, else those whom it names itself (those involved); without article it describes none
    that has one (a leader of the movement | involved in).
    """
    if at and not is_article(units[at]) and (is_article(units[at - 1]) or "organisation" in units[at - 1].signature):
        near = range(at - 1, max(at - 1 - _LONG, -1), -1)
        first = next((k for k in near if units[k].signature & _SOMEBODY and not is_article(units[k])), None)
        return words(units, first, at, text) if first is not None else None
    return _people(units, at + 1, text) or _people(units, at + 1, text, _THOSE)


def _people(units: Sequence[Unit], end: int, text: str, heads: frozenset[str] = _PEOPLE) -> PartyDraft | None:
    """The phrase of people that ends before units[end]."""
    first = people_ahead(units, max(end - _LONG, 0), end, heads)
    if first is not None and first == end - 1 and first and _describes(units, first):
        first -= 1
    return words(units, first, end, text) if first is not None else None


def _describes(units: Sequence[Unit], at: int) -> bool:
    """Whether a participle with the article agrees in number with the known people before it (the soldiers | accused of)."""
    unit, before = units[at], units[at - 1]
    if "implicated" not in unit.signature or "people" not in before.signature or not is_article(unit):
        return False
    return is_article(before) and (before["people"].number == "p") == unit.view.endswith(MEN)
