"""Whether a noun in the oblique case is two or many: the letters of its dual and of its sound plural are the same.

A printed vowel sign tells, or the dual of a word beside it: "these two" before, "one of the two", a pronoun or the verb of a
clause behind; some nouns have another plural and that of these letters only behind a number (three policemen).
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.lists.figure_words import CountedNoun
from khabar.languages.ar.phrases.shapes import OBLIQUE

_YEN, _SUKUN_YEN = (f"\N{ARABIC LETTER YEH}{sign}\N{ARABIC LETTER NOON}" for sign in ("", "\N{ARABIC SUKUN}"))
_VOWELLED = ("\N{ARABIC FATHA}" + _YEN, _SUKUN_YEN)
_THESE_TWO = ("هذين", "هاتين")
_OF_TWO, _BETWEEN = ("احدهما", "احداهما", "كلاهما", "كلتاهما"), "بين"
_THEM_BOTH, _NEAR = "هما", 5
_DUAL_VERB, _THEY = ("ا", "ان"), "وا"
_MANY = frozenset(("NUMBER", "min", "among_prep", "among", "namely"))
_CLOSED = frozenset(("stop", "comp", "bi_comp", "comma", "+and"))


def are_two(units: Sequence[Unit], at: int, noun: CountedNoun) -> bool:
    """Whether the plural at units[at] is a dual."""
    unit = units[at]
    if unit.text.endswith(_VOWELLED):
        return True
    if not unit.view.endswith(OBLIQUE):
        return False
    before = units[at - 1].signature if at else frozenset()
    if "NUMBER" in before or (at + 1 < len(units) and "NUMBER" in units[at + 1].signature):
        return False  # three policemen; policemen, two of them
    if at and units[at - 1].view.endswith(_THESE_TWO):
        return True
    alone = noun.two and "+al" not in unit and "+and" not in unit and before.isdisjoint(_MANY)
    heads = "+al" not in unit or not before.isdisjoint(("comp", "bi_comp"))  # that the detainees confessed, both
    return alone or _told_behind(units, at) or (heads and _said_of_two(units, at))


def _told_behind(units: Sequence[Unit], at: int) -> bool:
    return any(unit.view.startswith(_OF_TWO) for unit in units[at + 1 : at + 4])


def _said_of_two(units: Sequence[Unit], at: int) -> bool:
    """Whether the clause that describes them, right behind them or their adjective, has its verb or a pronoun in the dual."""
    verb = at + 1 + any(unit.view.endswith(OBLIQUE) for unit in units[at + 1 : at + 2])
    clause = units[verb : verb + _NEAR]
    if not clause or not clause[0].signature & {"verb", "kana"}:
        return False
    if clause[0].view.endswith(_DUAL_VERB) and not clause[0].view.endswith(_THEY):
        return _is_dual(clause[0])
    for unit in clause:
        if not unit.signature.isdisjoint(_CLOSED):
            return False
        if unit.view.endswith(_THEM_BOTH) and not unit.view.startswith(_BETWEEN):
            return True
    return False


def _is_dual(verb: Unit) -> bool:
    """Whether a verb is of two: "were", or one that news tells of; of others the letters are as often an adverb's (mostly)."""
    known = not verb.signature.isdisjoint(("event_verb", "cue"))
    return "kana" in verb or (known and any(slot[2:] in _DUAL for slot in verb.classes["verb"]))


_DUAL = ("md", "fd")
