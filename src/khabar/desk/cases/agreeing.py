"""Agreement between reviewers: how often people who did not see one another's decision decided the same.

Only decisions made without knowledge of another person's count: the first on an item, blind second ones, those of another
desk.  Whoever settles a disagreement has read both sides, and agrees with one of them by doing so.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from khabar.ledger import Decision, decisions, opened
from khabar.ledger.corrections import layer_of

Unit = Mapping[str, str]
"""The verdicts on one item, by who gave them."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people: on how many items both decided, the share of equal verdicts, Cohen's kappa (None where chance alone explains
    everything: both always said the same word).
    """

    one: str
    other: str
    items: int
    same: float
    kappa: float | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """`items` were decided by several people, independently; `same` is the share of pairs of verdicts that are equal, `alpha`
    Krippendorff's (nominal; None where no verdict ever differs from another by chance).  `corrections` pairs corrected both, of
    which `same_corrections` put in the same.
    """

    items: int
    same: float
    alpha: float | None
    corrections: int
    same_corrections: int
    pairs: tuple[Pair, ...]


def agreement(case: Path) -> dict[str, Agreement]:
    """Agreement by layer, and over all of them under "all"; layers that nobody judged twice are left out.  Raises CaseError."""
    layers: defaultdict[str, list[list[Decision]]] = defaultdict(list)
    with opened(case) as connection:
        for item, made in _independent(decisions(connection)).items():
            if len(made) > 1:
                layers[layer_of(connection, item)].append(made)
    every = [made for units in layers.values() for made in units]
    return {"all": _agreement(every), **{layer: _agreement(units) for layer, units in layers.items()}} if every else {}


def _independent(made: Iterable[Decision]) -> dict[tuple[int, str], list[Decision]]:
    """The last decision on an item of each person who knew of no other's."""
    before: defaultdict[tuple[int, str], list[Decision]] = defaultdict(list)
    last: defaultdict[tuple[int, str], dict[str, Decision]] = defaultdict(dict)
    for decision in made:
        item = (decision.document, decision.item)
        knew = [d for d in before[item] if decision.overrules is None or d.seq in decision.overrules]
        if not decision.undone and all(d.who == decision.who for d in knew):
            last[item][decision.who] = decision
        before[item].append(decision)
    return {item: list(by_person.values()) for item, by_person in last.items()}


def _agreement(units: Sequence[Sequence[Decision]]) -> Agreement:
    verdicts = [{decision.who: decision.verdict for decision in made} for made in units]
    both = [(a, b) for made in units for a, b in combinations(made, 2) if a.verdict == b.verdict == "correct"]
    said = [a == b for unit in verdicts for a, b in combinations(unit.values(), 2)]
    people = sorted({who for unit in verdicts for who in unit})
    pairs = (_pair(one, other, verdicts) for one, other in combinations(people, 2))
    return Agreement(
        len(units),
        sum(said) / len(said),
        krippendorff(list(unit.values()) for unit in verdicts),
        len(both),
        sum(a.fields == b.fields for a, b in both),
        tuple(pair for pair in pairs if pair is not None),
    )


def _pair(one: str, other: str, units: Iterable[Unit]) -> Pair | None:
    said = [(unit[one], unit[other]) for unit in units if one in unit and other in unit]
    if not said:
        return None
    return Pair(one, other, len(said), sum(a == b for a, b in said) / len(said), cohen(said))


def cohen(said: Sequence[tuple[str, str]]) -> float | None:
    """Cohen's kappa of pairs of verdicts; None where both people only ever used one and the same word."""
    count = len(said)
    first, second = Counter(a for a, _ in said), Counter(b for _, b in said)
    chance = sum(first[word] * second[word] for word in first) / count**2
    return None if chance == 1 else (sum(a == b for a, b in said) / count - chance) / (1 - chance)


def krippendorff(units: Iterable[Sequence[str]]) -> float | None:
    """Krippendorff's alpha for words without order, any number of people an item; None where all verdicts are one word."""
    weights: dict[tuple[str, str], float] = defaultdict(float)
    for unit in units:
        if len(unit) > 1:
            for (i, a), (j, b) in _ordered(unit):
                if i != j:
                    weights[a, b] += 1 / (len(unit) - 1)
    totals: dict[str, float] = defaultdict(float)
    for (a, _), weight in weights.items():
        totals[a] += weight
    whole = sum(totals.values())
    expected = sum(totals[a] * totals[b] for a in totals for b in totals if a != b)
    if not expected:
        return None
    observed = sum(weight for (a, b), weight in weights.items() if a != b)
    return 1 - (whole - 1) * observed / expected


def _ordered(unit: Sequence[str]) -> Iterator[tuple[tuple[int, str], tuple[int, str]]]:
    numbered = list(enumerate(unit))
    return ((one, other) for one in numbered for other in numbered)
