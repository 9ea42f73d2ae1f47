"""How the comparison of many reports grows with a case: `python bench/crisis.py RECORDS.jsonl… --sizes 1000 10000 100000`.

RECORDS are files of `khabar read --jsonl`.  A case of each size is filled with copies of them, each round in another time and
with other people (`perturbing` says how, and in what that differs from life), another number behind each text.
Filling is not timed.  Then: what the comparison keeps is made from nothing; one more report comes in; `follow`, `origins`, a
page of `conflicts` (the reports of one day) and of `timeline` are asked, with `--whole` all of `conflicts` as well, each in a
process of its own, from opening the case to the last row.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from perturbing import APART, family_names, later, renamed, rounds

from khabar.desk.crisis import (
    all_conflicts,
    conflict_rows,
    crisis_of_items,
    crisis_of_measure,
    crisis_of_reports,
    entries_of,
    joined_events,
    series_rows,
    stands_behind,
)
from khabar.desk.crisis.keeping import catch_up
from khabar.desk.crisis.loading import registry_beside
from khabar.ledger import Filter, Found, Hand, joined, keep, open_or_create, opened
from khabar.record import Report

_AT_ONCE = 500
_ASKED = 9


class Source(NamedTuple):
    """A distinct report: its record without the text, the text, the family names in it."""

    packed: str
    text: str
    names: frozenset[str]


def sources(paths: list[Path]) -> list[Source]:
    """The distinct reports, in an order of chance that is always the same."""
    found = []
    for path in paths:
        for entry in entries_of(path):
            told = entry.report.document
            bare = msgspec.structs.replace(entry.report, document=msgspec.structs.replace(told, text=None))
            found.append(Source(msgspec.json.encode(bare).decode(), told.text or "", family_names(entry.report.actors)))
    random.Random(1).shuffle(found)  # noqa: S311 - no secret
    return found


def perturbed(source: Source, number: int, turn: int, apart: int) -> tuple[Found, Report]:
    """A copy of a report under another number, in another time and with other people."""
    whole = renamed(f"{source.text}\n{number}", source.names, turn)
    report = msgspec.json.decode(renamed(later(source.packed, turn * apart), source.names, turn), type=Report)
    report = msgspec.structs.replace(report, document=msgspec.structs.replace(report.document, text=whole))
    told = report.document
    day = told.published
    found = Found("bench", f"{number}", whole.encode(), whole, "bench", outlet=told.outlet, published=day)
    return found, report


def copies(found: list[Source], apart: int, first: int = 0) -> Iterator[tuple[Found, Report]]:
    """Copies without end, behind the first so many."""
    for number, which, turn in islice(rounds(len(found)), first, None):
        yield perturbed(found[which], number, turn, apart)


def fill(case: Path, coming: Iterator[tuple[Found, Report]]) -> None:
    """Take reports in, many in one transaction."""
    hand = Hand("bench", "bench")
    with opened(case, writing=True) as connection:
        while batch := list(islice(coming, _AT_ONCE)):
            with connection:
                for found, report in batch:
                    keep(connection, hand, found, report)


def measured(ask: Callable[..., Any], *values: Any) -> tuple[float, float, int, Any]:
    """Seconds of the processor and of the clock, peak MB and the answer of something that is done in a process of its own."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_inside, (ask, values))


def _inside(ask: Callable[..., Any], values: tuple[Any, ...]) -> tuple[float, float, int, Any]:
    began, waited = time.process_time(), time.perf_counter()
    answer = ask(*values)
    took, waited = time.process_time() - began, time.perf_counter() - waited
    return took, waited, peak(), answer


def peak() -> int:
    """The most memory of this process, in MB; where the system says it only with that of the one that started it, that."""
    status = Path("/proc/self/status")
    if status.exists():
        return int(status.read_text().partition("VmHWM:")[2].split()[0]) // 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def build(case: Path) -> tuple[int, int, int]:
    """Make from nothing what the comparison keeps."""
    with opened(case, writing=True) as connection:
        with connection:
            joined.clear(connection)
        return tuple(catch_up(connection, registry_beside(case)))  # type: ignore[return-value]


def one_more(case: Path) -> tuple[int, int, int]:
    """Take in what came since."""
    with opened(case, writing=True) as connection:
        return tuple(catch_up(connection, registry_beside(case)))  # type: ignore[return-value]


def follow(case: Path, measure: str, place: str) -> tuple[int, int]:
    """A number over time: documents that were read, rows."""
    crisis, _ = crisis_of_measure(case, measure, Filter(place=place))
    return len(crisis.entries), len(series_rows(crisis, measure, place))


def origins(case: Path, document: int, item: str) -> tuple[int, int]:
    """Who stands behind an item: documents that were read, named voices."""
    crisis = crisis_of_items(case, [(document, item)])
    return len(crisis.entries), len(stands_behind(crisis, crisis.ref(document, item))["named"])


def page(case: Path, day: str) -> tuple[int, int]:
    """What the reports of one day say against others: documents that were read, rows."""
    crisis, documents = crisis_of_reports(case, Filter(after=day, before=day))
    return len(crisis.entries), len(conflict_rows(crisis, documents))


def timeline(case: Path, day: str) -> tuple[int, int]:
    """The events that the reports of one day tell: 0, rows."""
    return 0, len(joined_events(case, Filter(after=day, before=day)))


def whole(case: Path) -> tuple[int, int]:
    """All of `conflicts`: 0, rows."""
    return 0, len(all_conflicts(case, Filter()))


def questions(case: Path, chance: random.Random) -> Iterator[tuple[str, Callable[..., Any], tuple[Any, ...]]]:
    """Places with a number, items and days of the case, drawn by chance."""
    with opened(case) as connection:
        query = """SELECT f.measure, p.name, f.document, f.item, n.day FROM current_figures AS f
                   JOIN newest AS n ON n.document = f.document JOIN current_places AS p ON p.document = f.document
                   WHERE f.measure IN ('killed', 'injured') AND p.kind = 'settlement' AND NOT f.implicit AND n.day IS NOT NULL
                   AND f.document % ? = 0 LIMIT 2000"""
        most = next(iter(connection.execute("SELECT max(id) FROM documents")))[0]
        rows = list(connection.execute(query, (max(most // 1000, 1),)))
    for measure, place, document, item, day in chance.sample(rows, min(_ASKED, len(rows))):
        yield "follow", follow, (measure, place)
        yield "origins", origins, (document, item)
        yield "conflicts of a day", page, (day,)
        yield "timeline of a day", timeline, (day,)


def report(case: Path, size: int, more: Iterator[tuple[Found, Report]]) -> None:
    """Print how a case of this size behaves."""
    took, _waited, peak, _touched = measured(build, case)
    print(f"\n{size} reports: made from nothing in {took:.0f} s ({took / size * 1000:.2f} ms a report), peak {peak} MB")
    with opened(case) as connection:
        query = "SELECT sum(pgsize) FROM dbstat WHERE name LIKE 'joined%' OR name LIKE 'sqlite_autoindex_joined%'"
        held = next(iter(connection.execute(query)))[0]
    print(f"  kept for it: {held / size / 1024:.2f} KB a report")
    added = []
    for _ in range(_ASKED):
        fill(case, islice(more, 1))
        added.append(measured(one_more, case))
    _print("one more report", added, "things looked at, changed", lambda answer: answer[1:])
    asked: dict[str, list[Any]] = {}
    for kind, ask, values in questions(case, random.Random(size)):  # noqa: S311 - no secret
        asked.setdefault(kind, []).append(measured(ask, case, *values))
    for kind, told in asked.items():
        _print(kind, told, "documents read, rows", lambda answer: answer)


def _print(kind: str, told: list[Any], what: str, of: Callable[[Any], Any]) -> None:
    took = statistics.median(one[0] for one in told)
    longest, peak = max(one[0] for one in told), max(one[2] for one in told)
    middle = sorted(told, key=lambda one: one[0])[len(told) // 2]
    print(
        f"  {kind}: {took * 1000:.0f} ms (longest {longest * 1000:.0f}), {what}: {of(middle[3])}, peak {peak} MB",
        flush=True,
    )


def main() -> None:
    """Fill, measure, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("records", nargs="+", type=Path)
    parser.add_argument("--sizes", nargs="+", type=int, default=[1000, 10_000])
    parser.add_argument("--apart", type=int, default=APART, help="days between two rounds of copies")
    parser.add_argument("--whole", action="store_true", help="also all conflicts of the case, which takes minutes")
    parser.add_argument("--case", type=Path, help="where the case is made, and stays")
    asked = parser.parse_args()
    found = sources(asked.records)
    print(f"{len(found)} distinct reports, rounds {asked.apart} days apart")
    with tempfile.TemporaryDirectory() as folder:
        case, held = asked.case or Path(folder, "bench.khabar"), 0
        open_or_create(case).close()
        coming = copies(found, asked.apart)
        for size in sorted(asked.sizes):
            fill(case, islice(coming, size - held))
            report(case, size, coming)
            if asked.whole:
                _print("all conflicts", [measured(whole, case)], "0, rows", lambda answer: answer)
            held = size + _ASKED


if __name__ == "__main__":
    main()
