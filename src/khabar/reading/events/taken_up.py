"""Places that a report takes up without their names: the town, the country, the capital, the airport of the town."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from khabar.languages.drafts import Offsets
from khabar.reading.events.breadth import is_listed, is_unlisted_land
from khabar.reading.events.datelines import town_of_dateline
from khabar.reading.mentions import Mentions
from khabar.record import Caveat, Figure, Place
from khabar.text.page import Page


class TownOfFigures(NamedTuple):
    """Where the figures are set that a sentence takes up by a reserve (these figures are provisional): where the reserve
    begins, the name of the place.
    """

    reserve: int
    town: str


def towns_of_figures(
    sentences: Sequence[Mentions], figures: Sequence[Figure], caveats: Sequence[Caveat]
) -> list[TownOfFigures]:
    """The reserves that stand in a sentence without a figure, on figures told before it that have a place."""
    spans = [m.sentence.page.span(m.sentence.first, m.sentence.last) for m in sentences] if caveats else []
    found: list[TownOfFigures] = []
    for caveat in caveats:
        start, end = next((s for s in spans if s[0] <= caveat.span.start < s[1]), (0, 0))
        before = [f.place for f in figures if f.end <= start and f.place]
        if before and not any(start <= f.start < end for f in figures):
            found.append(TownOfFigures(caveat.span.start, before[-1]))
    return found


class TakenUp:
    """The places of one report, as its words may take them up; `spoken`: those in the names of who speaks; `reserved`: where
    the figures are set that its sentences only take up.
    """

    def __init__(
        self, page: Page, places: Sequence[Place], spoken: Sequence[Place], reserved: Sequence[TownOfFigures] = ()
    ) -> None:
        self._posts, self._text, self._all, self._reserved = page.posts, page.text, (*places, *spoken), reserved

    @cached_property
    def every(self) -> list[Place]:
        """All places, those in the names of speakers too, as they stand."""
        return sorted(self._all, key=lambda p: p.start)

    @cached_property
    def land(self) -> Place | None:
        """The country that most places of the report are or lie in, where it names that country."""
        count = Counter(p.country or "" for p in self._all)
        lands = [p for p in self._all if p.kind == "country"]
        return max(lands, key=lambda p: (count[p.country or ""], -p.start), default=None)

    def home_rather_than(self, place: Place) -> Place:
        """The land that half of all places, at least, are or lie in, where a place is of another."""
        land = self.land
        if land is None or not place.country or place.country == land.country:
            return place
        return land if 2 * sum(p.country == land.country for p in self._all) >= len(self._all) else place

    def land_of(self, code: str | None) -> Place | None:
        """The country of a code, where the report names it first; of places in no listed country, the land that holds them."""
        kept = (p for p in self.every if p.kind == "country" or is_unlisted_land(p))
        return next((p for p in kept if p.country == code), None)

    def before_post(self, at: int) -> Place | None:
        """The only town that the paragraph before an embedded post names, for what stands at an offset in the post: it bears out
        what was told just before.
        """
        start = next((p.text[0] for p in self._posts if p.text[0] <= at < p.text[1]), None)
        if start is None:
            return None
        end = len(self._text[:start].rstrip())
        begin = self._text.rfind("\n", 0, end) + 1
        towns = {p.name: p for p in self.every if begin <= p.start < end and p.kind == "settlement"}
        return next(iter(towns.values())) if len(towns) == 1 else None

    def dateline(self, told_from: int) -> Place | None:
        """The town in the line before the first paragraph that tells something, which begins at `told_from`."""
        return town_of_dateline(self.every, self._text, told_from)

    def town_of(self, place: Place, *, listed: bool = False) -> Place:
        """The town whose name a building without one of its own has (the airport of the town), where the report names it;
        `listed`: of a building that a list knows too.
        """
        if not (is_told_by_town(place) or (listed and place.kind == "facility")):
            return place
        words = place.text.split()
        return next((p for p in self._all if p.kind == "settlement" and p.text in words), place)

    def meant_by(self, words: Offsets, kind: str) -> Place | None:
        """The last place of a kind before words like "the town": of the town of X near the city of Y, X.  "The country" is the one
        the report is about, "the capital" the place that it calls so elsewhere.
        """
        if kind == "country":
            return self.land
        if kind == "capital":
            return self._called_so(words, self.every)
        before = [p for p in self.every if p.start < words[0]]
        seat = self._called_like_its_province(words, before) if kind == "settlement" else None
        if seat is not None:
            return seat
        before = [p for p in before if (p.name.endswith(_STRIP) if kind == "strip" else p.kind == kind)]
        stop = self._begin_of_sentence(words)
        towns = {one.town for one in self._reserved if stop < one.reserve < words[0]}
        before = [p for p in before if p.name in towns] or before  # these figures; in the town
        beside = [p for p in before if before[-1].start - p.end <= _BESIDE]
        return self._called_so(words, beside) or (before[-1] if before else None)

    def _called_like_its_province(self, words: Offsets, before: Sequence[Place]) -> Place | None:
        """The province that the sentence names last before "the town", which has the name of its seat, where the sentence names no
        town, and calls it none but a town (blasts in X, in the middle of the town).
        """
        near = [p for p in before if p.start > self._begin_of_sentence(words)]
        if not near or near[-1].kind != "admin1" or any(p.kind == "settlement" for p in near):
            return None
        noun = self._text[slice(*words)].rpartition(_THE)[2]
        bare = _BARE in near[-1].rule and is_listed(near[-1])
        return near[-1] if bare or self._has_before(near[-1], noun) else None

    def _begin_of_sentence(self, words: Offsets) -> int:
        return max(self._text.rfind(mark, 0, words[0]) for mark in _STOPS)

    def _called_so(self, words: Offsets, places: Sequence[Place]) -> Place | None:
        """The last place before some words, else the first behind them, that has their noun before its name (the town of X)."""
        noun = self._text[slice(*words)].rpartition(_THE)[2]
        called = [p for p in places if noun and self._has_before(p, noun)]
        return next((p for p in reversed(called) if p.end <= words[0]), called[0] if called else None)

    def _has_before(self, place: Place, noun: str) -> bool:
        """Whether a noun stands right before a place, or before its adjective (the Libyan capital, X)."""
        before = self._text[max(place.start - _TITLE, 0) : place.start].split()
        return any(word.endswith(noun) for word in before[-2:])


_STRIP = " Strip"
_STOPS, _BARE = (". ", "\n"), ".finding."  # ends of sentences; the rules of names that no type word introduces
_BESIDE, _TITLE = 16, 40  # characters
_THE = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"


def is_told_by_town(place: Place) -> bool:
    """Whether a building or a camp is known to no list, which would have an English name."""
    return place.kind in ("facility", "camp") and not is_listed(place)
