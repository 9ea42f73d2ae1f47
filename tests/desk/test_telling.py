"""Items as plain sentences: grammar, sources named, nothing told as done that is not, and no item without a sentence."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from khabar.desk.telling import sentence
from khabar.record import (
    Actor,
    Caveat,
    Claim,
    Document,
    Event,
    EventDate,
    EventPlace,
    Figure,
    Party,
    Place,
    PopulationSpan,
    Report,
    Span,
    Time,
    Via,
    Withheld,
)
from khabar.record import vocabulary as v
from told_items import MINISTRY, claim, figure, report, span


def both(made: Report, item: str) -> tuple[str, str]:
    """The sentence in Arabic and in English."""
    return sentence(made, item, "ar"), sentence(made, item, "en")


# ---------------------------------------------------------------- figures


def test_a_toll_with_medium_and_day() -> None:
    made = report(claim(medium=span("بيان")), figure(people=["security"], as_of="2022-01-07"))
    assert both(made, "f1") == (
        "أعلنت وزارة الداخلية، في بيان، مقتل 18 فرد أمن، حتى 7 يناير.",
        "“وزارة الداخلية” announced, in a statement, that 18 members of the security forces were killed, as of 7 January.",
    )


def test_the_records_english_name_is_used() -> None:
    made = Report(
        Document("r"),
        actors=[Actor("a1", MINISTRY, name_en="Interior Ministry", kind="government")],
        claims=[claim()],
        figures=[figure(3)],
    )
    assert sentence(made, "f1", "en") == "The Interior Ministry announced that 3 people were killed."


@pytest.mark.parametrize(
    ("low", "arabic"),
    [(1, "شخص واحد"), (2, "شخصين"), (3, "3 أشخاص"), (10, "10 أشخاص"), (11, "11 شخصاً"), (99, "99 شخصاً"),
     (100, "100 شخص"), (103, "103 أشخاص"), (748, "748 شخصاً"), (1300, "1300 شخص"), (12_000, "12,000 شخص")],
)  # fmt: skip
def test_the_counted_noun_follows_the_number(low: int, arabic: str) -> None:
    told = both(report(claim(), figure(low)), "f1")
    assert told[0] == f"أعلنت وزارة الداخلية مقتل {arabic}."
    assert told[1].endswith("that 1 person was killed." if low == 1 else f"that {low:,} people were killed.")


@pytest.mark.parametrize(
    ("fields", "arabic", "english"),
    [
        ({"bound": "more_than", "low": 3000, "high": None}, "أكثر من 3000 شخص", "more than 3,000 people"),
        ({"bound": "at_least", "low": 12, "high": None}, "ما لا يقل عن 12 شخصاً", "at least 12 people"),
        ({"bound": "less_than", "low": 0, "high": 99}, "أقل من 100 شخص", "fewer than 100 people"),
        ({"bound": "at_most", "low": 0, "high": 7}, "ما لا يزيد على 7 أشخاص", "at most 7 people"),
        ({"bound": "about", "low": 40, "high": 40}, "نحو 40 شخصاً", "about 40 people"),
        ({"bound": "range", "low": 60, "high": 70}, "ما بين 60 و70 شخصاً", "60 to 70 people"),
        ({"bound": "vague", "low": None, "high": None, "order": 10}, "عشرات الأشخاص", "dozens of people"),
        (
            {"bound": "vague", "low": None, "high": None},
            "عدد غير مذكور من الأشخاص",
            "a number of people that is not said",
        ),
    ],
)
def test_bounds_in_words(fields: dict[str, Any], arabic: str, english: str) -> None:
    told = both(report(claim(), figure(**fields)), "f1")
    assert told == (f"أعلنت وزارة الداخلية مقتل {arabic}.", f"“{MINISTRY}” announced that {english} were killed.")


def test_counted_people_in_the_words_of_the_source() -> None:
    told = both(report(claim(), figure(18, of=span("من أفراد الشرطة والحرس"), people=["security"])), "f1")
    assert "مقتل 18 من أفراد الشرطة والحرس." in told[0]
    assert "18 members of the security forces (“من أفراد الشرطة والحرس”) were killed" in told[1]
    assert both(report(claim(), figure(18, of=span("قتيلاً"))), "f1")[0].endswith("مقتل 18 شخصاً.")
    assert both(report(claim(), figure(748, of=span("آخرون"))), "f1") == (
        "أعلنت وزارة الداخلية مقتل 748 آخرين.",
        f"“{MINISTRY}” announced that 748 others were killed.",
    )


def test_a_label_that_the_source_puts_in_quotation_marks_keeps_them() -> None:
    text = 'أعلنت الوزارة "تصفية" 26 "مجرماً مسلحاً" أمس'
    at = text.index("مجرماً")
    of = Span(at, at + len("مجرماً مسلحاً"), "مجرماً مسلحاً")
    made = report(claim(), figure(26, of=of, people=["combatant"]), text=text)
    assert sentence(made, "f1", "ar") == "أعلنت وزارة الداخلية مقتل 26 «مجرماً مسلحاً»."


def test_a_number_inside_its_noun() -> None:
    noun = figure(2, text="قتيلين", of=Span(0, 6, "قتيلين"))
    assert both(report(claim(), noun), "f1")[0].endswith("مقتل شخصين.")
    assert both(report(claim(), figure(2, text="طفلان", of=Span(0, 5, "طفلان"), people=["child"])), "f1")[0].endswith(
        "مقتل طفلين."
    )


def test_the_sources_noun_changes_its_ending_with_the_number() -> None:
    made = report(claim(), figure(3900, people=["child"], of=span("طفلاً")))
    assert sentence(made, "f1", "ar").endswith("مقتل 3900 طفل.")
    assert sentence(report(claim(), figure(95, people=["child"], of=span("طفلاً"))), "f1", "ar").endswith(
        "مقتل 95 طفلاً."
    )


def test_places_that_take_an_article() -> None:
    assert sentence(report(claim(), figure(3, place="Gaza Strip")), "f1", "en").endswith("killed in the Gaza Strip.")


def test_two_of_them_and_the_seven_of_them() -> None:
    assert both(report(claim(), figure(2, text="اثنين", of=span("من موظفيها"))), "f1")[0].endswith(
        "مقتل اثنين من موظفيها."
    )
    text = "قتل الجنود السبعة أمس"
    seven = Figure("f1", 11, 17, "السبعة", "killed", 7, 7, of=Span(4, 10, "الجنود"), claim="c1", source=MINISTRY)
    assert sentence(report(claim(), seven, text=text), "f1", "ar").endswith("مقتل «الجنود السبعة».")


@pytest.mark.parametrize(
    ("name", "lemma", "cue", "told"),
    [
        (MINISTRY, "نفى", "نفت", "نفت وزارة الداخلية"),
        ("ناطق عسكري", "نفى", "نفى", "نفى ناطق عسكري"),
        ("هدى الملاحي", "أكد", "أكدت", "أكدت هدى الملاحي"),
        ("سالم النوري", "أكد", "أكد", "أكد سالم النوري"),
        ("مصادر طبية", "ذكر", "ذكرت", "ذكرت مصادر طبية"),
        ("بعثة الأمم المتحدة", "ذكر", "ذكر", "ذكرت بعثة الأمم المتحدة"),
        ("مسؤولين محليين", "ذكر", None, "ذكر مسؤولون محليون"),
        ("مصدرا طبيا", "ذكر", None, "ذكر مصدر طبي"),
        ("سكاناً في ألماتي", "ذكر", None, "ذكر سكان في ألماتي"),
        ("أرقام رسمية", "ذكر", None, "ذكرت أرقام رسمية"),
        ("لواء الفجر", "ذكر", None, "ذكر لواء الفجر"),
        ("خبراء محليون", "ذكر", None, "ذكر خبراء محليون"),
        ("?", "أعلن", None, "أعلن مصدر لم يُسمَّ"),
    ],
)
def test_the_verb_agrees_with_its_speaker(name: str, lemma: str, cue: str | None, told: str) -> None:
    made = report(
        claim(lemma=lemma, cue=span(cue, 100) if cue else None, speaker_name=name, actor=None), figure(source=name)
    )
    assert sentence(made, "f1", "ar").startswith(told)


def test_a_figure_without_a_source_is_the_reports_own() -> None:
    told = both(
        report(figure(source=None, claim=None, place="Sildan", caveats=[Caveat("provisional", span("أولية"))])), "f1"
    )
    assert told[0].startswith("أورد التقرير بصوته مقتل 18 شخصاً في")
    assert told[1] == "The report says in its own voice that 18 people were killed in Sildan (provisional)."


@pytest.mark.parametrize("status", [s for s in get_args(v.EventStatus) if s != "reported"])
def test_what_did_not_happen_is_not_told_as_done(status: Any) -> None:
    made = report(claim(), figure(event="e1", measure="arrested"), Event("e1", span("توقيف"), "COERCE", status=status))
    arabic, english = both(made, "f1")
    assert "were arrested" not in english
    assert "the arrest of 18 people, as " in english
    assert arabic.startswith("تحدثت وزارة الداخلية عن توقيف 18 شخصاً، على أنه ")


@pytest.mark.parametrize("act", ["order", "threaten", "request", "promise"])
def test_nor_what_a_claim_orders_or_threatens(act: Any) -> None:
    assert "were killed" not in sentence(report(claim(act=act), figure()), "f1", "en")
    assert "denied that 18 people were killed" in sentence(report(claim(act="deny", lemma="نفى"), figure()), "f1", "en")


def test_relays_subsets_and_periods() -> None:
    whole = Figure("f0", 0, 2, "31", "killed", 31, 31)
    made = report(
        claim(via=[Via("وكالة رواق"), Via("Steppe Wire")]),
        whole,
        figure(5, people=["child"], part_of="f0", since="2022-01-02"),
    )
    assert both(made, "f1") == (
        "أعلنت وزارة الداخلية، عبر وكالة رواق ثم «Steppe Wire»، مقتل 5 أطفال، ضمن 31 شخصاً، منذ 2 يناير.",
        (
            f"“{MINISTRY}” announced, carried by “وكالة رواق” and then Steppe Wire, that 5 children were killed, "
            "among 31 people, since 2 January."
        ),
    )


# ---------------------------------------------------------------- claims, events and the rest


def test_quoted_words_are_told_apart_from_the_reports_wording() -> None:
    assert both(report(claim(mode="direct")), "c1") == (
        "أعلنت وزارة الداخلية: «الطريق آمن».",
        f"“{MINISTRY}” announced: “الطريق آمن”.",
    )
    arabic, english = both(report(claim(headline=True, distance="distances", lemma="زعم", cue=span("زعمت", 100))), "c1")
    assert arabic == "في العنوان: زعمت وزارة الداخلية، بصياغة التقرير: «الطريق آمن» (الوسيلة تنأى بنفسها عنه)."
    assert english == (
        f"In the headline, “{MINISTRY}” claimed, in the report’s wording: “الطريق آمن” (the outlet keeps its distance)."
    )


def test_the_sources_own_preposition_joins_its_verb() -> None:
    text = "دعت وزارة الداخلية السكان إلى ضبط النفس"
    at = text.index("ضبط")
    asked = Claim(
        "c1", Span(at, len(text), text[at:]), cue=Span(0, 3, "دعت"), lemma="دعا", act="request", speaker_name=MINISTRY,
        actor="a1", mode="direct",
    )  # fmt: skip
    assert both(report(asked, text=text), "c1") == (
        "دعت وزارة الداخلية إلى «ضبط النفس».",
        f"“{MINISTRY}” called for: “ضبط النفس”.",
    )


def test_an_accusation_names_who_accuses_whom() -> None:
    arabic, english = both(
        report(claim(act="accuse", lemma="اتهم", cue=span("اتهمت", 100), addressee=span("الحكومة"))), "c1"
    )
    assert "accused “الحكومة”" in english
    assert "«الحكومة»" in arabic
    event = Event(
        "e1", span("هجوم"), "ASSAULT", "attack", actor=Party("اللواء", basis="attributed_by_other"), claim="c1"
    )
    arabic, english = both(report(claim(), event), "e1")
    assert english == f"“{MINISTRY}” said that an attack (“هجوم”) took place, by “اللواء” according to this source."
    assert arabic == "أفادت وزارة الداخلية بوقوع هجوم، والفاعل بحسب هذا المصدر «اللواء»."
    alone = Event("e1", span("هجوم"), "ASSAULT", "attack", actor=Party("اللواء", basis="attributed_by_other"))
    assert "allegedly by" in sentence(report(alone), "e1", "en")


@pytest.mark.parametrize("status", get_args(v.EventStatus))
@pytest.mark.parametrize("act", get_args(v.Act))
def test_an_event_took_place_only_where_it_is_reported(status: Any, act: Any) -> None:
    event = Event("e1", span("هجوم"), "ASSAULT", "attack", status=status, claim="c1")
    english = sentence(report(claim(act=act), event), "e1", "en")
    if status == "denied":
        assert "did not take place" in english or "denied that" in english
    else:
        assert ("took place" in english) is (status == "reported")


def test_an_order_is_told_by_its_own_verb() -> None:
    event = Event("e1", span("إطلاق"), "ASSAULT", "shooting", status="ordered", claim="c1")
    assert both(report(claim(act="order"), event), "e1") == (
        "أمرت وزارة الداخلية بإطلاق نار.",
        f"“{MINISTRY}” ordered a shooting (“إطلاق”).",
    )


def test_place_and_day_of_an_event() -> None:
    event = Event(
        "e1", span("هجوم"), "ASSAULT", "attack", place=EventPlace("Ain", from_="sentence"),
        date=EventDate("2021-12-30", from_="predicate"),
    )  # fmt: skip
    place = Place("p1", 0, 3, "عين", "Ain", "عين", "KZ")
    assert both(report(event, place), "e1") == (
        "أورد التقرير بصوته وقوع هجوم في عين في 30 ديسمبر 2021.",
        "The report says in its own voice that an attack (“هجوم”) took place in Ain on 30 December 2021.",
    )
    assert both(report(place), "p1") == (
        "المقصود بـ«عين» عين (مدينة أو بلدة، كازاخستان).",
        "“عين” is Ain (town, Kazakhstan).",
    )


def test_an_answer_that_was_not_given() -> None:
    withheld = Withheld("w1", 0, 5, "لم يعلق", MINISTRY, "declined")
    assert both(report(withheld), "w1") == (
        "لا تصريح بذلك من وزارة الداخلية: «لم يعلق».",
        f"“{MINISTRY}” did not say: “لم يعلق”.",
    )


@pytest.mark.parametrize(
    ("value", "english"),
    [
        ("2022-01-07", "7 January"), ("2021-01-07", "7 January 2021"), ("2022-01", "January 2022"), ("2022", "2022"),
        ("199X", "the 1990s"), ("19XX", "century 20"), ("2022-W01", "the week of 3 January to 9 January"),
        ("2022-Q3", "quarter 3 of 2022"), ("2020-W53", "the week of 28 December 2020 to 3 January 2021"),
        ("2021-W52-WE", "the weekend of 1 January to 2 January"), ("2022-H2", "half 2 of 2022"), ("2022-SU", "summer 2022"),
        ("2022-01-07TMO", "the morning of 7 January"), ("2022-01-07T08:00", "7 January, 08:00"),
        ("2022-01-05/2022-01-19", "5 January to 19 January"),
        ("2021-12-31/2022-12-31", "31 December 2021 to 31 December 2022"), ("XXXX-05-13", "13 May, year not known"),
        ("XXXX-05", "May, year not known"), ("2022-13-40", "2022-13-40"),
    ],
)  # fmt: skip
def test_dates_in_words(value: str, english: str) -> None:
    arabic, told = both(report(Time("t1", 0, 4, "يومها", value)), "t1")
    assert told == f"“يومها” stands for {english}."
    assert arabic.startswith("«يومها» يعني ")


def test_a_date_that_cannot_be_told_says_what_it_lacks() -> None:
    assert "the day of the report is not known" in sentence(
        report(Time("t1", 0, 3, "أمس", needs="published")), "t1", "en"
    )


def test_an_unknown_id_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        sentence(report(), "f9", "en")


@pytest.mark.parametrize(
    ("ui", "told"),
    [("ar", "تحدثت وزارة الداخلية عن 18 شخصاً."), ("en", "“وزارة الداخلية” spoke of 18 people.")],
)
def test_people_of_whom_nothing_is_told_are_spoken_of_and_not_counted(ui: str, told: str) -> None:
    assert sentence(report(claim(), figure(measure="other")), "f1", ui) == told


def test_a_number_that_is_denied_is_not_spoken_of() -> None:
    denied = claim(act="deny", lemma="نفى", cue=span("نفت", 100))
    assert sentence(report(denied, figure(measure="other")), "f1", "ar") == "نفت وزارة الداخلية وجود 18 شخصاً."


@pytest.mark.parametrize(
    ("low", "told"),
    [(1, "واحد آخر"), (2, "اثنين آخرين"), (4, "4 آخرين"), (11, "11 آخرين"), (100, "100 آخرين")],
)
def test_others_agree_with_their_number(low: int, told: str) -> None:
    others = figure(low, of=span("آخرين", 600))
    assert sentence(report(claim(), others), "f1", "ar") == f"أعلنت وزارة الداخلية مقتل {told}."


def test_who_is_addressed_and_carries_the_words_is_named_once() -> None:
    relayed = claim(via=[Via("وكالة رواق")], addressee=span("وكالة رواق", 700))
    for ui in ("ar", "en"):
        assert sentence(report(relayed), "c1", ui).count("وكالة رواق") == 1
    other = claim(via=[Via("وكالة رواق")], addressee=span("السكان", 700))
    assert "السكان" in sentence(report(other), "c1", "ar")


def test_a_dual_that_needs_its_second_word_is_told_with_it_and_with_nobody_else() -> None:
    words = "ضابطي شرطة ومجنداً"
    pair = Figure("f1", 500, 505, "ضابطي", low=2, high=2, measure="injured", claim="c1", source=MINISTRY,
                  of=span(words, 500), population=[PopulationSpan("security")])  # fmt: skip
    assert sentence(report(claim(), pair), "f1", "ar") == "أعلنت وزارة الداخلية إصابة فردي أمن («ضابطي شرطة»)."
