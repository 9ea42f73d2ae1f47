"""Acts that reach people, whose fate the act says and no verb of theirs: a campaign of arrests that reached fifty, an attack that
they fell victim to.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.figures.counts import Count, noun_of
from khabar.languages.ar.figures.readings import own_measure, reading
from khabar.languages.ar.lists.figure_words import CountedNoun
from khabar.record.vocabulary import Measure

_NEAR, _SUBJECT = 8, 7


def of_what_befell(units: Sequence[Unit], count: Count) -> Measure | None:
    """The fate of people whom a verb of reaching has for its object: what its subject says, before the verb (a campaign of
    arrests, that reached fifty) or behind it (the arrests have reached fifty).
    """
    noun = noun_of(units, count)
    if count.at and "befalls" in units[count.at - 1]:
        return _act_before(units, count.at - 1, noun)
    for at in range(count.at - 1, max(-1, count.at - _SUBJECT), -1):
        if "befalls" in units[at]:
            return _arrests(units[at + 1 : count.at])
        if units[at].signature & _ENDS:
            return None
    return None


_ENDS = frozenset(("mark", "FINITE", "NUMBER", "comp", "bi_comp", "rel"))


def _arrests(subject: Sequence[Unit]) -> Measure | None:
    """What a subject of several words says, in any of them (the campaign of arrests): only of arrests is it said so."""
    found = any(own_measure(unit) == "arrested" or _is_read_so(unit) for unit in subject)
    return "arrested" if found else None


def _is_read_so(unit: Unit) -> bool:
    return "MEASURE_NOUN" in unit and reading(unit, "", None) == "arrested"


def _act_before(units: Sequence[Unit], verb: int, noun: CountedNoun | None) -> Measure | None:
    """The act that is the subject of a verb of reaching people (a campaign of arrests, that reached hundreds)."""
    for unit in reversed(units[max(0, verb - _NEAR) : verb]):
        if unit.signature & {"stop", "comp", "bi_comp"} or ("NUMBER" in unit and unit["NUMBER"].bound != "vague"):
            return None
        own = unit.get("people")
        if own is not None and own.number == "p" and own.measure == "arrested" and "+al" not in unit:
            return "arrested"
        if "MEASURE_NOUN" in unit:
            return reading(unit, "", noun)
    return None


def of_whose_act(units: Sequence[Unit], at: int) -> Measure | None:
    """The act whose doer, or attribute, stands at or before units[at], and whose victims follow behind "of" (the army's arrest
    of dozens).
    """
    for index in range(at, max(-1, at - _DOER), -1):
        unit = units[index]
        if "MEASURE_NOUN" in unit and "+al" not in unit and "+pron" not in unit:
            return next((w.measure for w in unit["MEASURE"] if w.kind == "noun" and w.measure and not w.prep), None)
        if unit.signature & _ENDS or unit.signature & {"prep", "+and"} or _is_object(unit):
            return None
    return None


def _is_object(unit: Unit) -> bool:
    """Somebody in the accusative: the word before him is a verb, and "of" tells whose he is (killed a guard of ten prisoners)."""
    return "PEOPLE_S" in unit.signature and "+al" not in unit.signature and unit.view.endswith(_ACCUSATIVE)


_ACCUSATIVE = "\N{ARABIC LETTER ALEF}"
_DOER, _CLAUSE = 4, 18


def outcome_behind(units: Sequence[Unit], count: Count) -> Measure | None:
    """What an event led to for the people counted before, told by an act noun that ends in "their" (it hit a car in which were
    six men, which led to their death).
    """
    noun = noun_of(units, count)
    if noun is None or noun.unit != "person":
        return None
    for index in range(count.last + 1, min(len(units), count.last + _CLAUSE)):
        unit = units[index]
        if unit.signature & {"stop", "NUMBER", "PEOPLE_D"}:
            return None
        if "MEASURE_NOUN" in unit and unit.get("+pron") in _THEIRS:
            led = any("leaves" in word for word in units[index - _LED : index])
            return next((w.measure for w in unit["MEASURE"] if w.measure and not w.weak), None) if led else None
    return None


_THEIRS, _LED = ("هم", "هما", "هن"), 3


def fell_victim_to(units: Sequence[Unit], at: int) -> bool:
    """Whether the act at units[at] stands between "fell victim to" and those who did (to the attack fell victim | twelve)."""
    if at < _ACT:
        return False
    noun: CountedNoun | None = units[at - 1].get("people")
    return noun is not None and noun.lemma == _VICTIM and "verb" in units[at - _ACT]


_ACT, _VICTIM = 2, "ضحية"  # units from the verb to the act
