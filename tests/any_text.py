"""Any text whatever, for property tests, and a measure of how work grows with it.

The alphabet prefers what breaks programs on Arabic news: presentation forms, tatweel, vowel signs, direction marks,
line ends of all systems, quotation marks, links, signatures of posts, lone surrogates.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

from hypothesis import strategies as st

_PIECES = [
    *"اأإآٱبةهىيئؤءكـ",
    *"ًَُِّْٰ",
    *"٠١٢3456۷۸",
    *"«»‹›\"“”„‟‘’‚'()[]",
    *".…!?؟،;؛:٫٬,-–—_@#/",
    *" \n\r\t\x0b\x0c\x1c\x1f\x85",
    *map(chr, (0xA0, 0xAD, 0x200B, 0x200C, 0x200E, 0x200F, 0x202B, 0x202C, 0x2028, 0x2029, 0x2067, 0xFEFF, 0xFE0F)),
    *map(chr, (0xFB50, 0xFC5E, 0xFDFA, 0xFDF2, 0xFD3E, 0xFE70, 0xFE71, 0xFE75, 0xFEFB, 0xFEDF, 0xFEF4)),
    *map(chr, (0xD800, 0xDFFF, 0xDC00, 0x1F600, 0x0301, 0x0130, 0x1E9E, 0)),
    "\r\n",
    "قال",
    "الوزير",
    "said",
    "U.S.",
    "أ. ف. ب.",
    "http",
    "https://t.example/x",
    "www.example.org.",
    "pic.twitter.com/x1",
    "\n— Nadia Rami (@nadia_rami) January 7, 2022\n",
    "10.000",
    "٢٫٥",
    "....",
]

# Lone surrogates and unassigned code points are text too: a file read with surrogateescape holds them.
TEXTS = st.lists(st.one_of(st.sampled_from(_PIECES), st.characters(exclude_categories=())), max_size=60).map("".join)

# Inputs that tempt a program to look at the same characters again and again, each repeatable to any length.
NASTY = {
    "quotes": '"',
    "opening quotes": "«",
    "closing quotes": "”",
    "odd quotes": ' "a',
    "single quotes": " 'a ’b",
    "tatweel": "ـ",
    "tatweel in a word": "سـ",
    "diacritics": "َ",
    "letter and diacritic": "بَ",
    "apostrophes": "a'",
    "one long word": "ا",
    "one long line": "قال الوزير إن 12 شخصا وصلوا. ",
    "http": "http",
    "link heads": "http://",
    "glued links": "xhttps://a ",
    "links of stops": "https://... ",
    "addresses": "www.",
    "accounts": "@a#",
    "open brackets": "(",
    "dots and blanks": ". ",
    "blanks": " ",
    "line ends": "\r\n",
    "digits and commas": "1,",
    "short lines": "سطر\n",
    "the same line": "هذا سطر يتكرر في الصفحة كلها\n",
    "signatures": "— a (@a)\n",
    "signatures of blanks": "—          x\n",
    "posts": "We are fine here\n— a (@a) May 1\n",
    "half signatures": "— a (",
    "presentation forms": "ﻻ",
    "direction marks": "\u202b",
    "initials": "أ.",
}


def steps(work: Callable[[], object]) -> int:
    """How many calls, of Python and of C functions, some work makes: the same on every machine."""
    count = 0

    def note(frame: FrameType, event: str, arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def assert_linear(work: Callable[[str], object], piece: str, size: int = 5_000) -> None:
    """Eight times the text may cost eight times the calls and a little, not sixty-four times.

    What one expression does inside a single call is not counted.  So the work is also done on a page as long as a book,
    on which anything quadratic would take minutes; no clock is asked, since machines differ.
    """
    few = piece * (size // len(piece))
    many = few * 8
    work(few)  # what is compiled or remembered at the first call is no growth
    few_steps, many_steps = steps(lambda: work(few)), steps(lambda: work(many))
    assert many_steps <= 8 * few_steps * 1.3 + 200, f"{few_steps} calls became {many_steps}"
    work(few * 40)
