"""Which numbers can count people, and quoted words that stand for those they count."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit, fuse
from khabar.languages.quantities import Quantity


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
    """The units with class COUNT (value: Quantity) on numbers that can count people."""
    return [word.plus({"COUNT": word["NUMBER"]}) if _can_count(units, at) else word for at, word in enumerate(units)]


def _can_count(units: Sequence[Unit], at: int) -> bool:
    """Whether a unit is a number of whole things: no ordinal, fraction, measure, age (42-year-old) or "several"."""
    quantity: Quantity | None = units[at].get("NUMBER")
    if quantity is None or quantity.ordinal or quantity.unit is not None or quantity.order == 1:
        return False
    if any(isinstance(amount, float) for amount in (quantity.value, quantity.low, quantity.high)):
        return False
    following = units[at + 1] if at + 1 < len(units) else None
    return following is None or "dash" not in following or following.start != units[at].end


def speak(units: Sequence[Unit], at: int) -> bool:
    """Whether counted people that end before units[at] only say something (two residents, who gave no names, told)."""
    if at + 1 < len(units) and "comma" in units[at]:
        at = next((k + 1 for k in range(at + 1, min(at + 16, len(units))) if "comma" in units[k]), at)
    return at < len(units) and "cue" in units[at] and any("clause" in frame for frame in units[at]["cue"][0].frames)
