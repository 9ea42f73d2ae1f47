"""Where and when an event is set: by its own clause, other tellings of it, its sentence, its paragraph, the main scene.

How far the place and the day had to be looked for is kept with them.
"""

from __future__ import annotations

from khabar.reading.events.breadth import breadth, is_inside, is_wide, same_place
from khabar.reading.events.dates import in_days
from khabar.reading.events.days import Days
from khabar.reading.events.homes import home_of, may_lie_in
from khabar.reading.events.links import Cluster
from khabar.reading.events.settings import Settings, Told
from khabar.record import Actor, Place, Time
from khabar.record.types import EventDate, EventPlace
from khabar.record.vocabulary import HARM, From


def place_of(settings: Settings, one: Told, cluster: Cluster, speaker: Actor | None = None) -> EventPlace | None:
    """The place that the event's clause names, or one inside it that another telling does; else the nearest.

    Where the clause names none, whoever was hit tells it, then other tellings, then a place close by in the sentence;
    what a government does at home is set in its country; all else in the main scene.  `speaker`: who tells it.
    """
    said, place = _place_told(settings, one, cluster)
    home = home_of(one, speaker)
    if home is not None and not may_lie_in(place, home):
        return EventPlace(home.name, None, "predicate")
    return EventPlace(place.name, place.id, said) if place is not None else None


def _place_told(settings: Settings, one: Told, cluster: Cluster) -> tuple[From, Place | None]:
    """The place of an event as the report names it, and how far off."""
    own, told = one.place, cluster.place
    if settings.scene is not None and settings.is_reason_of_measure(one):
        return "report", settings.scene
    scene = settings.scene if own is not None and own.kind in _LANDS and one.draft.actor is not None else None
    if own is not None and scene is not None and _is_land_of_doer(settings, one, own):
        return "sentence", scene
    if own is not None and (told is None or one.draft.plural or not _is_narrowed(told, own) or cluster.strays(own)):
        return "predicate", own
    if own is not None and told is not None:
        return "report", told
    return _place_lent(settings, one, cluster)


def _is_land_of_doer(settings: Settings, one: Told, own: Place) -> bool:
    """Whether the clause only says in which land its doer is at work (the coast guard in X), and its sentence names the scene of
    the report, which lies there.
    """
    doer, scene = one.draft.actor, settings.scene
    if doer is None or scene is None or not doer.span[0] < own.start <= doer.span[1] + _IN:
        return False
    return scene.name in settings.towns_in(one.sentence) and is_inside(scene, own)


_LANDS = ("country", "area")
_IN = 4  # characters of "in" and its spaces


def _is_narrowed(told: Place, own: Place) -> bool:
    """Whether another telling names a place inside a country or a province that the clause does; a town is near enough, though
    another telling names the quarter.
    """
    return breadth(own) > _TOWN and is_inside(told, own)


def _place_lent(settings: Settings, one: Told, cluster: Cluster) -> tuple[From, Place | None]:
    """The place that other words than the event's clause lend, the nearest first, and how far off they stand."""
    told = cluster.place
    hit = settings.target_place(one) or settings.home(one)
    if hit is not None:
        return "sentence", hit
    hit = settings.target_of_all(cluster.told)
    if hit is not None:
        return "report", hit
    near = settings.place_in(one, one.draft.part or one.sentence)
    if near is not None and one.draft.type == "MOBILIZE" and _is_doer(one, near):
        near = None  # whose forces they are, not where they went
    if near is not None and one.draft.type != "PROTEST" and not same_place(near, told):
        # It comes a week after a blast in another town.  Unrest is in many.
        near = None if settings.is_of_another(near, cluster.told) else near
    if near is None:
        host = settings.host(one)
        near = host if host is not None and (told is None or breadth(host) < breadth(told)) else None
    if settings.is_of_land(one) and settings.is_abroad(near):
        near = told = None
    wider = near is not None and (breadth(told) < breadth(near) if told is not None else is_wide(near))
    wide = (told or settings.scene or settings.part_of_world(one)) if wider else None
    if wide is not None:
        return "report", wide
    if near is not None or told is not None:
        return ("sentence", near) if near is not None else ("report", told)
    dateline = _where_written(settings, cluster.told[0])
    if dateline is not None:
        return "report", dateline
    beside = settings.place_before(one) or _beside(settings, one) or settings.names.before_post(one.draft.trigger[0])
    if beside is not None:
        return "paragraph", beside
    scene = settings.scene_of(one) or settings.near_of_all(cluster.told)
    return "report", scene or settings.scene_of_first(one, cluster.told[0]) or settings.land_of(one)


def _where_written(settings: Settings, first: Told) -> Place | None:
    """The town of the dateline, for a meeting or a visit that the first sentences tell as held: the report was written there, if
    it tells of that land; an agency's correspondent may sit in another.
    """
    land = settings.names.land
    if land is not None and settings.written is not None and settings.written.country != land.country:
        return None
    if (
        first.draft.type != "CONSULT"
        or first.draft.status not in (None, "reported")
        or first.sentence[0] >= settings.lead
    ):
        return None
    return settings.written


def _is_doer(one: Told, place: Place) -> bool:
    """Whether a place is the doer of what is told (a state that deploys its troops)."""
    doer = one.draft.actor
    return doer is not None and doer.span[0] == place.start


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


def _is_done(one: Told) -> bool:
    return one.draft.status in (None, "reported")


_HAPPENS = (*HARM, "PROTEST", "COERCE")


def date_of(days: Days, one: Told, cluster: Cluster) -> EventDate | None:
    """The day that the event's clause or another telling names, else the nearest, else that of the main scene."""
    decided = _dates_the_plan(days, one)
    if one.date is not None and one.date.value is not None and not decided:
        return EventDate(in_days(one.date.value), one.date.id or None, "predicate")
    told = cluster.date
    if told is not None and one.draft.type in _HAPPENS and _is_done(one) and days.is_to_come(told):
        told = None  # the march that is called for tomorrow, and the one that was
    if told is not None and told.value is not None and not decided:
        return EventDate(in_days(told.value.partition("T")[0]), told.id or None, "report")
    unrest = one.draft.type == "PROTEST" and one.draft.definite and one.draft.background  # goes on for days
    later = one.draft.earlier or one.draft.since or unrest
    if told is not None or not _is_done(one) or later:
        return None
    near, time = _day_lent(days, one, cluster)
    if time is None or time.value is None or days.is_to_come(time):
        return None
    return EventDate(in_days(time.value.partition("T")[0]), time.id or None, near)


def _day_lent(days: Days, one: Told, cluster: Cluster) -> tuple[From, Time | None]:
    """The day that other words lend, the nearest first, and how far off they stand."""
    day = days.in_sentence(one)
    if day is not None:
        return "sentence", day
    day = days.of_sentences(cluster.told)
    if day is not None:
        return "report", day
    day = days.in_paragraph(one)
    if day is not None:
        return "paragraph", day
    return "report", days.of_scene(one) or days.lent_to_all(cluster.told)
