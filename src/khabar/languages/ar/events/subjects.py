"""Parties of event verbs: the subject stands behind the verb, or before it in headlines and relative clauses; a passive
has only the victim, and says the doer, if at all, behind a preposition.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.events.acts import Act
from khabar.languages.ar.events.phrases import (
    AGENTS,
    ALEF,
    LONGEST,
    PLACED,
    TANWIN,
    is_nominal,
    party,
    phrase_end,
    words,
)
from khabar.languages.ar.phrases.shapes import has_preposition, is_article, is_name_word
from khabar.languages.ar.phrases.subjects import split_object
from khabar.languages.drafts import PartyDraft

_REACH = 12
_IN_PLACE = 2
_BREAKS = frozenset(
    ("comma", "stop", "CUE", "colon", "while", "but", "like", "comp", "bi_comp", "ACT_VERB", "TIME", "demonstrative")
)
_PASSED = frozenset(("rel", "qad", "kana", "neg_verb", "sawfa", "adverb", "quote"))
_DOES_TO = frozenset(("object_people", "object_place", "outcome"))
_OBJECTS = frozenset(
    ("NUMBER", "people", "whoever", "role", "org_head", "place_type", "given", "known_place", "toll", "countable")
)

_FEMININE = "\N{ARABIC LETTER HEH}"  # as views fold it
_TOGETHER = ("CONSULT", "OFFICE")  # verbs without an object, or that rather name an office
Pair = tuple[PartyDraft | None, PartyDraft | None]


def before(units: Sequence[Unit], verb: int, text: str) -> PartyDraft | None:
    """The subject that stands before its verb: the phrase from the clause's head, or the antecedent of a relative pronoun."""
    end = verb
    while end > 0 and units[end - 1].signature & _PASSED:
        end -= 1
        if end > 0 and "rel" in units[end].signature and "comma" in units[end - 1].signature:
            end -= 1
    if 0 < end < verb and "rel" in units[end].signature and _is_one_word(units, end - 1):
        return words(units, end - 1, end, text)
    begin = end
    while begin > 0 and end - begin < LONGEST and not units[begin - 1].signature & _BREAKS:
        begin -= 1
    related = 0 < end < verb and "rel" in units[end].signature
    for first in range(begin, end):
        governed = has_preposition(units[first]) and not (related and units[first].signature & (AGENTS | PLACED))
        if governed or _is_no_head(units, first, begin):
            continue
        if phrase_end(units, first, end, governed=related) == end:
            if begin > 0 and "ACT_VERB" in units[begin - 1].signature and _is_new_clause(units[end - 1]):
                first = begin = end - 1
            return words(units, _whole(units, begin, first), end, text)
    return None


def _is_new_clause(unit: Unit) -> bool:
    """Somebody joined by "and" right before a verb, behind the object of another (stormed the hall, and the president sacks)."""
    return "+and" in unit.signature and bool(unit.signature & {"role", "org_head", "armed"})


def shared(units: Sequence[Unit], verb: int, text: str) -> PartyDraft | None:
    """The subject of a verb joined by "and": that of the verb before it, which stands behind or before that one."""
    if "+and" not in units[verb].signature and "+fa" not in units[verb].signature:
        return None
    for k in range(verb - 1, max(verb - _SHARED, -1), -1):
        signature = units[k].signature
        if signature & {"stop", "CUE", "colon"}:
            return None
        if "verb" not in signature or signature & _NO_FIRST or not signature & _FIRST:
            continue
        end = phrase_end(units, k + 1)
        cut = object_begin(units, k + 1, end)
        agent = cut > k + 1 and units[k + 1].signature & AGENTS
        return words(units, k + 1, cut, text) if agent else before(units, k, text)
    return None


_SHARED = 25
_FIRST = frozenset(("ACT_VERB", "does", "happens", "suffered", "hit", "verb"))
_NO_FIRST = frozenset(
    (
        *("+al", "people", "given", "role", "org_head", "toponym", "known_place", "name", "NUMBER"),
        *("event_noun", "prep", "demonym"),
    )
)


def _is_no_head(units: Sequence[Unit], first: int, begin: int) -> bool:
    """A verb at the head of the clause, an adverb: no subject begins with it."""
    unit = units[first]
    if unit.text.endswith(TANWIN) and "NUMBER" not in unit.signature:
        return True
    if unit.signature & {"period", "same_time"} and not unit.signature & AGENTS:
        return True  # at a time when
    return "verb" in unit.signature and first == begin and not unit.signature & {"people", "given", "org_head", "role"}


def _whole(units: Sequence[Unit], begin: int, first: int) -> int:
    """Where the phrase begins whose place, or whose act, units[first] is (the troops stationed in X, who)."""
    placed = "known_place" in units[first].signature or "ACT_NOUN" in units[first].signature
    if first - begin < _IN_PLACE or "fi" not in units[first - 1].signature or not placed:
        return first
    heads = (k for k in range(begin, first - 1) if not _is_no_head(units, k, begin))
    return next((k for k in heads if phrase_end(units, k, first - 1, governed=True) == first - 1), first)


def _is_one_word(units: Sequence[Unit], at: int) -> bool:
    """People known by one definite noun (the bomber, who): what stands before them is another phrase, whose adjective
    the word is not (the armed groups, which).
    """
    unit = units[at]
    if at and units[at].view.endswith(_FEMININE) and is_article(units[at - 1]) and not has_preposition(unit):
        return False
    return is_article(unit) and "+pron" not in unit.signature and "people" in unit.signature


def of_verb(units: Sequence[Unit], act: Act, text: str) -> Pair:
    """Doer and victim of an event verb."""
    at = act.first
    first = at + 2 if at + 1 < len(units) and "prep_pron" in units[at + 1].signature else at + 1
    joined = first < len(units) and "+and" in units[first].signature
    end = first if joined else phrase_end(units, first, act.tail[0] if act.tail[1] else None)
    cut = end if act.word.type in _TOGETHER else object_begin(units, first, end)
    alone = cut == first + 1 and "mark" in units[first].signature
    behind = None if alone else words(units, first, cut, text)
    to_whom = act.word.needs in _DOES_TO or act.word.first == "target"
    if act.passive is True:
        return _by(units, end, text), behind or before(units, at, text)
    if act.tail[1]:
        if behind is None and act.word.type == "MOBILIZE" and act.word.lemma.partition(" ")[0].endswith(_THEY_CAME):
            return _told_subject(units, act.tail[0], text)
        counts = behind is not None and end == act.tail[0] and bool(units[first].signature & {"NUMBER", "whoever"})
        return (None if counts else behind) or before(units, at, text), _placed_behind(units, act, text)
    if act.word.type == "PROTEST" and _is_purpose(units, cut):
        second = None
    else:
        second = words(units, cut, end, text) if cut < end else _second(units, end, text)
    if behind is not None and "+pron" in units[at].signature:
        return behind, None
    if behind is None or _is_plural(act):
        subject = shared(units, at, text) or before(units, at, text)
        if to_whom and behind is None and "+pron" not in units[at].signature:
            return (subject, second) if second else (_by(units, first, text), subject)
        return subject, behind or _prepositional(units, at + 1, text)
    if second is not None:
        return behind, second
    subject = before(units, at, text) if to_whom and not _opens_clause(units, at) and _agrees(units, act) else None
    if subject is not None:
        return subject, behind
    if to_whom and act.passive is not False and not _can_do(units[first], act):
        return _by(units, end, text), behind
    return behind, _prepositional(units, end, text)


def _is_purpose(units: Sequence[Unit], at: int) -> bool:
    """What people protest for or how, an accusative (marched in condemnation of, peacefully): nobody they march against."""
    return at < len(units) and units[at].view.endswith(ALEF) and not units[at].signature & (AGENTS | PLACED)


def _told_subject(units: Sequence[Unit], first: int, text: str) -> Pair:
    """The parties of a phrase listed with its subject, whose verb agrees with it (forces entered, planes circled)."""
    end = phrase_end(units, first)
    cut = object_begin(units, first, end) if end > first else end
    return words(units, first, cut, text), words(units, cut, end, text) if cut < end else None


_THEY_CAME = "\N{ARABIC LETTER TEH}"


def _can_do(unit: Unit, act: Act) -> bool:
    """Whether what stands alone behind a verb does the deed: an army shells, a body appoints."""
    if act.word.type == "OFFICE":
        return bool(unit.signature & {"org_head", "armed", "organisation"})
    by_forces = act.word.subtype in _BY_FORCES or act.word.type == "COERCE"
    if act.word.type == "COERCE" and "org_head" in unit.signature:
        return True
    return by_forces and bool(unit.signature & {"armed", "security_body", "means", "means_head"})


_BY_FORCES = ("shelling", "air_strike")


def _agrees(units: Sequence[Unit], act: Act) -> bool:
    """Whether the relative pronoun before a verb can be its subject: "which (f.) were killed (m.) twenty of" is not."""
    pronoun = units[act.first - 1] if act.first else None
    if pronoun is None or "rel" not in pronoun.signature or not act.slots:
        return True
    feminine = pronoun.view.endswith(_WHICH)
    return any(
        (slot[2] == "f" or slot[3] != "s") if feminine else slot[2] == "m" for slot in act.slots if len(slot) == 4
    )


_WHICH = "\N{ARABIC LETTER TEH}\N{ARABIC LETTER YEH}"


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


def object_begin(units: Sequence[Unit], first: int, end: int) -> int:
    """Where the object begins inside a run of noun phrases: at a number, an accusative, or where the forms tell."""
    for at in range(first + 1, end):
        unit, last = units[at], units[at - 1]
        counted = "NUMBER" in unit.signature and "+and" not in unit.signature and at + 1 < end
        if counted and not last.signature & {"min", "whoever"}:
            return at
        if "manner" in unit.signature:
            return end
        if unit.text.endswith(TANWIN) and not last.signature & {"NUMBER", "min"} and not last.text.endswith(TANWIN):
            return at
        definite = is_article(last) or {"+li", "+al"} <= last.signature
        if definite and "given" not in last.signature and _is_bare_object(unit):
            return at
        if "people" in unit.signature and unit["people"].accusative and "NUMBER" not in last.signature:
            return at
        named = is_name_word(unit) or bool(unit.signature & {"organisation", "armed"})
        if at == first + 1 and "known_place" in last.signature and not is_article(unit) and named:
            return at
    cut = split_object(units, first, end) if end > first else end
    return end if cut < end and "prep" in units[cut - 1].signature else cut


def _is_bare_object(unit: Unit) -> bool:
    """An indefinite thing or body behind a definite phrase is no part of it."""
    if is_article(unit) or has_preposition(unit) or unit.signature & _GOES_ON:
        return False
    if "whoever" in unit.signature:
        return unit.view.endswith(ALEF)  # a number of, in the accusative
    return bool(unit.signature & {"place_type", "place_facility", "countable", "people", "armed"})


_GOES_ON = frozenset(("+and", "prep", "demonym", "given", "name", "known_place", "bracket", "quote", "in_the_name"))


def _second(units: Sequence[Unit], at: int, text: str) -> PartyDraft | None:
    """An object that a date, an adverb or its number sets off from the subject."""
    parted = False
    if at + 1 < len(units) and "comma" in units[at].signature and "TIME" in units[at + 1].signature:
        at += 1
    while at < len(units) and units[at].signature & {"TIME", "adverb", "reflexive", "manner"}:
        at, parted = at + 1, True
        if at < len(units) and "comma" in units[at].signature:
            at += 1
    if at >= len(units) or has_preposition(units[at]) or "+and" in units[at].signature:
        return None
    if units[at].signature & _OBJECTS or units[at].text.endswith(TANWIN) or (parted and is_nominal(units[at])):
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
            return None if "no_target" in units[at + 1].signature else party(units, at + 1, text)
    return None


def _placed_behind(units: Sequence[Unit], act: Act, text: str) -> PartyDraft | None:
    """The target of a split phrase: behind its last word, or behind on or in (blew himself up in a mosque)."""
    at = act.tail[1]
    if at < len(units) and units[at - 1].signature & {"ala"}:
        return party(units, at, text)
    if act.word.type == "MOBILIZE" and units[act.tail[0]].signature & (_OBJECTS | {"armed"}):
        return party(units, act.tail[0], text)
    for k in range(at, min(at + _REACH, len(units) - 1)):
        unit = units[k]
        if unit.signature & {"stop", "CUE", "ACT", "rel"}:
            return None
        hits = (
            unit.signature & {"fi", "inside"}
            and act.word.subtype == "suicide_bomb"
            and "place_type" in units[k + 1].signature
        )
        if (hits or unit.signature & {"ala", "target_before"}) and "no_target" not in units[k + 1].signature:
            return party(units, k + 1, text)
    return None
