"""Words that are nouns or verbs (قصف، خطف، هدم) behind their subject: in "that the army shelled the village" only a verb can stand.

A noun behind a noun is its genitive, and a noun with an article, an accusative ending or a name of its own has none behind it.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.events.wording import DOERS, NAME_LENGTH
from khabar.languages.ar.lists.events import folded_lemmas
from khabar.languages.ar.phrases.shapes import HIS, OBLIQUE, has_preposition, is_article, is_owned

_OPENS = frozenset(("comp", "bi_comp", "but", "while"))
_NO_PART = frozenset(("mark", "comma", "prep", "rel", "CUE", "NUMBER", "TIME", "neg", "neg_verb"))
_PART = frozenset(("quote", "min"))  # "the army" of X; a column of gunmen
_SUBJECTS = DOERS | {"planes", "people", "he_body", "occupant", "somebody"}
_HIT = frozenset(("place_facility", "place_type"))
_ACCUSATIVE, _BROKEN_PLURAL = "ا", "ايا"


def follows_its_subject(units: Sequence[Unit], at: int) -> bool:
    """Whether a whole subject stands between units[at] and the "that", "but" or "while" that opens the clause."""
    if at == 0 or not _is_whole(units[at - 1]):
        return False
    for first in range(at - 1, max(at - NAME_LENGTH, 0), -1):
        if units[first].signature & _NO_PART and not units[first].signature & _PART:
            return False
        if units[first - 1].signature & _OPENS:
            head = units[first + 1] if "quote_open" in units[first].signature else units[first]
            return bool(head.signature & _SUBJECTS) and not head.signature & _HIT
    return False


def _describes_one(units: Sequence[Unit], at: int) -> bool:
    """Whether a word stands right behind one man without article and before its object, and so tells what he did (the police shot a
    man who | stabbed his neighbour).
    """
    man, hit = units[at - 1], units[at + 1] if at + 1 < len(units) else units[at]
    if not man.signature >= _ONE_MAN or is_article(man) or man.signature & _NOT_HE or has_preposition(hit):
        return False
    if "NUMBER" in hit.signature or is_owned(hit) or ("people" in hit.signature and hit.text.endswith(HIS)):
        return True
    return "people" in hit.signature and (bool(hit["people"].accusative) or hit.view.endswith(OBLIQUE))


_ONE_MAN, _NOT_HE = frozenset(("one_of_many", "people")), frozenset(("+pron", "another"))


def follows_was(units: Sequence[Unit], at: int) -> bool:
    """The verb behind "was" and the subject of both (the planes of the alliance had bombed)."""
    for k in range(at - 2, max(at - NAME_LENGTH, -1), -1):
        signature = units[k + 1].signature
        if signature & {"mark", "prep", "comp", "rel", "CUE"}:
            return False
        if "kana" in units[k].signature:
            return bool(signature & (DOERS | {"planes"}))
    return False


def begins_clause_behind(units: Sequence[Unit], at: int) -> bool:
    """Whether what stands before units[at] is complete, so that a clause begins there, or tells of one man what he did."""
    return at > 0 and (_follows_opener(units, at) or _describes_one(units, at))


def _follows_opener(units: Sequence[Unit], at: int) -> bool:
    """Whether the phrase that opens the sentence is complete right before units[at] (in the meantime | the army shelled; in the
    town | were killed): what is complete governs no genitive, so the clause begins there.
    """
    last = units[at - 1]
    if not (
        is_article(last) or last.signature & _COMPLETE or ("turn_noun" in last.signature and "+pron" in last.signature)
    ):
        return False
    for first in range(at - 1, max(at - _OPENER, -1), -1):
        unit = units[first]
        if unit.signature & _CLAUSE and "event_noun" not in unit.signature:
            return False
        if unit.signature & _LEADS:
            begins = first == 0 or "stop" in units[first - 1].signature
            return begins or ("+and" in unit.signature and "mark" in units[first - 1].signature)
    return False


_OPENER = 6  # units from the preposition to the clause
_LEADS = frozenset(("prep", "+bi"))
_CLAUSE = frozenset(("mark", "CUE", "rel", "comp", "event_verb", "manages", "does", "happens", "suffered"))
_COMPLETE = frozenset(("same_mentioned", "known_place", "another", "earlier", "reflexive"))


_ENDS = frozenset(("known_place", "given", "organisation", "occupant"))


def _is_whole(last: Unit) -> bool:
    """Whether no genitive can stand behind a word: it has an article, an ending of the accusative, or is a name."""
    if is_article(last) or last.signature & _ENDS:
        return True
    return "people" in last.signature and last.view.endswith(_ACCUSATIVE) and not last.view.endswith(_BROKEN_PLURAL)


def announces(unit: Unit) -> bool:
    """A verb of telling that has what it tells as its object (the governor announces | the shelling of the hospital)."""
    return unit.signature >= _TELLS_OF and "event_np" in unit["cue"].flags


_TELLS_OF = frozenset(("CUE", "cue", "verb"))


def is_said_that(units: Sequence[Unit], that: int) -> bool:
    """Whether the "that" at units[that] opens what is said, where a noun follows; not "after that", "it happened before that"."""
    if "pronoun_comp" in units[that].signature:
        return False  # that he
    if units[that].text.startswith(_INNA):
        return True
    if that == 0 or "prep" in units[that - 1].signature or units[that - 1].view in folded_lemmas("behind_that"):
        return False
    for unit in reversed(units[max(that - _SAID, 0) : that]):
        if "CUE" in unit.signature:
            return True
        if unit.signature & _SAYS_NO_MORE:
            return False
    return False


_INNA, _SAID = "إن", 7
_SAYS_NO_MORE = frozenset(("stop", "comp", "bi_comp", "colon", "rel", "verb"))
