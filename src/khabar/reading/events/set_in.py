"""Where and when an event is set: by its own clause, other tellings of it, its sentence, its paragraph, the main scene.

How far the place and the day had to be looked for is kept with them.
"""

from __future__ import annotations

from collections.abc import Iterator

from khabar.reading.events.breadth import breadth, is_inside, is_wide
from khabar.reading.events.dates import in_days
from khabar.reading.events.days import Days
from khabar.reading.events.links import Cluster
from khabar.reading.events.settings import Settings, Told
from khabar.record import Place, Time
from khabar.record.types import EventDate, EventPlace
from khabar.record.vocabulary import From


def place_of(settings: Settings, one: Told, cluster: Cluster) -> EventPlace | None:
    """The place that the event's clause names, or one inside it that another telling does; else the nearest.

    Where the clause names none, whoever was hit tells it, then other tellings, then a place close by in the sentence;
    what a government does at home is set in its country; all else in the main scene.
    """
    own, told = one.place, cluster.place
    if own is not None and (told is None or one.draft.plural or not is_inside(told, own) or cluster.strays(own)):
        return EventPlace(own.name, own.id, "predicate")
    rings: list[tuple[From, Place | None]] = [("report", told)] if own is not None else []
    rings += [
        ("sentence", settings.target_place(one) or settings.home(one)),
        ("report", settings.target_of_all(cluster.told)),
    ]
    near = settings.place_in(one, one.sentence)
    if own is None and settings.is_of_land(one) and settings.is_abroad(near):
        near = told = None
    if near is not None and (breadth(told) < breadth(near) if told is not None else is_wide(near)):
        rings.append(("report", told or settings.scene))
    rings += [
        ("sentence", near),
        ("report", told),
        ("paragraph", settings.place_before(one) or _beside(settings, one)),
        ("report", settings.scene_of(one)),
    ]
    return next((EventPlace(place.name, place.id, said) for said, place in rings if place is not None), None)


def _beside(settings: Settings, one: Told) -> Place | None:
    """The town of what was hit just before in the paragraph, where the words name only a building (stormed the town hall of X;
    entered the airport).
    """
    hit = one.draft.target
    if one.draft.type not in _IN_TOWN or hit is None or not hit.name.startswith(_THE) or settings.target_place(one):
        return None
    before = [t for t in settings.around.get(one.paragraph, ()) if t.draft.trigger < one.draft.trigger]
    place = (before[-1].place or settings.target_place(before[-1])) if before else None
    return place if place is not None and breadth(place) <= _TOWN else None


_IN_TOWN = ("ASSAULT", "PROTEST")
_THE, _TOWN = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}", 1


def _dates_the_plan(days: Days, one: Told) -> bool:
    """Whether a day before a noun for what is planned is that of the decision (approved, on Friday, the sending of)."""
    draft, date = one.draft, one.date
    if draft.status != "planned" or draft.kind != "noun" or date is None:
        return False
    return date.start < draft.trigger[0] and not days.is_to_come(date)


def date_of(days: Days, one: Told, cluster: Cluster) -> EventDate | None:
    """The day that the event's clause or another telling names, else the nearest, else that of the main scene."""
    decided = _dates_the_plan(days, one)
    if one.date is not None and one.date.value is not None and not decided:
        return EventDate(in_days(one.date.value), one.date.id or None, "predicate")
    if cluster.date is not None and cluster.date.value is not None and not decided:
        return EventDate(in_days(cluster.date.value.partition("T")[0]), cluster.date.id or None, "report")
    unrest = one.draft.type == "PROTEST" and one.draft.definite and one.draft.background  # goes on for days
    later = one.draft.earlier or one.draft.since or unrest
    if cluster.date is not None or one.draft.status not in (None, "reported") or later:
        return None
    for time, near in _lent(days, one, cluster):
        if time is not None and time.value is not None and not days.is_to_come(time):
            return EventDate(in_days(time.value.partition("T")[0]), time.id or None, near)
    return None


def _lent(days: Days, one: Told, cluster: Cluster) -> Iterator[tuple[Time | None, From]]:
    """The days that other words may lend, the nearest first."""
    yield days.in_sentence(one), "sentence"
    yield from ((days.in_sentence(told), "report") for told in cluster.told)
    yield days.in_paragraph(one), "paragraph"
    yield days.of_scene(one), "report"
    yield from ((days.of_scene(told), "report") for told in cluster.told)
