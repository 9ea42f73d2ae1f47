"""Numbers shared out: how many of those counted before there were in each place of a list, or in what state one of them is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from khabar.grammar import Match, Unit, one_of, rule, seq, unit
from khabar.languages.ar.figures.alone import NUMBER
from khabar.languages.ar.figures.counts import Count, counted, is_number_of_people
from khabar.languages.ar.phrases.shapes import JOINED
from khabar.languages.quantities import exactly

_PLACE = frozenset(("known_place", "place_type", "toponym"))
_TOLL = 4
_NEXT, _BACK = 9, 40  # units from one number of a list to the next; from the list to the number that it shares out
_JOINS = frozenset(("comma", "colon", "and_free"))
_ENDS = frozenset(("stop", "FINITE", "MEASURE", "comp", "bi_comp", "rel"))


@rule(
    seq(NUMBER, one_of("fi", "bracket_close")),
    takes="""
    أسفرت السيول عن وفاة 45 شخصاً: 20 في تالين، و15 في ريغا، و10 في تارتو.
        text: 20
        measure: killed
        count_kind: subset
    أصيب 30 عاملاً، 20 في تالين وعشرة في ريغا.
        text: 20
        measure: injured
        count_kind: subset
    اعتقلت الشرطة 60 شخصاً: 25 في تالين والباقي في ريغا.
        text: 25
        measure: arrested
        count_kind: subset
    بلغ عدد القتلى 30، توزعوا على تالين (12) وريغا (5) وتارتو (13).
        text: 12
        measure: killed
        count_kind: subset
    """,
    refuses="""
    قُتل 12 جندياً، وأغلقت 20 في تالين وعشرة في ريغا.
    زار الوفد 30 بلدة، وبقي 20 في تالين.
    قُتل ستة أشخاص، ووصل السعر إلى 20 في تالين.
    قُتل ستة أشخاص على الطريق بين تالين (12) وريغا.
    """,
)
def number_in_each_place(m: Match) -> Count | None:
    """Where people were counted, bare numbers with a place each say how many of them there were in each, be it in brackets."""
    at = m.parts["number"][0]
    if _is_placed(m.units, at):
        listed = (at > 0 and "colon" in m.units[at - 1]) or _is_listed(m.units, at, _is_placed)
        return counted(m, 5, "alone") if listed and _shares_out(m.units, at) else None
    if not (_is_bracketed(m.units, at) and _is_listed(m.units, at, _is_bracketed)):
        return None
    return counted(m, 5, "alone") if _shares_out(m.units, at, spread=True) else None


@rule(
    seq(unit("one_of_them", "+pron", but=(*JOINED,))["number"]),
    takes="""
    أصيب عاملان أحدهما بجروح خطيرة في انهيار جدار.
        text: أحدهما
        measure: injured
        low: 1
        implicit: False
        count_kind: subset
    أعلنت الهيئة إصابة خمسة جنود، أحدهم إصابته خطرة.
        text: أحدهم
        measure: injured
        count_kind: subset
    """,
    refuses="""
    أصيب عاملان أحدهما من تالين.
    زار الوفد مدينتين إحداهما في حالة سيئة.
    """,
)
def one_of_them_in_a_state(m: Match) -> Count | None:
    """One of those who were hurt is told apart by the state he is in (two were hurt, one of them gravely)."""
    at = m.first
    told = any("MEASURE" in unit_ for unit_ in m.units[max(0, at - _TOLD) : at - 1])
    if not told or "MEASURE" in m.units[at - 1]:
        return None
    near = m.units[at + 1 : at + 1 + _STATE]
    end = next((k for k, unit_ in enumerate(near) if not unit_.signature.isdisjoint(_PARTS)), len(near))
    hurt = any(unit_.signature & {"grave", "hurt_with"} for unit_ in near[:end])
    return Count(at, at + 1, exactly(1), m.rule.id, 3, "alone", None, "injured") if hurt else None


_TOLD, _STATE = 12, 4  # units from the word for their fate; to what state he is in
_PARTS = frozenset(("stop", "comma", "FINITE", "and_free"))


def _is_placed(units: Sequence[Unit], at: int) -> bool:
    """Whether a number is a member of a list, and "in" and a place stand behind it."""
    if at == 0 or at + 2 >= len(units) or "NUMBER" not in units[at] or "fi" not in units[at + 1]:
        return False
    if "+and" not in units[at] and units[at - 1].signature.isdisjoint(_JOINS):
        return False
    return is_number_of_people(units[at]) and not units[at + 2].signature.isdisjoint(_PLACE)


def _is_bracketed(units: Sequence[Unit], at: int) -> bool:
    """Whether a number stands in brackets behind a place."""
    if at <= 1 or at + 1 >= len(units) or "NUMBER" not in units[at] or "bracket_close" not in units[at + 1]:
        return False
    return "bracket_open" in units[at - 1] and "toponym" in units[at - 2]


def _is_listed(units: Sequence[Unit], at: int, is_one: Callable[[Sequence[Unit], int], bool]) -> bool:
    """Whether another such number stands beside it."""
    near = (*range(max(0, at - _NEXT), at), *range(at + 1, min(len(units), at + _NEXT)))
    return any(is_one(units, k) and _is_free(units, min(k, at), max(k, at)) for k in near)


def _is_free(units: Sequence[Unit], first: int, last: int) -> bool:
    return all(unit_.signature.isdisjoint(_ENDS) for unit_ in units[first + 1 : last])


def _shares_out(units: Sequence[Unit], at: int, *, spread: bool = False) -> bool:
    """Whether the list that the number at `at` is in stands behind a number of people and a comma or a colon; `spread`: a verb
    may stand between (they are spread over).
    """
    parted = False
    for k in range(at - 1, max(-1, at - _BACK), -1):
        signature = units[k].signature
        if "stop" in signature or ("FINITE" in signature and not spread) or ("MEASURE" in signature and parted):
            return False
        parted = parted or bool(signature & {"comma", "colon"})
        if "NUMBER" in signature and not (_is_placed(units, k) or _is_bracketed(units, k)):
            counts = any(u.signature & {"PEOPLE_S", "PEOPLE_P"} for u in units[k + 1 : k + 3])
            return parted and (counts or any("toll" in u for u in units[max(0, k - _TOLL) : k]))
    return False
