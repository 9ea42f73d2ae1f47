"""Contents: where the words of a claim begin and end, given all cues that were found in its sentence.

A quotation may run over several sentences and paragraphs, and go on behind its attribution ("…," said X. "…"); then it
is one content, which runs over the attribution.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.drafts import Offsets, Sentence
from khabar.languages.en.claims.anchors import Anchor
from khabar.languages.en.claims.ends import content_end
from khabar.languages.en.claims.quotations import (
    ENDED,
    closed_at,
    continued_from,
    next_paragraphs,
    opened_at,
    run_on,
)
from khabar.languages.en.phrases.datelines import dateline_end
from khabar.text.tokens import Kind

_TRIM_LEFT = " \t\u00a0,;:-–—"
_TRIM_RIGHT = " \t\u00a0\r\n.,;:…-–—"
_DOUBLE = '"“”„«»'
_MARKS = "\"“”„«»'‘’"


def content(sentence: Sentence, units: Sequence[Unit], anchors: Sequence[Anchor], anchor: Anchor) -> Offsets:
    """Source offsets of an anchor's content, before trimming."""
    if anchor.ends is not None:
        return _before(sentence, units, anchors, anchor)
    assert anchor.opens is not None
    if anchor.frame == "block":
        return next_paragraphs(sentence) or (0, 0)
    at = anchor.opens
    if "quote_open" in units[at].signature:
        closed = _quotation_end(sentence, units, at)
        if closed is not None:
            return units[at].start, closed
    end = max(_cut(units, anchors, anchor, at), at + 1)
    return units[at].start, _closing(sentence, units, at, end) or units[end - 1].end


# ---------------------------------------------------------------- behind the cue


def _closing(sentence: Sentence, units: Sequence[Unit], first: int, end: int) -> int | None:
    """The end of a quotation that a content ends in, when it runs over the end of the sentence."""
    if end < len(units):
        return None
    for unit in reversed(units[first:end]):
        if "quote_close" in unit.signature:
            return None
        if "quote_open" in unit.signature:
            quotation = opened_at(sentence.paragraph, unit.first)
            closed = quotation.close if quotation is not None else None
            return sentence.page.tokens[closed].end if closed is not None and closed >= sentence.last else None
    return None


def _cut(units: Sequence[Unit], anchors: Sequence[Anchor], anchor: Anchor, at: int) -> int:
    """The unit index where the content ends: at the next cue of the same level, at the end of its phrase or sentence."""
    end = content_end(units, anchor, at)
    if anchor.last is not None:
        end = min(end, anchor.last)
    for other in anchors:
        ends = other is not anchor and other.cuts and at < other.clause < end and other.at > anchor.at
        if ends and not _in_quotation(units, at, other.clause):
            return other.clause
    return end


def _in_quotation(units: Sequence[Unit], first: int, at: int) -> bool:
    depth = 0
    for unit in units[first:at]:
        depth += ("quote_open" in unit.signature) - ("quote_close" in unit.signature)
    return depth > 0


def _quotation_end(sentence: Sentence, units: Sequence[Unit], at: int) -> int | None:
    """The end of the quotation that opens at a unit, when it is the whole content; None when words go on behind it."""
    quotation = opened_at(sentence.paragraph, units[at].first)
    if quotation is None or quotation.close is None:
        return None
    if quotation.close >= sentence.last:
        return sentence.page.tokens[quotation.close].start
    after = next((k for k in range(at, len(units)) if units[k].first > quotation.close), len(units))
    if after >= len(units) or units[after].signature & {"stop", "comma"}:
        goes_on = (
            after + 2 < len(units) and "LONG_QUOTE" not in units[at].signature and "comma" in units[after].signature
        )
        return None if goes_on else units[after - 1].end
    if "LONG_QUOTE" not in units[at].signature:
        return None
    tokens = sentence.page.tokens
    if tokens[quotation.close - 1].view in ENDED or tokens[quotation.close - 1].view == ",":
        return units[after - 1].end
    return None


# ---------------------------------------------------------------- before the cue


def _before(sentence: Sentence, units: Sequence[Unit], anchors: Sequence[Anchor], anchor: Anchor) -> Offsets:
    """Words that stand before their attribution, with what goes on behind it."""
    assert anchor.ends is not None
    if anchor.frame == "behind":
        return quotation_before(sentence)
    if anchor.start is not None:
        return units[anchor.start].start, units[anchor.ends - 1].end
    start, quoted = _start_before(sentence, units, anchors, anchor)
    end = units[anchor.ends - 1].end
    closing = next((u for u in reversed(units[: anchor.ends]) if "comma" not in u.signature), None)
    if quoted and closing is not None and "quote_close" in closing.signature:
        end = closing.start
    if anchor.opens is not None:
        end = _around_end(sentence, units, anchors, anchor)
        last_quoted = "quote_open" in units[anchor.opens].signature
        if last_quoted and quoted:
            return start, run_on(sentence, end) or end
        return start, end
    return start, (run_on(sentence, None) or end) if quoted else end


def _start_before(
    sentence: Sentence, units: Sequence[Unit], anchors: Sequence[Anchor], anchor: Anchor
) -> tuple[int, bool]:
    """Where words that end before an attribution begin, and whether they are all quoted."""
    assert anchor.ends is not None
    last = anchor.ends - 1
    while last > 0 and units[last].signature & {"comma", "dash"}:
        last -= 1
    first = dateline_end(units)
    for other in anchors:
        if (
            other.at < anchor.at
            and other.kind == "verb"
            and other.opens is not None
            and other.opens < anchor.ends
            and other.frame == "quote"
        ):
            first = other.opens if not _in_quotation(units, other.opens, anchor.ends) else first
    if "quote_close" in units[last].signature:
        token = units[last].first
        quotation = closed_at(sentence.paragraph, token)
        if quotation is not None:
            begins = quotation.open < sentence.first or all(
                "mark" in u.signature for u in units[first : _at_token(units, quotation.open)]
            )
            if begins:
                return continued_from(sentence, quotation.open), True
    return units[first].start, False


def quotation_before(sentence: Sentence) -> Offsets:
    """The quotation that ends right before a sentence; nothing where there is none, or only a word or two that end another's."""
    quotation = closed_at(sentence.paragraph, sentence.first - 1)
    if quotation is None or sentence.first == sentence.paragraph.first:
        return 0, 0
    tokens, open_ = sentence.page.tokens, quotation.open
    opens = open_ == sentence.paragraph.first or tokens[open_ - 1].kind is not Kind.WORD
    if not opens and (quotation.close or 0) - open_ <= _FEW:
        return 0, 0
    return continued_from(sentence, quotation.open), sentence.page.tokens[sentence.first - 1].start


_FEW = 5  # tokens


def _at_token(units: Sequence[Unit], token: int) -> int:
    return next((k for k, u in enumerate(units) if u.first >= token), len(units))


def _around_end(sentence: Sentence, units: Sequence[Unit], anchors: Sequence[Anchor], anchor: Anchor) -> int:
    assert anchor.opens is not None
    if "quote_open" in units[anchor.opens].signature:
        closed = _quotation_end(sentence, units, anchor.opens)
        if closed is not None:
            return closed
    end = _cut(units, anchors, anchor, anchor.opens)
    return units[max(end, anchor.opens + 1) - 1].end


def trimmed(text: str, start: int, end: int) -> Offsets:
    """Without outer quotation marks, final stops and commas; question and exclamation marks stay."""
    while True:
        before = (start, end)
        while start < end and text[start] in _TRIM_LEFT:
            start += 1
        while end > start and text[end - 1] in _TRIM_RIGHT:
            end -= 1
        inner = text[start + 1 : end - 1]
        marks = sum(map(inner.count, _DOUBLE))
        nested = marks == 0 or next(c for c in inner if c in _DOUBLE) in "“„«"
        if end - start >= 2 and text[start] in _MARKS and text[end - 1] in _MARKS and nested:
            start, end = start + 1, end - 1
        elif (
            end - start >= 2
            and text[end - 1] in _MARKS
            and marks == 0
            and text[start] not in _MARKS
            and text[end - 1] not in "'’"
        ):
            end -= 1
        elif end - start >= 2 and text[start] in _MARKS and marks == 0 and text[end - 1] not in _MARKS:
            start += 1
        if (start, end) == before:
            return start, end
