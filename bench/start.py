"""How long a start takes, beside a bare start of Python.

    python bench/start.py [--times N] [REPORT]

Starts Python with nothing to do, and khabar for its help, for one report, and for a search and the conflicts in a small case,
in turn and N times over; prints the least processor time of each and how many bare starts
it is worth, which says more than seconds on a machine that others use too.  Without a report a demo report is read; the case
holds three of them.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

DEMO = Path(__file__).resolve().parents[1] / "demo" / "reports"
TIMES = 10
IN_CASE = 3


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("report", nargs="?", type=Path, help="the report to read; by default one of the demo")
    parser.add_argument("--times", type=int, default=TIMES, metavar="N", help="starts of each kind")
    asked = parser.parse_args()
    reports = sorted(DEMO.glob("*.txt"))[:IN_CASE]
    with tempfile.TemporaryDirectory() as folder:
        case = Path(folder, "few.khabar")
        cpu_of(khabar("add", case, *reports))  # also writes what Python compiles, where it may
        kinds = {
            "python": [sys.executable, "-c", "import json"],
            "khabar --help": khabar("--help"),
            "khabar read": khabar("read", asked.report or reports[0]),
            "khabar search": khabar("search", case, "قتل"),
            "khabar conflicts": khabar("conflicts", case),
        }
        spent = {kind: min(each) for kind, each in measured(kinds, asked.times).items()}
    bare = spent["python"]
    for kind, seconds in spent.items():
        print(f"{kind:<18}{seconds:>7.3f} s {seconds / bare:>6.1f} bare starts")


def khabar(*words: str | Path) -> list[str]:
    """The command line of a call, in this Python."""
    return [sys.executable, "-m", "khabar", *map(str, words)]


def measured(kinds: dict[str, list[str]], times: int) -> dict[str, list[float]]:
    """The processor seconds of each kind, one after the other in each round, so that all meet the same noise."""
    spent: dict[str, list[float]] = {kind: [] for kind in kinds}
    for _ in range(times):
        for kind, line in kinds.items():
            spent[kind].append(cpu_of(line))
    return spent


def cpu_of(line: list[str]) -> float:
    """Processor seconds of a child, user and system.  Ends the program where the child fails."""
    before = _spent()
    done = subprocess.run(line, capture_output=True, check=False)  # noqa: S603 - this Python and the words above
    if done.returncode:
        sys.exit(f"not measured: {' '.join(line)}: {done.stderr.decode(errors='replace')}")
    return _spent() - before


def _spent() -> float:
    """Processor seconds of all children so far; seconds of the clock where the system does not tell those."""
    if resource is None:
        return time.perf_counter()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
