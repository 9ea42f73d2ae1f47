"""What the outlet remarks on the words it has passed on, which no source says."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.phrases.asides import AND_THAT
from khabar.languages.ar.phrases.shapes import is_past

_AND_THAT_IS = ("وهو", "وهي")
_THIS_COMES, _THAT = ("ياتي", "وياتي", "تاتي", "وتاتي", "جاء", "وجاء"), ("هذا", "ذلك", "هذه")
_NOUNS = frozenset(("masdar", "event", "people", "org_head", "toponym", "given", "role", "cue_noun", "name"))
_COUNTS = ("رقم", "حصيله", "عدد", "ارقام", "نسبه", "احصاءات")
_WITHOUT = ("من", "دون", "بدون")
_GIVES = ("قدم", "قدموا", "ذكر", "ورد", "تقديم", "عرض", "برز")
_PROOFS = ("دليل", "ادله", "اثبات", "براهين", "برهان", "تفاصيل")
_PROOF_REACH = 6  # units from "without" to the proof
_A = "\N{ARABIC LETTER ALEF}"
_LIES = ("وتقع", "ويقع", "وتبعد", "ويبعد")  # where a town is


def is_remark(units: Sequence[Unit], comma: int, *, hoped: bool = False) -> bool:
    """And that is a toll that …, in allusion to …, after it had …, and the town lies at …: the outlet speaks of what it has
    passed on.

    `hoped`: the words say what is to be, in which no perfect has a part (he is expected to stand trial, | and bail was set).
    """
    if "comma" not in units[comma].signature or comma + 4 > len(units):
        return False
    first, second, third = units[comma + 1 : comma + 4]
    if hoped and "+and" in first.signature and is_past(first) and first.signature.isdisjoint(_NOUNS):
        return True
    if first.view in _AND_THAT_IS:
        return second.view in _COUNTS
    if first.view in _LIES and "known_place" not in first.signature:
        return True
    if first.view in _THIS_COMES:
        return second.view in _THAT
    if first.view == AND_THAT:
        return "while" in second.signature  # and that at a time when
    if first.view in _WITHOUT and _gives_no_proof(units, comma + 1):
        return True
    if "fi" in first.signature:
        return second.view == "اشاره" and "ila" in third.signature  # an allusion to: the outlet explains
    return first.view == "بعد" and "comp" in second.signature and "kana" in third.signature


def _gives_no_proof(units: Sequence[Unit], at: int) -> bool:
    """Without giving a proof: the outlet says so of who claims it."""
    near = [unit.view.removesuffix(_A) for unit in units[at : at + _PROOF_REACH]]
    return any(view.endswith(_GIVES) for view in near) and any(view.startswith(_PROOFS) for view in near)


def without_proof(units: Sequence[Unit], at: int) -> int:
    """Where "without giving proof", or "but gave no proof", stands behind units[at], with or without a comma; behind the last unit
    where neither does, or where the source's words go on behind it (and that).
    """
    for k, unit in enumerate(units[at + 1 :], at + 1):
        if unit.view in _GAVE_NONE and _gives_no_proof(units, k):
            if any("comp" in later.signature for later in units[k + _BEHIND :]):
                return len(units)
            return k - (units[k - 1].view == _FROM)
    return len(units)


_BEHIND = 2  # units of "without that"
_GAVE_NONE, _FROM = frozenset(("دون", "بدون", "لكنه", "لكنها", "لكنهم", "ولكنه", "ولكنها")), "من"
