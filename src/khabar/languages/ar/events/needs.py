"""Needs: what must stand around an event word, by its row, before it tells an event.

Most words of the list have other senses.  Which one is meant is told by who does it and to whom: an army advances, and so
does a price; a minister returns, and so do refugees; a town is freed, and so is a hostage.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Match, Unit
from khabar.languages.ar.events.acts import Act, Parties, begins, holds, units_of
from khabar.languages.ar.events.clause_starts import FORCES
from khabar.languages.ar.lists.events import lemmas
from khabar.languages.ar.phrases.nouns import noun_phrase_end
from khabar.languages.ar.phrases.shapes import has_preposition, is_article, is_name_word
from khabar.languages.drafts import PartyDraft
from khabar.record.vocabulary import NOBODYS

_OF_PARTIES = (
    *("with_actor_or_target", "object_people", "object_place", "armed", "official", "state", "titled"),
    *("forces", "ground", "victims", "counted", "journey", "towards", "vehicle", "drowned"),
    *("officer", "treaty", "crowd", "persons", "steps_in", "driven", "enacted"),
)
PARTY_NEEDS = tuple(f"NEEDS_{need}" for need in _OF_PARTIES)
_FAR, _NEAR = 12, 5


def act_of(m: Match) -> Act:
    """The act of the rule's slot `act`."""
    found: Act = m.units[m.parts["act"][0]]["ACT"]
    return found


def is_people(m: Match, parties: Parties) -> bool:
    """The victim, or who may be it, is people: a noun of people, a number, a role, a name."""
    return _holds(m, parties, "object_people")


def meets(m: Match, parties: Parties, need: str) -> bool:
    """Whether doer or victim is of the kind that the row of the act asks for; rows that ask for any party, or none, are met."""
    actor, target = parties
    if need == "forces":
        moves = act_of(m).kind == "verb" and act_of(m).word.type in _MOVES
        return any(_are_forces(m.units, party) for party in ((actor,) if moves else (actor, target)))
    if need == "steps_in":
        return _holds(m, parties, "armed") or (_holds(m, Parties(actor, None), "of_state") and _is_placed(m, _NEAR))
    if need == "persons":
        return heads(m.units, target, _PERSONS) or begins(m.units, target, "NUMBER")
    if need == "counted":
        return heads(m.units, target, _FORCES) and begins(m.units, target, "NUMBER")
    if need in ("victims", "driven"):
        return target is not None and _holds(m, Parties(None, target), need)
    if need == "journey":
        return heads(m.units, actor, _OFFICIALS) and _is_placed(m, _FAR)
    if need in ("crowd", "enacted"):
        return _is_of_crowd(m) if need == "crowd" else _is_enacted(m, actor)
    if need == "towards":
        return _is_placed(m, _NEAR)
    if need == "ground":
        return heads(m.units, actor, _FORCES) or _holds(m, Parties(None, target or actor), need)
    if need == "official" and act_of(m).word.type == "COERCE" and heads(m.units, actor, _OCCUPANT):
        return True
    if need == "object_people" and act_of(m).word.type == "COERCE":
        return not _takes_thing(m) and _holds_somebody(m, parties)
    return need not in _KINDS or _holds(m, parties, need)


def _is_enacted(m: Match, actor: PartyDraft | None) -> bool:
    """Whether a body passed what a pronoun takes up (the measures that the government | passed), which is no act by itself."""
    at = act_of(m).first
    if "+pron" not in m.units[at].signature or any("ACT" in u.signature for u in m.units[max(at - _NEAR, 0) : at]):
        return False
    return heads(m.units, actor, _BODIES) or _holds(m, Parties(actor, None), "of_state")


_BODIES = frozenset(("org_head", "organisation", "role", "given", "talks"))


def is_of_ties(m: Match) -> bool:
    """What states make normal: the relations between them, which are nobody; somebody announces or does it."""
    act = act_of(m)
    if act.word.needs != "treaty" or not any("ties" in u.signature for u in m.units[act.last : act.last + 1]):
        return False
    return any(u.signature & {"CUE", "does", "happens"} for u in m.units[max(act.first - 2, 0) : act.first])


def is_struck(m: Match) -> bool:
    """Whether a meeting is what an attack hit (it was aimed at | "a meeting of officers"): told by whoever says so."""
    at = act_of(m).first - 1
    while at > 0 and "quote_open" in m.units[at].signature:
        at -= 1
    return at >= 0 and m.units[at].signature >= {"hit", "verb"}


def is_of_wounds(m: Match) -> bool:
    """Whether wounds are spoken of and how bad they are (the wounds of ten of the hurt | are grave), not that people were hurt."""
    act = act_of(m)
    if not m.units[act.first].view.endswith(_WOUNDS):
        return False
    behind = m.units[act.last + 1 : act.last + 1 + _FAR]
    end = next((k for k, u in enumerate(behind) if u.signature & {"comma", "stop", "quote_close"}), len(behind))
    return any(u.view in _GRAVE for u in behind[:end])


_WOUNDS = "اصابات"
_GRAVE = frozenset(("خطره", "خطيره", "حرجه", "طفيفه", "بليغه", "متوسطه", "بسيطه", "سطحيه"))


def hits_them(m: Match) -> bool:
    """Killed them, shot him dead: people named before are the object of a verb that can be no noun (their killing), and tells
    what was done.
    """
    act = act_of(m)
    unit = m.units[act.first]
    if act.kind != "verb" or act.word.needs != "object_people" or "event_noun" in unit.signature:
        return False
    return _takes_people(m) and any(slot[0] == "p" for slot in act.slots)


def _takes_people(m: Match) -> bool:
    """Whether the pronoun behind a verb is people: "them", or him of whom it says that he fell dead."""
    at = act_of(m).first
    pronoun = m.units[at].get("+pron")
    if pronoun is None or pronoun == _THEM:
        return pronoun is not None
    return any("DEAD" in u.signature and not is_article(u) for u in m.units[at + 1 : at + 1 + _FELLED])


_FELLED = 3  # units: its subject, another word of it, "dead"
_THEM = "\N{ARABIC LETTER HEH}\N{ARABIC LETTER MEEM}"


def _holds_somebody(m: Match, parties: Parties) -> bool:
    """Whether an act of force is done to people, not goods; an arrest, to somebody named."""
    arrest = act_of(m).word.subtype == "arrest"
    fits = _arrests_somebody(m, parties) if arrest else _holds(m, parties, "object_people")
    return fits and not _is_of_goods(m.units, parties.target)


def _arrests_somebody(m: Match, parties: Parties) -> bool:
    """Whether whom, not what, a verb or noun of stopping and holding is said of (stopped two men; not imports, work, a vote)."""
    act, target = act_of(m), parties.target
    behind = m.units[act.last : act.last + _NEAR + 1]
    if "+pron" in m.units[act.first].signature:
        return act.word.lemma not in lemmas("hands_over") or _takes_people(m)
    if any("given" in unit.signature for unit in units_of(m.units, parties.actor)[1:]):
        return True  # the army stopped | So-and-so
    by_forces = heads(m.units, parties.actor, FORCES)
    if target is None:
        end = next((k for k, u in enumerate(behind) if u.signature & _ENDS_OBJECT and not by_forces), len(behind))
        first = 0 if act.kind == "noun" else 1
        return any(u.signature & _HELD for u in behind[first:end])
    head = next((u for u in units_of(m.units, target) if not u.signature & _COUNTS), None)
    named = head is not None and head.signature <= _UNKNOWN and by_forces
    if head is not None and _is_no_captive(head, act.word.lemma):
        return False
    if head is None or named or head.signature & (_HELD | {"role"}):
        return not (any("reflexive" in u.signature for u in behind) or _is_by_nature(behind))
    following = next((u for u in behind if u.start >= target.span[1]), None)
    if "known_place" in head.signature and following is not None and "people" in following.signature:
        return True  # a country's holding of journalists
    return not head.signature & _THINGS and _holds(m, Parties(None, target), "object_people")


def _is_no_captive(head: Unit, lemma: str) -> bool:
    """Whether a place, or what is handed over and is nobody alive, is what was held (a town), or handed over (seven bases)."""
    if lemma in lemmas("hands_over"):
        return "deceased" in head.signature or head.signature.isdisjoint(_HELD | {"role"})
    return "place_type" in head.signature and head.signature.isdisjoint(_SOMEBODY)


_SOMEBODY = frozenset(("people", "role", "given", "known_place", "org_head", "whoever", "name_part"))


def _is_by_nature(behind: Sequence[Unit]) -> bool:
    """Whether a flood, or the like, stands behind a verb as what does it (the flood trapped dozens)."""
    noun = behind[0].get("event_noun") if behind and is_article(behind[0]) else None
    return noun is not None and noun.type in NOBODYS


_UNKNOWN = frozenset(("name", "name_part", "maybe_bi"))
_ENDS_OBJECT = frozenset(("mark", "prep", "rel", "comp", "bi_comp"))
_HELD = frozenset(("people", "given", "whoever", "unnamed", "governing", "NUMBER"))
_THINGS = frozenset(("countable", "masdar", "vehicle", "affairs", "event_noun", "event_head", "medium", "goods"))


def _is_of_goods(units: Sequence[Unit], target: PartyDraft | None) -> bool:
    """Whether what was seized is goods (pills, weapons), and nobody is named before them."""
    inside = units_of(units, target)
    first = next((u for u in inside if u.signature & {"goods", "people", "role", "given"}), None)
    return first is not None and "goods" in first.signature


def _takes_thing(m: Match) -> bool:
    """Whether the object behind the subject, and where it stood, is a thing (the inspectors seized | in the town | a tonne of;
    a checkpoint stopped | a car): whoever stands right behind the verb seized it.
    """
    act, units = act_of(m), m.units
    if act.kind != "verb" or "+pron" in units[act.first].signature:
        return False
    first = end = noun_phrase_end(units, act.last, len(units))
    while act.last < end < len(units) - 1 and "fi" in units[end].signature:
        end = max(noun_phrase_end(units, end + 1, len(units)), end + 1)
    return any(_is_thing(units, k) for k in range(max(act.last, first - _NEAR) + 1, min(end + 1, len(units))))


def _is_thing(units: Sequence[Unit], at: int) -> bool:
    """Whether an object that is a thing begins at units[at], behind a phrase that is complete."""
    unit = units[at]
    if unit.signature.isdisjoint(_THINGS) or unit.signature & _NO_THING or has_preposition(unit) or is_article(unit):
        return False
    return is_article(units[at - 1])


_THINGS = frozenset(("goods", "vehicle", "countable"))
_NO_THING = frozenset(("people", "role", "+and", "prep", "NUMBER"))


def _holds(m: Match, parties: Parties, need: str) -> bool:
    if need == "object_people" and act_of(m).kind == "verb" and _takes_people(m):
        return True  # killed them
    spans = [p.span for p in parties if p is not None]
    inside = [u for u in m.units for s, e in spans if s <= u.cut < e or s <= u.stem < e]
    if any(u.signature & _KINDS[need] for u in inside) or (need == "official" and any(map(is_name_word, inside))):
        return True
    return need in _OF_PEOPLE and any(begins(m.units, p, "man_rel") for p in parties)


_OF_PEOPLE = ("object_people", "victims", "driven")


def heads(units: Sequence[Unit], named: PartyDraft | None, kinds: frozenset[str]) -> bool:
    """Whether the first word of a party behind its number is of a kind: not one of those it belongs to."""
    head = next((u for u in units_of(units, named) if u.signature & kinds or not u.signature & _COUNTS), None)
    return head is not None and bool(head.signature & kinds)


def _are_forces(units: Sequence[Unit], named: PartyDraft | None) -> bool:
    """Whether a party is forces, or planes and ships of theirs (three | military | planes)."""
    if heads(units, named, _FORCES):
        return True
    return heads(units, named, _CRAFT) and holds(units, named, "of_forces")


_OCCUPANT = frozenset(("occupant",))
_CRAFT = frozenset(("vehicle", "planes"))


def _is_of_crowd(m: Match) -> bool:
    """Whether people in the street, or what they do there, stand behind the act word (dispersed the demonstrators)."""
    for unit in m.units[act_of(m).last : act_of(m).last + _NEAR + 1]:
        if unit.signature & {"stop", "CUE"}:
            return False
        if "participants" in unit.signature or ("ACT" in unit.signature and unit["ACT"].word.type == "PROTEST"):
            return True
    return False


def _is_placed(m: Match, reach: int) -> bool:
    """Whether a place stands behind the act word, or behind the rest of its phrase."""
    last = max(act_of(m).last, act_of(m).tail[1])
    return any(u.signature & _KINDS["ground"] for u in m.units[last : last + reach])


_PERSONS = frozenset(("people", "whoever"))
_MOVES = ("MOBILIZE", "RETREAT")
_FORCES = frozenset(("forces",))
_OFFICIALS = frozenset(("role", "given"))
_COUNTS = frozenset(("NUMBER", "whoever", "min", "digits", "quote"))


# What parties of a kind hold.  `official`: who can talk, agree, appoint, forbid for others; `state`: who gives or gets aid.
_KINDS: dict[str, frozenset[str]] = {
    "object_people": frozenset(
        ("people", "NUMBER", "role", "given", "whoever", "unnamed", "name", "armed", "org_head")
    ),
    "object_place": frozenset(
        (
            *("place_type", "toponym", "known_place", "org_head", "countable", "place_facility", "weapon"),
            *("people", "NUMBER", "whoever", "possession", "goods"),
        )
    ),
    "armed": frozenset(("armed", "security_body", "weapon", "under_arms")),
    "official": frozenset(
        ("role", "org_head", "organisation", "known_place", "demonym", "armed", "security_body", "given", "name")
    ),
    "victims": frozenset(("people", "NUMBER", "role", "given", "whoever", "unnamed", "name")),
    "driven": frozenset(("people", "NUMBER", "role", "whoever", "unnamed", "name", "forces", "armed", "organisation")),
    "vehicle": frozenset(("vehicle",)),
    "drowned": frozenset(("vehicle", "people", "NUMBER", "whoever")),
    "officer": frozenset(("role",)),
    "treaty": frozenset(("ties", "demonym")),
    "titled": frozenset(("role", "given", "people")),
    "ground": frozenset(("place_type", "toponym", "known_place", "place_facility", "grounds")),
    "of_state": frozenset(("known_place", "demonym")),
    "state": frozenset(("known_place", "demonym", "organisation", "org_head", "armed")),
}
