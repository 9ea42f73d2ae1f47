"""How what the comparison keeps grows with a case, at sizes that take long to fill: `python bench/crisis_keys.py RECORDS.jsonl…`.

RECORDS are files of `khabar read --jsonl`.  The keys of each perturbed copy (`perturbing` says what is made of a report, and
in what it differs from life) are taken in without its text and its record.  Timed is what `catch_up` does with them, a hundred
at a time, then one more report, each time another: seconds of the processor, things looked at, statements put to the database.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import apsw
from crisis import copies, peak, sources
from perturbing import APART

from khabar.desk.crisis.keeping import Keyed, keyed, take
from khabar.ledger import open_or_create, opened
from khabar.reconcile.across.entry import Entry
from khabar.reconcile.across.kept import Beside

_AT_ONCE = 100
_MORE = 200


def keys_of(paths: list[Path], apart: int) -> Iterator[tuple[int, Keyed]]:
    """Documents without end, each with its keys."""
    for number, (found, report) in enumerate(copies(sources(paths), apart), 1):
        yield number, keyed(Entry(number, report, found.part, found.outlet, found.published), Beside())


class Statements:
    """Counts the statements that are put to a database."""

    def __init__(self, connection: apsw.Connection) -> None:
        self.number = 0
        connection.set_exec_trace(self._one)

    def _one(self, *_: object) -> bool:
        self.number += 1
        return True


def timed(connection: apsw.Connection, batch: list[tuple[int, Keyed]]) -> tuple[float, int, int]:
    """Take documents in: seconds of the processor, things looked at, of how many the result changed."""
    began = time.process_time()
    with connection:
        touched = take(connection, batch)
    return time.process_time() - began, touched.things, touched.changed


def grow(case: Path, coming: Iterator[tuple[int, Keyed]], sizes: list[int]) -> None:
    """Fill a case to each size, and print what it cost, and what one more report costs there."""
    held, spent, since, said = 0, 0.0, 0.0, 0
    with opened(case, writing=True) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        for size in sizes:
            while held < size:
                batch = list(islice(coming, min(_AT_ONCE, size - held)))
                spent += timed(connection, batch)[0]
                held += len(batch)
            print(
                f"{size} reports: {spent:.0f} s, {spent / size * 1000:.2f} ms a report, "
                f"since {said} {(spent - since) / (size - said) * 1000:.2f}; "
                f"{case.stat().st_size / size / 1024:.1f} KB a report, peak {peak()} MB",
                flush=True,
            )
            since, said = spent, size
            held += one_more(connection, islice(coming, _MORE))


def one_more(connection: apsw.Connection, coming: Iterator[tuple[int, Keyed]]) -> int:
    """Take some reports in one by one, and print what each cost; how many they were."""
    counted = Statements(connection)
    told = []
    for one in coming:
        before = counted.number
        told.append((*timed(connection, [one]), counted.number - before))
    connection.set_exec_trace(None)
    seconds, things, changed, put = zip(*told, strict=True)
    middle, late = statistics.median, int(0.95 * len(told))
    print(
        f"  one more: {middle(seconds) * 1000:.1f} ms (95 of 100 within {sorted(seconds)[late] * 1000:.0f}, longest "
        f"{max(seconds) * 1000:.0f}), things looked at: {middle(things):.0f} (95: {sorted(things)[late]}, most {max(things)}), "
        f"changed: {middle(changed):.0f} (most {max(changed)}), statements: {middle(put):.0f} (most {max(put)})",
        flush=True,
    )
    return len(told)


def main() -> None:
    """Print what each size costs."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("records", nargs="+", type=Path)
    parser.add_argument("--sizes", nargs="+", type=int, default=[1000, 10_000, 100_000])
    parser.add_argument("--apart", type=int, default=APART, help="days between two rounds of copies")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        case = Path(folder, "bench.khabar")
        open_or_create(case).close()
        grow(case, keys_of(asked.records, asked.apart), sorted(asked.sizes))


if __name__ == "__main__":
    main()
