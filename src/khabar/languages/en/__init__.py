"""The English pack: subject first, verb forms shared, marks that set attributions off."""

from __future__ import annotations

from khabar.languages.en import claims, events, figures, places, withheld
from khabar.languages.en.actors import describe
from khabar.languages.en.caveats import find_caveats
from khabar.languages.en.names import names
from khabar.languages.en.numbers import NUMBERS
from khabar.languages.en.stance import stance
from khabar.languages.en.times import TIMES
from khabar.languages.en.units import units
from khabar.languages.pack import Pack

PACK = Pack(
    code="en",
    direction="ltr",
    units=units,
    numbers=NUMBERS,
    times=TIMES,
    places=places.find_places,
    claims=claims.claims,
    figures=figures.figures,
    stance=stance,
    names=names,
    rules=(*NUMBERS.rules, *TIMES.rules, *places.RULES, *figures.RULES, *claims.RULES, *withheld.RULES, *events.RULES),
    withheld=withheld.find_withheld,
    caveats=find_caveats,
    events=events.events,
    actor=describe,
)
