"""Events of a sentence: acts named by a noun or a verb, with their parties, their place and day, and what their own words say
of their status.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Grammar, Match, Unit, rule, unit
from khabar.languages.drafts import EventDraft, PartyDraft, Sentence
from khabar.languages.en.events.acting import (
    by_mishap,
    is_natural,
    is_noun,
    is_result,
    lacks,
    names_event,
    stands_alone,
)
from khabar.languages.en.events.parties import before, behind, noun_parties
from khabar.languages.en.events.settings import scenes, told, when, where
from khabar.languages.en.lists.event_words import EventWord
from khabar.languages.en.phrases.marking import is_title_case, marked

_AUX = frozenset(("be", "be_form"))


def _draft(m: Match, word: EventWord, kind: str, actor: PartyDraft | None, target: PartyDraft | None) -> EventDraft:
    units, at = m.units, m.first
    status, ended = told(units, at)
    subtype = word.subtype
    return EventDraft(
        trigger=(units[at].start, units[at].end),
        type=word.type,
        rule=m.rule.id,
        lemma=word.lemma,
        kind=kind,
        phrase=(units[at].start, units[at].end),
        stem=word.lemma[:5],
        where=where(units, at),
        when=when(units, at),
        subtype=subtype,
        actor=actor if "actorless" not in word.flags else None,
        target=target,
        status=status,
        ended=ended,
        outcome="outcome" in word.flags,
        weak="weak" in word.flags,
        plural=units[at].view.endswith("s"),
        counts="people" in word.flags,
        background=at > 0
        and any(u.view in ("after", "since", "following", "before") for u in units[max(at - 4, 0) : at]),
        definite=at > 0
        and (units[at - 1].view in ("the", "this") or (units[at - 1].view == "that" and not _is_said(units, at))),
    )


def _is_said(units: Sequence[Unit], at: int) -> bool:
    """Whether the that before an event word opens what somebody says."""
    return any("CUE" in u.signature for u in units[max(at - 8, 0) : at - 1])


@rule(
    unit("event_verb", but=("capital",)),
    takes="""
    Gunmen killed two guards near Aktau on Tuesday.
        type: ASSAULT
        trigger: killed
    Three teachers were arrested in Shymkent.
        type: COERCE
        trigger: arrested
        target: Three teachers
    Seven people were killed when a bus overturned.
        type: ACCIDENT
        trigger: overturned
    """,
    refuses="""
    The joke killed the mood.
    The clock was stopped at noon.
    The overturned bus was old.
    """,
)
def act_by_verb(m: Match) -> EventDraft | None:
    """A verb tells an act: its subject did it, its object suffered it; in the passive the other way round."""
    units, at = m.units, m.first
    word, forms = units[at]["event_verb"]
    previous = units[at - 1].signature if at else frozenset[str]()
    if is_noun(m) or (at + 1 < len(units) and units[at + 1].view in _NOT_OTHERS) or by_mishap(m, word):
        return None
    auxiliary = previous & _AUX or (at > 1 and units[at - 2].signature & _AUX and "adverb" in previous)
    passive = ("pp" in forms and bool(auxiliary)) or ({"past", "pp"} <= forms and stands_alone(m))
    group = at
    while group > 0 and units[group - 1].signature & _VERB_GROUP:
        group -= 1
    subject, found = before(units, group, m.text), behind(units, at + 1, m.text, by=passive)
    actor, target = (found, subject) if passive or word.lemma in _SUFFERED else (subject, found)
    if lacks(m, word, actor, target, passive=passive) or is_natural(m, word):
        return None
    if actor is not None and names_event(m, actor) and word.flags & {"people", "outcome"}:
        return None  # the attack killed six: told by its noun
    if (
        word.flags >= {"people"}
        and word.subtype is None
        and ((forms == {"ing"} and "comma" in previous) or is_result(m, group))
    ):
        word = replace(word, flags=word.flags | {"outcome"})
    asserted = "past" in forms or passive or "s" in forms
    return replace(_draft(m, word, "verb", actor, target), asserted=asserted)


_NOT_OTHERS = frozenset(("back", "himself", "herself", "themselves", "itself"))


_SUFFERED = frozenset(("die", "perish"))  # whose subject suffers
_VERB_GROUP = frozenset(
    ("be", "be_form", "have_form", "modal", "do_form", "contracted_neg", "neg", "adverb", "to_word")
)


_STARTS = frozenset(("event_noun", "event_verb"))


def _is_ground(units: Sequence[Unit], at: int) -> bool:
    """Whether charges are only what somebody is held for (arrested on fraud and money laundering charges)."""
    for back in range(at - 1, max(at - 8, -1), -1):
        if "prep" in units[back].signature:
            return units[back].view in ("on", "for", "over")
        if units[back].signature & {"mark", "CUE", "be", "be_form", "det"}:
            return False
    return False


@rule(
    unit("event_noun", but=("CUE", "INF")),
    takes="""
    The attack on the airport lasted an hour and killed six people.
        type: ASSAULT
        trigger: attack
        target: the airport
    Protests broke out in Zhanaozen on Sunday.
        type: PROTEST
    """,
    refuses="""
    He had a heart attack on Monday.
    Hale was seen in court on fraud and money laundering charges.
    The team lost the match in the final minute.
    """,
)
def act_by_noun(m: Match) -> EventDraft | None:
    """A noun names an act: who did it stands before it or behind by, who suffered it behind of, on, against."""
    units, at = m.units, m.first
    word: EventWord = units[at]["event_noun"]
    before_ = units[at - 1] if at else None
    if before_ is not None and (before_.view in _OTHER or (before_.view == "-" and before_.end == units[at].start)):
        return None
    if word.lemma == "charges" and _is_ground(units, at):
        return None
    if (
        "event_verb" in units[at].signature
        and before_ is not None
        and before_.signature & {"to_word", "modal", "be", "be_form", "do_form", "subject_pronoun"}
    ):
        return None
    following = units[at + 1] if at + 1 < len(units) else None
    if _is_in_name(m, before_, following) or _has_object(units, at):
        return None
    if following is not None and (
        following.view in _COMPOUNDS or (following.view == "-" and following.start == units[at].end)
    ):
        return None
    actor, target = noun_parties(units, at, m.text)
    target = target or _hurt(m)
    if "outcome" in word.flags and before_ is not None and before_.view in ("natural", "causes"):
        return None
    if (
        "weak" in word.flags
        and actor is None
        and target is None
        and not where(units, at)
        and told(units, at)[0] is None
    ):
        return None
    return _draft(m, word, "noun", actor, target)


def _has_object(units: Sequence[Unit], at: int) -> bool:
    """Whether a word that is also a verb governs the noun behind it (gunmen storm a hotel)."""
    return "event_verb" in units[at].signature and at + 1 < len(units) and units[at + 1].view in ("a", "an", "the")


def _is_in_name(m: Match, before_: Unit | None, following: Unit | None) -> bool:
    """Whether the word is a part of a name written with capitals (the Rail Accident Board)."""
    if "capital" not in m.units[m.first].signature or is_title_case(m.units):
        return False
    return any(u is not None and "capital" in u.signature and "word" in u.signature for u in (before_, following))


def _hurt(m: Match) -> PartyDraft | None:
    """Whom the event hurt, when the verb behind it says so (the crash killed 12 people)."""
    units = m.units
    for at in range(m.first + 1, min(len(units), m.first + 14)):
        if units[at].signature & {"stop", "CUE", "event_noun"}:
            return None
        if "event_verb" in units[at].signature and units[at]["event_verb"][0].flags & {"people"}:
            return behind(units, at + 1, m.text, by=False)
    return None


_OTHER = frozenset(
    ("heart", "panic", "asthma", "verbal", "personal", "media", "anti", "counter", "price", "death", "character")
)
_COMPOUNDS = frozenset(
    (
        "penalty",
        "toll",
        "tolls",
        "certificate",
        "squad",
        "movement",
        "rate",
        "rates",
        "station",
        "department",
        "truck",
        "victims",
        "victim",
    )
)


RULES = (act_by_verb, act_by_noun)
EVENTS = Grammar("events", RULES, overlap=True)


def events(sentence: Sentence) -> list[EventDraft]:
    """The events of one sentence, in text order."""
    if sentence.present.isdisjoint(_STARTS):
        return []
    units = sentence.marked_by(marked)
    found = [f.value for f in EVENTS.read(units, sentence.text)]
    if not found:
        return []
    place, around = sentence.page.span(sentence.first, sentence.last), scenes(units)
    found = [_ending(units, draft) for draft in found]
    best: dict[tuple[int, int], EventDraft] = {}
    for draft in sorted(found, key=lambda d: (d.trigger, d.kind != "verb")):
        best.setdefault(draft.trigger, replace(draft, sentence=place, scenes=around))
    return list(best.values())


def _ending(units: Sequence[Unit], draft: EventDraft) -> EventDraft:
    """An end of violence that is called for is a retreat; its trigger is the word for the end."""
    if not (draft.ended and draft.status == "called_for" and draft.type in ("ASSAULT", "PROTEST")):
        return draft
    at = next(k for k, u in enumerate(units) if u.start >= draft.trigger[0])
    end = next((u for u in reversed(units[max(at - 6, 0) : at]) if "e_ended" in u.signature), None)
    if end is None:
        return draft
    span = (end.start, end.end)
    return replace(draft, type="RETREAT", subtype=None, trigger=span, phrase=span, lemma="end", weak=False, actor=None)
