"""Which of its senses an event word has, by who does it, to what, and what was named before."""

from __future__ import annotations

from typing import Any

import pytest

import khabar
from event_drafts import drafts
from khabar.record import Event


def told(text: str) -> list[tuple[str, str, Any]]:
    """Trigger, type and kind of all acts of a text, as its own words tell them."""
    return [(text[d.trigger[0] : d.trigger[1]], d.type, d.subtype) for d in drafts(text)]


def events(text: str) -> list[Event]:
    """The events of a report of Friday, 7 January 2022."""
    return khabar.read(text, published="2022-01-07").events


@pytest.mark.parametrize(
    ("text", "kind", "subtype"),
    [
        ("اقتحم عدد من جنود الاحتلال بلدة السدر فجراً.", "COERCE", "raid"),
        ("قوات كبيرة من الجيش الجنوبي تقتحم مدينة السدر.", "ASSAULT", "attack"),
        ("قوات كبيرة من الجيش الجنوبي تقتحم بلدة السدر.", "COERCE", "raid"),
        ("قوات مكافحة المسلحين تقتحم بلدة السدر.", "COERCE", "raid"),
        ("قال السكان إن الشرطة اقتحمت مدرسة النخيل.", "COERCE", "raid"),
        ("داهم مستوطنون خيام الرعاة قرب السدر.", "ASSAULT", "attack"),
        ("داهم مسلحون فندق السدر.", "ASSAULT", "attack"),
        ("اقتحم متمردون مدينة السدر.", "ASSAULT", "attack"),
        ("اقتحمت قوات المعارضة بلدة السدر.", "ASSAULT", "attack"),
        ("اقتحم الجيش معسكر المتمردين في السدر.", "ASSAULT", "attack"),
    ],
)
def test_storming_is_a_raid_or_an_attack_by_who_does_it(text: str, kind: str, subtype: str) -> None:
    assert [(type_, how) for _, type_, how in told(text)] == [(kind, subtype)]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("تعقد محكمة عسكرية الأحد جلسة للناشط سالم الوردي.", ("جلسة", "COERCE", "trial")),
        ("عقدت المحكمة العليا جلسة للنظر في الطعون.", ("جلسة", "COERCE", "trial")),
        ("عقد البرلمان جلسة طارئة بعد قرار المحكمة.", ("جلسة", "CONSULT", None)),
        ("إن حافلة كانت تقل عمالاً انقلبت على طريق جبلي قرب السدر.", ("انقلبت", "ACCIDENT", None)),
        ("انقلبت شاحنة على جانبها في السدر.", ("انقلبت", "ACCIDENT", None)),
        ("قال خفر السواحل إن الزورق انقلب بسبب الأمواج.", ("انقلب", "ACCIDENT", None)),
        ("انقلب الضباط على الرئيس.", ("انقلب", "ASSAULT", None)),
        ("قال الناجي إن القارب كان يقل ثلاثين شخصاً ساعة غرقه.", ("غرقه", "ACCIDENT", None)),
        ("فقدت الطائرة الاتصال بالبرج قبل تحطمها.", ("تحطمها", "ACCIDENT", None)),
        ("أجرى الجيش تدريبات بالذخيرة الحية قرب السدر.", ("تدريبات", "MOBILIZE", None)),
        ("نال المعتقل سالم الوردي حريته بعد ست سنوات.", ("نال", "RETREAT", None)),
        ("وقع الملك مرسوماً بإنشاء الهيئة.", ("وقع", "AGREE", None)),
        ("اخترقت طائرة حربية المجال الجوي الشمالي.", ("اخترقت", "MOBILIZE", None)),
        ("أوقفت الدولة الجارة إمدادات الغاز أمس.", ("أوقفت", "SANCTION", None)),
        ("نفذت القوات الأمنية عملية تفتيش في قرى السدر.", ("عملية", "COERCE", "raid")),
        ("عمل رجال الإطفاء على إخراج السكان من تحت الأنقاض.", ("إخراج", "AID", None)),
        ("أرسلت الوزارة ثلاثين سيارة إسعاف إلى السدر.", ("أرسلت", "AID", None)),
        ("تواصل الكتائب التصدي للقوات المتوغلة.", ("التصدي", "ASSAULT", "armed_clash")),
        ("طالب الوزير برفع الحركة من قائمة الإرهاب.", ("رفع", "RETREAT", None)),
        ("قالت الجمعية إن القواعد التي أقرتها الحكومة تقيد السفر.", ("أقرتها", "AGREE", None)),
        ("عدل المجلس المبادرة التي أقرتها قمة السدر.", ("أقرتها", "AGREE", None)),
        ("صدر عن القصر أمس مرسوم بحل الهيئة.", ("صدر", "AGREE", None)),
        ("سقطت الصواريخ التي أطلقها الجيش صباح الأحد في البحر.", ("أطلقها", "ASSAULT", "shelling")),
        ("أزال العمال الألغام التي زرعها المتمردون في السدر.", ("زرعها", "ASSAULT", "explosive")),
        ("أعلنت الجماعة إطلاق أكثر من 20 صاروخاً على السدر.", ("إطلاق", "ASSAULT", "shelling")),
        ("تم إرسال نحو 50 فريق إسعاف إلى السدر.", ("إرسال", "AID", None)),
        ("وتوقع القائد التقدم نحو نواكشوط، وقال إن قواته قريبة.", ("التقدم", "MOBILIZE", None)),
        ("أفشل المقاتلون تحركات للجيش غرب السدر.", ("تحركات", "MOBILIZE", None)),
        ("أكدت النائبة أنه يمكن التوصل لاتفاق.", ("التوصل", "AGREE", None)),
    ],
)
def test_a_word_has_the_sense_of_its_company(text: str, event: tuple[str, str, Any]) -> None:
    assert event in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "بدأ الفريق تدريبات صيفية في السدر.",
        "بدأ الفريق تدريبات صباحية في حي السدر.",
        "أعلن المصرف إجراءات استثنائية للمودعين في السدر.",
        "طالب النائب برفع الكتاب من قائمة المراجع.",
        "قال التاجر إن غرقه في الديون دفعه إلى البيع.",
        "نفذت البلدية حملة تفتيش على المطاعم.",
        "أدان المرصد قرار الوزير.",
        "أقر الوزير بأن الخطة تعثرت.",
        "قالت النائبة إن قطع الماء يعد عقوبة جماعية.",
        "تدربت فرق إطفاء وإنقاذ الدفاع المدني في السدر.",
        "تم اقتحام المبنى على يد رجال الإطفاء.",
        "انتزع الأسيران سالم الوردي ورامي النوري من السدر شمال شرق العاصمة أمس حريتهما.",
    ],
)
def test_other_company_tells_none(text: str) -> None:
    assert told(text) == []


def test_the_place_of_an_incident_is_no_telling_of_it() -> None:
    text = "أطلق مسلحون النار على حارس في السدر.\nوقال شاهد من مكان الحادث إن الشرطة أغلقت الحي."
    assert [event.trigger.text for event in events(text)] == ["أطلق", "أغلقت"]


def test_who_died_in_a_crash_of_a_military_plane_is_told_with_it() -> None:
    (event,) = events("قتل أربعة جنود في حادث تحطم مروحية عسكرية في السدر.")
    assert (event.trigger.text, event.type) == ("تحطم", "ACCIDENT")


def test_a_noun_behind_that_is_no_verb() -> None:
    (draft,) = drafts('قال القائد إنّ "قصف المدن لن يوقفنا".')
    assert draft.kind == "noun"


def test_what_a_pronoun_takes_up_is_the_means_and_no_victim() -> None:
    (draft,) = drafts("قال الوزير إن الصواريخ التي أطلقها الجيش الشمالي على ميناء السدر كثيرة.")
    assert draft.actor is not None
    assert draft.target is not None
    assert (draft.actor.name, draft.target.name) == ("الجيش الشمالي", "ميناء السدر")


def test_attacks_among_others_of_their_kind_are_told_with_them() -> None:
    text = "أودت أربعة تفجيرات بينها هجوم انتحاري بحياة عشرين شخصاً في السدر."
    assert [event.trigger.text for event in events(text)] == ["تفجيرات"]


def test_a_truce_that_is_agreed_on_with_somebody_is_the_agreement() -> None:
    assert [event.type for event in events("وقعت الجبهة اتفاقاً مع القبائل لوقف إطلاق النار سنة 2020.")] == ["AGREE"]


def test_who_died_in_the_taking_of_hostages_is_told_with_it() -> None:
    (event,) = events("قتل 12 شخصاً في عملية احتجاز رهائن في فندق في السدر.")
    assert (event.trigger.text, event.subtype) == ("احتجاز", "abduction")


def test_the_country_whose_airspace_is_violated_did_not_do_it() -> None:
    (event,) = events("حدث انتهاك للمجال الجوي الفنلندي بواسطة مسيرة.")
    assert event.actor is None
    assert event.target is not None
    assert event.target.text == "فنلندا"
