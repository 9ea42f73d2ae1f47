"""Adjectives of an act: which words behind it tell its kind, and whether an adjective of a country is its own.

An adjective agrees with its noun in gender.  Where another noun stands between, "Israeli" may be of that one: the destruction
of an Israeli tank is not Israel's deed, but an Israeli drone's raid is.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.events.acts import Act
from khabar.languages.ar.events.clause_starts import AGENTS, ALEF, DUAL, PLACES
from khabar.languages.ar.forms.written import TANWIN
from khabar.languages.ar.phrases.shapes import NISBA, is_article

_FEMININE = "\N{ARABIC LETTER HEH}"  # as views fold it
_MANY = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER TEH}"
_KINDS = frozenset(("kind_adjective", "aerial", "quote", "quality", "demonym", "prep"))
_THINGS = frozenset(("vehicle", "countable"))  # whatever their ending: "a vehicle" is spelt like "automatic"
_UNDONE = ("destruction", "interception")  # what stands behind such an act was hit, whatever it can fire itself

_FIRES, _DRONE = frozenset(("fires", "planes", "flown")), frozenset(("means", "event_noun"))


def behind_adjectives(units: Sequence[Unit], at: int) -> int:
    """Behind an adjective of the noun that ends at units[at] (an imminent withdrawal | of the forces)."""
    if at + 1 >= len(units) or "+li" not in units[at + 1].signature or "masdar" in units[at + 1].signature:
        return at
    return at + 1 if _is_adjective(units[at]) else at


def _is_adjective(unit: Unit) -> bool:
    if "kind_adjective" in unit.signature or ("means" in unit.signature and unit.view.endswith(NISBA)):
        return True
    return unit.view.endswith(NISBA) and not unit.signature & (AGENTS | PLACES | {"prep", "+and", "+pron", "ACT"})


def may_describe(units: Sequence[Unit], act: Act, at: int) -> bool:
    """Whether the adjective of a country at units[at] may be the act's: where another noun stands between, by its gender, unless
    that fires or flies.
    """
    unit, act_word = units[at], units[act.first].view
    if "known_place" in unit.signature and unit.view.endswith(ALEF) and not unit.text.endswith(TANWIN):
        # The bombing of | Syria, whose name is spelt like "a Syrian" in the accusative.
        return act_word.endswith(ALEF) and "+pron" not in units[act.first].signature
    was_hit = act.word.subtype in _UNDONE
    between = units[act.first + 1 if was_hit else max(act.last, act.first + 1) : at]
    nouns = [u for u in between if u.signature & _THINGS or not (is_article(u) or _is_of_kind(u))]
    if not nouns:
        return True
    if was_hit or unit.view.endswith(DUAL):
        return False  # the destruction of an Israeli tank, the shelling of two Russian bases
    if any(u.signature & _FIRES or u.signature >= _DRONE for u in nouns):
        return True
    feminine = act.word.plural or act_word.endswith((_FEMININE, _MANY)) or "+pron" in units[act.first].signature
    her = unit.view.endswith(_FEMININE)
    return her == feminine and "+pron" not in units[act.first].signature


def _is_of_kind(unit: Unit) -> bool:
    return bool(unit.signature & _KINDS) or unit.view.endswith(NISBA)
