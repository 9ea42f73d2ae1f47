"""The page of a report as HTML: well-formed, complete, exact, and closed to whatever a report's text may hold."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import khabar
from khabar.desk.wording import ui_languages
from khabar.export.page import page_of
from khabar.export.page.paragraphs import direction_of, lines_of
from khabar.export.page.rendering import web_address
from khabar.export.page.spans import ANCHORS, marks_of
from khabar.export.page.text import paragraphs_of
from khabar.record import Caveat, Claim, Document, Figure, Report, Span, Unread

ROOT = Path(__file__).resolve().parents[3]
DEMO = sorted((ROOT / "demo" / "reports").glob("*.txt"))
VOID = {"meta", "br", "img", "input", "link", "hr"}


class Tree(HTMLParser):
    """A strict reading of the page: every element closed in its order; elements by id, texts, attributes."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[dict[str, Any]] = []
        self.all: list[dict[str, Any]] = []
        self.feed(page)
        self.close()
        assert not self.open, "left open"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"an attribute twice: {names}"
        element = {"tag": tag, "text": "", **{name: value or "" for name, value in attrs}}
        self.all.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, tag
        assert self.open.pop()["tag"] == tag

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element["text"] += data

    def of(self, tag: str, class_: str = "") -> list[dict[str, Any]]:
        return [e for e in self.all if e["tag"] == tag and (not class_ or class_ in e.get("class", "").split())]

    def ids(self) -> dict[str, dict[str, Any]]:
        found = [e for e in self.all if "id" in e]
        by_id = {e["id"]: e for e in found}
        assert len(by_id) == len(found), "an id twice"
        return by_id


def demo(path: Path) -> Report:
    return khabar.read(path.read_text(encoding="utf-8"), id=path.name, outlet="وكالة رواق")


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    return [demo(path) for path in DEMO]


def bare(text: str, **items: Any) -> Report:
    return Report(Document(id="r", text=text, language="ar"), **items)


# ---------------------------------------------------------------- the text


def test_the_text_of_the_page_is_the_source(reports: list[Report]) -> None:
    for report in reports:
        text = report.document.text or ""
        lines = Tree(page_of(report, "ar")).of("p", "par")
        assert "".join(line["data-before"] + line["text"] for line in lines) == text.rstrip()


def test_every_item_is_reached_at_its_exact_words(reports: list[Report]) -> None:
    for report in reports:
        text, ids = report.document.text or "", Tree(page_of(report, "en")).ids()
        for mark in marks_of(report):
            if mark.kind in ANCHORS and mark.kind != "layout":
                # a mark that begins between lam and alef begins at the lam: the two are one glyph
                first = mark.start - (text[mark.start - 1 : mark.start + 1] in ("لا", "لأ", "لإ", "لآ"))
                assert pieces_of(report, mark.item) == text[first : mark.end], mark
                assert text[first : mark.end].startswith(ids[f"w-{mark.item}"]["text"])
        keys = {i.id for layer in ("claims", "figures", "events", "places", "times") for i in getattr(report, layer)}
        assert {f"{place}-{key}" for key in keys for place in "kw"} <= set(ids)


def pieces_of(report: Report, item: str) -> str:
    """The words that lead to an item."""
    pieces = [piece for p in paragraphs_of(report) for run in p.runs for piece in run.pieces]
    return "".join(piece.text for piece in pieces if item in piece.items and {*piece.kinds} & ANCHORS)


def test_cards_show_the_words_of_their_items(reports: list[Report]) -> None:
    for report in reports[:4]:
        page = page_of(report, "ar")
        cards = {e["id"]: e["text"] for e in Tree(page).of("article", "item")}
        for figure in report.figures:
            assert " ".join(figure.text.split()) in cards[f"k-{figure.id}"]
        for claim in report.claims:
            assert " ".join(claim.content.text.split()) in " ".join(cards[f"k-{claim.id}"].split())
            assert all(via.name in cards[f"k-{claim.id}"] for via in claim.via)


def test_all_links_inside_the_page_arrive(reports: list[Report]) -> None:
    for report in reports:
        tree = Tree(page_of(report, "en"))
        ids = tree.ids()
        assert not [a["href"] for a in tree.of("a") if a["href"].startswith("#") and a["href"][1:] not in ids]
        assert not [e for e in tree.all if "aria-describedby" in e and e["aria-describedby"] not in ids]


def test_what_was_not_read_is_marked_and_listed() -> None:
    text = "قال الوالي إن الوضع هادئ. وعبرت القافلة 17 جسراً."
    start = text.index("17")
    report = bare(text, unread=[Unread(start, start + 2, "17", "number_unused")])
    tree = Tree(page_of(report, "en"))
    assert next(e["text"] for e in tree.of("span", "unread")) == "17"
    assert [e["text"].strip() for e in tree.of("li", "entry")] == ["… الوضع هادئ. وعبرت القافلة 17 جسراً."]
    assert "1 number unread" in tree.of("header")[0]["text"]


def test_quoted_and_reported_words_look_different_and_the_outlet_has_no_mark() -> None:
    text = "قال الوالي إن المدينة «آمنة تماماً». وهطل المطر."
    report = bare(text, claims=[said_claim(text, "المدينة «آمنة تماماً", "آمنة تماماً")])
    tree = Tree(page_of(report, "en"))
    assert [e["text"] for e in tree.of("span", "said")][:2] == ["المدينة «", "آمنة تماماً"]
    assert tree.of("span", "quoted")[0]["text"] == "آمنة تماماً"
    assert not [e for e in tree.all if "المطر" in e["text"] and e["tag"] == "span"]


def said_claim(text: str, content: str, quote: str | None = None) -> Claim:
    def span(words: str) -> Span:
        start = text.index(words)
        return Span(start, start + len(words), words)

    quotes = [span(quote)] if quote else []
    return Claim("c0-3", span(content), cue=span("قال"), speaker=span("الوالي"), speaker_name="الوالي", quotes=quotes)


def test_a_mark_never_cuts_lam_from_alef() -> None:
    text = "دعوات لإجراء الحوار"
    start = text.index("إجراء")
    report = bare(text, claims=[Claim("c0-5", Span(start, len(text), text[start:]), cue=Span(0, 5, "دعوات"))])
    pieces = [piece.text for run in paragraphs_of(report)[0].runs for piece in run.pieces]
    assert pieces == ["دعوات", " ", "لإجراء الحوار"]


def test_crossing_and_nested_marks_lose_no_letter() -> None:
    text = "0123456789"
    spans = [(0, 6), (3, 9), (3, 5), (5, 10), (0, 10)]
    claims = [Claim(f"c{s}-{e}", Span(s, e, text[s:e])) for s, e in spans]
    figures = [Figure("f2-4", 2, 4, "23", "killed"), Figure("f4-5", 4, 5, "4", "killed")]
    (line,) = paragraphs_of(bare(text, claims=claims, figures=figures))
    assert "".join(piece.text for run in line.runs for piece in run.pieces) == text
    assert max(len(run.claims) for run in line.runs) == 4


# ---------------------------------------------------------------- directions


@pytest.mark.parametrize(
    ("words", "direction"),
    [
        ("قال الوزير", "rtl"),
        ("Almaty is quiet", "ltr"),
        ("AFP: أعلنت السلطات حصيلة جديدة", "rtl"),
        ("#Almaty (الآن) shots heard near the square", "ltr"),
        ("12:30", "rtl"),
    ],
)
def test_the_letters_of_a_line_tell_its_direction(words: str, direction: str) -> None:
    assert direction_of(words, "rtl") == direction


def test_an_english_post_inside_an_arabic_report_runs_left_to_right() -> None:
    text = "قال الوالي إن المدينة آمنة.\n\nShots heard in Almaty\n— Desk (@desk) January 7, 2022\r\nوعاد الهدوء."
    lines = Tree(page_of(bare(text), "ar")).of("p", "par")
    assert [(line["dir"], line["lang"]) for line in lines] == [
        ("rtl", "ar"),
        ("ltr", "en"),
        ("ltr", "en"),
        ("rtl", "ar"),
    ]
    assert [line.before for line in lines_of(text, "ar")] == ["", "\n\n", "\n", "\r\n"]


@pytest.mark.parametrize("ui", ui_languages())
def test_the_chrome_speaks_the_readers_language(ui: str, reports: list[Report]) -> None:
    html = Tree(page_of(reports[0], ui)).of("html")[0]
    assert (html["lang"], html["dir"]) == (ui, "rtl" if ui == "ar" else "ltr")


# ---------------------------------------------------------------- nothing gets in, nothing goes out


def policy(tree: Tree) -> str:
    (meta,) = [e for e in tree.of("meta") if e.get("http-equiv") == "Content-Security-Policy"]
    return str(meta["content"])


@pytest.mark.parametrize("ui", ui_languages())
def test_the_page_allows_its_own_script_and_style_and_nothing_else(ui: str, reports: list[Report]) -> None:
    tree = Tree(page_of(reports[0], ui))
    rules = policy(tree)
    assert rules.startswith("default-src 'none';")
    assert "unsafe" not in rules
    for tag in ("style", "script"):
        (element,) = tree.of(tag)
        assert base64.b64encode(hashlib.sha256(element["text"].encode()).digest()).decode() in rules
    assert "://" not in rules
    assert not [e for e in tree.all if e["tag"] in ("link", "img", "iframe", "object", "embed", "base") or "src" in e]
    assert not [e for e in tree.all if "style" in e or any(name.startswith("on") for name in e)]
    assert not re.search(r"url\(|@import|https?:", tree.of("style")[0]["text"] + tree.of("script")[0]["text"])


HOSTILE = (
    '</p></article><script>alert(1)</script><img src=x onerror="alert(2)">\u2028\u2029'
    "{{ 7*7 }} {% raw %} <!-- ]]> &lt;script&gt; \u202e'\"><b onmouseover=alert(3)>\r x"
)


def hostile_report() -> Report:
    end = len(HOSTILE)
    span = Span(0, end, HOSTILE)
    claim = Claim(
        "c0-9", span, cue=Span(3, 30, HOSTILE[3:30]), speaker=Span(31, 60, HOSTILE[31:60]), speaker_name=HOSTILE,
        lemma=HOSTILE, caveats=[Caveat("contested", Span(5, 9, HOSTILE[5:9]))], rule=HOSTILE,
    )  # fmt: skip
    document = Document(
        id=HOSTILE, text=HOSTILE, title=HOSTILE, outlet=HOSTILE, url="javascript:alert(4)", published=HOSTILE,
        language='ar" onload="alert(5)', flags=[HOSTILE],
    )  # fmt: skip
    figure = Figure("f1-20", 1, 20, HOSTILE[1:20], "killed", source=HOSTILE, claim="c0-9", side=HOSTILE, place=HOSTILE)
    return Report(document, claims=[claim], figures=[figure], unread=[Unread(0, end, HOSTILE, "number_unused")])


@pytest.mark.parametrize("ui", ui_languages())
def test_markup_in_a_report_stays_text(ui: str) -> None:
    tree = Tree(page_of(hostile_report(), ui))
    assert len(tree.of("script")) == 1
    assert not tree.of("img")
    assert not tree.of("b")
    assert not [e for e in tree.all if any(name.startswith("on") for name in e)]
    (line,) = tree.of("p", "par")
    assert line["text"] == HOSTILE
    assert not [a["href"] for a in tree.of("a") if "alert" in a["href"] and not a["href"].startswith("#")]
    assert "49" not in tree.of("h1")[0]["text"]


def test_direction_marks_of_the_source_stay_in_the_text_alone() -> None:
    tree = Tree(page_of(hostile_report(), "en"))
    assert "\u202e" in tree.of("p", "par")[0]["text"]
    assert "\u202e" not in tree.of("aside")[0]["text"] + tree.of("h1")[0]["text"] + tree.of("title")[0]["text"]


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://news.example/1", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("file:///etc/passwd", False),
        ("http://[", False),
        ("//news.example", False),
        (None, False),
    ],
)
def test_only_web_addresses_are_led_to(url: str | None, shown: bool) -> None:
    assert (web_address(url) is not None) is shown


def test_words_quoted_in_a_sentence_of_ours_keep_to_themselves(reports: list[Report]) -> None:
    for ui, direction in (("en", "rtl"), ("ar", "rtl")):
        page = page_of(reports[0], ui)
        (sentence,) = re.findall(r'<p class="sentence">(.*?)</p>', page)[:1]
        assert f'<bdi dir="{direction}">' in sentence


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), max_size=60), st.data())
def test_any_text_with_any_marks_comes_out_as_it_went_in(text: str, data: st.DataObject) -> None:
    places = st.tuples(st.integers(0, max(len(text), 1)), st.integers(0, max(len(text), 1)))
    claims = [
        Claim(f"c{n}", Span(s, e, text[s:e]), cue=Span(e, s, text[e:s]))
        for n, (s, e) in enumerate(data.draw(st.lists(places, max_size=5)))
    ]
    lines = Tree(page_of(bare(text, claims=claims), "en")).of("p", "par")
    assert "".join(line["data-before"] + line["text"] for line in lines) == text.rstrip() or not text.strip()


def test_a_record_without_its_text_is_refused_in_words() -> None:
    with pytest.raises(ValueError, match="without its text"):
        page_of(Report(Document(id="r")), "en")


def test_a_record_read_from_json_gives_the_same_page(reports: list[Report]) -> None:
    again = Report.from_dict(msgspec.json.decode(msgspec.json.encode(reports[0].to_dict())))
    assert page_of(again, "ar") == page_of(reports[0], "ar")


def test_who_reads_in_arabic_is_shown_places_dates_and_counts_in_arabic() -> None:
    report = khabar.read("قال الوالي إن انفجاراً وقع في ألماتي مساء الأربعاء.", outlet="رواق", published="2022-01-07")
    page, english = page_of(report, "ar"), page_of(report, "en")
    assert "كازاخستان، مدينة أو بلدة" in page
    assert "مساء 5 يناير 2022" in page
    assert "لا خلاف" in page
    assert "لم يبقَ شيء بلا قراءة" in page
    assert "2022-01-05TEV" not in page
    assert "Almaty, Kazakhstan, town" in english
    assert "the evening of 5 January 2022" in english
    assert "0 disagreements" in english


def test_who_denies_a_number_stands_as_such_on_the_page() -> None:
    page = page_of(khabar.read("نفت وزارة الدفاع مقتل جنديين في الهجوم."), "en")
    notes = [e["text"].strip() for e in Tree(page).of("span", "notes")]
    assert any("denied by" in note for note in notes)
    assert not any(note == "by" or (note.startswith("by ") and "denied" in note) for note in notes)


def test_what_tells_two_numbers_apart_stands_under_them_on_the_page() -> None:
    text = "غرق قارب قبالة تل صافي ما أودى بحياة 9 مهاجرين. وكان قارب آخر قد غرق في 13 فبراير 2024، ما أودى بحياة 17 مهاجرا."
    page = page_of(khabar.read(text, published="2024-06-18"), "en")
    notes = [e["text"] for e in Tree(page).of("span", "notes")]
    assert sum("happened" in note and "2024-02-13" in note for note in notes) == 1


def test_both_sides_of_a_denial_are_told_apart_on_the_page() -> None:
    text = "قال المجلس المحلي إن الجيش قصف سوق البلدة. ونفى المتحدث باسم الجيش قصف السوق."
    page = page_of(khabar.read(text, published="2024-06-18"), "en")
    notes = " ".join(e["text"] for e in Tree(page).of("span", "notes"))
    assert "denied by المتحدث باسم الجيش" in notes
    assert "said by المجلس المحلي" in notes
