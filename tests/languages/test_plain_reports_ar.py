"""Plain sentences of daily reports whose wrong reading would do harm: who did it, who said it, how many met which fate."""

from __future__ import annotations

import pytest

import khabar
from who_to_whom import parties


def _speakers(text: str) -> list[str]:
    return [claim.speaker_name for claim in khabar.read(text).claims]


def _figures(text: str) -> list[tuple[str, int | None]]:
    return [(figure.measure, figure.low) for figure in khabar.read(text).figures]


def _doers(text: str) -> list[tuple[str, str | None, str | None]]:
    events = khabar.read(text, published="2024-05-20").events
    return [(e.trigger.text, *parties(e)) for e in events]


def test_the_counted_before_while_do_not_act() -> None:
    text = "قُتل عشرة أشخاص، بينهم أربعة أطفال وسيدتان، فيما اعتقلت قوات الضفة 51 شخصاً في بلدة السدر."
    assert ("اعتقلت", "قوات الضفة", "51 شخصاً") in _doers(text)


@pytest.mark.parametrize(
    "text",
    [
        "ضبطت الجهات المختصة في قرية السدر مستودعاً يحوي قذائف.",
        "وضبط مفتشو التموين في البلدة طن دقيق.",
        "وأوقف حاجز للجيش في القرية سيارة.",
        "وقال حاكم مقاطعة غرسان داوود النوري للصحافيين إن المياه تتراجع.",
        "هاجمت الأمواج قوارب الصيادين.",
        "حاصرت المياه مئات السكان في قرية السدر.",
    ],
)
def test_who_is_not_hit_and_does_not_act(text: str) -> None:
    assert _doers(text) == []


def test_harm_in_a_disaster_is_no_attack() -> None:
    text = (
        "ضرب زلزال قوي غرب الإقليم وأوقع عشرين قتيلاً. ودمر 90% من منازل قرية السدر. "
        "وكان زلزال بقوة سبع درجات ضرب المنطقة نفسها عام 1998."
    )
    assert {event.type for event in khabar.read(text, published="2023-08-22").events} == {"DISASTER"}


def test_harm_of_a_raid_stays_an_attack_though_it_rains() -> None:
    text = "أوقعت الغارات على بلدة السدر عشرين قتيلاً. ودمر أربعون منزلاً. وتسببت الأمطار في فيضان النهر."
    types = [event.type for event in khabar.read(text, published="2023-08-22").events]
    assert (types[0], types[-1]) == ("ASSAULT", "DISASTER")


def test_who_lights_a_fire_does_it() -> None:
    assert ("أضرم", "المتظاهرون", "مقر الحزب") in _doers("وأضرم المتظاهرون النيران في مقر الحزب.")


def test_a_strong_blast_hits_what_stands_behind_it() -> None:
    assert _doers("هز انفجار قوي وسط مدينة السدر.") == [("انفجار", None, "وسط مدينة السدر")]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            'قال الحاكم إن القارب غرق. لكن أحد الناجين، ويدعى كريم (24 عاماً)، قال لصحيفة المرفأ "اقترب منا زورق كبير وهاجمنا".',
            ["الحاكم", "كريم"],
        ),
        ("طالبت الرابطة الحكومة بالكشف عن المفقودين، كما دعت مجلس الأمن إلى التحرك.", ["الرابطة", "الرابطة"]),
        ("أفاد مصدر طبي وكالة رواق أن ثلاثة أشخاص قُتلوا.", ["مصدر طبي"]),
        ("وقالت رئيسة أكبر شبكة إذاعية في البلاد إن البث توقف.", ["رئيسة أكبر شبكة إذاعية في البلاد"]),
        ('لكن منظمة "أطباء السهل" قدرت عدد القتلى بأكثر من سبعين.', ['منظمة "أطباء السهل"']),
        ("وقال محافظ دورفان سليم النوري إن الطريق مغلق.", ["سليم النوري"]),
        ('واتهم الناطق سليم النوري "حركة الضفة" بتنفيذ القصف "عن سابق تصميم".', ["سليم النوري"]),
        ('وقالت امرأة تدعى هدى الزين فقدت أباها في الهجوم "كنا نشتري الخبز. لم نسمع شيئاً".', ["هدى الزين"]),
    ],
)
def test_who_speaks(text: str, speakers: list[str]) -> None:
    assert _speakers(text) == speakers


def test_an_informed_outlet_is_the_relay() -> None:
    claim = khabar.read("وأكد المتحدث باسم الدرك وكالة رواق أن ثلاثة أشخاص قُتلوا.").claims[0]
    assert (claim.speaker_name, [via.name for via in claim.via]) == ("المتحدث باسم الدرك", ["وكالة رواق"])


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("بلغ عدد القتلى والمفقودين 340 شخصاً.", [("casualties", 340)]),
        ("بلغ عدد القتلى 12 والجرحى 40.", [("killed", 12), ("injured", 40)]),
        ("قال الناطق إن 1240 مهاجراً على الأقل قضوا أو فُقدوا في هذا المسار.", [("casualties", 1240)]),
        ("قال الناطق إن ما بين 70 و75 شخصاً لا يزالون مفقودين.", [("missing", 70)]),
        ("هناك 200 شخص لا يزالون تحت الأنقاض.", [("casualties", 200)]),
        ("أُخرج أربعة أشخاص أحياء من تحت الأنقاض.", [("rescued", 4)]),
        ("ما زال أكثر من 12 ألف شخص قيد الاختفاء القسري.", [("missing", 12000)]),
        ("قُتل 18 جندياً مقابل تسعة مسلحين.", [("killed", 18), ("killed", 9)]),
        ("مقتل جنديين وأسر ثالث في اشتباكات حي القلعة.", [("killed", 2), ("arrested", 1)]),
        ("ونزحت عشر أسر من القرية.", [("displaced", 10)]),
        ("وفقدت هدى أباها في القصف.", [("killed", 1)]),
        ("أصيب والداه بحروق في الحريق.", [("injured", 2)]),
    ],
)
def test_how_many_met_which_fate(text: str, figures: list[tuple[str, int]]) -> None:
    assert _figures(text) == figures


def test_more_than_a_few_are_no_part_of_them() -> None:
    report = khabar.read("محافظة السدر: 19 بينهم 4 أطفال و3 نساء، 12 منهم جراء غارات على الحي.")
    assert "12" in [item.text for item in report.unread]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ('تبنى تنظيم "راية الجبل" التفجير الذي استهدف فندق المنارة وأسفر عن مقتل 16 شخصاً.', None),
        ("ونفت الوزارة ضلوعها في القصف الذي أودى بحياة 30 مدنياً.", None),
        ("نفى الضابط مراراً مسؤوليته عن مقتل 17 متظاهراً.", None),
        ("ونفت الوزارة الأنباء التي تحدثت عن مقتل 40 جندياً في الهجوم.", "الوزارة"),
        ("ونفت الوزارة مقتل 40 جندياً.", "الوزارة"),
        ("وتبنت الجماعة قتل خمسة جنود في كمين.", "الجماعة"),
    ],
)
def test_who_denies_or_owns_a_deed_gives_no_number(text: str, source: str | None) -> None:
    assert [figure.source for figure in khabar.read(text).figures] == [source]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("وقدرت الشرطة عدد المتظاهرين بنحو 6 آلاف.", [("protesters", 6000)]),
        ("بلغ عدد المشاركين في المسيرة 17 ألفاً.", [("protesters", 17000)]),
        ("يتبادل الطرفان 206 أسرى بوساطة سيلدان.", [("released", 206)]),
        ("بين المفرج عنهم 82 جندياً و21 من أفراد حرس الحدود.", [("released", 82), ("released", 21)]),
    ],
)
def test_crowds_and_the_freed(text: str, figures: list[tuple[str, int]]) -> None:
    assert _figures(text) == figures


def test_parts_of_one_list_stand_beside_one_another() -> None:
    assert [f.part_of for f in khabar.read("وبين الجرحى 12 طفلاً وستة رجال.").figures] == [None, None]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("وأعلن أولياء الأمور عزمهم تنظيم وقفة الخميس.", ["أولياء الأمور"]),
        ("دعا البرلمان الطرفين إلى الحوار.", ["البرلمان"]),
        ("وهدد المرشح بدعوة أنصاره إلى النزول إلى الشارع.", ["المرشح"]),
        ("• المعارضة تقول إن ستين شخصاً ماتوا اختناقاً.", ["المعارضة"]),
        ('وقال شاهد عيان يدعى وسام لـ"الضفاف": "كنا في الممر حين سقط الناس".', ["وسام"]),
    ],
)
def test_who_speaks_in_lines_and_calls(text: str, speakers: list[str]) -> None:
    found = _speakers(text)
    assert [name for name in found if name not in speakers] == []
    assert found[:1] == speakers


def test_what_is_feared_has_not_happened() -> None:
    report = khabar.read("وحذر الصليب الأحمر من مقتل آلاف المدنيين.")
    assert [event.status for event in report.events] == ["possible"]


def test_people_die_at_games_too() -> None:
    text = (
        "مقتل 21 مشجعاً في تدافع بملعب الضفاف\nلقي 21 شخصاً مصرعهم في تدافع قبل مباراة القمة بين نادي المرفأ ونادي النجم."
    )
    assert {event.type for event in khabar.read(text, published="2022-10-02").events} <= {"ACCIDENT", "CONSULT"}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("ودعت النقابة إلى إضراب عام الخميس.", "2024-06-13"),
        ("وقال المصدر إن الرئيس سيجري مشاورات مع الكتل بدءاً من الأربعاء.", "2024-06-12"),
        ("وأضربت النقابة الخميس.", "2024-06-06"),
    ],
)
def test_days_of_what_is_called_for_lie_ahead(text: str, day: str) -> None:
    assert [time.value for time in khabar.read(text, published="2024-06-10").times] == [day]


def test_people_were_killed_in_the_year_of_the_incident() -> None:
    report = khabar.read("وقُتل ثلاثة صيادين في حادث مماثل عام 2016.", published="2023-04-18")
    assert [event.date.value for event in report.events if event.date] == ["2016"]


def test_an_unknown_town_takes_no_country_from_an_institute() -> None:
    text = "وبلغت قوة الزلزال ست درجات وفق المعهد الأميركي. وقال حاكم مقاطعة غرسان إن المياه انقطعت."
    assert [place.country for place in khabar.read(text).places] == [None]


def test_a_known_city_is_not_its_namesake_of_another_country() -> None:
    text = "عقد المجلس جلسة في نيويورك.\nوحذرت المفوضية في جنيف من نزوح جديد."
    assert [place.country for place in khabar.read(text).places] == ["US", "CH"]


def test_a_province_heads_its_part_of_a_list() -> None:
    text = "وثق المرصد مقتل 41 شخصاً اليوم، توزعوا كالتالي:\nمحافظة الضفاف: 19 بينهم أربعة أطفال وثلاث نساء\nمحافظة السهل: ستة قضوا"
    assert "محافظة الضفاف" not in [claim.speaker_name for claim in khabar.read(text).claims]


def test_who_documents_arrests_made_none() -> None:
    text = "وثقت شبكة الإنصاف لحقوق الإنسان 187 حالة اعتقال تعسفي في الشهر الماضي في محافظة الضفاف."
    assert [doer for _, doer, _ in _doers(text) if doer] == []
