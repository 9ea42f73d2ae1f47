"""The Arabic pack: written right to left, verb first, particles glued to words.

A folder a phenomenon, each building on those before it: `lists` (what the word lists of `words` say), `forms`, `phrases`;
`numbers`, `times`, `places`, `people`; `claims`, `reserve`, `figures`, `events`.
"""

from khabar.languages.ar.claims.acting import acting
from khabar.languages.ar.claims.confessions import suspect
from khabar.languages.ar.claims.finding import RULES as CLAIM_RULES
from khabar.languages.ar.claims.finding import claims
from khabar.languages.ar.claims.stance import stance
from khabar.languages.ar.events.finding import RULES as EVENT_RULES
from khabar.languages.ar.events.finding import events
from khabar.languages.ar.figures.finding import RULES as FIGURE_RULES
from khabar.languages.ar.figures.finding import figures
from khabar.languages.ar.forms.units import units
from khabar.languages.ar.numbers.amounts import NUMBERS
from khabar.languages.ar.people.actors import describe, name_forms
from khabar.languages.ar.people.mentioned import names
from khabar.languages.ar.places.finding import RULES as PLACE_RULES
from khabar.languages.ar.places.finding import find_places
from khabar.languages.ar.reserve.caveats import find_caveats
from khabar.languages.ar.reserve.withheld import RULES as WITHHELD_RULES
from khabar.languages.ar.reserve.withheld import find_withheld
from khabar.languages.ar.times.expressions import TIMES
from khabar.languages.pack import Pack

PACK = Pack(
    code="ar",
    direction="rtl",
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
    suspect=suspect,
    name_forms=name_forms,
)
