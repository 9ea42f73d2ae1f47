"""Of what people speak when they meet is not where they meet; what goes on again and again is of no day that the report lends."""

from __future__ import annotations

import pytest

import khabar
from khabar.record import Event

LEAD = "قتل جنديان أمس الخميس في هجوم على تاراز.\n"


def told(sentence: str, trigger: str) -> Event:
    """The event of a word in a sentence behind a lead with a day and a place."""
    report = khabar.read(LEAD + sentence, published="2022-01-07")
    return next(e for e in report.events if e.trigger.text == trigger and e.trigger.start >= len(LEAD))


@pytest.mark.parametrize(
    ("sentence", "trigger", "place"),
    [
        ("تم خلال اللقاء بحث الوضع في اليمن.", "اللقاء", None),
        ("ناقش الوزيران خلال لقائهما تطورات الأوضاع في ليبيا.", "لقائهما", "Taraz"),
        ("عقد الوزير اجتماعا في ألماتي حول السلام في السودان.", "اجتماعا", "Almaty"),
        ("بحث الوزير مع نظيره المصري في ألماتي الوضع في ليبيا.", "بحث", "Almaty"),
        ("التقى الوزير القادة لبحث آخر التطورات الميدانية في قطاع غزة.", "التقى", "Taraz"),
        # What happened there goes on being there.
        ("التقى الوزير نظيره المصري وبحثا الحرب في السودان.", "الحرب", "Sudan"),
        ("التقى الوزير نظيره المصري في السودان.", "التقى", "Sudan"),
    ],
)
def test_where_people_met_is_not_where_matters_stand(sentence: str, trigger: str, place: str | None) -> None:
    found = told(sentence, trigger).place
    assert (found.name if found else None) == place


@pytest.mark.parametrize(
    ("sentence", "trigger", "day"),
    [
        ("تنفذ الجماعة هجمات على الجيش منذ عام 2007.", "هجمات", None),
        ("وتقاتل الجماعة الجيش منذ 2007.", "تقاتل", None),
        ("وتشن الطائرات غارات يومية على مواقع الجماعة.", "غارات", None),
        # It happened now, though the like of it had not since then.
        ("هاجم المسلحون القرية في أكبر هجوم منذ عام 2007.", "هاجم", "2022-01-06"),
        ("قتل القائد الذي يقود الجماعة منذ عام 2007.", "قتل", "2022-01-06"),
        ("وتشن الطائرات غارات على مواقع الجماعة.", "غارات", "2022-01-06"),
    ],
)
def test_what_goes_on_is_of_no_one_day(sentence: str, trigger: str, day: str | None) -> None:
    found = told(sentence, trigger).date
    assert (found.value if found else None) == day
