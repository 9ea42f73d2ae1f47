"""The means of an act: the weapon that its words name, and the kind of act that it makes of a general one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from khabar.grammar import Unit
from khabar.languages.ar.events.acts import Act, holds, trigger, units_of
from khabar.languages.ar.events.clause_starts import ARMS
from khabar.languages.ar.lists.event_words import Means
from khabar.languages.ar.lists.events import bare
from khabar.languages.ar.phrases.shapes import has_preposition
from khabar.languages.drafts import Offsets, PartyDraft
from khabar.record.vocabulary import Subtype

_METHOD_REACH = 9
_BORDERS = frozenset(("stop", "CUE", "ACT", "comma"))
GENERAL = frozenset((None, "attack", "shelling", "explosive"))


def means(units: Sequence[Unit], act: Act) -> tuple[Offsets | None, Subtype | None]:
    """The weapon named behind the act, and the kind of act it makes of a general one.

    A bomber is the means only where no weapon is named.
    """
    found = list(_all_means(units, act))
    if act.word.type == "PROTEST":
        found = [one for one in found if has_preposition(units[one[0]])]  # unrest may hit aviation
    if not found:
        return None, None
    at, last, kind = next((f for f in found if is_weapon(units[f[0]])), found[0])
    if at == act.first + 1 and act.kind == "noun" and "kind_adjective" in units[at].signature:
        at -= 1  # a suicide bombing, rather than "suicide"
    fits = act.word.type == "ASSAULT" and act.word.subtype in GENERAL
    subtype = next((k.subtype for _, _, k in found if k.subtype == "suicide_bomb"), kind.subtype)
    if subtype in _OF_CROWDS:
        subtype = "attack" if subtype == "violent" and act.word.subtype is None else None
    return (trigger(units[at])[0], units[last - 1].end), (subtype if fits else None)


_OF_CROWDS = ("violent", "intervened")  # what stones and tear gas make of a protest


def _all_means(units: Sequence[Unit], act: Act) -> Iterator[tuple[int, int, Means]]:
    """All means behind the act: where each begins and ends, and its row."""
    first = act.first if act.word.type == "ASSAULT" else act.last  # what is banned is marches, not drones
    for at in range(first, min(len(units), act.last + _METHOD_REACH)):
        unit = units[at]
        if unit.signature & _BORDERS and (
            "stop" in unit.signature or ("CUE" in unit.signature and at > first) or (at >= act.last and _is_other(unit))
        ):
            return
        if at > first and unit.signature & ARMS and not _is_given(unit):
            found, last = means_at(units, at)
            if found is not None:
                yield at, last, found


def _is_given(unit: Unit) -> bool:
    """A weapon's name that somebody bears (Sword), unless a preposition makes it the means."""
    return "given" in unit.signature and not has_preposition(unit)


def _is_other(unit: Unit) -> bool:
    """A comma, an act that is no weapon's name, or a march, whose word is also short for a drone."""
    if "ACT" in unit.signature and unit["ACT"].word.type == "PROTEST":
        return True
    return ("ACT" in unit.signature or "comma" in unit.signature) and "means_head" not in unit.signature


def means_at(units: Sequence[Unit], at: int) -> tuple[Means | None, int]:
    """The weapon whose name begins at units[at], and the unit index behind it."""
    for tail, found in units[at].get("means_head") or ():
        last = at + 1 + len(tail)
        if last <= len(units) and all(bare(units[at + 1 + k].view) == word for k, word in enumerate(tail)):
            return found, last
    return units[at].get("means"), at + 1


def is_weapon(unit: Unit) -> bool:
    """A weapon, by one word or the first of several; nobody who is called so."""
    return bool(unit.signature & ARMS) and "people" not in unit.signature


def kind_of(units: Sequence[Unit], act: Act, actor: PartyDraft | None, subtype: Subtype | None) -> Subtype | None:
    """The kind of an act whose means make it a `subtype`: of its row where they do not say; what planes or bombers do is of their
    kind.
    """
    if _is_aerial(units, act, actor):
        return "air_strike"
    kind = subtype or act.word.subtype
    return "suicide_bomb" if kind in _OF_BOMBERS and act.word.type == "ASSAULT" and _is_bomber(units, actor) else kind


_OF_BOMBERS = (None, "attack", "explosive")


def _is_bomber(units: Sequence[Unit], actor: PartyDraft | None) -> bool:
    return any("means" in u.signature and u["means"].subtype == "suicide_bomb" for u in units_of(units, actor))


def _is_aerial(units: Sequence[Unit], act: Act, actor: PartyDraft | None) -> bool:
    """Whether it came from the air: by an adjective right behind, or because planes did it."""
    if act.word.type != "ASSAULT" or act.word.subtype not in (*GENERAL, "armed_clash") or act.word.ground:
        return False
    last = max(act.last, act.tail[1])
    return holds(units, actor, "planes") or any(
        u.signature & {"aerial", "planes"} for u in units[act.first + 1 : last + _ADJECTIVES]
    )


_ADJECTIVES = 2
