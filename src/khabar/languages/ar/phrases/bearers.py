"""Bearers: the name behind a title that goes on with prepositions (the supervisor general of the campaign of X, Dr So-and-so)."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.phrases.name_words import ADDRESS, NO_FOREIGN, in_name
from khabar.languages.ar.phrases.shapes import has_preposition, is_article, is_finite, is_name_word

_FARTHEST = 11


def with_bearer(units: Sequence[Unit], first: int, end: int, limit: int) -> int:
    """The index behind the name of who bears the office units[first:end], where prepositions or a second office go on with
    the title and a full name closes it; `end` where no such name stands there.
    """
    head = units[first : first + 2]  # head of, assistant to the head of; the ministry | the businessman
    office = any("role" in unit.signature for unit in head[: 1 if head and is_article(head[0]) else 2])
    named = any("given" in unit.signature for unit in units[first + 1 : end])
    if end >= limit or named or not office:
        return end
    goes_on = _goes_on(units, end)  # else only a name right before what is said
    if not goes_on and units[end].signature & _BORDERS and not {"+and", "+al"} <= units[end].signature:
        return end
    last = _without_aside(units, end, limit)
    for at in range(end + 1, min(limit, end + _FARTHEST)):
        unit = units[at]
        field = {"+and", "+al"} <= unit.signature and "medium" in unit.signature  # and water studies
        if (unit.signature & _BORDERS and not field) or is_finite(unit):
            return end
        if "role" in unit.signature and "given" not in unit.signature and unit.view not in ADDRESS:
            if has_preposition(unit) or "+and" not in unit.signature:
                return end  # whose name follows is another
            continue
        begin = at + 1 if unit.view in ADDRESS else at
        behind = _name_end(units, begin, limit, end)
        if behind and (behind == last or (goes_on and "given" in units[begin].signature)):
            return behind
    return end


def _without_aside(units: Sequence[Unit], first: int, last: int) -> int:
    """The index behind units[first:last] without a comma or words in brackets at the end (from Italy)."""
    while last - 1 > first and units[last - 1].signature & {"comma", "colon"}:
        last -= 1
    if "bracket_close" in units[last - 1].signature:
        return next((k for k in range(last - 2, first, -1) if "bracket_open" in units[k].signature), last)
    return last


def _begins_name(units: Sequence[Unit], at: int) -> bool:
    """A first name: any word without article behind a form of address, else one that may be a name and no preposition."""
    if units[at - 1].view in ADDRESS:
        return not is_article(units[at]) and not units[at].signature & _BORDERS
    if "maybe_bi" in units[at].signature and "given" not in units[at].signature:
        plain = at + 1 < len(units) and not units[at + 1].signature and not units[at + 1].view.endswith(NO_FOREIGN)
        return plain and not units[at].view.endswith(NO_FOREIGN) and units[at].signature <= _GUESSED
    return is_name_word(units[at])


_GUESSED = frozenset(("maybe_bi", "verb", "name"))


def _goes_on(units: Sequence[Unit], at: int) -> bool:
    """Whether a preposition of an office, or a second office, stands behind the title; "to" somebody tells whom he told."""
    signature = units[at].signature
    if {"+and", "role"} <= signature:
        return True
    if signature & {"fi", "ala"} and at + 1 < len(units):
        return not units[at + 1].signature & {"medium", "TIME", "demonstrative", "quote"}
    if {"+li", "+al", "masdar"} <= signature:
        return True  # for communication and marketing
    told = signature & {
        "role",
        "people",
        "media",
        "media_head",
        "press",
        "medium",
        "TIME",
        "given",
        "prep_pron",
        "abstract",
    }
    return (
        bool(signature & {"+li", "+bi"} or units[at].view.startswith(_GLUED)) and not told and not is_finite(units[at])
    )


def _name_end(units: Sequence[Unit], begin: int, limit: int, title: int) -> int:
    """The index behind the full name that begins at `begin` behind a complete word of the title; 0 when there is none."""
    if begin >= limit or not _begins_name(units, begin):
        return 0
    before = units[begin - 1]
    complete = is_article(before) or bool(before.signature & {"toponym", "known_place", "demonym", "organisation"})
    complete = complete or before.view in ADDRESS
    if not complete or begin <= title:
        return 0
    behind = begin + 1
    if (
        before.view in ADDRESS
        and behind < limit
        and is_article(units[behind])
        and not units[behind].signature & _BORDERS
    ):
        behind += "role" not in units[behind].signature
    while behind < limit and in_name(units, behind, begin - 1) and not units[behind].signature & {"li_free", "bi_free"}:
        behind += 1
    closed = behind >= len(units) or bool(units[behind].signature & _CLOSES) or has_preposition(units[behind])
    return behind if behind - begin > 1 and closed else 0


_GLUED = ("ب", "ل")
_BORDERS = frozenset(
    (
        *(
            "mark",
            "quote",
            "CUE",
            "REL_CUE",
            "PART",
            "comp",
            "bi_comp",
            "rel",
            "TIME",
            "prep_pron",
            "medium",
            "neg",
            "kana",
        ),
        *("media", "media_head", "press", "colon", "an", "with", "TIME_PREP"),
    )
)
_CLOSES = frozenset(
    (
        *("mark", "quote", "comp", "bi_comp", "PART", "rel", "TIME", "prep", "li_free", "bi_free", "CUE", "REL_CUE"),
        *("adverb", "like", "neg", "qad", "role", "bracket"),
    )
)
