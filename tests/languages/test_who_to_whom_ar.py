"""Who did what to whom: objects beside their doers, weapons that are struck, and what leads to an act without doing it."""

from __future__ import annotations

import pytest

import khabar
from who_to_whom import BODIES, event_of, roles


@pytest.mark.parametrize(
    ("sentence", "trigger", "doer", "victim"),
    [
        ("أدان المجلس قتل الشرطة متظاهرا.", "قتل", "الشرطة", "متظاهرا"),
        ("ندد الحزب بهدم البلدية منازل في حي الرمان.", "هدم", "البلدية", "منازل"),
        ("جاء ذلك بعد اقتحام مستوطنين القرية فجرا.", "اقتحام", "مستوطنين", "القرية"),
        ("انسحبت قوات الحدود من القرية عقب اعتقالها فلسطينيين.", "اعتقالها", "قوات الحدود", "فلسطينيين"),
        # People behind one body of men, a noun that no adjective can be, somebody's name behind "of".
        ("ندد الحزب باحتجاز الشرطة المعلمين.", "احتجاز", "الشرطة", "المعلمين"),
        ("ندد الحزب باعتقال الجيش القادة المدنيين.", "اعتقال", "الجيش", "القادة المدنيين"),
        ("ندد الحزب بقتل المستوطنين شابا.", "قتل", "المستوطنين", "شابا"),
        ("ندد الحزب باغتيال الحركة القائد سامر الوادي.", "اغتيال", "الحركة", "القائد سامر الوادي"),
        ("جاء ذلك بعد استعادة القوات الفرنسية المنطقة.", "استعادة", "القوات الفرنسية", "المنطقة"),
        ("ندد الحزب بمهاجمة الشرطة الفرنسية الموكب.", "مهاجمة", "الشرطة الفرنسية", "الموكب"),
        ("ندد الحزب باغتيال فرنسا لسمرين الوادي.", "اغتيال", "فرنسا", "سمرين الوادي"),
        ("توقفت الدراسة خلال ملاحقة الشرطة لهما في السدر يوم الخميس.", "ملاحقة", "الشرطة", None),
        ("قال الحزب إن اقتحامات الاحتلال لم تتوقف.", "اقتحامات", "الاحتلال", None),
        ("ندد الحزب باقتحام القاعدة العسكرية.", "اقتحام", None, "القاعدة العسكرية"),
        ("ندد الحزب باعتقال الناشطين المدنيين.", "اعتقال", None, "الناشطين المدنيين"),
        ("ندد الحزب باعتقال القائد العسكري.", "اعتقال", None, "القائد العسكري"),
        ("قال الحزب إن الجيش حاول تطويق القوات الفرنسية الخاصة.", "تطويق", "الجيش", "القوات الفرنسية الخاصة"),
        # Several bodies of one kind agree like a woman, and "local" is no locality behind them.
        ("اعتقلت السلطات الناشط سامر حداد أمس.", "اعتقلت", "السلطات", "الناشط سامر حداد"),
        ("اعتقلت السلطات المحلية الكاتب في السدر.", "اعتقلت", "السلطات المحلية", "الكاتب في السدر"),
        ("أوقفت الشرطة المحلية ثلاثة متظاهرين.", "أوقفت", "الشرطة المحلية", "ثلاثة متظاهرين"),
        ("اعتقلت السلطات العليا ثلاثة متظاهرين.", "اعتقلت", "السلطات العليا", "ثلاثة متظاهرين"),
        # Whom it is done to stands behind "on".
        ("اعتدى شبان على حارس في السدر.", "اعتدى", "شبان", "حارس"),
        # One noun behind the other is no object: whose it is, when it was.
        ("أدان المجلس قتل رئيس البلدية.", "قتل", None, "رئيس البلدية"),
        ("أدان المجلس قتل سكان القرية.", "قتل", None, "سكان القرية"),
        ("أدان المجلس اعتقال الشرطي أمس.", "اعتقال", None, "الشرطي"),
        # Its dead are those who died, not whose they are.
        ("خفضت الوزارة حصيلة قتلاها إلى تسعة حراس.", "قتلاها", None, "قتلاها"),
        ("أعلنت الأسرة مقتله في السدر.", "مقتله", None, None),
    ],
)
def test_the_object_of_a_masdar_behind_its_doer(
    sentence: str, trigger: str, doer: str | None, victim: str | None
) -> None:
    assert roles(sentence, trigger) == (doer, victim)


@pytest.mark.parametrize(
    ("sentence", "trigger", "doer", "victim"),
    [
        ("هاجم رعاة النخيل قافلة للحجاج قرب السدر.", "هاجم", "رعاة النخيل", "قافلة للحجاج"),
        ("أعلنت حركة النخيل أن مقاتليها استهدفوا دبابة في السدر.", "استهدفوا", "مقاتليها", "دبابة"),
        ("دمر مقاتلو اللواء دبابة قرب السدر.", "دمر", "مقاتلو اللواء", "دبابة"),
        ("استهدف اللواء بطائرة مسيرة سيارة الوالي.", "استهدف", "اللواء", "سيارة الوالي"),
        ("قال اللواء إن رجاله استهدفوا بعبوة ناسفة دبابة للجيش.", "استهدفوا", "رجاله", "دبابة للجيش"),
        ("أسقطت الدفاعات الجوية 20 طائرة مسيرة.", "أسقطت", "الدفاعات الجوية", "20 طائرة مسيرة"),
        ("أسقط الجيش طائرة مسيرة.", "أسقط", "الجيش", "طائرة مسيرة"),
        # What stands behind a weapon fired it.
        ("قال شاهد إن ثلاثة رجال قتلوا برصاص الشرطة.", "قتلوا", "الشرطة", "ثلاثة رجال"),
        ("أصيب جنديان بصاروخ مضاد للدبابات في السدر.", "أصيب", None, "جنديان"),
    ],
)
def test_what_is_struck_is_the_object(sentence: str, trigger: str, doer: str | None, victim: str | None) -> None:
    assert roles(sentence, trigger) == (doer, victim)


@pytest.mark.parametrize(
    ("sentence", "trigger"),
    [
        ("توجه رئيس البلدية إلى مكان الهجوم في السدر.", "الهجوم"),
        ("توصلت شرطة السدر إلى هوية مرتكب تفجير المسجد.", "تفجير"),
        ("ارتكب اللواء جرائم كان آخرها قتل الصحافي سامي المرجاني.", "قتل"),
        ("حذرت السلطات سكان السدر من هجوم محتمل.", "هجوم"),
    ],
)
def test_who_goes_to_finds_out_or_is_warned_of_an_act_did_not_do_it(sentence: str, trigger: str) -> None:
    assert roles(sentence, trigger)[0] is None


@pytest.mark.parametrize(
    ("sentence", "trigger", "doer", "victim"),
    [
        ("لقي حارس مصرعه على يد لصوص.", "لقي", "لصوص", "حارس"),
        ("قضى تاجر على يد ابنه في السدر.", "قضى", "ابنه", "تاجر"),
        ("قتل ستة في صفوف المهاجمين.", "قتل", None, "المهاجمين"),
        ("بلغت الحصيلة 18 قتيلا في صفوف الشرطة.", "قتيلا", None, "الشرطة"),
        ("قتل خمسة جنود في صفوف الجيش.", "قتل", None, "خمسة جنود"),
        ("داهمت الشرطة أحد المنازل في السدر.", "داهمت", "الشرطة", "أحد المنازل"),
        ("خطف ملثمون طبيبا في السدر.", "خطف", "ملثمون", "طبيبا"),
        ("ارتفع عدد ضحايا حرب السدر من الأطفال إلى 50.", "حرب", None, None),
        ("جاء في بيان خفر السواحل أنه أنقذ 40 مهاجرا.", "أنقذ", "خفر السواحل", "40 مهاجرا"),
    ],
)
def test_at_whose_hands_and_in_whose_ranks(sentence: str, trigger: str, doer: str | None, victim: str | None) -> None:
    assert roles(sentence, trigger) == (doer, victim)


def test_the_name_of_a_weapon_is_no_disaster() -> None:
    report = khabar.read("استهدفت الحركة موقع السدر بالبركان والمسيرات.\n" + BODIES, published="2022-01-06")
    assert "DISASTER" not in {event.type for event in report.events}


@pytest.mark.parametrize(
    ("sentence", "trigger", "doer", "victim"),
    [
        ("تواصل الاحتجاج في السدر حيث قطع مئات السكان طرقاً.", "الاحتجاج", "مئات السكان", None),
        ("قال مكتب البلدية إن ثلاثة قاصرين بين القتلى.", "القتلى", None, "ثلاثة قاصرين"),
        (
            'أعلنت الشرطة "تصفية العشرات" ممن حاولوا اقتحام الثكنة.',
            "تصفية",
            "الشرطة",
            "العشرات ممن حاولوا اقتحام الثكنة",
        ),
        ('قال الوزير: "تم إخلاء الفندق" وتفتيشه بعد تدمير "سور الثكنة" وبرجها.', "تدمير", None, '"سور الثكنة"'),
        ("وافق المجلس على إرسال 150 جنديا إلى السدر.", "وافق", "المجلس", None),
        ("أقام الجيش حواجز على طريق السدر.", "أقام", "الجيش", None),
    ],
)
def test_who_took_part_who_is_among_the_dead_and_what_is_no_party(
    sentence: str, trigger: str, doer: str | None, victim: str | None
) -> None:
    assert roles(sentence, trigger) == (doer, victim)


def test_soldiers_who_cut_a_road_off_protest_against_nothing() -> None:
    report = khabar.read("قطع الجيش الطريق بين البلدتين.\n" + BODIES, published="2022-01-06")
    assert "PROTEST" not in {event.type for event in report.events}


@pytest.mark.parametrize(
    ("sentence", "trigger", "basis"),
    [
        ("أعلنت حكومة سيلدان حال الطوارئ في السدر.", "أعلنت", "claimed_by_actor"),
        ("أفاد مصدر أمني بأن قوات الأمن أوقفت ثلاثة رجال في السدر.", "أوقفت", "claimed_by_actor"),
        ("أفاد شاهد بأن قوات الأمن أوقفت ثلاثة رجال في السدر.", "أوقفت", "stated"),
        ("قالت الحركة إن عناصرها قتلوا جنديين.", "قتلوا", "claimed_by_actor"),
        ('قال الوزير سامي المرجاني: "لن نفاوض من يقتل المصلين".', "نفاوض", "stated"),
        ("زعم الوزير سامي المرجاني أن مسلحين هاجموا الثكنة.", "هاجموا", "attributed_by_other"),
    ],
)
def test_on_whose_word(sentence: str, trigger: str, basis: str) -> None:
    event = event_of(sentence, trigger)
    assert event.actor is not None
    assert event.actor.basis == basis


@pytest.mark.parametrize(
    ("sentence", "trigger", "doer", "victim"),
    [
        # A country is what is invaded; with "on" behind it, who attacks.
        ("قتل ألف جندي منذ غزو سوريا.", "غزو", None, "سوريا"),
        ("أدان المجلس هجوم إيران على ناقلة النفط.", "هجوم", "إيران", "ناقلة النفط"),
        ("أدان المجلس حرب روسيا على سوريا.", "حرب", "روسيا", "سوريا"),
        ("أدان المجلس هجوما روسياً على السدر.", "هجوما", "روسيا", "السدر"),
        # Whose tank it was does not tell who destroyed it; whose drone does.
        ("أعلنت الكتائب تدميرها دبابةً إسرائيليةً في السدر.", "تدميرها", "الكتائب", "دبابةً إسرائيليةً"),
        ("أفاد المراسل باستهداف مسيرة إسرائيلية بلدة السدر.", "استهداف", "إسرائيل", "بلدة السدر"),
        # Forces end where a person's name begins, unless they are his.
        ("اعتقلت قوات الاحتلال سامي المرجاني.", "اعتقلت", "قوات الاحتلال", "سامي المرجاني"),
        ("اعتقل جنود الحكومة الطبيب سامي المرجاني.", "اعتقل", "جنود الحكومة", "الطبيب سامي المرجاني"),
        ("هاجمت قوات العقيد سامي المرجاني ثكنة السدر.", "هاجمت", "قوات العقيد سامي المرجاني", "ثكنة السدر"),
        ("فتح جندي النار على زملائه.", "فتح", "جندي", "زملائه"),
        # The side of a place is none, nor a time of the day.
        ("وفي وادي الرمل جنوب غربي المحافظة استهدفت إحدى الغارات مخزنا.", "استهدفت", None, None),
        ("القصف مستمر من الصباح حتى المساء في السدر.", "القصف", None, None),
    ],
)
def test_countries_tanks_and_names_behind_an_act(
    sentence: str, trigger: str, doer: str | None, victim: str | None
) -> None:
    assert roles(sentence, trigger) == (doer, victim)


def test_who_is_urged_to_condemn_an_attack_did_not_make_it() -> None:
    text = "حث الوزير سامي المرجاني دول العالم على إدانة العدوان على السدر.\n" + BODIES
    doers = [e.actor.text for e in khabar.read(text, published="2022-01-06").events if e.actor is not None]
    assert doers == []


@pytest.mark.parametrize(
    ("sentence", "trigger", "doer", "victim"),
    [
        # The arms that were used stand between the two.
        ("قصفت القوات بالمدفعية الثقيلة الأحياء الغربية من السدر.", "قصفت", "القوات", "الأحياء الغربية"),
        ("قال إن الجيش قصف بالمدفعية وصواريخ غراد الأحياء الشرقية.", "قصف", "الجيش", "الأحياء الشرقية"),
        ("قصف الجيش براجمات الصواريخ محيط البلدة.", "قصف", "الجيش", "محيط البلدة"),
        ('استهدفت كتائب النخيل بقذائف "الهاون" تجمعا للجنود.', "استهدفت", "كتائب النخيل", "تجمعا للجنود"),
        ("قتل المسلح برصاص القوات الخاصة.", "قتل", "القوات الخاصة", "المسلح"),
        # A plural of the nominative is whole, and so is a body with the article, or a country.
        ("اقتحم مهاجمون المكان بالبنادق.", "اقتحم", "مهاجمون", "المكان"),
        ("دهمت القوات السدر فجرا.", "دهمت", "القوات", "السدر"),
        ("قصفت أوكرانيا مدينة السدر.", "قصفت", "أوكرانيا", "مدينة السدر"),
        # A country may stand before its verb, spelt like a verb or not.
        ("قال الوزير إن روسيا هجرت قسرا عشرة سكان.", "هجرت", "روسيا", "عشرة سكان"),
        # People whom their verb describes, behind a preposition.
        ("وهو مقاتل في ميليشيا تقاتل الحركة منذ شهر.", "تقاتل", "ميليشيا", "الحركة"),
        ("قتلت الشرطة رجلا هاجم المارة.", "قتلت", "الشرطة", "رجلا"),
        # "As well", "for": the same go on; of a passive nobody does.
        ("اعتقلت القوات عشرة شبان، كما دهمت منازل عدة.", "دهمت", "القوات", "منازل عدة"),
        ("اقتحمت القوات بلدات عدة، إذ اعتقلت نحو 22 شابا.", "اعتقلت", "القوات", "نحو 22 شابا"),
        ("دهم الجنود السدر، كما قتل شابان.", "قتل", None, "شابان"),
    ],
)
def test_phrases_that_end_where_another_begins(
    sentence: str, trigger: str, doer: str | None, victim: str | None
) -> None:
    assert roles(sentence, trigger) == (doer, victim)


@pytest.mark.parametrize(
    ("sentence", "trigger", "doer"),
    [
        ("وأصدر الوالي أمراً للشرطة بإطلاق النار.", "إطلاق", "للشرطة"),
        ("وأعطى القائد أوامر لجنوده باقتحام القرية.", "اقتحام", "جنوده"),
        ("وحذر الوزير المحتجين من اقتحام البرلمان.", "اقتحام", "المحتجين"),
        ("وحذر الوزير السكان من القصف.", "القصف", None),
        ("ودانت الوزارة الغارة. وطالبت أكثر من مرة بالإفراج عن السجناء.", "الإفراج", None),
        ("وحذر الوزير السكان من هجمات المسلحين.", "هجمات", "المسلحين"),
    ],
)
def test_who_is_ordered_to_do_it_or_warned_not_to_would_do_it(sentence: str, trigger: str, doer: str | None) -> None:
    assert roles(sentence, trigger)[0] == doer


def test_who_attends_a_meeting_is_met() -> None:
    sentence = "وعقد الوالي اجتماعاً، صباح الجمعة، بمشاركة قادة الشرطة ومجلس البلدة."
    assert roles(sentence, "اجتماعاً") == ("الوالي", "قادة الشرطة ومجلس البلدة")


def test_what_was_looted_is_the_whole_list() -> None:
    sentence = "وأسفرت الاحتجاجات عن مقتل عشرة، ونهب المتاجر والمصارف ومكاتب البريد."
    assert roles(sentence, "نهب") == (None, "المتاجر والمصارف ومكاتب البريد")
