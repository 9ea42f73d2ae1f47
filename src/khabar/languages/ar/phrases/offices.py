"""Nouns that agree with nothing before them: where an office, a body or somebody unnamed is followed by what its verb governs.

An adjective agrees with its noun in article, gender and number, and so does the bearer of an office.  "The head of the council
the demonstrators", "the president the states that give", "the minister of X the attack" are two phrases each.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.phrases.agreeing import is_whole
from khabar.languages.ar.phrases.shapes import BODIES, MEN, NISBA, is_article, is_name_word, is_nisba

_OFFICE = 3  # units of an office and what it is of
_AN_OFFICE = frozenset(
    ("role", "given", "name_part", "demonym", "kind_adjective", "quality", "place_qualifier", "period")
)
_MATTERS = frozenset(("event", "event_noun", "document", "cue_noun"))
_MAY_DESCRIBE = frozenset(("demonym", "quality", "role", "given", "org_head"))
_NO_BODY = frozenset(("role", "+and", "given", "+pron", "+bi", "+li", "+ka"))
_SEVERAL = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER TEH}"
_TA = "\N{ARABIC LETTER TEH MARBUTA}"


def agrees_with_none(units: Sequence[Unit], at: int, first: int) -> bool:
    """Whether units[at] can belong neither to the phrase that begins at `first` nor to the word before it."""
    return _is_of_one_office(units, at, first) or _begins_body_behind_some(units[at], units[at - 1], units[first])


def _is_of_one_office(units: Sequence[Unit], at: int, first: int) -> bool:
    """Whether a definite noun stands behind an office and its genitive (the head of the council, the president) and agrees with
    neither: people in the plural, a plural of things with its feminine adjective, an act.
    """
    unit, before, office = units[at], units[at - 1], units[first]
    if not (is_article(unit) and is_whole(before)) or unit.signature & _AN_OFFICE:
        return False
    if unit.view.endswith(_SEVERAL) and before.view.endswith(NISBA) and at - first > 1:
        return True  # the World Health Organization | the governments
    if "role" not in office.signature or "org_head" in office.signature:
        return bool(office.signature & BODIES) and before.view.endswith(NISBA) and _are_things(units, at)
    if at - first > _OFFICE or "prep" in before.signature or _is_many(office) or _is_many(before):
        return False
    if _is_many(unit) or "relatives" in unit.signature:
        return True
    if unit.signature & _MATTERS and unit.signature.isdisjoint(_MAY_DESCRIBE):
        return not unit.text.endswith(_TA)
    return _are_things(units, at)


def _are_things(units: Sequence[Unit], at: int) -> bool:
    """A definite noun that is not feminine with a feminine adjective: a plural of things (the states | that give)."""
    following = units[at + 1] if at + 1 < len(units) else None
    if following is None or units[at].text.endswith(_TA) or units[at].view.endswith(NISBA):
        return False
    return is_article(following) and following.text.endswith(_TA) and "org_head" not in following.signature


def is_behind_full_name(units: Sequence[Unit], at: int, first: int) -> bool:
    """Whether a definite noun with its adjective stands behind a full name (Minister So-and-so | the world community), or a bare
    noun with its genitive behind one that ends with the family and its article (President So-and-so al-Abbadi | the travel of).
    """
    given = "role" in units[first].signature and any("given" in word.signature for word in units[first + 1 : at - 1])
    following = units[at + 1] if at + 1 < len(units) else None
    before = units[at - 1]
    family = is_article(before) and before.signature <= _UNLISTED
    if not given or following is None or "given" in before.signature or not (family or is_name_word(before)):
        return False
    if units[at].view.endswith(NISBA) or units[at].signature & _AN_OFFICE:
        return False
    return is_nisba(following) or (is_article(before) and _governs(units[at], following))


def _governs(unit: Unit, following: Unit) -> bool:
    """Whether a word that may be a noun or a name without article has a genitive behind it: people, or a noun with the article."""
    if is_article(unit) or unit.view in _LINKS or unit.signature & _NO_GOVERNOR:
        return False
    governed = "people" in following.signature or is_article(following)
    return governed and following.signature.isdisjoint(_NO_GENITIVE)


_UNLISTED = frozenset(("+al",))
_LINKS = ("بن", "ابن", "بنت", "ولد", "ال")  # son of, daughter of, the house of
_NO_GOVERNOR = frozenset(
    ("given", "name_part", "prep", "mark", "+and", "+bi", "+li", "comp", "TIME", "people", "demonym", "quality")
)
_NO_GENITIVE = frozenset(("prep", "mark", "+and", "+bi", "+li", "comp", "TIME", "role", "name", "given"))


def _is_many(unit: Unit) -> bool:
    """People in the plural."""
    if unit.view.endswith(MEN):
        return "people" in unit.signature or "participants" in unit.signature
    return "people" in unit.signature and unit["people"].number == "p"


def _begins_body_behind_some(unit: Unit, before: Unit, head: Unit) -> bool:
    """A body without article behind somebody unnamed, whose adjective has none either (a security source | the agency of)."""
    some = (
        "unnamed" in head.signature and not is_whole(head) and (head is before or "kind_adjective" in before.signature)
    )
    described = some and ("phrase" in head.signature or head is not before)
    return described and bool(unit.signature & BODIES) and not is_article(unit) and not unit.signature & _NO_BODY
