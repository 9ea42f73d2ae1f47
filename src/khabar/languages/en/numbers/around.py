"""What stands around an English number: measured units, currencies, bounds, ranges."""

from __future__ import annotations

from khabar.grammar import Match, Pattern, either, maybe, one_of, rule, run, seq, unit
from khabar.languages.en.numbers.shapes import unit_after, unit_before
from khabar.languages.number_arithmetic import range_of
from khabar.languages.number_grammar import limited, measured
from khabar.languages.quantities import Quantity

_MEASURE = one_of("percent", "measure_unit")
_WORD = unit(but=("mark", "amount", "ordinal_amount", "bound_before", "bound_after", "link", "and", "prep", "be"))
_REACH = 6  # words before a range in which a verb of change is looked for


def amount() -> Pattern:
    """A number of the first pass with its currency or measured unit."""
    return seq(maybe(unit("currency")), unit("amount"), maybe(_MEASURE))


@rule(
    either(
        seq(unit("currency"), unit("amount"), maybe(unit("measure_unit"))),
        seq(unit("amount"), maybe(unit("dash")), _MEASURE),
    )["amount"],
    takes="""
        Prices rose 15 percent
            text: 15 percent
            value: 15
            unit: percent
        The state owes $308 million to banks
            text: $308 million
            value: 308000000
            unit: $
        The village lies 20 miles from the border
            value: 20
            unit: miles
    """,
    refuses="""
        The raid killed 15 guards
        They ran for miles
    """,
)
def number_of_measured_units(m: Match) -> Quantity:
    """Percent, money, lengths, weights: the unit goes with the number, and no figure of people can be made of it."""
    return measured(m, "amount")


@rule(
    seq(run(unit("bound_before"), 1, 2)["bound"], amount()["amount"]),
    takes="""
        Police held more than 3,000 people
            text: more than 3,000
            value: 3000
            bound: more_than
        The blast killed at least six guards
            text: at least six
            low: 6
            bound: at_least
        Some 30 farmers were taken away
            low: 30
            high: 30
            bound: about
        Up to 390 men were hurt
            low: 0
            high: 390
            bound: at_most
        Fewer than 100 people stayed
            low: 0
            high: 99
            bound: less_than
    """,
    refuses="""
        Planes flew over the border
        They held 20 people or more
    """,
)
def bound_before_a_number(m: Match) -> Quantity:
    """More than, at least, about, up to: the bound is kept with the number.  Of two bounds the first counts."""
    return limited(m, "bound_before", "amount")


@rule(
    seq(amount()["number"], run(_WORD, 0, 3, short=True), unit("bound_after")["bound"]),
    takes="""
        They held 20 people or more
            text: 20
            low: 20
            bound: at_least
        A dozen shells, 12 or so in all, fell there
            text: 12
            bound: about
    """,
    refuses="""
        They held more than 20 people
        They held 20 people, at least in theory
    """,
)
def bound_behind_the_noun(m: Match) -> Quantity:
    """Or more, or so, at most: behind the number or behind the counted noun; the span stays the number."""
    return limited(m, "bound_after")


@rule(
    seq(maybe(unit("bound_before")), amount()["low"], one_of("to", "or"), amount()["high"]),
    takes="""
        Three or four guards were hurt
            text: Three or four
            low: 3
            high: 4
        They sent 20 to 30 trucks
            low: 20
            high: 30
            bound: range
    """,
    refuses="""
        The toll rose from 10 to 15
        He stays from 3 to 5 January
        The vote went 30 to 20
    """,
)
def one_to_another(m: Match) -> Quantity | None:
    """Three or four, 20 to 30: the lower number comes first; days of a month and a toll that rises are no range."""
    return _range(m)


def _range(m: Match) -> Quantity | None:
    """The range of the slots low and high."""
    before, after = unit_before(m), unit_after(m)
    changed = any("change" in word for word in m.units[max(0, m.first - _REACH) : m.first])
    if changed or any(side is not None and "month_name" in side for side in (before, after)):
        return None
    return range_of(measured(m, "low"), measured(m, "high"), m.take("high")[0].get("scale"))


@rule(
    seq(unit("from"), amount()["low"], one_of("to"), amount()["high"]),
    takes="""
        Groups of from 10 to 15 men came
            text: from 10 to 15
            low: 10
            high: 15
        The sentences ran from three to five thousand days
            low: 3000
            high: 5000
    """,
    refuses="""
        The toll rose from 10 to 15
        He stays from 3 to 5 January
    """,
)
def from_one_to_another(m: Match) -> Quantity | None:
    """From A to B, unless something rose or fell from A to B, or the numbers are days."""
    return _range(m)


@rule(
    seq(unit("between"), amount()["low"], one_of("and", "to"), amount()["high"]),
    takes="""
        Between $2 million and $3 million was lost
            low: 2000000
            high: 3000000
        Between 10 percent and 15 percent voted
            low: 10
            high: 15
    """,
    refuses="""
        Fighting stopped between 2019 and 2020
        Of the 15 men three were brothers
    """,
)
def between_two_amounts(m: Match) -> Quantity | None:
    """Between two amounts that carry a unit or a currency."""
    return _range(m)
