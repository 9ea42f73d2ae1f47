"""Every raw report of the corpora becomes a record whose spans are the source's own words: nothing fails, nothing shifts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from khabar.desk import Failure, Wishes, read_sources

CORPORA = ("arabic_reports.jsonl.gz", "english_reports.jsonl.gz")


def spans(value: Any) -> Iterator[dict[str, Any]]:
    """Every stretch of source text inside a record."""
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys():
            yield value
        for part in value.values():
            yield from spans(part)
    elif isinstance(value, list):
        for part in value:
            yield from spans(part)


@pytest.mark.gold
@pytest.mark.slow
@pytest.mark.parametrize("name", CORPORA)
def test_every_raw_report_is_read_and_every_span_slices(corpora_dir: Path, name: str) -> None:
    read = 0
    failed, shifted = [], []
    for outcome in read_sources([str(corpora_dir / name)], Wishes(numbers=True)):
        if isinstance(outcome, Failure):
            failed.append(outcome.message)
            continue
        read += 1
        record = outcome.to_dict()
        text = record["document"].pop("text")
        shifted += [
            (record["document"]["id"], span)
            for span in spans(record)
            if text[span["start"] : span["end"]] != span["text"] or span["start"] >= span["end"]
        ]
    assert not failed
    assert not shifted[:5]
    assert read > 50
