"""How a case behaves as it grows: taking in, search, size.

    python bench/ledger.py [CORPUS.jsonl.gz] [--sizes 1000 10000 100000]

Each report is read once; a case is then filled with numbered copies of the reports (another number in the text makes another
document), so that keeping is measured apart from reading.  Searches are timed as a person waits for them: opening the case,
the twenty best reports, all their hits.  The middle of nine runs is printed, and the slowest.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path

from speed import peak_megabytes, texts

from khabar.desk import read
from khabar.desk.cases import find
from khabar.ledger import Found, Hand, keep, open_or_create
from khabar.record import Report

QUERIES = ("الامن", '"حالة الطوارئ" OR "وزارة الداخلية"', "قتل* NOT مصر", "الرئاسه الحكومه", "العاصمه AND انفجار")
DISTINCT = 300
RUNS = 9


def main() -> None:
    """Fill, measure, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpus", nargs="?", help="a file or folder of reports; by default the demo reports")
    parser.add_argument("--sizes", nargs="+", type=int, default=[1_000, 10_000], help="documents at which is measured")
    asked = parser.parse_args()
    began = time.perf_counter()
    known = [
        (r.text, read(r.text, published=r.published, outlet=r.outlet, id=r.id)) for r in texts(asked.corpus, DISTINCT)
    ]
    reading = (time.perf_counter() - began) / len(known)
    with tempfile.TemporaryDirectory() as folder:
        case = Path(folder, "bench.khabar")
        coming = copies(known)
        print(f"{len(known)} distinct reports, {1000 * reading:.1f} ms each to read")
        print(f"{'documents':>10} {'kept/s':>8} {'KB each':>8} {'search ms':>10} {'slowest':>8} {'peak MB':>8}")
        held = 0
        for size in sorted(asked.sizes):
            seconds = fill(case, islice(coming, size - held))
            waits = sorted(wait(case, query) for query in QUERIES for _ in range(RUNS))
            kilobytes = case.stat().st_size / size / 1024
            print(
                f"{size:>10} {(size - held) / seconds:>8.0f} {kilobytes:>8.1f} "
                f"{1000 * statistics.median(waits):>10.1f} {1000 * waits[-1]:>8.1f} {peak_megabytes():>8.0f}"
            )
            held = size


def copies(known: list[tuple[str, Report]]) -> Iterator[tuple[Found, Report]]:
    """The reports again and again, a number behind each that makes it a text of its own."""
    for number in count():
        text, report = known[number % len(known)]
        words = f"{text}\n{number}"
        yield Found("bench", str(number), words.encode(), words, "bench", outlet=report.document.outlet), report


def fill(case: Path, coming: Iterator[tuple[Found, Report]]) -> float:
    """Seconds to keep all of them, each in its own transaction."""
    connection = open_or_create(case)
    hand = Hand.of_this_machine("bench")
    began = time.perf_counter()
    for found, report in coming:
        keep(connection, hand, found, report)
    seconds = time.perf_counter() - began
    connection.close()
    return seconds


def wait(case: Path, query: str) -> float:
    """Seconds until the twenty best reports are there with all their hits."""
    began = time.perf_counter()
    for hit in find(case, query):
        assert hit.text
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
