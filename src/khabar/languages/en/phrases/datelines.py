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

    Its town is written in capitals, or its agency stands in brackets right before the dash.
    """
    if not units or "capital" not in units[0].signature:
        return 0
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


def carriers(sentence: Sentence) -> list[NameDraft]:
    """The agency that a dateline names at the head of a paragraph of the body."""
    if "media" not in sentence.present or sentence.paragraph.kind == "headline":
        return []
    if sentence.first != sentence.paragraph.first:
        return []
    units = sentence.units
    for at in range(1, dateline_end(units)):
        if units[at].get("media") == "agency" and "bracket_open" in units[at - 1].signature:
            return [replace(name_draft(units, at, at + 1, sentence.text), kind="dateline")]
    return []
