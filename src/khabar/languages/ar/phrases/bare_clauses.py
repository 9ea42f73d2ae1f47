"""Bare clauses between a speaker and what he says: charities | that work in the camps, | the decision.

A noun without article takes its relative clause without a pronoun, so that the verb of the clause stands where the object
of the verb of speech is expected.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.phrases.shapes import has_preposition, is_article, is_finite, is_past


def behind_bare_clause(units: Sequence[Unit], first: int, verb: int) -> int:
    """Where what is said begins behind a bare clause at units[verb] that describes the source at units[first]: behind its "that",
    or behind the comma that closes it; 0 where no such clause stands there.
    """
    told = units[verb].signature
    if not told.isdisjoint(_NOT_ITS_VERB) or any(map(is_article, units[first:verb])) or not _tells(units, verb):
        return 0
    for at in range(verb + 1, min(verb + _LONGEST, len(units) - 1)):
        signature = units[at].signature
        if "comp" in signature and "prep" not in units[at - 1].signature:
            return at + 1
        if not signature.isdisjoint(_ENDS):
            return 0
        if not signature.isdisjoint(_ACTS) and _begins_behind(units, at):
            return at
        if "comma" in signature and (begin := _behind_comma(units, at + 1)):
            return begin
    return 0


def behind_silence(units: Sequence[Unit], first: int) -> int:
    """Where the sentence goes on behind a bare clause in which a source at units[first] that is not named asks not to be (an
    official who asked not to tell | his name | ...); 0 where none stands there.
    """
    if first + _FEWEST >= len(units) or units[first].signature.isdisjoint(_SOURCES):
        return 0
    if is_article(units[first]) and units[first + 1].signature.isdisjoint(_DESCRIBES):
        return 0
    asks = 0
    for at in range(first + 1, min(first + _ASKING, len(units) - 1)):
        signature = units[at].signature
        if "mark" in signature or "comp" in signature:
            return 0
        if "anonymity" in signature:
            asks = at
        elif "own_name" in signature:
            return at + 1 if asks and at <= asks + 2 else 0
    return 0


_DESCRIBES = frozenset(("rel", "participle"))  # who asked; refusing to tell his name
_SOURCES, _ASKING = frozenset(("unnamed",)), 11


def ends_before_clause(units: Sequence[Unit], first: int, end: int) -> int:
    """Where the phrase of a source at units[first] ends before a bare clause whose verb is spelt like a name or a noun
    (inhabitants | who fled; an official | who refused to tell his name).
    """
    if end <= first + 1 or is_article(units[first]):
        return end
    if "people" in units[first].signature and tells_of_several(units[first + 1]):
        return first + 1
    asks = "unnamed" in units[first].signature and units[first + 1].signature >= _ASKS
    return first + 1 if asks and any("anonymity" in u.signature for u in units[first + 2 : first + 4]) else end


_ASKS = frozenset(("cue", "verb"))


def is_of_clause(units: Sequence[Unit], first: int, preposition: int) -> bool:
    """Whether the preposition right behind a verb belongs to the bare clause of that verb about several people at units[first]
    (inhabitants who fled | from the town | fear), not to the verb of speech before them.
    """
    verb = preposition - 1
    if verb != first + 1 or "people" not in units[first].signature or is_article(units[first]):
        return False
    return "+and" not in units[verb].signature and tells_of_several(units[verb])


def tells_of_several(unit: Unit) -> bool:
    """Whether a word is spelt like the past of several men and like no other form (they fled)."""
    return unit.view.endswith(_THEY_DID) and "verb" in unit.signature and all(s[1:] == "3mp" for s in unit["verb"])


_THEY_DID = "\N{ARABIC LETTER WAW}\N{ARABIC LETTER ALEF}"


def _tells(units: Sequence[Unit], at: int) -> bool:
    """Whether a finite verb stands at `at`, also one of the past behind what went on meanwhile (during a meeting | held)."""
    if is_finite(units[at]):
        return True
    meanwhile = at >= _FEWEST and "comma" in units[at - 3].signature and bool(units[at - 2].signature & _WHILE)
    return meanwhile and is_past(units[at])


def _begins_behind(units: Sequence[Unit], at: int) -> bool:
    """Whether an act without the article stands behind a definite noun, with which no phrase goes on (works in the ministry | a
    rise of).
    """
    unit, before = units[at], units[at - 1]
    definite = is_article(before) or "known_place" in before.signature
    return definite and not (is_article(unit) or has_preposition(unit) or unit.signature & _JOINED)


_ACTS, _JOINED = frozenset(("masdar", "event_noun", "cue_noun")), frozenset(("+and", "+fa", "+pron", "adverb"))


def _behind_comma(units: Sequence[Unit], at: int) -> int:
    """Where a noun, or a clause with "that", begins behind a comma; 0 where the clause goes on, or something else begins."""
    signature = units[at].signature
    if "comp" in signature and "+and" not in signature:
        return at + 1 if at + 1 < len(units) else 0
    noun = signature.isdisjoint(_NO_NOUN) and not has_preposition(units[at]) and not is_finite(units[at])
    return at if noun else 0


_FEWEST = 3  # units: a comma, during, a meeting
_WHILE = frozenset(("TIME_PREP", "during"))
_LONGEST = 16  # words of the clause
_NOT_ITS_VERB = frozenset(("CUE", "PART", "+and", "+fa", "+pron"))
_ENDS = frozenset(("stop", "CUE", "PART", "colon", "semicolon", "quote_open"))
_NO_NOUN = frozenset(
    (
        *("prep", "rel", "+and", "+fa", "while", "but", "TIME", "mark", "kana", "qad", "neg", "adverb", "ma"),
        *("PART", "CUE"),
    )
)
