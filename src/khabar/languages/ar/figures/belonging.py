"""Whose the counted are: the population that a force, a militia or a ministry lends to its members, its dead, its ranks.

"Elements" alone are nobody's; the words of their body say whether it fights, guards the streets, or gives aid.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from khabar.grammar import Unit
from khabar.languages.ar.figures.counts import HARD, Count, noun_of
from khabar.languages.ar.forms.lexicon import lexicon
from khabar.languages.ar.forms.particles import ARTICLE
from khabar.languages.ar.lists.figure_words import CountedNoun
from khabar.languages.drafts import Offsets
from khabar.record.vocabulary import Population

_RANKS = "صفوف"
_MEMBER = "عنصر"
_OF_STATE: dict[str, Population] = {"الداخليه": "security", "الدفاع": "combatant"}
_MINISTRY = "وزاره"
_RELIEF = frozenset(("الاغاثيه", "اغاثيه", "الاغاثه", "اغاثه", "الانسانيه", "انسانيه", "الهلال", "الصليب"))
_STAFF = ("موظف", "عامل", "متطوع", "زميل")
_TOLL, _PHRASE = 12, 8  # words from a toll to its number; words of a body


def members_of(units: Sequence[Unit], place: tuple[int, int], count: Count) -> dict[Population, Offsets]:
    """What the bodies named in the counted words, behind "in the ranks of" or by a possessive, say of who the counted are."""
    found: dict[Population, Offsets] = {}
    counted = noun_of(units, count)
    if counted is not None and counted.unit not in ("person", "body"):
        return found
    for at in (*range(*place), *_ranks(units, place[1])):
        if (said := _of_body(units[at])) is not None:
            found.setdefault(said, _words(units[at]))
    if not found and _counts_members(units, place):
        at = next((k for k in range(*place) if _is_group(units[k])), None)
        if at is not None:
            found["combatant"] = _words(units[at])
    if not found:
        found |= _of_owner(units, place, count)
    return found


def _words(unit: Unit) -> Offsets:
    return (unit.stem if unit.stem > unit.start else unit.cut), unit.end


def _of_body(unit: Unit) -> Population | None:
    """What an armed body makes of its members; police, guards of the streets, go before the forces they are part of."""
    signature = unit.signature
    if "people" in signature and "phrase" not in signature:
        return None
    if signature & {"security_body", "police"}:
        return "security"
    fights = "army_body" in signature or signature >= _FIGHTS or {"organisation", "forces"} <= signature
    own: Population | None = "combatant" if fights else None
    if "phrase" not in signature or not signature & {"organisation", "org_head"}:
        return own
    for word in unit.view.split():
        classes = lexicon().words.get(word.removeprefix(ARTICLE), {})
        if classes.keys() & {"security_body", "police"}:
            return "security"
        if "army_body" in classes or classes.keys() >= _FIGHTS:
            own = "combatant"
    return own


_FIGHTS = frozenset(("armed", "forces"))


def _is_group(unit: Unit) -> bool:
    """Whether a word names a party or a movement, by its name or as the one told of (members of the movement)."""
    organisation = unit.get("organisation")
    if isinstance(organisation, dict):
        return bool(organisation.get("kind") == "group")
    return "org_head" in unit.signature and unit.view.removeprefix(ARTICLE) in _GROUPS


_GROUPS = frozenset(("تنظيم", "حركه", "جماعه", "فصيل", "ميليشيا", "مليشيا"))


def _counts_members(units: Sequence[Unit], place: tuple[int, int]) -> bool:
    nouns = (units[k].get("people") for k in range(*place))
    return any(noun is not None and noun.lemma == _MEMBER for noun in nouns)


def _ranks(units: Sequence[Unit], at: int) -> range:
    """The words behind "in the ranks of", which say whose the dead and wounded before it are; those of two counts are one's."""
    number = at + (at < len(units) and "and_free" in units[at].signature)
    joined = number > at or (at < len(units) and "+and" in units[at].signature)
    if joined and number + 1 < len(units) and units[number].signature & {"NUMBER", "digits"}:
        at = number + 2
    if at + 2 < len(units) and "fi" in units[at].signature and units[at + 1].view == _RANKS:
        return range(at + 2, at + 3)
    return range(0)


def _of_owner(units: Sequence[Unit], place: tuple[int, int], count: Count) -> dict[Population, Offsets]:
    """What "its dead", "its members", "in its ranks" say, by the nearest body before whose they may be."""
    at = next(_possessed(units, place, count), None)
    if at is None:
        return {}
    staff = units[at].get("people")
    of_staff = staff is not None and staff.lemma in _STAFF
    for first in range(at - 1, -1, -1):
        signature = units[first].signature
        if "stop" in signature:
            break
        if not signature & _BODIES:
            continue
        end = min(first + _PHRASE, at)
        if of_staff:
            relief = next((k for k in range(first, end) if _RELIEF & set(units[k].view.split())), None)
            return {"aid_worker": _words(units[relief])} if relief is not None else {}
        said = _of_body(units[first]) or _of_ministry(units, first)
        return {said: _words(units[first])} if said is not None else {}
    return {}


_BODIES = frozenset(("org_head", "organisation", "army_body", "security_body", "police"))


def _of_ministry(units: Sequence[Unit], at: int) -> Population | None:
    words = units[at].view.split()
    if words[0].removeprefix(ARTICLE).endswith(_MINISTRY) and len(words) == 1 and at + 1 < len(units):
        words += units[at + 1].view.split()
    return next((_OF_STATE[word] for word in words[1:] if word in _OF_STATE), None)


def _possessed(units: Sequence[Unit], place: tuple[int, int], count: Count) -> Iterator[int]:
    """Where a possessive makes the counted somebody's: in their own words, behind them, or in the toll that their number ends."""
    for k in range(*place):
        if "+pron" in units[k].signature and "people" in units[k].signature:
            yield k
    if place[1] + 1 < len(units) and "fi" in units[place[1]].signature and _is_their_ranks(units[place[1] + 1]):
        yield place[1] + 1
    nouns = [units[k].get("people") for k in range(*place)]
    if any(noun is not None and noun.lemma != _MEMBER and noun.measure not in HARD for noun in nouns):
        return
    for k in range(count.at - 1, max(-1, count.at - _TOLL), -1):
        unit = units[k]
        if unit.signature & {"stop", "comp", "bi_comp", "+and"}:
            return
        noun: CountedNoun | None = unit.get("people")
        if "+pron" in unit.signature and noun is not None and noun.measure in HARD:
            yield k


def _is_their_ranks(unit: Unit) -> bool:
    return unit.view.startswith(_RANKS) and unit.view != _RANKS


def cannot_own(before: Unit, noun: CountedNoun, unit: Unit) -> bool:
    """Whether a word cannot belong to the dual or sound plural before it, whose nun no genitive follows: it does not agree with
    a dual (two gunmen | the station; the two soldiers | it launched), or is a place or body (ten gunmen | a house).
    """
    if not before.view.endswith(_NUN) or "+and" in unit.signature:
        return False
    if noun.number == "d":
        if "+al" in before.signature:
            return "verb" in unit.signature and unit.signature.isdisjoint(_NAMES_TWO)
        return not unit.view.endswith(_TWO)
    return (
        "+al" not in unit.signature and not unit.signature.isdisjoint(_OWNED) and unit.signature.isdisjoint(_TELLS_WHO)
    )


_NUN, _TWO = ("ين", "ون", "ان"), ("ين", "ان", "ي", "ا")
_NAMES_TWO = frozenset(("+al", "given", "name", "name_part", "demonym"))
_OWNED, _TELLS_WHO = frozenset(("place_type", "security_body", "org_head")), frozenset(("demonym", "people", "name"))


def said_of_all(units: Sequence[Unit]) -> tuple[int, dict[Population, Offsets]] | None:
    """Where a sentence says of all whom it has counted who they are, and what (…, all of them civilians; that they are all
    children); None where it says so of nobody, or denies it.
    """
    for at in range(1, len(units) - 1):
        view = units[at].view
        if view not in _MAY_SAY_ALL:
            continue
        view = view.removeprefix(_AND)
        together = view in _TOGETHER and bool(units[at - 1].signature & {"pronoun_comp", "+pron"})
        if not (view in _ALL_OF_THEM or together) or "neg_verb" in units[at - 1].signature:
            continue
        first = at + 1 + ("min" in units[at + 1].signature)
        noun: CountedNoun | None = units[first].get("people") if first < len(units) else None
        if noun is not None and noun.populations and noun.number == "p":
            return at, {value: _words(units[first]) for value in noun.populations}
    return None


_AND = "و"
_ALL_OF_THEM = ("جميعهم", "كلهم", "جميعهن", "كلهن")
_TOGETHER = ("جميعا", "كلهم")
_MAY_SAY_ALL = frozenset(particle + word for word in (*_ALL_OF_THEM, *_TOGETHER) for particle in ("", _AND))
