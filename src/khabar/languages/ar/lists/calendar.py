"""Calendar lists: months of all traditions, weekdays, parts of the day, deictic words, feasts, units, names that are none."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from khabar.languages.ar.lists.words import FOLDER
from khabar.languages.wordlists import alternatives, rows
from khabar.text.fold import fold_word

# Rows of relative.tsv that are single words or fixed phrases; longer ones are put together by rules, because their
# parts take weekdays and brackets between them.
_ADJECTIVES = ("previous", "previous_mentioned", "next", "next_mentioned", "this", "same_mentioned")
_FRAMES = ("since", "until")


# Classes whose words rules ask for with the article too.
# Classes whose words rules ask for with the article.
_DEFINITE = (
    "previous", "previous_mentioned", "next", "next_mentioned", "this", "daypart", "season", "new", "quarter_name",
    "half_name", "decade_name", "period",
)  # fmt: skip
_COUNTS = ("_one", "_two", "_many")
_ARTICLE = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"


def entries() -> Iterator[tuple[str, str, Any]]:
    """All entries of the calendar lists."""
    yield from _months()
    yield from _parts()
    yield from _relative()
    yield from _units()
    yield from _feasts()
    for row in rows(FOLDER / "calendar_words.tsv"):
        for word in alternatives(row["words"]):
            yield word, row["class"], True
    for row in rows(FOLDER / "time_traps.tsv"):
        yield row["phrase"], "no_time", row["what"]


@cache
def definite_forms() -> dict[str, dict[str, Any]]:
    """Folded words with the article → calendar classes of the words without it, and the class of the article.

    Many of these words are surnames too, or stand whole in another list; then they are not cut into article and
    word, and the calendar would not know them.
    """
    found: dict[str, dict[str, Any]] = {}
    for word, name, value in entries():
        plain = " " not in word and not word.startswith(_ARTICLE)
        if plain and (name in _DEFINITE or name.endswith(_COUNTS)):
            found.setdefault(fold_word(_ARTICLE + word), {"+al": True})[name] = value
    deictic = {fold_word(word) for word, name, _ in entries() if name in ("deictic", "tonight")}
    return {word: classes for word, classes in found.items() if word not in deictic}


def _months() -> Iterator[tuple[str, str, Any]]:
    """`month` or `hijri_month` with its number; `_risky` beside it when the word is also another word."""
    for row in rows(FOLDER / "months.tsv"):
        name = "hijri_month" if row["tradition"] == "hijri" else "month"
        yield row["word"], name, int(row["month"])
        if row["note"].find("trap") >= 0:
            yield row["word"], f"{name}_risky", True


def _parts() -> Iterator[tuple[str, str, Any]]:
    for row in rows(FOLDER / "weekdays.tsv"):
        yield row["word"], "weekday", int(row["iso_weekday"])
    for row in rows(FOLDER / "dayparts.tsv"):
        yield row["word"], "daypart", row["code"].removeprefix("T")
        if row["code"] == "TNI" and " " in row["word"]:
            yield row["word"], "midnight", True
    for row in rows(FOLDER / "seasons.tsv"):
        yield row["word"], "season", row["code"]
    for row in rows(FOLDER / "decades.tsv"):
        for form in alternatives(row["words"]):
            yield form, "decade_name", int(row["tens"])


# What a listed phrase may begin with and still be read from its parts.
_LEADS = ("في ", "هذا ", "بال", "نهار ", "يوم ")


def _relative() -> Iterator[tuple[str, str, Any]]:
    """`deictic` with its days from today; adjectives and frames under their own kind.

    Phrases that begin with a preposition are left out (a span begins after it), so are demonstratives with their
    noun: rules read them from their parts.
    """
    for row in rows(FOLDER / "relative.tsv"):
        kind, phrase = row["kind"], row["phrase"]
        if kind == "day" and not phrase.startswith(_LEADS):
            yield phrase, "deictic", int(row["shift"])
        elif kind == "night" and phrase == "الليلة":
            yield phrase, "tonight", True
        elif kind in _ADJECTIVES or kind in _FRAMES:
            yield phrase, kind, True


def _units() -> Iterator[tuple[str, str, Any]]:
    """`period` with (unit, number 1, 2 or "pl"), and a class a unit and number: year_one, year_two, year_many."""
    count = {"1": "one", "2": "two", "pl": "many"}
    for row in rows(FOLDER / "time_units.tsv"):
        yield row["word"], "period", (row["unit"], row["number(1|2|pl)"])
        yield row["word"], f"{row['unit']}_{count[row['number(1|2|pl)']]}", True


def _feasts() -> Iterator[tuple[str, str, Any]]:
    """`feast` with calendar, month, day; feasts of a whole month are left to the rules for months."""
    for row in rows(FOLDER / "feasts.tsv"):
        if row["day"] or row["calendar"] == "movable":
            day = (int(row["month"]), int(row["day"])) if row["day"] else (None, None)
            yield row["word"], "feast", (row["calendar"], *day)
