"""On whose word a doer is named: his own side's, another party's, or nobody's in particular.

A ministry that says that the security forces arrested somebody owns the act; an official who says that a movement attacked
lays it on the movement.  Witnesses, the press and observers are no party: what they tell is stated.
"""

from __future__ import annotations

from msgspec.structs import replace

from khabar.languages.drafts import EventDraft
from khabar.record import Actor, Claim
from khabar.record.vocabulary import Basis


def basis_of(draft: EventDraft, claim: Claim, speaker: Actor | None) -> Basis | None:
    """The basis of the doer of an event that a claim tells; None where it stays as its own words say it."""
    doer = draft.actor
    if doer is None or doer.basis != "stated" or draft.status not in (None, "reported") or claim.act not in _TELLS_OF:
        return None
    if doer.own or (doer.state and _is_of_forces(claim.speaker_name)) or _speaks_for(claim, doer.name):
        return "claimed_by_actor"
    if speaker is None or not speaker.public_role or draft.background:
        return None
    if doer.state:
        return "claimed_by_actor" if speaker.kind == "government" else None
    named = doer.known or claim.distance == "distances"  # claimed that bandits attacked
    if draft.type != "ASSAULT" or draft.war or speaker.kind == "organisation" or not named:
        return None
    if draft.subtype == "interception":
        return None  # who shoots down what flies in defends, and is not accused
    return "attributed_by_other" if _acts(draft) and not _is_one(doer.name, claim) else None


_TELLS_OF = ("say", "affirm")


def without_denied_doer(draft: EventDraft, claim: Claim | None) -> EventDraft:
    """The draft; of an act that happened and whose doer only a denial names (denied that its men had taken part in the attack),
    without the doer.
    """
    if claim is None or claim.act != "deny" or draft.actor is None or draft.status not in (None, "reported"):
        return draft
    first, last = draft.actor.span
    return replace(draft, actor=None) if claim.content.start <= first and last <= draft.trigger[0] else draft


def _acts(draft: EventDraft) -> bool:
    """Whether the doer is the subject of a verb: it stands beside it, before the noun that the verb carries out, or behind the
    verb that carries it out (an attack launched by).
    """
    if draft.actor is None:
        return False
    first, last = draft.actor.span
    if last <= draft.trigger[0]:
        return True
    return first - draft.trigger[1] <= _BESIDE if draft.kind == "verb" else first - draft.trigger[1] >= _VERB


_BESIDE = 2  # characters between a verb and its subject: a space, a quotation mark
_VERB = 5  # characters of a verb and its spaces between a noun and its doer


def _speaks_for(claim: Claim, name: str) -> bool:
    """Whether whoever speaks does so in the name of the doer (the spokesman of the army: the army attacked)."""
    said_by = claim.speaker.text if claim.speaker is not None else ""
    return f"{_IN_NAME}{name.split(maxsplit=1)[0]} " in f"{said_by} "


_IN_NAME = "باسم "


def _is_of_forces(name: str) -> bool:
    """Whether a source without a name is one of the police or the army (a security source)."""
    return not _OF_FORCES.isdisjoint(name.casefold().split())


_OF_FORCES = frozenset(("أمني", "أمنية", "عسكري", "عسكرية", "security", "police", "military"))


def _is_one(name: str, claim: Claim) -> bool:
    """Whether the doer is whoever speaks."""
    return name in claim.speaker_name or claim.speaker_name in name
