"""Persons behind titles: the name proper, and what only stands where a name could."""

from __future__ import annotations

import pytest

from khabar.reading.report import About, read_report

NAMED = [
    ("التقى وزير الخارجية سامر النوري اجتماعه صباحاً.", "سامر النوري", "وزير الخارجية"),
    ("قال رئيس الوزراء سامر الخالدي ووزير الدفاع نبيل الشامي إن الطريق آمن.", "نبيل الشامي", "وزير الدفاع"),
    ("كشف الأمين العام للمجلس، الدكتور سامر النوري، عن الخطة.", "سامر النوري", "الأمين العام للمجلس"),
    ("وصل الرقيب أول سامر النوري إلى الثكنة.", "سامر النوري", "الرقيب"),
    ("حضر أمير الدولة الشيخ حمد آل ثاني الجلسة.", "حمد آل ثاني", "الشيخ"),
]
NOBODY = [
    "زار الوزير مدينة مسقط ثم عاد إلى الشارقة.",
    "زار الرئيس الإيراني المدينة، ثم الرئيس الكازاخي زار الميناء.",
    "قال مسؤول أمريكي كبير إن الطريق آمن.",
    "انسحبت القوات من محافظة الجبل متجهة إلى الساحل.",
    "كان الأمر متروكاً لهم.",
    "ولم يكن المتحدث باسم الشركة متاحاً للتعليق.",
]


def persons(text: str) -> dict[str, str | None]:
    """The named persons of a text with their roles."""
    return {a.name: a.role for a in read_report(text, About(published="2022-01-07")).actors if a.kind == "person"}


@pytest.mark.parametrize(("text", "name", "role"), NAMED)
def test_the_bearer_of_a_title_is_named(text: str, name: str, role: str) -> None:
    found = persons(text)
    assert name in found, found
    assert role in (found[name] or ""), found


@pytest.mark.parametrize("text", NOBODY)
def test_words_behind_a_title_that_are_no_name(text: str) -> None:
    named = [name for name in persons(text) if not name.startswith("ال")]
    assert not named, named


def test_first_and_last_name_are_the_same_person() -> None:
    text = "قال وزير الخارجية عادل بن أحمد النوري إن اللقاء مفيد. وأكد الوزير عادل النوري أن النوري سيعود."
    actors = [a for a in read_report(text, About(published="2022-01-07")).actors if "النوري" in a.name]
    assert len(actors) == 1
    assert len(actors[0].mentions) == 3


def test_bodies_and_countries_have_their_english_name() -> None:
    text = "قالت الأمم المتحدة إن الوضع صعب. وأكدت روسيا أن الطريق آمن."
    named = {a.name: (a.name_en, a.country) for a in read_report(text, About(published="2022-01-07")).actors}
    assert named["الأمم المتحدة"][0] == "United Nations"
    assert named["روسيا"] == ("Russia", "RU")


FINANCIAL = [
    ("قال وزير المالية سامر النوري إن الميزانية جاهزة.", None),
    ("قال الخبير المالي اللبناني سامر النوري إن البنك أفلس.", "LB"),
    ("قال وزير الخارجية المالي سامر النوري إن الطريق آمن.", "ML"),
]


@pytest.mark.parametrize(("text", "country"), FINANCIAL)
def test_an_everyday_adjective_names_a_country_only_where_nothing_else_fits(text: str, country: str | None) -> None:
    """The adjective of Mali is also that of money."""
    (actor,) = read_report(text, About(published="2022-01-07")).actors
    assert actor.country == country


CALLED = [
    ("قالت إسرائيل إن القصف انتهى.", [("إسرائيل", "government")]),
    ("أعلن بايدن أن الحرب انتهت.", [("بايدن", "person")]),
    ("أعلن الرئيس الأميركي جو بايدن دعمه بناء الجسر على النهر.", [("جو بايدن", "person")]),
    ("وقال ياروسلاف النوري وهو أحد السكان إن القصف عنيف.", [("ياروسلاف النوري", "person")]),
    (
        "قال الرئيس عبد الفتاح النوري إن السد خطر. وأضاف عبدالفتاح النوري أن الوضع صعب.",
        [("عبد الفتاح النوري", "person")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CALLED)
def test_an_actor_is_called_by_the_name_alone(text: str, expected: list[tuple[str, str]]) -> None:
    """Without what his phrase goes on to say; spaces inside a name make no other person."""
    assert [(a.name, a.kind) for a in read_report(text, About(published="2022-01-07")).actors] == expected
