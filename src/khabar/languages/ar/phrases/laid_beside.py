"""Laid beside: who or what is acted on right behind who acts, with no mark between, told by the two words that meet.

Verb-first clauses set subject and object side by side.  `whole_names` and `agreeing` part those by names and adjectives; here
are the pairs that neither knows: a country behind a full name, a body behind a name in quotation marks, those whom marks hold,
a noun with "her" or "their", rulers without article, a town behind a plural with its adjective.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.forms.known_forms import is_country
from khabar.languages.ar.phrases.name_words import is_full_name
from khabar.languages.ar.phrases.shapes import NISBA, has_preposition, is_article, is_name_word, is_owned
from khabar.languages.ar.phrases.whole_names import is_listed_surname


def begins_beside(units: Sequence[Unit], at: int, first: int) -> bool:
    """Whether units[at] begins what is acted on, behind the phrase from `first` of who acts."""
    unit, before = units[at], units[at - 1]
    if "+and" in unit.signature or has_preposition(unit):
        return False
    if "quote_close" in before.signature:
        return bool(unit.signature & _OTHERS) and unit.signature.isdisjoint(_DESCRIBES)
    if "quote_open" in unit.signature:
        return (at - 1 > first or " " in before.view) and _holds_others(units, at)
    if "known_place" in unit.signature and not is_article(unit):
        return _is_land_behind_name(units, at, first) or _is_behind_many(units, at, first)
    hers = unit.view[-2:] in THEIRS and is_hers(unit, before)  # asked at every word: its ending first
    if hers or ("role" in unit.signature and _are_rulers(units, at)):
        return True
    return "masdar" in unit.signature and _is_his_doing(units, at, first)


def _is_his_doing(units: Sequence[Unit], at: int, first: int) -> bool:
    """A verbal noun with a thing of his behind it, right behind a surname alone (So-and-so decided | the turning of his letter)."""
    if at - 1 != first or at + 1 >= len(units) or is_article(units[at - 1]):
        return False
    return is_listed_surname(units[first]) and is_owned(units[at + 1])


def _is_land_behind_name(units: Sequence[Unit], at: int, first: int) -> bool:
    """A country right behind a first name and a last name (So-and-so accused | Canada), whoever else may be called like it."""
    before, given = units[at - 1], units[at - 2]
    if at - 2 < first or "given" not in given.signature or before.signature & _NO_NAME or is_article(given):
        return False
    return is_country(units[at].view)


def _is_behind_many(units: Sequence[Unit], at: int, first: int) -> bool:
    """A town or a country behind a plural and its adjective, both with the article: no single place is what they are called (the
    western states accuse | Moscow).
    """
    if at - 2 < first:
        return False
    many, said_of = units[at - 2], units[at - 1]
    plural = many.view.endswith(_PLURALS) or "somebody" in many.signature
    return plural and is_article(many) and is_article(said_of) and said_of.signature.isdisjoint(_NO_NAME)


def _holds_others(units: Sequence[Unit], at: int) -> bool:
    """Whether quotation marks hold people, or a country, behind a word that no name in marks goes on with (the forces of X
    accused | "members of", western generals | "Canada").
    """
    inside, before = units[at + 1], units[at - 1]
    if before.signature & _WANTS_NAME or "LONG_QUOTE" in units[at].signature:
        return False
    if "people" in inside.signature and inside.signature.isdisjoint(("role", "demonym", "quality")):
        return not is_article(inside) and "quote_close" not in units[at + 2].signature
    described = before.view.endswith((*NISBA, *_PLURALS)) or is_article(before)
    return described and "known_place" in inside.signature and "quote_close" in units[at + 2].signature


def is_hers(unit: Unit, before: Unit) -> bool:
    """A noun with "her" or "their" behind a definite noun, a place or an adjective, none of which it could be the genitive of (the
    committee explained | its decision; security sources | their warnings).
    """
    if unit.view[-2:] not in THEIRS or len(unit.view) < _SHORTEST:
        return False
    land = "known_place" in before.signature and "org_head" in unit.signature and "+and" not in unit.signature
    if unit.signature & _SELF:
        return land and "+pron" in unit.signature  # X deployed | its forces
    if "+pron" not in unit.signature and unit.signature - _UNLISTED:
        return False
    if {"+pron", "maybe_bi"} <= unit.signature and is_name_word(before):
        return True  # the administration of So-and-so claimed | its making an effort
    noun = "verb" not in unit.signature or not unit.signature.isdisjoint(_NOUNS)
    done = before.view.removeprefix(_ARTICLE).startswith(_DONE) and before.signature.isdisjoint(_OF_PHRASES)
    if not noun or done:
        return False  # the minister | whose term has ended; rebels | whom they trained
    adjective = before.view.endswith(NISBA) and before.signature.isdisjoint(_GOVERNS)
    whole = is_article(before) or "known_place" in before.signature or (adjective and len(before.view) >= _SHORTEST)
    return whole and before.signature.isdisjoint(_LEADS)


def begins_state(units: Sequence[Unit], at: int) -> bool:
    """A word for how things stand, or for a thought, which nobody is called, before a definite noun or an act, behind a definite
    noun or a full name (the president affirmed | the difficulty of the situation; So-and-so criticised | the silence of).
    """
    unit, before = units[at], units[at - 1]
    if "unhurt" not in unit.signature or not unit.signature <= _STATES or is_article(unit) or at + 1 >= len(units):
        return False
    behind = units[at + 1]
    genitive = (is_article(behind) and behind.signature != _FAMILY) or bool(behind.signature & _ACTS)
    whole = before.view.rpartition(" ")[2].startswith(_ARTICLE)  # the minister of the Interior
    return genitive and (whole or ends_name(units, at - 1, 0))


def described_thing(units: Sequence[Unit], first: int, last: int) -> int:
    """Where what is described begins in units[first:last], the phrase between a verb of describing and what the thing is called:
    such a verb always has an object, so that the last word is no part of the speaker's name where it is no name (So-and-so
    described | the relation between; the minister of X described | the share of the vote); `last` where it may be one.
    """
    at = last - 1
    if at <= first or units[at].signature & _OF_PHRASES or has_preposition(units[at]):
        return last
    behind = units[last].signature if last < len(units) else frozenset()
    if is_article(units[at]):
        named = ends_name(units, at - 1, first) and bool(behind & {"prep", "between"})
        return at if named else at - 1 if _begins_thing(units, at - 1, first) else last
    genitive = last < len(units) and (is_article(units[last]) or "quote_open" in behind)
    return at if genitive and _begins_thing(units, at, first) else last


def _begins_thing(units: Sequence[Unit], at: int, first: int) -> bool:
    """Whether a noun without article that no person or body is called stands behind an office or a name that is whole."""
    unit, before = units[at], units[at - 1]
    if at <= first or is_article(unit) or unit.signature & _OF_PHRASES or has_preposition(unit):
        return False
    office = " " in before.view and "role" in before.signature
    return office or is_article(before) or ends_name(units, at - 1, first)


def ends_name(units: Sequence[Unit], at: int, first: int) -> bool:
    """Whether a first name and a last name end with units[at]."""
    return at > first and "given" in units[at - 1].signature and is_full_name(units, at, first)


def is_apart(unit: Unit, before: Unit) -> bool:
    """Whether a noun with "her" or "their", the state in which it acts, or a number (rights groups | 370 cases) stands behind the
    word before it, to which none of them belongs.
    """
    if "NUMBER" in unit.signature:
        return before.view.endswith(_RELATION) and "people" in before.signature and not is_article(before)
    return is_hers(unit, before) or _is_in_state(unit, before)


def _is_in_state(unit: Unit, before: Unit) -> bool:
    """A feminine passive participle without article that no list knows, behind a definite feminine: the state in which it acts
    (the People's Resistance | backed by).
    """
    shaped = not unit.signature and unit.view.startswith(_DONE) and unit.view.endswith(_HEH) and "و" in unit.view
    return shaped and before.view.endswith(_HEH) and before.view.rpartition(" ")[2].startswith(_ARTICLE)


def joins_adjective(unit: Unit, before: Unit) -> bool:
    """A second adjective of relation that "and" joins to the first, both without article (two sources, a local | and a military
    one).
    """
    alike = unit.view.endswith(NISBA) and (before.view.endswith(NISBA) or "kind_adjective" in before.signature)
    return alike and not is_article(unit) and not is_article(before) and "kind_adjective" in unit.signature


def _are_rulers(units: Sequence[Unit], at: int) -> bool:
    """Several office holders without article before a definite noun, behind one man's name of origin or a definite noun of which
    they are no genitive (al-Nuri called | the heads of the blocs).
    """
    unit, before, role = units[at], units[at - 1], units[at].get("role")
    if role is None or is_article(unit) or "+pron" in unit.signature or at + 1 >= len(units):
        return False
    many = unit.view.endswith(_BROKEN) and unit.view not in (role["word"], role["feminine"])
    return many and is_article(before) and is_article(units[at + 1]) and before.signature.isdisjoint(_LEADS)


_STATES, _FAMILY = frozenset(("unhurt", "verb", "event_head", "toponym")), frozenset(("name",))
_ACTS = frozenset(("event", "event_head", "masdar", "cue_noun", "measure_word", "abstract"))
_OF_PHRASES = frozenset(
    (
        *("given", "name", "name_part", "role", "demonym", "quality", "org_head", "organisation", "unnamed", "people"),
        *("media", "media_head", "place_type", "known_place", "+and", "mark", "quote", "reflexive", "place_qualifier"),
    )
)
_OTHERS = frozenset(("organisation", "known_place"))
_DESCRIBES = frozenset(("demonym", "role", "name_part", "place_qualifier", "quality"))
_NO_NAME = frozenset(
    ("role", "org_head", "people", "place_type", "organisation", "media", "media_head", "quote", "prep")
)
_WANTS_NAME = frozenset(("prep", "in_the_name", "media_head", "medium", "quote_close", "named_after"))
_PLURALS = ("ات", "ون")
THEIRS = ("ها", "هم")
"""The last two letters of "her" and "their"."""
_SHORTEST = 5
_SELF = frozenset(
    ("reflexive", "given", "prep_pron", "rel", "demonym", "known_place", "comp", "TIME", "people", "role", "+and")
)
_UNLISTED = frozenset(("unhurt", "inquiry", "verb", "maybe_bi", "maybe_li", "masdar"))
_GOVERNS = frozenset(("role", "people", "org_head", "place_type", "given", "name"))
_LEADS = frozenset(("prep", "demonstrative", "in_the_name", "kana"))
_BROKEN, _RELATION = "اء", NISBA[0]
_ARTICLE, _DONE, _HEH = "ال", "م", "\N{ARABIC LETTER HEH}"  # as participles begin, and feminine ones end
_NOUNS = frozenset(("cue_noun", "event", "event_noun", "document", "medium"))
