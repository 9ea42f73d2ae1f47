"""Who told a figure, and of what it is a part, in Arabic reports."""

from __future__ import annotations

import pytest

import khabar


def figures(text: str) -> list[dict[str, object]]:
    """The figures of a text, read as of Friday, 7 January 2022."""
    found: list[dict[str, object]] = khabar.read(text, published="2022-01-07").to_dict()["figures"]
    return found


def parts(text: str) -> list[tuple[object, object]]:
    """Each figure's words with those of its whole."""
    found = figures(text)
    words = {f["id"]: f["text"] for f in found}
    return [(f["text"], words.get(f["part_of"])) for f in found]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("قُتل 13 عنصراً، على ما أفاد التلفزيون الرسمي نقلاً عن مكتب القائد العسكري.", "مكتب القائد العسكري"),
        ("أفادت وكالة رواق نقلاً عن مصدر أمني بأن 13 عنصراً قُتلوا.", "مصدر أمني"),
        ("خفضت وزارة الداخلية حصيلة قتلاها إلى 16 عنصراً.", "وزارة الداخلية"),
        ("سجلت وزارة الصحة 12 إصابة جديدة.", "وزارة الصحة"),
        ("آخر حصيلة معلنة هي 26 مسلحاً قالت وزارة الداخلية إنها قتلتهم.", "وزارة الداخلية"),
        ("قال الوزير إن بلاده «قررت الانسحاب» من القوة التي شُكلت للحرب، مما أدى إلى مقتل آلاف الأشخاص.", None),
        ("رفع العمال 12 جثة من تحت الركام.", None),
        ("قُتل 31 شخصاً ظهر الجمعة، حين انهار سقف السوق، وفق حصيلة أولية أوردتها مديرية الصحة.", "مديرية الصحة"),
        ("تداولت الصحف حصيلة من 64 قتيلاً نسبتها إلى وزارة الصحة.", "وزارة الصحة"),
        ("نشرت بلدية تل الزيتون قائمة بأسماء ستة من القتلى.", "بلدية تل الزيتون"),
    ],
)
def test_who_told_a_figure(text: str, source: str | None) -> None:
    assert [f["source"] for f in figures(text)] == [source]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "قُتل 20 عراقياً، بينهم ثلاثة أطفال، و15 إيرانياً.",
            [("20", None), ("ثلاثة", "20"), ("15", None)],
        ),
        (
            "قال مصدر أمني إن 37 مسلحاً قُتلوا. وقالت مصادر أمنية إن 21 مسلحاً قُتلوا في تاراز و16 مسلحاً في ألماتي.",
            [("37", None), ("21", "37"), ("16", "37")],
        ),
        (
            "قالت وزارة الدفاع إن ثمانية جنود قُتلوا في الفندق. وقالت البلدية إن خمسة جنود وثلاثة حراس قُتلوا في السوق.",
            [("ثمانية", None), ("خمسة", None), ("ثلاثة", None)],
        ),
        (
            "قُتل أربعة أشخاص في تاراز، وقُتل ثمانية مزارعين في ألماتي. وفي تاراز قُتل أربعة أشخاص مساء أمس.",
            [("أربعة", None), ("ثمانية", None), ("أربعة", None)],
        ),
        ("قُتل 12 شخصاً. ومن بينهم 4 أطفال.", [("12", None), ("4", "12")]),
        ("قُتل 12 شخصاً. وقال المصدر إن 4 منهم أطفال.", [("12", None), ("4", "12")]),
        ("انتُشلت تسع جثث، بينها جثث أربعة أطفال.", [("تسع", None), ("أربعة", "تسع")]),
        ("أصيب 20 شخصاً، توفي 3 منهم في المستشفى.", [("20", None), ("3", "20")]),
        ("أُفرج عن 10 من أصل 40 معتقلاً.", [("10", "40"), ("40", None)]),
        ("نجا أربعة من أصل عشرة عمال كانوا في المنجم.", [("أربعة", "عشرة"), ("عشرة", None)]),
        ("قُتل ثلاثة من بين 12 متسلقاً كانوا في الجبل.", [("ثلاثة", "12"), ("12", None)]),
        ("قُتل اثنان من ثلاثة مسلحين هاجموا المركز.", [("اثنان", "ثلاثة"), ("ثلاثة", None)]),
        ("قُتل خمسة أشخاص، ثلاثة مدنيين وجنديان.", [("خمسة", None), ("ثلاثة", "خمسة"), ("جنديان", "خمسة")]),
        ("قُتل 100 شخص في البلاد. وسُجل 60 قتيلاً في العاصمة وحدها.", [("100", None), ("60", "100")]),
        ("قُتل 7 جنود وجُرح 4 منهم في الجبل.", [("7", None), ("4", None)]),
        ("قُتل خمسة أشخاص، ثلاثة مدنيين وثلاثة جنود.", [("خمسة", None), ("ثلاثة", None), ("ثلاثة", None)]),
    ],
)
def test_parts_and_their_wholes(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert parts(text) == expected


def test_who_are_counted_out_of_a_whole() -> None:
    told = figures("نجا أربعة من أصل عشرة عمال كانوا في المنجم.")
    assert [f["of"] for f in told] == [f["of"] for f in told[1:]] * 2
    assert not figures("لم يتم اعتقال خمسة متظاهرين.")
    words = [f["of"]["text"] for f in figures("جُرح 7 مدنيين ليصل العدد إلى 20. وأصيب ثلاثة عمال لتعذر إنقاذهم.")]
    assert words == ["مدنيين", "عمال"]


def test_a_list_of_parts_goes_on_as_it_began() -> None:
    text = "قُتل 12 شخصاً في الحريق. وقالت الشرطة إن بين القتلى امرأتين و3 أطفال ورجلين مسنين."
    assert parts(text) == [("12", None), ("امرأتين", "12"), ("3", "12"), ("رجلين", "12")]
    text = "قُتل 12 شخصاً في الحريق. وقالت الشرطة إن بين القتلى امرأتين وأصيب 30 آخرون."
    assert ("30", None) in parts(text)


def wholes(text: str) -> list[tuple[str, int]]:
    """Each part's words with where its whole stands."""
    found = figures(text)
    at = {f["id"]: f["start"] for f in found}
    return [(str(f["text"]), int(str(at[f["part_of"]]))) for f in found if f["part_of"]]


def test_a_part_told_by_somebody_else_stays_with_the_telling_before_it() -> None:
    text = (
        "مقتل 90 شخصاً في حريق سوق الميناء\n\nقُتل 90 شخصاً في حريق السوق، وفق وزارة الصحة.\n"
        "وقال مكتب الطفولة إن أربعة أطفال بين القتلى."
    )
    assert wholes(text) == [("أربعة", text.index("90", 20))]


def test_some_of_the_dead_are_of_the_total_and_not_of_one_hospital() -> None:
    text = (
        "قُتل 31 شخصاً في الحريق.\nوقال المدير إن مستشفى البلدة تسلّم 24 جثة، ومستشفى المدينة سبع جثث.\n"
        "ونشرت البلدية أسماء ستة من القتلى."
    )
    assert dict(wholes(text))["ستة"] == text.index("31")


def test_a_definite_number_takes_up_the_people_told_before_it() -> None:
    told = "اعتُقل 7 جنود قرب الجسر. ولم يتطرق البيان إلى مصير "
    first, again = figures(told + "الجنود السبعة.")
    assert (again["same_as"], again["measure"]) == (first["id"], "arrested")
    _first, other = figures(told + "المقاتلين السبعة.")
    assert (other["same_as"], other["measure"]) == (None, "forces")


def test_people_taken_up_need_a_count_before() -> None:
    assert figures("وصل الوفد إلى القرية. وقال المصدر إن 4 منهم أطفال.") == []


def of_whom(text: str) -> list[tuple[str, str, list[str]]]:
    """Number, counted people and populations of a text's figures."""
    found = khabar.read(text, published="2022-01-07").figures
    return [(f.text, f.of.text if f.of else "", [p.value for p in f.population]) for f in found]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("وقالت معلمة إن زوجها أُوقف عند حاجز.", [("زوجها", "زوجها", [])]),
        ("وأوقفت الشرطة ثلاثة مشتبه بهم في البلدة.", [("ثلاثة", "مشتبه بهم", [])]),
        ('وقالت الوزارة إن الشرطة أوقفت "أكثر من 200 شخص" بتهمة الشغب.', [("أكثر من 200", "شخص", [])]),
        ("هاجم مسلحان مركز الشرطة في القرية.", [("مسلحان", "مسلحان", ["combatant"])]),
        ("عُثر على جثتين مجهولتي الهوية.", [("جثتين", "جثتين مجهولتي الهوية", [])]),
        ('وقالت الوزارة إن ثلاث جثث "احتُسبت مرتين" لدى نقلها.', [("ثلاث", "جثث", [])]),
        ("وقالت الوزارة إن قواتها قتلت 26 ممن وصفتهم بـ«المجرمين» منذ السبت.", [("26", "ممن وصفتهم بـ«المجرمين»", [])]),
    ],
)
def test_the_counted_people_end_where_their_phrase_ends(text: str, counted: list[tuple[str, str, list[str]]]) -> None:
    assert of_whom(text) == counted


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("تداولت الصحف حصيلة من 164 قتيلاً.", ["total"]),
        ("ارتفعت إلى 34 قتيلاً حصيلة الانفجار في السوق.", ["total"]),
        ("أعلنت الوزارة مقتل 26 مسلحاً و18 من أفراد الأمن، وهي حصيلة لا تشمل المدنيين.", ["total", "total"]),
        ("قُتل 12 جندياً في السدر.", [None]),
        ("بلغ عدد القتلى 34، وارتفع عدد الأطفال القتلى إلى ستة.", ["total", "subset"]),
    ],
)
def test_a_count_is_a_total_where_the_words_say_so(text: str, kinds: list[str | None]) -> None:
    assert [figure.count_kind for figure in khabar.read(text, published="2022-01-07").figures] == kinds


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("قُتل خمسة جنود في كمين عند الجسر. وقال الجيش إنه قتل خمسة مسلحين في الرد.", False),
        ("قُتل خمسة جنود في كمين عند الجسر. وقالت الوزارة إن خمسة عسكريين قُتلوا في الكمين.", True),
        ("قُتل خمسة مسلحين في غارة. وقالت الوزارة إن خمسة إرهابيين قُتلوا في الغارة.", True),
        ("أعلن الجيش إسقاط 7 طائرات مسيرة. وقال الناطق إن الجيش أسقط 7 طائرات.", True),
        ("أعلن الجيش تدمير 7 دبابات. وقال الناطق إن الجيش أسقط 7 طائرات.", False),
        ("أعلن الجيش تدمير دبابتين. وقال الناطق إن الجيش دمر دبابتين.", False),
    ],
)
def test_told_again_of_the_same_people_or_things(text: str, again: bool) -> None:
    first, second = figures(text)
    assert (second["same_as"] == first["id"]) is again


@pytest.mark.parametrize(
    ("headline", "part"),
    [
        ("بينهم 3 أطفال.. مقتل 12 شخصا في انفجار بتاراز", "3"),
        ("بينهم طفل.. مقتل 12 شخصا في انفجار بتاراز", "طفل"),
        ("بينهم رئيس البلدية.. توقيف 12 شخصا في تاراز", "رئيس البلدية"),
    ],
)
def test_a_part_may_open_a_headline_before_its_whole(headline: str, part: str) -> None:
    assert parts(headline + "\nقالت الشرطة إن الوضع هادئ في المدينة.")[:2] == [(part, "12"), ("12", None)]
    assert parts(headline.replace("12 شخصا", "مسلحين") + "\nقالت الشرطة إن الوضع هادئ في المدينة.") == []


@pytest.mark.parametrize(
    ("text", "since"),
    [
        (
            "بلغت حصيلة القتلى 163 منذ تاريخ 7 تشرين الأول الماضي وبلغت منذ بداية العام 371 قتيلاً.",
            ["2021-10-07", "2022-01"],
        ),
        ("قُتل 30 شخصاً منذ مطلع العام، و12 جندياً منذ بداية الشهر.", ["2022-01", "2022-01"]),
        ("قُتل 30 شخصاً منذ مطلع العام الماضي، و12 جندياً منذ مطلع هذا العام.", ["2021-01", "2022-01"]),
        ("قُتل 30 شخصاً وأصيب 12 منذ مطلع العام الماضي.", ["2021-01", "2021-01"]),
    ],
)
def test_a_since_right_behind_a_count_is_its_own(text: str, since: list[str]) -> None:
    assert [f["since"] for f in figures(text)] == since
