"""Clauses that "and" joins with their source first: X threatens the town and the army denies its fall; an attack on a market
and the government accuses.

Headlines put two speakers into one line; the second claim begins at its source, and is no part of what the first says.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.phrases.nouns import noun_phrase_end
from khabar.languages.ar.phrases.shapes import is_finite, is_present_singular, joins_source

_BORDERS = frozenset(("kana", "comp", "bi_comp", "comma", "colon", "stop", "quote_open", "while", "but", "CUE"))


def begun_clause(units: Sequence[Unit], at: int) -> int | None:
    """Where the clause of the verb at `at` begins, at a source that "and" joins on: the verb is in the present and singular, and
    what goes before is another clause, or no phrase of which the source could be a part.
    """
    if at < 2 or not is_present_singular(units[at]):
        return None
    begin = next((k for k in range(at - 1, max(at - _LONGEST, 0), -1) if joins_source(units[k])), None)
    if begin is None or noun_phrase_end(units, begin, at) != at:
        return None
    border = next((k for k in range(begin - 1, -1, -1) if units[k].signature & _BORDERS), -1)
    told = any("CUE" in unit.signature for unit in units[:begin])
    if border >= 0 and "CUE" in units[border].signature:
        return begin
    if noun_phrase_end(units, border + 1, at) > begin and not units[border + 1].signature & _DEEDS:
        return None  # that the army and the police | deny
    return begin if told or _stands_apart(units, border + 1, begin, at) else None


def _stands_apart(units: Sequence[Unit], first: int, begin: int, at: int) -> bool:
    """Whether a deed is told in units[first:begin], and the source behind it agrees with its verb (an attack on a market | and the
    government accuses); not: the dispute between the party and the army threatens.
    """
    before = units[first:begin]
    deed = bool(before) and (before[0].signature & _DEEDS or any("event_verb" in u.signature for u in before))
    if not deed or any(u.view in _BETWEEN for u in before):
        return False
    head = units[begin]
    feminine = head.view.partition(" ")[0].endswith(("ه", "ات"))
    gender = "f" if feminine else "m" if "role" in head.signature else ""
    return any(gender in slot[2:] for slot in units[at]["verb"] if slot[1] == "3")


_LONGEST = 8
_DEEDS = frozenset(("event", "event_head", "masdar", "measure_word"))
_BETWEEN = ("بين", "مع")


def sequel(units: Sequence[Unit], at: int) -> bool:
    """Whether a clause of its own begins with the source that "and" joins at units[at]: a verb in the present and singular
    follows it (X demands an end to the war | and the group decides on aid).
    """
    if not joins_source(units[at]) or not units[at - 1].signature.isdisjoint(_ALIKE):
        return False
    end = noun_phrase_end(units, at, len(units) - 1)
    if end == at or not is_finite(units[end]) or units[end].signature & {"+and", "+fa"}:
        return False
    return is_present_singular(units[end])


_ALIKE = frozenset(("org_head", "organisation", "role", "known_place", "media", "given", "demonym", "name", "people"))
