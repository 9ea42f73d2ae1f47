"""Who is who across reports: what an actor of a report is, may be called by, and asks for.

A person is the first and the last part of a name, in the spelling that outlets share; a name of fewer parts asks for those of
more, one in Latin letters for those in Arabic ones, an office without a name for its holder.  A body is its name in the list or
its own words, with its country; where it does not say whose it is, it is of the country that its report speaks of.  Sources
that have no name ("eyewitnesses") are never joined: nobody can tell whether they are the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import Final, NamedTuple

from khabar.atlas import key_of, word_key
from khabar.atlas.sound import of_arabic, of_latin
from khabar.reconcile.across.actors.bodies import Body, body_of, speaks_for_the, spoken_for
from khabar.reconcile.across.actors.lists import listed
from khabar.reconcile.across.actors.names import is_given_name, one_person, pieces, spelled
from khabar.reconcile.across.actors.offices import office_of
from khabar.reconcile.across.actors.registry import Registry
from khabar.reconcile.across.entry import Entry, Ref
from khabar.reconcile.across.joining import Key, Role
from khabar.record import Actor
from khabar.text.script import language_of

_LATIN, _SINGLE, _OFFICE, _WORDS = 20, 30, 40, 50
"""Tiers: who says most is settled first; names in Arabic letters from the longest to those of two parts, then these."""
_MOST: Final = 6
"""Parts of a name that count."""
_APART: Final = "\t"
_MARKED: Final = re.compile('[\u00ab\u201c"]([^\u00bb\u201d"]+ [^\u00bb\u201d"]+)[\u00bb\u201d"](?: \\S+)?$')
_OCCUPATION: Final = key_of("الاحتلال")
_ARTICLE: Final = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"

_NOBODY: Final = Registry()


def actor_keys(entry: Entry, registry: Registry = _NOBODY) -> Iterator[Key]:
    """The keys of all actors of a report.  Costs its actors.

    What a registry says comes first: its names are its actor, a name that it keeps apart is nobody else.
    """
    scene = entry.scene
    for actor in entry.report.actors:
        ref = Ref(entry.document, actor.id)
        if key_of(actor.name) in registry.apart:
            yield Key(ref, "is", f"apart: {key_of(actor.name)}")
            continue
        known = registry.known(actor.name) or registry.holder(actor.role or actor.name, entry.published)
        if known:
            yield Key(ref, "is", f"registry: {known.name}")
        if actor.kind == "person" or _looks_named(actor):
            yield from _of_person(ref, actor, scene)
        else:
            yield from _of_body(ref, actor, scene, (entry.published or "")[: len("YYYY-MM")])


def agree(seeker: str, offering: str) -> bool:
    """Whether a seeker and a thing may be one, by name, country and month as `says` of their keys hold them."""
    (name, country, month), (other, of, when) = _said(seeker), _said(offering)
    if (country and of and country != of) or not _near(month, when):
        return False
    return not name or not other or one_person(name, other)


def _said(says: str) -> tuple[str, str, str]:
    name, country, month = [*says.split(_APART), "", ""][:3]
    return name, country, month


def _near(month: str, other: str) -> bool:
    """Whether two months (YYYY-MM) follow one another; one that is not told is near to all."""
    first, second = _number_of(month), _number_of(other)
    return first is None or second is None or abs(first - second) <= 1


def month_of(says: str) -> int | None:
    """The month in what a key says, counted through all years, None where it says none; who are two apart never agree."""
    return _number_of(_said(says)[2])


def _number_of(month: str) -> int | None:
    return 12 * int(month[:4]) + int(month[5:7]) if month else None


def _looks_named(actor: Actor) -> bool:
    """Whether an actor that the report does not call a person bears a personal name all the same: two parts, a given name first."""
    parts = pieces(actor.name)
    return (
        actor.kind == "unnamed"
        and len(parts) in (2, 3)
        and is_given_name(parts[0])
        and body_of(actor.name) is not None
        and not _is_anybody(actor)
    )


def _of_person(ref: Ref, actor: Actor, scene: str | None) -> Iterator[Key]:
    parts = pieces(actor.name)[:_MOST]
    office = office_of(actor.role or actor.name, actor.country or scene)
    if not parts or actor.name == actor.role:
        if office:
            yield Key(ref, "seeks", f"office: {office}", tier=_OFFICE, says=_says("", actor.country))
            yield Key(ref, "is", f"office: {office}", tier=_OFFICE)
        return
    said = _Said(ref, _tier(parts), _says(" ".join(parts), actor.country))
    yield from _of_one_word(said, parts[0]) if len(parts) == 1 else _of_name(said, parts)
    if office:
        yield said.key("offers", f"office: {office}")


class _Said(NamedTuple):
    """What all keys of a person share."""

    ref: Ref
    tier: int
    says: str

    def key(self, role: Role, key: str, level: int = 0) -> Key:
        return Key(self.ref, role, key, level, self.tier, self.says)


def _of_one_word(said: _Said, part: str) -> Iterator[Key]:
    """A name of one part asks for persons of that family name; a bare given name is everybody's."""
    if is_given_name(part):
        return
    yield said.key("seeks", f"name: {spelled(part)}")
    if _latin((part,)):
        yield said.key("seeks", _sound(part), 1)
    yield said.key("is", f"person: {spelled(part)}")


def _of_name(said: _Said, parts: tuple[str, ...]) -> Iterator[Key]:
    """A name of several parts is all of them, and may be called by its first with any later ones."""
    heard = [spelled(part) for part in parts]
    whole = " ".join(heard)
    yield said.key("seeks", f"names: {whole}")
    if _latin(parts):
        yield said.key("seeks", _sound(parts[-1]), 1)
    else:
        yield said.key("offers", _sound(parts[-1]))
    yield said.key("is", f"person: {whole}")
    for length in range(1, len(heard)):
        for later in combinations(heard[1:], length):
            yield said.key("offers", f"names: {heard[0]} {' '.join(later)}")
    if len(heard) > 2:
        yield said.key("offers", f"names: {heard[-2]} {heard[-1]}")
    if not is_given_name(parts[-1]):
        yield said.key("offers", f"name: {heard[-1]}")


def _of_body(ref: Ref, actor: Actor, scene: str | None, month: str) -> Iterator[Key]:
    """The keys of a body.  One that is nobody's asks for the only one of its name in the months around its report: a war of
    two years ago in another country has a health ministry too.
    """
    body = body_of(_unquoted(actor.name))
    if body is None:
        if actor.kind == "government" and actor.country:
            yield Key(ref, "is", f"state: {actor.country}")
        return
    if _is_anybody(actor):
        return
    called = [f"called: {name}" for name in (body.name, body.alias) if name]
    if actor.kind == "unnamed" and not body.listed:
        yield from _of_words(ref, actor, called)
        return
    whose = _whose(actor, body, scene)
    if whose is None and body.listed and _OCCUPATION in key_of(actor.name).split():
        yield Key(ref, "is", f"body: {key_of(actor.name)}", tier=_OFFICE)
        return
    said = _says("", None, month)
    if whose is None:
        yield from (Key(ref, "seeks", name, tier=_OFFICE, says=said if body.listed else "") for name in called)
    tier = _OFFICE if whose is None else 0
    if actor.kind == "group":
        body = body._replace(place=None)
    yield Key(ref, "is", body_key(body, whose), tier=tier)
    if body.alias:
        yield Key(ref, "is", body_key(Body(body.alias), body.country or whose), tier=tier)
    yield from (Key(ref, "offers", name, tier=tier, says=said) for name in called)
    if actor.name_en and not body.listed:
        yield Key(ref, "is", f"body: {key_of(actor.name_en)}", tier=tier)


def _unquoted(name: str) -> str:
    """A name that stands in marks, without the word behind it that says what kind of body it is («…» the armed)."""
    found = _MARKED.match(name)
    return found[1] if found else name


def _is_anybody(actor: Actor) -> bool:
    """Whether nobody can tell who it is: witnesses, "one of the residents", "this source"."""
    words = [word.removeprefix(_ARTICLE) for word in key_of(actor.name).split()]
    while len(words) > 1 and words[0] in listed("some"):
        words.pop(0)
    return bool(words) and words[0] in listed("anybody")


def _of_words(ref: Ref, actor: Actor, called: list[str]) -> Iterator[Key]:
    """What the report does not know for a name asks those who bear it: bodies that are called so, persons of that family."""
    yield from (Key(ref, "seeks", name, tier=_WORDS) for name in called)
    parts = pieces(actor.name)
    if len(parts) == 1 and not is_given_name(parts[0]):
        yield Key(ref, "seeks", f"name: {spelled(parts[0])}", 1, tier=_WORDS)


def voice_keys(entry: Entry, registry: Registry = _NOBODY) -> Iterator[Key]:
    """The keys by which speakers are one voice: those of the actors, and who speaks for a body is the body.

    A spokesman stays a person among the actors; where it is counted who stands behind a claim he is the ministry's voice.  The
    government of a country is the country's.
    """
    for actor, body, whose in _speaking_for(entry):
        if key_of(actor.name) not in registry.apart:
            parts = pieces(actor.name)[:_MOST] if actor.kind == "person" else ()
            tier = _tier(parts) if parts else _OFFICE
            yield Key(Ref(entry.document, actor.id), "is", body_key(body, whose), tier=tier)
    for actor in entry.report.actors:
        state = actor.kind == "government" and actor.country and body_of(actor.name) is None
        if state and key_of(actor.name) not in registry.apart:
            yield Key(Ref(entry.document, actor.id), "is", f"body: government, {actor.country}")
    yield from actor_keys(entry, registry)


def _speaking_for(entry: Entry) -> Iterator[tuple[Actor, Body, str | None]]:
    """Who speaks for a body, with the body and its country; "the spokesman of the movement" is that of the only one told."""
    told = {
        word_key(actor.name.split()[0]): (body, actor.country)
        for actor in entry.report.actors
        if actor.kind in ("organisation", "group", "government") and (body := body_of(actor.name))
    }
    countries = {body.name: body.country or country for body, country in told.values()}
    spoken = {
        claim.actor: claim.speaker.text for claim in reversed(entry.report.claims) if claim.actor and claim.speaker
    }
    for actor in entry.report.actors:
        words = actor.role or spoken.get(actor.id, actor.name)
        if body := spoken_for(words):
            yield actor, body, _whose(actor, body, entry.scene) or countries.get(body.name)
        elif (head := speaks_for_the(words)) and head in told:
            yield actor, told[head][0], told[head][1]


def _whose(actor: Actor, body: Body, scene: str | None) -> str | None:
    """The country of a body that does not say it.

    "The army of the occupation" is never that of the country that the report speaks of; where this is Palestine or Israel, the
    outlets that write so mean Israel's.
    """
    if body.country or actor.country:
        return body.country or actor.country
    if _OCCUPATION in key_of(actor.role or actor.name).split():
        return "IL" if scene in ("PS", "IL") else None
    return scene if body.listed or actor.kind == "government" else None


def body_key(body: Body, country: str | None) -> str:
    """What a body is: its name with the town or province and the country that it belongs to."""
    return "body: " + ", ".join(part for part in (body.name, body.place, body.country or country) if part)


def _tier(parts: tuple[str, ...]) -> int:
    if len(parts) == 1:
        return _SINGLE
    return (_LATIN if _latin(parts) else 0) + _MOST - len(parts)


def _latin(parts: tuple[str, ...]) -> bool:
    return language_of(parts[-1]) != "ar"


def _sound(word: str) -> str:
    heard = of_latin(word) if language_of(word) != "ar" else of_arabic(word)
    return f"sound: {heard.consonants}"


def _says(name: str, country: str | None, month: str = "") -> str:
    return f"{name}{_APART}{country or ''}{_APART}{month}"
