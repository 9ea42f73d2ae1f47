"""Parties of event verbs: the subject stands behind the verb, or before it in headlines and relative clauses; a passive
has only the victim, and says the doer, if at all, behind a preposition.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.events.acts import Act
from khabar.languages.ar.events.objects import by_whom, object_begin, placed_behind, prepositional, second_object
from khabar.languages.ar.events.phrases import (
    AGENTS,
    ALEF,
    LONGEST,
    PLACED,
    TANWIN,
    phrase_end,
    words,
)
from khabar.languages.ar.phrases.shapes import has_preposition, is_article
from khabar.languages.drafts import PartyDraft

_IN_PLACE = 2
_BREAKS = frozenset(
    ("comma", "stop", "CUE", "colon", "while", "but", "like", "comp", "bi_comp", "ACT_VERB", "TIME", "demonstrative")
)
_PASSED = frozenset(("rel", "qad", "kana", "neg_verb", "sawfa", "adverb", "quote"))
_DOES_TO = frozenset(("object_people", "object_place", "outcome"))
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
    if act.passive is True and act.tail[1]:
        return _undergone(units, act, text)
    first = at + 2 if at + 1 < len(units) and "prep_pron" in units[at + 1].signature else at + 1
    joined = first < len(units) and "+and" in units[first].signature
    end = first if joined else phrase_end(units, first, act.tail[0] if act.tail[1] else None)
    cut = end if act.word.type in _TOGETHER else object_begin(units, first, end)
    behind = None if _names_nobody(units, first, cut) else words(units, first, cut, text)
    if act.passive is True:
        return by_whom(units, end, text), behind or before(units, at, text)
    aside = _before_aside(units, at, text)
    if aside is not None:
        return aside, behind or prepositional(units, at + 1, text)
    if behind is not None and cut == end and _is_accusative(units[first]):
        return shared(units, at, text) or before(units, at, text), behind
    if act.tail[1]:
        if behind is None and act.word.type == "MOBILIZE" and act.word.lemma.partition(" ")[0].endswith(_THEY_CAME):
            return _told_subject(units, act.tail[0], text)
        counts = behind is not None and end == act.tail[0] and bool(units[first].signature & {"NUMBER", "whoever"})
        return (None if counts else behind) or before(units, at, text), placed_behind(units, act, text)
    if act.word.type == "PROTEST" and _is_purpose(units, cut):
        second = None
    else:
        second = words(units, cut, end, text) if cut < end else second_object(units, end, text)
    return _with_object(units, act, text, behind, second)


def _with_object(
    units: Sequence[Unit], act: Act, text: str, behind: PartyDraft | None, second: PartyDraft | None
) -> Pair:
    """Doer and victim of an active verb by the phrase right behind it and the one behind that."""
    at = act.first
    to_whom = act.word.needs in _DOES_TO or act.word.first == "target"
    if behind is not None and "+pron" in units[at].signature:
        return behind, None
    if behind is None or _is_plural(act):
        subject = shared(units, at, text) or before(units, at, text)
        if subject is None and _is_plural(act):
            subject = _of_clause(units, at, text)
        if to_whom and behind is None and "+pron" not in units[at].signature:
            return (subject, second) if second else (by_whom(units, at + 1, text), subject)
        return subject, behind or prepositional(units, at + 1, text)
    if second is not None:
        return behind, second
    subject = before(units, at, text) if to_whom and not _opens_clause(units, at) and _agrees(units, act) else None
    if subject is not None:
        return subject, behind
    last = next(k for k in range(at + 1, len(units)) if units[k].end >= behind.span[1]) + 1
    head = next(unit for unit in units[at + 1 :] if unit.end > behind.span[0])
    if to_whom and act.passive is not False and not _can_do(head, act):
        return by_whom(units, last, text), behind
    return behind, prepositional(units, last, text)


def _undergone(units: Sequence[Unit], act: Act, text: str) -> Pair:
    """Of "was done" and its noun: whoever it was done to stands before it, or behind it."""
    last = act.tail[1]
    victim = before(units, act.first, text) or words(units, last, phrase_end(units, last), text)
    return by_whom(units, last, text), victim


def _names_nobody(units: Sequence[Unit], first: int, cut: int) -> bool:
    """Whether what stands behind a verb is a lone mark, or says how."""
    if first >= len(units):
        return False
    return "how" in units[first].signature or (cut == first + 1 and "mark" in units[first].signature)


def _is_accusative(unit: Unit) -> bool:
    """An indefinite accusative of people or things: whoever the verb is done to."""
    if "NUMBER" in unit.signature:
        return False
    return unit.text.endswith(TANWIN) or ("whoever" in unit.signature and unit.view.endswith(ALEF))


def _before_aside(units: Sequence[Unit], verb: int, text: str) -> PartyDraft | None:
    """The subject that an aside between commas sets off from its verb (the forces, with the help of the army, raided)."""
    if verb < _ASIDE or "comma" not in units[verb - 1].signature:
        return None
    return _of_clause(units, verb, text, aside=True)


_ASIDE = 4
_FAR = 24


def _of_clause(units: Sequence[Unit], verb: int, text: str, *, aside: bool = False) -> PartyDraft | None:
    """The phrase of people or bodies that opens the clause of a verb, behind "that" or at the head of the sentence."""
    for k in range(verb - 1, max(verb - _FAR, -1), -1):
        signature = units[k].signature
        if signature & {"stop", "CUE", "colon", "while", "but"}:
            return None
        if signature & {"comp", "bi_comp"} or k == 0:
            first = k if k == 0 and not signature & {"comp", "bi_comp"} else k + 1
            end = phrase_end(units, first, verb)
            named = end > first and units[first].signature & _OPENERS and not has_preposition(units[first])
            apart = end < verb - 1 and "comma" in units[end].signature if aside else True
            return words(units, first, end, text) if named and apart else None
    return None


_OPENERS = AGENTS - {"given"}


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
    if "planes" in unit.signature and act.word.type == "ASSAULT":
        return True
    if act.word.type in ("COERCE", "AID") and unit.signature & {"org_head", "security_body"}:
        return True
    if unit.view.endswith(_NOMINATIVE) and unit.signature & {"people", "forces", "armed"}:
        return True  # gunmen, in the nominative
    return by_forces and bool(unit.signature & {"armed", "security_body", "means", "means_head"})


_NOMINATIVE = "\N{ARABIC LETTER WAW}\N{ARABIC LETTER NOON}"
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
