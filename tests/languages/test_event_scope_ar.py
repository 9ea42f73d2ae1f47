"""What did not happen, and what only may: words that govern an event from farther off."""

from __future__ import annotations

from typing import Any

import pytest

from khabar import languages
from khabar.reading.mentions import mentions
from khabar.text.page import page


def told(text: str) -> list[tuple[str, Any]]:
    """Trigger and status of the acts of a text, as its own words tell them; None: as having happened."""
    pack = languages.load("ar")
    drafts = [draft for found in mentions(page(text)) for draft in pack.events(found.sentence)]
    return [(text[d.trigger[0] : d.trigger[1]], d.status) for d in drafts if not d.outcome]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("لم تشهد المدينة أي اشتباكات أمس.", [("اشتباكات", "denied")]),
        ("ولم يشهد الإقليم هجمات هذا العام.", [("هجمات", "denied")]),
        ("لم تنفذ القوات أي غارات أو عمليات قصف.", [("غارات", "denied"), ("قصف", "denied")]),
        ("لم يتعرض أحد لهجوم.", [("هجوم", "denied")]),
        ("مرت الليلة دون أن تقع اشتباكات.", [("اشتباكات", "denied")]),
        ("وصلوا إلى الساحة من دون أن يطلق الجيش النار.", [("يطلق", "denied")]),
        ("لا اشتباكات في المدينة.", [("اشتباكات", "denied")]),
        ("لن يشارك الجيش في أي قتال.", [("قتال", "refused")]),
        ("الحريق ليس نتيجة قصف.", [("الحريق", None), ("قصف", "denied")]),
        ("لم يكن الانفجار نتيجة هجوم.", [("الانفجار", None), ("هجوم", "denied")]),
        ("تجنب المجلس فرض عقوبات على الشركة.", [("فرض", "refused")]),
        ("تراجع الوزير عن فتح جبهة جديدة.", [("فتح", "refused")]),
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
        ("وعجز المجلس عن وقف القصف.", [("القصف", None)]),
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
