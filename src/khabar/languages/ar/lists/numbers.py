"""Number lists: number words with their values, words that bound them, units they measure, words that spoil them."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from khabar.languages.ar.lists.words import FOLDER
from khabar.languages.number_arithmetic import Amount, whole
from khabar.languages.wordlists import alternatives, rows

# Classes of the list whose scale is in the value: one name for all scales, so that a rule is written once.
_ARTICLE = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"
_MILLION = 10**6
_ALSO_PLACES = frozenset(("ones", "ten", "tens", "ordinal"))
_NAMES = {"unit": "ones", "vague": "vague_word", "hundred_dual": "hundreds"}
_SCALES = ("thousand", "million", "billion", "trillion")
# على الأقل may stand on either side of its number; far and on belong to verbs.
_BOUNDS = {"pre": "bound_before", "post": "bound_after", "on": "bound_on"}


def _class_of(listed: str) -> str:
    """The class name rules use for a class of number_words.tsv."""
    scale, _, form = listed.partition("_")
    if scale in _SCALES:
        return "scale_dual" if form == "dual" else "scale"
    if scale.removesuffix("s") in _SCALES:
        return "scale_plural"
    return _NAMES.get(listed, listed)


def _value(cell: str) -> Amount:
    return whole(Fraction(cell))


def _words() -> Iterator[tuple[str, str, Any]]:
    for row in rows(FOLDER / "number_words.tsv"):
        name, value = _class_of(row["class"]), _value(row["value"])
        yield row["word"], name, Fraction(row["value"]) if name == "fraction" else value
        if name == "ones" and value == 1:
            yield row["word"], "one", True
        if name.startswith("scale"):
            yield row["word"], "of_thousands" if value < _MILLION else "of_millions", True
        if row["glued"]:
            yield row["word"], row["glued"], True
        elif name in _ALSO_PLACES:  # as places the atlas knows them whole, article included (a square of the Seventy)
            yield _ARTICLE + row["word"], name, value
            yield _ARTICLE + row["word"], "+al", True


def _bounds() -> Iterator[tuple[str, str, Any]]:
    for row in rows(FOLDER / "number_modifiers.tsv"):
        names = ("bound_before", "bound_far") if row["position"] == "far" else (_BOUNDS[row["position"]],)
        for phrase in _spellings(row["phrase"]):
            for name in names:
                yield phrase, name, row["bound"]


_NOT, _WHAT = "\N{ARABIC LETTER LAM}\N{ARABIC LETTER ALEF}", "\N{ARABIC LETTER MEEM}\N{ARABIC LETTER ALEF}"


def _spellings(phrase: str) -> tuple[str, ...]:
    """A phrase as it is listed, and without the blank that many pages leave out behind "not" and "what" (no-less-than)."""
    found = [phrase]
    for small in (_NOT, _WHAT):
        found += [each.replace(f"{small} ", small, 1) for each in found if f" {each}".find(f" {small} ") >= 0]
    return tuple(dict.fromkeys(found))


def entries() -> Iterator[tuple[str, str, Any]]:
    """Number words (classes ones, ten, tens, scale …), bounds, measured units and the company of numbers."""
    yield from _words()
    yield from _bounds()
    for row in rows(FOLDER / "number_units.tsv"):
        for word in alternatives(row["words"]):
            yield word, "measure_unit", row["measure"]
            if row["measure"] in ("percent", "degree"):
                yield word, "decimal_unit", True
    for row in rows(FOLDER / "number_company.tsv"):
        for word in alternatives(row["words"]):
            yield word, row["class"], True
