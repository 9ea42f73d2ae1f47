"""The sources a user names, opened one after another: files, folders, web addresses, standard input."""

from __future__ import annotations

import gzip
import io
import os
import re
import sys
import zlib
from collections import Counter
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, BinaryIO, Final, cast

from khabar.intake import telegram
from khabar.intake.encodings import decode
from khabar.intake.incoming import (
    MOST_BYTES,
    MOST_EXPORT_BYTES,
    Details,
    Failed,
    Incoming,
    IntakeError,
    Kind,
    check_length,
    hash_bytes,
)
from khabar.intake.json_lines import read_json_lines
from khabar.intake.mail import read_mail
from khabar.intake.page import declared_charset, looks_like_page, read_page
from khabar.intake.web import Web, open_address
from khabar.intake.web.bodies import codings, unpacked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PAGES: Final = (".html", ".htm", ".xhtml")
_LINES: Final = (".jsonl", ".ndjson")
_PACKED_LINES: Final = (".jsonl.gz", ".ndjson.gz")
_MAIL: Final = ".eml"
_IN_FOLDERS: Final = (".txt", *_PAGES, *_LINES, *_PACKED_LINES, _MAIL)
_WEB: Final = ("http://", "https://")
_OTHER_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_BEGINS_AS_JSON_LINES = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{[ \t]*"')
_GZIP: Final = b"\x1f\x8b"


def open_sources(
    sources: Sequence[str], stdin: BinaryIO | None = None, web: Web | None = None
) -> Iterator[Incoming | Failed]:
    """Open each source in order and yield its reports; no bad source stops the others.

    A source is a file, a folder (searched with its subfolders, in order of names, for .txt, .html, .htm, .eml, .jsonl
    and .jsonl.gz), "-" for standard input (`stdin`, by default the process's own), or an http(s) address.  A .json file
    is read where it is Telegram Desktop's export.  JSON Lines are streamed.  Ids: the field "id" of a line, else name:line;
    name:number of a message; the file's name; inside a folder the path from the folder on; "stdin"; the address as given.
    `web` says how addresses are fetched; it remembers which hosts were asked when.  Never raises for bad input.
    """
    web = web or Web()
    named = Counter(PurePath(source).name for source in dict.fromkeys(sources))
    for source in sources:
        if source == "-":
            yield from _open_stdin(stdin if stdin is not None else sys.stdin.buffer)
        elif source.lower().startswith(_WEB):
            yield from open_address(source, web, _Readers())
        elif _OTHER_SCHEME.match(source):
            yield Failed(source, "unsupported", "other_scheme", source)
        else:
            # files of one name in two folders are told apart by their paths
            alone = named[PurePath(source).name] == 1
            yield from _open_path(source, PurePath(source).name if alone else PurePath(source).as_posix())


def _open_path(source: str, name: str) -> Iterator[Incoming | Failed]:
    path = Path(source)
    try:
        if path.is_dir():
            yield from _open_folder(path, name)
        elif path.exists():
            yield from _open_file(path, name)
        else:
            yield Failed(name or source, "missing_file", "no_such_file", source)
    except (OSError, ValueError) as error:  # ValueError: a NUL inside the name
        yield Failed(name or source, "missing_file", "cannot_open", source, _because(error))


def _open_folder(folder: Path, name: str) -> Iterator[Incoming | Failed]:
    empty = True
    root = name or folder.resolve().name or "."
    for path in _files_below(folder):
        empty = False
        yield from _open_file(path, f"{root}/{path.relative_to(folder).as_posix()}")
    if empty:
        wanted = ", ".join((".txt", ".html", ".htm", ".eml", ".jsonl", ".jsonl.gz"))
        yield Failed(root, "missing_file", "empty_folder", str(folder), (("endings", wanted),))


def _files_below(folder: Path) -> Iterator[Path]:
    """Report files of a folder and its subfolders in order of names; hidden ones and linked folders are left out."""
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _files_below(Path(entry.path))
        elif entry.name.lower().endswith(_IN_FOLDERS) and entry.is_file():
            yield Path(entry.path)


def _open_file(path: Path, name: str) -> Iterator[Incoming | Failed]:
    lower = path.name.lower()
    try:
        if lower.endswith(_PACKED_LINES):
            with gzip.open(path) as packed:
                yield from _read_lines(cast("BinaryIO", packed), name)
        elif lower.endswith(_LINES):
            with path.open("rb") as stream:
                yield from _read_lines(stream, name)
        elif lower.endswith(".json"):
            yield from _read_document(path, name)
        else:
            with path.open("rb") as stream:
                kind: Kind = "page" if lower.endswith(_PAGES) else "mail" if lower.endswith(_MAIL) else "text"
                yield _read_report(stream.read(MOST_BYTES + 1), name, kind)
    except OSError as error:
        yield Failed(name, "missing_file", "cannot_open", str(path), _because(error))


def _open_stdin(stdin: BinaryIO) -> Iterator[Incoming | Failed]:
    """Read standard input, whose kind no name tells: JSON Lines, plain or packed, are told by their first bytes."""
    buffered = io.BufferedReader(cast("io.RawIOBase", stdin), 1 << 16)
    try:
        head = buffered.peek(1 << 12)
        if head.startswith(_GZIP):
            with gzip.open(buffered) as packed:
                yield from _read_lines(cast("BinaryIO", packed), "stdin")
        elif _BEGINS_AS_JSON_LINES.match(head):
            yield from _read_lines(buffered, "stdin")
        else:
            kind: Kind = "page" if looks_like_page(head) else "text"
            yield _read_report(buffered.read(MOST_BYTES + 1), "stdin", kind)
    except OSError as error:
        yield Failed("stdin", "missing_file", "cannot_open", "stdin", _because(error))
    finally:
        buffered.detach()  # the stream is the caller's: it stays open


class _Readers:
    """What `open_address` makes reports with."""

    def report(
        self, data: bytes, name: str, kind: str, *, charset: str | None = None, address: str | None = None
    ) -> Incoming | Failed:
        """One report of a kind."""
        return _read_report(data, name, kind, charset=charset, address=address)

    def lines(self, stream: BinaryIO, name: str) -> Iterator[Incoming | Failed]:
        """The reports of JSON Lines."""
        return _read_lines(stream, name)


def _read_lines(stream: BinaryIO, name: str) -> Iterator[Incoming | Failed]:
    try:
        yield from read_json_lines(stream, name)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        yield Failed(name, "not_text", "damaged", name, (("why", str(error)),))


def _read_report(
    data: bytes, name: str, kind: str, *, charset: str | None = None, address: str | None = None
) -> Incoming | Failed:
    try:
        if len(data) > MOST_BYTES:
            raise IntakeError("too_large", "too_many_bytes", limit=f"{MOST_BYTES >> 20} MB")
        if kind == "mail":
            return read_mail(data, name)
        if kind == "page":
            return _incoming_page(data, name, charset, address)
        return _incoming_text(data, name, charset, address)
    except IntakeError as error:
        return error.at(name)


def _incoming_text(data: bytes, name: str, charset: str | None, address: str | None) -> Incoming:
    decoded = decode(data, charset)
    if not decoded.text.strip():
        raise IntakeError("empty", "only_space" if data else "empty_file")
    check_length(decoded.text)
    return Incoming(
        id=name,
        text=decoded.text,
        original=data,
        sha256=hash_bytes(data),
        url=address,
        encoding=decoded.encoding,
        flags=decoded.flags,
    )


def _incoming_page(data: bytes, name: str, charset: str | None, address: str | None) -> Incoming:
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


def _read_document(path: Path, name: str) -> Iterator[Incoming | Failed]:
    """A JSON document: the export of a chat, or nothing that is read."""
    if path.stat().st_size > MOST_EXPORT_BYTES:
        yield IntakeError("too_large", "too_many_bytes", limit=f"{MOST_EXPORT_BYTES >> 20} MB").at(name)
        return
    text = path.read_bytes().decode("utf-8-sig", "surrogateescape")
    try:
        known = telegram.is_export(text)
    except (ValueError, RecursionError):
        known = False
    if known:
        yield from telegram.read_export(text, name)
    else:
        yield Failed(name, "unsupported", "json_document", str(path))


def text_again(original: bytes, kind: str, encoding: str | None) -> str | None:
    """The text that these bytes gave when they were taken in, worked out anew; None where they give none any more."""
    opened: Incoming | Failed | None
    if encoding and "+" in encoding:  # the body of an answer, packed as it came
        packed, _, encoding = encoding.rpartition("+")
        try:
            original = unpacked(original, codings(packed.replace("+", ",")), MOST_BYTES)
        except IntakeError:
            return None
    if kind == "telegram":
        try:
            return telegram.text_of_message(original.decode("utf-8", "surrogateescape"))
        except ValueError:
            return None
    if kind == "line":
        opened = next(read_json_lines(io.BytesIO(original), "line"), None)
    else:
        opened = _read_report(original, kind, kind, charset=encoding)
    return opened.text if isinstance(opened, Incoming) else None


def _because(error: Exception) -> Details:
    return (("why", getattr(error, "strerror", None) or str(error)),)
