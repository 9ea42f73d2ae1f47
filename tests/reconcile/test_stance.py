"""A number that its own source denies is no number of that source, and what is threatened has not befallen anybody."""

from __future__ import annotations

import pytest

import khabar
from khabar.desk.digest import digest
from khabar.reconcile import denied_figures, disagreements

DENIED = "قالت جبهة الشمال إنها قتلت 40 جندياً في الكرمة. ونفت وزارة الدفاع مقتل 40 جندياً، مؤكدة أن ثلاثة جنود قتلوا."


def lines(text: str) -> dict[str, tuple[tuple[str | None, ...], tuple[str, ...], str | None]]:
    """Of each figure of a text: who gives it, who denies it, how its deed stands."""
    told = digest(khabar.read(text, published="2024-11-20"))
    given = [line for group in told.figures for line in group.lines]
    return {each.figure.text: (tuple(v.speaker for v in each.voices), each.deniers, each.standing) for each in given}


def test_who_denies_a_number_does_not_give_it() -> None:
    assert lines(DENIED) == {
        "40": (("جبهة الشمال",), ("وزارة الدفاع",), None),
        "ثلاثة": (("وزارة الدفاع",), (), None),
    }


def test_a_denied_number_stands_against_whoever_gave_it() -> None:
    (found,) = (one for one in disagreements(khabar.read(DENIED, published="2024-11-20")) if one.kind == "denial")
    assert [side.speakers for side in found.sides] == [("وزارة الدفاع",), ("جبهة الشمال",)]


def test_only_the_telling_inside_the_denial_is_denied() -> None:
    report = khabar.read(DENIED, published="2024-11-20")
    denied = denied_figures(report.figures, report.claims)
    assert [figure.source for figure in report.figures if figure.id in denied] == ["وزارة الدفاع"]


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("توعد التنظيم بقتل عشرة رهائن.", "threatened"),
        ("أمر القائد باعتقال عشرة نواب.", "ordered"),
        ("قال التنظيم إنه قتل عشرة رهائن.", None),
    ],
)
def test_what_is_threatened_or_ordered_is_not_told_as_done(text: str, standing: str | None) -> None:
    assert [told[2] for told in lines(text).values()] == [standing]
