"""The sources a user names, opened one after another: files, folders, web addresses, standard input."""

from __future__ import annotations

import gzip
import os
import re
import sys
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path, PurePath
from typing import BinaryIO, Final, cast

from khabar.intake.archive import Archive, opened_archive
from khabar.intake.formats import ENDINGS, Format, format_of, format_of_kind
from khabar.intake.formats.plain_text import FORMAT as PLAIN_TEXT
from khabar.intake.incoming import MOST_BYTES, Arrival, Details, Failed, Incoming, IntakeError, Kept
from khabar.intake.opening import HEAD, Given, Opening, given_file, given_stream, hash_stream
from khabar.intake.unpacking import codings, unpacked
from khabar.intake.web import Web, open_address

_WEB: Final = ("http://", "https://")
_OTHER_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_GZIP: Final = b"\x1f\x8b"
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_DEPTH: Final = 2
"""Archives that are opened inside one another."""
_DIGITS = re.compile(r"(\d+)")
_NOBODYS: Final = ("thumbs.db", "desktop.ini", "__macosx")
"""What systems leave in folders; no person put it there."""


def open_sources(
    sources: Sequence[str], stdin: BinaryIO | None = None, web: Web | None = None, opening: Opening | None = None
) -> Iterator[Arrival]:
    """Open each source in order and yield its reports, failures and notes; no bad source stops the others.

    A source is a file of a format of `khabar.intake.formats`, a folder (with its subfolders, in order of names; what no
    format knows is a failure), "-" for standard input (`stdin`, by default the process's own), or an http(s) address.
    JSON Lines are streamed.  Ids: the field "id" of a line, else name:line; name:number of a message; the file's name; inside
    a folder the path from the folder on; "stdin"; the address as given.

    `web` says how addresses are fetched; it remembers which hosts were asked when.  `opening` is what is known about the files.
    Never raises for bad input.
    """
    web, opening = web or Web(), opening or Opening()
    named = Counter(PurePath(source).name for source in dict.fromkeys(sources))
    for source in sources:
        if source == "-":
            yield from _open_stdin(stdin if stdin is not None else sys.stdin.buffer, opening)
        elif source.lower().startswith(_WEB):
            yield from open_address(source, web, partial(_open_fetched, opening))
        elif _OTHER_SCHEME.match(source):
            yield Failed(source, "unsupported", "other_scheme", source)
        else:
            # files of one name in two folders are told apart by their paths
            alone = named[PurePath(source).name] == 1
            yield from _open_path(source, PurePath(source).name if alone else PurePath(source).as_posix(), opening)


def size_of(sources: Sequence[str]) -> int:
    """Bytes of all files that the sources name, for a progress bar; what cannot be looked at counts nothing."""
    total = 0
    for source in sources:
        try:
            path = Path(source)
            files = _files_below(path) if path.is_dir() else iter((path,))
            total += sum(file.stat().st_size for file in files)
        except (OSError, ValueError):
            continue
    return total


def _open_path(source: str, name: str, opening: Opening) -> Iterator[Arrival]:
    path = Path(source)
    try:
        if path.is_dir():
            yield from _open_folder(path, name, opening)
        elif path.exists():
            yield from _open_file(path, name, opening)
        else:
            yield Failed(name or source, "missing_file", "no_such_file", source)
    except (OSError, ValueError) as error:  # ValueError: a NUL inside the name
        yield Failed(name or source, "missing_file", "cannot_open", source, _because(error))


def _open_folder(folder: Path, name: str, opening: Opening) -> Iterator[Arrival]:
    """All files of a folder.  Those that no format knows come last: by then, exports have said which pictures are theirs."""
    root = name or folder.resolve().name or "."
    claimed: set[Path] = set()
    others: list[tuple[Path, Given]] = []
    files = 0
    for path in _files_below(folder):
        files += 1
        inside = f"{root}/{path.relative_to(folder).as_posix()}"
        try:
            given = given_file(path, inside, opening, claimed)
        except OSError as error:
            yield Failed(inside, "missing_file", "cannot_open", str(path), _because(error))
            continue
        if _is_report(given):
            yield from _metered(given, path.stat().st_size)
        else:
            others.append((path, given))
    for path, given in others:
        if path not in claimed and not claimed.intersection(path.parents):
            yield from _open_other(given, str(path))
        opening.meter.done += path.stat().st_size
    if not files:
        yield Failed(root, "missing_file", "empty_folder", str(folder), (("endings", ", ".join(ENDINGS)),))


def _files_below(folder: Path) -> Iterator[Path]:
    """Files of a folder and its subfolders in order of names; hidden ones and linked folders are left out."""
    for entry in sorted(os.scandir(folder), key=lambda entry: _in_order(entry.name)):
        if _is_nobodys(entry.name):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _files_below(Path(entry.path))
        elif entry.is_file():
            yield Path(entry.path)


def _is_nobodys(name: str) -> bool:
    return (name.startswith(".") and name != "..") or name.lower() in _NOBODYS


def _in_order(name: str) -> tuple[list[tuple[int, str]], str]:
    """messages.html, messages2.html, messages10.html."""
    parts = _DIGITS.split(PurePath(name).stem)
    key = [(int(part) if at % 2 and len(part) < 20 else 0, "" if at % 2 else part) for at, part in enumerate(parts)]
    return key, name


def _open_file(path: Path, name: str, opening: Opening) -> Iterator[Arrival]:
    try:
        yield from _metered(given_file(path, name, opening), path.stat().st_size)
    except OSError as error:
        yield Failed(name, "missing_file", "cannot_open", str(path), _because(error))


def _metered(given: Given, size: int) -> Iterator[Arrival]:
    """What a file gives; the meter runs with the bytes of its reports, and is at its end when the file is."""
    meter = given.opening.meter
    before = meter.done
    for arrival in _open_given(given):
        if isinstance(arrival, Incoming) and arrival.original is not None:
            meter.done = min(meter.done + len(arrival.original), before + size)
        yield arrival
    meter.done = before + size


def _open_stdin(stdin: BinaryIO, opening: Opening) -> Iterator[Arrival]:
    """Read standard input, whose kind no name tells."""
    try:
        given = given_stream(stdin, "stdin", opening)
        yield from _open_given(given)
    except OSError as error:
        yield Failed("stdin", "missing_file", "cannot_open", "stdin", _because(error))


def _open_fetched(opening: Opening, given: Given) -> Iterator[Arrival]:
    """What a server sent is read as a file of its format would be."""
    return _open_given(replace(given, opening=opening))


def _open_given(given: Given, depth: int = 0) -> Iterator[Arrival]:
    """Read a file by its format; as plain text where no format knows it, for it was named by itself."""
    given = _unpacked(given)
    known = format_of(given)
    if known is None and given.head.startswith(_ZIP):
        yield from _open_archive(given, depth)
    else:
        yield from _read(known or PLAIN_TEXT, given)


def _is_report(given: Given) -> bool:
    """Whether a file of a folder is read in its turn: its format is known, and it is no attachment of an export."""
    given = _unpacked(given)
    known = format_of(given)
    return given.head.startswith(_ZIP) if known is None else not known.attached


def _open_other(given: Given, place: str) -> Iterator[Arrival]:
    """A file of a folder that no export names as its own."""
    if format_of(given) is None:
        yield Failed(given.name, "unsupported", "unknown_file", place)
    else:
        yield from _open_given(given)


def _open_archive(given: Given, depth: int) -> Iterator[Arrival]:
    """All files of an archive, as those of a folder; each report says in which archive it came."""
    try:
        if depth >= _DEPTH:
            raise IntakeError("unsupported", "archive_too_deep", depth=_DEPTH)
        with given.stream() as stream:
            packed = ("packed_in", f"{hash_stream(stream)} {given.name}", "computed") if given.name != "stdin" else None
        with opened_archive(given) as archive:
            for arrival in _open_members(archive, depth):
                if isinstance(arrival, Incoming) and packed:
                    yield replace(arrival, metadata=(*arrival.metadata, packed))
                else:
                    yield arrival
    except IntakeError as error:
        yield error.at(given.name)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError) as error:
        yield Failed(given.name, "not_text", "damaged", given.name, _because(error))


def _open_members(archive: Archive, depth: int) -> Iterator[Arrival]:
    others: list[tuple[str, Given]] = []
    names = [name for name in archive.names() if not any(_is_nobodys(part) for part in name.split("/"))]
    if not names:
        raise IntakeError("empty", "empty_archive")
    for name in sorted(names, key=lambda name: [_in_order(part) for part in name.split("/")]):
        member = archive.member(name)
        if isinstance(member, Failed):
            yield member
        elif _is_report(member):
            yield from _open_given(member, depth + 1)
        else:
            others.append((name, member))
    for name, member in others:
        if not archive.is_claimed(name):
            yield from _open_other(member, member.name)


def _read(known: Format, given: Given) -> Iterator[Arrival]:
    try:
        yield from known.read(given)
    except IntakeError as error:
        yield error.at(given.name)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        yield Failed(given.name, "not_text", "damaged", given.name, (("why", str(error)),))
    except OSError as error:
        yield Failed(given.name, "missing_file", "cannot_open", given.name, _because(error))
    except Exception as error:  # noqa: BLE001 - a fault of one reader may cost its file, not the folder around it
        why = f"{type(error).__name__}: {error}"
        yield Failed(given.name, "internal", "internal", given.name, (("why", why),))


def _unpacked(given: Given) -> Given:
    """The file inside a gzip file.  Nothing is unpacked before it is read, and no further than it is read."""
    if not given.head.startswith(_GZIP):
        return given
    try:
        head = zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(given.head, HEAD)
    except zlib.error:
        head = b""  # whoever reads it will say so
    return replace(given, head=head, open=lambda: cast("BinaryIO", _Unpacking(given.open())))


class _Unpacking(gzip.GzipFile):
    """An unpacked stream that closes the packed one with it."""

    def __init__(self, packed: BinaryIO) -> None:
        super().__init__(fileobj=packed, mode="rb")
        self._packed = packed

    def close(self) -> None:
        """Close both."""
        super().close()
        self._packed.close()


def text_again(kept: Kept) -> str | None:
    """The text that these bytes gave when they were taken in, worked out anew; None where they give none any more."""
    known = format_of_kind(kept.kind)
    try:
        if kept.encoding and "+" in kept.encoding:  # the body of an answer, packed as it came
            packed, _, encoding = kept.encoding.rpartition("+")
            original = unpacked(kept.original, codings(packed.replace("+", ",")), MOST_BYTES)
            kept = replace(kept, original=original, encoding=encoding)
        return known.again(kept) if known else None
    except (IntakeError, ValueError, LookupError, TypeError, OSError, EOFError, RecursionError):
        return None


def _because(error: Exception) -> Details:
    return (("why", getattr(error, "strerror", None) or str(error)),)
