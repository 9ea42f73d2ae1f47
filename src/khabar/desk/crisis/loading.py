"""Reports of one crisis as entries: out of a case with people's corrections applied, or out of a JSON Lines file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import msgspec

from khabar.desk.crisis.registry import REGISTRY, registry_at, registry_of_signed
from khabar.desk.many_reports import Failure, failure_words, read_sources
from khabar.desk.one_report import Wishes
from khabar.desk.wording import Messages, Spoken
from khabar.ledger import Amended, amended_reports, opened
from khabar.ledger.registries import registries
from khabar.reconcile.across.actors.registry import Registry
from khabar.reconcile.across.entry import Entry
from khabar.record import Report

_DATABASE: Final = b"SQLite format 3\x00"
_DAY: Final = len("YYYY-MM-DD")


class NoReports(Spoken):
    """A file that holds neither a case nor records nor reports; the message names the line and what is wrong with it."""

    topic = "no_reports"

    def said(self, words: Messages) -> str:
        """What is wrong with the file, or with the report in it that could not be read."""
        failed = self.details.get("failure")
        return failure_words(failed, words.code) if isinstance(failed, Failure) else super().said(words)


def entries_of(source: Path) -> tuple[Entry, ...]:
    """The reports of a case, or of a JSON Lines file of records (`khabar read --jsonl`) or of reports, which are read now.

    Raises CaseError for a case that cannot be used, NoReports for a file of another kind, OSError.
    """
    if is_lines(source):
        return tuple(_entries_of_lines(source))
    with opened(source) as connection:
        return tuple(entry_of(amended) for amended in amended_reports(connection))


def entry_of(amended: Amended) -> Entry:
    """A document of a case as an entry."""
    return Entry(amended.document, amended.report, amended.part, amended.outlet, amended.published)


def is_lines(source: Path) -> bool:
    """Whether a file holds JSON Lines and is no case; what is not there will be missed as a case.  Raises OSError."""
    if not source.is_file():
        return False
    with source.open("rb") as file:
        start = file.read(64)
    return not start.startswith(_DATABASE) and start.lstrip(b"\xef\xbb\xbf \r\n").startswith(b"{")


def _entries_of_lines(source: Path) -> Iterator[Entry]:
    with source.open(encoding="utf-8-sig") as file:
        first = _object(source, 1, next(line for line in file if line.strip()))
    reports = _records(source) if "document" in first else _read(source)
    for number, report in enumerate(reports, 1):
        told = report.document
        yield Entry(number, report, told.id, told.outlet, told.published and told.published[:_DAY])


def _records(source: Path) -> Iterator[Report]:
    with source.open(encoding="utf-8-sig") as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            record = _object(source, number, line)
            if "error" in record:
                continue
            try:
                yield Report.from_dict(record)
            except msgspec.ValidationError as error:
                raise NoReports("no_record", path=source, line=number, why=error) from None


def _read(source: Path) -> Iterator[Report]:
    for outcome in read_sources([str(source)], Wishes()):
        if isinstance(outcome, Failure):
            raise NoReports("unreadable", failure=outcome)
        yield outcome


def _object(source: Path, number: int, line: str) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except ValueError as error:
        raise NoReports("no_json", path=source, line=number, why=error) from None
    if not isinstance(found, dict):
        raise NoReports("no_object", path=source, line=number)
    return found


def registry_beside(source: Path) -> Registry:
    """The registry of a case: the file NAME.registry.toml beside it, else what people signed into the case.  Raises CaseError."""
    beside = registry_at(source.with_suffix(REGISTRY))
    if beside is not None or not source.is_file() or is_lines(source):
        return beside or Registry()
    with opened(source) as connection:
        return registry_of_signed(registries(connection))
