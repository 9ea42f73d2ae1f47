"""Ends of violence and restrictions: what is called for, ordered or refused is the end, by its own word; also late in a list."""

from __future__ import annotations

import pytest

import khabar


def _events(text: str) -> list[tuple[str, str, str]]:
    return [(e.trigger.text, e.type, e.status) for e in khabar.read(text, published="2022-01-07").events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ودعت المنظمة إلى وقف الهجمات على المدنيين.", [("وقف", "RETREAT", "called_for")]),
        ("ودعا الحزب إلى إيقاف الحرب فوراً.", [("إيقاف", "RETREAT", "called_for")]),
        ("ودعا المجلس إلى وقف فوري للغارات والقتل.", [("وقف", "RETREAT", "called_for")]),
        (
            "وطالب المحتجون بإنهاء الحصار وإطلاق سراح المعتقلين وسحب القوات من المدينة.",
            [("إنهاء", "RETREAT", "called_for"), ("إطلاق", "RETREAT", "called_for"), ("سحب", "RETREAT", "called_for")],
        ),
        (
            "وحثت الوزيرة الجانبين على وقف إطلاق النار والإفراج عن الأسرى والعودة إلى المفاوضات.",
            [
                ("وقف", "RETREAT", "called_for"),
                ("الإفراج", "RETREAT", "called_for"),
                ("المفاوضات", "CONSULT", "called_for"),
            ],
        ),
        (
            "وناشدت لجنة الأهالي الدول المجاورة التدخل لوقف القصف وفك الحصار.",
            [("وقف", "RETREAT", "called_for"), ("فك", "RETREAT", "called_for")],
        ),
        ("وطالب البيان بوقف إطلاق النار والعدوان على المدينة.", [("وقف", "RETREAT", "called_for")]),
        ("وتطالب النقابة الحكومة بإلغاء حظر التجول.", [("إلغاء", "RETREAT", "called_for")]),
        ("وأعلنت الحكومة إلغاء حظر التجول.", [("إلغاء", "RETREAT", "reported")]),
        ("ورفض الجيش وقف القصف على البلدة.", [("وقف", "RETREAT", "refused")]),
        ("وأمرت المحكمة بوقف الهجوم.", [("وقف", "RETREAT", "ordered")]),
        # what is told as lifted, and what goes on
        ("وأكدت الحكومة رفع الحصار عن المدينة.", [("رفع", "RETREAT", "reported")]),
        ("وقال شهود إن الحصار مستمر.", [("الحصار", "COERCE", "reported")]),
    ],
)
def test_ends(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert _events(text) == expected


def test_who_comes_to_stop_an_attack_does_not_make_it() -> None:
    events = khabar.read("ووصل شرطيون آخرون إلى الحي لإيقاف الهجوم على السيارة.", published="2022-01-07").events
    assert [event.actor for event in events if event.type == "ASSAULT"] == [None]
