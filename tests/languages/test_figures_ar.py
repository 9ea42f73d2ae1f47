"""Figures in Arabic sentences, beyond what the rules' own sentences show: whole sentences with all their figures."""

from __future__ import annotations

import pytest

import khabar

Told = tuple[str, str, int | None, int | None]


def figures(sentence: str) -> list[dict[str, object]]:
    """The figures of a sentence, read as of Friday, 7 January 2022."""
    found: list[dict[str, object]] = khabar.read(sentence, published="2022-01-07").to_dict()["figures"]
    return found


def told(sentence: str) -> list[Told]:
    """Each figure as words, measure, low, high."""
    return [(f["text"], f["measure"], f["low"], f["high"]) for f in figures(sentence)]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "أسفر القصف عن مقتل 12 جندياً وإصابة 34 آخرين بينهم 5 أطفال.",
            [("12", "killed", 12, 12), ("34", "injured", 34, 34), ("5", "injured", 5, 5)],
        ),
        ("مقتل وإصابة 12 شخصاً في انفجار بسوق وادي النخل", [("12", "casualties", 12, 12)]),
        ("سقط خمسون شخصاً بين قتيل وجريح في التدافع.", [("خمسون", "casualties", 50, 50)]),
        ("لقي تسعة عمال مصرعهم في انهيار منجم.", [("تسعة", "killed", 9, 9)]),
        ("قال الحلف إن ثلاثة جنود لقوا حتفهم عند الجسر.", [("ثلاثة", "killed", 3, 3)]),
        ("ألقت الشرطة القبض على 14 مشتبهاً به في البلدة.", [("14", "arrested", 14, 14)]),
        ("أعلنت الحكومة الإفراج عن سبعة معتقلين.", [("سبعة", "released", 7, 7)]),
        ("انتشل رجال الإنقاذ 6 جثث من تحت الأنقاض.", [("6", "killed", 6, 6)]),
        ("أنقذ خفر السواحل 40 مهاجراً قبالة الساحل.", [("40", "rescued", 40, 40)]),
        ("أجلت البلدية 200 عائلة من القرية.", [("200", "evacuated", 200, 200)]),
        ("دمرت الغارات 12 منزلاً وثلاث سيارات.", [("12", "destroyed", 12, 12), ("ثلاث", "destroyed", 3, 3)]),
        ("أرسلت الدولة 3 آلاف جندي إلى الحدود.", [("3 آلاف", "forces", 3000, 3000)]),
        ("تظاهر نحو 500 شخص أمام القصر.", [("نحو 500", "protesters", 500, 500)]),
        (
            "ارتفع عدد قتلى انهيار السد إلى 15 قتيلاً والمصابين إلى 40 شخصاً.",
            [("15", "killed", 15, 15), ("40", "injured", 40, 40)],
        ),
        ("نتج عن الحريق مقتل (12) اثني عشر وإصابة (30).", [("اثني عشر", "killed", 12, 12), ("30", "injured", 30, 30)]),
        ("أصيب شرطيان وثلاثة مدنيين.", [("شرطيان", "injured", 2, 2), ("ثلاثة", "injured", 3, 3)]),
    ],
)
def test_whole_sentences(sentence: str, expected: list[Told]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "يبلغ الوزير من العمر 58 عاماً.",
        "حكمت المحكمة عليه بالسجن 10 سنوات.",
        "تبرعت الدولة بمبلغ 20 مليون دولار.",
        "ارتفعت الأسعار 15 في المئة.",
        "تبعد القرية 30 كيلومتراً عن الحدود.",
        "شاركت 12 دولة في القمة.",
        "عقد الطرفان 3 اجتماعات في المدينة.",
        "فاز الفريق 2-1 على ضيفه.",
        "تنص المادة 5 على حرية الرأي.",
        "صوت 46 عضواً لصالح القانون.",
        "أطلقت الجماعة 20 صاروخاً على البلدة.",
        "التقى الرئيسان في العاصمة.",
        "حل الفريق في المركز الثالث.",
        "دعا الأمين العام جميع الأطراف إلى ضبط النفس.",
    ],
)
def test_what_is_no_figure(sentence: str) -> None:
    assert told(sentence) == []


def test_a_part_points_at_its_whole() -> None:
    whole, part, other = figures("قُتل عشرة أشخاص بينهم ستة جنود وأربعة مدنيين.")
    assert part["part_of"] == whole["id"] == other["part_of"]
    assert part["count_kind"] == other["count_kind"] == "subset"
    assert whole["part_of"] is None


def test_a_vague_word_carries_no_number() -> None:
    (one,) = figures("سقط عشرات الآلاف من القتلى في الحرب.")
    assert (one["low"], one["high"], one["order"], one["bound"]) == (None, None, 10000, "vague")


def test_bounds_before_and_behind() -> None:
    assert [(f["low"], f["high"], f["bound"]) for f in figures("قُتل 20 شخصاً على الأقل وأصيب أكثر من 50.")] == [
        (20, None, "at_least"),
        (50, None, "more_than"),
    ]


def test_a_single_victim_is_implicit_and_its_noun_is_the_span() -> None:
    first, second = figures("أدى الهجوم إلى مقتل شرطي وإصابة آخر.")
    assert (first["text"], first["implicit"], first["low"], first["high"]) == ("شرطي", True, 1, 1)
    assert (second["text"], second["measure"], second["implicit"]) == ("آخر", "injured", True)


def test_who_is_counted() -> None:
    (one,) = figures("قُتل 18 من أفراد الشرطة والحرس الوطني في الكمين.")
    assert one["of"]["text"] == "من أفراد الشرطة والحرس الوطني"  # type: ignore[index]
    assert "security" in {p["value"] for p in one["population"]}  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("أعلنت الوزارة مقتل شرطيين محليين عند الجسر.", ["شرطيين"]),
        ("أعلنت الوزارة مقتل ثلاثة شرطيين عند الجسر.", ["ثلاثة"]),
        ("سقط الضحايا من شرطيين ومدنيين.", []),
        ("أعلنت الوزارة مقتل مسلحين عند الجسر.", []),
        ("أعلنت الوزارة مقتل مسلحين هاجما الجسر.", ["مسلحين"]),
        ("أعلنت الوزارة مقتل مسلحين هاجموا الجسر.", []),
        ("أعلنت الوزارة مقتل مسلحين محليين عُثر على جثتيهما عند الجسر.", ["مسلحين"]),
        ("أعلنت الوزارة مقتل مسلحين غالباً ما كانوا عند الجسر.", []),
        ("أكد الناطق أن جميع الجرحى طلاب باستثناء صحفيين كانا في الساحة.", ["صحفيين"]),
    ],
)
def test_two_or_many_by_the_same_letters(text: str, words: list[str]) -> None:
    assert [f["text"] for f in figures(text)] == words


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("أصيب 37 آخرون من جراء سقوط القذائف.", "آخرون"),
        ("سيغادر ثلاثة آلاف جندي بحلول الصيف.", "جندي"),
        ("قُتل 33 شخصاً بحسب ما أعلنت الشرطة.", "شخصاً"),
        ("تحتجز السلطات 53 صحافياً رهن التحقيق.", "صحافياً"),
        ("نُقل 8 مصابين بواسطة مروحية إلى العاصمة.", "مصابين"),
        ("أُعدم عشرة أشخاص تطبيقاً لحكم المحكمة.", "أشخاص"),
        ("اعتُقل ستة رجال بتهمة السرقة.", "رجال"),
        ("أسقط الجيش 7 طائرات مسيرة فوق التل.", "طائرات مسيرة"),
        ("قُتل 12 جندياً نظامياً في المعركة.", "جندياً نظامياً"),
        ("قُتل سبعة من سكان القرية في القصف.", "من سكان القرية"),
    ],
)
def test_where_the_counted_people_end(text: str, counted: str) -> None:
    assert [f["of"]["text"] for f in figures(text)] == [counted]  # type: ignore[index]
