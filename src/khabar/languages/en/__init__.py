"""The English pack: numbers, times, places and figures; claims are not read yet, and none are made up."""

from __future__ import annotations

from khabar.languages.drafts import ClaimDraft, NameDraft, Sentence
from khabar.languages.en import figures, places
from khabar.languages.en.numbers import NUMBERS
from khabar.languages.en.stance import stance
from khabar.languages.en.times import TIMES
from khabar.languages.en.units import units
from khabar.languages.pack import Pack


def _no_claims(_: Sentence) -> list[ClaimDraft]:
    """No rule reads English claims yet; what stands in quotation marks is listed as unread."""
    return []


def _no_names(_: Sentence) -> list[NameDraft]:
    """Names are wanted for the speakers of claims only."""
    return []


PACK = Pack(
    code="en",
    direction="ltr",
    units=units,
    numbers=NUMBERS,
    times=TIMES,
    places=places.find_places,
    claims=_no_claims,
    figures=figures.figures,
    stance=stance,
    names=_no_names,
    rules=(*NUMBERS.rules, *TIMES.rules, *places.RULES, *figures.RULES),
)
