"""Offices and bodies before what their verb governs: who speaks ends where nothing agrees with it any more."""

from __future__ import annotations

import pytest

import khabar


def who(sentence: str) -> tuple[str | None, str | None]:
    """The speaker and the addressee of the first claim of a sentence."""
    claim = khabar.read(sentence, published="2022-01-06").claims[0]
    return claim.speaker.text if claim.speaker else None, claim.addressee.text if claim.addressee else None


@pytest.mark.parametrize(
    ("sentence", "speaker", "addressee"),
    [
        ("دعا رئيس المجلس المتظاهرين إلى الهدوء.", "رئيس المجلس", "المتظاهرين"),
        ("وعد رئيس الوزراء الأهالي بتعويضات.", "رئيس الوزراء", "الأهالي"),
        ("أبلغ مصدر أمني وكالة السدر للأنباء أن الهجوم انتهى.", "مصدر أمني", "وكالة السدر للأنباء"),
        ("هدد قائد الميليشيا القوات الحكومية بالرد.", "قائد الميليشيا", "القوات الحكومية"),
        ("شكر الرئيس الدول المانحة على دعمها.", "الرئيس", "الدول المانحة"),
        ("دعت وزيرة الخارجية ليلى الحداد المجتمع الدولي إلى التحرك.", "وزيرة الخارجية ليلى الحداد", "المجتمع الدولي"),
        ("ووصف رئيس البلدية الهجوم بأنه عمل جبان.", "رئيس البلدية", None),
    ],
)
def test_the_object_of_who_holds_an_office(sentence: str, speaker: str, addressee: str | None) -> None:
    assert who(sentence) == (speaker, addressee)


@pytest.mark.parametrize(
    "speaker",
    [
        "رئيس لجنة الشؤون الخارجية سامي البحراوي",
        "قائد القوات البرية الأجنبية سامي البحراوي",
        "مدير الأمن العام اللواء سامي البحراوي",
        "رئيس هيئة الأركان المشتركة سامي البحراوي",
        "رئيس الغرفة التجارية الصناعية",
        "مفوض حقوق الإنسان الأممي",
    ],
)
def test_what_agrees_belongs_to_the_office(speaker: str) -> None:
    assert who(f"قال {speaker} إن الوضع هادئ.") == (speaker, None)
