"""Counts that hang on other words or counts: tolls, lists of victims, parts of a whole."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.figures.beside import measure_before
from khabar.languages.ar.figures.counts import CLAUSE, Count, Settled, begins_with_and, exceeds, noun_of, skip_marks
from khabar.languages.ar.lists.figure_words import CountedNoun, MeasureWord
from khabar.record.vocabulary import STRUCK, Measure

_FAR, _NEAR, _LIST, _TOLL = 14, 8, 12, 26


def measure_of_toll(units: Sequence[Unit], count: Count) -> Measure | None:
    """The measure of the toll that ends in this number; a toll that names no kind counts the dead."""
    for index in range(count.at - 1, max(-1, count.at - _TOLL), -1):
        unit = units[index]
        signature = unit.signature
        if not _APART.isdisjoint(signature) or ("NUMBER" in signature and not _passes(units, index)):
            return None
        if "toll" in signature:
            return _toll_measure(units, index, count)
        if "losses" in signature and (noun := noun_of(units, count)) is not None and noun.unit == "person":
            return "casualties"
        if "MEASURE" in signature and index >= count.at - 2 and not all(word.weak for word in unit["MEASURE"]):
            return None
    return None


def takes_up_the_number(units: Sequence[Unit], count: Count) -> bool:
    """Whether "the number", or "that their number", stands right before it, of those whose fate the sentence has told."""
    if count.shape != "alone":
        return False
    first = max(0, count.at - _CLOSE)
    at = next((k for k in range(count.at - 1, first - 1, -1) if "toll" in units[k].signature), None)
    if at is None:
        return False
    return "+al" in units[at].signature or (
        at > 0 and "+pron" in units[at].signature and "comp" in units[at - 1].signature
    )


_CLOSE = 3
_APART = frozenset(("stop", "semicolon", "comp", "bi_comp"))


def _passes(units: Sequence[Unit], at: int) -> bool:
    """The number a toll rose from, a number of hours, a distance, the first of something."""
    if units[at]["NUMBER"].unit is not None or units[at]["NUMBER"].ordinal:
        return True
    beside = units[max(0, at - 2) : at + 2]
    return (at > 0 and "min" in units[at - 1].signature) or any("period" in unit.signature for unit in beside)


def _toll_measure(units: Sequence[Unit], at: int, count: Count) -> Measure | None:
    clause = next((k for k in range(at, count.at) if "rel" in units[k].signature), count.at)
    kinds = [unit["people"] for unit in units[at + 1 : min(at + 4, clause)] if "people" in unit.signature]
    told_by_noun = any(people.measure for people in kinds)
    for before, unit in zip(units[clause : count.at], units[clause + 1 : count.at], strict=False):
        if told := _told_of_them(before, unit, own=told_by_noun):
            return told
    for index, unit in enumerate(units[at + 1 : min(at + 4, count.at)], at + 2):
        noun: CountedNoun | None = unit.get("people")
        if noun is not None and noun.measure is not None:
            if _and_others(units, index, noun.measure, count.at):
                return "casualties"
            return "killed" if noun.measure == "casualties" else noun.measure
        if unit.signature & {"ila", "verb"} and noun is None:
            break
    if any(people.lemma == _TAKES_PART for people in kinds) and any(map(_is_of_protest, units)):
        return "protesters"
    noun = noun_of(units, count)
    if noun is not None and noun.measure is not None:
        return noun.measure
    named = units[at].view.endswith("\N{ARABIC LETTER HEH}")  # the two words for a toll of victims, not "number"
    return "killed" if named and (noun is None or noun.unit == "person") else None


_TAKES_PART = "مشارك"


def _is_of_protest(unit: Unit) -> bool:
    act: dict[str, str] = unit.get("event") or {}
    return "participants" in unit.signature or act.get("type") == "PROTEST"


def _and_others(units: Sequence[Unit], at: int, measure: Measure, last: int) -> bool:
    """Whether "and" joins another kind of victims to those of a toll, so that its number counts both (of the dead and | the
    missing came to 340): they do not have a number of their own.
    """
    own: CountedNoun | None = units[at].get("people") if at < last else None
    if own is None or own.measure is None or "+and" not in units[at].signature:
        return False
    both = {measure, own.measure} in ({"killed", "injured"}, {"killed", "missing"}, {"injured", "missing"})
    counted = any("NUMBER" in unit.signature or "ila" in unit.signature for unit in units[at + 1 : at + 2])
    return both and (not counted or not any("NUMBER" in unit.signature for unit in units[last + 1 : last + _FAR]))


def _told_of_them(before: Unit, unit: Unit, *, own: bool) -> Measure | None:
    """What a relative clause tells of those whose toll it is: the soldiers who were killed; whose arrest took place, where
    their noun says nothing of its `own` (the bodies whose recovery took place).
    """
    words: tuple[MeasureWord, ...] = unit["MEASURE"] if "FATE_VERB" in unit.signature else ()
    if told := [word.measure for word in words if word.role != "object" and word.measure]:
        return told[0]
    told_so = not own and "light" in before and "MEASURE_NOUN" in unit.signature
    acts: tuple[MeasureWord, ...] = unit["MEASURE"] if told_so else ()
    return next((word.measure for word in acts if word.measure and not word.weak), None)


def listed_with(units: Sequence[Unit], count: Count, last: Settled) -> bool:
    """Whether a count continues the list of the one before it: "and", or "in addition to"."""
    between = units[last.count.last : count.first]
    if any("besides" in unit.signature for unit in between[-3:]) and len(between) <= _FAR:
        return not any("stop" in unit.signature for unit in between)
    if len(between) > _LIST or any(u.signature & (CLAUSE | {"MEASURE"}) for u in between):
        return False
    if any("FINITE" in u.signature for u in between):
        return False
    return begins_with_and(units, count.first)


def listed_behind_clause(units: Sequence[Unit], count: Count, last: Settled) -> bool:
    """Whether a clause that says who tells of the counted stands between them and the next of their list (26 gunmen the army
    says it killed, | and 16 of the guard).
    """
    if last.measure is None or last.count.last >= len(units) or not begins_with_and(units, count.at):
        return False
    between = units[last.count.last : count.at]
    told = (
        bool(between) and {"cue", "verb"} <= between[0].signature and any("comma" in u.signature for u in between[-2:])
    )
    return told and len(between) <= _FAR and not any("stop" in unit.signature for unit in between)


def goes_on(units: Sequence[Unit], count: Count, last: Settled) -> bool:
    """Whether a count that nothing tells of goes on with the one before it: "and so many others", or so many in the next
    place (25 soldiers were killed in the capital, and 50 soldiers in the north).
    """
    between = units[last.count.last : count.at]
    if last.measure is None or not begins_with_and(units, count.at) or len(between) > _FAR:
        return False
    if any(unit.signature & (CLAUSE | {"NUMBER"}) for unit in between):
        return False
    told = [unit for unit in between if "FINITE" in unit.signature or "MEASURE" in unit.signature]
    behind = units[count.last : count.last + 3]
    if _are_others(units, count):
        return not any("FINITE" in unit.signature and "MEASURE" in unit.signature for unit in told)
    same = last.count.noun is not None and count.noun is not None and _lemma(units, count) == _lemma(units, last.count)
    predicate = all({"FATE_VERB", "MEASURE"} <= unit.signature for unit in told)
    return (
        same
        and predicate
        and any("fi" in unit.signature for unit in between)
        and any("fi" in unit.signature for unit in behind)
    )


def _lemma(units: Sequence[Unit], count: Count) -> str | None:
    noun = noun_of(units, count)
    return noun.lemma if noun is not None else None


def _are_others(units: Sequence[Unit], count: Count) -> bool:
    return _lemma(units, count) == _OTHER


_OTHER = "\N{ARABIC LETTER ALEF WITH MADDA ABOVE}\N{ARABIC LETTER KHAH}\N{ARABIC LETTER REH}"


def measured_by(units: Sequence[Unit], count: Count, last: Settled) -> bool:
    """Whether the count is another number of the people counted before (instead of, compared with)."""
    between = units[last.count.last : count.at]
    if any("stop" in unit.signature for unit in between):
        return False
    if len(between) <= _TOLL and _is_of_the_other_side(units, count, last):
        return True
    if len(between) > _FAR:
        return False
    if count.shape != "alone":
        return False
    if any(unit.signature & {"instead", "total_word"} for unit in between[-2:]):
        return not any(unit.signature & {"comp", "bi_comp"} for unit in between)
    return count.rule.endswith(("number_told_otherwise", "number_it_was_before"))


def _is_of_the_other_side(units: Sequence[Unit], count: Count, last: Settled) -> bool:
    """Whether "against" sets people of another side beside those whose fate is told (18 soldiers were killed against nine
    fighters).
    """
    at = count.at - 1 - ("prep" in units[count.at - 1].signature and "instead" not in units[count.at - 1].signature)
    noun = noun_of(units, count)
    person = noun is not None and noun.unit == "person"
    return person and "instead" in units[at].signature and last.measure in _FATES


_FATES = STRUCK | {"arrested", "missing"}


def opens_a_part(units: Sequence[Unit], count: Count) -> bool:
    """Whether the words before say that the count is a part of another: among them, from among the dead."""
    at = skip_marks(units, count.first - 1, -1)
    if at > 0 and "colon" in units[at].signature and "namely" in units[at - 1].signature:
        at -= 1  # the dead are: So-and-so
    if at > 0 and count.shape == "single" and {"demonym", "+al"} <= units[at].signature:
        at -= 1  # among them the Australian So-and-so
    if at > 0 and "people" in units[at].signature and units[at]["people"].unit == "body":
        at -= 1  # among them the bodies of four children
    if at < 0:
        return False
    unit = units[at]
    if unit.signature & {"among", "namely", "except"} or is_of_all(units, count) or unit.view in _IDENTITIES:
        return True
    if "demonstrative" in unit.signature and at > 1 and "fi" in units[at - 1].signature:  # "including"
        return True
    near = units[max(0, count.at - 6) : count.at]
    for k, unit in enumerate(near):
        if "among_prep" in unit.signature and k > 0 and "min" in near[k - 1]:
            return any("people" in u.signature for u in near[k:])
    return False


_IDENTITIES = ("هويات", "هويه")  # the identities of four dead: of some of them


def is_of_all(units: Sequence[Unit], count: Count) -> bool:
    """Whether a count is a part of all the victims told: two women among the dead, 103 in the capital alone."""
    at, behind = skip_marks(units, count.first - 1, -1), skip_marks(units, count.last, 1)
    if at >= 0 and _among_victims(units, at, -1):
        return True
    if behind + 1 < len(units) and "among_prep" in units[behind].signature and _among_victims(units, behind + 1, 1):
        return True
    listed = begins_with_and(units, count.at) and any(
        "alone" in unit.signature for unit in units[max(0, at - _NEAR) : count.at]
    )
    return listed or _alone_there(units, count)


def begins_among_victims(units: Sequence[Unit], count: Count) -> bool:
    """Whether the list that a count goes on begins behind "among" and a plural of victims."""
    return any(_among_victims(units, at, -1) for at in range(max(1, count.at - _FAR), count.at))


def _alone_there(units: Sequence[Unit], count: Count) -> bool:
    """Whether "alone" stands behind the place of a count: other places have their own (103 in the capital alone)."""
    for unit in units[count.last : count.last + 5]:
        if "alone" in unit.signature:
            return True
        if unit.signature & {"mark", "NUMBER", "MEASURE", "+and", "FINITE"}:
            return False
    return False


def _among_victims(units: Sequence[Unit], at: int, step: int) -> bool:
    """Whether the plural at this place is one of victims behind "among" (among the dead two women; three are among them)."""
    noun: CountedNoun | None = units[at].get("people")
    if noun is None or noun.number != "p" or noun.measure is None or "+al" not in units[at].signature:
        return False
    return step > 0 or (at > 0 and "among_prep" in units[at - 1].signature)


def of_listed(units: Sequence[Unit], count: Count) -> Measure | None:
    """The measure of a plural that the part is taken from, when no number counts it (among the dead are three)."""
    for index in range(count.at - 1, max(-1, count.at - _NEAR), -1):
        unit = units[index]
        if unit.signature & {"stop", "comp"}:
            break
        noun: CountedNoun | None = unit.get("people")
        if noun is not None and noun.number == "p" and noun.measure is not None:
            return noun.measure
    for unit in units[count.last : count.last + 3]:
        noun = unit.get("people")
        if noun is not None and noun.number == "p" and noun.measure is not None and "+al" in unit.signature:
            return noun.measure  # three minors among the dead
    return None


def whole_of(units: Sequence[Unit], count: Count, before: Sequence[Settled]) -> Count | None:
    """The count of this sentence that this one is a part of."""
    counts = [s for s in before if s.count.shape != "single"]
    if not counts:
        return None
    last = counts[-1]
    behind = count.at + 1 < len(units) and "of_them" in units[count.at + 1].signature
    noun_in_part = (
        "demonstrative" in units[max(0, (count.noun or count.at) - 1)].signature
        and "fi" in units[max(0, (count.noun or count.at) - 2)].signature
    )
    explained = count.at > 0 and "colon" in units[count.at - 1].signature and count.at - last.count.last <= _NEAR // 2
    if count.rule.startswith(_SHARED_OUT):
        return last.whole or last.count
    opened = opens_a_part(units, count)
    if opened and (_has_own_whole(units, count, last.count) or _are_called(units, count)):
        return None
    if opened and last.part and not _joined(units, count) and exceeds(last.count, count):
        return last.count  # among them twelve civilians, among them three children
    if _next_part(units, count, last):
        return last.whole
    if opened and last.part and last.whole is None and begins_with_and(units, count.first):
        return None  # among the wounded twelve boys | and six men: beside them
    if opened or noun_in_part or explained:
        return last.whole or last.count
    return _group_of(units, count, last) if behind else None


def _are_called(units: Sequence[Unit], count: Count) -> bool:
    """Whether a plural joined by "and" says itself who is listed behind "they are": others than those counted before."""
    at = count.first - 1
    at -= at > 1 and "colon" in units[at].signature
    if at < 1 or "namely" not in units[at].signature:
        return False
    return {"PEOPLE_P", "+and", "+al"} <= units[at - 1].signature


_SHARED_OUT = "ar.figures.shares."  # numbers of a list of places


def _group_of(units: Sequence[Unit], count: Count, last: Settled) -> Count | None:
    """The people of whom so many are told apart (five of them); what befell those need not be what befell all, but of the
    dead nobody was only hurt.
    """
    near = measure_before(units, count)
    if near is None:
        whole = last.whole or last.count
        return None if _is_larger(count, whole) else whole
    lived = last.measure != "killed" or near == "killed"
    return last.count if lived and exceeds(last.count, count) else None


def _is_larger(count: Count, whole: Count) -> bool:
    """Whether a number of "of them" is above that of those it would be a part of, which then are others."""
    return whole.quantity.bound == "exact" and (count.quantity.low or 0) > (whole.quantity.low or 0) > 0


def _next_part(units: Sequence[Unit], count: Count, last: Settled) -> bool:
    """Whether a count of the same fate goes on with the parts told before it (among them 160 children, and 29 women held)."""
    noun = noun_of(units, count)
    between = units[last.count.last : count.at]
    if not last.part or last.whole is None or noun is None or noun.measure != last.measure or len(between) > _NEAR:
        return False
    if any(u.signature & (CLAUSE | {"MEASURE", "FINITE"}) for u in between) or not begins_with_and(units, count.at):
        return False
    return exceeds(last.whole, count)


def _has_own_whole(units: Sequence[Unit], count: Count, last: Count) -> bool:
    """Whether the people taken up are named anew, uncounted, behind the last count (the dead of the army are)."""
    for unit in units[last.last : count.at]:
        noun: CountedNoun | None = unit.get("people")
        if noun is not None and noun.number == "p" and noun.measure is not None and "of_them" not in unit.signature:
            return True
    return False


def _joined(units: Sequence[Unit], count: Count) -> bool:
    """Whether "and" opens the part: it stands beside the part before it, not inside it."""
    at = skip_marks(units, count.at - 1, -1)
    return at >= 0 and (begins_with_and(units, at) or units[at].view.startswith("\N{ARABIC LETTER WAW}"))
