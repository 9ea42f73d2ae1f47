"""One actor under two scripts: the Tokayev of an embedded post is the توكاييف of the article around it.

Two names are joined on evidence, never because they look alike: the Arabic spelling is a frame that the Latin one must fill
letter for letter (`atlas.transliteration`), both are persons, nothing else that is said of them differs, and no other name
of the report fits either of them.  Bodies are joined by the English name that the lists give the Arabic one, or by its initials.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from khabar.atlas import key_of, may_be_one_name, may_be_one_word
from khabar.record import Actor
from khabar.text.script import language_of

Joined = dict[str, str]
"""Id of an actor → id of the actor it is joined to."""


def joined_scripts(actors: Sequence[Actor]) -> tuple[list[Actor], Joined]:
    """The actors with each pair that is one under two scripts made one, and which id went into which.

    The one that the report names first keeps its id and name; `name_en` is the Latin one.  Costs the product of the two
    scripts' actors; a report in one script costs nothing.
    """
    arabic: list[Actor] = []
    latin: list[Actor] = []
    for actor in actors:
        (arabic if language_of(actor.name) == "ar" else latin).append(actor)
    if not arabic or not latin:
        return list(actors), {}
    gone: Joined = {}
    made = {a.id: a for a in actors}
    for one, other in _pairs(arabic, latin):
        first, second = sorted((one, other), key=first_named)
        made[first.id] = _one(first, second, other.name)
        gone[second.id] = first.id
        del made[second.id]
    return list(made.values()), gone


def _pairs(arabic: Sequence[Actor], latin: Sequence[Actor]) -> Iterator[tuple[Actor, Actor]]:
    """Pairs of which neither fits anybody else."""
    fits: dict[str, list[Actor]] = defaultdict(list)
    for one in arabic:
        for other in latin:
            if _may_be_one(one, other):
                fits[one.id].append(other)
                fits[other.id].append(one)
    for one in arabic:
        options = fits.get(one.id, [])
        if len(options) == 1 and len(fits[options[0].id]) == 1:
            yield one, options[0]


def _may_be_one(arabic: Actor, latin: Actor) -> bool:
    if arabic.country and latin.country and arabic.country != latin.country:
        return False
    if arabic.kind == "person" and latin.kind == "person":
        return _one_person(arabic.name.split(), latin.name.split())
    return arabic.kind != "person" and latin.kind != "person" and _one_body(arabic, latin)


def _one_person(arabic: Sequence[str], latin: Sequence[str]) -> bool:
    """Whole names that are one; or one surname, with the first names not known on one side or one as well."""
    if may_be_one_name(" ".join(arabic), " ".join(latin)):
        return True
    if not may_be_one_word(arabic[-1], latin[-1]):
        return False
    return len(arabic) == 1 or len(latin) == 1 or may_be_one_word(arabic[0], latin[0])


def _one_body(arabic: Actor, latin: Actor) -> bool:
    """The list's English name of the Arabic body, or its initials, as the report writes them."""
    if not arabic.name_en:
        return False
    known, name = key_of(arabic.name_en), key_of(latin.name).removeprefix("the ")
    if known.removeprefix("the ") == name:
        return True
    initials = "".join(word[0] for word in arabic.name_en.split() if word[0].isupper())
    return len(initials) > 1 and latin.name.replace(".", "") == initials


def _one(first: Actor, second: Actor, english: str) -> Actor:
    """Two actors as one; what both say stays as the first says it."""
    return msgspec.structs.replace(
        first,
        name_en=first.name_en or second.name_en or english,
        public_role=first.public_role or second.public_role,
        role=first.role or second.role,
        country=first.country or second.country,
        mentions=sorted((*first.mentions, *second.mentions), key=lambda span: (span.start, span.end)),
    )


def first_named(actor: Actor) -> tuple[int, str]:
    """Where an actor is named first, to bring actors into the order of the text."""
    return (actor.mentions[0].start if actor.mentions else 0, actor.id)
