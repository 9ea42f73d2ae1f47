"""Every name-like stretch of a text, whatever its language; what no pack reads counts as a name altogether."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Final, NamedTuple

from khabar.atlas import word_key
from khabar.desk.protect.arabic import arabic_runs
from khabar.desk.protect.cues import words_of
from khabar.desk.protect.latin import latin_runs
from khabar.languages import load
from khabar.text.page import Page, Paragraph, page
from khabar.text.tokens import Kind, Token

_ARABIC: Final = re.compile("[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")
_CASED: Final = re.compile("[A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u052f\u1e00-\u1fff]")
_LINE: Final = 10
"""Words that a line of a list has at most."""
_SHORT: Final = 4


class Likely(NamedTuple):
    """A name-like stretch, offsets half open; `sure` of a person, else only unexplained."""

    start: int
    end: int
    sure: bool


def likely_names(text: str, ordinary: AbstractSet[str] = frozenset()) -> Iterator[Likely]:
    """The name-like stretches of a text in no order; they may overlap.  `ordinary`: words that this case writes in lower case."""
    read = page(text)
    own = ordinary | {t.text for t in read.tokens if t.text.islower()}
    listing = False
    for paragraph in read.paragraphs:
        tokens = read.tokens[paragraph.first : paragraph.last]
        words = [token for token in tokens if token.kind is Kind.WORD]
        listing = listing and 0 < len(words) <= _LINE
        yield from _paragraph(read, paragraph, own, listing)
        if any(word_key(word.text) in words_of("list") for word in words[-4:] or ()):
            listing = True
    yield from _strange(read)


def _paragraph(read: Page, paragraph: Paragraph, ordinary: AbstractSet[str], listed: bool) -> Iterator[Likely]:
    text = read.text[read.tokens[paragraph.first].start : read.tokens[paragraph.last - 1].end]
    if listed:
        yield from _whole_line(read.tokens[paragraph.first : paragraph.last])
    if _ARABIC.search(text):
        for found in arabic_runs(read.text, load("ar").units(read, paragraph.first, paragraph.last), listed):
            if _ARABIC.search(read.text, found.start, found.end):
                yield Likely(*found)
    if _CASED.search(text):
        for found in latin_runs(load("en").units(read, paragraph.first, paragraph.last), ordinary, listed):
            if not _ARABIC.search(read.text, found.start, found.end):
                yield Likely(*found)


def _whole_line(tokens: Sequence[Token]) -> Iterator[Likely]:
    """A line of a list of names that is too short to tell anything else: every word but those that stand before names."""
    words = [token for token in tokens if token.kind is Kind.WORD]
    if len(words) <= _SHORT:
        before = words_of("tight") | words_of("kin")
        yield from (Likely(token.start, token.end, True) for token in words if word_key(token.text) not in before)


def _strange(read: Page) -> Iterator[Likely]:
    """Words in letters that no pack reads, and words of mixed letters."""
    for token in read.tokens:
        if token.kind is Kind.WORD and _is_strange(token):
            yield Likely(token.start, token.end, True)


def _is_strange(token: Token) -> bool:
    arabic, cased = bool(_ARABIC.search(token.text)), bool(_CASED.search(token.text))
    return arabic == cased or bool(re.search("[\u0370-\u03ff\u0400-\u052f]", token.text) and token.text[:1].isupper())
