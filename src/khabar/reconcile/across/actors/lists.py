"""The word lists of the comparison of many reports."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from khabar.atlas import word_key

_HERE: Final = Path(__file__).parent


def _rows(name: str) -> Iterator[dict[str, str]]:
    lines = [
        line for line in (_HERE / name).read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")
    ]
    head = lines[0].split("\t")
    for line in lines[1:]:
        yield dict(zip(head, line.split("\t"), strict=True))


@cache
def title_words() -> frozenset[str]:
    """Words before a name that are no part of it."""
    return frozenset(
        word_key(word)
        for row in _rows("titles.tsv")
        if row["kind"] in ("honorific", "rank")
        for word in row["words"].split("|")
    )


@cache
def rank_words() -> frozenset[str]:
    """Those of them that are ranks."""
    ranks = (row for row in _rows("titles.tsv") if row["kind"] == "rank")
    return frozenset(word_key(word) for row in ranks for word in row["words"].split("|"))


@cache
def bodies() -> dict[tuple[str, ...], tuple[str, str | None]]:
    """Words that call a body of a state → its name in keys, and its country where only one state has it."""
    found: dict[tuple[str, ...], tuple[str, str | None]] = {}
    for row in _rows("bodies.tsv"):
        told = row["name"], None if row["country"] == "-" else row["country"]
        for form in (*row["arabic"].split("|"), *row["english"].split("|")):
            found.setdefault(tuple(word_key(word) for word in form.split()), told)
    return found


@cache
def listed(kind: str) -> frozenset[str]:
    """Words of another kind of titles.tsv, without article: "speaks", "place" or "anybody"."""
    row = next(row for row in _rows("titles.tsv") if row["kind"] == kind)
    return frozenset(word_key(word) for word in row["words"].split("|"))


@cache
def offices() -> dict[tuple[str, ...], str]:
    """Words that name an office → its name in keys."""
    rows = ((form, row["name"]) for row in _rows("offices.tsv") for form in row["words"].split("|"))
    return {tuple(word_key(word) for word in form.split()): name for form, name in rows}
