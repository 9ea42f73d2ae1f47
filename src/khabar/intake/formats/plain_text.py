"""Plain text: one report a file, in any encoding."""

from __future__ import annotations

from collections.abc import Iterator

from khabar.intake.encodings import decode
from khabar.intake.formats.format import Format
from khabar.intake.incoming import Arrival, Incoming, IntakeError, Kept, check_length, hash_bytes
from khabar.intake.opening import Given


def _read(given: Given) -> Iterator[Arrival]:
    yield incoming_text(given.whole(), given.name, given.charset, given.address)


def incoming_text(data: bytes, name: str, charset: str | None = None, address: str | None = None) -> Incoming:
    """A text as a report; `charset` and `address` are what the server said.  Raises IntakeError."""
    decoded = decode(data, charset)
    if not decoded.text.strip():
        raise IntakeError("empty", "only_space" if data else "empty_file")
    check_length(decoded.text)
    return Incoming(
        id=name,
        text=decoded.text,
        original=data,
        sha256=hash_bytes(data),
        url=address,
        encoding=decoded.encoding,
        flags=decoded.flags,
    )


def _again(kept: Kept) -> str:
    return decode(kept.original, kept.encoding).text


FORMAT = Format(("text",), lambda given: given.named(".txt"), _read, _again, (".txt",))
