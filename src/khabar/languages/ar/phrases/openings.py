"""Openings: where the content of a cue begins.

A cue says by its frames how its content may stand (see the list of speech verbs): after a complementiser, a colon or
an opening mark, as direct object, or after a preposition of its own.  Between cue and content lie the subject and
whatever else the writer put there: a date, a medium, a relay, an addressee.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from khabar.grammar import Unit
from khabar.languages.ar.lists.cues import SAY, SPEECH, Cue
from khabar.languages.ar.phrases.asides import behind_clause, is_met, only_asides
from khabar.languages.ar.phrases.asked_for import OF_WHOM, asked_for, is_of_office
from khabar.languages.ar.phrases.bare_clauses import behind_bare_clause, behind_silence, is_of_clause
from khabar.languages.ar.phrases.governing import (
    OFFERS,
    fits,
    free_preposition,
    is_accused_of,
    is_by_what,
    is_content_word,
    is_idiom,
    is_offered,
    is_plea,
    is_short_act,
    is_word_of_own,
    later_that,
    may_be_held,
    may_carry_b,
)
from khabar.languages.ar.phrases.named_in_marks import is_inside_name
from khabar.languages.ar.phrases.no_openings import has_subject_before, is_denied, is_of_source, leads_on
from khabar.languages.ar.phrases.nouns import noun_phrase_end
from khabar.languages.ar.phrases.objects import OBJECT_NOUNS, WHOLE, begins_act, is_eventful, is_object
from khabar.languages.ar.phrases.objects_behind import end_of_inset, is_construct, is_object_behind
from khabar.languages.ar.phrases.said_by import answer_behind, behind_by_saying, is_wish, who_says
from khabar.languages.ar.phrases.shapes import has_preposition
from khabar.languages.ar.phrases.unjoined_words import (
    PLAIN,
    begins_words,
    goes_on_saying,
    is_family_set_off,
    words_behind,
)
from khabar.languages.ar.phrases.voices import VOICES

_FARTHEST, _FARTHEST_AS, _BESIDE = 45, 64, 3  # units: a thing is described at length before what it is called
_PREPOSITIONS = ("ila", "ala", "min", "an", "fi")
_JOINS, _GLUED = ("و", "ب", "ل"), {"b": "+bi", "li": "+li"}


class Opening(NamedTuple):
    """How and where a content begins: `frame`, unit index of its first unit, source offset of its first character."""

    frame: str
    at: int
    start: int


def content_start(unit: Unit, *, preposition: bool) -> int:
    """The first character of a content: behind a glued conjunction, and behind the preposition that belongs to the cue."""
    if not (preposition and unit.signature & {"+bi", "+li"}):
        return unit.cut
    drawn = unit.text[unit.cut - unit.start + 1 :]
    return unit.cut + 1 + len(drawn) - len(drawn.lstrip(_DRAWN))


_DRAWN = "\N{ARABIC TATWEEL}"  # a preposition drawn out before its noun


def opening(units: Sequence[Unit], after: int, cue: Cue, *, subject_known: bool = False) -> Opening | None:
    """The opening of the content of a cue whose own word ends before units[after].

    An ambiguous cue takes a complementiser, a colon, a quotation, or an act word.  `subject_known`: the subject stands
    before the cue, so that a noun right behind it is the object.  Several rules ask it of one cue: it is looked for once.
    """
    asked = _LAST.asked if _LAST.units is units else _LAST.begin(units)
    key = (after, id(cue), subject_known)
    found = asked.get(key)
    if found is None:
        thing = asked_for(units, after, cue) if OF_WHOM in cue.frames else None
        opened = Opening("np", thing, units[thing].cut) if thing is not None else None
        opened = opened or (
            Opening("colon", after, units[after].cut) if cue.lemma in PLAIN and begins_words(units, after) else None
        )
        opened = opened or _opening(units, after, cue, subject_known)
        if opened is None and (said := words_behind(units, after, cue)):
            opened = Opening("colon", said, units[said].cut)
        found = asked[key] = (cue, opened)
    return found[1]


class _Asked(threading.local):
    """The openings found in the sentence that is being read."""

    units: Sequence[Unit] = ()
    asked: dict[tuple[int, int, bool], tuple[Cue, Opening | None]]

    def begin(self, units: Sequence[Unit]) -> dict[tuple[int, int, bool], tuple[Cue, Opening | None]]:
        """Forget the last sentence."""
        self.units, self.asked = units, {}
        return self.asked


_LAST = _Asked()


def _opening(units: Sequence[Unit], after: int, cue: Cue, subject_known: bool) -> Opening | None:
    strict = "ambiguous" in cue.flags
    while after < len(units) - 1 and "prep_pron" in units[after].signature:
        after += 1  # a statement in which X said
    at, frames, stirs = behind_silence(units, after) or after, _simple_frames(cue), _stirs(cue.frames)
    fallback: Opening | None = None
    limit = min(len(units), after + (_FARTHEST_AS if "as" in frames else _FARTHEST))
    while at < limit:
        unit = units[at]
        idle = unit.signature.isdisjoint(stirs) and not ("OBJECT" in stirs and _may_be_object(units, at, after))
        if (idle and not ("maybe_bi" in stirs and is_short_act(unit))) or is_met(units, at):
            at += 1
            continue
        found = _clause_or_speech(units, at, cue, after)
        if found is not None:
            return found if _is_own(units, after, found, cue, subject_known) else None
        if "continues" in cue.flags and goes_on_saying(units, at, after):
            return _clause_or_speech(units, at + 1, SAY, at + 1)
        if unit.signature & _ENDS_SEARCH and _is_border(units, at):
            behind = behind_clause(units, at)
            if behind is None and "REL_CUE" in unit.signature:
                behind = at + 1
            if behind is None:
                return fallback
            at = behind
            continue
        if fallback is None and not strict and "b" in frames and may_carry_b(units, at, after, cue):
            fallback = Opening("b", at, unit.cut + 1)
        if fallback is not None and fallback.at == at and _is_launch(units, at):
            return fallback  # by launching | attacks
        found = _owned_phrase(units, at, after, cue, subject_known)
        closed = end_of_inset(units, after, found.at, found.frame) if found is not None else None
        if (
            found is not None
            and not closed
            and (not strict or begins_act(units, found.at) or is_idiom(cue, found.frame))
        ):
            return found
        at = closed or at + 1
    return fallback


def _is_launch(units: Sequence[Unit], at: int) -> bool:
    """Whether an act that nothing governs but units[at] stands right behind it."""
    return at + 1 < len(units) and is_eventful(units[at + 1]) and not has_preposition(units[at + 1])


_ENDS_SEARCH = frozenset(("stop", "CUE", "PART", "NEG_CUE", "REL_CUE"))


def _is_border(units: Sequence[Unit], at: int) -> bool:
    """Whether another clause begins at units[at], or the sentence ends there."""
    signature = units[at].signature
    if "REL_CUE" in signature and "comma" in units[at - 1].signature:
        return True
    return bool(signature & {"stop", "CUE", "PART"}) or ("NEG_CUE" in signature and is_denied(units, at))


@lru_cache(maxsize=1 << 10)
def _stirs(frames: frozenset[str]) -> frozenset[str]:
    """The classes of a word that opens a content, or ends the search for one.  OBJECT: an object may open it too."""
    names = {"comp", "bi_comp", "colon", "LONG_QUOTE", "stop", "CUE", "REL_CUE", "NEG_CUE", "PART"}
    for frame in _without_addressee(frames):
        names.update(_OPENERS.get(frame, (frame,)))
    return frozenset(names)


_OBJECTS = ("OBJECT", *OBJECT_NOUNS, "any", "+pron", "medium", "unhurt")
_OPENERS: dict[str, tuple[str, ...]] = {
    "b": ("maybe_bi", "+bi", "bi_free", "verb", "must", "blame", "by_what", "how", "at_times"),
    "as": ("+bi", "bi_free"),
    "li": ("+li",),
    "quote": ("quote_open",),
    "np": _OBJECTS,
    "object": _OBJECTS,
}


def _may_be_object(units: Sequence[Unit], at: int, after: int) -> bool:
    """Whether a word without a class of objects may be one: right behind the cue or the one word behind it, behind an aside or a
    name, behind a title or a body, or with an ending that may be a pronoun.
    """
    if at <= after + 1 or "name" in units[at - 1].signature or not units[after].signature.isdisjoint(_HEADED):
        return True
    return bool(units[at - 1].signature & {"comma", "adverb"}) or not units[at].signature


_HEADED = frozenset(("org_head", "role", "people", "unnamed", "media_head", "organisation"))


def _owned_phrase(units: Sequence[Unit], at: int, after: int, cue: Cue, subject_known: bool) -> Opening | None:
    """An opening by preposition or object at units[at] that belongs to the cue."""
    unit, frames = units[at], _simple_frames(cue)
    if at == after and "clause" in frames and (that := who_says(units, at, cue)):
        return _clause_or_speech(units, that, cue, after)
    found = _phrase(units, at, after, cue, frames)
    if found is not None and found.frame == "li" and at > after and is_of_office(units, at, frames):
        return None
    if found is not None and found.frame in _MAY_BE_OF_SUBJECT and at > after and cue.act in _TELLING:
        found = _later_clause(units, found.at, cue, _MAY_BE_OF_SUBJECT[found.frame]) or found
    if found is not None and (answer := answer_behind(units, found.at, cue)):
        return Opening("colon", answer, units[answer].start)
    told = "medium" in unit.signature and is_word_of_own(unit, cue)  # repeated his statements
    told = told or (cue.act == "claim_responsibility" and not fits(cue, unit))
    if found is None and frames & {"np", "object"} and not told and is_object_behind(units, at, after, subject_known):
        first = at - 1 if is_construct(units, at, after) else at
        found = Opening("np" if "np" in frames else "object", first, units[first].cut)
    if found is not None and found.frame == "np":
        bare = found.at > after and "verb" in units[found.at].signature
        if bare and (begin := behind_bare_clause(units, after, found.at)):
            return Opening("clause" if "comp" in units[begin - 1].signature else "np", begin, units[begin].cut)
        found = _settled_object(units, found, after, cue)
    return found if found is not None and _is_own(units, after, found, cue, subject_known) else None


def _is_own(units: Sequence[Unit], after: int, found: Opening, cue: Cue, subject_known: bool) -> bool:
    """Whether the content belongs to the cue: between them stand a subject and asides, no verb of somebody else."""
    border = found.at - 1 if found.frame not in ("np", "b", "li", "as", "quote") else found.at
    if found.frame == "clause" and border > after and "colon" in units[border - 1].signature:
        border -= 1  # said: that
    if found.frame in SPEECH and border > after and "said_of_self" in units[border - 1].signature:
        border -= 1  # commented | by his saying:
    if found.frame in ("b", "li") and border > after and "quote_open" in units[border - 1].signature:
        border -= 1  # denounced | "the attack"
    if found.frame == "clause" and is_wish(units, found.at) and cue.act in ("say", "affirm") and cue.lemma != _RULES:
        return False
    speech = found.frame in SPEECH
    if cue.is_to_somebody or "as" in cue.frames or (speech and "ambiguous" not in cue.flags):
        return True
    end = after if subject_known else noun_phrase_end(units, after, border)
    return only_asides(units, end, border)


def _settled_object(units: Sequence[Unit], found: Opening, after: int, cue: Cue) -> Opening | None:
    """An object after a second look: none for ambiguous verbs of saying, and a clause further on goes before it."""
    if "ambiguous" in cue.flags and cue.act in ("say", "other", "expect") and cue.kind == "verb":
        noun: Cue | None = units[found.at].get("cue_noun")
        if cue.lemma in OFFERS and fits(cue, units[found.at]) and noun and noun.act in ("support", "other"):
            return found  # offered their condolences
        if cue.lemma == _OFFERED and is_offered(units, found.at, after):
            return found
        reported = cue.lemma == _REPORTED and found.at > after and units[after].signature & _SOURCES
        return found if reported and "measure_word" in units[found.at].signature else None
    if found.at > after + 1 and units[found.at - 1].view in WHOLE and "responsibility" in units[found.at].signature:
        return Opening("np", found.at - 1, units[found.at - 1].cut)  # laid on X | the whole responsibility
    alone = found.at == after and is_family_set_off(units, after)
    return _later_clause(units, found.at, cue, 0 if alone else 4) or found if found.at > after or alone else found


def _later_clause(units: Sequence[Unit], at: int, cue: Cue, near: int = 4) -> Opening | None:
    """The clause behind what looked like an object, or like the phrase of the cue's preposition, and was an aside or a part of the
    speaker's office (affirmed, after a search, | that; the director in the chamber So-and-so, | that).
    """
    later = later_that(units, at, cue, near)
    return _clause_or_speech(units, later, cue, at) if later else None


def _simple_frames(cue: Cue) -> frozenset[str]:
    """The frames with the addressee left out: obj+ila → ila."""
    return _without_addressee(cue.frames)


@lru_cache(maxsize=1 << 10)
def _without_addressee(frames: frozenset[str]) -> frozenset[str]:
    return frozenset(frame.rpartition("+")[2] for frame in frames)


def _governs(before: Unit, cue: Cue, near: bool) -> bool:
    """Whether a complementiser behind this word may be the cue's: after, as, except that … begin other clauses."""
    if (
        before.view in _KNOWING
        or before.signature & {"TIME_PREP", "but", "while"}
        or (before.signature & _ALSO == _LIKE and not near)
    ):
        return False
    if "prep" not in before.signature:
        return True
    own = before.signature & set(_PREPOSITIONS)
    concludes = "ila" in own and "to_clause" in cue.frames  # went so far as to say that
    return bool(own) and (concludes or "ambiguous" not in cue.flags or bool(own & _simple_frames(cue)))


_LIKE, _ALSO = {"like"}, frozenset(("like", "adverb"))  # just as; also, which leaves the clause to the cue
_KNOWING = ("علما", "رغم", "غير", "مع", "لولا", "حيث")  # whose clause is the outlet's own


def _clause_or_speech(units: Sequence[Unit], at: int, cue: Cue, after: int) -> Opening | None:
    unit = units[at]
    frames = _simple_frames(cue)
    following = units[at + 1] if at + 1 < len(units) else None
    if following is None:
        return None
    that = bool(unit.signature & {"comp", "bi_comp"}) and "+fa" not in unit.signature
    that = that and not is_inside_name(units, at, after)
    behind = at > after and "comma" in units[at - 1].signature  # their joy, and that they
    second = behind or cue.kind in ("noun", "according") or "ambiguous" in cue.flags
    that = that and not ("+and" in unit.signature and second)
    concludes = "to_clause" in frames and at > 0 and "ila" in units[at - 1].signature
    if that and (concludes or frames & {"clause", "as", "object"}):
        if at > after and not _governs(units[at - 1], cue, at - 1 <= after):
            return None
        joined = "+and" in following.signature and not following.signature.isdisjoint(_AND_THE)
        return Opening("clause", at + 1, following.cut if joined else following.start)
    if "colon" in unit.signature and frames & {"colon", "clause"}:
        if "comp" in following.signature and at + 2 < len(units):
            return Opening("clause", at + 2, units[at + 2].start)
        return Opening("colon", at + 1, following.start)
    inside = at > 0 and (units[at - 1].view in _JOINS or "prep" in units[at - 1].signature)
    near = at - after <= _BESIDE or "dash" in units[at - 1].signature  # said - in a statement - "…"
    if "quote" in frames and "quote_open" in unit.signature and not inside and near:
        return None if "org_head" in units[at - 1].signature else Opening("quote", at, unit.start)
    thing = at == after and cue.kind == "verb" and "ambiguous" in cue.flags and has_subject_before(units, at - 1)
    if thing or ("LONG_QUOTE" in unit.signature and is_of_source(units, at)):
        return None
    if "LONG_QUOTE" in unit.signature and not inside and ("colon" in frames or "clause" in frames):
        return Opening("quote", at, unit.start)
    return None


_AND_THE = frozenset(("+al", "prep"))  # "and" before these is no letter of a word (trusting, spelt like "and I trust")


_MAY_BE_OF_SUBJECT = {"b": 0, "fi": 0, "li": 4}  # how near behind such a phrase "that" shows that it is
_REPORTED, _OFFERED, _B, _RULES = "ذكر", "عرض", "ب", "نص"
_SOURCES, _TELLING = VOICES | {"people"}, ("say", "affirm", "expect")


def _phrase(units: Sequence[Unit], at: int, after: int, cue: Cue, frames: frozenset[str]) -> Opening | None:
    """An opening by a preposition of the cue, or by its direct object."""
    unit = units[at]
    if "b" in frames and (words := behind_by_saying(units, at)):
        return Opening("clause", words, units[words].start)  # content to say | that
    following = units[at + 1] if at + 1 < len(units) else None
    for name in _PREPOSITIONS:
        if name in unit.signature and name in frames and following is not None and free_preposition(units, at, after):
            if leads_on(following):
                continue
            if at - 2 == after and is_of_clause(units, after, at):
                return None
            return Opening(name, at + 1, following.start)
    governed = at > after and is_accused_of(units, at)
    for name, particle in _GLUED.items():
        if (
            name in frames
            and not governed
            and particle in unit.signature
            and is_content_word(unit, cue)
            and fits(cue, unit)
        ):
            return Opening(name, at, content_start(unit, preposition=True))
    said = unit.signature & {"must", "blame"} or is_plea(cue, unit) or is_by_what(units, at)
    if "b" in frames and said and unit.view.startswith(_B) and not governed:
        return Opening("b", at, unit.cut + 1)  # demanded | that something must be done, accused of | the responsibility
    if "bi_free" in unit.signature and frames & {"b", "as"} and following is not None:
        return Opening("b", at + 1, following.start)
    where = unit.signature & {"place_type", "known_place"}
    if (
        "as" in frames
        and "+bi" in unit.signature
        and not where
        and (at > after or "+pron" in units[after - 1].signature)
    ):
        return Opening("as", at, content_start(unit, preposition=True))
    held = "np" in frames or ("object" in frames and may_be_held(units, at, after))
    if held and is_object(units, at, after, cue) and fits(cue, unit):
        return Opening("np" if "np" in frames else "object", at, unit.cut if "+and" in unit.signature else unit.start)
    return None
