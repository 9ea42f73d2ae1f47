"""Claims of amount: somebody puts the losses, the number of people, the cost at so much."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Match, Unit, rule, unit
from khabar.languages.ar.claims.anchors import Anchor, of_object
from khabar.languages.ar.phrases.names import name_draft
from khabar.languages.ar.phrases.nouns import noun_phrase_end
from khabar.languages.ar.phrases.subjects import subject_before

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
    لكن منظمة "أطباء السهل" قدرت عدد القتلى بأكثر من سبعين.
        speaker: منظمة "أطباء السهل"
        content: عدد القتلى بأكثر من سبعين
    وكانت البلدية قدّرت عدد النازحين بنحو ألف.
        speaker: البلدية
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
    if units[at]["cue"].lemma != _ESTIMATES:
        return None
    who = subject_before(m, at)
    if who is None and any(slot[0] in "iIjJ" for slot in units[at]["verb"]):
        return None
    last = min(len(units), at + _FARTHEST)
    amount = next((k for k in range(at + 2, last) if _is_amount(units, k)), None)
    thing = next((k for k in range(at + 1, amount or at) if _is_thing(units[k])), None)
    if amount is None or thing is None or noun_phrase_end(units, at + 1, thing) != thing:
        return None
    found = of_object(m, units[at]["cue"], at, thing)
    if who is None or thing > at + 1:
        return found
    return replace(found, found_by="explicit", speaker=name_draft(units, *who, m.text), clause=who[0])


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
