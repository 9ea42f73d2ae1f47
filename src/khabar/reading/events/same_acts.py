"""Two words for acts compared: of one stem, of one kind, of one number, told as done or as feared alike?"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.languages.drafts import EventDraft
from khabar.reading.events.names import one_thing, shares
from khabar.record.vocabulary import EventStatus

GENERAL = frozenset((None, "attack"))
_KIN = frozenset(
    (
        frozenset(("suicide_bomb", "explosive")),
        frozenset(("shelling", "air_strike")),
        frozenset(("peaceful", "violent")),
        frozenset(("peaceful", "intervened")),
        frozenset(("violent", "intervened")),
    )
)
_UNREAL = frozenset(("possible", "threatened", "planned", "called_for", "ordered"))


def are_kin(a: EventDraft, b: EventDraft) -> bool:
    """Whether two words are of one kind, or of two that are told for one another (an air strike, shelling)."""
    return a.subtype == b.subtype or frozenset((a.subtype, b.subtype)) in _KIN


def is_one_of(many: EventDraft, one: EventDraft) -> bool:
    """Whether a word tells one act of many (operations, an ambush; raids, a raid); fighting is told in either number."""
    if one.subtype == "armed_clash" and one_stem(many, one):
        return False
    return many.plural and one.kind == "noun" and not one.plural and many.kind == "noun"


def is_left_by(before: EventDraft, draft: EventDraft) -> bool:
    """Whether somebody resigns whom another telling has dismissed: one way out of one office."""
    if draft.type != "OFFICE" or draft.target is not None or draft.actor is None or before.actor is None:
        return False
    return shares(before.target, draft.actor)


def is_fate(draft: EventDraft) -> bool:
    """Whether it only says that people were killed or hurt, and nothing of how."""
    return draft.outcome or (draft.counts and draft.kind == "verb" and draft.actor is None and draft.subtype is None)


def has_own_subject(draft: EventDraft) -> bool:
    """Whether a verb tells an act, not only a fate: it has its own subject, be it read or not."""
    return draft.kind == "verb" and not is_fate(draft)


def is_real(draft: EventDraft) -> bool:
    """Whether it is told as done, not as feared, threatened, planned, called for or ordered."""
    return draft.status not in _UNREAL


def alike_real(a: EventDraft, b: EventDraft) -> bool:
    """Whether both happened, or are feared, or are willed alike."""
    return is_real(a) == is_real(b) and _willed(a) == _willed(b)


def _willed(draft: EventDraft) -> EventStatus | None:
    """How somebody wills it: what is ordered is not what others call for, nor what is feared or threatened."""
    return draft.status if draft.status in ("ordered", "called_for") else None


def counted_otherwise(drafts: Sequence[EventDraft], other: EventDraft) -> bool:
    """Whether one attack stands against many: "the attacks" take up attacks, and "the attack" one."""
    if other.type != "ASSAULT" or not other.definite:
        return False
    fights = other.subtype == "armed_clash"  # told in the plural or as one, as it comes
    return all(d.plural != other.plural and not (fights and d.subtype == other.subtype) for d in drafts)


def is_one_fight(a: EventDraft, b: EventDraft) -> bool:
    """Whether both words are of fighting, where the second names as its victims only the dead of both sides."""
    fight = a.subtype == b.subtype == "armed_clash"
    return fight and b.target is not None and b.target.near == "sentence"


def one_stem(a: EventDraft, b: EventDraft) -> bool:
    """Whether two words are of one stem; words of two scripts have none in common, so there the kind of act decides."""
    if a.stem == b.stem:
        return True
    return a.subtype is not None and a.subtype == b.subtype and a.stem[:1].isascii() != b.stem[:1].isascii()


def same_act(a: EventDraft, b: EventDraft) -> bool:
    """Whether two words of one type may tell one act: a war is no attack in it, and ground taken no blow."""
    if a.war != b.war or a.ground != b.ground:
        return False
    if (
        a.type == b.type == "ACCIDENT"
        and not a.plural
        and ((b.incident and b.definite) or one_thing(a.target, b.target))
    ):
        return True  # the incident; the boat capsized
    if a.type not in ("ASSAULT", "PROTEST", "DISASTER"):
        return one_stem(a, b) or (a.subtype is not None and a.subtype == b.subtype)
    kinds = frozenset((a.subtype, b.subtype))
    return len(kinds) == 1 or bool(kinds & GENERAL) or kinds in _KIN
