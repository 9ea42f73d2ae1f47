"""What a format is: how it is told, how its reports are read, how a text is taken out of its bytes again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from khabar.intake.incoming import Arrival, Kept
from khabar.intake.opening import Given


@dataclass(frozen=True, slots=True)
class Format:
    """A way in which reports come in files.

    `kinds` are those of the reports it gives (`Incoming.kind`), by which `text_again` finds it; `endings` are the names of
    its files, as messages show them.  `tells` looks at name and first bytes only.  `read` yields reports, failures and notes,
    and may raise IntakeError or OSError, which then stand for the whole file.  `again` gives the text of a report out of
    what is kept of it, or None; whatever it raises counts as None.  `attached`: in a
    folder, a file that an export names as its own is no report by itself.
    """

    kinds: tuple[str, ...]
    tells: Callable[[Given], bool]
    read: Callable[[Given], Iterator[Arrival]]
    again: Callable[[Kept], str | None]
    endings: tuple[str, ...] = ()
    attached: bool = False
