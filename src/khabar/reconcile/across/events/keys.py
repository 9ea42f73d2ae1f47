"""The keys of a report's events: what two reports must agree in before their tellings are one event.

Two tellings are one where kind, place, day and something that tells the event from its neighbours (a site, a name, a number of
victims) agree.  What says less is not enough to be joined by itself: it asks, from the closest reading to the widest, and is
joined where exactly one event answers.  So a hundred strikes of one day and town stay a hundred.

Levels of asking: 1 a place within the named division or country, 2 two marks in common within the week before a day that was
lent, 3 the same against a day of its own, 4 one mark in a town on a day that was lent, 5 nothing told but town and day, 6 less:
only an event of which many reports speak answers that.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import combinations, product
from typing import Final

from msgspec.structs import replace

from khabar.reconcile.across.entry import Entry
from khabar.reconcile.across.events.scenes import Scene, Where, scenes
from khabar.reconcile.across.events.words import all_sites
from khabar.reconcile.across.joining import Key

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
_WEAK: Final = ("house", "car", "border")
"""Sites that every other attack hits: they keep two events apart and never join them."""
_ONE_OF_A_KIND: Final = ("coup", "mutiny")
"""Acts that a country has one of at a time."""
_WEEK: Final = dt.timedelta(7)
_MONTH: Final = dt.timedelta(30)
_SEEN_ONCE: Final = ("explosive", "suicide_bomb", "arson", "abduction")
"""Kinds of attacks that a town does not see every day of a war."""
_PAIRED: Final = 4
_SOME: Final = 20
_LARGE: Final = 1000
_TELLING: Final = 5
_APART: Final = 3
"""Days by which reports may differ in setting one act in time."""
_FIRST: Final = dt.date.min + _WEEK
_NOWHERE: Final = "?"
"""Where towns are of which nobody knows the country."""
_MOST: Final = 6
"""Marks that are asked for; a list of thirty victims asks for no more."""


def event_keys(entry: Entry) -> Iterator[Key]:
    """The keys of all events of a report; `join_events` makes groups of them."""
    for scene in entry.once(scenes):
        yield from _keys(scene)


def _keys(scene: Scene) -> Iterator[Key]:
    kind = _kind(scene)
    marks = [mark for mark in scene.marks if mark not in _WEAK][:_MOST]
    if not set(marks).isdisjoint(_ONE_OF_A_KIND):
        scene = _of_the_country(scene)
    yield Key(scene.ref, "is", f"{scene.ref.document}:{scene.ref.item}")
    if scene.general or _once(scene):
        if scene.real:
            yield from _daily(scene, kind)
            yield from _by_toll(scene, kind, marks)
        return
    if not scene.real:
        yield from (Key(scene.ref, "is", f"unreal {key}") for key in _slots(kind, scene, marks))
        return
    yield from (Key(scene.ref, "is", key) for key in (*_slots(kind, scene, marks), *_of_victims(kind, scene)))
    yield from (Key(scene.ref, "offers", key) for key in _offered(scene, kind, marks))
    yield from _sought(scene, kind, marks)


def _of_the_country(scene: Scene) -> Scene:
    """A coup in the capital is the coup of the country."""
    return replace(scene, places=_countries(scene.places or scene.lent_places), lent_places=())


def _countries(places: tuple[Where, ...]) -> tuple[Where, ...]:
    return tuple(dict.fromkeys(Where(None, None, where.country) for where in places if where.country))


def _kind(scene: Scene) -> str:
    if scene.type in _HARM:
        return "harm"
    if scene.type in _ONCE:
        return scene.type.lower()
    families = [_FAMILIES.get(subtype, subtype) for subtype in scene.subtypes] or scene.turns
    return f"{scene.type.lower()} {families[0]}" if families else scene.type.lower()


def _once(scene: Scene) -> bool:
    return scene.type in _ONCE or (scene.type == "COERCE" and "curfew" in (_FAMILIES.get(s) for s in scene.subtypes))


def _by_toll(scene: Scene, kind: str, marks: list[str]) -> Iterator[Key]:
    """Violence as such is known by a toll that no other has by chance: 164 dead of the unrest are those of the unrest."""
    tolls = _tolls(marks)
    places = {place for where in (*scene.places, *scene.lent_places) if (place := _finest(where))} if tolls else set()
    for place, mark in product(sorted(places), tolls):
        yield from (Key(scene.ref, "seeks", f"{kind} | {place} | {day} | {mark}", 2) for day in _possible(scene))
        days = scene.days or _lent_days(scene)
        yield from (Key(scene.ref, "offers", f"{kind} | {place} | {day} | {mark}") for day in days)


def _daily(scene: Scene, kind: str) -> Iterator[Key]:
    """Fighting in a town, protests in a town: one thing a day, and never the same as an act on that day.

    Protests that are only said to have been in a country are those of the only town that has any on that day.
    """
    families = {_FAMILIES.get(subtype, "violence") for subtype in scene.subtypes} or {"violence"}
    named = [f"{kind}: {family}" for family in sorted(families)] if scene.type == "ASSAULT" else [kind]
    if scene.type == "DISASTER":
        yield from _of_disaster(scene)
    for where in scene.places:
        place = where.spot or where.division
        days = scene.days or (_lent_days(scene) if where.spot else ())
        for name, day in product(named, days if place else ()):
            yield Key(scene.ref, "is", f"{name} on a day | {place} | {day}")
            yield Key(scene.ref, "offers", f"{name} | {where.country} | {day}")
    if scene.type != "ASSAULT" and not any(where.spot or where.division for where in scene.places):
        countries = {where.country for where in (*scene.places, *scene.lent_places) if where.country}
        yield from (
            Key(scene.ref, "seeks", f"{kind} | {c} | {day}", 1) for c in sorted(countries) for day in scene.days
        )


def _of_disaster(scene: Scene) -> Iterator[Key]:
    """A disaster lasts: what is told of a day and of the next is one in a place; a storm with a name is one wherever it goes."""
    published = scene.published
    if published:
        yield from (Key(scene.ref, "is", f"disaster {name} | {published:%Y}") for name in scene.called)
        yield from (Key(scene.ref, "offers", f"storm {name} | {published:%Y}") for name in scene.called)
        if not scene.called:
            yield from (Key(scene.ref, "seeks", f"storm {name} | {published:%Y}", 2) for name in scene.behind)
    rungs = {where.division or where.country for where in scene.places} or {
        where.country for where in scene.lent_places
    }
    days = scene.days or _lent_days(scene) or ((published,) if published else ())
    for rung in sorted(filter(None, rungs)):
        spans = {day - dt.timedelta(by) for day in days if day > dt.date.min for by in (0, 1)}
        yield from (
            Key(scene.ref, "is", f"disaster {kind} | {rung} | {day}") for kind in scene.turns for day in sorted(spans)
        )


def _lent_days(scene: Scene) -> tuple[dt.date, ...]:
    return tuple(first for first, last in scene.lent_days if first == last)


def _slots(kind: str, scene: Scene, marks: list[str]) -> Iterator[str]:
    for where in scene.places:
        place = _finest(where)
        if place:
            told = _telling(kind, where, marks)
            yield from (f"{kind} | {place} | {day} | {mark}" for day in scene.days for mark in told)


def _of_victims(kind: str, scene: Scene) -> Iterator[str]:
    """Who is attacked by name is attacked once a month."""
    if kind == "harm" and scene.published:
        months = {
            f"{day:%Y-%m}" for day in (scene.published, scene.published - min(_MONTH, scene.published - dt.date.min))
        }
        yield from (f"harm to {name} | {month}" for name in scene.victims for month in sorted(months))


def _wide(scene: Scene) -> set[str]:
    """Where an event was to which only its report lent a place: in its country, or there where the atlas knows none."""
    return {place for where in scene.lent_places if (place := where.country or where.spot)}


def _telling(kind: str, where: Where, marks: list[str]) -> list[str]:
    """What two reports must agree in beside the place: in a whole country one mark is too little for an attack."""
    if kind != "harm" or where.spot or where.division:
        return marks
    return [*_pairs(marks), *(mark for mark in marks if mark in _ONE_OF_A_KIND)]


def _finest(where: Where) -> str | None:
    return where.spot or where.division or where.country


def _offered(scene: Scene, kind: str, marks: list[str]) -> set[str]:
    rungs = {rung for where in scene.places for rung in where if rung}
    kinds = [kind, *_families(scene)] if scene.type in _HARM else [kind]
    plain = {f"{name} | {rung} | {day}" for name in kinds for rung in rungs for day in scene.days}
    told = [*marks, *_pairs(marks)]
    return (
        plain
        | {f"{kind} | {rung} | {day} | {mark}" for rung in rungs for day in scene.days for mark in told}
        | {
            f"{kind} | {where.country} | {day} | in {town}"
            for where in scene.places
            for day in scene.days
            for town in scene.towns
        }
        | {*_lent(scene, kind, marks)}
        | {
            f"{kind} | {_NOWHERE} | {day} | {pair}"
            for day in scene.days
            for pair in _whole_tolls(marks)
            if _NOWHERE in _lands(scene)
        }
        | {
            f"{kind} | {rung} | {day} | {pair}"
            for rung in rungs
            for day in scene.days
            for pair in (*_whole_tolls(marks), *_tolls_at_a_site(marks))
        }
    )


def _lent(scene: Scene, kind: str, marks: list[str]) -> Iterator[str]:
    """Two marks on a day or at a place that the report lent, which is good enough where reports agree in all of it."""
    if scene.days and scene.places:
        return
    days = scene.days or _lent_days(scene)
    rungs = {rung for where in scene.places for rung in where if rung} or {
        w.country for w in scene.lent_places if w.country
    }
    for place, day, pair in product(sorted(rungs), days, _pairs(marks)):
        yield f"{kind} | {place} | {day} | {pair}"


def _pairs(marks: list[str]) -> list[str]:
    """Two marks at a time: what agrees in both is one event even where a day or a place was read wrongly."""
    whole = [mark for mark in _newest(marks) if mark in marks[:_PAIRED]]
    return [*(" + ".join(sorted(pair)) for pair in combinations(whole, 2)), *_tolls(marks)]


def _tolls(marks: list[str]) -> list[str]:
    """The numbers of victims that no other event has by chance."""
    return [mark for mark in _newest(marks) if _is_odd(mark)]


def _newest(marks: list[str]) -> list[str]:
    """The marks without numbers of victims that are a part of another number, or an older toll."""
    return [mark for mark in marks if not any(_is_more(other, mark) for other in marks)]


def _is_odd(mark: str) -> bool:
    """A number of victims that no other event has by chance says as much as two words."""
    number = mark.rpartition(" ")[2]
    return number.isdigit() and (int(number) >= _LARGE or (int(number) >= _SOME and int(number) % 10 != 0))


def _is_more(one: str, other: str) -> bool:
    """Whether a mark is a larger number of the same measure: the smaller one is a part of it, or an older toll."""
    measure, _, number = one.rpartition(" ")
    of, _, less = other.rpartition(" ")
    return measure == of and number.isdigit() and less.isdigit() and int(number) > int(less)


def _families(scene: Scene) -> list[str]:
    """The kinds of an act by its means, of an accident by what happened (a sinking, a crash)."""
    turns = scene.turns if scene.type == "ACCIDENT" else ()
    return sorted({*turns, *(_FAMILIES[subtype] for subtype in scene.subtypes if subtype in _FAMILIES)})


def _sought(scene: Scene, kind: str, marks: list[str]) -> Iterator[Key]:
    own_days = [str(day) for day in scene.days]
    before = _possible(scene)
    spots = [where.spot for where in scene.places if where.spot]
    coarse = [where for where in scene.places if not where.spot]
    places = {place for where in scene.places if (place := _finest(where))} or _wide(scene)
    if marks:
        for where in coarse:
            told = (filter(None, [_finest(where)]), own_days, _telling(kind, where, marks))
            yield from _asked(scene, 1, kind, told)
            called = [f"in {mark}" for mark in marks]
            yield from _asked(scene, 2, kind, (filter(None, [where.country]), own_days, called))
        yield from _asked(scene, 3 if scene.days else 2, kind, (places, before, _pairs(marks)))
        yield from (Key(scene.ref, "is", key, 2) for key in _lent(scene, kind, marks))
        if not scene.days or not scene.places:
            yield from _asked(scene, 4, kind, (spots, own_days or before, marks))
            yield from _asked(scene, 4, kind, (places, before, [mark for mark in marks if mark in _ONE_OF_A_KIND]))
            yield from _asked(scene, 6, kind, (places.difference(spots), own_days or before, _newest(marks)))
    else:
        yield from _sought_bare(scene, kind, own_days or before)
    yield from _sought_by_kind(scene, kind, marks)
    if kind == "harm":
        yield from _sought_apart(scene, marks)


def _sought_apart(scene: Scene, marks: list[str]) -> Iterator[Key]:
    """What an act asks for that another report may set a few days before, or in another town on its day: there
    what it did must agree in more than one number, for nothing else but where and when tells two acts of a kind apart.
    """
    whole, of_a_site = _whole_tolls(marks), _tolls_at_a_site(marks)
    before = [str(day - dt.timedelta(by)) for day in scene.days if day > _FIRST for by in range(1, _APART + 1)]
    spots = [where.spot for where in scene.places if where.spot]
    for spot, day, pair in product(spots, before, (*whole, *of_a_site)):
        yield Key(scene.ref, "seeks", f"harm | {spot} | {day} | {pair}", 2)
    for land, day, pair in product(_lands(scene), map(str, scene.days), whole):
        yield Key(scene.ref, "seeks", f"harm | {land} | {day} | {pair}", 2)


def _lands(scene: Scene) -> list[str]:
    return sorted({where.country or _NOWHERE for where in scene.places if where.spot})


def _whole_tolls(marks: list[str]) -> list[str]:
    """Dead and injured together, where both are told and are so many that no other act has both by chance."""
    killed, injured = (_largest(marks, measure) for measure in ("killed", "injured"))
    return (
        [" + ".join(sorted((f"killed {killed}", f"injured {injured}")))]
        if killed and injured and killed + injured >= _SOME
        else []
    )


def _tolls_at_a_site(marks: list[str]) -> list[str]:
    """The dead at a site of a kind: 26 dead at a market."""
    killed = _largest(marks, "killed")
    return (
        [" + ".join(sorted((f"killed {killed}", mark))) for mark in marks if mark in all_sites()]
        if killed >= _TELLING
        else []
    )


def _largest(marks: list[str], measure: str) -> int:
    numbers = (mark.split() for mark in marks)
    return max((int(of[1]) for of in numbers if len(of) == 2 and of[0] == measure and of[1].isdigit()), default=0)


def _sought_bare(scene: Scene, kind: str, days: list[str]) -> Iterator[Key]:
    """What an event asks for of which nothing is told but where and when."""
    spots = {where.spot for where in scene.places if where.spot}
    around = {place for where in scene.places or scene.lent_places if (place := _finest(where))} - spots
    for name, day in product(_families(scene) or [kind], days):
        for spot in sorted(spots):
            yield Key(scene.ref, "seeks", f"{name} | {spot} | {day}", 5 if scene.days and not scene.marks else 6)
            if scene.days and not scene.marks:
                yield Key(scene.ref, "is", f"{name} | {spot} | {day}", 5)
        yield from (Key(scene.ref, "seeks", f"{name} | {place} | {day}", 6) for place in sorted(around))


def _sought_by_kind(scene: Scene, kind: str, marks: list[str]) -> Iterator[Key]:
    """What an attack of a kind asks for whatever its marks, as long as it names no site: in a town the only one of its kind on its
    day; else the one of which many reports speak, a day off or in the country, and after weeks where no day is told.
    """
    if kind != "harm" or not all_sites().isdisjoint(marks):
        return
    spots = [where.spot for where in scene.places if where.spot]
    around = scene.places or scene.lent_places
    wide = {where.division for where in around if where.division}
    wide |= set() if spots else {where.country for where in around if where.country}
    near = [str(day + dt.timedelta(by)) for day in scene.days for by in (-1, 1)]
    days = [*map(str, scene.days), *near] or _possible(scene)
    once = not {*scene.subtypes}.isdisjoint(_SEEN_ONCE) and "car" not in scene.marks
    for family in _families(scene):
        yield from (Key(scene.ref, "seeks", f"{family} | {s} | {day}", 5) for s in spots for day in scene.days)
        if once:
            yield from (Key(scene.ref, "seeks", f"{family} | {s} | {day}", 6) for s in spots for day in near)
            yield from (
                Key(scene.ref, "seeks", f"{family} | {place} | {day}", 7) for place in sorted(wide) for day in days
            )
    if not scene.days and scene.published:
        first = scene.published - min(_MONTH, scene.published - dt.date.min)
        yield from (Key(scene.ref, "seeks", f"harm | {spot} | {first}..{scene.published}", 7) for spot in spots)
        if scene.known:
            yield from (Key(scene.ref, "seeks", f"harm | {place} | {day}", 8) for place in sorted(wide) for day in days)


def _asked(
    scene: Scene, level: int, kind: str, what: tuple[Iterable[str], Iterable[str], Iterable[str]]
) -> Iterator[Key]:
    places, days, marks = what
    for place, day, mark in product(places, days, marks):
        yield Key(scene.ref, "seeks", f"{kind} | {place} | {day} | {mark}", level)


def _possible(scene: Scene) -> list[str]:
    """The days on which an event may have been, those told or lent and the week before, as stretches "first..last"."""
    spans = tuple((day, day) for day in scene.days) or scene.lent_days
    if not spans:
        if (scene.dated and not scene.marks) or scene.published is None:
            return []
        spans = ((scene.published, scene.published),)
    return [f"{first - min(_WEEK, first - dt.date.min)}..{last}" for first, last in spans]
