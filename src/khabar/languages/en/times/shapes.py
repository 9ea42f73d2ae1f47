"""The parts of English time expressions as patterns, and what a match of them says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from khabar.grammar import Match, Unit, either, maybe, one_of, seq, unit
from khabar.languages.calendar import Calendar, DayPart, Grain, Outlook, Step, TimeDraft, Turn, Weekday, When
from khabar.languages.calendar_numbers import number_of
from khabar.languages.calendar_parts import Checked, Clock, Daytime
from khabar.languages.en.lists.calendar import calendar_words
from khabar.record.vocabulary import TimeMod

STEPS = {"past": -1, "this": 0, "next": 1}
_LOOK_BACK, _LOOK_ON = 25, 8
_PAST_ENDING = "ed"
_SHORTEST_PAST = 5
_AUXILIARIES = 3  # will be held, will soon be sent

COMMA, STOP = unit("comma"), unit("stop")
MONTH = unit("t_month", "capital")
SURE_MONTH = unit("t_month", "capital", but=("t_risky_month",))
WEEKDAY = unit("t_weekday", "capital")
# what makes a month the month of a day
OF_MONTH = seq(maybe(STOP), unit("day_number"))
DAY_NUMBER = seq(unit("day_number")["day"], maybe(unit("t_ordinal_letters")))
EDGE = maybe(maybe(unit("t_the")), unit("t_edge")["edge"], maybe(one_of("dash", "t_of")), maybe(unit("t_the")))
PART = unit("t_day_part")
# a.m., p.m., am, pm
AM_PM = either(unit("t_ampm")["ampm"], seq(unit("t_am_letter")["ampm2"], STOP, unit("t_m_letter"), maybe(STOP)))
_ZONE_NAME = either(unit("t_greenwich")["greenwich"], unit("t_zone_name"))
_IN_BRACKETS = seq(
    unit("bracket_open"), either(unit("t_greenwich")["greenwich2"], unit("t_zone_name")), unit("bracket_close")
)
ZONE = maybe(either(_ZONE_NAME, _IN_BRACKETS))


def said(match: Match, when: When, mod: TimeMod | None = None) -> TimeDraft:
    """The draft of a whole match with the tense of its clause."""
    edge = match.slot("edge")
    if mod is None and edge:
        mod = cast(TimeMod, edge[0]["t_edge"])
    since = match.first > 0 and "t_for_since" in match.units[match.first - 1]
    return TimeDraft((match.whole.start, match.whole.end), when, match.rule.id, mod, _outlook(match), since)


def _outlook(match: Match) -> Outlook:
    """The tense of the clause: the nearest telling word before the expression, else the first behind it."""
    units = match.units
    before = range(match.first - 1, max(-1, match.first - _LOOK_BACK), -1)
    behind = range(match.last, min(len(units), match.last + _LOOK_ON))
    if match.first and "t_for_since" in units[match.first - 1]:
        return "past"
    for at in (*before, *behind):
        tense = _tense(units, at)
        if tense:
            return tense
    return None


def _tense(units: Sequence[Unit], at: int) -> Outlook:
    word = units[at]
    if word.view == "set":  # is set to open; not: the ship set off on Monday
        return "future" if at + 1 < len(units) and units[at + 1].view in ("to", "for") else None
    if _looks_ahead(word):
        return "future"
    past = "t_behind" in word or (word.view.endswith(_PAST_ENDING) and len(word.view) >= _SHORTEST_PAST)
    if not past or "capital" in word:
        return None
    return "future" if any(_looks_ahead(before) for before in units[max(0, at - _AUXILIARIES) : at]) else "past"


def _looks_ahead(word: Unit) -> bool:
    """Whether a word, or the first word of a listed phrase ("will be"), looks ahead; May is a month."""
    if "t_month" in word and "capital" in word:
        return False
    return "t_ahead" in word or "t_ahead" in calendar_words().get(word.view.partition(" ")[0], ())


def turn_of(match: Match, name: str = "turn") -> Turn:
    """Last, next or this, None when the slot took no part."""
    slot = match.slot(name)
    return cast(Turn, slot[0]["t_turn"]) if slot else None


def number_in(match: Match, name: str) -> int | None:
    """The number of a slot, None when it took no part."""
    slot = match.slot(name)
    return number_of(slot[0]) if slot else None


def calendar_in(match: Match) -> Calendar:
    """Day, month and year of the slots of those names; `turn` may be the month's own or "of last year"."""
    turn, month = turn_of(match), cast(int, match.take("month")[0]["t_month"])
    if match.slot("turned_year"):
        return Calendar(None, month, number_in(match, "day"), None, STEPS[turn or "this"])
    return Calendar(number_in(match, "year"), month, number_in(match, "day"), turn)


def with_part(match: Match, day: When) -> When:
    """The day with the part of it that is named."""
    for name in ("part", "part_before"):
        slot = match.slot(name)
        if slot and "t_day_part" in slot[0]:
            return Daytime(cast(DayPart, slot[0]["t_day_part"]), day)
    return day


def clock_in(match: Match, hour: int, minute: int, day: When | None) -> Clock | None:
    """The hour with a.m. or p.m. and its zone; None for hours that the half day does not have."""
    half = match.slot("ampm")
    if half is None:
        return Clock(hour, minute, None, "Z" if match.slot("greenwich") else "", day)
    if hour > 12 or hour == 0:
        return None
    code = half[0].get("t_ampm") or half[0].get("t_am_letter")
    return Clock(hour, minute, "MO" if code == "AM" else "EV", "Z" if match.slot("greenwich") else "", day)


def day_in(match: Match) -> When | None:
    """The day of a month, the weekday or the deictic day of the slots of those names."""
    weekday, deictic = match.slot("weekday"), match.slot("deictic")
    if match.slot("month"):
        day = calendar_in(match)
        return Checked(day, weekday[0]["t_weekday"]) if weekday else day
    if weekday:
        return Weekday(weekday[0]["t_weekday"], turn_of(match))
    return Step("day", deictic[0]["t_deictic"]) if deictic else None


def grain_in(match: Match) -> Grain | None:
    """The unit of time in the slot `period`, singular or plural; None for hours, which are no calendar unit."""
    word = match.take("period")[0]
    found = word.get("t_period_one") or word.get("t_period_many")
    return None if found == "hour" else cast(Grain, found)
