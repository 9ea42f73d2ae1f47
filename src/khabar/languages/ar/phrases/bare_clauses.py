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
        if "comma" in signature and (begin := _behind_comma(units, at + 1)):
            return begin
    return 0


def _tells(units: Sequence[Unit], at: int) -> bool:
    """Whether a finite verb stands at `at`, also one of the past behind what went on meanwhile (during a meeting | held)."""
    if is_finite(units[at]):
        return True
    meanwhile = at >= _FEWEST and "comma" in units[at - 3].signature and bool(units[at - 2].signature & _WHILE)
    return meanwhile and is_past(units[at])


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
