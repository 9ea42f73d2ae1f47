"""The counted people as written, and what the words say of who they are."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.figures.belonging import members_of
from khabar.languages.ar.figures.counts import FORCES, HARD, LONGEST, Count, is_mark
from khabar.languages.ar.figures.phrase_ends import STOPS, phrase_end
from khabar.languages.ar.figures.serving import name_behind_body
from khabar.languages.ar.forms.known_forms import gazetteer
from khabar.languages.ar.lists.figure_words import CountedNoun
from khabar.languages.drafts import Offsets
from khabar.record.vocabulary import Measure, Population

_THEIR = "\N{ARABIC LETTER HEH}\N{ARABIC LETTER MEEM}"
_COUNT_OF_THEM = "\N{ARABIC LETTER AIN}\N{ARABIC LETTER DAL}\N{ARABIC LETTER DAL}" + _THEIR


def people_range(units: Sequence[Unit], count: Count) -> tuple[int, int] | None:
    """The units of the counted words: the noun phrase right behind the number, "of …" included, or the noun itself."""
    if count.shape in ("dual", "single") or (count.noun is not None and count.noun < count.at):
        first = count.noun if count.noun is not None else count.at
        if ".listed." in count.rule:  # a line that names one: title and name
            last = min(len(units), first + LONGEST)
            return first, next((k for k in range(first + 1, last) if units[k].signature & _NO_NAME), last)
        return first, (first + 1 if count.shape == "single" else phrase_end(units, first + 1, inside=True))
    first = count.at + 1
    while first < len(units) and is_mark(units[first]):
        first += 1
    if first >= len(units):
        return (count.at - 1, count.at) if count.at and _is_named_before(units[count.at - 1]) else None
    unit = units[first]
    if "of_them" in unit.signature:
        end = phrase_end(units, first + 2) if first + 2 < len(units) and "min" in units[first + 1].signature else 0
        return (first + 1, end) if end > first + 2 else (first, first + 1)
    if "min" in unit.signature and _is_out_of(units, first + 1):
        return None  # four out of ten workers: the whole tells who they are
    if "min" in unit.signature and not is_their_number(units, count):
        shown = first + 2 < len(units) and "demonstrative" in units[first + 1].signature  # fifteen of those militias
        end = phrase_end(units, first + 1 + shown)
        return (first, end) if end > first + 1 + shown else None
    if "whoever" in unit.signature or unit.view.startswith(
        "\N{ARABIC LETTER MEEM}\N{ARABIC LETTER MEEM}\N{ARABIC LETTER NOON}"
    ):
        return first, _clause_end(units, first + 1)
    end = phrase_end(units, first)
    if end == first and count.at and _is_named_before(units[count.at - 1]):
        return count.at - 1, count.at
    return (first, end) if end > first else _named_by_the_toll(units, count)


def _is_out_of(units: Sequence[Unit], first: int) -> bool:
    """Whether another number stands behind "of" (two of three, four out of ten, three from among twelve)."""
    behind = units[first : first + 2]
    if behind and "NUMBER" in behind[0]:
        return True
    return len(behind) > 1 and "NUMBER" in behind[1] and not behind[0].signature.isdisjoint(_TOTAL)


_TOTAL = frozenset(("total_word", "among_prep"))


def one_called(units: Sequence[Unit], count: Count) -> tuple[int, int]:
    """The units that say who the one victim is: the noun with his title, body and name (the commander of the police, So-and-so).

    A second victim, what somebody does to him and a predicate behind his name are no part of it.
    """
    first = count.noun if count.noun is not None else count.at
    known, at = not units[first].signature.isdisjoint(_KNOWN), first + 1
    while at < min(len(units), first + LONGEST):
        signature = units[at].signature
        if "fi" in signature and (name := name_behind_body(units, at)):
            at = name  # the sergeant | in the police | So-and-so
            continue
        if not signature.isdisjoint(_ONE_STOPS) or (known and signature and signature.isdisjoint(_NAMING)):
            break
        if "measure_part" in signature and "+al" not in signature:
            break  # the attacker | dead
        known = known or not signature.isdisjoint(_KNOWN)
        at += 1
    return first, at


_KNOWN = frozenset(("+al", "given", "name_part"))
_NAMING = _KNOWN | {
    "name",
    "role",
    "demonym",
    "people",
    "org_head",
    "toponym",
    "known_place",
    "maybe_li",
    "maybe_bi",
    "maybe_ka",
}
_ONE_STOPS = STOPS | {"mark", "quote", "bracket", "+and", "+bi", "+li", "+ka", "min", "FINITE", "event", "CUE"}
_NO_NAME = frozenset(("bracket", "comma", "colon", "dash", "stop", "NUMBER", "TIME", "+and"))


def _clause_end(units: Sequence[Unit], first: int) -> int:
    """Where the clause ends that says who they are (of those whom it called "criminals" | since): at a mark or a date."""
    at = min(first + 1, len(units))
    while (
        at < min(len(units), first + LONGEST) and not units[at].signature & _CLAUSE_STOPS and units[at].view != _SINCE
    ):
        at += 1
    opened = sum("quote_open" in unit.signature for unit in units[first:at])
    closed = sum("quote_close" in unit.signature for unit in units[first:at])
    if opened > closed:  # cut inside quoted words: before them
        at = next(k for k in range(at - 1, first - 1, -1) if "quote_open" in units[k].signature)
    while at > first and units[at - 1].signature & {"prep", "bi_free", "li_free"}:
        at -= 1
    return max(at, min(first + 1, len(units)))


_SINCE = "منذ"
_CLAUSE_STOPS = frozenset(
    ("stop", "comma", "colon", "semicolon", "dash", "TIME", "TIME_PREP", "comp", "while", "fi", "NUMBER", "and_free")
)


def is_their_number(units: Sequence[Unit], count: Count) -> bool:
    """Whether "their number" stands before it, said of people (the residents, whose number is ten thousand)."""
    if count.shape != "alone":
        return False
    for unit in reversed(units[max(0, count.at - _TOLL) : count.at]):
        if "toll" in unit:
            return bool(unit.get("+pron") == _THEIR)
        if unit.signature & {"stop", "comp", "bi_comp", "NUMBER", "rel"}:
            return False
    return _COUNT_OF_THEM in units[count.at].view  # the bound may hold the words: estimated their number at


def takes_part(units: Sequence[Unit], count: Count) -> bool:
    """Whether "the number of those who took part" stands before it: of whichever crowd was told of."""
    for at in range(count.at - 1, max(0, count.at - _TOLL), -1):
        if "toll" in units[at - 1]:
            return "marchers" in units[at] and "people" in units[at] and units[at]["people"].measure is None
        if units[at].signature & {"stop", "comp", "bi_comp", "NUMBER", "rel"}:
            return False
    return False


def _is_named_before(unit: Unit) -> bool:
    """A toll names its people right before a bare number (the total of the deaths 13)."""
    return "people" in unit and "+al" in unit


_TOLL = 14


def _named_by_the_toll(units: Sequence[Unit], count: Count) -> tuple[int, int] | None:
    """The people whose toll ends in a bare number (the number of the dead rose to thirteen)."""
    if count.shape != "alone":
        return None
    for at in range(count.at - 1, max(-1, count.at - _TOLL), -1):
        if units[at].signature & {"stop", "comp", "bi_comp", "of_them", "+and"}:
            return None
        if "toll" in units[at]:
            first = next((k for k in range(at + 1, min(at + 3, count.at)) if "people" in units[k]), None)
            if first is None:
                return None
            end = first + 1
            while end < count.at and "+al" in units[end] and "verb" not in units[end]:
                end += 1
            return first, end
    return None


def taken_from(units: Sequence[Unit], place: tuple[int, int] | None, count: Count) -> Measure | None:
    """What befell the definite people that a count is taken from (two of the wounded)."""
    if place is None or count.noun is None or not any("min" in units[k] for k in range(count.at, place[0] + 1)):
        return None
    for unit in units[place[0] : place[1]]:
        if "relatives" in unit.signature:
            return None
        noun: CountedNoun | None = unit.get("people")
        if noun is not None and noun.number == "p" and noun.measure in _BEFALLEN and "+al" in unit:
            return noun.measure
    return None


_BEFALLEN = (*HARD, "arrested", "abducted")


def words_of(units: Sequence[Unit], place: tuple[int, int] | None) -> Offsets | None:
    """Source offsets of the counted words, without a glued conjunction."""
    if place is None or place[1] <= place[0]:
        return None
    return units[place[0]].cut, units[place[1] - 1].end


def populations(
    units: Sequence[Unit], place: tuple[int, int] | None, count: Count
) -> tuple[tuple[Population, Offsets], ...]:
    """Who the counted are, as far as nouns, attributes and the force they belong to say so."""
    if place is None:
        return ()
    found: dict[Population, Offsets] = {}
    for index in range(*place):
        unit = units[index]
        noun: CountedNoun | None = unit.get("people")
        if index > place[0] and "relatives" in units[index - 1].signature:
            break  # the families of | the captives
        said = list(noun.populations) if noun is not None else []
        if said and index > place[0] and "defence" in units[index - 1].signature:
            continue  # the civil defence
        if noun is not None and noun.feminine:  # of other words it is only the agreement of an adjective
            girl = "child" in said
            said = said if girl else [*said, "woman"] if index == count.noun and (said or _is_she(unit)) else []
        for value in said:
            found.setdefault(value, (unit.stem if unit.stem > unit.start else unit.cut, unit.end))
    found = members_of(units, place, count) | found
    army = any("army_body" in unit for unit in units[place[0] : place[1]])
    if "security" in found and not army:  # officers of the police are no combatants
        found.pop("combatant", None)
    return tuple(found.items())


def _is_she(unit: Unit) -> bool:
    """Whether the ending of a noun says that a woman is meant: its own, not "his" (شقيقه) in the same folded letters."""
    return "+pron" not in unit and unit.text.endswith(_SHE) and unit["people"].lemma != _OTHER


_SHE = ("ة", "ات", "تين", "تان", "تا", "تي")
_OTHER = "آخر"


_ARMED: tuple[Population, ...] = ("combatant", "security", "official")


def side_of(units: Sequence[Unit], place: tuple[int, int] | None) -> str | None:
    """The party of counted fighters, police, officials or members: the body or group their words name, else the country."""
    if place is None:
        return None
    nation: str | None = None
    armed = False
    for at in range(*place):
        unit = units[at]
        noun: CountedNoun | None = unit.get("people")
        armed = armed or (noun is not None and bool(set(noun.populations) & set(_ARMED)))
        if "organisation" in unit and "verb" not in unit:
            return _bare_text(unit)
        if unit.signature & FORCES and noun is None:
            return " ".join([_bare_text(unit), *(u.text for u in units[at + 1 : _end_of_body(units, at, place[1])])])
        nation = nation or _country_name(unit)
    return nation if armed else None


def _end_of_body(units: Sequence[Unit], at: int, end: int) -> int:
    """A body keeps its genitive and its adjectives (the forces of the government, the Syrian army)."""
    here = at + 1
    while here < end and not units[here].signature & {"+and", "mark", "+bi", "+li", "min", "prep", "rel"}:
        here += 1
    return here


def _bare_text(unit: Unit) -> str:
    start = unit.cut + (1 if unit.signature & {"+bi", "+li", "+ka"} else 0)
    return unit.text[start - unit.start :]


def _country_name(unit: Unit) -> str | None:
    code = unit.get("demonym")
    if not isinstance(code, str):
        return None
    try:
        place = gazetteer().country(code)
    except KeyError:  # a union of states has its adjective, and no place
        return None
    return place.name_ar or place.name
