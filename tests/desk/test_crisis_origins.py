"""Where things come from: one statement in many reports is one origin, and what persons and lists say of one another."""

from __future__ import annotations

import khabar
from crisis_told import crisis_of
from khabar.desk.crisis import Crisis, conflict_rows, stands_behind, statement_rows
from khabar.reconcile.across.entry import Entry, Ref

_BLAST = "هزّ انفجار سيارة مفخخة سوق الحبوب في ألماتي الأربعاء 5 يناير 2022."
_WORDS = (
    "العبوة زرعت تحت شاحنة لنقل الطحين قرب المدخل الشمالي للسوق قبل فتح أبوابه بساعة وإن كاميرات المراقبة سجلت من زرعها"
)


def _figure(crisis: Crisis, document: int, words: str) -> Ref:
    figures = crisis.by_document[document].report.figures
    return Ref(document, next(figure.id for figure in figures if figure.text == words))


def test_reports_that_carry_one_statement_are_one_origin() -> None:
    crisis = crisis_of(
        ("الضفاف", "2022-01-05", f"{_BLAST} وقال وزير الداخلية إن {_WORDS}."),
        ("المرسى", "2022-01-06", f"ألماتي - ذكر وزير الداخلية أن {_WORDS}."),
        ("نداء", "2022-01-06", f"{_WORDS}، بحسب ما علمت نداء."),
    )
    (statement,) = statement_rows(crisis)
    assert statement["reports"] == 3
    assert statement["first"] == "r1"
    assert "passage" in statement["how"]
    assert [carrier["outlet"] for carrier in statement["carried"]] == ["الضفاف", "المرسى", "نداء"]


def test_two_ministries_that_say_other_things_are_two_origins() -> None:
    crisis = crisis_of(
        ("الضفاف", "2022-01-05", f"{_BLAST} وقال وزير الداخلية إن {_WORDS}."),
        ("المرسى", "2022-01-05", f"{_BLAST} وقالت وزارة الصحة إن المستشفيات استقبلت الجرحى طوال الليل."),
    )
    assert not statement_rows(crisis)


def test_behind_a_number_stand_voices_and_not_articles() -> None:
    said = "إن الانفجار أسفر عن مقتل 19 شخصاً."
    crisis = crisis_of(
        ("الضفاف", "2022-01-05", f"{_BLAST} وقالت وزارة الداخلية {said}"),
        ("المرسى", "2022-01-05", f"{_BLAST} وقال المتحدث باسم وزارة الداخلية فواز الدربندي {said}"),
        ("نداء", "2022-01-06", f"{_BLAST} وقال مصدر طبي {said}"),
        ("الوادي", "2022-01-06", f"{_BLAST} وأسفر الانفجار عن مقتل 19 شخصاً."),
    )
    stands = stands_behind(crisis, _figure(crisis, 1, "19"))
    assert len(stands["named"]) == 1
    assert stands["unnamed"] == 1
    assert stands["sides"] == ["state KZ"]
    assert stands["reports"] == 4


def test_all_but_three_stands_against_all() -> None:
    crisis = crisis_of(
        ("الضفاف", "2022-01-06", f"{_BLAST} وقال المحافظ سليم الأزرقي إن جميع المصابين في انفجار السوق بصحة جيدة."),
        (
            "المرسى",
            "2022-01-06",
            f"{_BLAST} وقالت الطبيبة هدى الملاحي إن جميع المصابين في انفجار السوق بصحة جيدة عدا ثلاثة.",
        ),
    )
    raised = [row for row in conflict_rows(crisis) if row["raised"] and row["measure"] == "claim"]
    assert [row["one_speaker"] for row in raised] == ["هدى الملاحي"]


def test_ages_of_one_person_that_differ_are_raised_and_those_of_namesakes_are_not() -> None:
    crisis = crisis_of(
        (
            "الضفاف",
            "2022-01-06",
            f"{_BLAST} والضحايا هم: الجندي عمر أحمد حسن الأزرقي 22 عاماً، والطالب سعيد محمود الساعي 19 عاماً.",
        ),
        (
            "المرسى",
            "2022-01-07",
            f"{_BLAST} وكان الطالب عمر أحمد الأزرقي (21 عاماً) في السوق. وأصيب سعيد خالد الساعي (40 عاماً).",
        ),
    )
    raised = [row for row in conflict_rows(crisis) if row["measure"] == "age"]
    assert len(raised) == 1
    assert "22" in raised[0]["one_value"]
    assert "21" in raised[0]["other_value"]


def test_who_condemns_an_attack_counts_nobody() -> None:
    crisis = crisis_of(
        (
            "الضفاف",
            "2022-01-06",
            f"{_BLAST} وأدان رئيس الوزراء الأرميني نيكول باشينيان التفجير الذي أسفر عن مقتل 19 شخصاً.",
        ),
        ("المرسى", "2022-01-06", f"{_BLAST} وقالت وزارة الداخلية إن الانفجار أسفر عن مقتل 19 شخصاً."),
    )
    stands = stands_behind(crisis, _figure(crisis, 2, "19"))
    assert [voice["names"] for voice in stands["named"]] == [["وزارة الداخلية"]]


def _carried(*told: tuple[str, str]) -> list[list[str]]:
    reports = [(f"r{number}", day, text) for number, (day, text) in enumerate(told, 1)]
    made = Crisis(Entry(n, khabar.read(t, published=d, outlet=o), o, o, d) for n, (o, d, t) in enumerate(reports, 1))
    return [[carrier["report"] for carrier in row["carried"]] for row in statement_rows(made)]


def test_a_toll_of_every_day_in_the_words_of_every_day_is_no_copy() -> None:
    daily = "قالت وزارة الصحة في تل الزعتر إن حصيلة القصف على المدينة وأحيائها خلال يوم بلغت {} قتيلا و{} جريحا"
    first, second = daily.format(215, 300), daily.format(114, 249)
    assert not _carried(("2024-04-19", first + "."), ("2024-04-20", second + "."))
    assert _carried(("2024-04-19", first + "."), ("2024-04-20", first + "."))


def test_a_turn_of_phrase_that_two_speakers_share_is_no_copy() -> None:
    phrase = "الوقوف صفا واحدا أمام كل من تسول له نفسه العبث بأمن البلاد واستقرارها وسلامة أهلها الكرام"
    ministers = (
        f"أكد وزير الثقافة نبيل الشامي ضرورة {phrase}، وأن المتحف سيفتح أبوابه في موعده وأن المعرض السنوي لن يؤجل بأي حال.",
        f"قال وزير التعليم سمير الخطيب إن المدارس ستستقبل طلابها صباح الأحد في كل المحافظات وإن على الجميع {phrase}.",
    )
    assert not _carried(("2024-04-19", ministers[0]), ("2024-04-20", ministers[1]))
    assert _carried(("2024-04-19", f"أكد وزير الثقافة نبيل الشامي ضرورة {phrase}."), ("2024-04-20", ministers[1]))


def test_a_number_outside_of_a_claim_has_its_source_named() -> None:
    told = (
        ("2024-04-19", "قالت وزارة الصحة في كازاخستان إن 164 شخصا قتلوا في ألماتي."),
        ("2024-04-20", "وكان 164 شخصا قتلوا في ألماتي حسب وزارة الصحة في كازاخستان."),
    )
    reports = [Entry(n, khabar.read(t, published=d), f"r{n}", None, d) for n, (d, t) in enumerate(told, 1)]
    (row,) = statement_rows(Crisis(reports))
    assert ["وزارة الصحة" in (carrier["credits"] or "") for carrier in row["carried"]] == [True, True]
