"""The grammar of Arabic numbers: digits, words and parts of numbers first, then bounds and ranges around them."""

from __future__ import annotations

from khabar.grammar import Grammar, rules_of
from khabar.languages.ar import numbers_bounds, numbers_digits, numbers_parts, numbers_ranges, numbers_words
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

AMOUNTS = Grammar("amounts", (*rules_of(numbers_words), *rules_of(numbers_parts), *rules_of(numbers_digits)))
AROUND = Grammar("numbers around", (*rules_of(numbers_ranges), *rules_of(numbers_bounds)))
NUMBERS = NumberGrammar(AMOUNTS, AROUND, _STARTS, {"and_free": "+and", "al_free": "+al"})
