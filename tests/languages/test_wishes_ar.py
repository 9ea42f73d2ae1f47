"""What is wished, feared or laid before somebody is no deed; what nature does is part of the disaster."""

from __future__ import annotations

from typing import Any

import pytest

import khabar
from event_drafts import drafts


def told(text: str) -> list[tuple[str, Any]]:
    """Trigger and status of the acts of a text."""
    return [(text[d.trigger[0] : d.trigger[1]], d.status) for d in drafts(text)]


@pytest.mark.parametrize(
    "text",
    [
        "اللهم اجعل تدبيرهم تدميرهم واحفظ بلادنا من كل سوء.",
        "وقال الخطيب: اللهم من أرادنا بسوء فاجعل تدبيره تدميراً له.",
        "نسأل الله أن يحفظ بلادنا من الحروب والتفجيرات.",
        "حفظ الله بلادنا من شر الهجمات.",
        "قاتلهم الله وشتت شملهم.",
        "قال الله تعالى (ويمنعون الماعون).",
    ],
)
def test_prayers_tell_nothing(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("رحم الله الشهداء الذين قتلوا في القصف.", [("قتلوا", None), ("القصف", None)]),
        ("رحم الله الشهداء، وقتل ثلاثة جنود في هجوم.", [("قتل", None), ("هجوم", None)]),
        ("لا سمح الله إن وقع هجوم على السدر فسنرد.", [("هجوم", "possible")]),
        ("أجرى الملك حفظه الله اتصالا هاتفيا بالرئيس.", [("اتصالا", None)]),
        ("أعلن حزب الله أن الجيش قصف البلدة.", [("قصف", None)]),
        ("بفضل الله تعالى تمكنت القوات من تحرير مدينة السدر أمس.", [("تحرير", None)]),
    ],
)
def test_who_names_god_tells_what_happened_all_the_same(text: str, acts: list[tuple[str, Any]]) -> None:
    assert told(text) == acts


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("تصر الجماعة على السيطرة على ميناء السدر.", [("السيطرة", "planned")]),
        ("ستواصل القوات التقدم لاستكمال تحرير مدينة السدر.", [("التقدم", None), ("تحرير", "planned")]),
        ("سيبقى القرار سارياً حتى تعلن الحكومة وقفاً لإطلاق النار.", [("وقفاً", "possible")]),
        ("يعطي الحزب مبررا للحكومة لقصف المدنيين.", [("قصف", "possible")]),
        ("أعلن الحزب إخراج قواعده لتفادي وقوع ضحايا في الغارات.", [("الغارات", None)]),
        ("ولتحقيق هذا الهدف دمرت الطائرات الجسر.", [("دمرت", None)]),
        ("لم ترد أنباء عن سقوط ضحايا في الهجوم على السدر.", [("سقوط", "denied"), ("الهجوم", None)]),
        ("يحاول التنظيم التقدم للسيطرة على قرى السدر.", [("لسيطرة", "planned")]),
        ("تواصل الجهود للتوصل إلى اتفاق تهدئة في السدر.", [("لتوصل", "possible")]),
        ("طالبنا رئيس الوزراء بإقالة الوزراء الفاسدين.", [("إقالة", "called_for")]),
    ],
)
def test_what_is_only_meant_or_feared(text: str, acts: list[tuple[str, Any]]) -> None:
    assert told(text) == acts


def test_what_is_promised_is_to_come() -> None:
    found = khabar.read("وعد الوالي سكان البلدة بإرسال مدرعات إلى السدر.", published="2022-01-07").events
    assert [event.status for event in found] == ["planned"]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("اجتاحت الفيضانات ثلاث قرى في الإقليم.", ["DISASTER"]),
        ("اجتاحت القوات مدينة السدر فجر أمس.", ["ASSAULT"]),
        ("أشعلوا النيران في المتاجر.", ["ASSAULT"]),
        ("شنت الطائرات غارات استهدفت مواقع وتعزيزات للمتمردين في السدر.", ["ASSAULT"]),
        ("قتل جنديان في كمين استهدف الخميس قافلة عسكرية في السدر.", ["ASSAULT", "ASSAULT"]),
        ("نشرت الوكالة صوراً للقوات في الميناء أمس.", []),
        ("نشر الجيش قواته في الميناء أمس.", ["MOBILIZE"]),
        ("كذلك استهدفت الكتائب تحشيدات للقوات قرب السدر.", ["ASSAULT"]),
        ("أسهمت القسطرة في السيطرة على حالته الصحية.", []),
        ("ألقى الشيخ كلمة هاجم فيها السدر والنخيل.", []),
        ("هاجم مسلحون السدر فجر أمس.", ["ASSAULT"]),
        ("أجرى الأطباء ثلاث عمليات في مستشفى السدر أمس.", []),
        ("التقى زوجته خلال رحلة إلى العاصمة.", []),
        ("شنت المعارضة هجوماً على خطة الحكومة أمس.", []),
    ],
)
def test_words_of_force_beside_what_force_does_not_touch(text: str, types: list[str]) -> None:
    assert [draft.type for draft in drafts(text)] == types


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("وقتل في اليوم نفسه صحافيان في العاصمة.", [("صحافيان", "killed")]),
        ("قتل في السدر خمسة شرطيين.", [("خمسة", "killed")]),
        ("وقتل في الغارة ذاتها مدنيان.", [("مدنيان", "killed")]),
        ("قال المتحدث إن الجيش فقد أربعة من جنوده في المعارك.", [("أربعة", "casualties")]),
        ("فقد خمسة صيادين في البحر.", [("خمسة", "missing")]),
    ],
)
def test_fates_told_apart_from_their_people(text: str, figures: list[tuple[str, str]]) -> None:
    assert [(figure.text, figure.measure) for figure in khabar.read(text).figures] == figures


def test_who_advances_is_not_where_they_advance_to() -> None:
    found = khabar.read("تستعد القوات للتقدم نحو الميناء.").events
    assert [event.actor.text for event in found if event.actor] == ["القوات"]
