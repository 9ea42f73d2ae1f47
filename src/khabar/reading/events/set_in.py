"""Where and when an event is set: by its own clause, other tellings of it, its sentence, its paragraph, the main scene.

How far the place and the day had to be looked for is kept with them.
"""

from __future__ import annotations

from khabar.languages.drafts import EventDraft
from khabar.reading.events.breadth import breadth, is_inside, is_wide
from khabar.reading.events.days import Days, in_days
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


def _is_known(draft: EventDraft) -> bool:
    """Whether it goes on, or was before, so that the day of another is not its own: a known thing, a curfew in force."""
    measure = draft.subtype in _IN_FORCE and not draft.asserted
    return draft.kind == "noun" and (draft.definite or measure)


_IN_FORCE = ("curfew", "emergency")


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
    options: list[tuple[Time | None, From]] = [(None if decided else cluster.date, "report")]
    unrest = one.draft.type == "PROTEST" and one.draft.definite and one.draft.background  # goes on for days
    later = one.draft.earlier or one.draft.since or unrest
    if cluster.date is None and one.draft.status in (None, "reported") and not later:
        options.append((days.in_sentence(one), "sentence"))
        around = days.in_paragraph(one)
        older = one.draft.type == "DISASTER" and all(told.draft.definite for told in cluster.told)
        if around is None or not _is_known(one.draft):
            options += [(around, "paragraph")]
            options += [] if older else [(days.scene, "report")]  # the toll is news, not the earthquake
    for time, near in options:
        if time is not None and time.value is not None and not (time is not cluster.date and days.is_to_come(time)):
            return EventDate(in_days(time.value.partition("T")[0]), time.id or None, near)
    return None
