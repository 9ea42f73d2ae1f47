"""What English reports say with reserve, and what they withhold: found, and never read as a claim.

A caveat carries no rule id in the record, so the sentences of the caveat rules are tried here and not in test_rules.
"""

from __future__ import annotations

from typing import Any

import pytest

import khabar
from khabar.grammar import Example, Rule
from khabar.languages.en.reserve.caveats import RULES as CAVEAT_RULES
from khabar.languages.en.reserve.withheld import RULES as WITHHELD_RULES

Record = dict[str, Any]


def read(text: str) -> Record:
    """The record of a text of January 2022."""
    record: Record = khabar.read(text, published="2022-01-07").to_dict()
    return record


def kinds_of(record: Record) -> set[str]:
    """The kinds of all caveats of a record, on an item or on the report."""
    kinds = {c["kind"] for c in record["caveats"]}
    return kinds | {c["kind"] for layer in ("claims", "figures") for item in record[layer] for c in item["caveats"]}


def cases(field: str) -> list[Any]:
    """The sentences of the caveat rules, each a test case of its own."""
    return [
        pytest.param(rule, example, id=f"{rule.id}-{n}")
        for rule in CAVEAT_RULES
        for n, example in enumerate(getattr(rule, field), 1)
    ]


@pytest.mark.parametrize(("rule", "example"), cases("takes"))
def test_a_caveat_rule_takes_its_sentences(rule: Rule, example: Example) -> None:
    assert kinds_of(read(example.sentence)) == {dict(example.fields)["kind"]}, rule.id


@pytest.mark.parametrize(("rule", "example"), cases("refuses"))
def test_a_caveat_rule_refuses_its_sentences(rule: Rule, example: Example) -> None:
    assert not kinds_of(read(example.sentence)), f"{rule.id} takes {example.sentence}"


@pytest.mark.parametrize("rule", CAVEAT_RULES, ids=lambda rule: rule.id)
def test_a_caveat_rule_is_bound_to_sentences(rule: Rule) -> None:
    assert len(rule.why) > 20
    assert len(rule.takes) >= 2
    assert rule.refuses


@pytest.mark.parametrize("rule", WITHHELD_RULES, ids=lambda rule: rule.id)
def test_no_claim_is_read_out_of_withheld_words(rule: Rule) -> None:
    for example in rule.takes:
        record = read(example.sentence)
        for silent in record["withheld"]:
            inside = [c for c in record["claims"] if c["cue"] and silent["start"] <= c["cue"]["start"] < silent["end"]]
            assert not inside, example.sentence
