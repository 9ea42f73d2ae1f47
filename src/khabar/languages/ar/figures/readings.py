"""What one word says befell people: a word for a fate as it is read behind its preposition, and a noun that says it itself."""

from __future__ import annotations

from khabar.grammar import Unit
from khabar.languages.ar.lists.figure_words import CountedNoun, MeasureWord
from khabar.record.vocabulary import Measure


def reading(unit: Unit, prep: str, noun: CountedNoun | None) -> Measure | None:
    """The measure of a word for people behind that preposition ("" for none); neutral words give none."""
    found = [word for word in unit["MEASURE"] if word.prep == prep and fits(word, noun)]
    return next((word.measure for word in found if word.measure), None)


def fits(word: MeasureWord, noun: CountedNoun | None) -> bool:
    """Objects are destroyed, people are not; of people whom no noun names, weak words say nothing."""
    is_object = noun is not None and noun.unit == "object"
    if is_object != (word.measure == "destroyed"):
        return False
    return not (word.weak and noun is None)


def own_measure(unit: Unit) -> Measure | None:
    """What a people noun says itself befell whom it counts."""
    noun: CountedNoun | None = unit.classes.get("people")
    return noun.measure if noun is not None else None
