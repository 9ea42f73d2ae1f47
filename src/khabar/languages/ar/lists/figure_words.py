"""What the lists say of the words around figures: nouns that are counted, words that say what happened to them."""

from __future__ import annotations

import msgspec

from khabar.record.vocabulary import Measure, Population, UnitKind


class CountedNoun(msgspec.Struct, frozen=True):
    """One form of a noun that may be counted.

    `number`: "s" singular, "d" a dual that says "two" by its form, "p" plural; `accusative`: the form carries the
    alef of the indefinite accusative; `measure`: what the noun itself says, None when its context must say it; `two`: this
    plural only stands behind a number, elsewhere its letters are those of the dual.
    """

    lemma: str
    number: str
    measure: Measure | None = None
    populations: tuple[Population, ...] = ()
    unit: UnitKind = "person"
    accusative: bool = False
    feminine: bool = False
    two: bool = False


class MeasureWord(msgspec.Struct, frozen=True):
    """A word that says what happened to counted people: `measure` None when it takes that of the counted noun.

    `kind`: "noun" (a masdar), "verb" or "participle"; `weak`: says so only beside a people noun (arrival, transfer);
    `prep`: the preposition that must stand before the counted, folded, "" for none.
    """

    word: str
    measure: Measure | None
    kind: str
    role: str = "object"
    weak: bool = False
    prep: str = ""
