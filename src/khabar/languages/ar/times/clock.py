"""Hours of the clock."""

from __future__ import annotations

from khabar.grammar import Match, Unit, behind, either, maybe, not_ahead, one_of, rule, seq, unit
from khabar.languages.ar.times.shapes import (
    CLOSE,
    DAY_WORD,
    OF,
    OPEN,
    TURNED,
    calendar_in,
    month,
    number_in,
    said,
    turn_of,
    with_weekday,
)
from khabar.languages.calendar import DayPart, Step, TimeDraft, Weekday, When
from khabar.languages.calendar_numbers import clock_of
from khabar.languages.calendar_parts import Checked, Clock, Daytime
from khabar.text.fold import fold_word

_FRACTIONS = ("half_name", "quarter_name", "fraction")
_HOUR_WORD = unit("hour_one", "+al", but=("+pron",))
_MINUTES = maybe(
    either(
        seq(unit("colon"), unit("minute_number")["minute"]),
        seq(maybe(unit("and_free")), unit("minute_number")["minute_words"], unit("minute_word")),
        unit("+and", some=_FRACTIONS)["fraction"],
        seq(unit("minus"), one_of(*_FRACTIONS)["less"]),
    )
)
_HOUR = either(
    unit("clock_number")["clock"],
    seq(unit("hour_number", but=("+and",))["hour"], maybe(unit("ten_number")["teen"])),
)
_GREENWICH = seq(maybe(unit("zone_word")), unit("greenwich")["greenwich"])
_ZONE = maybe(
    either(
        _GREENWICH,
        seq(OPEN, maybe(unit("zone_word")), unit("greenwich")["greenwich2"], CLOSE),
        unit("local_zone"),
        seq(unit("zone_word", "+bi"), unit(but=("mark", "weekday", "deictic", "+li"))),
    )
)
_WHICH_DAY = maybe(
    maybe(unit("comma")), maybe(OF), maybe(DAY_WORD),
    either(
        seq(unit("deictic", but=("+and",))["deictic"], maybe(maybe(OPEN), unit("weekday")["weekday_beside"], maybe(CLOSE))),
        seq(unit("weekday", but=("+and",))["weekday"], maybe(TURNED["adjective"])),
    ),
)  # fmt: skip
_PART = maybe(maybe(OF), unit("daypart", but=("+and", "+pron"))["part"])


def _day(m: Match) -> When | None:
    deictic, weekday, beside = m.slot("deictic"), m.slot("weekday"), m.slot("weekday_beside")
    if deictic:
        day = Step("day", deictic[0]["deictic"])
        return Checked(day, beside[0]["weekday"]) if beside else day
    return Weekday(weekday[0]["weekday"], turn_of(m)) if weekday else None


def _built(m: Match) -> TimeDraft | None:
    clock = m.slot("clock")
    hour, minute = clock_of(clock[0]) if clock else (number_in(m, "hour"), 0)
    if hour is None or _comes_every_day(m):
        return None
    hour += 10 if m.slot("teen") else 0
    minute = number_in(m, "minute") or number_in(m, "minute_words") or minute
    fraction, less = m.slot("fraction"), m.slot("less")
    if fraction:
        minute = _share(fraction[0])
    if less:
        hour, minute = (hour - 1) % 24, 60 - _share(less[0])
    if hour > 24:
        return None
    part = m.slot("part")
    zone = "Z" if m.slot("greenwich") else ""
    return said(m, Clock(hour, minute, part[0]["daypart"] if part else None, zone, _day(m)))


_DAILY = frozenset(map(fold_word, ("حظر", "التجول", "تجول", "يوميا", "الدوام", "دوام")))
_NEAR = 8


def _comes_every_day(m: Match) -> bool:
    """The hours of a curfew or of work: from … to …, no day beside them; they come again and belong to no date."""
    if m.slot("deictic") or m.slot("weekday"):
        return False
    before, behind_it = m.units[max(0, m.first - 1) : m.first], m.units[m.last : m.last + 1]
    ends = any(unit.signature & {"until", "ila"} for unit in before) or any(
        unit.signature & {"until", "ila"} for unit in behind_it
    )
    return ends and any(unit.view in _DAILY for unit in m.units[max(0, m.first - _NEAR) : m.last + _NEAR])


def _share(word: Unit) -> int:
    """Half, a quarter or a third of an hour in minutes."""
    if "half_name" in word or "quarter_name" in word:
        return 30 if "half_name" in word else 15
    return round(60 * float(word["fraction"]))


@rule(
    seq(_HOUR_WORD, _HOUR, _MINUTES, _PART, _ZONE, _WHICH_DAY),
    takes="""
        انطلقت المسيرة عند الساعة العاشرة صباحاً من الساحة
            text: الساعة العاشرة صباحاً
            value: 2022-01-07T10:00
        يقفل الجسر من الساعة الحادية عشرة ليلاً
            text: الساعة الحادية عشرة ليلاً
            value: 2022-01-07T23:00
        رست السفينة في الساعة 12,00 ت غ قرب المرفأ
            text: الساعة 12,00 ت غ
            value: 2022-01-07T12:00Z
        غادر الموظفون قرابة الساعة 10:30 صباحاً مكاتبهم
            text: الساعة 10:30 صباحاً
            value: 2022-01-07T10:30
        ضربت الهزة في الساعة السادسة والنصف من مساء الخميس
            text: الساعة السادسة والنصف من مساء الخميس
            value: 2022-01-06T18:30
        أقلعت الطائرة الساعة الثانية فجر أمس
            text: الساعة الثانية فجر أمس
            value: 2022-01-06T02:00
    """,
    refuses="""
        بيعت الساعة القديمة في المزاد
        فرض حظر التجول من الساعة 23:00 حتى الساعة السابعة صباحاً
        سلمه الساعة الثمينة
    """,
)
def hour(m: Match) -> TimeDraft | None:
    """The word الساعة with an hour in words or figures, minutes, part of the day, zone and day."""
    return _built(m)


@rule(
    seq(
        behind(one_of("fi", "until", "since", "ila", "min", "at", "between", "later", "ago")),
        either(
            seq(unit("hour_number", "+al")["hour"], maybe(unit("ten_number")["teen"])),
            unit("clock_number")["clock"],
            unit("hour_number", but=("+and",))["hour2"],
        ),
        _MINUTES,
        maybe(OF), unit("daypart", but=("+and", "+pron"))["part"], _ZONE, _WHICH_DAY,
    ),
    takes="""
        توقف القتال عند العاشرة ليلاً في الحي
            text: العاشرة ليلاً
            value: 2022-01-07T22:00
        تفتح المكاتب حتى الثالثة والنصف عصراً
            text: الثالثة والنصف عصراً
            value: 2022-01-07T15:30
    """,
    refuses="""
        جلست في العاشرة من عمرها صباحاً
        وصل في الدقيقة العاشرة من المباراة
    """,
)  # fmt: skip
def hour_without_the_word(m: Match) -> TimeDraft | None:
    """An hour after a preposition, told by the part of the day behind it."""
    return _built(m)


@rule(
    seq(
        either(
            unit("clock_number")["clock"],
            seq(unit("hour_number")["hour"], unit("colon"), unit("minute_number")["minute"]),
        ),
        either(
            seq(OPEN, maybe(unit("zone_word")), unit("greenwich")["greenwich"], CLOSE),
            seq(maybe(unit("zone_word")), unit("greenwich")["greenwich2"]),
            unit("local_zone"),
        ),
    ),
    takes="""
        بثت الوكالة الخبر 13:44 ت م
            text: 13:44 ت م
            value: 2022-01-07T13:44
        رصدت المحطة الهزة (05:10 ت غ)
            text: 05:10 ت غ
            value: 2022-01-07T05:10Z
    """,
    refuses="""
        انتهت المباراة 3:2 لصالح الضيوف
        بنسبة 12,00 في المئة
    """,
)
def hour_with_zone(m: Match) -> TimeDraft | None:
    """Figures with a time zone, as agencies sign their items."""
    return _built(m)


@rule(
    seq(
        maybe(maybe(DAY_WORD), unit("weekday")["date_weekday"], maybe(unit("comma"))),
        unit("day_number")["day"],
        month(),
        unit("year_number", but=("+and",))["year"],
        maybe(one_of("dash", "slash", "comma", "mark")),
        either(
            unit("clock_number")["clock"],
            seq(unit("hour_number")["hour"], unit("colon"), unit("minute_number")["minute"]),
        ),
        maybe(either(unit("daypart", but=("+and", "+pron"))["part"], unit("am_pm", but=("+and", "+al"))["am_pm"])),
    ),
    takes="""
        الخميس 06 يناير 2022 - 09:15 م
            text: الخميس 06 يناير 2022 - 09:15 م
            value: 2022-01-06T21:15
        نشر في 12 آذار 2021 | 10:30 صباحاً
            value: 2021-03-12T10:30
    """,
    refuses="""
        انتهت مباراة 6 يناير 2022 بنتيجة 3:2
        وصل في 6 يناير 2022 - 10 جرحى
    """,
)
def date_line_with_hour(m: Match) -> TimeDraft | None:
    """A page prints the hour behind the date of an item, in twelve hours with a letter for the half of the day."""
    clock, half = m.slot("clock"), m.slot("am_pm")
    hour, minute = clock_of(clock[0]) if clock else (number_in(m, "hour"), number_in(m, "minute") or 0)
    part = m.slot("part")
    code: DayPart | None = part[0]["daypart"] if part else None
    if half:
        code = "EV" if "common_era" in half[0] else "MO"
    day = with_weekday(m, calendar_in(m), "date_weekday")
    return said(m, Clock(hour, minute, code, "", day)) if hour is not None and hour <= 24 else None


@rule(
    seq(unit("midnight"), not_ahead(one_of("deictic", "weekday", "day_number"))),
    takes="""
        تنتهي المهلة عند منتصف الليل في العاصمة
            text: منتصف الليل
            value: 2022-01-07TNI
        وصلوا بعد منتصف الليل إلى المخفر
            value: 2022-01-07TNI
    """,
    refuses="""
        في منتصف الشارع
        منتصف الملعب
    """,
)
def midnight(m: Match) -> TimeDraft:
    """Midnight without a day: the night of the day told last."""
    return said(m, Daytime("NI"))
