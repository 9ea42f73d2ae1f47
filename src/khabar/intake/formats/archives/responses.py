"""What a record holds of a page: the answer of a server, with its body unpacked, however the archive kept it."""

from __future__ import annotations

import io
import re
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from khabar.intake.formats.archives.records import Record, agrees
from khabar.intake.incoming import MOST_BYTES, IntakeError
from khabar.intake.unpacking import codings, unpacked

if TYPE_CHECKING:
    from email.message import Message

_STATUS: Final = re.compile(rb"HTTP/[\d.]+[ \t]+(\d{3})\b[^\n]*\n")
_SIZE: Final = re.compile(rb"\s*([0-9A-Fa-f]{1,8})[^\n]*\n")
_HEAD_END: Final = re.compile(rb"\r?\n\r?\n")
_MARKUP: Final = re.compile(rb"\s*<[A-Za-z!?]")
_PAGES: Final = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class Answered:
    """An archived answer.  `status` is 200 for what is no answer of a web server (a resource, a text made of a page)."""

    status: int
    media_type: str
    charset: str | None
    coding: str
    sent: tuple[bytes, ...]
    """The body as the archive holds it, with and without the marks of its chunks: digests are made of either."""

    @property
    def kind(self) -> str | None:
        """The kind of report that it is: "page", "text", or none."""
        return "page" if self.media_type in _PAGES else "text" if self.media_type == "text/plain" else None

    def unpacked(self) -> bytes:
        """The body with its coding undone.  Raises IntakeError."""
        body = self.sent[-1]
        if not self.coding or _is_plain(body):
            return body
        return unpacked(body, codings(self.coding), MOST_BYTES)

    def agrees(self, digest: str) -> bool | None:
        """Whether a digest of the payload is right; None where that cannot be told."""
        candidates = list(self.sent)
        if self.coding:
            with suppress(IntakeError):
                candidates.append(self.unpacked())
        return agrees(digest, *candidates)


def answered(record: Record) -> Answered | None:
    """The answer in a record; None where it holds none."""
    import http.client
    from email.message import Message

    if "http" not in record.fields.get("content-type", "").lower():
        told = Message()
        told["Content-Type"] = record.fields.get("content-type", "application/octet-stream")
        return _answer(200, told, record.block)
    status = _STATUS.match(record.block)
    end = _HEAD_END.search(record.block, status.end() - 1) if status else None
    if status is None or end is None:
        return None
    try:
        fields = http.client.parse_headers(io.BytesIO(record.block[status.end() : end.end()]))
    except http.client.HTTPException:  # hundreds of fields, or a giant one
        return None
    return _answer(int(status[1]), fields, record.block[end.end() :])


def _answer(status: int, fields: Message, body: bytes) -> Answered:
    sent: tuple[bytes, ...] = (body,)
    if "chunked" in fields.get("Transfer-Encoding", "").lower():
        whole = _without_chunks(body)
        sent = (body,) if whole is None else (body, whole)
    coding = fields.get("Content-Encoding", "").strip().lower()
    return Answered(status, fields.get_content_type().lower(), fields.get_content_charset(), coding, sent)


def _without_chunks(body: bytes) -> bytes | None:
    """The body without the sizes between its pieces; None where there are none: many archives take them out."""
    pieces: list[bytes] = []
    at = 0
    while found := _SIZE.match(body, at):
        size = int(found[1], 16)
        if size == 0:
            return b"".join(pieces)
        piece = body[found.end() : found.end() + size]
        if len(piece) < size:
            return None
        pieces.append(piece)
        at = found.end() + size
    return None


def _is_plain(body: bytes) -> bool:
    """Whether a body that is said to be packed is not: browsers hand over what they unpacked, under the old fields."""
    return _MARKUP.match(body) is not None
