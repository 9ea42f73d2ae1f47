"""What tellings of one event lend one another: the doer, and whom or what it hit, that their own sentences leave out.

A wrong doer does grave harm, and an empty one none: only what is told again in the same word may borrow, violence (the attack
takes up an attack) and sanctions; and what a headline tells in other words than the report, arrests too.  Agreements, elections,
meetings and protests have the same word for many, and who met or voted in one of them says nothing of the next.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.languages.drafts import EventDraft, PartyDraft
from khabar.reading.events.links import Cluster
from khabar.reading.events.names import agreed, alike, all_words, one_thing
from khabar.reading.events.same_acts import has_own_subject, is_real
from khabar.reading.events.settings import Told
from khabar.record import Claim


def doer_of(one: Told, cluster: Cluster, accusing: Sequence[Claim], text: str) -> PartyDraft | None:
    """The doer that other tellings of an event name where one names none: all of them the same, and nobody lays it on others."""
    draft = one.draft
    if draft.actor is not None or draft.type not in DONE_BY or draft.subtype == "interception":
        return None
    fought = draft.war or draft.subtype == "armed_clash"
    doers = [t.draft.actor for t in cluster.doers if t.draft.actor is not None]
    if agreed(doers, strict=fought) is None:
        return None
    lender = next((t for t in cluster.doers if lends(one, t, cluster)), None)
    if lender is None or one_thing(lender.draft.actor, draft.target):
        return None
    if is_laid_on_another([doer.name for doer in doers], cluster, accusing, text):
        return None
    return lender.draft.actor


def victim_of(one: Told, cluster: Cluster) -> PartyDraft | None:
    """Whom or what it hit by the words of other tellings, where one does not say: all of them name the same."""
    draft = one.draft
    if draft.type not in _LENT or (draft.subtype == "armed_clash" and draft.actor is not None):
        return None  # the hurt of a fight may be of either side
    if agreed([t.draft.target for t in cluster.hurt if t.draft.target is not None]) is None:
        return None
    lenders = (t for t in cluster.hurt if _takes_up(one, t, cluster) and not t.draft.outcome)
    return next((t.draft.target for t in lenders), None)


_LENT = ("ASSAULT", "SANCTION")
DONE_BY = (*_LENT, "COERCE")


def lends(one: Told, lender: Told, cluster: Cluster) -> bool:
    """Whether a telling with a doer lends him to another: in the same word, or as headline and report tell one act, in other words
    too (the arrest of two leaders; the security forces held two).
    """
    if (one.heads or lender.heads) and _may_be_said_otherwise(one.draft, lender.draft):
        return True
    known = one.draft.type in _LENT and _takes_up(one, lender, cluster)
    return known or _is_of_the_same(one.draft, lender.draft)


def _may_be_said_otherwise(mine: EventDraft, theirs: EventDraft) -> bool:
    """Whether another word of a headline, or of its report, may have the doer of one: not of people alone, for the dead of a
    headline may be those of both sides.
    """
    if mine.kind == "people" or has_own_subject(mine) or mine.status == "denied" or theirs.subtype == "interception":
        return False
    if is_real(mine) != is_real(theirs) or (mine.plural and mine.stem != theirs.stem):
        return False
    return mine.subtype != "armed_clash" or theirs.subtype == "armed_clash"


def _takes_up(one: Told, lender: Told, cluster: Cluster) -> bool:
    """Whether two tellings are of the same act in the same word, one of them as known (the attack), or one a headline's.

    A known word takes up what was told; the first telling may borrow from the one that takes it up.
    """
    mine, theirs = one.draft, lender.draft
    if mine.stem != theirs.stem or is_real(mine) != is_real(theirs):
        return False
    taken_up = theirs.definite and not theirs.plural and one is cluster.told[0]
    return mine.definite or taken_up or one.heads or lender.heads


def _is_of_the_same(draft: EventDraft, lender: EventDraft) -> bool:
    """Whether both are said in the same word, by the outlet or by whoever did it, to have hit the same, by a name that shares
    several words: a town at war is hit by many, and civilians are killed by many.
    """
    if draft.stem != lender.stem or draft.target is None or lender.target is None or lender.actor is None:
        return False
    if lender.actor.basis not in _OWN_WORD or not (is_real(draft) and is_real(lender)):
        return False
    return len(all_words(draft.target.name) & all_words(lender.target.name)) > 1


_OWN_WORD = ("stated", "claimed_by_actor")


def is_laid_on_another(named: Sequence[str], cluster: Cluster, accusing: Sequence[Claim], text: str) -> bool:
    """Whether somebody lays the act, in the sentences that tell it, on others than those who are named as its doer."""
    for claim in accusing:
        told = any(a <= claim.content.start < z for one in cluster.told for a, z in one.sentences)
        if not told or claim.addressee is None or any(alike(claim.addressee.text, name) for name in named):
            continue
        laid = claim.content.text.partition(" ")[0]
        if any(laid == text[slice(*one.draft.trigger)] for one in cluster.told):
            return True
    return False
