"""The parts of Arabic time expressions as patterns, and what a match of them says."""

from __future__ import annotations

from typing import cast

from msgspec.structs import replace

from khabar.grammar import Match, Pattern, Unit, either, maybe, not_ahead, one_of, seq, unit
from khabar.languages.ar.forms.particles import GLUED_LETTERS
from khabar.languages.ar.times.tense import clause_tense
from khabar.languages.calendar import Calendar, DayPart, Outlook, Step, TimeDraft, Turn, Weekday, When
from khabar.languages.calendar_numbers import number_of
from khabar.languages.calendar_parts import Between, Checked, Clock, Daytime, Doubtful, Edge
from khabar.languages.quantities import Quantity
from khabar.record.vocabulary import TimeMod

OPEN, CLOSE = unit("bracket_open"), unit("bracket_close")
OF = unit("min", but=("+and",))
DAY_WORD = unit("day_one", but=("+al", "+pron"))
THIS = unit("demonstrative", "this", but=("+pron",))


_MARKS = frozenset(chr(c) for c in (*range(0x610, 0x61B), *range(0x64B, 0x660), 0x670, 0x640))
_TURNS: dict[str, Turn] = {"previous": "past", "previous_mentioned": "past", "next": "next", "this": "this"}
STEPS: dict[str, int] = {"past": -1, "this": 0, "next": 1}

# Morning, evening … in construct before a day, with what may stand between; "late", "early", "earlier" before it.
MOMENT = maybe(one_of("late_hour", "early_hour", "earlier")["moment"], maybe(OF))
PART = maybe(unit("daypart", but=("+pron",))["part"], maybe(OF), maybe(DAY_WORD))
BEFORE = seq(MOMENT, PART)
# The same as an adverb behind a day (الخميس مساء).
AFTER = maybe(unit("daypart", but=("+al", "+and", "+pron", "phrase"))["part_after"])

EDGE = maybe(one_of("edge_start", "edge_end", "early", "middle", "late")["edge"], maybe(OF))


def month(name: str = "month") -> Pattern:
    """A month, alone or as a pair of two traditions (with a stroke, a hyphen or brackets); slots `name` and `name`_twin."""
    twin = unit("month")[f"{name}_twin"]
    bracketed = seq(OPEN, unit("month")[f"{name}_in_brackets"], CLOSE)
    return seq(
        maybe(unit("month_one", but=("+al",))),
        unit("month")[name],
        maybe(either(seq(maybe(one_of("slash", "dash")), twin), bracketed)),
    )


# A year behind a month: bare, or after "of the year"; the era may follow. Before what is counted by hundreds it is no year
# (on 15 April, | 1800 killed; on 3 May | 1500 metres away).
_COUNTED = one_of("one_of_many", "measure_unit", "percent", "scale", but=("+al", "+and", "+bi", "+li", "+pron"))
YEAR = seq(
    maybe(either(OF, unit("comma"))),
    maybe(unit("year_one")),
    unit("year_number", but=("+and",))["year"],
    maybe(unit("common_era", but=("+and",))),
    not_ahead(_COUNTED),
)
# "of this year", "of last year", "the coming": what fixes the year of a month without a number.
TURN = either(
    seq(maybe(OF), THIS["this_year"], unit("year_one", "+al")),
    seq(maybe(OF), unit("year_one", "+al")["turned_year"], unit("+al", some=tuple(_TURNS))["adjective"]),
    unit("+al", some=tuple(_TURNS))["adjective2"],
)

YEAR_WORD = unit("year_one", but=("+pron",))
ERA = maybe(one_of("common_era", but=("+and",)))
TURNED = unit("+al", some=("previous", "previous_mentioned", "next", "this"))
# A year in figures, or one told from the anchor: the year 2022, last year, this year.
ANY_YEAR = either(
    seq(maybe(OF), maybe(YEAR_WORD), unit("year_number", but=("+and",))["year"], ERA),
    seq(maybe(OF), THIS["this_year"], unit("year_one", "+al")),
    seq(maybe(OF), unit("year_one", "+al"), TURNED["adjective"]),
)


def year_in(match: Match) -> When | None:
    """The year of a match of ANY_YEAR."""
    number = number_in(match, "year")
    if number is not None:
        return Calendar(number)
    turn = turn_of(match)
    return Step("year", STEPS[turn]) if turn else None


def said(match: Match, when: When, mod: TimeMod | None = None) -> TimeDraft:
    """The draft of a whole match: its span without glued particles, the tense of its clause."""
    whole = match.whole
    edge = match.slot("edge")
    if mod is None and edge:
        mod = edge_of(edge[0])
    since = match.first > 0 and "since" in match.units[match.first - 1]
    return TimeDraft((span_start(whole[0]), whole.end), when, match.rule.id, mod, outlook(match, when), since)


def span_start(first: Unit) -> int:
    """Where the words begin behind glued و ف ب ك ل; the article stays."""
    quantity = first.get("NUMBER")
    if isinstance(quantity, Quantity) and quantity.bound_words and quantity.bound_words[0] == first.start:
        after = first.text[quantity.bound_words[1] - first.start :]  # "from 2 May on": the date begins behind "from"
        return first.end - len(after.lstrip())
    at, letters = 0, len(first.signature & GLUED_LETTERS)
    while at < len(first.text) and letters:
        letters -= first.text[at] not in _MARKS
        at += 1
    while at < len(first.text) and (first.text[at] in _MARKS or first.text[at].isspace()):
        at += 1
    return first.start + at


def edge_of(word: Unit) -> TimeMod | None:
    """What a word for beginning, middle or end says."""
    if "edge_start" in word or "early" in word:
        return "start"
    if "middle" in word:
        return "mid"
    return "end" if "edge_end" in word or "late" in word else None


def with_edge(match: Match, when: When, *, fine: bool = False) -> When:
    """The expression behind "the beginning of", "the end of"; early, mid and late leave it whole (see `edge_of`)."""
    edge = match.slot("edge")
    if edge is None or not ("edge_start" in edge[0] or "edge_end" in edge[0]):
        return when
    return Edge("start" if "edge_start" in edge[0] else "end", when, fine)


def with_part(match: Match, day: When) -> When:
    """The expression with the part of the day that stands before or behind it."""
    for name in ("part", "part_after"):
        slot = match.slot(name)
        if slot:
            return Daytime(cast(DayPart, slot[0]["daypart"]), day)
    moment = match.slot("moment")
    if moment and "late_hour" in moment[0]:
        return Daytime("NI", day)
    return Daytime("MO", day) if moment and "early_hour" in moment[0] else day


def with_weekday(match: Match, day: When, name: str = "weekday") -> When:
    """The expression checked against the weekday written beside it."""
    slot = match.slot(name)
    return Checked(day, slot[0]["weekday"]) if slot else day


def turn_of(match: Match, name: str = "adjective") -> Turn:
    """Last, next or this, None when nothing says so."""
    if match.slot("this_year"):
        return "this"
    slot = match.slot(name)
    if slot is None:
        return None
    return next((turn for word, turn in _TURNS.items() if word in slot[0]), None)


def number_in(match: Match, name: str) -> int | None:
    """The number of a slot, None when the slot took no part."""
    slot = match.slot(name)
    return number_of(slot[0]) if slot else None


def month_in(match: Match, name: str = "month") -> int:
    """The month of a slot."""
    return cast(int, match.take(name)[0]["month"])


def calendar_in(match: Match) -> When:
    """Day, month and year of the slots of those names.

    A pair of names that are two different months is flagged; when one follows the other ("May/June") it is a stretch.
    """
    number, turn = month_in(match), turn_of(match)
    step = STEPS[turn or "this"] if match.slot("turned_year") else None
    day = 1 if match.slot("first_day_of") else number_in(match, "day")
    when = Calendar(number_in(match, "year"), number, day, None if step is not None else turn, step)
    twin = match.slot("month_twin") or match.slot("month_in_brackets")
    if twin is None or twin[0]["month"] == number:
        return when
    if twin[0]["month"] == number + 1 and when.day is None and match.slot("month_twin"):
        return Between(when, replace(when, month=number + 1))
    return Doubtful(when, "month_pair_mismatch")


def outlook(match: Match, when: When) -> Outlook:
    """Where the clause of an expression looks: a clause in the present that tells a weekday tells a coming one.

    A date in such a clause is mostly a past one ("the toll since 7 October rises to ...").
    """
    tense = clause_tense(match)
    if tense != "present":
        return tense
    day = when.day if isinstance(when, Daytime | Clock) else when
    return "future" if isinstance(day, Weekday) else None
