"""What somebody is asked for, where the verb tells first of whom it is asked (asked of the residents | to stay at home)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from khabar.grammar import Unit
from khabar.languages.ar.lists.cues import Cue
from khabar.languages.ar.phrases.nouns import noun_phrase_end
from khabar.languages.ar.phrases.second_phrases import split_object
from khabar.languages.ar.phrases.shapes import has_preposition, is_article

OF_WHOM = "min+np"
"""The frame of a verb of asking that tells first of whom, then for what."""
_WHO, _WHOM = 9, 9  # units of who asks, and of whom


def asked_for(units: Sequence[Unit], after: int, cue: Cue) -> int | None:
    """Where what is asked for begins: the noun right behind "of" and whom it is asked of, whatever the noun is; the subject, or
    nothing, stands between verb and "of".  A clause opens by its own word.
    """
    if cue.kind == "noun":
        return None
    limit = min(after + _WHO, len(units) - 1)
    of = next((k for k in range(after, limit) if "min" in units[k].signature), None)
    if of is None or (of > after + 1 and noun_phrase_end(units, after, of) != of):
        return None
    begin, last = of + 1, min(of + _WHOM, len(units))
    end = noun_phrase_end(units, begin, last)
    end = _before_thing(units, begin, split_object(units, begin, end))
    end += end < len(units) and "reflexive" in units[end].signature  # of the administration itself |
    if begin < end < len(units) - 1 and "quote_open" in units[end].signature and units[end + 1].signature & _ACTS:
        return end  # of the two leaders | "to get a promise"
    if not begin < end < len(units) or units[end].signature & _NO_THING or has_preposition(units[end]):
        return None
    return end


def _before_thing(units: Sequence[Unit], begin: int, end: int) -> int:
    """Before the word that cannot go on with whom the phrase names: an act with the article right behind a definite noun (the
    residents | the staying), or a noun without article behind what is definite already (their neighbours | weapons).
    """
    for at in range(begin + 1, end):
        unit, before = units[at], units[at - 1]
        if unit.signature & _JOINED or has_preposition(unit):
            continue
        if is_article(unit):
            if unit.signature & _ACTS and is_article(before):
                return at
        elif is_article(before) or before.signature & _DEFINITE or before.text.endswith(_OWNED):
            return at
    return end


_JOINED = frozenset(("+and", "given", "name", "mark", "prep", "+pron", "demonym", "known_place", "org_head", "role"))
_DEFINITE = frozenset(("organisation", "known_place"))
_OWNED = ("\N{ARABIC LETTER HEH}\N{ARABIC LETTER ALEF}", "\N{ARABIC LETTER HEH}\N{ARABIC LETTER MEEM}")
_ACTS = frozenset(("masdar", "event", "event_noun"))
_NO_THING = frozenset(
    (
        *("mark", "prep", "TIME", "comp", "bi_comp", "+and", "rel", "adverb", "CUE", "PART", "neg_verb", "li_free"),
        *("bi_free", "prep_pron", "like", "while", "but", "colon"),
    )
)


def is_of_office(units: Sequence[Unit], at: int, frames: frozenset[str]) -> bool:
    """Whether "to", "of" only tells whose office the caller has, as the preposition of his call follows (the adviser | to the head
    of the bureau called | for).
    """
    if "ila" not in frames or units[at].signature.isdisjoint(_HELD):
        return False
    near = takewhile(lambda unit: unit.signature.isdisjoint(_NO_OFFICE), units[at + 1 : at + _NEAR_OFFICE])
    return any("ila" in unit.signature for unit in near)


_NO_OFFICE, _NEAR_OFFICE = frozenset(("mark", "CUE", "PART", "comp", "rel")), 8
_HELD = frozenset(("role", "org_head", "organisation", "known_place", "people", "media_head"))
