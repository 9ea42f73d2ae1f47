"""The page of a record: complete, and no line mixes directions in its middle."""

from __future__ import annotations

import re

from khabar.cli.page import page_of, strip_of
from khabar.record import (
    Caveat,
    Claim,
    Document,
    Event,
    Figure,
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
WORDS = Span(0, 5, "قالت\nوزارة")


def full() -> Report:
    """A record with one of everything."""
    caveat = Caveat("provisional", WORDS)
    claims = [
        Claim(
            "c1-2", WORDS, cue=WORDS, speaker_name="الوزارة", via=[Via("وكالة")], distance="distances", caveats=[caveat]
        ),
        Claim("c3-4", WORDS, speaker_name="?"),
        Claim("c5-6", WORDS, speaker_name="الوزارة", polarity="negative"),
    ]
    figures = [
        Figure(
            "f1-2", 1, 2, "أكثر من 26", "killed", 26, None, bound="more_than", population=[PopulationSpan("civilian")]
        ),
        Figure("f3-4", 3, 4, "عشرات", "injured", order=10, bound="vague", of=WORDS, source="الوزارة"),
    ]
    places = [Place(f"p{n}", n, n + 1, "سيلدان", "Sildan", "سيلدان", None, kind="country") for n in range(3)]
    return Report(
        Document("r.txt", outlet="رواق", published="2022-01-07", published_basis="weekday", flags=["encoding_guessed"]),
        claims=claims,
        figures=figures,
        places=places,
        withheld=[Withheld("w1-2", 1, 2, "رفض التعليق", what="declined")],
        events=[Event("e1-2", WORDS, "ASSAULT", "shooting", status="ordered")],
        times=[Time("t1-2", 1, 2, "13 مايو", "XXXX-05-13", needs="year"), Time("t3-4", 3, 4, "أمس", needs="published")],
        caveats=[caveat],
        unread=[Unread(1, 2, "جملة", "sentence_without_items"), *[Unread(3, 4, "7", "number_unused")] * 2],
    )


def test_the_strip_counts_what_was_read_and_what_was_not() -> None:
    assert strip_of(full()) == (
        "2022-01-07 (inferred from a weekday) · 3 claims · 2 figures · 2 times · 3 places · 1 event · "
        "1 sentence, 2 numbers unread · beware: encoding_guessed · رواق"
    )


def test_an_empty_record_has_a_strip_and_nothing_else() -> None:
    strip = "date unknown · 0 claims · 0 figures · 0 times · 0 places · outlet unknown"
    assert page_of(Report(Document(""))) == f"(no name)\n{strip}"


def test_everything_is_on_the_page() -> None:
    page = page_of(full())
    for words in (
        "killed: more than 26  (civilian)",
        "injured: dozens",
        "2 claims by  الوزارة",
        "1 claim by  (not told)",
        "say, indirect, asserted, distances",
        "negative",
        "via         وكالة",
        "caveat      provisional قالت وزارة",
        "w1-2  declined  رفض التعليق",
        "e1-2  ASSAULT, shooting, ordered",
        "t1-2  XXXX-05-13 (needs the year)",
        "t3-4  no date (needs the date of publication)",
        "Sildan, no country, country, 3 mentions",
        "sentence  جملة",
    ):
        assert words in page, words


def test_source_words_stand_at_the_end_of_their_line() -> None:
    for line in page_of(full()).splitlines():
        first = ARABIC.search(line)
        if first:
            assert not re.search("[A-Za-z]", line[first.start() :]), line


def test_a_claim_stands_under_its_speaker() -> None:
    page = page_of(full())
    assert (
        page.index("2 claims by")
        < page.index("c1-2")
        < page.index("c5-6")
        < page.index("1 claim by")
        < page.index("c3-4")
    )
