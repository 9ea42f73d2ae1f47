"""The few words that comparison needs, from the list beside this file."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Final

from khabar.text.fold import fold, fold_word

_LIST: Final = Path(__file__).with_name("words.tsv")
WORD: Final = re.compile(r"[^\W\d_]+")
"""A word of letters."""
SENTENCE_END: Final = re.compile(r"[.!?؟\n]")
"""What ends a sentence; a semicolon does not."""
_ARTICLE: Final = "ال"


@cache
def listed(kind: str) -> frozenset[str]:
    """The folded words of a kind: "counted" or "revised"."""
    rows = (line.split("\t") for line in _LIST.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return frozenset(fold_word(row[0]) for row in rows if row[1:2] == [kind])


def folded_words(text: str) -> list[str]:
    """The words of a stretch, folded, in their order."""
    return WORD.findall(fold(text).text.lower())


def same_name(one: str | None, other: str | None) -> bool:
    """Whether two speakers' names mean one: equal, or one is the other's first word with the article.

    After "وزارة الصحة" a report goes on with "الوزارة".  None is the outlet's own voice; "?" is nobody in particular.
    """
    if one is None or other is None or "?" in (one, other):
        return one is None and other is None
    if one == other:
        return True
    short, long = sorted((folded_words(one), folded_words(other)), key=len)
    if len(short) != 1 or not long or not short[0].startswith(_ARTICLE):
        return False
    return long[0].removeprefix(_ARTICLE) == short[0].removeprefix(_ARTICLE)
