"""The grammar of English times."""

from __future__ import annotations

from khabar.grammar import rules_of
from khabar.languages.calendar_numbers import TimeGrammar
from khabar.languages.en.lists.calendar import calendar_words
from khabar.languages.en.times import clock, dates, periods, relative

# Every time expression holds one of these.
_STARTS = (
    "t_month", "t_hijri_month", "t_weekday", "t_deictic", "t_tonight", "t_turn", "t_told", "t_period_one", "t_period_many",
    "t_season", "t_feast", "t_noon", "t_midnight", "t_ampm", "t_greenwich", "t_oclock", "year_number", "date_number", "digits",
    "NUMBER",
)  # fmt: skip

TIMES = TimeGrammar(
    (*rules_of(dates), *rules_of(periods), *rules_of(relative), *rules_of(clock)), _STARTS, calendar_words()
)
