"""Event nouns beside which nobody stands: talks that are held or called for, what was done to "him", what is known already.

Most masdars tell an event only with a doer or a victim.  A verb of holding before them, a call for them, a pronoun behind
them or the article of what was told before stand for one.
"""

from __future__ import annotations

from khabar.grammar import Match
from khabar.languages.ar.events.acts import Act
from khabar.languages.ar.events.needs import act_of, is_of_ties
from khabar.languages.ar.phrases.shapes import is_article

_SOON = 4


def needs_nobody(m: Match) -> bool:
    """Whether the words around tell the event without a party."""
    return (
        _is_held(m)
        or _is_called_for(m)
        or _is_of_him(m)
        or _is_set(m)
        or _is_advance(m)
        or is_of_ties(m)
        or _is_from_abroad(m)
    )


def _is_advance(m: Match) -> bool:
    """An advance on a town, in a sentence that names forces (expects | the advance towards X)."""
    act = act_of(m)
    if act.word.needs != "towards":
        return False
    near = m.units[act.last : act.last + _SOON]
    return any("known_place" in u.signature for u in near) and any("forces" in u.signature for u in m.units)


def _is_from_abroad(m: Match) -> bool:
    """Any intervention from abroad, that somebody warns of or rejects: no country is named, and none need be."""
    act = act_of(m)
    if act.word.needs != "steps_in" or act.first == 0 or act.last >= len(m.units):
        return False
    return "any" in m.units[act.first - 1].signature and m.units[act.last].view in _FOREIGN


_FOREIGN = ("خارجي", "اجنبي", "عسكري")


def _is_held(m: Match) -> bool:
    """Talks and visits that somebody named before holds (a short visit that he paid), that are or will be held (a meeting | that
    was held in), or that a verb or masdar of holding governs (to hold a conference).
    """
    act = act_of(m)
    if not _are_talks(act):
        return False
    behind, before = m.units[act.last : act.last + _SOON], m.units[max(act.first - 1, 0) : act.first]
    held = any("holding" in u.signature for u in before) and "+pron" not in m.units[act.first].signature
    return held or is_held_behind(m) or any("does_it" in u.signature for u in behind)


def is_held_behind(m: Match) -> bool:
    """Whether it stands behind talks that they were, or will be, held (a meeting of its leaders | that was held in)."""
    act = act_of(m)
    if not _are_talks(act) or is_article(m.units[act.first]):
        return False
    behind = m.units[act.last : act.last + _SOON]
    end = next((k for k, u in enumerate(behind) if u.signature & {"stop", "comma"}), len(behind))
    return any("is_held" in u.signature for u in behind[:end])


def _are_talks(act: Act) -> bool:
    return act.word.type == "CONSULT" and act.word.needs == "official"


def _is_set(m: Match) -> bool:
    """During a meeting in the capital: talks behind "during, after, on the margins of" and before their place or day."""
    act = act_of(m)
    if act.word.type != "CONSULT" or act.word.needs != "official" or act.first == 0:
        return False
    behind = m.units[act.last : act.last + _SOON]
    return bool(m.units[act.first - 1].signature & _WHILE) and any(u.signature & _SET for u in behind)


_WHILE = frozenset(("during", "background"))
_SET = frozenset(("known_place", "place_type", "TIME"))


def is_known(m: Match) -> bool:
    """A known act without a party (the withdrawal, the visit): an event where the report told it by the same word."""
    act = act_of(m)
    if act.word.needs in _ABSTRACT or act.word.type in _SPOKEN_OF:
        return False
    return act.last == act.first + 1 and is_article(m.units[act.first])


_ABSTRACT = ("armed", "victims")  # confrontation, advance: mostly of ideas; the prison
_SPOKEN_OF = ("PROTEST",)  # unrest as such


def _is_of_him(m: Match) -> bool:
    """What was done to somebody or something named before, told by a pronoun (after his imprisonment, as a result of its being
    shelled).
    """
    act = act_of(m)
    word, signature = act.word, m.units[act.first].signature
    struck = word.type == "ASSAULT" and word.first == "target" and word.needs in _DONE_TO
    return "+pron" in signature and "+fa" not in signature and (word.needs == "victims" or struck)


_DONE_TO = ("with_actor_or_target", "object_people", "object_place")


def _is_called_for(m: Match) -> bool:
    """Talks that somebody calls for or rules out right before the word need no party (called for a dialogue, any talks)."""
    at = act_of(m).first
    if "talks" not in m.units[at].signature:
        return False
    far = at > 0 and "ila" in m.units[at - 1].signature and "prep_pron" not in m.units[at - 1].signature
    near = m.units[max(at - (_FAR_CALL if far else _CALL), 0) : at]
    called = any("CUE" in u.signature and "cue" in u.signature and u["cue"].act in _CALLS for u in near)
    return called or any("any" in u.signature for u in near[-1:])


_CALL, _FAR_CALL = 2, 7
_CALLS = ("request", "reject", "order", "deny")


def broke_out(m: Match) -> bool:
    """Whether a verb of happening carries a clash: no army need be in it (a confrontation took place between students and)."""
    act = act_of(m)
    if act.word.subtype != "armed_clash" or not act.first:
        return False
    return m.units[act.first - 1].signature >= {"happens", "verb"}


def is_weapon(m: Match) -> bool:
    """Whether a disaster's word is the name of a weapon: right behind its kind (the missiles | Volcano), or by which a verb of
    striking is done (hit the base | with the Volcano).
    """
    act, units = act_of(m), m.units
    if act.first == 0:
        return False
    if units[act.first - 1].signature & _ARMS and not is_article(units[act.first - 1]):
        return True
    before = units[max(act.first - _STRUCK, 0) : act.first] if "+bi" in units[act.first].signature else ()
    verbs = (u["ACT"] for u in before if "ACT_VERB" in u.signature)
    return any(verb.word.type == "ASSAULT" and verb.word.needs in _STRIKES for verb in verbs)


_ARMS, _STRUCK = frozenset(("weapon", "means_head")), 10
_STRIKES = ("with_actor_or_target", "phrase")
