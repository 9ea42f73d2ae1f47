"""The grammar of Arabic numbers: digits, words and parts of numbers first, then bounds and ranges around them."""

from __future__ import annotations

from khabar.grammar import Grammar, rules_of
from khabar.languages.ar.numbers import bounds, digits, parts, ranges, words
from khabar.languages.number_grammar import NumberGrammar

_STARTS = (
    "digits",
    "ones",
    "teen_head",
    "ten",
    "tens",
    "hundred",
    "hundreds",
    "scale",
    "scale_dual",
    "vague_word",
    "few",
    "fraction",
    "ordinal",
)

AMOUNTS = Grammar("amounts", (*rules_of(words), *rules_of(parts), *rules_of(digits)))
AROUND = Grammar("numbers around", (*rules_of(ranges), *rules_of(bounds)))
NUMBERS = NumberGrammar(AMOUNTS, AROUND, _STARTS, {"and_free": "+and", "al_free": "+al"})
