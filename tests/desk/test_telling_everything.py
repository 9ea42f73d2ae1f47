"""No item without a sentence: every item of the demo reports, every measure, and items that hold nothing but their id."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, get_args

import pytest

from khabar.desk import Wishes, read_sources
from khabar.desk.telling import Teller, sentence
from khabar.record import (
    Actor,
    Claim,
    Document,
    Event,
    Figure,
    Party,
    Place,
    PopulationSpan,
    Report,
    Span,
    Time,
    Via,
    Withheld,
)
from khabar.record import vocabulary as v

DEMO = Path(__file__).resolve().parents[2] / "demo" / "reports"
MINISTRY = "وزارة الداخلية"


def checked(told: str, made: Report) -> None:
    """A sentence is one line, says no None and quotes nothing empty."""
    words = made.document.text or ""
    assert told.strip() == told
    assert "\n" not in told
    assert "  " not in told
    assert "None" not in told or "None" in words
    # a source's own mark may stand first inside ours, so a word behind the pair means that it is not empty
    assert not re.search(r"“\s*”(?!\w)|«\s*»(?!\w)|\{|\}| ,|,,|، ،|،،|\.\.$", told), told
    assert len(told) > 5


@pytest.fixture(scope="module")
def demos() -> list[Report]:
    """The records of all demo reports."""
    found = [outcome for outcome in read_sources([str(DEMO)], Wishes()) if isinstance(outcome, Report)]
    assert len(found) > 10
    return found


@pytest.mark.parametrize("ui", ["ar", "en"])
def test_every_item_of_every_demo_report_has_a_sentence(demos: list[Report], ui: str) -> None:
    for made in demos:
        teller = Teller(made, ui)
        for layer in ("actors", "claims", "withheld", "figures", "times", "places", "events"):
            for item in getattr(made, layer):
                checked(teller.sentence(item.id), made)


@pytest.mark.parametrize("ui", ["ar", "en"])
@pytest.mark.parametrize("unit", get_args(v.UnitKind))
@pytest.mark.parametrize("measure", get_args(v.Measure))
def test_every_measure_unit_and_population(measure: Any, unit: Any, ui: str) -> None:
    for people in (*((p,) for p in get_args(v.Population)), ("child", "woman"), ()):
        for low in (0, 1, 2, 5, 30, 100):
            for source in (MINISTRY, "?", None):
                counted = [PopulationSpan(value) for value in people]
                number = Figure(
                    "f1", 0, 2, str(low), measure, low, low, unit=unit, population=counted, source=source, claim="c1"
                )
                announced = Claim(
                    "c1", Span(50, 60, "الطريق آمن"), cue=Span(40, 46, "أعلنت"), lemma="أعلن", speaker_name=MINISTRY
                )
                made = Report(Document("r"), claims=[announced], figures=[number])
                checked(sentence(made, "f1", ui), made)


@pytest.mark.parametrize("ui", ["ar", "en"])
def test_an_item_with_nothing_but_its_id(ui: str) -> None:
    nothing = Span(0, 0, "")
    made = Report(
        Document("r"),
        actors=[Actor("a1", "")],
        claims=[Claim("c1", nothing, cue=nothing, addressee=nothing, act="accuse", via=[Via("")])],
        withheld=[Withheld("w1", 0, 0, "", "")],
        figures=[Figure("f1", 0, 0, "", "killed", claim="gone", part_of="gone", event="gone", implicit=True)],
        times=[Time("t1", 0, 0, "")],
        places=[Place("p1", 0, 0, "", "", country="??")],
        events=[Event("e1", nothing, "AID", actor=Party(""), target=Party(""), method=nothing, claim="gone")],
    )
    for item in ("a1", "c1", "w1", "f1", "t1", "p1", "e1"):
        told = sentence(made, item, ui)
        assert "None" not in told
        assert not re.search(r"“\s*”|«\s*»", told)
