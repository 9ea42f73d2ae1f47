"""Where: the place of an event, from the nearest words that name one.

The order is that of days: the event's own clause, other tellings of the same event, its sentence, its paragraph,
the report's main scene; how far it had to be looked for is kept with the value.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from operator import attrgetter

import msgspec

from khabar.languages.drafts import EventDraft, Offsets, PartyDraft
from khabar.reading.events.breadth import WIDE, breadth, is_inside, is_listed, is_of_many_lands, is_wide
from khabar.reading.events.distances import distance
from khabar.reading.events.headlines import is_list_of_news
from khabar.reading.events.lookups import once
from khabar.reading.events.main_scenes import MET, NO_SCENE, first_at_home, is_all_over, is_to_be_held, of_scene
from khabar.reading.events.taken_up import TakenUp, TownOfFigures, is_told_by_town
from khabar.reading.events.voices import parted
from khabar.record import Claim, Place, Time
from khabar.record.vocabulary import HARM, EventType
from khabar.text.page import Page

_OPENS = 16  # characters before a place that opens its paragraph, which turns to what happened there
_LEAD = 3  # paragraphs that tell the main scene


class Told(msgspec.Struct, frozen=True):
    """One telling of an event: its draft, the offsets of its sentence and paragraph, the place and day its clause names.

    `number`: how many people its victims are, where they are counted.  `heads`: its paragraph is short and unstopped like a
    headline, which may call by another name what the first sentences tell.  `old`: its clause dates it long before the
    report.  `again`: other sentences of the paragraph that take it up ("the blast killed five"); `place_again`, `date_again`:
    what they name where its own words name no town or no day.  `named`: the towns that its sentence names.
    """

    draft: EventDraft
    sentence: Offsets
    paragraph: Offsets
    place: Place | None = None
    date: Time | None = None
    number: int | None = None
    heads: bool = False
    old: bool = False
    again: tuple[Offsets, ...] = ()
    place_again: Place | None = None
    date_again: Time | None = None
    named: frozenset[str] = frozenset()

    @property
    def sentences(self) -> tuple[Offsets, ...]:
        """All sentences of the paragraph that tell it, its own first."""
        return (self.sentence, *self.again)


class Settings:
    """Places of one report."""

    def __init__(
        self, page: Page, claims: Sequence[Claim], places: Sequence[Place], reserved: Sequence[TownOfFigures] = ()
    ) -> None:
        told = [c.speaker for c in claims if c.speaker] + [v.span for c in claims for v in c.via if v.span]
        self._spoken, self._places = parted(places, told, page.text)
        voices = {(s.start, s.end) for s in told}  # a capital that speaks for its government is no scene
        self._hosts = [p for p in self._spoken if (p.start, p.end) not in voices]
        self._starts = [p.start for p in self._places]
        self.names = TakenUp(page, self._places, self._spoken, reserved)
        self._voices = [
            (c.content.start, c.content.end, c.speaker.text) for c in claims if c.speaker and c.act in _TELLS
        ]
        self._hit: dict[int, Place | None] = {}
        self._near: dict[int, Place | None] = {}
        self.lead = self._end_of_lead(page)
        self._page = page
        self._set: list[tuple[int, int, Place]] = []
        self._now: list[tuple[int, int, Place]] = []  # without what only came before the news
        # Where places begin in which something happened long before, since which the report counts (the deadliest since).
        self._older: set[int] = set()
        self.around: dict[Offsets, list[Told]] = {}
        self._owners: dict[int, list[Told]] = {}
        self.scene: Place | None = None
        self.written: Place | None = None  # the town of the dateline
        # Of a report that tells only meetings with a place: where the rest may be set.
        self._beside: Place | None = None
        self._emergency: Place | None = None
        self._part_of_world: Place | None = None

    def learn(self, told: Sequence[Told]) -> None:
        """Settle the main scene: where most tellings of the report are set, those of the lead above all."""
        self._set = [
            (t.draft.trigger[0], t.paragraph[0], t.place) for t in told if t.place and t.draft.type not in NO_SCENE
        ]
        self._set.sort(key=lambda one: one[0])
        past = {t.draft.trigger[0] for t in told if t.draft.before}
        self._now = [one for one in self._set if one[0] not in past]
        self._older = {t.place.start for t in told if t.place and t.draft.since and t.place.start > t.draft.trigger[0]}
        for telling in told:
            self.around.setdefault(telling.paragraph, []).append(telling)
            if telling.place is not None:
                self._owners.setdefault(telling.place.start, []).append(telling)
        self._emergency = next((t.place for t in told if t.draft.subtype == "emergency" and t.place), None)
        places = of_scene([(t.draft.type, t.place) for t in told if t.place is not None])
        self.written = self.names.dateline(min((start for start, _ in self.around), default=0))
        count = Counter(p.name for p in places)
        lead = [p for p in places if p.end <= self.lead]
        named = lead or [p for p in places if not self._turns_to(p)]
        one = max(named, key=lambda p: (count[p.name], -breadth(p), -p.start), default=None) or self._most_named(told)
        one = first_at_home(one, lead, self.names.land)
        self._beside = self._most_named(told) if places and not self._set else None
        if one is not None and is_all_over(one, places):
            one = self.names.land_of(one.country) or one
        scene = self._first_told(one)
        if scene is not None and is_of_many_lands(scene):
            self._part_of_world = scene
        elif scene is not None:
            self.scene = self.names.town_of(scene, listed=True)

    def _turns_to(self, place: Place) -> bool:
        """Whether a paragraph behind the lead opens with a place (And in the town of X, …): it turns to what happened there."""
        opened = self._page.text.rfind("\n", 0, place.start) + 1
        return place.start - opened <= _OPENS

    def scene_of(self, event: Told) -> Place | None:
        """The main scene, where a quarter at least of what is told with a place is set in it, unless the event is likely set
        elsewhere: forces move, what may happen, and what is taken as known without a telling, which is of other news.
        """
        if event.draft.subtype in _MEASURES and event.draft.type == "COERCE" and self._emergency is not None:
            return self._emergency  # what it lays down holds where it does
        if event.draft.type == "SANCTION":
            return None  # sanctions are laid on somebody, and happen nowhere
        if self._beside is not None and event.draft.type not in MET:
            return self._beside if is_wide(self._beside) else None  # where people met is no scene of what they spoke of
        if self.scene is None or not self._holds_enough or self._lists_news or self.names_another_land(event):
            return None
        draft, later = event.draft, self._scene_from > event.sentence[1] and not event.heads
        if self.scene.kind == "facility" and (draft.type not in HARM or draft.type not in self._types_there):
            return None  # what was decided of the people of one prison was done elsewhere
        if later and breadth(self.scene) < _PROVINCE and draft.type not in self._types_there:
            return None  # a town that a later paragraph brings in, where something else happened
        elsewhere = draft.definite or draft.type in _MOVES or draft.status in _UNDONE or is_to_be_held(draft)
        return self.scene if breadth(self.scene) >= _PROVINCE or not elsewhere else None

    def names_another_land(self, event: Told) -> bool:
        """Whether its sentence sets another act, no war and no protest against one, in a town or province that lies, as all that it
        names, outside the country that the report is set in.
        """
        at, last = (bisect_left(self._starts, end) for end in event.draft.part or event.sentence)
        named = [p for p in self._places[at:last] if not is_of_many_lands(p)]
        if self.scene is None or event.draft.type == "OFFICE":  # what somebody resigns over is elsewhere
            return False
        if any(p.country == self.scene.country or not is_listed(p) for p in named):
            return False
        set_there = (t for p in named if not is_wide(p) and p.country for t in self._owners.get(p.start, ()))
        return any(not t.draft.war and t.draft.type != "PROTEST" for t in set_there)

    def part_of_world(self, event: Told) -> Place | None:
        """The continent, or the like, that the report is set in, for what its headline tells of the kind that is set there."""
        return self._part_of_world if event.heads and event.draft.type in self._types_there else None

    def scene_of_first(self, event: Told, first: Told) -> Place | None:
        """The main scene, where it is lent to the first telling, in the lead, of violence or of an accident that an event takes up
        (the fighting).
        """
        told = event.draft.definite and event.draft.type in HARM and first.sentence[0] < self.lead
        return self.scene_of(first) if told and first is not event else None

    def land_of(self, event: Told) -> Place | None:
        """The country that the report is about, and in which its scene lies: of what forces do, of what is feared or to be held,
        and of what is only taken up.
        """
        scene, land = self.scene, self.names.land
        away = self._lists_news or self._beside is not None or event.draft.background or event.draft.type == "SANCTION"
        away = away or self.names_another_land(event)
        return land if scene is not None and land is not None and scene.country == land.country and not away else None

    @cached_property
    def _scene_from(self) -> int:
        """Where the main scene is named first."""
        return next((p.start for p in self.names.every if self.scene is not None and p.name == self.scene.name), 0)

    @cached_property
    def _types_there(self) -> set[EventType]:
        """The types of what is told with the main scene as its place."""
        told = (t for around in self.around.values() for t in around)
        scene = self.scene or self._part_of_world
        return {t.draft.type for t in told if scene is not None and t.place and t.place.name == scene.name}

    def is_of_land(self, event: Told) -> bool:
        """Whether a telling takes up the unrest of the country that the report is set in, and names no place of its own."""
        return event.draft.type == "PROTEST" and event.draft.definite and self.scene is not None and is_wide(self.scene)

    def is_reason_of_measure(self, event: Told) -> bool:
        """Whether unrest is what a measure told before it in its sentence answers (declared a state of emergency in the capital, to
        contain protests): the measure has its places, the unrest that of the report.
        """
        draft, end = event.draft, event.draft.trigger[1]
        if draft.type != "PROTEST" or draft.definite or (event.place is not None and event.place.start >= end):
            return False
        if draft.asserted and not draft.done and (event.date is None or event.date.start < end):
            return False  # and protests broke out there
        before = (t for t in self.around.get(event.paragraph, ()) if event.sentence[0] <= t.draft.trigger[0] < end)
        return any(t.draft.type == "COERCE" and t.draft.subtype in _MEASURES for t in before)

    def is_abroad(self, place: Place | None) -> bool:
        """Whether a place is none, or of another country than the one the report is set in."""
        return place is None or (self.scene is not None and place.country != self.scene.country)

    @cached_property
    def _lists_news(self) -> bool:
        """Whether the report is a list of headlines."""
        return is_list_of_news(self._page)

    @cached_property
    def _holds_enough(self) -> bool:
        """Whether the main scene is, or holds, that of a quarter at least of the events that are told with a place."""
        scene, places = self.scene, [place for _, _, place in self._set]
        inside = [p for p in places if scene is not None and (p.name == scene.name or is_inside(p, scene))]
        return _SHARE * len(inside) >= len(places)

    def own_place(self, draft: EventDraft) -> Place | None:
        """The place that the event's own clause names; of a country and a place in it, the place; of a building without
        a name of its own and its town, the town.
        """
        again = self.names.meant_by(*draft.takes_up) if draft.takes_up else None
        doer = draft.actor.span[0] if draft.actor else -1
        named = [p for start, end in draft.where for p in self._first(start, end) if p.start != doer]
        if again is not None and draft.takes_up:
            rivals = [p for p in named if not is_wide(p)] if is_wide(again) else named
            if not rivals or (not is_wide(again) and rivals[0].start > draft.takes_up[0][0]):
                return again
        if draft.land and (not named or is_wide(named[0])):
            return self.names.land_of(draft.land) or (named[0] if named else None)
        if not named:
            return None
        if is_told_by_town(named[0]):
            towns = (p for p in named[1:] if p.kind == "settlement" and p.country == named[0].country)
            return next(towns, self.names.town_of(named[0]))
        if breadth(named[0]) < WIDE:
            return named[0]
        beside = self._beside_in_line(named[0])  # in the capital of the country, X
        inside = (p for p in (*beside, *named[1:]) if p.country == named[0].country and breadth(p) < breadth(named[0]))
        return next(inside, named[0])

    def _beside_in_line(self, place: Place) -> list[Place]:
        """The place that stands right behind another in its line, or behind its comma."""
        following = self._first(place.end, place.end + _APART)
        return [p for p in following if not self._page.text[place.end : p.start].strip(_COMMAS)]

    def towns_in(self, sentence: Offsets) -> frozenset[str]:
        """The names of the towns that a sentence names, be it as those of who speaks (a witness in X)."""
        at = bisect_left(self.names.every, sentence[0], key=attrgetter("start"))
        last = bisect_left(self.names.every, sentence[1], at, key=attrgetter("start"))
        return frozenset(p.name for p in self.names.every[at:last] if not is_wide(p))

    def _first(self, start: int, end: int) -> list[Place]:
        at = bisect_left(self._starts, start)
        return self._places[at : at + 1] if at < len(self._starts) and self._starts[at] < end else []

    def place_in(self, event: Told, span: Offsets) -> Place | None:
        """The nearest place in a stretch where something is set, behind the event word before one in front of it."""
        actor = event.draft.actor.span if event.draft.actor else (0, 0)
        at = bisect_left(self._starts, span[0])
        last = bisect_left(self._starts, span[1], at)
        inside = [p for p in self._places[at:last] if self._is_near(event, p) and not actor[0] <= p.start < actor[1]]
        inside = [p for p in inside if any(start <= p.start < end for start, end in event.draft.scenes)]
        inside = [p for p in inside if p.start not in self._older or event.draft.since]
        inside = [p for p in inside if not self._is_where_others_met(p, event)]
        return min(inside, key=lambda p: distance(event.draft.trigger, (p.start, p.end)), default=None)

    def host(self, event: Told) -> Place | None:
        """The place of who speaks in its sentence (the police of the town), unless it is a country."""
        first, end = event.draft.part or event.sentence
        spoken = [p for p in self._hosts if first <= p.start < end and breadth(p) < WIDE]
        return min(spoken, key=breadth, default=None) or self._of_voice(event.draft.trigger[0])

    def is_of_another(self, place: Place, cluster: Sequence[Told]) -> bool:
        """Whether a place is named by the clause of another act than that of a cluster of tellings."""
        return any(not any(t is one for one in cluster) for t in self._owners.get(place.start, ()))

    def _is_where_others_met(self, place: Place, event: Told) -> bool:
        """Whether a place is that of talks or a visit alone, of which an act of another type was no part."""
        types = {t.draft.type for t in self._owners.get(place.start, ())}
        return types == {"CONSULT"} and event.draft.type not in (*MET, "OFFICE")

    def _of_voice(self, at: int) -> Place | None:
        """The town in the name of the body whose words stand at an offset (the police of the town), named elsewhere by itself."""
        voices = (words.split() for start, end, words in self._voices if start <= at < end)
        named = (self._by_text.get(word) for words in voices for word in words)
        return next((p for p in named if p is not None and p.kind == "settlement"), None)

    def place_before(self, event: Told) -> Place | None:
        """Where the act told before it in its paragraph was set, if its own words say so; in a report of a whole country, where
        such acts are often of another time, only the place that opens the paragraph.
        """
        at = bisect_left(self._now, (event.draft.trigger[0],), key=lambda one: one[:1]) - 1
        if self.scene is None or event.draft.background or at < 0 or self._now[at][1] != event.paragraph[0]:
            return None
        told, _, place = self._now[at]
        opens = place.start - event.paragraph[0] <= _OPENS  # in X, west of the country, sources said that
        far = event.draft.trigger[0] - told > _FAR and place.name != self.scene.name
        return place if not far and (opens or event.draft.leans or not is_wide(self.scene)) else None

    def _is_near(self, event: Told, place: Place) -> bool:
        """Within some ten words of the event word: farther places are those of other acts."""
        start, end = event.draft.trigger
        return start - _BEFORE <= place.end and place.start <= end + _BEHIND

    def target_place(self, event: Told) -> Place | None:
        """The place in the words for who or what was hit; of a building that no list knows, its town if its name tells it."""
        place = self._of_party(event.draft.target)
        if place is None or not is_told_by_town(place):
            return place
        town = self.names.town_of(place)
        return town if town is not place else None

    def target_of_all(self, told: Sequence[Told]) -> Place | None:
        """The place in the words for who was hit, of the first telling that has one; `told`: the same list each time."""
        return once(self._hit, told, self.target_place)

    def near_of_all(self, told: Sequence[Told]) -> Place | None:
        """The nearest place in the sentence of the first telling that has one; `told`: the same list each time."""
        return once(self._near, told, lambda one: self.place_in(one, one.sentence) or self.host(one))

    def home(self, event: Told) -> Place | None:
        """The country whose government or parliament appoints, decides or lays down a measure; or which opens the sentence that
        tells the measure (the country has been under a curfew).
        """
        draft, party = event.draft, event.draft.actor
        measure = draft.type == "COERCE" and draft.subtype in _MEASURES
        if party is None:
            at = bisect_left(self._starts, event.sentence[0])
            first = self._places[at] if measure and at < len(self._places) else None
            return first if first is not None and first.start == event.sentence[0] and first.kind == "country" else None
        if not (measure or draft.type in _AT_HOME) or party.name.count(" ") > 1:
            return None
        place = self._of_party(party)
        return place if place is not None and place.kind == "country" else None

    def _of_party(self, party: PartyDraft | None) -> Place | None:
        """The place in the words for a party, or one that its name holds (the town hall of)."""
        if party is None:
            return None
        inside = self._first(*party.span)
        return inside[0] if inside else next((p for w in party.name.split() if (p := self._by_text.get(w))), None)

    @cached_property
    def _by_text(self) -> dict[str, Place]:
        """The first place of each wording."""
        return {p.text: p for p in reversed((*self._places, *self._spoken))}

    def _first_told(self, one: Place | None) -> Place | None:
        """The scene, or its country where headline or lead name the country before it."""
        if one is None or is_wide(one):
            return one
        land = self.names.land_of(one.country) or one
        return land if land.end <= self.lead and land.start < one.start else one

    def _end_of_lead(self, page: Page) -> int:
        if not page.paragraphs:
            return 0
        last = page.paragraphs[min(_LEAD, len(page.paragraphs)) - 1].last
        return page.tokens[last - 1].end

    def _most_named(self, told: Sequence[Told]) -> Place | None:
        """The place that headline and lead name most often, the narrower of two equal; not the country whose forces struck,
        a continent, or a place abroad, seen from the land that most places of the report lie in (came from X, said those of Y).
        """
        doers = [t.draft.actor.span for t in told if t.draft.actor is not None and t.draft.type == "ASSAULT"]
        named = [p for p in self._places if not is_of_many_lands(p) and not any(a <= p.start < z for a, z in doers)]
        lead = [p for p in named if p.end <= self.lead]
        count = Counter(p.name for p in lead)
        most = max(lead, key=lambda p: (count[p.name], p.kind != "country", -p.start), default=None)
        return self.names.home_rather_than(most) if most is not None else None


_TELLS = ("say", "affirm")
_FAR = 400  # characters: a paragraph that is the whole report goes on to tell of other places
_MOVES = ("MOBILIZE",)


_MEASURES = ("curfew", "ban", "emergency")
_UNDONE = ("possible", "threatened")
_SHARE = 4


_BEHIND, _BEFORE = 60, 100  # characters
_APART = 3  # characters: a comma and a space
_COMMAS = " ,\N{ARABIC COMMA}"
_AT_HOME = ("OFFICE", "AGREE")
_PROVINCE = 3
