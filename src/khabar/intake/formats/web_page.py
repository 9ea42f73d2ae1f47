"""A saved or fetched web page: its article, see `khabar.intake.page`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from khabar.intake.encodings import decode
from khabar.intake.formats.format import Format
from khabar.intake.incoming import Arrival, Incoming, IntakeError, Kept, check_length, hash_bytes
from khabar.intake.opening import Given
from khabar.intake.page import declared_charset, looks_like_page, read_page

_ENDINGS: Final = (".html", ".htm", ".xhtml")


def _tells(given: Given) -> bool:
    return (
        given.named(*_ENDINGS)
        or "html" in given.media_type
        or (not given.named(".txt") and looks_like_page(given.head))
    )


def _read(given: Given) -> Iterator[Arrival]:
    yield incoming_page(given.whole(), given.name, given.charset, given.address)


def incoming_page(data: bytes, name: str, charset: str | None = None, address: str | None = None) -> Incoming:
    """The article of a page as a report; `charset` and `address` are what the server said.  Raises IntakeError."""
    decoded = decode(data, charset or declared_charset(data))
    if not decoded.text.strip():
        raise IntakeError("empty", "only_space" if data else "empty_file")
    page = read_page(decoded.text, address)
    check_length(page.text)
    return Incoming(
        id=name,
        text=page.text,
        original=data,
        sha256=hash_bytes(data),
        title=page.title,
        outlet=page.outlet,
        url=page.url,
        published=page.published,
        published_from=page.published_from,
        language=page.language,
        encoding=decoded.encoding,
        flags=decoded.flags + page.flags,
        metadata=page.metadata,
        kind="page",
    )


def _again(kept: Kept) -> str:
    return incoming_page(kept.original, "page", kept.encoding).text


FORMAT = Format(("page",), _tells, _read, _again, _ENDINGS)
