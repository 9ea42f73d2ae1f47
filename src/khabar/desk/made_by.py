"""Who read the report: the version of the program and the hash of its rules; and what took its text out of the bytes.

The hash stands in every record, so that two records of one text that differ can be told apart: by the text, or by
the rules.  It covers the code and the word lists of every room that decides what is read.  A rule's builder is
code like any other, so hashing rule patterns alone would miss half of what a rule does; the price is that a
changed comment changes the hash too.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from khabar.record import MadeBy

VERSION: Final = "0.1.0"
"""The version of the program; pyproject.toml says the same (a test compares them)."""

_DECIDING_ROOMS: Final = ("text", "grammar", "atlas", "languages", "reading")
_DECIDING_FILES: Final = (".py", ".tsv", ".toml")
_DIGITS: Final = 12


_COMPARING_ROOMS: Final = ("text", "atlas", "reconcile")
_EXTRACTING_ROOMS: Final = ("text", "intake")
_EXTRACTING_LIBRARIES: Final = (
    "trafilatura",
    "lxml",
    "lxml_html_clean",
    "pypdfium2",
    "openpyxl",
    "feedparser",
    "warcio",
)


@cache
def rules_hash() -> str:
    """The first 12 hexadecimal digits of a SHA-256 over code and word lists, the same on every system.

    File names count, with slashes; line ends do not.
    """
    return _hash_of(_DECIDING_ROOMS)


@cache
def comparison() -> str:
    """By what rules reports are compared: a hash over the code and word lists that keys and groups come from."""
    return _hash_of(_COMPARING_ROOMS)


@cache
def extractor() -> str:
    """What takes texts out of originals: the version of the program, and a hash over the code that does it and the versions of
    the libraries that it leans on.  Where it is the same, the same bytes give the same text.
    """
    found = ((name, _version_of(name)) for name in _EXTRACTING_LIBRARIES)
    return f"khabar {VERSION}, extraction {_hash_of(_EXTRACTING_ROOMS, ' '.join(f'{n} {v}' for n, v in found))}"


def _version_of(library: str) -> str:
    from importlib import metadata

    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return "-"


def _hash_of(rooms: tuple[str, ...], more: str = "") -> str:
    package = Path(__file__).resolve().parents[1]
    told = hashlib.sha256(more.encode())
    for room in rooms:
        files = {file.relative_to(package).as_posix(): file for file in _deciding_files(package / room)}
        for name in sorted(files):
            content = files[name].read_bytes().replace(b"\r\n", b"\n")
            told.update(f"{name}\0{len(content)}\0".encode())
            told.update(content)
    return told.hexdigest()[:_DIGITS]


def _deciding_files(room: Path) -> Iterator[Path]:
    for folder, _, names in os.walk(room):
        for name in names:
            if name.endswith(_DECIDING_FILES):
                yield Path(folder, name)


@cache
def made_by() -> MadeBy:
    """Version and rules as a record names them."""
    return MadeBy(VERSION, rules_hash())
