"""Where and when an event word is set: the words of its clause that may name its place, and the dates, best first.

What stands behind the event word with a preposition of place goes before what stands in front of it; nothing counts
that another event word stands nearer to.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from khabar.grammar import Unit
from khabar.languages.ar.events.clause_starts import BODIES
from khabar.languages.ar.events.dates import (
    clause,
    comes_of,
    is_fate,
    is_genitive_act,
    is_met_during,
    is_of_act,
    type_of,
    was_agreed,
    when,
)
from khabar.languages.ar.events.other_subjects import begins_another
from khabar.languages.ar.events.stretches import (
    ENDS,
    LOCATIVE,
    MAY_LOCATE,
    PLACES,
    is_locative,
    is_spoken_of,
    is_taking,
    starts_from,
    stretch,
)
from khabar.languages.ar.lists.events import folded_lemmas
from khabar.languages.ar.phrases.shapes import is_article
from khabar.languages.drafts import Offsets
from khabar.record.vocabulary import HARM

_REACH = 25


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
    agreed = "ACT_VERB" in units[begin].signature and was_agreed(units, begin)
    return Setting(
        _where(units, begin, end, around, agreed=agreed),
        when(units, begin, end, around, agreed=agreed),
        _takes_up(units, begin, end, around[1]),
    )


def _where(
    units: Sequence[Unit], begin: int, end: int, around: tuple[int, int], *, agreed: bool
) -> tuple[Offsets, ...]:
    """Stretches of the clause of the event words units[begin:end] that may name the place; `agreed`: it was agreed on."""
    found, late = _behind(units, begin, end, around[1])
    if not agreed:
        found += _before(units, begin, around[0])
    return (*found, *late)


def _behind(units: Sequence[Unit], begin: int, end: int, last: int) -> tuple[list[Offsets], list[Offsets]]:
    """The stretches behind the event words units[begin:end], up to units[last]; and those that may be of what a relative clause
    tells of somebody else.
    """
    found: list[Offsets] = []
    late: list[Offsets] = []
    told = found
    met = "ACT" in units[begin].signature and units[begin]["ACT"].word.type == "CONSULT"
    if (
        end < last
        and units[end].signature & {"toponym", "place_type"}
        and not units[end].signature & {"prep", "copula"}
    ):
        found.append(stretch(units, end, last))
    if met and begin and "fi" in units[begin - 1].signature and is_article(units[begin]):
        last = next((at for at in range(end, last) if units[at].signature & _SAID_THERE), last)
    for at in _told_of(units, begin, end, last):
        here = units[at].signature
        if met and here & _SET_IN and is_spoken_of(units, at):
            continue
        if "rel" in here and "while" not in here:
            if told is found and not is_of_act(units, begin, at):
                told = late
        elif "ila" in here and at - end > _LEADS and type_of(units[begin]) in HARM:
            continue  # the hurt of the attack were brought to
        elif (here & MAY_LOCATE and is_locative(units, at)) or (
            "min" in here and "+and" not in here and starts_from(units, begin, at)
        ):
            told.append(stretch(units, at, last))
        elif "known_place" in here and at > end and _saw_it(units[at - 1]):
            told.append((units[at].start, units[at].end))  # the attacks that X saw
        elif "with" in here and at > end and units[at - 1].view in folded_lemmas("borders"):
            told.append(stretch(units, at, last))  # on the border with
    return found, late


def _saw_it(unit: Unit) -> bool:
    """Whether a verb says of a place behind it that it saw what was told before."""
    return "+pron" in unit.signature and not unit.signature.isdisjoint(_SEES)


def _told_of(units: Sequence[Unit], begin: int, end: int, last: int) -> list[int]:
    """The units behind the event words units[begin:end] that tell of it, up to another act: its outcomes are none.  Left out are
    brackets that tell of whoever stands before them (the group (an arm of the movement in X) attacked), what some of its victims
    suffered, and whence something was fired.
    """
    found: list[int] = []
    aside, led, upto = False, False, 0
    for at in range(end, min(last, end + _REACH)):
        here = units[at].signature
        if "ACT" in here and _is_other_act(units, end, at):
            led = comes_of(units, begin, at, led=led)
            if not led:
                break
        if "+and" in here and begins_another(units, at):
            break  # frees two, and the court in X holds a session
        if "among" in here or ("min" in here and {"launched", "verb"} <= units[at - 1].signature):
            upto = _upto_aim(units, at, last) if "min" in here else _closing(units, begin, at, last)
            if not upto:
                break
        if (led and "does" in here) or ("masdar" in here and _is_of_another(units, at)):
            break  # the attack in which three died was carried out by
        if "bracket" in here:
            aside = "bracket_open" in here and all(u.signature.isdisjoint(_PLACED) for u in units[at + 1 : at + 2])
        elif not aside and at >= upto and here & _TELL:
            found.append(at)
    return found


# What somebody spoke of at the meeting (voiced, at the meeting, joy over).
_SAID_THERE = frozenset(("an", "about", "comp", "bi_comp"))
_TELL = MAY_LOCATE | {"rel", "ila", "min", "with", "known_place"}
_SET_IN = frozenset(("fi", "place_type"))
_LEADS = 3  # units: the fighting with the army spread to
_PLACED = LOCATIVE | {"known_place"}


def _closing(units: Sequence[Unit], begin: int, at: int, last: int) -> int:
    """The comma that closes what says how some are of the people whose fate units[begin] tells (three of them badly hurt, in the
    town of), or whom it took away; 0 where there is none before another act.
    """
    if not (is_fate(units[begin]) or is_taking(units[begin])):
        return 0
    behind = range(at + 1, min(at + _ASIDE, last))
    end = next((k for k in behind if units[k].signature & {"ACT", "comma"}), 0)
    return end if "comma" in units[end].signature else 0


def _upto_aim(units: Sequence[Unit], at: int, last: int) -> int:
    """The word behind units[at], whence something was fired, that says at what (on), or the comma before it."""
    ends = (k for k in range(at + 1, last) if units[k].signature & _AIMS)
    return next(ends, last)


_AIMS = frozenset(("ala", "comma", "ila"))
_ASIDE = 8


def _before(units: Sequence[Unit], begin: int, first: int) -> list[Offsets]:
    """The stretches before the event word units[begin], down to units[first]."""
    found: list[Offsets] = []
    upto = begin
    for at in range(begin - 1, max(first - 1, begin - _REACH), -1):
        if "place_where" in units[at].signature:
            found.append(_place_before(units, at))
            break
        if units[at].signature & _TURNS:
            break  # another clause
        if "ACT" in units[at].signature and is_met_during(units, at, begin):
            return []
        signature = units[at].signature
        locates = (signature & MAY_LOCATE and is_locative(units, at)) or (
            "min" in signature and _opens(units, begin, at, first)
        )
        if at < upto and locates:
            upto = _head_of_chain(units, at, first)
            found.append(stretch(units, upto, begin))
        elif "known_place" in units[at].signature and at > first and not units[at - 1].signature.isdisjoint(_SEES):
            found.append((units[at].start, units[at].end))
    return found


def _opens(units: Sequence[Unit], begin: int, at: int, first: int) -> bool:
    """Whether "from" opens the clause, and says whence the act started (from the town of X, the police arrested)."""
    opens = at == first or "+and" in units[at].signature or "comma" in units[at - 1].signature
    return opens and starts_from(units, begin, at)


_SEES = frozenset(("saw", "faces"))  # X saw attacks


def _head_of_chain(units: Sequence[Unit], at: int, first: int) -> int:
    """The index of the preposition or type word that governs the first of several places which say where one another lies
    (in the town of X, in the south of Y): what happens there happens in the first.
    """
    while at > first:
        last = at - 1 if "comma" in units[at - 1].signature and "place_side" in units[at].signature else at
        if not _ends_name(units, last):
            return at
        begin = next((k for k in range(last - 1, max(last - _LONGEST, first) - 1, -1) if is_locative(units, k)), None)
        if begin is None or (begin == last - 1 and "known_place" not in units[begin].signature):
            return at
        at = begin
    return at


def _ends_name(units: Sequence[Unit], last: int) -> bool:
    """Whether the unit before units[last] ends the name of a place: a known one, or what stands behind a type word."""
    signature = units[last - 1].signature
    if "known_place" in signature:
        return not signature & ENDS
    typed = any("place_type" in unit.signature for unit in units[max(last - _NAME, 0) : last - 1])
    return typed and "place_again" not in signature and not signature & ENDS


_NAME = 3  # units of a type word and a name of two words


def _is_other_act(units: Sequence[Unit], end: int, at: int) -> bool:
    """Whether an act word behind the event words units[:end] tells another act: a noun, and none that tells in the course of what
    the first happened (arrested, in raids, in the town of).
    """
    signature = units[at].signature
    if "+and" in signature or "ACT_VERB" in signature or (at == end and is_genitive_act(units, at)):
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
    while first > 0 and last - first < _LONGEST and units[first - 1].signature & PLACES:
        first -= 1
    return units[first].start, units[max(last - 1, 0)].end


_LONGEST = 4
_TURNS = frozenset(("meanwhile", "but"))


def scenes(units: Sequence[Unit], *, met: bool = False) -> tuple[Offsets, ...]:
    """All stretches of a sentence that may name where something is set; `met`: where people met, not of what they spoke."""
    may = [at for at, unit in enumerate(units) if unit.signature & MAY_LOCATE and not (met and is_spoken_of(units, at))]
    return tuple(stretch(units, at, len(units)) for at in may if is_locative(units, at))


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
        if "+bi" in signature or ("prep_pron" not in before and before & LOCATIVE):
            country: str | None = units[at + 1]["demonym"]
            return country
    return None


def between(turns: Sequence[int], sentence: Offsets, at: int) -> Offsets:
    """The stretch of a sentence, from one "while" to the next, in which the offset `at` lies: others tell of other acts."""
    first = max((turn for turn in turns if turn <= at), default=sentence[0])
    return first, min((turn for turn in turns if turn > at), default=sentence[1])


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
    left = "min" in before and starts_from(units, begin, at - 1)
    if not (left or "+bi" in units[at].signature or before & (LOCATIVE | {"place_type"})):
        return False
    return at + 1 >= len(units) or not units[at + 1].signature & {"toponym", "known_place", "+al"}
