"""Quotations over sentences and paragraphs: which one ends or begins at a token, and how far it goes on."""

from __future__ import annotations

from bisect import bisect_right

from khabar.languages.drafts import Offsets, Sentence
from khabar.text.page import Page, Paragraph
from khabar.text.quotes import Quotation
from khabar.text.tokens import Kind

ENDED = frozenset((".", "!", "?", "...", "…"))
"""What ends a sentence inside quotation marks."""


def opened_at(paragraph: Paragraph, token: int) -> Quotation | None:
    """The quotation whose opening mark is a token."""
    at = bisect_right(paragraph.quotations, token, key=lambda q: q.open) - 1
    found = paragraph.quotations[at] if at >= 0 else None
    return found if found is not None and found.open == token else None


def closed_at(paragraph: Paragraph, token: int) -> Quotation | None:
    """The quotation whose closing mark is a token; an odd closing mark closes what an earlier paragraph opened."""
    at = bisect_right(paragraph.quotations, token, key=lambda q: q.open) - 1
    return next((q for q in reversed(paragraph.quotations[max(at - 3, 0) : at + 1]) if q.close == token), None)


def is_quoted(sentence: Sentence, token: int) -> bool:
    """Whether a token stands inside quotation marks, or in a paragraph that goes on with a quotation."""
    quotations = sentence.paragraph.quotations
    at = bisect_right(quotations, token, key=lambda q: q.open) - 1
    for quotation in reversed(quotations[max(at - 2, 0) : at + 1]):
        if quotation.close is None:
            return quotation.open == sentence.paragraph.first
        if token < quotation.close:
            return True
    return False


def run_on(sentence: Sentence, end: int | None) -> int | None:
    """The end of a quotation that begins behind the attribution's sentence and has no attribution of its own."""
    own = _in_paragraph(sentence, end)
    following = _next_quoted(sentence, own)
    return following if following is not None else own


def _next_quoted(sentence: Sentence, own: int | None) -> int | None:
    """The end of the next paragraph, when the attributed words end theirs and it is nothing but a quotation."""
    page, paragraph = sentence.page, sentence.paragraph
    last = page.tokens[paragraph.last - 1].end
    if own is None and sentence.last < paragraph.last:
        return None
    if own is not None and last - own > _MARKS_BEHIND:
        return None
    at = bisect_right(page.paragraphs, paragraph.first, key=lambda p: p.first)
    if at >= len(page.paragraphs):
        return None
    behind = page.paragraphs[at]
    quotation = behind.quotations[0] if len(behind.quotations) == 1 else None
    if quotation is None or quotation.open != behind.first or quotation.close is None:
        return None
    whole = quotation.close >= behind.last - 2 and quotation.close - quotation.open > _HEADING
    return page.tokens[quotation.close].start if whole else None


_HEADING = 8  # tokens; a heading between paragraphs may be quoted words
_MARKS_BEHIND = 3  # characters


def _in_paragraph(sentence: Sentence, end: int | None) -> int | None:
    """The end of a quotation that goes on behind the attribution in its paragraph."""
    tokens, paragraph = sentence.page.tokens, sentence.paragraph
    at, found = sentence.last, None
    if end is not None and at < len(tokens) and tokens[at - 1].end > end + 3:
        return None
    while at < paragraph.last:
        quotation = opened_at(paragraph, at)
        if quotation is None:
            break
        if quotation.close is None:
            return next_paragraphs(sentence) and last_of_run(sentence.page, paragraph)
        if tokens[quotation.close - 1].view not in ENDED or _is_attributed(
            sentence.page, quotation.close + 1, paragraph
        ):
            break
        found, at = tokens[quotation.close].start, quotation.close + 1
        break
    return found


def _is_attributed(page: Page, at: int, paragraph: Paragraph) -> bool:
    """Whether a lower-case word follows a quotation, as in "Why?" asked the boy."""
    if at >= paragraph.last:
        return False
    token = page.tokens[at]
    return token.kind is Kind.WORD and (token.text[:1].islower() or token.view in ("he", "she", "they"))


def continued_from(sentence: Sentence, token: int) -> int:
    """The start of a quotation: behind its mark, or at the first of the paragraphs that leave their quotation open."""
    page, paragraph = sentence.page, sentence.paragraph
    start = page.tokens[token].end
    if token != paragraph.first:
        return start
    at = bisect_right(page.paragraphs, paragraph.first, key=lambda p: p.first) - 1
    while at > 0 and _left_open(page.paragraphs[at - 1]):
        at -= 1
        start = page.tokens[page.paragraphs[at].quotations[-1].open].end
        if page.paragraphs[at].quotations[-1].open != page.paragraphs[at].first:
            break
    return start


def _left_open(paragraph: Paragraph) -> bool:
    return bool(paragraph.quotations) and paragraph.quotations[-1].close is None


def next_paragraphs(sentence: Sentence) -> Offsets | None:
    """The quotation that the paragraph behind a colon holds, over all paragraphs it runs through."""
    page = sentence.page
    at = bisect_right(page.paragraphs, sentence.paragraph.first, key=lambda p: p.first)
    if at >= len(page.paragraphs) or sentence.last < sentence.paragraph.last:
        return None
    paragraph = page.paragraphs[at]
    if not paragraph.quotations or paragraph.quotations[0].open != paragraph.first:
        return None
    start = page.tokens[paragraph.first].end
    return start, last_of_run(page, paragraph)


def last_of_run(page: Page, paragraph: Paragraph) -> int:
    """The end of a quotation that begins a paragraph: its close, or that of the last paragraph that goes on with it."""
    at = bisect_right(page.paragraphs, paragraph.first, key=lambda p: p.first) - 1
    while at + 1 < len(page.paragraphs) and _left_open(page.paragraphs[at]):
        following = page.paragraphs[at + 1]
        if not following.quotations or following.quotations[0].open != following.first:
            break
        at += 1
    last = page.paragraphs[at]
    closed = (
        last.quotations[-1].close
        if at != bisect_right(page.paragraphs, paragraph.first, key=lambda p: p.first) - 1
        else last.quotations[0].close
    )
    return page.tokens[closed].start if closed is not None else page.tokens[last.last - 1].end
