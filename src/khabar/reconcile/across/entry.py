"""A report of a case as the comparison of many reports takes it, and how an item of it is named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from khabar.record import Report


class Ref(NamedTuple):
    """An item of a case: the document that it was read in and its id there."""

    document: int
    item: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A document of a case with what was read in it, people's corrections applied and rejected items left out.

    `outlet` and `published` (YYYY-MM-DD, or None) are those of its first appearance.  `name` is the report's own id, for
    people; nothing is ever decided by it or by the number of the document, so that the order of adding changes nothing.
    """

    document: int
    report: Report
    name: str
    outlet: str | None = None
    published: str | None = None
