"""Subjects that are described before their verb: a doctor | who works at the hospital | affirmed that; activists | in the town |
speak of.

An Arabic noun without article takes its relative clause bare, so that between source and verb of speech another finite verb
stands, its own: behind "but", "that" or the begin of a sentence it looks like a clause of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.phrases.nouns import noun_phrase_end
from khabar.languages.ar.phrases.shapes import VERBAL, is_article, is_finite


def described_subject(units: Sequence[Unit], last: int, at: int) -> tuple[int, int] | None:
    """The people that open the clause of the verb at `at` (its "had" at `last`), where all that stands between describes them.

    The verb must tell what was said ("that", a colon or marks behind it), or be spoken of by nothing but where they are.
    """
    begin = _clause_opening(units, last)
    if begin is None:
        return None
    begin += "every" in units[begin].signature  # all | the sources that
    if last - begin < _SHORTEST or units[begin].signature.isdisjoint(_TELLERS):
        return _body_which(units, begin, last, at)
    joined = begin > 0 and "+and" in units[begin].signature  # to another: an "and" that opens the sentence joins nobody
    if joined or units[begin].signature & _NO_TELLERS or not _agrees(units[begin], units[at]):
        return None
    if (asks := _asks_for_silence(units, begin, last)) is not None:
        return begin, asks
    end = noun_phrase_end(units, begin, last)
    if not begin < end < last:
        return None
    behind = _behind_where(units, end, last)
    if behind == last:
        return begin, end
    relative = _tells_behind(units, behind, last, at) and _is_clause_about(units, begin, end, behind, last)
    return (begin, end) if relative else None


def _tells_behind(units: Sequence[Unit], first: int, last: int, at: int) -> bool:
    """Whether the verb at `at` is not part of the clause units[first:last] before it: what was said stands behind it, or the clause
    opens with "who" and its end is definite.
    """
    told = at + 1 < len(units) and not units[at + 1].signature.isdisjoint(_TOLD)
    return told or ("rel" in units[first].signature and _is_definite(units[last - 1]))


def tells_on(units: Sequence[Unit], begin: int, last: int, at: int) -> bool:
    """Whether a source without a name behind "according to" says more in a clause that describes it (according to a source | who
    affirmed that).
    """
    if at + 1 >= len(units) or units[at + 1].signature.isdisjoint(_SAYS_THAT) or is_article(units[begin]):
        return False
    return "unnamed" in units[begin].signature and noun_phrase_end(units, begin, last) == last


def _clause_opening(units: Sequence[Unit], last: int) -> int | None:
    """Where the clause begins that runs up to units[last] without a mark, a complementiser or another clause in it."""
    for k in range(last - 1, max(last - _LONGEST, 0) - 1, -1):
        signature = units[k].signature
        if signature & _OPENERS and (k == 0 or "stop" not in signature):
            return k + 1
        if signature & _BARS or ({"+and", "verb"} <= signature and is_finite(units[k])):
            return None
    return 0 if last < _LONGEST else None


def _asks_for_silence(units: Sequence[Unit], begin: int, last: int) -> int | None:
    """The verb behind the people of units[begin:last] that asks for silence (a source | who refused to tell his name)."""
    silent = next((k for k in range(begin + 2, last) if "anonymity" in units[k].signature), begin)
    asks = next((k for k in range(begin + 1, silent) if units[k].signature >= _ASKS and not is_article(units[k])), None)
    if asks is None or noun_phrase_end(units, begin, asks) != asks:
        return None
    return asks if _agrees(units[begin], units[asks]) else None


def _behind_where(units: Sequence[Unit], end: int, last: int) -> int:
    """The index behind the phrase of where they are or what they belong to (in the town, of the ministry)."""
    if units[end].signature.isdisjoint(_WHERE) or end + 1 >= last:
        return end
    if "ila" in units[end].signature and not (is_article(units[end + 1]) or "known_place" in units[end + 1]):
        return end  # listened to reports | that showed
    return max(noun_phrase_end(units, end + 1, last), end + 1)


def _is_clause_about(units: Sequence[Unit], begin: int, end: int, first: int, last: int) -> bool:
    """Whether a relative clause stands in units[first:last]: a bare one behind a noun without article, else behind "who"."""
    verb = units[first]
    if "rel" in verb.signature:
        return _is_definite(units[end - 1]) and _is_relative(units, first, last)
    indefinite = not any(is_article(u) for u in units[begin:end])
    return indefinite and _is_verb(verb) and _agrees(units[begin], verb) and last > first + 1


def _is_relative(units: Sequence[Unit], first: int, last: int) -> bool:
    """Whether a clause stands behind "who" at `first`: what may be a verb right behind it is one."""
    behind = units[first + 1].signature
    return ("verb" in behind and not behind & _GLUED) or any(map(_is_verb, units[first + 1 : last]))


def _body_which(units: Sequence[Unit], begin: int, last: int, at: int) -> tuple[int, int] | None:
    """A body or a document with "which" and its clause behind it (the report | that X published | affirms that)."""
    if units[begin].signature.isdisjoint(_BODIES) or units[begin].signature & _NO_TELLERS:
        return None
    end = noun_phrase_end(units, begin, last)
    if not begin < end < last - 1 or "rel" not in units[end].signature:
        return None
    relative = _tells_behind(units, end, last, at) and _is_clause_about(units, begin, end, end, last)
    return (begin, end) if relative else None


def _is_definite(unit: Unit) -> bool:
    """With the article, a pronoun or a name's definiteness: no bare clause describes it, so that a verb behind it is another's."""
    return is_article(unit) or not unit.signature.isdisjoint(_DEFINITE)


def _is_verb(unit: Unit) -> bool:
    """A finite verb: by its form, or since no list knows the word as anything else."""
    if unit.signature & _GLUED:
        return False
    if "kana" in unit.signature:
        return True
    return "verb" in unit.signature and (is_finite(unit) or not unit.signature - VERBAL - _ALSO_VERBS)


def _agrees(head: Unit, verb: Unit) -> bool:
    """Whether a verb behind its subject has the number of one or of many that the subject tells."""
    people = head.get("people")
    third = [slot[3] for slot in verb.get("verb") or () if slot[1] == "3" and len(slot) == 4]
    if people is None or not third:
        return bool(third)
    return any((number == "p") == (people.number == "p") for number in third)


_SHORTEST, _LONGEST = 3, 16
_TELLERS = frozenset(("people", "unnamed", "role"))
_DEFINITE = frozenset(("+pron", "prep_pron", "known_place", "given", "organisation"))
_BODIES = frozenset(("document", "org_head", "organisation", "media_head"))
_NO_TELLERS = frozenset(("+pron", "given", "+bi", "+li", "any"))
_OPENERS = frozenset(("but", "comp", "bi_comp", "stop", "while"))
_BARS = frozenset(("mark", "li_comp", "colon", "LONG_QUOTE", "quote", "TIME", "as_for"))
_ASKS = frozenset(("cue", "verb"))
_WHERE = frozenset(("fi", "min", "ila"))
_SAYS_THAT = frozenset(("comp", "bi_comp", "ila"))
_TOLD = frozenset(("comp", "bi_comp", "colon", "quote_open"))
_GLUED = frozenset(("+and", "+fa", "+al", "+bi", "+li"))
_ALSO_VERBS = frozenset(("CUE", "REL_CUE", "HEADED", "cue", "cue_noun", "does", "place_says"))
