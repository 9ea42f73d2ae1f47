"""Stance: how a content is put (to be done, to come, possible, said) and whether its main predicate is denied.

Both are read off the head of the content: the main predicate of an Arabic clause stands first or right behind its
subject, and what comes later belongs to other clauses.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.drafts import Stance
from khabar.record.vocabulary import Status

_HEAD = 14
_NEAR = 4


def stance(units: Sequence[Unit]) -> Stance:
    """Status and polarity of a content, given its units."""
    head = _main_clause(units)
    return Stance(_status(head), "negative" if _is_negative(head) else "positive")


def _main_clause(units: Sequence[Unit]) -> Sequence[Unit]:
    """The units up to the main verb and a little beyond: relative clauses between subject and verb are passed over."""
    found: list[Unit] = []
    skipping = False
    for unit in units:
        if "rel" in unit.signature:
            skipping = True
        if unit.signature & {"comma", "stop"}:
            skipping = False
            if len(found) >= _NEAR and any("verb" in u.signature for u in found):
                break
        if not skipping and "mark" not in unit.signature and "quote" not in unit.signature:
            found.append(unit)
        if len(found) >= _HEAD:
            break
    return found


def _status(head: Sequence[Unit]) -> Status:
    for at, unit in enumerate(head):
        if "st_directive" in unit.signature and at < 6:
            return "directive"
        if "future" in unit.signature or "st_future" in unit.signature or (unit.view == "لن"):
            return "future"
        if "st_possible" in unit.signature and _is_modal(head, at):
            return "possible"
    return "asserted"


def _is_modal(head: Sequence[Unit], at: int) -> bool:
    """قد before an imperfect is "may"; before a perfect it is emphasis."""
    unit = head[at]
    if "qad" not in unit.signature:
        return at < 6
    following = head[at + 1] if at + 1 < len(head) else None
    return following is not None and any(s[0] in "iIjJ" for s in following.get("verb") or ())


def _is_negative(head: Sequence[Unit]) -> bool:
    """A negation at the head of the clause, or right before the first verb behind the subject."""
    for at, unit in enumerate(head[:8]):
        if "neg_verb" in unit.signature and "not_any" not in unit.signature:
            return at == 0 or "verb" not in head[0]
        if unit.view in ("لا", "عدم", "بعدم", "لعدم") and at < 6:
            return True
        if at > 0 and "verb" in unit.signature and unit.signature & {"CUE", "future"}:
            return False
    return False
