"""What kind of count a number is: a total, an addition to an older one, a part, what remains, or a count put right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from khabar.grammar import Unit
from khabar.languages.ar.figures.counts import Settled, noun_of
from khabar.languages.ar.forms.lexicon import lexicon
from khabar.languages.ar.phrases.shapes import is_article
from khabar.languages.drafts import Offsets
from khabar.record.vocabulary import CountKind


def kind_of(units: Sequence[Unit], one: Settled, frame: Mapping[str, Offsets]) -> CountKind | None:
    """Total, increment, subset or remaining, when the words say so."""
    around = units[one.count.last : one.count.last + 8]
    if one.part:
        return "subset"
    views = {unit.view for unit in around}
    if views & _TWICE and (views & _COUNTED or any("counts" in unit for unit in around)):
        return "reclassified"
    if _are_still_so(units[max(0, one.count.at - _NEAR) : one.count.at], around[:_NEAR]):
        return "remaining"
    noun = noun_of(units, one.count)
    died = one.measure == "killed" and noun is not None and noun.measure == "injured"  # three of the wounded have died
    if died or _are_more(around) or _in_the_last_hours(around):
        return "increment"
    if one.count.shape == "single":
        return None  # her son, missing since Wednesday, is no total
    since = "since" in frame or bool([unit for unit in around if "since" in unit.signature])
    tolls = since or _is_called_a_toll(units, one) or _covers_all(units[one.count.last :][:_CLAUSE])
    return "total" if tolls else None


_CLAUSE, _RISES = 12, frozenset(("rises", "change"))


def _is_called_a_toll(units: Sequence[Unit], one: Settled) -> bool:
    """Whether a number is that of a toll: not what it rose from, but what it "was", what it is made of (a toll of 164 dead), and
    what it rose to where the toll stands behind (rose to 34 dead, the toll of the blast).
    """
    at = one.count.at
    before = units[at - 1].signature if at else frozenset()
    if "min" in before:
        return at > 1 and "toll" in units[at - 2] and not is_article(units[at - 2]) and "+pron" not in units[at - 2]
    if "kana" in before and any("toll" in unit for unit in units[:at]):
        return True
    last = one.count.last
    if one.toll or last >= len(units) or "toll" not in units[last].signature:
        return one.toll
    return any(unit.signature & _RISES for unit in units[max(0, at - _NEAR) : at])


def _covers_all(behind: Sequence[Unit]) -> bool:
    """Whether the words behind a count say that it covers all there was: "which is a toll", "all over the country", "during
    the unrest".
    """
    for at, unit in enumerate(behind[:-1]):
        if unit.signature & {"stop", "comp", "bi_comp"}:
            return False
        ahead = behind[at + 1]
        if unit.view == _WHICH_IS and ahead.view == _TOLL:
            return True
        if at >= _NEAR:
            continue  # only a toll is said of a whole list
        if unit.view == _ALL_OVER and ahead.view in _LAND:
            return True
        if unit.view in _DURING and "event" in ahead.signature and ahead.view in _UNREST:
            return True
    return False


_WHICH_IS, _TOLL = "وهي", "حصيله"
_ALL_OVER, _LAND = "انحاء", ("البلاد", "البلد")
_DURING = ("خلال", "اثناء")
_UNREST = ("الاضطرابات", "الاحتجاجات", "التظاهرات", "المظاهرات", "الاحداث")


_TWICE = frozenset(("مرتين", "خطا"))
_COUNTED = frozenset(("احتسبت", "احتسب", "احتسبوا", "حسبت", "حسبوا", "سجلت", "سجلوا", "عدت", "ادرجت"))


def _are_still_so(before: Sequence[Unit], behind: Sequence[Unit]) -> bool:
    """Whether "still" is said of the counted, in their own clause (forty are still missing), not in the next one (512 were hurt,
    while forty are still missing).
    """
    for unit in before:
        if "still" in unit.signature:
            return True
    for unit in behind:
        if unit.signature & _STILL:
            return "still" in unit.signature
    return False


_STILL = frozenset(("still", "while", "stop", "NUMBER"))


_NEAR = 4


def _are_more(around: Sequence[Unit]) -> bool:
    """Whether an adjective of the counted says "new" or "additional": it stands in their phrase, not in the next one."""
    for unit in around[:3]:
        if "more" in unit.signature:
            return True
        if unit.signature & {"mark", "prep", "+and", "+bi", "+li"}:
            return False
    return False


def _in_the_last_hours(around: Sequence[Unit]) -> bool:
    """What was counted within the last hours or day is added to an older count."""
    words = lexicon().words
    known = [words[word] for unit in around for word in unit.view.split() if word in words]
    periods = {classes["period"][0] for classes in known if "period" in classes}
    return bool(periods & _HOURS) and any("lately" in classes for classes in known)


_HOURS = frozenset(("hour", "day"))
