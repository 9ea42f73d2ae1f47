"""An event as one report tells it: all its tellings there taken together, with what is its own and what was only lent to it.

A place or day that stands in the event's own clause or sentence is its own.  One that was lent by the report as a whole may be
the place and day of another event, and is never what two reports agree in.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final, NamedTuple

import msgspec
from msgspec.structs import replace

from khabar.atlas import key_of, shared_atlas, word_key
from khabar.reconcile.across.actors.lists import title_words
from khabar.reconcile.across.actors.names import is_given_name, spelled
from khabar.reconcile.across.entry import Entry, Ref
from khabar.reconcile.across.events.words import general_kind, marks_in, sites_in, turn_of
from khabar.reconcile.within.tellings import roots_of
from khabar.reconcile.words import listed
from khabar.record import Event, Figure, Party, Place, Report
from khabar.record.vocabulary import HARM, OWN_SENTENCE
from khabar.text.fold import fold

_DAY: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_ARTICLE: Final = "ال"
_UPON: Final = "على"
"""A preposition that folds to a given name."""
_SAME: Final = {"neutralised": "killed"}
_COUNTED: Final = (
    "neutralised",
    "killed",
    "injured",
    "casualties",
    "arrested",
    "abducted",
    "rescued",
    "evacuated",
    "released",
)
"""Types of events that news calls by their place right behind the word: the bombing of Mirsal."""
_NAMED: Final = re.compile(r"\s*[«\"“'(]\s*([^\W\d]{3,}(?: [^\W\d]+)?)\s*[»\"”')]")
_BEHIND: Final = re.compile(r"\s*([^\W\d]{4,})")
_FEW: Final = 3
_SHORTEST: Final = 2
"""Letters of a preposition, which is no part of a name."""
_LONGEST: Final = 8
"""Days that a period may have and still set an event in time."""
_AHEAD: Final = 80
_JUST: Final = 400
"""Characters between two tellings of which the second takes up the first."""
_CLAUSE_END: Final = re.compile(r"[.،؛\n,;!?]")
_NAME_END: Final = re.compile(r"[.،؛\n,;!?()«»\"\d]")
_PROCLITICS: Final = "بلوفك"
_ADVERBIAL: Final = ("ا", "اً", "ًا")
_NAME_BEHIND: Final = 40
"""Characters behind the words for a victim in which the name may stand."""


class Where(NamedTuple):
    """A place on its ladder, each rung None where it is not known: the smallest place, its division, its country."""

    spot: str | None
    division: str | None
    country: str | None


class Scene(msgspec.Struct, frozen=True):
    """An event of one report.  `ref` is its first telling.

    `places` and `days` are its own, best first; `lent_days` those that the report lent, as first and last day.  `turns`: which
    of opposite acts of its type it is.  `marks`: words that tell it from others of its kind (sites hit, names, numbers of
    victims).  `general`: violence as a state, not an act.  `real`: reported or denied, neither ordered nor feared.  `dated`: a
    date stands with it, be it one that names no day.  `victims`: persons whom it befell, by name.  `known`: it is only taken up
    ("the attack"), without a place or day.  `called`: the name of a storm, `behind`: a word that
    may be it.  `towns`: its own places below a country as the report writes them.
    """

    ref: Ref
    type: str
    subtypes: tuple[str, ...]
    turns: tuple[str, ...]
    places: tuple[Where, ...]
    lent_places: tuple[Where, ...]
    days: tuple[dt.date, ...]
    lent_days: tuple[tuple[dt.date, dt.date], ...]
    marks: tuple[str, ...]
    general: bool
    real: bool
    dated: bool
    published: dt.date | None
    victims: tuple[str, ...] = ()
    known: bool = False
    called: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    towns: tuple[str, ...] = ()


def scenes(entry: Entry) -> list[Scene]:
    """The events of a report, in the order of their first tellings."""
    report = entry.report
    roots = roots_of({event.id: event.same_as for event in report.events})
    tellings: dict[str, list[Event]] = {}
    for event in report.events:
        tellings.setdefault(roots[event.id], []).append(event)
    found = {place.id: place for place in report.places}
    counts = {figure.id: figure for figure in report.figures}
    made = _with_main_day([_scene(entry, told, found, counts) for told in tellings.values()])
    starts = [told[0].trigger.start for told in tellings.values()]
    told_before = [
        list(zip(made[max(k - _FEW, 0) : k], starts[max(k - _FEW, 0) : k], strict=True)) for k in range(len(made))
    ]
    return [_taken_up(*each) for each in zip(made, starts, told_before, strict=True)]


def _with_main_day(made: Sequence[Scene]) -> list[Scene]:
    """The scenes of a report, those for which no day is told with the day of its news as a lent one: the first recent day that an
    event of it has as its own, else that of the report.
    """
    news = (day for scene in made for day in scene.days if _is_recent(day, scene.published))
    main = next(news, made[0].published if made else None)
    if main is None:
        return list(made)
    lent = ((main, main),)
    return [scene if scene.days or scene.lent_days or scene.dated else replace(scene, lent_days=lent) for scene in made]


def _is_recent(day: dt.date, published: dt.date | None) -> bool:
    return published is not None and dt.timedelta(0) <= published - day <= _NEWS


_NEWS: Final = dt.timedelta(days=2)


def _taken_up(scene: Scene, start: int, before: Sequence[tuple[Scene, int]]) -> Scene:
    """A scene to which only the report lent a day, with the day of the event of its kind that was told just before it.

    "There was an attempt in March 2021 … the officer who led the attempt was arrested": of the attempt of 2021.
    """
    if scene.days or not scene.marks:
        return scene
    for other, at in reversed(before):
        if (
            start - at <= _JUST
            and other.type == scene.type
            and other.days
            and not {*other.marks}.isdisjoint(scene.marks)
        ):
            return replace(scene, days=other.days, lent_days=())
    return scene


def _scene(entry: Entry, told: Sequence[Event], places: dict[str, Place], counts: dict[str, Figure]) -> Scene:
    own_places, lent_places = _where(told, places)
    days, lent = _when(told)
    subtypes = dict.fromkeys(event.subtype for event in told if event.subtype)
    published = day_of(entry.published)
    return Scene(
        ref=Ref(entry.document, told[0].id),
        type=told[0].type,
        subtypes=tuple(subtypes),
        turns=tuple(sorted({turn for event in told if (turn := turn_of(event.trigger.text))})),
        places=own_places,
        lent_places=lent_places,
        days=days,
        lent_days=lent,
        marks=_marks(entry.report, told, places, counts),
        general=2 * sum(map(_is_general, told)) >= len(told),
        real=any(event.status in ("reported", "denied") for event in told),
        dated=any(event.date is not None and event.date.from_ != "sentence" for event in told),
        published=published,
        towns=_towns(told, places),
        victims=_victims(told, entry.report),
        called=_behind(entry.report, told, _NAMED) if told[0].type == "DISASTER" else (),
        behind=_behind(entry.report, told, _BEHIND) if told[0].type == "DISASTER" else (),
        known=not own_places
        and not days
        and all(event.trigger.text.startswith((_ARTICLE, "ل" + _ARTICLE[1])) for event in told),
    )


def _towns(told: Sequence[Event], places: dict[str, Place]) -> tuple[str, ...]:
    own = [event.place.id for event in told if event.place and event.place.from_ in OWN_SENTENCE and event.place.id]
    towns = (places[name] for name in own if name in places)
    return tuple(dict.fromkeys(mark for town in towns if town.kind != "country" for mark in marks_in(town.text)))


def _behind(report: Report, told: Sequence[Event], pattern: re.Pattern[str]) -> tuple[str, ...]:
    """What stands right behind the words of a disaster: in quotation marks the name of a storm, without them perhaps one."""
    text = report.document.text or ""
    found = (pattern.match(text, event.trigger.end) for event in told)
    return tuple(sorted({fold(match[1]).text for match in found if match}))


def _victims(told: Sequence[Event], report: Report) -> tuple[str, ...]:
    """Those whom an event befell by name: a given name with each of the words behind it, for nobody tells where a name ends."""
    names: dict[str, None] = {}
    for event in told:
        if event.target is not None and event.target.from_ in OWN_SENTENCE:
            found = _names_in(event.target.text)
            names.update(dict.fromkeys(found or _named_behind(event.target, report)))
    return tuple(names)


@lru_cache(maxsize=1 << 12)
def _names_in(text: str) -> tuple[str, ...]:
    """Given name and later part, of the names that stand at the beginning of a stretch or behind a title ("the child")."""
    words = ["" if word == _UPON else word_key(word) for word in text.split()]
    found = []
    for at, word in enumerate(words):
        if at and not (words[at - 1] in title_words() or words[at - 1].startswith(_ARTICLE)):
            continue
        later = [bare for w in words[at + 1 : at + 1 + _FEW] if (bare := _later_part(w))]
        if is_given_name(word) and word not in title_words():
            found += [f"{spelled(word)} {spelled(other)}" for other in later]
    return tuple(found)


def _later_part(word: str) -> str | None:
    """A word as a later part of a name, without its article: no preposition, no nation, no title."""
    bare = word.removeprefix(_ARTICLE)
    if len(bare) <= _SHORTEST or (bare != word and (word in title_words() or shared_atlas().demonym(word))):
        return None
    return bare


def _named_behind(party: Party, report: Report) -> list[str]:
    """The name that stands right behind the words for a victim ("the Kazakh child | Salim Darwish"): a given name and one word
    more, up to what else is told there (a place, a day, an act).
    """
    if party.span is None:
        return []
    text, start = report.document.text or "", party.span.end
    begins = (at for items in (report.places, report.times, report.figures) for at in (one.start for one in items))
    acts = (event.trigger.start for event in report.events)
    end = min((at for at in (*begins, *acts) if at >= start), default=start + _NAME_BEHIND)
    words = _NAME_END.split(text[start : min(end, start + _NAME_BEHIND)])[0].split()[:2]
    if len(words) < 2 or words[1][0] in _PROCLITICS or words[1].endswith(_ADVERBIAL) or word_key(words[1]) in _beside():
        return []
    return list(_names_in(" ".join(words)))


@cache
def _beside() -> frozenset[str]:
    """Words that stand behind a name and are no part of it."""
    return frozenset(map(word_key, listed("beside")))


def _where(told: Sequence[Event], places: dict[str, Place]) -> tuple[tuple[Where, ...], tuple[Where, ...]]:
    own: dict[Where, None] = {}
    lent: dict[Where, None] = {}
    begins = {place.start: place for place in places.values()}
    for event in told:
        called = begins.get(event.trigger.end + 1)
        if called is not None and event.type in HARM and called.kind != "country":
            own[where_is(called, called.name)] = None
            continue
        if event.place is None:
            continue
        where = where_is(places.get(event.place.id or ""), event.place.name)
        if not any(where):
            continue
        (own if event.place.from_ in OWN_SENTENCE else lent)[where] = None
    return tuple(own), tuple(where for where in lent if where not in own)


def _when(told: Sequence[Event]) -> tuple[tuple[dt.date, ...], tuple[tuple[dt.date, dt.date], ...]]:
    own: dict[dt.date, None] = {}
    lent: dict[tuple[dt.date, dt.date], None] = {}
    for event in told:
        span = days_of(event.date.value) if event.date else None
        if event.date is None or span is None:
            continue
        if span[0] == span[1] and _is_own(event):
            own[span[0]] = None
        elif (span[1] - span[0]).days <= _LONGEST:
            lent[span] = None
    return tuple(own), tuple(lent)


def _is_general(event: Event) -> bool:
    if event.type not in ("ASSAULT", "PROTEST"):
        return False
    kind = general_kind(event.trigger.text)
    return kind is not None and (kind != "mass" or event.target is None or event.target.from_ not in OWN_SENTENCE)


def _is_own(event: Event) -> bool:
    """A noun with the article takes up something known: the day of its sentence is that of the verb beside it."""
    if event.date is None or event.date.from_ not in OWN_SENTENCE:
        return False
    known = event.trigger.text.startswith((_ARTICLE, "ل" + _ARTICLE[1]))
    return event.date.from_ == "predicate" or not known or _is_general(event)


def _marks(
    report: Report, told: Sequence[Event], places: dict[str, Place], counts: dict[str, Figure]
) -> tuple[str, ...]:
    names = frozenset(word for place in places.values() for word in marks_in(place.text))
    text = report.document.text or ""
    marks: dict[str, None] = {}
    for event in told:
        place = places.get(event.place.id or "") if event.place and event.place.from_ in OWN_SENTENCE else None
        if place is not None and place.kind == "facility" and place.geonames is None:
            marks[f"at {place.name}"] = None
        ahead = text[event.trigger.start : event.trigger.end + _AHEAD]
        marks.update(dict.fromkeys(sites_in(_CLAUSE_END.split(ahead)[0])))
        for party in (event.target, event.actor if told[0].type in ("CONSULT", "AGREE", "OFFICE") else None):
            if party is not None and party.from_ in OWN_SENTENCE:
                marks.update(
                    dict.fromkeys([*sites_in(party.text), *(w for w in marks_in(party.text) if w not in names)])
                )
        for figure in (counts[name] for name in event.figures if name in counts):
            if (
                figure.low is not None
                and figure.low == figure.high
                and figure.low > _FEW
                and figure.measure in _COUNTED
            ):
                marks[f"{_SAME.get(figure.measure, figure.measure)} {figure.low}"] = None
    return tuple(marks)


@lru_cache(maxsize=1 << 14)
def day_of(value: str | None) -> dt.date | None:
    """The day that a value of a time begins with; None where it has none."""
    found = _DAY.match(value or "")
    if found is None:
        return None
    try:
        return dt.date(*map(int, found.groups()))
    except ValueError:
        return None


@lru_cache(maxsize=1 << 14)
def days_of(value: str) -> tuple[dt.date, dt.date] | None:
    """First and last day of a value; None where it names no days: a month, a year, a season."""
    begin, _, end = value.partition("/")
    first = day_of(begin)
    last = day_of(end) if end else first
    return None if first is None or last is None or last < first else (first, last)


def where_is(place: Place | None, name: str) -> Where:
    """The ladder of a place of a record: its name and country as the record has them, its division as the atlas has it.

    A hospital that no map has is no rung: it tells which event it is, not where.
    """
    if place is None:
        return Where(name, None, None)
    if place.kind == "country":
        return Where(None, None, place.country or place.name)
    if place.geonames is None and place.kind == "facility":
        return Where(None, None, place.country)
    division = _division(place.name, place.geonames) if place.geonames else None
    if place.kind == "area" and place.country:
        return Where(None, division or place.name, place.country)
    spot = None if place.kind == "admin1" and division else place.name
    return Where(spot, division, place.country)


@lru_cache(maxsize=1 << 14)
def _division(name: str, geonames: int) -> str | None:
    found = shared_atlas().lookup(key_of(name), "en")
    return next((place.admin1 for place in found if place.geonames == geonames), None)
