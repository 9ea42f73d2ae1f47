"""What differs inside a report: real disagreements are told, and numbers that leave room for one another are not."""

from __future__ import annotations

from typing import Any

import pytest

from khabar.reconcile import agree, disagreements, headline_findings, interval_of, tellings
from khabar.record import Claim, Document, Event, EventPlace, Figure, Place, PopulationSpan, Report, Span, Time

# Three sentences of 40 characters each behind a headline of 20, so that offsets tell where a figure stands.
HEADLINE = "Toll rises in Sildan"
BODY = [f"{f'Sentence {word} tells of it':<38}. " for word in ("one", "two", "three", "four", "five")]
TEXT = HEADLINE + "\n" + "".join(BODY)


def at(sentence: int) -> int:
    """An offset inside a sentence; 0 is the headline."""
    return 0 if sentence == 0 else len(HEADLINE) + 1 + 40 * (sentence - 1) + 5


def figure(sentence: int, low: int | None = None, **fields: Any) -> Figure:
    """A figure in that sentence; the population as plain words."""
    start = at(sentence)
    fields.setdefault("measure", "killed")
    fields.setdefault("high", low if fields.get("bound", "exact") in ("exact", "about") else None)
    people = [PopulationSpan(value) for value in fields.pop("people", ())]
    return Figure(f"f{start}-{start + 2}", start, start + 2, str(low), low=low, population=people, **fields)


def report(*figures: Figure, **layers: Any) -> Report:
    """A report of these figures."""
    document = Document("r", text=layers.pop("text", TEXT), language="en", published="2022-01-07")
    return Report(document, figures=list(figures), **layers)


def vague(sentence: int, order: int, **fields: Any) -> Figure:
    """Dozens, hundreds …"""
    return figure(sentence, None, order=order, bound="vague", **fields)


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        (figure(1, 40, bound="about"), figure(1, 38), True),
        (figure(1, 40, bound="about"), figure(1, 50), False),
        (vague(1, 10), figure(1, 26), True),
        (vague(1, 100), figure(1, 3000, bound="more_than"), False),
        (vague(1, 10), vague(1, 100), False),
        (figure(1, 26), figure(1, 18), False),
        (figure(1, 3000, bound="more_than"), figure(1, 3800), True),
        (figure(1, 12, bound="at_least"), figure(1, 12), True),
        (figure(1, 0, high=99, bound="less_than"), figure(1, 100), False),
        (figure(1, 15, high=20, bound="range"), figure(1, 17), True),
        (figure(1, None), figure(1, 7), True),
    ],
)
def test_wordings_that_leave_room_agree(one: Figure, other: Figure, together: bool) -> None:
    assert agree(interval_of(one), interval_of(other)) is together
    assert agree(interval_of(other), interval_of(one)) is together


def kinds(*figures: Figure, **layers: Any) -> list[str]:
    """The kinds of the disagreements among these figures."""
    return [found.kind for found in disagreements(report(*figures, **layers))]


def test_two_sources_with_two_numbers_disagree() -> None:
    one, other = figure(1, 26, source="the ministry"), figure(2, 34, source="the hospital")
    (found,) = disagreements(report(one, other))
    assert (found.kind, found.layer, found.measure) == ("different_value", "figures", "killed")
    assert [side.item for side in found.sides] == [one.id, other.id]
    assert [side.speakers for side in found.sides] == [("the ministry",), ("the hospital",)]


def place(name: str, kind: Any) -> Place:
    """A place of one invented country."""
    return Place(f"p-{name}", 0, 6, name, name, country="XS", kind=kind)


def test_a_vague_number_told_from_a_town_stands_against_its_country() -> None:
    places = [place("Sildan", "country"), place("Ain", "settlement")]
    whole = figure(1, 3000, bound="more_than", source="the ministry", place="Sildan")
    from_town = vague(2, 100, source="an agency", place="Ain")
    assert kinds(whole, from_town, places=places) == ["different_value"]
    assert kinds(whole, from_town, places=places[:1]) == []
    assert kinds(whole, figure(2, 200, source="an agency", place="Ain"), places=places) == []


def test_a_restatement_is_folded_and_keeps_its_speakers() -> None:
    first = figure(1, 26, source="the authorities")
    again = figure(2, 26, source="the ministry", same_as=first.id)
    assert [told.again for told in tellings([first, again])] == [(again,)]
    (found,) = disagreements(report(first, again, figure(3, 40, source="a doctor")))
    assert found.sides[0].speakers == ("the authorities", "the ministry")


@pytest.mark.parametrize(
    "other",
    [
        figure(2, 34, source="b", measure="injured"),
        figure(2, 34, source="b", people=["security"]),
        figure(2, 34, source="b", place="Ain"),
        figure(2, 34, source="b", unit="family"),
        figure(2, 4, source="b", part_of="f26-28"),
        figure(2, 4, source="b", count_kind="increment"),
        figure(2, 34, source="b", of=Span(0, 7, "farmers")),
        figure(1, 34, source="b"),
        vague(2, 10, source="b"),
    ],
    ids=["measure", "people", "place", "unit", "part", "increment", "words", "same sentence", "vague"],
)
def test_what_is_another_figure_is_no_disagreement(other: Figure) -> None:
    assert kinds(figure(1, 26, source="a", place="Bir"), other) == []


def test_a_toll_of_long_ago_is_not_compared() -> None:
    dated = Time("t", at(2), at(2) + 4, "2011", "2011")
    assert kinds(figure(1, 26, source="a"), figure(2, 14, source="b"), times=[dated]) == []
    assert kinds(figure(1, 26, source="a"), figure(2, 14, source="b")) == ["different_value"]


@pytest.mark.parametrize(
    ("value", "compared"),
    [
        ("2022-W01", True), ("2022-01", True), ("2022", True), ("2022-01-06", True), ("2022-01-01/2022-01-07", True),
        ("2022-Q1", True), ("2022-H1", True), ("XXXX-05", True), ("2022-01-05TNI", True), ("2021-12-25", False),
        ("2021-11", False), ("2021", False), ("2021-W30", False), ("2021-Q2", False), ("1990/1991", False),
    ],
)  # fmt: skip
def test_figures_of_other_days_are_not_compared(value: str, compared: bool) -> None:
    dated = Time("t", at(2), at(2) + 4, "then", value)
    found = kinds(figure(1, 26, source="a"), figure(2, 34, source="b"), times=[dated])
    assert found == (["different_value"] if compared else [])


def test_other_events_are_other_figures() -> None:
    here, there = EventPlace("Ain", from_="sentence"), EventPlace("Bir", from_="sentence")
    events = [Event(f"e{n}", Span(0, 4, "Toll"), "ASSAULT", place=place) for n, place in enumerate((here, there))]
    two = [figure(1, 26, source="a", event="e0"), figure(2, 34, source="b", event="e1")]
    assert kinds(*two, events=events) == []
    joined = [events[0], Event("e1", Span(0, 4, "Toll"), "ASSAULT", place=there, same_as="e0")]
    assert kinds(*two, events=joined) == ["different_value"]


def test_a_whole_and_its_parts_are_no_disagreement() -> None:
    three = [figure(1, 7, source="a"), figure(2, 5, source="b"), figure(3, 2, source="c")]
    assert kinds(*three) == []
    assert kinds(*three[:2]) == ["different_value"]


def test_in_a_round_up_only_one_event_is_compared() -> None:
    words = [Span(0, 4, "dead")] * 5
    many = [figure(n + 1, 20 + 7 * n, source=str(n), of=of, event=f"e{n // 4}") for n, of in enumerate(words)]
    loose = [figure(n + 1, 20 + 7 * n, source=str(n), of=of) for n, of in enumerate(words)]
    assert kinds(*loose) == []
    (found,) = disagreements(report(*many, events=[Event(f"e{n}", Span(0, 4, "Toll"), "ASSAULT") for n in (0, 1)]))
    assert [side.item for side in found.sides] == [one.id for one in many[:4]]


@pytest.mark.parametrize("words", ["others", "administrative detainees"])
def test_words_that_say_more_closely_whom_they_count_are_not_compared(words: str) -> None:
    of = Span(0, len(words), words)
    assert kinds(figure(1, 26, source="a", of=of), figure(2, 34, source="b", of=Span(0, 6, "people"))) == []


def test_fighters_of_two_sides_are_told_apart_by_their_words() -> None:
    soldiers, rebels = (
        figure(n, 20 + n, source=str(n), people=["combatant"], of=Span(0, 6, of))
        for n, of in ((1, "troops"), (2, "rebels"))
    )
    assert kinds(soldiers, rebels) == []
    again = figure(3, 40, source="3", people=["combatant"], of=Span(0, 6, "rebels"))
    assert kinds(soldiers, rebels, again) == ["different_value"]


def test_an_earlier_statement_of_one_source_is_revised() -> None:
    text = "The ministry said 34 people died. The ministry had earlier said 37 people died.\n"
    first = Figure("f18-20", 18, 20, "34", "killed", 34, 34, source="the ministry")
    second = Figure("f64-66", 64, 66, "37", "killed", 37, 37, source="the ministry")
    assert kinds(first, second, text=text) == ["revision"]
    assert kinds(first, second, text=text.replace("had earlier", "has frankly")) == []


def test_one_source_that_changes_its_number_revises_it() -> None:
    one = figure(1, 37, source="وزارة الصحة", as_of="2022-01-06")
    assert kinds(one, figure(2, 34, source="الوزارة", as_of="2022-01-07")) == ["revision"]
    assert kinds(one, figure(2, 34, source="البلدية", as_of="2022-01-07")) == ["different_time"]


def test_two_numbers_of_one_source_without_a_sign_of_revision_may_be_two_things() -> None:
    assert kinds(figure(1, 37, source="the ministry"), figure(2, 34, source="the ministry")) == []


def test_instead_of_in_one_sentence_is_a_revision() -> None:
    text = "The ministry put its dead at 16 instead of 18. It gave no reason.\n"
    first = Figure(
        "f29-31", 29, 31, "16", "killed", 16, 16, source="the ministry", population=[PopulationSpan("security")]
    )
    second = Figure("f43-45", 43, 45, "18", "killed", 18, 18, source="the ministry")
    assert kinds(first, second, text=text) == ["revision"]
    assert kinds(first, second, text=text.replace("instead of", "not counting")) == []


def claim(sentence: int, speaker: str, words: str, **fields: Any) -> Claim:
    """A claim with that content."""
    return Claim(f"c{at(sentence)}", Span(at(sentence), at(sentence) + 20, words), speaker_name=speaker, **fields)


def test_a_denial_stands_against_what_it_denies() -> None:
    accusing = claim(1, "the army", "the brigade entered the town of Ain yesterday")
    denying = claim(2, "the brigade", "entered the town of Ain yesterday", act="deny")
    other = claim(3, "the mayor", "bread is short in every shop")
    (found,) = disagreements(report(claims=[accusing, denying, other]))
    assert found.kind == "denial"
    assert [side.speakers for side in found.sides] == [("the brigade",), ("the army",)]


def test_a_denial_of_nothing_told_stands_alone() -> None:
    (found,) = disagreements(report(claims=[claim(1, "the brigade", "its fighters were there", act="deny")]))
    assert len(found.sides) == 1


# ---------------------------------------------------------------- headlines


def test_a_headline_with_a_higher_number_than_the_body() -> None:
    (found,) = headline_findings(report(vague(0, 100), figure(1, 26), vague(2, 10), figure(3, 10, bound="at_least")))
    assert found.kind == "stronger"
    assert [side.item for side in found.body] == [figure(n, 1).id for n in (1, 2, 3)]


@pytest.mark.parametrize("body", [figure(1, 300), vague(1, 100), figure(1, 150, bound="at_least")])
def test_a_headline_that_the_body_bears_out(body: Figure) -> None:
    assert headline_findings(report(vague(0, 100), body)) == ()


def test_a_headline_number_that_the_body_lacks_or_changes() -> None:
    assert [f.kind for f in headline_findings(report(figure(0, 44), figure(1, 50)))] == ["different"]
    assert [f.kind for f in headline_findings(report(figure(0, 44), figure(1, 50, measure="injured")))] == [
        "not_in_body"
    ]


def test_a_deed_the_headline_tells_as_done() -> None:
    def event(sentence: int, status: Any) -> Event:
        span = Span(at(sentence), at(sentence) + 4, "Toll")
        return Event(f"e{sentence}", span, "ASSAULT", "shooting", status=status)

    (found,) = headline_findings(report(events=[event(0, "reported"), event(1, "ordered")]))
    assert (found.kind, found.status) == ("not_happened", "ordered")
    assert headline_findings(report(events=[event(0, "reported"), event(1, "ordered"), event(2, "reported")])) == ()


def test_a_record_without_text_is_compared_too() -> None:
    bare = Report(Document("r"), figures=[figure(1, 26, source="a"), figure(2, 34, source="b")])
    assert headline_findings(bare) == ()
    assert disagreements(bare) == ()  # one stretch of text: without it nobody knows what stands together


def test_the_toll_of_a_day_beside_that_of_a_war_is_no_revision_and_no_other_number() -> None:
    days = {"source": "Ministry", "as_of": "2022-01-06"}
    assert not disagreements(report(figure(1, 28, **days), figure(3, 37626, **days)))
    assert not disagreements(report(figure(1, 28, source="Ministry"), figure(3, 900, source="Clinic")))
    assert [d.kind for d in disagreements(report(figure(1, 28, **days), figure(3, 80, **days)))] == ["revision"]
    attack = Event("e1", Span(0, 6, "attack"), "ASSAULT")
    sides = (figure(1, 2, source="Army", event="e1"), figure(3, 60, source="Rebels", event="e1"))
    assert [d.kind for d in disagreements(report(*sides, events=[attack]))] == ["different_value"]
    gathered = {"measure": "protesters", "of": Span(0, 6, "people")}
    crowd = (figure(1, 1000, source="Police", **gathered), figure(3, 40000, source="Union", **gathered))
    assert [d.kind for d in disagreements(report(*crowd))] == ["different_value"]


def test_a_number_told_roundly_is_no_revision() -> None:
    days = {"source": "Ministry", "as_of": "2022-01-06"}
    assert not disagreements(report(figure(1, 10000, bound="more_than", **days), figure(3, 10022, **days)))
    assert disagreements(report(figure(1, 8000, bound="more_than", **days), figure(3, 10022, **days)))


def test_a_victim_of_whom_is_told_does_not_take_the_place_of_a_toll() -> None:
    text = "Six were killed, instead a girl.\nMore of it."
    toll = Figure("f0-3", 0, 3, "Six", low=6, high=6, measure="killed", source="Radio")
    girl = Figure("f25-31", 25, 31, "a girl", low=1, high=1, measure="killed", source="Radio", implicit=True)
    assert not disagreements(report(toll, girl, text=text))


def _toll(event: str, **fields: Any) -> Event:
    return Event(event, Span(0, 4, "Toll"), "ASSAULT", **fields)


def test_what_no_event_ties_together_must_be_near() -> None:
    assert kinds(figure(1, 40, source="a"), figure(2, 90, source="b")) == ["different_value"]
    assert kinds(figure(1, 40, source="a"), figure(2, 900, source="b")) == []
    assert kinds(vague(1, 10, source="a"), vague(2, 100, source="b")) == []
    crowd = {"measure": "protesters", "of": Span(0, 6, "people")}
    assert kinds(figure(1, 40, source="a", **crowd), figure(2, 900, source="b", **crowd)) == ["different_value"]
    assert kinds(figure(1, 40, source="a", **crowd), figure(2, 90000, source="b", **crowd)) == []


def test_a_number_without_an_event_stands_against_that_of_the_only_one_before_it() -> None:
    tied, loose = figure(1, 40, source="a", event="e1"), figure(2, 90, source="b")
    assert kinds(tied, loose, events=[_toll("e1")]) == ["different_value"]
    assert kinds(figure(1, 90, source="b"), figure(2, 40, source="a", event="e1"), events=[_toll("e1")]) == []
    another = figure(3, 7, source="c", event="e2")
    assert kinds(tied, loose, another, events=[_toll("e1"), _toll("e2")]) == []


def test_parts_of_one_whole_and_of_different_wholes_are_no_disagreement() -> None:
    whole = figure(1, 40, source="a", event="e1")
    parts = [figure(n, low, source="a", event="e1", part_of=whole.id) for n, low in ((2, 8), (3, 24))]
    assert kinds(whole, *parts, events=[_toll("e1")]) == []
    others = figure(2, 90, source="b", event="e1")
    said = {"event": "e1", "people": ["child"]}
    one, other = (
        figure(3, 8, source="a", part_of=whole.id, **said),
        figure(4, 24, source="b", part_of=others.id, **said),
    )
    assert [d.sides[0].item for d in disagreements(report(whole, others, one, other, events=[_toll("e1")]))] == [
        whole.id
    ]
    assert kinds(one, other, events=[_toll("e1")]) == ["different_value"]  # of wholes that nobody tells


def test_a_number_without_a_place_is_that_of_all_places_of_a_list() -> None:
    total = figure(1, 58, source="a", event="e1")
    towns = [figure(n, n, source="b", event="e1", place=town) for n, town in ((2, "Ain"), (3, "Bir"), (4, "Dar"))]
    assert kinds(total, *towns, events=[_toll("e1")]) == []
    assert kinds(total, figure(2, 34, source="b", event="e1", place="Ain"), events=[_toll("e1")]) == ["different_value"]


def test_two_stretches_of_one_event_are_other_figures() -> None:
    two = figure(1, 26, source="a", event="e1"), figure(2, 34, source="b", event="e1")
    for day, compared in (("2021-12-20", True), ("2021-10-20", False)):
        dated = Time("t", at(2), at(2) + 4, "then", day)
        assert bool(kinds(*two, times=[dated], events=[_toll("e1")])) is compared


def test_one_source_sets_nothing_against_itself_in_one_sentence() -> None:
    text = "The clinic sent 60 abroad, while 700 wait. It gave no reason.\n"
    first = Figure("f16-18", 16, 18, "60", "injured", 60, 60, source="the clinic")
    second = Figure("f33-36", 33, 36, "700", "injured", 700, 700, source="the clinic")
    assert kinds(first, second, text=text) == []
