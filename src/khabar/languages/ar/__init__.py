"""The Arabic pack: written right to left, verb first, particles glued to words."""

from khabar.grammar import rules_of
from khabar.languages.ar import (
    claims_carried,
    claims_layout,
    claims_nouns,
    claims_relative,
    claims_responsibility,
    claims_sources,
    claims_states,
    claims_verbs,
    events,
    figures,
    places,
    withheld,
)
from khabar.languages.ar.actors import describe, name_forms
from khabar.languages.ar.caveats import find_caveats
from khabar.languages.ar.claims import claims
from khabar.languages.ar.numbers import NUMBERS
from khabar.languages.ar.persons import names
from khabar.languages.ar.stance import stance
from khabar.languages.ar.times import TIMES
from khabar.languages.ar.units import units
from khabar.languages.pack import Pack

PACK = Pack(
    code="ar",
    direction="rtl",
    units=units,
    numbers=NUMBERS,
    times=TIMES,
    places=places.find_places,
    claims=claims,
    figures=figures.figures,
    stance=stance,
    names=names,
    rules=(
        *NUMBERS.rules,
        *TIMES.rules,
        *places.RULES,
        *figures.RULES,
        *rules_of(claims_verbs),
        *rules_of(claims_states),
        *rules_of(claims_carried),
        *rules_of(claims_sources),
        *rules_of(claims_nouns),
        *rules_of(claims_relative),
        *rules_of(claims_responsibility),
        *rules_of(claims_layout),
        *withheld.RULES,
        *events.RULES,
    ),
    withheld=withheld.find_withheld,
    caveats=find_caveats,
    events=events.events,
    actor=describe,
    name_forms=name_forms,
)
