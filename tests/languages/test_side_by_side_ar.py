"""Who speaks where no mark parts a speaker from what stands beside it: whom it accuses, its name in quotation marks, the clause
before it in a headline.
"""

from __future__ import annotations

import pytest

import khabar

SPEAKERS = [
    ("واتهمت نقابة الصيادين موظفين في الميناء بالتلاعب بالأوزان.", "نقابة الصيادين"),
    ("واتهمت السلطات ناشطين بالتخابر مع جهات أجنبية.", "السلطات"),
    ("واتهمت الحكومة جماعة مسلحة بالوقوف وراء الهجوم.", "الحكومة"),
    ('واتهم السكان ميليشيا "الرعد" بنهب المتاجر.', "السكان"),
    ("واتهم ناشطون قوات الأمن بإطلاق النار على المتظاهرين.", "ناشطون"),
    ("واتهم رئيس البلدية سمير الحاج جنوداً بإحراق عشرين منزلاً.", "رئيس البلدية سمير الحاج"),
    ('ونفت شركة "السواحل للطاقة" في بيان أن تكون قد تلقت أي إنذار.', 'شركة "السواحل للطاقة"'),
    ('وأعلنت جمعية "أيادي الخير" الخيرية أن التوزيع توقف.', 'جمعية "أيادي الخير" الخيرية'),
    ("وتبنى تنظيم «الراية» مسؤولية الهجوم.", "تنظيم «الراية»"),
    ("اشتباكات في الوادي تخلف 17 قتيلاً والأمم المتحدة تدعو إلى هدنة", "الأمم المتحدة"),
    ("انفجار في الميناء ووزير الصحة يؤكد مقتل ثلاثة", "وزير الصحة"),
    ("وبحسب مصادر محلية قتل ثلاثة أشخاص، وأصيب خمسة.", "مصادر محلية"),
]


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS)
def test_who_speaks(text: str, speaker: str) -> None:
    claims = khabar.read(text).claims
    assert [claim.speaker.text for claim in claims if claim.speaker] == [speaker]


def test_two_who_speak_together_are_one_speaker() -> None:
    claims = khabar.read("الجيش والشرطة ينفيان قصف المستشفى").claims
    assert [claim.speaker.text for claim in claims if claim.speaker] == ["الجيش والشرطة"]


def test_what_denies_ends_where_another_speaks() -> None:
    first, second = khabar.read("الجيش ينفي قصف المستشفى ومصادر طبية تتحدث عن 12 قتيلاً").claims
    assert first.content.text == "قصف المستشفى"
    assert (second.speaker_name, second.content.text) == ("مصادر طبية", "12 قتيلاً")


def test_the_dead_of_a_headline_are_not_whoever_speaks_behind_them() -> None:
    figure = khabar.read("اشتباكات تخلف 17 قتيلاً والأمم المتحدة تدعو إلى هدنة").figures[0]
    assert figure.of is not None
    assert (figure.of.text, figure.source) == ("قتيلاً", None)


def test_a_name_in_quotation_marks_makes_no_quotation() -> None:
    claim = khabar.read('وأعلنت حركة "النجم" رفضها الاتفاق.').claims[0]
    assert (claim.speaker_name, claim.mode) == ('حركة "النجم"', "indirect")


def test_how_a_source_spoke_is_not_what_it_said() -> None:
    claim = khabar.read("وبحسب شاهد تحدث إلى إذاعة الضفاف مشترطاً عدم ذكر اسمه، سُمع دوي انفجار.").claims[0]
    assert claim.content.text == "سُمع دوي انفجار"


def test_the_prosecutor_general_is_not_the_secretary_general() -> None:
    text = "وأوضح الأمين العام للنقابة سالم الدغمي أن عدد المفقودين كبير. وأمر النائب العام بفتح تحقيق."
    assert [claim.speaker_name for claim in khabar.read(text).claims] == ["سالم الدغمي", "النائب العام"]


def test_the_same_source_is_the_last_one_who_spoke() -> None:
    text = (
        "وقال المحافظ إن الطريق مغلق، وهو ما نفاه وجهاء المدينة. وقال العقيد مروان الشافي إن الطريق سالك. "
        "وأضاف أن جنديين أصيبا. وذكر المصدر نفسه أن الجيش لم يستخدم المدفعية."
    )
    assert khabar.read(text).claims[-1].speaker_name == "مروان الشافي"


def test_doubt_is_told_with_the_verb_of_the_source() -> None:
    report = khabar.read("لكن نقابة الصيادين شككت في الحصيلة الرسمية.")
    assert khabar.sentence(report, report.claims[0].id, "ar") == (
        "شككت نقابة الصيادين، بصياغة التقرير، في «الحصيلة الرسمية»."
    )
    assert "cast doubt on" in khabar.sentence(report, report.claims[0].id, "en")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("وكانت حصيلة سابقة أوردتها وزارة الصحة تحدثت عن 11 قتيلاً.", "وزارة الصحة"),
        ("وكانت حصيلة أولية أعلنتها الشرطة قد أفادت بمقتل تسعة أشخاص.", "الشرطة"),
        ("وكانت الحصيلة السابقة 11 قتيلاً.", None),
    ],
)
def test_an_earlier_toll_is_of_whoever_gave_it(text: str, source: str | None) -> None:
    assert [figure.source for figure in khabar.read(text).figures] == [source]


def test_what_speakers_did_themselves_is_their_deed() -> None:
    event = khabar.read('وقالت كتائب السدر في بيان: "اعتقلنا 23 مسلحاً في الوادي".').events[0]
    assert event.actor is not None
    assert event.target is not None
    assert (event.actor.text, event.actor.basis, event.target.text) == ("كتائب السدر", "claimed_by_actor", "23 مسلحاً")


def test_a_headline_that_shortens_a_body_s_name_adds_no_speaker() -> None:
    text = (
        "السلطات المحلية تؤكد مقتل ستة عمال في انهيار منجم\n\n"
        "وأكدت السلطات المحلية في ولاية سمرودة مصرع ستة عمال إثر انهيار منجم للفحم."
    )
    assert {claim.speaker_name for claim in khabar.read(text).claims} == {"السلطات المحلية في ولاية سمرودة"}


@pytest.mark.parametrize(
    "text",
    [
        "وتبنى البرلمان القانون في جلسة أمس.",
        "وتبنى المجلس القرار بالإجماع.",
        "وتبنت الحكومة خطة لإعادة الإعمار.",
        "وتبنى مجلس السلم قراراً يدين الهجوم.",
    ],
)
def test_who_adopts_a_law_or_a_plan_claims_no_responsibility(text: str) -> None:
    assert all(claim.act != "claim_responsibility" for claim in khabar.read(text).claims)


@pytest.mark.parametrize(
    "text",
    [
        'وبعد ساعات، تبنت جماعة "راية الجبل" الهجوم في بيان بثته.',
        "وتبنت حركة النجم مسؤولية الهجوم في بيان.",
        "وتبنت الكتيبة خطف المهندسين.",
    ],
)
def test_who_owns_a_deed_claims_responsibility(text: str) -> None:
    assert [claim.act for claim in khabar.read(text).claims] == ["claim_responsibility"]


def test_who_is_called_so_claims_nothing() -> None:
    claim = khabar.read("وقالت إحدى الناجيات، وتدعى مريم، إن القارب غرق.").claims[0]
    assert (claim.distance, claim.speaker_name) == ("neutral", "مريم")


def test_an_act_in_the_name_of_a_body_is_no_event() -> None:
    report = khabar.read('ودعت منظمة "أنقذوا البحر" الحكومة إلى فتح الميناء.')
    assert [event.trigger.text for event in report.events if event.trigger.text == "أنقذوا"] == []


def test_unrest_is_told_by_its_year() -> None:
    report = khabar.read("وقتل 42 شخصاً خلال احتجاجات 2019 في المدينة.")
    assert [time.value for time in report.times] == ["2019"]


def test_a_court_rules_what_it_sentences_to() -> None:
    claim = khabar.read("قضت محكمة الجنايات في الميناء، أمس، بالسجن 15 عاماً على ضابط، بعد إدانته بتعذيب معتقل.").claims[
        0
    ]
    assert claim.content.text.startswith("السجن 15 عاماً")


def test_a_body_s_own_site_is_no_relay() -> None:
    claim = khabar.read('ونفت شركة "السواحل" في بيان نشرته على موقعها أن تكون قد تلقت إنذاراً.').claims[0]
    assert claim.via == []
