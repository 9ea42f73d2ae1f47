"""Rules as the ways out show them: why a rule exists and the sentences that bind it, without its machinery."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from khabar.grammar import Example, Rule
from khabar.languages.pack import codes, load

Sentences = tuple[Example, ...]
"""Pairs of a sentence and what must be read from it, as (field, value) pairs."""


@dataclass(frozen=True, slots=True)
class RuleCard:
    """What a rule says of itself.  `direction`: "rtl" or "ltr", that of its sentences."""

    id: str
    why: str
    takes: Sentences
    refuses: Sentences
    wishes: Sentences
    trap: bool
    direction: str

    @property
    def pack(self) -> str:
        """The code of the language that the rule reads."""
        return self.id.partition(".")[0]

    @property
    def page(self) -> str:
        """The page of the rulebook that holds the rule: pack and layer, such as "ar-claims"."""
        pack, *module, _ = self.id.split(".")
        return f"{pack}-{module[0]}" if module else pack

    @property
    def chapter(self) -> str:
        """The rule's file: the phenomenon it belongs to."""
        return self.id.rpartition(".")[0]


def cards_of(rules: Iterable[Rule], direction: str) -> list[RuleCard]:
    """The cards of a pack's rules, in their order."""
    return [
        RuleCard(rule.id, " ".join(rule.why.split()), rule.takes, rule.refuses, rule.wishes, rule.trap, direction)
        for rule in rules
    ]


@cache
def all_cards() -> tuple[RuleCard, ...]:
    """The rules of every pack, packs in the order of their codes."""
    return tuple(card for code in codes() for card in cards_of(load(code).rules, load(code).direction))


@cache
def _by_id() -> dict[str, RuleCard]:
    return {card.id: card for card in all_cards()}


def rule_card(rule: str) -> RuleCard | None:
    """The card of a rule; None for what no pack's rule read (the layout of an embedded post, for example)."""
    return _by_id().get(rule)
