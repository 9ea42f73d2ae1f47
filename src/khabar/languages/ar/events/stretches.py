"""The words that may name where something is set: which prepositions and type words locate, and how far their words reach."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.lists.events import folded_lemmas
from khabar.languages.ar.phrases.shapes import is_article
from khabar.languages.drafts import Offsets

_WIDTH = 6
LOCATIVE = frozenset(("fi", "place_side", "ala", "inside"))
"""Prepositions of place."""
MAY_LOCATE = LOCATIVE | {"+bi", "maybe_bi", "place_type"}
"""What may begin the words for a place."""
PLACES = frozenset(("toponym", "place_type", "known_place"))
"""What a place is called by."""
ENDS = frozenset(("mark", "CUE", "rel", "TIME", "ACT", "with", "an", "ila", "target_before", "li_free"))
"""What ends the words for a place."""
# Behind these a place is whence, whose, against whom: the thing is not set there.
_NO_PLACE = frozenset(("min", "an", "with", "target_before", "between", "li_free", "in_the_name"))


def is_locative(units: Sequence[Unit], at: int) -> bool:
    """A preposition of place, a place behind "in", or a type word (the city of) that no other preposition governs."""
    signature = units[at].signature
    if "place_side" in signature and at and _is_measured(units, at):
        return False
    if "inside" in signature and "ila" not in signature and _is_outside(units, at):
        return False
    if signature & LOCATIVE:
        if ("place_side" in signature and _lies(units, at)) or _leads_there(units, at):
            return False
        if not at:
            return "prep_pron" not in signature
        before = units[at - 1].signature
        ranked = "superlative" in before and _ranks(units, at - 1)
        # That it is for X to stop the raids; a day "on" from.
        obliged = "ala" in signature and bool(before & _OBLIGE or ("period" in before and _counts_from(units, at)))
        return "prep_pron" not in signature and not (ranked or obliged or _describes(units, at - 1))
    if signature & {"+bi", "maybe_bi"}:
        return "maybe_bi" in signature or bool(signature & PLACES)
    if "+li" in signature and at and {"+pron", "ACT"} <= units[at - 1].signature:
        return bool(signature & PLACES)  # their storming of the town of X
    if "place_type" not in signature or signature & {"+li", "+and", "known_place"}:
        return False
    if "+al" in signature and "place_capital" not in signature:
        return False  # the town: what stands behind is not its name
    if at and units[at - 1].signature & LOCATIVE and "prep_pron" not in units[at - 1].signature:
        return is_locative(units, at - 1)
    if not at or units[at - 1].signature.isdisjoint(_NO_PLACE):
        return True
    return "between" in units[at - 1].signature and "place_two" in signature  # between the towns of X and Y


def is_spoken_of(units: Sequence[Unit], at: int) -> bool:
    """Whether "in" at units[at], or right before it, says where matters stand that are talked about (discussed the latest situation
    | in the strip of X): nobody met there.
    """
    led = at if "fi" in units[at].signature else at - 1
    matter = led - 1 if led > 0 and "fi" in units[led].signature else 0
    while (
        matter > 0
        and led - matter < _FAR
        and units[matter].signature.isdisjoint(_MATTERS)
        and is_article(units[matter])
    ):
        matter -= 1
    if matter < 1 or units[matter].signature.isdisjoint(_MATTERS):
        return False
    for k in range(matter - 1, max(matter - _AGENDA, -1), -1):
        signature = units[k].signature
        if signature & _TALKED_OF:
            return True
        if signature & _NO_AGENDA:
            return False
    return False


_MATTERS, _TALKED_OF = frozenset(("situation",)), frozenset(("discusses", "about"))
_NO_AGENDA = frozenset(("stop", "comp", "rel", "semicolon", "TIME"))
_AGENDA = 10  # units: discussed the ties between the two countries and the situation


def _is_outside(units: Sequence[Unit], at: int) -> bool:
    """Whether "outside" stands right before the name of a land or a town: not there (the army's mission outside X)."""
    named = at + 1 < len(units) and "known_place" in units[at + 1].signature
    return named and units[at].view in folded_lemmas("outside")


def _leads_there(units: Sequence[Unit], at: int) -> bool:
    """Whether a preposition begins "on its way", or says where somebody was heading (a convoy heading for X): not there."""
    return bool(
        [unit for unit in units[at - _HEADING if at > _HEADING else 0 : at + 2] if "heads_for" in unit.signature]
    )


_HEADING = 3  # units: heading from X to
_OBLIGE = frozenset(("comp", "bi_comp", "must"))


def _counts_from(units: Sequence[Unit], at: int) -> bool:
    """Whether "on" says since what a time is counted (a day after it was announced), which goes on since then for none."""
    return all("since" not in unit.signature for unit in units[max(at - _COUNT, 0) : at - 1])


_COUNT = 3  # units: after 55 years


def _is_measured(units: Sequence[Unit], at: int) -> bool:
    """Whether a point of the compass ends what says how far away a place lies (lying 700 kilometres south of)."""
    return any("place_lies" in unit.signature for unit in units[max(at - _FAR, 0) : at])


_FAR = 5  # units: lying at a distance of 700 kilometres about


def _lies(units: Sequence[Unit], at: int) -> bool:
    """Whether a point of the compass only says where the place right before it lies (the town of X, north of Y)."""
    if at < _TYPED:
        return False
    before = units[at - 1].signature
    typed = "name" in before and any("place_type" in unit.signature for unit in units[at - _TYPED : at - 1])
    return bool(before & {"toponym", "known_place"}) or typed


_TYPED = 3  # units: a type word, two of the name


def starts_from(units: Sequence[Unit], begin: int, at: int) -> bool:
    """Whether "from" says where protests started (broke out from the town of), what somebody withdraws from, or what somebody or
    something came near to: an attack comes from elsewhere.
    """
    act = units[begin].get("ACT")
    if is_taking(units[begin]):
        return bool(units[at + 1 : at + 2]) and "place_type" in units[at + 1].signature  # arrested from the town of
    driven = act is not None and act.word.needs == "driven"  # drove them from the town
    if "nears" in units[at - 1].signature:
        return True
    if act is None or not (driven or act.word.type in ("PROTEST", "RETREAT")):
        return False
    if driven or act.word.type == "RETREAT":
        return bool(units[at + 1 : at + 2]) and bool(units[at + 1].signature & PLACES)
    return any("starts" in unit.signature for unit in units[max(begin - 2, 0) : at])


def is_taking(unit: Unit) -> bool:
    """Whether an act word tells that people were arrested or abducted."""
    return "ACT" in unit.signature and unit["ACT"].word.subtype in _TAKEN


_TAKEN = ("arrest", "abduction")


def _describes(units: Sequence[Unit], at: int) -> bool:
    """Whether a preposition behind units[at] only says where a place lies that was named before (the village, lying in),
    or what is seen from it.
    """
    while at > 0 and "adverb" in units[at].signature:
        at -= 1
    if "place_facing" in units[at].signature:
        return True
    if "place_lies" not in units[at].signature or at == 0:
        return False
    named = units[at - 2 if at > 1 and "comma" in units[at - 1].signature else at - 1]
    return bool(named.signature & {"toponym", "known_place"})


def _ranks(units: Sequence[Unit], at: int) -> bool:
    """Whether a superlative at units[at] stands behind "is" (is the deadliest in the country since): it was not there."""
    return at > 0 and bool(units[at - 1].signature & {"copula", "kana"})


def stretch(units: Sequence[Unit], at: int, limit: int) -> Offsets:
    """The words for a place that begin at units[at], up to units[limit]."""
    end = at + 1
    if "maybe_bi" in units[at].signature and not units[at].signature & PLACES:
        return units[at].start, units[at].end  # a place if it is one: its first letter may be its own
    while end < limit and end - at < _WIDTH and (not units[end].signature & ENDS or _is_called(units, end)):
        signature = units[end].signature
        if "+li" in signature:
            break
        apart = "min" in signature and "place_side" not in units[end - 1].signature
        if apart and folded_lemmas("in_parts").isdisjoint(unit.view for unit in units[at:end]):
            break
        end += 1
    return units[at].start, units[end - 1].end


def _is_called(units: Sequence[Unit], at: int) -> bool:
    """Whether what ends other stretches goes on this one: a name that looks like the word for an act, behind its type word (the
    village of X); or the comma behind the capital, which is named next (in the Libyan capital, X).
    """
    here, before = units[at].signature, units[at - 1].signature
    if "comma" in here:
        named = at + 1 < len(units) and not units[at + 1].signature.isdisjoint(_NAMES)
        return named and any("place_capital" in unit.signature for unit in units[max(at - 2, 0) : at])
    return "ACT" in here and "place_strict" in before and "+al" not in before and here.isdisjoint(_NO_NAME)


_NAMES = frozenset(("toponym", "known_place", "name"))
_NO_NAME = ENDS - {"ACT"}
