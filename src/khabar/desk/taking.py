"""How sources are taken in, beside what is wished for their reports."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import BinaryIO

from khabar.intake import TABLE_FIELDS, Meter, Opening, Web
from khabar.intake.incoming import Details


@dataclass(frozen=True, slots=True)
class Note:
    """Something to know about a source that cost no report; see `Failure` for the fields."""

    id: str
    reason: str
    place: str
    details: Details = ()


def _keep_silent(_: Note) -> None:
    """Where nobody wants to know."""


@dataclass(frozen=True, slots=True)
class Taking:
    """How reports are taken in: the web and how it is met, what "-" reads (by default standard input), how files are opened.

    `on_note` is told what a person should know and what cost no report, in its place between the reports.  `jobs` processes read
    into a case; one alone writes, so that the case is the same with any number of them.
    """

    web: Web = field(default_factory=Web)
    stdin: BinaryIO | None = None
    opening: Opening = field(default_factory=Opening)
    on_note: Callable[[Note], None] = _keep_silent
    jobs: int = 1


__all__ = ["TABLE_FIELDS", "Meter", "Note", "Opening", "Taking", "Web"]
