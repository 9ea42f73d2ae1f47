"""Events of a sentence: acts named by a noun or a verb, with their parties, their place and day, and what their own words say
of their status.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from khabar.grammar import Grammar, Match, Unit, rule, unit
from khabar.languages.drafts import EventDraft, PartyDraft, Sentence
from khabar.languages.en.events.parties import before, behind, noun_parties
from khabar.languages.en.events.settings import scenes, told, when, where
from khabar.languages.en.lists.event_words import EventWord
from khabar.languages.en.phrases.marking import is_title_case, marked

_PEOPLE = frozenset(
    (
        "people",
        "NUMBER",
        "role",
        "source_unnamed",
        "given",
        "surname",
        "other_pronoun",
        "subject_pronoun",
        "source_body",
    )
)
_THINGS = frozenset(("toponym", "source_body", "type_before", "type_after", "place_prep", "medium", "demonym"))
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
        definite=at > 0 and units[at - 1].view in ("the", "that", "this"),
    )


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
    """,
    refuses="""
    The joke killed the mood.
    The clock was stopped at noon.
    """,
)
def act_by_verb(m: Match) -> EventDraft | None:
    """A verb tells an act: its subject did it, its object suffered it; in the passive the other way round."""
    units, at = m.units, m.first
    word, forms = units[at]["event_verb"]
    previous = units[at - 1].signature if at else frozenset[str]()
    if _is_noun(m) or (at + 1 < len(units) and units[at + 1].view == "back"):
        return None
    auxiliary = previous & _AUX or (at > 1 and units[at - 2].signature & _AUX and "adverb" in previous)
    passive = ("pp" in forms and bool(auxiliary)) or ({"past", "pp"} <= forms and _stands_alone(m))
    group = at
    while group > 0 and units[group - 1].signature & _VERB_GROUP:
        group -= 1
    subject, found = before(units, group, m.text), behind(units, at + 1, m.text, by=passive)
    actor, target = (found, subject) if passive else (subject, found)
    if _lacks(m, word, actor, target, passive=passive) or _is_natural(m, word):
        return None
    if actor is not None and _names_event(m, actor) and word.flags & {"people", "outcome"}:
        return None  # the attack killed six: told by its noun
    if forms == {"ing"} and "comma" in previous and "people" in word.flags:
        word = replace(word, flags=word.flags | {"outcome"})
    asserted = "past" in forms or passive or "s" in forms
    return replace(_draft(m, word, "verb", actor, target), asserted=asserted)


_VERB_GROUP = frozenset(
    ("be", "be_form", "have_form", "modal", "do_form", "contracted_neg", "neg", "adverb", "to_word")
)


_BEFORE_BASE = frozenset(
    (
        *("to_word", "modal", "do_form", "contracted_neg", "subject_pronoun", "people", "role", "source_unnamed"),
        *("source_body", "and_word", "adverb", "capital", "NUMBER"),
    )
)


def _is_noun(m: Match) -> bool:
    """Whether a form that is also a noun, or a base form behind a determiner, is no verb here."""
    unit_, previous = m.units[m.first], m.units[m.first - 1].signature if m.first else frozenset[str]()
    short = unit_["event_verb"][1] <= {"base", "s"}
    if unit_["event_verb"][1] == {"base"} and not previous & _BEFORE_BASE:
        return True
    governed = previous & {"det", "possessive", "prep", "possessive_det"} and "to_word" not in previous
    return bool(governed and (short or "event_noun" in unit_.signature)) or (short and "event_noun" in unit_.signature)


def _lacks(m: Match, word: EventWord, actor: PartyDraft | None, target: PartyDraft | None, *, passive: bool) -> bool:
    """Whether what the word needs around it is missing."""
    if word.flags & {"people"}:
        return not passive and not _holds(m, target, _PEOPLE)
    if "people_do" in word.flags:
        return not _holds(m, actor, _PEOPLE)
    if "thing" in word.flags:
        return target is None and not passive
    if "weak" in word.flags:
        return actor is None and target is None
    return False


def _stands_alone(m: Match) -> bool:
    """A participle without auxiliary or object, as headlines and reduced clauses have it (two arrested in Aktau)."""
    units, at = m.units, m.first
    before_, after = units[at - 1].signature if at else frozenset[str](), units[at + 1] if at + 1 < len(units) else None
    if not before_ & {"people", "NUMBER", "role", "source_unnamed", "dash"}:
        return False
    return after is None or after.view in ("in", "by", "near", "during", "after", "at") or "stop" in after.signature


_NATURAL = frozenset(("aged", "natural", "cancer", "illness", "pneumonia", "age", "covid", "coronavirus"))


def _is_natural(m: Match, word: EventWord) -> bool:
    """Whether somebody died of no violence."""
    return "outcome" in word.flags and any(u.view in _NATURAL for u in m.units[m.first : m.first + 12])


def _names_event(m: Match, party: PartyDraft) -> bool:
    return any("event_noun" in u.signature for u in m.units if party.span[0] <= u.start < party.span[1])


def _holds(m: Match, party: PartyDraft | None, classes: frozenset[str]) -> bool:
    if party is None:
        return False
    return any(
        u.signature & classes or "capital" in u.signature for u in m.units if party.span[0] <= u.start < party.span[1]
    )


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
    if (
        "event_verb" in units[at].signature
        and before_ is not None
        and before_.signature & {"to_word", "modal", "be", "be_form", "do_form", "subject_pronoun"}
    ):
        return None
    following = units[at + 1] if at + 1 < len(units) else None
    if _is_in_name(m, before_, following):
        return None
    if following is not None and (
        following.view in _COMPOUNDS or (following.view == "-" and following.start == units[at].end)
    ):
        return None
    actor, target = noun_parties(units, at, m.text)
    target = target or _hurt(m)
    if "outcome" in word.flags and before_ is not None and before_.view in ("natural", "causes"):
        return None
    if "weak" in word.flags and actor is None and target is None and not where(units, at):
        return None
    return _draft(m, word, "noun", actor, target)


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
_STARTS = frozenset(("event_noun", "event_verb"))


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
