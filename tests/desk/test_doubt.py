"""Doubt: counts that are measured, shipped and shown; a rule without any says so."""

from __future__ import annotations

import pytest

from khabar.desk.rules import doubt as doubts
from khabar.desk.rules.cards import all_cards
from khabar.desk.rules.doubt import MEASURED, Doubt, doubt_in_short, doubt_of, doubt_table, doubt_told
from khabar.desk.scoring import rule_counts
from khabar.desk.scoring.errors import errors
from khabar.desk.wording import messages, ui_languages

TEXT = "قتل 12 شخصا في دلوان"


def rows() -> list[list[str]]:
    lines = MEASURED.read_text(encoding="utf-8").splitlines()[1:]
    return [line.split("\t") for line in lines if not line.startswith("#")]


def test_the_shipped_counts_are_counts() -> None:
    assert len(rows()) > 30
    assert all(0 <= int(right) <= int(read) > 0 for _, right, read in rows())
    assert len({rule for rule, *_ in rows()}) == len(rows())


def test_most_measured_rules_still_exist() -> None:
    known = {card.id for card in all_cards()}
    measured = [rule for rule, *_ in rows()]
    assert sum(rule in known for rule in measured) > len(measured) * 0.6, "rules moved on: make accuracy"


@pytest.mark.parametrize("ui", ui_languages())
def test_a_doubt_is_told_with_both_numbers(ui: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doubts, "_measured", lambda: {"ar.x.y": Doubt(47, 52)})
    said = messages(ui)
    for told in (doubt_told("ar.x.y", said), doubt_in_short("ar.x.y", said)):
        assert "47" in told
        assert "52" in told
    assert doubt_of("ar.x.z") is None
    assert doubt_told("ar.x.z", said) == said.say("doubt.unmeasured")
    assert doubt_in_short("ar.x.z", said) == said.say("doubt.unknown")


def test_a_table_is_read_back_as_it_was_written() -> None:
    counts = {"b": Doubt(1, 2), "a": Doubt(3, 3)}
    lines = doubt_table(counts, "measured on nothing").splitlines()
    assert lines == ["rule\tright\tread", "# measured on nothing", "a\t3\t3", "b\t1\t2"]


def figure(start: int, words: str, rule: str = "r") -> dict[str, object]:
    fields = {"measure": "killed", "low": 12, "high": 12, "order": None, "bound": "exact", "source": None}
    return {"start": start, "end": start + len(words), "text": words, **fields, "rule": rule}


def test_an_item_is_right_when_it_is_paired() -> None:
    gold = {"text": TEXT, "claims": [], "figures": [figure(4, "12")], "times": [], "places": [], "events": []}
    record = {"figures": [figure(4, "12", "good"), figure(0, "قتل", "bad")]}
    assert rule_counts([(gold, record)]) == {"bad": (0, 1, 1), "good": (1, 1, 1)}


def test_errors_fall_into_classes() -> None:
    wanted = figure(4, "12")
    gold = {"text": TEXT, "claims": [], "figures": [wanted], "times": [], "places": [], "events": []}
    assert errors(gold, {}) == {("figures", "not read"): 1}
    assert errors(gold, {"figures": [{**wanted, "bound": "at_least"}]}) == {("figures", "bound wrong"): 1}
    assert errors(gold, {"figures": [{**wanted, "source": "الوزير"}]}) == {("figures", "source wrong"): 1}
    assert errors(gold, {"figures": [wanted, figure(0, "قتل")]}) == {("figures", "read where gold has none"): 1}
    trigger = {"start": 0, "end": 3}
    event = {"type": "ASSAULT", "trigger": trigger}
    assert errors({**gold, "figures": [], "events": [event]}, {}) == {("events", "not read (ASSAULT)"): 1}
    other = {"type": "PROTEST", "trigger": trigger}
    assert errors({**gold, "figures": [], "events": [event]}, {"events": [other]}) == {("events", "type wrong"): 1}
    claim = {"act": "say", "content": {"start": 4, "end": 13}, "cue": trigger, "speaker_name": "الوزير"}
    told = {**gold, "figures": [], "claims": [claim]}
    assert errors(told, {}) == {("claims", "not read (say)"): 1}
    assert errors(told, {"claims": [{**claim, "content": {"start": 4, "end": 6}}]}) == {
        ("claims", "content cut wrongly"): 1
    }
    assert errors(told, {"claims": [{**claim, "speaker_name": "?", "found_by": "dropped"}]}) == {
        ("claims", "speaker wrong (dropped)"): 1
    }
