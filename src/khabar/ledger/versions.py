"""Edited sources: the same address, message or feed entry found with other text is a new version of that source.

Which appearances are of one source is derived from what they say of themselves; the versions of a source are in the order in
which it was edited, where it tells that, and else in which it was collected.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple
from urllib.parse import parse_qsl, urlencode, urlsplit

import apsw

_TRACKING: Final = re.compile(r"utm_\w+|fbclid|gclid|ref|s|share|source", re.IGNORECASE)
"""Parts of an address that say from where a reader came, not what he reads."""
_EDITED: Final = ("edited", "modified")
_COLUMNS: Final = "a.id, a.document, a.collected_at, a.metadata"


class Version(NamedTuple):
    """One finding of a source: which document it was, when it was collected, and when the source says that it was edited."""

    appearance: int
    document: int
    collected_at: str
    edited: str | None


class Source(NamedTuple):
    """A source and what was found there, in the order of its versions."""

    key: str
    versions: tuple[Version, ...]


def source_key(kind: str, part: str, url: str | None, outlet: str | None, metadata: str) -> str | None:
    """What makes an appearance one of a source: message of a channel, address, or entry of a feed; None of a mere file."""
    told = _told(metadata)
    if kind.startswith("telegram"):
        number = told.get("id") or part.rpartition(":")[2]
        return f"telegram {outlet or ''} {number}" if outlet else None
    if url:
        return _address(url)
    return f"entry {outlet or ''} {told['guid']}" if told.get("guid") else None


def _told(metadata: str) -> dict[str, str]:
    try:
        return {str(field): str(value) for field, value, _ in json.loads(metadata)}
    except (ValueError, TypeError):
        return {}


def _address(url: str) -> str | None:
    """An address without what changes while the page stays: scheme, www, tracking, fragment.  A bare host is no report."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    host = (parts.netloc or "").lower().removeprefix("www.")
    path = parts.path.rstrip("/")
    kept = [(name, value) for name, value in parse_qsl(parts.query) if not _TRACKING.fullmatch(name)]
    if not host or not (path or kept):
        return None
    return f"url {host}{path}" + (f"?{urlencode(sorted(kept))}" if kept else "")


def index_source(connection: apsw.Connection, appearance: int) -> None:
    """Write down of which source an appearance is; the caller holds a transaction."""
    query = "SELECT kind, part, url, outlet, metadata FROM appearances WHERE id = ?"
    for row in connection.execute(query, (appearance,)):
        key = source_key(*row)
        if key:
            connection.execute("INSERT OR IGNORE INTO source_keys VALUES (?, ?)", (key, appearance))


def sources(connection: apsw.Connection, document: int | None = None) -> Iterator[Source]:
    """The sources that were found with different texts, all or those of one document."""
    query = """SELECT k.key FROM source_keys AS k JOIN appearances AS a ON a.id = k.appearance
               GROUP BY k.key HAVING count(DISTINCT a.document) > 1"""
    values: tuple[Any, ...] = ()
    if document is not None:
        query = f"""SELECT DISTINCT m.key FROM source_keys AS m JOIN appearances AS b ON b.id = m.appearance
                    WHERE b.document = ? AND m.key IN ({query.replace("GROUP BY", "WHERE k.key = m.key GROUP BY")})"""  # noqa: S608 - written above
        values = (document,)
    for (key,) in list(connection.execute(query, values)):
        yield Source(str(key), tuple(_versions(connection, str(key))))


def _versions(connection: apsw.Connection, key: str) -> list[Version]:
    """Findings of a source; one with the same text as the one before is no version of its own."""
    query = f"SELECT {_COLUMNS} FROM source_keys AS k JOIN appearances AS a ON a.id = k.appearance WHERE k.key = ?"  # noqa: S608 - columns named above
    found = [
        Version(int(appearance), int(document), str(at), _edited(metadata))
        for appearance, document, at, metadata in connection.execute(query, (key,))
    ]
    found.sort(key=lambda version: (version.edited or "", version.collected_at, version.appearance))
    return [each for at, each in enumerate(found) if not at or found[at - 1].document != each.document]


def _edited(metadata: str) -> str | None:
    told = _told(metadata)
    return next((told[field] for field in _EDITED if told.get(field)), None)
