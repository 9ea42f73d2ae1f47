"""The grammar of Arabic times."""

from __future__ import annotations

from khabar.grammar import rules_of
from khabar.languages.ar import (
    times_absolute,
    times_clock,
    times_hijri,
    times_periods,
    times_relative,
    times_traps,
    times_weekdays,
    times_years,
)
from khabar.languages.ar.lists.calendar import definite_forms
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
            times_traps, times_hijri, times_absolute, times_weekdays, times_relative, times_years, times_periods, times_clock,
        )
        for rule in rules_of(module)
    ),
    _STARTS,
    definite_forms(),
    ("+al", "+and", "+pron", "+li", "+bi", "phrase", "toponym", "prep"),
)  # fmt: skip
