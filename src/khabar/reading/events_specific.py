"""Specific events: does a report tell what happened, or speak of violence and protest as such?

Words of violence stand in every kind of text: history, trials, programmes, sport, figures of speech.  A report that tells
an act of a kind says something of it: who was hurt, with what, on which day, where, by a verb that carries its clause.
Where a report does so once, its other words of that kind belong to the story and are kept; where it never does, all of
them are talk and tell no event.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.languages.drafts import Offsets
from khabar.reading.events_links import Cluster
from khabar.reading.events_settings import Told
from khabar.record import Figure
from khabar.record.vocabulary import EventType, Measure

# Types whose words are used of things that did not happen as often as of things that did.
_SPOKEN_OF: tuple[EventType, ...] = ("ASSAULT", "PROTEST")
_COUNTED: frozenset[Measure] = frozenset(
    ("killed", "injured", "casualties", "abducted", "missing", "neutralised", "protesters")
)
_ENOUGH = 2


def without_talk(told: Sequence[Told], of_each: Sequence[Cluster], figures: Sequence[Figure]) -> list[tuple[Told, Cluster]]:
    """The tellings with their clusters, without those of a type that the report only speaks of.

    What is ordered, feared or planned is kept.  `of_each`: the cluster of each telling; dropped tellings leave it.
    """
    counted = [f.start for f in figures if f.measure in _COUNTED]
    made = {id(cluster): cluster for cluster in of_each}
    types = {c.told[0].draft.type for c in made.values() if _is_specific(c, counted)}
    for cluster in made.values():
        cluster.told = [one for one in cluster.told if not _is_talk(one, types)]
    return [(one, cluster) for one, cluster in zip(told, of_each, strict=True) if not _is_talk(one, types)]


def _is_talk(told: Told, types: set[EventType]) -> bool:
    draft = told.draft
    return draft.type in _SPOKEN_OF and draft.type not in types and draft.status in (None, "reported")


def _is_specific(cluster: Cluster, counted: Sequence[int]) -> bool:
    """Two of: people counted in its sentences, means, a day, a place, a verb of its own; or told in several paragraphs."""
    told = cluster.told
    if len({one.paragraph for one in told}) > 1:
        return True
    evidence = (
        any(_holds(one.sentence, counted) for one in told),
        any(one.draft.method for one in told),
        any(one.date is not None for one in told),
        any(one.place is not None for one in told),
        any(one.draft.kind == "verb" and not one.draft.background for one in told),
    )
    return sum(evidence) >= _ENOUGH


def _holds(sentence: Offsets, starts: Sequence[int]) -> bool:
    return any(sentence[0] <= start < sentence[1] for start in starts)
