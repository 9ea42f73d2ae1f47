"""Which claim a stretch of the text is said in: found by its place, whatever the number of claims."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from khabar.record import Claim


class Contents:
    """The contents of the claims of a report, and the claims."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self.claims = claims
        self._edges = sorted({edge for c in claims for edge in (c.content.start, c.content.end)})
        self._over: list[list[Claim]] = [[] for _ in self._edges]  # the claims over each stretch between two edges
        for claim in claims:
            first = bisect_left(self._edges, claim.content.start)
            for at in range(first, bisect_left(self._edges, claim.content.end)):
                self._over[at].append(claim)

    def holding(self, start: int, end: int) -> list[Claim]:
        """The claims whose contents hold text[start:end]; none in the outlet's own narration."""
        at = bisect_right(self._edges, start) - 1
        over = self._over[at] if at >= 0 else []
        return [c for c in over if end <= c.content.end] if over else over

    def innermost(self, start: int, end: int) -> Claim | None:
        """The claim of the shortest content that holds text[start:end]; None in the outlet's own narration."""
        around = self.holding(start, end)
        if len(around) <= 1:
            return around[0] if around else None
        return min(around, key=lambda c: c.content.end - c.content.start)
