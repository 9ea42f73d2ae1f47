"""What is kept of a report so that the next ones can be compared with it, and who its neighbours are.

A *thing* is what items are by their keys alone, without their names: the telling of an event in one report, or, as a voice, all
actors that have the same keys, for these are one or alone together.  Two things are neighbours where one *is* what the other
is, or *seeks* what the other *offers*.  `join` and `join_events` look no further than at neighbours of neighbours, so that the
things that hang together, taken alone, come out as they do in the whole case (a test holds both against each other).  One more
report costs its own keys and what they hang together with.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Literal, NamedTuple

from khabar.reconcile.across.actors.keys import agree, voice_keys
from khabar.reconcile.across.actors.registry import Registry
from khabar.reconcile.across.decided import NOTHING as NOBODY_SAID
from khabar.reconcile.across.decided import Decided, without
from khabar.reconcile.across.entry import Entry, Ref
from khabar.reconcile.across.events.joining import join_events
from khabar.reconcile.across.events.keys import event_keys
from khabar.reconcile.across.joining import Group, Groups, Key, Role, join

Layer = Literal["events", "voices"]
LAYERS: Final[tuple[Layer, ...]] = ("events", "voices")
Bare = tuple[Role, str, int, int, str]
"""A key without its item: role, key, level, tier, says."""
Bundle = tuple[Bare, ...]
_DAY: Final = re.compile(r"(\d{4}-\d{2}-\d{2})(?:\.\.(\d{4}-\d{2}-\d{2}))?")
_WAYS: Final[dict[Role, int]] = {"is": 0, "offers": 1, "seeks": 2}
IS, OFFERS, SEEKS = _WAYS.values()
LONGEST: Final = 32
"""Days of one Name: a longer stretch has several, so that who seeks a day is found without looking at all times."""


class Name(NamedTuple):
    """Under what a thing is found: the hash of a key without its day, in which way (is, offers, seeks), and from day to day."""

    name: int
    way: int
    day: int
    last: int


class Outcome(NamedTuple):
    """What was found of a thing: the group ("" where its items stay alone), the keys by which it is there, what it may be."""

    joined: str
    why: tuple[str, ...]
    perhaps: tuple[str, ...]


NOTHING: Final = Outcome("", (), ())
"""What is found of a thing that seeks nothing and is nothing."""


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
            if layer != "events" or key.key != _self(key.ref):
                own.add((key.role, key.key, key.level, key.tier, key.says))
        yield from ((layer, item, tuple(sorted(own))) for item, own in made.items())


def _self(ref: Ref) -> str:
    """The key by which a telling is itself, whatever else it is."""
    return f"{ref.document}:{ref.item}"


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


def names(bundle: Bundle) -> set[Name]:
    """The names under which a thing is found."""
    return {name for role, key, *_ in bundle for name in _names(key, _WAYS[role])}


def _names(key: str, way: int) -> Iterator[Name]:
    found = _DAY.search(key)
    if found is None:
        yield Name(_hash(key), way, 0, 0)
        return
    hashed = _hash(f"{key[: found.start()]}{key[found.end() :]}")
    first = dt.date.fromisoformat(found[1]).toordinal()
    last = dt.date.fromisoformat(found[2]).toordinal() if found[2] else first
    for day in range(first, last + 1, LONGEST):
        yield Name(hashed, way, day, min(day + LONGEST - 1, last))


def _hash(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), signed=True)


def outcomes(layer: Layer, things: Mapping[int, tuple[Bundle, Sequence[Ref]]]) -> dict[int, Outcome]:
    """What becomes of things that hang together, and of no others.

    Each with its keys and its items; of a voice two items are enough, for more of one kind change nothing.
    """
    if layer == "events":
        return _of_events({thing: (bundle, refs[0]) for thing, (bundle, refs) in things.items()})
    keys = [
        Key(Ref(thing, str(n)), *bare)
        for thing, (bundle, refs) in things.items()
        for n in range(min(len(refs), 2))
        for bare in bundle
    ]
    groups = join(keys, agree)
    return {thing: _outcome(groups, Ref(thing, "0")) for thing in things if Ref(thing, "0") in groups.of}


def _of_events(things: Mapping[int, tuple[Bundle, Ref]]) -> dict[int, Outcome]:
    keys = [Key(ref, *bare) for bundle, ref in things.values() for bare in bundle]
    groups = join_events([*keys, *(Key(ref, "is", _self(ref)) for _, ref in things.values())])
    return {thing: _outcome(groups, ref) for thing, (_, ref) in things.items()}


def _outcome(groups: Groups, ref: Ref) -> Outcome:
    perhaps = {_label(group) for group in groups.perhaps.get(ref, ())} - {""}
    return Outcome(_label(groups.of[ref]), groups.why.get(ref, ()), tuple(sorted(perhaps)))


def _label(group: Group) -> str:
    """A group in words: its key, or the telling by which an event is named; a voice that stays alone has none."""
    if not isinstance(group, Ref):
        return str(group)
    return _self(group) if group.item.startswith("e") else ""


def group_of(layer: Layer, joined: str, ref: Ref) -> Group:
    """The group that a label means; `ref` is the item that has it."""
    if not joined:
        return ref
    if layer == "voices":
        return joined
    document, _, item = joined.partition(":")
    return Ref(int(document), item)
