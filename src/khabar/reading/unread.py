"""What was not read: sentences without items, numbers in no figure or date, quotations without a speaker, open dates.

A list with invisible holes is worthless to a desk, so the holes are listed too.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from khabar.grammar import Unit
from khabar.languages.quantities import Quantity
from khabar.reading.ages import ages
from khabar.reading.mentions import Mentions
from khabar.record import Claim, Figure, Place, Span, Time, Unread, Withheld
from khabar.record.vocabulary import UnreadWhy
from khabar.text.page import Page, ParagraphKind
from khabar.text.tokens import Kind

_QUOTED_WORDS = 6
Offsets = tuple[int, int]
Item = Figure | Time | Place | Withheld | Span


def unread(
    page: Page,
    sentences: Sequence[Mentions],
    claims: Sequence[Claim],
    items: Sequence[Item],
    unresolved: Sequence[Offsets] = (),
) -> list[Unread]:
    """The holes in a record, in text order.

    `items`: figures, times, places, what was withheld, the words of caveats and of events together; `unresolved`:
    words that look like a place the atlas does not settle.
    """
    claimed = [(c.content.start, c.content.end) for c in claims]
    claimed += [(c.cue.start, c.cue.end) for c in claims if c.cue]
    read = _Covered([*claimed, *((i.start, i.end) for i in items)])
    empty = _empty_sentences(page, sentences, read)
    found = [_row(page, s, "sentence_without_items") for s in empty]
    used = [(i.start, i.end) for i in items]
    used += [(f.of.start, f.of.end) for f in items if isinstance(f, Figure) and f.of]
    used += [(c.speaker.start, c.speaker.end) for c in claims if c.speaker]  # two officials said
    used += empty  # listed whole
    found += [_row(page, s, "number_unused") for s in _loose_numbers(sentences, _Covered(used))]
    found += [_row(page, s, "quotation_without_speaker") for s in _orphan_quotations(page, _Covered(claimed))]
    found += [_row(page, (t.start, t.end), "date_unresolved") for t in items if isinstance(t, Time) and t.value is None]
    found += [_row(page, span, "place_unresolved") for span in unresolved]
    return sorted(found, key=lambda u: (u.start, u.end))


def _row(page: Page, span: Offsets, why: UnreadWhy) -> Unread:
    return Unread(span[0], span[1], page.source[span[0] : span[1]], why)


class _Covered:
    """Stretches of the text, merged, so that "does anything lie here" costs one bisection."""

    def __init__(self, spans: Iterable[Offsets]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def touches(self, span: Offsets) -> bool:
        """Whether any of the stretches shares a character with `span`."""
        at = bisect_left(self._starts, span[1]) - 1
        return at >= 0 and self._ends[at] > span[0]


def _empty_sentences(page: Page, sentences: Sequence[Mentions], spans: _Covered) -> list[Offsets]:
    found = []
    for mention in sentences:
        sentence = mention.sentence
        if sentence.paragraph.kind in (ParagraphKind.POST, ParagraphKind.REPEAT):
            continue
        span = page.span(sentence.first, sentence.last)
        words = any(t.kind is Kind.WORD for t in page.tokens[sentence.first : sentence.last])
        if words and not spans.touches(span):
            found.append(span)
    return found


# What the word behind a number may measure: time, length, money, shares, somebody's years.
_MEASURED = frozenset(
    ("period", "period_one", "period_many", "measure_unit", "percent", "age", "occasion", "scale", "unit_of_time")
)
_TEN = 10


def _loose_numbers(sentences: Sequence[Mentions], used: _Covered) -> list[Offsets]:
    """Numbers that could have counted somebody and stand in no item.

    Not those that say themselves that they count nobody: ordinals, sums of money, shares, measures, ages and
    durations, "one" and "several".  What is left are things counted, numbers in names, and people not understood.
    """
    found = []
    for mention in sentences:
        if not mention.numbers:
            continue
        units = mention.sentence.units
        counts = (at for at, unit in enumerate(units) if "NUMBER" in unit.signature)
        measured = {units[at].cut for at in counts if _is_measured(units, at)}
        measured |= ages(units) if len(measured) < len(mention.numbers) else set()
        found += [
            (start, end)
            for start, end, find in mention.numbers
            if start not in measured and _may_count(find.value) and not used.touches((start, end))
        ]
    return found


def _is_measured(units: Sequence[Unit], at: int) -> bool:
    """Whether what stands behind a number says that it counts nobody: a unit, years of age (in | her twentieth year), or a hyphen
    that glues it to what it measures (a four-storey house).
    """
    if at + 1 >= len(units):
        return False
    after = units[at + 1].signature
    if "dash" in after and units[at + 1].start == units[at].end:
        return True
    return bool(after & _MEASURED) or ("min" in after and at + 2 < len(units) and "age" in units[at + 2].signature)


def _may_count(quantity: Quantity) -> bool:
    few = quantity.bound == "vague" and (quantity.order or 0) < _TEN
    broken = quantity.value is not None and quantity.value != int(quantity.value)  # a magnitude, a rate
    return not (quantity.ordinal or quantity.unit is not None or few or broken or quantity.value == 1)


def _orphan_quotations(page: Page, spans: _Covered) -> list[Offsets]:
    found = []
    for paragraph in page.paragraphs:
        for quotation in paragraph.quotations:
            if quotation.close is None:
                continue
            inside = page.tokens[quotation.open + 1 : quotation.close]
            span = (page.tokens[quotation.open].end, page.tokens[quotation.close].start)
            if sum(t.kind is Kind.WORD for t in inside) >= _QUOTED_WORDS and not spans.touches(span):
                found.append(span)
    return found
