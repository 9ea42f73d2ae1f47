"""Clauses that "and" joins with their source first: X threatens the town and the army denies its fall; an attack on a market
and the government accuses.

Headlines put two speakers into one line; the second claim begins at its source, and is no part of what the first says.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.phrases.nouns import noun_phrase_end
from khabar.languages.ar.phrases.shapes import is_article, is_finite, is_past, is_present_singular, joins_source
from khabar.languages.ar.phrases.voices import SOURCES

_BORDERS = frozenset(("kana", "comp", "bi_comp", "comma", "colon", "stop", "quote_open", "while", "but", "CUE"))


def begun_clause(units: Sequence[Unit], at: int) -> int | None:
    """Where the clause of the verb at `at` begins, at a source that "and" joins on: the verb is in the present and singular, and
    what goes before is another clause, or no phrase of which the source could be a part.
    """
    if at < 2 or not (is_present_singular(units[at]) or _is_present_of_many(units[at])):
        return None
    begin = next((k for k in range(at - 1, max(at - _LONGEST, 0), -1) if joins_source(units[k])), None)
    if begin is None or noun_phrase_end(units, begin, at) != at:
        return None
    if _is_present_of_many(units[at]) and (begin != at - 1 or units[begin].signature.isdisjoint(_MANY)):
        return None  # and residents | speak of; not: the government and the army which say
    border = next((k for k in range(begin - 1, -1, -1) if units[k].signature & _BORDERS), -1)
    told = any("CUE" in unit.signature for unit in units[:begin])
    if border >= 0 and "CUE" in units[border].signature:
        return begin
    if noun_phrase_end(units, border + 1, at) > begin and not units[border + 1].signature & _DEEDS:
        return None  # that the army and the police | deny
    return begin if told or _stands_apart(units, border + 1, begin, at) else None


def _is_present_of_many(unit: Unit) -> bool:
    """Whether a verb is in the present and the plural, which only people told before it can be the subject of."""
    third = [slot for slot in unit["verb"] if slot[1] == "3"]
    return bool(third) and all(slot[0] in "iIjJ" and slot[-1] == "p" for slot in third)


_MANY = frozenset(("unnamed", "people"))


def _stands_apart(units: Sequence[Unit], first: int, begin: int, at: int) -> bool:
    """Whether a deed is told in units[first:begin], and the source behind it agrees with its verb (an attack on a market | and the
    government accuses); not: the dispute between the party and the army threatens.
    """
    before = units[first:begin]
    deed = bool(before) and (before[0].signature & _DEEDS or any("event_verb" in u.signature for u in before))
    deed = deed or bool(before and _are_several(before[0]))
    if not deed or any(u.view in _BETWEEN for u in before):
        return False
    head = units[begin]
    feminine = head.view.partition(" ")[0].endswith(("ه", "ات"))
    gender = "f" if feminine else "m" if "role" in head.signature else ""
    return any(gender in slot[2:] for slot in units[at]["verb"] if slot[1] == "3")


def _are_several(unit: Unit) -> bool:
    """People in the plural or the dual (two dead on the road | and the army admits): with a second subject their verb would be
    plural.
    """
    return "people" in unit.signature and unit["people"].number != "s" and unit.signature.isdisjoint(SOURCES)


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
    many = end == at + 1 and bool(units[at].signature & _MANY) and _is_present_of_many(units[end])
    return many or is_present_singular(units[end])


_ALIKE = frozenset(("org_head", "organisation", "role", "known_place", "media", "given", "demonym", "name", "people"))


def before_joined(units: Sequence[Unit], first: int, verb: int) -> int:
    """The end of a phrase before the subject of a clause that "and" joins on, its verb in the present (storm the town hall | and
    the president dismisses).
    """
    if not first or verb >= len(units) or not is_finite(units[verb]) or "verb" not in units[first - 1].signature:
        return verb
    if not is_present_singular(units[verb]) or units[verb].signature & {"+and", "+fa"}:
        return verb
    joint = next((k for k in range(verb - 1, first, -1) if "+and" in units[k].signature), None)
    return joint if joint is not None and (is_article(units[joint]) or joins_source(units[joint])) else verb


def main_clause(units: Sequence[Unit], cue: int, opens: int) -> int | None:
    """The comma that ends the content at `opens` of a cue in a clause of time at the head of its sentence: the verb of the main
    clause stands behind it (after the radio had spoken of 12 dead, it raised the number), or "then" (while the ministry affirms
    that the bridge is safe, then the residents …).
    """
    lead = cue - 1 if cue and units[cue - 1].view != _THAT else cue - 2
    if lead < 0 or (lead and units[lead - 1].signature.isdisjoint(_HEADS)):
        return None
    word = units[lead].view[1:] if units[lead].signature & {"+and", "+fa"} else units[lead].view
    meanwhile = "meanwhile" in units[lead].signature and lead == cue - 1
    if not meanwhile and word not in (_AFTER if lead == cue - _WITH_THAT else _WHEN):
        return None
    depth = 0
    for k in range(opens, len(units) - 1):
        signature, following = units[k].signature, units[k + 1]
        depth += ("quote_open" in signature) - ("quote_close" in signature)
        if depth <= 0 and "comma" in signature and following.signature >= _THEN:
            return k
        ends = depth <= 0 and not meanwhile and "comma" in signature and following.signature.isdisjoint(_NO_VERB)
        if ends and (is_past(following) or is_finite(following)):
            return k
    return None


_THAT, _WITH_THAT, _THEN = "ان", 2, frozenset(("comp", "+fa"))
_AFTER, _WHEN = ("بعد", "قبل", "منذ"), ("بعدما", "قبلما", "عندما", "حين", "حينما", "لما")
_HEADS = frozenset(("stop", "semicolon", "dash", "quote_open", "bracket_close"))
_NO_VERB = frozenset(
    ("+and", "+fa", "+al", "prep", "people", "role", "given", "PART", "like", "daypart", "TIME", "mark")
)
