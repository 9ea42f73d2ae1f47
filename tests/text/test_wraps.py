"""Line ends that only wrap, and those that part: columns, broken sentences, headlines, lists, crossheads."""

from __future__ import annotations

import textwrap

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from any_text import TEXTS, assert_linear
from khabar.reading.report import About, read_report
from khabar.text.page import page

PARAGRAPHS = (
    "مرسى الريح تعلن حالة الطوارئ بعد السيول",
    (
        "قال وزير الداخلية سالم درويش إن 14 شخصا قتلوا وأصيب 30 آخرون في السيول التي ضربت مدينة مرسى الريح مساء الخميس، "
        "وأضاف أن فرق الإنقاذ ما زالت تبحث عن تسعة مفقودين بين أنقاض السوق القديم."
    ),
    (
        "وأكدت رئيسة البلدية هدى الرامي، في مؤتمر صحافي، أن «الجسر الشرقي لن يفتح قبل أسبوعين»، ودعت السكان إلى البقاء في "
        "بيوتهم وإلى الابتعاد عن مجرى الوادي حتى صباح السبت."
    ),
    (
        "ونفى المتحدث باسم الجيش كريم الساحلي أن تكون القوات قد انسحبت من المرفأ أو أطلقت النار على المحتجين أمام مبنى "
        "المحافظة، لكنه أقر بإصابة ثلاثة منهم خلال التدافع."
    ),
)


def lines(text: str) -> list[str]:
    cut = page(text)
    return [cut.text[slice(*cut.span(p.first, p.last))] for p in cut.paragraphs]


def wrapped(width: int, between: str) -> str:
    return between.join("\n".join(textwrap.wrap(p, width, break_on_hyphens=False)) for p in PARAGRAPHS)


@given(TEXTS)
def test_the_source_stays_and_offsets_with_it(text: str) -> None:
    cut = page(text)
    assert cut.source == text
    assert len(cut.text) == len(text)
    assert all(cut.source[t.start : t.end] == t.text for t in cut.tokens)
    assert all(a == b or b == " " for a, b in zip(cut.source, cut.text, strict=True))


@settings(max_examples=15)
@given(width=st.integers(min_value=45, max_value=110))
def test_columns_are_read_as_if_nothing_were_wrapped(width: int) -> None:
    plain, columns = "\n\n".join(PARAGRAPHS), wrapped(width, "\n\n")
    about = About(published="2022-01-07", outlet="رواق")
    one, other = read_report(plain, about), read_report(columns, about)
    assert len(plain) == len(columns)
    for layer in ("claims", "figures", "times", "places", "events", "actors"):
        as_json = [msgspec.json.encode(getattr(r, layer)).decode().replace("\\n", " ") for r in (one, other)]
        assert as_json[0] == as_json[1], layer
    assert all(columns[f.start : f.end] == f.text for f in other.figures)
    assert all(columns[c.content.start : c.content.end] == c.content.text for c in other.claims)


@pytest.mark.parametrize("width", [60, 75, 90])
def test_columns_without_empty_lines_between_paragraphs(width: int) -> None:
    assert lines(wrapped(width, "\n")) == list(PARAGRAPHS)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("وقال مدير المرفأ سالم درويش إن السفن التي كانت في", "عرض البحر عادت إلى الأرصفة الجنوبية."),
        ("وأضافت الرامي في حديثها مع صحيفة المرسى أن", "السكان عادوا إلى بيوتهم."),
        ("وأصيب في التدافع حارس المبنى القديم", "الذي كان يقف أمام الباب."),
        ("وأكد رئيس البلدية في مؤتمر صحافي عقد ظهرا", "أن الجسر سيفتح بعد أسبوعين."),
        ("واتهم الحزب خصومه (ومن بينهم نواب الجبل", "ونواب الساحل) بتعطيل المجلس."),
        (
            "وأضاف أن السكان “يريدون العودة إلى البيوت التي تركوها في الجبل بعد أن رفعت القوات",
            "حواجز الطريق القديم من المرفأ إلى السوق”.",
        ),
        ("ووصلت القافلة صباح الخميس إلى المدينة القديمة", "، ثم عادت إلى المرفأ."),
        (
            "The mayor of Marsa Rih denounced the raid as both an act of terror and a",
            "crime that shames the whole coast.",
        ),
        (
            "The mayor told reporters at the harbour on Thursday evening",
            "that nine people were missing in the old market.",
        ),
    ],
)
def test_a_sentence_broken_in_two_is_one(first: str, second: str) -> None:
    assert lines(f"عنوان\n{first}\n{second}") == ["عنوان", f"{first} {second}"]


@pytest.mark.parametrize(
    "text",
    [
        # headline, sub-headline and body; a crosshead between paragraphs
        "مرسى الريح تغلق الجسر القديم بعد العاصفة\nالمهندسون يطلبون أسبوعين لفحص الأعمدة\nأعلنت البلدية الجمعة إغلاق الجسر.",
        "وعاد السكان إلى بيوتهم.\nأعمدة متآكلة\nوأوضح المهندس أن الأعمدة تحتاج إلى فحص.",
        # paragraphs of an outlet that writes no stops
        (
            "أعلنت البلدية إغلاق الجسر القديم بعد العاصفة التي ضربت المدينة\nوقال رئيسها إن الجسر سيفتح بعد أسبوعين\n"
            "ووصلت فرق الإنقاذ من الجبل صباح الخميس ومعها معدات ثقيلة لرفع الأنقاض من السوق\nوعاد السكان إلى بيوتهم"
        ),
        # lists: of demands, of names, of numbers
        "وهذه مطالب المحتجين في مدينة مرسى الريح:\n- فتح الجسر القديم أمام السكان\n- وأن يستقيل رئيس البلدية\n- وإعادة الماء",
        "1. سالم درويش\n2. هدى الرامي\n3. كريم الساحلي",
        "سالم درويش\nهدى الرامي\nكريم الساحلي\nنور البحري",
        # headlines of nearly the same length
        (
            "قُتل شرطيان في هجوم على حاجز في المرفأ القديم\nاستقالة وزير المالية بعد أسبوع من تعيينه\n"
            "زلزال يضرب جنوب الجزيرة ولا أنباء عن ضحايا\nاعتقال عشرة محتجين بعد مواجهات أمام البرلمان"
        ),
        # flashes of a live page, each nearly as long as the others, each ending with a stop
        (
            "قتل ثلاثة جنود في انفجار لغم قرب مرسى الريح.\nأعلن الجيش إغلاق الطريق إلى الجبل والمرفأ.\n"
            "دعت البلدية السكان إلى البقاء في بيوتهم."
        ),
        # a paragraph whose quotation goes on in the next, each with its stop
        "وقال درويش «الجسر مغلق.\nولن يفتح قبل أسبوعين».",
        # a short label that ends in a preposition
        "اقرأ أيضا في\nمرسى الريح تعلن حالة الطوارئ",
    ],
)
def test_lines_of_their_own_stay(text: str) -> None:
    assert lines(text) == text.split("\n")


@pytest.mark.parametrize("piece", ["في\n", "(\n", "«ا ب ج د\n"])
def test_time_grows_with_length(piece: str) -> None:
    assert_linear(page, piece)
