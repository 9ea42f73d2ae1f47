"""The keys of a report's events: what two reports must agree in before their tellings are one event.

Two tellings are one where kind, place, day and something that tells the event from its neighbours (a site, a name, a number of
victims) agree.  What says less is not enough to be joined by itself: it asks, from the closest reading to the widest, and is
joined where exactly one event answers.  So a hundred strikes of one day and town stay a hundred.

Levels of asking: 1 a place within the named division or country, 2 a day that was lent, up to a week before,
3 nothing told but place and day, 4 the same with a lent day.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from khabar.reconcile.across.entry import Entry
from khabar.reconcile.across.joining import Key
from khabar.reconcile.across.scenes import Scene, Where, scenes

_HARM: Final = ("ASSAULT", "ACCIDENT")
"""One blast is an attack to one report and an accident to another."""
_FAMILIES: Final = {
    "explosive": "blast", "suicide_bomb": "blast", "air_strike": "strike", "shelling": "strike", "armed_clash": "clash",
    "shooting": "shooting", "execution": "shooting", "abduction": "abduction", "looting": "damage", "arson": "damage",
    "destruction": "damage", "arrest": "arrest", "raid": "arrest", "curfew": "curfew", "emergency": "curfew",
    "trial": "trial", "ban": "ban", "expulsion": "expulsion",
}  # fmt: skip
_ONCE: Final = ("PROTEST", "DISASTER")
"""Kinds that a place has once a day."""
_WEAK: Final = ("house", "car")
"""Sites that every other attack hits: they keep two events apart and never join them."""
_WEEK: Final = 7
_MOST: Final = 6
"""Marks that are asked for; a list of thirty victims asks for no more."""


def event_keys(entry: Entry) -> Iterator[Key]:
    """The keys of all events of a report; `join_events` makes groups of them."""
    for scene in scenes(entry):
        yield from _keys(scene)


def _keys(scene: Scene) -> Iterator[Key]:
    kind = _kind(scene)
    marks = [mark for mark in scene.marks if mark not in _WEAK][:_MOST]
    yield Key(scene.ref, "is", f"{scene.ref}")
    if scene.general or _once(scene):
        if scene.real:
            yield from _daily(scene, kind)
        return
    if not scene.real:
        yield from (Key(scene.ref, "is", f"unreal {key}") for key in _slots(kind, scene, marks))
        return
    yield from (Key(scene.ref, "is", key) for key in _slots(kind, scene, marks))
    yield from (Key(scene.ref, "offers", key) for key in _offered(scene, kind, marks))
    yield from _sought(scene, kind, marks)


def _kind(scene: Scene) -> str:
    if scene.type in _HARM:
        return "harm"
    families = [_FAMILIES.get(subtype, subtype) for subtype in scene.subtypes]
    return f"{scene.type.lower()} {families[0]}" if families else scene.type.lower()


def _once(scene: Scene) -> bool:
    return scene.type in _ONCE or (scene.type == "COERCE" and "curfew" in (_FAMILIES.get(s) for s in scene.subtypes))


def _daily(scene: Scene, kind: str) -> Iterator[Key]:
    """Fighting in a town, protests in a town: one thing a day, and never the same as an act on that day."""
    families = {_FAMILIES.get(subtype, "violence") for subtype in scene.subtypes} or {"violence"}
    named = [f"{kind}: {family}" for family in sorted(families)] if scene.type == "ASSAULT" else [kind]
    for where in scene.places:
        place = where.spot or where.division or (where.country if scene.type != "ASSAULT" else None)
        for day in scene.days if place else ():
            yield from (Key(scene.ref, "is", f"{name} on a day | {place} | {day}") for name in named)


def _slots(kind: str, scene: Scene, marks: list[str]) -> Iterator[str]:
    for where in scene.places:
        place = _finest(where)
        if place:
            yield from (f"{kind} | {place} | {day} | {mark}" for day in scene.days for mark in marks)


def _finest(where: Where) -> str | None:
    return where.spot or where.division or where.country


def _rungs(where: Where) -> list[str]:
    return [rung for rung in where if rung]


def _offered(scene: Scene, kind: str, marks: list[str]) -> set[str]:
    rungs = {rung for where in scene.places for rung in _rungs(where)}
    kinds = [kind, *_families(scene)] if scene.type in _HARM else [kind]
    plain = {f"{name} | {rung} | {day}" for name in kinds for rung in rungs for day in scene.days}
    return plain | {f"{kind} | {rung} | {day} | {mark}" for rung in rungs for day in scene.days for mark in marks}


def _families(scene: Scene) -> list[str]:
    return sorted({_FAMILIES[subtype] for subtype in scene.subtypes if subtype in _FAMILIES})


def _sought(scene: Scene, kind: str, marks: list[str]) -> Iterator[Key]:
    own = {place for where in scene.places if (place := _finest(where))}
    lent = {place for where in scene.lent_places if (place := _finest(where))}
    wide = {where.country for where in scene.lent_places if where.country}
    days = _possible(scene)
    if marks and scene.days:
        coarse = {_finest(where) for where in scene.places if not where.spot}
        keys = [f"{kind} | {place} | {day} | {mark}" for place in coarse for day in scene.days for mark in marks]
        yield from (Key(scene.ref, "seeks", key, 1) for key in keys)
    if marks:
        places = own or wide
        asked = days if not scene.days else list(scene.days)
        keys = [f"{kind} | {place} | {day} | {mark}" for place in places for day in asked for mark in marks]
        if not scene.days or not own:
            yield from (Key(scene.ref, "seeks", key, 2) for key in keys)
    elif not scene.marks:
        names = _families(scene) or [kind]
        for place in own or lent:
            level, asked = (3, list(scene.days)) if scene.days else (4, days)
            yield from (Key(scene.ref, "seeks", f"{name} | {place} | {day}", level) for name in names for day in asked)
            if scene.days and own:
                yield from (Key(scene.ref, "is", f"{name} | {place} | {day}", 3) for name in names for day in asked)


def _possible(scene: Scene) -> list[dt.date]:
    """The days on which an event without a day of its own may have been: those lent to it, and the week before."""
    if scene.days:
        return list(scene.days)
    spans = scene.lent_days
    if not spans:
        if scene.dated or scene.published is None:
            return []
        spans = ((scene.published, scene.published),)
    days = {first - dt.timedelta(back) for first, _ in spans for back in range(_WEEK + 1)}
    days |= {first + dt.timedelta(on) for first, last in spans for on in range((last - first).days + 1)}
    return sorted(days)
