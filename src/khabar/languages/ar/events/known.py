"""Known acts: what stands behind words that only make sense of an act that was done.

An attack has victims, a site, a perpetrator, an inquiry and an anniversary only once it was made.  Whatever governs such a
word, a plan, a demand, a fear, says nothing of the act behind it: relatives of the victims of a crash plan to sue, people
demand that those responsible for a killing be tried.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from khabar.grammar import Unit
from khabar.languages.ar.events.status import is_qualified
from khabar.languages.ar.forms.particles import GLUED_LETTERS
from khabar.languages.ar.lists.events import bare, scopes
from khabar.languages.ar.phrases.shapes import JOINED, is_article

_PREPOSITIONS = frozenset(("fi", "an", "min", "ala"))
_GLUED = frozenset(("+bi", "+li"))
_REACH = 3


@cache
def _says(view: str, glued: int) -> bool:
    """Whether a word, with article and proclitics or without, is one that only goes with an act that was done."""
    forms = (view, bare(view), bare(view[glued:]))
    return any(scope.over == "known" for form in forms for scope in scopes().get(form, ()))


def is_taken_for_done(units: Sequence[Unit], at: int) -> bool:
    """Whether the act noun at `at` is one whose victims, place, authors or inquiry are spoken of: nobody tells it anew."""
    if "ACT_NOUN" not in units[at].signature or not at or "any" in units[at - 1].signature:
        return False
    told_by = units[at].signature & _GLUED or "during" in units[at - 1].signature
    if told_by and units[at]["ACT"].word.type in _DONE_TO_THEM and _is_suffered(units, at):
        return not is_qualified(units, at)
    if "demonstrative" in units[at - 1].signature and is_article(units[at]):
        return not is_qualified(units, at)  # this attack
    ranked = at > 1 and "+li" in units[at].signature and is_article(units[at - 1])  # the third anniversary | of
    if ranked and _says(units[at - 2].view, 0):
        return not is_qualified(units, at)
    for k in range(at - 1, max(at - 1 - _REACH, -1), -1):
        if _says(units[k].view, len(GLUED_LETTERS & units[k].signature)):
            return not is_qualified(units, at)
        signature = units[k].signature
        if signature.isdisjoint(_PREPOSITIONS) and "wraps" not in signature:
            return False
        if "prep_pron" in signature:
            return False
    return False


_DONE_TO_THEM = ("ASSAULT", "COERCE", "OFFICE", "SANCTION", "MOBILIZE", "PROTEST")


def _is_suffered(units: Sequence[Unit], at: int) -> bool:
    """Whether somebody died of the act at `at`, does something in answer to it, or did it through it: he refuses food in protest
    at his arrest, they attacked in revenge for a killing, people told their refusal through marches.
    """
    before, signature = units[at - 1], units[at].signature
    if "during" in before.signature:
        return units[at]["ACT"].word.type == "PROTEST" and not any("future" in unit.signature for unit in units[:at])
    if "+li" in signature:
        return "in_answer" in before.signature
    if "+bi" not in signature or units[at]["ACT"].word.type != "ASSAULT":
        return False
    near = units[max(at - _DIED_OF, 0) : at]
    return any("sentences" in unit.signature and "verb" in unit.signature for unit in near) and not any(
        "court" in unit.signature for unit in near
    )


_DIED_OF = 4  # units


def is_of_untold_number(units: Sequence[Unit], at: int) -> bool:
    """Whether a verb only says whom a number counts that somebody did not give (did not say how many soldiers | have arrived)."""
    if at < _WHO_ARRIVED or "rel" not in units[at - 1] or "toll" not in units[at - _WHO_ARRIVED]:
        return False
    return any("neg_verb" in unit.signature for unit in units[max(at - _NOT_SAID, 0) : at - _WHO_ARRIVED])


_WHO_ARRIVED, _NOT_SAID = 3, 12  # units of "the number of the soldiers who"; from "not" to the verb


def is_past(units: Sequence[Unit], at: int) -> bool:
    """Whether a verb in the perfect tells the act at `at`: it is that verb, or what the verb happened to or did (broke up the
    sit-in, left ten dead).
    """
    if "ACT_NOUN" in units[at].signature:
        if units[at].signature & JOINED:
            return False
        for k in range(at - 1, max(at - 1 - _CLAUSE, -1), -1):
            signature = units[k].signature
            if signature & _TELLS and "verb" in signature:
                return "+al" not in signature and _is_perfect(units[k]) and not units[k - 1].signature & _NOT_TOLD
            if signature & _ENDS:
                return False
        return False
    if "ACT_VERB" not in units[at].signature or not _is_perfect(units[at]):
        return False
    return units[at].signature.isdisjoint(_NOUNS) or (at > 0 and "rel" in units[at - 1].signature)


def _is_perfect(unit: Unit) -> bool:
    verb = unit.get("event_verb")
    slots = (verb.slots if verb is not None else ()) or unit.get("verb") or ()
    return bool(slots) and all(slot[0] in "pP" for slot in slots)


_CLAUSE = 8  # units from a verb to the act it tells
_TELLS = frozenset(("ACT_VERB", "happens", "hit", "undergoes"))
_NOT_TOLD = frozenset(("conditional", "neg_verb", "question", "li_comp"))
_NOUNS = frozenset(("event_noun", "event_head"))
_ENDS = frozenset(("mark", "CUE", "comp", "bi_comp", "rel", "li_comp", "ACT_NOUN", "prep", "+bi", "+li", "+and"))
