"""On whose side somebody fights, by the words for a doer: "our planes", "the government's air force", "fighters of the movement".

A side is a key: "state SY" for all that fight and speak for a state, else the name of the group without the words for its fighters.
"""

from __future__ import annotations

import re
from typing import Final

from khabar.atlas import key_of
from khabar.reconcile.across.actors.bodies import body_of, parted, spoken_for
from khabar.reconcile.across.actors.lists import listed as heads
from khabar.reconcile.across.actors.sides import state_of
from khabar.reconcile.across.entry import Entry
from khabar.reconcile.words import folded_words, listed
from khabar.record import Claim, Event
from khabar.record.vocabulary import OWN_SENTENCE

Sides = frozenset[str]
_NOBODY: Final = frozenset[str]()
_ARTICLES: Final = ("وال", "بال", "لل", "ال")
_WHOSE: Final = ("نا", "هم", "ها", "ه")
_SHORT: Final = 3
_PLURAL: Final = re.compile("(?<=...)(?:ين|ون)$")
_ARMY: Final = "army"


def sides_of(words: str, home: str | None) -> Sides:
    """The sides that words for a doer name; `home` is the country (ISO code) that the report speaks of."""
    told = [_bare(word) for word in folded_words(words)]
    named = parted(key_of(words).split())
    if not listed("alliance").isdisjoint(told):
        return frozenset({"alliance"})
    arms = [word for word in told if word in listed("arms")]
    body = body_of(words)
    group = body is not None and body.name == _ARMY and len(named.words) > 1 and not named.country  # the Army of Dawn
    state = not listed("state").isdisjoint(told) or len(arms) == len(told)
    listed_body = body is not None and body.listed and not group
    if listed_body or state or (named.country and (arms or not named.words)):
        country = (body.country if body else None) or named.country or home
        return frozenset({f"state {country}"}) if country else _NOBODY
    return _of_group(" ".join(named.words) if body is None or group else body.name)


def _of_group(name: str) -> Sides:
    """A group by its name, without its fighters and without what kind of group it is ("fighters of the movement of …")."""
    words = [word for word in name.split() if _bare(word) not in listed("arms")] or name.split()
    proper = [word for word in words if word not in heads("head")] or words
    return frozenset({f"group {' '.join(_PLURAL.sub('', word) for word in proper)}"}) if proper else _NOBODY


def is_own(words: str) -> bool:
    """Whether a doer is the speaker's own: "our forces", "its soldiers"."""
    told = folded_words(words)
    if not told:
        return False
    if told[0] in listed("ours"):
        return True
    first = _bare(told[0])
    return any(first.endswith(whose) and first.removesuffix(whose) in listed("arms") for whose in _WHOSE)


def sides_of_speaker(entry: Entry, claim: Claim) -> Sides:
    """The sides for which the one who makes a claim speaks: his state, the body that he speaks for, or himself; none for whoever
    speaks "in its name", which only what stands before tells.
    """
    if claim.speaker and not listed("in its name").isdisjoint(folded_words(claim.speaker.text)):
        return _NOBODY
    actor = next((one for one in entry.report.actors if one.id == claim.actor), None)
    home = entry.scene
    said = [claim.speaker_name, claim.speaker.text if claim.speaker else "", (actor.role or "") if actor else ""]
    state = state_of(actor, entry) if actor else None
    found = {f"state {state}"} if state else set[str]()
    for words in filter(None, said):
        body = spoken_for(words)
        if body is not None and not body.listed:
            found |= _of_group(body.name)
        elif body is not None:
            found |= {f"state {body.country or home}"}
    person = actor is not None and actor.kind == "person"
    return frozenset(found) if person else frozenset(found) | sides_of(claim.speaker_name, home)


def doers_of(entry: Entry, event: Event, claim: Claim | None) -> Sides:
    """The sides of a doer; his own are the speaker's, and what somebody denies without a doer he denies for himself."""
    doer = event.actor.text if event.actor and event.actor.from_ in OWN_SENTENCE else None
    accused = claim.addressee.text if claim and claim.act == "accuse" and claim.addressee else None
    words = doer or accused
    if claim is not None and (is_own(words or "") or (words is None and event.status == "denied")):
        return sides_of_speaker(entry, claim)
    return sides_of(words, entry.scene) if words else _NOBODY


def _bare(word: str) -> str:
    return next((word.removeprefix(a) for a in _ARTICLES if word.startswith(a) and len(word) - len(a) >= _SHORT), word)
