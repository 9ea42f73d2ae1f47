"""Arabic event words in their sentences: noun or verb, doer and victim, means, status words, and words that are no event."""

from __future__ import annotations

from typing import Any

import pytest

import khabar
from khabar.languages.ar.events.finding import RULES
from khabar.languages.ar.lists.events import bare, event_verbs, modals

PUBLISHED = "2022-01-07"


def events(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = khabar.read(text, published=PUBLISHED).to_dict()["events"]
    return found


def told(event: dict[str, Any], party: str) -> str | None:
    return event[party]["text"] if event[party] else None


# ---------------------------------------------------------------- noun or verb


@pytest.mark.parametrize(
    ("sentence", "trigger", "rule"),
    [
        ("قصف الجيش مواقع المسلحين شمال المدينة.", "قصف", "act_verb_with_party"),
        ("أدى قصف على الحي إلى انقطاع الماء.", "قصف", "act_noun"),
        ("اعتقلت الشرطة ثلاثة رجال.", "اعتقلت", "act_verb"),
        ("أثار اعتقال الصحافي غضب زملائه.", "اعتقال", "act_noun"),
    ],
)
def test_a_word_is_noun_or_verb_by_its_place(sentence: str, trigger: str, rule: str) -> None:
    (event,) = events(sentence)
    assert event["trigger"]["text"] == trigger
    assert event["rule"].endswith("." + rule)


def test_the_trigger_is_cut_clean_of_particles() -> None:
    text = "وقع هجوم على الجسر قتل فيه 3 جنود.\nندد المجلس بالهجوم وبالاعتقالات في بلدة الزيتون."
    for event in events(text):
        start, end = event["trigger"]["start"], event["trigger"]["end"]
        assert text[start:end] == event["trigger"]["text"]
        assert event["id"] == f"e{start}-{end}"
    assert [e["trigger"]["text"] for e in events(text)] == ["هجوم", "الهجوم", "الاعتقالات"]


@pytest.mark.parametrize(
    "sentence",
    [
        "ولو هاجم المسلحون البلدة لردت القوات.",
        "وقال إن ذلك لا يغير شيئاً حتى لو تظاهر مليون شخص.",
        "ولو أن الحشود اقتحمت المبنى لسقط ضحايا.",
        "ومنذ ثورة 17 آذار تغيرت البلاد.",
        "ورشت البلدية مادة لقتل البعوض والفئران.",
        "وحضر العزاء قائد دوريات الطرق ومدير المرور.",
        "والتقى الوفد السكان في مقاطعة «ليانورا» شمال البلاد.",
    ],
)
def test_what_did_not_happen_and_what_only_names_an_age_or_a_county_is_no_event(sentence: str) -> None:
    assert not [e for e in events(sentence) if e["type"] != "CONSULT"]
    assert not khabar.read(sentence, published=PUBLISHED).figures


@pytest.mark.parametrize(
    "sentence",
    [
        "وتفرقت مسيرة آلاف المتظاهرين التي كانت مقررة اليوم.",
        "ومنعت الشرطة مسيرة العمال التي كان مخططا لها في الساحة.",
    ],
)
def test_a_march_that_had_been_planned_is_planned(sentence: str) -> None:
    assert {e["status"] for e in events(sentence) if e["type"] == "PROTEST"} == {"planned"}


@pytest.mark.parametrize(
    "sentence", ["أصيب سبعة زوار بتسمم غذائي في ألماتي.", "أصيب ثلاثة عمال إثر سقوط رافعة في ألماتي."]
)
def test_who_was_hurt_by_food_or_by_a_crane_was_not_attacked(sentence: str) -> None:
    assert [e["type"] for e in events(sentence)] == ["ACCIDENT"]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("رفعت السلطات حظر التجول في ألماتي.", "RETREAT"),
        ("أوقف الجيش إطلاق النار في ألماتي أمس.", "RETREAT"),
        ("وزعت المنظمة مساعدات على النازحين.", "AID"),
        ("ودفعت وزارة الدفاع بتعزيزات إلى الحدود.", "MOBILIZE"),
        ("وسلم المسلحون أسلحتهم للجيش.", "RETREAT"),
        ("فرضت السلطات حظر التجول في ألماتي.", "COERCE"),
        ("وشنت الشرطة حملة اعتقالات في ألماتي.", "COERCE"),
    ],
)
def test_the_verb_tells_what_was_done_with_what_its_object_names(sentence: str, kind: str) -> None:
    assert [e["type"] for e in events(sentence)] == [kind]


# ---------------------------------------------------------------- doer and victim


@pytest.mark.parametrize(
    ("sentence", "actor", "target"),
    [
        ("شن مسلحون هجوماً على حاجز للجيش.", "مسلحون", "حاجز للجيش"),
        ("استهدفت غارة إسرائيلية مخزناً قرب دمشق.", "إسرائيل", None),
        ("قُتل 7 جنود في هجوم نفذه مسلحون قرب الحدود.", "مسلحون", "7 جنود"),
        ("تعرضت قافلة للجيش لهجوم قرب الجسر.", None, "قافلة للجيش"),
        ("اغتيل القاضي على يد مجهولين.", "مجهولين", "القاضي"),
        ("دارت اشتباكات بين الجيش والمسلحين.", "الجيش", "المسلحين"),
        ("استقال رئيس البلدية.", "رئيس البلدية", None),
    ],
)
def test_doer_and_victim(sentence: str, actor: str | None, target: str | None) -> None:
    event = events(sentence)[0]
    assert told(event, "actor") == actor
    if target is not None:
        assert told(event, "target") == target


def test_no_doer_is_made_up() -> None:
    (event,) = events("وقع انفجار في سوق المدينة.")
    assert event["actor"] is None


def test_the_means_is_kept_as_written_and_names_the_kind() -> None:
    (event,) = events("وقع هجوم بصواريخ على القاعدة.")
    assert event["method"]["text"] == "صواريخ"
    assert event["subtype"] == "shelling"


# ---------------------------------------------------------------- status


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("وقع هجوم على القرية أمس.", "reported"),
        ("حذر الوزير من هجوم على السد.", "possible"),
        ("دعت المنظمة إلى هدنة في المدينة.", "called_for"),
        ("أمر الرئيس باعتقال الضباط.", "ordered"),
        ("نفى الجيش قصف المستشفى.", "denied"),
        ("رفضت الحكومة التفاوض مع المسلحين.", "refused"),
        ("هددت الجماعة بقصف المطار.", "threatened"),
        ("يلتقي الوزيران غداً، وستجرى الانتخابات المقررة في مارس المقبل.", "planned"),
        ("وسط مخاوف من هجوم جديد على البلدة.", "possible"),
    ],
)
def test_status(sentence: str, status: str) -> None:
    assert events(sentence)[-1]["status"] == status


def test_what_a_call_only_refers_to_has_happened() -> None:
    """Talks are called for; the attack they come after is reported."""
    text = "قتل 12 شخصاً حين هاجم مسلحون بلدة الزيتون بالقذائف.\nدعت المنظمة إلى محادثات عاجلة بعد هجوم دام على البلدة."
    assert [(e["type"], e["status"]) for e in events(text)[-2:]] == [("CONSULT", "called_for"), ("ASSAULT", "reported")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("تحدث الكاتب عن الاغتيالات في تاريخ المدينة وعن أثر الحروب في الرواية الحديثة.", 0),
        ("احتل سهم الشركة المرتبة الأولى من حيث التداول، وهاجم المدير سياسة المنافسين.", 0),
        ("قتل 14 شخصاً وأصيب عشرات آخرون في تفجير انتحاري بسيارة مفخخة قرب سوق في كابل أمس.", 1),
        ("مسلحون يقتحمون مبنى البلدية.", 1),
    ],
)
def test_talk_of_violence_is_no_event(text: str, told: int) -> None:
    """Violence that a text speaks of happened nowhere in it; one act told with its victims and means did."""
    assert len([e for e in events(text) if e["type"] == "ASSAULT"]) == told


# ---------------------------------------------------------------- no event


@pytest.mark.parametrize(
    "sentence",
    [
        "دعا الأمين العام إلى ضبط النفس.",
        "قال وزير الدفاع إن الميزانية كافية.",
        "تعمل هيئة مكافحة الإرهاب في العاصمة.",
        "كان رد الفعل هادئاً.",
        "نشر حسابه على مواقع التواصل الاجتماعي صورة.",
        "قال جيش الاحتلال إن الطريق مفتوح.",
        "حكم الرئيس صدام حسين البلاد سنوات.",
        "أثار الكتاب عاصفة من الجدل.",
    ],
)
def test_names_aims_and_figures_of_speech_are_no_events(sentence: str) -> None:
    assert events(sentence) == []


# ---------------------------------------------------------------- the lists


def test_every_kind_of_event_has_words() -> None:
    types = {tail.word.type for tails in event_verbs().values() for tail in tails}
    assert {"ASSAULT", "PROTEST", "COERCE", "MOBILIZE", "RETREAT", "AID", "CONSULT", "AGREE", "OFFICE"} <= types


def test_status_wordings_are_tried_longest_first() -> None:
    for options in modals().values():
        lengths = [len(option.words) for option in options]
        assert lengths == sorted(lengths, reverse=True)


def test_bare_cuts_the_article_only() -> None:
    assert bare("الهجوم") == "هجوم"
    assert bare("الي") == "الي"


def test_rules_have_their_own_names() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES) >= 10
