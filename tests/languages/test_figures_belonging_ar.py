"""Who the counted are: the body whose members, dead or ranks they are, those counted just before, all of them told at once."""

from __future__ import annotations

import pytest

import khabar


def counted(text: str) -> list[tuple[str, list[str]]]:
    """Each figure as words and populations."""
    found = khabar.read(text, published="2022-01-07").figures
    return [(f.text, [p.value for p in f.population]) for f in found]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("قُتل 7 من ميليشيات الوادي قرب الجسر.", [("7", ["combatant"])]),
        ("أسفر الكمين عن مقتل 9 من عناصر التنظيم.", [("9", ["combatant"])]),
        ("قُتل أربعة من الجيش الوطني في الكمين.", [("أربعة", ["combatant"])]),
        ("رفعت وزارة الداخلية حصيلة قتلاها إلى 21 عنصراً بدلاً من 19.", [("21", ["security"]), ("19", ["security"])]),
        ("قالت وزارة الدفاع إن عدد الجرحى في صفوفها بلغ 60.", [("60", ["combatant"])]),
        ("فقدت منظمة إغاثة محلية الاتصال بثلاثة من موظفيها.", [("ثلاثة", ["aid_worker"])]),
        # others and members go with those told just before, as far as these serve one side
        ("قُتل 12 جندياً وأُصيب 30 آخرون.", [("12", ["combatant"]), ("30", ["combatant"])]),
        ("قُتل 5 من رجال الشرطة. وأضاف الناطق أن 80 عنصراً أُصيبوا.", [("5", ["security"]), ("80", ["security"])]),
        ("قُتل 12 عاملاً وأُصيب 30 آخرون.", [("12", []), ("30", [])]),
        (
            "قُتل 5 جنود و3 مدنيين وأُصيب 11 آخرون.",
            [("5", ["combatant"]), ("3", ["civilian"]), ("11", [])],
        ),
        # said of all at once
        (
            "وصل قتيلان و9 جرحى إلى المستشفى، وقال الطبيب إنهم جميعاً من المدنيين.",
            [("قتيلان", ["civilian"]), ("9", ["civilian"])],
        ),
        ("قُتل تسعة أشخاص في القصف، جميعهم أطفال.", [("تسعة", ["child"])]),
        # what people do for a living, or that they live somewhere, does not say that they are civilians
        ("قُتل خمسة من سكان البلدة وسبعة ركاب.", [("خمسة", []), ("سبعة", [])]),
        ("نزحت 1200 أسرة من القرية.", [("1200", [])]),
    ],
)
def test_who_the_counted_are(sentence: str, expected: list[tuple[str, list[str]]]) -> None:
    assert counted(sentence) == expected


def test_another_number_of_them_counts_the_group_told_last() -> None:
    told = (
        "الحصيلة هي 26 مسلحاً قالت الوزارة إنها قتلتهم، و16 من أفراد الشرطة بعد أن كانت الوزارة قد أعلنت مقتل 18 منهم."
    )
    found = khabar.read(told, published="2022-01-07").figures
    assert [(f.text, f.measure, f.of.text if f.of else None) for f in found] == [
        ("26", "killed", "مسلحاً"),
        ("16", "killed", "من أفراد الشرطة"),
        ("18", "killed", "من أفراد الشرطة"),
    ]
    assert [f.part_of for f in found] == [None, None, None]
    assert {f.source for f in found} == {"الوزارة"}


def test_both_numbers_of_a_correction_are_read() -> None:
    told = "مقتل 13 حارساً عند السد\n(تصحح حصيلة القتلى في الفقرة الأولى إلى 13 بدلاً من 12) - قُتل 13 حارساً عند السد."
    found = khabar.read(told, published="2022-01-07").figures
    assert [f.text for f in found] == ["13", "13", "12", "13"]
    assert [f.same_as == found[0].id for f in found] == [False, True, False, True]


def test_an_age_told_by_a_decade_is_no_number_left_unread() -> None:
    found = khabar.read("روت ناجية في العشرين من عمرها أنها سمعت الانفجار.", published="2022-01-07")
    assert not [u for u in found.unread if u.why == "number_unused"]
