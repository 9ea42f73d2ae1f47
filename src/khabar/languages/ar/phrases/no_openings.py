"""Where no content opens, though it looks so: behind a preposition that leads on, in marks that tell who speaks or of what."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit


def leads_on(unit: Unit) -> bool:
    """Whether a preposition's content cannot begin here, at another preposition (but: doubts | the nearness of, revealed | the
    effect of) or a time.
    """
    if unit.view == _EFFECT:
        return False
    return unit.view == _SIDE or bool(unit.signature & _LEADING and "abstract" not in unit.signature)


def is_of_source(units: Sequence[Unit], at: int) -> bool:
    """Whether the words in marks at `at` only tell who speaks, since a comma and "that" follow them (a statement signed "…",
    that).
    """
    close = next((k for k in range(at + 1, min(at + 14, len(units) - 2)) if "quote_close" in units[k].signature), None)
    if close is None or "comma" not in units[close + 1].signature or "comma" in units[at - 1].signature:
        return False
    return "comp" in units[close + 2].signature and "+and" not in units[close + 2].signature


def has_subject_before(units: Sequence[Unit], at: int) -> bool:
    """Whether the verb at `at` tells of what stands before it (that it | handed over "permits", the government | showed
    "weakness"): what it has behind it in quotation marks is a thing.
    """
    return at > 0 and ("HEADED" not in units[at].signature or "comp" in units[at - 1].signature)


def is_denied(units: Sequence[Unit], at: int) -> bool:
    """A verb of speech that "and" joins with its negation (and did not say that): what stands behind it was not said."""
    return bool(units[at - 1].signature & {"+and", "+fa"})


_LEADING = frozenset(("comp", "bi_comp", "TIME", "prep"))
_SIDE, _EFFECT = "جانب", "اثر"  # beside others; spelt like "in the wake of"
