"""What is remembered of the web from one time to the next; a case remembers, reading alone does not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from khabar.intake.incoming import Noted


@dataclass(frozen=True, slots=True)
class Visited(Noted):
    """A feed was followed to its end.  The version that was followed: its marks, and the SHA-256 of its bytes.

    It comes after the reports of the feed, and counts only when they all are where they should be.
    """

    etag: str | None = None
    last_modified: str | None = None
    sha256: str = ""


class Memory(Protocol):
    """What was fetched before."""

    def condition(self, url: str) -> tuple[tuple[str, str], ...]:
        """Fields of a request that ask for an answer only where something changed since the last visit."""

    def has(self, feed: str, entry: str) -> bool:
        """Whether the entry of a feed, given by its hash, was followed."""


class Forgetful:
    """No memory: everything is new."""

    def condition(self, url: str) -> tuple[tuple[str, str], ...]:
        """None."""
        del url
        return ()

    def has(self, feed: str, entry: str) -> bool:
        """No."""
        del feed, entry
        return False
