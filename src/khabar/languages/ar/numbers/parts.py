"""Arabic fractions, ordinals, and words that say an order of magnitude and no number."""

from __future__ import annotations

from fractions import Fraction

from khabar.grammar import Match, either, maybe, not_ahead, one_of, rule, seq, unit
from khabar.languages.ar.numbers.shapes import AND, unit_after
from khabar.languages.number_arithmetic import whole
from khabar.languages.quantities import Quantity, exactly, vaguely

_FINAL = "نهايي"  # of a cup, folded
_OWNED = ("+pron",)
_BARE = (AND, "+pron")


@rule(
    seq(maybe(unit("ones", but=_OWNED)["times"]), unit("fraction", but=_BARE), one_of("scale", but=_BARE)),
    takes="""
        شرد القتال نصف مليون شخص
            text: نصف مليون
            value: 500000
        يحتاج ثلاثة أرباع المليون إلى الغذاء
            text: ثلاثة أرباع المليون
            value: 750000
    """,
    refuses="""
        بقي نصف السكان في المدينة
        نزح مليون شخص
    """,
)
def part_of_a_scale(m: Match) -> Quantity:
    """Half a million is a number like any other."""
    return exactly(whole(_fraction(m) * m.whole[-1]["scale"]))


@rule(
    seq(maybe(unit("ones", but=_OWNED)["times"]), unit("fraction", but=("+al",))),
    takes="""
        يحتاج ثلثا السكان إلى المساعدة
            text: ثلثا
            value: 0.6667
        دمرت ثلاثة أرباع البلدة
            text: ثلاثة أرباع
            value: 0.75
        غادر نصفهم المدينة
            value: 0.5
    """,
    refuses="""
        ارتفع العدد في النصف الأول من العام
        تأهل الفريق إلى نصف نهائي الكأس
        دام الحصار شهراً ونصف الشهر
    """,
)
def part_of_a_whole(m: Match) -> Quantity | None:
    """A fraction of something.

    With the article it is a period (النصف الأول), behind "and" a part of a length (شهر ونصف).
    """
    after = unit_after(m)
    before = m.units[m.first - 1] if m.first else None
    if AND in m.whole[0] and before is not None and "mark" not in before:
        return None
    if after is not None and after.view.endswith(_FINAL):
        return None
    return exactly(whole(_fraction(m)))


def _fraction(m: Match) -> Fraction:
    """The fraction of a match, taken as often as the word before it says."""
    times = m.slot("times")
    part = next(word["fraction"] for word in m.whole if "fraction" in word)
    if part == Fraction(2, 3) and any("\u064b" in word.text for word in m.whole):
        part = Fraction(1, 3)  # with tanwin the alef is that of the accusative
    return Fraction(part) * (Fraction(times[0]["ones"]) if times else 1)


@rule(
    seq(
        maybe(unit("few", but=_OWNED)),
        unit("vague_word", but=_OWNED),
        maybe(unit("vague_word", but=_BARE)["of"]),
    ),
    takes="""
        سقط عشرات القتلى ومئات الجرحى
            text: عشرات
            order: 10
            bound: vague
        سقط عشرات القتلى ومئات الجرحى
            text: مئات
            order: 100
        فر عشرات الآلاف من المدنيين
            text: عشرات الآلاف
            order: 10000
        تظاهر مئات الآلاف في الساحات
            order: 100000
        اعتقل بضع عشرات من الناشطين
            text: بضع عشرات
            order: 10
        خرج الآلاف إلى الشوارع
            order: 1000
    """,
    refuses="""
        نزح ثلاثة آلاف شخص
        اعتقل 8 آلاف متظاهر
        وصلت 5 ملايين جرعة
    """,
)
def order_of_magnitude(m: Match) -> Quantity | None:
    """Dozens, hundreds, thousands: an order of magnitude, and no number that nobody said.

    Dozens of thousands multiply.
    """
    of = m.slot("of")
    order = next(word["vague_word"] for word in m.whole if "vague_word" in word)
    if of is None:
        return vaguely(int(order))
    if of[0]["vague_word"] <= order:
        return None
    return vaguely(int(order * of[0]["vague_word"]))


@rule(
    unit("few", but=(*_OWNED, "+al")),
    takes="""
        قتل بضعة أشخاص في الغارة
            text: بضعة
            order: 1
            bound: vague
        وقعت عدة انفجارات ليلاً
            text: عدة
            order: 1
    """,
    refuses="""
        اعتقل بضع عشرات من الناشطين
        وصلت العدة والعتاد
        وهو ما عده المراقبون تراجعاً
    """,
)
def a_handful(m: Match) -> Quantity | None:
    """A few, several: fewer than a dozen, and no number.  With a final ha the same letters are "counted it"."""
    if m.whole[0].text.endswith("ه"):
        return None
    return vaguely(m.whole[0]["few"])


@rule(
    seq(
        unit("ordinal", "+al", but=_OWNED)["unit"],
        maybe(either(unit("ten", but=_BARE), unit("tens", AND, "+al"))["tens"]),
        not_ahead(unit("fraction")),
    ),
    takes="""
        انعقدت الدورة السادسة والسبعون في المقر
            text: السادسة والسبعون
            value: 76
        سقط القتيل الثالث فجراً
            text: الثالث
            value: 3
        بدأ الهجوم في اليوم الحادي عشر
            text: الحادي عشر
            value: 11
    """,
    refuses="""
        زار ثاني أكبر مدن البلاد
        استمر الهجوم ثانية واحدة
    """,
)
def ordinal_number(m: Match) -> Quantity:
    """Third, eleventh, seventy-sixth: with the article only; without it ثاني and ثالث belong to superlatives."""
    tens = m.slot("tens")
    more = (tens[0].get("tens") or tens[0].get("ten")) if tens else 0
    value = int(m.take("unit")[0]["ordinal"]) + int(more or 0)
    return Quantity(value, value, value, ordinal=True)
