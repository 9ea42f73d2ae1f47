"""The grammar of English numbers: amounts first, then bounds and ranges around them."""

from __future__ import annotations

from khabar.grammar import Grammar, rules_of
from khabar.languages.en import numbers_around, numbers_digits, numbers_parts, numbers_words
from khabar.languages.number_grammar import NumberGrammar

_STARTS = (
    "digits",
    "ones",
    "teens",
    "tens",
    "hundred",
    "dozen",
    "scale",
    "vague_word",
    "few",
    "fraction",
    "ordinal",
    "ordinal_tens",
)

AMOUNTS = Grammar("amounts", (*rules_of(numbers_words), *rules_of(numbers_parts), *rules_of(numbers_digits)))
AROUND = Grammar("numbers around", rules_of(numbers_around))
NUMBERS = NumberGrammar(AMOUNTS, AROUND, _STARTS)
