"""Folding: one spelling for the many ways Arabic news writes a word, with the way back to the source.

What the fold does, and why:

* alef with hamza or madda, final ya and alef maqsura, ta marbuta and ha, and the hamza seats are written
  loosely in news copy, so each family becomes one letter;
* where Egypt writes the hamza of "responsible" and "affairs" on a yeh, others write it on a waw: one family too;
* tatweel, vowel signs, zero-width and bidi marks carry no letters and disappear;
* presentation forms (text taken out of PDF files) become the letters they draw;
* eastern digits become western ones, and Arabic punctuation its Latin twin.

Offsets always count code points of the untouched source.  `fold` returns the view together with the map
back; `fold_word` is the memoised short form for dictionary keys.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from functools import lru_cache
from typing import NamedTuple

_LETTERS = {
    "\N{ARABIC LETTER ALEF WITH HAMZA ABOVE}": "\N{ARABIC LETTER ALEF}",
    "\N{ARABIC LETTER ALEF WITH HAMZA BELOW}": "\N{ARABIC LETTER ALEF}",
    "\N{ARABIC LETTER ALEF WITH MADDA ABOVE}": "\N{ARABIC LETTER ALEF}",
    "\N{ARABIC LETTER ALEF WASLA}": "\N{ARABIC LETTER ALEF}",
    "\N{ARABIC LETTER ALEF MAKSURA}": "\N{ARABIC LETTER YEH}",
    "\N{ARABIC LETTER FARSI YEH}": "\N{ARABIC LETTER YEH}",
    "\N{ARABIC LETTER YEH WITH HAMZA ABOVE}": "\N{ARABIC LETTER YEH}",
    "\N{ARABIC LETTER WAW WITH HAMZA ABOVE}": "\N{ARABIC LETTER WAW}",
    "\N{ARABIC LETTER TEH MARBUTA}": "\N{ARABIC LETTER HEH}",
    "\N{ARABIC LETTER KEHEH}": "\N{ARABIC LETTER KAF}",
}
_PUNCTUATION = {
    "\N{ARABIC COMMA}": ",",
    "\N{ARABIC SEMICOLON}": ";",
    "\N{ARABIC QUESTION MARK}": "?",
    "\N{ARABIC PERCENT SIGN}": "%",
    "\N{ARABIC FULL STOP}": ".",
}
_SPACES = dict.fromkeys("\t\xa0\u202f\u3000", " ") | {chr(c): " " for c in range(0x2000, 0x200B)}
_LINE_ENDS = dict.fromkeys("\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029", "\n")
_DIGITS = {chr(base + d): str(d) for base in (0x0660, 0x06F0) for d in range(10)}

_ONE_TO_ONE = str.maketrans(_LETTERS | _PUNCTUATION | _SPACES | _LINE_ENDS | _DIGITS)

# Vowel signs drawn by themselves, which Unicode counts as letters although they hold none (text out of PDF files).
DRAWN_MARKS = "\ufc5e-\ufc63\ufcf2-\ufcf4\ufe70-\ufe72\ufe74\ufe76-\ufe7f"
# Signs that belong to the letter before them: a span that ends on the letter includes them.  The Latin accents are
# here because a name typed on a Mac may come as letter and accent apart, and a word must not break between them.
MARKS = (
    "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0640\u08d3-\u08e1\u08e3-\u08ff"
    + DRAWN_MARKS
)
# Invisible characters that belong to no letter.
INVISIBLE = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff"
# Arabic ligatures and positional shapes.
SHAPES = "\ufb50-\ufdff\ufe70-\ufefc"

# The seat of a hamza before waw, as Egypt writes it and as others do: of "responsible", of "affairs".
_YEH_SEAT = "\N{ARABIC LETTER YEH WITH HAMZA ABOVE}\N{ARABIC LETTER WAW}"
_WAW_SEAT = "\N{ARABIC LETTER WAW WITH HAMZA ABOVE}\N{ARABIC LETTER WAW}"
_SEATS = tuple(
    (before + _YEH_SEAT + behind, before + _WAW_SEAT + behind)
    for before, behind in (
        ("\N{ARABIC LETTER SEEN}", "\N{ARABIC LETTER LAM}"),
        ("\N{ARABIC LETTER SHEEN}", "\N{ARABIC LETTER NOON}"),
    )
)

_ODD = re.compile(f"[{MARKS}{INVISIBLE}{SHAPES}]|\r(?=\n)")
_MARK = re.compile(f"[{MARKS}]")


class Folded(NamedTuple):
    """A folded view of `source`.

    `text` is the view.  `starts[i]` and `ends[i]` are the source offsets (code points, half open) of view
    character i; both are None when the view has the source's length and every character stands where it stood.
    """

    source: str
    text: str
    starts: array[int] | None = None
    ends: array[int] | None = None

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Source offsets of view[start:end]; an empty view span maps to an empty source span.

        Raises IndexError when the span lies outside the view.
        """
        if not 0 <= start <= end <= len(self.text):
            raise IndexError(f"view span {start}:{end} outside 0:{len(self.text)}")
        if self.starts is None or self.ends is None:
            return start, end
        if start == end:
            at = self.starts[start] if start < len(self.starts) else len(self.source)
            return at, at
        return self.starts[start], self.ends[end - 1]


@lru_cache(maxsize=4096)
def _drawn(shape: str) -> str:
    """The plain letters that a presentation form draws."""
    letters = unicodedata.normalize("NFKC", shape)
    return _ODD.sub("", letters) if letters != shape else shape


def is_plain(source: str) -> bool:
    """Whether each character of the folded view stands where it stood in the source."""
    return _ODD.search(source) is None


def _letters(source: str) -> str:
    """The folded letters, one for each of the plain ones."""
    if _YEH_SEAT in source:
        for written, usual in _SEATS:
            source = source.replace(written, usual)
    return source.translate(_ONE_TO_ONE)


def fold(source: str) -> Folded:
    """The folded view of any text, in linear time, with the map back to its code points."""
    if is_plain(source):
        return Folded(source, _letters(source))
    pieces: list[str] = []
    starts, ends = array("q"), array("q")
    at = 0

    def keep(upto: int) -> None:
        pieces.append(source[at:upto])
        starts.extend(range(at, upto))
        ends.extend(range(at + 1, upto + 1))

    for match in _ODD.finditer(source):
        here = match.start()
        if here > at:
            keep(here)
        char = source[here]
        drawn = "" if _MARK.match(char) or not _is_shape(char) else _drawn(char)
        if drawn:
            pieces.append(drawn)
            starts.extend([here] * len(drawn))
            ends.extend([here + 1] * len(drawn))
        elif ends and ends[-1] == here and _MARK.match(char):
            ends[-1] = here + 1
        at = here + 1
    keep(len(source))
    return Folded(source, _letters("".join(pieces)), starts, ends)


def _is_shape(char: str) -> bool:
    return "\ufb50" <= char <= "\ufdff" or "\ufe70" <= char <= "\ufefc"


@lru_cache(maxsize=1 << 16)
def fold_word(word: str) -> str:
    """The folded, lower-case form of one word: the key under which every list of a pack knows it."""
    return folded_word(word)


def folded_word(word: str) -> str:
    """The same, worked out anew; offsets are not asked for, so nothing is counted."""
    plain = _ODD.sub(_letters_of, word) if _ODD.search(word) else word
    return _letters(plain).lower()


def _letters_of(odd: re.Match[str]) -> str:
    """The letters that an odd character draws; none for a sign or an invisible mark."""
    char = odd[0]
    return "" if _MARK.match(char) or not _is_shape(char) else _drawn(char)
