"""Words that look like times and are none: names, "general", Fridays in general."""

from __future__ import annotations

from khabar.grammar import Match, maybe, not_ahead, one_of, rule, seq, unit
from khabar.languages.ar.times.shapes import OF, TURNED


@rule(
    unit("no_time"),
    trap=True,
    takes="""
        قالت قناة روسيا اليوم إن الجسر أغلق
            text: روسيا اليوم
        نفذت منظمة أيلول الأسود الهجوم
            text: أيلول الأسود
        تعرضت مدينة خميس مشيط لهجوم
            text: خميس مشيط
    """,
    refuses="""
        قال وزير خارجية روسيا أمس إن القوات انسحبت
        وقع في أيلول الماضي
    """,
)
def listed_name(m: Match) -> None:
    """Outlets, towns, organisations and persons of the list whose name holds a time word."""


@rule(
    seq(
        one_of("media_head", "named_after", but=("prep", "+al")),
        one_of("outlet_day", "weekday", but=("+bi", "+li", "+and")),
    ),
    trap=True,
    takes="""
        ذكرت قناة الغد أن القصف تجدد
            text: قناة الغد
        احترق سوق الأحد في البلدة
            text: سوق الأحد
        خرج المصلون من صلاة الجمعة إلى الساحة
            text: صلاة الجمعة
    """,
    refuses="""
        أعلنت القناة أمس توقف البث
        افتتحت السوق يوم الأحد
    """,
)
def named_after_a_day(m: Match) -> None:
    """An outlet, market, mosque or prayer that bears a day's name."""


@rule(
    seq(
        unit("quote_open"),
        maybe(unit(but=("mark", "outlet_day", "rel", "prep", "verb", "cue"))),
        unit("outlet_day", but=("+and", "+bi")),
        unit("quote_close"),
    ),
    trap=True,
    takes="""
        قال لصحيفة أخرى هي "الضفاف اليوم" إن الطريق مقطوع
            text: "الضفاف اليوم"
        أوضح في اتصال مع «اليوم» أن المياه عادت
            text: «اليوم»
    """,
    refuses="""
        قال: "سنعود اليوم"
        قال "وصلنا اليوم إلى القرية"
    """,
)
def outlet_in_quotation_marks(m: Match) -> None:
    """A paper called after a day stands in quotation marks of its own."""


@rule(
    seq(unit("same_mentioned", but=("demonstrative", "+al")), one_of("deictic", "day_one"), unit("rel")),
    trap=True,
    takes="""
        جاء القرار في نفس اليوم الذي استقال فيه الوزير
            text: نفس اليوم الذي
        عاد في نفس اليوم الذي فتح فيه المعبر
            text: نفس اليوم الذي
    """,
    refuses="""
        عاد في نفس اليوم إلى القرية
    """,
)
def same_day_as_something(m: Match) -> None:
    """The same day on which something else happened: told by that, not by the calendar."""


@rule(
    seq(
        unit("named_after", but=("prep",)), maybe(unit("day_number")), unit("month"),
        not_ahead(one_of("year_number", "slash", "bracket_open")), maybe(OF),
    ),
    trap=True,
    takes="""
        سقط الحجر عن جسر 6 أكتوبر
            text: جسر 6 أكتوبر
        افتتحت جامعة 20 أيار في الساحل
            text: جامعة 20 أيار
    """,
    refuses="""
        وقع الهجوم في 6 أكتوبر
        انهار الجسر في أيلول
    """,
)  # fmt: skip
def named_after_a_date(m: Match) -> None:
    """Streets, bridges, universities, movements and revolutions that bear a date."""


@rule(
    seq(unit("general_person"), unit("year_one", "+al", but=("+li", "+bi"))),
    trap=True,
    takes="""
        قال المنسق العام الحالي إن الحملة مستمرة
            text: المنسق العام
        وصل المشرف العام السابق إلى المعهد
            text: المشرف العام
    """,
    refuses="""
        قال المدعي إن العام الماضي صعب
        انتهى العام الجاري
    """,
)
def general_official(m: Match) -> None:
    """العام behind an official is "general", whatever adjective follows."""


@rule(
    seq(unit("general"), unit("year_one", "+al", but=("+and", "+li", "+bi")), not_ahead(TURNED)),
    trap=True,
    takes="""
        غضب الرأي العام هذا الأسبوع
            text: الرأي العام
        نفذوا الإضراب العام 2022 مرة
            text: الإضراب العام
    """,
    refuses="""
        شهد القطاع العام الماضي نمواً
        أقر المجلس القانون للعام 2019
        بدأ العام الجديد بهدوء
    """,
)
def general_thing(m: Match) -> None:
    """العام behind opinion, sector, strike is "general" too, but before last or next it is the year."""


@rule(
    seq(one_of("every", "days_of", "day_many"), maybe(one_of("day_one", "daypart")), one_of("weekday", "deictic")),
    trap=True,
    takes="""
        يتظاهرون كل يوم الجمعة في الساحة
            text: كل يوم الجمعة
        تغلق المتاجر أيام الجمعة
            text: أيام الجمعة
    """,
    refuses="""
        وصلوا جميعاً الجمعة
        عادت الحياة الجمعة بعد أيام
    """,
)
def every_weekday(m: Match) -> None:
    """Days that come again and again are no date."""


@rule(
    seq(unit("decade_name"), one_of("min"), unit("age")),
    takes="""
        دخل رجل في العشرينيات من عمره إلى المسجد
            text: العشرينيات من عمره
        أوقفت الشرطة امرأة في الأربعينيات من العمر
            text: الأربعينيات من العمر
    """,
    refuses="""
        بنيت المدرسة في الأربعينيات من القرن الماضي
    """,
    trap=True,
)
def age_in_tens(m: Match) -> None:
    """Somebody's twenties are years of a life, not of a century."""


@rule(
    seq(
        unit("neg_verb"),
        maybe(unit("whoever")),
        unit("verb", but=("cue", "neg_verb")),
        unit("outlet_day", but=("+and", "+bi")),
        unit("comp"),
    ),
    trap=True,
    takes="""
        لا أحد يملك اليوم أن يجزم بشيء
            text: لا أحد يملك اليوم أن
        لا نستطيع اليوم أن نتراجع
            text: لا نستطيع اليوم أن
    """,
    refuses="""
        لم يعلن الوزير اليوم أن الطريق مغلق
        لم تصل القافلة اليوم إلى القرية
        أعلن اليوم أن الجسر مغلق
    """,
)
def nowadays(m: Match) -> None:
    """What nobody can do "today" nobody can do these days: no day is meant."""
