"""What auto-archiver wrote about a link (JSON: status, metadata, media), alone or one a line; its sheets are tables.

The text is what it took from the post or page (`content`).  Kept with it: when it was archived, where to, and the hash that it
made of each file beside the hash of that file now, where the file is there.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import PurePosixPath
from typing import Any, Final

from khabar.intake.dates import check_published, published_from_page
from khabar.intake.encodings import clean
from khabar.intake.formats.format import Format
from khabar.intake.formats.json_walk import scalar
from khabar.intake.incoming import Arrival, Incoming, IntakeError, Kept, Metadata, check_length, hash_bytes
from khabar.intake.opening import Beside, Given

_NAMED: Final = re.compile(
    rb'"_processed_at"\s*:|"(?:media|metadata)"\s*:\s*[\[{].*"(?:media|metadata)"\s*:\s*[\[{]', re.DOTALL
)
_DATES: Final = ("timestamp", "upload_date", "created_at")
_HASH: Final = re.compile(r"(?:SHA-?256:)?\s*(?P<digest>[0-9a-f]{64})", re.IGNORECASE)
_PROVENANCE: Final = "auto-archiver"

Item = dict[str, Any]


def is_item(fields: Item) -> bool:
    """Whether a JSON object is what auto-archiver writes."""
    return isinstance(fields.get("metadata"), dict) and isinstance(fields.get("media"), list) and "status" in fields


def read_item(raw: bytes, name: str, beside: Beside | None = None) -> Incoming:
    """The report of a link that was archived, given in its own bytes.  Raises IntakeError, also where nothing was archived."""
    fields = _fields(raw)
    if not is_item(fields):
        raise IntakeError("unsupported", "json_document")
    told = fields["metadata"]
    if "success" not in str(fields["status"]).lower():
        raise IntakeError("empty", "not_archived", row="", status=str(fields["status"]))
    words, flags = clean(_words(told))
    if not words.strip():
        raise IntakeError("empty", "archived_without_words", url=scalar(told.get("url")) or "-")
    check_length(words)
    media = tuple(_media(fields["media"], beside or Beside()))
    changed = any(name == "media_changed" for name, _, _ in media)
    published = next(filter(None, (_moment(told.get(name)) for name in _DATES)), None)
    return Incoming(
        id=name,
        text=words,
        original=raw,
        sha256=hash_bytes(raw),
        title=scalar(told.get("title")),
        outlet=scalar(told.get("uploader")) or scalar(told.get("channel")) or scalar(told.get("author")),
        url=scalar(told.get("url")),
        published=published,
        published_from=_PROVENANCE if published else None,
        encoding="utf-8",
        flags=(*flags, "media_changed") if changed else flags,
        metadata=(*_told(fields), *media),
        kind="auto-archiver",
    )


def _fields(raw: bytes) -> Item:
    try:
        parsed = json.loads(raw.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError) as error:
        raise IntakeError("bad_json", "not_json", why=error, character=getattr(error, "pos", 0) + 1) from error
    return parsed if isinstance(parsed, dict) else {}


def _words(told: Item) -> str:
    """What the post says; its title alone where that is all."""
    return (
        scalar(told.get("content"))
        or scalar(told.get("text"))
        or scalar(told.get("description"))
        or scalar(told.get("title"))
        or ""
    )


def _told(fields: Item) -> Metadata:
    told = fields["metadata"]
    archived = _moment(told.get("_processed_at")) or scalar(told.get("_processed_at"))
    said = [("status", scalar(fields["status"])), ("archived", archived)]
    said += [(name, scalar(value)) for name, value in told.items() if name not in ("content", "text", "_processed_at")]
    return tuple((str(name), value, _PROVENANCE) for name, value in said if value)


def _media(media: list[Any], beside: Beside) -> Iterator[tuple[str, str, str]]:
    """Each file: where it was put, the hash that the archiver made, and whether the file beside has it."""
    for each in media:
        if not isinstance(each, dict):
            continue
        name = PurePosixPath(str(each.get("key") or each.get("filename") or "")).name or "-"
        for address in each.get("urls") or ():
            yield "archive", str(address), _PROVENANCE
        properties = each.get("properties")
        noted = _HASH.search(str(properties.get("hash", ""))) if isinstance(properties, dict) else None
        if noted:
            yield "media_hash", f"{noted['digest'].lower()} {name}", _PROVENANCE
        digest = beside.sha256(str(each.get("filename") or name)) or beside.sha256(name)
        if digest is None:
            yield "media_missing", name, "computed"
        else:
            changed = noted is not None and noted["digest"].lower() != digest
            yield "media_changed" if changed else "media_sha256", f"{digest} {name}", "computed"


def _moment(value: Any) -> str | None:
    """A moment as it is written, or as the seconds since 1970 that its program makes of it."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        try:
            return check_published(datetime.fromtimestamp(value, UTC).isoformat())
        except (ValueError, OverflowError, OSError):
            return None
    return published_from_page(scalar(value) or "")


def _read(given: Given) -> Iterator[Arrival]:
    yield read_item(given.whole(), given.name, given.beside)


def _again(kept: Kept) -> str:
    return clean(_words(_fields(kept.original)["metadata"]))[0]


def _tells(given: Given) -> bool:
    return given.named(".json") and given.head.lstrip()[:1] == b"{" and _NAMED.search(given.head) is not None


FORMAT = Format(("auto-archiver",), _tells, _read, _again, (".json (auto-archiver)",))
