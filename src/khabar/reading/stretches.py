"""Stretches: a text longer than any report is linked stretch by stretch, so that its cost grows with its length.

Who speaks, which count is part of which, which event is told again: each such question looks at all that was told
before.  In a report that is what a reader does too; in a year of a news site in one file it would cost the square of the
length, and tie words to others a thousand pages away.  So items are linked within stretches of whole paragraphs, each as
long as the longest live blog; only actors, who are one through a whole text, are joined again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import NamedTuple, TypeVar

import msgspec

from khabar.reading.mentions import Mentions
from khabar.reading.reserve.withheld import words_of
from khabar.record import Actor, Caveat, Claim, Event, Figure, Place, Time, Unread, Withheld
from khabar.record.types import Party
from khabar.text.page import Page, ParagraphKind

LONGEST = 200_000  # characters

_Item = TypeVar("_Item")


class Stretch(NamedTuple):
    """Whole paragraphs of a text: a page that holds only these, offsets unchanged, and the mentions of their sentences."""

    page: Page
    found: Sequence[Mentions]


class Items(NamedTuple):
    """What was read of a stretch, each layer in text order."""

    actors: list[Actor]
    claims: list[Claim]
    withheld: list[Withheld]
    figures: list[Figure]
    times: list[Time]
    places: list[Place]
    events: list[Event]
    caveats: list[Caveat]
    unread: list[Unread]


def stretches(page: Page, found: Sequence[Mentions]) -> list[Stretch]:
    """A page cut into stretches; one no longer than a report is one stretch, and is handed back as it is."""
    begins = [0, *_borders(page)]
    if len(begins) == 1:
        return [Stretch(page, found)]
    made, at = [], 0
    for first, last in zip(begins, [*begins[1:], len(page.paragraphs)], strict=True):
        end = page.paragraphs[last - 1].last
        upto = next((k for k in range(at, len(found)) if found[k].sentence.first >= end), len(found))
        posts = tuple(p for p in page.posts if page.paragraphs[first].first <= p.first < end)
        made.append(Stretch(replace(page, paragraphs=page.paragraphs[first:last], posts=posts), found[at:upto]))
        at = upto
    return made


def _borders(page: Page) -> Iterator[int]:
    """The numbers of the paragraphs that begin a new stretch; never one inside an embedded post."""
    posts = {post.first for post in page.posts}
    begin = 0
    for number, paragraph in enumerate(page.paragraphs):
        start = page.tokens[paragraph.first].start
        inside = paragraph.kind == ParagraphKind.POST and paragraph.first not in posts
        if start - begin >= LONGEST and not inside:
            yield number
            begin = start


def joined(parts: Sequence[Items]) -> Items:
    """The items of all stretches together."""
    if len(parts) == 1:
        return parts[0]
    actors, ids = _joined_actors([actor for part in parts for actor in part.actors])
    return Items(
        actors=actors,
        claims=[
            msgspec.structs.replace(c, actor=ids.get(c.actor or "", c.actor)) for part in parts for c in part.claims
        ],
        withheld=_all(part.withheld for part in parts),
        figures=_all(part.figures for part in parts),
        times=_all(part.times for part in parts),
        places=_all(part.places for part in parts),
        events=[
            msgspec.structs.replace(e, actor=_renamed(e.actor, ids), target=_renamed(e.target, ids))
            for part in parts
            for e in part.events
        ],
        caveats=_all(part.caveats for part in parts),
        unread=_all(part.unread for part in parts),
    )


def _all(layers: Iterator[list[_Item]]) -> list[_Item]:
    return list(chain.from_iterable(layers))


def _joined_actors(actors: Sequence[Actor]) -> tuple[list[Actor], dict[str, str]]:
    """Each actor once, by the words of the name, and the ids that became another: old → kept."""
    tellings: dict[tuple[str, ...], list[Actor]] = {}
    for actor in actors:
        tellings.setdefault(words_of(actor.name), []).append(actor)
    made: list[Actor] = []
    ids: dict[str, str] = {}
    for same in tellings.values():
        first = same[0]
        ids |= {other.id: first.id for other in same[1:]}
        made.append(
            msgspec.structs.replace(
                first,
                mentions=[mention for actor in same for mention in actor.mentions],
                public_role=any(actor.public_role for actor in same),
                role=max((actor.role for actor in same if actor.role), key=len, default=None),
                country=next((actor.country for actor in same if actor.country), None),
            )
        )
    return made, ids


def _renamed(party: Party | None, ids: dict[str, str]) -> Party | None:
    return party if party is None or party.id not in ids else msgspec.structs.replace(party, id=ids[party.id])
