"""People and event lists: counted people nouns, words that say what happened to them, event nouns, weapons."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, cast

from khabar.languages.ar.lists.events import event_rows
from khabar.languages.ar.lists.figure_words import CountedNoun, MeasureWord
from khabar.languages.ar.lists.words import FOLDER
from khabar.languages.wordlists import alternatives, rows
from khabar.record.vocabulary import Measure, Population, UnitKind
from khabar.text.fold import fold_word

_ALEF = "\N{ARABIC LETTER ALEF}"
_NUN = "\N{ARABIC LETTER NOON}"
_TA = "\N{ARABIC LETTER TEH}"
_YA = "\N{ARABIC LETTER YEH}"
_HA = "\N{ARABIC LETTER HEH}"
_B = "\N{ARABIC LETTER BEH}"
_SOUND_PLURALS = ("\N{ARABIC LETTER WAW}" + _NUN, _YA + _NUN)
_DUALS = (_ALEF + _NUN, _YA + _NUN)
_NO_TANWIN = (_ALEF, _YA, _HA, "\N{ARABIC LETTER HAMZA}")
Form = tuple[str, CountedNoun]


def _noun(row: dict[str, str], number: str, **form: bool) -> CountedNoun:
    return CountedNoun(
        lemma=row["singular"],
        number=number,
        measure=cast(Measure, row["measure"]) if row["measure"] else None,
        populations=tuple(cast(Population, p) for p in alternatives(row["population(|)"])),
        unit=cast(UnitKind, row["unit"]),
        **form,
    )


def _listed(row: dict[str, str]) -> Iterator[Form]:
    """The forms as the list has them."""
    yield fold_word(row["singular"]), _noun(row, "s")
    if row["feminine"]:
        yield fold_word(row["feminine"]), _noun(row, "s", feminine=True)
    for plural in alternatives(row["plurals(|)"]):
        feminine = bool(row["feminine"]) and plural.endswith(_ALEF + "\N{ARABIC LETTER TEH}")
        two = row["dual_ok"] == "two" and plural.endswith(_DUALS)
        yield fold_word(plural), _noun(row, "p", feminine=feminine, two=two)


def _duals(row: dict[str, str]) -> Iterator[Form]:
    """Duals that can be nothing else: the list says which endings are safe."""
    if row["dual_ok"] == "0":
        return
    head, _, genitive = row["singular"].partition(" ")
    if genitive:
        for ending in (_ALEF, _YA):
            yield f"{_stem(head)}{ending} {fold_word(genitive)}", _noun(row, "d")
        return
    for word, feminine in ((row["singular"], False), (row["feminine"], True)):
        stem = _stem(word)
        if not stem:
            continue
        safe = _DUALS if feminine or row["dual_ok"] in ("1", "two") or stem.endswith(_TA) else _DUALS[:1]
        for ending in safe:
            yield stem + ending, _noun(row, "d", feminine=feminine)


def _stem(word: str) -> str:
    """The folded word as endings find it: ta marbuta opened (the fold has made it ha)."""
    view = fold_word(word)
    return view[:-1] + _TA if word.endswith("\N{ARABIC LETTER TEH MARBUTA}") else view


def _cases(row: dict[str, str]) -> Iterator[Form]:
    """The indefinite accusative, and sound plurals without their nun before a genitive."""
    if " " not in row["singular"]:
        view = fold_word(row["singular"])
        if not view.endswith(_NO_TANWIN) or row["singular"].endswith("\N{ARABIC LETTER YEH}"):
            yield view + _ALEF, _noun(row, "s", accusative=True)
    for plural in alternatives(row["plurals(|)"]):
        if plural.endswith(_SOUND_PLURALS) and " " not in plural:
            yield fold_word(plural)[:-1], _noun(row, "p")


@cache
def counted_nouns() -> dict[str, CountedNoun]:
    """Every form of a counted noun, folded; forms the list has whole go before forms made by rule."""
    found: dict[str, CountedNoun] = {}
    listed = rows(FOLDER / "people_nouns.tsv")
    for made in (_listed, _duals, _cases):
        for row in listed:
            for view, noun in made(row):
                found.setdefault(" ".join(view.split()), noun)
    return found


@cache
def _prepositions() -> frozenset[str]:
    """The prepositions that a measure word may ask for: those that have a class of their own, and the proclitic."""
    listed = [
        row["words"] for row in rows(FOLDER / "function_words.tsv") if row["class"] in ("fi", "min", "ila", "ala", "an")
    ]
    return frozenset((_B, *(fold_word(word) for word in listed)))


def _measure(row: dict[str, str], word: str, prep: str = "") -> MeasureWord:
    weak = "weak" in row["note"] or "only" in row["note"]
    return MeasureWord(
        word, cast(Measure, row["measure"]) if row["measure"] else None, row["kind"], row["role"], weak, prep
    )


@cache
def measure_words(kind: str) -> dict[str, list[tuple[tuple[str, ...], MeasureWord]]]:
    """The measure words of a kind by folded first word: the words that must follow it, and what they say; longest first.

    A phrase whose second word is a preposition only names the preposition that the counted people stand behind.
    """
    found: dict[str, list[tuple[tuple[str, ...], MeasureWord]]] = {}
    for row in rows(FOLDER / "measure_words.tsv"):
        if row["kind"] != kind:
            continue
        head, *rest = (fold_word(part) for part in row["word"].split())
        prep = rest.pop() if rest and rest[-1] in _prepositions() else ""
        found.setdefault(head, []).append((tuple(rest), _measure(row, row["word"], prep)))
    for options in found.values():
        options.sort(key=lambda option: -len(option[0]))
    return found


def _measure_nouns() -> Iterator[tuple[str, str, Any]]:
    for kind, name in (("noun", "measure_word"), ("participle", "measure_part")):
        for head, options in measure_words(kind).items():
            yield head, name, options


def _people() -> Iterator[tuple[str, str, Any]]:
    """`people` for persons, families and bodies; `countable` for objects and names, which are figures by context only;
    `one_of_many` for one of those, which is what stands behind a hundred and more of them.
    """
    for view, noun in counted_nouns().items():
        if " " not in view:
            yield view, "people" if noun.unit in ("person", "family", "body") else "countable", noun
            if noun.number == "s":
                yield view, "one_of_many", True


def _acts() -> Iterator[tuple[str, str, Any]]:
    """`event`: nouns that name an act, in one word; `weapon`: means of one word."""
    for row in event_rows():
        if row["kind"] == "noun":
            for form in (row["word"], *alternatives(row["plurals(|)"])):
                if " " not in form:
                    yield form, "event", row
    for row in rows(FOLDER / "weapons.tsv"):
        for form in (row["word"], *alternatives(row["plurals(|)"])):
            if " " not in form:
                yield form, "weapon", row


def entries() -> Iterator[tuple[str, str, Any]]:
    """People nouns, measure nouns, act nouns, weapons, and the small classes that figure rules name."""
    yield from _people()
    yield from _measure_nouns()
    yield from _acts()
    for row in rows(FOLDER / "figure_words.tsv"):
        for word in alternatives(row["words"]):
            yield word, row["class"], True
