"""An address becomes reports: a page, a text, or lines, each kept with the answer that brought it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO, Final, Protocol

from khabar.intake.incoming import Failed, Incoming, IntakeError, hash_bytes
from khabar.intake.page import looks_like_page
from khabar.intake.web.fetching import Fetched, Web

_LINES: Final = ("application/x-ndjson", "application/jsonl")
_LINE_NAMES: Final = (".jsonl", ".ndjson")


class Readers(Protocol):
    """What makes reports of bytes, by what they are."""

    def report(
        self, data: bytes, name: str, kind: str, *, charset: str | None = None, address: str | None = None
    ) -> Incoming | Failed:
        """One report of a kind."""

    def lines(self, stream: BinaryIO, name: str) -> Iterator[Incoming | Failed]:
        """The reports of JSON Lines."""


def open_address(url: str, web: Web, readers: Readers) -> Iterator[Incoming | Failed]:
    """The reports that an address gives; a Failed where it gives none."""
    try:
        fetched = web.fetch(url)
    except IntakeError as error:
        yield error.at(url)
        return
    if fetched.media_type in _LINES or fetched.url.lower().endswith(_LINE_NAMES):
        for line in readers.lines(io.BytesIO(fetched.body), url):
            yield replace(line, metadata=line.metadata + fetched.told()) if isinstance(line, Incoming) else line
    else:
        yield report_of(fetched, url, readers)


def report_of(fetched: Fetched, name: str, readers: Readers) -> Incoming | Failed:
    """The page or text of an answer, with the bytes as they came."""
    kind = "page" if "html" in fetched.media_type or looks_like_page(fetched.body) else "text"
    made = readers.report(fetched.body, name, kind, charset=fetched.charset, address=fetched.url)
    if isinstance(made, Failed):
        return made
    packed = f"{fetched.coding}+{made.encoding}" if fetched.coding else made.encoding
    return replace(
        made,
        original=fetched.sent,
        sha256=hash_bytes(fetched.sent),
        encoding=packed,
        metadata=made.metadata + fetched.told(),
    )
