"""One name in two scripts: whether Latin letters can be a writing of an Arabic spelling of a name.

There is no one way from *Tokayev* to its Arabic letters or back, so nothing is transliterated here.  An Arabic word is a
frame instead: its consonants must stand in the Latin word in their order, each in one of the spellings that
letter_sounds.tsv gives it; between them any vowels may stand, and a long vowel of the frame must be written as one.  That is
a key, not a similarity: one consonant too many or in another place, and the names differ.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Final

from khabar.atlas.keys import word_key
from khabar.atlas.lists import parts, rows

_ALEF, _WAW, _YEH, _HEH, _AIN, _HAMZA, _LAM = "\u0627", "\u0648", "\u064a", "\u0647", "\u0639", "\u0621", "\u0644"
_ASSIMILATED: Final = "\u0671"
"""Stands for the article inside a name, whose l is often written as the letter that follows (Salah ad-Din, Saladin)."""
_SHORT: Final = "(?:[aeiouy]|ou|oe|ie|ue?)?h?"
"""What may stand between two consonants of the frame: vowels that Arabic does not write, and a mute h."""
_LONG: Final = {
    _ALEF: "(?:[aeiou]+h?|(?<=^[aeiou]))",
    _WAW: "(?:[ouwv][aeiouwy]*h?|a[uo]|e[uw]?|ee)",
    _YEH: "(?:[iyejä][aeiouy]*|a[iy]?)",
    _HEH: "(?:a?h|[aeiouy]*)",
    _AIN: "[aeiou]*",
    _HAMZA: "",
    _ASSIMILATED: "[aeiou]*l?",
}
_VOWEL_START: Final = "(?:h?[aeiouy]+h?)"
_SILENT_END: Final = "(?:e|h|s|t|x|es|he)?"
"""French names end in letters that nobody says (Bachelet, Gérard), and so does an Arabic name in its h."""
_ARTICLE: Final = _ALEF + _LAM
_GLUED_ARTICLE: Final = "(?:[ae]l?)?"
_LATIN_ARTICLE: Final = re.compile(r"(?:al|el|ul|an|ar|as|ash|at|ad|az)[-\s]+", re.IGNORECASE)
_DOUBLED: Final = re.compile(r"(.)\1+")
_LEAST: Final = 3
_WIDEST: Final = 8
"""Latin letters that one letter of a frame takes at most."""


def may_be_one_word(arabic: str, latin: str) -> bool:
    """Whether a Latin word can be a writing of an Arabic one.  Words of fewer than three letters are one with nothing:
    too many share their letters.
    """
    key, spelled = _latin_key(latin), word_key(arabic)
    return len(key) >= _LEAST and len(spelled) >= _LEAST and _fills(key, _frame(spelled))


def may_be_one_name(arabic: str, latin: str) -> bool:
    """Whether two names are word for word one; writers part and join their words as they like, so all letters count."""
    first, *others = [word_key(word) for word in arabic.split()] or [""]
    spelled = first + "".join(_ASSIMILATED + o[2:] if o.startswith(_ARTICLE) else o for o in others)
    key = _DOUBLED.sub(r"\1", "".join(_latin_key(word) for word in _LATIN_ARTICLE.sub("al", latin).split()))
    return len(key) >= _LEAST and len(spelled) >= _LEAST and _fills(key, _frame(spelled))


@lru_cache(maxsize=4096)
def _latin_key(word: str) -> str:
    """Lower-case letters without accents, doubled ones written once."""
    plain = unicodedata.normalize("NFKD", word_key(_LATIN_ARTICLE.sub("", word)))
    letters = "".join(c for c in plain if c.isascii() and c.isalpha())
    return _DOUBLED.sub(r"\1", letters)


@cache
def _sounds() -> dict[str, str]:
    """Arabic letters → their Latin spellings as an alternation, longest first."""
    table = {}
    for row in rows("letter_sounds.tsv", ("letters", "latin")):
        spelled = sorted(parts(row["latin"]), key=len, reverse=True)
        table[word_key(row["letters"])] = "(?:" + "|".join(map(re.escape, spelled)) + ")"
    return table


@lru_cache(maxsize=4096)
def _frame(arabic: str) -> tuple[re.Pattern[str], ...]:
    """The Latin words that an Arabic one can be, as an expression for each of its letters."""
    sounds = _sounds()
    word = arabic.removeprefix(_ARTICLE) if len(arabic) > _LEAST + 1 else arabic
    word = _DOUBLED.sub(r"\1", word)
    pieces = [_GLUED_ARTICLE] if len(word) < len(arabic) else []
    at = 0
    while at < len(word):
        pair = word[at : at + 2]
        letter = word[at]
        if letter in _LONG:
            pieces.append(_long(word, at))
            at += 1
            continue
        spelled = sounds.get(letter, re.escape(letter))
        if len(pair) == 2 and pair in sounds:
            rest = sounds.get(pair[1], _LONG.get(pair[1], ""))
            pieces.append(f"(?:{sounds[pair]}|{spelled}{_SHORT}{rest})" + _SHORT)
            at += 2
            continue
        pieces.append(spelled + _SHORT)
        at += 1
    if pieces[-1].endswith(_SHORT):
        pieces[-1] = pieces[-1].removesuffix(_SHORT)
    return tuple(_compiled(piece) for piece in (*pieces, _SILENT_END))


@cache
def _compiled(piece: str) -> re.Pattern[str]:
    return re.compile(piece)


def _fills(key: str, frame: tuple[re.Pattern[str], ...]) -> bool:
    """Whether the pieces of a frame, one behind the other, take the whole key.

    All ends of a piece are followed at once: one expression of so many optional vowels would try every way to share them out,
    which takes hours on a made-up name.
    """
    ends = {0}
    for piece in frame:
        ends = {end for start in ends for end in range(start, min(start + _WIDEST, len(key)) + 1)
                if piece.fullmatch(key, start, end)}  # fmt: skip
    return len(key) in ends


def _long(word: str, at: int) -> str:
    """A letter of the frame that is a vowel or a weak consonant, as its place in the word has it."""
    letter = word[at]
    if at == 0:
        return {
            _ALEF: _VOWEL_START,
            _AIN: _VOWEL_START,
            _WAW: "(?:[wuvo]|ou)" + _SHORT,
            _YEH: "(?:[yji]|e)" + _SHORT,
        }.get(letter, "h" + _SHORT)
    if letter == _HEH and at < len(word) - 1:
        return "h" + _SHORT
    weak = at == len(word) - 1 or (letter == _YEH and word[at - 1] == _ALEF)
    return f"(?:{_LONG[letter]})?" if letter in (_ALEF, _YEH, _WAW) and weak else _LONG[letter]
