"""Words that a page printed without the blank between them: what falls apart, and what stays whole."""

from __future__ import annotations

import pytest

import khabar
from khabar.languages.ar.forms.glued import border


@pytest.mark.parametrize(
    ("glued", "first"),
    [
        ("قالالمتحدث", "قال"),
        ("حيثقُتل", "حيث"),
        ("عناستشهاد", "عن"),
        ("الإيرانيبإصابة", "الإيراني"),
        ("ارتفعتحصيلة", "ارتفعت"),
        ("أعلنتوزارة", "أعلنت"),
        ("الحربالتي", "الحرب"),
        ("السكانمنذ", "السكان"),
        ("طهرانعلى", "طهران"),
        ("أوكرانيافي", "أوكرانيا"),
        ("متظاهرفي", "متظاهر"),
        ("الفلسطينيمن", "الفلسطيني"),
    ],
)
def test_two_words_are_told_apart(glued: str, first: str) -> None:
    assert glued[: border(glued)] == first


@pytest.mark.parametrize(
    "word",
    [
        "القتالية",
        "المستقبل",
        "استعمالها",
        "معالجتهم",
        "والإقليمية",
        "احتفالاتهم",
        "تقاليدهم",
        "المتعددة",
        "تجارة",
        "عبدالسلام",
        "كولونسكيم",
        "والتحاق",
        "أيديولوجية",
        "الاستهلاكية",
        "احترافي",
        "اختلافي",
        "فالمجتمع",
        "المتضامن",
        "الصيفي",
        "Al-Dustur",
    ],
)
def test_a_word_stays_whole(word: str) -> None:
    assert border(word) == 0


def test_offsets_are_those_of_the_text() -> None:
    text = "أقرّ الجيش الإيرانيبإصابة 7 عسكريين، حيثقُتل نحو 12 مدنياً."
    figures = khabar.read(text, published="2022-01-07").figures
    assert [(f.measure, f.low) for f in figures] == [("injured", 7), ("killed", 12)]
    assert all(text[f.start : f.end] == f.text for f in figures)


@pytest.mark.parametrize(
    ("glued", "first"),
    [
        ("مراسلالميادينفي", "مراسل"),
        ("الميادينفي", "الميادين"),
        ("كريمللميادين", "كريم"),
        ("أنّواشنطن", "أنّ"),
        ("أنّهسيعود", "أنّه"),
        ("خاصبالميادين", "خاص"),
        ("بأنّالمدينة", "بأنّ"),
        ("أنّهمسيعودون", "أنّهم"),
        ("قالتمصادر", "قالت"),
        ("وتحدثتقرير", "وتحدث"),
    ],
)
def test_a_medium_or_that_beside_another_word(glued: str, first: str) -> None:
    assert glued[: border(glued)] == first


@pytest.mark.parametrize(
    "word", ["أنّهما", "بأنّها", "إنّما", "وأنابيب", "العالمية", "الخليجيون", "بالمدينتين", "للدستورية"]
)
def test_a_word_with_a_pronoun_or_an_ending_stays_whole(word: str) -> None:
    assert border(word) == 0


def test_three_words_printed_as_one() -> None:
    claim = khabar.read("وأكّدللميادينأنّ الجسر مغلق.").claims[0]
    assert claim.content.text == "الجسر مغلق"
