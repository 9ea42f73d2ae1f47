"""Counted people whom nothing befell: still held, on trial, only heard, or told of to say that it did not happen."""

from __future__ import annotations

import pytest

import khabar


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("تجري مفاوضات للإفراج عن تسعة صيادين احتجزهم خفر السواحل.", [("تسعة", "arrested")]),
        ("دعا البيان إلى الإفراج عن أربعة صحافيين فوراً.", [("أربعة", "arrested")]),
        ("أفرجت السلطات عن أربعة صحافيين.", [("أربعة", "released")]),
        ("بدأت محاكمة خمسة ضباط شرطة في العاصمة.", [("خمسة", "other")]),
        ("نشرت الحكومة 2500 شرطي في العاصمة.", [("2500", "forces")]),
        ("أجرت المنظمة مقابلات مع 23 معتقلاً.", [("23", "other")]),
        ("نُقل 23 معتقلاً إلى العاصمة.", [("23", "arrested")]),
        ("لم يسقط أي قتيل في الهجوم.", []),
        ("لم يُقتل سوى ثلاثة جنود.", [("ثلاثة", "killed")]),
        ("لم يتجاوز عدد القتلى 19.", [("19", "killed")]),
    ],
)
def test_what_befell_the_counted(sentence: str, told: list[tuple[str, str]]) -> None:
    assert [(figure.text, figure.measure) for figure in khabar.read(sentence).figures] == told
