"""The word lists of this folder."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

_FOLDER: Final = Path(__file__).parent
_LAM: Final = "ل"
_ALEF: Final = "ا"
_ARTICLE: Final = "ال"
_FEMININE, _PLURAL = "ة", "ات"
_MARKS = re.compile("[ً-ْـٰ]")
_ARABIC = re.compile("[\u0600-\u06ff]")


class Verb(NamedTuple):
    """A verb of speech in a sentence of ours; `link` "-" for none."""

    finite: str
    link: str
    english: str


class Medium(NamedTuple):
    """A medium of statements: its English noun, and whether things are said on it and not in it."""

    english: str
    platform: bool


def bare(text: str) -> str:
    """Arabic words without vowel signs and tatweel."""
    return _MARKS.sub("", text)


def is_arabic(text: str) -> bool:
    """Whether a stretch holds Arabic letters."""
    return _ARABIC.search(text) is not None


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
    """Heads of names that are feminine without showing it; they are asked for without their article."""
    return frozenset(row[0].removeprefix(_ARTICLE) for row in rows("feminine.tsv"))


@cache
def nouns_of_sources(number: str) -> frozenset[str]:
    """Nouns for unnamed sources: "plural" stems that end in -ون, "singular" ones, stems of "feminine" ones told in pairs."""
    return frozenset(row[0] for row in rows("cases.tsv") if row[1] == number)


@cache
def media() -> dict[str, Medium]:
    """The media of statements by their Arabic noun."""
    return {row[0]: Medium(row[1], row[2:3] == ["on"]) for row in rows("media.tsv")}


@cache
def _with_lam() -> tuple[str, ...]:
    """Beginnings of words whose lam is their own and no article's."""
    return tuple(row[0] for row in rows("lam.tsv"))


@cache
def _ends() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("behind.tsv")}


def is_preposition(word: str) -> bool:
    """Whether a word is a preposition, behind which no thing stands that a verb has as its object."""
    return _ends().get(bare(word)) == "a preposition"


def ends_noun(word: str) -> bool:
    """Whether a word behind that of a deed is no noun that belongs to it: a preposition, "for" before a noun, a day."""
    told = bare(word)
    return told in _ends() or (told.startswith(_LAM) and not told.startswith(_with_lam()))


def bonded(words: list[str]) -> int:
    """How many words go with the first one: the chain of nouns that ends with an article ("وقف إطلاق النار"), the adjective of a
    definite noun ("العملية العسكرية") and that of a feminine or plural one ("هدنة إنسانية"), as far as their letters show it.
    """
    definite = [word.startswith(_ARTICLE) for word in words]
    if definite[0]:
        return int(definite[1:2] == [True])
    if True in definite:
        return definite.index(True) + int(definite[-1] and definite.index(True) < len(words) - 1)
    told = [
        n for n in range(1, len(words)) if words[n].endswith(_FEMININE) and words[n - 1].endswith((_FEMININE, _PLURAL))
    ]
    return told[-1] if told else 0


def unglued(words: str, before: str) -> str:
    """Words behind "for" with the alef of their article, which Arabic leaves out there: ل + لسكان → السكان.

    `before`: the two letters before the words.  A word that begins with a lam of its own (لجنة) stays as it is.
    """
    glued = before.endswith(_LAM) and not before[:-1].isalpha() and words.startswith(_LAM)
    return f"{_ALEF}{words}" if glued and not bare(words).startswith(_with_lam()) else words
