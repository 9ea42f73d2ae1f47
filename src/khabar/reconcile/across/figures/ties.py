"""What a figure of one report is tied to: its event, its voice, its place, its people, the number that it is a part of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from khabar.reconcile.across.actors.bodies import body_of
from khabar.reconcile.across.actors.keys import body_key
from khabar.reconcile.across.entry import Entry, Ref
from khabar.reconcile.across.events.scenes import Scene, Where, day_of, where_is
from khabar.reconcile.across.figures.people import People, people_of, relation
from khabar.reconcile.across.joining import Group, Groups
from khabar.reconcile.within.stretches import stretch_of
from khabar.reconcile.within.tellings import Telling, roots_of
from khabar.reconcile.words import SENTENCE_END, folded_words, listed
from khabar.record import Event, Figure
from khabar.record.vocabulary import HURT

_PARTIAL: Final = ("subset", "increment", "remaining", "reclassified")
FEELING: Final = ("condemn", "support")
"""Acts whose content names an event that the outlet then tells of: who condemns a bombing "that killed ten" counts nobody."""
_OF: Final = ("من", "of")
_OF_THEM: Final = ("منهم", "منهن", "منها")
_BESIDE: Final = 12
"""Characters before a number in which the word that takes it out of all stands."""
_LONG: Final = 300
"""Characters that a sentence may have before a number."""
_AHEAD: Final = 50
"""Characters before a number in which a word of a toll is looked for."""
_SINCE: Final = 4
"""Words before a date among which the one stands that counts from it: "since the war began on"."""
_NAMELESS: Final = "?"
_VAGUE: Final = ("state: ", "body: authorities", "body: government")
_ARMED: Final = ("body: interior ministry", "body: defence ministry", "body: police", "body: army")
_OLD: Final = 45
"""Days before publication from which a date right before a number makes it one of an older event."""
_CLOSE: Final = 60
"""Characters between that date and the number."""
_SUITS: Final = {
    "killed": ("ASSAULT", "DISASTER", "ACCIDENT", "PROTEST"),
    "injured": ("ASSAULT", "DISASTER", "ACCIDENT", "PROTEST"),
    "casualties": ("ASSAULT", "DISASTER", "ACCIDENT", "PROTEST"),
    "missing": ("DISASTER", "ACCIDENT", "ASSAULT"),
    "arrested": ("COERCE", "PROTEST"),
    "abducted": ("ASSAULT",),
    "protesters": ("PROTEST",),
    "destroyed": ("ASSAULT", "DISASTER", "ACCIDENT"),
}
"""Types of events that a figure may be of which its report does not tie to one."""


_RELATIVE: Final = frozenset(folded_words("التي الذي الذين اللذين which who that"))
"""Words that open a clause, whose date is its own."""


def _last_day(value: str | None) -> dt.date | None:
    """The last day of a date, be it a month or a year; None for what is none."""
    end = (value or "").rpartition("/")[2]
    return day_of(end) or day_of(f"{end}-28") or day_of(f"{end}-12-31")


def _sentence_of(figure: Figure, text: str, reach: int) -> tuple[int, int]:
    """Where the sentence of a number begins and ends: 0 and the end of the text where neither is within `reach` characters."""
    ends = SENTENCE_END.finditer(text, max(figure.start - reach, 0), figure.start)
    behind = SENTENCE_END.finditer(text, figure.end, figure.end + reach)
    return max((m.end() for m in ends), default=0), next((m.start() for m in behind), len(text))


def is_act(scene: Scene) -> bool:
    """Whether an event is one act: not violence as a state of things, and set in a place and a day or told by a mark."""
    if scene.type == "DISASTER":
        return scene.real and bool(scene.places or scene.lent_places)
    lasting = scene.type in ("PROTEST", "COERCE", "MOBILIZE")
    return scene.real and not scene.general and not lasting and bool(scene.places) and bool(scene.days or scene.marks)


def is_bare(scene: Scene) -> bool:
    """Whether nothing is told but that people were killed or hurt: amid unrest or war that is its toll."""
    return scene.type == "ASSAULT" and not scene.subtypes


def is_vague(voice: Group | None) -> bool:
    """Whether a voice is a state as a whole ("the authorities"): any of its bodies may have spoken."""
    return isinstance(voice, str) and voice.startswith(_VAGUE)


def _of_the_counted(figure: Figure) -> bool:
    """Whether the counted are some of those whom the measure counts: "of the wounded", and not "of the workers"."""
    words = folded_words(figure.of.text) if figure.of else []
    if words[:1] and words[0] in _OF_THEM:
        return True
    return len(words) > 1 and words[0] in _OF and words[1] in listed("counted")


class Ties:
    """What a figure of one report is tied to: its event among those of all reports, its speaker among the voices."""

    def __init__(self, entry: Entry, events: Groups, voices: Groups, here: dict[Ref, Scene]) -> None:
        report = entry.report
        self._scenes = here
        self._places = {place.id: place for place in report.places}
        self._country = entry.scene
        self._entry, self._groups, self._voices = entry, events, voices
        self._roots = roots_of({event.id: event.same_as for event in report.events})
        self._claims = {claim.id: claim for claim in report.claims}
        self._by_name = {actor.name: actor.id for actor in report.actors}
        self._events = {event.id: event for event in report.events}
        self._figures = {figure.id: figure for figure in report.figures}

    def event(self, told: Telling) -> Group | None:
        """The event of a figure: the one that the report ties it to, else the one that the report is about."""
        main = self._main(told.figure)
        tied = next((figure for figure in told.all if figure.event in self._roots), None) or self._beside(told)
        if tied is None or tied.event is None:
            return main
        group = self._group(self._events[tied.event])
        return main if main is not None and self._is_toll(group) else group

    def _beside(self, told: Telling) -> Figure | None:
        """The number that stands before one of no event in its sentence, and is of one: "two were killed and 31 others injured"."""
        text = self._entry.report.document.text or ""
        for figure in told.all if told.figure.measure in HURT else ():
            before = [f for f in self._figures.values() if figure.start - _LONG <= f.start < figure.start]
            near = [f for f in before if f.measure in HURT and not SENTENCE_END.search(text[f.end : figure.start])]
            roots = roots_of({f.id: f.same_as for f in self._figures.values()}) if near else {}
            again = {roots[f.id] for f in near}
            for one in (*near, *(f for f in self._figures.values() if roots.get(f.id) in again)):
                if one.event in self._roots:
                    return one
        return None

    def _is_toll(self, group: Group | None) -> bool:
        """Whether an event is of this report alone and nothing but its killed and hurt, without a place of its own."""
        refs = self._groups.members.get(group, []) if group is not None else []
        scene = self._scenes.get(refs[0]) if len(refs) == 1 else None
        bare = scene is not None and scene.type in ("ASSAULT", "ACCIDENT") and not scene.subtypes
        return scene is not None and bare and not scene.places

    def _group(self, event: Event) -> Group | None:
        return self._groups.of.get(Ref(self._entry.document, self._roots[event.id]))

    def _main(self, figure: Figure) -> Group | None:
        """The only event of the report, of the types that a figure of this measure may be of, that other reports tell too."""
        suiting = [
            e for e in self._entry.report.events if e.type in _SUITS.get(figure.measure, ()) and e.status == "reported"
        ]
        groups = {self._group(event) for event in suiting}
        shared = {g for g in groups if g is not None and len({r.document for r in self._groups.members[g]}) > 1}
        chosen = shared if len(groups) > 1 else groups
        return next(iter(chosen)) if len(chosen) == 1 else None

    def where(self, told: Telling) -> Where | None:
        """Where the counted were: the place that the report gives the figure, else that of its event, else that of the number
        that the same source gave just before, else the report's country.
        """
        if own := self._place_told(told.all):
            return own
        scene = self._scene(told.all)
        before = None if scene else self._before(told.figure)
        if before and (beside := self._place_told((before,))):
            return beside
        if self._country:
            return Where(None, None, self._country)
        return next(iter(scene.lent_places), None) if scene else None

    def past(self, told: Telling) -> str | None:
        """The date of an older event that a number is of: it stands right before the number, or behind it in its sentence, weeks
        before the report.

        "Since the bombing of October 2019, which killed 52", "nine inmates died in a riot there in 2018": no numbers of what the
        report is about.
        """
        published = day_of(self._entry.published)
        if published is None or any(figure.since for figure in told.all):
            return None
        text, figure = self._entry.report.document.text or "", told.figure
        for time in self._entry.report.times:
            before = 0 <= figure.start - time.end <= _CLOSE
            if not before and not (0 <= time.start - figure.end <= _LONG // 2 and len(told.all) == 1):
                continue
            between = text[time.end : figure.start] if before else text[figure.end : time.start]
            if SENTENCE_END.search(between) or (not before and not _RELATIVE.isdisjoint(folded_words(between))):
                continue
            ahead = SENTENCE_END.split(text[max(time.start - _AHEAD, 0) : time.start])[-1]
            if {*folded_words(ahead)[-_SINCE:]} & listed("since"):
                continue
            last = _last_day(time.value)
            if last and (published - last).days > _OLD and (before or not self._is_dated_now(figure, published)):
                return time.value
        return None

    def _is_dated_now(self, figure: Figure, published: dt.date) -> bool:
        """Whether the sentence of a number names a day of the news as well."""
        text = self._entry.report.document.text or ""
        start, end = _sentence_of(figure, text, len(text))
        days = (_last_day(one.value) for one in self._entry.report.times if start <= one.start < end)
        return any(day is not None and (published - day).days <= _OLD for day in days)

    def stretch(self, told: Telling) -> str | None:
        """The stretch of time that a number is counted over, where its report names one beside it."""
        text = self._entry.report.document.text or ""
        return next((found for one in told.all if (found := stretch_of(one, self._figures.values(), text))), None)

    def _place_told(self, figures: Sequence[Figure]) -> Where | None:
        for figure in figures:
            if figure.place:
                known = self._places.get(figure.place) or next(
                    (p for p in self._places.values() if p.name == figure.place), None
                )
                return where_is(known, figure.place)
        scene = self._scene(figures)
        return scene.places[0] if scene and scene.places else None

    def _before(self, figure: Figure) -> Figure | None:
        """The number that the same source gave before this one in the report, a few lines above at most."""
        told = [
            one
            for one in self._figures.values()
            if figure.start - _LONG <= one.start < figure.start and one.source == figure.source is not None
        ]
        return max(told, key=lambda one: one.start, default=None)

    def is_whole(self, told: Telling) -> bool:
        """Whether a figure is a toll of all: so worded, since a day, or of an event that is a state of things."""
        if any(figure.count_kind == "total" or figure.since for figure in told.all):
            return True
        text = self._entry.report.document.text or ""
        before = (folded_words(text[max(figure.start - _AHEAD, 0) : figure.start]) for figure in told.all)
        if any(set(words) & listed("toll") for words in before):
            return True
        if any(map(self._came_of_protests, told.all)):
            return True
        scene = self._scene(told.all)
        victims = told.figure.measure in HURT
        if scene is None or is_act(scene) or (victims and self._place_told(told.all) is None):
            return False
        return scene.general or scene.type in ("PROTEST", "COERCE")

    def _came_of_protests(self, figure: Figure) -> bool:
        """Whether dead or injured are told as what protests came to, in one sentence with them and without an act of their own:
        "protests that left six dead".
        """
        event = self._events.get(figure.event or "")
        if figure.measure not in HURT or figure.part_of or (event and (event.type != "ASSAULT" or event.subtype)):
            return False
        text = self._entry.report.document.text or ""
        start, end = _sentence_of(figure, text, _LONG)
        return any(
            one.type == "PROTEST" and one.status == "reported" and start <= one.trigger.start < end
            for one in self._events.values()
        )

    def is_part(self, told: Telling, summed: frozenset[str]) -> bool:
        """Whether a figure is contained in another: the record says so, it helps to make one up, or its words take it out of all
        ("five of the wounded", "all but three").
        """
        if any(one.part_of or one.id in summed or one.count_kind in _PARTIAL for one in told.all):
            return True
        text = self._entry.report.document.text or ""
        before = (folded_words(text[max(one.start - _BESIDE, 0) : one.start]) for one in told.all)
        if any(words and words[-1] in listed("except") for words in before):
            return True
        if self._in_danger(told):
            return True
        return all(_of_the_counted(one) for one in told.all)

    def _in_danger(self, told: Telling) -> bool:
        """Whether those are counted who may yet die: some of the injured."""
        text, start = self._entry.report.document.text or "", told.figure.end
        behind = min((one.start for one in self._figures.values() if one.start >= start), default=len(text))
        clause = SENTENCE_END.split(text[start : min(behind, start + _LONG // 2)])[0]
        return told.figure.measure == "injured" and not listed("grave").isdisjoint(folded_words(clause))

    def people(self, told: Telling) -> People:
        """Whom a figure counts; "353 others", "748 injured" are of those whom the numbers before them in the sentence count."""
        people = self._without_events(told.figure)
        text = self._entry.report.document.text or ""
        if people.anybody and self._in_its_ranks(told.figure, text):
            return People(frozenset({"security"}), frozenset())
        if not people.others and told.figure.of is not None:
            return people
        before = [f for f in self._figures.values() if told.figure.start - _LONG <= f.start < told.figure.start]
        kinds = {
            frozenset(p.value for p in figure.population)
            for figure in before
            if not SENTENCE_END.search(text[figure.end : told.figure.start])
        }
        return People(next(iter(kinds)), frozenset()) if len(kinds) == 1 else people

    def _without_events(self, figure: Figure) -> People:
        """The people of a figure by its words; the dead "of the protests" are all the dead."""
        span = figure.of
        if span is None:
            return people_of(figure, self._country)
        told = [e.trigger for e in self._events.values() if span.start < e.trigger.start < span.end]
        if not told or not set(folded_words(span.text)[:1]) & listed("counted"):
            return people_of(figure, self._country)
        first = min(trigger.start for trigger in told)
        return people_of(
            replace(figure, of=replace(span, end=first, text=span.text[: first - span.start].rstrip())), self._country
        )

    def _in_its_ranks(self, figure: Figure, text: str) -> bool:
        """Whether an armed body of a state counts those "in its ranks", or anybody those in the ranks of an army."""
        around = folded_words(text[max(figure.start - _BESIDE * 2, 0) : figure.end + _BESIDE * 3])
        of = [around[at + 1] for at, word in enumerate(around[:-1]) if word in listed("rank")]
        if of and listed("civilians").isdisjoint(of):
            return True
        return bool({*around} & listed("ranks")) and str(self._said(figure)[0]).startswith(_ARMED)

    def is_some(self, told: Telling) -> bool:
        """Whether a part counts the people that its whole counts, not a kind of its own among them."""
        people = people_of(told.figure)
        whole = self._figures.get(told.figure.part_of or "")
        return (
            people.anybody
            or self._in_danger(told)
            or (whole is not None and relation(people, people_of(whole)) == "same")
        )

    def _scene(self, figures: Sequence[Figure]) -> Scene | None:
        ids = [figure.event for figure in figures if figure.event in self._roots]
        return next((self._scenes.get(Ref(self._entry.document, self._roots[id_])) for id_ in ids if id_), None)

    def voice(self, told: Telling) -> tuple[Group | None, str | None, tuple[str, ...]]:
        """Who gives a figure: the group of the voice, the name in the report, and the relays.

        A headline says "Kazakhstan" for the ministry that the body names.
        """
        said = [self._said(one) for one in told.all if one.source]
        named = (one for one in said if not is_vague(one[0]))
        return next(named, None) or next(iter(said), (None, None, ()))

    def _said(self, figure: Figure) -> tuple[Group | None, str | None, tuple[str, ...]]:
        claim = self._claims.get(figure.claim or "")
        if claim and claim.act in FEELING:
            return None, None, ()
        via = tuple(link.name for link in claim.via) if claim else ()
        actor = claim.actor if claim and claim.speaker_name == figure.source else None
        actor = actor or self._by_name.get(figure.source or _NAMELESS)
        if actor is None or figure.source == _NAMELESS:
            return self._unlisted(figure), figure.source, via
        ref = Ref(self._entry.document, actor)
        return self._voices.of.get(ref, ref), figure.source, via

    def _unlisted(self, figure: Figure) -> Group:
        """The voice of a source that is no actor of its report: a body that every state has, of the report's country."""
        body = body_of(figure.source or "")
        key = body_key(body, self._country) if body and body.listed else None
        return key if key in self._voices.members else Ref(self._entry.document, figure.id)
