"""The English pack: subject first, verb forms shared, marks that set attributions off.

A folder a phenomenon, each building on those before it: `lists` (what the word lists of `words` say), `forms`; `places`,
`phrases`, `numbers`, `times`, `people`; `claims`, `reserve`, `figures`, `events`.
"""

from __future__ import annotations

from khabar.languages.en.claims.finding import RULES as CLAIM_RULES
from khabar.languages.en.claims.finding import claims
from khabar.languages.en.claims.stance import stance
from khabar.languages.en.events.finding import RULES as EVENT_RULES
from khabar.languages.en.events.finding import events
from khabar.languages.en.figures.finding import RULES as FIGURE_RULES
from khabar.languages.en.figures.finding import figures
from khabar.languages.en.forms.units import units
from khabar.languages.en.numbers.amounts import NUMBERS
from khabar.languages.en.people.acting import acting
from khabar.languages.en.people.actors import describe
from khabar.languages.en.people.mentioned import names
from khabar.languages.en.places.finding import RULES as PLACE_RULES
from khabar.languages.en.places.finding import find_places
from khabar.languages.en.reserve.caveats import find_caveats
from khabar.languages.en.reserve.withheld import RULES as WITHHELD_RULES
from khabar.languages.en.reserve.withheld import find_withheld
from khabar.languages.en.times.expressions import TIMES
from khabar.languages.pack import Pack

PACK = Pack(
    code="en",
    direction="ltr",
    units=units,
    numbers=NUMBERS,
    times=TIMES,
    places=find_places,
    claims=claims,
    figures=figures,
    stance=stance,
    names=names,
    rules=(
        *NUMBERS.rules,
        *TIMES.rules,
        *PLACE_RULES,
        *FIGURE_RULES,
        *CLAIM_RULES,
        *WITHHELD_RULES,
        *EVENT_RULES,
    ),
    withheld=find_withheld,
    caveats=find_caveats,
    events=events,
    actor=describe,
    acting=acting,
)
