"""Doers of an act that another verb of its clause carries: whoever tries, plans, hurries or goes on to do it does it."""

from __future__ import annotations

import pytest

import khabar
from who_to_whom import roles


@pytest.mark.parametrize(
    ("sentence", "trigger", "doer"),
    [
        ("ستحاول القوات النرلندية اعتراض الصواريخ فوق تاراز.", "اعتراض", "القوات النرلندية"),
        ("قالت الشرطة إن المجموعة كانت تنوي مهاجمة مقر البلدية في تاراز.", "مهاجمة", "المجموعة"),
        ("سارع المسلحون إلى اقتحام مخازن تاراز.", "اقتحام", "المسلحون"),
        ("سيشن الجيش قريباً هجوماً على بلدة تاراز.", "هجوماً", "الجيش"),
        ("قرر بعدها الجيش الانسحاب من تاراز.", "الانسحاب", "الجيش"),
        ("بدأت بلاده شن غارات على مواقع المسلحين في تاراز.", "شن", "بلاده"),
        ("نقل المسعفون متظاهرين كانوا يشاركون في مسيرة في تاراز.", "مسيرة", "متظاهرين"),
        ("أحصت المنظمة الجرائم التي ترتكبها العصابات بحق المدنيين في تاراز.", "الجرائم", "العصابات"),
        # Nobody at all; who leads those who carry it out; who inquires into something else.
        ("لم يتبن أي فصيل مسلح إطلاق الصواريخ على مدينة تاراز.", "إطلاق", None),
        ("لم تؤد الوساطة التي تقودها جهات إقليمية إلى وقف إطلاق النار.", "وقف", None),
    ],
)
def test_who_does_what_a_verb_carries(sentence: str, trigger: str, doer: str | None) -> None:
    assert roles(sentence, trigger)[0] == doer


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("ستحاول القوات النرلندية اعتراض الصواريخ فوق تاراز.", "planned"),
        ("ستنظم النقابات مسيرة احتجاجية في ألماتي غداً.", "planned"),
        ("واصلت القوات النرلندية قصف مواقع المسلحين في تاراز.", "reported"),
    ],
)
def test_what_a_verb_of_the_future_carries_is_to_come(sentence: str, status: str) -> None:
    report = khabar.read(sentence + "\nقُتل جندي في هجوم على السدر أمس.\n", published="2022-01-06")
    assert report.events[0].status == status
