"""Places over a whole report: namesakes are told apart, doubtful names want company, nothing is invented."""

from __future__ import annotations

import pytest

import khabar
from khabar.record import Place


def places(text: str) -> list[Place]:
    """The places of a report."""
    return list(khabar.read(text, published="2022-01-07").places)


def one(text: str, words: str) -> Place:
    """The only place with these words."""
    (found,) = [place for place in places(text) if place.text == words]
    return found


def test_spans_and_ids() -> None:
    text = "أعلنت موسكو وكييف هدنة.\nوعاد الوفد إلى موسكو."
    found = places(text)
    assert [p.text for p in found] == ["موسكو", "كييف", "موسكو"]
    assert all(text[p.start : p.end] == p.text and p.id == f"p{p.start}-{p.end}" for p in found)


def test_the_adjective_behind_a_name_decides_between_namesakes() -> None:
    town = one("وقع اشتباك في مدينة زنجبار اليمنية مساء أمس.", "زنجبار")
    assert town.country == "YE"
    assert any(candidate.endswith(", TZ") for candidate in town.candidates)


def test_an_earlier_mention_decides() -> None:
    text = "وقع اشتباك في زنجبار اليمنية.\nوقال شهود إن الهدوء عاد إلى زنجبار."
    assert [p.country for p in places(text) if p.text == "زنجبار"] == ["YE", "YE"]


def test_the_report_decides() -> None:
    yemen = "قال الجيش اليمني إن قواته دخلت مدينة زنجبار. وسيطرت القوات اليمنية على الطريق."
    tanzania = "قالت الشرطة في تنزانيا إن سياحاً وصلوا إلى زنجبار."
    assert one(yemen, "زنجبار").country == "YE"
    assert one(tanzania, "زنجبار").country == "TZ"


def test_the_type_word_says_which_kind() -> None:
    assert one("وصلت المساعدات إلى مدينة غزة.", "غزة").kind == "settlement"
    assert one("وصلت المساعدات إلى غزة.", "غزة").kind == "admin1"


def test_a_small_town_wants_its_country() -> None:
    town = "الكسوة"
    assert [p.text for p in places(f"قال الجيش السوري إن الانفجار وقع في {town}.")] == [town]
    assert places(f"شرح الأستاذ للطلاب في {town} معنى الكلمة.") == []


def test_a_small_town_without_its_country_is_listed_as_unresolved() -> None:
    record = khabar.read("شرح الأستاذ للطلاب في الكسوة معنى الكلمة.", published="2022-01-07")
    assert [(u.text, u.why) for u in record.unread if u.why == "place_unresolved"] == [("الكسوة", "place_unresolved")]


def test_an_unknown_village_lies_where_its_neighbours_lie() -> None:
    village = one("قصفت المدفعية قرية تلزعتورة جنوب حلب.", "تلزعتورة")
    assert (village.country, village.kind, village.lat, village.geonames) == ("SY", "settlement", None, None)
    assert village.confidence <= 0.5


def test_a_facility_is_where_the_place_in_its_name_is() -> None:
    bridge = one("أغلقت السلطات السودانية جسر كسلا.", "جسر كسلا")
    assert (bridge.country, bridge.kind, bridge.precision) == ("SD", "facility", "point")


def test_a_square_called_after_a_far_city_is_not_there() -> None:
    square = one("تجمع المحتجون التونسيون في ساحة باريس. وقالت الشرطة التونسية إن الساحة أخليت.", "ساحة باريس")
    assert square.country == "TN"


def test_a_disputed_place_has_no_country() -> None:
    crimea = one("وصلت قوات إلى شبه جزيرة القرم.", "القرم")
    assert (crimea.country, crimea.disputed) == (None, True)


def test_relations_and_precision() -> None:
    found = one("انفجر لغم جنوب شرقي مدينة الموصل العراقية.", "الموصل")
    assert (found.relation, found.precision, found.country) == ("southeast_of", "town", "IQ")


def test_confidence_is_a_share() -> None:
    text = "وصل إلى حلب ثم زنجبار وقرية تلزعتورة في سوريا، وغادر إلى مطار حلب الدولي."
    found = places(text)
    assert len(found) >= 4
    assert all(0 < place.confidence <= 1 for place in found)


def test_a_name_of_two_words_is_known_again_without_its_type_word() -> None:
    text = "وقع هجوم في بلدة عين القيصور أمس. وغادر السكان عين القيصور ليلا، وقالت بلدية عين القيصور إنهم بخير."
    assert [p.text for p in places(text)] == ["عين القيصور"] * 2


def test_a_square_called_like_a_far_one_lends_no_country() -> None:
    text = "انفجرت سيارة قرب جامع الروضة في بلدة عين القيصور."
    assert {p.country for p in places(text)} == {None}


def test_the_province_beside_a_well_known_one_needs_no_other_word() -> None:
    assert [p.text for p in places("اندلعت معارك في صعدة وحجة، ثم في عدن ومعبر.")] == ["صعدة", "حجة", "عدن"]


def test_aden_behind_and_is_no_verb() -> None:
    assert [p.text for p in places("وصلت التعزيزات إلى تعز وعدن.")] == ["تعز", "عدن"]


def test_north_of_a_place_is_said_where_it_is_written_alone() -> None:
    text = "سقطت أمطار شمالي سيلدور أمس.\nوقال مصدر في سيلدور إن الطريق سالكة.\n"
    assert [(p.text, p.relation) for p in places(text)] == [("سيلدور", "north_of"), ("سيلدور", None)]


def test_a_namesake_lies_where_the_places_around_it_lie() -> None:
    assert one("قُصفت بلدة أريحا في ريف إدلب.", "أريحا").country == "SY"
    assert one("أصيب سبعة في أريحا أمس. وقُصفت سراقب ومعرة النعمان.", "أريحا").country == "SY"
    assert one("اقتحم الجنود مدينة أريحا في الضفة الغربية.", "أريحا").country == "PS"
    assert one("انعقد اللقاء في أريحا أمس.", "أريحا").country == "PS"
    assert one("وقعت مواجهات في طرابلس شمال لبنان.", "طرابلس").country == "LB"
    assert one("وصل الوفد من باريس إلى لوس أنجلوس.", "باريس").country == "FR"


def test_what_the_words_beside_a_small_town_tell_forbids_its_namesakes() -> None:
    assert [p.text for p in places("دارت معارك في مديات في ألمانيا.")] == ["ألمانيا"]
    assert [p.text for p in places("دارت معارك في مديات في تركيا.")] == ["مديات", "تركيا"]


def test_names_that_no_list_holds_and_words_that_name_nothing() -> None:
    assert [p.text for p in places("وقع الهجوم في منطقة البساتين أمس.")] == ["البساتين"]
    assert [p.text for p in places("وقع الهجوم في حيي الزيتون والصفصاف أمس.")] == ["الزيتون", "الصفصاف"]
    assert places("انعقد اللقاء في مدينة خارجة عن سيطرة الدولة.") == []
    assert places("دارت معارك في منطقة وعرة أمس.") == []
    assert places("عاقبته المحكمة بـعقوبة السجن.") == []
    assert [p.text for p in places("وصلت القافلة إلى بعقوبة أمس.")] == ["بعقوبة"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وقُتل مدني في حي القاهرة غربي مدينة تعز.", ("neighbourhood", "YE")),
        ("وأصيب رجل في حي طرابلس وسط بغداد.", ("neighbourhood", "IQ")),
        ("وقصفت الطائرات أحياء الموصل وحمص في تعز.", ("neighbourhood", "YE")),
        # the quarters of a town, and a road to it, are no quarter of that name
        ("وقصفت الطائرات أحياء الموصل.", ("settlement", "IQ")),
        ("وانتشر الجنود على طريق القاهرة.", ("settlement", "EG")),
    ],
)
def test_a_quarter_called_like_a_foreign_town(text: str, expected: tuple[str, str]) -> None:
    place = khabar.read(text).places[0]
    assert (place.kind, place.country) == expected


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("وفي السودان قُتل شخصان في ولاية الأزهار.", "SD"),
        ("وأعلنت السلطات في ليبيا حظر التجول في محافظة الزيتونة.", "LY"),
    ],
)
def test_an_unlisted_province_lies_in_the_country_of_its_sentence(text: str, country: str) -> None:
    assert khabar.read(text).places[-1].country == country


def test_a_state_called_like_a_channel() -> None:
    places = khabar.read("وقال شهود في السودان إن القتال وصل إلى ولاية الجزيرة.").places
    assert [(place.name, place.kind) for place in places] == [("Sudan", "country"), ("Al Jazirah", "admin1")]


def test_a_quarter_or_a_street_called_after_a_far_town_lies_where_the_towns_around_it_lie() -> None:
    text = "وقع انفجار في حي الأندلس في تعز، وأغلقت الشرطة شارع فلسطين شرقي بغداد."
    found = [(p.text, p.country, p.kind) for p in places(text)]
    assert ("الأندلس", "YE", "neighbourhood") in found
    assert ("شارع فلسطين", "IQ", "facility") in found
    assert one("وصل الوزير إلى مدينة القاهرة.", "القاهرة").country == "EG"


def test_a_street_keeps_the_country_in_its_name_where_the_report_speaks_of_it() -> None:
    text = "قُتل رجل في شارع الرباط في المغرب. وقالت الشرطة المغربية إنها فتحت تحقيقاً."
    assert one(text, "شارع الرباط").country == "MA"


def test_a_land_of_which_an_upper_part_is_named_is_a_place_too() -> None:
    text = "أعلن والي المروج السفلى حظر التجول. وقال إن القوات دخلت المروج من الشرق."
    assert [p.text for p in places(text)] == ["المروج السفلى", "المروج"]
    assert [p.text for p in places("دخلت القوات المروج من الشرق.")] == []


def test_a_quarter_listed_by_its_whole_name_lies_where_the_towns_close_by_lie() -> None:
    found = khabar.read(
        "أخمد رجال الإطفاء في تعز حريقاً كبيراً. واندلع الحريق في حي التضامن.", published="2022-01-07"
    ).places
    assert [(place.country, place.kind) for place in found] == [("YE", "settlement"), ("YE", "neighbourhood")]
    assert found[1].lat is None
    found = khabar.read("قصفت الطائرات حي التضامن في دمشق.", published="2022-01-07").places
    assert found[0].country == "SY"


def test_a_name_that_begins_like_a_hill_is_a_town_where_the_report_calls_it_one() -> None:
    text = "حاصر الجيش تل السنديان أمس.\nوقال سكان إن مدينة تل السنديان هادئة.\n"
    assert [(p.text, p.kind) for p in places(text)] == [("تل السنديان", "settlement")] * 2
    assert [p.kind for p in places("حاصر الجيش تل السنديان أمس.")] == ["natural"]


def test_what_has_a_north_or_a_coast_guard_is_land_of_whatever_standing() -> None:
    assert [p.kind for p in places("انفجرت سيارة في بلدة كرسوم في شمال لاركوند.")] == ["settlement", "area"]
    assert [p.kind for p in places("انفجرت سيارة في ولاية المروج السفلى شمالي لاركوند.")] == ["admin1", "area"]
    named = "انفجرت سيارة في بلدة كرسوم شمالي لاركوند. وقال الهلال الأحمر اللاركوندي إن الماء نفد."
    assert [p.kind for p in places(named)] == ["settlement", "area"]
    assert [p.kind for p in places("قال خفر السواحل في لاركوند إن القارب غرق.")] == ["area"]
    assert [p.kind for p in places("قالت الشرطة في لاركوند إن الجسر انهار.")] == ["settlement"]
    assert [p.kind for p in places("انفجرت سيارة شمالي لاركوند.")] == ["settlement"]
    assert places("قالت الشرطة في زنازينها إن السجناء نيام.") == []
    assert places("قالت الشرطة في مستوصف القرية إن الجرحى نيام.") == []
