"""Whose a noun of speech is by its clause: who gives an order, goes on warning, or gave out the warning that is told of."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.lists.cues import Cue
from khabar.languages.ar.lists.words import beside_cues
from khabar.languages.ar.phrases.nouns import noun_phrase_end
from khabar.languages.ar.phrases.voices import SOURCES

TO_SOMEBODY = ("accuse", "request", "order", "warn", "threaten", "promise")
"""Acts of speech that somebody is told of as he does them to others."""


def behind_given_out(units: Sequence[Unit], at: int) -> int:
    """Where whoever speaks may stand behind a noun of speech: right behind it, or behind what he did with it (warnings | given out
    by | the ministry), or behind the mark that closes it (the "demand" | of the minister).
    """
    behind = units[at + 1] if at + 2 < len(units) else None
    passed = behind is not None and (behind.view in beside_cues("given_out") or "quote_close" in behind.signature)
    return at + 2 if passed else at + 1


def of_clause(units: Sequence[Unit], at: int, cue: Cue, *, owned: bool) -> tuple[int, int] | None:
    """The subject of the clause, where the noun is its own act: it goes on warning somebody, it gives an order, or gives its
    orders inside what another says (that the leaders issued their orders).
    """
    giver = giver_of(units, at) if cue.act in TO_SOMEBODY else None
    if giver is not None and giver + 1 < at and units[giver + 1].signature & SOURCES:
        return giver + 1, at
    verb = next((k for k in range(at - 1, max(at - 8, -1), -1) if "verb" in units[k].signature), None)
    if verb is None:
        return None
    view = units[verb].view[1:] if "+and" in units[verb].signature else units[verb].view
    going_on = cue.act in TO_SOMEBODY and view in _GOES_ON
    if going_on and at > verb + 1 and noun_phrase_end(units, verb + 1, at) == at:
        return verb + 1, at
    if verb != at - 1 or not (going_on or (owned and "+pron" in units[at].signature)):
        return None
    comp = next((k for k in range(verb - 1, max(verb - 9, -1), -1) if units[k].signature & {"comp", "bi_comp"}), None)
    end = noun_phrase_end(units, comp + 1, verb) if comp is not None else 0
    return (comp + 1, end) if comp is not None and end > comp + 1 else None


_GOES_ON = ("واصل", "واصلت", "يواصل", "تواصل", "كرر", "كررت", "يكرر", "تكرر", "استانف", "استانفت", "كثف", "كثفت")


def giver_of(units: Sequence[Unit], at: int) -> int | None:
    """The verb that gives or issues what stands at `at`, its subject or nothing between (gave the order, the governor issued an
    order to).
    """
    giver = next((k for k in range(at - 1, max(at - 7, -1), -1) if "gives" in units[k].signature), None)
    return giver if giver is not None and noun_phrase_end(units, giver + 1, at) == at else None
