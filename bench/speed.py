"""How fast reports are read, beside bare tokenisation of the same text.

    python bench/speed.py [CORPUS.jsonl.gz] [--limit N]

Prints words a second and core (processor time of one process) of the full reading and of tokenisation alone, their
ratio, which says more than either on a machine that others use too, and by how much the peak of memory grew
between the first third of the reports and the last.  Without a corpus the demo reports are read, over and over.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from khabar.desk import Failure, Wishes, read_sources
from khabar.desk.many_reports import seldom_collected
from khabar.intake import Incoming, open_sources
from khabar.reading import About, read_report
from khabar.text.tokens import Kind, tokens

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

DEMO = Path(__file__).resolve().parents[1] / "demo" / "reports"
DEMO_REPORTS = 400
WORDS = (Kind.WORD, Kind.NUMBER)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpus", nargs="?", help="a file or folder of reports; by default the demo reports, repeated")
    parser.add_argument("--file", dest="corpus", help=argparse.SUPPRESS)
    parser.add_argument("--limit", type=int, metavar="N", help="read N reports at most")
    asked = parser.parse_args()
    reports = list(texts(asked.corpus, asked.limit))
    if not reports:
        sys.exit(f"no report in {asked.corpus}")
    warm_up()
    words = sum(token.kind in WORDS for report in reports for token in tokens(report.text))
    bare = seconds_of_tokenisation(reports)
    with seldom_collected():  # as `khabar read` does
        full, growth = seconds_of_reading(reports)
    print(f"{len(reports)} reports, {words} words, {sum(len(r.text) for r in reports)} characters")
    print(f"full reading   {words / full:>10,.0f} words/s/core  ({full:.1f} s)")
    print(f"tokenisation   {words / bare:>10,.0f} words/s/core  ({bare:.1f} s)")
    print(f"ratio          {full / bare:>10.1f}  (full reading takes that many times the time of bare tokenisation)")
    print(f"peak memory    {growth}")


def texts(corpus: str | None, limit: int | None) -> Iterator[Incoming]:
    """The reports to measure on; one that cannot be opened is told and left out."""
    arrivals = open_sources([corpus or str(DEMO)])
    good = (arrival for arrival in arrivals if isinstance(arrival, Incoming))
    yield from islice(good if corpus else cycle(good), limit if corpus else limit or DEMO_REPORTS)


def warm_up() -> None:
    """Read the demo reports once, so that tables are open, and see that nothing fails."""
    for outcome in read_sources([str(DEMO)], Wishes()):
        if isinstance(outcome, Failure):
            sys.exit(f"not measured: {outcome.message}")


def seconds_of_tokenisation(reports: list[Incoming]) -> float:
    """Processor time of cutting all texts into tokens, their words known: each is cut once before the clock runs."""
    spent = 0.0
    for report in reports:
        tokens(report.text)
        began = time.process_time()
        tokens(report.text)
        spent += time.process_time() - began
    return spent


def seconds_of_reading(reports: list[Incoming]) -> tuple[float, str]:
    """Processor time of reading all reports into records, and how the peak of memory grew meanwhile."""
    early = max(len(reports) // 3, 1)
    before = 0.0
    began = time.process_time()
    for number, report in enumerate(reports):
        given = "given" if report.published else None
        read_report(report.text, About(id=report.id, published=report.published, published_from=given))
        if number + 1 == early:
            before = peak_megabytes()
    spent = time.process_time() - began
    after = peak_megabytes()
    if resource is None:
        return spent, "not measured on this system"
    return spent, f"{after:>10.0f} MB, {after - before:+.0f} MB since the first {early} reports"


def peak_megabytes() -> float:
    """The most memory the process has held so far; 0 where the system does not tell."""
    if resource is None:
        return 0.0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return float(peak) / (1 << 20 if sys.platform == "darwin" else 1 << 10)


if __name__ == "__main__":
    main()
