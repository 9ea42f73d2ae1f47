"""What a finite verb form may be to the rules: its slots, whether it carries speech, whether it acts."""

from __future__ import annotations

from typing import Any

from khabar.languages.ar.forms.verb_table import Analysis, analyses, lemmas
from khabar.languages.ar.lists.attribution import speech_verbs
from khabar.languages.ar.lists.event_words import EventVerb
from khabar.languages.ar.lists.events import carrying_verbs, event_verbs


def verb_classes(view: str) -> dict[str, Any]:
    """Classes of a finite verb form: `verb` (its slots), `cue` when the lemma carries speech, `event_verb` when it acts."""
    forms = analyses(view)
    if not forms:
        return {}
    slots: list[str] = []
    cue, cue_slots, best = None, [], (0, False, False)
    act, act_slots = event_verbs().get(view, ()), []
    for number, slot in forms:
        if slot[1] == "2":
            continue
        slots.append(slot)
        lemma = lemmas()[number]
        found = speech_verbs().get(lemma)
        if found is not None:
            weight = (_likelihood(slot), slot[0] not in "jJ", slot[0] == "p" and "ambiguous" not in found.flags)
            if cue is None or weight > best:
                cue, best = found, weight
            cue_slots.append(slot)
        if lemma[0] in event_verbs() and (slot[1] == "3" or slot[0] not in "jJ"):
            act += tuple(tail for tail in event_verbs()[lemma[0]] if tail not in act)
            act_slots.append(slot)
    if not slots:
        return {}
    classes: dict[str, Any] = {"verb": tuple(dict.fromkeys(slots))}
    if cue is not None:
        classes["cue"] = cue
        classes["verb"] = tuple(dict.fromkeys(cue_slots))
        if "ambiguous" in cue.flags:
            classes["cue_ambiguous"] = True
    if act:
        classes["event_verb"] = EventVerb(act, tuple(dict.fromkeys(act_slots)))
    classes.update(_carrying(view, forms))
    return classes


def _carrying(view: str, forms: list[Analysis]) -> dict[str, Any]:
    """The class of a verb that carries an act noun; the perfect alone, which may be a noun too, is listed word by word."""
    carry = carrying_verbs()
    known = (lemmas()[number][0] for number, slot in forms if slot[:2] in _THIRD)
    return {carry[past]: True for past in known if past in carry and past != view}


_THIRD = ("p3", "i3")
"""Active forms of the third person; a jussive is spelt like an imperfect, or it is too short to be told from names."""


def _likelihood(slot: str) -> int:
    """How likely news means a form so: the third person before the first, the active voice before the passive."""
    return 2 * (slot[1] == "3") + slot[0].islower()
