"""Verbs of speech behind the circumstance with which a sentence opens (in a new report | the observatory said that): many are spelt
like a noun or a preposition, and no comma parts them from the phrase before.

That phrase is whole, so that no noun without article goes on with it; whoever speaks stands behind the verb, and what he says.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.lists.cues import SPEECH
from khabar.languages.ar.phrases.asides import only_asides
from khabar.languages.ar.phrases.nouns import noun_phrase_end
from khabar.languages.ar.phrases.openings import opening
from khabar.languages.ar.phrases.shapes import NISBA, has_preposition, is_adjective, is_article
from khabar.languages.ar.phrases.voices import SOURCES


def is_behind_adjunct(done: Sequence[Unit], units: Sequence[Unit], at: int) -> bool:
    """Whether the form at units[at], which is as well a noun, tells what somebody says behind a circumstance of its sentence."""
    if not 1 < at <= _LATEST or at + 2 >= len(units) or done[0].signature.isdisjoint(_OPENS):
        return False
    following = units[at + 1]
    if has_preposition(following) or following.signature.isdisjoint(_SOURCES) or not _is_whole(units, at - 1):
        return False
    if any(not unit.signature.isdisjoint(_CLAUSES) for unit in done[1:at]):
        return False
    opened = opening(units, at + 1, units[at]["cue"])
    if opened is None or (opened.frame not in SPEECH and not ("role" in units[at].signature and opened.frame == "b")):
        return False
    end = noun_phrase_end(units, at + 1, opened.at)
    return end >= opened.at - 1 or (opened.frame == "b" and _asks_others(units, end, opened.at))


def _asks_others(units: Sequence[Unit], first: int, last: int) -> bool:
    """Whether whom somebody asks, or when and where he asks, stands between him and what for (the envoy demanded | of Canada, |
    during a visit).
    """
    return noun_phrase_end(units, first, last) == last or only_asides(units, first, last)


def _is_whole(units: Sequence[Unit], at: int) -> bool:
    """A word with which a phrase may end: with the article, an adjective of relation, a place, a preposition with its pronoun."""
    unit = units[at]
    medium = unit.get("medium")
    if medium is not None and (medium["kind"] == "platform" or "phrase" in unit.signature):
        return True  # on Twitter; in a statement to the press
    if "medium" in units[at - 1].signature and unit.view.endswith(NISBA):
        return True  # in a televised address
    if unit.signature & _GOVERNS:
        return "org_head" in unit.signature and is_article(unit)  # in a letter to the council
    return is_article(unit) or is_adjective(unit) or not unit.signature.isdisjoint(_ENDS)


_LATEST = 9
_OPENS = frozenset(("prep", "fi", "min"))
_SOURCES = SOURCES | {"+al"}
_CLAUSES = frozenset(("mark", "comp", "bi_comp", "CUE", "REL_CUE", "PART", "rel", "kana", "qad", "neg_verb"))
_GOVERNS = frozenset(("prep", "role", "unnamed", "people", "org_head", "demonstrative"))
_ENDS = frozenset(("known_place", "prep_pron", "quality", "media", "reflexive"))
