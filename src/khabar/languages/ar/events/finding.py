"""Events of a sentence: the acts its rules find, each with its parties, its means and what its own words say of its status."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Grammar, Unit, rules_of
from khabar.languages.ar.events import nouns, people, verbs
from khabar.languages.ar.events.acts import unit_at, units_of
from khabar.languages.ar.events.aftermath import with_causes
from khabar.languages.ar.events.background import background_at, is_earlier, is_since
from khabar.languages.ar.events.counting_back import days_before
from khabar.languages.ar.events.dates import was_agreed
from khabar.languages.ar.events.deeds import as_deeds
from khabar.languages.ar.events.demands import demanded
from khabar.languages.ar.events.ending import as_ending
from khabar.languages.ar.events.figurative import without_figures
from khabar.languages.ar.events.foreground import is_asserted, is_suffered
from khabar.languages.ar.events.hearings import as_hearing
from khabar.languages.ar.events.known import is_of_untold_number, is_past, is_taken_for_done
from khabar.languages.ar.events.lists import listed, stipulated
from khabar.languages.ar.events.marking import marked
from khabar.languages.ar.events.other_subjects import turns_of
from khabar.languages.ar.events.replies import as_reply, is_answered, is_term
from khabar.languages.ar.events.scope import is_asked_about, is_likened, openings
from khabar.languages.ar.events.settings import between, land, scenes
from khabar.languages.ar.events.standing import with_standing
from khabar.languages.ar.events.status import told
from khabar.languages.ar.events.stopped import as_caught, as_held, as_overturned, as_stopped
from khabar.languages.ar.events.vague import VAGUE, of_no_day
from khabar.languages.ar.events.verdicts import passed
from khabar.languages.ar.events.wishes import without_wishes
from khabar.languages.ar.phrases.marking import marked as cues_marked
from khabar.languages.ar.phrases.turning import turns
from khabar.languages.drafts import EventDraft, Offsets, Sentence
from khabar.record.vocabulary import NOBODYS

RULES = (*rules_of(nouns), *rules_of(verbs), *rules_of(people))
EVENTS = Grammar("events", RULES, overlap=True)

_STARTS = frozenset(("event_noun", "event_head", "event_verb", "participants", "people"))


_THAT = frozenset(("comp", "bi_comp"))
# A word of many senses is no event where its clause says it was not done, or should be.
_UNDONE = ("refused", "denied", "called_for")


def events(sentence: Sentence) -> list[EventDraft]:
    """The events of one sentence, in text order.

    Outcomes and people who gather are among them: the report as a whole drops those that it tells by an act word.
    """
    if sentence.present.isdisjoint(_STARTS):
        return []
    units = marked(sentence.marked_by(cues_marked))
    found = [f.value for f in EVENTS.read(units, sentence.text)]
    place = sentence.page.span(sentence.first, sentence.last)
    around = scenes(units) if found else ()
    while_at = turns_of(units, sentence.present) if found else []
    opened = openings(units) if found else []
    drafts = [
        replace(as_ending(units, _with_status(units, draft, place, opened)), scenes=around)
        for draft in _one_each(found)
    ]
    if opened:
        drafts = [draft for draft in drafts if not is_likened(units, unit_at(units, draft.trigger[1]), opened)]
    drafts = [_where_met(units, draft) for draft in drafts] if "situation" in sentence.present else drafts
    if drafts and not sentence.present.isdisjoint(VAGUE):
        drafts = of_no_day(units, drafts)
    if while_at:
        drafts = [_in_part(draft, between(while_at, place, draft.trigger[0])) for draft in drafts]
    if "soil" in sentence.present:
        drafts = [replace(draft, land=land(units, unit_at(units, draft.trigger[1]))) for draft in drafts]
    if drafts and "prep" in units[0].signature and turns(units):
        drafts = [replace(draft, turned=True) if _is_new(draft) else draft for draft in drafts]
    if "god" in sentence.present or "prayer" in sentence.present:
        drafts = without_wishes(units, drafts)
    drafts = _in_lists(sentence, units, as_deeds(units, without_figures(units, drafts)))
    drafts = with_causes(units, _quelled(units, drafts))
    attacked = any(draft.type == "ASSAULT" and not draft.is_means for draft in drafts)
    drafts = [draft for draft in drafts if not (attacked and draft.is_means)]
    if [d for d in drafts if d.type == "ACCIDENT"]:
        drafts = _with_fires(units, drafts)
    drafts = [d for d in drafts if d.status != "denied" or not _is_forborne(units, d)]
    drafts = [d for d in drafts if not (d.weak and (d.status in _UNDONE or _lasts_until(units, d, drafts)))]
    return [draft for draft in drafts if draft.status not in _TO_COME or not _is_of_any(units, draft)]


def _where_met(units: Sequence[Unit], draft: EventDraft) -> EventDraft:
    """The draft, of a meeting without the places of what was spoken of among those where it may be set."""
    return replace(draft, scenes=scenes(units, met=True)) if draft.type == "CONSULT" else draft


def _in_lists(sentence: Sentence, units: Sequence[Unit], drafts: Sequence[EventDraft]) -> list[EventDraft]:
    """The drafts with what they share with those before them in a list, of a decree, of demands."""
    drafts = listed(units, drafts)
    if "stipulates" in sentence.present:
        drafts = stipulated(units, drafts)
    return demanded(units, drafts, sentence.text) if "cue" in sentence.present else list(drafts)


_FIRE, _LIGHTS = "حريق", ("ASSAULT", "PROTEST")  # which an attack or unrest left behind
_DENIED = ("denied", "possible")
_TO_COME = ("planned", "possible")


def _is_of_any(units: Sequence[Unit], draft: EventDraft) -> bool:
    """Whether only the day, or the like, of any such act is spoken of (refused to date | any operation): none is told."""
    at = unit_at(units, draft.trigger[1])
    return at > 1 and "any" in units[at - 1].signature and "close" in units[at - 2].signature


def _is_forborne(units: Sequence[Unit], draft: EventDraft) -> bool:
    """Whether somebody is called on not to do it (called on the police | not to use force): nobody did, nor denies it."""
    at = unit_at(units, draft.trigger[1])
    if not at or not units[at - 1].view.endswith(_NOT):
        return False
    near = units[max(at - _CALL, 0) : at - 1]
    return any("CUE" in u.signature and "cue" in u.signature and u["cue"].act == "request" for u in near)


_NOT, _CALL = "عدم", 14  # units from the call to "not"


def _lasts_until(units: Sequence[Unit], draft: EventDraft, drafts: Sequence[EventDraft]) -> bool:
    """Whether a weak word that names nobody goes on until what another word tells (the operation … until the elimination of)."""
    if draft.actor is not None or draft.target is not None or not draft.definite:
        return False
    ends = (d.phrase[0] for d in drafts if d.type == draft.type and not d.weak and d.phrase[0] > draft.phrase[1])
    end = next(ends, 0)
    return any("until" in unit.signature for unit in units if draft.phrase[1] <= unit.start < end)


_ANEW = frozenset(("ASSAULT", "ACCIDENT", "COERCE", "CONSULT"))


def _is_new(draft: EventDraft) -> bool:
    """Whether a sentence that turns to another matter brings an act in: not one that it takes up, nor what an act left behind."""
    return draft.type in _ANEW and not (draft.definite or draft.outcome)


def _in_part(draft: EventDraft, part: Offsets) -> EventDraft:
    """The draft with its part of the sentence, and only the scenes in it."""
    return replace(draft, part=part, scenes=tuple(one for one in draft.scenes if part[0] <= one[0] < part[1]))


def _quelled(units: Sequence[Unit], drafts: Sequence[EventDraft]) -> list[EventDraft]:
    """Protests in whose sentence they are put down, or people are arrested during them, are of that kind; putting them down is an
    act of its own.
    """
    coerced = [draft for draft in drafts if draft.type == "COERCE"]
    if not coerced or not any(_quells_it(units, draft, drafts) for draft in coerced):
        return list(drafts)
    kept = []
    for draft in drafts:
        if draft.type == "COERCE" and draft.subtype == "intervened":
            draft = replace(draft, subtype=None)
        elif draft.type == "PROTEST" and draft.subtype in (None, "peaceful"):
            draft = replace(draft, subtype="intervened")
        kept.append(draft)
    return kept


def _with_fires(units: Sequence[Unit], drafts: Sequence[EventDraft]) -> list[EventDraft]:
    """The drafts; fires behind an attack or unrest of their sentence were left behind by it, but for those in which people died."""
    first = min((d.trigger[0] for d in drafts if d.type in _LIGHTS and not d.outcome), default=None)
    if first is None:
        return list(drafts)
    return [replace(d, left=True) if d.trigger[0] > first and _is_fire(units, d) else d for d in drafts]


def _is_fire(units: Sequence[Unit], draft: EventDraft) -> bool:
    """Whether a draft tells a fire that an act left behind; people die "in" a fire, which is one of its own."""
    if draft.type != "ACCIDENT" or _FIRE not in draft.lemma:
        return False
    at = unit_at(units, draft.trigger[1])
    caused = any("leaves" in unit.signature for unit in units[max(at - 2, 0) : at])
    return caused or "fi" not in units[at - 1].signature


def _quells_it(units: Sequence[Unit], draft: EventDraft, drafts: Sequence[EventDraft]) -> bool:
    """Whether an act of coercion puts down a protest: by its own kind, or as an arrest of several that was made, behind which
    stands the protest in which it was made.
    """
    if draft.subtype == "intervened":
        return True
    if draft.subtype != "arrest" or draft.status is not None or draft.target is None:
        return False
    if not any(unit.signature & _SEVERAL for unit in units_of(units, draft.target)):
        return False
    behind = (d for d in drafts if d.type == "PROTEST" and d.kind == "noun" and d.trigger > draft.trigger)
    return any(units[unit_at(units, d.trigger[1]) - 1].signature & {"during", "fi"} for d in behind)


_SEVERAL = frozenset(("NUMBER", "whoever", "vague_word", "digits"))


def _one_each(found: Sequence[EventDraft]) -> list[EventDraft]:
    """One event a word, and none inside the phrase of another; what an attack hits, and what it is done with, tell none."""
    kept: list[EventDraft] = []
    for draft in sorted(found, key=lambda d: (d.phrase[0], -d.phrase[1])):
        if kept and draft.phrase[0] < kept[-1].phrase[1] and not _quells(kept[-1], draft):
            continue
        if kept and (draft.hits or draft.is_means) and kept[-1].type == "ASSAULT":
            continue
        kept.append(draft)
    return kept


def _quells(act: EventDraft, inside: EventDraft) -> bool:
    """Whether an act puts down the protest that its phrase names: both happened (dispersed | a march of the union)."""
    return act.type == "COERCE" and act.subtype == "intervened" and inside.type == "PROTEST" and inside.kind == "noun"


def _with_status(units: Sequence[Unit], draft: EventDraft, sentence: Offsets, opened: Sequence[int]) -> EventDraft:
    """The draft with what the words around it say of its status, and the offsets of its sentence."""
    at = unit_at(units, draft.trigger[1])
    draft = as_caught(units, draft) if draft.type == "OFFICE" else as_stopped(units, as_reply(draft))
    draft = as_held(units, draft) if draft.type == "COERCE" else as_overturned(units, draft, at)
    draft = as_hearing(units, draft, at) if draft.type == "CONSULT" else draft
    status = told(units, at, opened)
    if status == "possible" and at and draft.outcome and "close" in units[at - 1].signature:
        status = None  # how they died: they did
    status = "called_for" if draft.kind == "verb" and is_term(units, at) else status
    if opened and status is None and draft.actor is not None and is_asked_about(units, at, opened):
        draft = replace(draft, actor=None)
    if (status not in _DENIED or (status == "possible" and draft.definite)) and is_taken_for_done(units, at):
        draft, status = replace(draft, done=True), None
    elif status in ("planned", "threatened") and draft.type in NOBODYS:
        status = None if draft.definite else "possible"  # nobody plans it: a storm is near, or may come
    behind = background_at(units, at)
    answered = behind is None and is_answered(units, at)
    background = behind is not None or answered
    if status is None and is_past(units, at):
        draft = replace(draft, done=True)
    if draft.kind == "verb" and at and "rel" in units[at - 1].signature and is_of_untold_number(units, at):
        draft = replace(draft, again=True)
    if draft.definite and at and not units[at - 1].signature.isdisjoint(_THAT):
        draft = replace(draft, opens=True)
    suffered = not background and is_suffered(units, at)
    asserted = suffered or (not background and is_asserted(units, at))
    since = background and is_since(units, at)
    actor = with_standing(units, draft.actor) if draft.actor is not None else None
    draft = replace(
        draft,
        status=status,
        background=background or suffered,
        before=answered or _came_before(units, at, behind),
        asserted=asserted,
        sentence=sentence,
        actor=actor,
    )
    draft = passed(units, at, draft) if draft.subtype == "trial" else draft
    return _earlier(units, at, draft, since=since, background=background)


def _came_before(units: Sequence[Unit], at: int, behind: int | None) -> bool:
    """Whether an act came before what its clause tells: "after" stands before it, at `behind`, or a word for an answer (marched in
    protest at | the killing of).
    """
    if behind is not None and "afterwards" in units[behind].signature:
        return True
    return bool([unit for unit in units[max(at - _ANSWERED, 0) : at] if "in_answer" in unit.signature])


_ANSWERED = 2  # units: in protest at


def _earlier(units: Sequence[Unit], at: int, draft: EventDraft, *, since: bool, background: bool) -> EventDraft:
    """The draft with what tells that it was earlier than the news: since it, had, so long ago."""
    had = ("kana" in units[0].signature and is_earlier(units, at)) or was_agreed(units, at)
    ago, roughly = days_before(units, at) if background else (None, False)
    if not (since or had or ago):
        return draft
    return replace(draft, since=since, earlier=had, days_before=ago, roughly=roughly)
