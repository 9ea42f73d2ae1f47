"""Days on which something was said: they are not the days of what it tells."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

from khabar.languages.drafts import Offsets
from khabar.record import Claim, Time

_BESIDE = 4  # characters: a space and "on"
_YEAR = 4  # letters of a bare year, which is no day on which anything is said
_FAR_OFF = 1 << 62
# Whoever orders, refuses or approves something does so on the day of the words.
_DOES = frozenset(("order", "request", "promise", "threaten", "reject", "support", "claim_responsibility"))
_CLAUSE_END = re.compile("[.,;\\n\N{ARABIC COMMA}\N{ARABIC SEMICOLON}]")

start_of = attrgetter("start")


class Sayings:
    """Where the claims of a report leave room for the day on which they were made."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        # Where a cue ends and its content begins, in order.
        self._gaps: list[Offsets] = sorted((c.cue.end, c.content.start) for c in claims if c.cue and c.act not in _DOES)

    def date(self, time: Time) -> bool:
        """Whether a time stands between a cue and what was said (said in a statement on Friday that), or right behind the cue."""
        before = bisect_right(self._gaps, (time.start, _FAR_OFF))
        if before == 0 or len(time.value or "") <= _YEAR:
            return False
        cue, content = self._gaps[before - 1]
        return time.start - cue <= _BESIDE or time.end <= content


def without_sayings(times: Sequence[Time], claims: Sequence[Claim], text: str) -> list[Time]:
    """The times that do not stand in the words for who said it, behind what was said (…, officials told the agency on Saturday)."""
    ends = [c.cue.end for c in claims if c.cue is not None and c.content.end <= c.cue.start]
    if not ends:
        return list(times)
    said = set[int]()
    for end in ends:
        close = _CLAUSE_END.search(text, end)
        first, last = (bisect_left(times, at, key=start_of) for at in (end, close.start() if close else len(text)))
        said.update(range(first, last))
    return [time for k, time in enumerate(times) if k not in said] if said else list(times)
