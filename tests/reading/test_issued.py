"""Whose the statement is that goes on speaking under its noun alone, and who the latter is."""

from __future__ import annotations

import pytest

from khabar import read

POLICE = "وقالت الشرطة إن الطريق أغلق. "


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # Given out by somebody, who said nothing yet.
        (POLICE + "وأصدرت وزارة الصحة بيانا. وقال البيان إن ثلاثة قتلوا.", ["الشرطة", "وزارة الصحة"]),
        (POLICE + "ونشرت المنظمة تقريرا عن السجون. وقال التقرير إن ثلاثة ماتوا.", ["الشرطة", "المنظمة"]),
        # Said in a statement, or by one; somebody else has spoken since.
        (
            "وقالت وزارة الصحة في بيان إن ثلاثة قتلوا. " + POLICE + "وأضاف البيان أن عشرة جرحوا.",
            ["وزارة الصحة", "الشرطة", "وزارة الصحة"],
        ),
        (
            "وذكر بيان لوزارة الصحة أن ثلاثة قتلوا. " + POLICE + "وأضاف البيان أن عشرة جرحوا.",
            ["وزارة الصحة", "الشرطة", "وزارة الصحة"],
        ),
        (
            POLICE + "وأصدرت قطر ومصر بيانا مشتركا قالت فيه إن السلام ممكن. وأضاف البيان أن الحرب طالت.",
            ["الشرطة", "قطر ومصر", "قطر ومصر"],
        ),
        # No statement is told of: whoever spoke last.
        ("وقالت وزارة الصحة إن ثلاثة قتلوا. وأضاف البيان أن عشرة جرحوا.", ["وزارة الصحة", "وزارة الصحة"]),
        (
            '"It is over," the Health Ministry said in a statement. The police closed the road. The statement said ten died.',
            ["Health Ministry", "Health Ministry"],
        ),
    ],
)
def test_whose_the_statement_is(text: str, speakers: list[str]) -> None:
    assert [claim.speaker_name for claim in read(text, published="2022-01-07").claims] == speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("والتقى الوزير سامر النوري السفير عادل زهران، وقال الأخير إن الحرب بدأت.", "عادل زهران"),
        ("واتهم سامر النوري خصمه عادل زهران بالكذب، ورد الأخير بأن الاتهام باطل.", "عادل زهران"),
        # Whoever is not named stays as the words have it.
        ("ودانت الحركة تصريحات الوزيرة، وقالت الأخيرة إنها لن تستقيل.", "الأخيرة"),
    ],
)
def test_who_the_latter_is(text: str, speaker: str) -> None:
    assert read(text, published="2022-01-07").claims[-1].speaker_name == speaker
