"""The language of a stretch, told by its script alone.

Arabic and English share no letter, so counting letters is exact where a statistical guess can fail on a short
headline.  A paragraph without letters takes the language of its neighbours (the caller's default).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from khabar.text.tokens import Kind, Token

# Runs, not single letters: a text has far fewer of them, and counting is most of the cost of cutting a page.
_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]+")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]+")


def language_of(text: str, default: str = "ar") -> str:
    """Return "ar" when most letters are Arabic, "en" when most are Latin, else `default`."""
    if not _LATIN.search(text):
        return "ar" if _ARABIC.search(text) else default
    arabic = 0 if text.isascii() else len("".join(_ARABIC.findall(text)))
    if arabic * 2 > len(text):
        return "ar"
    latin = len("".join(_LATIN.findall(text)))
    if arabic == latin:
        return default
    return "ar" if arabic > latin else "en"


def language_of_tokens(text: str, tokens: Sequence[Token], first: int, last: int, *, default: str) -> str:
    """The language of tokens[first:last], links and accounts left out: their letters are Latin in any language."""
    language = language_of(text[tokens[first].start : tokens[last - 1].end], default)
    if language == "ar" or not any(token.kind is Kind.LINK for token in tokens[first:last]):
        return language
    return language_of("".join([token.text for token in tokens[first:last] if token.kind is Kind.WORD]), default)
