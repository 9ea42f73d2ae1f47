"""What is kept of a report so that the next ones can be compared with it, and under which names it is found.

A *thing* is what items are by their keys alone, without their names: the telling of an event in one report, or, as a voice, all
actors that have the same keys, for these are one or alone together.  A thing is found under the names of its keys: by those who
are the same, by who seeks what it offers, and by whom it seeks.  One more report costs its own keys and what they meet.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from khabar.reconcile.across.actors.keys import agree, month_of, voice_keys
from khabar.reconcile.across.actors.registry import Registry
from khabar.reconcile.across.decided import NOTHING as NOBODY_SAID
from khabar.reconcile.across.decided import Decided, without
from khabar.reconcile.across.entry import Entry, Ref
from khabar.reconcile.across.events.joining import KNOWN, Early, join_early, join_events
from khabar.reconcile.across.events.keys import event_keys
from khabar.reconcile.across.joining import Group, Groups, Key, Role, join

Layer = Literal["events", "voices"]
LAYERS: Final[tuple[Layer, ...]] = ("events", "voices")
Bare = tuple[Role, str, int, int, str]
"""A key without its item: role, key, level, tier, says."""
Bundle = tuple[Bare, ...]
_DAY: Final = re.compile(r"(\d{4}-\d{2}-\d{2})(?:\.\.(\d{4}-\d{2}-\d{2}))?")
_WAYS: Final[dict[Role, int]] = {"is": 0, "offers": 1, "seeks": 2}
IS, OFFERS, SEEKS, LATE = 0, 1, 2, 3
"""Ways in which a thing has a name.  LATE: it seeks it on a level on which only what many reports speak of answers."""
LONGEST: Final = 32
"""Days of one Name: a longer stretch has several, so that who seeks a day is found without looking at all times."""
ALWAYS: Final = 0
"""The day of a name that has none."""


class Name(NamedTuple):
    """Under what a thing is found: the hash of a key without its day, in which way, and from day to day.

    The days of a voice are months (12 a year): that in which it was offered; those around the one in which it is sought.
    `step`: of an event's seeking its level, of a voice's key when `join` comes to it, as in `step_of`.  `says` as in Key, of
    what is offered.
    """

    name: int
    way: int
    day: int
    last: int
    step: int = 0
    says: str = ""


class Outcome(NamedTuple):
    """What was found of a thing: the group ("" where its items stay alone); of an event also the keys by which it is there, and
    what it may be.
    """

    joined: str
    why: tuple[str, ...]
    perhaps: tuple[str, ...]


NOTHING: Final = Outcome("", (), ())
"""What is found of a voice that seeks nothing and is nothing."""


class Beside(NamedTuple):
    """What people say beside the reports: the registry, and what they signed of events and actors."""

    registry: Registry = Registry()
    events: Decided = NOBODY_SAID
    actors: Decided = NOBODY_SAID


def bundles(entry: Entry, beside: Beside) -> Iterator[tuple[Layer, str, Bundle]]:
    """The keys of a report, by layer and item: a pure function of the report and of what people say."""
    layers: tuple[tuple[Layer, Iterator[Key]], ...] = (
        ("events", without(event_keys(entry), beside.events)),
        ("voices", without(voice_keys(entry, beside.registry), beside.actors)),
    )
    for layer, keys in layers:
        made: dict[str, set[Bare]] = {}
        for key in keys:
            own = made.setdefault(key.ref.item, set())
            if layer != "events" or key.key != label_of(key.ref):
                own.add((key.role, key.key, key.level, key.tier, key.says))
        yield from ((layer, item, tuple(sorted(own))) for item, own in made.items())


def packed(bundle: Bundle) -> bytes:
    """A bundle as a case keeps it."""
    return zlib.compress(json.dumps(bundle, ensure_ascii=False, separators=(",", ":")).encode(), 6)


def unpacked(data: bytes) -> Bundle:
    """A bundle out of what a case keeps.  Raises zlib.error, ValueError, TypeError for what is none."""
    return tuple((role, key, level, tier, says) for role, key, level, tier, says in json.loads(zlib.decompress(data)))


def digest(bundle: Bundle, own: str = "") -> bytes:
    """By what equal bundles are known; `own` is the telling of an event, which is a thing of its own."""
    told = json.dumps([own, bundle], ensure_ascii=False, separators=(",", ":"))
    return hashlib.blake2b(told.encode(), digest_size=16).digest()


def names(layer: Layer, bundle: Bundle) -> set[Name]:
    """The names under which a thing is found."""
    if layer == "voices":
        return {name for name, _ in voice_names(bundle)}
    return {name for bare in bundle for name in event_names(bare)}


@lru_cache(maxsize=1 << 14)
def event_names(bare: Bare) -> tuple[Name, ...]:
    """The names of one key of an event: one, or several of a stretch of days."""
    return tuple(_event_names(bare))


def _event_names(bare: Bare) -> Iterator[Name]:
    role, key, level, *_ = bare
    way = LATE if role == "seeks" and level >= KNOWN else _WAYS[role]
    step = level if role == "seeks" else 0
    found = _DAY.search(key)
    if found is None:
        yield Name(_hash(key), way, ALWAYS, ALWAYS, step)
        return
    hashed = _hash(f"{key[: found.start()]}{key[found.end() :]}")
    first = dt.date.fromisoformat(found[1]).toordinal()
    last = dt.date.fromisoformat(found[2]).toordinal() if found[2] else first
    for day in range(first, last + 1, LONGEST):
        yield Name(hashed, way, day, min(day + LONGEST - 1, last), step)


def of_day(key: str, day: int) -> str:
    """A key that asks for a stretch of days as the key of one of them (its ordinal)."""
    found = _DAY.search(key)
    if found is None or found[2] is None:
        return key
    return f"{key[: found.start()]}{dt.date.fromordinal(day)}{key[found.end() :]}"


def voice_names(bundle: Bundle) -> Iterator[tuple[Name, Bare]]:
    """The names of a voice, each with its key."""
    seeking = {tier for role, _, _, tier, _ in bundle if role == "seeks"}
    for bare in bundle:
        role, key, _, tier, says = bare
        month = month_of(says) if role != "is" else None
        first, last = (ALWAYS, ALWAYS) if month is None else (month, month)
        if role == "seeks" and month is not None:
            first, last = month - 1, month + 1
        step = step_of(tier, seeks=tier in seeking)
        yield Name(_hash(key), _WAYS[role], first, last, step, says if role == "offers" else ""), bare


def step_of(tier: int, *, seeks: bool) -> int:
    """When `join` comes to keys of a tier: those of things that seek something there come behind the others."""
    return 2 * tier + seeks + 1


def _hash(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), signed=True)


def outcomes(layer: Layer, things: Mapping[int, tuple[Bundle, Sequence[Ref]]]) -> dict[int, Outcome]:
    """What becomes of things that hang together, and of no others, when all are joined at once; each with its keys and items."""
    if layer == "events":
        return _of_events({thing: (bundle, refs[0]) for thing, (bundle, refs) in things.items()})
    groups = join((Key(Ref(thing, ""), *bare) for thing, (bundle, _) in things.items() for bare in bundle), agree)
    found = {thing: groups.of.get(Ref(thing, "")) for thing in things}
    return {thing: Outcome(_label(group), (), ()) if group is not None else NOTHING for thing, group in found.items()}


def _of_events(things: Mapping[int, tuple[Bundle, Ref]]) -> dict[int, Outcome]:
    groups = join_events(_keys_of(things.values()))
    return {thing: _outcome(groups, ref) for thing, (_, ref) in things.items()}


def early(things: Mapping[int, tuple[Bundle, Ref]]) -> dict[int, Early]:
    """What is found of events that hang together on the levels on which not only what many reports speak of answers."""
    found = join_early(_keys_of(things.values()))
    return {thing: found[ref] for thing, (_, ref) in things.items()}


def _keys_of(things: Iterable[tuple[Bundle, Ref]]) -> Iterator[Key]:
    for bundle, ref in things:
        yield Key(ref, "is", label_of(ref))
        yield from (Key(ref, *bare) for bare in bundle)


def _outcome(groups: Groups, ref: Ref) -> Outcome:
    perhaps = {_label(group) for group in groups.perhaps.get(ref, ())} - {""}
    return Outcome(_label(groups.of[ref]), groups.why.get(ref, ()), tuple(sorted(perhaps)))


def _label(group: Group) -> str:
    """A group in words: its key, or the telling by which an event is named; a voice that stays alone has none."""
    if not isinstance(group, Ref):
        return str(group)
    return label_of(group) if group.item.startswith("e") else ""


def label_of(ref: Ref) -> str:
    """An event in words: the telling by which it is named."""
    return f"{ref.document}:{ref.item}"


def ref_of(label: str) -> Ref:
    """The telling by which an event is named."""
    document, _, item = label.partition(":")
    return Ref(int(document), item)


def group_of(layer: Layer, joined: str, ref: Ref) -> Group:
    """The group that a label means; `ref` is the item that has it."""
    if not joined:
        return ref
    return joined if layer == "voices" else ref_of(joined)
