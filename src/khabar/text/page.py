"""A page: the source text cut into paragraphs, sentences, quotations and stretches of one language.

Everything points into one token list; nothing is copied.  A stretch is a run of paragraphs in one language (an
English post inside an Arabic article is its own stretch), so that each can be read by its own pack.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from khabar.text.posts import Post, posts_among
from khabar.text.quotes import Quotation, quotations
from khabar.text.script import language_of_tokens
from khabar.text.tokens import Kind, Token, tokens
from khabar.text.wraps import without_wraps


class Range(NamedTuple):
    """Token indexes, half open."""

    first: int
    last: int


class ParagraphKind:
    """What a line of the page is: body text, the headline, a crosshead, an embedded post, or a line printed before."""

    BODY = "body"
    HEADLINE = "headline"
    CROSSHEAD = "crosshead"
    POST = "post"
    REPEAT = "repeat"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the source: its tokens, sentences and quotations (token indexes), its kind and language."""

    first: int
    last: int
    kind: str
    language: str
    sentences: tuple[Range, ...]
    quotations: tuple[Quotation, ...]


@dataclass(frozen=True)
class Page:
    """The source and its cuts.  Offsets are code points of `source`, and of `text`: the source with a blank in place of each
    line end that only wraps.  Token indexes count in `tokens`.
    """

    source: str
    text: str
    tokens: list[Token]
    paragraphs: tuple[Paragraph, ...]
    posts: tuple[Post, ...]
    language: str

    @cached_property
    def sentences(self) -> tuple[Range, ...]:
        """All sentences of the page, in order."""
        return tuple(s for p in self.paragraphs for s in p.sentences)

    @cached_property
    def quote_ends(self) -> dict[int, bool]:
        """The tokens that open (True) or close (False) a quotation; marks without a partner are not among them."""
        found: dict[int, bool] = {}
        for paragraph in self.paragraphs:
            for quotation in paragraph.quotations:
                if quotation.close is not None:
                    found[quotation.open] = True
                    found[quotation.close] = False
        return found

    @cached_property
    def _starts(self) -> list[int]:
        return [p.first for p in self.paragraphs]

    def paragraphs_at(self, first: int, last: int) -> tuple[Paragraph, ...]:
        """The paragraphs that tokens[first:last] touch."""
        begin = max(bisect_right(self._starts, first) - 1, 0)
        end = bisect_right(self._starts, max(last - 1, first))
        return self.paragraphs[begin:end]

    @cached_property
    def _ends(self) -> list[int]:
        return [self.tokens[p.last - 1].end for p in self.paragraphs]

    def paragraphs_over(self, start: int, end: int) -> tuple[Paragraph, ...]:
        """The paragraphs that share a character with the source offsets [start:end)."""
        begin = last = bisect_right(self._ends, start)
        while last < len(self.paragraphs) and self.tokens[self.paragraphs[last].first].start < end:
            last += 1
        return self.paragraphs[begin:last]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Source offsets of tokens[first:last]."""
        return self.tokens[first].start, self.tokens[last - 1].end


_BEGINNING = 20_000  # characters
# A crosshead is a short line of its own between paragraphs, without a full stop; a headline may run longer, ask or quote.
_CROSSHEAD_WORDS = 9
_HEADLINE_WORDS = 24
# Tokens.  Longer ones are no prose but a page without line ends or stops, and what is told in one paragraph, or in one
# sentence, is compared with all else in it.
_LONGEST_LINE = 20_000
_SYLLABLE, _SPELT = 4, 8  # letters of a spelt letter, tokens of an abbreviation
_LONGEST_SENTENCE = 1_000
_REPEATED_WORDS = 5  # shorter lines come again by chance
_SENTENCE_END = frozenset({".", "?", "!", "..", "...", "…"})
_CLOSERS = frozenset("»”“\"’')]›")
_ABBREVIATED = frozenset(
    (
        *(
            "mr",
            "mrs",
            "ms",
            "dr",
            "prof",
            "rev",
            "hon",
            "st",
            "sen",
            "rep",
            "gov",
            "gen",
            "col",
            "lt",
            "sgt",
            "capt",
            "cpl",
        ),
        *("maj", "cmdr", "adm", "brig", "mme", "jan", "feb", "mar", "apr", "aug", "sept", "sep", "oct", "nov", "dec"),
    )
)
_BEFORE_NUMBER = ("no", "nos")
_OPENERS = frozenset(
    (
        *(
            "He",
            "She",
            "It",
            "They",
            "We",
            "I",
            "You",
            "The",
            "A",
            "An",
            "This",
            "That",
            "These",
            "Those",
            "His",
            "Her",
            "Their",
        ),
        *(
            "But",
            "And",
            "In",
            "On",
            "At",
            "For",
            "If",
            "As",
            "When",
            "After",
            "Mr",
            "There",
            "So",
            "Some",
            "Its",
            "Our",
        ),
    )
)
_INITIAL = re.compile(r"^[^\W\d_]$")


def page(text: str, language: str | None = None) -> Page:
    """Cut any text into a page.  `language` is the report's main language; None lets the script tell."""
    source = text
    text, all_tokens = without_wraps(source, tokens(source))
    main = language or _main_language(text, all_tokens)
    lines = _lines(all_tokens)
    posts = posts_among(text, all_tokens, lines, main)
    paragraphs = [
        Paragraph(
            first,
            last,
            kind,
            language_of_tokens(text, all_tokens, first, last, default=main),
            tuple(_sentences(all_tokens, first, last)),
            tuple(quotations(all_tokens, first, last)),
        )
        for (first, last), kind in zip(lines, _kinds(all_tokens, lines, posts), strict=True)
    ]
    return Page(source, text, all_tokens, tuple(paragraphs), tuple(posts), main)


def _main_language(text: str, all_tokens: list[Token]) -> str:
    """The language of most of the page, told by its beginning; Arabic where it has no letters."""
    last = bisect_left(all_tokens, _BEGINNING, key=lambda token: token.start)
    return language_of_tokens(text, all_tokens, 0, last, default="ar") if last else "ar"


def _lines(all_tokens: list[Token]) -> list[Range]:
    """Token ranges between line ends, empty lines left out; a line longer than any paragraph is cut behind a sentence."""
    found, first = [], 0
    for index, token in enumerate(all_tokens):
        if token.kind is Kind.LINE_END:
            if index > first:
                found.append(Range(first, index))
            first = index + 1
        elif index - first >= _LONGEST_LINE and (token.view in _SENTENCE_END or index - first >= 2 * _LONGEST_LINE):
            found.append(Range(first, index + 1))
            first = index + 1
    if len(all_tokens) > first:
        found.append(Range(first, len(all_tokens)))
    return found


def _kinds(all_tokens: list[Token], lines: list[Range], posts: list[Post]) -> Iterator[str]:
    """What each line is."""
    posted = {first for post in posts for first in range(post.first, post.last)}
    seen: set[tuple[str, ...]] = set()
    for number, (first, last) in enumerate(lines):
        if first in posted:
            yield ParagraphKind.POST
            continue
        views = tuple([t.view for t in all_tokens[first:last] if t.kind is Kind.WORD])
        if len(views) >= _REPEATED_WORDS and views in seen:  # the sub-headline again at the foot of the page
            yield ParagraphKind.REPEAT
            continue
        seen.add(views)
        followed = bool(views) and number + 1 < len(lines)
        if not followed:
            yield ParagraphKind.BODY
        elif number == 0:
            long = len(views) > _HEADLINE_WORDS or _is_full_sentence(all_tokens, first, last)
            yield ParagraphKind.BODY if long else ParagraphKind.HEADLINE
        else:
            long = len(views) > _CROSSHEAD_WORDS or _is_closed(all_tokens[last - 1])
            yield ParagraphKind.BODY if long else ParagraphKind.CROSSHEAD


def _is_closed(token: Token) -> bool:
    """Whether a line that ends so is text rather than a crosshead."""
    return token.view in _SENTENCE_END or token.view in _CLOSERS


def _is_full_sentence(all_tokens: list[Token], first: int, last: int) -> bool:
    """Whether a line ends with a full stop, closing marks aside."""
    while last - 1 > first and all_tokens[last - 1].view in _CLOSERS:
        last -= 1
    return all_tokens[last - 1].view == "."


def _is_spelt_out(all_tokens: list[Token], index: int, last: int) -> bool:
    """Whether a stop stands among the spoken letters of an abbreviation (سي.بي.سي): short words, each glued to the next by
    a stop, three of them, or two that fill a pair of brackets or are names of letters (إم.إتش).
    """
    first = end = index
    while first > index - _SPOKEN_FAR and _links_letters(all_tokens, first - 2, last):
        first -= 2
    while end < index + _SPOKEN_FAR and _links_letters(all_tokens, end, last):
        end += 2
    if end == index:
        return False
    closed = end < len(all_tokens) and all_tokens[end].view == ")"
    in_brackets = first > 1 and all_tokens[first - 2].view == "(" and closed
    letters = all_tokens[first - 1].view in _LETTERS and all_tokens[first + 1].view in _LETTERS
    return end - first > 2 or in_brackets or letters


def _links_letters(all_tokens: list[Token], stop: int, last: int) -> bool:
    """Whether tokens[stop] is a stop glued to short words on both of its sides."""
    if stop < 1 or stop + 1 >= last or all_tokens[stop].view != ".":
        return False
    before, after = all_tokens[stop - 1], all_tokens[stop + 1]
    return (
        before.kind is after.kind is Kind.WORD
        and before.end == all_tokens[stop].start
        and after.start == all_tokens[stop].end
        and max(len(before.view), len(after.view)) <= _SPOKEN_LETTER
    )


_LETTERS = frozenset(
    (
        *("ايه", "بي", "سي", "دي", "اي", "اف", "جي", "اتش", "جيه", "كيه", "كي", "ال", "ام", "ان", "او", "كيو", "ار"),
        *("اس", "تي", "يو", "في", "دبليو", "اكس", "واي", "زد", "زي"),
    )
)
"""Names of Latin letters, as Arabic writes them, folded."""
_SPOKEN_LETTER = 4  # letters of the longest name of a letter (كيه، إيه، إتش)
_SPOKEN_FAR = 6  # tokens to either side


def _sentences(all_tokens: list[Token], first: int, last: int) -> list[Range]:
    """Cut after . ? ! … when a word follows; closing marks go with the sentence; initials and decimals do not end one."""
    found, begin, index = [], first, first
    while index < last:
        if all_tokens[index].view in _SENTENCE_END and not _is_abbreviation(all_tokens, index, begin, last):
            index += 1
            while index < last and (
                all_tokens[index].view in _SENTENCE_END
                or (all_tokens[index].view in _CLOSERS and all_tokens[index].start == all_tokens[index - 1].end)
            ):
                index += 1
            if index < last and _goes_on(all_tokens[index]):
                continue
            found.append(Range(begin, index))
            begin = index
        else:
            length = index - begin
            index += 1
            if length >= _LONGEST_SENTENCE and (all_tokens[index - 1].view == "," or length >= 2 * _LONGEST_SENTENCE):
                found.append(Range(begin, index))
                begin = index
    if begin < last:
        found.append(Range(begin, last))
    return found


def _goes_on(token: Token) -> bool:
    """Whether a sentence goes on with a token behind a stop: "Why?" he asked; Acme Inc. said; Hale (D-Va.), a friend."""
    return token.text[:1].islower() or token.view in {",", ";"}


def _is_abbreviation(all_tokens: list[Token], index: int, begin: int, last: int) -> bool:
    """A stop after a single letter (أ. ف. ب.، U.S.), behind an abbreviated title (Sen.) or glued to the next word ends no
    sentence; one after a letter does when a word follows that opens sentences (… in the U.S. He said).
    """
    if all_tokens[index].view != "." or index == begin:
        return False
    before = all_tokens[index - 1]
    if before.kind is Kind.WORD and before.end == all_tokens[index].start:
        if _is_spelt_out(all_tokens, index, last):
            return True
        if _INITIAL.match(before.view) and not _ends_word(all_tokens, index - 1, begin):
            return not (index + 1 < last and all_tokens[index + 1].text in _OPENERS)
        if before.view in _BEFORE_NUMBER and before.text[:1].isupper():
            return index + 1 < last and all_tokens[index + 1].kind is Kind.NUMBER
        if before.view in _ABBREVIATED and before.text[:1].isupper():
            return index + 1 < last and (
                all_tokens[index + 1].text[:1].isupper() or all_tokens[index + 1].kind is Kind.NUMBER
            )
    glued = index + 1 < last and all_tokens[index + 1].start == all_tokens[index].end
    return glued and (all_tokens[index + 1].view.isdigit() or _is_spelt(all_tokens, index, begin, last))


def _ends_word(all_tokens: list[Token], at: int, begin: int) -> bool:
    """Whether a hyphen glues a letter to the word before it, so that it is no initial (the IS-K.; not: a Rovia-U.S. deal)."""
    if at + 2 < len(all_tokens) and all_tokens[at + 2].start == all_tokens[at + 1].end:
        return False
    if at - 2 < begin or all_tokens[at - 1].view != "-" or all_tokens[at - 1].end != all_tokens[at].start:
        return False
    word = all_tokens[at - 2]
    return word.kind is Kind.WORD and word.end == all_tokens[at - 1].start


def _is_spelt(all_tokens: list[Token], index: int, begin: int, last: int) -> bool:
    """Whether a stop glued to short words on both sides, in brackets, spells foreign letters out: (بي.كيه.كيه)."""
    beside = all_tokens[index - 1], all_tokens[index + 1]
    short = all(t.kind is Kind.WORD and len(t.view) <= _SYLLABLE for t in beside)
    opened = any(t.view == "(" for t in all_tokens[max(begin, index - _SPELT) : index])
    return short and opened and any(t.view == ")" for t in all_tokens[index + 1 : min(last, index + _SPELT)])
