"""Decisions: what a correction may put in, and whose word stands where several people judged."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from khabar.desk import Wishes
from khabar.desk.cases import CaseError, Ruling, add, ask, decide_item, undo_decision
from khabar.ledger import open_case, open_decisions
from khabar.ledger.allowed import is_date

TEXT = "قال وزير الداخلية سليم درويش إن 12 شخصا قتلوا في انفجار في ألماتي الجمعة.\nوقال درويش إن 12 شرطيا أصيبوا."


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case of one report with two tolls of the same number."""
    path = tmp_path / "crisis.khabar"
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    list(add(path, [str(tmp_path / "a.txt")], Wishes("2022-01-07", "برزخ نت")))
    return path


def item_of(case: Path, layer: str, **values: str) -> tuple[int, str]:
    row = next(ask(case, layer, **values))
    return row["document"], row["item"]


@pytest.mark.parametrize(
    ("layer", "fields", "reason"),
    [
        ("figures", {"measure": "dead"}, "value_not_allowed"), ("figures", {"implicit": 2}, "value_not_allowed"),
        ("figures", {"low": -1}, "value_malformed"), ("figures", {"low": 13}, "numbers_cross"),
        ("figures", {"as_of": "2022-02-30"}, "value_malformed"), ("figures", {"claim": "c1-2"}, "reference_unknown"),
        ("figures", {"measure": None}, "value_unfit"), ("claims", {"act": "shout"}, "value_not_allowed"),
        ("claims", {"via": "Reuters"}, "value_malformed"), ("events", {"date": "tomorrow"}, "value_malformed"),
        ("places", {"country": "Kazakhstan"}, "value_malformed"), ("places", {"lat": 91.0}, "value_malformed"),
        ("claims", {"words": "لم يقل"}, "words_nowhere"), ("claims", {"words": "شخصا", "start": 0}, "words_elsewhere"),
    ],
)  # fmt: skip
def test_what_no_column_may_hold_is_refused_with_what_is_allowed(
    case: Path, layer: str, fields: dict[str, Any], reason: str
) -> None:
    with pytest.raises(CaseError) as error:
        decide_item(case, item_of(case, layer), Ruling("correct", fields))
    assert error.value.reason == reason


def test_words_are_found_where_they_stand_nearest(case: Path) -> None:
    first, second = (row for row in ask(case, "figures") if row["low"] == 12)
    for row in (first, second):
        decide_item(case, (row["document"], row["item"]), Ruling("correct", {"words": "12"}))
    with open_case(case) as connection:
        spans = [(d.fields["start"], d.fields["end"]) for d in open_decisions(connection)]
    at = TEXT.index("12")
    assert spans == [(at, at + 2), (TEXT.index("12", at + 1), TEXT.index("12", at + 1) + 2)]


def test_one_end_of_a_span_may_move_alone(case: Path) -> None:
    row = next(ask(case, "claims"))
    decide_item(case, (row["document"], row["item"]), Ruling("correct", {"end": row["end"] - 1}))
    with open_case(case) as connection:
        (decision,) = open_decisions(connection)
    assert decision.fields == {"start": row["start"], "end": row["end"] - 1}


@pytest.mark.parametrize(
    "value",
    ["2022-01-07", "2022-01", "2022", "202X", "20XX", "2022-W01", "2022-W01-WE", "2022-Q1", "2022-H2", "2022-WI", "XXXX-05-13",
     "2022-01-07TMO", "2022-01-07T14:30", "2022-01-07T14:30Z", "2022-01-05/2022-01-07"],
)  # fmt: skip
def test_values_of_times_are_known(value: str) -> None:
    assert is_date(value)
    assert not is_date(f"{value} ")
    assert not is_date(f"x{value}")


def test_a_later_word_settles_and_a_blind_one_stands_beside(case: Path) -> None:
    item = item_of(case, "figures", measure="killed")

    def verdict() -> str:
        return str(next(ask(case, "figures", measure="killed"))["verdict"])

    decide_item(case, item, Ruling("accept"), "Salma")
    decide_item(case, item, Ruling("accept", blind=True), "Omar")
    assert verdict() == "accept"
    differing = decide_item(case, item, Ruling("reject", reason="not said", blind=True), "Omar")
    assert verdict() == "disagreed"
    with open_case(case) as connection:
        assert [(d.who, d.verdict) for d in open_decisions(connection, item)] == [
            ("Salma", "accept"),
            ("Omar", "reject"),
        ]
    settled = decide_item(case, item, Ruling("unsure"), "Nadia")
    assert verdict() == "unsure"
    undo_decision(case, settled.seq)
    assert verdict() == "disagreed"
    undo_decision(case, differing.seq)
    assert verdict() == "accept"
