"""Arabic speakers behind what opens a sentence, in words of their own, or through somebody who carries an act of theirs."""

from __future__ import annotations

import pytest

import khabar
from read_claims import said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("في غضون ذلك قال الناطق باسم الحكومة إن السد سليم.", ("الناطق باسم الحكومة", "السد سليم")),
        ("وأعرب النائب سامر نوري عن تعازيه. وعبر تغريدة قال إنه حزين.", ("سامر نوري", "حزين")),
        ("وبحسب المزروعي، فإن الحفر توقف.", ("المزروعي", "الحفر توقف")),
        ("الناشط كريم صالح طالب الحكومة بالتدخل لوقف الحفر.", ("كريم صالح", "التدخل لوقف الحفر")),
        ("من جهته الناطق باسم الحزب كريم صالح اعتبر أن القرار خاطئ.", ("كريم صالح", "القرار خاطئ")),
        ("وقال الخبراء إن الحرب طويلة. ووفقاً لهم، فإن السد قديم.", ("الخبراء", "السد قديم")),
        ("وقالت الباحثة إن الحرب طويلة. ووفقاً لها، تراجع العنف.", ("الباحثة", "تراجع العنف")),
        ('موقع "الضفاف" الإخباري كشف عن إنشاء قاعدة سرية.', ('موقع "الضفاف"', "إنشاء قاعدة سرية")),
        ("ونقل الموقع عن مصادر في سارفا، مقتل ثلاثة رعاة.", ("مصادر", "مقتل ثلاثة رعاة")),
    ],
)
def test_who_speaks_behind_what_opens_a_sentence(text: str, expected: tuple[str, str]) -> None:
    assert said(text)[-1] == expected


@pytest.mark.parametrize(
    ("behind", "distance"),
    [
        ("حسب قوله", "neutral"),
        ("بحسب قوله", "neutral"),
        ("على حد قوله", "neutral"),
        ("على حد تعبيره", "neutral"),
        ("على حد زعمه", "distances"),
    ],
)
def test_in_words_of_his_own(behind: str, distance: str) -> None:
    told = f"وقال الوزير إن التفاوض سيبدأ. وأغلق الميناء أمس، {behind}."
    claim = khabar.read(told, published="2022-01-07").claims[-1]
    assert (claim.speaker_name, claim.content.text, claim.distance) == ("الوزير", "أغلق الميناء أمس", distance)


def test_his_words_inside_what_he_says_cut_nothing() -> None:
    told = "وقال الوزير إن السد سيغلق، وفق قوله، ليفتح بعد يومين."
    assert said(told) == [("الوزير", "السد سيغلق، وفق قوله، ليفتح بعد يومين")]


@pytest.mark.parametrize(
    "text",
    [
        "وأغلق الميناءان على حد سواء.",
        "الطالب كريم صالح طالب في جامعة سارفا.",
        "وكان الراكب قضى حكماً بالسجن خمس سنوات.",
        "وقضى الوزير ليلته في القرية.",
    ],
)
def test_nobody_speaks(text: str) -> None:
    assert said(text) == []


def test_the_source_of_an_act_that_was_carried_is_the_source_of_its_figure() -> None:
    report = khabar.read("ونقلت الصحيفة عن مصدر أمني مقتل ثلاثة جنود.", published="2022-01-07")
    assert [f.source for f in report.figures] == ["مصدر أمني"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("دعا عدد من النواب إلى عقد جلسة.", ("عدد من النواب", "عقد جلسة")),
        ("دعت مجموعة من 12 منظمة محلية إلى وقف القتال.", ("مجموعة من 12 منظمة محلية", "وقف القتال")),
        ("يقول كثير من الناس إن الأسعار ارتفعت.", ("كثير من الناس", "الأسعار ارتفعت")),
        ("أعلن 5 أعضاء في المجلس انسحابهم من الحركة.", ("5 أعضاء في المجلس", "انسحابهم من الحركة")),
        ("وقال ثلاثة منهم إن الباب كان مغلقاً.", ("ثلاثة منهم", "الباب كان مغلقاً")),
        ("اتهم 12 نائباً الحكومة بالتقصير.", ("12 نائباً", "التقصير")),
        ("أيّد 67 نائباً الاقتراح.", ("67 نائباً", "الاقتراح")),
        ("45 منظمة محلية تطالب بوقف إطلاق النار", ("45 منظمة محلية", "وقف إطلاق النار")),
        ("120 جمعية ومنظمة حقوقية دولية تطالب بوقف الحرب", ("120 جمعية ومنظمة حقوقية دولية", "وقف الحرب")),
        ("وقال الوزير إن السد سليم. وطالب أكثر من مرة بفتح تحقيق.", ("الوزير", "فتح تحقيق")),
    ],
)
def test_several_speak(text: str, expected: tuple[str, str]) -> None:
    assert said(text)[-1] == expected


def test_several_who_are_asked_do_not_speak() -> None:
    assert said("وقال الوزير إن السد سليم. ودعا عدداً من النواب إلى جلسة.")[-1] == ("الوزير", "جلسة")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("استنكرت جمعيات طبية تعمل في المخيمات، القرار الأخير.", ("جمعيات طبية", "القرار الأخير")),
        ("أعلنت منظمات تعمل في قرمود، اليوم الأحد، إغلاق مكاتبها.", ("منظمات", "إغلاق مكاتبها")),
        ("انتقدت صحيفة تصدر في العاصمة، تصريحات الوزير.", ("صحيفة", "تصريحات الوزير")),
        (
            "أكدت مصادر تقدم القوات في بلدة قرمود، والسيطرة على الجسر.",
            ("مصادر", "تقدم القوات في بلدة قرمود، والسيطرة على الجسر"),
        ),
    ],
)
def test_a_clause_without_who_describes_the_speaker(text: str, expected: tuple[str, str]) -> None:
    assert said(text)[-1] == expected


@pytest.mark.parametrize(
    ("before", "source", "behind"),
    [
        ("ستواصل القوات", "وفق الوزير", "التقدم نحو مدينة قرمود"),
        ("تقدمت القوات", "بحسب الوزير", "نحو المدينة"),
        ("الخوف", "بحسب الوزير", "يتجاوز الأسعار"),
        ("أما عدد الحالات بين الأطفال", "بحسب الوزير", "فبلغ نحو 630"),
        ("تشمل البلدان المتضررة", "بحسب الوزير", "جمهورية النهر ومملكة السهل"),
        ("تظاهر آلاف الأشخاص", "وفقاً للوزير", "ضد القانون في المدن"),
        ("استهدف القصف", "وفق الوزير", "مدرسة وسوقاً"),
    ],
)
def test_an_attribution_between_commas_ends_no_clause(before: str, source: str, behind: str) -> None:
    assert said(f"{before}، {source}، {behind}.") == [("الوزير", f"{before}، {source}، {behind}")]


@pytest.mark.parametrize("behind", ["التي حققت في الحادث", "وأصيب عشرة", "الأحد"])
def test_an_attribution_behind_a_whole_clause_ends_it(behind: str) -> None:
    assert said(f"قُتل تسعة أشخاص، وفق الشرطة، {behind}.")[0] == ("الشرطة", "قُتل تسعة أشخاص")


def test_and_that_before_an_attribution_is_no_part_of_what_was_said() -> None:
    assert said("وأغلق الجسر ليلاً، وذلك وفقاً لمصدرين محليين.") == [("مصدرين محليين", "أغلق الجسر ليلاً")]
