"""Readers of the word lists beside this file, for the builder of the table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from khabar.atlas.keys import key_of
from khabar.atlas.place import Script

FOLDER = Path(__file__).parent


class ListError(ValueError):
    """A word list cannot be used: the message names the file, the line and the remedy."""


def rows(pattern: str, columns: tuple[str, ...], folder: Path = FOLDER) -> Iterator[dict[str, str]]:
    """The rows of every list whose file name matches `pattern`, in the order of the names.

    Cells are stripped; missing cells at the end of a line are empty.  Raises ListError when a list lacks one of
    `columns` or a line has more cells than the list has columns.
    """
    for path in sorted(folder.glob(pattern)):
        lines = path.read_text(encoding="utf-8").splitlines()
        head = lines[0].split("\t") if lines else []
        if missing := [name for name in columns if name not in head]:
            raise ListError(f"{path.name}: the first line must name the column {missing[0]!r}; it names {head}")
        for number, line in enumerate(lines[1:], start=2):
            if not line.strip() or line.startswith("#"):
                continue
            cells = [cell.strip() for cell in line.split("\t")]
            if len(cells) > len(head):
                raise ListError(f"{path.name}:{number}: {len(cells)} cells, but {len(head)} columns")
            yield dict(zip(head, cells + [""] * (len(head) - len(cells)), strict=True))


def parts(cell: str) -> list[str]:
    """The names of a cell that holds several, parted by '|'."""
    return [part for piece in cell.split("|") if (part := piece.strip())]


def script(row: dict[str, str]) -> Script:
    """The script column of a row.  Raises ListError for anything but ar and en."""
    if row["script"] == "ar":
        return "ar"
    if row["script"] == "en":
        return "en"
    raise ListError(f"script {row['script']!r} of the word {row['word']!r}: write ar or en")


@dataclass(frozen=True, slots=True)
class TypeWord:
    """A word that names a kind of place: its key, where it stands, the kinds it announces, whether it may go."""

    script: Script
    side: str
    key: str
    kinds: tuple[str, ...]
    comes_off: bool


@lru_cache(maxsize=1)
def type_words() -> tuple[TypeWord, ...]:
    """The type words, longest key first."""
    listed = rows("type_words.tsv", ("word", "script", "side", "kinds", "off"))
    found = [
        TypeWord(script(row), row["side"], key_of(row["word"]), tuple(parts(row["kinds"])), row["off"] == "1")
        for row in listed
    ]
    return tuple(sorted(found, key=lambda word: -len(word.key)))


def ordinary_words() -> set[tuple[Script, str]]:
    """Keys that are mostly no place: function, ordinary and type words; without the Arabic article."""
    found: set[tuple[Script, str]] = set()
    for pattern in ("function_words.tsv", "ordinary_words.tsv", "common_words*.tsv"):
        found.update((script(row), key_of(row["word"])) for row in rows(pattern, ("word", "script")))
    found.update((word.script, word.key) for word in type_words())
    return found
