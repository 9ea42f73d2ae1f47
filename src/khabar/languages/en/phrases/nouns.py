"""Noun phrases: where the phrase that names a source begins before a verb, and where it ends behind one.

Without a tagger the borders do the work: marks, auxiliaries, cue verbs, conjunctions, pronouns and dates stand in no
noun phrase, a determiner begins one, and a preposition joins one to the next.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.en.phrases.marking import is_manner

_LONGEST = 16
_JOINS = frozenset(("-", "–", "/", "'", "&", "’"))
BORDERS = frozenset(
    (
        *("CUE", "PASSIVE", "INF", "be", "be_form", "have_form", "do_form", "modal", "contracted_neg"),
        *("comp", "rel", "sub", "TIME", "link", "accords", "impersonal"),
    )
)
"""What stands in no noun phrase."""
SOURCES = frozenset(
    (
        *("role", "source_unnamed", "source_body", "source_document", "source_thing", "media", "capital", "people"),
        *("subject_pronoun", "other_pronoun"),
    )
)
"""What a phrase that names a source has at least one of."""


def is_object_pronoun(unit: Unit) -> bool:
    """Whether a word is him, them, us …, which no subject is; in capitals US is a country."""
    return unit.view in _OBJECT_PRONOUNS and "capitals" not in unit.signature


_OBJECT_PRONOUNS = frozenset(("him", "them", "us", "me", "himself", "herself", "itself", "themselves"))


def is_verb(units: Sequence[Unit], at: int) -> bool:
    """Whether a word that no list of cues knows is probably a finite verb here: a common one, or one in -ed behind its subject."""
    unit = units[at]
    if at and units[at - 1].view == "-" and units[at - 1].end == unit.start:
        return False  # a Russian-led bloc
    if "common_verb" in unit.signature:
        return at > 0 and units[at - 1].signature.isdisjoint(_NO_VERB)
    if not unit.view.endswith("ed") or "capital" in unit.signature or at == 0 or units[at - 1].signature & _NO_VERB:
        return False
    return at + 1 >= len(units) or bool(units[at + 1].signature & _BEHIND_VERB)


_NO_VERB = frozenset(("det", "article", "prep", "possessive", "possessive_det", "of_word", "and_word", "comma"))
_BEHIND_VERB = frozenset(
    (
        "det",
        "article",
        "prep",
        "to_word",
        "TIME",
        "stop",
        "comma",
        "capital",
        "other_pronoun",
        "possessive_det",
        "NUMBER",
        "digits",
        "comp",
    )
)


def may_be_verb(units: Sequence[Unit], at: int) -> bool:
    """Whether a verb form may stand here: an auxiliary, one of a list of cues or acts, or one that no list knows."""
    signature = units[at].signature
    return bool(signature & VERBAL) or "event_verb" in signature or is_verb(units, at)


def is_join(units: Sequence[Unit], at: int) -> bool:
    """A mark inside a word or name: the hyphen of co-founder, the stroke of RFE/RL."""
    return (
        units[at].view in _JOINS
        and 0 < at < len(units) - 1
        and ((units[at - 1].end == units[at].start and units[at + 1].start == units[at].end) or units[at].view == "&")
    )


def phrase_start(units: Sequence[Unit], end: int) -> int:
    """Where the noun phrase that ends before `end` begins; `end` itself when none does."""
    if end <= 0:
        return end
    if "subject_pronoun" in units[end - 1].signature and "rel" not in units[end - 1].signature:
        return end - 1
    if "rel" in units[end - 1].signature:
        return end - 1
    at, complete, floor = end, False, max(0, end - _LONGEST)
    while at > floor and not _begins_before(units, at, end, floor):
        signature = units[at - 1].signature
        joining = bool(signature & _JOINING) or units[at - 1].view == "close to"
        if complete and not joining:
            break
        complete = bool(signature & {"det", "article"}) and not joining
        at -= 1
    return _without_lead(units, at, end)


_JOINING = frozenset(("and_word", "prep", "to_word", "as_word", "possessive"))


def _begins_before(units: Sequence[Unit], at: int, end: int, floor: int) -> bool:
    """Whether a noun phrase that holds units[at:end) cannot take in the unit before `at`."""
    unit, signature = units[at - 1], units[at - 1].signature
    if "mark" in signature:
        return not is_join(units, at - 1)
    if "TIME" in signature and at < end and "possessive" in units[at].signature:
        return False  # Thursday's attack
    if signature & BORDERS or "subject_pronoun" in signature or _is_verbal(units, at, end) or _is_verb_phrase(unit):
        return True
    if "adverb" in signature and "capital" not in signature:
        return True
    if "and_word" in signature:
        return at == end or unit.view in ("but", "yet") or not _is_list(units, at - 1, floor)
    if signature & {"prep", "to_word", "as_word"}:
        return at == end or at - 1 <= floor or not _joins(units[at - 2], unit)
    return False


def _is_verb_phrase(unit: Unit) -> bool:
    """Whether a listed verb of several words stands here (exchanged fire), which no noun phrase holds."""
    return unit.signature >= _VERB_PHRASE and "event_noun" not in unit.signature


_VERB_PHRASE = frozenset(("event_verb", "phrase"))


def _is_verbal(units: Sequence[Unit], at: int, end: int) -> bool:
    """A common verb before a phrase, not the first half of a compound (left-wing)."""
    if "common_verb" not in units[at - 1].signature or at >= end or units[at].view in _JOINS:
        return False
    return at < _GLUED or units[at - 2].view != "-" or units[at - 2].end != units[at - 1].start  # a Russian-led bloc


_GLUED = 2


def _joins(before: Unit, preposition: Unit) -> bool:
    """Whether a preposition goes on with the noun before it; of always does."""
    if before.signature & (BORDERS | {"mark", "adverb", "prep", "and_word", "subject_pronoun"}):
        return False
    if "of_word" in preposition.signature:
        return True
    return preposition.view in _WITHIN


_WITHIN = frozenset(
    ("for", "in", "at", "from", "with", "on", "to", "near", "inside", "outside", "about", "against", "by", "within")
)


def _is_list(units: Sequence[Unit], at: int, floor: int) -> bool:
    """Whether the conjunction at `at` joins two nouns, not two clauses: no verb or pronoun stands before it in its clause."""
    back = at - 1
    while back >= floor:
        signature = units[back].signature
        if "mark" in signature and not is_join(units, back):
            return "comma" in signature and back < at - 1 and back > floor
        if signature & BORDERS or "subject_pronoun" in signature or "other_pronoun" in signature:
            return False
        if "event_verb" in signature and back < at - 1 and governs_until(units, back, at):
            return False
        back -= 1
    return True


def governs_until(units: Sequence[Unit], verb: int, at: int) -> bool:
    """Whether a verb of an act governs what stands between it and "and" and a determiner (freed ten men and the army said)."""
    if units[verb]["event_verb"][1].isdisjoint({"past", "s"}) or "event_noun" in units[verb].signature:
        return False
    if not verb or units[verb - 1].signature & {"det", "article", "prep", "possessive", "mark", "NUMBER"}:
        return False
    return "det" in units[at + 1].signature and not any("prep" in u.signature for u in units[verb:at])


def _without_lead(units: Sequence[Unit], at: int, end: int) -> int:
    """The phrase without a conjunction or preposition at its head."""
    while (
        at < end
        and units[at].signature & {"and_word", "prep", "to_word", "as_word", "adverb"}
        and "det" not in units[at]
    ):
        at += 1
    return at


def phrase_end(units: Sequence[Unit], first: int, last: int) -> int:
    """Where the noun phrase that begins at `first` ends, at most at `last`; `first` when none begins."""
    if first >= last:
        return first
    alone = units[first].view != "one" or first + 1 >= last or "word" not in units[first + 1].signature
    if units[first].signature & {"subject_pronoun", "other_pronoun"} and "det" not in units[first].signature and alone:
        return first + 1
    at, last = first, min(last, first + _LONGEST)
    while at < last and not _ends_at(units, first, at, last):
        at += 1
    return at


def _ends_at(units: Sequence[Unit], first: int, at: int, last: int) -> bool:
    """Whether a noun phrase that begins at `first` cannot take in the unit at `at`."""
    signature = units[at].signature
    if "mark" in signature:
        return not is_join(units, at)
    if signature & BORDERS or signature & {"subject_pronoun", "PART"}:
        return True
    if "and_word" in signature:
        return at == first or at + 1 >= last or units[at + 1].signature.isdisjoint(_LISTED)
    if "of_word" in signature:
        return at == first
    if signature & {"prep", "to_word"}:
        return at == first or not _goes_on(units, first, at, last)
    if at == first:
        return False
    if "adverb" in signature and "capital" not in signature:
        return True
    if is_manner(units[at]) and _is_behind_noun(units, at):
        return True  # an email lately kept; not: a newly built dam
    return (bool(signature & {"det", "article"}) and not _opens(units[at - 1])) or is_verb(units, at)


def _is_behind_noun(units: Sequence[Unit], at: int) -> bool:
    """Whether what stands before a word may be a noun, and nothing that the word goes on with."""
    before = units[at - 1].signature
    return "word" in before and not before & _GRADED


_GRADED = frozenset(
    ("det", "article", "and_word", "of_word", "prep", "possessive", "possessive_det", "NUMBER", "to_word")
)


def before_verb(units: Sequence[Unit], first: int, last: int) -> int:
    """The end of a noun phrase that opens a sentence: before its verb, which no list of cues knows (workers walked out)."""
    for at in range(first + 1, last):
        unit, before = units[at], units[at - 1].signature
        if _governs_counted(units, at):
            return at
        verbal = unit.view.endswith(("ed", "ly")) or unit.signature & {
            "event_verb",
            "common_verb",
            "harms",
            "suffers",
            "light",
        }
        if verbal and not before & {"det", "article", "and_word"} and "capital" not in unit.signature:
            return at
    return last


def _governs_counted(units: Sequence[Unit], at: int) -> bool:
    """Whether a plain word between a noun and a number or an article is a verb that no list knows (the firm opens 20 shops)."""
    unit = units[at]
    if at + 1 >= len(units) or not _is_behind_noun(units, at) or "word" not in unit.signature:
        return False
    counts = units[at + 1].signature & _COUNTS and "of_word" not in units[at + 1].signature
    return bool(counts) and unit.signature.isdisjoint(_NO_PLAIN_VERB)


_COUNTS = frozenset(("NUMBER", "article", "possessive_det"))
_NO_PLAIN_VERB = frozenset(
    (
        "capital",
        "prep",
        "of_word",
        "and_word",
        "det",
        "rel",
        "role",
        "people",
        "TIME",
        "to_word",
        "adverb",
        "sub",
        "comp",
    )
)


_LISTED = frozenset(("capital", "det", "role", "source_unnamed"))


def _opens(before: Unit) -> bool:
    return bool(before.signature & {"prep", "and_word", "of_word", "det", "to_word"}) or before.view.endswith(" to")


def _goes_on(units: Sequence[Unit], first: int, at: int, last: int) -> bool:
    """Whether a preposition behind a role or source noun goes on with it (a spokesman for, officials in)."""
    if units[at].view not in ("for", "in", "at", "from", "with") or at + 1 >= last:
        return False
    following = units[at + 1].signature
    inside = units[min(at + 2, last - 1)].signature
    if following & {"TIME", "medium", "NUMBER"} or ("det" in following and "medium" in inside):
        return False
    return any(
        u.signature & {"role", "source_unnamed", "source_body"} and "capital" not in u.signature
        for u in units[first:at]
    )


def is_source(units: Sequence[Unit], first: int, last: int) -> bool:
    """Whether units[first:last] can name a source: a name, a title, a body, a document, people."""
    return any(unit.signature & SOURCES or _is_share(unit) for unit in units[first:last])


def _is_share(unit: Unit) -> bool:
    """Whether a number counts per cent: of people who were asked."""
    return "NUMBER" in unit.signature and getattr(unit["NUMBER"], "unit", None) in ("percent", "per cent", "%")


VERBAL = frozenset(("CUE", "be", "be_form", "have_form", "do_form", "modal", "contracted_neg"))
"""Verb forms that end the phrase which is their subject."""


def object_end(units: Sequence[Unit], first: int) -> int:
    """The end of what is condemned, called for, asked about: before the verb whose subject it is part of."""
    spared = 0
    for at in range(first + 1, min(len(units), first + _FAR)):
        signature = units[at].signature
        if "rel" in signature:
            spared += 1
        elif signature & VERBAL or is_verb(units, at):
            if not spared:
                return at
            spared -= 1
    return len(units)


_FAR = 60  # units
