"""When two names mean the same speaker, source or party.

Annotators and rules differ in titles and in spelling (ة or ه, أ or ا), and neither difference is an error.  What is an
error is another head noun or another owner of it: the Interior Ministry of one country is not that of its neighbour.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_LETTERS: Final = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ـ": None}
)
# Vowel signs and hamza marks of Arabic, accents of Latin letters, and marks of direction and joining.
_MARKS: Final = re.compile("[\u0300-\u036f\u064b-\u0655\u0670\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
_NO_WORD: Final = re.compile(r"[^\w]+")
_TITLES: Final = frozenset({"السيد", "الدكتور", "د", "the", "mr", "a"})
_ARTICLE: Final = "ال"
_LONGER_BY: Final = 4
"""A full name with its title may have so many words more than the short one."""


def folded(words: str | None) -> str:
    """Words without vowel signs, with one letter for spellings that alternate, lower case, one space between them."""
    bare = _MARKS.sub("", unicodedata.normalize("NFD", words or ""))
    return _NO_WORD.sub(" ", bare.translate(_LETTERS).lower()).strip()


def name_words(name: str | None) -> list[str]:
    """The folded words of a name, without the Arabic article and without mere titles."""
    bare = (_without_article(word) for word in folded(name).split())
    return [word for word in bare if word not in _TITLES]


def _without_article(word: str) -> str:
    return word[len(_ARTICLE) :] if word.startswith(_ARTICLE) and len(word) > len(_ARTICLE) + 2 else word


def same_name(one: str | None, other: str | None) -> bool:
    """Whether two names are taken for the same entity.

    They are when their words are equal; when one stands inside the other, which is at most four words longer; or
    when the last words agree and at least half of all words do.  A name that is not told (None, "" or "?") agrees
    only with another that is not told.
    """
    if _untold(one) or _untold(other):
        return _untold(one) and _untold(other)
    first, second = name_words(one), name_words(other)
    if first == second or not first or not second:
        return first == second
    if _stands_inside(*sorted((first, second), key=len)):
        return True
    shared, all_words = set(first) & set(second), set(first) | set(second)
    return first[-1] == second[-1] and 2 * len(shared) >= len(all_words)


def _untold(name: str | None) -> bool:
    return not name or name == "?"


def _stands_inside(short: list[str], long: list[str]) -> bool:
    starts = range(len(long) - len(short) + 1)
    return len(long) - len(short) <= _LONGER_BY and any(long[i : i + len(short)] == short for i in starts)
