"""Claims of amount: somebody puts the losses, the number of people, the cost at so much."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Match, Unit, rule, unit
from khabar.languages.ar.claims.anchors import Anchor, of_object
from khabar.languages.ar.phrases.nouns import noun_phrase_end

_ESTIMATES = "قدر"
_FARTHEST = 16
_ABOUT = ("بنحو", "بحوالي", "باكثر", "باقل", "بما", "بقرابه", "بزهاء", "بين")


@rule(
    unit("CUE"),
    takes="""
    وقدّر وزير المالية سالم النوري الخسائر بنحو تسعين مليون دينار.
        speaker: وزير المالية سالم النوري
        content: الخسائر بنحو تسعين مليون دينار
    وقدرت المنظمة عدد المفقودين بما لا يقل عن 35.
        speaker: المنظمة
        content: عدد المفقودين بما لا يقل عن 35
    وقدّرت الأضرار بنحو مليون دينار.
        content: الأضرار بنحو مليون دينار
    """,
    refuses="""
    وقدر الوزير جهود المتطوعين.
    وتقدر قيمة الجائزة بألف دينار.
    """,
)
def put_at(m: Match) -> Anchor | None:
    """To estimate is to say how much: thing and amount together are what is said.  In the present tense without a source it
    is the outlet's own number.
    """
    at, units = m.first, m.units
    if units[at]["cue"].lemma != _ESTIMATES or any(slot[0] in "iIjJ" for slot in units[at]["verb"]):
        return None
    last = min(len(units), at + _FARTHEST)
    amount = next((k for k in range(at + 2, last) if _is_amount(units, k)), None)
    thing = next((k for k in range(at + 1, amount or at) if _is_thing(units[k])), None)
    if amount is None or thing is None or noun_phrase_end(units, at + 1, thing) != thing:
        return None
    return of_object(m, units[at]["cue"], at, thing)


def _is_amount(units: Sequence[Unit], at: int) -> bool:
    """By so much: the preposition on a number, on a word for about, or right before figures."""
    unit_ = units[at]
    if unit_.view.startswith("ب") and unit_.signature & {"NUMBER", "digits"}:
        return True
    counted = at + 1 < len(units) and units[at + 1].signature & {"NUMBER", "digits"}
    return unit_.view.split()[0] in _ABOUT or ("bi_free" in unit_.signature and bool(counted))


def _is_thing(unit_: Unit) -> bool:
    return unit_.view.removeprefix("ال") in _THINGS


_THINGS = frozenset(
    (
        *("خساير", "خسايره", "خسايرها", "اضرار", "اضراره", "اضرارها", "عدد", "اعداد", "عددهم", "حجم", "كلفه", "تكلفه"),
        *("قيمه", "نسبه", "مساحه", "مبلغ", "اجمالي", "مجموع", "حصيله"),
    )
)
