"""Mentions: each sentence cut into units by its language's pack, numbers and times fused, places found."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from khabar.grammar import Found, fused
from khabar.languages import Pack, load
from khabar.languages.calendar import TimeDraft
from khabar.languages.drafts import ActorDraft, NameDraft, Offsets, PlaceDraft, Sentence
from khabar.languages.pack import codes
from khabar.text.page import Page, Paragraph, Range


@dataclass(frozen=True)
class Mentions:
    """What was found in one sentence.  `numbers` and `times` are finds over the raw units, with their rules; `names` are the
    persons that it names with a title, or in full, and the bodies.
    """

    sentence: Sentence
    pack: Pack
    numbers: list[tuple[int, int, Found]] = field(default_factory=list)
    times: list[TimeDraft] = field(default_factory=list)
    places: list[PlaceDraft] = field(default_factory=list)

    names: list[NameDraft] = field(default_factory=list)
    described: dict[Offsets, ActorDraft | None] = field(default_factory=dict)

    def actor(self, span: Offsets) -> ActorDraft | None:
        """Whom the phrase at `span` names, worked out once; None where no pack describes it."""
        if span not in self.described:
            self.described[span] = self.pack.actor(self.sentence, span)
        return self.described[span]


def index_in(sentences: Sequence[Mentions], one: Mentions) -> int:
    """Which of the sentences of a report one is."""
    return bisect_left(sentences, one.sentence.first, key=_first)


def _first(found: Mentions) -> int:
    return found.sentence.first


def mentions(page: Page) -> list[Mentions]:
    """The mentions of every sentence of a page, in text order; each stretch is read by its own language's pack."""
    known = codes()
    found: list[Mentions] = []
    for paragraph in page.paragraphs:
        pack = load(paragraph.language if paragraph.language in known else page.language)
        found.extend(_of_sentence(page, paragraph, cut, pack) for cut in paragraph.sentences)
    return found


def _behind_bullets(page: Page, cut: Range) -> int:
    """The token with which the words of a sentence begin, behind the bullet of a list's line: layout, no word of it."""
    at = cut.first
    while at < cut.last - 1 and page.tokens[at].text in _BULLETS:
        at += 1
    return at


_BULLETS = frozenset("•▪●■◦‣*")


def _of_sentence(page: Page, paragraph: Paragraph, cut: Range, pack: Pack) -> Mentions:
    units = pack.units(page, _behind_bullets(page, cut), cut.last)
    numbers = pack.numbers.read(units, page.text)
    spans = [(units[f.first].cut, units[f.last - 1].end, f) for f in numbers if f.value is not None]
    units = fused(units, numbers, page.text, "NUMBER")
    times = pack.times.read(units, page.text)
    drafts = [f.value for f in times if f.value is not None]
    units = fused(units, times, page.text, "TIME")
    places = [f.value for f in pack.places(units)]
    sentence = Sentence(page, paragraph, cut.first, cut.last, units)
    return Mentions(sentence, pack, spans, drafts, places, pack.names(sentence))
