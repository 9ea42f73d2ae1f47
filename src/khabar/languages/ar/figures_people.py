"""The counted people as written, and what the words say of who they are."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.figures_counts import Count, is_mark
from khabar.languages.ar.figures_words import CountedNoun
from khabar.languages.drafts import Offsets
from khabar.record.vocabulary import Population

_MOST = 9
_STOPS = frozenset(
    (
        "stop",
        "comma",
        "colon",
        "semicolon",
        "dash",
        "TIME",
        "NUMBER",
        "comp",
        "bi_comp",
        "rel",
        "prep",
        "prep_pron",
        "among",
        "MEASURE",
        "bound_after",
        "while",
        "like",
        "but",
        "qad",
        "kana",
        "neg",
        "namely",
        "still",
        "ma",
        "link",
        "slash",
        "demonstrative",
        "and_free",
        "FATE_VERB",
        "fate",
    )
)
_JOINED = frozenset(("people", "security_body", "army_body", "organisation", "org_head"))
_BODIES: dict[str, Population] = {"security_body": "security", "army_body": "combatant"}


def people_range(units: Sequence[Unit], count: Count) -> tuple[int, int] | None:
    """The units of the counted words: the noun phrase right behind the number, "of …" included, or the noun itself."""
    if count.shape in ("dual", "single") or (count.noun is not None and count.noun < count.at):
        first = count.noun if count.noun is not None else count.at
        return first, (first + 1 if count.shape == "single" else _phrase_end(units, first + 1, inside=True))
    first = count.at + 1
    while first < len(units) and is_mark(units[first]):
        first += 1
    if first >= len(units):
        return (count.at - 1, count.at) if count.at and _is_named_before(units[count.at - 1]) else None
    unit = units[first]
    if "of_them" in unit:
        return first, first + 1
    if "min" in unit:
        end = _phrase_end(units, first + 1)
        return (first, end) if end > first + 1 else None
    if "whoever" in unit or unit.view.startswith("\N{ARABIC LETTER MEEM}\N{ARABIC LETTER MEEM}\N{ARABIC LETTER NOON}"):
        return first, min(first + 2, len(units))
    end = _phrase_end(units, first)
    if end == first and count.at and _is_named_before(units[count.at - 1]):
        return count.at - 1, count.at
    return (first, end) if end > first else None


def _is_named_before(unit: Unit) -> bool:
    """A toll names its people right before a bare number (the total of the deaths 13)."""
    return "people" in unit and "+al" in unit


def _phrase_end(units: Sequence[Unit], first: int, *, inside: bool = False) -> int:
    at = first
    while at < min(len(units), first + _MOST):
        unit = units[at]
        if is_mark(unit) and "quote" in unit:
            at += 1
            continue
        if (
            at > first
            and "min" in unit
            and at + 1 < len(units)
            and not units[at + 1].signature & {"TIME", "NUMBER", "mark", "among", "among_prep"}
        ):
            at += 2
            continue
        if unit.signature & _STOPS or _ends(unit, inside or at > first):
            break
        at += 1
    while at > first and is_mark(units[at - 1]):
        at -= 1
    return at


def _ends(unit: Unit, inside: bool) -> bool:
    """Verbs and joined words end the phrase, but for a second people noun (officers and soldiers)."""
    if "+and" in unit.signature:
        return not (inside and unit.signature & _JOINED)
    if unit.signature & {"+bi", "+li", "+ka"}:
        return True
    return "FINITE" in unit.signature


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
        said = list(noun.populations) if noun is not None else []
        if noun is not None and noun.feminine:  # of other words it is only the agreement of an adjective
            said = [*said, "woman"] if index == count.noun and said else []
        said += [value for name, value in _BODIES.items() if name in unit.signature]
        for value in said:
            found.setdefault(value, (unit.stem if unit.stem > unit.start else unit.cut, unit.end))
    army = any("army_body" in unit for unit in units[place[0] : place[1]])
    if "security" in found and not army:  # officers of the police are no combatants
        found.pop("combatant", None)
    return tuple(found.items())
