"""The grammar of Arabic times."""

from __future__ import annotations

from khabar.grammar import rules_of
from khabar.languages.ar.lists.calendar import definite_forms
from khabar.languages.ar.times import (
    absolute,
    clock,
    hijri,
    lasting,
    numeric,
    periods,
    relative,
    traps,
    weekdays,
    years,
)
from khabar.languages.calendar_numbers import TimeGrammar

# Every time expression holds one of these.
_STARTS = (
    "month", "hijri_month", "hijri_era", "weekday", "deictic", "tonight", "daypart", "season", "period", "feast", "decade_name",
    "weekend", "day_number", "year_number", "digits", "NUMBER", "no_time", "greenwich", "local_zone",
)  # fmt: skip

TIMES = TimeGrammar(
    (
        rule
        for module in (
            traps, hijri, absolute, numeric, weekdays, relative, lasting, years, periods, clock,
        )
        for rule in rules_of(module)
    ),
    _STARTS,
    definite_forms(),
    ("+al", "+and", "+pron", "+li", "+bi", "phrase", "toponym", "prep"),
)  # fmt: skip
