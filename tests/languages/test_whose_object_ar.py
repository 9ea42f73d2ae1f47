"""Whom a verb of accusing, warning or calling is done to, and who says it: gender tells the two apart."""

from __future__ import annotations

import pytest

import khabar
from who_to_whom import roles

_TOLD = "قالت الوزارة إن الطريق مقطوع. "


def said(text: str) -> list[tuple[str, str, str]]:
    """Act, speaker and content of each claim behind the first."""
    return [(c.act, c.speaker_name, c.content.text) for c in khabar.read(text, published="2022-01-07").claims]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("واتهمت جيش الوادي بالوقوف وراء الهجوم.", ("accuse", "الوزارة", "الوقوف وراء الهجوم")),
        ('واتهمت "حزب النخيل" بالتحريض.', ("accuse", "الوزارة", "التحريض")),
        ("وحذرت سكان المناطق المنخفضة من فيضانات جديدة.", ("warn", "الوزارة", "فيضانات جديدة")),
        # a feminine body agrees with the verb: it speaks
        ("واتهمت حركة النخيل الحكومة بالتحريض.", ("accuse", "حركة النخيل", "التحريض")),
    ],
)
def test_a_feminine_verb_has_no_masculine_subject(sentence: str, expected: tuple[str, str, str]) -> None:
    assert said(_TOLD + sentence)[-1] == expected


def test_parties_called_upon_are_no_part_of_a_name() -> None:
    told = "دعا المبعوث الأممي هانس ليند الطرفين إلى ضبط النفس. وقال إن الوضع خطير."
    assert [speaker for _, speaker, _ in said(told)] == ["هانس ليند", "هانس ليند"]


def test_a_denial_behind_the_name_somebody_is_known_by() -> None:
    told = "نفى متحدث باسم الجماعة يُعرف بأبي سالم أي علاقة لها بالهجوم."
    assert said(told) == [("deny", "أبي سالم", "أي علاقة لها بالهجوم")]


def test_the_weather_service_speaks() -> None:
    told = "وتوقعت الأرصاد الجوية استمرار هطول الأمطار حتى مساء الجمعة."
    assert said(told) == [("expect", "الأرصاد الجوية", "استمرار هطول الأمطار حتى مساء الجمعة")]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("توقع الخبير استمرار الأمطار حتى الجمعة.", "2023-11-10"),
        ("أمهلت الجبهة الجيش حتى الجمعة للانسحاب.", "2023-11-10"),
        ("مدد المجلس حظر التجول حتى الجمعة.", "2023-11-10"),
        ("استمرت المعارك حتى الجمعة.", "2023-11-03"),
    ],
)
def test_until_a_weekday_that_is_foretold_is_the_next_one(sentence: str, value: str) -> None:
    assert [t.value for t in khabar.read(sentence, published="2023-11-08").times] == [value]


def test_a_name_told_again_keeps_its_first_word_though_a_list_knows_the_last() -> None:
    told = "وقع الهجوم قرب بلدة عين السرو. وقال شاهد إن الطريق بين عين السرو ومدينة الجوف مقطوع."
    assert [p.text for p in khabar.read(told, published="2023-11-08").places] == ["عين السرو", "عين السرو", "الجوف"]


def test_relatives_are_not_those_whose_relatives_they_are() -> None:
    (figure,) = khabar.read("تظاهر مئات من أهالي الجنود الأسرى أمام المقر.", published="2023-11-08").figures
    assert not {one.value for one in figure.population} & {"security", "detainee"}
    assert figure.count_kind is None


def test_what_is_to_be_done_or_a_threat_is_carried_out() -> None:
    found = khabar.read("توعد القائد باقتحام العاصمة إذا لم تستقل الحكومة.", published="2023-11-08").events
    assert [(e.trigger.text, e.status) for e in found] == [("اقتحام", "threatened"), ("تستقل", "called_for")]


def test_those_who_are_warned_of_floods_make_none() -> None:
    (flood,) = khabar.read("حذرت البلدية سكان الوادي من فيضانات جديدة.", published="2023-11-08").events
    assert (flood.status, flood.actor) == ("possible", None)


def test_the_press_belongs_to_its_syndicate() -> None:
    assert said("وطالبت نقابة الصحافيين بتحقيق دولي.")[0][1] == "نقابة الصحافيين"
    assert said("قال الوزير للصحافيين إن الطريق مقطوع.")[0][1] == "الوزير"


def test_a_headline_with_a_denial_and_what_residents_say() -> None:
    found = khabar.read("واشنطن تنفي قصف قافلة في الصحراء وسكان يتحدثون عن 9 قتلى", published="2023-11-08")
    assert [(c.act, c.speaker_name) for c in found.claims] == [("deny", "واشنطن"), ("other", "سكان")]
    assert [(f.text, f.source) for f in found.figures] == [("9", "سكان")]
    assert found.events
    assert all(e.place is None for e in found.events)  # a capital that speaks is no scene


def test_a_quoted_noun_behind_its_preposition_is_no_verb_of_speech() -> None:
    assert [act for act, _, _ in said("ودعت السفارة السلطات إلى «كشف الحقيقة كاملة».")] == ["request"]


@pytest.mark.parametrize(
    "sentence",
    [
        "نفت القيادة اتهامات وجهتها إليها حكومة سيلدان بقتل تسعة رعاة.",  # who accuses did not do it
        "رد الجيش على اتهامات وجهتها إليه المعارضة بقصف القرية.",
    ],
)
def test_who_brings_accusations_is_not_the_doer(sentence: str) -> None:
    found = khabar.read(sentence, published="2023-11-08").events
    assert found
    assert all(e.actor is None for e in found)


def test_an_agency_that_is_told_of_a_raid_did_not_carry_it_out() -> None:
    told = "قصفت الطائرات القرية فجر الأربعاء. وقال راعٍ نجا من القصف لوكالة رواق عبر الهاتف إن القتلى من عائلته."
    doers = [e.actor.text for e in khabar.read(told, published="2023-11-08").events if e.actor]
    assert not [name for name in doers if "رواق" in name]


def test_whoever_acts_in_a_place_acts_on_somebody() -> None:
    for told, who in (
        ("وناشد المجلس المحلي في الزعفران المنظمات الدولية التدخل.", "المجلس المحلي"),
        ("وحذر المكتب الإعلامي في المدينة الأهالي من الاقتراب.", "المكتب الإعلامي في المدينة"),
    ):
        assert [speaker for _, speaker, _ in said(told)] == [who]


def test_two_capitals_go_on_speaking_in_the_dual() -> None:
    told = 'تحذر الأمم المتحدة من كارثة. وأعربت باريس ولندن عن "قلق بالغ"، ودعتا إلى جلسة طارئة.'
    assert [speaker for _, speaker, _ in said(told)] == ["الأمم المتحدة", "باريس ولندن", "باريس ولندن"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("كما دعت واشنطن حكومة سيلدان إلى الحوار.", ("request", "واشنطن", "الحوار")),
        ("واتهمت موسكو جيش سيلدان بقصف القرية.", ("accuse", "موسكو", "قصف القرية")),
        ("ودعت باريس رئيس الوزراء إلى الاستقالة.", ("request", "باريس", "الاستقالة")),
    ],
)
def test_a_capital_acts_on_a_body_of_another_state(sentence: str, expected: tuple[str, str, str]) -> None:
    assert said(sentence) == [expected]


def test_according_to_his_family_is_not_in_the_words_of_who_spoke_last() -> None:
    told = "قالت المحامية سلمى الطيب إن موكلها بريء. ولم يحضر الجلسة لأنه مريض، بحسب عائلته."
    assert [speaker for _, speaker, _ in said(told)] == ["سلمى الطيب", "عائلته"]


def test_a_charge_of_incitement_is_nobodys_call() -> None:
    assert [act for act, _, _ in said("أيدت المحكمة حكماً بسجنه بتهمة التحريض على العنف.")] == ["support"]


def test_a_planned_march_is_on_the_next_friday() -> None:
    told = "ومن المقرر أن تنظم المعارضة مسيرات في خمس مدن يوم الجمعة."
    assert [t.value for t in khabar.read(told, published="2021-02-02").times] == ["2021-02-05"]


@pytest.mark.parametrize(
    ("sentence", "trigger", "doer", "victim"),
    [
        ("قالت منظمة إن المدينة شهدت إعدامات للعشرات من السكان.", "إعدامات", None, "العشرات من السكان"),
        ("ونفذت الجماعة اغتيالات لشيوخ القبائل.", "اغتيالات", "الجماعة", "شيوخ القبائل"),
        ("وأصيب صحافي برصاص الجيش قبل اعتقاله في الميدان.", "اعتقاله", None, "صحافي"),
        ("وقال الجيش إنه حذر السكان قبل قصفه للميدان.", "قصفه", "الجيش", "الميدان"),
    ],
)
def test_persons_suffer_what_is_done_to_persons_and_whose_bullets_hit_is_not_arrested(
    sentence: str, trigger: str, doer: str | None, victim: str | None
) -> None:
    assert roles(sentence, trigger) == (doer, victim)


def test_what_a_relative_clause_between_commas_tells_of_the_speaker_is_not_what_he_said() -> None:
    text = "وأعلنت السلطات في تل الزيتون، البلدة التي تشهد فيضانات، إجلاء ستين شخصاً."
    (claim,) = khabar.read(text).claims
    assert claim.content is not None
    assert claim.content.text == "إجلاء ستين شخصاً"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("وأكد أن قوات الحلف، التي وصلت إلى السدر، ستتولى حراسة المطار.", "future"),
        ("وأكد أن قوات الحلف، التي ستصل إلى السدر، تحرس المطار.", "asserted"),
        ("وأعرب الوزير عن ثقته في تجاوز الأزمة.", "future"),
        ("وأعرب الوزير عن ثقته في الحكومة.", "asserted"),
    ],
)
def test_the_main_verb_or_an_act_one_is_sure_of_gives_the_status(text: str, status: str) -> None:
    (claim,) = khabar.read(text).claims
    assert claim.status == status
