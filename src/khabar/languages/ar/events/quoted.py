"""Quotation marks in and around the words of a party: where a quotation that began before it ends."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit


def closed_at(units: Sequence[Unit], first: int, last: int) -> int:
    """Where a quotation ends inside units[first:last] that began before it, no mark right before the first word."""
    if first and "quote" in units[first - 1].signature:
        return last
    at = next((k for k in range(first, last) if "quote" in units[k].signature), last)
    return at if first < at < last - 1 and "quote_close" in units[at].signature else last


def closes_first(units: Sequence[Unit], first: int, last: int) -> bool:
    """Whether the first mark of quotation in units[first:last] closes one that opened before."""
    return next(("quote_close" in u.signature for u in units[first:last] if "quote" in u.signature), False)
