"""Which counts of one number are one count told twice, and which are two."""

from __future__ import annotations

from typing import Any

import pytest

import khabar
from khabar.reconcile import disagreements, headline_findings

PUBLISHED = "2022-01-07"


def figures(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = khabar.read(text, published=PUBLISHED).to_dict()["figures"]
    return found


def again(text: str) -> list[int | None]:
    """For each figure of a text the place in the list of the one it tells again."""
    found = figures(text)
    at = {figure["id"]: number for number, figure in enumerate(found)}
    return [at.get(figure["same_as"]) for figure in found]


LEAD = "تفجير حافلة في السدر يوقع 8 قتلى\nقتل ثمانية أشخاص في تفجير استهدف حافلة في السدر أمس.\n"


@pytest.mark.parametrize(
    "text",
    [
        "أصيب 15 من أنصار الحكومة و15 من أنصار المعارضة في مواجهات في السدر.",
        "قتل 8 أشخاص في السدر و8 في النخيل أمس.",
        "أعلنت الشرطة مقتل 11 من تنظيم الفجر و11 مدنياً في السدر.",
        "أصيب خمسة آخرون، بينهم امرأتان، وأصيب شخصان كانا في سيارة.",
    ],
)
def test_counts_that_one_sentence_sets_side_by_side_are_two(text: str) -> None:
    assert set(again(text)) == {None}


def test_the_wounded_of_two_sides_are_not_the_same() -> None:
    text = (
        "اندلعت اشتباكات بين الجيش وجماعة الفجر في السدر أمس، ما أسفر عن إصابة 15 من جنود الجيش.\n"
        "وقالت مصادر طبية إن 15 من مسلحي الجماعة أصيبوا أيضاً.\n"
    )
    assert again(text) == [None, None]


@pytest.mark.parametrize(
    "second",
    [
        "من جهة أخرى، قتل ثمانية أشخاص في هجوم على مركز للشرطة.",
        "ووقع هجوم آخر على مدرسة في البلدة أسفر عن مقتل 8 أشخاص.",
        "وأدى انفجار ثان إلى مقتل 8 أشخاص.",
    ],
)
def test_the_dead_of_another_attack_are_others(second: str) -> None:
    assert again(LEAD + second) == [None, 0, None]


def test_a_headline_may_tell_what_a_report_turns_to_last() -> None:
    text = (
        "مقتل 7 من مسلحي الجماعة في السدر\nافتتح الوالي مدرسة في الميناء.\nإلى ذلك، قتل 7 من مسلحي الجماعة في كمين.\n"
    )
    assert again(text) == [None, 0]


def test_the_dead_of_two_towns_are_not_the_same() -> None:
    text = "مقتل 8 في ألماتي\nقتل ثمانية أشخاص في ألماتي أمس.\nوقال الوالي إن الهدوء عاد.\nوقتل 8 أشخاص في أكتوبي.\n"
    assert again(text) == [None, 0, None]


@pytest.mark.parametrize(
    "second",
    [
        "وأكد المشفى مقتل 8 أشخاص.",
        "وقالت الوزارة إن القتلى الثمانية من سكان البلدة.",
        "وأكد الوالي أن ثمانية مدنيين قتلوا في السدر.",
    ],
)
def test_the_same_count_is_told_again(second: str) -> None:
    assert again("قتل ثمانية أشخاص في تفجير استهدف حافلة في السدر أمس.\n" + second)[:2] == [None, 0]


@pytest.mark.parametrize(
    ("second", "words"),
    [
        ("فيما أكدت الجماعة أن العدد لم يتجاوز 19.", "لم يتجاوز 19"),
        ("فيما أكدت الجماعة أن عددهم لا يتجاوز 19.", "لا يتجاوز 19"),
        ("بينما قالت الجماعة إن الحصيلة لا تتجاوز 19.", "لا تتجاوز 19"),
        ("لكن الجماعة قالت إن العدد بلغ 19.", "19"),
    ],
)
def test_the_number_is_that_of_the_dead_just_told_and_is_set_against_theirs(second: str, words: str) -> None:
    report = khabar.read(f"قال الجيش إن 42 شخصاً قتلوا في السدر، {second}", published=PUBLISHED)
    assert [(figure.measure, figure.text) for figure in report.figures] == [("killed", "42"), ("killed", words)]
    (found,) = disagreements(report)
    assert (found.kind, len(found.sides)) == ("different_value", 2)


def test_the_number_of_anything_else_counts_nobody() -> None:
    assert [
        f["text"] for f in figures("قال الجيش إن 42 شخصاً قتلوا في السدر، وارتفعت أسعار الخبز، وبلغ عدد المخابز 19.")
    ] == ["42"]


def test_a_headline_is_not_held_against_counts_of_other_people() -> None:
    body = "اعتقلت الشرطة صحفيين في السدر أمس.\nوقالت منظمة حقوقية إن 1300 متظاهر اعتقلوا منذ بدء الاحتجاجات.\n"
    report = khabar.read("اعتقال 3 صحفيين في السدر\n" + body, published=PUBLISHED)
    assert [(found.kind, found.body) for found in headline_findings(report)] == [("not_in_body", ())]
    war = "قتل عدد من عمال الإغاثة في غارة على السدر أمس.\nوقتل أكثر من 1300 مدني منذ بدء الحرب.\n"
    report = khabar.read("مقتل 3 عمال إغاثة في غارة على السدر\n" + war, published=PUBLISHED)
    assert [(found.kind, found.body) for found in headline_findings(report)] == [("not_in_body", ())]
    attack = "قتل 12 شخصاً في هجوم على السدر أمس، وفق الوزارة.\n"
    report = khabar.read("مقتل 30 في هجوم على السدر\n" + attack, published=PUBLISHED)
    assert [found.kind for found in headline_findings(report)] == ["stronger"]


def test_some_of_the_dead_are_of_the_event_that_left_them_all() -> None:
    text = "قتل 12 شخصاً في هجوم على السدر أمس.\nوأعلن المشفى أن بين القتلى خمسة جنود وخمسة مسلحين وأجنبيين.\n"
    found = figures(text)
    assert again(text) == [None] * 4
    assert len({figure["event"] for figure in found}) == 1


def test_others_beside_people_counted_anew_are_not_those_of_before() -> None:
    blast = "قتل 12 شخصاً وأصيب 5 بينهم ثلاثة جنود في تفجير في بغداد الجمعة.\n"
    assert again(blast + "وقتل 3 مقاتلين وأصيب ثلاثة آخرون في اشتباك منفصل في البصرة.\n") == [None] * 5
    mine = "قتل جنديان وأصيب ثلاثة جنود في البصرة.\nوقالت الشرطة إن جنديين قتلا وأصيب ثلاثة آخرون في انفجار لغم.\n"
    assert again(mine) == [None, None, 0, 1]


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("Three Turks were killed. Later, three Greeks were killed.", False),
        ("Three Turks were killed. The three Turks were killed at noon.", True),
        ("Three Turks were killed. Police said three people were killed.", True),
    ],
)
def test_the_people_of_two_countries_are_two_counts(text: str, again: bool) -> None:
    figures = khabar.read(text, language="en").figures
    assert (figures[-1].same_as is not None) == again


FAR = "نشرت الوزارة بياناً عن الأوضاع في القرى القريبة من النهر بعد أسبوع من انقطاع الطرق. " * 3 + "\n"
AMBUSH = "وقالت مصادر محلية إن كميناً في تاراز أسفر عن مقتل أربعة جنود.\n"


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("وفي تاراز، أدى قصف مدفعي على السوق إلى مقتل أربعة باعة.", None),  # another kind of act
        ("وقتل أربعة جنود في كمين في أستانا.", None),  # another place
        ("وقالت الشرطة إن الكمين أدى إلى مقتل أربعة أشخاص.", 0),
        ("وقالت الشرطة إن الهجوم أدى إلى مقتل أربعة أشخاص.", 0),
        ("وأكدت الشرطة مقتل أربعة من عناصرها.", 0),
        ("وقتل الجنود الأربعة وهم في طريقهم إلى تاراز.", 0),
    ],
)
def test_a_few_people_of_another_act_are_counted_anew(text: str, same: int | None) -> None:
    assert again(FAR + AMBUSH + text) == [None, same]


def test_an_act_of_another_kind_may_be_that_of_the_headline_or_a_word_for_it() -> None:
    assert again("كمين في تاراز يوقع أربعة قتلى\nقصف مسلحون دورية في تاراز، ما أسفر عن مقتل أربعة جنود.\n") == [None, 0]
    strike = "وأسفرت غارة على السوق في تاراز عن مقتل سبعة مدنيين.\n"
    assert again(FAR + strike + "وقال مصدر طبي إن سبعة أشخاص قتلوا في القصف.") == [None, 0]


@pytest.mark.parametrize(
    ("text", "same", "parts"),
    [
        ("قال مصدر إن تفجير السدر أسفر عن مقتل 22 شخصاً، فيما خلف تفجير النخيل 10 قتلى.", [None] * 3, [None, 0, 0]),
        ("قال الجيش إن 14 جندياً و25 مسلحاً قتلوا في اشتباكات السدر.", [None] * 3, [None, 0, 0]),
        ("قتل 34 شخصاً في غارة على السدر اليوم.", [None, 0], [None, None]),
        ("قتل 34 شخصاً، بينهم 12 طفلاً، في غارة على السدر اليوم.", [None, 0, None], [None, None, 1]),
        ("قال مصدر طبي إن 34 شخصاً قتلوا. وقال مصدر آخر إن 40 شخصاً قتلوا.", [None] * 3, [None] * 3),
    ],
)
def test_dozens_of_dead_are_the_whole_of_what_one_sentence_tells_beside(
    text: str, same: list[int | None], parts: list[int | None]
) -> None:
    whole = "عشرات القتلى في السدر\n"
    assert again(whole + text) == same
    found = figures(whole + text)
    at = {figure["id"]: number for number, figure in enumerate(found)}
    assert [at.get(figure["part_of"]) for figure in found] == parts


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("ستة قتلى في تاراز وثلاثة جرحى في ألماتي.", ["Taraz", "Almaty"]),
        ("قتل ستة أشخاص في تاراز وخمسة في ألماتي.", ["Taraz", "Almaty"]),
        ("قتل ستة أشخاص في تاراز وأصيب خمسة.", ["Taraz", "Taraz"]),
        ("في تاراز قتل ستة أشخاص وأصيب خمسة.", ["Taraz", "Taraz"]),
        ("Six people were killed in Taraz and five people were hurt in Almaty.", ["Taraz", "Almaty"]),
    ],
)
def test_each_count_of_a_list_has_the_place_behind_it(text: str, places: list[str]) -> None:
    assert [figure["place"] for figure in figures(text)] == places


def test_no_part_is_more_than_its_whole() -> None:
    text = "رفع مقتل الشبان الثلاثة عدد القتلى منذ الاثنين إلى 114 وأكثر من 1900 جريح في تاراز.\n"
    assert [figure["part_of"] for figure in figures(text) if figure["low"] == 1900] == [None]


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("اقتحم مئات المستوطنين السدر أمس.\nوتجمع مئات الشبان عند الجسر.\n", None),
        ("تجمع مئات الشبان عند الجسر.\nوقالت البلدية إن مئات الأشخاص تجمعوا.\n", 0),
    ],
)
def test_hundreds_of_other_people_are_two_crowds(text: str, same: int | None) -> None:
    assert [again(text)[-1]] == [same]


def test_as_many_dead_of_a_year_long_past_are_others() -> None:
    crash = "Seven people were killed when a train derailed near Taraz on Thursday.\n"
    old = "No crash was worse since 1998, when seven people were killed by a runaway engine near Almaty in 1998.\n"
    assert [figure["same_as"] for figure in figures(crash + old)] == [None, None]
