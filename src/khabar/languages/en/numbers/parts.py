"""English fractions, ordinals, and words that say an order of magnitude and no number."""

from __future__ import annotations

from khabar.grammar import Match, either, maybe, one_of, rule, seq, unit
from khabar.languages.en.numbers.shapes import HYPHEN, unit_after
from khabar.languages.number_arithmetic import whole
from khabar.languages.number_shapes import glued
from khabar.languages.quantities import Quantity, exactly


@rule(
    seq(maybe(unit("fraction")), one_of("vague_word"), maybe(unit("of"), one_of("vague_word", "hundred", "scale"))),
    takes="""
        Dozens died and hundreds fled
            text: Dozens
            order: 10
            bound: vague
        Scores of residents were held
            text: Scores
            order: 10
        Tens of thousands marched
            text: Tens of thousands
            order: 10000
        The war drove out hundreds of thousands
            text: hundreds of thousands
            order: 100000
    """,
    refuses="""
        Two dozen houses burned
        A thousand people marched
    """,
)
def order_of_magnitude(m: Match) -> Quantity | None:
    """Dozens, scores, hundreds: an order of magnitude, and no number that nobody said.  Tens of thousands multiply."""
    order = 1
    for word in m.whole:
        order *= int(word.get("vague_word") or word.get("scale") or word.get("hundred") or 1)
    return Quantity(None, None, None, "vague", order)


@rule(
    seq(unit("few"), maybe(one_of("hundred", "dozen", "scale", "vague_word")["scale"])),
    takes="""
        Several shells hit the market
            text: Several
            order: 1
            bound: vague
        A few hundred people gathered
            text: A few hundred
            order: 100
        Several dozen men were held
            order: 10
    """,
    refuses="""
        Seven shells hit the market
        A hundred people gathered
    """,
)
def a_handful(m: Match) -> Quantity:
    """A few and several say no number; before a scale word they say its order."""
    scale = m.slot("scale")
    word = scale[0] if scale else None
    if word is None:
        return Quantity(None, None, None, "vague", int(m.whole[0]["few"]))
    order = 10 if "dozen" in word else word.get("hundred") or word.get("scale") or word["vague_word"]
    return Quantity(None, None, None, "vague", int(order))


@rule(
    seq(unit("fraction"), maybe(unit("of")), maybe(unit("a_one")), one_of("scale", "dozen")),
    takes="""
        Half a million people fled
            text: Half a million
            value: 500000
        Half a dozen gunmen came by night
            value: 6
    """,
    refuses="""
        Half of the houses burned
        A million people fled
    """,
)
def part_of_a_scale(m: Match) -> Quantity:
    """Half a million is a number like any other."""
    last = m.whole[-1]
    return exactly(whole(m.whole[0]["fraction"] * (last.get("scale") or last["dozen"])))


@rule(
    seq(either(unit("ones"), unit("a_one")), HYPHEN, unit("fraction")),
    takes="""
        Two-thirds of the houses burned
            text: Two-thirds
            value: 0.6667
        A third of the crops were lost
            text: A third
            value: 0.3333
    """,
    refuses="""
        The third house burned
        Two houses burned
    """,
)
def part_of_a_whole(m: Match) -> Quantity | None:
    """Two-thirds, a quarter: a fraction of something."""
    after = unit_after(m)
    first, part = m.whole[0], m.whole[-1]
    if part.view == "third" and (after is None or "of" not in after):
        return None  # a third attack
    return exactly(whole(part["fraction"] * (first.get("ones") or 1)))


@rule(
    either(
        seq(unit("digits")["digits"], unit("ordinal_suffix")["suffix"]),
        seq(maybe(unit("tens")["tens"], HYPHEN), one_of("ordinal", "ordinal_tens")["word"]),
    ),
    takes="""
        He was the 31st victim this year
            text: 31st
            value: 31
        It was the third attack in a week
            text: third
            value: 3
        The twenty-fourth convoy arrived
            value: 24
    """,
    refuses="""
        He was one of 31 victims
        Three attacks were counted
    """,
)
def ordinal_number(m: Match) -> Quantity | None:
    """Third, 31st, twenty-fourth: a place in a row, not a count."""
    digits, tens = m.slot("digits"), m.slot("tens")
    if digits is not None:
        if not glued(digits[0], m.take("suffix")[0]) or not digits[0].view.isdigit():
            return None
        value = int(digits[0].view)
    else:
        word = m.take("word")[0]
        value = int(word.get("ordinal") or word["ordinal_tens"]) + (int(tens[0]["tens"]) if tens else 0)
    return Quantity(value, value, value, ordinal=True)
