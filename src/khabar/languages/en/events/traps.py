"""Traps: nouns of an act that tell none here, being part of a name, of a compound, or what somebody is charged with."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Match, Unit
from khabar.languages.en.events.acting import has_many_doers, is_governed
from khabar.languages.en.events.extents import PEOPLE
from khabar.languages.en.events.senses import is_shown
from khabar.languages.en.phrases.marking import is_title_case


def is_no_event(m: Match) -> bool:
    """Whether the noun of an act at m.first tells none here."""
    units, at = m.units, m.first
    if has_many_doers(units, at) or is_governed(units, at) or is_shown(m, units[at]["event_noun"]):
        return True
    before, following = units[at - 1] if at else None, units[at + 1] if at + 1 < len(units) else None
    if before is not None and (before.view in _OTHER or (before.view == "-" and before.end == units[at].start)):
        return True
    if "event_verb" in units[at].signature and before is not None and before.signature & _VERBAL:
        return not (units[at].view.endswith("s") and "to_word" in before.signature)  # led to riots
    if following is not None and (
        following.view in _REFLEXIVE or following.view in _COMPOUNDS or _is_glued(units[at], following)
    ):
        return True
    if following is not None and "weapon" in units[at].signature and _goes_off(following):
        return True  # a car bomb exploded: told by its verb
    if units[at].view == "detention" and before is not None and before.view == "in":
        return True  # who are still held
    if units[at].view == "dead" and before is not None and before.view in ("feared", "presumed", "found", "half"):
        return True
    if units[at].view == "death" and before is not None and before.view == "to":
        return True  # sentenced to death, stabbed to death
    if units[at].view == "storm" and [u.view for u in units[max(at - 2, 0) : at]] == ["before", "the"]:
        return True  # a calm before the storm
    if before is not None and before.view in ("natural", "causes") and "outcome" in units[at]["event_noun"].flags:
        return True
    if (
        _is_one_of_the_worst(units, at)
        or _is_asked(units, at)
        or _is_frame(units, at)
        or (units[at].view == "march" and "capital" in units[at].signature)
    ):
        return True  # the month
    return _is_ground(units, at) or _is_in_name(m, before, following) or _has_object(units, at)


def _goes_off(unit: Unit) -> bool:
    """Whether a verb of exploding stands here."""
    return "event_verb" in unit.signature and unit["event_verb"][0].lemma in ("explode", "go off", "detonate")


def _is_one_of_the_worst(units: Sequence[Unit], at: int) -> bool:
    """Whether the noun only ranks what its sentence tells (…, in one of the deadliest attacks since the war began)."""
    best = at - 1 if at > 1 and units[at - 1].view.endswith("est") else at - 2
    ranked = best > 1 and (units[best].view.endswith("est") or units[best].view in ("worst", "most"))
    lead = [u.view for u in units[max(best - 4, 0) : best]]
    return ranked and lead[-3:] == ["one", "of", "the"] and (len(lead) < _WITH_IN or lead[0] in ("in", ","))


def _is_asked(units: Sequence[Unit], at: int) -> bool:
    """Whether it is only asked about one that nobody told of (whether a second bomb went off)."""
    before = units[max(at - 4, 0) : at]
    new = (
        bool(before) and ("article" in before[-1].signature or before[-1].view in _FURTHER) and before[-1].view != "the"
    )
    return new and any(u.view == "whether" for u in before)


def _is_frame(units: Sequence[Unit], at: int) -> bool:
    """Whether the noun only brings in the act of its sentence, which says who did what (in another attack, gunmen killed six)."""
    if at + 2 >= len(units) or units[0].view != "in" or at > _WITH_IN or units[at - 1].view not in _FURTHER:
        return False
    comma = next((k for k in range(at + 1, min(at + _FRAMED, len(units))) if "comma" in units[k].signature), None)
    near = units[comma + 1 : comma + _FRAMED] if comma is not None else []
    acts = [k for k, u in enumerate(near) if "event_verb" in u.signature]
    return bool(acts) and any(u.signature & PEOPLE for u in near[: acts[0]])


_FRAMED = 7  # units
_WITH_IN = 4
_FURTHER = frozenset(("second", "third", "another", "a second", "a third", "separate", "similar", "a separate"))
_VERBAL = frozenset(("to_word", "modal", "be", "be_form", "do_form", "subject_pronoun"))


def _is_glued(unit: Unit, following: Unit) -> bool:
    return following.view == "-" and following.start == unit.end


def _is_ground(units: Sequence[Unit], at: int) -> bool:
    """Whether an act is only what somebody is held for (arrested on fraud and money laundering charges, convicted of murder)."""
    if at > 1 and units[at - 1].view in ("with", "of", "for") and units[at - 2].view in _HELD:
        return True
    if units[at]["event_noun"].lemma != "charges":
        return False
    for back in range(at - 1, max(at - 8, -1), -1):
        if "prep" in units[back].signature:
            return units[back].view in ("on", "for", "over")
        if units[back].signature & {"mark", "CUE", "be", "be_form", "det"}:
            return False
    return False


_HELD = frozenset(
    (
        *(
            "charged",
            "charges",
            "charge",
            "convicted",
            "guilty",
            "suspicion",
            "count",
            "counts",
            "accused",
            "suspected",
        ),
        *("indicted", "tried", "jailed", "acquitted", "allegations", "allegation", "accusations"),
    )
)


def _has_object(units: Sequence[Unit], at: int) -> bool:
    """Whether a word that is also a verb governs the noun behind it (gunmen storm a hotel)."""
    return "event_verb" in units[at].signature and at + 1 < len(units) and units[at + 1].view in ("a", "an", "the")


def _is_in_name(m: Match, before_: Unit | None, following: Unit | None) -> bool:
    """Whether the word is a part of a name written with capitals (the Rail Accident Board)."""
    if "capital" not in m.units[m.first].signature or is_title_case(m.units):
        return False
    return any(u is not None and "capital" in u.signature and "word" in u.signature for u in (before_, following))


_REFLEXIVE = ("himself", "herself", "themselves")


_OTHER = frozenset(
    (
        "heart",
        "panic",
        "asthma",
        "verbal",
        "personal",
        "media",
        "anti",
        "counter",
        "price",
        "death",
        "character",
        "service",
        "cyber",
    )
)


_COMPOUNDS = frozenset(
    (
        *("penalty", "sentence", "sentences", "row", "threat", "threats"),
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
        *("group", "groups", "agency", "agencies", "organisation", "organisations", "organization", "organizations"),
        *("charity", "charities", "official", "officials", "chief"),
        *(
            "laws",
            "law",
            "prevention",
            "charges",
            "charge",
            "allegations",
            "cases",
            "case",
            "claims",
            "narrative",
            "policy",
        ),
        *("unit", "units", "equipment", "boat", "boats", "helicopter", "helicopters", "worker", "mission", "service"),
        *("police", "workers", "worker", "warrant", "zone", "zones", "scene", "site", "gear", "suspect", "suspects"),
        *("route", "routes", "survivor", "survivors", "crew", "crews", "teams", "team", "vehicle", "vehicles"),
    )
)


def is_signed(m: Match) -> bool:
    """Whether an agreement is what a verb of agreeing governs, which tells it (signed an agreement on energy)."""
    before = m.units[max(m.first - 4, 0) : m.first]
    return any("event_verb" in u.signature and u["event_verb"][0].type == "AGREE" for u in before)
