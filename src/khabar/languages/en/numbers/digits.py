"""English numbers in digits, and digits that count nothing."""

from __future__ import annotations

from khabar.grammar import Match, maybe, one_of, rule, seq, unit
from khabar.languages.en.numbers.shapes import quantity, unit_after, unit_before
from khabar.languages.number_arithmetic import digits_value, range_of, whole
from khabar.languages.number_shapes import continues, glued, in_a_shape
from khabar.languages.quantities import Quantity, exactly


@rule(
    seq(unit("digits"), one_of("scale_short")),
    takes="""
        The service carried 2bn messages
            text: 2bn
            value: 2000000000
        They counted 3.5mn voters
            value: 3500000
    """,
    refuses="""
        The wall is 3 m high
        The trench is 12m deep
    """,
)
def digits_with_a_short_scale(m: Match) -> Quantity | None:
    """Glued bn, m and k are scales; m and k only behind a currency sign, for they are metres and kilos as well."""
    digits, scale = m.whole[0], m.whole[1]
    before = unit_before(m)
    money = before is not None and "currency" in before
    if not glued(digits, scale) or (scale.view in ("m", "k") and not money):
        return None
    return quantity(m.whole)


@rule(
    seq(unit("numbered"), maybe(unit("stop")), unit("digits")["number"]),
    trap=True,
    takes="""
        The council passed Resolution 2254 unanimously
            text: 2254
        Flight 718 landed at dawn
            text: 718
    """,
    refuses="""
        The council passed 12 resolutions
        They flew home on 3 flights
    """,
)
def number_of_a_thing(m: Match) -> None:
    """Articles, resolutions, flights and roads bear a number as their name."""


@rule(
    seq(unit("digits")["low"], unit("dash"), unit("digits")["high"], maybe(unit("scale")["scale"])),
    takes="""
        In all 200-300 people marched past
            low: 200
            high: 300
        They want 10-15 trucks
            text: 10-15
            low: 10
            high: 15
            bound: range
    """,
    refuses="""
        The team won 2-1 yesterday
        The war of 2014-2018 ended
        It happened on 12-5-2020
    """,
)
def range_with_a_dash(m: Match) -> Quantity | None:
    """Two numbers and a dash are a range when the second is higher; scores, dates and years are not."""
    scale, after = m.slot("scale"), unit_after(m)
    low, high = (digits_value(m.take(end)[0].view, comma_decimal=False) for end in ("low", "high"))
    if low is None or high is None or continues(m.units, m.first, m.last):
        return None
    if after is not None and "month_name" in after:
        return None
    by = scale[0]["scale"] if scale else 1
    return range_of(exactly(whole(low * by)), exactly(whole(high * by)))


@rule(
    unit("digits"),
    takes="""
        The quake killed 1,250 people
            text: 1,250
            value: 1250
        It happened in 2016
            value: 2016
    """,
    refuses="""
        It began at 12:30 on Monday
        A rocket from an AK-47 or MH17 was found
        The team won 2-1 yesterday
    """,
)
def number_in_digits(m: Match) -> Quantity | None:
    """Digits; a comma parts thousands, a point decimals.

    Clock times, dates and names with digits are left alone.
    """
    before, after = unit_before(m), unit_after(m)
    hangs = glued(before, m.whole[0]) and before is not None and "word" in before
    if hangs or in_a_shape(m.units, m.first, m.last):
        return None
    if after is not None and glued(m.whole[0], after) and "ordinal_suffix" in after:
        return None
    value = digits_value(m.whole[0].view, comma_decimal=False)
    return None if value is None else exactly(whole(value))
