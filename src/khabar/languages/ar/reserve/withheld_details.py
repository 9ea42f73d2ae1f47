"""Withheld details: a source that spoke, but gave no number, no names, no reasons.

Most stand behind a claim ("without giving …"), so that the claim's speaker is who withheld.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Match, Unit, either, maybe, not_ahead, one_of, rule, run, seq, unit
from khabar.languages.ar.phrases.names import name_draft
from khabar.languages.ar.phrases.nouns import noun_phrase_end
from khabar.languages.ar.phrases.shapes import has_preposition, is_article
from khabar.languages.ar.phrases.voices import SOURCES
from khabar.languages.ar.reserve.withheld_speakers import (
    NEG,
    WITHOUT,
    clause_end,
    gap,
    is_condition,
    speaker_around,
    withheld,
)
from khabar.languages.drafts import NameDraft, WithheldDraft
from khabar.record.vocabulary import WithheldWhat

_WHETHER = seq(unit("ma"), unit("r_whether"))


@rule(
    either(
        seq(NEG, unit("r_discloses"), gap(9), unit("r_count", but=("+li",)), not_ahead(unit("min"))),
        seq(NEG, unit("r_announces"), gap(5), unit("r_toll", but=("+li",))),
        seq(NEG, unit("r_is_able"), gap(3), unit("r_giving"), gap(2), unit("r_count")),
        seq(unit("neg_verb"), gap(3), unit("r_tally"), unit("r_official")),
    ),
    takes="""
    ولم تذكر الصحيفة مصدراً لهذه الأرقام.
        what: declined
    ولا توجد حصيلة رسمية للغرقى.
        text: لا توجد حصيلة رسمية للغرقى
    وقال مدير الميناء إنه لا يمكنه تقديم أرقام.
        text: لا يمكنه تقديم أرقام
    ولم تعلن السلطات حصيلة للضحايا.
        text: لم تعلن السلطات حصيلة للضحايا
        speaker_name: السلطات
        what: no_figure
    ولم يحدد البيان عدد القتلى.
        what: no_figure
    لكن وزارة الصحة لم تذكر أي أرقام.
        speaker_name: وزارة الصحة
    """,
    refuses="""
    ولم يذكر عدد من النواب سبب الغياب.
    وإذا لم تعلن الحكومة الحصيلة فسنعلنها.
    """,
)
def gave_no_figure(m: Match) -> WithheldDraft | None:
    """A source that spoke of an event without its number: the gap is as telling as a figure."""
    if is_condition(m.units, m.first):
        return None
    other = any("r_detail" in u for u in m.units[m.first + 1 : m.last - 1])  # named no source of its numbers
    return withheld(m, "declined" if other else "no_figure", speaker_around(m, m.first, m.first + 2))


@rule(
    either(
        seq(NEG, unit("r_discloses"), gap(9), unit("r_detail")),
        seq(NEG, unit("r_reveals"), gap(6), unit("an")),
        seq(NEG, unit("r_discloses"), gap(6), _WHETHER),
    ),
    takes="""
    ولم توضح البلدية ما إذا كان الجسر سيفتح.
        text: لم توضح البلدية ما إذا كان الجسر سيفتح
        speaker_name: البلدية
    ولم تشرح الشركة سبب التأخير.
        what: declined
    ولم يكشف الحلف عن جنسية الجندي القتيل.
        text: لم يكشف الحلف عن جنسية الجندي القتيل
        speaker_name: الحلف
        what: declined
    وأكد المحافظ أن الانفجار وقع، لكنه لم يقدم مزيداً من التفاصيل.
        text: لم يقدم مزيداً من التفاصيل
        speaker_name: المحافظ
    """,
    refuses="""
    ولم يقدم التنظيم أي دليل.
    ولم تحدد الحكومة موعد الانتخابات.
    """,
)
def gave_no_details(m: Match) -> WithheldDraft | None:
    """A source that kept details back: names, nationalities, causes, or whatever it did not reveal."""
    end = clause_end(m.units, m.last)
    if is_condition(m.units, m.first) or _names_itself(m.units[m.first : min(end, m.last + 1)]):
        return None
    return withheld(m, "declined", speaker_around(m, m.first, m.first + 2))


def _names_itself(units: Sequence[Unit]) -> bool:
    """Whether the name withheld is that of who withholds it, which is a caveat."""
    return any("r_own_name" in u and "in_the_name" not in u for u in units)


@rule(
    seq(
        WITHOUT,
        either(
            seq(maybe(unit("comp")), one_of("r_discloses", "r_comments", "r_confirms", "r_issues")),
            unit("r_disclosing")["telling"],
            one_of("r_confirming", "r_remark")["alone"],
        ),
        maybe(_WHETHER["whether"]),
        run(
            unit(but=("mark", "rel", "comp", "while", "neg_verb", "according_prep", "r_count", "r_toll", "r_detail")),
            0,
            6,
        ),
        maybe(one_of("r_count", "r_toll", "r_detail")["noun"]),
    ),
    takes="""
    وأعلن الجيش أن جنوداً له قتلوا، من دون أن يحدد عددهم.
        text: من دون أن يحدد عددهم
        speaker_name: الجيش
        what: no_figure
    وقالت القوة إنها صدت الهجوم، دون إعطاء مزيد من التفاصيل.
        what: declined
        speaker_name: القوة
    وقالت الهيئة إن الأسير مريض، من دون إفصاح الشرطة عن تفاصيل.
        speaker_name: الشرطة
    وأكد المتحدث وقوع الحادث من دون ذكر عدد المصابين.
        what: no_figure
    وقال المتحدث إن الشرطة أوقفت تسعة، دون أن يوضح ما إذا كانوا مسلحين.
        what: declined
        text: دون أن يوضح ما إذا كانوا مسلحين
    وخفضت الشركة الإنتاج، من غير أن تحدد حجم الخفض.
        what: no_figure
    """,
    refuses="""
    وقال مسؤول من دون الكشف عن اسمه إن الهدنة قريبة.
    وعبر المتظاهرون الجسر من دون تأخير.
    وحالت الأمطار دون تحديد موعد السباق.
    """,
)
def without_saying(m: Match) -> WithheldDraft | None:
    """A subordinate "without giving …" says what the statement before it leaves out; its speaker is that statement's, or whoever
    is named behind it (without the police's giving of details).
    """
    near = m.units[m.first : min(clause_end(m.units, m.last), m.last + 1)]
    noun, alone = m.slot("noun"), m.slot("alone")
    if any("r_his_name" in u or ("r_hidden" in u and "r_detail" not in u) for u in near):
        return None
    if alone is not None and noun is None and not _is_comment(m, alone.last):
        return None
    doubting = any(u.signature & {"r_confirming", "r_confirms"} for u in near)
    silent = m.slot("whether") is None
    if silent and noun is None and alone is None and not doubting and not any("r_comments" in u for u in near):
        return None
    counted = silent and any(u.signature & {"r_count", "r_toll"} for u in near)
    what: WithheldWhat = "not_confirmed" if doubting else "no_figure" if counted else "declined"
    named = _who_tells(m)
    return withheld(m, what, named) if named else withheld(m, what, None, found_by="before")


def _who_tells(m: Match) -> NameDraft | None:
    """Whose telling it is, named right behind its noun and before what is told (the police's giving of | details)."""
    telling, units = m.slot("telling"), m.units
    first = m.parts["telling"][1] if telling else len(units)
    if first >= len(units) or units[first].signature.isdisjoint(_TELLERS) or has_preposition(units[first]):
        return None
    told = next((k for k in range(first + 1, len(units)) if units[k].signature & _TOLD), None)
    end = noun_phrase_end(units, first, len(units) if told is None else told)
    return name_draft(units, first, end, m.text) if end == told else None


_TELLERS = SOURCES | {"occupant"}
_TOLD = frozenset(("an", "r_count", "r_toll", "r_detail"))


@rule(
    seq(NEG, unit("r_unnamed_him")),
    takes="""
    وقالت الوزارة إن دولة مجاورة لم تسمها مولت الهجوم.
        text: لم تسمها
        what: declined
    واتهم المتحدث شركة أجنبية لم يسمها بتهريب الوقود.
        text: لم يسمها
    """,
    refuses="""
    وقال مسؤول لم تسمه إن الهدنة قريبة.
    ولم يسم الحزب مرشحه.
    """,
)
def did_not_name(m: Match) -> WithheldDraft | None:
    """A country, body or thing that the speaker points at and does not name; an unnamed person who is quoted is a caveat."""
    before = m.units[max(m.first - 4, 0) : m.first]
    persons = [u for u in before if u.signature & {"unnamed", "role"} and not is_article(u)]
    if not before or persons or any(u.signature & {"rel", "mark"} for u in before[-2:]):
        return None
    words = m.units[m.first].cut, m.units[m.last - 1].end
    return replace(withheld(m, "declined", None, found_by="before"), span=words)


def _is_comment(m: Match, behind: int) -> bool:
    """Without comment, without confirmation; but not "without stressing that" and not "without a reply" (blow for blow)."""
    noun = m.units[behind - 1]
    if "r_confirming" in noun:
        return behind >= len(m.units) or "ala" not in m.units[behind]
    return "r_only_comment" in noun
