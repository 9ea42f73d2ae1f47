"""The digest of a report: folded, counted, in the order of the views."""

from __future__ import annotations

import dataclasses

import pytest

import khabar
from khabar.desk.digest import Voice, digest
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
    assert (line.figure.id, [f.id for f in line.again]) == ("f1", ["f3"])
    assert line.voices == (Voice("A", ("agency",), "words"), Voice("B"))
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


def test_a_toll_of_another_year_stands_behind_those_of_the_news() -> None:
    guards = [PopulationSpan("security")]
    events = [
        Event("e1", WORDS, "ASSAULT", date=EventDate("2019-10", from_="sentence")),
        Event("e2", WORDS, "ASSAULT", date=EventDate("2022-01-05", from_="sentence")),
    ]
    figures = [
        figure("f1", 52, event="e1"),
        figure("f2", 18, event="e2", population=guards),
        figure("f3", 3, event="e2"),
    ]
    report = Report(Document("r", published="2022-01-07"), figures=figures, events=events)
    assert [[line.figure.id for line in g.lines] for g in digest(report).figures] == [["f3", "f1"], ["f2"]]
    only_old = Report(Document("r", published="2022-01-07"), figures=figures[:2], events=events)
    assert [[line.figure.id for line in g.lines] for g in digest(only_old).figures] == [["f2"], ["f1"]]


def test_people_whom_the_measure_names_part_no_group() -> None:
    held = Figure("f1", 0, 2, "9", "arrested", 9, 9, population=[PopulationSpan("detainee")])
    (group,) = digest(made(figures=[held, Figure("f2", 3, 5, "12", "arrested", 12, 12)])).figures
    assert (group.population, [line.figure.id for line in group.lines]) == ((), ["f2", "f1"])


def test_each_voice_keeps_its_own_relay_and_verb() -> None:
    claims = [claim("c1", "A", cue=WORDS), claim("c2", "B", via=[Via("channel")], cue=Span(0, 1, ":"))]
    figures = [figure("f1", 31), figure("f2", 31, same_as="f1", source="A", claim="c1"),
               figure("f3", 31, same_as="f1", source="B", claim="c2")]  # fmt: skip
    ((line,),) = (group.lines for group in digest(made(figures=figures, claims=claims)).figures)
    assert line.voices == (Voice("A", (), "words"), Voice("B", ("channel",)))
    assert line.sourced.id == "f2"


def test_a_denial_in_headline_and_body_is_one() -> None:
    claims = [
        Claim("c1", Span(10, 20, "the fall"), speaker_name="the army", act="deny", headline=True),
        Claim("c2", Span(40, 60, "the fall of parts"), speaker_name="the army", act="deny"),
        Claim("c3", Span(80, 90, "a ransom"), speaker_name="the army", act="deny"),
    ]
    events = [
        Event("e1", Span(14, 18, "fall"), "ASSAULT", status="denied", claim="c1"),
        Event("e2", Span(44, 48, "fall"), "ASSAULT", status="denied", claim="c2", same_as="e1"),
    ]
    told = digest(made(claims=claims, events=events))
    assert [[side.item for side in one.sides] for one in told.disagreements] == [["c1"], ["c3"]]
    assert told.counts.disagreements == 2


def test_a_relay_of_all_claims_is_named_once() -> None:
    agency = [Via("agency")]
    claims = [claim("c1", "A", via=agency), claim("c2", "B", via=[Via("channel"), *agency])]
    assert digest(made(claims=claims)).carrier == "agency"
    assert digest(made(claims=[*claims, claim("c3", "C")])).carrier is None
    assert digest(made(claims=claims[:1])).carrier is None


def test_events_are_merged_with_what_any_telling_knows() -> None:
    events = [
        Event("e1", WORDS, "ASSAULT", "shooting", claim="c1"),
        Event("e2", WORDS, "ASSAULT", same_as="e1", place=EventPlace("Ain"), status="denied"),
        Event("e3", WORDS, "ASSAULT", same_as="e2", date=EventDate("2022-01-05"), actor=Party("police")),
    ]
    (line,) = digest(made(events=events, claims=[claim("c1", "A")])).events
    assert (line.told, line.statuses, line.speakers) == (3, ("reported", "denied"), ("A", None))
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
        Event("e6", Span(80, 84, "faced"), "ASSAULT", "armed_clash", actor=Party("army", basis="attributed_by_other")),
        Event("e7", Span(90, 94, "met"), "CONSULT", actor=Party("army", basis="attributed_by_other")),
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


def test_the_numbers_that_the_news_begins_with_stand_before_higher_ones_told_for_comparison() -> None:
    text = (
        "قتل 12 جندياً في هجوم. ووقع الهجوم ليلاً. وقال الوالي إن الطريق مغلق. وقتل 900 منذ بداية القتال. وجرح 3 مدنيين."
    )
    war, attack = text.index("900"), text.index("12")
    figures = [
        Figure("f1", war, war + 3, "900", "killed", 900, 900),
        Figure("f2", attack, attack + 2, "12", "killed", 12, 12),
    ]
    [group] = digest(Report(Document("r", text=text, language="ar"), figures=figures)).figures
    assert [line.figure.low for line in group.lines] == [12, 900]


def test_a_group_that_the_news_begins_with_stands_before_others_of_its_measure() -> None:
    text = "قتل 12 مدنياً في هجوم. ووقع الهجوم ليلاً. وقال الوالي إن الطريق مغلق. وقتل 900 منذ بداية القتال."
    war, attack = text.index("900"), text.index("12")
    civilians = [PopulationSpan("civilian")]
    figures = [
        Figure("f1", war, war + 3, "900", "killed", 900, 900),
        Figure("f2", attack, attack + 2, "12", "killed", 12, 12, population=civilians),
    ]
    groups = digest(Report(Document("r", text=text, language="ar"), figures=figures)).figures
    assert [group.population for group in groups] == [("civilian",), ()]
