"""How a doer stands to who tells of it: somebody's own forces, those of the state, people with a name, or any people at all.

Whoever announces what his own side did owns the act; whoever names another as the doer lays it on him.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Unit
from khabar.languages.ar.events.clause_starts import UNDER_ARMS
from khabar.languages.drafts import PartyDraft


def with_standing(units: Sequence[Unit], doer: PartyDraft) -> PartyDraft:
    """The doer with what its words say of whose they are."""
    inside = [unit for unit in units if doer.span[0] <= unit.cut < doer.span[1]]
    head = next((unit for unit in inside if "quote" not in unit.signature), None)
    if head is None:
        return doer
    theirs = head.text.endswith(_HIS) and head.view[:-1].rstrip(_HER) in _MEN_OF  # listed with their ending
    theirs = theirs or any(unit.get("+pron") in _HIS for unit in inside[:2])
    own = bool(head.signature & UNDER_ARMS) and theirs
    body = "org_head" in head.signature and any(
        "+al" in unit.signature for unit in inside[1:]
    )  # the movement of the Eagle
    named = body or "+al" in head.signature or any(unit.signature & _NAMES for unit in inside)
    state = " ".join(unit.view for unit in inside) in _STATE
    return replace(doer, own=own, state=state, known=named or _is_quoted(units, doer), home=_home(inside, head))


def _home(inside: Sequence[Unit], head: Unit) -> str | None:
    """The country of the police, the courts or the authorities of a country (the police of that country): they act in it."""
    if head.signature.isdisjoint(_AT_HOME) and head.view not in _AUTHORITIES:
        return None
    if any("occupant" in unit.signature for unit in inside[:_NEAR]):
        return None  # they act in the land of others
    return next((unit["demonym"] for unit in inside[1:_NEAR] if "demonym" in unit.signature), None)


def _is_quoted(units: Sequence[Unit], doer: PartyDraft) -> bool:
    """Whether quotation marks stand around the words: whoever is quoted calls them so."""
    at = next((k for k, unit in enumerate(units) if unit.cut == doer.span[0]), 0)
    before = units[at].signature | (units[at - 1].signature if at else frozenset())
    return "quote_open" in before or "quote" in before


_AT_HOME, _NEAR = frozenset(("police", "court")), 3
_AUTHORITIES = frozenset(("السلطات", "سلطات", "الامن"))
_NAMES = frozenset(("organisation", "known_place", "given", "demonym"))
_HIS = (
    "\N{ARABIC LETTER HEH}",
    "\N{ARABIC LETTER HEH}\N{ARABIC LETTER ALEF}",
    "\N{ARABIC LETTER NOON}\N{ARABIC LETTER ALEF}",
)
_HER, _MEN_OF = "ه", frozenset(("عناصر", "رجال", "جنود", "قوات", "افراد"))
_STATE = frozenset(
    (
        "قوات الامن",
        "القوات الامنيه",
        "قوي الامن",
        "الاجهزه الامنيه",
        "اجهزه الامن",
        "الامن",
        "الشرطه",
        "قوات الشرطه",
        "الجيش",
        "قوات الجيش",
        "القوات المسلحه",
    )
)
