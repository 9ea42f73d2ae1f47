"""Doer and victim of an event verb: out of its clause, of its phrase, or of two that stand side by side behind it."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.events.acts import Act
from khabar.languages.ar.events.agreement import follows, takes
from khabar.languages.ar.events.appointing_and_meeting import of_meeting, of_office
from khabar.languages.ar.events.by_whom import by_whom, is_by
from khabar.languages.ar.events.clause_starts import AGENTS, BREAKS, FORCES, is_purpose
from khabar.languages.ar.events.clauses import (
    Field,
    Pair,
    field_of,
    in_words,
    lead_of,
    names_subject,
    of_chain,
    roles_of,
)
from khabar.languages.ar.events.objects import far_object, met, prepositional
from khabar.languages.ar.events.owners import owner
from khabar.languages.ar.events.phrases import party, phrase_end, words
from khabar.languages.ar.events.split_phrases import placed_behind
from khabar.languages.ar.events.subjects import clause_opener, span_before
from khabar.languages.ar.forms.particles import JOINING
from khabar.languages.ar.lists.events import lemmas
from khabar.languages.ar.phrases.shapes import is_article
from khabar.languages.drafts import PartyDraft
from khabar.record.vocabulary import FORCE, NOBODYS

_DOERS = AGENTS - {"given"}


def of_verb(units: Sequence[Unit], act: Act, text: str) -> Pair:
    """Doer and victim of an event verb."""
    side_by_side = of_office(units, act, text) or of_meeting(units, act, text)
    if side_by_side is not None:
        return side_by_side
    if act.passive is True and act.tail[1]:
        return _undergone(units, act, text)
    if act.tail[1] and "prep_pron" in units[act.tail[1] - 1].signature:
        return _done_to_them(units, act, text)
    field = field_of(units, act)
    if act.tail[1] and not names_subject(act):
        sunk = act.word.type == "ACCIDENT" and "vehicle" in units[act.tail[0]].signature
        return (None, party(units, act.tail[0], text)) if sunk else _of_phrase(units, act, field, text)
    roles = roles_of(units, act, field)
    last = max(act.first + 1, *(span[1] for span in (field.one, roles.object) if span), 0)
    doer = in_words(units, roles.subject, text)
    if doer is None and (roles.suffered or act.passive is True):
        doer = by_whom(units, last, text)
    victim = in_words(units, roles.object, text)
    if _takes_up_phrase(units, act):
        return doer, prepositional(units, last, text)  # the missiles that X fired | at the town
    if victim is None and "+pron" in units[act.first].signature:
        victim = _taken_up(units, act, doer, text)
    elif victim is None and act.word.subtype != "arrest":
        victim = prepositional(units, last, text)
        if victim is None and act.word.lemma in lemmas("meets_with"):
            victim = met(units, last, text)
    return doer, victim


def _takes_up_phrase(units: Sequence[Unit], act: Act) -> bool:
    """Whether the pronoun of a verb takes up the noun of its phrase, what it is done with, and no victim."""
    return "+pron" in units[act.first].signature and (" " in act.word.lemma or act.word.needs == "enacted")


def _taken_up(units: Sequence[Unit], act: Act, doer: PartyDraft | None, text: str) -> PartyDraft | None:
    """Whom the pronoun of a verb joined by "and" takes up (they raided So-and-so's house | and arrested him): not its doer."""
    if doer is None or act.word.type not in FORCE or units[act.first].signature.isdisjoint(JOINING):
        return None
    found = owner(units, act.first, text, suffers=True)
    if found is None or (found.span[0] < doer.span[1] and doer.span[0] < found.span[1]):
        return None
    near = units[max(act.first - _NEAR, 0) : act.first]
    head = next((unit.signature for unit in near if unit.cut == found.span[0]), frozenset())
    return found if head & _PERSONS and head.isdisjoint(FORCES) else None


_NEAR = 12
_PERSONS = frozenset(("people", "role", "given"))


def _of_phrase(units: Sequence[Unit], act: Act, field: Field, text: str) -> Pair:
    """The parties of a verb whose phrase is split around its subject (opened | fire on)."""
    one = field.one
    if one is not None:
        counts = one[1] == act.tail[0] and bool(units[one[0]].signature & {"NUMBER", "whoever"})
        counts = counts and "prep" not in units[act.tail[0]].signature
        counts = counts and act.word.needs != "outcome" and not (_is_many(units, one) or _is_theirs(units[act.tail[0]]))
        one = None if counts or not takes(act.slots, units, *one) else one
    done = "undergoes" in units[act.first].signature  # agrees with the noun of its phrase
    lead = (span_before(units, act.first) if done else lead_of(units, act, one)) if one is None else None
    subject = one or lead or of_chain(units, act.first, act.slots)
    last = act.tail[1]
    if act.word.needs == "outcome" or (last < len(units) and is_by(units, last)):
        ends = (k for k in range(last, len(units)) if units[k].signature & {"ACT", "comma"})
        doer = by_whom(units[: next(ends, len(units))], last - 1, text)
        return doer, in_words(units, subject, text)  # met their death
    if field.one is not None and {"+bi", "means"} <= units[act.tail[0]].signature and act.tail[1] == act.tail[0] + 1:
        two = field.two or far_object(units, act.tail[1])  # killed | X by shooting; somebody by shooting | X
        named = in_words(units, field.one, text)
        return (named, in_words(units, two, text)) if two else (None, named)
    if one is not None and "manner" in units[act.tail[0]].signature:
        ahead = lead_of(units, act, one)
        if ahead is not None:
            return in_words(units, ahead, text), in_words(units, one, text)  # that X | shelled the troops by air
    placed = placed_behind(units, act, text)
    behind = field.two if placed is None and one is not None and act.word.type == "COERCE" else None
    if behind is not None and behind[0] <= act.tail[0] < behind[1]:
        behind = None  # brought | at least 15 cases
    if act.word.type in NOBODYS or "suffered" in units[act.first].signature:
        return None, in_words(units, subject, text)  # was exposed to blows
    whom = placed or in_words(units, behind, text) or _with_whom(units, act, text)
    doer = in_words(units, subject, text) or _whose_march(units, act, text)
    return doer, whom  # referred | three to the court


def _whose_march(units: Sequence[Unit], act: Act, text: str) -> PartyDraft | None:
    """Who marches, behind "of" right at the marches of a split phrase (there went out in the town marches | of students)."""
    at = act.tail[1]
    if act.word.type != "PROTEST" or at >= len(units) or not units[at].signature >= _OF_PEOPLE:
        return None
    end = phrase_end(units, at, governed=True)
    cut = next((k for k in range(at + 1, end) if is_purpose(units, k)), end)
    return words(units, at, cut, text)  # students | in support of


_OF_PEOPLE = frozenset(("+li", "people"))


def _with_whom(units: Sequence[Unit], act: Act, text: str) -> PartyDraft | None:
    """With whom an agreement is signed, behind its word or before it (signed an agreement | with the movement)."""
    if act.word.type != "AGREE":
        return None
    for at in range(act.first + 1, min(act.tail[1] + _BEHIND, len(units) - 1)):
        if "with" in units[at].signature:
            limit = act.tail[0] if at < act.tail[0] else None
            return words(units, at + 1, phrase_end(units, at + 1, limit), text)
        if at >= act.tail[1] and not units[at].signature.isdisjoint(BREAKS | {"ACT", "+li"}):
            return None
    return None


_BEHIND = 3  # units from an agreement to "with"


def _is_many(units: Sequence[Unit], one: tuple[int, int]) -> bool:
    """Many of some people (hundreds of the residents | cut off roads)."""
    return any("people" in unit.signature and is_article(unit) for unit in units[slice(*one)])


def _is_theirs(unit: Unit) -> bool:
    """Whether the noun of the phrase is the subject's own (twenty gunmen gave up | themselves, their arms)."""
    return bool(unit.signature & {"reflexive", "+pron"})


def _undergone(units: Sequence[Unit], act: Act, text: str) -> Pair:
    """Of "was done" and its noun, or of a passive: whoever it was done to stands before it, behind it, or between."""
    last = act.tail[1]
    before = span_before(units, act.first) or _opener(units, act)
    first = act.first + 1
    between = phrase_end(units, first, act.tail[0])
    if between > first and "NUMBER" in units[between - 1].signature:
        between = phrase_end(units, first)  # was taken | four injured | to
    behind = (first, between) if between > first else (last, phrase_end(units, last))
    victim = in_words(units, before, text) or words(units, *behind, text)
    return by_whom(units, last, text), victim


def _opener(units: Sequence[Unit], act: Act) -> tuple[int, int] | None:
    """Several people who open the clause of a passive in the plural, words that describe them between (that dozens | from there |
    were referred).
    """
    if units[act.first].signature & JOINING or not all(slot[2:] == "mp" for slot in act.slots):
        return None
    return clause_opener(units, act.first)


def _done_to_them(units: Sequence[Unit], act: Act, text: str) -> Pair:
    """Of a phrase that ends with a pronoun (arrested: "laid hold | on them"): whom it takes up stands before the verb, unless that
    is who did it; the doer else stands behind.
    """
    before = span_before(units, act.first)
    if before is not None and follows(act.slots, units, *before):
        may_do = FORCES if "rel" in units[act.first - 1].signature else FORCES | {"org_head"}
        if units[before[0]].signature & may_do:
            return in_words(units, before, text), None
    first = act.tail[1]
    end = phrase_end(units, first)
    may_do = _DOERS | {"known_place"} if act.word.ground else _DOERS  # the areas of which | a country took hold
    doer = end > first and units[first].signature & may_do and takes(act.slots, units, first, end)
    return words(units, first, end, text) if doer else None, in_words(units, before, text)
