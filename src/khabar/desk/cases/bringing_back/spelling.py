"""Spelling that does not count: what spreadsheets and keyboards change without anybody meaning it."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_UNSEEN: Final = re.compile(
    "[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufe0e\ufe0f\x00-\x08\x0e-\x1f\x7f]"
)
_DIGITS: Final = {ord(a): str(i % 10) for i, a in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")}
_GUARD: Final = "'"
_CUT: Final = " […]"
"""What the export writes behind words that no cell holds."""
_LOST: Final = "?"


def plain(words: str) -> str:
    """Words without marks that nobody sees, blanks at the ends and several of them; composed letters; Western digits."""
    seen = _UNSEEN.sub("", unicodedata.normalize("NFC", words)).translate(_DIGITS)
    return " ".join(seen.split())


def unguarded(cell: str) -> str:
    """A cell without the apostrophe that the export, or a person, put before it."""
    return cell.strip().removeprefix(_GUARD)


def same_words(cell: str, words: str, *, lossy: bool = False) -> bool:
    """Whether a cell says these words: with the apostrophe of the export or without, cut, or with lost letters."""
    wanted = plain(words)
    for told in (cell, unguarded(cell)):
        found = plain(told)
        if found == wanted or (told.endswith(_CUT) and wanted.startswith(plain(told.removesuffix(_CUT)))):
            return True
        if lossy and _LOST in found and _with_lost_letters(found).fullmatch(wanted):
            return True
    return False


def _with_lost_letters(words: str) -> re.Pattern[str]:
    return re.compile("".join("." if letter == _LOST else re.escape(letter) for letter in words))
