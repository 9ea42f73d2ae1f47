"""Verbs beside other words: whether one goes on with the subject of a verb before it, and whether it tells a content at all."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Match, Unit
from khabar.languages.en.lists.cues import Part
from khabar.languages.en.phrases.clauses import Opening
from khabar.languages.en.phrases.nouns import is_object_pronoun, is_verb, object_end
from khabar.languages.en.phrases.subjects import Subject


def is_felt(m: Match, part: Part, opened: Opening) -> bool:
    """Whether somebody would feel so on a condition (if they feel threatened), which is no content of theirs."""
    if (
        part.cue.lemma != "feel"
        or opened.frame != "clause"
        or not m.units[opened.at].signature.isdisjoint(_OPENS_CLAUSE)
    ):
        return False
    return any(u.view in ("if", "unless", "whenever") for u in m.units[max(part.group - 4, 0) : part.group])


_OPENS_CLAUSE = frozenset(
    ("det", "article", "possessive_det", "capital", "subject_pronoun", "NUMBER", "people", "role")
)


def is_no_subject(m: Match, subject: Subject) -> bool:
    """Whether the phrase before a verb is what a participle governs (citing police reports), or whom one lets do it (to let
    them know).
    """
    if subject.last - subject.first < _TWO:
        return False
    first, last = m.units[subject.first], m.units[subject.last - 1]
    return "PART" in first.signature or is_object_pronoun(last)


_TWO = 2


def is_toll(m: Match, part: Part) -> bool:
    """Whether a war or a blast claimed lives."""
    return part.cue.lemma == "claim" and any(u.view == "lives" for u in m.units[m.first + 1 : m.first + _TOLD])


_TOLD = 7  # units


def is_held(m: Match, part: Part, opened: Opening) -> bool:
    """Whether a form in -s is a noun whose verb follows what it is about (protests against the tax have been held)."""
    noun = "event_noun" in m.units[m.first].signature and m.units[m.first].view.endswith("s")
    if noun and part.group and m.units[part.group - 1].view in ("style", "scale"):
        return True  # street-style protests
    if not noun or opened.frame not in part.cue.frames or opened.at != m.first + 2:
        return False
    verb = object_end(m.units, opened.at)
    return verb < len(m.units) and bool(m.units[verb].signature & {"be", "be_form", "have_form", "modal"})


def is_held_to_be(m: Match, part: Part) -> bool:
    """Whether a participle tells what somebody else holds a thing to be (a man believed to be the thief): its noun says nothing."""
    units, at = m.units, m.first
    if part.voice != "finite" or "clause" not in part.cue.frames or "inf" in part.cue.frames:
        return False
    if part.cue.act == "promise" or "pp" not in units[at]["cue"][1] or at + 2 >= len(units):
        return False
    return units[at + 1].view == "to be" or ("to_word" in units[at + 1].signature and units[at + 2].view in _BEING)


_BEING = frozenset(("be", "have", "have been"))


def is_spread(m: Match, part: Part) -> bool:
    """Whether a participle tells where a thing was made known, or who did (videos posted on the site showed)."""
    units, at = m.units, m.first
    if part.voice != "finite" or part.cue.lemma not in _SPREAD or "source_thing" not in units[at - 1].signature:
        return False
    return at + 1 < len(units) and units[at + 1].view in ("on", "by", "online")


_SPREAD = frozenset(("post", "publish", "share", "release", "issue", "circulate"))


def is_second_passive(m: Match, opened: Opening, joint: int) -> bool:
    """Whether the form is a second participle of a passive, which lacks its object (was built in May and described as a gift; a
    film shot by a clerk and posted to a site).
    """
    units, at = m.units, m.first
    behind = units[at + 1].signature if at + 1 < len(units) else frozenset[str]()
    if opened.frame in ("that", "quote", "colon") or behind.isdisjoint(_NO_OBJECT):
        return False
    if "pp" not in units[at]["cue"][1] or units[at]["CUE"].cue.lemma in ("say", "tell"):
        return False
    for k in range(joint - 1, max(joint - _NEAR, 0), -1):
        if units[k].signature & {"stop", "comma", "semicolon", "CUE", "sub"}:
            return False
        if "by" in units[k].signature or (
            "be_form" in units[k].signature and units[k + 1].view.endswith(("ed", "t", "n"))
        ):
            return True
    return False


_NO_OBJECT = frozenset(("prep", "as_word", "by", "to_word"))


_NEAR = 12  # units between the two participles


_FAR = 60  # units


_VERBS = frozenset(("CUE", "common_verb"))


def is_listed(m: Match, comma: int) -> bool:
    """Whether a verb right behind a comma is one of several that a conjunction joins further on (called …, urged … and left)."""
    units = m.units
    if "comma" not in units[comma].signature or "PART" in units[m.first].signature:
        return False
    verb = next(
        (
            k
            for k in range(comma - 1, max(comma - _FAR, -1), -1)
            if units[k].signature & {"CUE", "stop", "quote"} or is_verb(units, k)
        ),
        None,
    )
    if verb is None or units[verb].signature & {"stop", "quote"}:
        return False
    for at in range(m.first + 2, min(len(units) - 1, m.first + _FAR)):
        following = units[at + 1]
        goes_on = following.signature & _VERBS or following.view.endswith("ed") or is_verb(units, at + 1)
        if "and_word" in units[at].signature and goes_on:
            return True
    return False


def before_charge(units: Sequence[Unit], first: int, last: int) -> int:
    """The of that tells the charge, within or behind the phrase of who accuses."""
    inner = (k for k in range(first, last) if units[k].view == "of" and units[k + 1].view.endswith("ing"))
    return next(inner, last)


def behind_days(units: Sequence[Unit], at: int) -> int:
    """Behind the days at `at`."""
    while at < len(units) and "TIME" in units[at].signature:
        at += 1
    return at
