"""Claims without a subject whose own sentence tells who acts: it is he, and nobody who spoke in the sentences before."""

from __future__ import annotations

import pytest

import khabar
from read_claims import said, speakers

BEFORE = "قال النائب نبيل عواد إن السد سليم.\n"
BEHIND = "\nوعاد سامي الدرويش إلى القرية أمس."


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("لكن الدرويش لم يلتزم بشيء خلال اللقاء، وقال إنه مستعد للسلم.", "سامي الدرويش"),
        ("وصل الدرويش إلى القرية، وأكد أن الطريق آمن.", "سامي الدرويش"),
        ("وكان الدرويش قد غادر القرية. وقال إن الطريق آمن.", "سامي الدرويش"),
        ("ورفض الدرويش الخروج، مؤكداً أن الطريق آمن.", "سامي الدرويش"),
        ("وغادر الدرويش القرية. وأكدوا أن الطريق آمن.", "?"),
    ],
)
def test_a_lone_surname_is_the_subject_where_the_report_names_him_in_full(text: str, who: str) -> None:
    assert speakers(BEFORE + text + BEHIND)[1:] == ([who] if "رفض" not in text else [who] * 2)
    assert who not in speakers(BEFORE + text) or who == "?"


def test_of_two_of_one_surname_none_is_meant() -> None:
    told = BEFORE + "وصل شنايدر إلى القرية، وأكد أن الطريق آمن.\nوعاد هانس شنايدر أمس."
    assert speakers(told)[-1] == "هانس شنايدر"
    assert speakers(told + " وعاد مارك شنايدر.")[-1] != "هانس شنايدر"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("وفي 4 أبريل، رد الرئيس الكندي مارك شنايدر على ما يسمى التلاعب، وقال إن ذلك تهديد.", "مارك شنايدر"),
        ("وتظاهر أيضاً عشرات الكنديين في الميناء، مطالبين بالماء.", "عشرات الكنديين في الميناء"),
        ("وأغلق كنديون محطة القطارات أمس، مرددين الهتافات الداعمة للسكان.", "كنديون"),
        ("وخاطب عدد من المنظمين الرئيس سامي الرشدان، ورددوا هتافات مثل «لن نترك الساحة أبدا».", "عدد من المنظمين"),
        ("وسار مئات من السكان في الشوارع، منددين بالقرار.", "مئات من السكان في الشوارع"),
        ("سقط 14 جريحا بينهم امرأة والحاكم يصف ما وقع بالكارثة ويتساءل: متى يعود السكان؟", "الحاكم"),
    ],
)
def test_several_act_and_go_on_speaking(text: str, who: str) -> None:
    assert speakers(BEFORE + text)[-1] == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("قالت وسائل إعلام كندية إن سكاناً صرخوا في وجه الوزير قائلين: «هذا حصل في عهدك».", "سكاناً"),
        ("قال الوزير إن السكان تجمعوا أمام البلدية مطالبين بالماء.", "السكان"),
        ("قال السكان إن الرعاة تجمعوا أمام البلدية، مطالبين بالماء.", "السكان"),
        ("قالت البلدية إن السكان تجمعوا في الساحة، مشيرة إلى أن الطريق آمن.", "البلدية"),
    ],
)
def test_those_of_whom_it_is_said_go_on_where_the_form_parts_them(text: str, who: str) -> None:
    assert speakers(text)[-1] == who


@pytest.mark.parametrize(
    ("first", "again"), [("عبد الرحمن", "عبدالرحمن"), ("عبدالرحمن", "عبد الرحمن"), ("عبدالله", "عبد الله")]
)
def test_a_servant_of_god_is_one_however_he_is_written(first: str, again: str) -> None:
    text = f"قال المدير رامي {first} إن السد سليم.\nوأكد {again} أن الطريق آمن."
    assert speakers(text) == [f"رامي {first}"] * 2


def test_a_name_that_opens_its_sentence_begins_with_no_verb() -> None:
    text = "عبد الله الدرويش، المتتبع لشؤون القرية، قال إن السد سليم.\nواعتبر الدرويش أن الطريق آمن."
    assert speakers(text) == ["عبد الله الدرويش"] * 2


def test_a_figure_of_an_offer_is_of_whoever_tells_that_it_was_turned_down() -> None:
    text = "وأكد مصدر كندي أن حركة النور رفضت مقترحاً أسترالياً يقضي بنقل 60 ألف نازح إلى خيام."
    (figure,) = khabar.read(text, published="2022-01-07").figures
    assert figure.source == "مصدر كندي"


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("وأقر الوزير خلال لقائه ببعض السكان في تاراز بتراجع العمل.", ("الوزير", "تراجع العمل")),
        ("وندد النائب في لقائه بالسكان بالهجوم.", ("النائب", "الهجوم")),
        ("وأقر الوزير أثناء اجتماعه بالسكان بأن الطريق مغلق.", ("الوزير", "الطريق مغلق")),
        ("وكان الوزير والنائب قد أكدا أن الطريق مغلق.", ("الوزير والنائب", "الطريق مغلق")),
        ("وكان مصدران قد أكدا أن الطريق مغلق.", ("مصدران", "الطريق مغلق")),
    ],
)
def test_whom_he_met_is_no_content_and_two_had_said_so(text: str, claim: tuple[str, str]) -> None:
    assert said(text) == [claim]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("قالت مصادر صحافية إن السد سليم.\nوأضافت المصادر في تاراز أن الطريق آمن.", "مصادر صحافية"),
        ("وقال عبد الرحمن إن السكان نظموا لقاءات في القرية وطالبوا بفتح الطريق.", "السكان"),
    ],
)
def test_sources_of_a_town_and_residents_of_whom_somebody_tells(text: str, who: str) -> None:
    assert speakers(text)[-1] == who
