"""Arabic numbers in digits: marks of thousands and decimals told apart, and digits that count nothing."""

from __future__ import annotations

from fractions import Fraction

from khabar.grammar import Match, Unit, maybe, one_of, rule, seq, unit
from khabar.languages.ar.numbers.shapes import unit_after, unit_before, wants_decimals
from khabar.languages.number_arithmetic import digits_value, range_of, whole
from khabar.languages.number_shapes import continues, in_a_shape
from khabar.languages.quantities import Quantity, exactly

_CLOCK = "\u0627\u0644\u0633\u0627\u0639\u0647"  # "the hour", folded
_LEAST_WITHOUT_NOUN = 10


@rule(
    seq(unit("numbered", but=("+pron",)), unit("digits", but=("+and",))["number"]),
    trap=True,
    takes="""
        استند الحكم إلى المادة 5 من الدستور
            text: 5
        صوت المجلس على القرار 2254 بالإجماع
            text: 2254
        وصلت الرحلة 718 إلى المطار
            text: 718
    """,
    refuses="""
        أصدر المجلس 5 قرارات
        قتل 12 شخصاً في القصف
        خسرت الفرقة وحدها 15 جندياً
    """,
)
def number_of_a_thing(m: Match) -> None:
    """Articles, resolutions, channels and flights bear a number as their name."""


@rule(
    seq(
        unit("numbered_two", but=("+pron",)), unit("digits", but=("+and",))["number"],
        unit("digits", "+and")["other"],
    ),
    trap=True,
    takes="""
        خدم الجنود في الكتيبتين 6646 و7810 شمال الوادي
            text: الكتيبتين 6646 و7810
        صوت الأعضاء على القرارين 10 و12
            text: القرارين 10 و12
    """,
    refuses="""
        زارت اللجنة الكتيبتين وأحصت 15 جندياً
        أصيب في الرحلتين 12 راكباً
    """,
)  # fmt: skip
def numbers_of_two_things(m: Match) -> None:
    """Two battalions, brigades, resolutions that are told together bear a number each."""


@rule(
    seq(unit("ordered"), unit("digits", "+al")["number"]),
    takes="""
        يتواصل القصف لليوم الـ304 على التوالي
            text: 304
            value: 304
        افتتحت الدورة الـ77 للمجلس
            value: 77
    """,
    refuses="""
        أفرج عن الرهائن الـ12
        دام الحصار 304 أيام
    """,
)
def digits_that_order(m: Match) -> Quantity | None:
    """Digits with the article behind day, session, anniversary say which one it is, and count nothing."""
    value = digits_value(m.take("number")[0].view, decimal=False)
    if value is None:
        return None
    return Quantity(whole(value), whole(value), whole(value), ordinal=True)


@rule(
    seq(
        unit("channel", but=("+pron",)),
        maybe(unit("quote")),
        unit(but=("mark", "no_name", "digits", "+and")),
        unit("digits", but=("+and",))["number"],
    ),
    trap=True,
    takes="""
        ذكرت إذاعة المدينة 12 أن الصفارات دوت
            text: 12
        نقلت عنه قناة الوادي 24 قوله
            text: 24
    """,
    refuses="""
        قالت القناة إن 24 قتيلاً سقطوا
        أغلقت السلطات 3 قنوات
    """,
)
def number_of_a_channel(m: Match) -> None:
    """A channel may bear a number behind its name (كان 11)."""


@rule(
    seq(unit("digits"), unit("digits")),
    takes="""
        خرج 10 000 متظاهر إلى الشارع
            text: 10 000
            value: 10000
        سجلت الوزارة 1 250 إصابة
            value: 1250
    """,
    refuses="""
        في عام 2015 300 قتيل
        بلغ العدد 12 15 يوم الجمعة
    """,
)
def digits_in_spaced_groups(m: Match) -> Quantity | None:
    """Maghreb copy parts thousands by a space: one to three digits, one space, exactly three digits."""
    head, tail = m.whole[0], m.whole[1]
    grouped = len(head.view) <= 3 and head.view[0] != "0" and len(tail.view) == 3 and tail.start - head.end == 1
    if not grouped or not (head.view + tail.view).isdigit() or in_a_shape(m.units, m.first, m.last):
        return None
    return exactly(int(head.view + tail.view))


@rule(
    seq(unit("digits")["low"], unit("dash"), unit("digits")["high"], maybe(one_of("scale", "scale_plural")["scale"])),
    takes="""
        نزح 3-4 آلاف شخص
            low: 3000
            high: 4000
        أصيب 10-15 شخصاً في التدافع
            text: 10-15
            low: 10
            high: 15
            bound: range
        يبقى في البلدة 200-300 عائلة
            low: 200
            high: 300
    """,
    refuses="""
        فاز الفريق 2-1 أمس
        استمرت الحرب 2014-2018 بلا توقف
        في 12-5-2020 وقع الهجوم
    """,
)
def range_with_a_dash(m: Match) -> Quantity | None:
    """Two numbers and a dash are a range when the second is higher; scores, dates and years are not."""
    scale = m.slot("scale")
    by = Fraction(scale[0].get("scale") or scale[0]["scale_plural"]) if scale else Fraction(1)
    first, last = (digits_value(m.take(end)[0].view, decimal=scale is not None) for end in ("low", "high"))
    if first is None or last is None or continues(m.units, m.first, m.last):
        return None
    if scale is None and not _may_be_counted(last, unit_after(m)):
        return None
    return range_of(exactly(whole(first * by)), exactly(whole(last * by)))


def _may_be_counted(high: Fraction, after: Unit | None) -> bool:
    """Days of a month are not counted, and small numbers need a noun behind them, or they are a score."""
    if after is None or "mark" in after or "prep" in after:
        return high >= _LEAST_WITHOUT_NOUN
    return "month" not in after


@rule(
    seq(
        unit("bracket_open"),
        unit("digits")["digits"],
        unit("bracket_close"),
        unit(some=("scale", "scale_plural"), but=("+and", "+al", "+pron"))["scale"],
    ),
    takes="""
        تتسع الملاعب إلى (150) ألف متفرج
            value: 150000
        نزح (25) ألف شخص
            value: 25000
    """,
    refuses="""
        حضر العمال (150) وألف زائر
        نزح 3 آلاف شخص
    """,
)
def bracketed_digits_and_their_scale(m: Match) -> Quantity | None:
    """Papers that put digits in brackets leave the thousand outside of them."""
    scale = m.take("scale")[0]
    value = digits_value(m.take("digits")[0].view, decimal=True)
    return None if value is None else exactly(whole(value * Fraction(scale.get("scale") or scale["scale_plural"])))


@rule(
    seq(unit("ones", but=("+al", "+pron"))["number"], unit("min"), unit("superlative", but=("+and",))),
    trap=True,
    takes="""
        كان واحداً من أشهر الرسامين في المدينة
            text: واحداً
        تعد واحدة من أقدم المدارس
            text: واحدة
    """,
    refuses="""
        قتل واحد من أشقائه
        اعتقلت الشرطة خمسة من أقارب المتهم
    """,
)
def one_of_the_greatest(m: Match) -> None:
    """One of the most famous: a rank, no count."""


@rule(
    seq(maybe(unit("percent")["sign"]), unit("digits")["digits"]),
    takes="""
        ارتفعت الحصيلة إلى ٢٢٦ قتيلاً
            text: ٢٢٦
            value: 226
        شارك 10.000 متظاهر بحسب المنظمين
            value: 10000
        أوقف 5,800 متظاهر
            value: 5800
        من بين الضحايا الـ164 طفلان
            text: 164
        سقط 55.243 جريحاً منذ بدء الحرب
            value: 55243
        يعود الاتفاق إلى 2016
            value: 2016
    """,
    refuses="""
        بدأ القصف عند 12:30 ظهراً
        وقع الهجوم في 7/1/2022
        فاز الفريق 2-1 أمس
        انتشر كوفيد-19 في المخيم
        قصفت طائرات إف -16 مواقع التنظيم
        اتصل بالرقم 0912345678
    """,
)
def number_in_digits(m: Match) -> Quantity | None:
    """Digits of all scripts.  A mark before three digits parts thousands, a mark before one or two is a decimal mark.

    Clock times, dates and scores are left as they stand, for the times to read; letters, a hyphen and digits name
    a weapon, an illness or a model, not a count.
    """
    word = m.take("digits")[0]
    after, before = unit_after(m), unit_before(m)
    if in_a_shape(m.units, m.last - 1, m.last):
        return None
    if before is not None and before.view == _CLOCK and not word.view.isdigit():
        return None
    value = digits_value(word.view, decimal=wants_decimals(after))
    if value is None:
        return None
    sign = m.slot("sign")
    if sign is None:
        return exactly(whole(value))
    number = whole(digits_value(word.view, decimal=True) or value)
    return Quantity(number, number, number, unit=sign[0].text)
