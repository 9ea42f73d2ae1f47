"""Every rule keeps to its own sentences: takes what it says it takes, refuses what it says it refuses.

The sentences stand in the rules themselves, so a rule is tested by being written.  All are read through the front
door, as of Friday, 7 January 2022, and compared with the items that came out.
"""

from __future__ import annotations

import functools
import importlib
import pkgutil
import random
from collections.abc import Iterator
from typing import Any

import pytest

import khabar
import khabar.languages
from khabar.grammar import Example, Grammar, Rule
from khabar.languages.pack import codes, load

PUBLISHED = "2022-01-07"
LAYERS = ("claims", "withheld", "figures", "times", "places", "events", "numbers")
# What a trap keeps free: names and dates may well stand in words that count nothing.
TRAPPED = {"numbers": ("numbers", "figures"), "times": ("times",), "places": ("places",)}

Item = dict[str, Any]
Named = tuple[str, Item]

RULES = [rule for code in codes() for rule in load(code).rules]


def short(rule: Rule) -> str:
    """A rule's id without the parts that all have."""
    return rule.id


def cases(field: str, *, traps: bool) -> list[Any]:
    """The sentences of one kind of all rules, each a test case with a name a reader can find."""
    return [
        pytest.param(rule, example, id=f"{rule.id}-{number}")
        for rule in RULES
        if rule.trap is traps
        for number, example in enumerate(getattr(rule, field), 1)
    ]


@functools.cache
def items_of(sentence: str) -> tuple[Named, ...]:
    """All items of a sentence, each with its layer."""
    return tuple(read_items(sentence))


def read_items(sentence: str) -> Iterator[Named]:
    """Read a sentence afresh."""
    record = khabar.read(sentence, published=PUBLISHED, numbers=True).to_dict()
    for layer in LAYERS:
        for item in record.get(layer) or []:
            yield layer, item


def told(value: object) -> str:
    """A field's value as an example writes it: of a span its words, of a list its members with bars between."""
    if isinstance(value, dict):
        return str(value.get("text", value.get("name", value.get("value"))))
    if isinstance(value, list):
        return " | ".join(told(member) for member in value)
    return str(value)


def field_of(item: Item, path: str) -> str:
    """The value at a dotted path; "(no such field)" when there is none, so that a misspelt field fails."""
    value: Any = item
    for step in path.split("."):
        if not isinstance(value, dict) or step not in value:
            return "(no such field)"
        value = value[step]
    return told(value)


def keeps(rule: Rule, example: Example) -> tuple[bool, str]:
    """Whether an item of the rule has all fields of the example, and what there is instead."""
    own = [item for _, item in items_of(example.sentence) if item.get("rule") == rule.id]
    if any(all(field_of(item, name) == value for name, value in example.fields) for item in own):
        return True, ""
    names = [name for name, _ in example.fields]
    if own:
        return False, f"it read {[{n: field_of(item, n) for n in names} for item in own]}, not {dict(example.fields)}"
    others = [(layer, item.get("rule"), told(item.get("content", item))) for layer, item in items_of(example.sentence)]
    return False, f"the rule read nothing; others read {others}"


def test_there_are_rules() -> None:
    assert len(RULES) > 20
    assert len({rule.id for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=short)
def test_a_rule_is_bound_to_sentences(rule: Rule) -> None:
    assert len(rule.why) > 20, "the reason is too short to be one"
    assert len(rule.takes) >= 2, "at least two sentences it takes"
    assert rule.refuses or rule.trap, "at least one sentence it refuses"


@pytest.mark.parametrize(("rule", "example"), cases("takes", traps=False))
def test_takes(rule: Rule, example: Example) -> None:
    kept, instead = keeps(rule, example)
    assert kept, f"{example.sentence}\n{instead}"


@pytest.mark.parametrize(("rule", "example"), cases("refuses", traps=False))
def test_refuses(rule: Rule, example: Example) -> None:
    own = [item for _, item in items_of(example.sentence) if item.get("rule") == rule.id]
    assert not own, f"{example.sentence}\nit read {own}"


@pytest.mark.parametrize(("rule", "example"), cases("wishes", traps=False))
@pytest.mark.xfail(strict=True, reason="a wish; when it comes true, move the sentence to `takes`")
def test_wishes(rule: Rule, example: Example) -> None:
    kept, instead = keeps(rule, example)
    assert kept, f"{example.sentence}\n{instead}"


def trapped_layers(rule: Rule) -> tuple[str, ...]:
    """The layers a trap keeps out of its words: those of its own grammar."""
    pack = load(rule.id.partition(".")[0])
    for name, layers in TRAPPED.items():
        grammar = getattr(pack, name)
        if isinstance(grammar, Grammar) and rule in grammar.rules:
            return layers
    return ("figures", "times", "numbers")


@pytest.mark.parametrize(("rule", "example"), cases("takes", traps=True))
def test_traps_hold_their_words(rule: Rule, example: Example) -> None:
    sentence = example.sentence
    words = [value for name, value in example.fields if name in ("text", "nothing")] or [sentence]
    for held in words:
        start = sentence.find(held)
        assert start >= 0, f"the sentence does not hold {held}"
        end = start + len(held)
        inside = [
            (layer, item["text"], item["rule"])
            for layer, item in items_of(sentence)
            if layer in trapped_layers(rule) and item["start"] < end and item["end"] > start
        ]
        assert not inside, f"{sentence}\n{held}: {inside}"


@pytest.mark.parametrize(("rule", "example"), cases("refuses", traps=True))
def test_traps_let_go_of_other_words(rule: Rule, example: Example) -> None:
    """What a trap refuses must be readable: some item of its layers stands in the sentence."""
    layers = trapped_layers(rule)
    assert any(layer in layers for layer, _ in items_of(example.sentence)), example.sentence


# ---------------------------------------------------------------- the order of rules decides nothing


def grammars() -> list[Grammar]:
    """Every grammar of every pack, found where the packs' modules hold them."""
    found: dict[int, Grammar] = {}
    for code in codes():
        pack = importlib.import_module(f"khabar.languages.{code}")
        modules = [m.name for m in pkgutil.iter_modules(pack.__path__) if not m.name.startswith("build_")]
        for name in (code, *(f"{code}.{module}" for module in modules)):
            module = importlib.import_module(f"khabar.languages.{name}")
            found |= {id(value): value for value in vars(module).values() if isinstance(value, Grammar)}
    return list(found.values())


def sentences() -> list[str]:
    """Every sentence of every rule."""
    groups = (group for rule in RULES for group in (rule.takes, rule.refuses, rule.wishes))
    return list(dict.fromkeys(example.sentence for group in groups for example in group))


@pytest.mark.parametrize("order", ["backwards", "shuffled"])
def test_the_order_of_rules_decides_nothing(order: str, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = {sentence: items_of(sentence) for sentence in sentences()}
    found = grammars()
    assert found
    for grammar in found:
        rules = list(grammar.rules)
        if order == "backwards":
            rules.reverse()
        else:
            random.Random(7).shuffle(rules)  # noqa: S311 - any order will do
        monkeypatch.setattr(grammar, "rules", tuple(rules))
        monkeypatch.setattr(grammar, "_planned", None)
    changed = {s: [i for _, i in read_items(s)] for s, items in usual.items() if tuple(read_items(s)) != items}
    assert not changed
