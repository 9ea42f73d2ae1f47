"""Events of a sentence: acts named by a noun or a verb, with parties, place and day, and what their words say of their status."""

from __future__ import annotations

from msgspec.structs import replace

from khabar.grammar import Grammar, Match, rule, unit
from khabar.languages.drafts import EventDraft, PartyDraft, Sentence
from khabar.languages.en.events.accusing import accused, accuses_pronoun, claimed
from khabar.languages.en.events.acting import (
    as_mishap,
    as_outcome,
    by_itself,
    by_mishap,
    by_vehicle,
    is_anybody,
    is_doer,
    is_glued,
    is_its_place,
    is_natural,
    is_nobody,
    is_noun,
    is_of_firemen,
    is_of_violence,
    is_result,
    is_treated,
    is_weapon,
    lacks,
    names_event,
    tells_again,
)
from khabar.languages.en.events.clauses import Clause, clause_of, is_negated
from khabar.languages.en.events.drafting import event_draft
from khabar.languages.en.events.extents import is_pronoun_behind
from khabar.languages.en.events.owning import is_own
from khabar.languages.en.events.parties import (
    agent_party,
    fired_at,
    hurt_by,
    noun_parties,
    object_party,
    party,
    run_down,
    subject_party,
)
from khabar.languages.en.events.parting import STARTS, parted
from khabar.languages.en.events.senses import is_of_another_sense, is_violent, sense_of
from khabar.languages.en.events.settings import ending, in_part, leans, scenes, told, where
from khabar.languages.en.events.traps import is_no_event, is_signed
from khabar.languages.en.events.untrue import denied
from khabar.languages.en.lists.event_words import EventWord
from khabar.languages.en.phrases.marking import is_title_case


@rule(
    unit("event_verb"),
    takes="""
    Gunmen killed two guards near Aktau on Tuesday.
        type: ASSAULT
        trigger: killed
    Three teachers were arrested in Shymkent.
        type: COERCE
        trigger: arrested
        target: Three teachers
    The girls kidnapped by a militia in May were freed.
        type: ASSAULT
        trigger: kidnapped
        actor: a militia
        target: The girls
    A soldier opened fire at a market in Temir, killing five people, before being overpowered by police.
        type: ASSAULT
        trigger: opened fire
        actor: A soldier
    Rebels seized the village of Temir on Monday.
        type: ASSAULT
        target: Temir
    Seven people were killed when a bus overturned.
        type: ACCIDENT
        trigger: overturned
    The army accused the rebels of shelling the town.
        type: ASSAULT
        actor: the rebels
        target: the town
    The group threatened to attack the town.
        status: threatened
    Protesters storm parliament in Temir
        type: ASSAULT
        trigger: storm
        actor: Protesters
    A van ploughed into a crowd in Temir.
        type: ASSAULT
        target: a crowd
    A man drove his car into shoppers in Temir.
        type: ASSAULT
        actor: A man
        target: shoppers
    Shots were heard near the market as troops moved in.
        type: MOBILIZE
        actor: troops
    A rocket hit a school near Aktau.
        subtype: shelling
        target: a school
    A ship struck a bridge on the river.
        type: ACCIDENT
    Firemen pulled five people from the rubble.
        type: AID
    """,
    refuses="""
    The joke killed the mood.
    The clock was stopped at noon.
    The overturned bus was old.
    The charity released a report on the canal.
    The navy fired a missile into the sea.
    A storm struck the coast near Aktau.
    The crowd dispersed at noon.
    No one has been arrested over the fire in Aktau.
    Talks collapsed in Aktau on Monday.
    The patients were released from hospital.
    Police said shells fired from the hills had struck four houses.
    The farmers arrived at noon and moved into a tent.
    He drove his car into the village at noon.
    The ferry ploughed through the waves.
    """,
)
def act_by_verb(m: Match) -> EventDraft | None:
    """A verb tells an act: its subject did it, its object suffered it; in the passive the other way round.  A verb behind and, a
    participle behind a comma go on with the subject of the verb before.
    """
    units, at = m.units, m.first
    word, forms = units[at]["event_verb"]
    if _tells_none(m):
        return None
    mishap = by_mishap(m, word)
    word = as_mishap(word) if mishap else word
    clause = clause_of(units, at, m.text)
    if tells_again(m, word, clause):
        return None
    actor, target = _roles(m, word, clause)
    if units[clause.group - 1].view in _NOBODY or is_nobody(m, actor) or is_nobody(m, target) or is_anybody(m, actor):
        return None
    method, target = fired_at(units, at, m.text) if "fired" in word.flags else (None, target)
    governed = clause.passive or is_pronoun_behind(units, at + 1)
    if is_of_another_sense(m, word, target):
        return None
    word = sense_of(m, word, actor, target, passive=governed)
    if word is None or lacks(m, word, actor, target, passive=governed) or is_natural(m, word):
        return None
    if word.flags & {"people", "outcome"} and (names_event(m, actor) or is_its_place(m, actor)):
        if "ing" not in forms:
            return None  # the attack killed six: told by its noun
        actor = None
    if forms == {"ing"} and "people" in word.flags and not is_doer(m, actor):
        actor, word = None, as_outcome(word)
    word, actor = by_vehicle(m, word, actor)
    if _is_fate(m, forms) or is_result(m, clause, agent=actor is not None):
        word = as_outcome(word)
    if actor is not None and is_weapon(m, actor):
        method = method or actor.span
        actor = None
    asserted = "past" in forms or clause.passive or "s" in forms
    dies = word.lemma in _SUFFERED and not is_of_violence(m, target)
    draft = replace(event_draft(m, word, "verb", actor, target), asserted=asserted, method=method, anaphoric=dies)
    draft = replace(draft, dropped=is_own(units, clause, m.text))
    return replace(draft, status="denied", asserted=False) if is_negated(units, clause.group, at) else draft


def _tells_none(m: Match) -> bool:
    """Whether the form of a verb at m.first is none: part of a name, a noun, glued to a word, done to its own subject."""
    units, at = m.units, m.first
    if "capital" in units[at].signature and at and not is_title_case(units):
        return True
    following = units[at + 1].view if at + 1 < len(units) else ""
    return is_noun(m) or is_glued(units, at) or following in _NOT_OTHERS or (units[at].view, following) in _PARTS


def _roles(m: Match, word: EventWord, clause: Clause) -> tuple[PartyDraft | None, PartyDraft | None]:
    """Doer and victim of the verb at m.first, by its voice."""
    units, at = m.units, m.first
    subject = subject_party(units, clause, m.text)
    if clause.passive:
        hit = object_party(units, at + 1, m.text) if is_weapon(m, subject) else None  # shots were fired at a convoy
        if "drives" in word.flags and not word.lemma.endswith(" down"):
            return agent_party(units, at + 1, m.text), run_down(units, at, m.text)
        return agent_party(units, at + 1, m.text), hit or subject
    if word.lemma in _SUFFERED or "under_fire" in word.flags:
        return None, subject
    if units[at]["event_verb"][1] == {"ing"}:
        subject = accused(units, at, m.text) or (None if accuses_pronoun(units, at) else subject)
    if "forces_do" in word.flags:
        return subject, None  # they are told with where they moved
    if "drives" in word.flags:
        return subject, run_down(units, at, m.text)
    return subject, object_party(units, at + 1, m.text, aims=word.type == "ASSAULT" or word.lemma.startswith("use "))


def _is_fate(m: Match, forms: frozenset[str]) -> bool:
    """Whether a participle behind a comma tells what an act led to (stormed the town, killing six)."""
    return forms == {"ing"} and m.first > 0 and "comma" in m.units[m.first - 1].signature


_PARTS = frozenset((("riot", "police"), ("riot", "gear"), ("raid", "sirens")))
_NOBODY = ("nobody", "no one", "none")
_NOT_OTHERS = frozenset(("back", "himself", "herself", "themselves", "itself"))


_SUFFERED = frozenset(("die", "perish"))  # whose subject suffers


@rule(
    unit("event_noun", but=("CUE", "INF")),
    takes="""
    The attack on the airport lasted an hour and killed six people.
        type: ASSAULT
        trigger: attack
        target: the airport
    The governor blamed the front for the attack on the mill, which killed six guards in Aktau.
        type: ASSAULT
        actor: the front
    Fighters launched an attack on a base near Aktau.
        type: ASSAULT
        actor: Fighters
        target: a base
    Ada Moreno's murder is unsolved.
        type: ASSAULT
        target: Ada Moreno
    The government lifted the curfew in Aktau on Monday.
        type: RETREAT
        trigger: lifted
    Protests broke out in Zhanaozen on Sunday.
        type: PROTEST
    The rally over bread prices in Aktau turned violent on Monday.
        type: PROTEST
        subtype: violent
    """,
    refuses="""
    He had a heart attack on Monday.
    Hale was seen in court on fraud and money laundering charges.
    The team lost the match in the final minute.
    Two fire engines were sent to the square.
    He was convicted of murder.
    """,
)
def act_by_noun(m: Match) -> EventDraft | None:
    """A noun names an act: who did it stands before it or behind by, who suffered it behind of, on, against."""
    units, at = m.units, m.first
    word: EventWord = units[at]["event_noun"]
    if word.type == "AGREE" and is_signed(m):
        return None
    if is_no_event(m) or is_of_firemen(m) or is_treated(m) or ("outcome" in word.flags and by_mishap(m, word)):
        return None
    actor, target, carried, own = noun_parties(units, at, m.text)
    actor, hurt = actor or accused(units, at, m.text) or claimed(units, at, m.text), hurt_by(m)
    target = _counted_dead(m, word) or target or hurt
    if "weak" in word.flags and actor is None and target is None and not where(units, at) and told(units, at) is None:
        return None
    draft = event_draft(m, by_itself(m, word), "noun", actor, target)
    subtype = "violent" if draft.subtype == "peaceful" and is_violent(units, at) else draft.subtype
    alone = word.lemma in _DEATHS and not is_of_violence(m, draft.target)
    return replace(
        draft,
        subtype=subtype,
        asserted=carried or hurt is not None,
        fated=hurt is not None,
        anaphoric=alone,
        dropped=own,
    )


def _counted_dead(m: Match, word: EventWord) -> PartyDraft | None:
    """The number right before the dead (Temir restaurant: 22 dead; left two people dead)."""
    units, at = m.units, m.first
    if word.lemma not in _DEAD or not at:
        return None
    first = at - 2 if at > 1 and "people" in units[at - 1].signature else at - 1
    return party(units, first, at, m.text) if "NUMBER" in units[first].signature else None


_DEAD = ("dead", "deaths", "fatalities")
_DEATHS = ("death", *_DEAD)


RULES = (act_by_verb, act_by_noun)
EVENTS = Grammar("events", RULES, overlap=True)


def events(sentence: Sentence) -> list[EventDraft]:
    """The events of one sentence, in text order."""
    if sentence.present.isdisjoint(STARTS):
        return []
    units = parted(sentence)
    found = [f.value for f in EVENTS.read(units, sentence.text)]
    if not found:
        return []
    place, around, back = sentence.page.span(sentence.first, sentence.last), scenes(units), leans(units)
    found = [in_part(units, ending(units, draft)) for draft in found]
    found = denied(units, found)
    best: dict[tuple[int, int], EventDraft] = {}
    for draft in sorted(found, key=lambda d: (d.trigger, d.kind != "verb")):
        best.setdefault(draft.trigger, replace(draft, sentence=place, scenes=around, leans=back))
    return list(best.values())
