"""One record an event a paragraph: what tells an act again, what only says what it left behind, is no event of its own.

Two words are of one act unless the days or the places of their own clauses forbid it.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.languages.drafts import EventDraft, PartyDraft
from khabar.reading.events.breadth import is_inside, same_place
from khabar.reading.events.dates import day_of, same_day
from khabar.reading.events.names import alike, basis_told_again, one_thing
from khabar.reading.events.same_acts import GENERAL, has_own_subject, is_real, same_act
from khabar.reading.events.settings import Told
from khabar.record.vocabulary import HARM
from khabar.text.fold import fold_word

_ONCE = ("CONSULT", "PROTEST")
_HEARD = ("shooting", "explosive")
_FOUGHT = ("armed_clash", "attack", "suicide_bomb")


def one_a_paragraph(told: Sequence[Told]) -> list[Told]:
    """The tellings of a paragraph without those that tell another's act again, each with the other sentences that do.

    An outcome, or people named by what they do, stands for an act only when no other word tells one of its type; an
    act takes the victims of the outcome it caused.
    """
    told = _without_frames(told)
    acts = [one for one in told if not one.draft.outcome]
    drafts = [one.draft for one in told]
    kept: list[Told] = []
    for one in told:
        if one.draft.outcome:
            if _is_older(one, acts) or not any(_may_cause(act, one) for act in acts):
                _keep_outcome(kept, _of_a_war(one, acts))
            elif one.draft.kind == "people" and one.draft.subtype == "intervened":
                kept = [_put_down(k) if k.draft.type == one.draft.type else k for k in kept]
            continue
        before = next((k for k, other in enumerate(kept) if _told_before(one, other)), None)
        if before is None:
            kept.append(replace(one, draft=_with_doer(_with_victims(one.draft, drafts), drafts)))
            continue
        first = kept[before]
        if first.draft.target is None and one.draft.hits and one.draft.dropped:
            first = replace(
                first, draft=replace(first.draft, target=one.draft.target)
            )  # the attack; it hit X, they say
        if first.draft.actor is None:
            first = replace(first, draft=_with_later_doer(first.draft, one.draft))
        if one.sentence != first.sentence and one.sentence not in first.again:
            first = replace(first, again=(*first.again, one.sentence))
        if _is_one_blow(first.draft, one.draft) and not one.old:
            first = _set_by(first, one)
        if first.draft.type == "PROTEST":
            first = replace(first, draft=_as_protested(first.draft, one.draft))
        kept[before] = first
    return kept


def _is_one_blow(first: EventDraft, again: EventDraft) -> bool:
    """Whether a paragraph tells an accident, and tells it again in the same word, or an explosion, and takes it up as known:
    shelling or raids told again are often others of them, so is a second blast that is told as new, and what is looked back at.
    """
    known = first.subtype in _BLOWS and again.definite
    if first.stem != again.stem or not (first.type == "ACCIDENT" or known):
        return False
    if again.before or again.since or again.earlier or again.another or not (is_real(first) and is_real(again)):
        return False
    return not (first.plural or again.plural)


_BLOWS = ("explosive", "suicide_bomb")


def _set_by(first: Told, again: Told) -> Told:
    """A telling with the town and the day that the words which tell it again name, where its own name none."""
    if first.place is None or (again.place is not None and is_inside(again.place, first.place)):
        first = replace(first, place_again=first.place_again or again.place)
    day = again.date is not None and day_of(again.date.value or "") is not None
    return replace(first, date_again=first.date_again or again.date) if first.date is None and day else first


def _with_later_doer(first: EventDraft, later: EventDraft) -> EventDraft:
    """Violence with the doer that a later telling of its paragraph names in the same word, or as known (an attack killed ten;
    the movement owned up to the attack); a verb has its own subject, be it read or not.
    """
    if later.actor is None or first.type != "ASSAULT" or first.war or has_own_subject(first):
        return first
    fought = "armed_clash" in (first.subtype, later.subtype) or later.actor.basis == "alleged"
    if fought or later.subtype == "interception" or is_real(first) != is_real(later):
        return first
    if one_thing(later.actor, first.target):
        return first
    known = later.definite and later.subtype in GENERAL and first.subtype is not None and not first.plural
    beside = later.sentence[0] - first.sentence[1] <= _BESIDE  # of the same sentence, or the next
    again = first.stem == later.stem and (first.definite or later.definite or beside)
    if later.plural or not (again or known):
        return first
    near = "sentence" if first.sentence == later.sentence else "paragraph"
    return replace(first, actor=replace(later.actor, near=near, basis=basis_told_again(later.actor)))


_BESIDE = 2  # characters between two sentences


def _without_frames(told: Sequence[Told]) -> list[Told]:
    """The tellings without nouns that only bring in the act of their sentence (in another attack, a bomber blew himself up), which
    sets that act apart.
    """
    found: list[Told] = []
    framed = False
    for one, after in zip(told, (*told[1:], None), strict=False):
        kept = replace(one, draft=replace(one.draft, another=True)) if framed else one
        framed = after is not None and _frames(one.draft, after.draft)
        if not framed:
            found.append(kept)
    return found


def _frames(noun: EventDraft, act: EventDraft) -> bool:
    """Whether a noun that says of itself nothing but that it is another opens the sentence of an act of its kind."""
    if not noun.another or noun.kind != "noun" or noun.sentence != act.sentence or noun.subtype not in GENERAL:
        return False
    if act.kind != "verb" or act.outcome or noun.target or noun.actor or noun.trigger[0] - noun.sentence[0] > _OPENS:
        return False
    return act.type == noun.type or (noun.weak and act.type in HARM)


_OPENS = 6  # characters before a noun that opens its sentence: and in


def _is_older(outcome: Told, acts: Sequence[Told]) -> bool:
    """Whether what became of people is only told as what came before the act of its sentence (the attack comes after the killing
    of a judge), and not as its outcome.
    """
    draft = outcome.draft
    if draft.kind != "noun" or not draft.background or draft.definite or draft.by:
        return False
    if not _names_behind(draft):
        return False  # after she was hurt: in the attack
    return any(
        act.sentence == outcome.sentence
        and act.draft.trigger < draft.trigger
        and act.draft.type in HARM
        and not (act.draft.background or act.draft.since)
        for act in acts
    )


def _of_a_war(outcome: Told, acts: Sequence[Told]) -> Told:
    """The outcome; where its sentence counts the dead since a war began, they are no attack's that was told before."""
    wars = any(act.draft.war and act.draft.since and act.sentence == outcome.sentence for act in acts)
    return replace(outcome, draft=replace(outcome.draft, turned=True)) if wars else outcome


def _as_protested(first: EventDraft, again: EventDraft) -> EventDraft:
    """A protest as another word of its paragraph tells it: whether it was violent, or put down; and who took part, by a verb of its
    own sentence (the protest began in X, where residents blocked roads).
    """
    if again.subtype in ("violent", "intervened"):
        first = replace(first, subtype=again.subtype)
    told = again.kind == "verb" and again.sentence == first.sentence and first.actor is None
    return replace(first, actor=again.actor) if told else first


def _put_down(one: Told) -> Told:
    """A protest whose people were dispersed in another sentence."""
    return replace(one, draft=replace(one.draft, subtype="intervened"))


def _keep_outcome(kept: list[Told], one: Told) -> None:
    """Keep an outcome that no act caused, once for a place and a day; "were killed" says more than "the dead"."""
    same = (k for k, other in enumerate(kept) if other.draft.outcome and other.draft.type == one.draft.type)
    at = next((k for k in same if not (_are_apart(kept[k], one) or _by_others(kept[k].draft, one.draft))), None)
    if at is None:
        kept.append(one)
    elif kept[at].draft.kind == "people" and one.draft.kind == "verb":
        kept[at] = one


def _are_apart(one: Told, other: Told) -> bool:
    """Whether the own clauses of both name days or places that cannot be one.

    What is known takes up what was told; what became of people in the sentence of an act is told of that act.
    """
    if one.sentence == other.sentence and (one.draft.outcome or other.draft.outcome):
        return False
    if other.draft.definite:
        return one.sentence != other.sentence and not same_place(one.place, other.place)
    return not (same_day(one.date, other.date) and same_place(one.place, other.place))


def _names_behind(draft: EventDraft) -> bool:
    """Whether a noun has its victims behind it, as it must."""
    return draft.kind != "noun" or (draft.target is not None and draft.target.span[0] > draft.trigger[0])


def _by_others(first: EventDraft, second: EventDraft) -> bool:
    """Whether only one of two outcomes has a doer, and the victims are others (26 gunmen it killed, 18 guards)."""
    if "people" in (first.kind, second.kind) or not (_names_behind(first) and _names_behind(second)):
        return False
    done = (first.actor is not None or first.dropped) != (second.actor is not None or second.dropped)
    return done and _parties_differ(first.target, second.target)


def _with_victims(act: EventDraft, drafts: Sequence[EventDraft]) -> EventDraft:
    if act.target is not None or act.type not in HARM:
        return act
    if act.subtype == "armed_clash" and act.actor is not None:
        return act  # the hurt may be of either side
    fates = [
        d for d in drafts if d.outcome and d.target is not None and (d.sentence, d.part) == (act.sentence, act.part)
    ]
    fates = [d for d in fates if d.type in HARM]  # whom fighting drove out it did not hit
    rivals = [d.trigger[0] for d in drafts if d.type == act.type and d.since and d.trigger[0] > act.trigger[0]]
    fates = [d for d in fates if not any(act.trigger[0] < rival < d.trigger[0] for rival in rivals)]
    told = any(d.kind == "verb" and d.asserted for d in fates)
    fates = [d for d in fates if d.trigger[0] < act.trigger[0] or d.trigger[0] - act.trigger[1] <= _LED_TO]
    linked = [d for d in fates if d.by is None or act.trigger in d.by]
    nearest = min(linked or fates, key=lambda d: (_is_rest(d.target), abs(d.trigger[0] - act.trigger[0])), default=None)
    if nearest is None or nearest.target is None or _are_others(nearest.target):
        return act
    return replace(act, target=replace(nearest.target, near="sentence", loose=not linked), fated=told)


def _with_doer(act: EventDraft, drafts: Sequence[EventDraft]) -> EventDraft:
    """The act with the doer that an outcome of its kind tells behind its word (killed by the bullets of X in clashes)."""
    if act.actor is not None:
        return act
    for fate in (d for d in drafts if d.outcome and d.by and act.trigger in d.by):
        told = fate.type == act.type and fate.sentence == act.sentence
        of_a_kind = fate.subtype is None or act.subtype in (*GENERAL, "armed_clash", fate.subtype)
        if told and of_a_kind and fate.actor is not None and fate.actor.span[0] > fate.trigger[1]:
            return replace(act, actor=replace(fate.actor, near="sentence"))
    return act


_LED_TO = 140  # characters between an act and what it left behind ("which led to the death of")


def _is_rest(victims: PartyDraft | None) -> bool:
    """One word, no count: others, some; a count of others."""
    if victims is None:
        return False
    return " " not in victims.name.strip() or _are_others(victims)


def _are_others(victims: PartyDraft) -> bool:
    """Whether others are all they are: not six dead and four others."""
    if any(joint in victims.name for joint in _JOINTS):
        return False
    return fold_word(victims.name.rpartition(" ")[2]) in _OTHERS


_JOINTS = (" \N{ARABIC LETTER WAW}", " and ")


_OTHERS = tuple(map(fold_word, ("\u0622\u062e\u0631\u064a\u0646", "\u0622\u062e\u0631\u0648\u0646", "others")))


def _may_cause(one: Told, other: Told) -> bool:
    """Whether an act of the paragraph may have left the outcome behind: not an act since whose beginning the dead are counted."""
    act, outcome = one.draft, other.draft
    if outcome.kind == "people" and outcome.type == "PROTEST":
        return act.type == outcome.type and (outcome.subtype != "strike" or act.subtype == "strike")
    if act.type not in HARM or act.status not in (None, "reported"):
        return False
    if _are_apart(one, other) or (act.since and one.sentence == other.sentence):
        return False
    if one.sentence != other.sentence and (act.of_them or _is_by_others(act, outcome)):
        return False  # whom it killed was told before; others killed these
    if outcome.by and act.trigger in outcome.by:
        return True  # died in the taking of hostages
    return not (act.counts and outcome.target is not None and _differ(act, outcome))


def _is_by_others(act: EventDraft, outcome: EventDraft) -> bool:
    """Whether the outcome has a doer, and the act another one, or is of another kind (a shelling; killed by the bullets of)."""
    if outcome.actor is None:
        return False
    return _parties_differ(act.actor, outcome.actor) or not same_act(act, outcome)


def _told_before(one: Told, earlier: Told) -> bool:
    draft, other = one.draft, earlier.draft
    if other.outcome or draft.type != other.type or _are_apart(earlier, one):
        return False
    if draft.status != other.status and not _takes_up_a_plan(draft, other):
        return False
    if draft.another and not other.another:
        return False
    if draft.since and not draft.definite and draft.background and one.date is not None:
        return False  # the deadliest attack since that one
    if draft.war != other.war or _is_same_fire(one, earlier):
        return draft.war == other.war  # a war is not one attack in it
    if draft.stem == other.stem:
        return draft.definite or not (_differ(draft, other) or _is_another(one, earlier))
    if draft.type in _ONCE:
        return _may_be_one(one, earlier) and not _differ(draft, other)
    if draft.type == "ASSAULT":
        if _goes_on(one, earlier):
            return True
        heard = draft.subtype in _HEARD and other.subtype in _FOUGHT and draft.target is None
        heard = heard and (one.place is None or one.sentence == earlier.sentence) and draft.part == other.part
        if heard and not _parties_differ(draft.actor, other.actor):
            return True
        return draft.definite and (draft.subtype == other.subtype or draft.subtype in GENERAL)
    return False


def _takes_up_a_plan(draft: EventDraft, other: EventDraft) -> bool:
    """Whether a known word takes up what was planned or tried in the same word (the attempted coup, again): no violence, which may
    have come.
    """
    if draft.type == "ASSAULT" or draft.status is not None or not draft.definite:
        return False
    return other.status == "planned" and draft.stem == other.stem


def _goes_on(one: Told, earlier: Told) -> bool:
    """Whether a verb with the subject of another tells the attack on: it has no victim of its own (stormed it and set fire to it),
    or only says whom the attack killed (attacked a market and killed eight; shells hit a quarter and killed a woman).
    """
    draft, other = one.draft, earlier.draft
    if draft.kind != "verb" or draft.ground or one.sentence != earlier.sentence:
        return False
    kills = draft.counts and draft.subtype is None and other.kind == "verb" and not other.counts
    if kills and draft.actor is None and other.actor is None:
        return draft.trigger[0] > other.trigger[0]
    if draft.target is not None and not kills:
        return False
    return draft.actor is not None and other.actor is not None and draft.actor.span == other.actor.span


def _may_be_one(one: Told, earlier: Told) -> bool:
    """Whether other words for a meeting (a visit, talks) may take up the one before: known, of its sentence, or bare."""
    draft = one.draft
    if draft.type != "CONSULT" or draft.definite or one.sentence == earlier.sentence:
        return True
    return not (draft.where or draft.when or draft.actor or draft.target)


def _is_same_fire(one: Told, earlier: Told) -> bool:
    """Whether one verb tells twice in a sentence, of nobody, what came down where: parts of one attack."""
    draft, other = one.draft, earlier.draft
    if (
        draft.type != "ASSAULT"
        or draft.kind != "verb"
        or draft.lemma != other.lemma
        or one.sentence != earlier.sentence
    ):
        return False
    return draft.subtype is not None and draft.actor is None and other.actor is None


def _is_another(one: Told, earlier: Told) -> bool:
    """Whether a list of its sentence names it beside the first, both as new (shelling from the air, and shelling by X), or another
    sentence another victim.
    """
    listed = one.draft.follows is not None and one.sentence == earlier.sentence and not earlier.draft.definite
    return listed or _hits_anew(one, earlier)


def _hits_anew(one: Told, earlier: Told) -> bool:
    """Whether another word in another sentence names a victim where the first named none."""
    draft, other = one.draft, earlier.draft
    if one.sentence == earlier.sentence or draft.lemma == other.lemma or draft.target is None:
        return False
    return other.target is None and draft.target.near == "predicate"


def _differ(a: EventDraft, b: EventDraft) -> bool:
    """Whether both name a doer or a victim and these share no word."""
    return _parties_differ(a.actor, b.actor) or _parties_differ(a.target, b.target)


def _parties_differ(x: PartyDraft | None, y: PartyDraft | None) -> bool:
    return x is not None and y is not None and not alike(x.name, y.name)
