"""Drafts out of matches: trigger, parties, means and scope of an event word, and whether its needs are met."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Match, Unit
from khabar.languages.ar.events import vetting
from khabar.languages.ar.events.acts import Act, Parties, begins, trigger, units_of
from khabar.languages.ar.events.agreement import is_object
from khabar.languages.ar.events.carriers import used
from khabar.languages.ar.events.clause_starts import ARMS, DUAL
from khabar.languages.ar.events.dropped import is_dropped
from khabar.languages.ar.events.means import GENERAL, is_weapon, kind_of, means, means_at
from khabar.languages.ar.events.needs import act_of, is_people
from khabar.languages.ar.events.operations import of_operation
from khabar.languages.ar.events.parties import of_noun
from khabar.languages.ar.events.phrases import party, words
from khabar.languages.ar.events.ranks import of_ranks
from khabar.languages.ar.events.settings import setting
from khabar.languages.ar.events.speaking_there import SPOKEN_AT, speaking_there
from khabar.languages.ar.events.spoken import addressed, is_announced
from khabar.languages.ar.events.suspects import suspect
from khabar.languages.ar.events.verb_parties import of_verb
from khabar.languages.ar.events.verdicts import OF_COURTS, of_verdict, ruled_by
from khabar.languages.ar.events.victims import aimed_at
from khabar.languages.ar.events.visited import is_visited
from khabar.languages.ar.lists.events import folded_ends, folded_lemmas, lemmas
from khabar.languages.ar.phrases.shapes import has_preposition, is_article, is_name_word
from khabar.languages.ar.phrases.turning import is_another
from khabar.languages.drafts import EventDraft, Offsets, PartyDraft

_DAMMA = "\N{ARABIC DAMMA}"  # of a passive, which hits nobody
_MANY = ("\N{ARABIC LETTER ALEF}\N{ARABIC LETTER TEH}",)


def parties_of(m: Match) -> Parties:
    """Who did it and to whom."""
    act = act_of(m)
    if act.kind == "verb":
        found = Parties(*of_verb(m.units, act, m.text))
        if found.actor is not None and act.word.lemma.startswith(_DECLARES):
            found = found._replace(actor=replace(found.actor, basis="claimed_by_actor"))  # declares an emergency
    else:
        found = of_noun(m.units, act, m.text)
        if found.actor is None:
            told = suspect(m.units, act, m.text) or addressed(m.units, act, m.text)
            if told is None and act.word.type in SPOKEN_AT:
                told = speaking_there(m.units, act, m.text)
            if told is None and (act.word.subtype == "arrest" or act.word.needs == "outcome"):
                told = of_operation(m.units, act, m.text)
            found = Parties(told, found.target)
    ahead = found.actor is not None and found.actor.span[0] < m.units[act.first].start
    if ahead and act.word.type == "ASSAULT" and _is_foiled(m.units, act):
        found = Parties(None, found.target)  # who foiled it
    if found.target is None and act.word.type == "ASSAULT":
        found = Parties(found.actor, aimed_at(m.units, act, m.text))
    if found.actor is None and act.word.type in _BY_COURTS:
        found = Parties(ruled_by(m.units, act, m.text), found.target)
    return of_verdict(m.units, act, found, m.text) if act.word.subtype in OF_COURTS else found


def _is_foiled(units: Sequence[Unit], act: Act) -> bool:
    """An attack or a coup that was kept from happening: whoever foils it is not who tried it."""
    if act.word.type != "ASSAULT" or act.word.subtype == "armed_clash":
        return False
    foils = act.word.lemma.partition(" ")[0] in lemmas("foils")
    return foils or units[act.first].view.endswith(folded_ends("foils"))


_DECLARES, _BY_COURTS = "أعلن ", ("COERCE", "RETREAT")


def of_person(m: Match, parties: Parties) -> EventDraft | None:
    """The draft of a visit, talks or an appointment by somebody whose name no list knows: to be checked against the people of
    the report; None where nothing may be a name.
    """
    act = act_of(m)
    if act.word.type != "CONSULT" or act.word.needs not in ("official", "journey"):
        return None
    at = act.last
    if parties.actor is not None:
        at = next((k for k, unit in enumerate(m.units) if unit.cut == parties.actor.span[0]), at)
    if at >= len(m.units) or not (is_name_word(m.units[at]) or is_article(m.units[at])):
        return None
    last = max(act.last, act.tail[1])
    if act.word.needs == "journey" and not any(u.signature & _TOWNS for u in m.units[last : last + _JOURNEY]):
        return None
    named = parties.actor or words(m.units, at, at + 1, m.text)
    return replace(draft(m, Parties(named, parties.target)), of_person=True)


_TOWNS = frozenset(("known_place", "place_type"))
_JOURNEY = 6


def draft(m: Match, parties: Parties, *, outcome: bool = False, anaphoric: bool = False) -> EventDraft:
    """The draft of an event word with its parties."""
    act = act_of(m)
    unit = m.units[_told_at(m.units, act)]
    method, subtype = means(m.units, act)
    method, parties = _set_apart(m, act, *_vetted(m, act, *_by_means(m, act, method, parties)))
    here = setting(m.units, act.first, act.last)
    return EventDraft(
        trigger=trigger(unit),
        type=act.word.type,
        rule=m.rule.id,
        lemma=act.word.lemma,
        stem=act.word.stem,
        war=act.word.war,
        ground=act.word.ground,
        kind=act.kind,
        phrase=(trigger(unit)[0], m.units[act.last - 1].end),
        where=here.where,
        when=here.when,
        takes_up=here.takes_up,
        subtype=kind_of(m.units, act, parties.actor, subtype),
        method=method,
        actor=parties.actor,
        target=parties.target,
        outcome=outcome,
        dropped=is_dropped(m.units, act) and not _may_be_undergone(m.units, act, parties),
        announced=parties.actor is None and is_announced(m.units, act) and not _is_foiled(m.units, act),
        counts=_counts(m, act, parties),
        anaphoric=anaphoric,
        hits=act.kind == "verb" and "hit" in m.units[act.first].signature and _DAMMA not in m.units[act.first].text,
        is_means=act.kind == "noun" and _is_only_weapon(m.units[act.first]),
        incident="takes_up" in m.units[act.first].signature,
        weak=act.word.needs == "weak",
        definite=act.kind == "noun" and _is_definite(m.units, act) and not _has_object(m.units, act),
        another=not outcome and _is_another(m.units, act, parties),
        plural=act.kind == "noun" and (act.word.plural or unit.view.endswith(_MANY) or _is_dual(unit, act)),
    )


def _may_be_undergone(units: Sequence[Unit], act: Act, parties: Parties) -> bool:
    """Whether a verb of arresting behind "that she" names nobody whom she arrested: she was arrested."""
    arrests = act.kind == "verb" and act.word.subtype == "arrest" and act.passive is None
    return arrests and parties == (None, None) and "+pron" not in units[act.first].signature


def _is_another(units: Sequence[Unit], act: Act, parties: Parties) -> bool:
    """Whether the act, or what was hit, is told from one told before (another attack; another boat sank)."""
    if parties.target is not None and parties.target.name.endswith(_OTHER):
        return True
    return act.kind == "noun" and is_another(units, max(act.last, act.tail[1]))


_BY_BOMBER = "suicide_bomb"
_OTHER = (" آخر", " أخرى", " اخر", " اخرى")


def _told_at(units: Sequence[Unit], act: Act) -> int:
    """Where the act word stands: behind a light verb it is the last word of the phrase that is no preposition."""
    if not act.tail[1] or "light" not in units[act.first].signature:
        return act.first
    last = act.tail[1] - 1
    return last - 1 if units[last].signature & _PREPS and last > act.tail[0] else last


_PREPS = frozenset(("prep", "prep_pron"))


def _is_dual(unit: Unit, act: Act) -> bool:
    return unit.view.endswith(DUAL) and not act.word.lemma.endswith(DUAL)


def _is_definite(units: Sequence[Unit], act: Act) -> bool:
    """Whether an act noun has the article, be it at the word behind ("the signing of"); "hundreds of the" has not."""
    first = units[act.first]
    before = units[act.first - 1].signature if act.first else frozenset()
    if before & _UNCOUNTED or ("min" in before and _is_some_of(units, act.first)):
        return False
    governs = "wraps" in first.signature or ("brings_in" in first.signature and act.word.type in _HELD)
    if governs and act.last == act.first + 2:
        return is_article(first) or is_article(units[act.last - 1])
    return is_article(first)


def _is_some_of(units: Sequence[Unit], at: int) -> bool:
    """Whether "a series of" stands before units[at], which brings in acts anew though they have the article."""
    return at > 1 and units[at - 2].view in folded_lemmas("series")


_HELD, _UNCOUNTED = ("AGREE",), frozenset(("vague_word", "several"))


def _has_object(units: Sequence[Unit], act: Act) -> bool:
    """Whether a preposition is part of its phrase: the article then takes up nothing (control over the base)."""
    return bool(act.tail[1]) or any(unit.signature & {"prep", "prep_pron"} for unit in units[act.first + 1 : act.last])


def _vetted(m: Match, act: Act, method: Offsets | None, parties: Parties) -> tuple[Offsets | None, Parties]:
    """The means, and the parties whose words can name one."""
    if act.word.type == "CONSULT" and is_visited(m.units, act, parties.actor):
        parties = Parties(None, parties.target)
    doer = vetting.doer(m.units, parties.actor, figures=act.kind == "verb")
    target = of_ranks(m.units, vetting.victim(m.units, parties.target), m.text)
    return method, Parties(
        doer, None if target is not None and vetting.is_the_act(m.units, act.word, target) else target
    )


def _set_apart(m: Match, act: Act, method: Offsets | None, parties: Parties) -> tuple[Offsets | None, Parties]:
    """The means, and the parties without a victim that is the means, or without the means where it was struck."""
    method = method or used(m.units, act, parties.actor)
    if method and parties.target and method[0] <= parties.target.span[0] < method[1]:
        return (None, parties) if _is_struck(m, act, parties) else (method, Parties(parties.actor, None))
    return method, parties


def _by_means(m: Match, act: Act, method: Offsets | None, parties: Parties) -> tuple[Offsets | None, Parties]:
    """A weapon that is its subject, or the object blown up, is the means and no party (a car bomb exploded)."""
    if act.word.type != "ASSAULT" or (act.word.subtype == "interception" and parties.actor is not None):
        return method, parties  # air defences shoot down what they shoot down
    actor, target = parties
    if act.word.subtype == _BY_BOMBER and actor and method and actor.span[0] <= method[0] < actor.span[1]:
        return None, parties  # a bomber | blew himself up
    bare = _bare_weapon(m.units, actor) if actor is not None else 0
    if bare and actor:
        last = _weapon_at(m.units, actor)[1]
        hit = _hit_behind(m, last) if act.kind == "verb" and 0 < last < bare else None
        return method or actor.span, Parties(_setter(m, bare), hit or target)
    if act.kind != "verb":
        return method, parties
    found, last = _weapon_at(m.units, actor)
    if found is not None and actor and actor.span[1] > found[1] and _are_manned(m.units, last, actor):
        return method or found, parties  # the guns of somebody, not any guns
    if found is not None:
        behind = target if target and target.span[0] >= found[1] else None
        actor, target = _setter(m, last), _hit_behind(m, last) or behind
    elif act.word.subtype in GENERAL and not _is_struck(m, act, parties):
        found, last = _weapon_at(m.units, target)
        target = _hit_behind(m, last) or _beside(m, last) if found is not None else target
    return method or found, Parties(actor, target)


def _bare_weapon(units: Sequence[Unit], named: PartyDraft) -> int:
    """The unit index behind a party that is only planes or guns, of nobody whom it names; 0 for any other."""
    at = 0
    while at + 1 < len(units) and units[at].cut != named.span[0]:
        at += 1
    head = units[at].signature
    if head.isdisjoint(_ARMS) or head & {"people", "+pron"} or _owner_in(units, at + 1, named):
        return 0
    while at < len(units) and units[at].end < named.span[1]:
        at += 1
    return at + 1


_ARMS = ARMS | {"planes"}


def _are_manned(units: Sequence[Unit], last: int, named: PartyDraft) -> bool:
    """Whether a party is planes, guns or tanks, not what they fire, with somebody whose they are behind units[:last]."""
    head = next((u for u in units if u.cut == named.span[0]), None)
    return head is not None and bool(head.signature & _MANNED) and _owner_in(units, last, named)


_MANNED = frozenset(("fires", "planes", "forces", "army_body"))


def _is_struck(m: Match, act: Act, parties: Parties) -> bool:
    """Whether what would be the means of another act is what this one struck (they hit | a tank, shot down | a drone)."""
    target = parties.target
    theirs = parties.actor is not None or bool(act.slots and all(slot[-1] == "p" for slot in act.slots))
    if target is None or not (theirs or act.kind == "noun"):
        return False
    lemmas = _STRIKING if act.kind == "noun" else _STRIKES
    strikes = act.word.lemma in lemmas or (act.kind == "verb" and act.word.subtype == "interception")
    head = next((u for u in units_of(m.units, target) if "NUMBER" not in u.signature), None)
    return strikes and head is not None and bool(head.signature & {"countable", "vehicle"})


_STRIKING = ("تدمير", "إحراق", "إعطاب", "استهداف")
_STRIKES = ("استهدف", "هاجم", "دمر", "أصاب", "قصف", "ضرب", "أحرق")


def _hit_behind(m: Match, at: int) -> PartyDraft | None:
    """What a weapon hit whose name ends before units[at], right behind it (a drone hit | a car, two children)."""
    if at >= len(m.units) or has_preposition(m.units[at]):
        return None
    if m.units[at].signature.isdisjoint(_STANDING) and not is_object(m.units, at, at + 1):
        return None
    return party(m.units, at, m.text)


_STANDING = frozenset(("vehicle", "place_type", "place_facility"))


def _owner_in(units: Sequence[Unit], first: int, named: PartyDraft) -> bool:
    """Whether units[first:] inside a party name somebody: listed so, or in the genitive of the word before."""
    for at in range(first, len(units)):
        if units[at].start >= named.span[1]:
            break
        signature = units[at].signature
        if signature & _OWNERS or (
            "+al" in signature and "+al" not in units[first - 1].signature and not signature & _ARMS
        ):
            return True
    return False


_OWNERS = frozenset(
    (
        *("people", "role", "org_head", "organisation", "given", "name", "known_place", "demonym", "forces"),
        *("army_body", "occupant", "security_body", "he_body", "somebody", "governing"),
    )
)


def _setter(m: Match, at: int) -> PartyDraft | None:
    """Who laid, fired or threw a weapon, told right behind it (a mine that they laid)."""
    for k in range(at, min(at + _BESIDE, len(m.units) - 1)):
        if "does_it" in m.units[k].signature:
            return party(m.units, k + 1, m.text)
    return None


def _counts(m: Match, act: Act, parties: Parties) -> bool:
    """Whether the people an act names are those it hurt, all of them: killings and abductions, not bombs among worshippers."""
    told = act.word.first == "target" and act.word.subtype in (None, "execution", "abduction")
    crashed = begins(m.units, parties.target, "vehicle")  # a military plane is nobody
    return told and not crashed and is_people(m, Parties(None, parties.target))


def _weapon_at(units: Sequence[Unit], named: PartyDraft | None) -> tuple[Offsets | None, int]:
    """The weapon a party begins with, and the unit index behind it."""
    at = next((k for k, u in enumerate(units) if named and u.cut == named.span[0]), None)
    while at is not None and at + 1 < len(units) and units[at].signature & {"NUMBER", "whoever", "several"}:
        at += 1
    if at is None or named is None or units[at].start >= named.span[1] or not is_weapon(units[at]):
        return None, 0
    found, last = means_at(units, at)
    return ((units[at].cut, units[last - 1].end), last) if found is not None else (None, 0)


def _beside(m: Match, at: int) -> PartyDraft | None:
    """What a weapon was set off at: behind "in front of", "inside", "on"."""
    for k in range(at, min(at + _BESIDE, len(m.units) - 1)):
        if m.units[k].signature & {"inside", "fi", "ala", "target_before"} and "ila" not in m.units[k].signature:
            return party(m.units, k + 1, m.text) if m.units[k + 1].signature & _HIT_PLACES else None
    return None


_BESIDE = 3
_HIT_PLACES = frozenset(("place_type", "place_facility", "org_head", "countable", "people", "role", "armed"))


def _is_only_weapon(unit: Unit) -> bool:
    return is_weapon(unit) and "event_noun" not in unit.signature
