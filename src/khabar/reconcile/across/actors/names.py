"""Personal names as keys: what of a name tells persons apart, in whatever outlet's spelling."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from khabar.atlas import may_be_one_name, may_be_one_word, shared_atlas, word_key
from khabar.reconcile.across.actors.lists import title_words
from khabar.text.script import language_of

_ARTICLE: Final = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"
_DOUBLED: Final = _ARTICLE[0] * 2
_SERVANT: Final = word_key("عبد")
_FATHER: Final = frozenset(map(word_key, ("أبو", "أبي", "أبا", "أم")))
_HOUSE: Final = word_key("آل")
_GOD: Final = frozenset(map(word_key, ("الله", "الدين", "الإسلام")))
_SON: Final = frozenset(map(word_key, ("بن", "ابن", "بنت", "ابنة", "bin", "ibn", "ben", "bint")))
_PARTICLES: Final = frozenset(("al", "el", "de", "da", "van", "von", "der"))
_SOFT: Final = "".join(map(word_key, ("ا", "و", "ي"))) + "\N{ARABIC LETTER HAMZA}"
_FEWEST: Final = 3
"""Letters that must be left of a word without its long vowels; with fewer they stay."""
_KNOWN: Final = 5
"""Bearers from which a word of a text may be part of a name."""
_COMMON: Final = 30
"""Bearers in the lists of names from which a part is an Arabic name that every outlet spells alike."""
_FIRST_FATHER: Final = word_key("أبو")


@lru_cache(maxsize=50_000)
def pieces(name: str) -> tuple[str, ...]:
    """The parts of a personal name, each one key: titles and "son of" left out, "servant of" and "father of" with what follows.

    The article goes off a family name, which outlets write with it and without it.
    """
    words = [word_key(word) for word in name.replace("-", " ").split()]
    while len(words) > 1 and words[0] in title_words():
        words.pop(0)
    made: list[str] = []
    glued = ""
    for word in words:
        if not word or word in _SON or word == _HOUSE:
            continue
        word = word[1:] if word[:2] == _DOUBLED else word
        if word == _SERVANT or word in _FATHER or word in _PARTICLES:
            glued += _FIRST_FATHER if word in _FATHER else word
        elif word in _GOD and made and not glued:
            made[-1] += word
        else:
            made.append(
                glued + word if glued else word.removeprefix(_ARTICLE) if len(word) > len(_ARTICLE) + 2 else word
            )
            glued = ""
    return tuple(made)


@lru_cache(maxsize=50_000)
def spelled(piece: str) -> str:
    """A part of a name in the spelling that outlets share: foreign names without the long vowels that each writes as it hears
    them (إيمانويل, إمانويل); a name that is known as an Arabic one stays, for there a vowel makes another name (سالم, سليم).
    """
    if language_of(piece) != "ar" or piece.startswith(_SERVANT) or _bearers(piece) >= _COMMON:
        return piece
    bare = "".join(letter for letter in piece[1:] if letter not in _SOFT)
    first = "" if piece[:1] in _SOFT else piece[:1]
    single = "".join(
        letter for letter, before in zip(first + bare, " " + first + bare, strict=False) if letter != before
    )
    return single if len(single) >= _FEWEST else piece


def _bearers(piece: str) -> int:
    """How often a part stands in the lists of names, as given or family name, with the article or without."""
    return sum(shared_atlas().given_name(word) + shared_atlas().surname(word) for word in (piece, _ARTICLE + piece))


def is_given_name(piece: str) -> bool:
    """Whether a part alone names half a country: a common given name."""
    return piece.startswith(_SERVANT) or shared_atlas().given_name(piece) >= _COMMON


def is_name_part(word: str) -> bool:
    """Whether a word of a text may stand inside a personal name: a listed name, "son of", "father of"."""
    key = word_key(word)
    return (
        key in _SON
        or key in _FATHER
        or key in (_SERVANT, _HOUSE)
        or key in _GOD
        or _bearers(key.removeprefix(_ARTICLE)) >= _KNOWN
    )


def one_person(one: str, other: str) -> bool:
    """Whether two names may be one person's, by their letters alone; across scripts by the frame of the Arabic spelling."""
    if language_of(one) == language_of(other):
        return True
    arabic, latin = (one, other) if language_of(one) == "ar" else (other, one)
    if may_be_one_name(arabic, latin):
        return True
    first, second = arabic.split(), latin.split()
    if not first or not second or not may_be_one_word(first[-1], second[-1]):
        return False
    return len(first) == 1 or len(second) == 1 or may_be_one_word(first[0], second[0])
