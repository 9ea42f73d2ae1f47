"""Names by their sound: an Arabic spelling and a Latin one of the same name, compared letter by letter.

Most of the world's districts and many towns are known to the sources in Latin letters only.  Arabic news spells them
by ear, so what the two have in common is the row of consonants, and the long vowels, which Arabic writes.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from khabar.atlas.keys import key_of

_ARTICLE = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"
_ALEF, _HEH = "\N{ARABIC LETTER ALEF}", "\N{ARABIC LETTER HEH}"
_CH, _SH = "\u062a\u0634", "\u0634"
# Arabic letter → the class it is looked up under, and the Latin signs that write it.
_ARABIC = {
    "\u0628": ("b", "b p"),
    "\u062a": ("t", "t th"),
    "\u062b": ("t", "t th"),
    "\u0637": ("t", "t"),
    "\u062c": ("k", "j g c x dzh"),
    "\u062d": ("", ""),
    "\u062e": ("k", "kh k x"),
    "\u062f": ("d", "d"),
    "\u0630": ("d", "d dh"),
    "\u0636": ("d", "d dh"),
    "\u0638": ("d", "d dh"),
    "\u0631": ("r", "r"),
    "\u0632": ("z", "z"),
    "\u0633": ("s", "s ch"),
    "\u0635": ("s", "s"),
    "\u0634": ("s", "sh ch"),
    "\u063a": ("k", "gh g"),
    "\u0641": ("f", "f v ph"),
    "\u0642": ("k", "q k c g"),
    "\u0643": ("k", "k c q g"),
    "\u0644": ("l", "l"),
    "\u0645": ("m", "m"),
    "\u0646": ("n", "n"),
}
_ARABIC_VOWELS = {"\u0627": "a", "\u0648": "u", "\u064a": "i"}
# Latin signs → the class; those of more letters first.
_LATIN = {
    **dict.fromkeys(("dzh", "kh", "gh", *"kgqjcx"), "k"),
    **dict.fromkeys(("sh", "ch", "s"), "s"),
    **dict.fromkeys(("th", "t"), "t"),
    **dict.fromkeys(("dh", "d"), "d"),
    **dict.fromkeys(("ph", "f", "v"), "f"),
    **dict.fromkeys("bp", "b"),
    **{letter: letter for letter in "zrlmn"},
}
_SIGN = re.compile("dzh|[ksgtdcp]h|.")
_LATIN_VOWELS = {**dict.fromkeys("ae", "a"), **dict.fromkeys("ouw", "u"), **dict.fromkeys("iy", "i")}
# Turkish and Slavic letters, before accents are taken off.
_TURKISH = (("ş", "sh"), ("š", "sh"), ("ç", "ch"), ("č", "ch"), ("ž", "z"), ("ı", "i"), ("ğ", "g"), ("ə", "a"))
_ARTICLES = re.compile(r"\b(?:al|ar|as|ash|ad|adh|an|at|ath|az|el)[ -](?=\w)")
_KINDS = re.compile(r"\b(?:district|province|governorate|region|state|zone|department|municipality|county|woreda)\b")
_VOWEL_FITS = {"a": "aiu", "u": "u", "i": "ia"}  # a final e is heard as i
_SHORTEST = 3  # consonants: fewer are those of too many names


class Sound(NamedTuple):
    """How a name sounds: its consonants by class and as written, and the vowels before each of them and at the end."""

    consonants: str
    letters: tuple[str, ...]
    vowels: tuple[str, ...]


def of_arabic(name: str) -> Sound:
    """The sound of a name in Arabic letters; the article is left out."""
    words = (w.removeprefix(_ARTICLE) for w in key_of(name).split())
    whole = "".join(words).replace(_CH, _SH)
    if whole.endswith(_HEH):
        whole = whole[:-1] + _ALEF  # ta marbuta
    classes = {letter: sound for letter, (sound, _) in _ARABIC.items() if sound}
    return _heard(list(whole), classes, _ARABIC_VOWELS)


def of_latin(name: str) -> Sound:
    """The sound of a name in Latin letters; the article and the word for its kind are left out."""
    text = _KINDS.sub("", name.lower())
    for sign, letter in _TURKISH:
        text = text.replace(sign, letter)
    text = unicodedata.normalize("NFKD", text)
    text = "".join(c for c in text if not unicodedata.combining(c) and c not in "'\u2018\u2019")
    return _heard(_SIGN.findall(_ARTICLES.sub("", text)), _LATIN, _LATIN_VOWELS)


def index_of(sound: Sound) -> str | None:
    """What a table of sounds is looked up by; None for a name too short to be told by it."""
    return sound.consonants if len(sound.consonants) >= _SHORTEST else None


def agree(arabic: Sound, latin: Sound) -> bool:
    """Whether two names may be one: the same consonants, and a fitting Latin vowel for each long one of the Arabic."""
    if arabic.consonants != latin.consonants:
        return False
    letters = zip(arabic.letters, latin.letters, strict=True)
    if not all(sign in _ARABIC[letter][1].split() for letter, sign in letters):
        return False
    if bool(arabic.vowels[-1]) != bool(latin.vowels[-1]):
        return False
    return all(_fits(long, other) for long, other in zip(arabic.vowels, latin.vowels, strict=True))


def _fits(long: str, other: str) -> bool:
    return all(any(vowel in other for vowel in _VOWEL_FITS[letter]) for letter in long)


def _heard(signs: list[str], consonants: dict[str, str], vowels: dict[str, str]) -> Sound:
    heard: list[tuple[str, str]] = []
    between, last = [""], ""
    for sign in signs:
        if (sound := consonants.get(sign)) is not None:
            if sign != last:  # a doubled letter is heard once
                heard.append((sound, sign))
                between.append("")
        elif (vowel := vowels.get(sign)) is not None:
            between[-1] += vowel
        last = sign
    return Sound("".join(s for s, _ in heard), tuple(sign for _, sign in heard), tuple(between))
