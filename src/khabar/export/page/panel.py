"""The panel beside the text: the digest of the report as sections of entries, each of which leads to its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from khabar.desk.digest import Blame, Digest, Disagreement, EventLine, FigureLine, Finding, Side, SpeakerGroup
from khabar.desk.telling import Teller, amount, country_name
from khabar.desk.wording import Messages
from khabar.export.page.labels import Value, day, own_words, place_name, speaker_value
from khabar.export.page.spans import key_of
from khabar.record import Report


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the panel: what it is in our words, the words of the source, remarks; `items` are all its tellings.

    `id` says whether links to its first item arrive here: of several entries of an item, the first one's is true.
    """

    items: tuple[str, ...]
    words: Value
    head: str = ""
    notes: tuple[tuple[str, tuple[Value, ...]], ...] = ()
    parts: tuple[Entry, ...] = ()
    is_home: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Entries under a title of their own, which may be words of the source."""

    title: Value | None
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the panel.  `name` is that of its title in the messages; `layer` is what filters hide it with."""

    name: str
    layer: str
    count: int
    groups: tuple[Group, ...]


@dataclass
class Panel:
    """Makes the sections of one report's digest in one language."""

    report: Report
    told: Digest
    said: Messages
    homes: dict[str, str] = field(default_factory=dict)
    """Item → the item after which the entry is named that a link to it arrives at; filled by `sections`."""

    @cached_property
    def _teller(self) -> Teller:
        return Teller(self.report, self.said.code)

    def sections(self) -> list[Section]:
        """The sections that hold anything, in the order in which a desk asks for them."""
        told = self.told
        made = [
            ("disagreements", "", [self._disagreement(d) for d in told.disagreements]),
            ("headline", "", [self._finding(f) for f in told.headline]),
            ("caveats", "caveats", [Group(None, tuple(self._caveats()))]),
            ("figures", "figures", [self._figures(g.measure, g.population, g.lines) for g in told.figures]),
            ("blame", "", [Group(None, tuple(self._blame(b) for b in told.blame))]),
            ("claims", "claims", [self._speaker(s) for s in told.speakers]),
            ("withheld", "withheld", [Group(None, tuple(self._withheld()))]),
            ("events", "events", [Group(None, tuple(self._event(e) for e in told.events))]),
            ("times", "times", [Group(None, tuple(self._times()))]),
            ("places", "places", [Group(None, tuple(self._places()))]),
            ("unread", "unread", list(self._unread())),
        ]
        return [self._section(*one) for one in made if any(group.entries for group in one[2])]

    def _section(self, name: str, layer: str, groups: list[Group]) -> Section:
        several = name in ("disagreements", "headline")
        count = len(groups) if several else sum(_size(group.entries) for group in groups)
        homed = tuple(Group(group.title, tuple(map(self._at_home, group.entries))) for group in groups)
        return Section(name, layer, count, homed)

    def _at_home(self, entry: Entry) -> Entry:
        first = entry.items[0]
        is_home = first not in self.homes
        for item in entry.items:
            self.homes.setdefault(item, first if is_home else self.homes[first])
        return replace(entry, is_home=is_home, parts=tuple(map(self._at_home, entry.parts)))

    def _row(self, parts: Iterable[str]) -> str:
        """Words side by side, with the comma of the language."""
        return self.said.say("line.comma").join(parts)

    # ------------------------------------------------------------ what differs

    def _disagreement(self, told: Disagreement) -> Group:
        title = self.said.label("page_disagreement", told.kind)
        if told.measure:
            title = f"{self.said.label('measure', told.measure)}: {title}"
        first, rest = ("line.denies", "line.against") if told.kind == "denial" else ("page.by", "page.by")
        sides = (self._side(side, rest if number else first) for number, side in enumerate(told.sides))
        return Group(Value(title), tuple(sides))

    def _finding(self, told: Finding) -> Group:
        head = replace(self._side(told.headline), head=self.said.say("page.in_headline"))
        body = tuple(replace(self._side(side), head=self.said.say("page.in_body")) for side in told.body)
        title = self.said.label("page_finding", told.kind)
        if told.status:
            title += f" ({self.said.label('event_status', told.status)})"
        return Group(Value(title), (head, *body))

    def _side(self, side: Side, by: str = "page.by") -> Entry:
        """A side of a disagreement; `by`: what its speakers do, say it or deny it."""
        return Entry((side.item,), own_words(side.words), notes=self._notes(side.speakers, (), side.when, by))

    # ------------------------------------------------------------ figures

    def _figures(self, measure: str, population: Iterable[str], lines: Iterable[FigureLine]) -> Group:
        who = [self.said.label("population", value) for value in population]
        title = ": ".join((self.said.label("measure", measure), *([self._row(who)] if who else [])))
        return Group(Value(title), tuple(map(self._figure, lines)))

    def _figure(self, line: FigureLine, whole: FigureLine | None = None) -> Entry:
        """A number and its parts; `whole`: what it is a part of, whose measure it need not share (three of ten are hurt)."""
        figure = line.figure
        number = amount(figure, self.said)
        if whole is not None and whole.figure.measure != figure.measure:
            number = self._row((self.said.label("measure", figure.measure), number))
        caveats = [Value(self.said.label("caveat", caveat.kind)) for caveat in figure.caveats]
        if line.standing_label:
            caveats.insert(0, Value(self.said.label(*line.standing_label)))
        extra = (("page.but", tuple(caveats)),) if caveats else ()
        if line.deniers:
            extra = (("line.denies", tuple(speaker_value(name, self.said) for name in line.deniers)), *extra)
        return Entry(
            items=(figure.id, *(again.id for again in line.again)),
            words=own_words(line.words),
            head=number,
            notes=(*self._voices(line), *self._when_and_where(line), *extra),
            parts=tuple(self._figure(part, line) for part in line.parts),
        )

    def _voices(self, line: FigureLine) -> Iterator[tuple[str, tuple[Value, ...]]]:
        """Who gives a number and through whom; those who give it without a relay stand side by side."""
        yield from self._notes([voice.speaker for voice in line.voices if not voice.via], ())
        for voice in line.voices:
            if voice.via:
                yield from self._notes((voice.speaker,), voice.via)

    def _when_and_where(self, line: FigureLine) -> Iterator[tuple[str, tuple[Value, ...]]]:
        """What tells a number from another of its measure: its place, the day of its event, its period."""
        figure = line.figure
        if figure.place:
            yield "field.place", (own_words(place_name(self.report, figure.place, self.said)),)
        dates = (("line.happened", line.day), ("field.since", figure.since), ("field.as_of", figure.as_of))
        for label, value in dates:
            if value:
                yield label, (day(value, self.said),)

    # ------------------------------------------------------------ claims

    def _blame(self, told: Blame) -> Entry:
        head = self.said.label("page_blame", told.kind)
        whom = [("page.whom", (own_words(told.whom),))] if told.whom and told.kind != "claimed" else []
        target = [("field.target", (own_words(told.target),))] if told.target else []
        return Entry((told.item,), own_words(told.words), head, (*self._notes((told.speaker,), ()), *whom, *target))

    def _speaker(self, group: SpeakerGroup) -> Group:
        role = group.actor.role if group.actor and group.actor.role and group.actor.role not in group.name else ""
        return Group(replace(speaker_value(group.name, self.said), remark=role), tuple(self._claims(group)))

    def _claims(self, group: SpeakerGroup) -> Iterator[Entry]:
        for line in group.all:
            claim = line.claim
            head = [self.said.label("act", claim.act)]
            head += [self.said.label("status", claim.status)] if claim.status not in (None, "asserted") else []
            head += [self.said.label("distance", claim.distance)] if claim.distance != "neutral" else []
            notes = self._notes((), (relay.name for relay in claim.via))
            items = (claim.id, *(again.id for again in line.again))
            yield Entry(items, own_words(self._teller.words_of(claim.content)), " · ".join(head), notes)

    def _withheld(self) -> Iterator[Entry]:
        for item in self.report.withheld:
            head = self.said.label("withheld_what", item.what)
            yield Entry((item.id,), own_words(item.text), head, self._notes((item.speaker_name,), ()))

    # ------------------------------------------------------------ events, times, places

    def _event(self, line: EventLine) -> Entry:
        event, teller = line.event, self._teller
        statuses = self._row(self.said.label("event_status", status) for status in line.statuses)
        notes = [*self._notes(line.speakers, ())]
        for name, party in (("field.actor", line.actor), ("field.target", line.target)):
            if party is not None:
                words = own_words(teller.party(party))
                notes.append((name, (replace(words, remark=teller.whose_word(party)),)))
        if line.place:
            place = own_words(place_name(self.report, line.place.name, self.said))
            notes.append(("field.place", (replace(place, remark=teller.lent_from(line.place)),)))
        if line.date:
            date = day(line.date.value, self.said)
            notes.append(("field.date", (replace(date, remark=teller.lent_from(line.date)),)))
        items = (event.id, *(again.id for again in line.again))
        return Entry(
            items, own_words(teller.words_of(event.trigger)), f"{teller.kind(event)} · {statuses}", tuple(notes)
        )

    def _times(self) -> Iterator[Entry]:
        dates: dict[str, list[str]] = {}
        words: dict[str, str] = {}
        for time in self.report.times:
            value = time.value or self.said.say("page.no_date")
            dates.setdefault(value, []).append(time.id)
            words.setdefault(value, time.text)
        for value, ids in dates.items():
            yield Entry(tuple(ids), own_words(words[value]), day(value, self.said).text)

    def _places(self) -> Iterator[Entry]:
        mentions: dict[tuple[str, str | None, str], list[str]] = {}
        names: dict[tuple[str, str | None, str], str] = {}
        for place in self.report.places:
            key: tuple[str, str | None, str] = (place.name, place.country, place.kind)
            mentions.setdefault(key, []).append(place.id)
            names.setdefault(key, place.text)
        for (name, country, kind), ids in mentions.items():
            within = country_name(country, self.said.code) if country and kind != "country" else ""
            own = place_name(self.report, name, self.said)
            head = self._row(part for part in (own, within, self.said.label("place_kind", kind)) if part)
            yield Entry(tuple(ids), own_words(names[name, country, kind]), head)

    def _caveats(self) -> Iterator[Entry]:
        for line in self.told.caveats:
            span = line.caveat.span
            key = key_of("caveat", span.start, span.end)
            limits = tuple(Value(item, "ltr", item) for item in line.items)
            notes = (("line.limits", limits),) if limits else ()
            yield Entry((key,), own_words(span.text), self.said.label("caveat", line.caveat.kind), notes)

    def _unread(self) -> Iterator[Group]:
        kinds: dict[str, list[Entry]] = {}
        for line in self.told.unread:
            item, around = line.item, line.around
            entry = Entry((key_of("unread", item.start, item.end),), own_words(around or item.text))
            kinds.setdefault(item.why, []).append(entry)
        for kind, entries in kinds.items():
            yield Group(Value(self.said.label("page_unread", kind)), tuple(entries))

    def _notes(
        self, speakers: Iterable[str | None], via: Iterable[str], when: str | None = None, by: str = "page.by"
    ) -> tuple[tuple[str, tuple[Value, ...]], ...]:
        """Who says it, through whom, for what day."""
        who = tuple(speaker_value(name, self.said) for name in speakers)
        notes = [(by, who)] if who else []
        notes += [("page.via", (own_words(name),)) for name in via]
        notes += [("line.when", (day(when, self.said),))] if when else []
        return tuple(notes)


def _size(entries: Iterable[Entry]) -> int:
    """How many entries there are, with the parts under them."""
    return sum(1 + _size(entry.parts) for entry in entries)
