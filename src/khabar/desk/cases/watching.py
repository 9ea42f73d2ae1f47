"""`khabar add --watch`: sources looked at again and again, those that fail less and less often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from khabar.desk.cases.adding import Added
from khabar.desk.many_reports import Failure
from khabar.intake import Web

_DAY: Final = 86_400.0
Look = Callable[[str], Iterator[Added | Failure]]
"""Takes one source in, as `add` does."""


@dataclass(frozen=True, slots=True)
class Pause:
    """All sources that were due have been looked at; the next is in so many seconds."""

    seconds: float


def watch(sources: Sequence[str], look: Look, web: Web, seconds: float) -> Iterator[Added | Failure | Pause]:
    """The outcomes of looking at the sources every so many seconds, without end, with a `Pause` between the looks.

    A source that fails as a whole is left for twice as long each time, a day at most; one whose server names a moment, until
    then.  Whoever has enough closes the iterator, or interrupts: between two reports, or in the middle of one, which is then
    not in the case.  Raises CaseError as `add` does.
    """
    due = dict.fromkeys(sources, web.clock())
    failures: Counter[str] = Counter()
    while True:
        for source in due:
            if due[source] > web.clock():
                continue
            failed = False
            for outcome in look(source):
                failed = failed or (isinstance(outcome, Failure) and outcome.id == source)
                yield outcome
            failures[source] = failures[source] + 1 if failed else 0
            wait = min(seconds * 2.0 ** min(failures[source], 30), max(_DAY, seconds))
            due[source] = max(web.clock() + wait, web.closed_until(source))
        yield Pause(max(min(due.values()) - web.clock(), 0.0))
        web.sleep(max(min(due.values()) - web.clock(), 0.0))
