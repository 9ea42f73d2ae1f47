"""The parts of Arabic time expressions as patterns, and what a match of them says."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal, cast

from khabar.grammar import Match, Pattern, Unit, either, maybe, one_of, seq, unit
from khabar.languages.calendar import Calendar, DayPart, Outlook, Step, TimeDraft, Turn, Weekday, When
from khabar.languages.calendar_numbers import number_of
from khabar.languages.calendar_parts import Between, Checked, Clock, Daytime, Doubtful, Edge
from khabar.record.vocabulary import TimeMod

OPEN, CLOSE, SLASH = unit("bracket_open"), unit("bracket_close"), unit("slash")
OF = unit("min", but=("+and",))
DAY_WORD = unit("day_one", but=("+al", "+pron"))
THIS = unit("demonstrative", "this", but=("+pron",))


Tense = Literal["past", "present", "future"]
_SPAN_PARTICLES = ("+and", "+fa", "+bi", "+li", "+ka")
_MARKS = frozenset(chr(c) for c in (*range(0x610, 0x61B), *range(0x64B, 0x660), 0x670, 0x640))
_TURNS: dict[str, Turn] = {"previous": "past", "previous_mentioned": "past", "next": "next", "this": "this"}
STEPS: dict[str, int] = {"past": -1, "this": 0, "next": 1}
_LOOK_BACK, _LOOK_ON, _PLAN_REACH = 30, 10, 6

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


# A year behind a month: bare, or after "of the year"; the era may follow.
YEAR = seq(
    maybe(either(OF, unit("comma"))),
    maybe(unit("year_one")),
    unit("year_number", but=("+and",))["year"],
    maybe(unit("common_era", but=("+and",))),
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
    at, letters = 0, sum(name in first.signature for name in _SPAN_PARTICLES)
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
    """Where the clause of an expression looks: a clause in the present that tells a day tells a coming one."""
    tense = clause_tense(match)
    if tense != "present":
        return tense
    return (
        "future" if isinstance(when, Weekday | Daytime | Clock) or (isinstance(when, Calendar) and when.day) else None
    )


def clause_tense(match: Match) -> Tense | None:
    """The tense of the clause around a match: the nearest verb or word of planning before it, else the first behind it."""
    units = match.units
    for at in range(match.first - 1, max(-1, match.first - _LOOK_BACK), -1):
        if "since" in units[at] and at == match.first - 1:
            return "past"
        tense = tense_of(units, at)
        if tense and not ("ahead" in units[at] and match.first - at > _PLAN_REACH):
            return tense
    for at in range(match.last, min(len(units), match.last + _LOOK_ON)):
        if "stop" in units[at]:
            break
        tense = tense_of(units, at)
        if tense:
            return tense
    return None


_SIN, _PRESENT = "\N{ARABIC LETTER SEEN}", "\N{ARABIC LETTER YEH}\N{ARABIC LETTER TEH}"
_NO_VERB = frozenset({"toponym", "role", "deictic", "month", "weekday", "prep", "media", "+al", "+bi", "+li", "period"})


def tense_of(units: object, at: int) -> Tense | None:
    """The tense a unit gives its clause, None when it is no finite verb and no word of planning."""
    words = cast("list[Unit]", units)
    word = words[at]
    if "future" in word or "ahead" in word or ("next" in word and "+al" in word):
        return "future"
    if word.signature == {"name"} and len(word.view) > 4 and word.view[0] == _SIN and word.view[1] in _PRESENT:
        return "future"  # a verb with the particle of the future that is a rare surname too
    if "verb" not in word or _NO_VERB & word.signature:
        return None
    tenses = {slot[0].lower() for slot in word["verb"] if slot[1] == "3"}  # others have no place in reports
    if "p" in tenses:
        return "past"
    before = words[at - 1] if at else None
    if before is not None and ("neg" in before or "kana" in before):
        return "past"
    return "present" if "i" in tenses and _begins_clause(words, at) else None


def _begins_clause(words: list[Unit], at: int) -> bool:
    """Whether the verb opens its sentence or clause: "the talks begin Tuesday", not "who visits the town"."""
    if not any(words[at].view.startswith(letter, words[at].cut - words[at].start) for letter in _PRESENT):
        return False
    before = words[at - 1] if at else None
    return before is None or bool(before.signature & {"mark", "quote", "comp", "bi_comp"}) or "+and" in words[at]
