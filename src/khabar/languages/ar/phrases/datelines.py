"""Datelines: the place, the day and the agency that open an item before a dash (Tallinn - Riwaq -)."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Unit
from khabar.languages.ar.phrases.names import name_draft
from khabar.languages.ar.phrases.shapes import has_preposition
from khabar.languages.drafts import NameDraft, Sentence

_LONGEST = 14
_PARTS = frozenset(
    ("known_place", "toponym", "place_type", "comma", "bracket", "slash", "dash", "digits", "TIME", "NUMBER", "mark")
)
_MEDIA = frozenset(("media", "media_head", "media_name"))
_UNLISTED = frozenset(("+al", "name"))  # a place that no list knows


def dateline_end(units: Sequence[Unit]) -> int:
    """The index behind the last dash of a dateline at the head of a sentence; 0 when there is none."""
    dash, _ = _dateline(units)
    return _behind_notice(units, dash) if 0 < dash < len(units) else 0


def _behind_notice(units: Sequence[Unit], at: int) -> int:
    """Behind a notice of the agency in brackets, with a dash of its own (– (corrects the toll in the first paragraph) –)."""
    opened = next((k for k in (at - 1, at) if "bracket_open" in units[k].signature), len(units))
    close = next((k for k in range(opened + 1, len(units) - 2) if "bracket_close" in units[k].signature), None)
    return close + 2 if close is not None and "dash" in units[close + 1].signature else at


def agency(units: Sequence[Unit]) -> tuple[int, int] | None:
    """The agency of a dateline as a range of units; None where none is named."""
    dash, end = _dateline(units)
    if end == len(units):
        dash = end if dash else 0  # a dateline with a line of its own
    bracketed = _in_brackets(units, dash)
    if bracketed is not None:
        return bracketed
    for at in range(dash):
        unit = units[at]
        if has_preposition(unit) or (at == 0 and "known_place" in unit.signature):
            continue  # a town that a paper is called after
        if unit.signature & _MEDIA or _is_agency(unit):
            last = at + 1
            if _in_country(units, at, dash):
                continue
            while last < dash and units[last].signature & _MEDIA and "mark" not in units[last].signature:
                last += 1
            return at, last
    return None


def _in_brackets(units: Sequence[Unit], dash: int) -> tuple[int, int] | None:
    """The words in brackets right before the dash, whatever they are, where a place stands before them: no list knows all
    agencies, and the name of a place may be that of a paper.
    """
    close = dash - 2
    opened = next((k for k in range(close - 1, max(close - 4, 0), -1) if "bracket_open" in units[k].signature), 0)
    if close < 0 or not opened or "bracket_close" not in units[close].signature or opened + 1 == close:
        return None
    if len(units) < dash + _SENTENCE:
        return None  # a line of its own: the land in brackets, the agency behind the dash
    named = bool(units[opened + 1].signature & _MEDIA)
    return (
        (opened + 1, close) if named or not any(u.signature & _NO_AGENCY for u in units[opened + 1 : close]) else None
    )


_SENTENCE = 6  # words
_NO_AGENCY = frozenset(("TIME", "digits", "NUMBER", "known_place", "toponym", "mark", "prep", "adverb", "quality"))


def _in_country(units: Sequence[Unit], at: int, dash: int) -> bool:
    """A word that papers are called after inside the name of a country (the United Kingdom, the United Arab Emirates)."""
    if units[at].signature & {"media", "media_head"} or _is_agency(units[at]):
        return False
    inside = at > 0 and "known_place" in units[at - 1].signature
    return inside or (at + 1 < dash and not units[at + 1].signature & (_MEDIA | {"mark"}))


def carriers(sentence: Sentence) -> list[NameDraft]:
    """The agency that opens a paragraph of the body in its dateline."""
    if sentence.paragraph.kind == "headline" or sentence.first != sentence.paragraph.first or not sentence.units:
        return []
    told = agency(sentence.units)
    return [replace(name_draft(sentence.units, *told, sentence.text), kind="dateline")] if told else []


def _dateline(units: Sequence[Unit]) -> tuple[int, int]:
    """The index behind the last dash (0: none) and that behind the last word that may stand in a dateline."""
    dash = 0
    for at, unit in enumerate(units[:_LONGEST]):
        if ("dash" in unit.signature and at) or (
            dash and dash == at and "mark" in unit.signature and "quote" not in unit.signature
        ):
            dash = at + 1
        elif not _is_part(unit) and (dash or unit.signature - _UNLISTED) and not _is_bracketed(units, at):
            return dash, at
    return dash, min(len(units), _LONGEST)


def _is_bracketed(units: Sequence[Unit], at: int) -> bool:
    """A word in brackets that a dash follows."""
    close = next((k for k in range(at + 1, min(at + 3, len(units) - 1)) if "bracket_close" in units[k].signature), 0)
    opened = any("bracket_open" in unit.signature for unit in units[max(at - 2, 0) : at])
    return bool(close) and opened and "dash" in units[close + 1].signature


def _is_part(unit: Unit) -> bool:
    """A word of the lists that may stand in a dateline."""
    return (bool(unit.signature & (_PARTS | _MEDIA)) and "quote" not in unit.signature) or _is_agency(unit)


def _is_agency(unit: Unit) -> bool:
    """An agency by its Latin letters."""
    return unit.text.isascii() and unit.text.isupper() and len(unit.text) > 1
