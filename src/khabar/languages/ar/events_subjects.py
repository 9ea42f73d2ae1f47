"""Parties of event verbs: the subject stands behind the verb, or before it in headlines and relative clauses; a passive
has only the victim, and says the doer, if at all, behind a preposition.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.events_marking import Act
from khabar.languages.ar.events_phrases import LONGEST, is_nominal, phrase_end, words
from khabar.languages.ar.nouns import has_preposition, is_article, is_name_word, split_object
from khabar.languages.drafts import PartyDraft

_REACH = 12
_TANWIN = ("\N{ARABIC LETTER ALEF}\N{ARABIC FATHATAN}", "\N{ARABIC FATHATAN}\N{ARABIC LETTER ALEF}")
_BREAKS = frozenset(
    ("comma", "stop", "CUE", "colon", "while", "but", "like", "comp", "bi_comp", "ACT_VERB", "TIME", "demonstrative")
)
_PASSED = frozenset(("rel", "qad", "kana", "neg_verb", "sawfa", "adverb", "quote"))
_DOES_TO = frozenset(("object_people", "object_place", "outcome"))
_OBJECTS = frozenset(("NUMBER", "people", "whoever", "role", "org_head", "place_type", "given", "known_place"))

Pair = tuple[PartyDraft | None, PartyDraft | None]


def before(units: Sequence[Unit], verb: int, text: str) -> PartyDraft | None:
    """The subject that stands before its verb: the phrase from the clause's head, or the antecedent of a relative pronoun."""
    end = verb
    while end > 0 and units[end - 1].signature & _PASSED:
        end -= 1
        if end > 0 and "rel" in units[end].signature and "comma" in units[end - 1].signature:
            end -= 1
    if 0 < end < verb and "rel" in units[end].signature and _is_one_word(units[end - 1]):
        return words(units, end - 1, end, text)
    begin = end
    while begin > 0 and end - begin < LONGEST and not units[begin - 1].signature & _BREAKS:
        begin -= 1
    for first in range(begin, end):
        unit = units[first]
        if (
            "verb" in unit.signature
            and first == begin
            and "people" not in unit.signature
            and "given" not in unit.signature
        ):
            continue
        if not has_preposition(unit) and phrase_end(units, first, end) == end:
            return words(units, first, end, text)
    return None


def _is_one_word(unit: Unit) -> bool:
    """People known by one definite noun (the bomber, who): what stands before them is another phrase."""
    return is_article(unit) and "+pron" not in unit.signature and "people" in unit.signature


def of_verb(units: Sequence[Unit], act: Act, text: str) -> Pair:
    """Doer and victim of an event verb."""
    at = act.first
    first = at + 2 if at + 1 < len(units) and "prep_pron" in units[at + 1].signature else at + 1
    end = phrase_end(units, first, act.tail[0] if act.tail[1] else None)
    cut = _object(units, first, end)
    behind = words(units, first, cut, text)
    to_whom = act.word.needs in _DOES_TO or act.word.first == "target"
    if act.passive is True:
        return _by(units, end, text), behind or before(units, at, text)
    if act.tail[1]:
        return behind or before(units, at, text), _placed_behind(units, act, text)
    second = words(units, cut, end, text) if cut < end else _second(units, end, text)
    if behind is None or _is_plural(act):
        subject = before(units, at, text)
        if to_whom and behind is None and "+pron" not in units[at].signature:
            return (subject, second) if second else (_by(units, first, text), subject)
        return subject, behind or _prepositional(units, at + 1, text)
    if second is not None:
        return behind, second
    subject = before(units, at, text) if to_whom and not _opens_clause(units, at) else None
    if subject is not None:
        return subject, behind
    if "+pron" in units[at].signature:
        return behind, None
    if to_whom and act.passive is not False:
        return _by(units, end, text), behind
    return behind, _prepositional(units, end, text)


def _is_plural(act: Act) -> bool:
    """A plural form: its subject went before."""
    return bool(act.slots) and all(len(slot) == 4 and slot[3] in "pd" for slot in act.slots)


def _opens_clause(units: Sequence[Unit], at: int) -> bool:
    if at == 0 or units[at].signature & {"+and", "+fa"}:
        return True
    particle = units[at - 1].signature
    if "neg_verb" in particle:
        return bool(particle & {"+and", "+fa"})
    return bool(particle & (_BREAKS | {"qad", "kana", "mark"}))


def _object(units: Sequence[Unit], first: int, end: int) -> int:
    """Where the object begins inside a run of noun phrases: at a number, an accusative, or where the forms tell."""
    for at in range(first + 1, end):
        unit, last = units[at], units[at - 1]
        if "NUMBER" in unit.signature and "+and" not in unit.signature and not last.signature & {"min", "whoever"}:
            return at
        if unit.text.endswith(_TANWIN) and not last.signature & {"NUMBER", "min"}:
            return at
        if "people" in unit.signature and unit["people"].accusative and "NUMBER" not in last.signature:
            return at
        if at == first + 1 and "known_place" in last.signature and not is_article(unit) and is_name_word(unit):
            return at
    cut = split_object(units, first, end) if end > first else end
    return end if cut < end and "prep" in units[cut - 1].signature else cut


def _second(units: Sequence[Unit], at: int, text: str) -> PartyDraft | None:
    """An object that a date, an adverb or its number sets off from the subject."""
    parted = False
    while at < len(units) and units[at].signature & {"TIME", "adverb", "reflexive"}:
        at, parted = at + 1, True
        if at < len(units) and "comma" in units[at].signature:
            at += 1
    if at >= len(units) or has_preposition(units[at]) or "+and" in units[at].signature:
        return None
    if units[at].signature & _OBJECTS or (parted and is_nominal(units[at])):
        return words(units, at, phrase_end(units, at), text)
    return None


def _by(units: Sequence[Unit], first: int, text: str) -> PartyDraft | None:
    """The doer of a passive: behind "by", "by the hand of", "by the bullets of"."""
    for at in range(first, min(first + _REACH, len(units) - 1)):
        unit = units[at]
        if unit.signature & {"stop", "CUE", "comp"}:
            return None
        if (
            "doer_before" in unit.signature
            and at
            and (units[at - 1].signature & {"min", "ala"} or "+bi" in unit.signature)
        ):
            return words(units, at + 1, phrase_end(units, at + 1), text)
        if "+bi" in unit.signature and "means" in unit.signature:
            return words(units, at + 1, phrase_end(units, at + 1), text)
    return None


def _prepositional(units: Sequence[Unit], first: int, text: str) -> PartyDraft | None:
    """The target of an intransitive verb: behind on, against, with."""
    for at in range(first, min(first + _REACH, len(units) - 1)):
        unit = units[at]
        if unit.signature & (_BREAKS | {"ACT"}):
            return None
        if unit.signature & {"ala", "target_before", "with"}:
            return words(units, at + 1, phrase_end(units, at + 1), text)
    return None


def _placed_behind(units: Sequence[Unit], act: Act, text: str) -> PartyDraft | None:
    """The target of a split phrase: behind its last word, or behind on or in (blew himself up in a mosque)."""
    at = act.tail[1]
    if at < len(units) and units[at - 1].signature & {"ala"}:
        return words(units, at, phrase_end(units, at), text)
    for k in range(at, min(at + _REACH, len(units) - 1)):
        unit = units[k]
        if unit.signature & {"stop", "CUE", "ACT", "rel"}:
            return None
        hits = (
            unit.signature & {"fi", "inside"}
            and act.word.subtype == "suicide_bomb"
            and "place_type" in units[k + 1].signature
        )
        if hits or unit.signature & {"ala", "target_before"}:
            return words(units, k + 1, phrase_end(units, k + 1), text)
    return None
