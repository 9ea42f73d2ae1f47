"""A saved or fetched web page: its article, see `khabar.intake.page`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Final

from khabar.intake.encodings import decode
from khabar.intake.formats.format import Format
from khabar.intake.incoming import Arrival, Incoming, IntakeError, Kept, check_length, hash_bytes
from khabar.intake.opening import Given
from khabar.intake.page import declared_charset, looks_like_page, read_page

_ENDINGS: Final = (".html", ".htm", ".xhtml")


_SAVED: Final = re.compile(r"<!--\s*Page saved with SingleFile\b(?P<said>.{0,4000}?)-->", re.DOTALL | re.IGNORECASE)
_SAID: Final = re.compile(r"^\s*(?P<name>url|saved date|info)\s*:\s*(?P<value>.+?)\s*$", re.MULTILINE | re.IGNORECASE)
_BESIDE: Final = ("_files", " Files", "_ملفات", "_fichiers")
"""Folders into which browsers put the pictures and styles of a page that they save."""


def _tells(given: Given) -> bool:
    return (
        given.named(*_ENDINGS)
        or "html" in given.media_type
        or (not given.named(".txt") and looks_like_page(given.head))
    )


def _read(given: Given) -> Iterator[Arrival]:
    stem = given.name.rpartition("/")[2].rpartition(".")[0]
    given.beside.claim(*(f"{stem}{ending}/" for ending in _BESIDE))
    yield incoming_page(given.whole(), given.name, given.charset, given.address)


def incoming_page(data: bytes, name: str, charset: str | None = None, address: str | None = None) -> Incoming:
    """The article of a page as a report; `charset` and `address` are what the server said.  Raises IntakeError."""
    decoded = decode(data, charset or declared_charset(data))
    if not decoded.text.strip():
        raise IntakeError("empty", "only_space" if data else "empty_file")
    saved = _saved(decoded.text)
    page = read_page(decoded.text, address or saved.get("url"))
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
        metadata=(*page.metadata, *((name, value, "singlefile") for name, value in saved.items())),
        kind="page",
    )


def _saved(page: str) -> dict[str, str]:
    """What SingleFile says about a page that it saved: where it stood, and when it was saved."""
    found = _SAVED.search(page, 0, 1 << 16)
    if found is None:
        return {}
    said = {line["name"].lower(): line["value"] for line in _SAID.finditer(found["said"])}
    address, moment = said.get("url", ""), said.get("saved date", "")
    told = {"url": address if address.startswith(("http://", "https://")) else "", "saved": _moment(moment)}
    return {name: value for name, value in told.items() if value}


def _moment(written: str) -> str:
    """Thu Jan 06 2022 12:30:00 GMT+0300 (…), as browsers write it, in the one form of dates; else as it is written."""
    try:
        return datetime.strptime(written.partition(" (")[0], "%a %b %d %Y %H:%M:%S GMT%z").isoformat(timespec="minutes")
    except ValueError:
        return written


def _again(kept: Kept) -> str:
    return incoming_page(kept.original, "page", kept.encoding).text


FORMAT = Format(("page",), _tells, _read, _again, _ENDINGS)
