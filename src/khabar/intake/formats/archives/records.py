"""The records of a WARC file, each in the very bytes in which the file holds it.

A file may be cut off, or damaged in the middle: what cannot be read is told with its place, and reading goes on at the next
line that begins a record.
"""

from __future__ import annotations

import re
from base64 import b32encode
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import new
from io import BytesIO
from typing import BinaryIO, Final

_BEGIN: Final = re.compile(rb"WARC/\d+\.\d+[ \t]*\r?\n")
_PAGE: Final = re.compile(rb"(?im)^content-type:\s*text/(?:html|plain)")
_LINE: Final = 1 << 16
_MOST_FIELDS: Final = 1 << 18
"""Bytes of the fields of a record; those of real ones are a few hundred."""
_MOST_LOST: Final = 1 << 26
"""Bytes without the beginning of a record after which a file is given up."""
_CHUNK: Final = 1 << 20
_ALGORITHMS: Final = {"md5": "md5", "sha1": "sha1", "sha-1": "sha1", "sha256": "sha256", "sha-256": "sha256",
                      "sha512": "sha512", "sha-512": "sha512"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Record:
    """A record: `raw` are its bytes from the first line to the end of its block, `fields` its named fields in small letters."""

    raw: bytes
    fields: dict[str, str]
    block: bytes

    @property
    def type(self) -> str:
        """What it is: response, request, revisit, resource, conversion, warcinfo, metadata."""
        return self.fields.get("warc-type", "").lower()

    @property
    def id(self) -> str:
        """Its name, without brackets and urn."""
        return self.fields.get("warc-record-id", "").strip("<>").removeprefix("urn:uuid:")

    @property
    def target(self) -> str:
        """The address it was recorded from."""
        return self.fields.get("warc-target-uri", "").strip("<>")


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Bytes that are no record: where they begin in the (unpacked) file, and why, as the name of a message."""

    offset: int
    reason: str


class Reader:
    """Walks over a file.  Records of which `wanted` says no to their fields are skipped, without being held in memory."""

    def __init__(self, stream: BinaryIO, most: int) -> None:
        self._stream, self._most = stream, most
        self._offset = 0
        self._begun: bytes | None = None
        self.others = 0
        """Records that nobody wanted."""

    def records(self, wanted: frozenset[str]) -> Iterator[Record | Unreadable]:
        """The records of the wanted types, and what is no record.

        Raises OSError, EOFError or zlib.error as the stream does.
        """
        line = self._next_beginning()
        while line is not None:
            if isinstance(line, Unreadable):
                yield line
            else:
                found = self._record(line, wanted)
                if found is not None:
                    yield found
            line = self._next_beginning()

    def _line(self) -> bytes:
        line = self._stream.readline(_LINE)
        self._offset += len(line)
        return line

    def _next_beginning(self) -> bytes | Unreadable | None:
        """The line that begins a record; what lies before one, but for empty lines; None at the end."""
        if self._begun is not None:
            begun, self._begun = self._begun, None
            return begun
        lost = at = 0
        while line := self._line():
            if _BEGIN.fullmatch(line):
                if lost:
                    self._begun = line
                    return Unreadable(at, "no_record")
                return line
            if lost or line.strip():
                at = at if lost else self._offset - len(line)
                lost += len(line)
                if lost > _MOST_LOST:
                    break
        return Unreadable(at, "no_record") if lost else None

    def _record(self, begin: bytes, wanted: frozenset[str]) -> Record | Unreadable | None:
        at = self._offset - len(begin)
        head = [begin]
        while (line := self._line()).strip():
            head.append(line)
            if sum(map(len, head)) > _MOST_FIELDS:
                return Unreadable(at, "fields_unending")
        fields = _fields(b"".join(head[1:]))
        told = fields.get("content-length", "")
        if not line:
            return Unreadable(at, "cut_off")
        if not (told.isascii() and told.isdigit()):
            return Unreadable(at, "no_length")
        length = int(told[:18])
        if fields.get("warc-type", "").lower() not in wanted:
            self.others += 1
            return None if self._skipped(length) else Unreadable(at, "cut_off")
        if length > self._most:
            return self._too_large(at, length)
        block = self._stream.read(length)
        self._offset += len(block)
        if len(block) < length:
            return Unreadable(at, "cut_off")
        return Record(b"".join((*head, line, block)), fields, block)

    def _too_large(self, at: int, length: int) -> Unreadable | None:
        """A record that is passed over: told where it is a page, and not where it is a film."""
        begin = self._stream.read(min(length, _LINE))
        self._offset += len(begin)
        if not self._skipped(length - len(begin)):
            return Unreadable(at, "cut_off")
        if _PAGE.search(begin):
            return Unreadable(at, "record_too_large")
        self.others += 1
        return None

    def _skipped(self, length: int) -> bool:
        """Whether so many bytes were there."""
        while length:
            piece = self._stream.read(min(length, _CHUNK))
            if not piece:
                return False
            length -= len(piece)
            self._offset += len(piece)
        return True


def record_of(raw: bytes) -> Record | None:
    """The record that these bytes are, parted as `Reader` parts it; None where they are none."""
    stream = BytesIO(raw)
    if not _BEGIN.fullmatch(stream.readline(_LINE)):
        return None
    head: list[bytes] = []
    while (line := stream.readline(_LINE)).strip():
        head.append(line)
    return Record(raw, _fields(b"".join(head)), stream.read()) if line else None


def _fields(head: bytes) -> dict[str, str]:
    """Named fields, the first of a name; a line that begins with space goes on with the one before."""
    fields: dict[str, str] = {}
    last = ""
    for line in head.decode("utf-8", "replace").splitlines():
        if line[:1] in (" ", "\t") and last:
            fields[last] += " " + line.strip()
            continue
        name, colon, value = line.partition(":")
        last = name.strip().lower() if colon and name.strip().lower() not in fields else ""
        if last:
            fields[last] = value.strip()
    return fields


def agrees(told: str, *candidates: bytes) -> bool | None:
    """Whether a digest (algorithm:value, in base 32 or hexadecimal) is that of one of the candidates.

    None where it cannot be told: no digest, or an algorithm that is not known here.
    """
    name, colon, value = told.partition(":")
    algorithm = _ALGORITHMS.get(name.strip().lower())
    if not colon or algorithm is None:
        return None
    value = value.strip().rstrip("=").lower()
    for candidate in candidates:
        digest = new(algorithm, candidate, usedforsecurity=False).digest()
        if value in (digest.hex(), b32encode(digest).decode("ascii").rstrip("=").lower()):
            return True
    return False
