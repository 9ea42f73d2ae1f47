"""Specific events: does a report tell what happened, or speak of violence and protest as such?

Words of violence stand in every kind of text: history, trials, programmes, sport, figures of speech.  A report that tells
an act of a kind says something of it: who was hurt, with what, where, in a clause that brings it in.  Where a report does
so once, its other words of that kind belong to the story and are kept; where it never does, all of them are talk and tell
no event.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from khabar.languages.drafts import EventDraft, Offsets
from khabar.reading.events.links import Cluster
from khabar.reading.events.settings import Told
from khabar.reading.mentions import Mentions
from khabar.record import Claim, Figure, Place
from khabar.record.vocabulary import EventStatus, EventType, Measure
from khabar.text.page import Page

# Types whose words are used of things that did not happen as often as of things that did, and how much must be said.
_SPOKEN_OF: dict[EventType, int] = {"ASSAULT": 5, "PROTEST": 3}
_HURT: frozenset[Measure] = frozenset(("killed", "injured", "casualties", "abducted", "missing", "neutralised"))
_SHORT, _LONG = 12, 45  # words: a headline; a sentence that argues or sums up
_SEVERAL = 3  # sentences
_DATELINE = 12  # words that a report may have before its first sentence: a headline, a dateline
_AT_HEAD, _EARLY = 2, 6  # words in front of a noun at the head of its sentence, behind its verb


@dataclass(frozen=True)
class Around:
    """What is known around the tellings: figures, places and claims of the report; `year`: of its day, None unknown."""

    page: Page
    figures: Sequence[Figure]
    places: Sequence[Place]
    claims: Sequence[Claim]
    year: int | None


def without_talk(
    told: Sequence[Told], of_each: Sequence[Cluster], statuses: Sequence[EventStatus], around: Around
) -> list[int]:
    """The indexes of the tellings to keep: not those of a type that the report only speaks of.

    What is ordered, feared, denied is kept.  `of_each`: the cluster of each telling; tellings that go leave it.
    """
    made = {id(cluster): cluster for cluster in of_each}
    weigh = _Scales(around)
    types = {c.told[0].draft.type for c in made.values() if weigh.is_specific(c)} | _told_on_and_on(told, statuses)
    kept = [
        k
        for k, (one, status) in enumerate(zip(told, statuses, strict=True))
        if one.draft.type in types or one.draft.type not in _SPOKEN_OF or status != "reported"
    ]
    left = {id(told[k]) for k in kept}
    for cluster in made.values():
        cluster.told = [one for one in cluster.told if id(one) in left]
    return kept


def _told_on_and_on(told: Sequence[Told], statuses: Sequence[EventStatus]) -> set[EventType]:
    """The types that several sentences of the report tell."""
    sentences: dict[EventType, set[Offsets]] = {}
    for one, status in zip(told, statuses, strict=True):
        if status == "reported":
            sentences.setdefault(one.draft.type, set()).add(one.sentence)
    return {kind for kind, found in sentences.items() if len(found) >= _SEVERAL}


_GAME: tuple[EventType, ...] = (
    "CONSULT",
    "AGREE",
    "OFFICE",
    "MOBILIZE",
    "RETREAT",
    "COERCE",
    "AID",
    "SANCTION",
    "ACCIDENT",
)
_APART = frozenset(("sport", "market"))
_FEW, _DENSE = 4, 50  # such words a report of games or markets has at least, and one in so many


def is_apart(found: Sequence[Mentions]) -> bool:
    """Whether a report is about games or markets, where clubs meet, shares retreat and doors close."""
    words = [unit.signature for mention in found for unit in mention.sentence.units if "mark" not in unit.signature]
    apart = sum(1 for signature in words if signature & _APART)
    return apart >= _FEW and apart * _DENSE >= len(words)


def belongs(kind: EventType, apart: bool) -> bool:
    """Whether a word of a type can tell an event in such a report: only those of violence, protest and disaster can."""
    return not (apart and kind in _GAME)


class _Scales:
    """Weighs how specifically the report tells an event."""

    def __init__(self, around: Around) -> None:
        self._around = around
        # People that a number counts: one victim without a number is spoken of in any chronicle.
        self._hurt = sorted(f.start for f in around.figures if f.measure in _HURT and not f.implicit)
        self._toll = sorted(
            self._hurt + [f.start for f in around.figures if f.measure == "arrested" and not f.implicit]
        )
        self._gathered = sorted(f.start for f in around.figures if f.measure == "protesters")
        self._places = sorted(p.start for p in around.places)

    def is_specific(self, cluster: Cluster) -> bool:
        """Told in several paragraphs, or by a headline, or with enough said of it."""
        told = cluster.told
        kind = told[0].draft.type
        if kind not in _SPOKEN_OF or len({one.paragraph for one in told}) > 1:
            return True
        if any(self._words(one.sentence) <= _SHORT and self._heads(one) for one in told):
            return True
        weight = self._of_assault(told) if kind == "ASSAULT" else self._of_protest(told)
        return weight >= _SPOKEN_OF[kind]

    def _of_assault(self, told: Sequence[Told]) -> int:
        """People hurt, means and a verb in the perfect say most; known things, old ones and long sentences least.

        Where the lead of a report takes up a known thing with what it hit, where, and what it cost ("condemned the blast that
        hit a market in …"), this is the telling.
        """
        weight = 2 * any(_holds(sentence, self._hurt) for one in told for sentence in one.sentences)
        weight += 2 * any(one.draft.method for one in told)
        weight += 2 * any(one.draft.fated or (one.draft.kind == "verb" and one.draft.asserted) for one in told)
        weight += any(_holds(one.sentence, self._places) for one in told)
        weight += any(one.draft.target for one in told)
        weight += any(_is_new(one.draft) for one in told)
        weight += 2 if any(map(self._is_identified, told)) else -all(one.draft.definite for one in told)
        weight -= any(self._is_old(one) for one in told)
        return weight - any(self._words(one.sentence) > _LONG for one in told)

    def _is_identified(self, one: Told) -> bool:
        draft = one.draft
        if not draft.definite or one.place is None or draft.target is None or not _holds(one.sentence, self._hurt):
            return False
        text = self._around.page.text
        return len(text[: one.sentence[0]].split()) <= _DATELINE and len(text[one.sentence[1] :].split()) > _SHORT

    def _of_protest(self, told: Sequence[Told]) -> int:
        """Counted people and a place say most; what somebody says of protests, or mentions behind "after", least.

        Where the dead or the arrested of a sentence are counted since, or because of, the unrest, it is told with its toll.
        """
        weight = 2 * any(_holds(one.sentence, self._gathered) for one in told)
        weight += 2 * any(one.place is not None for one in told)
        weight += any(_holds(one.sentence, self._hurt) for one in told)
        weight += 3 * any(one.draft.background and _holds(one.sentence, self._toll) for one in told)
        weight += any(one.date is not None for one in told)
        weight += any(one.draft.kind == "verb" and one.draft.asserted for one in told)
        weight += any(_is_new(one.draft) for one in told)
        weight += any(_is_organised(one.draft) for one in told)
        weight += 2 * any(one.draft.kind == "noun" and one.draft.subtype == "intervened" for one in told)
        weight += any(self._is_at_head(one) for one in told)
        weight += any(one.draft.kind == "noun" and one.draft.asserted and self._before(one) <= _EARLY for one in told)
        weight -= any(self._is_said(one) for one in told)
        weight -= any(self._is_old(one) for one in told) or all(one.draft.weak for one in told)
        return weight - all(one.draft.background for one in told)

    def _heads(self, one: Told) -> bool:
        draft = one.draft
        if _is_new(draft) or self._is_at_head(one):
            return True
        acts = draft.kind == "verb" and draft.actor is not None and not draft.background
        return draft.type == "ASSAULT" and (draft.asserted or acts)

    def _is_at_head(self, one: Told) -> bool:
        draft = one.draft
        return draft.kind != "verb" and not (draft.background or draft.definite) and self._before(one) <= _AT_HEAD

    def _is_old(self, one: Told) -> bool:
        value = one.date.value if one.date else None
        year = value[:4] if value else ""
        return self._around.year is not None and year.isdigit() and int(year) < self._around.year - 1

    def _is_said(self, one: Told) -> bool:
        at = one.draft.trigger[0]
        return any(c.content.start <= at < c.content.end for c in self._around.claims)

    def _before(self, one: Told) -> int:
        return self._words((one.sentence[0], one.draft.trigger[0]))

    def _words(self, span: Offsets) -> int:
        return len(self._around.page.text[span[0] : span[1]].split())


def _is_new(draft: EventDraft) -> bool:
    """Asserted, with a party, and not as something known: its clause brings the event in."""
    return draft.asserted and not draft.definite and (draft.target is not None or draft.actor is not None)


def _is_organised(draft: EventDraft) -> bool:
    """A protest that is not known yet, with those who called for it (a march that the union organised)."""
    return draft.kind == "noun" and draft.actor is not None and not draft.definite


def _holds(sentence: Offsets, starts: Sequence[int]) -> bool:
    at = bisect_left(starts, sentence[0])
    return at < len(starts) and starts[at] < sentence[1]
