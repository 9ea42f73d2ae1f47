"""Parties: who did an event and to whom, read off the words around its event word.

A masdar takes its doer or its victim as genitive, as an adjective of a country, or behind a preposition (by the hand
of, on, against); the verb that carries it, or the relative clause behind it, says the rest.  A verb has its subject
behind it, or before it in headlines and relative clauses; a passive has only the victim.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from khabar.grammar import Unit
from khabar.languages.ar.events_marking import Act
from khabar.languages.ar.morphology import gazetteer
from khabar.languages.ar.nouns import has_preposition, is_article, noun_phrase_end, split_object
from khabar.languages.drafts import PartyDraft

_REACH = 12
_LONG = 12
_BREAKS = frozenset(("comma", "stop", "CUE", "colon", "while", "but", "comp", "bi_comp", "ACT_VERB"))
_NO_HEAD = frozenset(("mark", "prep", "TIME", "rel", "comp", "neg", "qad", "kana", "CUE", "PART", "adverb", "demonstrative_alone", "prep_pron"))
_AGENTS = frozenset(("people", "role", "org_head", "organisation", "given", "NUMBER", "whoever", "unnamed", "quote_open", "armed"))


class Parties(NamedTuple):
    """Doer and victim of an event, None where the words do not tell."""

    actor: PartyDraft | None = None
    target: PartyDraft | None = None


def words(units: Sequence[Unit], first: int, last: int, text: str) -> PartyDraft | None:
    """A party out of units[first:last], its own preposition cut off."""
    if last <= first:
        return None
    head = units[first]
    start = head.cut + 1 if has_preposition(head) and "+al" not in head else head.cut
    if "+bi" in head and "+al" in head:
        start = head.cut + 1
    if "+li" in head and "+al" in head:
        start = head.cut + 1
    span = start, units[last - 1].end
    return PartyDraft(span, " ".join(text[span[0] : span[1]].split()))


def phrase_end(units: Sequence[Unit], first: int) -> int:
    """Behind the noun phrase at `first`; it holds no further event, no measure word behind "and", no relative clause."""
    if first >= len(units) or units[first].signature & _NO_HEAD:
        return first
    end = noun_phrase_end(units, first, min(len(units), first + _LONG), governed=True)
    for at in range(first + 1, end):
        signature = units[at].signature
        if "ACT" in signature or ("+and" in signature and signature & {"measure_word", "event_noun"}):
            return at
    return end


def country(unit: Unit) -> PartyDraft | None:
    """The country behind its adjective."""
    code = unit.get("demonym")
    if not code or "people" in unit:
        return None
    try:
        place = gazetteer().country(code)
    except KeyError:  # a union of states has its adjective, and no place
        return PartyDraft((unit.cut, unit.end), unit.text[unit.cut - unit.start :])
    return PartyDraft((unit.cut, unit.end), place.name_ar or place.name)


# ---------------------------------------------------------------- nouns


def of_noun(units: Sequence[Unit], act: Act, text: str) -> Parties:
    """The parties of an event noun: its adjective and genitive, its prepositions, its verb, its relative clause."""
    actor, target, at = _adjective_and_genitive(units, act, text)
    behind_actor, behind_target = _behind(units, at, text, taken=actor is not None)
    actor, target = actor or behind_actor, target or behind_target
    if actor is None or target is None:
        before = _carried(units, act, text)
        actor, target = actor or before.actor, target or before.target
    return Parties(actor, target)


def _adjective_and_genitive(units: Sequence[Unit], act: Act, text: str) -> tuple[PartyDraft | None, PartyDraft | None, int]:
    """Doer, victim and the unit index behind them."""
    head, at = units[act.first], act.last
    definite = is_article(units[act.last - 1])
    for ahead in range(at, min(at + 3, len(units))):
        unit = units[ahead]
        if "demonym" in unit and "people" not in unit and ("+al" in unit.signature) == definite and not has_preposition(unit):
            return country(unit), None, ahead + 1
        if unit.signature & (_NO_HEAD | _AGENTS | {"+and", "+bi", "+li", "toponym"}):
            break
    if "+pron" in head.signature:
        return None, None, at
    if is_article(units[act.last - 1]) or head.view.endswith(_ALEF) or at >= len(units):
        return None, None, at
    first = units[at]
    if first.signature & _NO_HEAD or has_preposition(first) or "+and" in first:
        return None, None, at
    if not (first.signature & (_AGENTS | {"known_place", "place_type", "toponym"}) or is_article(first) or act.word.first == "target"):
        return None, None, at
    end = phrase_end(units, at)
    party = words(units, at, end, text)
    if party is None:
        return None, None, at
    follows_li = end < len(units) and "+li" in units[end].signature
    placed = bool(first.signature & {"known_place", "place_type"}) and not first.signature & {"people", "role", "org_head"}
    role = act.word.first
    if role == "target" and follows_li and not placed:
        return party, words(units, end, phrase_end(units, end), text), end
    if role == "actor" and not placed:
        return party, None, end
    if role == "target" or (role == "actor" and act.word.type == "ASSAULT"):
        return None, party, end
    return (party, None, end) if role == "actor" else (None, None, end)


_ALEF = "\N{ARABIC LETTER ALEF}"


def _behind(units: Sequence[Unit], first: int, text: str, *, taken: bool) -> tuple[PartyDraft | None, PartyDraft | None]:
    """Doer and victim behind prepositions and in the relative clause of an event noun."""
    actor = target = None
    for at in range(first, min(first + _REACH, len(units) - 1)):
        unit = units[at]
        if unit.signature & {"stop", "CUE", "colon"} or ("ACT" in unit and at > first):
            break
        if actor is None and not taken and "doer_before" in unit and at and (units[at - 1].signature & {"min", "ala"} or "+bi" in unit):
            actor = words(units, at + 1, phrase_end(units, at + 1), text)
        elif actor is None and not taken and unit.signature & {"does_it"}:
            actor = words(units, at + 1, phrase_end(units, at + 1), text)
        elif target is None and (("ala" in unit and "doer_before" not in units[at + 1]) or "target_before" in unit):
            target = words(units, at + 1, phrase_end(units, at + 1), text)
        elif actor is None and not taken and "between" in unit:
            actor = words(units, at + 1, phrase_end(units, at + 1), text)
        elif target is None and "hit" in unit.signature:
            target = words(units, at + 1, phrase_end(units, at + 1), text)
        elif actor is None and not taken and at == first and "+li" in unit and unit.signature & _AGENTS:
            actor = words(units, at, phrase_end(units, at), text)
    return actor, target


def _carried(units: Sequence[Unit], act: Act, text: str) -> Parties:
    """The subject of the verb that carries the noun (carried out an attack, was exposed to an attack)."""
    for at in range(act.first - 1, max(act.first - _REACH, -1), -1):
        unit = units[at]
        if unit.signature & {"stop", "colon", "CUE", "comp", "bi_comp"}:
            break
        if "does" in unit.signature and "verb" in unit.signature:
            return Parties(_subject(units, at, act.first, text))
        if "suffered" in unit.signature:
            return Parties(None, _subject(units, at, act.first, text))
    return Parties()


def _subject(units: Sequence[Unit], verb: int, limit: int, text: str) -> PartyDraft | None:
    """The subject of a verb: behind it, else before it."""
    end = min(phrase_end(units, verb + 1), limit)
    if end > verb + 1:
        return words(units, verb + 1, end, text)
    return before(units, verb, text)


# ---------------------------------------------------------------- verbs


def before(units: Sequence[Unit], verb: int, text: str) -> PartyDraft | None:
    """The subject that stands before its verb: the phrase from the clause's head, or the antecedent of a relative pronoun."""
    end = verb
    while end > 0 and units[end - 1].signature & {"rel", "qad", "kana", "neg_verb", "sawfa", "adverb", "like"}:
        end -= 1
        if end > 0 and "rel" in units[end].signature and "comma" in units[end - 1].signature:
            end -= 1
    begin = end
    while begin > 0 and end - begin < _LONG and not units[begin - 1].signature & _BREAKS:
        begin -= 1
    for first in range(begin, end):
        if not units[first].signature & _NO_HEAD and not has_preposition(units[first]) and phrase_end(units, first) == end:
            return words(units, first, end, text)
    return None


def of_verb(units: Sequence[Unit], act: Act, text: str) -> Parties:
    """The parties of an event verb."""
    at = act.first
    first = at + 1
    if first < len(units) and units[first].signature & {"prep_pron"}:
        first += 1
    end = phrase_end(units, first)
    cut = _object(units, first, end)
    behind = words(units, first, cut, text)
    second = words(units, cut, end, text) if cut < end else _second(units, end, text)
    transitive = act.word.needs in ("object_people", "object_place", "outcome") or act.word.first == "target"
    if act.passive is True:
        return Parties(None, behind or before(units, at, text))
    if behind is None or _is_plural(act):
        subject = before(units, at, text)
        if transitive and behind is None:
            return Parties(None, subject)
        return Parties(subject, behind or _prepositional(units, at + 1, text))
    if second is not None:
        return Parties(behind, second)
    subject = before(units, at, text) if transitive and not _opens_clause(units, at) else None
    if subject is not None:
        return Parties(subject, behind)
    if transitive and act.passive is not False:
        return Parties(_by(units, end, text), behind)
    return Parties(behind, _prepositional(units, end, text))


def _is_plural(act: Act) -> bool:
    """A plural form: its subject went before."""
    return bool(act.slots) and all(len(slot) == 4 and slot[3] in "pd" for slot in act.slots)


def _opens_clause(units: Sequence[Unit], at: int) -> bool:
    return at == 0 or bool(units[at].signature & {"+and", "+fa"}) or bool(units[at - 1].signature & (_BREAKS | {"TIME", "qad"}))


def _object(units: Sequence[Unit], first: int, end: int) -> int:
    """Where the object begins inside a run of noun phrases: at a number, an accusative, or where the forms tell."""
    for at in range(first + 1, end):
        unit = units[at]
        if "NUMBER" in unit and "+and" not in unit.signature and not units[at - 1].signature & {"min", "whoever"}:
            return at
        if "people" in unit.signature and unit.view.endswith(_ALEF) and "people" in units[at - 1].signature:
            return at
    return split_object(units, first, end)


def _second(units: Sequence[Unit], at: int, text: str) -> PartyDraft | None:
    """An object behind a date or an adverb."""
    if at < len(units) and units[at].signature & {"TIME", "adverb"}:
        if at + 1 < len(units) and units[at + 1].signature & {"NUMBER", "people", "whoever", "role"} and not has_preposition(units[at + 1]):
            return words(units, at + 1, phrase_end(units, at + 1), text)
    return None


def _by(units: Sequence[Unit], first: int, text: str) -> PartyDraft | None:
    return _behind(units, first, text, taken=False)[0]


def _prepositional(units: Sequence[Unit], first: int, text: str) -> PartyDraft | None:
    """The target of an intransitive verb: behind on, against, with."""
    for at in range(first, min(first + _REACH, len(units) - 1)):
        unit = units[at]
        if unit.signature & (_BREAKS | {"ACT"}):
            return None
        if "ala" in unit or "target_before" in unit:
            return words(units, at + 1, phrase_end(units, at + 1), text)
    return None
