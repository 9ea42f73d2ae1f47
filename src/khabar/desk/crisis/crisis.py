"""A crisis: the entries of a case, and what the comparison of all of them gives, layer by layer, each worked out once."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from khabar.desk.crisis.calling import Calling
from khabar.desk.crisis.known import Known, known_in, ready
from khabar.desk.crisis.loading import entries_of, entry_of, is_lines, registry_beside
from khabar.desk.crisis.people import People, people_in
from khabar.desk.wording import messages
from khabar.ledger import amended_reports, opened
from khabar.reconcile.across.actors.keys import actor_keys, agree, voice_keys
from khabar.reconcile.across.actors.registry import Registry
from khabar.reconcile.across.actors.sides import Voice, voices_of
from khabar.reconcile.across.decided import Decided, together, without
from khabar.reconcile.across.entry import Entry, Ref
from khabar.reconcile.across.events.joining import join_events
from khabar.reconcile.across.events.keys import event_keys
from khabar.reconcile.across.figures.counts import Count, counts_of
from khabar.reconcile.across.figures.differing import Point
from khabar.reconcile.across.figures.series import points
from khabar.reconcile.across.joining import Group, Groups, Key, join
from khabar.reconcile.across.statements.deeds import deeds_denied
from khabar.reconcile.across.statements.denying import Denial, denials
from khabar.reconcile.across.statements.exceptions import exceptions
from khabar.reconcile.across.statements.persons_told import Told, differing_ages
from khabar.reconcile.across.statements.rivals import rivals
from khabar.reconcile.across.statements.statements import Statement, statements
from khabar.reconcile.across.statements.when_and_where import Apart, when_and_where


class Crisis:
    """The reports of one crisis and what they come to, with what people entered into its registry and signed in its case."""

    def __init__(
        self, entries: Iterable[Entry], registry: Registry | None = None, people: People | None = None
    ) -> None:
        self.entries = tuple(entries)
        self.registry = registry or Registry()
        self.people = people or People()
        self.known: Known | None = None
        self.measure: str | None = None
        self.by_document = {entry.document: entry for entry in self.entries}
        self._calling: dict[str, Calling] = {}

    @classmethod
    def of(cls, source: Path) -> Crisis:
        """The crisis of a case or of a JSON Lines file; `NAME.registry.toml` beside it is its registry.

        Raises as `entries_of` does, and CaseError for a registry that cannot be used.
        """
        registry = registry_beside(source)
        if is_lines(source):
            return cls(entries_of(source), registry)
        kept = ready(source, registry)
        with opened(source) as connection:
            entries = tuple(entry_of(amended) for amended in amended_reports(connection))
            made = cls(entries, registry, people_in(connection))
            made.known = known_in(connection) if kept else None
            return made

    @cached_property
    def decided(self) -> dict[str, Decided]:
        """What people said of actors, events and claims, by layer; of events it is said of their first telling in a report."""
        return self.people.decided(self.by_document)

    @cached_property
    def events(self) -> Groups:
        """Events of all reports, joined.  Refs name the first telling of an event in its report."""
        said = self.decided["events"]
        if self.known:
            return together(self.known.events, said)
        return together(join_events(without((k for entry in self.entries for k in event_keys(entry)), said)), said)

    def ref(self, document: int, item: str) -> Ref:
        """An item by the number of its document and its id there."""
        return Ref(document, item)

    def published(self, document: int) -> str | None:
        """The day on which a document came out that is here, or that tells an event which is told here."""
        if document in self.by_document:
            return self.by_document[document].published
        return self.known.published.get(document) if self.known else None

    @cached_property
    def actors(self) -> Groups:
        """Actors of all reports, joined: who is who."""
        return self._joined(key for entry in self.entries for key in actor_keys(entry, self.registry))

    @cached_property
    def voices(self) -> Groups:
        """Actors joined as voices: who speaks for a body is the body."""
        if self.known:
            return together(self.known.voices, self.decided["actors"])
        return self._joined(key for entry in self.entries for key in voice_keys(entry, self.registry))

    def _joined(self, keys: Iterable[Key]) -> Groups:
        said = self.decided["actors"]
        return together(join(without(keys, said), agree), said)

    @cached_property
    def voice_table(self) -> dict[Group, Voice]:
        """Each voice with its names and its side."""
        if self.known:
            return self.known.voice_table(self.voices, self.by_document, self.registry)
        return voices_of(self.entries, self.voices, self.registry)

    def calling(self, ui: str) -> Calling:
        """What voices are called in a language of the UI."""
        if ui not in self._calling:
            self._calling[ui] = Calling(self.voice_table.values(), messages(ui))
        return self._calling[ui]

    @cached_property
    def counts(self) -> tuple[Count, ...]:
        """The figures of all reports, or those of `measure`, each with its event and its voice."""
        acts = self.known.acts if self.known else {}
        return tuple(counts_of(self.entries, self.events, self.voices, acts, self.measure))

    @cached_property
    def points(self) -> list[Point]:
        """Each number of each voice, with every report that carries it."""
        return points(self.counts)

    @cached_property
    def point_of(self) -> dict[Ref, Point]:
        """The point of each figure that is in one."""
        return {ref: point for point in self.points for count in point.counts for ref in count.refs}

    @cached_property
    def denials(self) -> list[Denial]:
        """What one voice denies and another says."""
        found = denials(self.entries, self.events, self.voices, self.points)
        return [*found, *deeds_denied(self.entries, self.events, self.voices, found)]

    @cached_property
    def exceptions(self) -> list[Denial]:
        """What one voice says of all, and another of all but some."""
        return exceptions(self.entries, self.voices)

    @cached_property
    def rivals(self) -> list[Denial]:
        """Attacks that two sides claim."""
        return rivals(self.entries, self.events, self.voices)

    @cached_property
    def apart(self) -> list[Apart]:
        """Events that reports set on different days or in different places."""
        return when_and_where(self.entries, self.events, self.voices, self.points)

    @cached_property
    def ages(self) -> list[tuple[Told, Told]]:
        """Ages that reports give one person otherwise."""
        return differing_ages(self.entries, self.events)

    @cached_property
    def statements(self) -> list[Statement]:
        """Statements that more than one report carries: one origin each."""
        return statements(self.entries, self.voices, self.points, self.events, self.decided["claims"])
