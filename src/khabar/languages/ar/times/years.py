"""Years: with the word for year, after a preposition, in pairs and stretches."""

from __future__ import annotations

from khabar.grammar import Match, Unit, behind, either, maybe, not_ahead, one_of, rule, seq, unit
from khabar.languages.ar.times.shapes import EDGE, ERA, YEAR_WORD, number_in, said, with_edge, year_in
from khabar.languages.calendar import Calendar, TimeDraft
from khabar.languages.calendar_numbers import number_of
from khabar.languages.calendar_parts import Between


@rule(
    either(
        seq(EDGE, YEAR_WORD, unit("year_number", but=("+and",))["year"], ERA),
        seq(
            one_of("edge_start", "edge_end", "early", "middle", "late")["edge2"],
            unit("year_number", but=("+and",))["year2"],
            ERA,
        ),
    ),
    takes="""
        فر آلاف الأهالي منذ العام 2014 إلى المخيمات
            text: العام 2014
            value: 2014
        تأسست الجمعية سنة 2001 في القصبة
            text: سنة 2001
            value: 2001
        أعنف غارة منذ بداية عام 2022 على المرفأ
            text: بداية عام 2022
            value: 2022-01
        يسلم الطريق بحلول نهاية 2024 للبلدية
            text: نهاية 2024
            value: 2024-12
        تولى الحكم أواخر عام 2019 بعد الاقتراع
            text: أواخر عام 2019
            value: 2019
    """,
    refuses="""
        قال المدعي العام إن 2014 ملفاً أغلق
        نفذ العمال إضراباً عاماً في البلاد
    """,
)
def year(m: Match) -> TimeDraft | None:
    """The word "year" with its number; its beginning and end are the first and last month."""
    found = year_in(m)
    return said(m, with_edge(m, found)) if found else None


@rule(
    seq(
        behind(one_of("since", "until", "season", "between", "later", "fi", "during", "bracket_open")),
        unit("year_number", but=("+and", "+al"))["year"],
        not_ahead(one_of("dash", "slash", "percent", "scale", "measure_unit")),
    ),
    takes="""
        يطالب السكان بالمدرسة منذ 2008 بلا جدوى
            text: 2008
            value: 2008
        خرجت القوات من القاعدة في 2011.
            text: 2011
            value: 2011
        ضبطت الجمارك ألف صندوق خلال 2022
            text: 2022
            value: 2022
        أصدر المجلس في 2007 قرار حظر السفر
            text: 2007
            value: 2007
    """,
    refuses="""
        شارك 2008 عدائين في الماراثون
        بيعت 2011 نسخة من الكتاب
    """,
)
def year_after_preposition(m: Match) -> TimeDraft | None:
    """Four digits after "in", "since" or "until" are a year when they are written without a thousands mark and count nothing."""
    slot = m.take("year")
    number = number_of(slot[0])
    if number is None or not 1800 <= number <= 2100 or not slot[0].view[-4:].isdigit():
        return None
    following = m.units[m.last] if m.last < len(m.units) else None
    if following is not None and not _ends_phrase(following.signature) and _is_counted(following, number):
        return None
    return said(m, Calendar(number))


_RECENT = range(1950, 2036)
_COUNTED = frozenset(("people", "countable", "period", "measure_unit", "percent", "occasion", "scale", "PEOPLE_S"))
_OF_TENS = ("\N{ARABIC LETTER ALEF}", "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER TEH}")


def _is_counted(noun: Unit, number: int) -> bool:
    """Whether the noun behind "in 2007" may be what is counted: listed nouns of people and things, those with the ending
    of the counted; behind a year of our time any other noun begins something new (in 2007 a decision).
    """
    return number not in _RECENT or bool(noun.signature & _COUNTED) or noun.view.endswith(_OF_TENS)


@rule(
    seq(
        behind(unit("dated", but=("+al", "+pron"))),
        unit("year_number", but=("+and", "+al"))["year"],
        not_ahead(one_of("dash", "slash", "percent", "scale", "measure_unit", "people", "countable", "period")),
    ),
    takes="""
        عاد التوتر إلى الحدود بعد حرب 1967
            text: 1967
            value: 1967
        أقر دستور 2011 اللغتين
            text: 2011
            value: 2011
    """,
    refuses="""
        شملت أحداث 12 قرية
        دخلت حرب 400 مقاتل يومها الأول
    """,
)
def year_of_an_event(m: Match) -> TimeDraft | None:
    """Wars, elections, constitutions are told by their year, which stands right behind them."""
    slot = m.take("year")
    number = number_of(slot[0])
    known = number is not None and 1900 <= number <= _RECENT[-1] and slot[0].view[-4:].isdigit()
    return said(m, Calendar(number)) if known else None


# What may stand behind a year, but not behind a number that counts something.
_ENDS = {"mark", "prep", "+and", "and_free", "+al", "+bi", "+li", "quote", "verb"}


def _ends_phrase(signature: frozenset[str]) -> bool:
    return bool(signature & _ENDS)


@rule(
    either(
        seq(unit("two_years"), unit("year_number")["first"], maybe(unit("and_free")), unit("year_number")["last"]),
        seq(
            either(
                seq(one_of("between", "min"), maybe(one_of("two_years", "year_one"))),
                one_of("span_of_years", "year_many"),
            ),
            unit("year_number")["first2"],
            one_of("and_free", "ila", "until", "dash"),
            maybe(YEAR_WORD),
            unit("year_number")["last2"],
        ),
        seq(unit("year_number")["first3"], one_of("dash", "slash"), unit("year_number")["last3"]),
    ),
    takes="""
        تضاعفت الهجمات في عامي 2019 و2020
            text: عامي 2019 و2020
            value: 2019/2020
        حكم البلاد بين 2011 و2014 مجلس عسكري
            text: بين 2011 و2014
            value: 2011/2014
        موازنة 2021-2022 أقرت أخيراً
            text: 2021-2022
            value: 2021/2022
    """,
    refuses="""
        بين 2011 عاملاً و2014 عاملة
        عاد 2019 لاجئاً و2020 نازحاً
    """,
)
def two_years(m: Match) -> TimeDraft | None:
    """Two years named together, or the first and last of a stretch."""
    first, last = number_in(m, "first"), number_in(m, "last")
    if first is None or last is None or not 1000 <= first < last:
        return None
    return said(m, Between(Calendar(first), Calendar(last)))
