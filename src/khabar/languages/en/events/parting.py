"""Parting: phrases that hide the word of an act are taken apart before acts are looked for."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.drafts import Sentence
from khabar.languages.en.forms.units import taken_apart
from khabar.languages.en.lists.event_words import EventWord
from khabar.languages.en.phrases.marking import marked

_FATES = frozenset(("act_noun", "suffers", "harms", "state"))
_WORDS = frozenset(("event_noun", "event_verb"))
STARTS = frozenset(("event_noun", "event_verb", *_FATES))
"""What a sentence that tells an event has at least one of."""


def parted(sentence: Sentence) -> Sequence[Unit]:
    """The units of a sentence, phrases that only figures know taken apart (the murder of, were killed), and those that are a noun
    with its preposition (a fire at a mill).
    """
    units = sentence.units
    phrases = "phrase" in sentence.present
    apart = [_hides_word(one) or _is_noun_phrase(units, at) for at, one in enumerate(units)] if phrases else []
    if not any(apart):
        return _with_strikes(sentence.marked_by(marked))
    parts: list[Unit] = []
    for one, open_ in zip(units, apart, strict=True):
        parts += taken_apart(one) if open_ else [one]
    return _with_strikes(marked(parts))


def _with_strikes(units: Sequence[Unit]) -> Sequence[Unit]:
    """The units with a strike as the noun of an attack, where a country or its army strikes something (Rovia's strike on the port);
    workers strike too.
    """
    at = next((k for k, u in enumerate(units) if u.view in _STRIKES), None)
    if at is None:
        return units
    return [u.plus({"event_noun": _STRIKE}) if _is_strike(units, k) else u for k, u in enumerate(units)]


def _is_strike(units: Sequence[Unit], at: int) -> bool:
    if units[at].view not in _STRIKES or not 0 < at < len(units) - 2 or units[at + 1].view not in ("on", "against"):
        return False
    if "TIME" in units[at + 2].signature:
        return False
    before = units[at - 1].signature
    owned = "possessive" in before and units[at - 2].signature & {"toponym", "source_body"}
    return "demonym" in before or bool(owned)


_STRIKES = frozenset(("strike", "strikes"))
_STRIKE = EventWord("strike", "ASSAULT", "attack", frozenset())


def _hides_word(unit: Unit) -> bool:
    return "phrase" in unit.signature and bool(unit.signature & _FATES) and unit.signature.isdisjoint(_WORDS)


def _is_noun_phrase(units: Sequence[Unit], at: int) -> bool:
    """Whether a verb with its preposition is a noun with one, behind an article."""
    return bool(at) and units[at].view in _FIRES and "article" in units[at - 1].signature


_FIRES = frozenset(("fire at", "fire on", "fire into"))
