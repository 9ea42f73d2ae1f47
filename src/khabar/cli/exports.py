"""Files that a command writes beside what it prints: every export takes the outcomes as they come, and ends with its file."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

import click

from khabar.cli.speaking import told
from khabar.cli.streams import say
from khabar.desk import Outcome


class Export(Protocol):
    """What writes a file, or a folder of files, out of the outcomes of a batch."""

    target: Path

    def add(self, outcome: Outcome) -> None:
        """Take the next outcome.  Raises ValueError, for a person to read, when the target cannot hold it."""

    def finish(self) -> Path | None:
        """Write what is left to write; what to look at, None when nothing was written."""


def exported(outcomes: Iterable[Outcome], exports: Sequence[Export]) -> Iterator[Outcome]:
    """The outcomes, which every export has got by then; ends with a message and exit code 2 where one cannot be written."""
    for outcome in outcomes:
        for export in exports:
            with _told(export):
                export.add(outcome)
        yield outcome
    for export in exports:
        with _told(export):
            if written := export.finish():
                say(told("wrote", path=written))


@contextlib.contextmanager
def _told(export: Export) -> Iterator[None]:
    """What goes wrong with an export, in words."""
    try:
        yield
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    except OSError as error:
        say(told("unwritable", path=export.target, reason=error.strerror or error))
        sys.exit(2)
