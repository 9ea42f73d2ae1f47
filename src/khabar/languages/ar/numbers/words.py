"""Arabic numbers in words: units, teens, tens, hundreds, scales and their sums."""

from __future__ import annotations

from khabar.grammar import Match, Unit, one_of, rule, seq, unit
from khabar.languages.ar.numbers.shapes import (
    AND,
    below_thousand,
    number,
    quantity,
    scale_sum,
    scaled,
    unit_after,
    value_of,
)
from khabar.languages.number_arithmetic import range_of, whole
from khabar.languages.quantities import Quantity, exactly

_OWNED = ("+pron",)


@rule(
    seq(one_of("same_time", "whoever"), unit("one")["number"]),
    trap=True,
    takes="""
        وقع الانفجاران في وقت واحد
            text: واحد
        وحصل كل واحد منهم على سلة غذائية
            text: واحد
    """,
    refuses="""
        قتل جندي واحد في الكمين
        نجا طفل واحد من الغرق
    """,
)
def one_that_counts_nothing(m: Match) -> None:
    """In وقت واحد (the same time) and كل واحد (each one) the word counts nothing."""


@rule(
    seq(unit("group_of", but=("+al",)), unit("+al", some=("ones", "tens", "digits"), but=_OWNED)["number"]),
    trap=True,
    takes="""
        اجتمع وزراء قمة السبع في المنتجع
            text: السبع
        دعا بيان قادة العشرين إلى التهدئة
            text: العشرين
    """,
    refuses="""
        وصلت مجموعة من عشرين مقاتلاً
        أعدم المسلحون الجنود السبعة
    """,
)
def club_called_by_its_number(m: Match) -> None:
    """قمة السبع and قادة العشرين are names of clubs of states, and count nobody in the report."""


@rule(
    seq(unit("ordered"), unit("tens", "+al", but=_OWNED)["number"]),
    takes="""
        تحيي المدينة الذكرى الثلاثين للحصار
            text: الثلاثين
            value: 30
        احتفلت البلاد بالذكرى الخمسين للاستقلال
            value: 50
    """,
    refuses="""
        أفرج عن الرهائن الثلاثين
        قتل عشرون مسلحاً
    """,
)
def tens_that_order(m: Match) -> Quantity:
    """Tens have one form for count and order; behind century, session, anniversary they say the order."""
    value = m.take("number")[0]["tens"]
    return Quantity(value, value, value, ordinal=True)


@rule(
    below_thousand(),
    takes="""
        قضى مئتان وستة وعشرون مدنياً في نارين
            text: مئتان وستة وعشرون
            value: 226
        اعتقلت الشرطة خمس عشرة امرأة وثماني فتيات
            text: خمس عشرة
            value: 15
        اعتقلت الشرطة خمس عشرة امرأة وثماني فتيات
            text: ثماني
            value: 8
        غرق أحد عشر مهاجراً قبالة الساحل
            value: 11
        أصيب ثلاث مئة وخمسة أشخاص
            text: ثلاث مئة وخمسة
            value: 305
        قتل جندي واحد في الكمين
            value: 1
        أفرج عن الأسرى الأربعة
            text: الأربعة
            value: 4
    """,
    refuses="""
        قتل أحد المتظاهرين برصاص الأمن
        سقطت إحدى القذائف على السوق
        قال عثمان إن الوضع خطير
        يصل الوفد يوم الاثنين
        ستؤدي القوات مهام التموين وتسعى إلى التهدئة
    """,
)
def number_in_words(m: Match) -> Quantity | None:
    """Ones, teens, tens with و and hundreds, of every case and gender.  أحد and إحدى alone mean "one of"."""
    first = m.whole[0]
    if "weekday" in first or ("+al" in first and first.get("ones") == 2 and first.view.endswith("ين")):
        return None  # Monday
    return quantity(m.whole)


@rule(
    scaled(),
    takes="""
        نزح ثلاثة آلاف شخص من القرى
            text: ثلاثة آلاف
            value: 3000
        أحصت البلاد 308 ملايين نسمة
            value: 308000000
        شارك ألفا متظاهر في المسيرة
            text: ألفا
            value: 2000
        فر اثنا عشر ألفاً من البلدة
            value: 12000
        عاد 42 ألفاً إلى ديارهم
            value: 42000
        نزح مليون ونصف المليون شخص
            text: مليون ونصف المليون
            value: 1500000
        يعيش 2,365 مليون نازح في المخيمات
            text: 2,365 مليون
            value: 2365000
        وصل مئة ألف لاجئ
            value: 100000
    """,
    refuses="""
        صدر الكتاب بعدة لغات ألفها المترجمون
        تظاهر آلاف السكان
        قتل ثلاثة جنود
    """,
)
def number_with_a_scale(m: Match) -> Quantity | None:
    """Thousand, million, billion: alone, as a dual, or behind digits or words.

    Behind 3 to 10 they stand in the plural, behind 11 and more in the singular.
    """
    return quantity(m.whole, unit_after(m))


@rule(
    scale_sum(),
    takes="""
        بلغت الحصيلة 21 ألفاً و110 جرحى
            text: 21 ألفاً و110
            value: 21110
        نزح ثلاثة آلاف وخمسمئة شخص
            text: ثلاثة آلاف وخمسمئة
            value: 3500
        أوقف ألف وثمانمئة متظاهر
            value: 1800
        دخل ألف ومئة وخمسة وعشرون لاجئاً
            value: 1125
        يقيم في الإقليم مليونان وثلاثمئة وخمسون ألف نسمة
            value: 2350000
    """,
    refuses="""
        سجل 15 وفاة و20 إصابة
        قتل ألف جندي وثلاثمئة مسلح
        بين ألف وألفي نازح
    """,
)
def sum_of_scales(m: Match) -> Quantity | None:
    """A sum goes down: thousands, then hundreds, ones and tens.  What does not go down is two numbers."""
    return quantity(m.whole, unit_after(m))


@rule(
    seq(unit("between"), number()["low"], number(AND)["high"]),
    takes="""
        قتل ما بين 10 و15 مسلحاً
            text: ما بين 10 و15
            low: 10
            high: 15
            bound: range
        أصيب بين مئتين وثلاثمئة شخص
            low: 200
            high: 300
        نزح بين خمسة وعشرين ألفاً وثلاثين ألفاً
            low: 25000
            high: 30000
        يقدر عدد الفارين بين 20 و30 ألفاً
            low: 20000
            high: 30000
        نزح ما بين ثلاثمئة وثلاثة آلاف وأربعين شخصاً
            low: 300
            high: 3040
    """,
    refuses="""
        توقف القتال بين 2019 و2020
        التقى الوفدان بين 3 و5 يناير
        اتفقت ثلاث دول وخمس منظمات
    """,
)
def between_two_numbers(m: Match) -> Quantity | None:
    """After بين the و joins the ends of a range and adds nothing (بين مئتين وثلاثمئة is no sum).

    Where both ends are long, several و could be the one between them: it is the one from which the number rises.
    """
    after = unit_after(m)
    if after is not None and "month" in after:
        return None
    words = [*m.take("low"), *m.take("high")]
    first = len(m.take("low"))
    cuts = [first, *(n for n in range(1, len(words)) if n != first and AND in words[n])]
    for cut in cuts:
        low, high = value_of(words[:cut], words[cut]), value_of(words[cut:], after)
        if low is not None and high is not None and low < high:
            return range_of(exactly(whole(low)), exactly(whole(high)), _shared_scale(words[cut:]))
    return None


def _shared_scale(high: list[Unit]) -> int | None:
    """The scale word at the end of the higher number, which both ends may share (20 to 30 thousand)."""
    return (high[-1].get("scale") or high[-1].get("scale_plural")) if len(high) > 1 else None
