"""What did not happen, and what only may: words that govern an event from farther off."""

from __future__ import annotations

from typing import Any

import pytest

import khabar
from event_drafts import drafts


def told(text: str) -> list[tuple[str, Any]]:
    """Trigger and status of the acts of a text, as its own words tell them; None: as having happened."""
    return [(text[d.trigger[0] : d.trigger[1]], d.status) for d in drafts(text) if not d.outcome]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("لم تشهد المدينة أي اشتباكات أمس.", [("اشتباكات", "denied")]),
        ("ولم يشهد الإقليم هجمات هذا العام.", [("هجمات", "denied")]),
        ("لم تنفذ القوات أي غارات أو عمليات قصف.", [("غارات", "denied"), ("قصف", "denied")]),
        ("لم يتعرض أحد لهجوم.", [("هجوم", "denied")]),
        ("مرت الليلة دون أن تقع اشتباكات.", [("اشتباكات", "denied")]),
        ("وصلوا إلى الساحة من دون أن يطلق الجيش النار.", [("يطلق", "denied")]),
        ("دوت صفارات الإنذار قبل أن تقصف الطائرات المدينة.", [("دوت", None), ("تقصف", None)]),
        ("لا اشتباكات في المدينة.", [("اشتباكات", "denied")]),
        ("لن يشارك الجيش في أي قتال.", [("قتال", "refused")]),
        ("الحريق ليس نتيجة قصف.", [("الحريق", None), ("قصف", "denied")]),
        ("لم يكن الانفجار نتيجة هجوم.", [("الانفجار", None), ("هجوم", "denied")]),
        ("تجنب المجلس فرض عقوبات على الشركة.", [("فرض", "refused")]),
        ("تراجع الوزير عن فتح جبهة جديدة.", [("فتح", "refused")]),
        ("لم يحسم الجيش بعد السيطرة على المدينة.", [("السيطرة", "denied")]),
        ("أمر الوالي بالهجوم بلا إنذار ولا تفاوض مع الخاطفين.", [("الهجوم", "ordered"), ("تفاوض", "refused")]),
        ("بدلا من قصف المدينة، حاصرها الجيش.", [("قصف", "denied"), ("حاصرها", None)]),
    ],
)
def test_what_did_not_happen_is_not_told_as_fact(text: str, events: list[tuple[str, Any]]) -> None:
    assert told(text) == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("لم يصب أحد في الهجوم.", [("الهجوم", None)]),
        ("لم يقتل أحد في غارة على المخزن.", [("غارة", None)]),
        ("لم يسفر الهجوم عن إصابات.", [("الهجوم", None)]),
        ("لم تشهد المدينة سوى اشتباكات محدودة.", [("اشتباكات", None)]),
        ("ليست هذه أول هجمات على السوق.", [("هجمات", None)]),
        ("وعجز المجلس عن إدانة القصف.", [("القصف", None)]),
        ("القرية لم تتعرض لهجوم فحسب وإنما هجرت أيضا.", [("هجوم", None)]),
    ],
)
def test_what_is_known_is_told_all_the_same(text: str, events: list[tuple[str, Any]]) -> None:
    assert told(text) == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "في حال رفض الحزب تأجيل القانون، وانسحب من الحكومة، فإن الرئيس سيستقيل.",
            [("انسحب", "possible"), ("سيستقيل", "planned")],
        ),
        ("إذا اعترضت المدينة وأشعلت اضطرابات في الإقليم فسيعود الحزب.", [("اضطرابات", "possible")]),
        ("الحكومة غير قادرة على وقف الحرب.", [("وقف", "possible")]),
        ("من المستحيل إجلاء السكان من البلدة.", [("إجلاء", "possible")]),
        ("كاد الحديث أن يتحول إلى اشتباك.", [("اشتباك", "possible")]),
        ("ستتصدى الفرقة لأي اعتداء على الميناء.", [("اعتداء", "possible")]),
        ("لم يبدأ الهجوم بعد.", [("الهجوم", "planned")]),
        ("قرر القائد تأجيل الهجوم على البلدة.", [("الهجوم", "planned")]),
    ],
)
def test_what_may_happen_is_possible(text: str, events: list[tuple[str, Any]]) -> None:
    assert told(text) == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("هل شنت المليشيا هجوما على القرية؟", [("هجوما", "possible")]),
        ("انقلاب في القصر؟", [("انقلاب", "possible")]),
        ("الجيش يقصف السوق؟", [("يقصف", "possible")]),
        ("هل تقف الحكومة وراء اغتيال النائب؟", [("اغتيال", None)]),
        ("كيف وقع الهجوم؟", [("الهجوم", None)]),
    ],
)
def test_a_question_tells_nothing_but_what_it_takes_as_known(text: str, events: list[tuple[str, Any]]) -> None:
    assert told(text) == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("تتواصل مفاوضات وقف إطلاق النار.", [("مفاوضات", None), ("وقف", "possible")]),
        ("قدم الوسطاء مقترحا لوقف إطلاق النار وإطلاق سراح الأسرى.", [("وقف", "possible"), ("إطلاق", "possible")]),
        ("تشمل الورقة الإفراج عن الأسرى.", [("الإفراج", "planned")]),
        ("ينص الاتفاق على انسحاب القوات من البلدة.", [("الاتفاق", None), ("انسحاب", "planned")]),
        ("يشترط المتمردون انسحاب الجيش.", [("انسحاب", "called_for")]),
        ("طالبوا بوقف فوري لإطلاق النار.", [("وقف", "called_for")]),
        ("فشلت المحادثات في التوصل إلى هدنة.", [("المحادثات", None), ("هدنة", "denied")]),
        ("دخل وقف إطلاق النار حيز التنفيذ أمس.", [("وقف", None)]),
        ("أدت المفاوضات إلى انسحاب القوات.", [("المفاوضات", None), ("انسحاب", None)]),
        ("جرت محادثات بعد غارة على المخزن.", [("محادثات", None), ("غارة", None)]),
        ("ستشهد الساعات المقبلة تنفيذ المرحلة الأولى من عملية تحرير الوادي.", [("تحرير", "planned")]),
        ("اجتمعوا تمهيدا لتنفيذ المرحلة الأولى من عملية تحرير الميناء.", [("اجتمعوا", None), ("تحرير", "planned")]),
        ("سنعمل على محاكمتهم أمام المحكمة.", [("محاكمتهم", "planned")]),
    ],
)
def test_what_is_talked_about_is_still_to_come(text: str, events: list[tuple[str, Any]]) -> None:
    assert told(text) == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("أعلنت الدولة إحباط محاولة انقلابية.", [("إحباط", None)]),
        ("حاول الرئيس حل البرلمان.", [("حل", "planned")]),
        ("نجا الوزير من محاولة اغتيال.", [("محاولة", None)]),
        ("نجت الحكومة من تصويت على حجب الثقة.", [("حجب", "possible")]),
        ("انطلقت حملة لكسر الحصار عن المدينة.", [("كسر", "planned")]),
        ("أدى الضغط لكسر الحصار عن المدينة.", [("كسر", None)]),
        ("نشر الحزب مشاهد لاستهداف موقع عسكري.", [("استهداف", None)]),
        ("إلى متى يمكن أن تستمر المعركة؟", [("المعركة", None)]),
        ("بدأ الاستعداد للمناورات الواسعة المقبلة.", [("لمناورات", "planned")]),
        ("عرضت الحكومة على الجارة تقديم المساعدة.", [("تقديم", "planned")]),
    ],
)
def test_what_was_tried_or_aimed_at_did_not_come_yet(text: str, events: list[tuple[str, Any]]) -> None:
    assert told(text) == events


@pytest.mark.parametrize("text", ["الخطوة بمثابة انقلاب على الدستور.", "كان المشهد أشبه بمعركة في وسط المدينة."])
def test_what_is_only_like_an_act_is_none(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("شاركت 6 مقاتلات في الغارة على المخزن.", []),
        ("أقلعت أربع مقاتلات روسية من القاعدة.", []),
        ("أسقط الدفاع الجوي مقاتلتين فوق البحر.", []),
        ("قتلت ثلاث مقاتلات كرديات في القصف.", ["ثلاث"]),
        ("استشهدت مقاتلة من وحدات السدر.", ["مقاتلة"]),
        ("قتل 12 مقاتلا في الغارة.", ["12"]),
    ],
)
def test_planes_are_no_women_who_fight(text: str, people: list[str]) -> None:
    assert [figure.text for figure in khabar.read(text, published="2022-01-07").figures] == people


def test_a_plane_that_falls_on_a_market_is_an_accident() -> None:
    assert told("سقطت مقاتلة على سوق في بلدة النخيل.") == [("سقطت", None)]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("نفت الحركة مسؤوليتها عن الهجوم.", [("الهجوم", None)]),
        ("نفت الحركة تورطها في الهجوم.", [("الهجوم", None)]),
        ("نفى المتحدث علاقة الجيش بالقصف.", [("القصف", None)]),
        ("وتعهد بالرد على الهجوم.", [("الهجوم", None)]),
        ("نفى الجيش وقوع قصف على القرية.", [("قصف", "denied")]),
        ("ليس لدينا نية لمهاجمة أحد.", [("مهاجمة", "refused")]),
        ("وحال الحراس دون اندلاع اشتباكات.", [("اندلاع", "denied")]),
        ("لم تستبعد الوزارة فرض عقوبات.", [("فرض", "possible")]),
        ("عبر رفضه استبعاد إرسال قوات إلى البلاد.", [("إرسال", "possible")]),
        ("لن تقبل الحركة أي مفاوضات.", [("مفاوضات", "refused")]),
        ("الاتفاق مع الشركة سيكون له أثر.", [("الاتفاق", None)]),
        ("في غياب حوار بين الطرفين يتدهور العمل.", [("حوار", "denied")]),
        ("وسيستغل الحرب على الحزب لاستقطاب الناخبين.", [("الحرب", None)]),
    ],
)
def test_a_part_in_an_act_is_denied_not_the_act(text: str, events: list[tuple[str, Any]]) -> None:
    assert told(text) == events


@pytest.mark.parametrize("text", ["لم يعلن التنظيم مسؤوليته عن الهجوم.", "هل نفذت جماعة السدر الهجوم؟"])
def test_nobody_is_named_by_a_question_or_by_what_nobody_owned(text: str) -> None:
    assert [event.actor for event in khabar.read(f"وقع هجوم في النخيل أمس.\n{text}").events] == [None, None]


@pytest.mark.parametrize(
    "text",
    [
        "تشهد البلاد انفجارا في الأسعار.",
        "تعرض الوزير لهجوم حاد من النواب.",
        "خاض الفريقان معركة شرسة على اللقب.",
        "اتهمت الدولة بانتهاك اتفاقية منع الإبادة الجماعية.",
        "نسقت خلية الإجلاء الرحلة.",
        "قال عالم الأوبئة في الجامعة إن المطر قريب.",
        "استخدم الجيش وسائل الحرب الإلكترونية.",
        "اتخذت الوزارة خطوة عملية لتنظيف الشاطئ.",
        "شجبت المنظمة إيقافها المساعدات الإنسانية.",
        "سأل المحقق عن مصادر تمويل الشركة.",
        "تناول الكتاب المسألة بكل أبعادها.",
        "قررت الشرطة عزل الطرق المؤدية إلى الموقع.",
    ],
)
def test_figures_of_speech_and_names_tell_no_event(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("تعتزم أسر ضحايا تحطم الطائرة مقاضاة الشركة.", "reported"),
        ("يعتزم البرلمان التحقيق في قصف المدرسة.", "reported"),
        ("صدر القرار بعدما صادقت عليه الحكومة وسيبقى سارياً حتى 26 فبراير 2023.", "reported"),
        ("نفى الحزب وقوع هجوم على السوق في السدر.", "denied"),
        ("تخطط الجماعة لشن هجوم على المطار.", "planned"),
        ("يتوجه الوزير غداً إلى السدر لحضور جنازة.", "planned"),
    ],
)
def test_plans_and_demands_about_what_was_done_leave_it_done(text: str, status: str) -> None:
    assert status in [event.status for event in khabar.read(text, published="2022-01-07").events][:1]


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("تستعد البلدية لإحياء ذكرى مجزرة السدر.", True),
        ("دعت المنظمة إلى محاسبة المسؤولين عن قصف السدر.", True),
        ("طالبت الأسرة بكشف ملابسات مقتل ابنها.", True),
        ("تعهد الوالي باعتقال منفذي الهجوم.", True),
        ("صادف أمس الذكرى الثالثة لاغتيال القائد سالم الدوري في السدر.", True),
        ("لم يحسبوا العواقب التي يمكن أن تنتج عن هذا الهجوم.", True),
        ("دعا الوالي إلى اعتقال المهربين.", False),
        ("يخطط الحزب لتنظيم مسيرة في السدر.", False),
    ],
)
def test_what_has_victims_or_authors_was_done(text: str, done: bool) -> None:
    assert drafts(text)[-1].done is done


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("غرقت امرأة مع اقتراب الإعصار من الجزيرة.", "reported"),
        ("تستعد الجزيرة لإعصار قوي غداً.", "possible"),
        ("حذرت الأرصاد من إعصار سيضرب الساحل الأحد.", "possible"),
    ],
)
def test_nobody_plans_a_storm(text: str, status: str) -> None:
    assert [e.status for e in khabar.read(text, published="2022-01-07").events if e.type == "DISASTER"] == [status]


def test_near_a_town_is_not_near_in_time() -> None:
    assert told("وقعت غارات قرب المدينة حيث تم تدمير تسعة مواقع.") == [("غارات", None), ("تدمير", None)]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("قالوا إنهم لن يرضوا إلا بإعدام القاتل.", [("إعدام", "called_for")]),
        ("لا نريد سوى انسحاب القوات من البلدة.", [("انسحاب", "called_for")]),
        ("لن نرضى بأقل من استقالة الوزير.", [("استقالة", "called_for")]),
        ("لم يفرج الخاطفون إلا عن طبيب واحد.", [("يفرج", None)]),
        (
            "تشمل المطالب إقالة الوزير ومحاكمة الضباط والإفراج عن المعتقلين.",
            [("إقالة", "called_for"), ("محاكمة", "called_for"), ("الإفراج", "called_for")],
        ),
        (
            "تتمحور المحادثات حول تبادل الأسرى وسحب القوات.",
            [("المحادثات", None), ("تبادل", "possible"), ("سحب", "possible")],
        ),
        ('قدمت مشروع قرار يطالب "الحكومة" بوقف القصف.', [("وقف", "called_for")]),
        ("نشر الحكم الذي أمرها بوقف القصف.", [("وقف", "ordered")]),
    ],
)
def test_what_is_asked_for_is_not_told_as_done(text: str, events: list[tuple[str, Any]]) -> None:
    assert told(text) == events
