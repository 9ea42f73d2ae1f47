"""What a request is for, where the noun of it stands before who makes it and before an indefinite thing."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.lists.cues import Cue
from khabar.languages.ar.phrases.nouns import noun_phrase_end
from khabar.languages.ar.phrases.openings import Opening
from khabar.languages.ar.phrases.shapes import is_adjective
from khabar.languages.ar.phrases.voices import SOURCES

_SOURCES = SOURCES | {"people"}


def wanted(units: Sequence[Unit], at: int, cue: Cue) -> Opening | None:
    """What somebody's request is for, an indefinite thing behind whose request it is (the city's request for pumps)."""
    if cue.lemma != REQUEST or at + 2 >= len(units) or units[at + 1].signature.isdisjoint(_SOURCES):
        return None
    thing = at + 2 if "known_place" in units[at + 1].signature else noun_phrase_end(units, at + 1, len(units))
    if thing >= len(units):
        return None
    unit = units[thing]
    kind, view = unit.signature, unit.view
    if kind & _NO_THING or not (kind & _THINGS or view.endswith(_FEMININE)) or is_adjective(unit):
        return None
    return Opening("np", thing, unit.cut)


REQUEST, _FEMININE = "طلب", ("ه", "ات")
_THINGS = frozenset(("people", "event_noun", "weapon"))
_NO_THING = frozenset(
    ("mark", "prep", "TIME", "NUMBER", "+and", "+bi", "+li", "+al", "+pron", "rel", "given", "known_place", "CUE")
)
