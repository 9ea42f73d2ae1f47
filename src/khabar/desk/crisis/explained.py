"""How a difference is called, and by what people explain it.

Two items, one from each side, name a difference: whatever reports come in, the two stand on its two sides.  Its id is made of
the hashes of their texts and of their ids there, never of numbers in a case, so that an id that was once printed names the
same difference in every case that holds both, merged ones included.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from itertools import product
from typing import Any, Final

from khabar.desk.crisis.answers import Conflict
from khabar.desk.crisis.crisis import Crisis
from khabar.ledger.signing import Signed
from khabar.reconcile.across.entry import Ref

_DIGITS: Final = 10
MOST: Final = 50
"""Items of a side that an explanation is kept for: those that came in first."""


class Explanations:
    """The ids of differences, and what people signed about them."""

    def __init__(self, crisis: Crisis) -> None:
        self._texts: dict[int, str] = {}
        self._crisis = crisis
        self._by_item: dict[Ref, list[Signed]] = defaultdict(list)
        for one in crisis.people.signed:
            if one.what == "explain":
                for item in one.sides[0] + one.sides[1]:
                    self._by_item[Ref(*item)].append(one)

    def id_of(self, conflict: Conflict) -> str:
        """The id that is shown: of the two items that came into the case first."""
        one, other = (min(side.items) for side in conflict.sides)
        return self._id(one, other)

    def ids_of(self, conflict: Conflict) -> Iterator[str]:
        """Every id that names a difference."""
        one, other = (side.items for side in conflict.sides)
        yield from (self._id(*pair) for pair in product(one, other))

    def _id(self, one: Ref, other: Ref) -> str:
        named = sorted(f"{self._text(ref.document)} {ref.item}" for ref in (one, other))
        return "c" + hashlib.sha256("\n".join(named).encode()).hexdigest()[:_DIGITS]

    def _text(self, document: int) -> str:
        if document not in self._texts:
            text = self._crisis.by_document[document].report.document.text or ""
            self._texts[document] = hashlib.sha256(text.encode()).hexdigest()
        return self._texts[document]

    def of(self, conflict: Conflict) -> list[Signed]:
        """What people said of a difference and did not take back, side by side in the order of the journal."""
        first, second = (frozenset(side.items) for side in conflict.sides)
        found = {one.seq: one for ref in first for one in self._by_item.get(ref, ())}
        return [one for _, one in sorted(found.items()) if _is_between(one, first, second)]


def _is_between(one: Signed, first: frozenset[Ref], second: frozenset[Ref]) -> bool:
    here, there = (frozenset(Ref(*item) for item in side) for side in one.sides)
    return bool((here & first and there & second) or (here & second and there & first))


def explained_row(one: Signed) -> dict[str, Any]:
    """An explanation as a plain row."""
    return {"number": one.seq, "by": one.who, "at": one.at, "words": one.reason}
