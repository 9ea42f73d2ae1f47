"""Plain sentences by frame: where and on which day they set what they tell, and what only seems to set it there or then."""

from __future__ import annotations

import pytest

from read_events import days, places

DAYS = [
    # What became of people is part of what is told, and does not hide the day behind it.
    ("قال مسؤولون إن انفجاراً أدى إلى مقتل أربعة عمال وإصابة ثلاثين أمس في تاراز.", ["2022-01-06"]),
    ("أسفر انفجار عن مقتل أربعة عمال وإصابة ثلاثين صباح الأحد في مدينة تاراز.", ["2022-01-02TMO"]),
    ("هاجم مسلحون حافلة ركاب قرب تاراز، ما أدى إلى مقتل السائق وإصابة راكبين، مساء الاثنين.", ["2022-01-03TEV"]),
    ("قُتل شاب وأصيب خمسة صباح الثلاثاء برصاص قوات الأمن في تاراز.", ["2022-01-04TMO"]),
    # They were killed on the day on which the act was done that it tells behind "after".
    ("وكان ثلاثون مدنياً قد قتلوا، الأحد، بعدما شنت طائرات الجيش غارات على مدينة تاراز.", ["2022-01-02"]),
    # A relative clause tells of somebody else; so does a day in the genitive of another event.
    ("ومطلع ديسمبر تحطمت مروحية عسكرية مثل المروحيتين اللتين سقطتا الخميس في تركيا.", ["2021-12"]),
    ("هاجم مسلحون أمس القرية التي احتلها الجيش الشهر الماضي.", ["2022-01-06", "2021-12"]),
    ("قُتل خمسة في الانفجار الذي هز المدينة يوم الثلاثاء.", ["2022-01-04"]),
    ("قُتل شرطي في ألماتي.\nوقال شهود إن انفجاراً وقع في تاراز بسبب لغم من مخلفات حرب العام الماضي.", [None, None]),
    # An act noun in the genitive of another is the same act.
    ("قُتل عشرة جنود في معركة السيطرة على مدينة تاراز في ديسمبر الماضي.", ["2021-12"]),
    # What began on a day is counted since, and goes on.
    ("صعّدت الشرطة حملات الاعتقال منذ بدء عملية الفجر في 20 ديسمبر بصورة غير مسبوقة.", [None]),
    # The day of a demand, a warning, a visit is not that of what they speak of.
    ("دعا السبت زعيم الحزب الحكومة إلى وقف القصف على المدنيين.", [None]),
    ("حذر الوزير أمس من هجوم على المطار.", [None]),
    ("دعا زعيم الحزب أمس إلى الإفراج عن المعتقلين الأحد المقبل.", ["2022-01-09"]),
]

PLACES = [
    ("أدى انفجار إلى مقتل أربعة عمال وإصابة ثلاثين في مدينة تاراز.", ["Taraz"]),
    ("قُتل شاب وأصيب خمسة، ثلاثة منهم بجروح حرجة، في مدينة تاراز.", ["Taraz"]),
    ("اعتقلت الشرطة ثمانية محتجين بينهم امرأة، من مدينة تاراز.", ["Taraz"]),
    ("ومن مدينة تاراز، اعتقلت قوات الأمن رجلين.\nومن مدينة ألماتي، اعتقلت ثلاثة.", ["Taraz", "Almaty"]),
    ("قُتل عشرة في الهجمات الدامية التي شهدتها تاراز أمس.", ["Taraz"]),
    ("سقط صاروخ أطلق من تاراز على سوق في ألماتي.", ["Almaty"]),
    ("بدأ الرئيس أمس زيارة أنقرة.", ["Ankara"]),
    ("عقد الوزراء أمس قمة الدوحة.", ["Doha"]),
    ("قُتل جندي في ألماتي.\nواعتقل الجيش ثلاثين مسلحاً في أكبر عملية من نوعها خارج تركيا.", ["Almaty", "Almaty"]),
]


@pytest.mark.parametrize(("text", "found"), DAYS)
def test_the_day_of_what_a_sentence_tells(text: str, found: list[str | None]) -> None:
    assert days(text) == found


@pytest.mark.parametrize(("text", "found"), PLACES)
def test_the_place_of_what_a_sentence_tells(text: str, found: list[str | None]) -> None:
    assert places(text) == found


def test_who_meets_in_a_town_speaks_of_what_is_done_elsewhere() -> None:
    text = (
        "طالب الوزير خلال زيارة إلى أنقرة الأحد الحكومة بوقف غاراتها على المتمردين.\nوقُتل خمسة في غارة في تاراز أمس.\n"
    )
    assert places(text)[0] == "Ankara"
    assert "Ankara" not in places(text)[1:]
    assert days(text) == ["2022-01-02", None, "2022-01-06"]


def test_a_series_of_the_attacks_is_new() -> None:
    text = "قُتل ثمانية أشخاص اليوم في موجة من الهجمات على قوات الأمن في تاراز.\nواعتقلت الشرطة عشرة.\n"
    assert days(text)[0] == "2022-01-07"


def test_a_paragraph_that_goes_on_and_on_turns_to_other_places() -> None:
    far = "وقال مراسلون إن السكان عادوا إلى منازلهم وإن المتاجر فتحت أبوابها. " * 8
    text = f"قُتل شرطي في ألماتي، وقُتل آخر في ألماتي.\nوقُتل جندي في تاراز. {far}واعتقلت الشرطة عشرة محتجين.\n"
    assert places(text)[-1] == "Almaty"
    assert places(text.replace(far, ""))[-1] == "Taraz"


VAGUE = [
    "وفي الأسابيع القليلة الماضية، اعتقلت الشرطة عشرة محتجين.",
    "ويشن الجيش يومياً غارات على مواقع المتمردين في ألماتي.",
    "وتشهد ألماتي من وقت لآخر هجمات مسلحة.",
    "وشن المتمردون مؤخراً هجوماً على حاجز.",
    "وتحاصر القوات مدينة ألماتي منذ أيام عدة.",
    "وتشن الحركة بين فترة وأخرى هجمات على الجنود.",
    "واعتقلت الشرطة قبل أيام قائد الجماعة.",
]


@pytest.mark.parametrize("text", VAGUE)
def test_what_a_vague_time_dates_is_of_no_day(text: str) -> None:
    assert days("قُتل جندي في تاراز أمس.\n" + text) == ["2022-01-06", None]


def test_a_report_that_turned_to_the_past_lends_no_day_of_its_news() -> None:
    news = "قُتل جندي في هجوم في تاراز أمس.\n"
    past = "وفي 24 ديسمبر قتل 33 مدنياً في هجوم على ألماتي.\n"
    assert days(news + past + "واعتقلت الشرطة عشرة محتجين في شيمكنت.\n")[-1] is None
    assert days(news + "واعتقلت الشرطة عشرة محتجين في شيمكنت.\n")[-1] == "2022-01-06"


def test_who_of_several_are_people_and_no_act() -> None:
    text = "تدخل الجيش في ديسمبر لوقف تقدم المتمردين الذين استولوا على مدينة تاراز في أكتوبر."
    assert set(days(text)[:2]) == {"2021-12"}


def test_where_something_was_before_the_news_sets_nothing_behind_it() -> None:
    text = "شنت الطائرات غارات في تاراز أمس، بعد تحرير مدينة ألماتي. ودفعت شدة القصف العشرات إلى الاستسلام.\n"
    assert "Almaty" not in places(text)[2:]


def test_the_day_on_which_something_comes_into_force_is_not_that_of_what_a_relative_clause_takes_up() -> None:
    text = "وقع تفجيران في تاراز أمس.\nويدخل الاتفاق حيز التنفيذ في 10 يناير، بحسب الحركة التي أعلنت مسؤوليتها عن أحد التفجيرين.\n"
    assert days(text)[-1] == "2022-01-06"


def test_a_day_on_from_where_something_was_announced_is_not_there() -> None:
    text = "قُتل خمسة في هجوم في تاراز.\nوجاء هجوم الأربعاء، بعد يوم على إعلان تركيا وقف القتال.\n"
    assert "Turkey" not in places(text)
