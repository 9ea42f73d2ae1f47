"""Second phrases: where the object of a verb-first clause begins behind its subject, with no mark between the two."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.forms.known_forms import is_country, is_country_of_two
from khabar.languages.ar.lists.words import beside_cues
from khabar.languages.ar.phrases.agreeing import are_people, begins_anew, cannot_describe, is_he, is_whole
from khabar.languages.ar.phrases.begun_objects import may_tell_purpose
from khabar.languages.ar.phrases.behind_bearers import is_first_name
from khabar.languages.ar.phrases.joins import ONE_OF
from khabar.languages.ar.phrases.laid_beside import begins_beside
from khabar.languages.ar.phrases.name_words import ADDRESS, is_foreign_shape
from khabar.languages.ar.phrases.nouns import TONGUE
from khabar.languages.ar.phrases.offices import agrees_with_none, is_behind_full_name
from khabar.languages.ar.phrases.proper_names import FOREIGN_LINKS
from khabar.languages.ar.phrases.shapes import (
    BODIES,
    HIS,
    MEN,
    PERHAPS_ACCUSATIVE,
    ends_indefinite,
    has_preposition,
    is_article,
    is_name_word,
    is_nisba,
)
from khabar.languages.ar.phrases.whole_names import WHOLE, is_behind_whole_name

"""Words that want their genitive still, whatever stands before them."""


_COMPLETE = frozenset(("toponym", "known_place", "demonym", "given", "name", "organisation"))


_PERSONS = frozenset(("people", "unnamed", "role"))


_PLURALS = ("اء", "ين", "ون", "ات", "ال", "ود", "ان")


_THINGS = frozenset(("event", "event_head", "document", "cue_noun"))


def split_object(units: Sequence[Unit], first: int, last: int) -> int:
    """Where a second noun phrase begins inside units[first:last] (X accused | Y of); `last` when there is only one.

    Subject and object of a verb-first clause stand side by side without a mark between them; a new phrase shows by a
    second country, a quantifier, people with the article behind a complete name, or a plural that cannot agree.
    """
    linked = units[first].view in FOREIGN_LINKS
    if (
        last - first == 2
        and not linked
        and all(is_name_word(u) and "given" not in u.signature for u in units[first:last])
    ):
        return first + 1  # two bare surnames
    quoted = False
    for at in range(first + 1, last):
        signature = units[at].signature
        if "quote_open" in signature and begins_beside(units, at, first):
            return at
        quoted = ("quote_open" in signature) or (quoted and "quote_close" not in signature)
        if not quoted and "quote_close" not in signature and _begins_second(units, at, first):
            return at
    return last


def _begins_second(units: Sequence[Unit], at: int, first: int) -> bool:
    """Whether a second noun phrase begins at units[at], behind the one that began at `first`."""
    before = units[at - 1]
    if (
        "al_free" in before.signature
        or before.view.endswith((TONGUE, _IN_THE_NAME))
        or before.view in {_SERVANT, *ONE_OF}
        or ("ministry" in before.signature and not is_article(before))
    ):
        return False  # the house of | al-Nuri: a family; in the tongue of | the group; the foreign minister of | the government
    if "name" in units[at].signature and is_article(units[at]) and is_first_name(units, at - 1):
        return False  # Salim | al-Sha'ar, spelt like a slogan
    if at - 1 == first and _is_acted_on(units[at], before):
        return True
    if "+and" in before.signature and is_article(units[at]) and is_country_of_two(before.view, units[at].view):
        return False
    if units[first].view in beside_cues("camp") and _is_of_no_camp(units, at):
        return True
    if at - 2 == first and "NUMBER" in units[first].signature and _is_counted_apart(before, units[at]):
        return True
    alone = at - 1 == first
    if not alone and (may_tell_purpose(before) or may_tell_purpose(units[at - 2])) and not is_article(before):
        return False  # the committee for the protection of | children, of the rights of | man
    named = before.signature & WHOLE or ("name" in before.signature if alone else "given" in units[at - 2].signature)
    named = named or (alone and is_foreign_shape(before))
    if named and is_behind_whole_name(units, at, first):
        return True
    return _cannot_go_on(units, at, first) or _begins_phrase(units, at, first) or begins_beside(units, at, first)


def _is_of_no_camp(units: Sequence[Unit], at: int) -> bool:
    """Whether somebody, or a body, begins at units[at], which no camp (the Right, the opposition) is called by."""
    unit = units[at]
    if unit.signature & _JOINED or has_preposition(unit) or is_nisba(unit):
        return False
    if unit.signature & _SOMEBODY:
        return True
    return is_name_word(unit) and at + 1 < len(units) and is_name_word(units[at + 1]) and not is_article(unit)


_SOMEBODY = frozenset(("given", "role", "org_head", "organisation", "known_place"))
_JOINED = frozenset(("+and", "prep", "demonym", "governing"))


def _is_counted_apart(counted: Unit, unit: Unit) -> bool:
    """Whether a definite noun stands behind a counted one with the ending of an indefinite (twelve deputies | the government)."""
    return is_article(unit) and "people" in counted.signature and counted.text.endswith(PERHAPS_ACCUSATIVE)


def _cannot_go_on(units: Sequence[Unit], at: int, first: int) -> bool:
    """A noun that is no adjective of the one before it (the forecast service | the citizens; each side | the other)."""
    unit, before = units[at], units[at - 1]
    free = not has_preposition(unit) and "+and" not in unit.signature
    if free and (agrees_with_none(units, at, first) or is_behind_full_name(units, at, first)):
        return True
    if free and "role" in unit.signature and at > first + 1 and _is_of_other_gender(unit, units[first]):
        return True  # the president and his cabinet | the ambassador, a woman
    return begins_anew(units, at, first) or (at <= first + 2 and _is_other_one(unit, before))


def _is_his_own(unit: Unit) -> bool:
    """People, or words, with a pronoun of the third person; "my words" is spelt like an adjective."""
    if "+pron" not in unit.signature or "+and" in unit.signature:
        return False
    return "people" in unit.signature or ("medium" in unit.signature and str(unit["+pron"]) in HIS)


def _is_of_other_gender(unit: Unit, head: Unit) -> bool:
    """Whether an office with the article cannot be another title of the one whose title the head is."""
    return "role" in head.signature and cannot_describe(unit, head)


def _begins_phrase(units: Sequence[Unit], at: int, first: int) -> bool:
    """Whether what stands at units[at] begins a phrase by its own kind, or by that of what stands before it."""
    unit, before = units[at], units[at - 1]
    governed = "prep" in before.signature and at - 1 > first  # a woman in | her fifties
    governed = governed or ("masdar" in before.signature and _is_of_body(units, at - 1, first))
    if governed or _is_his_own(unit):
        return not governed  # his citizens, his speech: nobody's name
    named = is_name_word(before) and not ("maybe_li" in before.signature and "name" not in before.signature)
    named = named and before.view not in _KIN
    body = _is_body(unit)
    personal = not units[first].signature & BODIES or "role" in units[first].signature
    lands = "place_type" in unit.signature and personal and not is_article(unit) and not has_preposition(unit)
    if named and "known_place" in unit.signature and _is_full_name(units, at, first):
        return True  # Minister So-and-so | Canada
    if named and at - first > 1 and ((body and personal) or "whoever" in unit.signature or (lands and at - first > 2)):
        return True  # Minister So-and-so | the forces of; | the states of Europe
    some = before.signature & _PERSONS and before.view.endswith(MEN)
    some = some or ("org_head" in units[first].signature and _is_some(units[first], before))
    if some and is_article(unit) and "+and" not in unit.signature and not is_article(before):
        return True  # western governments | the corps; opposition deputies | the government, whose ending takes no genitive
    if (named and at - first > 2 and _begins_deed_of(units, at, first)) or (unit.view == _GOD and is_article(before)):
        return True  # General So-and-so | the tearing down of the mosque; asks | God
    if "place_again" in unit.signature and units[first].signature & {"role", "given"} and is_whole(before):
        return True  # the minister | the village
    complete = is_whole(before) or (is_article(unit) and named) or bool(before.signature & _COMPLETE)
    if not complete or has_preposition(unit) or "+and" in unit.signature:
        return False
    if _begins_act(units, at) or _begins_some(units, at, first) or _begins_office(units, at, first):
        return True
    two_places = "known_place" in unit.signature and _stands_apart(unit, before)
    if unit.signature & {"whoever", "press"} or two_places:
        return True
    if unit.signature & _INDEFINITE and _begins_indefinite(unit, before):
        return True
    if not is_article(unit):
        return False
    named = named and "place_head" not in before.signature
    named = named and not (units[at - 2].view in ADDRESS and at - 2 >= first)  # Dr So-and-so al-Awwad
    late = named and "given" not in before.signature and not is_article(before) and at - first > 2
    return (late and (personal or body)) or _begins_definite(units, at, first, named)


def _is_of_body(units: Sequence[Unit], at: int, first: int) -> bool:
    """A common noun spelt like a name, right behind a body without article whose genitive it is (the board of the staff of)."""
    return at - 1 == first and "org_head" in units[first].signature and not is_article(units[first])


def _is_full_name(units: Sequence[Unit], at: int, first: int) -> bool:
    """Whether a first name and another stand right before the country units[at], behind an office: the name is complete."""
    titled = at - first > _TITLED and "role" in units[first].signature and "given" in units[at - 2].signature
    if titled and "foreign_given" in units[at - 2].signature:
        return True  # Minister Hakan So-and-so | Israel, which is also a surname
    return titled and not units[at].signature & (_NO_BODY | {"name"}) and not has_preposition(units[at])


_TITLED = 2  # units of an office and a name, at least


def _is_other_one(unit: Unit, before: Unit) -> bool:
    """Whether "the other" stands behind an indefinite noun, of which it is no adjective."""
    return unit.view in _THE_OTHER and not is_article(before)


def _is_some(head: Unit, before: Unit) -> bool:
    """An indefinite body and right before the word in question its adjective of relation, which takes no genitive."""
    described = head is not before and before.view.endswith(_RELATION) and before.signature.isdisjoint(_NOUNS)
    return described and not is_article(head) and not is_he(head)  # of no organisation would an adjective be feminine


_RELATION = "\N{ARABIC LETTER YEH}\N{ARABIC LETTER HEH}"
_NOUNS = frozenset(
    ("org_head", "place_type", "media_head", "role", "organisation", "known_place", "people", "document")
)
_THE_OTHER = ("الاخر", "الاخري", "الاخرين")
_HEADS = frozenset(("org_head", "media_head", "medium", "document"))
_INDEFINITE = _HEADS | {"known_place"}


def _begins_indefinite(unit: Unit, before: Unit) -> bool:
    """Behind a definite noun, a country or the word for a body or a document without article is neither its genitive nor its
    adjective (the minister | Iran; the governor | the agency of; the president | a letter).
    """
    if not is_whole(before) or is_article(unit) or unit.signature & _NO_BODY:
        return False
    if unit.signature & _HEADS and not unit.signature & {"name", "adverb", "TIME", "demonym"}:
        return True
    if "known_place" not in unit.signature or "org_head" in before.signature:
        return False
    return is_country(unit.view)


def _is_described_office(office: Unit, before: Unit) -> bool:
    """An office with the article, and right before the word in question its adjective (the French president, the prominent
    writer): a noun with the article is no part of it.
    """
    return "role" in office.signature and is_whole(office) and bool(before.signature & {"demonym", "quality"})


_NO_ADJECTIVE = frozenset(("event_head", "event", "place_plural", "place_side", "place_again", "masdar"))
_MAY_DESCRIBE = frozenset(("demonym", "quality", "role", "given", "org_head"))


def _begins_deed_of(units: Sequence[Unit], at: int, first: int) -> bool:
    """An act without article in a construct, behind the full name of who holds an office."""
    unit = units[at]
    if "role" not in units[first].signature or not unit.signature & {"event", "masdar"} or unit.signature & _NO_ACTS:
        return False
    full = any("given" in word.signature for word in units[first + 1 : at])
    genitive = at + 1 < len(units) and bool(
        units[at + 1].signature & {"org_head", "+al", "known_place", "organisation"}
    )
    return full and genitive and not unit.signature & {"+al", "+and", "+bi", "+li", "+pron", "name", "known_place"}


_GOD = "الله"
_NAMED = frozenset(("given", "name"))


def _begins_some(units: Sequence[Unit], at: int, first: int) -> bool:
    """Whether people nobody has spoken of begin at units[at], by an ending that only an object has (the mayor | gunmen of the
    tribe; So-and-so | officers): an adjective of what stands before would agree with it in its article.
    """
    unit = units[at]
    if "people" not in unit.signature or is_article(unit) or unit.signature & _NOT_SOME:
        return False
    before = units[at - 1]
    many = is_whole(before) and unit["people"].number == "p" and before.signature.isdisjoint(_NAMED)
    earlier = units[at - 2].signature if at - 2 >= first else frozenset()
    many = many and (earlier.isdisjoint(_NAMED) or "document" in earlier)  # the government | members of
    return many or unit.view.endswith("ين") or ends_indefinite(unit)


def _begins_office(units: Sequence[Unit], at: int, first: int) -> bool:
    """Whether the office of one man begins at units[at], behind several people who are complete: none of them bears it (the people
    of the town | the head of its council).
    """
    unit, head = units[at], units[first]
    if "role" not in unit.signature or is_article(unit) or unit.signature & _NOT_SOME:
        return False
    if unit.view.split()[0].endswith(_PLURALS):
        return False
    return are_people(head) or head.view.endswith("ون") or "somebody" in head.signature


_NOT_SOME = frozenset(("+pron", "given", "organisation", "org_head", "toponym", "known_place", "demonym"))


def _begins_definite(units: Sequence[Unit], at: int, first: int, named: bool) -> bool:
    """Whether a definite noun behind a complete phrase begins a second one.  `named`: a name stands right before it."""
    unit, before = units[at], units[at - 1]
    if "known_place" in before.signature and "org_head" in unit.signature and "role" not in unit.signature:
        return True  # Baku | the Red Cross committee
    if units[first].signature & BODIES and "cue_noun" in unit.signature and not unit.signature & _MAY_DESCRIBE:
        return is_article(before) or "organisation" in before.signature  # the council of ministers | the thanks
    if (
        _is_described_office(units[first], before)
        and unit.signature & _NO_ADJECTIVE
        and not unit.signature & _MAY_DESCRIBE
    ):
        return True  # the French president | the West; the Chinese minister | the war
    if "role" in before.signature and " " in before.view and unit.signature & {"place_type", "somebody"}:
        return is_whole(before)  # the prime minister | the states
    if is_whole(before) and _is_no_adjective(unit):
        return True  # the statement | the government; the forces of the state | the village, Cairo
    if units[first].signature & {"people", "unnamed"} and "role" in unit.signature:
        return units[first].view.endswith(MEN)  # the activists | the secretary general
    many = unit.signature & {"people", "role", "unnamed"} and unit.view.endswith(_PLURALS)
    persons = "people" in unit.signature and unit["people"].number == "p"
    many = many or (persons and bool(before.signature & _NAMED))
    if (named and unit.signature & _THINGS) or (
        many and (named or before.signature & _COMPLETE - {"demonym", "toponym"})
    ):
        return True
    if unit.view in _BOTH and (is_article(before) or "known_place" in before.signature):
        return True  # parliament | the two sides
    if units[first].view.endswith("ون") and unit.view.endswith(("ات", "ه")):
        return True  # the protesters | the authorities
    listed = unit.signature & {"given", "name"}  # al-Husayn
    if "known_place" in unit.signature:
        return False  # the kingdom of | Bahrayn
    if before.view.endswith("ين") and is_article(before) and "people" in before.signature:
        return False  # dozens of the demonstrators, peaceful ones
    return unit.view.endswith("ين") and (units[first].view.endswith(("ه", "ات")) or (named and not listed))


_PLACES = frozenset(("place_type", "known_place"))
_NO_PLACES = frozenset(("demonym", "quality", "role", "people", "given", "governing", "org_head", "event", "masdar"))


def _is_no_adjective(unit: Unit) -> bool:
    """A definite word for a body or a place, which nothing is described by."""
    if unit.signature & BODIES and not unit.signature & {"demonym", "role", "people"}:
        return True
    return bool(unit.signature & _PLACES) and not unit.signature & _NO_PLACES


_BOTH = ("الطرفين", "الجانبين", "البلدين", "الدولتين", "الفريقين", "الخصمين", "الاطراف", "الفرقاء")


def _begins_act(units: Sequence[Unit], at: int) -> bool:
    """Whether an act that belongs to no complete phrase before it begins at units[at]: one with a genitive of its own (the
    airline | the halt of production), or a definite one with a preposition (the national airline | the finding of).
    """
    unit, following = units[at], units[at + 1] if at + 1 < len(units) else None
    if following is None or not unit.signature & _ACTS or unit.signature & _NO_ACTS:
        return False
    if "name" in unit.signature and not unit.signature & {"event", "measure_word"}:
        return False
    if is_article(unit):
        return is_article(units[at - 1]) and bool(following.signature & {"ala", "an", "min", "ila", "fi"})
    return is_article(following) or bool(following.signature & {"known_place", "demonstrative"})


_ACTS = frozenset(("event", "event_noun", "masdar", "cue_noun", "measure_word"))


_NO_ACTS = frozenset(
    ("role", "people", "unnamed", "given", "org_head", "organisation", "demonym", "TIME", "prep", "adverb")
)


def _stands_apart(place: Unit, before: Unit) -> bool:
    """Whether a place stands beside another, or behind an adjective of one (the Iranian official | Riyadh)."""
    other = "known_place" in before.signature and "place_type" not in before.signature
    nation = {"organisation", "phrase"} <= before.signature and before.view.endswith(("يه", "ي"))
    return other or nation or ("demonym" in before.signature and not place.signature & {"given", "name"})


_IN_THE_NAME, _SERVANT = "باسم", "عبد"
_KIN = ("ذوو", "ذوي", "اولو", "اولي")  # those of


def _is_body(unit: Unit) -> bool:
    """A body that nothing joins to what stands before it."""
    signature = unit.signature
    alone = "org_head" not in signature and "phrase" not in signature  # may be a surname (al-Huthi)
    return bool(signature & BODIES) and not alone and not signature & _NO_BODY


_NO_BODY = frozenset(("role", "+and", "given", "+pron", "+bi", "+li", "+ka"))


def _is_acted_on(unit: Unit, place: Unit) -> bool:
    """Whether a body or an office without article stands behind a place that speaks (Washington called on | the government of)."""
    if "known_place" not in place.signature or is_article(unit) or has_preposition(unit):
        return False
    return bool(unit.signature & {"org_head", "role", "armed", "organisation"}) and unit.signature.isdisjoint(
        ("+and", "given", "name", "demonym")
    )
