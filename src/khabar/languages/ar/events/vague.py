"""Times that no calendar holds: what goes on daily, from time to time, or happened in the last weeks, is of no day."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Unit
from khabar.languages.ar.events.acts import unit_at
from khabar.languages.ar.events.dates import is_fate
from khabar.languages.ar.phrases.shapes import IMPERFECT
from khabar.languages.calendar import Calendar
from khabar.languages.drafts import EventDraft

VAGUE = frozenset(("now_and_then", "period", "at_times", "again_and_again", "since"))
"""A sentence without any of these names no such time."""
_REACH, _CARRIED = 12, 3  # units
_VERBS = frozenset(("ACT_VERB", "does"))
_AND = "\N{ARABIC LETTER WAW}"
_PAST = 2  # units: the few weeks past
_MANY = frozenset(("day_many", "week_many", "month_many", "year_many", "decade_many"))
_BACK = frozenset(("since", "ago"))
_TURNS = frozenset(("stop", "semicolon", "meanwhile", "comp", "bi_comp", "CUE"))


def of_no_day(units: Sequence[Unit], drafts: Sequence[EventDraft]) -> list[EventDraft]:
    """The drafts, those told as of another time whose clause names no day but a vague time."""
    vague = [at for at, unit in enumerate(units) if unit.signature & VAGUE and _is_vague(units, at)]
    since = [at for at, unit in enumerate(units) if "since" in unit.signature and _is_long_ago(units, at)]
    if not vague and not since:
        return list(drafts)
    return [
        replace(d, earlier=True)
        if not d.when and (_is_of(units, d, vague) or (since and _goes_on(units, d, since)))
        else d
        for d in drafts
    ]


def _is_long_ago(units: Sequence[Unit], at: int) -> bool:
    """Whether nothing but a year follows "since"."""
    when = units[at + 1]["TIME"].when if at + 1 < len(units) and "TIME" in units[at + 1].signature else None
    return isinstance(when, Calendar) and when.year is not None and when.month is None


def _goes_on(units: Sequence[Unit], draft: EventDraft, since: Sequence[int]) -> bool:
    """Whether the clause of a draft, its verb in the imperfect, tells what goes on since a year (the group fights the army, or
    launches attacks, since 2007).
    """
    here = unit_at(units, draft.trigger[1])
    verb = next((k for k in range(here, max(here - _CARRIED, -1), -1) if units[k].signature & _VERBS), None)
    if verb is None or not units[verb].view.lstrip(_AND).startswith(IMPERFECT) or "rel" in units[verb - 1].signature:
        return False
    return any(0 < at - here <= _REACH and _is_joined(units, here, at) for at in since)


def _is_vague(units: Sequence[Unit], at: int) -> bool:
    """Whether a time that no calendar holds begins at a unit: daily; from time to time; in the few weeks past; for days."""
    here = units[at].signature
    if "at_times" in here:
        return True
    if "again_and_again" in here:
        return at > 0 and "ACT_NOUN" in units[at - 1].signature
    behind = units[at + 1 : at + 1 + _PAST]
    if "now_and_then" in here:
        return any("another" in unit.signature for unit in behind[:1])
    if here.isdisjoint(_MANY):
        return False
    if "+al" in here:
        return any("lately" in unit.signature for unit in behind)
    return at > 0 and not units[at - 1].signature.isdisjoint(_BACK)


def _is_of(units: Sequence[Unit], draft: EventDraft, vague: Sequence[int]) -> bool:
    """Whether a vague time stands in the clause of a draft, with no other act between."""
    here = unit_at(units, draft.trigger[1])
    return any(abs(at - here) <= _REACH and _is_joined(units, here, at) for at in vague)


def _is_joined(units: Sequence[Unit], here: int, at: int) -> bool:
    """Whether only words of one clause stand between an act and a time; what became of its victims is no other act."""
    for unit in units[min(here, at) + 1 : max(here, at)]:
        if unit.signature & _TURNS or ("ACT" in unit.signature and not is_fate(unit)):
            return False
    return True
