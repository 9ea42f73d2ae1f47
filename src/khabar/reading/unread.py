"""What was not read: sentences without items, numbers in no figure or date, quotations without a speaker, open dates.

A list with invisible holes is worthless to a desk, so the holes are listed too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from khabar.reading.mentions import Mentions
from khabar.record import Claim, Figure, Place, Span, Time, Unread, Withheld
from khabar.record.vocabulary import UnreadWhy
from khabar.text.page import Page, ParagraphKind
from khabar.text.tokens import Kind

_QUOTED_WORDS = 6
Offsets = tuple[int, int]


def unread(
    page: Page,
    sentences: Sequence[Mentions],
    claims: Sequence[Claim],
    items: Sequence[Figure | Time | Place | Withheld | Span],
    unresolved: Sequence[Offsets] = (),
) -> list[Unread]:
    """The holes in a record, in text order.

    `items`: figures, times, places, what was withheld and the words of caveats together; `unresolved`: words that look like a place the atlas does not settle.
    """
    spans = [(c.content.start, c.content.end) for c in claims]
    spans += [(c.cue.start, c.cue.end) for c in claims if c.cue]
    spans += [(i.start, i.end) for i in items]
    found = [_row(page, s, "sentence_without_items") for s in _empty_sentences(page, sentences, spans)]
    used = [(i.start, i.end) for i in items]
    used += [(f.of.start, f.of.end) for f in items if isinstance(f, Figure) and f.of]
    found += [_row(page, s, "number_unused") for s in _loose_numbers(sentences, used)]
    found += [_row(page, s, "quotation_without_speaker") for s in _orphan_quotations(page, spans)]
    found += [_row(page, (t.start, t.end), "date_unresolved") for t in items if isinstance(t, Time) and t.value is None]
    found += [_row(page, span, "place_unresolved") for span in unresolved]
    return sorted(found, key=lambda u: (u.start, u.end))


def _row(page: Page, span: Offsets, why: UnreadWhy) -> Unread:
    return Unread(span[0], span[1], page.text[span[0] : span[1]], why)


def _touches(span: Offsets, others: Iterable[Offsets]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)


def _empty_sentences(page: Page, sentences: Sequence[Mentions], spans: Sequence[Offsets]) -> list[Offsets]:
    found = []
    for mention in sentences:
        sentence = mention.sentence
        if sentence.paragraph.kind in (ParagraphKind.POST, ParagraphKind.REPEAT):
            continue
        span = page.span(sentence.first, sentence.last)
        words = any(t.kind is Kind.WORD for t in page.tokens[sentence.first : sentence.last])
        if words and not _touches(span, spans):
            found.append(span)
    return found


def _loose_numbers(sentences: Sequence[Mentions], used: Sequence[Offsets]) -> list[Offsets]:
    return [
        (start, end)
        for mention in sentences
        for start, end, find in mention.numbers
        if not find.value.ordinal and not _touches((start, end), used)
    ]


def _orphan_quotations(page: Page, spans: Sequence[Offsets]) -> list[Offsets]:
    found = []
    for paragraph in page.paragraphs:
        for quotation in paragraph.quotations:
            if quotation.close is None:
                continue
            inside = page.tokens[quotation.open + 1 : quotation.close]
            span = (page.tokens[quotation.open].end, page.tokens[quotation.close].start)
            if sum(t.kind is Kind.WORD for t in inside) >= _QUOTED_WORDS and not _touches(span, spans):
                found.append(span)
    return found
