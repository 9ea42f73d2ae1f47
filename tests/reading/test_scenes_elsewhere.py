"""A sentence that is set in a town of another land lends nothing of the main scene; sanctions happen nowhere."""

from __future__ import annotations

import pytest

from read_events import places

LEAD = "قُتل شرطيان في هجوم على مدينة تاراز.\nوقُتل جندي في هجوم آخر على مدينة تاراز.\n"
FAR = (
    "وعلى هامش مؤتمر دولي عقد في مدينة صفاقس بحضور عشرات الوفود وممثلي المنظمات والشركات وشخصيات أخرى من دول كثيرة، "
    "قال الوزير إن السلطات اعتقلت رجلين."
)


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        (
            "وقبل أسبوعين أعلن خفر السواحل إنقاذ ثلاثين راكباً وانتشال جثث عشرة من دول بعيدة إثر غرق مركبهم قبالة مدينة صفاقس.",
            "Sfax",
        ),
        (FAR, None),
        ("وفرضت الحكومة عقوبات على قادة الحركة.", None),
        ("وأنقذ رجال الإطفاء عشرة من السكان.", "Taraz"),
    ],
)
def test_the_main_scene_is_lent_to_what_is_told_of_it(sentence: str, place: str | None) -> None:
    assert places(LEAD + sentence)[-1] == place


DATELINE = "الرياض 4 جمادى الآخرة 1443 هـ واس\nعقد الوزير اليوم اجتماعاً ضم مستشاريه.\n"


def test_who_meets_by_the_lead_meets_where_the_report_was_written() -> None:
    spoken = "وعبر الوزير في الاجتماع عن ارتياحه لما أحرزته القوات من انتصارات في مدينة سينوب.\n"
    assert places(DATELINE + spoken)[0] == "Riyadh"


def test_a_meeting_with_a_town_of_its_own_is_not_set_by_the_dateline() -> None:
    assert places(DATELINE.replace("اجتماعاً", "اجتماعاً في أنقرة"))[0] == "Ankara"
