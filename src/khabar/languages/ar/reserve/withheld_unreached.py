"""Sources that were asked and not reached: no reply, no contact, nobody to comment.

That is the outlet's account of its own work, not an act of the source.
"""

from __future__ import annotations

from khabar.grammar import Match, either, one_of, rule, run, seq, unit
from khabar.languages.ar.reserve.withheld_speakers import (
    NEG,
    behind_preposition,
    clause_end,
    gap,
    is_source,
    speaker_around,
    withheld,
)
from khabar.languages.drafts import WithheldDraft


@rule(
    seq(
        NEG,
        unit("r_answers"),
        gap(8),
        either(unit("ala"), unit("an"), unit("+li")),
        run(unit(but=("mark",)), 0, 2, short=True),
        unit("r_request"),
    ),
    takes="""
    ولم ترد الوزارة على طلب للتعليق.
        text: لم ترد الوزارة على طلب للتعليق
        speaker_name: الوزارة
        what: declined
    ولم يجب المتحدث باسم البعثة عن أسئلة الصحيفة.
        speaker_name: المتحدث باسم البعثة
    ولم يرد مدير الميناء على اتصالات الصحيفة.
        what: not_reached
    """,
    refuses="""
    ولم يرد الجيش على القصف.
    ورد الوزير على أسئلة النواب.
    """,
)
def no_answer(m: Match) -> WithheldDraft | None:
    """A question without an answer: who was asked kept silent.  A call that nobody took may not have reached them."""
    called = "r_calls" in m.units[m.last - 1]
    return withheld(m, "not_reached" if called else "declined", speaker_around(m, m.first, m.first + 2))


@rule(
    either(
        seq(
            NEG,
            one_of("r_manages", "r_we_can", "r_is_able"),
            gap(6),
            unit("r_obtaining"),
            unit("ala"),
            gap(2),
            unit("r_statement"),
        ),
        seq(NEG, one_of("r_manages", "r_we_can"), gap(6), unit("r_reaching")),
        seq(unit("r_fails", but=("neg_verb",)), gap(6), unit("r_obtaining"), unit("ala"), gap(2), unit("r_statement")),
        seq(unit("r_fails"), gap(4), unit("r_reaching")),
    ),
    takes="""
    ولم يتسن الحصول على تعليق من إدارة الميناء.
        text: لم يتسن الحصول على تعليق من إدارة الميناء
        speaker_name: إدارة الميناء
        what: not_reached
    ولم يتسن الاتصال بالمتحدث باسم الجيش.
        speaker_name: المتحدث باسم الجيش
    وتعذر التواصل مع مدير المصنع.
        speaker_name: مدير المصنع
    """,
    refuses="""
    ولم يتسن الوصول إلى القرية بسبب الثلوج.
    ولم يتسن للوكالة التحقق من صحة الصور.
    """,
)
def not_reached(m: Match) -> WithheldDraft | None:
    """The outlet asked and got no word: whom it asked stands behind "from", "to" or "with"."""
    units = m.units
    end = clause_end(units, m.last)
    speaker = behind_preposition(m, m.last, end, ("min", "ila", "b", "ma"))
    asked = "r_statement" in units[m.last - 1]
    if not asked and (speaker is None or not is_source(m, speaker)):
        return None
    return withheld(m, "not_reached", speaker, found_by="asked")


@rule(
    seq(
        unit("neg_verb"),
        run(unit(but=("mark", "rel", "comp", "while", "neg_verb", "r_request")), 0, 9, short=True),
        unit("r_remark", "+li"),
    ),
    takes="""
    ولم يكن المتحدث باسم الشركة متاحاً للتعليق.
        text: لم يكن المتحدث باسم الشركة متاحاً للتعليق
        speaker_name: المتحدث باسم الشركة
        what: not_reached
    ولم يتوفر مسؤولو المطار للتعليق.
        what: not_reached
    """,
    refuses="""
    وكان الوزير متاحاً للتعليق.
    ولم يحضر الوزير للتصويت.
    """,
)
def not_available(m: Match) -> WithheldDraft | None:
    """Nobody was there to comment."""
    return withheld(m, "not_reached", speaker_around(m, m.first, m.first + 2))
