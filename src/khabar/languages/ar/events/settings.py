"""Where and when an event word is set: the words of its clause that may name its place, and the dates, best first.

What stands behind the event word with a preposition of place goes before what stands in front of it; nothing counts
that another event word stands nearer to.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from khabar.grammar import Unit
from khabar.languages.ar.events.clause_starts import BODIES
from khabar.languages.ar.events.dates import clause, was_agreed, when
from khabar.languages.ar.lists.events import folded_lemmas
from khabar.languages.drafts import Offsets

_REACH = 25
_WIDTH = 6
_LOCATIVE = frozenset(("fi", "place_side", "ala", "inside"))
_MAY_LOCATE = _LOCATIVE | {"+bi", "maybe_bi", "place_type"}
_PLACES = frozenset(("toponym", "place_type", "known_place"))
_ENDS = frozenset(("mark", "CUE", "rel", "TIME", "ACT", "with", "an", "ila", "target_before", "li_free"))
# Behind these a place is whence, whose, against whom: the thing is not set there.
_NO_PLACE = frozenset(("min", "an", "with", "target_before", "between", "li_free", "in_the_name"))


class Setting(NamedTuple):
    """Where and when event words are set: stretches that may name the place, dates, each best first; and the place named before
    that their clause takes up (in the town), with its kind.
    """

    where: tuple[Offsets, ...]
    when: tuple[Offsets, ...]
    takes_up: tuple[Offsets, str] | None


def setting(units: Sequence[Unit], begin: int, end: int) -> Setting:
    """Where and when the event words units[begin:end] are set, by their clause."""
    around = clause(units, begin)
    return Setting(
        _where(units, begin, end, around), when(units, begin, end, around), _takes_up(units, begin, end, around[1])
    )


def _where(units: Sequence[Unit], begin: int, end: int, around: tuple[int, int]) -> tuple[Offsets, ...]:
    """Stretches of the clause of the event words units[begin:end] that may name the place."""
    found = _behind(units, begin, end, around[1])
    if "ACT_VERB" not in units[begin].signature or not was_agreed(units, begin):
        found += _before(units, begin, around[0])
    return tuple(found)


def _behind(units: Sequence[Unit], begin: int, end: int, last: int) -> list[Offsets]:
    """The stretches behind the event words units[begin:end], up to units[last], but for brackets that tell of whoever stands before
    them (the group (an arm of the movement in X) attacked).
    """
    found: list[Offsets] = []
    aside = False
    if (
        end < last
        and units[end].signature & {"toponym", "place_type"}
        and not units[end].signature & {"prep", "copula"}
    ):
        found.append(_stretch(units, end, last))
    for at in range(end, min(last, end + _REACH)):
        here = units[at].signature
        if ("ACT" in here and _is_other_act(units, end, at)) or "among" in here:
            break
        if "masdar" in here and _is_of_another(units, at):
            break
        if "bracket" in here:
            aside = "bracket_open" in here and all(u.signature.isdisjoint(_PLACED) for u in units[at + 1 : at + 2])
        elif aside:
            continue
        elif (here & _MAY_LOCATE and _is_locative(units, at)) or ("min" in here and _starts_from(units, begin, at)):
            found.append(_stretch(units, at, last))
        elif "with" in here and at > end and units[at - 1].view in folded_lemmas("borders"):
            found.append(_stretch(units, at, last))  # on the border with
    return found


_PLACED = _LOCATIVE | {"known_place"}


def _before(units: Sequence[Unit], begin: int, first: int) -> list[Offsets]:
    """The stretches before the event word units[begin], down to units[first]."""
    found: list[Offsets] = []
    upto = begin
    for at in range(begin - 1, max(first - 1, begin - _REACH), -1):
        if "place_where" in units[at].signature:
            found.append(_place_before(units, at))
            break
        if not units[at].signature.isdisjoint(_TURNS):
            break  # another clause
        if at < upto and units[at].signature & _MAY_LOCATE and _is_locative(units, at):
            upto = _head_of_chain(units, at, first)
            found.append(_stretch(units, upto, begin))
        elif "known_place" in units[at].signature and at > first and not units[at - 1].signature.isdisjoint(_SEES):
            found.append((units[at].start, units[at].end))
    return found


_SEES = frozenset(("saw", "faces"))  # X saw attacks


def _head_of_chain(units: Sequence[Unit], at: int, first: int) -> int:
    """The index of the preposition or type word that governs the first of several places which say where one another lies
    (in the town of X, in the south of Y): what happens there happens in the first.
    """
    while at > first:
        last = at - 1 if "comma" in units[at - 1].signature and "place_side" in units[at].signature else at
        if not _ends_name(units, last):
            return at
        begin = next((k for k in range(last - 1, max(last - _LONGEST, first) - 1, -1) if _is_locative(units, k)), None)
        if begin is None or (begin == last - 1 and "known_place" not in units[begin].signature):
            return at
        at = begin
    return at


def _ends_name(units: Sequence[Unit], last: int) -> bool:
    """Whether the unit before units[last] ends the name of a place: a known one, or what stands behind a type word."""
    signature = units[last - 1].signature
    if "known_place" in signature:
        return not signature & _ENDS
    typed = any("place_type" in unit.signature for unit in units[max(last - _NAME, 0) : last - 1])
    return typed and "place_again" not in signature and not signature & _ENDS


_NAME = 3  # units of a type word and a name of two words


def _is_other_act(units: Sequence[Unit], end: int, at: int) -> bool:
    """Whether an act word behind the event words units[:end] tells another act: a noun, and none that tells in the course of what
    the first happened (arrested, in raids, in the town of).
    """
    signature = units[at].signature
    if "+and" in signature or "ACT_VERB" in signature:
        return False
    while at > end and "ACT" in units[at - 1].signature:
        at -= 1
    before = units[at - 1].signature
    if before & {"countable", "place_type", "place_facility"} and "+al" not in before:
        return False  # a point of inspection
    return not (at > end and ("during" in before or ("fi" in before and "event_head" in units[at].signature)))


def _is_of_another(units: Sequence[Unit], at: int) -> bool:
    """Whether "and" joins a masdar that begins a deed, its doer behind it (attacks on the army | and the air force's launching of
    raids on).
    """
    signature = units[at].signature
    if "+and" not in signature or at + 1 >= len(units) or not signature & {"does_masdar", "ACT_NOUN"}:
        return False
    return bool(units[at + 1].signature & BODIES) and not units[at + 1].signature & {"prep", "TIME"}


def _place_before(units: Sequence[Unit], at: int) -> Offsets:
    """The place right before "where", all words of its name."""
    last = at - 1 if at > 1 and "comma" in units[at - 1].signature else at
    first = max(last - 1, 0)
    while first > 0 and last - first < _LONGEST and units[first - 1].signature & _PLACES:
        first -= 1
    return units[first].start, units[max(last - 1, 0)].end


_LONGEST = 4
_TURNS = frozenset(("meanwhile", "but"))


def scenes(units: Sequence[Unit]) -> tuple[Offsets, ...]:
    """All stretches of a sentence that may name where something is set."""
    may = [at for at, unit in enumerate(units) if unit.signature & _MAY_LOCATE]
    return tuple(_stretch(units, at, len(units)) for at in may if _is_locative(units, at))


def land(units: Sequence[Unit], begin: int) -> str | None:
    """The country in whose land, waters or capital the clause of the event word at `begin` is set, told by an adjective (on Syrian
    soil); its ISO code.
    """
    first, last = clause(units, begin)
    ways = (range(begin + 1, min(last, begin + _REACH)), range(begin - 1, max(first, begin - _REACH), -1))
    for at in (at for way in ways for at in way):
        signature = units[at].signature
        if at > begin and ("comma" in signature or ("ACT" in signature and _is_other_act(units, begin + 1, at))):
            return None
        if "soil" not in signature or at + 1 >= len(units) or "demonym" not in units[at + 1].signature:
            continue
        before = units[at - 1].signature
        if "+bi" in signature or ("prep_pron" not in before and before & _LOCATIVE):
            country: str | None = units[at + 1]["demonym"]
            return country
    return None


def between(turns: Sequence[int], sentence: Offsets, at: int) -> Offsets:
    """The stretch of a sentence, from one "while" to the next, in which the offset `at` lies: others tell of other acts."""
    first = max((turn for turn in turns if turn <= at), default=sentence[0])
    return first, min((turn for turn in turns if turn > at), default=sentence[1])


def _is_locative(units: Sequence[Unit], at: int) -> bool:
    """A preposition of place, a place behind "in", or a type word (the city of) that no other preposition governs."""
    signature = units[at].signature
    if "place_side" in signature and at and _is_measured(units, at):
        return False
    if signature & _LOCATIVE:
        if ("place_side" in signature and _lies(units, at)) or _leads_there(units, at):
            return False
        if not at:
            return "prep_pron" not in signature
        before = units[at - 1].signature
        ranked = "superlative" in before and _ranks(units, at - 1)
        obliged = "ala" in signature and not before.isdisjoint(_OBLIGE)  # that it is for X to stop the raids
        return "prep_pron" not in signature and not (ranked or obliged or _describes(units, at - 1))
    if signature & {"+bi", "maybe_bi"}:
        return "maybe_bi" in signature or bool(signature & _PLACES)
    if "+li" in signature and at and {"+pron", "ACT"} <= units[at - 1].signature:
        return bool(signature & _PLACES)  # their storming of the town of X
    if "place_type" not in signature or signature & {"+li", "+and", "known_place"}:
        return False
    if "+al" in signature and "place_capital" not in signature:
        return False  # the town: what stands behind is not its name
    if at and units[at - 1].signature & _LOCATIVE and "prep_pron" not in units[at - 1].signature:
        return _is_locative(units, at - 1)
    if not at or units[at - 1].signature.isdisjoint(_NO_PLACE):
        return True
    return "between" in units[at - 1].signature and "place_two" in signature  # between the towns of X and Y


def _leads_there(units: Sequence[Unit], at: int) -> bool:
    """Whether a preposition begins "on its way", or says where somebody was heading (a convoy heading for X): not there."""
    return any("heads_for" in unit.signature for unit in units[max(at - _HEADING, 0) : at + 2])


_HEADING = 3  # units: heading from X to
_OBLIGE = frozenset(("comp", "bi_comp", "must"))


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


def _starts_from(units: Sequence[Unit], begin: int, at: int) -> bool:
    """Whether "from" says where protests started (broke out from the town of), what somebody withdraws from, or what somebody or
    something came near to: an attack comes from elsewhere.
    """
    act = units[begin].get("ACT")
    driven = act is not None and act.word.needs == "driven"  # drove them from the town
    if "nears" in units[at - 1].signature:
        return True
    if act is None or not (driven or act.word.type in ("PROTEST", "RETREAT")):
        return False
    if driven or act.word.type == "RETREAT":
        return bool(units[at + 1 : at + 2]) and bool(units[at + 1].signature & _PLACES)
    return any("starts" in unit.signature for unit in units[max(begin - 2, 0) : at])


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


# In parts of, in all corners of.
_PARTS = frozenset(("انحاء", "اجزاء", "ارجاء", "مناطق", "محافظات", "مدن", "احياء"))


def _stretch(units: Sequence[Unit], at: int, limit: int) -> Offsets:
    end = at + 1
    if "maybe_bi" in units[at].signature and not units[at].signature & _PLACES:
        return units[at].start, units[at].end  # a place if it is one: its first letter may be its own
    while end < limit and end - at < _WIDTH and (not units[end].signature & _ENDS or _is_called(units, end)):
        signature = units[end].signature
        if "+li" in signature:
            break
        apart = "min" in signature and "place_side" not in units[end - 1].signature
        if apart and not any(unit.view in _PARTS for unit in units[at:end]):
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
_NO_NAME = _ENDS - {"ACT"}


def _takes_up(units: Sequence[Unit], begin: int, end: int, last: int) -> tuple[Offsets, str] | None:
    """Where the clause of the event words units[begin:end], up to `last`, takes up a place named before (in the town), and its
    kind.
    """
    for at in range(end, min(last, end + _REACH)):
        signature = units[at].signature
        if "ACT" in signature and _is_other_act(units, end, at):
            return None
        if "place_again" in signature and not signature & _GOVERNED and _stands_alone(units, at, begin):
            return (units[at].start, units[at].end), units[at]["place_again"]
    for at in range(begin - 1, max(begin - _REACH, 1), -1):
        signature = units[at].signature
        if "stop" in signature or "semicolon" in signature:
            return None
        if "rel" in signature and "place_again" in units[at - 1].signature and "happens" in units[at + 1].signature:
            return (units[at - 1].start, units[at - 1].end), units[at - 1]["place_again"]  # the town that saw
    return None


_GOVERNED = frozenset(("+and", "+li"))


def _stands_alone(units: Sequence[Unit], at: int, begin: int) -> bool:
    """Whether "the town" is set off by a preposition of place, or is where those at units[begin] leave from, and neither named nor
    told from others behind.
    """
    before = units[at - 1].signature
    left = "min" in before and _starts_from(units, begin, at - 1)
    if not (left or "+bi" in units[at].signature or before & (_LOCATIVE | {"place_type"})):
        return False
    return at + 1 >= len(units) or not units[at + 1].signature & {"toponym", "known_place", "+al"}
