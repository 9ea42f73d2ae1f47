"""The digest of a report: folded, counted, in the order of the views."""

from __future__ import annotations

import dataclasses

import pytest

import khabar
from khabar.desk.digest import digest
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
    PopulationSpan,
    Report,
    Span,
    Unread,
    Via,
)

WORDS = Span(0, 5, "words")


def figure(name: str, low: int, **fields: object) -> Figure:
    """A figure of the killed."""
    return Figure(name, 0, 2, str(low), "killed", low, low, **fields)  # type: ignore[arg-type]


def claim(name: str, speaker: str, **fields: object) -> Claim:
    """A claim."""
    return Claim(name, WORDS, speaker_name=speaker, **fields)  # type: ignore[arg-type]


def made(**layers: object) -> Report:
    """A report of these layers."""
    return Report(Document("r"), **layers)  # type: ignore[arg-type]


def test_an_empty_record_has_an_empty_digest() -> None:
    told = digest(made())
    assert dataclasses.astuple(told.counts) == (0, 0, 0, 0, 0, ())
    assert not any((told.disagreements, told.headline, told.figures, told.speakers, told.events, told.unread))


def test_speakers_are_counted_by_actor_and_the_unnamed_apart() -> None:
    actors = [Actor("a1", "Ministry", kind="government"), Actor("a2", "a source", kind="unnamed")]
    claims = [
        claim("c1", "Ministry", actor="a1"),
        claim("c2", "the ministry", actor="a1"),
        claim("c3", "a source", actor="a2"),
        claim("c4", "?"),
        claim("c5", "Agency"),
    ]
    told = digest(made(actors=actors, claims=claims))
    assert (told.counts.named, told.counts.unnamed) == (2, 2)
    assert [(g.name, g.unnamed, len(g.all)) for g in told.speakers] == [
        ("Ministry", False, 2),
        ("a source", True, 1),
        ("?", True, 1),
        ("Agency", False, 1),
    ]


def test_what_is_ordered_threatened_and_denied_stands_apart() -> None:
    claims = [claim(f"c{act}", "A", act=act) for act in ("say", "order", "threaten", "deny", "warn")]
    (group,) = digest(made(claims=claims)).speakers
    assert [line.claim.act for line in group.said] == ["say", "warn"]
    assert [line.claim.id for line in (*group.ordered, *group.threatened, *group.denied)] == [
        "corder",
        "cthreaten",
        "cdeny",
    ]


def test_a_claim_told_again_is_folded() -> None:
    (group,) = digest(made(claims=[claim("c1", "A"), claim("c2", "A", same_as="c1")])).speakers
    assert [(line.claim.id, [c.id for c in line.again]) for line in group.said] == [("c1", ["c2"])]


def test_subsets_stand_under_their_whole_and_restatements_are_folded() -> None:
    told = digest(
        made(
            figures=[
                figure("f1", 31, claim="c1", source="A"),
                figure("f2", 5, part_of="f3", population=[PopulationSpan("child")]),
                figure("f3", 31, same_as="f1", source="B"),
                figure("f4", 2, part_of="f2"),
            ],
            claims=[claim("c1", "A", via=[Via("agency")], cue=WORDS)],
        )
    )
    (group,) = told.figures
    (line,) = group.lines
    assert (line.figure.id, [f.id for f in line.again], line.speakers, line.via, line.cue) == (
        "f1", ["f3"], ("A", "B"), ("agency",), "words",
    )  # fmt: skip
    assert [part.figure.id for part in line.parts] == ["f2"]
    assert [part.figure.id for part in line.parts[0].parts] == ["f4"]


@pytest.mark.parametrize("links", [{"f1": "f2", "f2": "f1"}, {"f1": "f1", "f2": "f1"}, {"f1": "gone", "f2": "f1"}])
def test_links_in_a_circle_lose_no_figure(links: dict[str, str]) -> None:
    for field in ("part_of", "same_as"):
        figures = [figure(name, 3, **{field: to}) for name, to in links.items()]
        (group,) = digest(made(figures=figures)).figures
        shown = [f.id for line in group.lines for part in (line, *line.parts) for f in (part.figure, *part.again)]
        assert sorted(shown) == ["f1", "f2"]


def test_groups_follow_measure_and_population_and_the_largest_comes_first() -> None:
    security = [PopulationSpan("security"), PopulationSpan("security")]
    figures = [
        Figure("f0", 0, 2, "9", "injured", 9, 9),
        figure("f1", 18, population=security),
        figure("f2", 3),
        figure("f3", 40),
    ]
    told = digest(made(figures=figures))
    shown = [(g.measure, g.population, [line.figure.id for line in g.lines]) for g in told.figures]
    assert shown == [("killed", (), ["f3", "f2"]), ("killed", ("security",), ["f1"]), ("injured", (), ["f0"])]


def test_events_are_merged_with_what_any_telling_knows() -> None:
    events = [
        Event("e1", WORDS, "ASSAULT", "shooting", claim="c1"),
        Event("e2", WORDS, "ASSAULT", same_as="e1", place=EventPlace("Ain"), status="denied"),
        Event("e3", WORDS, "ASSAULT", same_as="e2", date=EventDate("2022-01-05"), actor=Party("police")),
    ]
    (line,) = digest(made(events=events, claims=[claim("c1", "A")])).events
    assert (line.told, line.statuses, line.speaker) == (3, ("reported", "denied"), None)
    assert line.place
    assert line.place.name == "Ain"
    assert line.date
    assert line.date.value == "2022-01-05"
    assert line.actor
    assert line.actor.text == "police"


def test_blame_names_who_claims_and_who_accuses_whom() -> None:
    claims = [
        claim("c1", "Brigade", act="claim_responsibility"),
        claim("c2", "Deputies", act="accuse", addressee=Span(9, 12, "the government")),
    ]
    events = [
        Event("e1", Span(40, 44, "raid"), "ASSAULT", actor=Party("rivals", basis="alleged")),
        Event("e2", Span(50, 54, "raid"), "ASSAULT", actor=Party("rivals", basis="alleged"), same_as="e1"),
        Event("e3", Span(60, 64, "seen"), "ASSAULT", actor=Party("guards", basis="stated")),
        Event(
            "e4", Span(1, 4, "ord"), "ASSAULT", actor=Party("the government", basis="attributed_by_other"), claim="c2"
        ),
        Event("e5", Span(70, 74, "held"), "COERCE", actor=Party("police", basis="claimed_by_actor")),
    ]
    told = digest(made(claims=claims, events=events)).blame
    assert [(b.kind, b.speaker, b.whom) for b in told] == [
        ("claimed", "Brigade", "Brigade"),
        ("accused", "Deputies", "the government"),
        ("alleged", None, "rivals"),
    ]


def test_a_caveat_is_counted_once_however_many_items_it_limits() -> None:
    caveat = Caveat("provisional", WORDS)
    told = digest(
        made(figures=[figure("f1", 3, caveats=[caveat]), figure("f2", 4, caveats=[caveat])], caveats=[caveat])
    )
    assert [(line.caveat.kind, line.items) for line in told.caveats] == [("provisional", ("f1", "f2"))]
    assert told.counts.caveats == 1


def test_what_was_not_read_is_counted_by_kind() -> None:
    unread = [
        Unread(0, 1, "7", "number_unused"),
        Unread(2, 9, "s", "sentence_without_items"),
        Unread(3, 4, "8", "number_unused"),
    ]
    assert digest(made(unread=unread)).counts.unread == (("sentence_without_items", 1), ("number_unused", 2))


def test_a_post_inside_a_report_stands_against_the_ministry() -> None:
    text = (
        "أعلنت وزارة الداخلية، في بيان، مقتل 26 شخصاً وتوقيف أكثر من ألفي شخص منذ بداية الاحتجاجات هذا الأسبوع.\n"
        "Unrest across Sildan has left dozens dead and hundreds detained\n"
        "— Steppe Wire (@steppewire) January 7, 2022\n"
        "وقالت الوزارة إن الوضع هادئ.\n"
    )
    (found,) = digest(khabar.read(text, published="2022-01-07")).disagreements
    assert (found.kind, found.measure) == ("different_value", "arrested")
    assert [side.speakers for side in found.sides] == [("وزارة الداخلية",), ("Steppe Wire",)]
