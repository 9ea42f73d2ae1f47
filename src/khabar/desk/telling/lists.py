"""The word lists of this folder."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

_FOLDER: Final = Path(__file__).parent
_MARKS = re.compile("[ً-ْـٰ]")


class Verb(NamedTuple):
    """A verb of speech in a sentence of ours; `link` "-" for none."""

    finite: str
    link: str
    english: str


def bare(text: str) -> str:
    """Arabic words without vowel signs and tatweel."""
    return _MARKS.sub("", text)


def rows(name: str) -> list[list[str]]:
    """The rows of a list, without its head and comments."""
    lines = (_FOLDER / name).read_text(encoding="utf-8").splitlines()[1:]
    return [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]


@cache
def verbs() -> dict[str, Verb]:
    """Verbs of speech by their lemma."""
    return {row[0]: Verb(row[1], row[2], row[3]) for row in rows("verbs.tsv")}


@cache
def feminine() -> frozenset[str]:
    """Heads of names that are feminine without showing it."""
    return frozenset(row[0] for row in rows("feminine.tsv"))


@cache
def nouns_of_sources(number: str) -> frozenset[str]:
    """Nouns for unnamed sources: "plural" stems that end in -ون, "singular" ones that an accusative gives an alef."""
    return frozenset(row[0] for row in rows("cases.tsv") if row[1] == number)


@cache
def media() -> dict[str, str]:
    """English nouns for the media of statements."""
    return {row[0]: row[1] for row in rows("media.tsv")}
