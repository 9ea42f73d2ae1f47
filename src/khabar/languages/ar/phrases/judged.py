"""Judged: what somebody condemns, rejects or praises that is no act, side by side with who does (the governor criticised | the
silence of the council): its own kind, or the two words that meet, tell where it begins.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.forms.particles import ARTICLE
from khabar.languages.ar.lists.cues import Cue
from khabar.languages.ar.phrases.agreeing import is_whole
from khabar.languages.ar.phrases.begun_others import begins_office
from khabar.languages.ar.phrases.laid_beside import begins_state, ends_name
from khabar.languages.ar.phrases.name_words import is_foreign_shape
from khabar.languages.ar.phrases.second_phrases import split_object
from khabar.languages.ar.phrases.shapes import NOMINATIVE, has_preposition, is_article
from khabar.languages.ar.phrases.whole_names import is_behind_whole_name


def are_subject(unit: Unit) -> bool:
    """Several people with the article, in the nominative, which no object has (denied | the rebels)."""
    return unit.view.endswith(NOMINATIVE) and "people" in unit.signature and is_article(unit)


def begins_matter(units: Sequence[Unit], at: int, after: int, cue: Cue) -> bool:
    """Nouns that are no acts: what, or who, is condemned (sources criticised | the union), or how things stand."""
    if are_subject(units[at - 1]) and units[at].text.endswith(_THEIRS):
        return True  # the rebels | their responsibility for
    if cue.act in _BLAMES and (_begins_construct(units, at, after) or begins_office(units, at)):
        return True
    if cue.act in _JUDGES and is_article(units[at]) and _are_some(units[at - 1], units[at - 2]):
        return True
    if cue.act in _JUDGES and (_begins_words(units, at) or (at - 1 == after and _is_behind_stranger(units, at))):
        return True
    blamed = cue.act == "condemn" and units[at].signature & _BLAMED and split_object(units, after, at + 1) == at
    blamed = blamed and "place_type" not in units[at - 2].signature  # the region of Kurdistan | of Iraq
    return bool(blamed) or ("ambiguous" not in cue.flags and begins_state(units, at))


_THEIRS, _BLAMED = "\N{ARABIC LETTER HEH}\N{ARABIC LETTER MEEM}", frozenset(("organisation", "known_place", "org_head"))
_BLAMES = ("condemn", "reject")


def _is_behind_stranger(units: Sequence[Unit], at: int) -> bool:
    """Whether what is judged stands right behind a foreign surname that no list knows (Friedman criticised | the government)."""
    return is_foreign_shape(units[at - 1]) and is_behind_whole_name(units, at, at - 1)


def _are_some(unit: Unit, before: Unit) -> bool:
    """Several men without article, or their adjective, which have no genitive (deputies of the opposition | the measures)."""
    many = unit.view.endswith(NOMINATIVE) and not is_article(unit) and unit.signature.isdisjoint(("given", "name"))
    return many and ("people" in unit.signature or "people" in before.signature)


def _begins_words(units: Sequence[Unit], at: int) -> bool:
    """Words of somebody else, or a feminine or a plural that no list knows, before a definite noun and behind an office or a full
    name: their genitive is what they are of (the mayor criticised | the speech of the minister, | the practices of the guards).
    """
    unit = units[at]
    if at + 1 >= len(units) or not is_article(units[at + 1]) or is_article(unit) or has_preposition(unit):
        return False
    words = "medium" in unit.signature and unit.signature <= _WORDS
    if not words and not (unit.signature <= _UNKNOWN and unit.view.endswith(_ENDINGS)):
        return False
    return is_whole(units[at - 1]) or ends_name(units, at - 1, 0)


_JUDGES = ("condemn", "reject", "support", "deny")
_WORDS = frozenset(("medium", "name", "aim", "toponym", "verb", "event_head", "place_common", "place_name", "document"))
_UNKNOWN, _ENDINGS = frozenset(("heads_for", "no_target", "verb")), ("ات", "\N{ARABIC LETTER HEH}")


def governs_next(units: Sequence[Unit], at: int) -> bool:
    """A noun that no list knows before a definite one: the first of a construct."""
    return not units[at].signature and at + 1 < len(units) and is_article(units[at + 1])


def _begins_construct(units: Sequence[Unit], at: int, after: int) -> bool:
    """A noun that no list knows before a definite one, behind a definite subject or one in the plural, of neither of which it
    can be the genitive or the adjective (the people of the quarter condemned | the lack of ambulances).
    """
    unit, before = units[at], units[at - 1]
    if not governs_next(units, at) or len(unit.view) < _SHORTEST:
        return False
    titled = "role" in before.signature and is_article(before)
    many = before.view.endswith(_MANY) and bool(before.signature & {"people", "governing"})
    definite = before.view.startswith(ARTICLE) and not titled
    return many or (definite and bool(units[after].signature & {"people", "org_head"}))


_MANY, _SHORTEST = "ون", 3
