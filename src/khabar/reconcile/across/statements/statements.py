"""One statement in several reports: carried word for word, re-edited, or told in other words.  It counts as one origin.

Two reports carry one statement where they share a passage, where one voice says in both what has most of its words in common
or, across languages, its meaning, or where one voice gives in both the same two numbers in the same days.  An outlet that has
the passage without saying whose it is carries it too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Final, Literal

from khabar.reconcile.across.decided import NOTHING, Decided
from khabar.reconcile.across.entry import Entry, Ref, within_days
from khabar.reconcile.across.figures.counts import Count
from khabar.reconcile.across.figures.differing import Point
from khabar.reconcile.across.figures.ties import FEELING
from khabar.reconcile.across.joining import Group, Groups
from khabar.reconcile.across.statements.denying import Said, said_by
from khabar.reconcile.across.statements.meaning import Numbers, numbers_of, same_in_other_words
from khabar.reconcile.across.statements.passages import Passage, passages
from khabar.reconcile.across.unions import Unions
from khabar.reconcile.within.denials import content_stems
from khabar.reconcile.within.tellings import roots_of
from khabar.reconcile.words import folded_words
from khabar.record import Claim

How = Literal["passage", "words", "numbers", "act", "meaning", "signed"]
_DAYS: Final = 3
_FEWEST: Final = 5
"""Content words that two tellings of a statement share at least."""
_LIKE: Final = 0.5
"""Share of the shorter one's content words that they have in common where both give the same numbers."""
_WITHOUT_NUMBERS: Final = 0.65
_OTHER_NUMBERS: Final = 0.9
_NEVER: Final = 2.0
"""The same where neither gives a number, where one leaves out numbers of the other, and where none is the same: that is the daily
toll in the words of every day.
"""
_FORMULA: Final = 20
"""Words in a row that two who speak in their own names do not have in common by chance; up to these it is a formula, unless it
is most of what one of them says.
"""
_MOST: Final = 2 / 3
_LONGER: Final = 3
"""How many times as long one of them may be: a long statement holds the words of many a short one."""
_TOLD: Final = ("say", "affirm")
_ONE_DAY, _LAST = 1, 40
"""Days between two tellings of a voice about one event, and how many before one are looked at."""
_SHARED: Final = 3
"""Content words that two tellings of one event by one voice share at least."""
_ONCE: Final = ("claim_responsibility",)
"""Acts that a voice does once for an event: two reports of it are of one statement."""
_TELLING: Final = 5
_UNEVEN: Final = 100
_WINDOW, _WORDS, _SHORT, _STEM = 90, 10, 3, 5
"""What is looked at around a number: so many characters, of these so many words on each side; letters of words that count."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement with all that carries it: claims, and passages of the outlets' own voice ("s" and offsets for an id).

    `voice` is whoever is named for it in some report, None where nobody is.  `documents` are in the order of publication;
    `how` tells by what they are known to be one.
    """

    items: tuple[Ref, ...]
    documents: tuple[int, ...]
    voice: Group | None
    how: tuple[How, ...]


def statements(
    entries: Iterable[Entry], voices: Groups, points: Iterable[Point], events: Groups, people: Decided = NOTHING
) -> list[Statement]:
    """The statements that more than one report carries, those of most reports first; what people say of them counts."""
    known = {entry.document: entry for entry in entries}
    joined = _Joined()
    said: dict[Ref, Said] = {}
    for entry in known.values():
        for claim in entry.report.claims:
            one = said_by(entry, claim, voices)
            said[one.ref] = one
    for pair, how in (
        *_by_passage(known.values(), said),
        *_by_words(known.values(), said),
        *_by_numbers(points, voices),
        *_by_act(known.values(), said, events),
        *_by_event(known.values(), said, events),
        *_by_meaning(known.values(), said),
    ):
        if people.out.keys().isdisjoint(pair):
            joined.join(*pair, how)
    for one_of_them, other in people.pairs():
        joined.join(one_of_them, other, "signed")
    made = [_statement(refs, how, said, known) for refs, how in joined.groups()]
    return sorted(
        (one for one in made if len(one.documents) > 1),
        key=lambda one: (-len(one.documents), known[one.documents[0]].order),
    )


class _Joined:
    """Items joined over any number of steps."""

    def __init__(self) -> None:
        self._sets = Unions[Ref]()
        self._how: dict[Ref, set[How]] = defaultdict(set)

    def join(self, one: Ref, other: Ref, how: How) -> None:
        self._sets.put(one, under=other)
        self._how[one].add(how)

    def groups(self) -> Iterator[tuple[list[Ref], set[How]]]:
        members: dict[Ref, list[Ref]] = defaultdict(list)
        for ref in self._sets.members():
            members[self._sets.top(ref)].append(ref)
        for refs in members.values():
            yield refs, {how for ref in refs for how in self._how.get(ref, ())}


def _by_passage(entries: Iterable[Entry], said: dict[Ref, Said]) -> Iterator[tuple[tuple[Ref, Ref], How]]:
    for passage in passages(entries):
        one = _holder(passage.one, passage.start, passage.end)
        other = _holder(passage.other, passage.other_start, passage.other_end)
        if not _is_formula(passage.words, said.get(one), said.get(other)) and _share_a_number(passage, one, other):
            yield (one, other), "passage"


def _share_a_number(passage: Passage, one: Ref, other: Ref) -> bool:
    """Whether the claims that hold a passage do not give other numbers altogether, as the tolls of two days in one wording do."""
    held = [
        next((numbers_of(entry, claim) for claim in entry.report.claims if claim.id == ref.item), frozenset())
        for entry, ref in ((passage.one, one), (passage.other, other))
    ]
    return not _are_other(*held)


def _are_other(one: Numbers, other: Numbers) -> bool:
    """Whether both give numbers, and none that the other gives."""
    return bool(one and other and one.isdisjoint(other))


def _is_formula(words: int, one: Said | None, other: Said | None) -> bool:
    """Whether two speakers with names share no more than a turn of phrase, as those who condemn one attack do."""
    if one is None or other is None or one.voice == other.voice:
        return False
    if not (isinstance(one.voice, str) and isinstance(other.voice, str)):
        return False
    return words < min(_FORMULA, _MOST * min(len(said.words.split()) for said in (one, other)))


def _holder(entry: Entry, start: int, end: int) -> Ref:
    """The claim that holds most of a passage; where none does, the sentence-like stretch itself."""
    best, most = None, (end - start) / 2
    for claim in entry.report.claims:
        shared = min(end, claim.content.end) - max(start, claim.content.start)
        if shared > most:
            best, most = claim, shared
    return Ref(entry.document, best.id if best else f"s{start}-{end}")


def _by_words(entries: Iterable[Entry], said: dict[Ref, Said]) -> Iterator[tuple[tuple[Ref, Ref], How]]:
    """Claims of one voice in days that share most of their content words."""
    by_word: dict[tuple[Hashable, str], list[tuple[Entry, Claim, frozenset[str]]]] = defaultdict(list)
    compared = set[tuple[Ref, Ref]]()
    for entry in entries:
        for claim in entry.report.claims:
            ref = Ref(entry.document, claim.id)
            voice, stems = said[ref].voice, content_stems(claim)
            if not isinstance(voice, str) or len(stems) < _FEWEST:
                continue
            for stem in stems:
                for other, told, words in by_word[voice, stem]:
                    pair = (Ref(other.document, told.id), ref)
                    if other is entry or pair in compared or not within_days(other.published, entry.published, _DAYS):
                        continue
                    compared.add(pair)
                    short, long = sorted((len(words), len(stems)))
                    least = _share((other, told), (entry, claim))
                    if short * _LONGER >= long and len(words & stems) >= max(_FEWEST, least * short):
                        yield pair, "words"
                by_word[voice, stem].append((entry, claim, stems))


def _share(one: tuple[Entry, Claim], other: tuple[Entry, Claim]) -> float:
    """What share of words two claims of one voice must have in common: numbers are compared apart from words."""
    first, second = numbers_of(*one), numbers_of(*other)
    if _are_other(first, second):
        return _NEVER
    return _OTHER_NUMBERS if first != second else _LIKE if first else _WITHOUT_NUMBERS


def _by_numbers(points: Iterable[Point], voices: Groups) -> Iterator[tuple[tuple[Ref, Ref], How]]:
    """Reports in which one voice gives two numbers that are the same, or one that no other has by chance, or in which one number
    stands in the same words.

    However closely the two say whom they count: two equal numbers of one voice are no chance.  A voice is also who passes them on
    (the television, and the office that it has them from).  All take in outlets that do not say whose the number is.
    """
    shared: dict[tuple[Hashable, int, int], dict[tuple[str, int], tuple[Ref, Ref]]] = defaultdict(dict)
    given: dict[tuple[Hashable, str, int], list[Count]] = defaultdict(list)
    for point in points:
        low = point.amount.low
        if low is None or low != point.amount.high:
            continue
        for count in point.counts if isinstance(point.voice, str) and low >= _TELLING else ():
            for voice in {point.voice, *_relays(count, voices)}:
                given[voice, point.measure, low].append(count)
        for one, other in combinations(point.counts, 2):
            if _may_be_one(one, other) and _in_the_same_words(one, other):
                yield (_said_in(one), _said_in(other)), "passage"
    for (voice, measure, low), counts in given.items():
        for one, other in combinations(counts, 2):
            if _may_be_one(one, other):
                first, second = sorted((one.entry.document, other.entry.document))
                shared[voice, first, second][measure, low] = (_said_in(one), _said_in(other))
    for pairs in shared.values():
        if len(pairs) > 1 or any(_is_no_chance(low) for _, low in pairs):
            yield from ((pair, "numbers") for pair in pairs.values())


def _is_no_chance(number: int) -> bool:
    """Whether a number is so large and so uneven that one voice gives it once: 164 dead, and not 200."""
    return number >= _UNEVEN and number % 10 != 0


def _relays(count: Count, voices: Groups) -> Iterator[Hashable]:
    """The voices through which a report has a number."""
    for actor in count.entry.report.actors if count.via else ():
        if actor.name in count.via and (voice := voices.of.get(Ref(count.entry.document, actor.id))) is not None:
            yield voice


def _may_be_one(one: Count, other: Count) -> bool:
    """Whether two counts stand in two reports of the same days."""
    return one.entry is not other.entry and within_days(one.entry.published, other.entry.published, _DAYS)


def _said_in(count: Count) -> Ref:
    """The claim that a figure stands in, else the figure itself."""
    return Ref(count.entry.document, count.figure.claim or count.figure.id)


def _in_the_same_words(one: Count, other: Count) -> bool:
    """Whether the clauses around two equal numbers share most of their words, the number itself left out."""
    first, second = _around(one), _around(other)
    shared = len(first & second)
    return shared >= _FEWEST and shared >= _LIKE * min(len(first), len(second))


def _around(count: Count) -> frozenset[str]:
    text, figure = count.entry.report.document.text or "", count.figure
    before = folded_words(text[max(figure.start - _WINDOW, 0) : figure.start])[-_WORDS:]
    behind = folded_words(text[figure.end : figure.end + _WINDOW])[:_WORDS]
    return frozenset(word.removeprefix("ال")[:_STEM] for word in (*before, *behind) if len(word) > _SHORT)


def _by_act(entries: Iterable[Entry], said: dict[Ref, Said], events: Groups) -> Iterator[tuple[tuple[Ref, Ref], How]]:
    """A claim of responsibility of one voice for one event, in however many words."""
    first: dict[tuple[Hashable, Hashable], Ref] = {}
    for entry in entries:
        groups = {events.of.get(Ref(entry.document, event.id)) for event in entry.report.events} - {None}
        for claim in entry.report.claims:
            voice = said[Ref(entry.document, claim.id)].voice
            if claim.act in _ONCE and isinstance(voice, str):
                for group in groups:
                    ref = Ref(entry.document, claim.id)
                    before = first.setdefault((voice, group), ref)
                    if before.document != ref.document:
                        yield (before, ref), "act"


def _by_event(entries: Iterable[Entry], said: dict[Ref, Said], events: Groups) -> Iterator[tuple[tuple[Ref, Ref], How]]:
    """Claims of one voice in days that tell one event with the same numbers and in half of the same words: re-edited, shortened."""
    told: dict[tuple[Hashable, Hashable], list[tuple[Entry, Claim, frozenset[str]]]] = defaultdict(list)
    for entry in sorted(entries, key=lambda entry: entry.order):
        claims = {claim.id: claim for claim in entry.report.claims if claim.act in _TOLD}
        roots = roots_of({event.id: event.same_as for event in entry.report.events})
        for event in entry.report.events:
            claim = claims.get(event.claim or "")
            group = events.of.get(Ref(entry.document, roots[event.id]))
            voice = said[Ref(entry.document, claim.id)].voice if claim else None
            if claim is None or group is None or not isinstance(voice, str):
                continue
            stems = content_stems(claim)
            for other, before, words in told[voice, group][-_LAST:]:
                near = other is not entry and within_days(other.published, entry.published, _ONE_DAY)
                near = near and numbers_of(other, before) == numbers_of(entry, claim)
                if near and len(words & stems) >= max(_SHARED, _LIKE * min(len(words), len(stems))):
                    yield (Ref(other.document, before.id), Ref(entry.document, claim.id)), "words"
            told[voice, group].append((entry, claim, stems))


def _by_meaning(entries: Iterable[Entry], said: dict[Ref, Said]) -> Iterator[tuple[tuple[Ref, Ref], How]]:
    """Claims of one voice that say the same in two languages."""
    yield from ((pair, "meaning") for pair in same_in_other_words(entries, said))


def _statement(refs: list[Ref], how: set[How], said: dict[Ref, Said], known: dict[int, Entry]) -> Statement:
    documents = sorted({ref.document for ref in refs}, key=lambda document: known[document].order)
    feeling = {Ref(d, c.id) for d in documents for c in known[d].report.claims if c.act in FEELING}
    told = [
        ref for ref in sorted(refs, key=lambda r: documents.index(r.document)) if ref in said and ref not in feeling
    ]
    voices = [voice for ref in told if isinstance(voice := said[ref].voice, str)]
    return Statement(tuple(sorted(refs)), tuple(documents), voices[0] if voices else None, tuple(sorted(how)))
