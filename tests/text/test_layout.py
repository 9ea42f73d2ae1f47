"""The page: paragraphs, sentences, headline, crossheads, what is printed twice, and the language of each stretch."""

from __future__ import annotations

import pytest
from hypothesis import given

from any_text import NASTY, TEXTS, assert_linear
from khabar.text.page import Page, page
from khabar.text.quotes import quotations
from khabar.text.script import language_of
from khabar.text.tokens import Kind, tokens

ARTICLE = """\
بلدية مرسى الريح تغلق الجسر القديم بعد العاصفة
المهندسون يطلبون أسبوعين لفحص الأعمدة الأربعة قبل فتحه
أعلنت بلدية مرسى الريح الجمعة إغلاق الجسر القديم. وقالت إن السيول جرفت جزءا من حافته!
أعمدة متآكلة
وأوضح المهندس سالم درويش أن «الأعمدة تحتاج فحصا دقيقا». ولم يحدد موعدا للفتح؟
The bridge was built in 1931 and carries both roads out of the old town.
المهندسون يطلبون أسبوعين لفحص الأعمدة الأربعة قبل فتحه
"""


def lines(cut: Page) -> list[str]:
    return [cut.text[slice(*cut.span(p.first, p.last))] for p in cut.paragraphs]


def kinds(text: str) -> list[str]:
    return [p.kind for p in page(text).paragraphs]


def sentences(text: str) -> list[str]:
    cut = page(text)
    return [cut.text[slice(*cut.span(*s))] for s in cut.sentences]


# ---------------------------------------------------------------- any text whatever


@given(TEXTS)
def test_paragraphs_and_sentences_hold_every_token_but_line_ends(text: str) -> None:
    cut = page(text)
    assert cut.source == text
    in_paragraphs = [n for p in cut.paragraphs for n in range(p.first, p.last)]
    in_sentences = [n for s in cut.sentences for n in range(s.first, s.last)]
    assert in_paragraphs == in_sentences
    assert in_paragraphs == [n for n, t in enumerate(cut.tokens) if t.kind is not Kind.LINE_END]


@given(TEXTS)
def test_sentences_lie_inside_their_paragraph(text: str) -> None:
    for paragraph in page(text).paragraphs:
        assert paragraph.first < paragraph.last
        assert paragraph.sentences[0].first == paragraph.first
        assert paragraph.sentences[-1].last == paragraph.last
        assert all(s.first < s.last for s in paragraph.sentences)


@given(TEXTS)
def test_quotations_lie_inside_their_paragraph(text: str) -> None:
    cut = page(text)
    for paragraph in cut.paragraphs:
        assert list(paragraph.quotations) == quotations(cut.tokens, paragraph.first, paragraph.last)
        for opened, closed in paragraph.quotations:
            assert paragraph.first <= opened < paragraph.last
            assert closed is None or opened < closed < paragraph.last


@given(TEXTS)
def test_posts_lie_on_whole_paragraphs(text: str) -> None:
    cut = page(text)
    end = 0
    for post in cut.posts:
        assert end <= post.first < post.last <= len(cut.tokens)
        end = post.last
        start, stop = cut.span(post.first, post.last)
        for part in (post.text, post.account, post.handle, *([post.date] if post.date else [])):
            assert start <= part[0] < part[1] <= stop
        assert text[slice(*post.handle)].startswith("@")
        assert post.text[1] <= post.account[0] < post.handle[0]
    for paragraph in cut.paragraphs:
        held = any(post.first <= paragraph.first and paragraph.last <= post.last for post in cut.posts)
        assert (paragraph.kind == "post") is held


@given(TEXTS)
def test_paragraphs_at_finds_what_a_span_touches(text: str) -> None:
    cut = page(text)
    for paragraph in cut.paragraphs:
        assert cut.paragraphs_at(paragraph.first, paragraph.last) == (paragraph,)
    if cut.paragraphs:
        assert cut.paragraphs_at(0, len(cut.tokens)) == cut.paragraphs


@given(TEXTS)
def test_every_stretch_has_a_language(text: str) -> None:
    cut = page(text)
    assert cut.language in ("ar", "en")
    assert {p.language for p in cut.paragraphs} <= {"ar", "en"}


def shape(cut: Page) -> list[tuple[object, ...]]:
    """What a page is, line ends aside."""
    return [
        (
            p.kind,
            p.language,
            [t.text for t in cut.tokens[p.first : p.last]],
            [s.last - s.first for s in p.sentences],
            [(q.open - p.first, q.close and q.close - p.first) for q in p.quotations],
        )
        for p in cut.paragraphs
    ]


@given(TEXTS)
def test_windows_line_ends_change_nothing(text: str) -> None:
    unix = text.replace("\r", "")
    assert shape(page(unix)) == shape(page(unix.replace("\n", "\r\n")))


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n\n", "\u2029", "\n \n", " \r\n\t"])
def test_an_article_is_the_same_with_any_line_end(end: str) -> None:
    assert shape(page(ARTICLE.replace("\n", end))) == shape(page(ARTICLE))


@pytest.mark.parametrize("piece", NASTY.values(), ids=NASTY.keys())
def test_linear(piece: str) -> None:
    assert_linear(page, piece)


def test_a_line_of_a_hundred_thousand_characters_is_one_paragraph() -> None:
    cut = page("قال الوزير إن 12 شخصا وصلوا. " * 2_800)
    assert len(cut.paragraphs) == 1
    assert len(cut.sentences) == 2_800


def test_a_line_of_a_million_characters_is_cut_between_sentences() -> None:
    cut = page("قال الوزير إن 12 شخصا وصلوا. " * 34_500)
    assert len(cut.text) > 1_000_000
    assert 1 < len(cut.paragraphs) < 20
    assert {last - first for first, last in cut.sentences} == {7}
    assert len(cut.sentences) == 34_500


@pytest.mark.parametrize("text", ["", " ", "\n\r\n\n", "\xa0\u200f\ufeff", "\u064b\u0301"])
def test_nothing_makes_no_paragraph(text: str) -> None:
    cut = page(text)
    assert cut.paragraphs == ()
    assert cut.sentences == ()
    assert cut.posts == ()
    assert cut.paragraphs_at(0, 1) == ()


# ---------------------------------------------------------------- sentences


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("وصل الوفد. وغادر أمس.", ["وصل الوفد.", "وغادر أمس."]),
        ("متى يعود؟ لا أحد يعرف! انتهى", ["متى يعود؟", "لا أحد يعرف!", "انتهى"]),
        ("قال: «انتهى.» ثم غادر.", ["قال: «انتهى.»", "ثم غادر."]),
        ("حقا؟! نعم.", ["حقا؟!", "نعم."]),
        ("انتهى..... ثم عاد.", ["انتهى.....", "ثم عاد."]),
        ("انتهى۔ ثم عاد۔", ["انتهى۔", "ثم عاد۔"]),
        ("بلغ 10.000 طن و٢٫٥ مليون و3.5 في المئة.", ["بلغ 10.000 طن و٢٫٥ مليون و3.5 في المئة."]),
        ("في عام 2021. وفي 2022 عاد.", ["في عام 2021.", "وفي 2022 عاد."]),
        ("نقلت وكالة أ. ف. ب. عن شاهد. ثم سكت.", ["نقلت وكالة أ. ف. ب. عن شاهد.", "ثم سكت."]),
        ("The U.S. envoy J. Marin left. He was tired.", ["The U.S. envoy J. Marin left.", "He was tired."]),
        ("انظر https://t.example/a.b?c=d. ثم عد.", ["انظر https://t.example/a.b?c=d.", "ثم عد."]),
        ("بلا نقطة", ["بلا نقطة"]),
        ("...", ["..."]),
    ],
)
def test_sentences(text: str, cut: list[str]) -> None:
    assert sentences(text) == cut


# ---------------------------------------------------------------- kinds of lines


def test_the_lines_of_an_article() -> None:
    cut = page(ARTICLE)
    assert lines(cut) == ARTICLE.splitlines()
    assert [p.kind for p in cut.paragraphs] == ["headline", "crosshead", "body", "crosshead", "body", "body", "repeat"]
    assert [p.language for p in cut.paragraphs] == ["ar", "ar", "ar", "ar", "ar", "en", "ar"]
    assert [len(p.sentences) for p in cut.paragraphs] == [1, 1, 2, 1, 2, 1, 1]


@pytest.mark.parametrize(
    "headline",
    [
        "إغلاق الجسر القديم",
        "متى يفتح الجسر القديم؟",
        'رئيس البلدية: "لن نفتح الجسر"',
        "الجسر القديم... حكاية لم تنته بعد",
        "Bridge closed after the storm (photos)",
        "عاصفة تضرب الساحل وتقطع الطريق بين المدينتين وتغلق الجسر القديم والمدارس والميناء حتى إشعار آخر",
    ],
)
def test_headlines(headline: str) -> None:
    assert kinds(f"{headline}\nأعلنت البلدية إغلاق الجسر حتى نهاية الأسبوع بسبب السيول.")[0] == "headline"


@pytest.mark.parametrize(
    "first",
    [
        "أغلقت البلدية الجسر.",
        "قال رئيس البلدية: «أغلقنا الجسر.»",
        "...\u200f",
        " ".join(["كلمة"] * 25),
    ],
)
def test_first_lines_that_are_no_headline(first: str) -> None:
    assert kinds(f"{first}\nأعلنت البلدية إغلاق الجسر حتى نهاية الأسبوع بسبب السيول.")[0] == "body"


def test_a_lone_line_is_body() -> None:
    assert kinds("إغلاق الجسر القديم") == ["body"]


@pytest.mark.parametrize("line", ["أعمدة متآكلة.", "«أعمدة متآكلة»", "أعمدة متآكلة؟", "12", " ".join(["كلمة"] * 10)])
def test_lines_that_are_no_crosshead(line: str) -> None:
    assert kinds(f"عنوان الخبر\n{line}\nأعلنت البلدية إغلاق الجسر حتى نهاية الأسبوع.")[1] == "body"


def test_the_last_line_is_no_crosshead() -> None:
    assert kinds("عنوان الخبر\nأعلنت البلدية إغلاق الجسر.\nتحرير سالم")[-1] == "body"


def test_a_line_printed_again_with_other_marks_is_a_repeat() -> None:
    first = "المهندسون يطلبون أسبوعين لفحص الأعمدة"
    assert kinds(f"عنوان\n{first}\nنص الخبر كله هنا.\n«المهندسون» يطلبون: أسبوعين لفحص الأعمده.")[-1] == "repeat"


def test_short_lines_come_again_by_chance() -> None:
    assert "repeat" not in kinds("عنوان\nقال نعم.\nوصل الوفد.\nقال نعم.\nانتهى.")


# ---------------------------------------------------------------- languages


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("الخبر", "ar"),
        ("news", "en"),
        ("الخبر news الثاني", "ar"),
        ("a long English line with خبر", "en"),
        ("ﺍﻟﺨﺒﺮ", "ar"),
        ("Ñandú", "en"),
        ("2022 / 12", "default"),
        ("", "default"),
        ("abتم", "default"),
        ("\ud800", "default"),
    ],
)
def test_letters_tell_the_language(text: str, language: str) -> None:
    assert language_of(text, "default") == language


@given(TEXTS)
def test_the_language_is_that_of_most_letters(text: str) -> None:
    arabic = sum(language_of(c, "") == "ar" for c in text)
    latin = sum(language_of(c, "") == "en" for c in text)
    expected = "ar" if arabic > latin else "en" if latin > arabic else "neither"
    assert language_of(text, "neither") == expected


def test_links_and_accounts_speak_no_language() -> None:
    cut = page(
        "عنوان الخبر هنا\nشاهد: https://video.example/a-very-long-address/of/many/latin/letters\n@some_account_name\n12 %"
    )
    assert [p.language for p in cut.paragraphs] == ["ar", "ar", "ar", "ar"]


def test_a_given_language_stands_for_lines_without_letters() -> None:
    assert [p.language for p in page("1 - 2\nخبر عاجل", "en").paragraphs] == ["en", "ar"]
    assert page("خبر", "en").language == "en"


def test_tokens_of_a_page_are_those_of_its_text() -> None:
    assert page(ARTICLE).tokens == tokens(ARTICLE)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("قاتل حزب (بي.كيه.كيه) هناك. وقال (د.ب.ا) ذلك.", 2),
        ("قال لقناة (سي.بي.سي) أمس. وفحص الدي.إيه.إن في المخبر.", 2),
        ("ظهر على (بي.بي) أمس.", 1),
        ("عاد.ثم خرج.", 2),
        ("عاد الوفد.وقال الوزير إنه راض.", 2),
    ],
)
def test_the_stops_of_a_spelt_out_abbreviation_end_no_sentence(text: str, sentences: int) -> None:
    assert len(page(text).sentences) == sentences
