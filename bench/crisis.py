"""How joining the events of a crisis grows with its reports: `python bench/crisis.py RECORDS.jsonl… --sizes 1000 10000 100000`.

RECORDS are files of `khabar read --jsonl`.  The keys of their events are worked out once, which is timed; a larger case is made
of copies of them under other numbers and eleven days later each, so that its events lie as close as in a long crisis.
"""

from __future__ import annotations

import argparse
import datetime as dt
import re
import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from khabar.desk.crisis import entries_of
from khabar.reconcile.across.entry import Ref
from khabar.reconcile.across.events.joining import join_events
from khabar.reconcile.across.events.keys import event_keys
from khabar.reconcile.across.joining import Key

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_APART = 11
_YEARS = 9000  # days after which copies begin anew: one in eight hundred is of the same days


def moved(keys: list[Key], number: int, days: int) -> Iterator[Key]:
    """The keys of a report under another number, all its days later."""
    shift = dt.timedelta(days)
    for key in keys:
        told = _DAY.sub(lambda found: str(dt.date.fromisoformat(found[0]) + shift), key.key)
        own = f"{number}:{key.ref.item}" if key.key.startswith(f"{key.ref.document}:") else told
        yield key._replace(ref=Ref(number, key.ref.item), key=own)


def many(reports: list[list[Key]], size: int) -> Iterator[Key]:
    """The keys of so many reports."""
    for number in range(size):
        yield from moved(reports[number % len(reports)], number, number // len(reports) * _APART % _YEARS)


def main() -> None:
    """Print seconds of the processor and memory for each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("records", nargs="+", type=Path)
    parser.add_argument("--sizes", nargs="+", type=int, default=[1000, 10_000, 100_000])
    asked = parser.parse_args()
    entries = [entry for path in asked.records for entry in entries_of(path)]
    started = time.process_time()
    reports = [list(event_keys(entry)) for entry in entries]
    took = (time.process_time() - started) / len(reports)
    print(
        f"{len(reports)} reports, {sum(map(len, reports)) / len(reports):.0f} keys a report, made in {took * 1000:.1f} ms"
    )
    for size in asked.sizes:
        keys = list(many(reports, size))
        started = time.process_time()
        groups = join_events(keys)
        took = time.process_time() - started
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        joined = sum(len(refs) > 1 for refs in groups.members.values())
        print(
            f"{size} reports: {took:.2f} s, {took / size * 1000:.2f} ms a report, {joined} joined events, peak {peak} MB"
        )
        sys.stdout.flush()
        del keys, groups


if __name__ == "__main__":
    main()
