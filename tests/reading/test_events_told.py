"""Which words of a report tell an event of their own, and which tellings are of one event."""

from __future__ import annotations

from typing import Any

import pytest

import khabar

PUBLISHED = "2022-01-07"


def events(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = khabar.read(text, published=PUBLISHED).to_dict()["events"]
    return found


def told(text: str) -> list[tuple[str, str, str]]:
    """Trigger, type and status of the events of a text."""
    return [(e["trigger"]["text"], e["type"], e["status"]) for e in events(text)]


def test_the_dead_that_are_announced_are_an_event() -> None:
    text = "ارتفع سعر الخبز.\nوأعلنت السلطات، الجمعة، مقتل 26 مسلحاً و18 من أفراد الأمن.\n"
    assert told(text) == [("مقتل", "ASSAULT", "reported")]


@pytest.mark.parametrize(
    "text",
    [
        "قالت الوزارة إن القوات قتلت 12 مسلحاً منذ بدء الاضطرابات.",
        "أعلنت الرئاسة أن عدد المعتقلين على خلفية الاضطرابات بلغ 300.",
        "90 قتيلاً في اضطرابات كازاخستان بحسب وزارة الصحة",
    ],
)
def test_unrest_is_told_with_its_toll(text: str) -> None:
    assert "PROTEST" in [e["type"] for e in events(text)]


def test_unrest_that_somebody_only_speaks_of_is_none() -> None:
    assert told("قال الوزير إن الاضطرابات تضر بالاقتصاد.") == []


def test_two_kinds_of_damage_in_a_sentence_are_two_events() -> None:
    text = "أوضح أن أكثر من مئة متجر تعرضت للنهب في السدر وأن نحو 400 مركبة دُمرت."
    assert [(e["subtype"], e["target"]["text"]) for e in events(text)] == [
        ("looting", "أكثر من مئة متجر"),
        ("destruction", "نحو 400 مركبة"),
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("لقي 18 شرطياً حتفهم في السدر أمس.", "ASSAULT"),
        ("ضرب زلزال قوي شمال البلاد أمس.\nوقال الوالي إن 50 شخصاً لقوا حتفهم.", "DISASTER"),
        ("اصطدمت حافلة بشاحنة على طريق السدر أمس.\nوقال الوالي إن 5 أشخاص لقوا حتفهم.", "ACCIDENT"),
        ("أعلن مسؤول مصرع 30 مهاجراً قبالة سواحل السدر أمس.", "ACCIDENT"),
        ("قضى سبعة أشخاص غرقاً في النهر أمس.", "ACCIDENT"),
        ("قُتل ثلاثة عمال إثر سقوطهم من سقالة في السدر أمس.", "ACCIDENT"),
        ("قُتل 12 مهاجراً في البحر أمس بعد انقلاب قاربهم.", "ACCIDENT"),
        ("قُتل صيادان قبالة السدر أمس برصاص خفر السواحل.", "ASSAULT"),
        ("قُتل مهاجر في هجوم على قارب قبالة السدر أمس.", "ASSAULT"),
    ],
)
def test_who_met_his_death_did_so_by_what_the_report_tells(text: str, kind: str) -> None:
    assert events(text)[-1]["type"] == kind


def test_the_deadliest_attack_since_another_is_not_that_one() -> None:
    text = "والهجوم هو الأعنف في سوريا منذ تفجير سوق حلب في أكتوبر 2019 الذي أوقع 52 قتيلاً."
    first, second = events("تفجير مسجد في دمشق يوقع 9 قتلى\n" + text)[-2:]
    assert (first["target"] or {}).get("text") != "52 قتيلاً"
    assert (second["date"] or {}).get("value") == "2019-10"


def test_a_corrected_toll_is_of_the_same_attack() -> None:
    text = "تفجير في دمشق يوقع 34 قتيلاً\nوكانت الوزارة أعلنت صباحاً مقتل 37 شخصاً قبل أن تصحح الرقم.\n"
    first, second = events(text)
    assert second["same_as"] == first["id"]
    other = "تفجير في دمشق يوقع 34 قتيلاً\nوأعلنت الوزارة مقتل 8 جنود في حلب.\n"
    assert [e["same_as"] for e in events(other)] == [None, None]


def test_days_after_an_event_tell_its_day() -> None:
    text = "قتل مسلحون جنديين في حلب الجمعة، بعد خمسة أيام على انطلاق الاحتجاجات من مدينة دمشق."
    found = {e["type"]: e["date"]["value"] for e in events(text)}
    assert found == {"ASSAULT": "2022-01-07", "PROTEST": "2022-01-02"}
    text = "قتل مسلحون جنديين في حلب الجمعة، بعد يوم من تفجير في دمشق."
    assert events(text)[-1]["date"]["value"] == "2022-01-06"


def test_what_is_counted_since_has_no_day_of_the_report() -> None:
    text = "أعلنت الوزارة الجمعة أن القوات قتلت 12 مسلحاً منذ بدء الاضطرابات."
    assert [e["date"] for e in events(text) if e["type"] == "PROTEST"] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "قال المتحدث إن الجيش يسيطر على مدينة حلب بالكامل.",
        "قال الوزير، الذي تتولى بلاده الرئاسة الدورية، إن الغد قريب.",
        "تواصل السلطات المحلية ضبط الأوضاع في المدينة.",
        "زاد السعر مع رفع القيود عن الأسعار مطلع العام.",
        "ارتفع المؤشر عند إغلاق الأسواق أمس.",
    ],
)
def test_what_lasts_and_what_is_traded_is_no_event(text: str) -> None:
    assert told(text) == []


def test_who_recovers_bodies_rescues_nobody() -> None:
    text = "انتشل خفر السواحل في الميناء، فجر اليوم الثلاثاء، 9 جثث وأنقذ 41 شخصاً."
    assert [word for word, kind, _ in told(text) if kind == "AID"] == ["أنقذ"]
    text = "انتشلت فرق الإنقاذ 12 ناجياً من تحت الأنقاض في حلب، ونقلت 3 جثث."
    assert [word for word, kind, _ in told(text) if kind == "AID"] == ["انتشلت"]


def test_bodies_storm_and_crowds_riot() -> None:
    by_force = "قال إن قوات متطرفة حاولت ليلاً اقتحام مبان إدارية في دمشق، وقتلت شرطياً."
    by_crowd = "حاول متظاهرون اقتحام مبنى البلدية في دمشق."
    assert events(by_force)[0]["type"] == "ASSAULT"
    assert events(by_crowd)[0]["type"] == "PROTEST"


def test_a_place_behind_while_is_of_the_other_act() -> None:
    text = "قالت الوزارة إن القوات قتلت 26 مسلحاً، فيما تحدث سكان في حلب عن انفجار قوي هز السوق."
    assert events(text)[0]["place"] is None or events(text)[0]["place"]["from"] != "sentence"


def test_a_town_north_of_another_is_the_place() -> None:
    text = "هدد مسلحون باقتحام مدينة دوما شرقي دمشق ما لم ينسحب منها الجيش خلال يومين."
    assert events(text)[0]["place"]["name"] == "Duma"


def test_what_somebody_withdraws_from_is_where() -> None:
    text = "وصل الوزير إلى دمشق أمس، وانسحبت القوات الحكومية من حلب."
    found = [e for e in events(text) if e["type"] == "RETREAT"]
    assert [e["place"]["name"] for e in found] == ["Aleppo"]


def test_an_attack_that_its_owner_disowns_and_lays_on_others_has_no_doer_elsewhere() -> None:
    text = "أسفر هجوم على سوق السدر عن مقتل 9 أشخاص.\n{}ولم يعرف عن الهجوم غير ذلك.\n"
    owned = "وتبنت حركة حراس الوادي الهجوم.\n"
    laid = "وبعدما تبنت حركة حراس الوادي الهجوم، نفى ناطق باسمها ذلك. ونسب الهجوم إلى لواء السنديان المنافس لها.\n"
    assert events(text.format(owned))[0]["actor"]["text"] == "حركة حراس الوادي"
    assert events(text.format(laid))[0]["actor"] is None


def test_where_an_attack_is_the_deadliest_is_not_where_it_was() -> None:
    text = "أسفر هجوم على سوق في بلدة السدر عن مقتل 9 أشخاص.\nوالهجوم هو الأعنف في كازاخستان منذ تفجير عام 2019.\n"
    assert [e["place"]["name"] for e in events(text)][:2] == ["As Sidr", "As Sidr"]


def test_the_day_of_clashes_counted_back_is_theirs_alone() -> None:
    text = "هدد اللواء باقتحام السدر، بعد يوم من اشتباكات خلفت قتيلين.\nواعترض مسلحون شاحنة على طريق عين السنديان.\n"
    assert [e["date"]["value"] for e in events(text) if e["subtype"] == "armed_clash"] == ["2022-01-06"]
    assert [e["date"] for e in events(text) if e["trigger"]["text"] == "اعترض"] == [None]


PARTIES = {
    "فجّر انتحاري نفسه وسط المصلّين في مسجد النور.": ("انتحاري", "المصلّين"),
    "أسفر الانفجار الذي استهدف الخميس حافلة للركاب عن سبعة قتلى.": (None, "حافلة للركاب"),
    "نفت الحكومة سقوط أجزاء من المدينة في يد المتمردين.": ("المتمردين", "أجزاء من المدينة"),
    "سيطر المسلحون على الحيين الشمالي والغربي.": ("المسلحون", "الحيين الشمالي والغربي"),
    'تلك حصيلة 14 مسلحاً قالت القيادة إنها "صفّتهم" أمس.': ("القيادة", "14 مسلحاً"),
    "يجتمع الرئيس سامي الوردي مساء اليوم بقادة الأجهزة الأمنية.": ("الرئيس سامي الوردي", "قادة الأجهزة الأمنية"),
    "غرق قارب مهاجرين قبالة جزيرة النخيل.": (None, "قارب مهاجرين"),
    "وأمر الوالي بإغلاق الأسواق ثلاثة أيام.": ("الوالي", "الأسواق"),
    "ودعا الهلال الأحمر إلى فتح ممر آمن.": (None, "ممر آمن"),
    'وأمر الرئيس الجيش بملاحقة المدبرين "أينما كانوا".': ("الجيش", "المدبرين"),
    "أوقفت الشرطة أربعة مشتبه بهم.": ("الشرطة", "أربعة مشتبه بهم"),
    "وأعلن القضاء توقيف رئيسها السابق سليم الوردي.": ("القضاء", "رئيسها السابق سليم الوردي"),
    "ولم تحدد كابول موعداً لانسحابها.": ("كابول", None),
}


@pytest.mark.parametrize("text", PARTIES)
def test_who_did_it_to_whom(text: str) -> None:
    (event,) = events(text)
    assert tuple(event[role] and event[role]["text"] for role in ("actor", "target")) == PARTIES[text]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("هدد الفصيل باقتحام كرسوم ما لم تنسحب منها القوات الحكومية.", "called_for"),
        ("وتوعدت الحركة بقصف الميناء إلى أن تنسحب القوات الأجنبية.", "called_for"),
        ("وأشار الوالي إلى أن القوات انسحبت.", "reported"),
    ],
)
def test_what_is_to_be_done_or_the_threat_is_carried_out_is_called_for(text: str, status: str) -> None:
    assert [e["status"] for e in events(text) if e["type"] == "RETREAT"] == [status]


@pytest.mark.parametrize(
    ("text", "method"),
    [
        ("وأطلق الحراس أعيرة تحذيرية على سيارات.", "أعيرة تحذيرية"),
        ("قتل تسعة في تفجير انتحاري استهدف سوقاً.", "تفجير انتحاري"),
        ("فجّر انتحاري نفسه وسط المصلّين.", None),
    ],
)
def test_with_what_it_was_done(text: str, method: str | None) -> None:
    found = events(text)[0]["method"]
    assert (found and found["text"]) == method


@pytest.mark.parametrize(
    "text",
    [
        "وقال الطبيب إن إصابات نحو عشرة من الجرحى خطرة.",
        "ورفض الوزير سامي الوردي الكشف عن موعد أي عملية عسكرية.",
    ],
)
def test_wounds_and_the_date_of_any_operation_are_no_events(text: str) -> None:
    assert told(text) == []


def test_a_limited_infiltration_is_a_noun_and_the_dead_are_told() -> None:
    text = 'وأكدت القيادة أن ما جرى «تسلل محدود» انتهى بمقتل "ما لا يقل عن عشرة مسلحين".'
    assert told(text) == [("مقتل", "ASSAULT", "reported")]


def test_another_boat_is_another_wreck() -> None:
    text = "غرق قارب مهاجرين قبالة جزيرة النخيل الثلاثاء.\nوكان قارب آخر قد غرق في المنطقة ذاتها في 13 فبراير الماضي.\n"
    assert [e["same_as"] for e in events(text)] == [None, None]


def test_whom_fighting_drove_out_it_did_not_hit() -> None:
    text = "اندلعت اشتباكات في السدر أمس.\nوتسببت المعارك في نزوح 300 أسرة.\n"
    assert [e["target"] for e in events(text)] == [None, None]


def test_what_a_group_takes_upon_itself_is_told_by_that() -> None:
    (killing,) = events("أعلن تنظيم راية السدر مسؤوليته عن اغتيال النائب كريم الساعدي في بغداد أمس الخميس.")
    assert killing["trigger"]["text"] == "اغتيال"
    assert killing["actor"]["basis"] == "claimed_by_actor"


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("واتهمت الحكومة جبهة الشمال بقتل ستة جنود.", "جبهة الشمال"),
        ("واتهمت الحكومة جبهة الشمال بالتستر على قتل ستة جنود.", None),
    ],
)
def test_who_is_accused_of_an_act_did_it_by_the_accusers_word(text: str, doer: str | None) -> None:
    (killing,) = events(text)
    assert (killing["actor"] and (killing["actor"]["text"], killing["actor"]["basis"])) == (
        (doer, "attributed_by_other") if doer else None
    )


def test_a_guard_and_an_attacker_are_no_players() -> None:
    text = "قتل المهاجم حارس المبنى في تاراز. وقال ناطق إن الحارس قاوم المهاجم. واعتقلت الشرطة المهاجم.\n"
    assert "COERCE" in [event.type for event in khabar.read(text, published="2022-01-07").events]


def test_the_dead_and_others_are_victims_and_others_alone_are_not() -> None:
    text = "أفادت البلدية بأن الإعصار خلف ستة قتلى وأربعة آخرين في تاراز.\n"
    (event,) = khabar.read(text, published="2022-01-07").events
    assert event.target is not None
    assert event.target.text == "ستة قتلى وأربعة آخرين"
    (event,) = khabar.read("وأسفر انفجار في تاراز عن إصابة أربعة آخرين.\n", published="2022-01-07").events
    assert event.target is None
