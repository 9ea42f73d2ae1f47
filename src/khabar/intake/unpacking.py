"""Bodies of answers: undoing what a server packed, never beyond a limit, however small the packed bytes are."""

from __future__ import annotations

import zlib
from typing import Final

from khabar.intake.incoming import IntakeError

_GZIP: Final = b"\x1f\x8b"
_NONE: Final = ("", "identity", "none")
_MOST_LAYERS: Final = 2
"""Codings laid over one another that are undone: real servers use one, and by mistake two."""


def codings(header: str) -> tuple[str, ...]:
    """The codings that a Content-Encoding names, in the order in which they were laid on.

    Raises IntakeError where one of them cannot be undone here, or where there are more than any server needs.
    """
    named = [name.strip().lower().removeprefix("x-") for name in header.split(",")]
    found = tuple(name for name in named if name not in _NONE)
    for name in found:
        if name not in ("gzip", "deflate"):
            raise IntakeError("fetch_failed", "coding_unknown", coding=name)
    if len(found) > _MOST_LAYERS:
        raise IntakeError("fetch_failed", "coding_unknown", coding=", ".join(found))
    return found


def unpacked(data: bytes, applied: tuple[str, ...], limit: int) -> bytes:
    """The bytes before the codings were applied, at most `limit` of them at any moment.

    Raises IntakeError: "too_large" beyond the limit, "fetch_failed" where the bytes are damaged or cut off.
    """
    for name in reversed(applied):
        data = _inflated(data, limit) if name == "deflate" else _ungzipped(data, limit)
    return data


def _ungzipped(data: bytes, limit: int) -> bytes:
    """All members of a gzip stream; what stands behind them and is none (padding) is left."""
    whole = b""
    while data.startswith(_GZIP) or not whole:
        part, data = _decompressed(data, 31, limit - len(whole))
        whole += part
        if not data:
            break
    return whole


def _inflated(data: bytes, limit: int) -> bytes:
    """Deflate is sent with the frame of zlib, as the standard says, or without, as some servers do."""
    framed = len(data) > 1 and data[0] & 0x0F == 8 and int.from_bytes(data[:2], "big") % 31 == 0
    return _decompressed(data, 15 if framed else -15, limit)[0]


def _decompressed(data: bytes, window: int, limit: int) -> tuple[bytes, bytes]:
    """The bytes of one stream, and what stands behind it."""
    unpacking = zlib.decompressobj(window)
    try:
        whole = unpacking.decompress(data, limit + 1)
    except zlib.error as error:
        raise IntakeError("fetch_failed", "not_received", why=error) from None
    if len(whole) > limit:
        raise IntakeError("too_large", "unpacks_too_large", limit=_megabytes(limit))
    if not unpacking.eof:
        raise IntakeError("fetch_failed", "not_received", why="the packed page is cut off")
    return whole, unpacking.unused_data


def _megabytes(limit: int) -> str:
    return f"{limit >> 20} MB"
