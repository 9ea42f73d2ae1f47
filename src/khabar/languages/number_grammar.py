"""The grammar of numbers: two passes, amounts first, then what stands around an amount.

The first pass reads the numbers themselves (digits, number words, fractions) and makes each one unit of class
`amount` (`ordinal_amount` for third, twentieth).  The second pass sees those units beside the words that bound,
measure or join them.  Two small passes replace one large one: a pattern for "between A and B" that spelled out
all number words twice would cost more than all others together.

A pattern that names a slot `number` gives its value to that part alone: the rest of the match is the reason
("did not exceed … fifty"), not the number.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from khabar.grammar import Found, Grammar, Match, Unit, reading
from khabar.languages.number_arithmetic import with_bound
from khabar.languages.quantities import Quantity

_NUMBER = "number"
# Classes of a word inside an amount that the second pass may ask for.
_TOLD = ("digits", "scale", "scale_plural")
_MEASURES = frozenset(("percent", "currency", "measure_unit"))


class _Row(NamedTuple):
    """Units of one pass, and the place of each in the sentence (half open)."""

    units: list[Unit]
    places: list[tuple[int, int]]


class NumberGrammar(Grammar):
    """A grammar for amounts and a grammar for what surrounds them, read one after the other.

    `starts`: classes one of which every sentence with a number has; others are passed over at once.  `joins`:
    class of a free particle → class its glued form gives ("and_free" → "+and"), so that "و 15" is read as "و15".
    """

    def __init__(
        self, amounts: Grammar, around: Grammar, starts: Iterable[str], joins: Mapping[str, str] | None = None
    ) -> None:
        super().__init__("numbers", (*amounts.rules, *around.rules))
        self._amounts = amounts
        self._around = around
        self._starts = frozenset(starts)
        self._joins = dict(joins or {})
        self._free = frozenset(self._joins)

    def read(self, units: Sequence[Unit], text: str = "") -> list[Found]:
        """Every number expression as a Quantity, in the order of the sentence; traps hold their words and have none."""
        present = frozenset().union(*[unit.signature for unit in units])
        if present.isdisjoint(self._starts):
            return []
        if present.isdisjoint(self._free):
            row = _Row(list(units), [(at, at + 1) for at in range(len(units))])
        else:
            row = self._joined(units)
        amounts = _read(self._amounts, row, text)
        if not amounts:
            return []
        wider = _read(self._around, _with_amounts(row, amounts), text)
        covered = {index for find in wider for index in range(find.first, find.last)}
        kept = [find for find in amounts if find.first not in covered]
        return sorted([*wider, *kept], key=lambda find: find.first)

    def _joined(self, units: Sequence[Unit]) -> _Row:
        """The sentence with each free particle before a number joined to it; the place stays that of the number."""
        free = self._free
        row = _Row([], [])
        waiting: str | None = None
        for index, unit in enumerate(units):
            if waiting and not self._starts.isdisjoint(unit.signature):
                row.units[-1] = _made([unit], {**unit.classes, waiting: True})
                row.places[-1] = (index, index + 1)
                waiting = None
                continue
            row.units.append(unit)
            row.places.append((index, index + 1))
            waiting = next((self._joins[n] for n in unit.signature & free), None)
        return row


def _made(parts: Sequence[Unit], classes: Mapping[str, object]) -> Unit:
    """One unit in the place of several, for the second pass only."""
    head, tail = parts[0], parts[-1]
    place = (head.start, tail.end, head.first, tail.last)
    read = reading(classes, head.cut - head.start, head.stem - head.start)
    return Unit.of(place, " ".join(p.text for p in parts), " ".join(p.view for p in parts), read)


def _read(grammar: Grammar, row: _Row, text: str) -> list[Found]:
    """What the rules build, at its place in the sentence; leftmost, then longest, then first in the file wins."""
    matches = grammar.matches(row.units, text)
    grammar.sort(matches)
    found: list[Found] = []
    free = 0
    for match in matches:
        if match.first < free:
            continue
        value = None if match.rule.trap else match.rule.build(match)
        if value is None and not match.rule.trap:
            continue
        first, last = match.parts.get(_NUMBER, (match.first, match.last))
        found.append(Found(row.places[first][0], row.places[last - 1][1], match.rule, value))
        free = match.last
    return found


def _with_amounts(row: _Row, amounts: Sequence[Found]) -> _Row:
    """The row with each amount as one unit, which keeps the glued particles of its first word."""
    index_of = {place[0]: index for index, place in enumerate(row.places)}
    wider = _Row([], [])
    at = 0
    for find in amounts:
        first, last = index_of[find.first], index_of[find.last - 1] + 1
        wider.units.extend(row.units[at:first])
        wider.places.extend(row.places[at:first])
        parts = row.units[first:last]
        wider.units.append(_made(parts, _amount_classes(parts, find)))
        wider.places.append((find.first, find.last))
        at = last
    wider.units.extend(row.units[at:])
    wider.places.extend(row.places[at:])
    return wider


def _amount_classes(parts: Sequence[Unit], find: Found) -> dict[str, object]:
    """Classes of an amount in the second pass: its quantity, its glued particles, its scale word, bare digits."""
    classes: dict[str, object] = {name: True for name in parts[0].signature if name[0] == "+"}
    if find.rule.trap:
        return {**classes, "trapped": True}
    quantity: Quantity = find.value
    classes["ordinal_amount" if quantity.ordinal else "amount"] = quantity
    told = parts[-1] if len(parts) > 1 or "digits" in parts[-1] else None
    return classes | {name: told[name] for name in _TOLD if told and name in told}


def quantity_of(match: Match, slot: str = _NUMBER) -> Quantity:
    """The amount in a slot of a second-pass match."""
    for unit in match.take(slot):
        if "amount" in unit:
            found: Quantity = unit["amount"]
            return found
    raise KeyError(f"no amount in slot {slot!r} of {match.rule.id}")


def measured(match: Match, slot: str = _NUMBER) -> Quantity:
    """The amount in a slot, with its measured unit as written (classes `percent`, `currency`, `measure_unit`)."""
    quantity = quantity_of(match, slot)
    units = [unit.text for unit in match.take(slot) if not _MEASURES.isdisjoint(unit.signature)]
    return replace(quantity, unit=units[-1]) if units else quantity


def limited(match: Match, name: str, slot: str = _NUMBER) -> Quantity:
    """The amount in a slot with the bound that the first word of slot `bound` says under the class `name`."""
    bound = match.take("bound")
    return with_bound(measured(match, slot), bound[0][name], (bound[0].cut, bound[-1].end))
