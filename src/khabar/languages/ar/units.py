"""Tokens to units: each word gets its reading, each mark its class, listed phrases become one unit."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from khabar.grammar import Reading, Unit, fuse, reading
from khabar.languages.ar.lexicon import lexicon
from khabar.languages.ar.morphology import read_word
from khabar.text.fold import fold_word
from khabar.text.page import Page
from khabar.text.tokens import Kind, Token

Phrase = tuple[tuple[str, ...], dict[str, Any]]
"""The folded words of a listed phrase, and its classes."""
Beginnings = dict[str, list[Phrase]]
"""Second word → the phrases that go on with it, longest first."""

_MARKS: dict[str, tuple[str, ...]] = {
    ",": ("comma",),
    ";": ("comma", "semicolon"),
    ":": ("colon",),
    ".": ("stop",),
    "..": ("stop", "ellipsis"),
    "...": ("stop", "ellipsis"),
    "…": ("stop", "ellipsis"),
    "?": ("stop", "question_mark"),
    "!": ("stop",),
    "-": ("dash",),
    "–": ("dash",),
    "—": ("dash",),
    "/": ("slash",),
    "(": ("bracket", "bracket_open"),
    ")": ("bracket", "bracket_close"),
    "[": ("bracket", "bracket_open"),
    "]": ("bracket", "bracket_close"),
    "%": ("percent",),
}
_LINK = reading({"link": True})
_OPEN = reading({"quote": True, "quote_open": True})
_CLOSE = reading({"quote": True, "quote_close": True})
_ODD_QUOTE = reading({"quote": True})
_QUOTE_MARKS = frozenset('«»‹›“”„‟"＂‘’‚')
_MARK_READINGS = {mark: reading({"mark": True, **dict.fromkeys(names, True)}) for mark, names in _MARKS.items()}
_OTHER_MARK = reading({"mark": True})


def units(page: Page, first: int, last: int) -> list[Unit]:
    """The tokens [first:last) of a page as units, listed phrases fused."""
    quotes = _quote_readings(page, first, last)
    found = []
    for index in range(first, last):
        token = page.tokens[index]
        read = quotes.get(index) or _read(token)
        found.append(Unit((token.start, token.end, index, index + 1), token.text, token.view, read))
    return _with_phrases(found, page.text)


def _read(token: Token) -> Reading:
    if token.kind is Kind.WORD:
        return read_word(token.text)
    if token.kind is Kind.NUMBER:
        return _digits(token.view)
    if token.kind is Kind.LINK:
        return _LINK
    if token.view in _QUOTE_MARKS:
        return _ODD_QUOTE
    return _MARK_READINGS.get(token.view, _OTHER_MARK)


def _digits(view: str) -> Reading:
    return reading({"digits": view})


def _quote_readings(page: Page, first: int, last: int) -> dict[int, Reading]:
    """Which tokens open or close a quotation; worked out once a paragraph by the page."""
    found: dict[int, Reading] = {}
    for paragraph in page.paragraphs_at(first, last):
        for quotation in paragraph.quotations:
            if quotation.close is not None:
                found[quotation.open] = _OPEN
                found[quotation.close] = _CLOSE
    return found


def _with_phrases(parts: Sequence[Unit], text: str) -> list[Unit]:
    """Fuse the multi-word entries of the lists; the first word may carry glued particles."""
    found: list[Unit] = []
    at = 0
    while at < len(parts):
        unit = parts[at]
        begins = None if unit.signature & _NO_WORD else _beginning(unit.text)
        taken = _phrase_at(parts, at, begins) if begins else None
        if taken is None:
            found.append(unit)
            at += 1
        else:
            size, classes = taken
            kept = {name: True for name in unit.signature if name[0] == "+"}
            found.append(fuse(parts[at : at + size], text, {**kept, **classes, "phrase": True}))
            at += size
    return found


_NO_WORD = frozenset(("mark", "digits", "link", "quote"))


@lru_cache(maxsize=200_000)
def _beginning(surface: str) -> Beginnings:
    """The phrases that may begin with a word as written: with all its letters, or without its glued particles."""
    view = fold_word(surface)
    read = read_word(surface)
    heads = [view]
    if read.cut:
        heads.append(view[1:])
    if read.stem > read.cut:
        heads.append(view[_stem_letters(read.signature) :])
    found: Beginnings = {}
    for head in heads:
        for phrase in lexicon().phrases.get(head, ()):
            found.setdefault(phrase[0][1], []).append(phrase)
    return found


def _phrase_at(parts: Sequence[Unit], at: int, begins: Beginnings) -> tuple[int, dict[str, Any]] | None:
    """The longest listed phrase at a place: its number of units and its classes."""
    if at + 1 >= len(parts):
        return None
    for words, classes in begins.get(parts[at + 1].view, ()):
        if len(words) <= len(parts) - at and all(parts[at + k].view == words[k] for k in range(2, len(words))):
            return len(words), classes
    return None


def _stem_letters(signature: frozenset[str]) -> int:
    """View letters of the glued particles; marks between them do not count."""
    particles = [name for name in signature if name in ("+and", "+fa", "+bi", "+li", "+ka")]
    article = 2 if "+al" in signature and "+li" not in signature else 1 if "+al" in signature else 0
    return len(particles) + article
