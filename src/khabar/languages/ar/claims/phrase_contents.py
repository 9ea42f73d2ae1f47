"""Ends of contents that are noun phrases: what was called for, denied, announced, up to the words that are no part of it.

A clause that somebody said runs on to the end of its sentence; a phrase ends where a clause of its own or the circumstances
of the deed of speech are joined to it (demanded a truce, | while; demanded a truce, | amid fears of; announced ten dead, | and the
army sends help).
"""

from __future__ import annotations

from functools import cache

from khabar.grammar import Unit
from khabar.languages.ar.claims.anchors import Anchor
from khabar.languages.ar.claims.remarks import is_remark
from khabar.languages.ar.claims.set_against import inside_quotation
from khabar.languages.ar.lists.words import beside_cues
from khabar.languages.ar.phrases.asides import AND_THAT
from khabar.languages.ar.phrases.joined_clauses import sequel
from khabar.languages.ar.phrases.nouns import noun_phrase_end
from khabar.languages.ar.phrases.shapes import CLEAR, has_preposition, is_article, is_finite, is_name_word, joins_source


def phrase_end(units: list[Unit], anchor: Anchor, at: int) -> int:
    """The unit where a content ends that is a noun phrase and opens at `at`."""
    marked = at > 0 and "quote_open" in units[at - 1].signature
    opened = at - marked
    calls = anchor.cue.act in _CALLS
    if at + 1 < len(units) and "+and" in units[at + 1].signature and _goes_on_to_tell(units, at, at + 1):
        return at + 1
    for index in range(at + 1, len(units) - 1):
        signature = units[index].signature
        if "comma" in signature:
            if _ends_at_comma(units, anchor, at, index) and not inside_quotation(units, opened, index):
                return index
            continue
        following = units[index + 1].signature
        if "+and" in following and (sequel(units, index + 1) or _goes_on_to_tell(units, at, index + 1)):
            return index + 1
        if "fi" in signature and _is_medium_of_act(units, index):
            return index
        if anchor.kind == "noun" and _is_predicate(units, index, anchor):
            return index
        view = units[index].view
        if view in _DESPITE and anchor.cue.act in _REFUSALS and not inside_quotation(units, opened, index):
            return index  # denied any part in it | despite
        if view in _BEFORE and _is_taken_back(units, index):
            return index
        occasion = calls and view in _OCCASIONS and _is_reason(units, index, at)
        if occasion and not inside_quotation(units, opened, index):
            return index
        if marked and "quote_close" in signature and following >= _AND_VERB:
            return index + 1  # denounced "the attack" | and sent "condolences"
    return len(units)


_DESPITE, _REFUSALS = ("رغم", "برغم", "خلافا"), ("deny", "reject")
_AND_VERB = frozenset(("+and", "verb"))


def _goes_on_to_tell(units: list[Unit], at: int, index: int) -> bool:
    """Whether a perfect that no noun is spelt like, or a verb of speech, stands behind "and" at `index`, and nothing before it in
    the phrase is a clause that it could be joined to (rejected the plan | and demanded; asked for his return | and then chose).
    """
    unit = units[index]
    if "verb" not in unit.signature or not unit.signature.isdisjoint(_NOUNS):
        return False
    owned = "+pron" in unit.signature  # and her power
    told = "CUE" in unit.signature or (not owned and any(slot[0] == "p" and slot[1:] in CLEAR for slot in unit["verb"]))
    return told and not any(is_finite(word) or word.signature & _CLAUSES for word in units[at:index])


_CLAUSES = frozenset(("rel", "comp", "bi_comp", "li_comp", "ma", "kana", "neg_verb", "REL_CUE", "quote_open"))


def _ends_at_comma(units: list[Unit], anchor: Anchor, at: int, comma: int) -> bool:
    """Whether the clause, the remark or the circumstance behind a comma is no part of the phrase before it."""
    following = units[comma + 1]
    joined = _joins_verb(following)
    if anchor.kind == "noun" and (is_main_verb(units, comma) or (is_finite(following) and not joined)):
        return True  # despite the denial of X, talks went on
    if joined or _begins_clause(units, comma + 1) or _is_told(units, comma + 1):
        return True
    if "with" in following.signature:
        return not _closes_name(units, at, comma)
    aside = following.signature & _ASIDES or _is_circumstance(units, comma + 1, anchor)
    return bool(aside) or is_remark(units, comma)


def _joins_verb(unit: Unit) -> bool:
    """Whether "and" joins a verb that is no noun."""
    if "+and" not in unit.signature:
        return False
    return "kana" in unit.signature or ("verb" in unit.signature and unit.signature.isdisjoint(_NOUNS))


def described_end(units: list[Unit], at: int) -> int:
    """Where a clause ends that only describes a thing (remains that are believed to be X's, | and the road is still closed): at the
    comma before a clause of its own, with which the outlet goes on.
    """
    for k in range(at + 1, len(units) - 1):
        if "comma" not in units[k].signature:
            continue
        following = units[k + 1]
        aside = following.signature & _ASIDES and "neg" not in units[min(k + 2, len(units) - 1)].signature
        if _joins_verb(following) or aside or _begins_clause(units, k + 1):
            return k
    return len(units)


_ASIDES = frozenset(("while", "but"))


def _begins_clause(units: list[Unit], at: int) -> bool:
    """Whether a clause of its own begins behind a comma: "and" with a negated verb, "just as" before a clause, or "and" with a
    subject and its verb (announced ten dead, | and it did not say; | as also reports say; | and the army sends help).
    """
    unit, following = units[at], units[at + 1] if at + 1 < len(units) else units[at]
    if "like" in unit.signature:
        return "comp" in following.signature or is_finite(following)
    if "+and" not in unit.signature or at + 2 >= len(units):
        return False
    if "neg_verb" in unit.signature:
        return is_finite(following)
    if not (joins_source(unit) or (is_article(unit) and unit.signature.isdisjoint(_DEEDS))):
        return False
    end = noun_phrase_end(units, at, len(units) - 1)
    verb = units[end]
    return end > at and is_finite(verb) and verb.signature.isdisjoint(_JOINED) and "rel" not in units[end - 1].signature


_DEEDS = frozenset(("masdar", "event", "event_noun", "measure_word", "cue_noun"))
_JOINED = frozenset(("+and", "+fa", "+li"))


def _closes_name(units: list[Unit], at: int, comma: int) -> bool:
    """Whether a comma closes the name of the one whose office stands before another comma, so that "with" behind it goes on with
    the phrase (the talks of the minister, So-and-so, | with).
    """
    for k in range(comma - 1, max(comma - _NAME, at), -1):
        if "comma" in units[k].signature:
            return k < comma - 1
        if not is_name_word(units[k]):
            return False
    return False


_NAME = 6  # words of a name, at most


def _is_reason(units: list[Unit], index: int, at: int) -> bool:
    """Where the occasion of a call or an order begins with no comma before it: amid fears, after an attack that nobody has told of
    (called for a truce | amid fears of; advised against travel | after an attack on); not the time of what is called for (talks
    after the truce).
    """
    unit, following = units[index], units[index + 1]
    if any(is_finite(word) or "rel" in word.signature for word in units[at + 1 : index]):
        return False
    if "comp" in following.signature and unit.view == _OCCASIONS[1]:
        return True  # asked for an inquiry | after the police had found
    if is_article(following) or following.signature.isdisjoint(_DEEDS):
        return False
    behind = units[index + _BEHIND] if index + _BEHIND < len(units) else following
    return unit.view == _AMID or is_finite(behind) or bool(behind.signature & _OF_NO_OTHER) or _is_past_deed(behind)


def _is_past_deed(unit: Unit) -> bool:
    """A verb that tells what a deed did (an attack | that hit)."""
    return "event_verb" in unit.signature and not is_article(unit)


_CALLS, _AMID, _BEHIND = ("request", "order", "threaten"), "وسط", 2
_OCCASIONS = (_AMID, "بعد", "عقب", "اثر")
_OF_NO_OTHER = frozenset(("NUMBER", "ala", "fi", "stop"))


def _is_predicate(units: list[Unit], at: int, anchor: Anchor) -> bool:
    """Where the clause goes on whose subject is the noun of speech (the refusal of X | means that): at its verb, copula or
    negation behind a definite noun, or at the quoted word that judges it (that the calls for X are | "not lawful").
    """
    unit = units[at]
    if "quote_open" in unit.signature and anchor.at and "comp" in units[anchor.at - 1].signature:
        return not (has_preposition(units[at - 1]) or units[at - 1].signature & {"prep", "cue_noun"})
    definite = is_article(units[at - 1]) or bool(units[at - 1].signature & {"known_place", "given"})
    verb = is_finite(unit) and unit.signature.isdisjoint(_JOINED) and "rel" not in units[at - 1].signature
    return unit.view in ("هو", "هي", "ليس", "ليست") or (definite and (verb or unit.view in ("كان", "كانت")))


def _is_taken_back(units: list[Unit], at: int) -> bool:
    """Before it corrected, took back, said again: what became of the announcement, no part of it."""
    if at + 2 >= len(units) or "comp" not in units[at + 1].signature:
        return False
    return units[at + 2].view[1:] in _takes_back()


@cache
def _takes_back() -> frozenset[str]:
    """Verbs without the first letter, by which their persons differ."""
    return frozenset(verb[1:] for verb in beside_cues("takes_back"))


_BEFORE = ("قبل", "قبيل")
_CIRCUMSTANCES = ("حصيله", "خطوه", "تطور", "سابقه", "محاوله", "تصعيد")


def _is_circumstance(units: list[Unit], at: int, anchor: Anchor) -> bool:
    """When and why the deed of speech was done (demanded X, and that after …), which is no part of what was demanded."""
    unit, following = units[at], units[at + 1] if at + 1 < len(units) else units[at]
    if "fi" in unit.signature and following.view in (*_CIRCUMSTANCES, "اشاره"):
        return True  # in a toll that, in a step that
    assert anchor.opens is not None
    claimed = anchor.cue.act == "claim_responsibility" or "responsibility" in units[anchor.opens].signature
    if claimed and "rel" in unit.signature:
        return True
    if anchor.cue.act in ("say", "affirm", "other", "expect") and anchor.cue.lemma != _RULES_OUT and not claimed:
        return False
    when = unit.view.split()[0] in _AFTER and not following.signature & {"comp", "verb"}
    return when or unit.view == AND_THAT


_RULES_OUT = "استبعد"
_AFTER = ("بعد", "قبل", "عقب", "اثر", "غداه", "عشيه", "بعيد", "قبيل")


def _is_medium_of_act(units: list[Unit], at: int) -> bool:
    """In a statement, in a speech: through what the deed of speech was done."""
    return (
        "medium" in units[at + 1].signature
        and (units[at + 1].view in _SPOKEN or units[at - 1].view in _THAT)
        and not units[at - 1].signature & {"comma", "quote", "verb"}
    )


_THAT = ("ذلك", "هذا")  # denied | that, in a call with X
_SPOKEN = ("بيان", "تصريح", "تصريحات", "خطاب", "كلمه", "مقابله", "حديث", "تغريده", "تسجيل", "منشور")


def _is_told(units: list[Unit], at: int) -> bool:
    """A relative clause that makes a claim of its own (the words of X, who condemned …)."""
    return "rel" in units[at].signature and at + 1 < len(units) and "REL_CUE" in units[at + 1].signature


_NOUNS = frozenset(
    ("+al", "masdar", "event", "event_head", "people", "org_head", "toponym", "given", "role", "cue_noun", "name")
)


def is_main_verb(units: list[Unit], comma: int) -> bool:
    """Whether the sentence goes on behind a comma with its own verb, where a noun of speech stood before any verb (despite the
    mayor's saying that …, | people left).
    """
    if "comma" not in units[comma].signature or comma + 2 >= len(units):
        return False
    verb, following = units[comma + 1], units[comma + 2]
    if "verb" not in verb.signature or verb.signature & _GLUED:
        return False
    named = verb.signature & _NOUNS - {"name"} and not ("given" in verb.signature and is_article(following))
    return not named and any(slot[0] == "p" and slot[1] == "3" for slot in verb["verb"])


_GLUED = frozenset(("+and", "+fa", "+pron"))
