"""Confessions: which verbs without a subject are those of a suspect, and whom a sentence tells of as one.

"The court said that the man was arrested in the market.  He confessed to the murder." gives the confession to the man, whatever
body told of him.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Unit
from khabar.languages.ar.claims.anchors import Anchor
from khabar.languages.ar.phrases.marking import marked
from khabar.languages.ar.phrases.names import name_draft
from khabar.languages.ar.phrases.nouns import noun_phrase_end
from khabar.languages.ar.phrases.second_phrases import split_object
from khabar.languages.ar.phrases.shapes import has_preposition, is_article
from khabar.languages.drafts import Agreement, NameDraft, Sentence


def confesses(units: Sequence[Unit], anchor: Anchor) -> bool:
    """Whether a verb without subject confesses a deed of its own (confessed | to the murder, | that he knew him); who admits to
    losses, or that something happened, is no suspect.
    """
    if anchor.cue.distance != "concedes" or anchor.found_by != "dropped" or anchor.opens is None:
        return False
    told = units[anchor.opens]
    if anchor.frame == "b":
        event = told.get("event_noun")
        happened = told.signature & _HAPPENED or (event is not None and event.needs == _OUTCOME)
        return not happened and (anchor.cue.lemma == _CONFESSED or event is not None)
    that = units[anchor.opens - 1]
    return anchor.cue.lemma == _CONFESSED and "pronoun_comp" in that.signature


_CONFESSED = "اعترف"
_OUTCOME, _HAPPENED = "outcome", frozenset(("occurring", "NUMBER", "digits"))


def suspect(sentence: Sentence) -> NameDraft | None:
    """Who is accused in a sentence, or arrested: behind the word for it, or told in full before it."""
    if sentence.present.isdisjoint(_TELLS):
        return None
    units = sentence.marked_by(marked)
    for at, unit in enumerate(units):
        if "implicated" in unit.signature and is_article(unit) and not has_preposition(unit):
            return _accused(units, at, sentence.text)
        if _arrests(unit):
            return _arrested(units, at, sentence.text)
    return None


def _accused(units: Sequence[Unit], at: int, text: str) -> NameDraft:
    """The accused of units[at]; of "who is suspected" the pronoun behind it tells whether a man or a woman is."""
    pronoun = units[at + 1] if at + 1 < len(units) and "prep_pron" in units[at + 1].signature else None
    if pronoun is None:
        return name_draft(units, at, max(noun_phrase_end(units, at, len(units)), at + 1), text)
    gender = "f" if pronoun.view.endswith(_HER) else "m"
    return replace(name_draft(units, at, at + 2, text), agreement=Agreement(gender, None))


_HER = "\N{ARABIC LETTER HEH}\N{ARABIC LETTER ALEF}"


def _arrests(unit: Unit) -> bool:
    """Whether a word tells of an arrest."""
    noun, verb = unit.get("event_noun"), unit.get("event_verb")
    if noun is not None:
        return bool(noun.subtype == _ARREST)
    return verb is not None and any(tail.word.subtype == _ARREST for tail in verb.tails)


def _arrested(units: Sequence[Unit], at: int, text: str) -> NameDraft | None:
    """Who is told of without the article, or with a name, behind the word for an arrest, else right before it."""
    near = (*range(at + 1, min(at + _NEAR, len(units))), *range(at - 1, max(at - _BEFORE, -1), -1))
    first = next((k for k in near if _is_one(units, k)), None)
    if first is None:
        return None
    end = noun_phrase_end(units, first, len(units) if first > at else at)
    end = next((k for k in range(first + 1, end) if "prep" in units[k].signature), end)
    return name_draft(units, first, split_object(units, first, max(end, first + 1)), text)


def _is_one(units: Sequence[Unit], at: int) -> bool:
    """A person, or several, by a noun without the article or by a first name with another word of a name; no body."""
    unit, people = units[at], units[at].get("people")
    if unit.signature & _NOBODY or is_article(unit) or has_preposition(unit):
        return False
    return people is not None or (
        "given" in unit.signature and at + 1 < len(units) and bool(units[at + 1].signature & _NAMES)
    )


_TELLS = frozenset(("implicated", "event_noun", "event_verb"))
_ARREST, _NEAR, _BEFORE = "arrest", 8, 4
_NOBODY = frozenset(("org_head", "organisation", "+and", "prep", "event_noun", "masdar", "measure_word"))
_NAMES = frozenset(("name", "given", "name_part"))
