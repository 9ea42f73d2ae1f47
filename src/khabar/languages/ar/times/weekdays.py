"""Weekdays and the days told from today: today, yesterday, tomorrow, each with its weekday and part of the day."""

from __future__ import annotations

from typing import cast

from khabar.grammar import Match, Unit, either, maybe, not_ahead, one_of, rule, seq, unit
from khabar.languages.ar.times.shapes import (
    AFTER,
    BEFORE,
    CLOSE,
    DAY_WORD,
    MOMENT,
    OF,
    OPEN,
    THIS,
    TURNED,
    said,
    turn_of,
    with_part,
    with_weekday,
)
from khabar.languages.calendar import DayPart, Mentioned, Step, TimeDraft, Weekday
from khabar.languages.calendar_parts import Between, Daytime

# The weekday written beside a day told from today: plain, after a comma, in brackets.
_BESIDE = maybe(
    either(
        seq(maybe(unit("comma")), maybe(DAY_WORD), unit("weekday", but=("+and",))["weekday"]),
        seq(OPEN, maybe(DAY_WORD), unit("weekday")["weekday_in_brackets"], CLOSE),
    )
)
_DEICTIC = seq(maybe(DAY_WORD), unit("deictic", but=("+pron",))["deictic"])


@rule(
    seq(
        BEFORE,
        _DEICTIC,
        _BESIDE,
        AFTER,
        not_ahead(unit("+al", some=("previous", "previous_mentioned", "next_mentioned"))),
    ),
    takes="""
        رفض الوزير، اليوم الجمعة، أي تفاوض
            text: اليوم الجمعة
            value: 2022-01-07
        وقالت اللجنة أمس الخميس إن الطريق مقطوع
            text: أمس الخميس
            value: 2022-01-06
        أعلنت إدارة المرفأ، أول من أمس، وفاة بحار
            text: أول من أمس
            value: 2022-01-05
        يلتقي الوزيران غداً السبت في الواحة
            text: غداً السبت
            value: 2022-01-08
        فجر رجل نفسه اليوم (الجمعة) قرب البوابة
            text: اليوم (الجمعة)
            value: 2022-01-07
        وأعلن الجيش صباح أمس الخميس سيطرته على التل
            text: صباح أمس الخميس
            value: 2022-01-06TMO
        وفي وقت سابق اليوم، قال المختار إن المياه عادت
            text: وقت سابق اليوم
            value: 2022-01-07
        تظاهر أمس المئات في الساحة
            text: أمس
            value: 2022-01-06
        غادروا منذ يوم أمس (الخميس) إلى الجبل
            text: يوم أمس (الخميس)
            value: 2022-01-06
    """,
    refuses="""
        قالت قناة الغد إن القصف تجدد
        عملت في صحيفة اليوم عشر سنوات
        يعمل ثماني ساعات في اليوم الواحد
        قُتلوا في اليوم الثالث من المعارك
        قُتلوا في اليوم الـ231 من الحرب
        قُتل في اليوم التالي لمقتل شقيقه
    """,
)
def day_from_today(m: Match) -> TimeDraft | None:
    """Today, yesterday, tomorrow and the days next to them, with weekday and part of the day.

    A weekday that does not fit the report's date moves the day to it (see Checked); اليوم السابق is another rule.
    """
    deictic = m.take("deictic")[0]
    if _is_counted(m, deictic):
        return None
    day = with_weekday(m, Step("day", deictic["deictic"]))
    return said(m, with_part(m, with_weekday(m, day, "weekday_in_brackets")))


def _is_counted(m: Match, deictic: Unit) -> bool:
    """Whether the word says which day of a war, a siege it was (the third day, in the day 231 of); not: yesterday the hundreds."""
    the = m.last < len(m.units) and "al_free" in m.units[m.last]
    number = m.units[m.last + the] if m.last + the < len(m.units) else None
    if number is None or "NUMBER" not in number:
        return False
    if the or "+al" in number:
        return bool(deictic["deictic"] == 0 or number["NUMBER"].bound != "vague")
    within = m.first > 0 and "fi" in m.units[m.first - 1]
    return within and deictic["deictic"] == 0 and m.last == m.first + 1


@rule(
    seq(
        BEFORE,
        maybe(DAY_WORD),
        unit("weekday", but=("+pron",))["weekday"],
        maybe(unit("before_last")["before_last"]),
        maybe(TURNED["adjective"]),
        maybe(one_of("dash", "slash"), unit("weekday")["second"]),
        AFTER,
    ),
    takes="""
        ودعا الأمين العام، الخميس، جميع الأطراف إلى ضبط النفس
            text: الخميس
            value: 2022-01-06
        وعقد المدير اجتماعاً، صباح الجمعة، بمشاركة النواب
            text: صباح الجمعة
            value: 2022-01-07TMO
        فرضت حالة الطوارئ يوم الأربعاء المنصرم
            text: يوم الأربعاء المنصرم
            value: 2022-01-05
        سيعقد المجلس الاثنين جلسة طارئة
            text: الاثنين
            value: 2022-01-10
        تستأنف المحادثات يوم الثلاثاء المقبل
            text: يوم الثلاثاء المقبل
            value: 2022-01-11
        وصل المبعوث بعد ظهر الخميس إلى القصبة
            text: بعد ظهر الخميس
            value: 2022-01-06TAF
        وقع الزلزال ليل الأربعاء - الخميس في الوادي
            text: ليل الأربعاء - الخميس
            value: 2022-01-05TNI
        تعطلت الخدمة الخميس مساء
            text: الخميس مساء
            value: 2022-01-06TEV
    """,
    refuses="""
        تعرضت مدينة خميس مشيط لهجوم بمسيرة
        قتل أحد المتظاهرين برصاص الحرس
        قال علي جمعة إن الفتوى قديمة
        يجتمع المجلس كل خميس
    """,
)
def weekday(m: Match) -> TimeDraft:
    """A weekday: the latest one, or the next when the clause looks ahead; last and next say it outright."""
    slot, turn = m.take("weekday")[0], turn_of(m)
    weeks = 1 if m.slot("before_last") else 0
    return said(m, with_part(m, Weekday(slot["weekday"], turn, weeks)))


@rule(
    seq(
        unit("daypart", but=("+pron", "+al"))["part"],
        maybe(DAY_WORD),
        unit("weekday", but=("+and", "+pron"))["weekday"],
        unit("weekday", but=("+and", "+bi", "+li", "+pron"))["second"],
    ),
    takes="""
        قصفت المدفعية التل ليل السبت الأحد
            text: ليل السبت الأحد
            value: 2022-01-01TNI
        وقع الزلزال ليلة الاثنين الثلاثاء في الوادي
            text: ليلة الاثنين الثلاثاء
            value: 2022-01-03TNI
    """,
    refuses="""
        وصل الوفد صباح السبت الأحد عطلة
    """,
)
def night_between_two_days(m: Match) -> TimeDraft | None:
    """A night is told by the days on both sides of it, often without a stroke between; it counts for the first."""
    if m.take("part")[0]["daypart"] != "NI":
        return None
    return said(m, with_part(m, Weekday(m.take("weekday")[0]["weekday"])))


@rule(
    seq(
        maybe(unit("daypart")["part"]), one_of("two_days", "day_two", "between"), unit("weekday")["first"],
        unit("weekday", "+and")["last"], maybe(unit("+al", some=("previous", "next"))["adjective"]),
    ),
    takes="""
        أضرب السائقون يومي الأربعاء والخميس في العاصمة
            text: يومي الأربعاء والخميس
            value: 2022-01-05/2022-01-06
        تغلق المكاتب يومي الاثنين والثلاثاء المقبلين
            value: 2022-01-10/2022-01-11
    """,
    refuses="""
        زار القرية يوم الأربعاء والمدينة يوم الخميس
        راتبه اليومي لا يكفي
    """,
)  # fmt: skip
def two_weekdays(m: Match) -> TimeDraft:
    """Two weekdays named together."""
    turn = turn_of(m)
    ends = [Weekday(m.take(name)[0]["weekday"], turn) for name in ("first", "last")]
    return said(m, Between(*ends))


@rule(
    seq(
        MOMENT, maybe(unit("daypart", but=("+al",))["part"], maybe(OF)),
        either(
            seq(unit("day_one", "+al", some=("previous_mentioned", "next_mentioned"))["fused"]),
            seq(one_of("deictic", "day_one"), unit("+al", some=("previous_mentioned", "next_mentioned"))["turned"]),
            seq(one_of("deictic", "day_one"), unit("same_mentioned", but=("demonstrative",))["same"]),
            seq(unit("demonstrative", "same_mentioned")["that"], one_of("deictic", "day_one", but=("+bi",))),
            seq(THIS["this"], unit("deictic")["today"]),
        ),
    ),
    takes="""
        وكانت المياه قد انقطعت في اليوم السابق
            text: اليوم السابق
            value: 2022-01-06
        هاجموا القرية في 3 يناير 2022 وعادوا في اليوم التالي
            text: اليوم التالي
            value: 2022-01-04
        أعلن الحداد في 2 يناير 2022 ورفع مساء اليوم نفسه
            text: مساء اليوم نفسه
            value: 2022-01-02TEV
    """,
    refuses="""
        نقلت صحيفة اليوم السابع عن مصدر محلي
        وقع ذلك في اليوم التالي لمقتل المحافظ
        وقبل ذلك بيوم عاد الوفد
        رئيس الوزراء السابق زار المعرض
    """,
)  # fmt: skip
def day_from_the_day_told(m: Match) -> TimeDraft | None:
    """The day before, the day after, the same day: counted from the time told last, not from the report's date."""
    slot = m.slot("turned") or m.slot("fused")
    deictic = m.slot("today")
    if deictic and deictic[0]["deictic"] != 0:
        return None
    if m.last < len(m.units) and m.units[m.last].signature & {"+li", "maybe_li"}:
        return None  # the day after the killing of: told by that
    count = 0 if slot is None else (1 if "next_mentioned" in slot[0] else -1)
    return said(m, with_part(m, Mentioned("day", count)))


@rule(
    either(
        seq(
            unit("tonight", but=("+pron",))["tonight"],
            maybe(
                either(
                    unit("+al", some=("previous", "next"))["adjective"],
                    unit("same_mentioned", but=("demonstrative",))["same"],
                )
            ),
        ),
        seq(THIS["this"], unit("daypart", "+al")["part"]),
        seq(unit("daypart", "+al")["part2"], unit("+al", some=("previous", "next"))["adjective2"]),
    ),
    takes="""
        قصفت المدفعية التل الليلة الماضية
            text: الليلة الماضية
            value: 2022-01-06TNI
        وصل القطار هذا الصباح محملاً بالقمح
            text: هذا الصباح
            value: 2022-01-07TMO
        يبدأ الحظر الليلة في الأحياء القديمة
            text: الليلة
            value: 2022-01-07TNI
    """,
    refuses="""
        في تلك الليلة البعيدة ولد الشاعر
        باع صباح الدكان
    """,
)
def part_of_today(m: Match) -> TimeDraft | None:
    """This morning, tonight, last night: last night is told by the evening it began in."""
    turn = turn_of(m)
    part = m.slot("part")
    code = cast(DayPart, "NI" if m.slot("tonight") or part is None else part[0]["daypart"])
    if m.first and "demonstrative" in m.units[m.first - 1] and not m.slot("this"):
        return None
    if m.slot("same"):
        return said(m, Daytime("NI", Mentioned("day", 0)))
    return said(m, Daytime(code, Step("day", {"past": -1, "next": 1}.get(turn or "this", 0))))
