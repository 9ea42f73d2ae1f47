"""Which numbers can count people, and quoted words that stand for those they count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec.structs import replace

from khabar.grammar import Match, Slot, Unit, fuse
from khabar.languages.drafts import FigureDraft
from khabar.languages.quantities import Quantity
from khabar.record.vocabulary import Population


def with_quoted(units: Sequence[Unit], text: str) -> list[Unit]:
    """The units with a few quoted words behind a number as one noun of people (26 "armed men"): whoever quotes a word for
    people keeps it at a distance, and counts them all the same.
    """
    found: list[Unit] = []
    at = 0
    while at < len(units):
        end = _quoted_end(units, at) if found and "NUMBER" in found[-1] and "quote_open" in units[at] else None
        if end is None:
            found.append(units[at])
            at += 1
            continue
        row = next((u["people"] for u in reversed(units[at:end]) if "people" in u), _QUOTED)
        if not row["population"] and any(u.view == "armed" for u in units[at:end]):
            row = {**row, "population": "combatant"}
        found.append(fuse(units[at:end], text, {"word": True, "people": row}))
        at = end
    return found


def _quoted_end(units: Sequence[Unit], at: int) -> int | None:
    """The index behind the mark that closes one to four words in the plural; None where there is none."""
    for end in range(at + 2, min(at + 6, len(units))):
        if "quote_close" in units[end]:
            return end + 1 if units[end - 1].view.endswith(("s", "men", "people")) else None
    return None


_QUOTED = {"measure": "", "population": "", "unit": "person"}


def with_counts(units: Sequence[Unit]) -> list[Unit]:
    """The units with class COUNT (value: Quantity) on numbers that can count people, and class people on the plural of an
    adjective of a country behind one (six Rovians).
    """
    found = list(units)
    for at, word in enumerate(units):
        if "demonym" in word and _is_one_of_a_country(units, at):
            found[at] = word.plus({"people": _QUOTED})
        if _can_count(units, at):
            found[at] = word.plus({"COUNT": word["NUMBER"]})
            after = units[at + 1] if at + 1 < len(units) else None
            if after is not None and "demonym" in after and "people" not in after and after.view.endswith(("s", "men")):
                found[at + 1] = after.plus({"people": _QUOTED})
    return found


def _is_one_of_a_country(units: Sequence[Unit], at: int) -> bool:
    """Whether the adjective of a country stands for one of its people (a Rovian was killed), no noun behind it."""
    if at == 0 or "a_one" not in units[at - 1] or "people" in units[at]:
        return False
    return at + 1 == len(units) or bool(units[at + 1].signature & _BEHIND_ONE)


_BEHIND_ONE = frozenset(("be", "mark", "rel", "prep", "and", "suffers", "TIME"))


def _can_count(units: Sequence[Unit], at: int) -> bool:
    """Whether a unit is a number of whole things: no ordinal, fraction, measure, age (42-year-old, her 60s), mother of
    three or "several".
    """
    quantity: Quantity | None = units[at].get("NUMBER")
    if quantity is None or quantity.ordinal or quantity.unit is not None or quantity.order == 1:
        return False
    if at > 1 and units[at - 1].view == "of" and units[at - 2].view in _PARENTS:
        return False
    if at and ("age" in units[at - 1] or (at > _SHARED and _is_shared_out(units, at))):
        return False
    if any(isinstance(amount, float) for amount in (quantity.value, quantity.low, quantity.high)):
        return False
    following = units[at + 1] if at + 1 < len(units) else None
    return following is None or following.signature.isdisjoint({"dash", "age_s"}) or following.start != units[at].end


def _is_shared_out(units: Sequence[Unit], at: int) -> bool:
    """Whether only an untold part of so many is meant (half of the 80 passengers died)."""
    return (
        units[at - 1].view in _DEFINITE
        and units[at - 2].view == "of"
        and units[at - 3].view.rpartition(" ")[2] in _SHARES
    )


_SHARED = 2
_DEFINITE = frozenset(("the", "its", "their", "his", "her"))
_SHARES = frozenset(("half", "third", "quarter", "most", "many", "some", "none", "few", "majority", "part", "rest"))


def governs(units: Sequence[Unit], at: int) -> bool:
    """Whether a fate right behind people is what they did to others: an object stands behind the verb (two guards killed a boy)."""
    if at + 1 >= len(units) or "harms" not in units[at]:
        return False
    behind = units[at + 1].signature
    if "NUMBER" in behind:  # not: kidnapped two years ago
        return any("people" in u for u in units[at + 2 : at + 5])
    return bool(behind & _OBJECTS) and "TIME" not in behind


_OBJECTS = frozenset(("a_one", "article", "possessive_det", "people", "demonym", "other_pronoun", "given"))
_PARENTS = frozenset(
    ("mother", "father", "parent", "parents", "grandmother", "grandfather", "widow", "dad", "mum", "mom")
)


def body_of(m: Match, noun: Slot) -> Slot | None:
    """What counted members are members of (18 members of the police and the guard): it says who they are."""
    return m.slot("body") if noun[0].view == "members" else None


def population_of(body: Slot | None, row: Mapping[str, str]) -> Population | None:
    """The kind of people that counted ones are, by the row of their noun, or by the body they are members of."""
    rows: list[Mapping[str, Any]] = [row] if body is None else [u["people"] for u in body if "people" in u]
    return next((one["population"] for one in rows if one.get("population")), None)


def with_shared(units: Sequence[Unit], drafts: Sequence[FigureDraft]) -> list[FigureDraft]:
    """The drafts with the noun of the count before on a bare one that "and" joins to it as the subject of a verb of its own
    (18 members of the guard died and 48 were injured).
    """
    if len(drafts) <= 1:
        return list(drafts)
    kept: list[FigureDraft] = []
    for draft in drafts:
        last = kept[-1] if kept else None
        if draft.of is None and last is not None and last.of is not None and last.unit == draft.unit:
            at = next((k for k, u in enumerate(units) if u.start >= draft.span[0]), 0)
            joined = at > 0 and units[at - 1].view == "and" and at + 1 < len(units)
            if joined and units[at + 1].view in _FINITE:
                draft = replace(draft, of=last.of, population=last.population)
        kept.append(draft)
    return kept


_FINITE = frozenset(("was", "were", "had been", "have been", "had", "have"))


def speak(units: Sequence[Unit], at: int) -> bool:
    """Whether counted people that end before units[at] only say something (two residents, who gave no names, told)."""
    if at + 1 < len(units) and "comma" in units[at]:
        at = next((k + 1 for k in range(at + 1, min(at + 16, len(units))) if "comma" in units[k]), at)
    return at < len(units) and "cue" in units[at] and any("clause" in frame for frame in units[at]["cue"][0].frames)
