"""Parties behind a masdar in the genitive: who suffered the act, or who did it with the victim behind him.

The genitive of a verbal noun is its doer or its victim, and the word alone does not tell.  What stands behind it does: a
victim named as an object, behind "on", or behind the "of" that Arabic writes before the object of a verbal noun whose
doer went first (the army's shelling of the town).
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Unit
from khabar.languages.ar.events.acts import Act, Parties
from khabar.languages.ar.events.behind_doer import (
    OF_UNKNOWN,
    STRIKERS,
    are_others,
    deed_kept_from,
    object_of_state,
    stands_behind_doer,
)
from khabar.languages.ar.events.carriers import is_asked_for
from khabar.languages.ar.events.clause_starts import AGENTS, BODIES, ENDS, PLACES
from khabar.languages.ar.events.on_whom import is_called_ali, is_no_target
from khabar.languages.ar.events.phrases import party, phrase_end, words
from khabar.languages.ar.forms.particles import ARTICLE
from khabar.languages.ar.lists.events import lemmas
from khabar.languages.ar.phrases.shapes import (
    NOMINATIVE,
    OBLIQUE,
    OWNERS,
    has_preposition,
    is_article,
    is_name_word,
    is_owned,
)
from khabar.languages.drafts import PartyDraft
from khabar.record.vocabulary import FORCE

_NAMED, _ADJECTIVES = 8, 3
_DOERS = AGENTS | {"known_place", "quote_open", "demonym"}
_PEOPLE = frozenset(("people", "role", "organisation", "given", "NUMBER", "unnamed", "armed", "whoever"))


def by_genitive(units: Sequence[Unit], act: Act, at: int, text: str) -> tuple[Parties, int]:
    """The parties of an act whose genitive begins at units[at], and the unit index behind them: a doer with the object behind
    him, else what the row of the act says of its genitive.
    """
    of = _object_of(units, at, act)
    if of is not None:
        return Parties(words(units, at, of, text), _struck(units, of, text)), phrase_end(units, of, governed=True)
    if units[at].signature & _CAN_HIT and act.word.first == "target":
        end = phrase_end(units, at)
        cut = _object_in(units, at, end, act)
        if cut is not None:
            return Parties(words(units, at, cut, text), words(units, cut, end, text)), end
        if units[at].signature & STRIKERS and end < len(units) and (_is_crowd(units[end]) or _is_to_him(units[end])):
            return Parties(words(units, at, end, text)), end  # the police's dispersal of | a march; its hunt for | him
    cut = _ousted(units, at) if act.word.type == "OFFICE" and act.word.first == "target" else None
    if cut is not None:
        return Parties(words(units, at, cut, text), party(units, cut, text)), phrase_end(units, cut)
    if act.word.lemma.partition(" ")[0] in lemmas("lets_go") and (of := _let_go(units, at)) is not None:
        return Parties(words(units, at, of, text), party(units, of + 1, text)), of + 1
    cut = deed_kept_from(units, at, act) if act.word.subtype == "ban" else None
    if cut is None and "known_place" in units[at].signature:
        cut = object_of_state(units, at, act)
    if cut is not None:
        return Parties(words(units, at, cut, text), _struck(units, cut, text)), phrase_end(units, cut)
    end = phrase_end(units, at) if act.word.first == "target" else at
    if stands_behind_doer(units, at, end, act.word.type):
        last = max(phrase_end(units, end), end + 1)
        return Parties(words(units, at, end, text), words(units, end, last, text)), last
    return _genitive(units, act, at, text)


def _ousted(units: Sequence[Unit], at: int) -> int | None:
    """Where somebody with his title and name stands behind a body in the genitive that appoints or removes him (the removal by the
    council of | President X).
    """
    if units[at].signature.isdisjoint({"org_head", "organisation"}) or not is_article(units[at]):
        return None
    for k in range(at + 1, min(at + _ADJECTIVES, len(units))):
        titled = k + 1 < len(units) and "role" in units[k].signature and is_article(units[k])
        if titled and "given" in units[k + 1].signature:
            return k
        if units[k].signature.isdisjoint(_DESCRIBES):
            return None
    return None


_DESCRIBES = frozenset(("kind_adjective", "demonym", "quality", "+al"))


def _let_go(units: Sequence[Unit], at: int) -> int | None:
    """Where "of" stands behind whoever lets somebody go, who begins at units[at] (the release by the movement | of three)."""
    for k in range(at + 1, min(at + _NAMED, len(units) - 1)):
        if "an" in units[k].signature:
            return k
        if units[k].signature & _PARTS and "quote" not in units[k].signature:
            return None
    return None


def _struck(units: Sequence[Unit], at: int, text: str) -> PartyDraft | None:
    """The object that begins at units[at]; of an unknown word behind "of", which is glued to it, what stands behind that."""
    hit = party(units, at, text)
    if hit is not None and (units[at].signature == OF_UNKNOWN or _is_of_his(units[at])):
        return replace(hit, span=(hit.span[0] + 1, hit.span[1]), name=hit.name[1:])
    return hit


def _object_of(units: Sequence[Unit], at: int, act: Act) -> int | None:
    """Where the object of an act stands behind its doer at units[at] and "of" (the army's shelling | of the town).

    Not where "of" tells whose the victim is: of an indefinite phrase (a patrol of the army), of an office (the leader of
    the group), of a body (the council of the town).
    """
    if act.word.type not in FORCE or act.word.first not in _EITHER or act.word.needs == "outcome":
        return None
    to = object_of_doer(units, at)
    if to is None or "known_place" not in units[at].signature:
        return None if act.word.ground and _is_state_of_things(units[at]) else to
    return to if act.word.type == "ASSAULT" else None  # what a state hands over to another


def _is_state_of_things(unit: Unit) -> bool:
    """A word for a body that is also what is restored (security)."""
    return "general" in unit.signature and "army_body" not in unit.signature


def object_of_doer(units: Sequence[Unit], at: int) -> int | None:
    """Where "of" leads to what the doer whose phrase begins at units[at] did it to."""
    at += "quote_open" in units[at].signature
    if at >= len(units) or not _may_do(units, at):
        return None
    head = units[at].signature
    for k in range(at + 1, min(at + _NAMED, len(units))):
        unit, last = units[k], units[k - 1]
        if "+li" in unit.signature and "governing" not in last.signature:
            return k if _is_done_to(units, at, k) else None
        if unit.signature == OF_UNKNOWN and head & _FORCES and (k == at + 1 or _is_person_of(units, k)):
            return k  # the occupiers' shelling | of a bakery
        if k == at + 1 and _is_of_his(unit):
            return k  # the settlers' burning | of his house
        if is_owned(unit) or (unit.signature & _PARTS and "quote_close" not in unit.signature):
            return None  # the militia's handing | its arms to
        if "verb" in unit.signature and "+al" not in unit.signature and not head & _FORCES:
            return None
        struck = unit.signature & _STRUCK or unit.view.endswith(_PLURAL_OF_THINGS)
        whole = _is_whole(last) or "TIME" in last.signature
        if whole and struck and not is_article(unit) and "demonym" not in unit.signature:
            return None  # the army's shelling of | a house, of a family
    return None


def _is_of_his(unit: Unit) -> bool:
    """A noun with a pronoun behind "of" that no list knows (of his house, of his brother)."""
    return "maybe_li" in unit.signature and unit.signature <= _OWNED and unit.text.endswith(OWNERS)


_OWNED = frozenset(("maybe_li", "+pron", "verb"))


def _is_person_of(units: Sequence[Unit], k: int) -> bool:
    """Whether an unknown name behind "of" goes on with a name, behind an adjective (a soldier's killing | of So-and-so)."""
    if k + 1 >= len(units) or "demonym" not in units[k - 1].signature:
        return False
    return bool(units[k + 1].signature & {"name", "given"}) and "known_place" not in units[k + 1].signature


def _may_do(units: Sequence[Unit], at: int) -> bool:
    """Whether the genitive at units[at] names somebody who strikes and arrests."""
    signature = units[at].signature
    if units[at].view.endswith(NOMINATIVE):
        return False  # the subject of a verb
    if signature & _FORCES:
        return True
    if signature & _IN_OFFICE or (signature & _NOT_DOING and "he_body" not in signature):
        return False
    if "one_person" in signature and not is_article(units[at]):
        return at + 1 < len(units) and units[at + 1].signature >= _OF_PEOPLE  # a man's attack | on his fellows
    return bool(signature & _BODIES) or (is_article(units[at]) and bool(signature & _ALL_OF_THEM))


_OF_PEOPLE = frozenset(("+li", "people"))


def _is_done_to(units: Sequence[Unit], at: int, to: int) -> bool:
    """Whether what "of" leads to at units[to] is the object of the doer at units[at]."""
    signature, head = units[to].signature, units[at].signature
    if signature & _WHEN or (signature & _AIMS and (not signature & _OBJECTS or "+pron" in signature)):
        return False
    own = to == at + 1 and not is_article(units[at]) and not head & {"known_place", "organisation", "phrase"}
    if own:
        return bool(signature & _SUFFER) and not signature & BODIES
    if head & _FORCES or "NUMBER" in signature:
        return True
    if head & {"org_head"} and to > at + 1 and not signature & _SUFFER:
        return False  # the local council of the town
    return bool(signature & _OBJECTS)


_PLURAL_OF_THINGS = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER TEH}"
_EITHER = ("target", "actor")
_FORCES = frozenset(
    ("armed", "forces", "army_body", "security_body", "police", "occupant", "under_arms", "organisation")
)
_BODIES = frozenset(("known_place", "org_head", "he_body", "somebody"))
_ALL_OF_THEM = frozenset(("people", "demonym"))
_IN_OFFICE = frozenset(("role", "given"))
_NOT_DOING = frozenset(("place_type", "place_facility", "countable", "vehicle", "grounds"))
_PARTS = frozenset(("prep", "mark", "rel", "comp", "CUE", "ACT", "prep_pron", "+bi"))
_WHEN = frozenset(("TIME", "period", "occasion", "now_and_then", "adverb", "reflexive"))
_AIMS = frozenset(("masdar", "does_masdar", "aim", "event_noun", "abstract"))
_SUFFER = frozenset(("people", "NUMBER", "participants", "whoever", "vague_word"))
_OBJECTS = _SUFFER | _NOT_DOING | {"known_place", "toponym", "org_head", "place_plural", "armed", "forces", "role"}


def _genitive(units: Sequence[Unit], act: Act, at: int, text: str) -> tuple[Parties, int]:
    begin, at = at, at + _is_any_of(units, at)
    end = phrase_end(units, at)
    found = words(units, begin if end > at else at, end, text)
    placed = bool(units[at].signature & PLACES) and not units[at].signature & _PEOPLE
    role = act.word.first
    dead = act.word.lemma in lemmas("massacres") and "people" in units[at].signature  # the massacre of | the soldiers
    if act.word.lemma in lemmas("storms") and _may_storm(units[at]) and not dead:
        return Parties(found), end
    if act.word.type == "AID" and is_asked_for(units, act.first, at):
        return Parties(found), end
    if role == "target" and units[at].signature & {"fires"} and act.word.type == "ASSAULT":
        return _fired(units, at, end, text)
    owner = "+li" in units[end].signature if end < len(units) else False
    may_do = units[at].signature & _DOERS or is_name_word(units[at])
    owner = owner and act.word.type != "MOBILIZE" and (act.word.type not in FORCE or is_name_word(units[at]))
    if role == "target" and not placed and may_do and owner and not units[end].signature & _OTHERS:
        return Parties(found, party(units, end, text)), end
    rare = act.word.type == "CONSULT" and end == at + 1 and owner and not is_article(units[at])
    if rare and units[end].signature & AGENTS:
        return Parties(party(units, end, text)), end  # a rare visit of
    if role == "target" and not placed and may_do and end < len(units) and act.word.type == "ASSAULT":
        on = _done_to(units, at, end, act)
        if on is not None:
            return Parties(found, party(units, on, text) if on else None), end
    if act.word.type == "PROTEST" and placed:
        return Parties(), end  # the riots of a town
    if placed and act.word.type == "ASSAULT" and _is_on_somebody(units, at, end):
        return Parties(found, party(units, end + 1, text)), end  # a country's attack on
    if role == "actor" and not (placed and act.word.type == "ASSAULT"):
        doer = units[at].signature & _DOERS or is_name_word(units[at])
        return Parties(found if doer and "topic" not in units[at].signature else None), end
    return Parties(None, found if role in _EITHER else None), end


def _may_storm(unit: Unit) -> bool:
    """Whether those in the genitive of a storming bear arms: places are stormed, and they storm them (the storming by | the forces
    of the occupation; of a ministry, which is stormed).
    """
    if {"organisation", "phrase"} <= unit.signature:
        return unit.view.removeprefix(ARTICLE).startswith(_FORCE)
    return bool(unit.signature & _FORCES) and unit.signature.isdisjoint(_STORMED)


_FORCE = ("قوات", "جيش", "شرطه")


_STORMED = PLACES | {"organisation", "countable", "place_again"}


def _is_any_of(units: Sequence[Unit], at: int) -> bool:
    """Whether "any" stands before people or things that can be hit (the burning of any | village)."""
    return "any" in units[at].signature and at + 1 < len(units) and bool(units[at + 1].signature & _OBJECTS)


def _is_on_somebody(units: Sequence[Unit], at: int, end: int) -> bool:
    """Whether "on" or "against" somebody, or some place, stands right behind the name of a place, which then is who did it."""
    if end != at + 1 or end + 1 >= len(units) or "known_place" not in units[at].signature:
        return False
    on, hit = units[end].signature & {"ala", "target_before"}, units[end + 1].signature
    named = hit & (_PEOPLE | PLACES | _STRUCK | {"demonym", "occupant", "org_head"}) and hit.isdisjoint(
        {"doer_before", "TIME", "period"}
    )
    return bool(on and named) and not is_called_ali(units, end) and not is_no_target(units, end + 1)


def _is_crowd(unit: Unit) -> bool:
    """A protest, as what is dispersed."""
    return "ACT_NOUN" in unit.signature and unit["ACT"].word.type == "PROTEST" and not unit.signature & {"+and", "+bi"}


_OTHERS = frozenset(("event_noun", "masdar", "does_masdar", "verb"))


def _object_in(units: Sequence[Unit], at: int, end: int, act: Act) -> int | None:
    """Where the object of an act begins behind its doer in the genitive (the militia's storming of | the house of X)."""
    head = units[at].signature
    if act.word.type not in FORCE:
        return None
    for k in range(at + 1, end):
        unit, last = units[k], units[k - 1]
        if (
            not _is_whole(last)
            or has_preposition(unit)
            or unit.signature & {"+and", "prep", "demonym", "kind_adjective"}
        ):
            continue
        if are_others(units, at, k) or (head & STRIKERS and _is_behind_adjective(last, unit)):
            return k
        whole = "people" in head and last is units[at] and last.view.endswith(OBLIQUE) and is_article(last)
        theirs = "+pron" in unit.signature or head & STRIKERS or whole  # the settlers' storming of | the mosque
        counted = unit.signature & {"NUMBER", "one_of_them"} and k + 1 < end
        if theirs and (counted or (unit.signature & _STRUCK and (not is_article(unit) or unit.signature & _STANDING))):
            return k
    return None


def _is_behind_adjective(last: Unit, unit: Unit) -> bool:
    """Whether a noun with the article stands behind an adjective, which no genitive follows (the taking by a country's forces of |
    the area): a place, a thing, or what is no second adjective, since it does not agree with a feminine one.
    """
    if not {"+al", "demonym"} <= last.signature or not is_article(unit) or unit.signature & _NO_NOUN:
        return False
    agrees = unit.text.endswith(_FEMININE) or not last.text.endswith(_FEMININE[0])
    return bool(unit.signature & _STRUCK) or not (agrees or unit.signature & {"people", "given"})


_FEMININE = (
    "\N{ARABIC LETTER TEH MARBUTA}",
    "\N{ARABIC LETTER ALEF MAKSURA}",
    "\N{ARABIC LETTER ALEF}",
    "\N{ARABIC LETTER HAMZA}",
)
_NO_NOUN = frozenset(("demonym", "kind_adjective", "place_side", "place_adjective", "TIME"))


def _is_whole(unit: Unit) -> bool:
    """A word behind which a noun without article is no genitive."""
    if "prep" in unit.signature:
        return False  # spelt like names, some of them
    return is_article(unit) or bool(unit.signature & {"+pron", "demonym", "known_place", "phrase", "name", "occupant"})


_CAN_HIT = STRIKERS | {"people"}
_STRUCK = frozenset(("countable", "place_type", "place_facility", "place_again", "people", "vehicle"))
_STANDING = frozenset(("countable", "place_facility", "place_again"))


def _done_to(units: Sequence[Unit], at: int, end: int, act: Act) -> int | None:
    """Where the victim of an act stands whose genitive units[at:end] is its doer: 0 for "him" (the birds' attacking her)."""
    if _is_to_him(units[end]) and units[at].signature & _DOERS:
        return 0
    return _fired_on(units, end) if act.word.subtype in _GUNS else None


def _is_to_him(unit: Unit) -> bool:
    return "prep_pron" in unit.signature and unit.view in _TO_HIM


_TO_HIM = frozenset(("له", "لها", "لهم", "لهما", "لهن"))
_GUNS = ("shelling", "air_strike")


def _fired_on(units: Sequence[Unit], first: int) -> int | None:
    """Where the victim of a shelling stands whose genitive is the doer: behind "on", an aside perhaps before it."""
    for k in range(first, min(first + _NAMED, len(units) - 1)):
        if units[k].signature & (ENDS | {"ACT", "rel"}):
            return None
        if units[k].signature & {"ala", "target_before"} and not is_called_ali(units, k):
            return None if is_no_target(units, k + 1) else k + 1
    return None


def _fired(units: Sequence[Unit], at: int, end: int, text: str) -> tuple[Parties, int]:
    """Aircraft and guns behind the act of shelling, and what they shelled behind them, how they did it perhaps between."""
    how = next((k for k in range(at + 1, end) if units[k].signature & {"+bi", "how"}), end)
    last = next((k for k in range(how, min(how + _ADJECTIVES, len(units))) if _is_shelled(units[k])), None)
    said = how < end or (end < len(units) and "how" in units[end].signature)
    target = party(units, last, text) if last is not None and said else None
    return Parties(words(units, at, how, text), target), end


def _is_shelled(unit: Unit) -> bool:
    return bool(unit.signature & {"countable", "place_type", "place_facility"}) and not has_preposition(unit)
