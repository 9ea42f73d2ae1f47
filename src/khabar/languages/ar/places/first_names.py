"""First names that are places elsewhere: persons are called Georgia, Chad or Paris, and a family name follows.

A country takes an adjective, a verb or a mark behind it, hardly ever a bare word that no list knows; who bears its name is told
by what stands before: an office that its adjective closed (the Italian prime minister), "led by", or a verb in the masculine.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.phrases.shapes import is_finite, is_name_word
from khabar.languages.place_names import Name

_FIRST = "place_first_name"
# An office in the construct state governs the place itself (the president of Chad), as a preposition and a type word do.
_GOVERNS = frozenset(
    ("prep", "place_type", "place_side", "place_org", "org_head", "masdar", "event", "role", "people", "ila")
)
_SPEAKS = frozenset(("cue", "verb", "quote_open"))
_OTHER = frozenset(("place_type", "adverb", "verb", "cue", "TIME", "+al", "mark", "prep", "demonym", "masdar", "event"))


def is_first_name(units: Sequence[Unit], name: Name) -> bool:
    """Whether a name that persons bear too is the first name of one: behind an office or a verb, before a bare unknown word."""
    unit = units[name.first]
    if (
        _FIRST not in unit.signature
        or name.last != name.first + 1
        or name.last >= len(units)
        or name.start != unit.start
    ):
        return False
    before = units[name.first - 1].signature if name.first else _SPEAKS
    after = units[name.last]
    if "place_says" in before and not is_finite(after):
        return True
    led = {"place_led", "+bi"} <= before
    if before & _GOVERNS and not (led or "+al" in before or "phrase" in before):
        return False
    office = units[name.first - 2].signature if name.first > 1 and "role" not in before else before
    titled = led or bool(before & {"demonym", "phrase"}) or ("+al" in before and "role" in office)
    may_be = is_name_word(after) and not after.signature & _OTHER and not after.signature & {"+and", "+bi", "+li"}
    return may_be and (titled or (bool(before & _SPEAKS) and not after.view.endswith(_ADVERBIAL)))


_ADVERBIAL = "ا"  # an accusative: in part, again, officially
