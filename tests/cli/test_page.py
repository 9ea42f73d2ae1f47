"""The page of a record: complete, in its order, one field a line, and nothing on it that cannot be copied or compared."""

from __future__ import annotations

import re
from typing import Any

import pytest

import khabar
from khabar.cli.page import Look, look_of, page_of
from khabar.desk.wording import ui_languages
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
    Unread,
    Via,
    Withheld,
)

ARABIC = re.compile("[\u0620-\u064a]")
ESCAPES = re.compile("\033\\[[0-9;]*m")
ISOLATES = "\u2068\u2069"
TEXT = "العنوان: مئات القتلى\nقالت\nالوزارة إن 26 مدنياً قتلوا. وقال مستشفى إن 40 مدنياً قتلوا. ونفى اللواء ذلك.\n"
WORDS = Span(21, 33, "قالت\nالوزارة")


def at(words: str) -> int:
    """Where the words stand in the text."""
    return TEXT.index(words)


def figure(name: str, words: str, low: int | None, **fields: Any) -> Figure:
    """A figure of those words."""
    start = at(words)
    fields.setdefault("measure", "killed")
    return Figure(name, start, start + len(words), words, low=low, high=low, **fields)


def full() -> Report:
    """A record with one of everything."""
    caveat = Caveat("provisional", WORDS)
    civilians = [PopulationSpan("civilian")]
    return Report(
        Document(
            "r.txt", text=TEXT, language="ar", outlet="رواق", published="2022-01-07", published_basis="weekday",
            flags=["encoding_guessed", "odd_flag"],
        ),
        actors=[Actor("a1", "الوزارة", kind="government", role="جهة رسمية", mentions=[WORDS])],
        claims=[
            Claim("c1", WORDS, cue=WORDS, speaker_name="الوزارة", actor="a1", via=[Via("وكالة")], distance="distances"),
            Claim("c2", Span(0, 1, "ا"), speaker_name="?", status="future", polarity="negative"),
            Claim("c3", WORDS, speaker_name="اللواء", act="deny", status=None, polarity=None, medium=Span(0, 4, "بيان")),
            Claim("c4", WORDS, speaker_name="الوزارة", actor="a1", act="order", caveats=[caveat]),
            Claim("c5", WORDS, speaker_name="الوزارة", actor="a1", act="accuse", addressee=Span(1, 2, "اللواء")),
        ],
        withheld=[Withheld("w1", 1, 2, "رفض التعليق", "مكتب", what="declined")],
        figures=[
            figure("f0", "مئات", None, order=100, bound="vague"),
            figure("f1", "26", 26, population=civilians, source="الوزارة", claim="c1", as_of="2022-01-07", caveats=[caveat]),
            figure("f2", "40", 40, population=civilians, source="مستشفى", place="Ain"),
            figure("f3", "مدنياً", 3, population=[PopulationSpan("child")], part_of="f1", implicit=True),
            figure("f4", "40 مدنياً", 26, population=civilians, source="السلطات", same_as="f1"),
        ],
        times=[Time("t1", 1, 2, "13 مايو", "XXXX-05-13", needs="year"), Time("t3", 3, 4, "أمس", needs="published")],
        places=[Place(f"p{n}", n, n + 1, "سيلدان", "Sildan", "سيلدان", None, kind="country") for n in range(3)],
        events=[
            Event("e1", WORDS, "ASSAULT", "shooting", status="ordered", target=Party("حشد", basis="inferred"), claim="c4"),
            Event(
                "e2", WORDS, "ASSAULT", "shooting", status="ordered", same_as="e1", date=EventDate("2022-01-05", from_="report"),
                place=EventPlace("Sildan"),
            ),
        ],
        caveats=[caveat],
        unread=[Unread(1, 2, "جملة", "sentence_without_items"), *[Unread(3, 4, "7", "number_unused")] * 2],
    )  # fmt: skip


def test_the_strip_counts_speakers_disagreements_and_what_was_not_read() -> None:
    name, strip = page_of(full()).splitlines()[:2]
    assert name == "r.txt"
    assert strip == (
        "رواق · 2022-01-07 (inferred from a weekday) · 2 distinct speakers · 1 unnamed (cannot be told apart) · "
        "2 disagreements · 1 finding on the headline · 1 caveat · 1 sentence unread · 2 numbers unread · "
        "beware: encoding guessed, odd_flag"
    )


@pytest.mark.parametrize("ui", ui_languages())
def test_an_empty_record_has_a_strip_and_nothing_else(ui: str) -> None:
    page = page_of(Report(Document("")), Look(ui))
    assert len(page.splitlines()) == 2
    if ui == "en":
        assert (
            page.splitlines()[1]
            == "outlet unknown · date unknown · 0 distinct speakers · 0 disagreements · 0 caveats · nothing unread"
        )


def test_the_sections_stand_in_the_order_of_need() -> None:
    titles = [line for line in page_of(full()).splitlines() if re.fullmatch(r"\w.*\(\d+\)", line)]
    assert [re.sub(r" \(\d+\)", "", title) for title in titles] == [
        "Disagreements", "The headline against the body", "The outlet’s reserves", "Figures",
        "Responsibility claimed and accusations", "Claims, by speaker", "Withheld", "Events", "Not read",
    ]  # fmt: skip


def test_everything_is_on_the_page() -> None:
    page = page_of(full())
    for words in (
        "  killed: different numbers\n    [f1] 26",
        "according to: مستشفى",
        "The headline’s number is higher than any in the body",
        "provisional: قالت الوزارة",
        "limits: c4, f1",
        "  killed: civilians",
        "×2 in the text: f4",
        "      [f3] مدنياً\n        3, in the noun itself",
        "verb: قالت الوزارة",
        "as of: 7 January",
        "accused: اللواء\n    according to: الوزارة",
        "3 claims: الوزارة\n    role: جهة رسمية",
        "says, indirect, the outlet keeps its distance: قالت الوزارة",
        "carried by: وكالة",
        "    ordered\n      [c4] قالت الوزارة",
        "1 claim: (not told)",
        "says, indirect, to come, negated",
        "denied by: اللواء",
        "did not say: مكتب",
        "  [e1] shooting, ordered, ×2 in the text: قالت الوزارة\n    according to: الوزارة\n    according to: the outlet itself",
        "(inferred): حشد",
        "sentence: جملة",
    ):
        assert words in page, words


def test_speakers_stand_in_the_case_of_a_name_alone() -> None:
    claims = [Claim("c1", WORDS, speaker_name="ناشطين محليين")]
    page = page_of(Report(Document("r"), events=[Event("e1", WORDS, "ASSAULT", claim="c1")], claims=claims))
    assert "according to: ناشطون محليون" in page
    assert "ناشطين" not in page


def test_verbose_adds_sentences_rules_and_the_layers_behind() -> None:
    page = page_of(full(), Look(verbose=True))
    for words in (
        "sentence: “الوزارة” said",
        "13 May, year not known",
        "the day of the report is not known",
        "Sildan, country, ×3 in the text",
        "government body: جهة رسمية",
    ):
        assert words in page, words
    assert "sentence: “" not in page_of(full())


@pytest.mark.parametrize("verbose", [False, True])
def test_source_words_stand_at_the_end_of_their_line_in_english(verbose: bool) -> None:
    for line in page_of(full(), Look(verbose=verbose)).splitlines()[2:]:
        first = ARABIC.search(line)
        if first and "“" not in line:
            assert not re.search("[A-Za-z]", line[first.start() :]), line


@pytest.mark.parametrize("ui", ui_languages())
def test_a_plain_page_holds_nothing_but_text(ui: str) -> None:
    page = page_of(full(), Look(ui, verbose=True))
    assert not re.search(f"[\033{ISOLATES}\u200e\u200f\u061c]", page)
    assert not re.search("[\ufb50-\ufdff\ufe70-\ufefc]", page), "letters are never reshaped"
    assert page == page_of(full(), Look(ui, verbose=True))


@pytest.mark.parametrize("ui", ui_languages())
@pytest.mark.parametrize("width", [40, 80, 120])
def test_on_a_terminal_lines_are_broken_and_isolates_closed_on_each(ui: str, width: int) -> None:
    look = Look(ui, colour=True, isolates=True, width=width, verbose=True)
    shown = page_of(full(), look)
    bare = ESCAPES.sub("", shown)
    for line in bare.splitlines():
        assert line.count(ISOLATES[0]) == line.count(ISOLATES[1]), line
        assert len(line.translate({ord(mark): None for mark in ISOLATES})) <= width, line
    for line in shown.splitlines():
        assert line.count("\033[0m") * 2 == line.count("\033["), line
    plain = page_of(full(), Look(ui, verbose=True))
    words = bare.translate({ord(mark): None for mark in ISOLATES}).split()
    assert words == plain.split(), "a terminal shows the same words"


@pytest.mark.parametrize("ui", ui_languages())
def test_every_id_is_on_the_page(ui: str) -> None:
    page = page_of(full(), Look(ui))
    for name in ("c1", "c2", "c3", "c4", "c5", "f0", "f1", "f2", "f3", "e1", "w1"):
        assert f"[{name}]" in page, name


def test_the_look_follows_terminal_and_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    assert look_of("en", plain=False, verbose=True, environment={}) == Look("en", verbose=True)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    assert look_of("ar", plain=True, verbose=False, environment={}) == Look("ar")
    shown = look_of("ar", plain=False, verbose=False, environment={"TERM": "xterm"})
    assert (shown.colour, shown.isolates, shown.width is not None) == (True, True, True)
    assert not look_of("ar", plain=False, verbose=False, environment={"NO_COLOR": "1"}).colour
    assert not look_of("ar", plain=False, verbose=False, environment={"TERM": "dumb"}).colour


def test_the_title_stands_under_the_name_and_only_once() -> None:
    titled = Report(Document("r1", title="هدوء في السوق"))
    assert page_of(titled).splitlines()[:2] == ["r1", "هدوء في السوق"]
    assert page_of(Report(Document("r1", title="r1"))).splitlines()[1].startswith("outlet")


def test_an_event_of_which_no_doer_and_no_victim_is_told_is_shown_among_its_words() -> None:
    text = "ودعا الوالي جميع الأطراف إلى وقف القتال في المدينة فوراً."
    start = text.index("وقف")
    event = Event("e1", Span(start, start + 3, "وقف"), "RETREAT", status="called_for")
    lines = page_of(Report(Document("r", text=text, language="ar"), events=[event])).splitlines()
    assert "    context: … الوالي جميع الأطراف إلى وقف القتال في المدينة فوراً." in lines
    told = Event("e1", event.trigger, "RETREAT", status="called_for", target=Party("القتال"))
    assert "context" not in page_of(Report(Document("r", text=text, language="ar"), events=[told]))


def test_words_behind_for_have_their_article_again() -> None:
    text = "ودعا الوالي للتهدئة في السوق."
    start = text.index("لتهدئة")
    said = Claim("c1", Span(start, start + 6, "لتهدئة"), speaker_name="الوالي", act="request")
    assert "[c1] التهدئة" in page_of(Report(Document("r", text=text, language="ar"), claims=[said]))


def test_one_who_is_told_something_and_passes_it_on_is_named_once() -> None:
    agency = Span(10, 15, "وكالة")
    said = Claim("c1", WORDS, speaker_name="شاهد", via=[Via("وكالة", agency, "relay")], addressee=agency, medium=agency)
    assert page_of(Report(Document("r"), claims=[said])).count("وكالة") == 1


@pytest.mark.parametrize("ui", ui_languages())
def test_every_flag_that_reading_sets_has_words(ui: str) -> None:
    flags = ["weekday_mismatch", "month_pair_mismatch", "deictic_date_mismatch", "hijri_mismatch", "reversed_range"]
    assert "_" not in page_of(Report(Document("r", flags=flags)), Look(ui=ui))


def test_who_is_accused_is_not_said_to_be_spoken_to() -> None:
    page = page_of(khabar.read("اتهمت النقابة الحكومة بالتقصير. ودعت النقابة السكان إلى الهدوء."))
    assert "    accused: الحكومة" in page
    assert "    said to: السكان" in page
