"""Verbs that name no speaker: the outlet's own reminders, and passives of saying and holding."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from khabar.grammar import Match, Unit
from khabar.languages.ar.phrases.said_by import is_wish, says_of
from khabar.languages.ar.phrases.shapes import is_name_word, is_present


def is_outlets_own(m: Match, at: int) -> bool:
    """يُذكر أن, يُشار إلى أن at the head of a sentence: the outlet's own reminder, nobody's claim."""
    cue_unit = m.units[at]
    opens = all(u.signature & {"mark", "quote", "like"} for u in m.units[:at]) or "stop" in m.units[at - 1].signature
    if not opens or any(slot[0] == "p" for slot in cue_unit["verb"]):
        return "impersonal" in cue_unit["cue"].flags and cue_unit["cue"].act == "say" and opens
    reminds = "continues" not in cue_unit["cue"].flags and "I3ms" in cue_unit["verb"]  # not: he says, he adds
    return cue_unit["cue"].act == "say" and reminds


def is_passive_opinion(m: Match, at: int) -> bool:
    """يُعتقد أن, يُرجح أن without a subject, يُتهم فلان بـ: an opinion of nobody named."""
    unit_ = m.units[at]
    if unit_["cue"].lemma == _ACCUSED:
        return _is_charged(m.units, at)
    return (
        unit_["cue"].act == "expect"
        and "passive_ok" in unit_["cue"].flags
        and unit_["cue"].lemma != "رأى"
        and set(unit_["verb"]) & {"i3ms"} != set()
        and (at > 0 or "future" not in unit_.signature)
    )


def _is_charged(units: Sequence[Unit], at: int) -> bool:
    """Whether one man's name alone stands between "is accused", in the present, and "of": who accuses him is not told."""
    present = is_present(units[at]) and "+pron" not in units[at].signature
    end = at + 1
    while end < len(units) and (units[end].signature <= _OF_NAMES or is_name_word(units[end])):
        end += 1
    of = units[end].signature if end < len(units) else frozenset()
    return present and at + 1 < end < at + 4 and "+bi" in of and "known_place" not in units[end - 1].signature


_ACCUSED, _OF_NAMES = "اتهم", frozenset(("+ka",))


def is_own_hope(m: Match, at: int) -> bool:
    """An expectation behind "that he": part of what he says, no words of another (said that he expects)."""
    before = m.units[at - 1].signature if at else frozenset()
    now = any(slot[0] == "i" for slot in m.units[at]["verb"])
    return now and m.units[at]["cue"].act == "expect" and "pronoun_comp" in before and at > 1


def is_to_be_said(m: Match, at: int) -> bool:
    """A wish or a need behind "to" (society has to realise that): nobody said so; before he added that, somebody did."""
    units = m.units
    if at > 0 and "+and" in units[at].signature:
        return _joined_to_wish(units, at)
    if at < 1 or "comp" not in units[at - 1].signature or not is_wish(units, at):
        return False
    return at < 2 or units[at - 2].view not in _BEFORE


def _joined_to_wish(units: Sequence[Unit], at: int) -> bool:
    """A present that "and" joins to a wish before it (wants to stir up strife | and to doubt)."""
    if not all(slot[0] in "iIjJ" for slot in units[at]["verb"]):
        return False
    for k in range(at - 1, max(at - 6, 0), -1):
        if "mark" in units[k].signature:
            return False
        if "comp" in units[k - 1].signature and is_wish(units, k):
            return k < 2 or units[k - 2].view not in _BEFORE
    return False


def is_passive(unit_: Unit) -> bool:
    """قيل إن, أُشير إلى: a form whose only reading in the third person is passive; who said so is not told."""
    slots = unit_.classes["verb"]
    if _DAMMA.match(unit_.text, unit_.cut - unit_.start) and any(slot[0] == "P" for slot in slots):
        return True
    return unit_.view in _SAID or _is_passive_form(slots)


@lru_cache(maxsize=1 << 10)
def _is_passive_form(slots: tuple[str, ...]) -> bool:
    """Whether all readings in the third person are passive, and there is one."""
    third = [slot for slot in slots if slot[1] == "3"]
    return bool(third) and all(slot[0].isupper() for slot in third)


def is_proclaimed(units: Sequence[Unit], at: int) -> bool:
    """A state or an act that was announced right behind the passive (a ceasefire was announced): nobody is named, but somebody
    said so.
    """
    proclaims = units[at]["cue"].lemma == _ANNOUNCED and "+pron" not in units[at].signature
    return proclaims and at + 1 < len(units) and bool(units[at + 1].signature & _PROCLAIMED)


_ANNOUNCED = "أعلن"
_PROCLAIMED = frozenset(("event", "event_head", "masdar", "abstract", "measure_word"))
_DAMMA = re.compile(
    "\N{ARABIC LETTER ALEF}?\\w\N{ARABIC SHADDA}?\N{ARABIC DAMMA}"
)  # on the first letter of a perfect: passive
_SAID = ("قيل", "وقيل", "يقال", "ويقال", "فقيل")


def only_shows(m: Match, at: int) -> bool:
    """A verb of showing in the present without a subject (which shows that, and it appears that): no source says so."""
    unit_ = m.units[at]
    if unit_["cue"].lemma == _CAME and at + 1 < len(m.units) and "quote_open" in m.units[at + 1].signature:
        return True  # the attack came "in reply to"
    present = any(slot[0] in "ij" for slot in unit_["verb"])
    to_me = at + 1 < len(m.units) and "prep_pron" in m.units[at + 1].signature
    appears = unit_["cue"].lemma == "أظهر" and (at == 0 or to_me or "+and" in unit_.signature)
    return present and (appears or unit_["cue"].lemma in _SHOWS)


_SHOWS, _CAME = ("دل", "عكس", "أوحى"), "جاء"


def has_noun_before(m: Match, at: int) -> bool:
    """A word right before the verb that nothing parts from it: what it is said of stands there (the results | show that), no
    source that was named before.  A statement in which he said something is his.
    """
    units = m.units
    if "HEADED" in units[at].signature or "neg_verb" in units[at - 1].signature or units[at - 1].view in INDEED:
        return False
    behind = units[at + 1 : at + 3]
    if _asked_about(units, at) or says_of(units, at) or _through_medium(units, at):
        return False
    return not behind or not ("prep_pron" in behind[0].signature or behind[-1].view in _THROUGH)


def _asked_about(units: Sequence[Unit], at: int) -> bool:
    """Whether the sentence opens with what somebody was asked about, and "that" follows the verb (on the war, he explained
    that): the noun before it is the topic.
    """
    told = at + 1 < len(units) and "comp" in units[at + 1].signature
    if not told or "+and" in units[at].signature or units[0].view not in _ABOUT:
        return False
    return not any(unit.signature & {"CUE", "colon", "comp", "stop"} for unit in units[1:at])


def _through_medium(units: Sequence[Unit], at: int) -> bool:
    """Whether the sentence opens with what somebody spoke through (in a tweet, in a statement of his | he said)."""
    last = at - 1 - ("prep_pron" in units[at - 1].signature)
    if last < 1 or "medium" not in units[last].signature or "comp" not in units[min(at + 1, len(units) - 1)].signature:
        return False
    before = units[last - 1]
    return last <= _OPENING and bool(before.signature & {"fi", "prep"} or before.view in _BY_WAY)


_OPENING, _BY_WAY = 2, ("عبر", "وعبر")
_ABOUT = ("وعن", "عن", "وحول", "حول", "وبشان", "بشان", "وبخصوص", "بخصوص")
_BEFORE = ("قبل", "وقبل")
_THROUGH = ("خلاله", "خلالها")
INDEED = ("فقد", "ولقد", "لقد", "ثم")
