"""What befell counted people where no word beside their number says it: acts that reach them, insertions, lists, headings."""

from __future__ import annotations

import pytest

import khabar
from khabar.record import Figure

Told = tuple[str, str]


def told(text: str) -> list[Told]:
    """Each figure as words and measure."""
    return [(f.text, f.measure) for f in khabar.read(text, published="2022-01-07").figures]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("شنت الشرطة حملة اعتقالات طالت المئات من سكان البلدة.", [("المئات", "arrested")]),
        ("راح ضحية الهجوم 12 مدنياً.", [("12", "killed")]),
        ("يعيش هنا ربع سكان البلاد البالغ عددهم 48 مليوناً.", []),
        ("تمكن سكان المخيم البالغ عددهم عشرة آلاف من العمل.", [("عشرة آلاف", "other")]),
        ("أسر رجال المقاومة 11 من الحراس.", [("11", "arrested")]),
        ("كما أسر المقاتلون 15 جندياً.", [("15", "arrested")]),
        ("استقبلت أسر الجنود 11 من الحراس.", [("11", "forces")]),
        ("ينتظر 24 شخصاً في حالة حرجة العلاج.", [("24", "injured")]),
        ("يعيش 24 شخصاً في حالة فقر.", [("24", "other")]),
        ("قُتل 46 شخصاً وأكثر من مئتي ألف تضرروا.", [("46", "killed"), ("أكثر من مئتي ألف", "other")]),
        ("تضررت 40 مدرسة في الزلزال.", [("40", "destroyed")]),
        ("استقبل المستشفى 40 إصابة وحالتي وفاة.", [("40", "injured"), ("حالتي", "killed")]),
        ("سقط 30 قتيلاً وجريحاً.", [("30", "casualties")]),
        ("ترك الهجوم 20 قتيلاً و300 شخص بلا مأوى.", [("20", "killed"), ("300", "displaced")]),
        ("باتت 200 أسرة من دون مأوى.", [("200", "displaced")]),
        ("تعرض 200 شخص للتسمم.", [("200", "injured")]),
        ("خرج الآلاف إلى الشوارع للمطالبة بوقف الحرب.", [("الآلاف", "protesters")]),
        ("خرج المئات في تظاهرة.", [("المئات", "protesters")]),
        ("شيع الآلاف جثمان قائدهم.", [("قائدهم", "killed")]),
        ("قال خمسة من السكان إنهم سمعوا دوي انفجار.", []),
        ("وذكر اثنان من القادة أن أوامر صدرت إليهم.", []),
        ("أظهر مقطع ثلاثة شرطيين عند الحاجز.", [("ثلاثة", "forces")]),
        ("البلاد التي يبلغ عدد سكانها 40 مليون نسمة.", []),
        ("بلغ عدد سكان المخيم النازحين 300 شخص.", [("300", "displaced")]),
        ("قال المكتب إن خمس القتلى من الأطفال.", []),
        ("فقدت المدينة الخمس من سكانها.", []),
        ("يعاني واحد من كل خمسة سكان من الجوع.", []),
        ("قُتلت النساء الخمس من القرية.", [("الخمس", "killed")]),
        ("بلغت خسائر المسلحين عند الجسر نحو 40 مقاتلاً.", [("نحو 40", "casualties")]),
        ("شهد العام مقتل أو فقدان 300 شخص في البحر.", [("300", "casualties")]),
        ("أعلن المستشفى سقوط 15 قتيلاً وإصابة 40 آخرين.", [("15", "killed"), ("40", "injured")]),
        ("أسفر القصف عن مقتل وإصابة العشرات معظمهم من العمال.", [("العشرات", "casualties")]),
        ("قُتل حارس وأصيب عشرة بجروح.", [("حارس", "killed"), ("عشرة", "injured")]),
        ("طالت حملة الاعتقالات في البلدة 50 شخصاً.", [("50", "arrested")]),
        ("شنت القوات حملة دهم واعتقالات في عدة أحياء، طالت عشرات السكان.", [("عشرات", "arrested")]),
        ("طالت الإجراءات الجديدة 50 شخصاً.", [("50", "other")]),
        ("يحاول آلاف المهاجرين الوصول إلى الجزيرة.", [("آلاف", "other")]),
        ("وصل 300 مهاجر إلى جزيرة الزيتون.", [("300", "displaced")]),
        ("قال إن 34 مهاجراً، معظمهم من القرى، لا يزالون في عداد المفقودين.", [("34", "missing")]),
        ("اختفت طائرة على متنها 120 شخصاً.", [("120", "other")]),
        ("لا يزال مصير خمسة صيادين مجهولاً.", [("خمسة", "missing")]),
        ("جرى اعتقال العشرات من الجرحى في المستشفى.", [("العشرات", "arrested")]),
        ("أفاد مصدر طبي بأن السياح الستة الذين كانوا على متن القارب أصيبوا بجروح.", [("الستة", "injured")]),
        ("قال مسؤول إن الركاب الـ14 الذين كانوا في الطائرة قتلوا وهم سياح.", [("14", "killed")]),
        ("ثمانية عمال كانوا يعملون في الموقع أصيبوا بحروق.", [("ثمانية", "injured")]),
        ("وقال إن الجنود السبعة الذين حاصرهم المسلحون قتلوا.", [("السبعة", "killed")]),
        (
            "قتل خمسة جنود في انفجار، والعشرة الآخرون الذين كانوا معهم جرحوا.",
            [("خمسة", "killed"), ("العشرة", "injured")],
        ),
        ("وقال إن العمال العشرة الذين رافقوا رجالا قتلوا في الغابة هربوا.", [("العشرة", "displaced")]),
        ("وكان 13 شخصا هم 9 رجال وأربع نساء اعتقلوا.", [("13", "arrested"), ("9", "arrested"), ("أربع", "arrested")]),
        (
            "وكان 11 شخصاً، هم سبعة سياح وطاقم من أربعة أفراد، قتلوا في تحطم مروحية.",
            [("11", "killed"), ("سبعة", "killed"), ("أربعة", "killed")],
        ),
        ("استدرج المقاتلون 30 من عناصر الميليشيا إلى كمين.", [("30", "forces")]),
        ("وردا على مقتل هذين الشرطيين شنت القوات غارات.", [("الشرطيين", "killed")]),
        ("وقال إن سبعة من العناصر الـ40 خُطفوا عند الجسر.", [("سبعة", "abducted"), ("40", "other")]),
        (
            "قال إن 17 شخصاً قُتلوا، 12 جندياً وخمسة من أفراد الطاقم.",
            [("17", "killed"), ("12", "killed"), ("خمسة", "killed")],
        ),
        ("أدى الصراع الذي قُتل بسببه أكثر من ألفي شخص إلى هدنة.", [("أكثر من ألفي", "killed")]),
        ("ظهر خمسة أشخاص يسيرون في حقل.", [("خمسة", "other")]),
        ("أوقفت الشرطة خمسة من خاطفي الرهائن.", [("خمسة", "arrested")]),
        ("أعلنت الوزارة الإطاحة بـ33 مطلوباً.", [("33", "arrested")]),
        ("قام الحراس بقتل ممنهج لآلاف المدنيين.", [("آلاف", "killed")]),
        ("نددت النقابة باعتقال الشرطة لثلاثة صحفيين.", [("ثلاثة", "arrested")]),
        ("تبين أن أربعة من القوة الثالثة قد قُتلوا قرب النبع.", [("أربعة", "killed")]),
        ("قتل مسلحون، في ولاية الورد الشمالية، عشرة مزارعين.", [("عشرة", "killed")]),
        ("تظاهر أيضاً عشرات السكان في الميناء.", [("عشرات", "protesters")]),
        ("صدمت شاحنة خمسة عمال ما أدى إلى وفاتهم.", [("خمسة", "killed")]),
        ("انتشر مئة جندي في البلدة ما أدى إلى توتر.", [("مئة", "forces")]),
        ("تعرض أكثر من ألفي مواطن للاعتقال.", [("أكثر من ألفي", "arrested")]),
        ("عولج في المخيم 60 مريضاً.", [("60", "other")]),
        ("أعلن المكتب أسماء 14 طفلاً قتلهم الجيش في البلدة.", [("14", "killed")]),
        ("أطلقت الجماعة سراح 25 جندياً احتجزتهم في آذار.", [("25", "released")]),
        ("تحدث عن عمليتين قُتل فيهما 3 عمال.", [("3", "killed")]),
        ("فقد 300 عامل وظائفهم بعد إغلاق المصنع.", [("300", "other")]),
        ("فقدت المنظمة ثلاثة من موظفيها في الغارة.", [("ثلاثة", "killed")]),
        ("اضطر آلاف السكان إلى الفرار من القرية.", [("آلاف", "displaced")]),
        ("أعلن القائد نشر 900 شرطي في العاصمة.", [("900", "forces")]),
        ("قتل الشاب بالرصاص سبعة أشخاص في السوق.", [("سبعة", "killed")]),
        ("ذكرت الوزارة إصابة ما لايقل عن 16 طفلاً.", [("ما لايقل عن 16", "injured")]),
        ("قُتل ثلاثة أشخاص، بينهم رجلا أمن.", [("ثلاثة", "killed"), ("رجلا", "killed")]),
        (
            "قالت الوزارة إن 25 جندياً قتلوا في العاصمة، ونحو 50 جندياً في الشمال.",
            [("25", "killed"), ("نحو 50", "killed")],
        ),
        (
            "ارتفع عدد القتلى إلى 57 قتيلاً، منهم 23 طفلاً و12 امرأة، والجرحى إلى 160.",
            [("57", "killed"), ("23", "killed"), ("12", "killed"), ("160", "injured")],
        ),
        ("نُقل المقبوض عليهم (41 عنصراً) إلى السجن.", [("41", "arrested")]),
        ("أوضح أن عدد النازحين من البلدة (60 كلم غرب العاصمة) بلغ 700 شخص.", [("700", "displaced")]),
    ],
)
def test_what_befell_them(sentence: str, expected: list[Told]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "فقد أكد ثلاثة من كبار المسؤولين ذلك.",
        "غاب الحارس عن المباراة بعد إصابة المدافع في الركبة.",
        "أصدرت المحكمة مذكرة اعتقال الرئيس السابق.",
        "والعامل متزوج وأب لتسعة من الأبناء.",
        "زار الوفد بلدتي الوادي والجسر الشيعيتين.",
        "تصدت الحركة للنظام الذي يقتل النساء.",
    ],
)
def test_what_counts_nobody(sentence: str) -> None:
    assert told(sentence) == []


def test_a_heading_is_told_by_the_text() -> None:
    text = "26 مسلحاً و18 من الحرس\n\nقُتل 26 مسلحاً و18 عنصراً من الحرس في هجوم على المطار، وفق وزارة الداخلية."
    assert [measure for _, measure in told(text)] == ["killed"] * 4
    assert ("26", "forces") in told("26 مسلحاً عند الجسر\n\nوصلت قافلة إلى المطار أمس.")


def test_each_line_of_a_list_of_victims_is_one_of_them() -> None:
    text = (
        "قُتل ستة من السكان، هم:\n- الشيخ سامر النوري (62 عاماً)، إمام البلدة\n"
        "- نبيل الكرمي (33 عاماً) وشقيقه ماهر الكرمي (30 عاماً)\n- الطفل وسيم الخزاف (9 أعوام)"
    )
    figures = khabar.read(text, published="2022-01-07").figures
    assert [(f.text, f.measure, f.implicit) for f in figures[1:]] == [
        ("الشيخ", "killed", True),
        ("نبيل", "killed", True),
        ("ماهر", "killed", True),
        ("الطفل", "killed", True),
    ]
    assert {f.part_of for f in figures[1:]} == {figures[0].id}


def test_a_list_of_others_counts_nobody() -> None:
    assert told("اختارت اللجنة الفائزين، هم:\n- سامر النوري (62 عاماً)\n- نبيل الكرمي (33 عاماً)") == []


@pytest.mark.parametrize(
    ("sentence", "called"),
    [
        ("قُتل قائد الشرطة العميد سالم النوري واثنان من حراسه.", "قائد الشرطة العميد سالم النوري"),
        ("قُتلت سيدة مسنة وطفلها الرضيع في القصف.", "سيدة مسنة"),
        ("اعتُقل الصحافي نادر الحلو الذي كان يغطي المظاهرة.", "الصحافي نادر الحلو"),
        ("أثار مقتل سعاد النوري غضب السكان.", "سعاد النوري"),
        ("قالت النقابة إن اغتيال الطبيبة سعاد النوري جريمة.", "الطبيبة سعاد النوري"),
        ("أصيب جندي برصاص قناص.", "جندي"),
    ],
)
def test_one_victim_is_called_by_all_his_words(sentence: str, called: str) -> None:
    found = next(figure for figure in khabar.read(sentence).figures if figure.implicit)
    assert found.of is not None
    assert found.of.text == called


def figures(text: str) -> list[Figure]:
    """The figures of a text of January 2022."""
    return list(khabar.read(text, published="2022-01-07").figures)


def test_an_officer_of_the_police_in_a_list_is_no_combatant() -> None:
    text = "قُتل اثنان من السكان، هما:\n- الرقيب في الشرطة سامر النوري (29 عاماً)\n- نبيل الكرمي (33 عاماً)"
    assert [p.value for p in figures(text)[1].population] == ["security"]


def test_the_excepted_are_of_the_dead() -> None:
    text = (
        "قُتل 31 شخصاً أمس.\nوقال سامر الوردي إنه فقد اثنين من أبناء عمه.\n"
        "وأكد وزير الصحة أن جميع القتلى مدنيون باستثناء شرطيين كانا عند الباب.\n"
    )
    whole, *_, two = figures(text)
    assert (two.text, two.measure, two.low, two.count_kind) == ("شرطيين", "killed", 2, "subset")
    assert (two.part_of, two.same_as) == (whole.id, None)


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("وقال الطبيب إن إصابات نحو عشرة من الجرحى خطرة.", "of", "من الجرحى"),
        ("وقال الطبيب إن إصابات نحو عشرة من الجرحى خطرة.", "count_kind", "subset"),
        ("ونشرت البلدية قائمة بأسماء ستة من القتلى.", "unit", "name"),
        ('وقالت الوزارة إن ثلاث جثث "احتُسبت مرتين" لدى نقلها.', "count_kind", "reclassified"),
    ],
)
def test_what_the_words_beside_a_count_say(text: str, field: str, value: str) -> None:
    found = getattr(figures(text)[0], field)
    assert getattr(found, "text", found) == value


def test_what_was_added_is_part_of_the_count_that_its_sentence_tells() -> None:
    total, died = figures("ارتفعت إلى 34 قتيلاً حصيلة الهجوم، بعد وفاة ثلاثة جرحى.")
    assert (died.count_kind, died.part_of) == ("increment", total.id)


def test_the_place_of_a_part_is_not_that_of_all() -> None:
    text = "وأعلنت الوزارة حصيلة من 164 قتيلاً، منهم 103 في ألماتي."
    assert [f.place for f in figures(text)] == [None, "Almaty"]


def test_a_town_is_the_place_and_not_what_it_lies_north_of() -> None:
    assert figures("أصيب تسعة في بلدة كرسوم في شمال لاركوند.")[0].place == "كرسوم"


def test_still_is_said_of_those_in_its_clause() -> None:
    text = "ارتفع عدد الضحايا إلى 93 قتيلا و512 جريحا، فيما لا يزال 40 شخصا في عداد المفقودين."
    kinds = {figure.text: figure.count_kind for figure in khabar.read(text, published="2024-02-04").figures}
    assert kinds == {"93": "total", "512": "total", "40": "remaining"}


def test_those_who_took_part_and_their_number_are_the_protesters_told_before() -> None:
    text = "تظاهر عشرات الآلاف في العاصمة. وقدرت اللجنة عدد المشاركين بنحو 20 ألفا، في حين قالت الوزارة إن عددهم لم يتجاوز 3500."
    found = khabar.read(text, published="2024-03-16").figures
    assert [figure.measure for figure in found] == ["protesters"] * 3
    assert not khabar.read("عقد المؤتمر في العاصمة. وبلغ عدد المشاركين 300.", published="2024-03-16").figures


def test_who_is_aboard_is_not_dead() -> None:
    for text in (
        "ذكرت البلدية وجود أكثر من 200 راكب على متن العبارة.",
        "أفادت فرق الإنقاذ بوجود 200 شخص على متن العبارة.",
        "أفاد خفر السواحل بوجود 150 مهاجراً على متن القارب.",
        "قال الخفر إن 150 مهاجراً كانوا على متن القارب.",
    ):
        (figure,) = khabar.read(text, published="2024-02-04").figures
        assert figure.measure == "other"
    (figure,) = khabar.read("وصل 150 مهاجراً على متن قارب إلى الجزيرة.", published="2024-02-04").figures
    assert figure.measure == "displaced"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("قُتل الرقيب في الشرطة لؤي النوري.", "الرقيب في الشرطة لؤي النوري"),
        ("اعتقلت الشرطة الموظف في وزارة الداخلية سامر النوري.", "الموظف في وزارة الداخلية سامر النوري"),
        ("قُتل الجندي في انفجار قرب البلدة.", "الجندي"),
    ],
)
def test_who_serves_in_a_body_is_told_with_it_and_his_name(text: str, words: str) -> None:
    (victim,) = khabar.read(text, published="2022-01-07").figures
    assert victim.of is not None
    assert victim.of.text == words
