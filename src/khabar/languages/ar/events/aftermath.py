"""Aftermath: which act of its sentence left behind an outcome (the killing of, three were hurt).

The dead of one event must not be given to another that the sentence also tells.  Words say what belongs together: "in",
"as a result of", "during" before the act; a verb of leaving behind (led to, left, claimed the lives of) whose subject the
act is; "in it" behind the outcome; or the act is the subject of "killed".  Where no such word stands, the outcome is
nobody's.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Unit
from khabar.languages.ar.events.acts import unit_at
from khabar.languages.ar.events.agreement import fits_pronoun, follows, takes
from khabar.languages.ar.forms.particles import JOINING
from khabar.languages.drafts import EventDraft
from khabar.record.vocabulary import HARM

_LEAD_IN = 6  # units from the link to the act word: in a series of, after a gunman's opening of
_SUBJECT = 3  # from a verb of leaving behind to the act that is its subject
_TOLL = 2  # from "the toll of", "the dead of" to the act
_AFTER = 3  # from the outcome to "in it"
_LINKS = frozenset(("fi", "cause", "during"))
_BARS = frozenset(("stop", "colon", "CUE", "comp", "bi_comp", "while", "but"))
_OTHERS = _BARS | {"own_side"}
_TURNS = _BARS | {"comma", "rel", "neg_verb", "since"}


def with_causes(units: Sequence[Unit], drafts: Sequence[EventDraft]) -> list[EventDraft]:
    """The drafts of a sentence, each outcome with the triggers of the acts that left it behind."""
    if not any(draft.outcome for draft in drafts):
        return list(drafts)
    acts = [(unit_at(units, d.trigger[1]), d) for d in drafts if not d.outcome and d.type in HARM]
    fates = frozenset(unit_at(units, d.trigger[1]) for d in drafts if d.outcome)
    made = []
    for draft in drafts:
        if draft.outcome:
            act = _cause(units, unit_at(units, draft.trigger[1]), acts, fates) if acts else None
            draft = replace(draft, by=() if act is None else (act.trigger,))
        made.append(draft)
    return made


def _cause(
    units: Sequence[Unit], at: int, acts: Sequence[tuple[int, EventDraft]], fates: frozenset[int]
) -> EventDraft | None:
    """The act behind the outcome, named with a link, else the one before it that left it behind."""
    for k, act in acts:
        if k > at and (_is_linked(units, at, k, fates) or _is_toll(units, at, k)):
            return act
    before = [(k, act) for k, act in acts if k < at]
    if not before:
        return None
    last, nearest = before[-1]
    if _is_counted(units, last):
        return nearest
    if _is_in_it(units, at, last) or _is_subject(units, last, at):
        return nearest
    verb = _leaver(units, [k for k, _ in before], at, fates)
    if verb is not None:
        return _left_by(units, verb, before)
    return nearest if _goes_on(units, last, at, fates) else None


def _is_linked(units: Sequence[Unit], outcome: int, act: int, fates: frozenset[int]) -> bool:
    """Whether the act stands behind a link that belongs to the outcome: no clause and no other act between the two."""
    link = None
    for k in range(act, max(act - _LEAD_IN, outcome), -1):
        signature = units[k].signature
        if "just_after" in signature and (k == act - 1 or _opens_clause(units, k)):
            link = k
            break
        if "comp" in signature and "just_after" in units[k - 1].signature:
            continue
        if k == act - 1 and "operation" in signature and "prep" not in signature and "+bi" not in signature:
            continue  # in the operation | of taking hostages
        if k < act and signature & (_TURNS | {"ACT"}):
            return False
        if "+bi" in signature or (signature & _LINKS and "prep_pron" not in signature):
            link = k
            break
        if "prep" in signature and "min" not in signature:
            return False
    if link is None:
        return False
    return not any(_is_turn(units, k, fates) for k in range(outcome + 1, link))


def _opens_clause(units: Sequence[Unit], k: int) -> bool:
    """Whether "after" opens a clause that tells the act (after the police | opened fire)."""
    return "while" in units[k].signature or "comp" in units[k + 1].signature


def _is_toll(units: Sequence[Unit], outcome: int, act: int) -> bool:
    """Whether the outcome is what the toll of the act, named right behind it, rose to (to ten dead rose the toll of the raid)."""
    return act - outcome <= _TOLL + 1 and _is_counted(units, act)


def _is_turn(units: Sequence[Unit], k: int, fates: frozenset[int]) -> bool:
    """Whether another clause or another act begins between an outcome and what may have left it behind."""
    signature = units[k].signature
    if signature & _BARS:
        return True
    return "ACT_VERB" in signature and k not in fates


def _is_counted(units: Sequence[Unit], act: int) -> bool:
    """Whether the sentence counts the victims of the act (the toll of the raid, those killed in the raid rose to ten)."""
    return any("counting" in unit.signature for unit in units[max(act - _TOLL, 0) : act])


def _is_in_it(units: Sequence[Unit], outcome: int, act: int) -> bool:
    """In it, during it, right behind the outcome, or between its verb and who fell."""
    near = (*units[outcome + 1 : outcome + 1 + _AFTER], *units[max(outcome - _AFTER, act + 1) : outcome])
    for unit in near:
        if "+pron" in unit.signature and unit.signature & {"prep_pron", "during", "cause"}:
            return fits_pronoun(unit.get("+pron"), units, act, act + 1)
        if "prep_pron" in unit.signature and unit.view.startswith(_IN):
            return fits_pronoun(unit.view[len(_IN) :], units, act, act + 1)
    return False


_IN = "\N{ARABIC LETTER FEH}\N{ARABIC LETTER YEH}"


def _is_subject(units: Sequence[Unit], act: int, outcome: int) -> bool:
    """Whether the act is the subject of the verb that tells the outcome: right before it, "which" perhaps between."""
    if "verb" not in units[outcome].signature or units[outcome].signature & JOINING:
        return False
    between = units[act + 1 : outcome]
    if any(unit.signature & (_TURNS - {"rel"} | {"verb"}) and not unit.signature & _NAMES for unit in between):
        return False
    return follows(units[outcome].get("verb") or (), units, act, act + 1)


_NAMES = frozenset(("known_place", "+al", "place_type", "org_head"))


def _leaver(units: Sequence[Unit], acts: Sequence[int], outcome: int, fates: frozenset[int]) -> int | None:
    """Where the verb of leaving behind stands that governs the outcome, before the acts or behind one of them."""
    first = acts[0]
    for k in range(outcome, max(first - _SUBJECT, 0) - 1, -1):
        signature = units[k].signature
        if "leaves" in signature and _is_verb(units, k):
            return k
        told = "ACT_VERB" in signature and "hit" not in signature and k not in fates
        if k != outcome and (signature & _OTHERS or _is_as(units[k]) or (told and k not in acts)):
            return None
    return None


def _is_as(unit: Unit) -> bool:
    """As, so (and as two were hurt): another is told; "too" goes on with the clause."""
    return "like" in unit.signature and not unit.view.endswith(_TOO)


_TOO = "\N{ARABIC LETTER ALEF}"


def _is_verb(units: Sequence[Unit], k: int) -> bool:
    """Whether a word that may be a valley is a verb: "to" follows."""
    return "place_type" not in units[k].signature or "ila" in units[k + 1].signature


def _left_by(units: Sequence[Unit], verb: int, before: Sequence[tuple[int, EventDraft]]) -> EventDraft | None:
    """The act that left something behind: the subject behind the verb, else the nearest before it that agrees with it."""
    slots = units[verb].get("verb") or ()
    behind = next(((k, act) for k, act in before if verb < k), None)
    if behind is not None:
        k, act = behind
        return act if k - verb <= _SUBJECT and _is_governed(units, verb, k, slots) else None
    free = verb > 1 and ("which_fact" in units[verb - 1].signature or units[verb - 2].view == _THE_THING)
    for k, act in reversed(before):
        if any(unit.signature & _OTHERS or _is_as(unit) for unit in units[k + 1 : verb]):
            return None
        if free or act.kind == "verb" or follows(slots, units, k, k + 1):
            return act
    return None


_THE_THING = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}\N{ARABIC LETTER ALEF}\N{ARABIC LETTER MEEM}\N{ARABIC LETTER REH}"  # which


def _is_governed(units: Sequence[Unit], verb: int, act: int, slots: Sequence[str]) -> bool:
    """Whether an act behind a verb is its subject, or that of its number or series (left | a series of attacks)."""
    return act > verb + 1 or takes(slots, units, act, act + 1)


def _goes_on(units: Sequence[Unit], act: int, outcome: int, fates: frozenset[int]) -> bool:
    """Whether "and" joins the outcome to the clause of the act, with nothing else told between."""
    joint = next((k for k in range(outcome, act, -1) if units[k].signature & JOINING), None)
    between = units[act + 1 : outcome]
    if joint is None or any(unit.signature & (_OTHERS | {"rel"}) or _is_as(unit) for unit in between):
        return False
    verbs = [k for k in range(act + 1, outcome) if "ACT_VERB" in units[k].signature and k not in fates]
    return not verbs and (joint == outcome or joint in fates or any(act < k < outcome for k in fates))
