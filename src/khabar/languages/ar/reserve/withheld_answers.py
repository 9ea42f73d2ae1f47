"""Withheld answers: not confirmed, no comment, no statement, a refusal to say.

Such words are read before the verbs of speech, whose negation they are: "did not deny" is not "denied".
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Match, Unit, one_of, rule, seq, unit
from khabar.languages.ar.reserve.withheld_speakers import (
    NEG,
    behind_preposition,
    clause_end,
    gap,
    is_condition,
    is_source,
    speaker_around,
    withheld,
)
from khabar.languages.drafts import WithheldDraft
from khabar.record.vocabulary import WithheldWhat


@rule(
    seq(NEG["neg"], unit("r_confirms")["verb"]),
    takes="""
    ولم تؤكد وزارة الدفاع صحة التقرير.
        text: لم تؤكد وزارة الدفاع صحة التقرير
        speaker_name: وزارة الدفاع
        what: not_confirmed
    وأعلنت الجبهة سقوط البلدة، لكن الجيش لم يؤكد الأمر.
        text: لم يؤكد الأمر
        speaker_name: الجيش
    ولم ينف المتحدث باسم الشركة الخبر.
        text: لم ينف المتحدث باسم الشركة الخبر
    لكن الوزارة "لا تنفي ولا تؤكد" الخبر.
        speaker_name: الوزارة
    """,
    refuses="""
    وأكد المحافظ أن السد سليم.
    هذا الاتفاق لا ينفي وجود خلاف.
    """,
)
def neither_confirmed(m: Match) -> WithheldDraft | None:
    """Not to confirm and not to deny are no statements: to read them as "denied" or "confirmed" would turn the report
    around.  In the present tense only a source can do it; a thing that "does not deny" proves nothing.
    """
    speaker = speaker_around(m, m.first, m.last)
    past = "r_past_not" in m.units[m.first]
    if is_condition(m.units, m.first) or (not past and (speaker is None or not is_source(m, speaker))):
        return None
    return withheld(m, "not_confirmed", speaker)


@rule(
    seq(NEG, unit("r_is_able"), gap(5), unit("r_confirming")),
    takes="""
    وقال متحدث باسم الكرملين إنه لا يمكنه تأكيد الزيارة.
        what: not_confirmed
    ولم يستطع مدير المطار تأكيد موعد الرحلة.
        speaker_name: مدير المطار
    """,
    refuses="""
    ولم نتمكن من تأكيد صحة الصور.
    ولم يتمكن الفريق من تسجيل هدف.
    """,
)
def could_not_confirm(m: Match) -> WithheldDraft | None:
    """A source that cannot confirm has not confirmed; when the outlet itself cannot, that is a caveat."""
    able = m.units[m.first + 1]
    if able.signature & {"r_we_can", "r_us_able"}:
        return None
    return withheld(m, "not_confirmed", speaker_around(m, m.first, m.first + 2))


@rule(
    seq(NEG, unit("r_comments")),
    takes="""
    ولم تعلق السلطات على الحادثة.
        text: لم تعلق السلطات على الحادثة
        speaker_name: السلطات
        what: declined
    لكن الشركة لم تعقب بعد على الاتهامات.
        speaker_name: الشركة
    """,
    refuses="""
    ولم تعلق الشركة رحلاتها إلى العاصمة.
    وعلق الوزير على الحادثة.
    """,
)
def no_comment(m: Match) -> WithheldDraft | None:
    """No comment.  The same verb means to suspend, so its preposition (on) must follow, or a word such as "yet"."""
    end = clause_end(m.units, m.last)
    rest = m.units[m.last : end]
    if not any(u.signature & {"ala", "r_so_far"} for u in rest) or is_condition(m.units, m.first):
        return None
    return withheld(m, "declined", speaker_around(m, m.first, m.last))


@rule(
    seq(NEG, unit("r_issues"), gap(6), one_of("r_statement", "r_confirming", but=("+li",))["noun"]),
    takes="""
    ولم يصدر عن الحكومة أي تعليق.
        text: لم يصدر عن الحكومة أي تعليق
        speaker_name: الحكومة
        what: declined
    ولم يصدر تأكيد رسمي من وزارة الخارجية.
        speaker_name: وزارة الخارجية
        what: not_confirmed
    ولم تصدر البلدية أي توضيح.
        speaker_name: البلدية
    وقال مصدر أمني إن الوضع هادئ. ولم يصدر تعقيب رسمي على البيان.
        speaker_name: ?
    """,
    refuses="""
    ولم يصدر قرار بإغلاق المدرسة.
    وصدر تعليق من الحكومة.
    """,
)
def no_statement(m: Match) -> WithheldDraft | None:
    """No statement was issued: the source is the verb's subject, or stands behind "from"."""
    noun = m.take("noun")
    if is_condition(m.units, m.first):
        return None
    what: WithheldWhat = "not_confirmed" if "r_confirming" in noun[0] else "declined"
    end = clause_end(m.units, m.last)
    speaker = behind_preposition(m, m.first + 2, end, ("min", "an")) or speaker_around(m, m.first, m.first + 2)
    found = withheld(m, what, speaker)
    itself = speaker is None and found.agreement.gender == "m"  # a comment was not issued: of nobody named
    return replace(found, asked=True) if itself else found


@rule(
    seq(unit("r_refuses", but=("+al", "+bi", "+li"))["verb"], gap(8), one_of("r_speaking", "r_talking")["object"]),
    takes="""
    ورفض المتحدث باسم الشرطة التعليق على الحادث.
        text: رفض المتحدث باسم الشرطة التعليق على الحادث
        speaker_name: المتحدث باسم الشرطة
        what: declined
    وامتنعت الوزارة عن الإدلاء بأي تصريح.
        speaker_name: الوزارة
        what: declined
    ورفض الناطق العسكري القول متى تنتهي العملية.
        what: declined
    ورفض الجيش تأكيد النبأ أو نفيه.
        what: not_confirmed
    وقال مدير المستشفى سليم عواد إن الجرحى كثيرون، رافضاً تحديد عددهم.
        what: no_figure
        speaker_name: سليم عواد
    """,
    refuses="""
    ورفضت الوزيرة الاستقالة.
    وقال مسؤول رفض الكشف عن هويته إن الهدنة قريبة.
    ورفضت الدولة تقديم أي تنازل.
    """,
)
def refused_to_say(m: Match) -> WithheldDraft | None:
    """A refusal to comment, to confirm, to name a number: the verb of refusal with an act of speech as its object."""
    units, at = m.units, m.last - 1
    end = clause_end(units, m.last)
    rest = units[m.last : end]
    if any("r_own_name" in u for u in rest[:3]) or not _is_speech(units[at], rest):
        return None
    what: WithheldWhat = "declined"
    if "r_confirming" in units[at]:
        what = "not_confirmed"
    elif any("r_count" in u for u in rest[:4]):
        what = "no_figure"
    return withheld(m, what, speaker_around(m, m.first, m.first + 1))


@rule(
    seq(NEG, unit("r_wants"), gap(7), one_of("r_speaking", "r_talking")),
    takes="""
    ولم يرغب المدير في التكهن بأسباب العطل.
        text: لم يرغب المدير في التكهن بأسباب العطل
        speaker_name: المدير
        what: declined
    ولم يشأ عدد من النواب الإدلاء بتعليق.
        what: declined
        speaker_name: عدد من النواب
    """,
    refuses="""
    ولم يرغب السكان في الرحيل.
    وأراد الوزير التعليق على القرار.
    """,
)
def did_not_want_to_say(m: Match) -> WithheldDraft | None:
    """Not to want to comment is the polite form of refusing to."""
    units, at = m.units, m.last - 1
    rest = units[m.last : clause_end(units, m.last)]
    if is_condition(units, m.first) or any("r_own_name" in u for u in rest[:3]) or not _is_speech(units[at], rest):
        return None
    return withheld(m, "declined", speaker_around(m, m.first, m.first + 2))


def _is_speech(verb: Unit, rest: Sequence[Unit]) -> bool:
    """Whether the refused act is one of telling: to answer means questions, to give means details or a number."""
    near = rest[:4]
    if "r_talking" in verb:
        return any(u.signature & {"r_request", "press", "an", "media", "media_head"} or "ma" in u for u in near)
    if "r_giving" in verb:
        return any(u.signature & {"r_count", "r_detail", "r_statement"} for u in near)
    return True
