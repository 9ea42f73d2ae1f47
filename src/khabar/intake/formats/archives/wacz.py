"""WACZ packages: a ZIP file with WARC files, a list of pages, and a description that names the digest of each file."""

from __future__ import annotations

import gzip
import json
import zipfile
import zlib
from collections.abc import Iterator
from hashlib import sha256
from typing import Any, BinaryIO, Final, cast

from khabar.intake.encodings import clean
from khabar.intake.formats.archives.walking import Archive, Part
from khabar.intake.formats.format import Format
from khabar.intake.incoming import Arrival, Failed, IntakeError, Kept
from khabar.intake.opening import Given

_DESCRIPTION: Final = "datapackage.json"
_ITS_DIGEST: Final = "datapackage-digest.json"
_PAGES: Final = ("pages/pages.jsonl", "pages/extraPages.jsonl")
_ARCHIVES: Final = (".warc", ".warc.gz")
_MOST: Final = 64 * 1024 * 1024
"""Bytes of a description or a list of pages."""
_CHUNK: Final = 1 << 20
_DAMAGED: Final = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)
"""What a damaged, encrypted or oddly packed file raises while it is read."""


def _tells(given: Given) -> bool:
    return given.head.startswith(b"PK\x03\x04") and given.named(".wacz")


def _read(given: Given) -> Iterator[Arrival]:
    try:
        with given.stream() as stream, zipfile.ZipFile(stream) as package:
            yield from _Package(given.name, package).arrivals()
    except _DAMAGED as error:
        raise IntakeError("not_text", "damaged", why=str(error)) from None


class _Package:
    """A package, and what its description says of its files."""

    def __init__(self, name: str, package: zipfile.ZipFile) -> None:
        self.name, self.package = name, package
        self.names = set(package.namelist())
        self.description = self._text(_DESCRIPTION)

    def arrivals(self) -> Iterator[Arrival]:
        """Reports of the archives whose digest is right; a failure for each file that is not the one that was packed."""
        archives = sorted(
            name for name in self.names if name.startswith("archive/") and name.lower().endswith(_ARCHIVES)
        )
        if not archives:
            raise IntakeError("empty", "archive.no_archive")
        self._check_description()
        digests = dict(self._digests())
        parts: list[Part] = []
        titles: dict[str, str] = {}
        for name in (*_PAGES, *archives):
            if name not in self.names:
                continue
            if name in digests and self._sha256(name) != digests[name]:
                place = f"{self.name}/{name}"
                yield Failed(place, "not_text", "archive.digest_differs", place)
            elif name in _PAGES:
                titles |= dict(self._titles(name))
            else:
                parts.append(Part(f"{self.name}/{name}", lambda name=name: self._open(name)))  # type: ignore[misc]
        yield from Archive(parts, titles).arrivals()

    def _check_description(self) -> None:
        """Raises IntakeError where the description is not the one whose digest stands beside it."""
        told = _object(self._text(_ITS_DIGEST)).get("hash")
        if isinstance(told, str) and _value(told) != sha256(self.description).hexdigest():
            raise IntakeError("not_text", "archive.digest_differs")

    def _digests(self) -> Iterator[tuple[str, str]]:
        resources = _object(self.description).get("resources")
        for resource in resources if isinstance(resources, list) else ():
            if isinstance(resource, dict):
                path, told = resource.get("path"), resource.get("hash")
                if isinstance(path, str) and isinstance(told, str) and told.lower().startswith("sha256:"):
                    yield path, _value(told)

    def _titles(self, name: str) -> Iterator[tuple[str, str]]:
        """Address and title of each page of a list."""
        for line in self._text(name).splitlines():
            page = _object(line)
            url, title = page.get("url"), page.get("title")
            if isinstance(url, str):
                yield url, clean(" ".join(title.split()))[0] if isinstance(title, str) and title != url else ""

    def _text(self, name: str) -> bytes:
        if name not in self.names:
            return b""
        with self.package.open(name) as stream:
            data = stream.read(_MOST + 1)
        if len(data) > _MOST:
            raise IntakeError("too_large", "too_many_bytes", limit=f"{_MOST >> 20} MB")
        return data

    def _sha256(self, name: str) -> str:
        digest = sha256()
        with self.package.open(name) as stream:
            while chunk := stream.read(_CHUNK):
                digest.update(chunk)
        return digest.hexdigest()

    def _open(self, name: str) -> BinaryIO:
        stream = self.package.open(name)
        return cast("BinaryIO", gzip.GzipFile(fileobj=stream) if name.lower().endswith(".gz") else stream)


def _object(data: bytes) -> dict[str, Any]:
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _value(told: str) -> str:
    return told.partition(":")[2].strip().lower()


def _never(kept: Kept) -> None:
    """Reports out of a package are records of WARC files, and of that kind."""
    del kept


FORMAT = Format((), _tells, _read, _never, (".wacz",))
