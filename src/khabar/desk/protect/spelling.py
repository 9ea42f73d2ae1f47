"""One key for the many ways a name is spelled, and the words of a text under every form in which a name may hide in them.

Arabic glues prepositions and conjunctions to a name, writes it with and without article, and compound names apart or together;
Latin letters part names by hyphens and write the article in many ways; both leave out or add the word for "son of".
A key is what is left of a name without all that, word by word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from khabar.atlas import word_key
from khabar.text.fold import INVISIBLE
from khabar.text.tokens import Kind, tokens

Key = tuple[str, ...]
"""A name word by word, each folded; never empty."""

_ALEF, _LAM = "\u0627", "\u0644"
_ARTICLE: Final = _ALEF + _LAM
_CONJUNCTIONS: Final = ("\u0648", "\u0641")
_PREPOSITIONS: Final = ("\u0628", "\u0643", "\u0644", "\u0633")
_FATHER: Final = frozenset(("\u0627\u0628\u0648", "\u0627\u0628\u064a", "\u0627\u0628\u0627"))
_SERVANT: Final = "\u0639\u0628\u062f"
_HOUSE: Final = "\u0627\u0644"
_SONS: Final = frozenset(
    (
        "\u0628\u0646",
        "\u0627\u0628\u0646",
        "\u0628\u0646\u062a",
        "\u0627\u0628\u0646\u0647",
        "bin",
        "ibn",
        "ben",
        "bint",
        "bnt",
        "o",
    )
)
_LATIN_ARTICLES: Final = frozenset(("al", "el", "ul", "ar", "as", "ash", "at", "ath", "ad", "adh", "az", "an", "il"))
_LATIN_FATHERS: Final = frozenset(("abu", "abou", "abo", "aboo", "abi", "um", "umm", "oum"))
_LATIN_SERVANTS: Final = frozenset(("abd", "abdul", "abdel", "abdal", "abdol", "abdur", "abdar"))
_JOINT: Final = re.compile(rf"[\s\-\u2010-\u2015'’‘`.ـ_{INVISIBLE}]*")
"""What may stand between two words of one name."""
_LEAST: Final = 2


class Word(NamedTuple):
    """A word of a text as names see it: offsets, its key, all keys it may be, and whether it is joined to the word before."""

    start: int
    end: int
    key: str
    forms: frozenset[str]
    joined: bool


def key_of_name(name: str) -> Key:
    """The key of a name; empty where it holds no letter and no digit."""
    return tuple(word.key for word in name_words(name))


def parted(text: str, start: int, end: int) -> bool:
    """Whether two words have nothing between them that could not stand inside one name: blanks, hyphens, "son of"."""
    between = text[start:end]
    if _JOINT.fullmatch(between):
        return True
    left = _JOINT.sub("", "".join(" " if word_key(word) in _SONS else word for word in between.split()))
    return not left


def name_words(text: str) -> list[Word]:
    """The words of a text, compound names as one word, "son of" left out."""
    return list(_compounds(_plain(text)))


class _Plain(NamedTuple):
    start: int
    end: int
    key: str
    joined: bool


def _plain(text: str) -> Iterator[_Plain]:
    last = 0
    for token in tokens(text):
        if token.kind in (Kind.WORD, Kind.NUMBER) and (key := _key(token.text)):
            yield _Plain(token.start, token.end, key, bool(_JOINT.fullmatch(text, last, token.start)))
            last = token.end


@lru_cache(maxsize=1 << 16)
def _key(word: str) -> str:
    if word.endswith(("'s", "’s", "'S", "’S")):
        word = word[:-2]
    return word_key(word)


def _compounds(plain: Iterator[_Plain]) -> Iterator[Word]:
    """Abd + Allah, Abu + Khalid, al + Hassan as one word each; "bin" as none, though what it joins stays joined."""
    held: list[_Plain] = []
    for word in plain:
        if held and not word.joined:
            yield from _given_up(held)
            held = []
        if _begins_compound(word.key):
            held.append(word)
        elif held and word.key not in _SONS:
            parts = [*held, word]
            yield _word(parts[0].start, word.end, _joined([p.key for p in parts]), parts[0].joined)
            held = []
        elif word.key not in _SONS:
            yield _word(word.start, word.end, word.key, word.joined)
    yield from _given_up(held)


def _begins_compound(key: str) -> bool:
    latin = key in _LATIN_ARTICLES or key in _LATIN_FATHERS or key in _LATIN_SERVANTS
    return latin or key == _HOUSE or _head(key) in _FATHER or _head(key) == _SERVANT


def _head(key: str) -> str:
    """The first word of a compound without what is glued to it: for Abd …, and Abu …"""
    for _ in range(2):
        glued = key[:1] in (*_CONJUNCTIONS, *_PREPOSITIONS) and any(key.endswith(head) for head in (*_FATHER, _SERVANT))
        key = key[1:] if glued else key
    return key


def _given_up(held: Sequence[_Plain]) -> Iterator[Word]:
    for word in held:
        yield _word(word.start, word.end, word.key, word.joined)


def _joined(keys: list[str]) -> str:
    """The key of a compound: articles in Latin letters go, all fathers are written alike."""
    *heads, last = keys
    told = [_alike(head) for head in heads if head not in _LATIN_ARTICLES and head != _HOUSE]
    return "".join([*told, canonical(last)])


def _alike(head: str) -> str:
    head = _head(head)
    if head in _FATHER:
        return "\u0627\u0628\u0648"
    if head in _LATIN_FATHERS:
        return "um" if head in ("um", "umm", "oum") else "abu"
    return "abd" if head in _LATIN_SERVANTS else head


@lru_cache(maxsize=1 << 16)
def canonical(key: str) -> str:
    """A word without its article."""
    return key[2:] if key.startswith(_ARTICLE) and len(key) - 2 > _LEAST else key


@lru_cache(maxsize=1 << 16)
def forms_of(key: str) -> frozenset[str]:
    """Every word that may stand in a written one: without conjunction, preposition, article, final alef of the accusative."""
    found = {key}
    for _ in range(2):
        found |= {f[1:] for f in found if f[:1] in (*_CONJUNCTIONS, *_PREPOSITIONS) and len(f) - 1 >= _LEAST}
    found |= {f[cut:] for f in found if f.startswith(_LAM + _LAM) and len(f) > _LEAST + 1 for cut in (1, 2)}
    found |= {canonical(f) for f in found}
    found |= {f[:-1] for f in found if f.endswith(_ALEF) and len(f) > _LEAST + 1}
    return frozenset(found)


def _word(start: int, end: int, key: str, joined: bool) -> Word:
    return Word(start, end, canonical(key), forms_of(key), joined)
