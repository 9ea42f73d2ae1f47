"""Which tellings are of one event, and which are of another that happened beside it."""

from __future__ import annotations

from typing import Any

import pytest

import khabar

PUBLISHED = "2022-01-07"
EMBASSY = (
    "أطلقت امرأة النار على مبنى السفارة في السدر أمس.\n"
    "وقالت الشرطة إن سيارة مفخخة انفجرت في هجوم على مركز للشرطة في حي النهر، فجُرح ثلاثة من رجال الشرطة.\n"
    "وقال محققون إن الهجوم على السفارة نفذته امرأة واحدة.\n"
)


def events(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = khabar.read(text, published=PUBLISHED).to_dict()["events"]
    return found


def groups(text: str) -> list[list[str]]:
    """The triggers of each event of a text, in the order of the first tellings."""
    found: dict[str, list[str]] = {}
    for event in events(text):
        found.setdefault(event["same_as"] or event["id"], []).append(event["trigger"]["text"])
    return list(found.values())


def test_an_attack_on_another_place_is_another_and_gets_no_doer_of_the_first() -> None:
    shot, _, bombed, again = events(EMBASSY)
    assert again["same_as"] == shot["id"]
    assert bombed["same_as"] is None
    assert bombed["actor"] is None


@pytest.mark.parametrize(
    "second",
    [
        "ووقع هجوم آخر على السوق نفسه.",
        "ونفذ مسلحون هجوماً ثانياً على السوق.",
        "وقال شهود إن هجوماً منفصلاً وقع قرب السوق.",
        "وقال شهود إن هجوماً مسلحاً آخر استهدف السوق.",
    ],
)
def test_another_attack_is_another(second: str) -> None:
    text = f"هاجم مسلحون سوقاً في السدر أمس، وقتلوا 8 أشخاص.\n{second}\n"
    assert events(text)[-1]["same_as"] is None


def test_another_attack_is_taken_up_by_its_own_tellings() -> None:
    text = "هاجم مسلحون سوقاً في السدر أمس.\nووقع هجوم آخر على مدرسة في النخيل.\nوقال الوالي إن الهجوم على المدرسة نفذه ثلاثة.\n"
    first, another, again = events(text)
    assert (another["same_as"], again["same_as"]) == (None, another["id"])
    assert first["target"]["text"] != again["target"]["text"]


def test_the_bulletin_of_a_fight_tells_many_acts() -> None:
    text = (
        "خاض مقاتلو اللواء اشتباكات مع الجيش في حي النهر أمس.\n"
        "وفي حي الميناء خاض مقاتلو اللواء اشتباكات مع الجيش.\n"
        "وقصف اللواء بقذائف الهاون مواقع للجيش غربي السدر.\n"
        "وقصف اللواء بقذائف الهاون مطاراً للجيش جنوبي السدر.\n"
    )
    assert [event["same_as"] for event in events(text)] == [None] * len(events(text))


def test_what_opens_a_report_is_told_again_by_its_lead() -> None:
    text = "تفجير في السدر يوقع 8 قتلى\nقتل ثمانية أشخاص في انفجار عبوة داخل حافلة في السدر أمس.\n"
    assert groups(text) == [["تفجير", "انفجار"]]


@pytest.mark.parametrize(
    "again", ["وأكد المشفى مقتل ستة مزارعين بالرصاص.", "وقال أحد الناجين إن مسلحين قتلوا المزارعين فجراً."]
)
def test_the_same_victims_or_as_many_are_the_same_attack(again: str) -> None:
    lead = "قتل مسلحون ستة مزارعين في قرية النخيل أمس.\nوسادت حالة من الغضب في المدينة، وأغلقت المتاجر أبوابها.\n"
    assert events(lead + again)[-1]["same_as"] == events(lead)[0]["id"]


def test_an_attack_called_by_its_day_is_known() -> None:
    text = "هجوم انتحاري يوقع 20 قتيلاً في السدر\nوعزى الوزير أسر الجنود الذين قتلوا في هجوم الخميس.\n"
    first, again = events(text)[:2]
    assert again["same_as"] == first["id"]


def test_attacks_as_such_are_not_the_one_attack() -> None:
    text = "هاجم انتحاري معسكراً في السدر أمس.\nوتشن الجماعة هجمات دامية على الجيش منذ 2007.\n"
    assert [event["same_as"] for event in events(text)] == [None, None]


def test_what_was_feared_is_not_what_happened() -> None:
    text = "حذر الوالي من هجوم على مباني الشركة.\nوكان مسلحون قد هاجموا المرفأ أمس.\nوأسفر الهجوم على المرفأ عن مقتل 7 عمال.\n"
    feared, happened, again = events(text)
    assert (feared["status"], happened["same_as"], again["same_as"]) == ("possible", None, happened["id"])


def test_a_turn_to_another_matter_is_another_accident() -> None:
    text = "توفي 9 أشخاص إثر حادث مروري على طريق السدر.\nإلى ذلك، توفي شخص وأصيب 4 إثر حادث انقلاب على طريق النخيل.\n"
    assert [event["same_as"] for event in events(text)] == [None, None]


def test_a_paragraph_printed_twice_tells_the_same() -> None:
    line = "الجيش يعلن صد محاولة تسلل في محور السدر.\n"
    text = line + "وقال السكان إن الهدوء عاد إلى المدينة.\n" + line
    assert len(groups(text)) == 1


def test_the_number_of_the_dead_is_that_of_the_attack() -> None:
    text = "قتل 42 شخصاً في هجوم على السدر أمس.\nوقالت الجماعة إن عدد القتلى لم يتجاوز 19.\n"
    assert groups(text) == [["هجوم", "القتلى"]]
    war = "قتل 5 جنود في غارة على السدر أمس.\nوقتل أكثر من 1300 مدني منذ بدء الحرب.\n"
    assert [event["same_as"] for event in events(war)] == [None, None, None]


def test_who_died_in_the_taking_of_hostages_and_in_the_attack_died_in_one() -> None:
    text = (
        "قتل 12 شخصاً، بينهم خمسة جنود، في احتجاز رهائن في فندق في السدر، وفق حصيلة أعلنها مسؤولون أمس الخميس.\n"
        "وقال مصدر إن 12 شخصاً قتلوا في الهجوم على الفندق.\n"
        "وأضاف أن بين القتلى خمسة مسلحين.\n"
    )
    report = khabar.read(text, published=PUBLISHED).to_dict()
    roots = {event["id"]: event["same_as"] or event["id"] for event in report["events"]}
    assert len({roots[figure["event"]] for figure in report["figures"] if figure["event"]}) == 1
    assert "2022-01-06" not in {event["date"]["value"] for event in report["events"] if event["date"]}


def test_the_building_that_was_stormed_is_the_one_of_the_attack() -> None:
    text = "وقع هجوم في مطار ألماتي أسفر عن مقتل 12 شخصاً.\nوعاد الهدوء إلى المدينة.\nوكان المهاجمون اقتحموا مطار ألماتي فجراً.\n"
    assert groups(text) == [["هجوم", "اقتحموا"]]


def test_the_day_of_the_words_for_who_said_it_is_no_day_of_an_attack() -> None:
    (attack,) = events("قتل 7 جنود في هجوم في السدر، بحسب ما قال مسؤول في المحافظة لوكالة أنباء الخميس.")
    assert (attack["date"] or {}).get("from") != "sentence"


@pytest.mark.parametrize(
    "again",
    ["وأغلقت الشرطة الطريق عقب عملية الدهس.", "وقال شهود إن منفذ عملية الدهس فر من المكان."],
)
def test_an_operation_is_known_by_the_article_of_what_was_done(again: str) -> None:
    text = f"أصيب 3 جنود في عملية دهس عند مدخل ألماتي.\nوعاد الهدوء إلى المدينة.\n{again}\n"
    first, *_, last = [event for event in events(text) if event["type"] == "ASSAULT"]
    assert last["same_as"] == first["id"]


def test_one_blast_of_a_town_is_told_by_many() -> None:
    text = (
        "أكدت الشرطة وقوع انفجار قرب السفارة في ألماتي أمس.\nوقال السكان إنهم سمعوا دوياً قوياً.\n"
        "وقال متحدث باسم السفارة إن انفجاراً وقع على مقربة منها في ألماتي.\n"
    )
    assert groups(text) == [["انفجار", "انفجاراً"]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # two strikes are not one of them
        (
            "غارتان على بلدتين قرب السدر\n\nقُتل سبعة أشخاص في غارة جوية استهدفت سوقاً في النخيل أمس.\n",
            [["غارتان"], ["غارة"]],
        ),
        # fighting takes fighting up, whatever dead its sentence counts
        (
            "دارت معارك بين الجيش ومسلحين في السدر أمس.\nوقال مصدر إن الاشتباكات أسفرت عن مقتل 22 مسلحاً و7 جنود.\n",
            [["معارك", "الاشتباكات"]],
        ),
        # the incident is the accident that was told
        (
            "غرق مركب يقل مهاجرين قبالة السدر أمس، ما أدى إلى مقتل 20 شخصاً.\nوقال مسؤول إن الحادث وقع قرب الميناء.\n",
            [["غرق", "الحادث"]],
        ),
        # what had been done is not what is called for
        (
            "طالبت المنظمة بالإفراج عن موظفيها المخطوفين.\nوكان الخاطفون قد أفرجوا عن طبيبين في يناير.\n",
            [["الإفراج"], ["أفرجوا"]],
        ),
        # the signing of the agreement
        (
            "وقعت الحكومة والجبهة اتفاقاً في السدر أمس.\nوقال الوزير إن توقيع الاتفاق خطوة أولى.\n",
            [["وقعت", "توقيع"]],
        ),
    ],
)
def test_known_words_take_up_what_was_told(text: str, found: list[list[str]]) -> None:
    assert groups(text) == found


def test_a_strike_is_the_one_in_the_town_of_who_speaks_of_it() -> None:
    text = (
        "قُتل سبعة أشخاص في غارة جوية استهدفت سوقاً في صفاقس أمس.\n"
        "وفي قابس، قُتل ثلاثة أشخاص في غارة أخرى أصابت منزلاً.\n"
        "وقال شاهد في صفاقس إن الغارة دمرت عشرة متاجر.\n"
    )
    first, other, again = events(text)
    assert (other["same_as"], again["same_as"]) == (None, first["id"])


def test_what_came_before_an_attack_is_not_its_outcome() -> None:
    text = "شن مسلحون هجوماً على نقطة للجيش في السدر.\nويأتي الهجوم بعد يومين من مقتل قاض برصاص مسلحين في النخيل.\n"
    assert groups(text) == [["هجوماً", "الهجوم"], ["مقتل"]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("هاجم مسلحون مركزاً للشرطة في السدر أمس وقتلوا خمسة من عناصره.\n", [["هاجم"]]),
        ("سقطت قذائف على حي في السدر أمس فقتلت امرأة وطفليها.\n", [["سقطت"]]),
        (
            "هاجم مسلحون سوقاً في السدر أمس.\nوفي هجوم آخر، فجّر انتحاري نفسه قرب مدرسة في النخيل.\n",
            [["هاجم"], ["فجّر"]],
        ),
    ],
)
def test_words_of_one_attack_tell_one(text: str, found: list[list[str]]) -> None:
    assert groups(text) == found


def test_the_crash_takes_up_the_crash_of_a_plane() -> None:
    text = "A plane crash in Taraz killed nine people on Thursday.\n\nTwo pilots died in the crash, officials said.\n"
    found = khabar.read(text, published="2022-01-07").events
    crashes = [event for event in found if event.type == "ACCIDENT"]
    assert [event.same_as for event in crashes[1:]] == [crashes[0].id] * (len(crashes) - 1)
    assert {event.date.value for event in crashes if event.date} == {"2022-01-06"}


@pytest.mark.parametrize(("town", "joined"), [("", True), (" في تاراز", False)])
def test_the_deed_by_which_people_are_told_is_the_one_told_beside_their_fate(town: str, joined: bool) -> None:
    text = (
        "أعلنت الشرطة تصفية العشرات ممن حاولوا اقتحام مقار أمنية في ألماتي.\n"
        f"وقالت المتحدثة باسم الشرطة إن مجموعة حاولت ليلا اقتحام مبان إدارية{town}، وإنه جرى القضاء على عشرات المهاجمين.\n"
    )
    apart = [["تصفية", "القضاء"], ["اقتحام"], ["اقتحام"]]
    assert groups(text) == ([["تصفية", "القضاء"], ["اقتحام", "اقتحام"]] if joined else apart)
    accused = (
        "أعلنت الشرطة اعتقال ثلاثة متهمين بتفجير مقهى في تاراز.\n"
        "وقالت المتحدثة إن الثلاثة فجروا عبوة في المقهى وإن اعتقالهم جرى ليلا.\n"
    )
    assert groups(accused) == [["اعتقال", "اعتقالهم"], ["تفجير", "فجروا"]]


BOMBING = "تفجير في ألماتي يوقع 12 قتيلاً\nقُتل 12 شخصاً في تفجير انتحاري في ألماتي أمس.\n"


@pytest.mark.parametrize(
    ("earlier", "last"),
    [
        ("وشهدت تاراز قبل شهر هجوماً مماثلاً أوقع ثلاثة قتلى.\n", "وأدان الرئيس الهجوم ووصفه بالجبان.\n"),
        ("وفي العام الماضي قُتل 20 شخصاً في هجوم على مسجد في تاراز.\n", "ولم تعلن أي جهة مسؤوليتها عن الهجوم.\n"),
        ("وكان هجوم على كنيسة في تاراز عام 2019 قد أودى بحياة 40 شخصاً.\n", "وقالت الشرطة إن الهجوم نفذه شاب.\n"),
        ("ويأتي ذلك بعد أسابيع من هجوم على فندق في تاراز قُتل فيه 30 شخصاً.\n", "ودانت الأمم المتحدة الهجوم.\n"),
    ],
)
def test_the_attack_of_the_end_is_the_reports_own_not_one_it_looks_back_at(earlier: str, last: str) -> None:
    first, *_ = found = events(BOMBING + earlier + last)
    ends = [event for event in found if event["trigger"]["text"] == "الهجوم"]
    assert [event["same_as"] for event in ends] == [first["id"]]


@pytest.mark.parametrize(
    "last",
    [
        "وحُكم آنذاك على منفذ الهجوم في تاراز بالسجن.\n",  # it names the place
        "وكان الهجوم قد أثار غضباً واسعاً.\n",  # it stays with what was before
    ],
)
def test_what_names_an_earlier_attack_is_of_that(last: str) -> None:
    text = BOMBING + "وفي العام الماضي قُتل 20 شخصاً في هجوم على مسجد في تاراز.\n" + last
    found = events(text)
    mosque = next(event for event in found if event["trigger"]["text"] == "هجوم")
    assert [event["same_as"] for event in found if event["trigger"]["text"] == "الهجوم"] == [mosque["id"]]
