"""English numbers in words."""

from __future__ import annotations

from khabar.grammar import Match, either, maybe, rule, seq, unit
from khabar.languages.en.numbers.shapes import below_thousand, number, quantity, scaled, unit_after, value_of
from khabar.languages.number_arithmetic import range_of, whole
from khabar.languages.quantities import Quantity, exactly


@rule(
    seq(unit("one_company"), unit("one")["number"]),
    trap=True,
    takes="""
        No one was hurt in the blast
            text: one
        This one will be the last
            text: one
    """,
    refuses="""
        At least one soldier died
        Two men and one woman were held
    """,
)
def one_that_is_a_pronoun(m: Match) -> None:
    """No one, each one, the one: the word counts nobody."""


@rule(
    seq(unit("one")["number"], unit("one_after")),
    trap=True,
    takes="""
        They helped one another
            text: one
        One day the guns fell silent
            text: One
    """,
    refuses="""
        One guard was hurt
        At least one soldier died
    """,
)
def one_that_is_some(m: Match) -> None:
    """One another, one day, one thing: the word says "some"."""


@rule(
    below_thousand(),
    takes="""
        Twenty-one miners were rescued
            text: Twenty-one
            value: 21
        Police held a hundred and five marchers
            text: a hundred and five
            value: 105
        Two dozen houses burned
            text: Two dozen
            value: 24
        Five nurses were freed
            value: 5
    """,
    refuses="""
        Dozens of miners were rescued
        The second convoy came back
    """,
)
def number_in_words(m: Match) -> Quantity | None:
    """Ones, teens, tens with their hyphen, hundreds, and the dozen."""
    return quantity(m.whole)


@rule(
    scaled(),
    takes="""
        Some flats housed 3.5 million people
            value: 3500000
        The river displaced a thousand families
            text: a thousand
            value: 1000
        Two and a half million children need food
            text: Two and a half million
            value: 2500000
    """,
    refuses="""
        Thousands of families fled
        The town has 900 inhabitants
    """,
)
def number_with_a_scale(m: Match) -> Quantity | None:
    """Thousand, million, billion behind digits, words or an article."""
    return quantity(m.whole)


@rule(
    seq(scaled(), maybe(unit("and")), either(scaled(), below_thousand(), unit("digits"))),
    takes="""
        Two million three hundred thousand people live there
            value: 2300000
        A thousand and fifty shells were counted
            text: A thousand and fifty
            value: 1050
    """,
    refuses="""
        One thousand soldiers and fifty sailors came
        Three thousand and two million are not the same
    """,
)
def sum_of_scales(m: Match) -> Quantity | None:
    """A sum goes down: millions, thousands, then the rest."""
    return quantity(m.whole)


@rule(
    seq(unit("between"), number()["low"], unit("and"), number()["high"]),
    takes="""
        Between two hundred and three hundred people came
            text: Between two hundred and three hundred
            low: 200
            high: 300
            bound: range
        The camp holds between 10 and 15 thousand people
            low: 10000
            high: 15000
    """,
    refuses="""
        Fighting stopped between 2019 and 2020
        Two villages and three farms burned
    """,
)
def between_two_numbers(m: Match) -> Quantity | None:
    """Behind "between" the "and" joins the ends of a range and adds nothing."""
    after = unit_after(m)
    low, high = m.take("low"), m.take("high")
    first, last = value_of(list(low)), value_of(list(high))
    if first is None or last is None or (after is not None and "month_name" in after):
        return None
    scale = high[-1].get("scale") if len(high) > 1 else None
    return range_of(exactly(whole(first)), exactly(whole(last)), scale)
