"""Verdicts among the event words: a punishment that a court passes is an act of the court, and is told once.

The noun of the punishment is read where the verb or noun of judging is no event word by itself (was punished with).
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Unit
from khabar.languages.ar.events.acts import Act, Parties
from khabar.languages.ar.events.clause_starts import AGENTS
from khabar.languages.ar.events.phrases import party, phrase_end, words
from khabar.languages.ar.events.status import told
from khabar.languages.ar.events.subjects import span_before
from khabar.languages.ar.phrases.shapes import is_article
from khabar.languages.ar.phrases.verdicts import judged_at
from khabar.languages.drafts import EventDraft, PartyDraft

OF_COURTS = ("trial", "execution")
"""The kinds of acts that courts do, or have done."""
_TOLD = frozenset(("condemned", "faces", "writ"))


def as_verdict(done: Sequence[Unit], units: Sequence[Unit], act: Act) -> Act | None:
    """The act as what it is where a court only passes it; None where another word tells that, or nobody was judged now.

    `done`: the units before it, marked.
    """
    at = judged_at(units, act.first)
    if at is None:
        return act
    if at < act.first and ("ACT" in done[at].signature or not units[at].signature.isdisjoint(_TOLD)):
        return None
    if act.word.subtype == "trial":
        return act
    return Act(
        replace(act.word, type="COERCE", subtype="trial", method=None, needs="phrase"), act.first, act.last, act.kind
    )


def of_verdict(units: Sequence[Unit], act: Act, found: Parties, text: str) -> Parties:
    """The parties of a trial, or of a sentence carried out, where its words name a punishment: whom it is passed on stands in its
    genitive, or behind it.
    """
    last = max(act.last, act.tail[1])
    at = next((k for k in range(last - 1, act.first - 1, -1) if units[k].signature & _PUNISHED), None)
    if act.word.subtype == "execution" and (at is None or found.target is not None or last == act.first + 1):
        return found
    target = _alone(units, found.target, text) if at is None else _judged(units, at, text)
    target = _named_ahead(units, act.first, text) or target
    if target is None:
        return found
    return Parties(None if found.actor is not None and found.actor.span[0] >= target.span[0] else found.actor, target)


def ruled_by(units: Sequence[Unit], act: Act, text: str) -> PartyDraft | None:
    """The court, judge or prosecutor who orders a detention or a release, or issues a verdict or a warrant (the prosecutor orders |
    the jailing of three; a judge issues | a verdict).
    """
    if act.word.subtype not in _RULED and act.word.type != "RETREAT":
        return None
    for k in range(act.first, max(act.first - _REACH, -1), -1):
        unit = units[k]
        if unit.signature & _STOPS:
            return None
        ruled = "gives" in unit.signature or ("CUE" in unit.signature and "cue" in unit and unit["cue"].act == "order")
        if ruled and "verb" in unit.signature:
            if k + 1 < len(units) and k + 1 != act.first and "court" in units[k + 1].signature:
                return words(units, k + 1, phrase_end(units, k + 1), text)
            before = span_before(units, k)
            named = before is not None and "court" in units[before[0]].signature
            return words(units, *before, text) if before is not None and named else None
    return None


_RULED = ("trial", "arrest", "execution")
_STOPS = frozenset(("stop", "comp", "bi_comp", "colon", "semicolon"))


def _alone(units: Sequence[Unit], target: PartyDraft | None, text: str) -> PartyDraft | None:
    """Whoever is judged, without what for and to what (sentenced X | to prison, on a charge of)."""
    if target is None:
        return None
    inside = [k for k, unit in enumerate(units) if target.span[0] <= unit.cut < target.span[1]]
    cut = next((k for k in inside[1:] if "+bi" in units[k].signature and units[k].signature & _WHAT_FOR), None)
    return words(units, inside[0], cut, text) if cut is not None else target


_WHAT_FOR = frozenset(("punishment", "court"))


def _passed_on(units: Sequence[Unit], at: int, text: str) -> PartyDraft | None:
    """Who is punished by the punishment at `at` (the jailing of three | prison, five years, on three)."""
    if at + 1 < len(units) and not is_article(units[at]) and units[at + 1].signature & _PEOPLE:
        return _alone(units, party(units, at + 1, text), text)
    for k in range(at + 1, min(at + _REACH, len(units) - 1)):
        signature = units[k].signature
        if signature & _ENDS:
            return None
        if signature & {"ala", "target_before"} or ("fi" in signature and units[k + 1].signature & _PEOPLE):
            return _alone(units, party(units, k + 1, text), text)
        if k <= at + _NEAR and "+li" in signature and signature & _PEOPLE:
            return party(units, k, text)
    return None


def _judged(units: Sequence[Unit], at: int, text: str) -> PartyDraft | None:
    """Who is judged: behind the punishment, or between the word of judging and it (the sentencing of X | to prison)."""
    behind = _passed_on(units, at, text)
    if behind is not None:
        return behind
    judged = judged_at(units, at)
    if judged is None or judged + 2 >= at or "ala" not in units[judged + 1].signature:
        return None
    return _alone(units, party(units, judged + 2, text), text)


def _named_ahead(units: Sequence[Unit], at: int, text: str) -> PartyDraft | None:
    """On whom a verdict is passed, told between the verb and it (there was issued, against X, | a sentence)."""
    if "verdict" not in units[at].signature:
        return None
    for k in range(at - 1, max(at - _REACH, 0), -1):
        signature = units[k].signature
        if signature & {"ala", "target_before"} and units[k - 1].signature & {"issued", "gives"}:
            end = phrase_end(units, k + 1, at)
            return words(units, k + 1, end, text) if end == at else None
        if signature & _ENDS:
            return None
    return None


_REACH, _NEAR = 12, 2
_PUNISHED = frozenset(("punishment", "capital"))
_PEOPLE = AGENTS | {"people", "NUMBER", "whoever"}
_ENDS = frozenset(("stop", "CUE", "comp", "bi_comp", "colon", "ACT", "semicolon"))
_LEFT = (None, "ordered", "planned")


def passed(units: Sequence[Unit], at: int, draft: EventDraft) -> EventDraft:
    """The draft of a trial with the status of the verb or noun that passes the punishment at `at`: elsewhere such a verb only
    orders or plans what stands behind it.
    """
    if "punishment" not in units[at].signature or draft.status not in _LEFT:
        return draft
    judged = judged_at(units, at)
    if judged is None or not units[judged].signature.isdisjoint(_NOT_PASSED):
        return draft
    by_verb = "verb" in units[judged].signature and not is_article(units[judged])
    status = told(units, judged)
    return replace(draft, status=status, done=status is None) if status or by_verb else draft


_NOT_PASSED = frozenset(("writ", "faces", "condemned"))
