"""The list of reserve: words of what is withheld and of what is said with a caveat.

These classes are wanted by two rule files only, and in the few sentences that hold a word of denial, refusal or doubt;
so they are added to the units there instead of being looked up for every word of every text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from khabar.grammar import Reading, Unit
from khabar.languages.ar.lists.hints import hint, unglued
from khabar.languages.ar.lists.words import FOLDER
from khabar.languages.drafts import Sentence
from khabar.languages.wordlists import alternatives, rows
from khabar.text.fold import fold_word

_PERSONS = ("\N{ARABIC LETTER YEH}", "\N{ARABIC LETTER TEH}", "\N{ARABIC LETTER NOON}")
_WAW, _ALEF, _NUN, _TA, _HA = (
    "\N{ARABIC LETTER WAW}",
    "\N{ARABIC LETTER ALEF}",
    "\N{ARABIC LETTER NOON}",
    "\N{ARABIC LETTER TEH}",
    "\N{ARABIC LETTER HEH}",
)
_ENDINGS = ("", _WAW + _ALEF, _WAW + _NUN, _WAW, _ALEF, _ALEF + _NUN, _NUN)
_PAST_ENDINGS = ("", _TA, _WAW + _ALEF, _WAW, _NUN + _ALEF, _ALEF, _TA + _ALEF)
_OBJECTS = ("", _HA, _HA + _ALEF, _HA + "\N{ARABIC LETTER MEEM}")
_B, _L, _K, _F = (
    "\N{ARABIC LETTER BEH}",
    "\N{ARABIC LETTER LAM}",
    "\N{ARABIC LETTER KAF}",
    "\N{ARABIC LETTER FEH}",
)
_ARTICLE = _ALEF + _L
_TANWIN = _ALEF
_NONE: frozenset[str] = frozenset()


_PAST_TAILS = tuple(ending + pronoun for ending in _PAST_ENDINGS for pronoun in _OBJECTS)
_TAILS = tuple(ending + pronoun for ending in _ENDINGS for pronoun in _OBJECTS)


def _verb_forms(row: dict[str, str]) -> list[str]:
    """The forms of a verb: both tenses, persons that reports use, with and without an object pronoun."""
    forms: list[str] = []
    for stem in alternatives(row["words"]):
        folded = fold_word(stem)
        forms += [folded + tail for tail in _PAST_TAILS]
        if folded[-1] == "\N{ARABIC LETTER YEH}":  # alef maqsura, folded, falls before an ending
            forms += [folded[:-1] + tail for tail in _PAST_TAILS]
    for stem in alternatives(row["imperfect"]):
        folded = fold_word(stem)
        for person in _PERSONS:
            forms += [person + folded + tail for tail in _TAILS]
    return forms


@cache
def _listed() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """Folded whole forms → classes, and folded noun stems → classes."""
    whole: dict[str, frozenset[str]] = {}
    stems: dict[str, frozenset[str]] = {}
    for row in rows(FOLDER / "reserve_words.tsv"):
        name = frozenset((f"r_{row['class']}",))
        if row["kind"] == "verb":
            target, forms = whole, _verb_forms(row)
        else:
            target = stems if row["kind"] == "noun" else whole
            forms = [fold_word(word) for word in alternatives(row["words"])]
        several = {form: target[form] | name for form in forms if form in target}
        target.update(dict.fromkeys(forms, name))
        target.update(several)
    return whole, stems


@lru_cache(maxsize=1 << 12)
def _classes_of(view: str, conjunction: bool) -> frozenset[str]:
    whole, stems = _listed()
    bare = view[1:] if conjunction else view
    found = whole.get(bare, _NONE)
    for stem in _stems(bare):
        if stem in stems:
            found |= stems[stem]
    return found


def _stems(view: str) -> Iterator[str]:
    """The noun without article and glued preposition, and without the ending of the indefinite accusative."""
    options = [view]
    if view.startswith(_ARTICLE):
        options = [view[2:]]
    elif view[:1] in (_B, _K, _F) and view.startswith(_ARTICLE, 1):
        options = [view[3:]]
    elif view.startswith(_L + _L):
        options = [view[2:]]
    elif view[:1] in (_B, _L, _K):
        options.append(view[1:])
    for option in options:
        yield option
        if option.endswith(_TANWIN):
            yield option[:-1]


class Triggers:
    """Classes of this list without which a sentence holds nothing for some rules."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = frozenset(names)

    def among(self, sentence: Sentence) -> bool:
        """Whether any unit of a sentence has one of the classes; only what `reserved` marked is looked at."""
        units = sentence.marked_by(reserved)
        if units is sentence.units:
            return False
        words = [unit for unit, plain in zip(units, sentence.units, strict=True) if unit is not plain]
        return bool([unit for unit in words if not self._names.isdisjoint(unit.signature)])


def _may_be_listed(_surface: str, view: str, _read: Reading) -> bool:
    """Whether a form of the list is left when letters that may be glued are cut off; cheaper than to ask which it is."""
    return not _forms().isdisjoint(unglued(view, _MOST_GLUED))


@cache
def _forms() -> frozenset[str]:
    """All forms of the list, each with the ending of the indefinite accusative too."""
    whole, stems = _listed()
    return frozenset(form + ending for form in (*whole, *stems) for ending in ("", _TANWIN))


_STIRS = hint(_may_be_listed)
_MOST_GLUED = 4  # letters: a conjunction, a preposition, the article


def reserve_classes(unit: Unit) -> frozenset[str]:
    """The classes of this list that a unit has; a listed phrase has those of its words."""
    signature = unit.signature
    if signature & _FUSED:
        return frozenset()
    conjunction = bool(signature & {"+and", "+fa"})
    if "phrase" not in signature:
        return _classes_of(unit.view, conjunction)
    first, *others = unit.view.split()
    found = set(_classes_of(first, conjunction))
    for word in others:
        found |= _classes_of(word, False)
    return frozenset(found)


_FUSED = frozenset(("mark", "quote", "TIME", "NUMBER", "digits", "link"))


def reserved(units: Sequence[Unit]) -> list[Unit]:
    """The units with their classes of reserve, each named r_ and the class of the list.

    A sentence without any, as most are, is handed back as it is.
    """
    extras = {at: reserve_classes(unit) for at, unit in enumerate(units) if unit.hints & _STIRS}
    found = units if isinstance(units, list) and not any(extras.values()) else list(units)
    for at, extra in extras.items():
        if extra:
            found[at] = units[at].plus(dict.fromkeys(extra, True))
    return found
