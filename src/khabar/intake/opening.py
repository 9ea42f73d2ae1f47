"""One file that is to be opened, wherever it lies: on the disk, in an archive, behind an address, at standard input."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Final, cast

from khabar.intake.incoming import MOST_BYTES, IntakeError

HEAD: Final = 1 << 14
"""Bytes by which a format is told."""
_CHUNK: Final = 1 << 20


@dataclass(slots=True)
class Meter:
    """How far the opening of sources has come, in bytes of the files that were named."""

    total: int = 0
    done: int = 0


@dataclass(frozen=True, slots=True)
class Opening:
    """What a person says about the sources, beside their names.

    `columns`: (field, header) of a table, for headers that do not tell; `day_order`: "dmy", "mdy" or "ymd" where dates are
    written in digits; `transcript`: file with the typed words of a picture, `transcriber`: who typed them.  `meter` is kept
    up to date while sources are read.
    """

    columns: tuple[tuple[str, str], ...] = ()
    day_order: str | None = None
    transcript: str | None = None
    transcriber: str | None = None
    meter: Meter = field(default_factory=Meter, compare=False)


class Beside:
    """Files that lie beside an export (pictures, videos), by their names relative to it.  Here: there are none."""

    def sha256(self, name: str) -> str | None:
        """SHA-256 of such a file, in hexadecimal digits; None where it is not there."""
        del name
        return None

    def claim(self, *names: str) -> None:
        """Say that files, or folders (a slash at their end), belong to the export: nobody looks for reports in them."""


class InFolder(Beside):
    """Files in the folder of an export.  Nothing outside it is touched, whatever an export names."""

    def __init__(self, folder: Path, claimed: set[Path] | None = None) -> None:
        self._folder = folder
        self._claimed = claimed if claimed is not None else set()

    def claim(self, *names: str) -> None:
        """See `Beside`."""
        self._claimed.update(self._folder / PurePosixPath(name.replace("\\", "/")) for name in names)

    def sha256(self, name: str) -> str | None:
        """See `Beside`; the file counts as one that belongs to the export."""
        path = self._folder / PurePosixPath(name.replace("\\", "/"))
        try:
            if not path.resolve().is_relative_to(self._folder.resolve()) or not path.is_file():
                return None
            self._claimed.add(path)
            with path.open("rb") as stream:
                return hash_stream(stream)
        except (OSError, ValueError, RuntimeError):  # a NUL in the name, a loop of links
            return None


def hash_stream(stream: BinaryIO) -> str:
    """SHA-256 of all that a stream gives, which is never held whole."""
    digest = hashlib.sha256()
    while chunk := stream.read(_CHUNK):
        digest.update(chunk)
    return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class Given:
    """A file to open.  `name` is what the ids of its reports begin with, `head` its first bytes, by which formats are told.

    `charset`, `media_type` and `address` are what a server said; `beside` knows what lies beside the file.
    """

    name: str
    head: bytes
    open: Callable[[], BinaryIO]
    opening: Opening = field(default_factory=Opening)
    beside: Beside = field(default_factory=Beside)
    charset: str | None = None
    media_type: str = ""
    address: str | None = None

    @classmethod
    def of_bytes(cls, data: bytes, name: str, opening: Opening | None = None) -> Given:
        """A file that is in memory."""
        return cls(name, data[:HEAD], lambda: io.BytesIO(data), opening or Opening())

    @property
    def ending(self) -> str:
        """The name in small letters, to look at its ending; that of a packed file is the one of the file inside."""
        return self.name.lower().removesuffix(".gz")

    def named(self, *endings: str) -> bool:
        """Whether the name has one of these endings."""
        return self.ending.endswith(endings)

    def whole(self, limit: int | None = None) -> bytes:
        """All bytes.  Raises IntakeError("too_large") beyond the limit (MOST_BYTES), OSError as the stream does."""
        limit = limit or MOST_BYTES
        with self.stream() as stream:
            data = stream.read(limit + 1)
        if len(data) > limit:
            raise IntakeError("too_large", "too_many_bytes", limit=f"{limit >> 20} MB")
        return data

    @contextmanager
    def stream(self) -> Iterator[BinaryIO]:
        """The bytes from the first one on."""
        stream = self.open()
        try:
            yield stream
        finally:
            stream.close()

    def at(self, name: str) -> Given:
        """The same file under another name."""
        return replace(self, name=name)


def given_file(path: Path, name: str, opening: Opening, claimed: set[Path] | None = None) -> Given:
    """A file on the disk.  Raises OSError."""
    with path.open("rb") as stream:
        head = stream.read(HEAD)
    return Given(name, head, lambda: path.open("rb"), opening, InFolder(path.parent, claimed))


class _LeftOpen(io.BufferedReader):
    """A stream that is somebody else's: closing it leaves that one open."""

    def close(self) -> None:
        """Let go of the stream."""
        if not self.closed:
            self.detach()


def given_stream(stream: BinaryIO, name: str, opening: Opening) -> Given:
    """A stream that can be read once, such as standard input, and stays open."""
    buffered = _LeftOpen(cast("io.RawIOBase", stream), 1 << 16)
    return Given(name, buffered.peek(HEAD)[:HEAD], lambda: cast("BinaryIO", buffered), opening)
