"""What happened to the counted people: the measure of each count, and which count it is a part of.

The noun may say it (dead, wounded, displaced).  Else the words around do, in this order: the measure word right
before the number, the predicate behind it, a measure verb further left with the number as its object, the toll the
number belongs to, the count it is listed with, the count it is a part of.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from khabar.grammar import Unit
from khabar.languages.ar.figures_counts import Count, begins_with_and, is_mark, noun_of, skip_marks
from khabar.languages.ar.figures_words import CountedNoun, MeasureWord
from khabar.record.vocabulary import Measure

_HARD = frozenset(("killed", "injured", "missing"))
# Who they are, which yields to what is done to them now (freed detainees, killed protesters).
_FAR, _NEAR, _LIST = 14, 8, 12
_CLAUSE = frozenset(("stop", "semicolon", "comp", "bi_comp", "li_comp", "colon", "rel", "while", "question_mark"))


@dataclass(frozen=True)
class Settled:
    """A count with its measure (None when nothing says one), how it was found, and the count it is a part of."""

    count: Count
    measure: Measure | None
    basis: str = ""
    whole: Count | None = None
    part: bool = False
    toll: bool = False


def settle(units: Sequence[Unit], counts: Sequence[Count]) -> list[Settled]:
    """The counts of a sentence, in text order, each with its measure."""
    found: list[Settled] = []
    for count in counts:
        found.append(_settled(units, count, found))
    return [_namely(units, found, one) for one in found]


def _settled(units: Sequence[Unit], count: Count, before: Sequence[Settled]) -> Settled:
    whole = _whole(units, count, before)
    part = whole is not None or _opens_a_part(units, count)
    noun = noun_of(units, count)
    own = noun.measure if noun is not None else None
    near = _undivided(units, count) or _before(units, count)
    toll = _toll(units, count)
    last = before[-1] if before else None
    if near is None and own is None and toll is None and last is not None and _listed_with(units, count, last):
        behind = _behind(units, count)
        return Settled(count, behind or last.measure, "list", last.whole, last.part, last.toll)
    if toll is not None and own in _HARD:
        return Settled(count, own, "toll", whole, part, True)
    if own in _HARD and near != "casualties":
        return Settled(count, own, "noun", whole, part, _is_total(units, count))
    if near is None and toll is not None:
        return Settled(count, toll, "toll", whole, part, True)
    sure = near if near != "other" else None
    if part:
        of_whole = next((s.measure for s in before if s.count is whole), None) or _of_listed(units, count)
        behind = _behind(units, count)
        said = sure or (behind if behind in _HARD else None)
        return Settled(count, said or of_whole or own, "part", whole, part)
    measure = sure or _adjective(units, count, noun) or _behind(units, count) or near
    basis = "near" if sure else "behind"
    if measure is None:
        measure, basis = _far(units, count, noun), "far"
    if measure is None or (measure == "other" and own is not None):
        measure, basis = own, "noun"
    return Settled(count, measure, basis, whole, part)


def _is_total(units: Sequence[Unit], count: Count) -> bool:
    return any("toll" in unit for unit in units[max(0, count.at - 6) : count.at])


# ---------------------------------------------------------------- left of the number


def _reading(unit: Unit, prep: str, noun: CountedNoun | None) -> Measure | None:
    """The measure of a word for people behind that preposition ("" for none); neutral words give none."""
    found = [word for word in unit["MEASURE"] if word.prep == prep and _fits(word, noun)]
    return next((word.measure for word in found if word.measure), None)


def _fits(word: MeasureWord, noun: CountedNoun | None) -> bool:
    """Objects are destroyed, people are not; of people whom no noun names, weak words say nothing."""
    is_object = noun is not None and noun.unit == "object"
    if is_object != (word.measure == "destroyed"):
        return False
    return not (word.weak and noun is None)


def _before(units: Sequence[Unit], count: Count) -> Measure | None:
    """The measure word right before the number, its preposition between."""
    noun = noun_of(units, count)
    at = skip_marks(units, count.at - 1, -1)
    if at < 0:
        return None
    unit = units[at]
    prep = _glued_prep(units[count.at])
    if not prep and "al_free" in unit:
        at -= 1
        unit = units[at]
    if not prep and "victim_of" in unit:
        return "killed"
    if not prep and "MEASURE" in unit:
        return _reading(unit, "", noun) or (_falls(unit, noun))
    if not prep and unit.signature & {"prep", "bi_free"}:
        prep, at = unit.view[:1] if "bi_free" in unit else unit.view, at - 1
    if not prep:
        return None
    against = "against" in unit
    for index in range(at, max(-1, at - _NEAR), -1):
        word = units[index]
        if word.signature & _CLAUSE or ("comma" in word and not against):
            return None
        if "MEASURE" in word:
            return _reading(word, "" if against else prep, noun)
    return None


def _glued_prep(unit: Unit) -> str:
    if "+bi" in unit:
        return "\N{ARABIC LETTER BEH}"
    return "-" if unit.signature & {"+li", "+ka"} else ""


def _falls(unit: Unit, noun: CountedNoun | None) -> Measure | None:
    """Plain people who "fall" are killed."""
    return "killed" if "falls" in unit and noun is not None and noun.unit == "person" and noun.measure is None else None


def _undivided(units: Sequence[Unit], count: Count) -> Measure | None:
    """Killed and hurt together: two measure words before the number, or "between dead and wounded" behind it."""
    at = skip_marks(units, count.at - 1, -1)
    if at > 0 and "MEASURE" in units[at] and "+and" in units[at] and "MEASURE" in units[at - 1]:
        pair = {_reading(units[at], "", None), _reading(units[at - 1], "", None)}
        if pair == {"killed", "injured"} and "FATE_VERB" not in units[at - 1]:
            return "casualties"
    joined = units[count.last] if count.noun is not None and count.last < len(units) else None
    if joined is not None and "+and" in joined and count.noun is not None:
        pair = {_own(joined), _own(units[count.noun])}
        if len(pair) == 2 and pair <= _HARD:
            return "casualties"
    for index in range(count.last, min(len(units) - 3, count.last + 4)):
        if "among_prep" in units[index] and {_own(units[index + 1]), _own(units[index + 2])} == {"killed", "injured"}:
            return "casualties"
    return None


def _own(unit: Unit) -> Measure | None:
    noun: CountedNoun | None = unit.get("people")
    return noun.measure if noun is not None else None


def _far(units: Sequence[Unit], count: Count, noun: CountedNoun | None) -> Measure | None:
    """A measure verb (or act noun with its doer) further left, with the count as its object or late subject."""
    if _glued_prep(units[count.at]):
        return None
    joined = begins_with_and(units, count.at)  # somebody named and six others died
    crossed, commas = joined, 0
    for index in range(count.at - 1, max(-1, count.at - (_NEAR if joined else _FAR)), -1):
        unit = units[index]
        commas += "comma" in unit
        if unit.signature & _CLAUSE or unit.signature & {"NUMBER", "PEOPLE_D"} or commas > (not joined):
            return None
        if joined and unit.signature & {"prep", "FINITE"}:
            return None
        if index == count.at - 1 and unit.signature & {"prep", "prep_pron"} and "among" not in unit:
            return None
        if "MEASURE" in unit and "FATE_VERB" not in unit and not ((crossed or commas) and "MEASURE_NOUN" in unit):
            found = _reading(unit, "", noun)
            return found or _falls(unit, noun)
        if "FINITE" in unit and "MEASURE" not in unit:
            return None
        crossed = crossed or bool(unit.signature & {"prep", "+bi", "+li"})
    return None


# ---------------------------------------------------------------- right of the number


def _adjective(units: Sequence[Unit], count: Count, noun: CountedNoun | None) -> Measure | None:
    """The counted noun's own attribute (wounded soldiers)."""
    if noun is None:
        return None
    for unit in units[count.last : count.last + 2]:
        found: CountedNoun | None = unit.get("people")
        if unit.signature & {"+and", "+bi", "+li", "mark", "prep"}:
            return None
        if found is not None and found.measure in ("killed", "injured", "missing", "arrested"):
            return found.measure
    return None


def _behind(units: Sequence[Unit], count: Count) -> Measure | None:
    """The predicate behind the count: the first finite verb, when it says what happened to its subject."""
    noun = noun_of(units, count)
    limit = min(len(units), count.last + _FAR)
    for index in range(count.last, limit):
        unit = units[index]
        if unit.signature & {"stop", "semicolon", "comp", "bi_comp", "colon", "while", "NUMBER", "among"} and index > count.last:
            return None
        if "fate" in unit.signature and "MEASURE" not in unit:
            return "killed"
        if "MEASURE" in unit:
            return _predicate(units, index, noun)
        if "comma" in unit and not _parenthesis(units, index, limit):
            return None
        if "FINITE" in unit.signature and not unit.signature & {"light", "still"}:
            return None
    return None


def _parenthesis(units: Sequence[Unit], at: int, limit: int) -> bool:
    """Whether a comma closes or opens an insertion with the predicate behind it."""
    return any("FATE_VERB" in unit for unit in units[at + 1 : min(limit, at + 3)])


def _predicate(units: Sequence[Unit], at: int, noun: CountedNoun | None) -> Measure | None:
    """The measure of a word behind the count, when the count is its subject: plural, passive, or an act with "their"."""
    unit = units[at]
    if "MEASURE_NOUN" in unit:
        light = at > 0 and "light" in units[at - 1].signature
        return _reading(unit, "", noun) if light or ("+pron" in unit and "fate" in unit) else None
    if "FATE_VERB" not in unit and ("+and" in unit or not _passive_or_intransitive(unit)):
        return None
    following = units[at + 1] if at + 1 < len(units) else None
    if following is not None and following.signature & {"PEOPLE_D", "NUMBER"} and "+and" not in unit and "+and" not in following:
        return None  # they killed others
    return _reading(unit, "", noun) or next((w.measure for w in unit["MEASURE"] if w.role != "object" and _fits(w, noun)), None)


def _passive_or_intransitive(unit: Unit) -> bool:
    return "PASSIVE" in unit or all(word.role == "subject" for word in unit["MEASURE"])


# ---------------------------------------------------------------- tolls, lists, parts


def _toll(units: Sequence[Unit], count: Count) -> Measure | None:
    """The measure of the toll that ends in this number; a toll that names no kind counts the dead."""
    for index in range(count.at - 1, max(-1, count.at - 18), -1):
        unit = units[index]
        if unit.signature & {"stop", "semicolon", "comp", "bi_comp"} or ("NUMBER" in unit and not _from(units, index)):
            return None
        if "toll" in unit:
            return _toll_measure(units, index, count)
        if "MEASURE" in unit and index >= count.at - 2:
            return None
    return None


def _from(units: Sequence[Unit], at: int) -> bool:
    """The number a toll rose from."""
    return at > 0 and "min" in units[at - 1]


def _toll_measure(units: Sequence[Unit], at: int, count: Count) -> Measure | None:
    for unit in units[at + 1 : min(at + 4, count.at)]:
        noun: CountedNoun | None = unit.get("people")
        if noun is not None and noun.measure is not None:
            return "killed" if noun.measure == "casualties" else noun.measure
        if unit.signature & {"ila", "verb"} and noun is None:
            break
    noun = noun_of(units, count)
    if noun is not None and noun.measure is not None:
        return noun.measure
    named = units[at].view.endswith("\N{ARABIC LETTER HEH}")  # the two words for a toll of victims, not "number"
    return "killed" if named and (noun is None or noun.unit == "person") else None


def _listed_with(units: Sequence[Unit], count: Count, last: Settled) -> bool:
    """Whether a count continues the list of the one before it: "and", or "in addition to"."""
    between = units[last.count.last : count.at]
    if any("besides" in unit for unit in between[-3:]) and len(between) <= _FAR:
        return not any("stop" in unit for unit in between)
    if len(between) > _LIST or any(u.signature & (_CLAUSE | {"MEASURE"}) for u in between):
        return False
    if any("FINITE" in u for u in between):
        return False
    return begins_with_and(units, count.at)


def _opens_a_part(units: Sequence[Unit], count: Count) -> bool:
    """Whether the words before say that the count is a part of another: among them, from among the dead."""
    at = skip_marks(units, count.at - 1, -1)
    if at < 0:
        return False
    unit = units[at]
    if unit.signature & {"among", "namely"}:
        return True
    if "demonstrative" in unit and at > 1 and "fi" in units[at - 1]:  # "including"
        return True
    near = units[max(0, count.at - 6) : count.at]
    return any(
        "among_prep" in unit and k > 0 and "min" in near[k - 1] and any("people" in u for u in near[k:])
        for k, unit in enumerate(near)
    )


def _of_listed(units: Sequence[Unit], count: Count) -> Measure | None:
    """The measure of a plural that the part is taken from, when no number counts it (among the dead are three)."""
    for index in range(count.at - 1, max(-1, count.at - _NEAR), -1):
        unit = units[index]
        if unit.signature & {"stop", "comp"}:
            return None
        noun: CountedNoun | None = unit.get("people")
        if noun is not None and noun.number == "p" and noun.measure is not None:
            return noun.measure
    return None


def _whole(units: Sequence[Unit], count: Count, before: Sequence[Settled]) -> Count | None:
    """The count of this sentence that this one is a part of."""
    if not before:
        return None
    last = before[-1]
    behind = count.at + 1 < len(units) and "of_them" in units[count.at + 1].signature
    noun_in_part = "demonstrative" in units[max(0, (count.noun or count.at) - 1)].signature and "fi" in units[max(0, (count.noun or count.at) - 2)].signature
    if _opens_a_part(units, count) or noun_in_part or (behind and _before(units, count) is None):
        return last.whole or last.count
    return None


def _namely(units: Sequence[Unit], found: Sequence[Settled], one: Settled) -> Settled:
    """A list whose head had no measure of its own takes that of its last member (a soldier and six contractors were killed)."""
    if one.measure is not None:
        return one
    at = found.index(one)
    following = found[at + 1] if at + 1 < len(found) else None
    if following is None or following.basis not in ("behind", "list") or not begins_with_and(units, following.count.at):
        return one
    if following.count.at - one.count.last > _NEAR or is_mark(units[following.count.at]):
        return one
    return Settled(one.count, following.measure, "list", one.whole, one.part)
