"""What a court passes, or people only face, is no deed yet; what is stopped or held need be nobody."""

from __future__ import annotations

import pytest

import khabar

Acts = list[tuple[str, str | None, str, str]]


def acts(text: str) -> Acts:
    """Type, kind, status and trigger of the events of a text."""
    return [(e.type, e.subtype, e.status, e.trigger.text) for e in khabar.read(text, published="2022-01-07").events]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("حكمت محكمة في النخيل بالإعدام رمياً بالرصاص على سيف الدوري غيابياً.", ("reported", "حكمت")),
        ("حكم على الوزير السابق غيابياً بالإعدام.", ("reported", "حكم")),
        ("قضت محكمة الجنايات بالإعدام لسبعة متهمين في قضية اقتحام السجن.", ("reported", "قضت")),
        ("قضت محكمة الجنايات بمعاقبة ستة متهمين بالإعدام شنقاً.", ("reported", "معاقبة")),
        ("أيدت محكمة الاستئناف الحكم بإعدام ثلاثة ناشطين.", ("reported", "الحكم")),
        ("قررت المحكمة إعدام الرئيس المعزول.", ("reported", "إعدام")),
        ("الإعدام لقيادي في الجماعة", ("reported", "الإعدام")),
        ("طلبت النيابة الحكم بإعدام المتهم.", ("called_for", "الحكم")),
        ("نفى الوزير صدور حكم بالإعدام على القائد.", ("denied", "حكم")),
        ("قال النائب إن من المحتمل الحكم على أسرى بالإعدام.", ("possible", "الإعدام")),
        ("قضت المحكمة بسجن ثلاثة ناشطين عشر سنوات.", ("reported", "قضت")),
        ("أصدر القاضي مذكرة توقيف بحق الوزير السابق.", ("reported", "مذكرة")),
    ],
)
def test_a_sentence_is_an_act_of_the_court(text: str, told: tuple[str, str]) -> None:
    assert acts(text) == [("COERCE", "trial", *told)]


@pytest.mark.parametrize(
    "text",
    [
        "يواجه أربعة شبان الإعدام بعد إدانتهم بقتل شرطي.",
        "هرب من السجن ثلاثة محكومين بالإعدام.",
        "قال المحامي إن موكله مهدد بالإعدام.",
        "ينتظر 20 سجيناً تنفيذ حكم الإعدام فيهم.",
    ],
)
def test_who_was_sentenced_before_or_may_be_is_executed_by_nobody(text: str) -> None:
    assert not any(event.subtype == "execution" for event in khabar.read(text).events)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("أُعدم ثلاثة رجال شنقاً في سجن النخيل.", ("reported", "أُعدم")),
        ("نفذت السلطات حكم الإعدام بحق مدانين اثنين.", ("reported", "نفذت")),
        ("نفذ التنظيم حكم الإعدام بحق عشرة أشخاص.", ("reported", "نفذ")),
        ("وجرى تنفيذ حكم القتل بحق الجاني.", ("reported", "تنفيذ")),
        ("أمر الزعيم بإعدام عشرة جنود.", ("ordered", "إعدام")),
        ("هددت الجماعة بإعدام الرهائن.", ("threatened", "إعدام")),
        ("طالبت العائلات بإعدام القتلة.", ("called_for", "إعدام")),
        ("أحالت المحكمة أوراق المتهم إلى المفتي لإبداء الرأي الشرعي في إعدامه.", ("possible", "إعدامه")),
    ],
)
def test_carried_out_it_is_an_execution(text: str, told: tuple[str, str]) -> None:
    assert acts(text) == [("ASSAULT", "execution", *told)]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("قضت محكمة عسكرية بإعدام 12 جندياً رمياً بالرصاص.", "12 جندياً"),
        ("أصدرت المحكمة حكماً بالسجن خمس سنوات على الصحافية ليلى البحراوي.", "الصحافية ليلى البحراوي"),
        ("حكم على الضابط بالسجن مع وقف التنفيذ.", "الضابط"),
        ("السجن المؤبد لخمسة ضباط في قضية التخابر", "خمسة ضباط"),
        (
            "أيدت المحكمة الحكم على رجل الأعمال سالم الدوري بالسجن مدى الحياة، وفقاً لوكالة السدر.",
            "رجل الأعمال سالم الدوري",
        ),
    ],
)
def test_who_is_sentenced(text: str, target: str) -> None:
    assert [event.target.text for event in khabar.read(text).events if event.target] == [target]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("أصدرت المحكمة أحكاماً بالإعدام بحق خمسة من عناصر الجماعة.", "other"),
        ("قضت محكمة عسكرية بإعدام 12 جندياً رمياً بالرصاص.", "other"),
        ("أصدرت المحكمة حكماً بإعدام 24 متهماً شنقاً.", "other"),
        ("حكم القضاء على 34 شخصاً بالسجن مدى الحياة.", "other"),
        ("أصدرت النيابة مذكرات اعتقال بحق عشرة ضباط.", "other"),
        ("أُعدم ثلاثة رجال شنقاً في سجن النخيل.", "killed"),
        ("نفذ التنظيم حكم الإعدام بحق عشرة أشخاص.", "killed"),
        ("وقضت القوات على عشرة إرهابيين.", "killed"),
        ("اعتقلت الشرطة عشرة ضباط.", "arrested"),
    ],
)
def test_a_sentence_kills_and_arrests_nobody(text: str, measure: str) -> None:
    assert [figure.measure for figure in khabar.read(text).figures] == [measure]


@pytest.mark.parametrize(
    "text",
    [
        "أوقفت الصين استيراد القمح من النخيل.",
        "أوقفت الشركة رحلاتها إلى النخيل.",
        "أوقفت المحكمة تنفيذ حكم الإعدام في المدان.",
        "أوقفت السلطات عمل المنظمة في المخيم.",
        "قررت الوزارة إيقاف العمل في المدارس غداً.",
        "احتجزت الشرطة سيارة الوزير.",
        "احتجز الفيضان عشرات السكان في منازلهم.",
        "حبس القائد نفسه في مكتبه.",
    ],
)
def test_what_is_stopped_is_not_arrested(text: str) -> None:
    assert not any(event.subtype == "arrest" for event in khabar.read(text).events)


@pytest.mark.parametrize(
    "text",
    [
        "أوقفت الشرطة ثلاثة مشتبه بهم.",
        "أوقفته الشرطة في المطار.",
        "احتجزت الشرطة صحافيين اثنين لساعات.",
        "أوقف الجيش سالم الدوري على الحاجز.",
        "وقد أوقف المشتبه به الرئيسي عندما كان يهرب.",
        "جددت نيابة أمن الدولة العليا أمس حبس أربعة من أعضاء المكتب.",
    ],
)
def test_people_stopped_are_arrested(text: str) -> None:
    assert [event.subtype for event in khabar.read(text).events] == ["arrest"]
