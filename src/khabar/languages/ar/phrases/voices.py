"""Who can speak, by the lists: the classes of the words with which news names a source.

Callers add what else can stand in their place, or is one there: what they take more than these shows at a glance.
"""

from __future__ import annotations

import re
from typing import Final

from khabar.grammar import Unit
from khabar.languages.ar.forms.lexicon import lexicon
from khabar.languages.ar.forms.particles import ARTICLE

VOICES: Final = frozenset(("role", "unnamed", "org_head", "organisation", "media", "media_head"))
"""Offices, unnamed roles, bodies and media."""
SOURCES: Final = VOICES | {"given", "known_place"}
"""The same, persons by a given name, and countries and towns that speak for their governments."""
NAMED: Final = SOURCES | {"name"}
"""The same, and words that are names only."""
SPEAKING: Final = NAMED | {"people"}
"""The same, and people (residents, demonstrators)."""


def are_several(unit: Unit) -> bool:
    """Several who do what their noun says, which no list has (the historians, the investigators), or two bodies (the two
    organisations), in the genitive.
    """
    if unit.view.endswith(_TWO_OF_THEM):
        one = lexicon().words.get(unit.view[len(ARTICLE) : -len(_TWO_OF_THEM)] + _ONE, {})
        return not one.keys().isdisjoint(VOICES)
    return unit.signature <= _UNLISTED and _DOERS.match(unit.view) is not None


_DOERS = re.compile(r"^ال(?:م(?!\wا\wين)\w{3,5}|\wا\w\w)ين$")  # participles; مضامين and قوانين are things
_TWO_OF_THEM, _ONE = "تين", "ه"
_UNLISTED = frozenset(("+al", "name", "toponym"))
