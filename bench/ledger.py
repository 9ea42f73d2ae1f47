"""How a case behaves as it grows: taking in, search, size.

    python bench/ledger.py [CORPUS.jsonl.gz] [--sizes 1000 10000 100000] [--distinct 3000] [--case FILE]

Each of the distinct reports is read once; a case is then filled with numbered copies of them, each on a day of its own of ten years
(another number in the text makes another document), so that keeping is measured apart from reading.  Searches are timed as
a person waits for them: opening the case, the twenty best reports, all their hits.  There are fifty queries, ten of a kind, made
of the words of the case: rare words (in fewer than 50 of 100,000 reports and more than one), the most common ones, phrases
out of the reports, beginnings of words, and common words with a filter.  Of three runs of each query the middle one counts.
Times are those of the processor, which on a machine that does nothing else is what a person waits; `waited` is what the clock
showed on this one.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count, islice
from pathlib import Path

import msgspec
from speed import peak_megabytes, texts

from khabar.desk import read
from khabar.desk.cases import find
from khabar.ledger import Filter, Found, Hand, keep, open_case, open_or_create
from khabar.record import Report
from khabar.text.tokens import Kind, tokens

EACH = 10
RUNS = 3
FIRST_DAY = date(2015, 1, 1)
DAYS = 3652
Query = tuple[str, Filter]
Known = tuple[str, Report]
Wait = tuple[float, float, int]
"""Seconds of the processor, seconds of the clock, reports."""


def main() -> None:
    """Fill, measure, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpus", nargs="?", help="a file or folder of reports; by default the demo reports")
    parser.add_argument("--sizes", nargs="+", type=int, default=[1_000, 10_000], help="documents at which is measured")
    parser.add_argument("--distinct", type=int, default=300, help="reports that are read")
    parser.add_argument(
        "--case", type=Path, help="where the case is made, and stays; one that is there is only searched"
    )
    asked = parser.parse_args()
    began = time.perf_counter()
    known = [
        (r.text, read(r.text, published=r.published, outlet=r.outlet, id=r.id))
        for r in texts(asked.corpus, asked.distinct)
    ]
    reading = (time.perf_counter() - began) / len(known)
    print(f"{len(known)} distinct reports, {1000 * reading:.1f} ms each to read")
    with tempfile.TemporaryDirectory() as folder:
        case = asked.case or Path(folder, "bench.khabar")
        if case.exists():
            print(told(case, known))
            return
        coming, held = copies(known), 0
        for size in sorted(asked.sizes):
            seconds = fill(case, islice(coming, size - held))
            print(f"\n{size} documents: {(size - held) / seconds:.0f} kept a second")
            print(told(case, known))
            held = size


def told(case: Path, known: list[Known]) -> str:
    """Size, and for each kind of query how long it takes."""
    with open_case(case) as connection:
        held = next(iter(connection.execute("SELECT count(*) FROM documents")))[0]
    lines = [
        f"{case.stat().st_size / held / 1024:.1f} KB a document",
        f"{'':>10} {'median ms':>10} {'p95 ms':>8} {'hits':>6}",
    ]
    every: list[Wait] = []
    for kind, queries in asked_for(case, known).items():
        waits = [wait(case, query) for query in queries]
        every += waits
        lines.append(f"{kind:>10} {of(waits)}")
    lines.append(f"{'all':>10} {of(every)}")
    return "\n".join([*lines, f"peak memory {peak_megabytes():.0f} MB"])


def of(waits: list[Wait]) -> str:
    """Median and 95th percentile of the processor's milliseconds, median of the clock's, median of the reports that came."""
    spent = sorted(each for each, _, _ in waits)
    worst = spent[min(int(len(spent) * 0.95), len(spent) - 1)]
    clock, hits = statistics.median(each for _, each, _ in waits), statistics.median(each for _, _, each in waits)
    return f"{1000 * statistics.median(spent):>10.1f} {1000 * worst:>8.1f} {1000 * clock:>8.1f} {hits:>5.0f}"


def asked_for(case: Path, known: list[Known]) -> dict[str, list[Query]]:
    """Ten queries of each kind; the same for the same case."""
    chance = random.Random(1)  # noqa: S311 - any queries will do
    with open_case(case) as connection:
        held = next(iter(connection.execute("SELECT count(*) FROM documents")))[0]
        connection.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab ('main', 'search', 'row')")
        terms = [
            (term, doc) for term, doc in connection.execute("SELECT term, doc FROM temp.terms") if not term.isdigit()
        ]
        names = {
            kind: [row[0] for row in connection.execute(
                "SELECT folded FROM names JOIN named ON id = name WHERE kind = ? GROUP BY id ORDER BY count(*) DESC LIMIT 40",
                (kind,),
            )]
            for kind in ("speaker", "place", "outlet")
        }  # fmt: skip
    # Where reports are copied no word stands in a few of them only: then the rarest there are.
    rare = sorted((doc, term) for term, doc in terms if doc > 1)[: max(len(terms) // 20, EACH)]
    often = [term for term, doc in sorted(terms, key=lambda each: -each[1]) if len(term) > 2][:EACH]
    beginnings = sorted({term[:4] for term, doc in terms if len(term) > 5 and doc > held / 500})
    some = Filter()
    filters = [
        *(Filter(**{kind: chance.choice(found)}) for kind, found in names.items() if found),
        Filter(after="2019-01-01"), Filter(before="2016-06-30"), Filter(after="2020-02-01", before="2020-02-28"),
        *(Filter(after="2018-01-01", **{kind: chance.choice(found)}) for kind, found in names.items() if found),
    ]  # fmt: skip
    return {
        "rare": [(term, some) for term in chance.sample([term for _, term in rare], EACH)],
        "common": [(term, some) for term in often],
        "phrase": [(f'"{phrase(chance, known)}"', some) for _ in range(EACH)],
        "prefix": [(f"{term}*", some) for term in chance.sample(beginnings, EACH)],
        "filtered": [(often[n % len(often)], filters[n % len(filters)]) for n in range(EACH)],
    }


def phrase(chance: random.Random, known: list[Known]) -> str:
    """Two words of a report that stand side by side."""
    while True:
        found = [token.text for token in tokens(chance.choice(known)[0])[:400] if token.kind is Kind.WORD]
        if len(found) > 1:
            at = chance.randrange(len(found) - 1)
            return " ".join(found[at : at + 2])


def copies(known: list[Known]) -> Iterator[tuple[Found, Report]]:
    """The reports again and again, a number behind each that makes it a text of its own, each on a day of its own."""
    for number in count():
        text, report = known[number % len(known)]
        words = f"{text}\n{number}"
        day = (FIRST_DAY + timedelta(days=(number * 7919) % DAYS)).isoformat()
        document = msgspec.structs.replace(report.document, published=day)
        outlet = report.document.outlet
        found = Found("bench", str(number), words.encode(), words, "bench", outlet=outlet, published=day)
        yield found, msgspec.structs.replace(report, document=document)


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


def wait(case: Path, query: Query) -> Wait:
    """Seconds until the twenty best reports are there with all their hits, and how many reports came."""
    waits: list[Wait] = []
    for _ in range(RUNS):
        began, clock = time.process_time(), time.perf_counter()
        hits = sum(1 for hit in find(case, *query) if hit.text)
        waits.append((time.process_time() - began, time.perf_counter() - clock, hits))
    return sorted(waits)[RUNS // 2]


if __name__ == "__main__":
    main()
