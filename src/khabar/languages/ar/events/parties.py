"""Parties of event nouns: who did it and to whom.

A masdar takes its doer or its victim as genitive, as an adjective of a country, or behind a preposition (by the hand
of, on, against); the verb that carries it, or the relative clause behind it, says the rest.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Unit
from khabar.languages.ar.events.acts import Act, Parties, begins
from khabar.languages.ar.events.adjectives import behind_adjectives, may_describe
from khabar.languages.ar.events.by_whom import doer_end, is_by
from khabar.languages.ar.events.carriers import carried, claimed
from khabar.languages.ar.events.clause_starts import AGENTS, ALEF, ARMS, DUAL, ENDS, PLACES
from khabar.languages.ar.events.clauses import resumed
from khabar.languages.ar.events.genitives import by_genitive
from khabar.languages.ar.events.objects import object_begin
from khabar.languages.ar.events.owners import owner
from khabar.languages.ar.events.phrases import country, demonym, is_nominal, party, phrase_end, words
from khabar.languages.ar.events.sides import is_clash_with, is_out_of, pair, parts_no_sides
from khabar.languages.ar.events.undergone import are_polls, elect, undergoes
from khabar.languages.ar.events.victims import (
    are_their_dead,
    goes_on_with_him,
    has_own_object,
    hit_by_it,
    is_called_so,
    is_done_to,
    is_named_in,
    is_whose_deed,
    object_of_hit,
    strikes,
    victim_at,
)
from khabar.languages.ar.events.visited import is_visited
from khabar.languages.ar.events.wording import HANDS
from khabar.languages.ar.lists.events import folded_lemmas, lemmas
from khabar.languages.ar.phrases.shapes import NISBA, has_preposition, is_article, is_name_word
from khabar.languages.drafts import PartyDraft
from khabar.record.vocabulary import FORCE, NOBODYS

_REACH, _NAMED, _ADJECTIVES = 12, 8, 3
_ENDS = ENDS | {"PART"}


def of_noun(units: Sequence[Unit], act: Act, text: str) -> Parties:
    """The parties of an event noun: its adjective and genitive, its prepositions, its verb, its relative clause."""
    if are_polls(units, act):
        return Parties(None, _near(units, act, text)[0].target if elect(units, act) else None)
    if act.tail[1] and units[act.tail[1] - 1].view.endswith(HANDS):
        lost = words(units, act.last, act.tail[0], text)
        return Parties(party(units, act.tail[1], text), lost)  # the fall of the town | into the hands of X
    if act.tail[1] and act.word.subtype == "shooting" and "+bi" not in units[act.tail[0]].signature:
        hit = _behind(units, act.tail[1], act, text, glued=True).target
        return Parties(words(units, act.last, act.tail[0], text), hit)  # the guards' opening of | fire on the crowd
    near, at = _near(units, act, text)
    if near.target is None and near.actor is not None and strikes(units, act, at):
        near = Parties(near.actor, party(units, at, text))
    owned = claimed(units, act, text)
    if owned is not None:
        near = Parties(owned, near.target)
    inside = any("prep" in unit.signature for unit in units[act.first + 1 : act.last])
    behind = _behind(units, act.first + 1 if inside else at, act, text, glued=not inside)
    found = Parties(near.actor or behind.actor, near.target or behind.target)
    if found.actor is None and near.target is None and is_clash_with(units, act, found.target):
        found = Parties(found.target)  # who else fought is told by who was hurt
    visited = act.word.type == "CONSULT" and is_visited(units, act, found.actor)
    if found.actor is None or visited or found.target is None:
        doer, victim = carried(units, act, text)  # the place visited stands for the doer only while nobody else does
        found = Parties((doer or found.actor) if visited else (found.actor or doer), found.target or victim)
    over = act.last > act.first + 1 and "prep" in units[act.last - 1].signature
    if "+pron" in units[act.first].signature and not (near.actor or (near.target and not over)):
        return _owned(units, act, found, text)
    return Parties(found.actor, found.target or object_of_hit(units, act, at, text) or hit_by_it(units, act, text))


def _owned(units: Sequence[Unit], act: Act, found: Parties, text: str) -> Parties:
    """The parties of a noun with a possessive pronoun: it is the doer where an object follows (its storming of the town)."""
    if act.word.lemma in lemmas("massacres"):
        whose = owner(units, act.first, text)
        if any(begins(units, whose, kind) for kind in _ARMED):
            return Parties(whose, found.target)
    if are_their_dead(units[act.first]):
        return Parties(found.actor, words(units, act.first, act.last, text))
    done = is_whose_deed(units, act)
    does = has_own_object(units, act) or "does_masdar" in units[act.first].signature  # his carrying out | the attack
    whose = owner(units, act.first, text, suffers=act.word.first == "target" and not (does or done))
    if does and not done:
        return Parties(whose or found.actor, party(units, act.last, text))
    named = whose is not None and found.actor is not None and is_named_in(units, whose, found.actor)
    if named or goes_on_with_him(units, act.first):
        return found  # the police, who are bound to arrest her; a relative of So-and-so, who killed him
    if (
        act.word.first == "target"
        and not done
        and (found.target is None or act.word.needs in ("outcome", "object_people"))
    ):
        return Parties(found.actor, whose)
    return Parties(whose or found.actor, found.target)


_ARMED = ("armed", "army_body", "occupant", "org_head")


def _near(units: Sequence[Unit], act: Act, text: str) -> tuple[Parties, int]:
    """The parties an adjective or a genitive names, and the unit index behind them."""
    if undergoes(units, act):
        end = max(phrase_end(units, act.first + 1), act.last)
        return Parties(None, words(units, act.first + 1, end, text)), end
    if _has_object(units, act):
        named = party(units, act.first + 1, text)
        end = max(phrase_end(units, act.first + 1, governed=True), act.last)
        return (Parties(None, named) if act.word.first == "target" else Parties(named, None)), end
    found = _by_country(units, act)
    if found is not None:
        return found
    at = act.last
    while at < len(units) and "quote_close" in units[at].signature:
        at += 1  # a scare-quoted act
    if act.last > act.first + 1 and "prep" in units[act.last - 1].signature:
        return Parties(
            None, party(units, at, text) if at < len(units) else None
        ), at  # control over: what is controlled
    whom = at + 1 < len(units) and act.word.first == "target" and "+pron" not in units[act.first].signature
    if whom and "inside" in units[at].signature:
        return Parties(None, party(units, at, text) if units[at + 1].signature & PLACES else None), at
    if at >= len(units) or "bound_before" in units[at - 1].signature or not _may_take_genitive(units, act, at):
        return Parties(), at
    if not (is_nominal(units[at]) or "quote" in units[at].signature) and act.word.type != "OFFICE":
        return _surname(units, at, text)
    return by_genitive(units, act, at, text)


def _by_country(units: Sequence[Unit], act: Act) -> tuple[Parties, int] | None:
    """The country whose adjective the act has, and the unit index behind it; None where it has none."""
    definite = any(is_article(unit) for unit in units[act.first : act.last])
    for at in range(act.first + 1, min(act.last + _ADJECTIVES, len(units))):
        unit = units[at]
        if is_article(unit) == definite and demonym(unit) is not None:
            if not may_describe(units, act, at) or (act.word.type not in FORCE and unit.view in _OF_MONEY):
                return None  # the destruction of | an Israeli tank
            if act.word.lemma in lemmas("of_whose"):
                return Parties(None, country(unit)), at + 1  # the violation of the airspace of
            war = act.word.war and act.word.first == "place" and not _is_on(units, at + 1)
            return Parties(None if war or act.word.type in NOBODYS else country(unit)), at + 1
        if "quote" in unit.signature or ("place_qualifier" in unit.signature and is_article(unit) == definite):
            continue  # a naval blockade, a land attack
        if at >= act.last and unit.signature & _NO_ADJECTIVES and not unit.signature & ARMS:
            return None  # but: an Israeli drone's hitting of
    return None


_OF_MONEY = ("المالي", "الماليه", "مالي", "ماليه")  # financial, as aid and deals are, rather than of Mali


def _is_on(units: Sequence[Unit], at: int) -> bool:
    """Whether "on" or "against" follows: the Syrian war is in Syria, the Syrian war on X is Syria's."""
    return at < len(units) and bool(units[at].signature & {"ala", "target_before"})


_NO_ADJECTIVES = AGENTS | PLACES | {"prep", "mark", "rel", "TIME", "+and", "hit", "ACT", "vehicle", "countable"}


def _surname(units: Sequence[Unit], at: int, text: str) -> tuple[Parties, int]:
    """A victim known by a surname that no list holds, if the report knows somebody of that name (the killing of X)."""
    end = phrase_end(units, at)
    bounded = end >= len(units) or units[end].signature & _ENDS_NAME
    named = bounded and end > at and all(_is_surname(unit) for unit in units[at:end])
    found = words(units, at, end, text) if named else None
    return (Parties(None, replace(found, unsure=True)), end) if found is not None else (Parties(), at)


def _is_surname(unit: Unit) -> bool:
    return unit.signature <= _NAMES and unit.view[-2:] != NISBA[0]


_NAMES = frozenset(("name", "given", "name_part"))
_ENDS_NAME = frozenset(("mark", "prep", "TIME", "+and", "rel", "prep_pron"))


def _may_take_genitive(units: Sequence[Unit], act: Act, at: int) -> bool:
    """Whether what stands at units[at], right behind the act word, can be its genitive."""
    first, unit = units[act.first], units[at]
    if "+pron" in first.signature or is_article(units[act.last - 1]) or first.view.endswith(ALEF):
        return False
    if has_preposition(unit) or unit.signature & {"kind_adjective", "source_of_it", "does_it"}:
        return False
    if act.word.type == "AID" and unit.view in _OF_MONEY:
        return False
    if not is_article(unit) and (
        "ministry" in unit.signature or (act.word.type == "PROTEST" and "governing" in unit.signature)
    ):
        return False  # a war, internal; marches | in support of
    if _leads_to(units, at):
        return False
    if at > act.first + 1 and units[at - 1].signature & {"kind_adjective", "aerial"} and not is_article(unit):
        return False  # a second adjective (an air strike, massive)
    if unit.view == _STRONG and not (at + 1 < len(units) and is_article(units[at + 1])):
        return False  # a strong attack, not one of the forces of
    if first.view.endswith(DUAL) and not act.word.lemma.endswith(DUAL) and not act.word.plural:
        return False  # a dual with its last letter has no genitive
    if "quote_open" in unit.signature and at + 1 < len(units):
        return is_nominal(units[at + 1])
    of_person = act.word.type == "OFFICE" or (act.word.type in FORCE and act.word.first == "target")
    return is_nominal(unit) or (of_person and is_name_word(unit))


def _leads_to(units: Sequence[Unit], at: int) -> bool:
    """Whether "about" stands before no number: it is "towards" (an advance | towards the harbour)."""
    following = units[at + 1].signature if at + 1 < len(units) else frozenset()
    return "bound_before" in units[at].signature and following.isdisjoint(("NUMBER", "vague_word", "digits"))


_STRONG = "\N{ARABIC LETTER QAF}\N{ARABIC LETTER WAW}\N{ARABIC LETTER YEH}"


def _has_object(units: Sequence[Unit], act: Act) -> bool:
    """Whether the second word of the phrase is its doer or victim (withdrawal of the forces, not the outbreak of the fire)."""
    several = act.last > act.first + 1 and act.word.first in ("target", "actor") and act.word.type not in NOBODYS
    if not several or is_article(units[act.first]) or "uses" in units[act.first].signature:
        return False
    second = units[act.first + 1]
    if act.word.subtype == "ban" and act.word.needs == "phrase" and is_article(second):
        return True  # gatherings
    struck = act.word.type in FORCE and act.word.first == "target" and "countable" in second.signature
    return (struck and second.signature.isdisjoint(_TOOLS)) or _is_object(second)


_TOOLS = frozenset(("weapon", "means", "means_head", "kind_adjective", "fires"))


def _is_object(unit: Unit) -> bool:
    """The second word of an event phrase as its victim (dissolving the parliament), not as its kind (a ground attack)."""
    kind = "kind_adjective" in unit.signature
    if "forces" in unit.signature and not kind:
        return True
    return is_article(unit) and not kind and bool(unit.signature & (AGENTS | PLACES))


def _behind(units: Sequence[Unit], first: int, act: Act, text: str, *, glued: bool) -> Parties:
    """The parties behind prepositions and in the relative clause, from units[first]; `glued`: "of" may follow the noun."""
    actor: PartyDraft | None = None
    target: PartyDraft | None = None
    fated = False
    for at in range(first, min(first + _REACH, len(units) - 1)):
        unit = units[at]
        if unit.signature & _ENDS and not ((at == first and "attributes" in unit.signature) or is_called_so(units, at)):
            break
        if "ACT_NOUN" in unit.signature:
            if "NEEDS_outcome" not in unit.signature:
                break
            fated = True  # the attack that led to the death of X, carried out by
        if fated and "does_it" not in unit.signature:
            continue
        if _LEADS.isdisjoint(unit.signature):
            continue
        if "between" in unit.signature and parts_no_sides(units, at, act):
            continue
        if "between" in unit.signature and actor is None:
            actor, target = pair(units, at + 1, text)
        elif actor is None:
            actor = _doer_of(units, at, act, _of_whom(units, act) if glued else -1, text)
            if actor is not None:
                continue
        if target is None:
            target = victim_at(units, at, act, text) or _behind_doer(units, at, act, actor, text)
    return Parties(actor, target)


def _behind_doer(units: Sequence[Unit], at: int, act: Act, doer: PartyDraft | None, text: str) -> PartyDraft | None:
    """What "of" leads to right behind a doer whom a preposition names (the raid by the police | of the house of X)."""
    if doer is None or "+li" not in units[at].signature or units[at - 1].end != doer.span[1]:
        return None
    return party(units, at, text) if act.word.type in FORCE and "governing" not in units[at - 1].signature else None


# What may stand before a party, or be it.
_LEADS = frozenset(
    (
        *("doer_before", "does_it", "source_of_it", "attributes", "attributed", "min", "ala", "target_before"),
        *("hit", "with", "between", "victim_of", "suffered", "+li", "+bi", "li_free", "includes"),
    )
)


def _of_whom(units: Sequence[Unit], act: Act) -> int:
    """Where "of" may lead to who did the act, -1 where it leads to those it was done to (the victims of the war | of children)."""
    brought = units[act.last - 1].view in folded_lemmas("brought_to")  # a complaint | to the council
    if brought or (act.first and units[act.first - 1].signature >= _VICTIMS):
        return -1
    at = behind_adjectives(units, act.last)
    helped = act.word.type == "AID"  # the support | of those in need
    return -1 if at < len(units) and "+li" in units[at].signature and (helped or is_done_to(units[at], act)) else at


_VICTIMS = frozenset(("counting", "people"))


def _doer(units: Sequence[Unit], at: int, behind: int, text: str) -> PartyDraft | None:
    """The doer behind "by", behind "that … carried out", or behind "of" right at the noun."""
    unit = units[at]
    if is_by(units, at) and "+al" not in unit.signature:  # not on the Asian side
        return None if _only_counts(units, at + 1) else words(units, at + 1, doer_end(units, at + 1), text)
    if {"+bi", "means"} <= unit.signature and "+al" not in unit.signature and _may_fire(units[at + 1]):
        return words(units, at + 1, doer_end(units, at + 1), text)  # by the bullets of
    if "does_it" in unit.signature:
        if "neg_verb" in units[at - 1].signature or (at > 1 and "inquiry" in units[at - 2].signature):
            return None  # the naming of an adviser for the inquiry that X makes
        first = at + 2 if "prep_pron" in units[at + 1].signature else at + 1  # gunmen carried out | on him
        return words(units, first, doer_end(units, first), text) or resumed(units, at, text)
    if "source_of_it" in unit.signature:
        return party(units, at + 1, text)
    if unit.signature & {"attributes", "attributed"}:
        named = _laid_on(units, at, text)
        return replace(named, basis="attributed_by_other") if named else None
    if (
        behind >= 0
        and at <= behind + 1
        and "li_free" in unit.signature
        and _may_fire(units[min(at + 2, len(units) - 1)])
    ):
        return party(units, at + 1, text)
    if at == behind and "+li" in unit.signature and unit.signature & AGENTS and not unit.signature & _PRESS:
        if units[at + 1].signature >= _BY_DOING:
            return None  # a truce | for permitting the entry of
        end = phrase_end(units, at, governed=True)
        cut = object_begin(units, at, end)
        return words(units, at, end if cut < end and is_article(units[cut]) else cut, text)
    if "min" in unit.signature and at <= behind + 1 and _may_send(units[at + 1]):
        return party(units, at + 1, text)  # a call from, a letter from
    return None


def _doer_of(units: Sequence[Unit], at: int, act: Act, behind: int, text: str) -> PartyDraft | None:
    """The doer that the word at units[at] leads to; of violence, a movement too that it comes from."""
    if "min" in units[at].signature and behind >= 0 and is_out_of(units, at, act, behind):
        return None
    if act.word.needs == "outcome" and units[at].signature & {"+li", "min"} and not is_by(units, at):
        return None  # an injury | to a soldier | of the brigade
    found = _doer(units, at, behind, text)
    if found is None and "min" in units[at].signature and at <= behind + 1 and _comes_from(units, act, at + 1):
        return party(units, at + 1, text)
    return found


def _laid_on(units: Sequence[Unit], at: int, text: str) -> PartyDraft | None:
    """Whom a verb lays the act on, behind "to"; behind an adjective of the act, "to" or "of" stands right there."""
    if "attributed" in units[at].signature:
        behind = units[at + 1].signature
        if not any("ACT_NOUN" in unit.signature for unit in units[max(at - 2, 0) : at]):
            return None
        return party(units, at + 1 + ("ila" in behind), text) if behind & {"ila", "+li"} else None
    to = next((k for k in range(at + 1, min(at + _NAMED, len(units) - 1)) if "ila" in units[k].signature), 0)
    return party(units, to + 1, text) if to else None


def _may_send(unit: Unit) -> bool:
    """Somebody from whom an attack or a letter may come, no time of the day."""
    return bool(unit.signature & _SENDERS) and unit.signature.isdisjoint({"TIME", "daypart", "period"})


def _comes_from(units: Sequence[Unit], act: Act, at: int) -> bool:
    """Whether violence comes from who stands at units[at]: a movement too, and a name in quotation marks."""
    if act.word.type not in FORCE:
        return False
    at += "quote_open" in units[at].signature and at + 1 < len(units)
    signature = units[at].signature
    known = (signature >= _MOVEMENT and "place_facility" not in signature) or _may_send(units[at])
    return known or units[at].view.startswith(_UNKNOWN)


_UNKNOWN, _MOVEMENT = "مجهول", frozenset(("org_head", "named_after"))
_BY_DOING = frozenset(("+bi", "masdar"))
_PRESS = frozenset(("media", "media_head"))  # who was told of it (survived the raid, he said | to the agency)
_SENDERS = frozenset(("role", "given", "organisation", "forces", "security_body"))


def _may_fire(unit: Unit) -> bool:
    """Somebody whose weapon it may be, right behind its word."""
    tanks = "weapon" in unit.signature and is_article(unit)
    return bool(unit.signature & _FIRES) and not tanks and unit.signature.isdisjoint(_NOBODYS)


_NOBODYS = frozenset(("kind_adjective", "prep", "+and", "ACT", "TIME"))


_FIRES = frozenset(("people", "armed", "org_head", "forces", "police", "organisation", "occupant", "army_body"))


def _only_counts(units: Sequence[Unit], at: int) -> bool:
    """One side, a third side: nobody is named."""
    return "NUMBER" in units[at].signature and phrase_end(units, at) <= at + 1
