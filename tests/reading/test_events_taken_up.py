"""Places without their names (the town, the capital), names that look like other words, and days that stand in other clauses."""

from __future__ import annotations

import pytest

from read_events import days, places


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("وعقد الوزراء قمة في عاصمة نيجيريا، أبوجا، لمناقشة الوضع.", "Abuja"),
        ("عقد الوزراء اجتماعاً في العاصمة الليبية، طرابلس.", "Tripoli"),
        ("قُتل شرطي في عاصمة كينيا نيروبي.", "Nairobi"),
        ("قُتل شرطي في كينيا، وفق ما أعلنت نيروبي.", "Kenya"),
        ("مقتل شرطي في كينيا\nنيروبي (رواق) - قُتل شرطي.", "Kenya"),
    ],
)
def test_the_capital_is_named_behind_its_country(text: str, place: str) -> None:
    assert places(text)[0] == place


def test_the_capital_is_the_place_that_the_report_calls_so() -> None:
    text = "هز انفجار العاصمة السودانية الخرطوم أمس. واعتقلت الشرطة رجلاً في أم درمان. وانتشر الجيش في ضواحي العاصمة."
    assert places(text) == ["Khartoum", "Omdurman", "Khartoum"]
    assert places("اعتقلت الشرطة رجلاً في كسلا. وانتشر الجيش في العاصمة.") == ["Kassala", "Kassala"]


def test_the_town_is_the_one_that_was_called_a_town() -> None:
    text = "اعتقلت الشرطة رجلاً في بلدة بيتا قرب مدينة نابلس. وداهمت الشرطة منازل في {}."
    assert places(text.format("البلدة")) == ["Bayta", "Bayta"]
    assert places(text.format("المدينة")) == ["Bayta", "Nablus"]


def test_what_is_said_of_figures_told_before_is_set_where_they_are() -> None:
    text = "قُتل 12 شخصا في مدينة تاراز. وبدأت الاحتجاجات الأحد في مدينة أكتاو. و{} الحصار المفروض على المدينة."
    assert places(text.format("لا تزال هذه الحصيلة أولية بسبب"))[-1] == "Taraz"
    assert places(text.format("شددت الشرطة"))[-1] == "Aktau"


def test_who_withdraws_from_the_town_leaves_the_one_named_before() -> None:
    assert places("سيطر الجيش على بلدة بيتا، فيما انسحب المسلحون من البلدة.") == ["Bayta", "Bayta"]


def test_a_name_that_looks_like_an_act_is_a_name_behind_its_type_word() -> None:
    assert places("اعتقلت القوات رجلاً بعد مداهمة منزله في قرية حوارة جنوب نابلس.") == ["Huwwarah", "Huwwarah"]


def test_what_somebody_is_obliged_to_is_not_set_where_he_is() -> None:
    text = "قُتل طفلان في غزة. وقالت الوزارة إن على إسرائيل وقف الهجمات."
    assert places(text) == ["Gaza Strip", "Gaza Strip"]


def test_people_are_hurt_where_the_storming_in_whose_course_they_were_was() -> None:
    text = "اقتحمت القوات مدينة نابلس، ثم أصيب شاب خلال اقتحامها لبلدة بيتا."
    assert places(text) == ["Nablus", "Bayta", "Bayta"]


def test_what_somebody_protests_at_came_before_the_protest() -> None:
    text = "تظاهر المئات في ليون أمس الخميس {} شاب في تولوز."
    assert days(text.format("استنكاراً لمقتل")) == ["2022-01-06", None]
    assert days(text.format("تنديداً بمقتل")) == ["2022-01-06", None]


def test_a_year_that_a_comma_sets_off_dates_all_that_its_sentence_brings_in() -> None:
    text = "في عام 2005، اعتقلت الشرطة عشرة محتجين في ليون بفرنسا{} داهمت القوات مخيماً للنازحين."
    assert days(text.format(" كما")) == ["2005", "2005"]
    assert days(text.format(" ثم")) == ["2005", None]


def test_a_day_of_one_clause_is_not_that_of_what_goes_on_meanwhile() -> None:
    text = "ارتكب الجيش مجزرة خلال الـ24 ساعة الماضية، فيما ارتفعت حصيلة العدوان على غزة إلى ألف قتيل."
    assert days(text) == ["2022-01-06/2022-01-07", None]


def test_a_march_that_is_called_for_tomorrow_does_not_date_the_one_that_was() -> None:
    text = "تظاهر المئات في ليون بفرنسا. ودعت النقابات إلى تظاهرة غداً السبت في ليون."
    assert days(text) == [None, "2022-01-08"]


def test_fighting_that_is_taken_up_is_set_where_the_lead_set_it() -> None:
    text = (
        "هدد مسلحون باقتحام وسط مدينة تل الورد، في حين نفى الجيش سقوط أجزاء منها، وذلك بعد يوم من اشتباكات.\n\n"
        "وقال قائد الجيش إن الوضع هادئ.\n\nوتسببت الاشتباكات في نزوح ألف أسرة.\n"
    )
    assert places(text)[-1] == "تل الورد"


def test_what_is_only_feared_is_set_in_the_country_of_the_report() -> None:
    text = "قُتل شرطيان في هجوم في ألماتي بكازاخستان.\n\nوقال الوزير إن شن هجمات أخرى ممكن، وأمر باستنفار القوات.\n"
    assert places(text)[-1] == "Kazakhstan"


def test_a_place_in_brackets_behind_the_doer_is_where_he_is_from() -> None:
    assert places("اعتقلت الشرطة (مقرها في بغداد) ثلاثة رجال في البصرة جنوب العراق.") == ["Basrah"]
    assert places("قُتل جنديان في هجوم على نقطة تفتيش (جنوب بغداد).") == ["Baghdad"]


@pytest.mark.parametrize(
    ("before", "place"),
    [
        ("وتحدث سكان في تاراز عن ليلة صعبة.", "Taraz"),
        ("وتحدث سكان في تاراز وألماتي عن ليلة صعبة.", "Kazakhstan"),
        ("وتحدث سكان عن ليلة صعبة.", "Kazakhstan"),
    ],
)
def test_an_embedded_post_bears_out_what_stands_before_it(before: str, place: str) -> None:
    text = (
        "أُعلنت حال الطوارئ في كازاخستان، واعتقلت الشرطة عشرة محتجين.\n\n"
        f"{before}\n\n"
        "Two bursts of gunfire were heard after dusk. Three people were shot.\n"
        "— Steppe Wire (@steppewire) January 7, 2022\n"
    )
    assert places(text)[-1] == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("سمع سكان في دونيتسك شرقاً أصوات القصف، ثم أحرق مسلحون مصرفاً وسط المدينة.", "Donetsk"),
        ("دارت مواجهات في مدينة الضالع، ثم أحرق مسلحون مصرفاً وسط المدينة.", "Ad Dali"),
        ("فر سكان تاراز من محافظة دونيتسك، ثم أحرق مسلحون مصرفاً وسط المدينة.", "Taraz"),
    ],
)
def test_the_town_takes_up_a_province_that_has_the_name_of_its_seat(text: str, place: str) -> None:
    assert places(text)[-1] == place
