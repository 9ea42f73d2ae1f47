"""Whether the one behind a word for a fate is no victim of it: he does it to another, it is only wanted, or he passed away.

This is asked of a single person; of those whom a number counts, `spared` asks it.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Match, Unit
from khabar.languages.ar.figures.counts import CLAUSE, begins_with_and
from khabar.languages.ar.lists.figure_words import CountedNoun
from khabar.languages.ar.phrases.shapes import HIS, OBLIQUE

_DYING = "\N{ARABIC LETTER MEEM}\N{ARABIC LETTER TEH}\N{ARABIC LETTER ALEF}\N{ARABIC LETTER THEH}\N{ARABIC LETTER REH}"
_WIDE = 7


def passed_away(m: Match) -> bool:
    """A word for dying that does not say of what: no event that led to it stands before it, and behind it no wounds, weapon or
    way of dying, and no others who died with them.
    """
    fate, after = m.parts["fate"][0], max(m.parts["noun"][1], m.parts["fate"][1])
    if "natural" not in m.units[fate]:
        return False
    if any("leaves" in word for word in m.units[max(0, fate - _LED) : fate]):
        return False
    for at, word in enumerate(m.units[after : after + _WIDE], after):
        if word.signature & {"stop", "comp", "bi_comp"}:
            return True
        if word.view.startswith(_DYING) or "manner" in word or {"+bi", "weapon"} <= word.signature:
            return False
        if "hurt_with" in word or ("NUMBER" in word and begins_with_and(m.units, at)):
            return False
    return True


_LED = 5  # units from "led to" to the word for dying
_NEAR = 4


def does_it(m: Match) -> bool:
    """Whether the one behind an act noun does it to somebody named behind the preposition (So-and-so's killing of), or the
    noun is a verb with counted people for its object.
    """
    verb = "MEASURE_VERB" in m.units[m.parts["fate"][0]]
    if _acts_on_one_known(m.units, m.parts["noun"][0]) or (verb and acts_on_one(m.units, m.parts["noun"][0])):
        return True
    aged = False
    for word in m.units[m.parts["noun"][1] : m.parts["noun"][1] + _NEAR]:
        aged = aged or "age" in word.signature
        if {"+bi", "weapon"} <= word.signature or (aged and not word.signature.isdisjoint(_AGE)):
            continue
        if aged and {"people", "+pron"} <= word.signature:
            return True  # a man aged forty killed | his wife
        if verb and "+and" not in word and ("NUMBER" in word or _is_an_object(word)):
            return True
        if word.signature & {"mark", "prep", "+and", "rel", "FINITE"}:
            return False
        if "+li" in word:
            return bool(word.signature & {"people", "given", "role"})
    return False


_AGE = frozenset(("age", "NUMBER", "period"))


def _acts_on_one_known(units: Sequence[Unit], at: int) -> bool:
    """Whether an indefinite person with an attribute has one known for the object (a French policeman's killing of the boy):
    what stands behind the attribute is no genitive of his.
    """
    if "+al" in units[at] or at + 2 >= len(units) or "demonym" not in units[at + 1] or "+al" in units[at + 1]:
        return False
    return {"PEOPLE_S", "+al"} <= units[at + 2].signature


def acts_on_one(units: Sequence[Unit], at: int) -> bool:
    """Whether right behind a man stands a woman, or somebody of his, who is no genitive: not behind kin, nor whom one may have
    (an attacker killed | a woman; a man killed | his neighbour).
    """
    if at + 1 >= len(units) or not ("PEOPLE_S" in units[at] and "PEOPLE_S" in units[at + 1]):
        return False
    noun: CountedNoun = units[at]["people"]
    behind = units[at + 1]
    if behind.signature & {"+al", "+and", "+bi", "+li", "+ka"} or (
        noun.lemma in OWNED and [noun.lemma, behind["people"].lemma] != _COUPLE
    ):
        return False
    return not units[at].text.endswith(_SHE) and behind.text.endswith((_SHE, *HIS))


# Those of somebody, by their lemmas in the list of people nouns: next of kin, and whom one may have.
KIN = frozenset(["ابن", "نجل", "طفل", "ولد", "بنت", "زوج", "زوجة", "والد", "شقيق", "أخ", "أب", "أم", "جد", "حفيد"])
OWNED = KIN | {"سائق", "حارس", "مرافق", "صديق", "جار", "قريب", "زميل", "مساعد", "عم", "خال", "محامي", "نائب"}
_SHE, _COUPLE = "ة", ["زوج", "زوجة"]


def _is_an_object(word: Unit) -> bool:
    """Whether an indefinite people noun has the ending of an object (two young men, a young man)."""
    noun: CountedNoun | None = word.get("people")
    if noun is None or word.signature & {"+al", "+pron", "known_place", "given"}:
        return False
    return noun.accusative or ("PEOPLE_D" in word and word.view.endswith(OBLIQUE))


WANTS = frozenset(("request", "order", "threaten", "promise", "reject"))
"""Acts of speech that want something to be done, or not: it is not done yet."""
_REACH = 6


_DENIED = WANTS | {"deny"}


def is_wanted(m: Match) -> bool:
    """Whether the act is called for, ordered, threatened or tried, so that it has no victim yet (they demanded his execution);
    or is denied, and has none (the ministry denied the arrest of a journalist).
    """
    return is_wanted_at(m.units, m.parts["fate"][0], _DENIED)


def is_wanted_at(units: Sequence[Unit], at: int, acts: frozenset[str] = WANTS) -> bool:
    """Whether a cue of one of these acts, or an attempt, stands before the word for a fate at units[at]."""
    before = units[at - 1].signature if at else frozenset()
    if "warrant" in before:
        return True
    if not before.isdisjoint(_IN_VIEW_OF):
        return False  # an inquiry into a killing, those responsible for it: it has happened
    for word in reversed(units[max(0, at - _REACH) : at]):
        if word.signature & {"stop", "comma", "comp", "bi_comp", "rel"}:
            return False
        cue = word.get("cue")
        if "attempt" in word or (cue is not None and cue.act in acts):
            return True
    return False


_IN_VIEW_OF = frozenset(("fi", "an", "ala", "about"))


def has_object(units: Sequence[Unit], first: int) -> bool:
    """Whether somebody else follows in the clause before anything else does: then the noun before is the doer."""
    armed = False  # behind a weapon stands whose it is (by the bullets of a sniper)
    for word in units[first : first + _WIDE]:
        weapon = {"+bi", "weapon"} <= word.signature
        if {"+and", "given"} <= word.signature:
            continue  # So-and-so and So-and-so
        if word.signature & _PARTS and not weapon:
            return False
        person = "people" in word.signature and "+al" not in word.signature and "demonym" not in word.signature
        if word.signature & {"NUMBER", "+pron"} or (person and not armed):
            return True
        armed = weapon
    return False


_PARTS = CLAUSE | {"prep", "+bi", "hurt_with", "comma", "FINITE", "TIME", "mark", "+and", "+li"}
