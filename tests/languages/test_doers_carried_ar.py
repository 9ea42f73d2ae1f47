"""Doers of an act that another verb of its clause carries: whoever tries, plans, hurries or goes on to do it does it."""

from __future__ import annotations

import pytest

import khabar
from who_to_whom import event_of, parties, roles


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
        ("اتهمت المعارضة الحكومة باغتيالها القاضي سالم النوري.", "اغتيالها", "الحكومة"),
        ("سيسمح الاتفاق بانسحاب القوات وضمان عودة المدنيين إلى تاراز.", "انسحاب", "القوات"),
        ("استدعت الخارجية السفير النرلندي في تاراز.", "استدعت", "الخارجية"),
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


@pytest.mark.parametrize(
    ("sentence", "trigger", "doer"),
    [
        # Whoever comes in order to do it; not who sends others.
        ("تدخلت الشرطة لتفريق المتظاهرين في ألماتي.", "تفريق", "الشرطة"),
        ("انتشرت قوات الأمن لاعتقال المشتبه بهم في تاراز.", "اعتقال", "قوات الأمن"),
        ("وصل الوزير إلى ألماتي لتوقيع اتفاق مع الحكومة النرلندية.", "توقيع", "الوزير"),
        ("أرسلت الحكومة فرقاً لإجلاء السكان من تاراز.", "إجلاء", None),
        ("بحث الوفد مسودة لوقف إطلاق النار في تاراز.", "وقف", None),
        # Whoever is driven, helped or allowed to do it.
        ("أجبر المسلحون السكان على إخلاء منازلهم في تاراز.", "إخلاء", "السكان"),
        ("ساعد الجنود السكان على إخماد الحريق في تاراز.", "إخماد", "السكان"),
        ("سمحت الحكومة لشيوخ القبائل بالتفاوض مع المسلحين في تاراز.", "التفاوض", "شيوخ القبائل"),
        ("أجبرهم المسلحون على إخلاء منازلهم في تاراز.", "إخلاء", None),
        # Between a noun of carrying out and the act; a number counts the act.
        ("أصيب ثلاثة جنود بعد تنفيذ شاب عملية دهس في تاراز.", "عملية", "شاب"),
        ("أصيب ثلاثة جنود بعد تنفيذ 35 غارة على تاراز.", "غارة", None),
    ],
)
def test_who_comes_or_is_made_to_do_it(sentence: str, trigger: str, doer: str | None) -> None:
    assert roles(sentence, trigger)[0] == doer


@pytest.mark.parametrize(
    ("sentence", "trigger", "doer"),
    [
        ("أوقفت الشرطة رجلين يشتبه في ضلوعهما في تفجير محطة تاراز.", "تفجير", "رجلين"),
        ("اعتقلت الشرطة أربعة أشخاص يشتبه بتورطهم في الهجوم على سوق تاراز.", "الهجوم", "أربعة أشخاص"),
        ("نقلت الشرطة الجناة الضالعين في الهجوم على سوق تاراز.", "الهجوم", "الجناة الضالعين"),
        ("أدان الوزير الهجوم على سوق تاراز.", "الهجوم", None),
    ],
)
def test_who_is_held_for_an_act(sentence: str, trigger: str, doer: str | None) -> None:
    event = event_of(sentence, trigger)
    assert parties(event)[0] == doer
    assert doer is None or (event.actor is not None and event.actor.basis == "alleged")


@pytest.mark.parametrize(
    ("sentence", "trigger", "doer"),
    [
        ("أعلنت الحكومة فتح تحقيق في تاراز، مؤكدة اعتقال خمسة ضباط.", "اعتقال", "الحكومة"),
        ("أفادت الحكومة باعتقال خمسة ضباط في تاراز.", "اعتقال", "الحكومة"),
        ("أعلنت وزارة الداخلية في ألماتي، عن توقيف ثلاثة رجال.", "توقيف", "وزارة الداخلية في ألماتي"),
        ("أفادت النقابة باعتقال خمسة ضباط في تاراز.", "اعتقال", None),
        ("أعلن الحزب فتح مقر في تاراز، مؤكداً اعتقال خمسة من أعضائه.", "اعتقال", None),
    ],
)
def test_who_announces_an_act_of_its_own(sentence: str, trigger: str, doer: str | None) -> None:
    assert roles(sentence, trigger)[0] == doer


@pytest.mark.parametrize(
    ("sentence", "trigger", "victim"),
    [
        ("داهمت الشرطة منزل خالد زيدون في تاراز واعتقلته.", "اعتقلته", "خالد زيدون"),
        ("اقتحم المسلحون بيت الصحفي وخطفوه في تاراز.", "خطفوه", "الصحفي"),
        ("دخل الجيش بلدة تاراز وقصفها.", "قصفها", "تاراز"),
    ],
)
def test_whom_a_pronoun_takes_up(sentence: str, trigger: str, victim: str | None) -> None:
    assert roles(sentence, trigger)[1] == victim


@pytest.mark.parametrize(
    ("sentence", "trigger", "doer"),
    [
        ("أعلن الرئيس حالة الطوارئ في ألماتي.", "حالة", "الرئيس"),
        ("أعلنت السلطات حظر التجول في ألماتي.", "حظر", "السلطات"),
        ("ذكرت الصحيفة أن حالة الطوارئ أعلنت في ألماتي.", "حالة", None),
        ("أحبط خفر السواحل عملية تهريب أسلحة قرب تاراز.", "أحبط", "خفر السواحل"),
        ("سلطات ألماتي قطعت الاتصالات والإنترنت عن المدينة.", "قطعت", "سلطات ألماتي"),
    ],
)
def test_who_lays_down_what_is_declared(sentence: str, trigger: str, doer: str | None) -> None:
    assert roles(sentence, trigger)[0] == doer


@pytest.mark.parametrize(
    ("sentence", "kind", "place"),
    [
        ("نشرت روسيا قوات على الحدود مع كازاخستان.", "MOBILIZE", "Kazakhstan"),
        ("نفذ ضباط انقلاباً عسكرياً في ألماتي.", "ASSAULT", "Almaty"),
        ("أغلق محتجون الطريق الرئيسي في ألماتي.", "PROTEST", "Almaty"),
        ("أغلقت الشرطة الطريق الرئيسي في ألماتي.", "COERCE", "Almaty"),
        ("اعترض خفر السواحل قارباً قبالة تاراز.", "COERCE", "Taraz"),
    ],
)
def test_of_what_kind_it_is_and_where(sentence: str, kind: str, place: str) -> None:
    event = khabar.read(sentence + "\nقُتل جندي في هجوم على السدر أمس.\n", published="2022-01-06").events[0]
    assert (event.type, event.place and event.place.name) == (kind, place)


@pytest.mark.parametrize(
    ("sentence", "trigger", "doer", "victim"),
    [
        ("هاجم عشرون مسلحاً ثكنة في تاراز.", "هاجم", "عشرون مسلحاً", "ثكنة"),
        ("خطف ثلاثون مسلحا مهندسا في تاراز.", "خطف", "ثلاثون مسلحا", "مهندسا"),
        ("سلم عشرون مقاتلا أنفسهم للجيش في تاراز.", "سلم", "عشرون مقاتلا", None),
        ("سلم خمسة من قادة الجماعة أنفسهم للشرطة في تاراز.", "سلم", "خمسة من قادة الجماعة", None),
        ("توصلت القبيلة إلى هدنة مع الجيش في تاراز.", "هدنة", "القبيلة", None),
        ("مددت السلطات حالة الطوارئ في ألماتي.", "حالة", "السلطات", None),
        ("وقعت الحكومة والمتمردون اتفاق سلام في ألماتي.", "اتفاق", "الحكومة والمتمردون", None),
        ("وقعت اشتباكات بين الجيش ومسلحين في تاراز.", "اشتباكات", "الجيش", "مسلحين في تاراز"),
    ],
)
def test_a_number_keeps_whom_it_counts(sentence: str, trigger: str, doer: str, victim: str | None) -> None:
    assert roles(sentence, trigger) == (doer, victim)
