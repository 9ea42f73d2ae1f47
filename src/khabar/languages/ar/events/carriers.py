"""Carriers: doers of an event noun that its own phrase does not name.

A verb carries the noun and has its doer as subject (carried out an attack), or its victim (was exposed to an attack); so
does a noun of doing with its genitive (the launch by X of raids, the settlers' venturing on the killing of).
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Unit
from khabar.languages.ar.events.acts import Act
from khabar.languages.ar.events.clause_starts import AGENTS, ARMS, ENDS
from khabar.languages.ar.events.clauses import field_of, in_words, roles_of, shared, subject_of
from khabar.languages.ar.events.owners import owner
from khabar.languages.ar.events.phrases import phrase_end, words
from khabar.languages.ar.events.subjects import aside_subject, before, span_before
from khabar.languages.ar.lists.events import folded_ends, folded_lemmas, lemmas
from khabar.languages.ar.phrases.shapes import has_preposition, is_article
from khabar.languages.drafts import Offsets, PartyDraft
from khabar.record.vocabulary import HURT

_REACH = 12
_FAR = 20  # from "managed" to what was managed
_OWNED = 2  # units of "responsibility for"
Pair = tuple[PartyDraft | None, PartyDraft | None]


def claimed(units: Sequence[Unit], act: Act, text: str) -> PartyDraft | None:
    """Who announces "its responsibility for" the act."""
    at = act.first - 1
    if at < _OWNED or "an" not in units[at].signature or "responsibility" not in units[at - 1].signature:
        return None
    for k in range(at - _OWNED, max(at - _REACH, -1), -1):
        if "verb" in units[k].signature and units[k].signature & {"CUE", "cue", "does"}:
            if "cue" in units[k].signature and units[k]["cue"].act in _DISOWNS:
                return None
            if k and "neg_verb" in units[k - 1].signature:
                return None
            end = phrase_end(units, k + 1, at - 1)
            found = words(units, k + 1, end, text) if end > k + 1 else before(units, k, text)
            return replace(found, basis="claimed_by_actor") if found is not None else None
    return None


_DISOWNS = ("deny", "reject", "accuse", "condemn")


def carried(units: Sequence[Unit], act: Act, text: str) -> Pair:
    """The subject of the verb that carries the noun (carried out an attack, was exposed to an attack)."""
    signature = units[act.first].signature
    if act.first and (units[act.first - 1].view in _OF_AN_ACT or _is_topic(units, act.first)):
        return None, None
    if "+bi" in signature and _are_hurt(units[act.first - 1]):
        return None, None  # the minister helps | the sons of those hurt in the clashes
    if "does" in signature and "verb" in signature and "+al" not in signature:
        own = before(units, act.first, text)  # that the army | launched a raid
        if own is not None:
            return own, None
    if "+bi" in signature and act.word.type == "ASSAULT" and act.kind == "noun":
        return _by_way_of(units, act, text)
    return _carried(units, act, text)


def _are_hurt(unit: Unit) -> bool:
    """Known people who were hurt: who did it is not who is told to do something for them."""
    return "people" in unit.signature and is_article(unit) and unit["people"].measure in HURT


def _by_way_of(units: Sequence[Unit], act: Act, text: str) -> Pair:
    """Who did violence by the way of other violence, and to whom (the gunmen attacked the convoy | by firing at it); else who
    carried it out.
    """
    for at in range(act.first - 1, max(act.first - _REACH, -1), -1):
        signature = units[at].signature
        if "ACT_VERB" in signature:
            deed: Act = units[at]["ACT"]
            if deed.word.type != "ASSAULT" or deed.word.needs == "outcome" or deed.passive is True or deed.tail[1]:
                break
            roles = roles_of(units, deed, field_of(units, deed))
            if roles.subject is None:
                break
            return in_words(units, roles.subject, text), in_words(units, roles.object, text)
        if not signature.isdisjoint(_OTHER_CLAUSE):
            break
    return _carried(units, act, text)


_OTHER_CLAUSE = ENDS | {"ACT", "comma", "rel", "while", "but", "does"}


def _is_topic(units: Sequence[Unit], at: int) -> bool:
    """Whether units[at] is only spoken or written about (his report on | the violence, a seminar about | the war)."""
    before = units[at - 1].signature
    told = "an" in before and at > 1 and units[at - 2].signature & _TELLS
    return "about" in before or bool(told)


_TELLS = frozenset(("document", "medium", "cue_noun"))


# Where an act was, who did it, how: who goes there, finds it out or tells of it did not do it (went to | the place of the attack).
_OF_AN_ACT = frozenset(
    (
        *("مكان", "موقع", "مسرح", "ساحه", "هويه", "منفذ", "منفذي", "مرتكب", "مرتكبي", "ملابسات", "تفاصيل", "ظروف"),
        *("اثار", "لحظه", "لحظات", "مشاهد", "صور", "خلفيات", "ضحايا", "ضحيه", "مدبر", "مدبري", "مخططي"),
    )
)


def _carried(units: Sequence[Unit], act: Act, text: str) -> Pair:
    governed = bool(units[act.first - 1].signature & {"fi", "min"}) if act.first else False
    aims = _is_for_it(units, act.first)
    carries = _CARRIES_TYPE.get(act.word.type, _CARRIES)
    for at in range(act.first - 1, max(act.first - _FAR, -1), -1):
        unit = units[at]
        if at < act.first - _REACH and not (governed and "manages" in unit.signature):
            if unit.signature & ENDS:
                break
            continue
        if not _DOES.isdisjoint(unit.signature) and _only_takes_up(units, at, act, governed=governed):
            break
        carry = not carries.isdisjoint(unit.signature) and "event_noun" not in unit.signature
        if carry and not (_is_spoken_of(units, at) or _is_closed(units, at, act.first)):
            subject = _subject(units, at, act.first, text)
            if subject is not None and "readies" in unit.signature and not _is_of_forces(units, subject):
                break
            if subject is not None:
                return (None, subject) if unit.signature.isdisjoint(_DOERS) else (subject, None)
        if "does_masdar" in unit.signature and (doer := _of_masdar(units, at, act.first, text)) is not None:
            return doer, None
        if "cue_noun" in unit.signature and (warned := _warned(units, at, act.first, text)) is not None:
            return warned, None
        if aims and not _CLAUSE.isdisjoint(unit.signature):
            return (_who_comes(units, at, text) if "ACT_VERB" in unit.signature else None), None
        if not _STOPS.isdisjoint(unit.signature) and _stops(units, at) and not _goes_on(units, at, act):
            break
    return None, None


def _only_takes_up(units: Sequence[Unit], at: int, act: Act, *, governed: bool) -> bool:
    """Whether a verb takes up an act that was done before, by whoever it was: looks into it, or uses one attack as a pretext, as
    violence and force are not used.
    """
    verb = units[at]
    if "does" in verb.signature and "fi" in units[at + 1].signature and verb.view.endswith(_INQUIRES):
        return True
    if "manages" not in verb.signature or governed or act.word.type != "ASSAULT" or not is_article(units[act.first]):
        return False
    one = act.word.lemma.partition(" ")[0] in lemmas("one_act")
    return one and any(form in verb.view for form in folded_lemmas("uses"))


def _warned(units: Sequence[Unit], at: int, act: int, text: str) -> PartyDraft | None:
    """Whom a noun of warning has warned of doing the act (the warning by X of Y against | launching an attack)."""
    if units[at]["cue_noun"].act != "warn" or is_article(units[at]) or "min" not in units[act - 1].signature:
        return None
    end = phrase_end(units, at + 1, act - 1)
    return words(units, at + 1, end, text) if end == act - 1 and units[at + 1].signature & _WARNED else None


def _is_spoken_of(units: Sequence[Unit], at: int) -> bool:
    """Whether a word spelt like "goes on with" is the going on of something, which somebody tells: behind a preposition, or
    behind a verb of saying and its subject (the governor affirms | the going on of the shelling).
    """
    if not units[at].view.endswith(folded_ends("going_on")):
        return False
    if has_preposition(units[at]):
        return True
    said_by = span_before(units, at)
    return said_by is not None and said_by[0] > 0 and "CUE" in units[said_by[0] - 1].signature


def _is_closed(units: Sequence[Unit], at: int, act: int) -> bool:
    """Whether one comma closes the clause of a verb of managing before the act, which then is no object of it (the charities
    that work in the north, | the killing of).
    """
    if "manages" not in units[at].signature or has_preposition(units[act]):
        return False
    return sum("comma" in unit.signature for unit in units[at:act]) == 1 and "comma" in units[act - 1].signature


def _is_for_it(units: Sequence[Unit], at: int) -> bool:
    """Whether an act behind "for" is what somebody comes for, and not what a noun before it is for (a draft of | a truce)."""
    signature = units[at].signature
    if "+li" not in signature or "+pron" in signature or at == 0:
        return False
    return units[at - 1].signature.isdisjoint(_FOR_IT)


_WARNED = AGENTS | {"known_place"}
_CLAUSE = frozenset(("ACT_VERB", "while", "but", "semicolon"))
_FOR_IT = frozenset(
    ("proposes", "cue_noun", "masdar", "document", "medium", "ACT_NOUN", "readies", "background", "carries_out")
)


def _who_comes(units: Sequence[Unit], verb: int, text: str) -> PartyDraft | None:
    """Who came or moved in order to do the act (the police stepped in | to break up the march); not who sent others."""
    came: Act = units[verb]["ACT"]
    if came.word.type not in _COMES or came.word.subtype in _HOLDS or came.passive is True:
        return None
    if came.word.needs == "outcome" or came.word.lemma.partition(" ")[0] in lemmas("sends"):
        return None
    return in_words(units, subject_of(units, verb), text)


_COMES, _HOLDS = ("MOBILIZE", "CONSULT", "ASSAULT", "COERCE", "PROTEST"), ("arrest", "trial")


def _goes_on(units: Sequence[Unit], at: int, act: Act) -> bool:
    """Whether the act goes on with the one before it under one verb (goes on with its raids | and the shelling of)."""
    joined = "+and" in units[act.first].signature and act.first - at <= _ADJECTIVES
    return joined and {"ACT_NOUN", "+pron"} <= units[at].signature


def used(units: Sequence[Unit], act: Act, actor: PartyDraft | None) -> Offsets | None:
    """What the doer used, or fired, in order to do it (the police used water cannons to disperse them): its offsets."""
    if actor is None or act.kind != "noun" or "+li" not in units[act.first].signature:
        return None
    at = next((k for k in range(act.first - 1, max(act.first - _REACH, 0), -1) if units[k].cut == actor.span[0]), 0)
    if at == 0 or "uses_it" not in units[at - 1].signature:
        return None
    first = next((k for k in range(at, act.first) if units[k].start >= actor.span[1]), act.first)
    inside = units[first : act.first]
    if not inside or inside[0].signature & _NO_TOOL or any(u.signature & ENDS for u in inside):
        return None
    return units[first].start, units[act.first - 1].end


def is_asked_for(units: Sequence[Unit], act: int, whose: int) -> bool:
    """Whether a verb of asking governs an act of help whose genitive stands at `whose`: a body, which then gives it."""
    if units[whose].signature.isdisjoint(_HELPERS):
        return False
    near = (unit.get("cue") for unit in units[max(act - _NEAR, 0) : act] if "CUE" in unit.signature)
    return any(cue is not None and cue.act == "request" for cue in near)


_HELPERS = frozenset(("org_head", "organisation", "known_place", "role", "armed"))
_NEAR = 8
_ADJECTIVES = 3
_NO_TOOL = frozenset(("prep", "mark", "TIME", "rel", "people"))


def _stops(units: Sequence[Unit], at: int) -> bool:
    """Whether another clause or deed begins at units[at]; "after" behind "did not" is "yet"."""
    signature = units[at].signature
    if "later" in signature and at > 1 and "neg_verb" in units[at - 2].signature:
        return False
    if "since" in signature and "TIME" in units[at + 1].signature:
        return False  # has been carrying out since Monday
    if "does_it" in signature and at > 1 and "rel" in units[at - 1].signature:
        return units[at - 2].signature.isdisjoint(AGENTS)  # the alliance that X leads | launched: the pronoun is its
    return bool(signature & _BREAKS) or _is_other_deed(units, at)


def _is_other_deed(units: Sequence[Unit], at: int) -> bool:
    """Whether a noun of another deed governs the act: who inquires into an attack did not carry it out."""
    unit, behind = units[at], units[at + 1].signature
    other = "inquiry" in unit.signature or ("masdar" in unit.signature and "+pron" in unit.signature)
    return other and bool(behind & {"fi", "an", "min", "target_before"})


_INQUIRES = "\N{ARABIC LETTER HAH}\N{ARABIC LETTER QAF}\N{ARABIC LETTER QAF}"


def _of_masdar(units: Sequence[Unit], at: int, limit: int, text: str) -> PartyDraft | None:
    """Who the genitive, or the pronoun, of a noun of doing names right before the act it carries."""
    if "+pron" in units[at].signature:
        return owner(units, at, text) if at == limit - 1 else None
    if "+al" in units[at].signature:
        return None
    end = phrase_end(units, at + 1, limit)
    if end == limit and "NUMBER" in units[limit - 1].signature:
        return None  # the carrying out of hundreds of | the raids
    governed = end == limit - 1 and bool(units[end].signature & {"ala", "fi"})
    decided = "cue_noun" in units[at].signature  # the council's decision | the expulsion of
    behind = decided or has_preposition(units[limit]) or "+al" in units[limit].signature
    reached = governed or (end == limit and (behind or _is_carried_out(units[at])))
    found = words(units, at + 1, end, text) if reached and units[at + 1].signature & AGENTS else None
    accused = decided and units[at]["cue_noun"].act == "accuse"
    return replace(found, basis="attributed_by_other") if found is not None and accused else found


def _is_carried_out(noun: Unit) -> bool:
    """Whether the act is the object of a noun of carrying out with its doer between (a youth's carrying out of | an attack)."""
    return bool(noun.signature & _EXECUTES)


_EXECUTES = frozenset(("carries_out", "brings_in"))


def _is_of_forces(units: Sequence[Unit], named: PartyDraft) -> bool:
    return any("armed" in u.signature or "forces" in u.signature for u in units if u.cut == named.span[0])


_DOES = frozenset(("does", "manages"))
_CARRIES = _DOES | {"suffered"}
_CARRIES_TYPE = {"CONSULT": _CARRIES | {"received"}, "AGREE": _CARRIES | {"signs"}}  # who gets a call, who signs
_DOERS = _DOES | {"signs"}
_BREAKS = ENDS | {"ACT", "background", "blame", "does_it"}
_STOPS = _BREAKS | {"inquiry", "masdar"}


def _subject(units: Sequence[Unit], verb: int, limit: int, text: str) -> PartyDraft | None:
    """The subject of a verb: behind it, else before it.  A number right at the noun counts the noun; who brought accusations of
    an act did not do it.
    """
    if "+pron" in units[verb].signature and verb and "cue_noun" in units[verb - 1].signature:
        return None
    first = verb + 2 if units[verb + 1].signature & _BETWEEN else verb + 1
    if "ACT_VERB" in units[verb].signature and units[verb]["ACT"].tail[0] == first:
        first = units[verb]["ACT"].tail[1]  # used | force
    if first < limit - 1 and "any" in units[first].signature:
        return None  # no group at all owned up to
    if first < limit and units[first].signature & _NO_SUBJECT:
        return before(units, verb, text)  # which was exposed, it too, to; close to the base
    deed = "does_masdar" in units[first].signature and "+al" not in units[first].signature
    if deed and not ("cue" in units[verb].signature and units[verb]["cue"].act in _DISOWNS):
        return shared(units, verb, text) if units[verb].signature & {"+and", "+fa"} else before(units, verb, text)
    end = phrase_end(units, first, limit)
    last = units[end - 1].signature
    if end > first + 1 and ("first_of" in last or ("NUMBER" in last and "+and" not in last and end == limit)):
        end -= 1  # carried out | the first raid, | 16 raids
    counted = (
        end == limit and end > first and bool(units[first].signature & {"NUMBER", "whoever", "first_of", "vague_word"})
    )
    counted = counted and "+li" not in units[limit].signature
    counted = counted and not any("min" in unit.signature for unit in units[first + 1 : end])  # hundreds of the staff
    counted = counted and not (is_article(units[end - 1]) and "people" in last)  # hundreds of the workers
    close = end >= limit - 1  # not: launched | a series of
    governed = close and "min" in units[limit - 1].signature and "manages" not in units[verb].signature
    if end > first and not counted and not governed and not _is_tool(units, verb, first):
        return words(units, first, end, text)
    if units[verb].signature & {"+and", "+fa"}:
        return shared(units, verb, text)
    aside = aside_subject(units, verb)
    return words(units, *aside, text) if aside is not None else before(units, verb, text)


def _is_tool(units: Sequence[Unit], verb: int, at: int) -> bool:
    """Whether arms stand right behind a verb of using: they are its object (uses | water cannons to break up the march)."""
    return "uses_it" in units[verb].signature and bool(units[at].signature & ARMS)


_BETWEEN = frozenset(("prep_pron", "passing"))  # on them, after that: between a verb and its subject
_NO_SUBJECT = frozenset(("copula", "bound_before"))
