"""The panel says what the terminal says: the same counts, every voice of an event, a relay of its own for each number."""

from __future__ import annotations

import dataclasses

import pytest

import khabar
from khabar.desk.digest import digest
from khabar.desk.telling import sentence
from khabar.desk.wording import messages
from khabar.export.page.panel import Entry, Panel
from khabar.record import (
    Caveat,
    Claim,
    Document,
    Event,
    EventDate,
    EventPlace,
    Figure,
    Place,
    Report,
    Span,
    Via,
)

WORDS = Span(0, 5, "words")


def panel_of(report: Report) -> dict[str, tuple[int, list[Entry]]]:
    """The sections of a report's panel in English: their counts and entries."""
    made = Panel(report, digest(report), messages("en")).sections()
    return {one.name: (one.count, [entry for group in one.groups for entry in group.entries]) for one in made}


def notes(entry: Entry) -> list[tuple[str, list[str]]]:
    return [(name, [value.text for value in values]) for name, values in entry.notes]


def test_parts_are_counted_with_their_wholes() -> None:
    figures = [Figure("f1", 0, 2, "31", "killed", 31, 31), Figure("f2", 3, 4, "5", "killed", 5, 5, part_of="f1")]
    count, entries = panel_of(Report(Document("r"), figures=figures))["figures"]
    assert (count, len(entries), len(entries[0].parts)) == (2, 1, 1)


def test_each_giver_of_a_number_stands_with_his_own_relays_in_their_order() -> None:
    claims = [
        Claim("c1", WORDS, speaker_name="A"),
        Claim("c2", WORDS, speaker_name="B", via=[Via("channel"), Via("agency")]),
    ]
    figures = [
        Figure("f1", 0, 2, "31", "killed", 31, 31, source="A", claim="c1"),
        Figure("f2", 3, 5, "31", "killed", 31, 31, source="B", claim="c2", same_as="f1"),
    ]
    _, (entry,) = panel_of(Report(Document("r"), figures=figures, claims=claims))["figures"]
    assert notes(entry) == [
        ("page.by", ["A"]), ("page.by", ["B"]), ("page.via", ["channel"]), ("page.via", ["agency"]),
    ]  # fmt: skip


def test_a_merged_event_names_all_who_tell_it() -> None:
    claims = [Claim("c1", WORDS, speaker_name="A"), Claim("c2", WORDS, speaker_name="B")]
    events = [Event("e1", WORDS, "ASSAULT", claim="c1"), Event("e2", WORDS, "ASSAULT", claim="c2", same_as="e1")]
    _, (entry,) = panel_of(Report(Document("r"), events=events, claims=claims))["events"]
    assert notes(entry)[0] == ("page.by", ["A", "B"])


def test_a_place_and_a_day_that_stand_elsewhere_are_told_so() -> None:
    own, lent = EventPlace("Ain", from_="sentence"), EventDate("2022-01-06", from_="report")
    _, (entry,) = panel_of(Report(Document("r"), events=[Event("e1", WORDS, "ASSAULT", place=own, date=lent)]))[
        "events"
    ]
    remarks = {name: values[0].remark for name, values in entry.notes}
    assert not remarks["field.place"]
    assert remarks["field.date"] == messages("en").label("from", "report")


def test_words_behind_for_have_their_article_again_in_the_panel() -> None:
    text = "ودعا الوالي للتهدئة في السوق."
    start = text.index("لتهدئة")
    said = Claim("c1", Span(start, start + 6, "لتهدئة"), speaker_name="الوالي", act="request")
    _, (entry,) = panel_of(Report(Document("r", text=text, language="ar"), claims=[said]))["claims"]
    assert entry.words.text == "التهدئة"


def test_speakers_stand_in_the_case_of_a_name_alone_in_the_panel() -> None:
    claims = [Claim("c1", WORDS, speaker_name="مصدراً طبياً")]
    events = [Event("e1", WORDS, "ASSAULT", claim="c1")]
    _, (entry,) = panel_of(Report(Document("r"), events=events, claims=claims))["events"]
    assert notes(entry)[0] == ("page.by", ["مصدر طبي"])


def test_a_reserve_leads_to_the_items_that_it_limits() -> None:
    caveat = Caveat("provisional", WORDS)
    figures = [Figure("f1", 0, 2, "31", "killed", 31, 31, caveats=[caveat])]
    _, (entry,) = panel_of(Report(Document("r"), figures=figures))["caveats"]
    assert notes(entry) == [("line.limits", ["f1"])]
    assert [value.item for _, values in entry.notes for value in values] == ["f1"]
    _, (whole,) = panel_of(Report(Document("r"), caveats=[caveat]))["caveats"]
    assert notes(whole) == []


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (Place("p1", 0, 3, "تل", "تل"), "“تل” stands for a place (town) that no list holds."),
        (Place("p1", 0, 3, "عين", "Ain", country="KZ"), "“عين” is Ain (town, Kazakhstan)."),
    ],
)
def test_a_place_that_no_list_holds_is_not_told_by_itself(place: Place, said: str) -> None:
    assert sentence(Report(Document("r"), places=[place]), "p1", "en") == said


def test_the_panel_has_what_the_digest_has() -> None:
    report = khabar.read("قالت الوزارة إن الطريق مغلقة. وقالت الشرطة إن السوق مفتوحة.", published="2022-01-07")
    assert panel_of(report)["claims"][0] == sum(len(group.all) for group in digest(report).speakers)
    assert dataclasses.astuple(digest(report).counts)[0] == len(digest(report).speakers)
