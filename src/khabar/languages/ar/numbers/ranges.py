"""Arabic ranges: from A to B, A or B, between A and B, with their scale and their measured unit."""

from __future__ import annotations

from msgspec.structs import replace

from khabar.grammar import Match, either, maybe, rule, seq, unit
from khabar.languages.ar.numbers.bounds import amount
from khabar.languages.ar.numbers.shapes import AND, unit_after
from khabar.languages.number_arithmetic import range_of
from khabar.languages.number_grammar import measured
from khabar.languages.quantities import Quantity

_REACH = 7  # words before a range in which a verb of change is looked for


def _range(m: Match) -> Quantity | None:
    """The range of the slots low and high; None beside a month, where the numbers are days."""
    after = unit_after(m)
    if after is not None and "month" in after:
        return None
    head = m.take("high")[0]
    scale = head.get("scale") or head.get("scale_plural")
    return range_of(measured(m, "low"), measured(m, "high"), scale)


def _changes(m: Match) -> bool:
    """Whether a verb of rising or falling stands before the match."""
    return any("change" in word for word in m.units[max(0, m.first - _REACH) : m.first])


@rule(
    seq(unit("min"), amount()["low"], unit("ila"), amount()["high"]),
    takes="""
        أصيب من 10 إلى 15 شخصاً
            text: من 10 إلى 15
            low: 10
            high: 15
            bound: range
        يضم الرتل من ثلاثة إلى خمسة آلاف جندي
            low: 3000
            high: 5000
    """,
    refuses="""
        ارتفعت حصيلة القتلى من 10 إلى 15
        امتد المؤتمر من 3 إلى 5 يناير
        نقل 15 جريحاً من البلدة إلى 3 مستشفيات
    """,
)
def from_one_to_another(m: Match) -> Quantity | None:
    """From A to B is a range, unless something rose or fell from A to B, or the numbers are days."""
    return None if _changes(m) else _range(m)


@rule(
    seq(maybe(unit("bound_before")), amount()["low"], either(unit("ila"), unit("or")), amount()["high"]),
    takes="""
        قتل ثلاثة أو أربعة حراس
            text: ثلاثة أو أربعة
            low: 3
            high: 4
        وصل 20 إلى 30 مسلحاً
            low: 20
            high: 30
            bound: range
    """,
    refuses="""
        خفض العدد 30 إلى 20 عاملاً
        بقي ثلاثة جنود أو أربعة
    """,
)
def one_or_the_next(m: Match) -> Quantity | None:
    """Three or four, 20 to 30: the lower number comes first."""
    return None if _changes(m) else _range(m)


@rule(
    seq(unit("between"), amount()["low"], either(amount(AND)["and"], seq(unit("ila"), amount()["to"]))),
    takes="""
        ترتفع الأسعار بين 10 في المئة و15 في المئة
            low: 10
            high: 15
        يتراوح عددهم بين نصف مليون ومليون
            low: 500000
            high: 1000000
        قتل ما بين 10 إلى 15 مسلحاً
            low: 10
            high: 15
    """,
    refuses="""
        من بين 15 قتيلاً ثلاثة أطفال
        التقى الوفدان بين 3 و5 يناير
    """,
)
def between_two_amounts(m: Match) -> Quantity | None:
    """بين before two amounts that carry a unit or a fraction; loose copy joins them by إلى."""
    slot = "and" if m.slot("and") else "to"
    after = unit_after(m)
    if after is not None and "month" in after:
        return None
    head = m.take(slot)[0]
    found = range_of(measured(m, "low"), measured(m, slot), head.get("scale") or head.get("scale_plural"))
    return replace(found, bound="range") if found else None
