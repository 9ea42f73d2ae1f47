"""Words by which events of many reports are told apart, from the lists beside this file."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from khabar.atlas import shared_atlas
from khabar.text.fold import fold, fold_word

_FOLDER: Final = Path(__file__).parent
_WORD: Final = re.compile(r"[^\W\d_]+")
_PREFIXES: Final = ("وال", "بال", "كال", "فال", "لل", "ال")
_ENDINGS: Final = ("ات", "ون", "ين", "ان", "ا")
_WHOSE: Final = ("هم", "هما", "ها", "ه")
_SHORT: Final = 4
_LEAST: Final = 3


_STEMMED: Final = ("sites.tsv", "empty_words.tsv")


@cache
def _list(name: str) -> dict[str, str]:
    """A word → what the second column says of it, by its stem; in lists of plurals and verbs the ending tells, so it is left."""
    rows = (line.split("\t") for line in (_FOLDER / name).read_text(encoding="utf-8").splitlines()[1:])
    form = stem if name in _STEMMED else _bare
    return {form(row[0]): row[1] for row in rows if len(row) > 1 and not row[0].startswith("#")}


@lru_cache(maxsize=1 << 14)
def _bare(word: str) -> str:
    """A word without article and proclitics before it; folded."""
    bare = fold_word(word)
    for prefix in _PREFIXES:
        if bare.startswith(prefix) and len(bare) - len(prefix) >= _LEAST:
            return bare[len(prefix) :]
    return bare


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """A word without article, proclitics before it, and the endings of number and case; folded."""
    bare = _bare(word)
    for ending in _ENDINGS:
        if bare.endswith(ending) and len(bare) - len(ending) >= _SHORT:
            return bare[: -len(ending)]
    return bare[:-1] if bare.endswith("s") and bare.isascii() and len(bare) > _SHORT else bare


@lru_cache(maxsize=1 << 14)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(fold(text).text.lower()))


@cache
def all_sites() -> frozenset[str]:
    """The kinds of sites there are."""
    return frozenset(_list("sites.tsv").values())


def sites_in(text: str) -> list[str]:
    """The kinds of sites that a stretch names: mosque, hospital, school; the same word for Arabic and English."""
    return list(dict.fromkeys(found for word in _words(text) if (found := _site(word))))


@lru_cache(maxsize=1 << 14)
def _site(word: str) -> str | None:
    sites = _list("sites.tsv")
    for form in (word, word[1:] if word[:1] in "بلوفك" else "", *_without_whose(word)):
        if form and (found := sites.get(stem(form))):
            return found
    return None


def _without_whose(word: str) -> tuple[str, ...]:
    """A word without the pronoun of whose it is (their house, his house)."""
    return tuple(
        word.removesuffix(whose) for whose in _WHOSE if word.endswith(whose) and len(word) - len(whose) >= _LEAST
    )


def marks_in(text: str) -> list[str]:
    """The words of a stretch that tell one thing from others: no numbers, nations, words for people or places in general."""
    return list(dict.fromkeys(mark for word in _words(text) if (mark := _mark(word))))


@lru_cache(maxsize=1 << 14)
def _mark(word: str) -> str | None:
    forms = {word, *(word[1:] for lead in "بلوفك" if word.startswith(lead))}
    if _site(word):
        return None
    if any(stem(form) in _list(name) for form in forms for name in _STEMMED):
        return None
    if any(shared_atlas().demonym(form) for form in forms):
        return None
    mark = stem(word)
    return mark if len(mark) >= _LEAST else None


def general_kind(trigger: str) -> str | None:
    """Of a word for violence as a state or for many acts at once: "war", "many", or "mass" (shelling, gunfire), which is one
    act where it has a victim.
    """
    return _list("general.tsv").get(_bare(trigger))


def turn_of(trigger: str) -> str | None:
    """Which act of its type a word tells where they are opposite (an appointment or a removal), and which force of nature."""
    return _list("turns.tsv").get(_bare(trigger))
