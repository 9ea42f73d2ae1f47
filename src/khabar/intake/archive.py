"""A zip archive: the files in it, as if it were a folder; the limits hold whatever its directory says.

Nothing is written to the disk.  A file is unpacked only as far as its format reads it, and never beyond the limits: an archive of a
few kilobytes can say that it holds terabytes, hold the same bytes a million times, or hold other archives without end.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO, BinaryIO, Final, cast

from khabar.intake.incoming import MOST_EXPORT_BYTES, Failed, IntakeError
from khabar.intake.opening import HEAD, Beside, Given, hash_stream

_MOST_MEMBERS: Final = 50_000
MOST_UNPACKED: Final = 4 << 30
"""Bytes that are unpacked of one archive."""
_MOST_RATIO: Final = 500
_LARGE: Final = 8 << 20
"""Bytes up to which a file may be packed as well as it likes."""
_UTF8: Final = 0x800
_LOCKED: Final = 0x1
_OFFICE: Final = ("[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF")
_UNREADABLE: Final = (OSError, zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, ValueError)


class Archive(Beside):
    """An archive that is open.  `claimed` are the files that an export in it names as its own."""

    def __init__(self, packed: zipfile.ZipFile, given: Given) -> None:
        self._packed, self._given = packed, given
        self._left = MOST_UNPACKED
        self.claimed: set[str] = set()
        infos = packed.infolist()
        if len(infos) > _MOST_MEMBERS:
            raise IntakeError("too_large", "too_many_members", limit=f"{_MOST_MEMBERS:,}")
        self._infos = {_name(info): info for info in infos if not info.is_dir()}

    def names(self) -> list[str]:
        """The files' names, as the archive says them; a name that leaves the archive is only a name here."""
        return list(self._infos)

    def member(self, name: str) -> Given | Failed:
        """A file of the archive, its first bytes read."""
        info, inside = self._infos[name], f"{self._given.name}/{name}"
        if info.flag_bits & _LOCKED:
            return Failed(inside, "not_text", "zip_locked", inside)
        try:
            with self._stream(info) as stream:
                head = stream.read(HEAD)
        except IntakeError as error:
            return error.at(inside)
        except _UNREADABLE as error:
            return Failed(inside, "not_text", "damaged", inside, (("why", str(error)),))
        beside = _InArchive(self, posixpath.dirname(name))
        return Given(inside, head, lambda: cast("BinaryIO", self._stream(info)), self._given.opening, beside)

    def is_claimed(self, name: str) -> bool:
        """Whether an export in the archive says that a file, or a folder around it, is its own."""
        return name in self.claimed or any(
            f"{name[:at]}/" in self.claimed for at, sign in enumerate(name) if sign == "/"
        )

    def hash_of(self, path: str) -> str | None:
        """SHA-256 of a file, which counts as claimed; None where it is not there or cannot be unpacked."""
        info = self._infos.get(path)
        if info is None:
            return None
        self.claimed.add(path)
        try:
            with self._stream(info) as stream:
                return hash_stream(cast("BinaryIO", stream))
        except (IntakeError, *_UNREADABLE):
            return None

    def spend(self, size: int, so_far: int, packed: int) -> None:
        """Count bytes that were unpacked.  Raises IntakeError where a file or the archive grows beyond all measure."""
        self._left -= size
        if self._left < 0 or (so_far > _LARGE and so_far > _MOST_RATIO * max(packed, 1)):
            raise IntakeError("too_large", "unpacks_beyond", limit=f"{MOST_UNPACKED >> 20} MB")

    def _stream(self, info: zipfile.ZipInfo) -> IO[bytes]:
        counted = _Counted(self._packed.open(info), lambda size, far: self.spend(size, far, info.compress_size))
        return io.BufferedReader(counted, 1 << 16)


class _InArchive(Beside):
    """Files beside one that lies in a folder of an archive."""

    def __init__(self, archive: Archive, folder: str) -> None:
        self._archive, self._folder = archive, folder

    def sha256(self, name: str) -> str | None:
        """See `Beside`."""
        return self._archive.hash_of(posixpath.normpath(posixpath.join(self._folder, name.replace("\\", "/"))))

    def claim(self, *names: str) -> None:
        """See `Beside`."""
        for name in names:
            path = posixpath.normpath(posixpath.join(self._folder, name.replace("\\", "/")))
            self._archive.claimed.add(f"{path}/" if name.endswith("/") else path)


class _Counted(io.RawIOBase):
    """A stream that counts what it gives."""

    def __init__(self, inner: IO[bytes], spend: Callable[[int, int], None]) -> None:
        self._inner, self._spend, self._so_far = inner, spend, 0

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Give the next bytes."""
        data = self._inner.read(len(buffer))
        self._so_far += len(data)
        self._spend(len(data), self._so_far)
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        """Close the file inside as well."""
        self._inner.close()
        super().close()


@contextmanager
def opened_archive(given: Given) -> Iterator[Archive]:
    """The archive for the length of a block.  Raises IntakeError where it is none, damaged, or an Office document."""
    with given.stream() as stream:
        whole = stream if _can_seek(stream) else io.BytesIO(given.whole(MOST_EXPORT_BYTES))
        try:
            packed = zipfile.ZipFile(whole)
        except _UNREADABLE as error:
            raise IntakeError("not_text", "damaged", why=error) from error
        with packed:
            archive = Archive(packed, given)
            if any(name in _OFFICE for name in archive.names()):
                raise IntakeError("not_text", "signature.zip")
            yield archive


def _can_seek(stream: BinaryIO) -> bool:
    try:
        return stream.seekable()
    except (OSError, ValueError):
        return False


def _name(info: zipfile.ZipInfo) -> str:
    """The name in UTF-8, which many programs write without saying so."""
    if info.flag_bits & _UTF8:
        return posixpath.normpath(info.filename)
    try:
        return posixpath.normpath(info.filename.encode("cp437").decode("utf-8"))
    except UnicodeError:
        return posixpath.normpath(info.filename)
