"""Who told a figure, and of what it is a part, in Arabic reports."""

from __future__ import annotations

import pytest

import khabar


def figures(text: str) -> list[dict[str, object]]:
    """The figures of a text, read as of Friday, 7 January 2022."""
    found: list[dict[str, object]] = khabar.read(text, published="2022-01-07").to_dict()["figures"]
    return found


def parts(text: str) -> list[tuple[object, object]]:
    """Each figure's words with those of its whole."""
    found = figures(text)
    words = {f["id"]: f["text"] for f in found}
    return [(f["text"], words.get(f["part_of"])) for f in found]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("قُتل 13 عنصراً، على ما أفاد التلفزيون الرسمي نقلاً عن مكتب القائد العسكري.", "مكتب القائد العسكري"),
        ("أفادت وكالة رواق نقلاً عن مصدر أمني بأن 13 عنصراً قُتلوا.", "مصدر أمني"),
        ("خفضت وزارة الداخلية حصيلة قتلاها إلى 16 عنصراً.", "وزارة الداخلية"),
        ("سجلت وزارة الصحة 12 إصابة جديدة.", "وزارة الصحة"),
        ("آخر حصيلة معلنة هي 26 مسلحاً قالت وزارة الداخلية إنها قتلتهم.", "وزارة الداخلية"),
        ("قال الوزير إن بلاده «قررت الانسحاب» من القوة التي شُكلت للحرب، مما أدى إلى مقتل آلاف الأشخاص.", None),
        ("رفع العمال 12 جثة من تحت الركام.", None),
    ],
)
def test_who_told_a_figure(text: str, source: str | None) -> None:
    assert [f["source"] for f in figures(text)] == [source]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قُتل 12 شخصاً. ومن بينهم 4 أطفال.", [("12", None), ("4", "12")]),
        ("قُتل 12 شخصاً. وقال المصدر إن 4 منهم أطفال.", [("12", None), ("4", "12")]),
        ("أصيب 20 شخصاً، توفي 3 منهم في المستشفى.", [("20", None), ("3", "20")]),
        ("أُفرج عن 10 من أصل 40 معتقلاً.", [("10", "40"), ("40", None)]),
        ("قُتل خمسة أشخاص، ثلاثة مدنيين وجنديان.", [("خمسة", None), ("ثلاثة", "خمسة"), ("جنديان", "خمسة")]),
        ("قُتل 100 شخص في البلاد. وسُجل 60 قتيلاً في العاصمة وحدها.", [("100", None), ("60", "100")]),
        ("قُتل 7 جنود وجُرح 4 منهم في الجبل.", [("7", None), ("4", None)]),
        ("قُتل خمسة أشخاص، ثلاثة مدنيين وثلاثة جنود.", [("خمسة", None), ("ثلاثة", None), ("ثلاثة", None)]),
    ],
)
def test_parts_and_their_wholes(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert parts(text) == expected


def test_people_taken_up_need_a_count_before() -> None:
    assert figures("وصل الوفد إلى القرية. وقال المصدر إن 4 منهم أطفال.") == []
