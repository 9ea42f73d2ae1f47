"""A count: a number of people as the rules of figures find it, before its measure is settled.

Also the small questions that all those rules ask of the words beside a number.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec

from khabar.grammar import Match, Unit
from khabar.languages.ar.lists.figure_words import CountedNoun
from khabar.languages.ar.lists.words import beside_cues
from khabar.languages.ar.phrases.shapes import MEN
from khabar.languages.quantities import Quantity, exactly
from khabar.record.vocabulary import Measure

Shape = Literal["counted", "alone", "object", "name", "dual", "single"]

# Measures that settle the matter when a noun says them (dead, wounded).
HARD = frozenset(("killed", "injured", "missing"))
# Those that a noun or adjective beside a person says of him: also held, taken away.
STATES = HARD | {"arrested", "abducted"}
# Bodies that bear arms or act for a state, with members who are counted and victims of theirs.
FORCES = frozenset(("army_body", "security_body", "org_head"))
# Units that the words for the counted run on at most.
LONGEST = 9
# Classes of units that open a new clause.
CLAUSE = frozenset(("stop", "semicolon", "comp", "bi_comp", "li_comp", "colon", "rel", "while", "question_mark"))
# What a number may be said of besides people: the word right behind it settles that.
NOT_PEOPLE = (
    "period",
    "measure_unit",
    "percent",
    "countable",
    "event",
    "medium",
    "place_type",
    "month",
    "hijri_month",
    "weapon",
    "TIME",
    "NUMBER",
    "digits",
    "slash",
    "scale",
    "decade_name",
    "cue_noun",
    "org_head",
    "media_head",
    "document",
    "numbered",
    "occasion",
)


class Count(msgspec.Struct, frozen=True):
    """A number at units[at], its counted noun at units[noun] (None when it stands alone), known words up to `last`.

    Of two counts of one number the one of the lower `rank` is kept.  `fate`: what happened to them, where the rule that
    found them has read it; None leaves it to the words around.
    """

    at: int
    last: int
    quantity: Quantity
    rule: str
    rank: int
    shape: Shape = "counted"
    noun: int | None = None
    fate: Measure | None = None

    @property
    def first(self) -> int:
        """Where its words begin: at its number, or at a noun before that (her children, the five; a child, one)."""
        return self.at if self.noun is None else min(self.at, self.noun)


class Settled(msgspec.Struct, frozen=True):
    """A count with its measure (None when nothing says one), how it was found, the count it is a part of, and the count
    before it whose people it counts too (`like`).
    """

    count: Count
    measure: Measure | None
    basis: str = ""
    whole: Count | None = None
    part: bool = False
    toll: bool = False
    like: Count | None = None


def is_number_of_people(unit: Unit) -> bool:
    """Whether a NUMBER unit can count: no ordinal, no measured unit, no fraction, not zero."""
    quantity: Quantity = unit["NUMBER"]
    if quantity.ordinal or quantity.unit is not None or isinstance(quantity.value, float):
        return False
    return quantity.value != 0 and not isinstance(quantity.low, float) and not isinstance(quantity.high, float)


def counted(match: Match, rank: int, shape: Shape = "counted") -> Count | None:
    """The count of a match with the slots `number` and, where a noun is there, `noun`."""
    at = match.parts["number"][0]
    noun = match.parts.get("noun")
    if not is_number_of_people(match.units[at]) or _is_a_name(match.units, at) or _is_room(match.units, at):
        return None
    if _are_children_of(match.units, at):
        return None
    if at > 1 and "al_free" in match.units[at - 1].signature and match.units[at - 2].view in beside_cues("its_day"):
        return None  # its 201st day
    if is_age(match.units, at) and (noun is None or noun[0] < at or "period" in match.units[noun[0]]):
        return None
    last = max(at + 1, noun[1] if noun else 0)
    return Count(at, last, match.units[at]["NUMBER"], match.rule.id, rank, shape, noun[0] if noun else None)


def in_the_noun(match: Match, rank: int, number: int, shape: Shape, fate: Measure | None = None) -> Count:
    """The count that lies in a noun: two in a dual, one in a singular; the noun is the slot `noun`."""
    first, last = match.parts["noun"]
    return Count(first, last, exactly(number), match.rule.id, rank, shape, first, fate)


def _is_a_name(units: Sequence[Unit], at: int) -> bool:
    """The number of a battalion in quotation marks."""
    before = skip_marks(units, at - 1, -1)
    return 0 <= before < at - 1 and "numbered" in units[before].signature and "quote" in units[at - 1].signature


def _are_children_of(units: Sequence[Unit], at: int) -> bool:
    """How many children somebody has (a father of nine), a number that is a name behind "father of", and how many a share is
    taken of (one in every five), which nobody counted.
    """
    if at and not units[at - 1].signature.isdisjoint(_BORN):
        return "bears" in units[at - 1].signature or (at > 1 and "min" in units[at - 2].signature)
    free = at > 1 and bool(units[at - 1].signature & {"li_free", "bi_free"})
    before = units[at - 1 - free : at - free]
    if not before:
        return False
    glued = free or bool(units[at].signature & {"+li", "+bi"})
    return "kin" in before[0] if glued else "name_part" in before[0] and "al_free" not in before[0]


_BORN = frozenset(("bears", "whoever"))


def _is_room(units: Sequence[Unit], at: int) -> bool:
    """For how many there is room, whoever is there (a boat that holds thirty passengers)."""
    for unit in units[max(0, at - 3) : at]:  # noqa: SIM110 - a generator costs a call at every number
        if "capacity" in unit.signature:
            return True
    return False


def is_fraction(match: Match) -> bool:
    """Whether a fifth, a seventh, a tenth in the slot `number` has the letters of the number: no number stands right before those
    it counts where they have the article (a fifth of the dead), nor has it the article itself without them before it.
    """
    units, at, noun = match.units, match.parts["number"][0], match.parts["noun"][0]
    if "+al" in units[at].signature:
        return at == 0 or "PEOPLE_P" not in units[at - 1].signature
    return noun == at + 1 and "+al" in units[noun].signature


FRACTIONS = frozenset(("خمس", "سبع", "تسع", "عشر", "الخمس", "السبع", "التسع", "العشر"))


def is_age(units: Sequence[Unit], at: int) -> bool:
    """A number of years someone has lived: the word for years follows or a word for age stands right before."""
    if at + 1 < len(units) and "period" in units[at + 1].signature:
        return True
    return at > 0 and "age" in units[at - 1].signature and not _rises(units, at)


def _rises(units: Sequence[Unit], at: int) -> bool:
    """The verb for reaching a number is said of tolls as well as of ages."""
    return any("toll" in unit.signature for unit in units[max(0, at - _WIDE) : at])


_WIDE = 16


def noun_of(units: Sequence[Unit], count: Count) -> CountedNoun | None:
    """What the list says of the counted noun."""
    if count.noun is None:
        return None
    classes = units[count.noun].classes
    found: CountedNoun | None = classes.get("people") or classes.get("countable")
    return found


def begins_with_and(units: Sequence[Unit], at: int) -> bool:
    """Whether "and" stands before a unit, glued or free."""
    return "+and" in units[at].signature or (at > 0 and "and_free" in units[at - 1].signature)


_NO_NOUN = frozenset(
    (
        "mark",
        "prep",
        "prep_pron",
        "TIME",
        "+and",
        "+bi",
        "+li",
        "people",
        "FINITE",
        "MEASURE",
        "among",
        "verb",
        "rel",
        "bound_after",
        "hurt_with",
        "mostly",
        "while",
    )
)


def may_be_persons(units: Sequence[Unit], at: int) -> bool:
    """Whether the word behind a number, when it is an unknown noun, has the sound plural of persons."""
    at = skip_marks(units, at, 1)
    return at >= len(units) or bool(units[at].signature & _NO_NOUN) or units[at].view.endswith(MEN)


def are_of_things(units: Sequence[Unit], at: int) -> bool:
    """Whether "of" and a noun for things stand behind a number (lost five of its tanks)."""
    behind_of = at + 1 < len(units) and "min" in units[at].signature
    return behind_of and "countable" in units[at + 1].signature and "people" not in units[at + 1].signature


def is_mark(unit: Unit) -> bool:
    """Quotation marks and brackets, which part no phrase."""
    return bool(unit.signature & {"quote", "bracket"})


def skip_marks(units: Sequence[Unit], at: int, step: int) -> int:
    """The first index from `at` in direction `step` that holds no quotation mark or bracket; may lie outside."""
    size = len(units)
    while 0 <= at < size and ("quote" in units[at].signature or "bracket" in units[at].signature):
        at += step
    return at


def exceeds(one: Count, other: Count) -> bool:
    """Whether the first count is of more people than the other."""
    return (one.quantity.low or 0) > (other.quantity.low or 0)
