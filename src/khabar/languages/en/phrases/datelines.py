"""Datelines: the town, the day and the agency that open an item before a dash (AKTAU, Jan 5 (Reuters) - ...)."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Unit
from khabar.languages.drafts import NameDraft, Sentence
from khabar.languages.en.phrases.names import name_draft

_LONGEST = 16
_PARTS = frozenset(("capital", "TIME", "NUMBER", "digits", "mark", "media", "possessive"))


def dateline_end(units: Sequence[Unit]) -> int:
    """The index behind the dash of a dateline at the head of a sentence; 0 where there is none.

    Its town is written in capitals, or its agency stands in brackets right before the dash.  What a page prints in the same line
    (story highlights, media caption) is none of the words either.
    """
    if len(units) > 1 and "stop" in units[0].signature and " " in units[0].view:
        return 1
    if not units or "capital" not in units[0].signature:
        return _in_brackets(units)
    for at in range(1, min(len(units) - 1, _LONGEST)):
        unit = units[at]
        if "dash" in unit.signature and unit.start > units[at - 1].end:
            told = "capitals" in units[0].signature or "bracket_close" in units[at - 1].signature
            while at < len(units) - 1 and "dash" in units[at].signature:
                at += 1
            return at if told else 0
        if unit.signature.isdisjoint(_PARTS) and unit.view != "of":
            return 0
    return 0


def opening_of(units: Sequence[Unit]) -> int:
    """Where the words of a sentence open that say whom it is about: behind its dateline, marks, "and" and adverbs."""
    first = dateline_end(units)
    while (
        first < len(units)
        and units[first].signature & {"mark", "and_word", "adverb"}
        and "det" not in units[first].signature
    ):
        first += 1
    return first


def _in_brackets(units: Sequence[Unit]) -> int:
    """The index behind the dash of a dateline that stands in brackets ((Aktau, January 5, 2022) - ...), or behind the agency alone
    in brackets.
    """
    if not units or "bracket_open" not in units[0].signature:
        return 0
    if len(units) > _ALONE and "media" in units[1].signature and "bracket_close" in units[_ALONE - 1].signature:
        return _ALONE + ("dash" in units[_ALONE].signature)
    close = next((k for k in range(1, min(len(units) - 2, _LONGEST)) if "bracket_close" in units[k].signature), None)
    if close is None or "dash" not in units[close + 1].signature:
        return 0
    return close + 2 if all(u.signature & _PARTS for u in units[1:close]) else 0


_ALONE = 3  # units of an agency and its brackets


def carriers(sentence: Sentence) -> list[NameDraft]:
    """The agency that a dateline names at the head of a paragraph of the body, or the agencies of a line of credits (AP - AFP)."""
    if "media" not in sentence.present or sentence.paragraph.kind == "headline":
        return []
    credited = _credits(sentence)
    if credited:
        return credited
    if sentence.first != sentence.paragraph.first:
        return []
    units = sentence.units
    for at in range(1, dateline_end(units)):
        if units[at].get("media") == "agency" and "bracket_open" in units[at - 1].signature:
            return [replace(name_draft(units, at, at + 1, sentence.text), kind="dateline")]
    return []


def _credits(sentence: Sentence) -> list[NameDraft]:
    """The agencies of a paragraph at the end of a report that names nothing else; further up they took a picture."""
    paragraph = sentence.paragraph
    if (sentence.first, sentence.last) != (paragraph.first, paragraph.last):
        return []
    if paragraph.first < sentence.page.paragraphs[-_CLOSING:][0].first:
        return []
    units = sentence.units
    if len(units) > _CREDITS or any(u.get("media") != "agency" and "mark" not in u.signature for u in units):
        return []
    return [
        replace(name_draft(units, at, at + 1, sentence.text), kind="dateline", head="credit")
        for at, u in enumerate(units)
        if "media" in u.signature
    ]


_CLOSING = 3  # paragraphs at the end of a report
_CREDITS = 7  # units of a line of credits
