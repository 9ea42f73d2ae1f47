"""How what the comparison keeps grows with a case, at sizes that take long to fill: `python bench/crisis_keys.py RECORDS.jsonl…`.

RECORDS are files of `khabar read --jsonl`.  Their keys are made once; a larger case is made of these, all days moved, so that each
round lies eleven days behind the last one, without texts and records.  Timed is what `catch_up` does with them, then one more
report, each time another.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import re
import statistics
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import apsw
from crisis import peak

from khabar.desk.crisis import entries_of
from khabar.desk.crisis.keeping import Keyed, keyed, take
from khabar.ledger import open_or_create, opened
from khabar.reconcile.across.kept import Beside

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_APART = 11
_YEARS = 9000  # days after which copies begin anew
_AT_ONCE = 500
_MORE = 50


def moved(keys: Keyed, days: int) -> Keyed:
    """The keys of a report, all its days later."""
    shift = dt.timedelta(days)
    return {
        place: (
            tuple(sorted((role, _later(key, shift), *rest) for role, key, *rest in bundle)),  # type: ignore[misc]
            about,
        )
        for place, (bundle, about) in keys.items()
    }


def _later(key: str, shift: dt.timedelta) -> str:
    return _DAY.sub(lambda found: str(dt.date.fromisoformat(found[0]) + shift), key)


def copies(reports: list[Keyed]) -> Iterator[tuple[int, Keyed]]:
    """Documents without end."""
    number = 0
    while True:
        yield number + 1, moved(reports[number % len(reports)], number // len(reports) * _APART % _YEARS)
        number += 1


def timed(connection: apsw.Connection, batch: list[tuple[int, Keyed]]) -> tuple[float, int, int]:
    """Take documents in: seconds of the processor, things looked at, of how many the result changed."""
    began = time.process_time()
    with connection:
        touched = take(connection, batch)
    return time.process_time() - began, touched.things, touched.changed


def grow(case: Path, reports: list[Keyed], sizes: list[int]) -> None:
    """Fill a case to each size, and print what it cost, and what one more report costs there."""
    coming, held, spent = copies(reports), 0, 0.0
    with opened(case, writing=True) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        for size in sizes:
            while held < size:
                batch = list(islice(coming, min(_AT_ONCE, size - held)))
                spent += timed(connection, batch)[0]
                held += len(batch)
            seconds, things, changed = zip(*(timed(connection, [one]) for one in islice(coming, _MORE)), strict=True)
            held += _MORE
            print(
                f"{size} reports: {spent:.0f} s, {spent / size * 1000:.2f} ms a report, "
                f"{case.stat().st_size / size / 1024:.1f} KB a report, peak {peak()} MB; one more: "
                f"{statistics.median(seconds) * 1000:.1f} ms (longest {max(seconds) * 1000:.0f}), things looked at: "
                f"{statistics.median(things)} (most {max(things)}), changed: {statistics.median(changed)} (most {max(changed)})",
                flush=True,
            )


def main() -> None:
    """Print what each size costs."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("records", nargs="+", type=Path)
    parser.add_argument("--sizes", nargs="+", type=int, default=[1000, 10_000, 100_000])
    asked = parser.parse_args()
    began = time.process_time()
    reports = [keyed(entry, Beside()) for path in asked.records for entry in entries_of(path)]
    each = (time.process_time() - began) / len(reports)
    print(f"{len(reports)} distinct reports, read and keyed in {each * 1000:.1f} ms each")
    random.Random(1).shuffle(reports)  # noqa: S311 - no secret
    with tempfile.TemporaryDirectory() as folder:
        case = Path(folder, "bench.khabar")
        open_or_create(case).close()
        grow(case, reports, sorted(asked.sizes))


if __name__ == "__main__":
    main()
