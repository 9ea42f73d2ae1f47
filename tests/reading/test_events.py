"""Events of a report: once a paragraph, linked through the report, with place, day, figures and what claims make of them."""

from __future__ import annotations

from typing import Any

import khabar
from khabar.reading.events.dates import same_day
from khabar.record import Time

PUBLISHED = "2022-01-07"

REPORT = """\
مقتل 4 جنود في هجوم على حاجز قرب تدمر
قُتل أربعة جنود، الخميس، في هجوم شنه مسلحون على حاجز للجيش قرب تدمر، وفق ما أفاد مصدر عسكري الجمعة.
وقال المصدر إن الهجوم وقع عند الفجر، وإن الجيش رد بقصف مواقع المسلحين.
ودعت الأمم المتحدة إلى هدنة في المنطقة.
وتبنت جماعة الراية الهجوم.
"""


def record(text: str = REPORT) -> dict[str, Any]:
    return khabar.read(text, published=PUBLISHED).to_dict()


def of_type(found: dict[str, Any], name: str) -> list[dict[str, Any]]:
    return [e for e in found["events"] if e["type"] == name]


def test_the_dead_are_no_second_event_beside_the_attack() -> None:
    text = "قُتل أربعة جنود في هجوم على حاجز للجيش."
    (event,) = record(text)["events"]
    assert event["trigger"]["text"] == "هجوم"
    assert record("قُتل أربعة جنود قرب الحدود.")["events"][0]["trigger"]["text"] == "قُتل"


def test_a_paragraph_tells_an_act_once() -> None:
    text = "وقع هجوم على السوق صباح أمس، وقال شاهد إن الهجوم استمر ساعة."
    assert [e["trigger"]["text"] for e in record(text)["events"]] == ["هجوم"]


def test_tellings_of_one_attack_point_at_the_first() -> None:
    attacks = [e for e in of_type(record(), "ASSAULT") if "هجوم" in e["trigger"]["text"]]
    assert len(attacks) == 4
    assert attacks[0]["same_as"] is None
    assert {e["same_as"] for e in attacks[1:]} == {attacks[0]["id"]}


def test_another_place_or_day_is_another_attack() -> None:
    text = "وقع هجوم في دمشق الأربعاء.\nووقع هجوم في حلب الخميس.\n"
    first, second = record(text)["events"]
    assert second["same_as"] is None
    assert (first["place"]["name"], second["place"]["name"]) == ("Damascus", "Aleppo")
    assert (first["date"]["value"], second["date"]["value"]) == ("2022-01-05", "2022-01-06")


def test_the_day_of_a_saying_is_not_the_day_of_the_attack() -> None:
    attack = of_type(record(), "ASSAULT")[1]
    assert attack["date"]["value"] == "2022-01-06"
    assert attack["date"]["from"] == "predicate"


def test_what_a_telling_leaves_out_comes_from_another_and_says_so() -> None:
    headline = of_type(record(), "ASSAULT")[0]
    assert headline["actor"]["text"] == "مسلحون"
    assert (headline["actor"]["from"], headline["actor"]["basis"]) == ("report", "inferred")


def test_a_claim_of_responsibility_names_the_doer() -> None:
    last = of_type(record(), "ASSAULT")[-1]
    assert last["claim"] is not None
    assert "الراية" in last["actor"]["text"]
    assert last["actor"]["basis"] == "claimed_by_actor"


def test_what_is_called_for_has_not_happened() -> None:
    (truce,) = of_type(record(), "RETREAT")
    assert truce["status"] == "called_for"
    assert truce["claim"] is not None


def test_figures_and_events_point_at_each_other() -> None:
    found = record()
    linked = {f["id"]: f["event"] for f in found["figures"] if f["event"]}
    assert linked
    for figure, event in linked.items():
        assert figure in next(e for e in found["events"] if e["id"] == event)["figures"]


def test_an_incident_takes_the_type_of_what_it_takes_up() -> None:
    text = "انفجرت سيارة مفخخة في سوق المدينة.\nوقال شاهد إن الحادث وقع صباحاً.\n"
    assert [e["type"] for e in record(text)["events"]] == ["ASSAULT", "ASSAULT"]


def test_a_date_to_come_makes_an_event_planned() -> None:
    (vote,) = record("تجرى الانتخابات في 20 مارس 2022.")["events"]
    assert vote["status"] == "planned"


def test_an_event_makes_its_sentence_read() -> None:
    found = record("اعتقلت الشرطة المحتجين.")
    assert found["events"]
    assert not [u for u in found["unread"] if u["why"] == "sentence_without_items"]


def test_no_text_without_events() -> None:
    assert record("")["events"] == []
    assert record("افتتحت المكتبة أبوابها للقراء.")["events"] == []


def test_days_agree_when_one_holds_the_other() -> None:
    def day(value: str) -> Time:
        return Time("t", 0, 1, "x", value)

    assert same_day(day("2022-01"), day("2022-01-05"))
    assert same_day(day("2022-01-01/2022-01-07"), day("2022-01-05"))
    assert same_day(None, day("2022-01-05"))
    assert not same_day(day("2022-01-04"), day("2022-01-05"))


# ---------------------------------------------------------------- links, parties, places that a desk would not forgive


def test_a_seizure_that_is_warned_of_is_no_shooting() -> None:
    text = (
        "أمر الرئيس الجيش بإطلاق النار على المسلحين في ألماتي.\n"
        "وحذرت الوزارة القوات التي انتشرت في ألماتي من السيطرة على مؤسسات المدينة."
    )
    order, *_, seizure = record(text)["events"]
    assert (order["status"], seizure["status"]) == ("ordered", "possible")
    assert seizure["subtype"] is None
    assert seizure["same_as"] is None


def test_spans_carry_no_stray_marks() -> None:
    text = 'أعلنت الشرطة "اعتقال 18 مقاتلاً" في ألماتي، "نظراً لاستمرار حالة الطوارئ".'
    parties = [party for event in record(text)["events"] for party in (event["actor"], event["target"]) if party]
    assert parties
    assert all(party["text"].count('"') % 2 == 0 for party in parties)


def test_a_protest_is_not_set_where_it_looks_to() -> None:
    text = "خرجت احتجاجات داعمة لكازاخستان في أنقرة شارك فيها 300 شخص."
    assert [e["place"]["name"] for e in record(text)["events"] if e["type"] == "PROTEST"] == ["Ankara"]


def test_another_attack_in_the_sentence_is_another_event() -> None:
    text = (
        "قتل 6 جنود في هجوم على قاعدة في كابل.\n"
        "وأعلنت حركة طالبان مسؤوليتها عن ذلك الهجوم على القاعدة، الذي تلا تفجيرا انتحاريا قتل فيه 7 عمال في هرات."
    )
    first, again, other = record(text)["events"]
    assert again["same_as"] == first["id"]
    assert other["same_as"] is None
    assert again["actor"]["text"] == "حركة طالبان"
    assert again["actor"]["basis"] == "claimed_by_actor"


def test_the_means_is_no_doer() -> None:
    (event,) = record("انفجرت سيارة مفخخة أمام مقر الشرطة في كابل وأوقعت 5 قتلى.")["events"]
    assert event["method"]["text"] == "سيارة مفخخة"
    assert event["actor"] is None


def test_clubs_and_shares_do_nothing_a_desk_records() -> None:
    text = (
        "التقى الفريق ضيفه في مباراة الدوري، وسجل اللاعب هدفا في الشوط الأول أمام المرمى.\n"
        "واتفق النادي مع المدرب على صفقة، وأغلق مؤشر البورصة على ارتفاع أسهم الشركات."
    )
    assert record(text)["events"] == []


def test_a_strike_told_anew_on_something_else_is_another_strike() -> None:
    text = "وقع هجوم على السوق في تدمر.\nوأغلقت المحال.\nوقال مصدر إن مسلحين شنوا هجوما على ثكنة للجيش.\n"
    attacks = of_type(record(text), "ASSAULT")
    assert [a["same_as"] for a in attacks] == [None, None]


def test_who_manages_or_tries_to_do_an_act_is_its_doer() -> None:
    tried = record("حاول المسلحون اقتحام مقر الشرطة في مدينة كسلا.")["events"][0]
    assert (tried["actor"]["text"], tried["target"]["text"]) == ("المسلحون", "مقر الشرطة")


def test_counted_weapons_in_front_of_the_target_are_no_doer() -> None:
    fired = record("قال شاهد إن مسلحي الحركة أطلقوا عشرات الصواريخ على بلدة الزعفرانة.")["events"][0]
    assert fired["actor"]["text"] == "مسلحي الحركة"


def places_of(text: str) -> list[str]:
    return [e["place"]["name"] for e in record(text)["events"]]


def test_a_country_is_narrowed_to_the_town_that_another_telling_names_but_never_to_another_countrys() -> None:
    text = "وقع هجوم على السوق في دمشق.\nوقال شاهد إن الهجوم على السوق وقع في {}.\n"
    assert places_of(text.format("سوريا")) == ["Damascus", "Damascus"]
    assert places_of(text.format("حلب")) == ["Damascus", "Aleppo"]
    assert places_of(text.format("لبنان"))[1] == "Lebanon"


def test_the_town_takes_up_the_town_named_before() -> None:
    assert places_of("وصل وفد من النرويج إلى حمص.\nووقع انفجار في وسط المدينة.\n")[-1] == "Homs"


def test_what_happened_behind_where_happened_at_the_place_before_it() -> None:
    text = "عبر المحتجون جسر نهر الفرات، ثم بلغوا الرقة حيث فرقت الشرطة آلاف المتظاهرين."
    assert places_of(text)[-1] == "Ar Raqqah"


def test_where_a_place_lies_is_not_where_the_attack_was() -> None:
    assert places_of("قتل ثلاثة في هجوم مسلح على مدينة تدمر الواقعة في محافظة حمص.") == ["Tadmur"]


def test_a_place_far_behind_in_the_sentence_is_that_of_other_acts() -> None:
    text = (
        "وقع انفجار في حلب.\nوقدم المدير استقالته بعد عام واحد من تعيينه في المنصب وبعد تعرضه خلال الأشهر الماضية "
        "لانتقادات واسعة بشأن تعامله مع الطلاب المنددين بالحرب على قطاع غزة.\n"
    )
    office = of_type(record(text), "OFFICE")[0]
    assert office["place"]["name"] == "Aleppo"


def test_a_parliament_decides_at_home() -> None:
    text = "اندلعت احتجاجات في كازاخستان.\nووافق برلمان قرغيزستان على اتفاق لإرسال جنود.\n"
    assert of_type(record(text), "AGREE")[0]["place"]["name"] == "Kyrgyzstan"


def test_forces_that_enter_are_the_doer_and_the_district_is_the_target() -> None:
    entry = record("دخلت القوات الموالية للحكومة مديرية الصرفة في محافظة إب.")["events"][0]
    assert entry["actor"]["text"] == "القوات الموالية للحكومة"
    assert entry["target"]["text"].startswith("مديرية الصرفة")


def test_a_side_of_a_strait_is_no_doer() -> None:
    fight = record("استمرت الاشتباكات أمس في حي الزهور الواقع على الجانب الآسيوي من المضيق.")["events"][0]
    assert fight["actor"] is None


def doers_of(text: str) -> list[tuple[str | None, str | None]]:
    return [
        (e["actor"]["text"] if e["actor"] else None, e["target"]["text"] if e["target"] else None)
        for e in record(text)["events"]
    ]


def test_whoever_is_ordered_or_asked_does_it() -> None:
    assert doers_of("وأمر الرئيس، في كلمة متلفزة، الجيش بملاحقة المدبرين.") == [("الجيش", "المدبرين")]
    assert doers_of("دعا الأمين العام الجمعة الحكومة إلى وقف العنف.")[0][0] == "الحكومة"


def test_a_ministry_that_announces_arrests_made_them_and_police_that_announce_a_killing_did_not() -> None:
    arrest = record("أعلنت وزارة الداخلية القبض على ثلاثة رجال في حلب.")["events"][0]
    assert (arrest["actor"]["text"], arrest["actor"]["basis"]) == ("وزارة الداخلية", "claimed_by_actor")
    assert record("أعلنت الشرطة مقتل 3 مسلحين في حلب برصاص مجهولين.")["events"][0]["actor"] is None


def test_a_body_that_only_talks_of_an_act_claims_none() -> None:
    text = "الإعلام التركي يتحدث عن إطلاق نار نحو تاراز وتواصل استهداف مواقع الاحتلال. وقتل جندي في هجوم في تاراز أمس."
    assert [event["actor"] for event in record(text)["events"]] == [None, None, None]


def test_aircraft_behind_a_shelling_shell_and_their_object_is_hit() -> None:
    ((actor, target),) = doers_of("أفاد المرصد بقصف طائرات التحالف الدولي بشكل مكثف مواقع التنظيم.")
    assert (actor, target) == ("طائرات التحالف الدولي", "مواقع التنظيم")


def test_how_somebody_died_is_no_victim_and_a_time_is_no_doer() -> None:
    assert doers_of("قتل الطفل حرقاً في القرية.") == [(None, "الطفل")]
    assert doers_of("في وقت تستعد فيه القوات لهجوم على المدينة.")[0][0] == "القوات"


def test_a_mine_was_laid_by_those_its_clause_names() -> None:
    assert doers_of("انفجرت ألغام زرعها المسلحون قرب تدمر.")[0][0] == "المسلحون"


def test_the_lead_tells_the_headlines_wreck_or_blast_in_other_words_for_whom_it_hit() -> None:
    wreck = "فقدان العشرات في غرق قارب مهاجرين\nأنقذ خفر السواحل 41 شخصاً بعد غرق قارب قرب الجزيرة."
    first, again = of_type(record(wreck), "ACCIDENT")
    assert again["same_as"] == first["id"]
    blast = (
        "تفجير انتحاري استهدف مصلّين في الدالية\n\nالدالية – مراسلنا\n\n"
        "قُتل 31 شخصاً حين فجّر انتحاري نفسه في الجامع القديم بالدالية."
    )
    first, again = of_type(record(blast), "ASSAULT")
    assert again["same_as"] == first["id"]


def test_a_wreck_told_behind_the_lead_with_other_victims_is_another() -> None:
    text = (
        "فقدان العشرات في غرق قارب مهاجرين\nأنقذ خفر السواحل 41 شخصاً بعد غرق قارب قرب الجزيرة.\n"
        "وقبل أيام قُتل 78 صياداً في غرق سفينة."
    )
    first, lead, other = of_type(record(text), "ACCIDENT")
    assert (lead["same_as"], other["same_as"]) == (first["id"], None)


def test_the_lead_that_condemns_a_known_attack_with_place_victims_and_toll_tells_it() -> None:
    lead = "أدان وزير الخارجية الكازاخي التفجير الإرهابي الذي استهدف سوقا في تاراز وأسفر عن مقتل 12 شخصا."
    rest = " وعبر عن تضامنه مع أسر الضحايا ومع أهالي المدينة، ودعا الجميع إلى الهدوء وإلى عدم الانجرار وراء الشائعات."
    assert [e["trigger"]["text"] for e in of_type(record(lead + rest), "ASSAULT")] == ["التفجير"]
    assert not of_type(record("ناقش البرلمان تقارير عن التفجيرات." + rest), "ASSAULT")


def test_the_day_in_a_relative_clause_is_the_attacks_and_that_of_the_dateline_the_reports() -> None:
    text = "تاراز 8-1-2022 (برق) - ارتفعت إلى 34 قتيلا حصيلة التفجير الذي استهدف الخميس سوقا في تاراز."
    event = of_type(record("قتلى في تفجير سوق بمدينة تاراز\n\n" + text), "ASSAULT")[-1]
    assert event["trigger"]["text"] == "التفجير"
    assert event["date"]["value"] == "2022-01-06"


def test_a_war_is_not_one_attack_in_it_and_places_that_cannot_be_one_are_two_acts() -> None:
    text = "قصفت المدفعية سوق تدمر أمس وقُتل تسعة مدنيين. وقال المتحدث إن الحرب على أوكرانيا دخلت عامها الثاني."
    assert [e["trigger"]["text"] for e in record(text)["events"]] == ["قصفت", "الحرب"]
    text = "استمرت الاشتباكات العنيفة في حلب بين الجيش والمسلحين. وتواصلت الاشتباكات العنيفة في دمشق وقُتل تسعة جنود."
    assert [e["place"]["name"] for e in record(text)["events"]] == ["Aleppo", "Damascus"]


def test_a_known_act_is_taken_up_by_its_word_and_where_people_met_is_no_scene() -> None:
    text = "بدأ انسحاب القوات الأجنبية من كازاخستان.\nوقال الرئيس إن الانسحاب يستغرق عشرة أيام."
    first, second = record(text)["events"]
    assert (second["trigger"]["text"], second["same_as"]) == ("الانسحاب", first["id"])
    assert record("وقال الرئيس إن الانسحاب يستغرق عشرة أيام.")["events"] == []


def test_all_the_dead_are_those_of_the_one_attack_told() -> None:
    text = "هز تفجير انتحاري سوق تل الزيتون.\nوهدد التنظيم بشن هجمات أخرى.\nوأكد المتحدث أن جميع القتلى مدنيون."
    first, _, dead = of_type(record(text), "ASSAULT")
    assert dead["trigger"]["text"] == "القتلى"
    assert (dead["same_as"], dead["subtype"]) == (first["id"], "suicide_bomb")


def test_all_the_dead_of_two_attacks_are_of_neither() -> None:
    text = (
        "هز تفجير سوق تل الزيتون.\nوأطلق مسلحون النار على حافلة في وادي السنديان.\nوأكد المتحدث أن جميع القتلى مدنيون."
    )
    *_, dead = of_type(record(text), "ASSAULT")
    assert dead["trigger"]["text"] == "القتلى"
    assert dead["same_as"] is None


MENTION = "واعتقلت الشرطة في ألماتي عشرات المحتجين فجر أمس، وفق بيان لوزارة الداخلية.\n"
CRISIS = """\
ونشر الجيش قواته حول المطار.
وفرضت السلطات حظر التجول في المدينة.
وأغلقت الشرطة الطرق المؤدية إلى البلدية، وداهمت مقر نقابة عمال النفط.
وشملت الاعتقالات رئيس النقابة.
"""
TRADE = """\
ارتفعت أسعار القمح في ألماتي أمس، وفق بيان لوزارة التجارة.
وأعلنت شركات عدة زيادة إنتاجها هذا العام، وتوقع خبراء أن يستقر السوق.
"""


def test_what_a_report_of_a_crisis_mentions_happened_and_elsewhere_it_is_talk() -> None:
    assert [e["trigger"]["text"] for e in of_type(record(MENTION + CRISIS), "PROTEST")] == ["المحتجين"]
    assert of_type(record(TRADE + MENTION), "PROTEST") == []
