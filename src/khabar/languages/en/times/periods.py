"""English years, decades, seasons, stretches of months, and feasts."""

from __future__ import annotations

from msgspec.structs import replace

from khabar.grammar import Match, ahead, behind, either, maybe, not_ahead, one_of, rule, seq, unit
from khabar.languages.calendar import Calendar, Fixed, Season, TimeDraft
from khabar.languages.calendar_numbers import number_of
from khabar.languages.calendar_parts import Between, PartOfYear
from khabar.languages.en.lists.calendar import feasts
from khabar.languages.en.times.shapes import COMMA, EDGE, MONTH, STOP, calendar_in, number_in, said, turn_of
from khabar.languages.hijri import Feast, HijriDate
from khabar.languages.quantities import Quantity

_YEAR = seq(maybe(COMMA), unit("year_number")["year"])


@rule(
    either(
        seq(behind(one_of("t_in", "t_season", "t_edge", "bracket_open")), unit("year_number")["year"]),
        seq(behind(unit("t_the")), unit("year_number")["year3"], not_ahead(one_of("t_plural_s", "t_period_many"))),
        seq(behind(unit("t_a")), unit("year_number")["year4"], ahead(unit("event_noun"))),
    ),
    takes="""
        The film was first shown in 1950 by a small studio.
            text: 1950
            value: 1950
        Fans remembered the 1989 disaster.
            text: 1989
            value: 1989
        He was tried for a 2019 bombing.
            text: 2019
            value: 2019
    """,
    refuses="""
        Police counted 1950 marchers.
        The toll rose to 1989.
    """,
)
def year_alone(m: Match) -> TimeDraft | None:
    """Four digits after "in", "since" or "the", written without a thousands mark."""
    word = m.take("year")[0]
    number = number_of(word)
    if number is None or not 1800 <= number <= 2100 or not word.view[-4:].isdigit():
        return None
    return said(m, Calendar(number))


@rule(
    either(
        seq(unit("t_between"), unit("year_number")["first"], one_of("t_and", "dash"), unit("year_number")["last"]),
        seq(unit("year_number")["first2"], unit("dash"), unit("year_number")["last2"]),
    ),
    takes="""
        She was president from 2010 to 2014 and wrote books.
            text: from 2010 to 2014
            value: 2010/2014
        In the 2014-2016 drought wells dried up.
            text: 2014-2016
            value: 2014/2016
    """,
    refuses="""
        Between 1200 and 900 people came.
        They paid from 2000 dollars.
    """,
)
def years_in_a_row(m: Match) -> TimeDraft | None:
    """From one year to another."""
    first, last = number_in(m, "first"), number_in(m, "last")
    if first is None or last is None or not 1500 <= first < last <= 2100:
        return None
    return said(m, Between(Calendar(first), Calendar(last)))


@rule(
    seq(
        EDGE, MONTH["month"], maybe(unit("year_number")["year"]), one_of("t_and", "dash"), MONTH["last"],
        maybe(unit("year_number")["last_year"]),
    ),
    takes="""
        Trams failed nine times between March 2015 and March 2016.
            text: March 2015 and March 2016
            value: 2015-03/2016-03
        Rain fell from May to July 2021.
            text: May to July 2021
            value: 2021-05/2021-07
    """,
    refuses="""
        June and her sister left.
        In May the troops left and in July they returned.
    """,
)  # fmt: skip
def months_in_a_row(m: Match) -> TimeDraft | None:
    """From one month to another; "May and June" without between or from is two months and left to the rule for one."""
    opened = m.first > 0 and "t_between" in m.units[m.first - 1]
    if not opened and not m.slot("last_year"):
        return None
    last = Calendar(number_in(m, "last_year"), m.take("last")[0]["t_month"])
    return said(m, Between(calendar_in(m), last))


_YEAR3 = seq(maybe(COMMA), unit("year_number")["year3"])
_JOINED = seq(maybe(unit("t_ordinal_letters")), one_of("t_and", "dash"))


@rule(
    either(
        seq(MONTH["month"], maybe(STOP), unit("day_number")["day"], _JOINED, unit("day_number")["last"], maybe(_YEAR)),
        seq(
            *(unit("day_number")["day2"], _JOINED, unit("day_number")["last2"], maybe(unit("t_ordinal_letters"))),
            *(MONTH["month2"], maybe(unit("year_number")["year2"])),
        ),
        seq(MONTH["month3"], maybe(STOP), unit("days_range")["days"], maybe(_YEAR3)),
        seq(unit("days_range")["days2"], MONTH["month4"], maybe(unit("year_number")["year4"])),
    ),
    takes="""
        Eighteen miners were killed between January 3 and 5, the union said.
            text: January 3 and 5
            value: 2022-01-03/2022-01-05
        Rain fell from 2 to 4 January in the valley.
            text: 2 to 4 January
            value: 2022-01-02/2022-01-04
        The fair of May 3-6, 2019 was the last.
            text: May 3-6, 2019
            value: 2019-05-03/2019-05-06
    """,
    refuses="""
        On January 3 and 12 hours later it burnt.
        The mill closed on 3 January.
    """,
)
def days_in_a_row(m: Match) -> TimeDraft | None:
    """From one day of a month to another, the month being named once."""
    whole, days = calendar_in(m), m.slot("days")
    if days:
        count: Quantity = days[0]["NUMBER"]
        first, last = count.low, count.high
    elif (m.first > 0 and "t_between" in m.units[m.first - 1]) or any("dash" in unit for unit in m.whole):
        first, last = number_in(m, "day"), number_in(m, "last")
    else:
        return None
    if not isinstance(first, int) or not isinstance(last, int) or first >= last:
        return None
    return said(m, Between(replace(whole, day=first), replace(whole, day=last)))


@rule(
    seq(
        maybe(unit("t_the")),
        EDGE,
        either(unit("year_number")["decade"], unit("count_number")["short"]),
        unit("t_plural_s"),
    ),
    takes="""
        It is the first such crash since the 1950s, officials said.
            text: the 1950s
            value: 195X
        She starred in a 90s comedy.
            text: 90s
            value: 199X
    """,
    refuses="""
        The 11s won the match.
        In 1950 the mill closed.
        A miller in her 60s and a man in his mid-40s were hurt.
    """,
)
def decade(m: Match) -> TimeDraft | None:
    """A decade in figures; two figures are of the last century, from the twenties on, or somebody's age (in her 60s)."""
    if m.first and "possessive_det" in m.units[m.first - 1]:
        return None
    year, short = number_in(m, "decade"), number_in(m, "short")
    start = year if year is not None else 1900 + (short or 0)
    if start % 10 or (short is not None and not 20 <= short <= 90):
        return None
    return said(m, Fixed(f"{start // 10}X"))


@rule(
    seq(
        EDGE,
        either(
            seq(unit("t_season")["season"], maybe(unit("t_of")), unit("year_number")["year"]),
            seq(unit("t_turn")["turn"], unit("t_season")["season2"]),
        ),
    ),
    takes="""
        The wells dried up in the summer of 2019.
            text: summer of 2019
            value: 2019-SU
        The dam broke last spring.
            text: last spring
            value: 2021-SP
    """,
    refuses="""
        The fall of the town came early.
        They spring into action.
    """,
)
def season(m: Match) -> TimeDraft:
    """A season with its year, or last, this, next."""
    code, year = m.take("season")[0]["t_season"], number_in(m, "year")
    return said(m, PartOfYear(code, Calendar(year)) if year else Season(code, turn_of(m)))


@rule(
    seq(
        *(maybe(unit("t_the")), maybe(one_of("t_turn", "year_number")["before"])),
        seq(
            *(unit("t_feast", "capital"), maybe(one_of("t_feast", "dash", "possessive"))),
            *(maybe(one_of("t_feast", "dash", "possessive")), maybe(unit("t_feast"))),
        )["feast"],
        maybe(either(_YEAR, seq(unit("count_number")["ago"], one_of("t_period_one", "t_period_many")["years"], unit("t_ago")))),
    ),
    takes="""
        A lorry hit a crowd that celebrated Bastille Day by the sea.
            text: Bastille Day
            value: 2021-07-14
        The family spent the Christmas holiday at home.
            text: the Christmas holiday
            value: 2021-12-25
        Shops were looted on New Year's Eve two years ago.
            text: New Year's Eve two years ago
            value: 2019-12-31
        The 2015 New Year's Eve attacks shook the town.
            text: The 2015 New Year's Eve
            value: 2015-12-31
    """,
    refuses="""
        The day was new to him.
        The holiday ended.
        A van drove into a Christmas market.
    """,
)  # fmt: skip
def feast(m: Match) -> TimeDraft | None:
    """A feast that names a day: the last one in a tale of the past, the next one ahead, else the nearest."""
    found, before, years = feasts().get(m.take("feast").view), m.slot("before"), m.slot("years")
    whole = m.whole[-1].view in _MARKED and m.last < len(m.units) and "t_of_feast" in m.units[m.last]
    if found is None or whole:
        return None  # a Christmas market
    if years and (years[0].get("t_period_one") or years[0].get("t_period_many")) != "year":
        return None
    draft = said(m, Fixed(""))
    calendar, month, day = found
    led = m.first > 0 and ("t_on" in m.units[m.first - 1] or "t_in" in m.units[m.first - 1])
    when = Feast(
        *(calendar, month, day, number_in(m, "year") or (number_of(before[0]) if before else None)),
        turn=turn_of(m, "before") if before and "t_turn" in before[0] else None,
        past=draft.outlook == "past",
        ago=number_in(m, "ago") or 0,
        ahead=0 if led else _SOON,
    )
    return said(m, when)


_MARKED = ("christmas", "easter", "halloween", "thanksgiving")
_SOON = 14  # days


@rule(
    seq(
        maybe(unit("t_turn")["turn"]), unit("t_hijri_month", "capital")["month"],
        maybe(unit("t_turn")["turn2"], unit("t_period_one")),
    ),
    takes="""
        The truce held during Ramadan last year.
            text: Ramadan last year
            value: 2021-04-13/2021-05-12
        Shops will close for Ramadan.
            value: 2022-04-02/2022-05-01
    """,
    refuses="""
        Mr Rajab Safar spoke.
        The last month was hard.
    """,
)  # fmt: skip
def hijri_month(m: Match) -> TimeDraft | None:
    """A Hijri month by its English name, as its first and last day."""
    word = m.take("month")[0]
    if word["t_hijri_month"] != 9:
        return None  # the others are given names in English copy
    return said(m, HijriDate(None, word["t_hijri_month"], None, turn_of(m)))
