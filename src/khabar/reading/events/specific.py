"""Specific events: does a report tell what happened, or speak of violence and protest as such?

Words of violence stand in every kind of text: history, trials, programmes, sport, figures of speech.  A report that tells
an act of a kind says something of it: who was hurt, with what, where, in a clause that brings it in.  Where a report does
so once, its other words of that kind belong to the story and are kept; where it never does, they are talk and tell no event,
unless the report is full of other acts of a crisis and says at least something of this one.
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
from khabar.record.vocabulary import STRUCK, EventStatus, EventType, Measure, Subtype
from khabar.text.page import Page

# Types whose words are used of things that did not happen as often as of things that did, and how much must be said.
_SPOKEN_OF: dict[EventType, int] = {"ASSAULT": 8, "PROTEST": 3}
_GOES_OFF: frozenset[Subtype | None] = frozenset(("explosive", "suicide_bomb", "shelling", "air_strike"))
_BY_POWER: frozenset[Subtype | None] = frozenset(("execution", "torture"))
_HURT: frozenset[Measure] = STRUCK | {"abducted", "missing"}
_BRIEF: dict[EventType, int] = {"ASSAULT": 0, "PROTEST": 3}  # a headline that is all there is
_SHORT, _LONG = 12, 45  # words: a headline; a sentence that argues or sums up
_SEVERAL = 3  # sentences
_DATELINE = 12  # words that a report may have before its first sentence: a headline, a dateline
_TAKEN_ON = "claim_responsibility"
_ACCUSED_OF = 20  # characters of an accusation in which its deed stands; what follows argues
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
        if not one.draft.left and (one.draft.type in types or one.draft.type not in _SPOKEN_OF or status != "reported")
    ]
    if len(kept) < len(told) and _is_of_crisis([told[k] for k in kept], len(around.page.tokens)):
        others = {k for k, one in enumerate(told) if not one.draft.left}
        kept += [k for k in others.difference(kept) if weigh.says_something(of_each[k])]
        kept += [k for k in others.difference(kept) if _is_heard(told[k].draft)]
        kept.sort()
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


def _is_heard(draft: EventDraft) -> bool:
    """Gunfire and blasts that a clause brings in (we heard shots all night), in a report of a crisis."""
    return draft.asserted and not (draft.definite or draft.weak) and draft.subtype in _LOUD


_LOUD: frozenset[Subtype | None] = frozenset(("shooting", "explosive", "shelling", "air_strike"))
_CRISIS: frozenset[EventType] = frozenset(("ASSAULT", "PROTEST", "COERCE", "MOBILIZE", "RETREAT", "SANCTION"))
_MANY, _CLOSE = 4, 85  # acts of a crisis, and one in so many words and marks
_SOMETHING: dict[EventType, int] = {"ASSAULT": 4, "PROTEST": 2}


def _is_of_crisis(kept: Sequence[Told], length: int) -> bool:
    """Whether a report tells act upon act of a crisis; `length`: its words and marks."""
    acts = [one.sentence for one in kept if one.draft.type in _CRISIS]
    return len(acts) >= _MANY and len(acts) * _CLOSE >= length and len(set(acts)) >= _SEVERAL


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
    telling = [mention.sentence.units for mention in found if not _APART.isdisjoint(mention.sentence.present)]
    apart = len([unit for units in telling for unit in units if not _APART.isdisjoint(unit.signature)])
    if apart < _FEW:
        return False
    words = len([unit for mention in found for unit in mention.sentence.units if "mark" not in unit.signature])
    return apart * _DENSE >= words


def belongs(draft: EventDraft, apart: bool, *, deadly: bool) -> bool:
    """Whether a word can tell an event in such a report: only those of violence, protest and disaster that are of no game can,
    and of an accident where the paragraph is `deadly`, telling of people killed or hurt.
    """
    return not (apart and (draft.type in _GAME or draft.of_games)) or (deadly and draft.type == "ACCIDENT")


class _Scales:
    """Weighs how specifically the report tells an event."""

    def __init__(self, around: Around) -> None:
        self._around = around
        # People that a number counts: one victim without a number is spoken of in any chronicle.
        self._hurt = sorted(f.start for f in around.figures if f.measure in _HURT and not f.implicit)
        self._toll = sorted(
            self._hurt + [f.start for f in around.figures if f.measure == "arrested" and not f.implicit]
        )
        # The total of a crowd is told of a demonstration that is known.
        crowds = (f for f in around.figures if f.measure == "protesters" and f.count_kind != "total")
        self._gathered = sorted(f.start for f in crowds)
        self._places = sorted(p.start for p in around.places)

    def is_specific(self, cluster: Cluster) -> bool:
        """Told in several paragraphs, or by a headline, or with enough said of it."""
        told = cluster.told
        kind = told[0].draft.type
        if kind not in _SPOKEN_OF or len({one.paragraph for one in told}) > 1:
            return True
        if any(self._words(one.sentence) <= _SHORT and self._heads(one) for one in told):
            brief = self._leads_in(told[0]) or self._weight(told) >= _BRIEF[kind] or any(map(_breaks_out, told))
            return brief or any(map(self._counts_its_dead, told))
        return self._weight(told) >= _SPOKEN_OF[kind]

    def says_something(self, cluster: Cluster) -> bool:
        """Told by a word that has no other sense, and not without anything said of it."""
        told = cluster.told
        return not all(one.draft.weak for one in told) and self._weight(told) >= _SOMETHING[told[0].draft.type]

    def _weight(self, told: Sequence[Told]) -> int:
        return self._of_assault(told) if told[0].draft.type == "ASSAULT" else self._of_protest(told)

    def _of_assault(self, told: Sequence[Told]) -> int:
        """People hurt, means and a verb in the perfect say most; known things, old ones and long sentences least.

        Where the lead of a report takes up a known thing with what it hit, where, and what it cost ("condemned the blast that
        hit a market in …"), this is the telling.  What goes off, is fired or falls is told more often than spoken of; what
        courts and jailers do, and violence of no kind, less.
        """
        drafts = [one.draft for one in told]
        kinds = {draft.subtype for draft in drafts}
        weight = 4 * any(_holds(sentence, self._hurt) for one in told for sentence in one.sentences)
        weight += 3 * any(draft.method for draft in drafts)
        weight += 3 * any(map(_is_told_as_done, drafts))
        weight += 2 * any(draft.fated for draft in drafts) + 5 * any(map(self._is_laid_on_somebody, told))
        weight += 2 * any(_holds(one.sentence, self._places) for one in told)
        weight += any(draft.target for draft in drafts) + any(draft.actor for draft in drafts)
        weight += any(map(_is_new, drafts)) + any(map(self._is_said, told)) + (not kinds.isdisjoint(_GOES_OFF))
        weight += 4 if any(map(self._is_identified, told)) else -all(draft.definite for draft in drafts)
        weight -= 2 * any(map(self._is_old, told)) + (kinds == {None}) + 2 * (not kinds.isdisjoint(_BY_POWER))
        return weight - 2 * any(self._words(one.sentence) > _LONG for one in told)

    def _is_laid_on_somebody(self, one: Told) -> bool:
        """Whether it is what somebody is accused of having done to somebody, or takes upon himself, be it told by a noun; a killing
        that he is accused of was known before, and is spoken of.
        """
        at, draft = one.draft.trigger[0], one.draft
        if draft.target is None or draft.subtype is None:
            return False
        laid = (
            c
            for c in self._around.claims
            if c.act == _TAKEN_ON or (c.act == "accuse" and c.addressee is not None and not draft.definite)
        )
        return any(0 <= at - claim.content.start <= _ACCUSED_OF for claim in laid)

    def _is_identified(self, one: Told) -> bool:
        draft = one.draft
        if not draft.definite or one.place is None or draft.target is None or not _holds(one.sentence, self._hurt):
            return False
        return len(self._around.page.text[: one.sentence[0]].split()) <= _DATELINE and self._leads_in(one)

    def _leads_in(self, one: Told) -> bool:
        """Whether a text stands behind the sentence: a headline or a lead has one."""
        return len(self._around.page.text[one.sentence[1] :].split(maxsplit=_SHORT)) > _SHORT

    def _of_protest(self, told: Sequence[Told]) -> int:
        """Counted people and a place say most; what somebody says of protests, or mentions behind "after", least.

        Where the dead or the arrested of a sentence are counted since, during, or because of, the unrest, or in that of a day, it
        is told with its toll.
        """
        known = (one for one in told if one.draft.background or (one.draft.definite and one.date is not None))
        of_toll = [one for one in known if _holds(one.sentence, self._toll)]
        if any(one.draft.definite for one in of_toll):
            return _SPOKEN_OF["PROTEST"]  # it is known, whoever says so
        weight = 2 * any(_holds(one.sentence, self._gathered) for one in told) + 3 * bool(of_toll)
        weight += 2 * any(one.place is not None for one in told)
        weight += any(_holds(one.sentence, self._hurt) for one in told)
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
        if self._counts_its_dead(one):
            return True
        acts = draft.kind == "verb" and draft.actor is not None and not draft.background
        return draft.type == "ASSAULT" and (draft.asserted or acts)

    def _counts_its_dead(self, one: Told) -> bool:
        """Nine dead in unrest: the sentence counts what the act did."""
        return one.draft.kind == "noun" and not one.draft.background and _holds(one.sentence, self._toll)

    def _is_at_head(self, one: Told) -> bool:
        draft = one.draft
        return draft.kind != "verb" and not (draft.background or draft.definite) and self._before(one) <= _AT_HEAD

    def _is_old(self, one: Told) -> bool:
        value = one.date.value if one.date else None
        year = value[:4] if value else ""
        return self._around.year is not None and year.isdigit() and int(year) < self._around.year - 1

    def _is_said(self, one: Told) -> bool:
        at = one.draft.trigger[0]
        return bool([c for c in self._around.claims if c.content.start <= at < c.content.end])

    def _before(self, one: Told) -> int:
        return self._words((one.sentence[0], one.draft.trigger[0]))

    def _words(self, span: Offsets) -> int:
        return len(self._around.page.text[span[0] : span[1]].split())


def _is_told_as_done(draft: EventDraft) -> bool:
    """Told by a verb in the perfect, or announced by what it did to people (announced the killing of)."""
    return draft.asserted and (draft.kind == "verb" or (draft.outcome and draft.kind == "noun"))


def _is_new(draft: EventDraft) -> bool:
    """Asserted, with a party, and not as something known: its clause brings the event in."""
    return draft.asserted and not draft.definite and (draft.target is not None or draft.actor is not None)


def _breaks_out(one: Told) -> bool:
    """What is not known yet and a verb of happening carries (protests broke out)."""
    draft = one.draft
    return draft.type == "PROTEST" and draft.kind != "verb" and draft.asserted and not draft.definite


def _is_organised(draft: EventDraft) -> bool:
    """A protest that is not known yet, with those who called for it (a march that the union organised)."""
    return draft.kind == "noun" and draft.actor is not None and not draft.definite


def _holds(sentence: Offsets, starts: Sequence[int]) -> bool:
    at = bisect_left(starts, sentence[0])
    return at < len(starts) and starts[at] < sentence[1]
