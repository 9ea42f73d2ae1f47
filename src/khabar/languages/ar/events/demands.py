"""Demands: acts further on in the list of what somebody is asked for or ordered to do.

A list of demands may begin with what is no event (called on the coalition to pay the salaries, and to lift the siege).  What
"and" joins to it without article is demanded too, of the same people, and was not done.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Unit
from khabar.languages.ar.events.acts import unit_at
from khabar.languages.ar.events.lists import ASKED_FOR
from khabar.languages.ar.events.spoken import addressee, cue_before
from khabar.languages.ar.phrases.shapes import is_article
from khabar.languages.drafts import EventDraft
from khabar.record.vocabulary import EventStatus

_REACH = 25
_STATUS: dict[str, EventStatus] = {"request": "called_for", "order": "ordered"}
_ENDS = frozenset(("stop", "colon", "semicolon", "comp", "bi_comp", "rel", "while", "but", "ACT_VERB", "does", "qad"))
_BRINGS_IN = frozenset(("masdar", "holding", "event_head"))
_PAST = frozenset(("background", "during", "since", "happens"))


def demanded(units: Sequence[Unit], drafts: Sequence[EventDraft], text: str) -> list[EventDraft]:
    """The drafts of a sentence, those that go on with a list of demands with that status, and with who is to fulfil them."""
    kept = list(drafts)
    for k, draft in enumerate(kept):
        if draft.status is None and draft.type in ASKED_FOR and draft.kind == "noun" and draft.follows is None:
            kept[k] = _demanded(units, draft, text)
    return kept


def _demanded(units: Sequence[Unit], draft: EventDraft, text: str) -> EventDraft:
    if draft.background or draft.outcome:
        return draft
    at = unit_at(units, draft.trigger[1])
    first = at if "+and" in units[at].signature else at - 1  # and the holding of | elections
    if first < 1 or "+and" not in units[first].signature or is_article(units[first]):
        return draft
    if first < at and units[first].signature.isdisjoint(_BRINGS_IN):
        return draft
    cue = cue_before(units, first, _ENDS, _REACH)
    if cue is None:
        return draft
    status = _STATUS.get(units[cue]["cue"].act)
    head = next((k for k in range(cue + 1, first) if units[k].signature & {"ila", "+bi"}), None)
    if status is None or head is None or any(unit.signature & _PAST for unit in units[head:first]):
        return draft
    asked = draft.actor or addressee(units, cue, head, text)
    return replace(draft, status=status, actor=asked, asserted=False)
