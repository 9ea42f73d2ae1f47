"""What stands around an Arabic number: measured units, bounds before and behind it, bounds at a distance."""

from __future__ import annotations

from khabar.grammar import Match, Pattern, either, maybe, one_of, rule, run, seq, unit
from khabar.languages.number_grammar import limited, measured
from khabar.languages.quantities import Quantity

_MEASURE = one_of("percent", "measure_unit")
# What may stand between a number and a bound that belongs to it: no mark, no other number, no new clause.
_WORD = unit(but=("mark", "amount", "ordinal_amount", "comp", "bound_before", "bound_after", "link"))

# A bound, whose article is part of a phrase (whose number is estimated at), not of a noun (the most, the least).
_BOUND = either(unit("bound_before", but=("+al",)), unit("bound_before", "+al", "phrase"))


def amount(*glued: str) -> Pattern:
    """A number of the first pass with its measured unit."""
    return seq(unit("amount", *glued), maybe(_MEASURE))


@rule(
    seq(unit("amount"), _MEASURE)["amount"],
    takes="""
        ارتفعت الأسعار 15 في المئة
            text: 15 في المئة
            value: 15
            unit: في المئة
        بلغت نسبة المشاركة 30,5 بالمئة
            value: 30.5
        ارتفع التضخم إلى ٨٫٧٪ أمس
            value: 8.7
        تقع القرية على بعد 20 كيلومتراً من الحدود
            text: 20 كيلومتراً
            value: 20
        ضرب زلزال بقوة 5,6 درجات المنطقة
            value: 5.6
        تعهدت الحكومة 308 ملايين دولار للإقليم
            value: 308000000
            unit: دولار
    """,
    refuses="""
        قتل 15 جندياً
        سار المتظاهرون على قدم وساق
    """,
)
def number_of_measured_units(m: Match) -> Quantity:
    """Percent, money, lengths, weights: the unit goes with the number, and no figure of people can be made of it."""
    return measured(m, "amount")


@rule(
    seq(
        seq(_BOUND, maybe(unit("bound_before", but=("+al", "+and"))))["bound"],
        amount()["amount"],
    ),
    takes="""
        أخلت البلدية سكان الحي المقدر عددهم بنحو أربعين شخصاً
            text: المقدر عددهم بنحو أربعين
            low: 40
            bound: about
        اعتقلت الشرطة أكثر من ثلاثة آلاف محتج
            text: أكثر من ثلاثة آلاف
            value: 3000
            bound: more_than
        مقتل ما لا يقل عن 164 راعياً
            text: ما لا يقل عن 164
            low: 164
            bound: at_least
        أصيب ما يزيد على ألف شخص
            bound: more_than
        تظاهر قرابة 500 شخص
            low: 500
            high: 500
            bound: about
        بقي أقل من مئة شخص في البلدة
            low: 0
            high: 99
            bound: less_than
        نقل ما يصل إلى 390 جريحاً
            low: 0
            high: 390
            bound: at_most
    """,
    refuses="""
        تقدمت القوات نحو الحدود
        قتل 20 شخصاً على الأقل
        قال إن الوضع أكثر من سيئ
    """,
)
def bound_before_a_number(m: Match) -> Quantity:
    """More than, at least, about, up to: the bound is kept with the number.  Of two bounds the first counts."""
    return limited(m, "bound_before", "amount")


@rule(
    seq(
        unit("bound_before", but=("+al",))["bound"],
        unit("bracket_open"),
        unit("amount", "digits")["number"],
        unit("bracket_close"),
    ),
    takes="""
        احتجزت الشرطة أكثر من (300) عامل
            text: 300
            bound: more_than
        نزح ما لا يقل عن (45) عائلة من البلدة
            text: 45
            bound: at_least
    """,
    refuses="""
        احتجزت الشرطة (300) عامل
        وصل أكثر من وفد (12 عضواً)
    """,
)
def bound_before_a_bracketed_number(m: Match) -> Quantity:
    """Papers that put numbers in brackets keep the bound outside of them."""
    return limited(m, "bound_before")


@rule(
    seq(unit("bound_far", but=("+al",))["bound"], unit("counting"), run(_WORD, 0, 6, short=True), amount()["number"]),
    takes="""
        لم يتجاوز عدد المحتجزين خمسين شخصاً
            text: خمسين
            high: 50
            bound: at_most
        تجاوز عدد القتلى في الإقليم 33 ألف شخص
            text: 33 ألف
            low: 33000
            bound: more_than
    """,
    refuses="""
        تجاوز الجيش النهر وقتل 5 مسلحين
        تجاوز العدد التوقعات، وقتل 33 شخصاً
    """,
)
def bound_verb_at_a_distance(m: Match) -> Quantity:
    """A verb that exceeds or reaches a number may have its subject, a count of something, before that number."""
    return limited(m, "bound_far")


@rule(
    seq(
        unit("bound_on")["bound"],
        unit("counting"),
        run(_WORD, 0, 6, short=True),
        one_of("ala", "an"),
        amount()["number"],
    ),
    takes="""
        لا يقل عدد الضحايا عن مئة
            text: مئة
            low: 100
            bound: at_least
        يزيد عدد النازحين في المخيم على 300 شخص
            low: 300
            bound: more_than
    """,
    refuses="""
        يزيد القصف معاناة 300 شخص
        لا يقل الوضع خطراً عن ذلك
    """,
)
def bound_verb_with_its_preposition(m: Match) -> Quantity:
    """يزيد على and لا يقل عن may be parted by their subject; the preposition then stands before the number."""
    return limited(m, "bound_on")


@rule(
    seq(amount()["number"], run(_WORD, 0, 4, short=True), maybe(unit("bracket_open")), unit("bound_after")["bound"]),
    takes="""
        أوقف 5,800 شخص على الأقل
            text: 5,800
            low: 5800
            bound: at_least
        قتل 20 مدنياً فأكثر في القصف
            text: 20
            bound: at_least
        أصيب 12 عاملاً تقريباً
            bound: about
        لن يبقى سوى 30 جندياً على الأكثر
            high: 30
            bound: at_most
        اعتقل ستة سكان (على الأقل) في القرية
            text: ستة
            bound: at_least
    """,
    refuses="""
        أصيب أكثر من 150 شخصاً على الأقل
        قتل 20 شخصاً، وهناك ثلاثة جرحى
    """,
)
def bound_behind_the_noun(m: Match) -> Quantity:
    """على الأقل and its like stand behind the number or behind the counted noun; the span stays the number."""
    return limited(m, "bound_after")
