"""The message files: the same keys and fields in every language, and a label for every value of a vocabulary."""

from __future__ import annotations

import string
from collections.abc import Iterator
from typing import Any, get_args

import pytest

from khabar.desk.wording import messages, ui_languages
from khabar.desk.wording.messages import plural
from khabar.record import vocabulary as v

CATEGORIES = {"zero", "one", "two", "few", "many", "other"}
VOCABULARIES: dict[str, Any] = {
    "act": v.Act,
    "status": v.Status,
    "polarity": v.Polarity,
    "distance": v.Distance,
    "mode": v.Mode,
    "found_by": v.FoundBy,
    "via_role": v.ViaRole,
    "withheld_what": v.WithheldWhat,
    "caveat": v.CaveatKind,
    "measure": v.Measure,
    "bound": v.Bound,
    "unit": v.UnitKind,
    "population": v.Population,
    "count_kind": v.CountKind,
    "event_type": v.EventType,
    "subtype": v.Subtype,
    "event_status": v.EventStatus,
    "basis": v.Basis,
    "from": v.From,
    "place_kind": v.PlaceKind,
    "precision": v.Precision,
    "time_mod": v.TimeMod,
    "published_basis": v.PublishedBasis,
    "unread_why": v.UnreadWhy,
}


def is_plural(message: object) -> bool:
    return isinstance(message, dict) and "other" in message and set(message) <= CATEGORIES


def leaves(table: dict[str, Any], above: str = "") -> Iterator[tuple[str, list[str]]]:
    """Each message key with its texts (several where it counts)."""
    for name, message in table.items():
        key = f"{above}{name}"
        if is_plural(message):
            yield key, list(message.values())
        elif isinstance(message, dict):
            yield from leaves(message, f"{key}.")
        else:
            yield key, [message]


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("code", ui_languages())
def test_every_value_of_a_vocabulary_has_a_label(code: str) -> None:
    for name, values in VOCABULARIES.items():
        assert list(messages(code).tables[name]) == list(get_args(values)), name


def test_all_languages_say_the_same_things() -> None:
    told = {code: dict(leaves(messages(code).tables)) for code in ui_languages()}
    assert len(told) > 1
    assert len({frozenset(keys) for keys in told.values()}) == 1
    for key in told["en"]:
        asked = {frozenset().union(*map(fields, told[code][key])) for code in told}
        assert len(asked) == 1, key


@pytest.mark.parametrize(
    ("number", "category"),
    [(0, "zero"), (1, "one"), (2, "two"), (3, "few"), (10, "few"), (11, "many"), (99, "many"), (100, "other"),
     (102, "other"), (103, "few"), (111, "many"), (1000, "other")],
)  # fmt: skip
def test_arabic_counts_in_six_categories(number: int, category: str) -> None:
    assert plural("ar", number) == category


def test_a_message_fills_its_fields() -> None:
    assert messages("en").say("bound.more_than", low=3000) == "more than 3000"
    assert messages("ar").direction == "rtl"


@pytest.mark.parametrize(
    ("number", "arabic", "english"),
    [
        (0, "لا صفوف", "0 rows"), (1, "صف واحد", "1 row"), (2, "صفان", "2 rows"), (3, "3 صفوف", "3 rows"),
        (11, "11 صفاً", "11 rows"),
        (100, "100 صف", "100 rows"), (103, "103 صفوف", "103 rows"), ("1,048,576", "1,048,576 صفاً", "1,048,576 rows"),
        ("2.5", "2.5 صف", "2.5 rows"),
    ],
)  # fmt: skip
def test_a_number_is_written_with_its_noun(number: object, arabic: str, english: str) -> None:
    for code, told in (("ar", arabic), ("en", english)):
        assert messages(code).counted("row", number) == told
        assert told in messages(code).say("told.wrote_rows", path="a", rows=number)


@pytest.mark.parametrize("code", ui_languages())
def test_every_noun_that_a_message_counts_is_there_in_all_its_forms(code: str) -> None:
    tables = messages(code).tables
    formats = (
        form for _, texts in leaves(tables) for text in texts for _, _, form, _ in string.Formatter().parse(text)
    )
    named = {form[1:] for form in formats if form and form.startswith("#")}
    assert named
    assert named <= set(tables["counted"])
    needed = CATEGORIES if code == "ar" else {"one", "other"}
    assert not [noun for noun, forms in tables["counted"].items() if set(forms) != needed]
