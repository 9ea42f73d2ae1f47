"""Embedded posts: words of an account inside an article, with name, handle and date line."""

from __future__ import annotations

import pytest

from khabar.text.page import Page, page
from khabar.text.posts import Post

ABOVE = "مراقبة المرفأ تحذر من الأمواج\nنشرت مراقبة المرفأ مساء الخميس تحذيرا من الأمواج العالية.\n"
BELOW = "\nوأغلق الميناء أبوابه صباح الجمعة أمام القوارب الصغيرة.\n"
SIGNED = "— Harbour Watch (@harbour_watch) January 6, 2022"


def parts(cut: Page, post: Post) -> tuple[str, str, str, str | None]:
    """The words, account, handle and date of a post."""
    date = cut.text[slice(*post.date)] if post.date else None
    return cut.text[slice(*post.text)], cut.text[slice(*post.account)], cut.text[slice(*post.handle)], date


def posts(text: str) -> list[tuple[str, str, str, str | None]]:
    cut = page(text)
    return [parts(cut, post) for post in cut.posts]


def test_an_english_post_in_an_arabic_article() -> None:
    cut = page(f"{ABOVE}Waves of four metres expected tonight. Stay off the pier.\n{SIGNED}{BELOW}")
    assert [parts(cut, post) for post in cut.posts] == [
        (
            "Waves of four metres expected tonight. Stay off the pier.",
            "Harbour Watch",
            "@harbour_watch",
            "January 6, 2022",
        )
    ]
    assert [p.kind for p in cut.paragraphs] == ["headline", "body", "post", "post", "body"]
    assert [p.language for p in cut.paragraphs] == ["ar", "ar", "en", "en", "ar"]


def test_a_post_of_two_lines_and_a_link_at_its_foot() -> None:
    foot = "https://t.example/Ab1 pic.twitter.com/Cd2"
    (post,) = posts(f"{ABOVE}Waves of four metres expected tonight.\nStay off the pier! {foot}\n{SIGNED}{BELOW}")
    assert post[0] == "Waves of four metres expected tonight.\nStay off the pier!"


def test_a_link_glued_to_the_last_word() -> None:
    (post,) = posts(f"{ABOVE}Two boats detainedhttps://t.example/Ab1\n{SIGNED}{BELOW}")
    assert post[0] == "Two boats detained"


def test_a_link_on_a_line_of_its_own() -> None:
    (post,) = posts(f"{ABOVE}Two boats detained.\npic.twitter.com/Cd2\n{SIGNED}{BELOW}")
    assert post[0] == "Two boats detained."


def test_several_posts() -> None:
    second = "— Port Office (@port_office) January 7, 2022"
    cut = page(f"{ABOVE}Stay off the pier.\n{SIGNED}\nThe port is closed.\n{second}{BELOW}The port is open.\n{SIGNED}")
    assert [parts(cut, post)[::3] for post in cut.posts] == [
        ("Stay off the pier.", "January 6, 2022"),
        ("The port is closed.", "January 7, 2022"),
        ("The port is open.", "January 6, 2022"),
    ]


def test_an_arabic_post_in_an_arabic_article_is_the_line_above_its_signature() -> None:
    cut = page(f"{ABOVE}الأمواج تبلغ أربعة أمتار الليلة.\n— مراقبة المرفأ (@harbour_watch) ٦ يناير ٢٠٢٢{BELOW}")
    assert [parts(cut, post) for post in cut.posts] == [
        ("الأمواج تبلغ أربعة أمتار الليلة.", "مراقبة المرفأ", "@harbour_watch", "٦ يناير ٢٠٢٢")
    ]
    assert [p.kind for p in cut.paragraphs] == ["headline", "body", "post", "post", "body"]


def test_an_arabic_post_in_an_english_article() -> None:
    above = "Harbour closed\nThe port office warned of waves on Thursday.\n"
    (post,) = posts(f"{above}الأمواج عالية.\nلا تقتربوا من الرصيف.\n{SIGNED}\nBoats stayed in.")
    assert post[0] == "الأمواج عالية.\nلا تقتربوا من الرصيف."


@pytest.mark.parametrize(
    ("signature", "account", "date"),
    [
        ("— Harbour Watch (@harbour_watch)", "Harbour Watch", None),
        ("- Harbour Watch (@harbour_watch) January 6, 2022", "Harbour Watch", "January 6, 2022"),
        ("-- Harbour Watch (@harbour_watch)January 6, 2022", "Harbour Watch", "January 6, 2022"),
        ("–\xa0Harbour Watch\xa0(@harbour_watch) January 6, 2022", "Harbour Watch", "January 6, 2022"),
        ("ـ Harbour Watch (@harbour_watch) January 6, 2022", "Harbour Watch", "January 6, 2022"),
        (
            "\u200e— \u202bمراقبة المرفأ\u202c (\u200e@harbour_watch) January 6, 2022",
            "مراقبة المرفأ",
            "January 6, 2022",
        ),
        ("—H(@harbour_watch) 6.1.2022", "H", "6.1.2022"),
    ],
)
def test_signatures(signature: str, account: str, date: str | None) -> None:
    (post,) = posts(f"{ABOVE}Stay off the pier.\n{signature}{BELOW}")
    assert post == ("Stay off the pier.", account, "@harbour_watch", date)


@pytest.mark.parametrize(
    "line",
    [
        "— Harbour Watch January 6, 2022",
        "— Harbour Watch (harbour_watch) January 6, 2022",
        "Harbour Watch (@harbour_watch) January 6, 2022",
        "— (@harbour_watch) January 6, 2022",
        "— قال مصدر في المرفأ إن القوارب بقيت في أماكنها (وهو ما أكدته @harbour_watch) ولم يبحر أي منها منذ الفجر بسبب الأمواج",
        "— a (@b) " + "word " * 20,
    ],
)
def test_lines_that_sign_nothing(line: str) -> None:
    assert posts(f"{ABOVE}Stay off the pier.\n{line}{BELOW}") == []


def test_a_signature_needs_words_above_it() -> None:
    assert posts(f"{SIGNED}{BELOW}") == []
    assert posts(f"{ABOVE}Stay off the pier.\n{SIGNED}\n{SIGNED}\n{SIGNED}{BELOW}") == posts(
        f"{ABOVE}Stay off the pier.\n{SIGNED}{BELOW}"
    )


def test_a_post_reaches_no_further_than_its_language_and_four_lines() -> None:
    (post,) = posts(f"{ABOVE}{''.join(f'Line {n} of it.{chr(10)}' for n in range(9))}{SIGNED}{BELOW}")
    assert post[0].startswith("Line 5")
    (post,) = posts(f"{ABOVE}Line 1 of it.\n{SIGNED}{BELOW}")
    assert post[0] == "Line 1 of it."


def test_windows_line_ends() -> None:
    text = f"{ABOVE}Waves tonight.\nStay off the pier.\n{SIGNED}{BELOW}"
    (unix,), (windows,) = posts(text), posts(text.replace("\n", "\r\n"))
    assert windows == (unix[0].replace("\n", "\r\n"), *unix[1:])
