"""Events of a sentence: acts named by a noun or a verb, with their parties, their place and day, and what their own words say
of their status.
"""

from __future__ import annotations

from dataclasses import replace

from khabar.grammar import Grammar, Match, rule, unit
from khabar.languages.drafts import EventDraft, PartyDraft, Sentence
from khabar.languages.en.events_parties import before, behind, noun_parties
from khabar.languages.en.events_settings import scenes, told, when, where
from khabar.languages.en.events_words import EventWord
from khabar.languages.en.marking import marked

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
    if "event_noun" in units[at].signature and (
        previous & {"det", "possessive", "prep", "possessive_det"} or forms <= {"base", "s"}
    ):
        return None
    if (
        forms <= {"base", "s"}
        and previous & {"det", "prep", "possessive", "possessive_det"}
        and "to_word" not in previous
    ):
        return None
    passive = "pp" in forms and bool(
        previous & _AUX or (at > 1 and units[at - 2].signature & _AUX and "adverb" in previous)
    )
    group = at
    while group > 0 and units[group - 1].signature & {
        "be",
        "be_form",
        "have_form",
        "modal",
        "do_form",
        "contracted_neg",
        "neg",
        "adverb",
        "to_word",
    }:
        group -= 1
    subject, found = before(units, group, m.text), behind(units, at + 1, m.text, by=passive)
    actor, target = (found, subject) if passive else (subject, found)
    if _lacks(m, word, actor, target, passive=passive):
        return None
    asserted = "past" in forms or passive or "s" in forms
    return replace(_draft(m, word, "verb", actor, target), asserted=asserted)


def _lacks(m: Match, word: EventWord, actor: PartyDraft | None, target: PartyDraft | None, *, passive: bool) -> bool:
    """Whether what the word needs around it is missing."""
    if word.flags & {"people"}:
        return not (_holds(m, target, _PEOPLE))
    if "people_do" in word.flags:
        return not _holds(m, actor, _PEOPLE)
    if "thing" in word.flags:
        return target is None and not passive
    if "weak" in word.flags:
        return actor is None and target is None
    return False


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
        target: airport
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
    if following is not None and (
        following.view in _COMPOUNDS or (following.view == "-" and following.start == units[at].end)
    ):
        return None
    actor, target = noun_parties(units, at, m.text)
    if "outcome" in word.flags and before_ is not None and before_.view in ("natural", "causes"):
        return None
    if "weak" in word.flags and actor is None and target is None and not where(units, at):
        return None
    return _draft(m, word, "noun", actor, target)


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
    best: dict[tuple[int, int], EventDraft] = {}
    for draft in sorted(found, key=lambda d: (d.trigger, d.kind != "verb")):
        best.setdefault(draft.trigger, replace(draft, sentence=place, scenes=around))
    return list(best.values())
