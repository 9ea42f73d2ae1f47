"""Hours of the clock."""

from __future__ import annotations

from khabar.grammar import Match, Unit, behind, either, maybe, not_ahead, one_of, rule, seq, unit
from khabar.languages.ar.times.shapes import CLOSE, DAY_WORD, OF, OPEN, TURNED, number_in, said, turn_of
from khabar.languages.calendar import Step, TimeDraft, Weekday, When
from khabar.languages.calendar_numbers import clock_of
from khabar.languages.calendar_parts import Checked, Clock, Daytime

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
    if hour is None:
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
        يسري الحظر من الساعة الحادية عشرة ليلاً
            text: الساعة الحادية عشرة ليلاً
            value: 2022-01-07T23:00
        سقط الصاروخ في الساعة 12,00 ت غ قرب المرفأ
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
