"""Parties: who did it and to whom, from the words before and behind an event word."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.drafts import PartyDraft
from khabar.languages.en.forms.units import gazetteer
from khabar.languages.en.phrases.names import name_draft
from khabar.languages.en.phrases.nouns import phrase_end, phrase_start
from khabar.languages.en.phrases.subjects import subject_before

_UNION = "EU"  # the demonym of no country
_TOWARDS = frozenset(("of", "on", "against", "at", "targeting"))


def party(units: Sequence[Unit], first: int, last: int, text: str) -> PartyDraft:
    """The party that units[first:last] name: its words, and the name proper in them."""
    last = _before_place(units, first, last)
    draft = name_draft(units, first, last, text)
    name = draft.name if draft.kind == "person" else " ".join(text[units[first].start : units[last - 1].end].split())
    code = units[first].get("demonym")
    if last - first == 1 and isinstance(code, str) and code != _UNION:
        name = gazetteer().country(code).name
    return PartyDraft((units[first].start, units[last - 1].end), name)


def _before_place(units: Sequence[Unit], first: int, last: int) -> int:
    """The end of a phrase without where it is (his mother in Newtown)."""
    return next((k for k in range(first + 1, last) if units[k].view in _THERE), last)


_THERE = frozenset(("in", "at", "near", "outside", "inside", "into", "through", "with"))


def before(units: Sequence[Unit], group: int, text: str) -> PartyDraft | None:
    """The subject before a verb group."""
    opened = _opening_mark(units, group)
    if opened is not None:
        first = phrase_start(units, opened)
        return party(units, first, group, text)
    subject = subject_before(units, group, text, anything=True)
    if subject is None or subject.pronoun is not None or subject.last <= subject.first:
        return None
    return party(units, _with_counted(units, subject.first), subject.last, text)


def _with_counted(units: Sequence[Unit], first: int) -> int:
    """The start of a subject whose last member and joins to counted ones (12 members of the council and its staff were hurt)."""
    if first < _LEAST or "and_word" not in units[first - 1].signature:
        return first
    begin = phrase_start(units, first - 1)
    return begin if any("NUMBER" in u.signature for u in units[begin:first]) else first


def _opening_mark(units: Sequence[Unit], end: int) -> int | None:
    """The mark that opens a few quoted words which end before a unit (26 "armed men" were killed)."""
    if end < _LEAST or "quote_close" not in units[end - 1].signature or "comma" in units[end - 2].signature:
        return None
    return next((k for k in range(end - 3, max(end - 7, -1), -1) if "quote_open" in units[k].signature), None)


_LEAST = 3


def behind(units: Sequence[Unit], at: int, text: str, *, by: bool) -> PartyDraft | None:
    """The object behind a verb, or who stands behind by."""
    if by:
        at = next((k + 1 for k in range(at, min(at + 8, len(units))) if "by" in units[k].signature), len(units))
    if at >= len(units) or units[at].view == "without" or units[at].signature & _NO_OBJECT:
        return None
    end = phrase_end(units, at, len(units))
    driven = next(
        (k for k in range(at + 1, min(end + 1, len(units) - 1)) if units[k].view in ("into", "through")), None
    )
    if driven is not None:  # a truck into the crowd
        at, end = driven + 1, phrase_end(units, driven + 1, len(units))
    return party(units, at, end, text) if end > at else None


_NO_OBJECT = frozenset(("mark", "prep", "to_word", "TIME", "adverb", "comp", "and_word"))


def noun_parties(units: Sequence[Unit], at: int, text: str) -> tuple[PartyDraft | None, PartyDraft | None]:
    """Actor and target of an event noun."""
    actor = target = None
    if at + 2 < len(units) and units[at + 1].view in _TOWARDS and "TIME" not in units[at + 2].signature:
        end = phrase_end(units, at + 2, len(units))
        target = party(units, at + 2, end, text) if end > at + 2 else None
    doer = next((k for k in range(at + 1, min(at + 12, len(units))) if "by" in units[k].signature), None)
    if doer is not None and not any(u.signature & {"stop", "comma", "CUE"} for u in units[at + 1 : doer]):
        end = phrase_end(units, doer + 1, len(units))
        actor = (
            party(units, doer + 1, end, text) if end > doer + 1 and not units[doer + 1].view.endswith("ing") else None
        )
    if actor is None and at > 0:
        actor = _owner(units, at, text)
    return actor, target


def _owner(units: Sequence[Unit], at: int, text: str) -> PartyDraft | None:
    """The adjective of a country, the name of a force or an owner right before the noun (Russian air strikes)."""
    previous = units[at - 1]
    if "demonym" in previous.signature or (
        previous.signature & {"source_unnamed", "source_body"} and "det" not in previous.signature
    ):
        return party(units, at - 1, at, text)
    if "possessive" in previous.signature:
        first = phrase_start(units, at - 1)
        return party(units, first, at - 1, text) if first < at - 1 else None
    if (
        previous.view in ("taliban", "hamas", "hezbollah", "isis", "is", "nato", "us", "u.s.")
        and "capital" in previous.signature
    ):
        return party(units, at - 1, at, text)
    return None
