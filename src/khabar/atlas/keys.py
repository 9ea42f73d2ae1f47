"""Keys: the one spelling under which the atlas stores and finds a name.

A key is the folded words of a name joined by one space.  Hyphens, slashes, commas and brackets part words.
Apostrophes and full stops vanish (Sana'a, St. Louis), and Latin letters lose their accents (São Paulo), for
news copy writes them or not as its keyboard allows.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from khabar.text.fold import fold_word

_PARTING = re.compile(r"[\s\-\u2010-\u2015/,;:()\u060c\u061b_·|+&]+")
_SILENT = re.compile("['’‘ʼʿʾʻ`´′\".“”«»]")
# Latin letters that do not decompose into a letter and an accent.
_LATIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ə": "a", "ħ": "h"}
)


@lru_cache(maxsize=50_000)
def word_key(word: str) -> str:
    """The key of one word: folded, lower-case, without apostrophes, full stops and Latin accents."""
    key = fold_word(_SILENT.sub("", word))
    if not key or key.isascii() or "\u0600" <= key[0] <= "\u06ff":
        return key
    parts = unicodedata.normalize("NFKD", key).lower().translate(_LATIN)  # accents go first: of an accented letter too
    return "".join(c for c in parts if c.isalnum())


def key_of(name: str) -> str:
    """The key of a name of one or more words; empty when the name holds no letter."""
    return " ".join(key for word in _PARTING.split(name) if word and (key := word_key(word)))
