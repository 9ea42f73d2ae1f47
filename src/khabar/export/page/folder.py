"""Pages as files: one report as one file, several as a folder with a page each and an index.

A target that ends in .html or .htm is a file, every other a folder.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from khabar.desk import Failure, Outcome
from khabar.desk.digest import digest
from khabar.desk.wording import messages
from khabar.export.page.rendering import Listed, counts_of, heading_of, index_of, page_of
from khabar.record import Document, Report

_FILES: Final = (".html", ".htm")
_INDEX: Final = "index"
_LONGEST: Final = 80
_UNFIT = re.compile(r"[^\w.-]+")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)


class TooManyReports(ValueError):
    """A single file was named, and there is a second report."""


class Pages:
    """Writes the pages of reports as they come; `finish` writes what can only be written at the end.

    `target` is the file or the folder, `ui` the language of labels.  Files of the same name are replaced, others left
    alone.  Everything may raise OSError.
    """

    def __init__(self, target: Path, ui: str) -> None:
        self.target, self.ui = target, ui
        self.is_file = target.suffix.lower() in _FILES and not target.is_dir()
        self._only: Report | None = None
        self._listed: list[Listed] = []
        self._failed: list[Failure] = []
        self._taken = {_INDEX}

    def add(self, outcome: Outcome) -> None:
        """Take a report, or the failure that stands in its place.  Raises TooManyReports, before anything is written."""
        if isinstance(outcome, Failure):
            self._failed.append(outcome)
        elif not self.is_file:
            self._write_into_folder(outcome)
        elif self._only is None:
            self._only = outcome
        else:
            raise TooManyReports(messages(self.ui).say("page.one_file", path=self.target))

    def finish(self) -> Path | None:
        """Write the one page, or the index of the folder; where to look, None when no report was read."""
        if self.is_file:
            if self._only is None:
                return None
            self.target.parent.mkdir(parents=True, exist_ok=True)
            _write(self.target, page_of(self._only, self.ui))
            return self.target
        if not self._listed:
            return None
        index = self.target / f"{_INDEX}.html"
        _write(index, index_of(self._listed, self._failed, self.ui))
        return index

    def _write_into_folder(self, report: Report) -> None:
        file = f"{self._name(report.document.id)}.html"
        self.target.mkdir(parents=True, exist_ok=True)
        _write(self.target / file, page_of(report, self.ui))
        counts = tuple(counts_of(digest(report)))
        self._listed.append(Listed(file, heading_of(report), _without_text(report.document), counts))

    def _name(self, report: str) -> str:
        """A file name out of a report's id: no folder, nothing a file system refuses, taken by no other report."""
        name = next(name for name in _names(report) if name.casefold() not in self._taken)
        self._taken.add(name.casefold())
        return name


def _names(report: str) -> Iterator[str]:
    base = Path(report).name if report.endswith((".txt", *_FILES)) else report
    plain = _UNFIT.sub("_", base.removesuffix(".txt").removesuffix(".html").removesuffix(".htm"))
    plain = plain.strip("._-")[:_LONGEST] or "report"
    plain = f"_{plain}" if _RESERVED.match(plain) else plain
    yield plain
    number = 2
    while True:
        yield f"{plain}-{number}"
        number += 1


def _without_text(document: Document) -> Document:
    """What the index needs of a document, so that memory stays flat over thousands of reports."""
    return Document(
        id=document.id,
        outlet=document.outlet,
        published=document.published,
        published_basis=document.published_basis,
        flags=document.flags,
    )


def _write(path: Path, page: str) -> None:
    path.write_text(page, encoding="utf-8", errors="replace", newline="\n")
