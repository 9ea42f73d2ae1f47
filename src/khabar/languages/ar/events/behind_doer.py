"""Objects behind the doer of a masdar, where no preposition leads to them (the killing by the police of | a demonstrator).

The doer stands in the genitive right behind the masdar.  What cannot go on with it is the object: an indefinite accusative
behind somebody definite, and a definite place behind an indefinite plural of people in the oblique case.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.events.acts import Act
from khabar.languages.ar.events.clause_starts import ALEF, FORCES
from khabar.languages.ar.forms.known_forms import is_country
from khabar.languages.ar.forms.written import TANWIN
from khabar.languages.ar.phrases.shapes import OBLIQUE, has_preposition, is_article, is_finite, is_owned
from khabar.record.vocabulary import FORCE

OF_UNKNOWN = frozenset(("maybe_li",))
STRIKERS = FORCES | {"occupant", "organisation", "army_body"}
_BODIES = STRIKERS | {"org_head"}
THINGS = frozenset(("countable", "place_type", "place_facility", "vehicle"))
_NO_OBJECTS = frozenset(
    ("+and", "prep", "TIME", "adverb", "kind_adjective", "demonym", "place_adjective", "manner", "masdar")
)
_PLACES = frozenset(("place_type", "place_facility", "countable", "place_again"))
_PLURAL = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER TEH}"


def stands_behind_doer(units: Sequence[Unit], at: int, end: int, kind: str) -> bool:
    """Whether the object of an act of a type stands at units[end], right behind its doer units[at:end] in the genitive."""
    if kind not in FORCE or not at < end < len(units):
        return False
    head, unit = units[at], units[end]
    own = "known_place" in head.signature and is_owned(unit) and not has_preposition(unit)
    if own and "+and" not in unit.signature:
        return True  # the suspension by a country of | its part in
    if unit.signature & _NO_OBJECTS or has_preposition(unit):
        return False
    if is_article(unit):
        several = "people" in head.signature and head.view.endswith(OBLIQUE) and not is_article(head)
        several = several and bool(unit.signature & _PLACES) and unit.signature.isdisjoint({"org_head"})
        return several or are_others(units, at, end)
    definite = is_article(units[end - 1]) or "known_place" in units[end - 1].signature
    if is_article(head) and "people" in head.signature and end == at + 1 and _is_one_more(unit):
        return True  # the settlers' killing of | a youth
    if not (definite and head.signature & _BODIES):
        return False
    if "people" in unit.signature:
        striker = any(of.signature & STRIKERS for of in units[at:end])
        return striker and (unit.view.endswith((ALEF, OBLIQUE)) or unit.text.endswith(TANWIN))
    return bool(unit.signature & THINGS) or (unit.view.endswith(_PLURAL) and "ACT" not in unit.signature)


def are_others(units: Sequence[Unit], at: int, k: int) -> bool:
    """Whether people, or a person with his title and name, stand with the article at units[k] behind one body of men that begins at
    units[at]: it is they whom it took (the arrest by the police of | the journalists).
    """
    unit, last = units[k], units[k - 1]
    if unit.signature.isdisjoint(_PERSONS) or unit.signature & _NO_OBJECTS or not units[at].signature & _ONE_BODY:
        return False
    titled = k + 1 < len(units) and "given" in units[k + 1].signature
    several = "people" in unit.signature and unit["people"].number == "p"
    return (titled or several) and is_article(last) and not last.signature & _OF_MANY


def _is_one_more(unit: Unit) -> bool:
    """One of some people, as an indefinite object."""
    return "people" in unit.signature and unit["people"].number == "s" and unit.view.endswith(ALEF)


_OF_MANY = frozenset(("people", "+and"))
_ONE_BODY = frozenset(("police", "army_body", "security_body", "occupant", "org_head", "he_body"))


def object_of_state(units: Sequence[Unit], at: int, act: Act) -> int | None:
    """Where the object of an act stands right behind the name of a country: that has no genitive, and is who did it (a country's
    killing of | dozens of civilians).
    """
    if act.word.type not in FORCE or act.word.first != "target" or at + 1 >= len(units):
        return None
    unit, following = units[at + 1], units[at + 2].signature if at + 2 < len(units) else frozenset()
    if has_preposition(units[at]) or has_preposition(unit):
        return None
    if unit.signature == OF_UNKNOWN and act.word.type == "ASSAULT":
        return at + 1 if is_country(units[at].view) else None  # a country's killing | of So-and-so
    counted = unit.signature & _COUNTS and following & (THINGS | {"people", "armed", "min"})
    article = is_article(unit) and not is_country(unit.view)
    if article or unit.signature & _NO_OBJECTS or not (counted or unit.signature & _HIT):
        return None
    return at + 1 if is_country(units[at].view) else None


_COUNTS = frozenset(("NUMBER", "whoever", "one_of_them"))
_HIT = THINGS | {"people", "armed", "known_place"}


def deed_kept_from(units: Sequence[Unit], at: int, act: Act) -> int | None:
    """Where the deed stands that a body, or somebody in office, keeps others from doing, behind them in the genitive (the
    coalition's ban on | the import of fuel); other people in the genitive are those who are kept from it.
    """
    if act.word.needs == "phrase" or units[at].signature & _DEEDS:
        return None
    of_office = "role" in units[at].signature
    passed, reach = (_TITLED, 2 * _NAMED) if of_office else (_DESCRIBES, _NAMED)
    for k in range(at + 1, min(at + reach, len(units) - 1)):
        if {"masdar", "ACT_NOUN"} & units[k].signature and not (has_preposition(units[k]) or is_article(units[k])):
            body = of_office or units[at].signature & (_BODIES | {"he_body"}) or is_country(units[at].view)
            return k if body and "+and" not in units[k].signature else None
        if units[k].signature & _NO_ADJECTIVES or not units[k].signature & passed:
            return None
    return None


_DESCRIBES = frozenset(("demonym", "kind_adjective"))
_TITLED = _DESCRIBES | {"given", "name", "role", "org_head", "place_type", "known_place", "+al"}


_DEEDS = frozenset(("masdar", "holding"))  # the ban on | holding marches
_NAMED = 4
_NO_ADJECTIVES = frozenset(("prep", "mark", "+and"))


def country_behind(units: Sequence[Unit], first: int, end: int) -> int:
    """Where a country begins inside what looks like one phrase of somebody definite, whose genitive it cannot be (the minister
    accused | France); `end` where none does.
    """
    if units[first].signature.isdisjoint(_SOMEBODY):
        return end
    for k in range(first + 1, end):
        unit = units[k]
        apart = is_article(units[k - 1]) and not (is_article(unit) or has_preposition(unit))
        if apart and "known_place" in unit.signature and unit.signature.isdisjoint(_NO_COUNTRY):
            return k
    return end


def object_behind_owner(units: Sequence[Unit], first: int, end: int) -> int:
    """Where a counted object begins, or a country, inside what looks like one phrase of whoever owns a deed told later (the group
    abducted | 230 civilians after its storming of the town); `end` where none does.
    """
    for k in range(first + 1, end - 1):
        if "NUMBER" in units[k].signature and units[k].signature.isdisjoint(_MORE):
            return k if "NUMBER" not in units[first].signature and not has_preposition(units[k - 1]) else end
    return country_behind(units, first, end)


_MORE = frozenset(("+and", "+al", "+bi", "+li"))
_SOMEBODY = frozenset(("role", "org_head", "people", "organisation"))
_NO_COUNTRY = frozenset(("+and", "given", "people"))


def is_person_behind_forces(units: Sequence[Unit], first: int, at: int, end: int) -> bool:
    """Whether a person's name, an office or trade perhaps before it, begins at units[at] behind forces that end there: it is no
    part of theirs, as it is of the forces of a colonel or a martyr.
    """
    unit, head, last = units[at], units[first], units[at - 1]
    titled = at + 1 < end and "given" in units[at + 1].signature and is_article(unit) and unit.signature & _PERSONS
    if has_preposition(unit) or not (titled or "given" in unit.signature) or unit.signature & _ADJECTIVES:
        return False
    if any("+and" in between.signature for between in units[first + 1 : at]):
        return False  # the rebels and the men of the ousted So-and-so
    forces = head.signature & _FORCES or (head.signature >= _NAMED_BODY and head.view.startswith(_FORCE))
    kind = "kind_adjective" in last.signature or last is head
    return bool(forces) and "given" not in last.signature and (kind or last.signature.isdisjoint(_PERSONS))


_PERSONS = frozenset(("role", "people"))
_ADJECTIVES = frozenset(("kind_adjective", "demonym", "+and"))
_FORCES, _NAMED_BODY = (
    frozenset(("forces", "police", "occupant", "security_body")),
    frozenset(("organisation", "phrase")),
)
_FORCE = ("قوات", "جيش", "شرطه")


def is_bare_behind_forces(units: Sequence[Unit], at: int, last: int) -> bool:
    """Whether a noun without article stands at units[at] behind armed men, planes or guns that are definite and end at units[last]:
    they take no genitive, so it is what they strike (the army shelled | a convoy), though no list knows it.
    """
    unit, head = units[at], last
    if unit.signature & _NOT_STRUCK or is_article(unit) or has_preposition(unit) or is_finite(unit):
        return False
    if head > 0 and units[head].signature & _ADJECTIVES:
        head -= 1
    strikers = units[head].signature
    if not strikers & _STRIKING or not (is_article(units[head]) and is_article(units[last])):
        return False
    if "role" in strikers or ("people" in strikers and units[head]["people"].number == "s"):
        return False  # the gunman So-and-so
    adverbial = unit.view.endswith(ALEF) and "masdar" in unit.signature  # in fear of
    return not (adverbial or (unit.view.startswith(_MEEM) and unit.view.endswith(_IN_STATE) and not unit.signature))


_STRIKING = STRIKERS | {"planes", "fires", "police"} - {"organisation"}
FORCES_END = _STRIKING | _ADJECTIVES
"""What may end the words for armed men, planes or guns."""
_NOT_STRUCK = frozenset(
    (
        *("+and", "+fa", "prep", "mark", "quote", "bracket", "dash", "NUMBER", "whoever", "TIME", "adverb"),
        *("manner", "how", "rel", "comp", "bi_comp", "neg", "neg_verb", "qad", "kana", "while", "but"),
        *("like", "CUE", "participle", "given", "event_noun", "event_verb", "place_side", "prep_pron"),
        *("reflexive", "any", "digits", "each", "losses", "meanwhile", "and_free", "trapped"),
        *("kind_adjective", "demonym", "quality", "reply", "background", "fears_it", "in_answer"),
        *("carries_out", "attempt", "heads_for", "leaves", "no_target", "period", "light", "does"),
        *("demonstrative_alone", "or", "inside", "known_place", "maybe_li", "maybe_bi", "maybe_ka"),
        *("+pron", "name_part", "foreign_given", "sawfa", "all", "cue_noun", "still"),
    )
)
_MEEM, _IN_STATE = "\N{ARABIC LETTER MEEM}", (ALEF, "\N{ARABIC LETTER HEH}", OBLIQUE)
