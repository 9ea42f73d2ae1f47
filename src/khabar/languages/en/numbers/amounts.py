"""The grammar of English numbers: amounts first, then bounds and ranges around them."""

from __future__ import annotations

from khabar.grammar import Grammar, rules_of
from khabar.languages.en.numbers import around, digits, parts, words
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

AMOUNTS = Grammar("amounts", (*rules_of(words), *rules_of(parts), *rules_of(digits)))
AROUND = Grammar("numbers around", rules_of(around))
NUMBERS = NumberGrammar(AMOUNTS, AROUND, _STARTS)
