"""What happened to the counted people: the measure of each count, and which count it is a part of.

The noun may say it (dead, wounded, displaced).  Else the words around do, in this order: the measure word right
before the number, the predicate behind it, a measure verb further left with the number as its object, the toll the
number belongs to, the count it is listed with, the count it is a part of.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Unit
from khabar.languages.ar.figures.befalling import outcome_behind
from khabar.languages.ar.figures.beside import (
    measure_before,
    measure_behind,
    measure_far_before,
    measure_of_attribute,
    measure_of_whom,
    measure_undivided,
)
from khabar.languages.ar.figures.condition import is_exchanged, is_of_the_freed
from khabar.languages.ar.figures.counts import HARD, Count, Settled, begins_with_and, is_mark, noun_of
from khabar.languages.ar.figures.dividing import divided
from khabar.languages.ar.figures.lists import (
    goes_on,
    listed_behind_clause,
    listed_with,
    measure_of_toll,
    measured_by,
    of_listed,
    opens_a_part,
    takes_up_the_number,
    whole_of,
)
from khabar.languages.ar.figures.people import people_range, taken_from
from khabar.languages.ar.figures.resumed import resumed_behind
from khabar.languages.ar.figures.spared import were_heard
from khabar.record.vocabulary import Measure

_NEAR = 8
_FATES = HARD | {"protesters", "displaced", "arrested"}
_DONE_TO = ("arrested", "abducted", "released")  # to the wounded too (the arrest of dozens of the wounded)
_LIVING = (None, "forces", "protesters", "displaced")


def settle(units: Sequence[Unit], counts: Sequence[Count]) -> list[Settled]:
    """The counts of a sentence, in text order, each with its measure."""
    found: list[Settled] = []
    for count in counts:
        found.append(_settled(units, count, found))
    return divided(units, [_namely(units, found, one) for one in found])


def _settled(units: Sequence[Unit], count: Count, done: Sequence[Settled]) -> Settled:
    whole = whole_of(units, count, done)
    part = whole is not None or opens_a_part(units, count)
    own = _own(units, count)
    if (fate := count.fate or _set_free(units, count, own)) is not None:
        return Settled(count, fate, "near", whole, part)
    plain = own in _LIVING  # whoever belongs to a force, or protests, may be killed in a list like anybody
    near = measure_undivided(units, count) or measure_before(units, count)
    near = (_in_danger(units, count) if near in (None, "other") else None) or near
    toll = measure_of_toll(units, count)
    if near is None and plain and toll is None and done and listed_with(units, count, done[-1]):
        return _next_in_list(units, count, done[-1])
    if near is None and plain and toll is None and done and listed_behind_clause(units, count, done[-1]):
        return Settled(count, done[-1].measure, "list", None, False, done[-1].toll, done[-1].count)
    if near is None and own in (None, "forces") and done and measured_by(units, count, done[-1]):
        out_of = "total_word" in units[count.at - 1]  # prisoners, whatever befell the fewer of them
        measure = (_own(units, done[-1].count) if out_of else None) or done[-1].measure
        return Settled(count, measure, "list", None, False, done[-1].toll, done[-1].count)
    if own == "rescued":  # survivors beside bodies
        return Settled(count, own, "noun", whole, part)
    dies = near == "killed" and own != "killed" and not begins_with_and(units, count.at)  # the injured may die
    dies = dies or (
        near in _DONE_TO and own is not None and taken_from(units, people_range(units, count), count) == own
    )
    if own in HARD and near != "casualties" and not dies:
        return Settled(count, own, "noun", whole, part, toll is not None or _is_total(units, count))
    if near is None and toll is not None:
        return Settled(count, toll, "toll", whole, part, True)
    if near is None and own is None and done and done[-1].measure in _FATES and takes_up_the_number(units, count):
        return Settled(count, done[-1].measure, "toll", None, False, True)
    if part:
        return Settled(count, _of_part(units, count, near, [s for s in done if s.count is whole]), "part", whole, part)
    measure, basis = _from_around(units, count, near)
    if measure is None or (measure == "other" and own is not None):
        measure, basis = own, "noun"
    if measure is None and done and goes_on(units, count, done[-1]):
        return Settled(count, done[-1].measure, "list", done[-1].whole, done[-1].part, done[-1].toll, done[-1].count)
    return Settled(count, measure, basis, whole, part)


def _next_in_list(units: Sequence[Unit], count: Count, last: Settled) -> Settled:
    """A count that a list tells behind the last: its own predicate says its fate, else it is that of the one before."""
    measure = measure_behind(units, count) or resumed_behind(units, count) or last.measure
    if _of_another_nation(units, count, last.whole):
        return Settled(count, measure, "list", None, False, last.toll, last.whole)
    return Settled(count, measure, "list", last.whole, last.part, last.toll, last.count)


def _of_another_nation(units: Sequence[Unit], count: Count, whole: Count | None) -> bool:
    """Whether a list goes on beside the people whose parts it has just told (65 Iraqis, three children among them, | and 52
    Iranians).
    """
    if whole is None or whole.noun is None or count.noun is None:
        return False
    one, other = units[whole.noun], units[count.noun]
    return "demonym" in one.signature and "demonym" in other.signature and one.view != other.view


def _set_free(units: Sequence[Unit], count: Count, own: Measure | None) -> Measure | None:
    """Prisoners who are exchanged, and whoever is counted among those set free, were released."""
    exchanged = own == "arrested" and is_exchanged(units, count.at)
    freed = exchanged or (own in _LIVING and is_of_the_freed(units, count.at))
    return "released" if freed else None


def _in_danger(units: Sequence[Unit], count: Count) -> Measure | None:
    """So many are in a grave state, of those told before or not: they are hurt."""
    behind = units[count.at + 1 : count.at + 5]
    if count.shape in ("counted", "dual"):
        state = units[count.last : count.last + 3]
        grave = bool(state) and "fi" in state[0].signature and any("grave" in unit.signature for unit in state[1:])
        return "injured" if grave or _in_hospital(units, count.last) else None
    if count.shape != "alone" or not behind or "of_them" not in behind[0]:
        return None
    return "injured" if any("grave" in unit for unit in behind[1:]) else None


def _in_hospital(units: Sequence[Unit], first: int) -> bool:
    """Whether a hospital stands behind the counted, and behind it that they are in a grave state (were taken to X hospital gravely
    hurt).
    """
    taken = False
    for unit in units[first : first + _TAKEN]:
        if "stop" in unit.signature:
            return False
        taken = taken or unit.view[-6:] == _HOSPITAL
        if taken and "grave" in unit.signature:
            return True
    return False


_TAKEN, _HOSPITAL = 16, "مستشفي"  # units from the counted to their state


def _own(units: Sequence[Unit], count: Count) -> Measure | None:
    """What the noun says befell them; nothing of the relatives of those it befell, nor of whom it no longer befalls."""
    noun = noun_of(units, count)
    if noun is None or count.noun is None:
        return None
    if count.noun > count.at and "relatives" in units[count.noun - 1].signature:
        return None
    former = count.last < len(units) and "former" in units[count.last].signature
    return None if former or (noun.measure == "arrested" and were_heard(units, count)) else noun.measure


def _of_part(units: Sequence[Unit], count: Count, near: Measure | None, wholes: Sequence[Settled]) -> Measure | None:
    """The measure of a part: said of it alone, or that of its whole, or that of the plural it is taken from."""
    behind = measure_behind(units, count)
    if near is not None and near != "other":
        return near
    return (
        (behind if behind in HARD else None)
        or next((s.measure for s in wholes), None)
        or of_listed(units, count)
        or _own(units, count)
    )


def _from_around(units: Sequence[Unit], count: Count, near: Measure | None) -> tuple[Measure | None, str]:
    """The measure that the words around a plain noun say, and where they stand; "other" right before it waits for better."""
    if near is not None and near != "other":
        return near, "near"
    attribute, behind = measure_of_attribute(units, count), measure_behind(units, count)
    found = (behind if behind in HARD and taken_from(units, people_range(units, count), count) else None) or attribute
    found = found or behind or near
    if found is not None:
        return (resumed_behind(units, count) or found) if found == "other" else found, "behind"
    far = measure_far_before(units, count)
    told = _told_later(units, count) if far in (None, "other") else None
    return (told, "behind") if told else (far, "far")


def _told_later(units: Sequence[Unit], count: Count) -> Measure | None:
    """What a clause behind the count tells of them: what others or an event did to them, or what it says after describing them."""
    told = measure_of_whom(units, count) or outcome_behind(units, count)
    return (resumed_behind(units, count) or told) if told in (None, "other") else told


def _is_total(units: Sequence[Unit], count: Count) -> bool:
    return any("toll" in unit for unit in units[max(0, count.at - 6) : count.at])


def _is_restated(units: Sequence[Unit], count: Count, following: Count) -> bool:
    """Whether the number behind counts the same people in other units: their fate is told once, behind both (12,000 people,
    that is 2,400 families, have fled).
    """
    between = units[count.last : following.at]
    return len(between) in (1, 2) and between[-1].view == _THAT_IS and all("comma" in unit for unit in between[:-1])


_THAT_IS = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER YEH}"


def _namely(units: Sequence[Unit], found: Sequence[Settled], one: Settled) -> Settled:
    """A list whose head had no measure of its own takes that of its last member (a soldier and six contractors were killed)."""
    if one.measure is not None:
        return one
    at = found.index(one)
    following = found[at + 1] if at + 1 < len(found) else None
    if following is not None and following.measure is not None and _is_restated(units, one.count, following.count):
        return replace(one, measure=following.measure, basis="list")
    if following is None or following.measure is None or following.basis not in ("behind", "list"):
        return one
    if not begins_with_and(units, following.count.at):
        return one
    if following.count.at - one.count.last > _NEAR or is_mark(units[following.count.at]):
        return one
    return Settled(one.count, following.measure, "list", one.whole, one.part)
