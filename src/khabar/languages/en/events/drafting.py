"""Drafts of events: an act word with its parties, and what the words around it say of place, day and status."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Match, Unit
from khabar.languages.drafts import EventDraft, PartyDraft
from khabar.languages.en.events.settings import told, when, where
from khabar.languages.en.lists.event_words import EventWord
from khabar.languages.en.phrases.nouns import BORDERS


def event_draft(
    m: Match, word: EventWord, kind: str, actor: PartyDraft | None, target: PartyDraft | None
) -> EventDraft:
    """The draft of the event that `word` names at m.first; `kind`: verb or noun."""
    units, at = m.units, m.first
    status = told(units, at)
    subtype = word.subtype
    background = any(u.view in _REFERS for u in units[max(at - 4, 0) : at])
    described = _of_phrase(units, at) if kind == "noun" else []
    return EventDraft(
        trigger=(units[at].start, units[at].end),
        type=word.type,
        rule=m.rule.id,
        lemma=word.lemma,
        kind=kind,
        phrase=(units[at].start, units[at].end),
        stem=(word.lemma.rpartition(" ")[2] if kind == "noun" else word.lemma)[:5],  # a plane crash is the crash
        where=where(units, at),
        when=when(units, at),
        subtype=subtype,
        actor=actor if "actorless" not in word.flags else None,
        target=target,
        status=status,
        outcome="outcome" in word.flags,
        weak="weak" in word.flags,
        plural=units[at].view.endswith("s"),
        counts="people" in word.flags,
        of_games=word.lemma.split(" ")[0].removesuffix("s") in _OF_GAMES,
        another=any(u.view in _ANSWERED for u in units[max(at - 4, 0) : at]) or _is_set_apart(units, at, described),
        earlier=any(u.view in _PAST for u in described),
        background=background,
        before=background,
        definite=at > 0
        and (units[at - 1].view in ("the", "this") or (units[at - 1].view == "that" and not _is_said(units, at))),
    )


def _of_phrase(units: Sequence[Unit], at: int) -> list[Unit]:
    """The words right before an event noun that describe it, with those of the phrase that counts it (a wave of raids)."""
    first = at
    while first > 0 and at - first < _LONG and not _parts(units[first - 1]):
        first -= 1
    return list(units[first:at])


def _parts(unit: Unit) -> bool:
    """Whether a word stands in no phrase of the noun behind it; of does, other prepositions do not."""
    return (
        not unit.signature.isdisjoint(_BORDERS)
        or unit.view in _KNOWN
        or ("prep" in unit.signature and "of_word" not in unit.signature)
    )


_KNOWN = frozenset(("the", "these", "those"))  # many of the attacks: those told before
_LONG = 5  # units
_BORDERS = BORDERS | {"mark", "event_noun", "event_verb"}


def _is_set_apart(units: Sequence[Unit], at: int, words: Sequence[Unit]) -> bool:
    """Whether the words before its noun set an act apart from those told before: another attack, many attacks, a series of
    attacks.
    """
    before = units[max(at - len(words) - 2, 0) : at - len(words)]
    if any(u.signature & {"be", "be_form"} for u in before):
        return False  # it was the second attack in a month
    several = units[at].view.endswith("s") and any(u.view in _MANY for u in words)
    return several or any(u.view in _OTHER for u in words)


_OTHER = frozenset(
    (
        *("another", "other", "second", "third", "fourth", "separate", "similar", "previous", "earlier", "past"),
        *("a second", "a third", "a similar", "former", "future", "further"),
    )
)
_MANY = frozenset(
    (
        *("many", "several", "series", "wave", "spate", "string", "dozens", "numerous", "frequent", "repeated"),
        *("hundreds", "scores", "such", "recent", "regular", "daily", "weekly", "sporadic", "some"),
    )
)
_PAST = frozenset(
    ("previous", "earlier", "past", "many", "series", "wave", "spate", "string", "recent", "frequent", "numerous")
)


def _is_said(units: Sequence[Unit], at: int) -> bool:
    """Whether the that before an event word opens what somebody says."""
    return any("CUE" in u.signature for u in units[max(at - 8, 0) : at - 1])


_OF_GAMES = frozenset(
    (
        *(
            "clash",
            "clashe",
            "beat",
            "battle",
            "fight",
            "fighting",
            "strike",
            "hit",
            "shoot",
            "shot",
            "attack",
            "assault",
        ),
        *("rally", "rallie", "storm", "blast", "rampage", "crush", "charge", "crash", "collide", "sink", "overrun"),
        *("injuries", "injure", "wound", "execute", "execution", "ambush", "march"),
    )
)
_REFERS = ("after", "since", "following", "before")
_ANSWERED = ("retaliation", "revenge", "reprisal", "response", "avenge")  # an act for which another one answers
