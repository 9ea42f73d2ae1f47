"""What a source withheld: it did not confirm, declined to comment, gave no number, could not be reached.

Such a sentence says nothing about the event, so it makes no claim; but a desk wants to know who was asked and what
was not said.  Each rule finds the words of not saying; the span runs to the end of their clause.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Grammar, Match, Pattern, Unit, either, maybe, not_ahead, one_of, rule, run, seq, unit
from khabar.languages.ar.lists.reserve import reserve_classes, reserved
from khabar.languages.ar.withheld_speakers import (
    behind_preposition,
    clause_end,
    is_condition,
    is_source,
    speaker_around,
    withheld,
)
from khabar.languages.drafts import Sentence, WithheldDraft

_NEG = unit("neg_verb")
_WITHOUT = seq(maybe(unit("min")), unit("neg", "prep"))


def _gap(most: int) -> Pattern:
    """A subject and what surrounds it, as short as possible; no mark and no other clause."""
    return run(unit(but=("mark", "rel", "comp", "while", "neg_verb", "according_prep")), 0, most, short=True)


@rule(
    seq(_NEG["neg"], unit("r_confirms")["verb"]),
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
    """,
    refuses="""
    وأكد المحافظ أن السد سليم.
    هذا الاتفاق لا ينفي وجود خلاف.
    """,
)
def neither_confirmed(m: Match) -> WithheldDraft | None:
    """Not to confirm and not to deny are no statements: to read them as "denied" or "confirmed" would turn the report
    around.  In the present tense only a source can do it; a thing that "does not deny" proves nothing."""
    speaker = speaker_around(m, m.first, m.last)
    past = m.units[m.first].view.endswith("لم")
    if is_condition(m.units, m.first) or not past and (speaker is None or not is_source(m, speaker)):
        return None
    return withheld(m, "not_confirmed", speaker)


@rule(
    seq(_NEG, unit("r_is_able"), _gap(5), unit("r_confirming")),
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
    if "r_we_can" in able or able.view.endswith("نا"):
        return None
    return withheld(m, "not_confirmed", speaker_around(m, m.first, m.first + 2))


@rule(
    seq(_NEG, unit("r_comments")),
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
    if not any("ala" in u or u.view in _SO_FAR for u in rest) or is_condition(m.units, m.first):
        return None
    return withheld(m, "declined", speaker_around(m, m.first, m.last))


_SO_FAR = frozenset(("بعد", "فورا", "رسميا", "علنا", "حتي الان", "حتي", "الان", "مباشره", "حينها"))


@rule(
    seq(_NEG, unit("r_issues"), _gap(6), one_of("r_statement", "r_confirming", but=("+li",))["noun"]),
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
    what = "not_confirmed" if "r_confirming" in noun[0] else "declined"
    end = clause_end(m.units, m.last)
    speaker = behind_preposition(m, m.first + 2, end, ("min", "an")) or speaker_around(m, m.first, m.first + 2)
    return withheld(m, what, speaker)


@rule(
    seq(_NEG, unit("r_answers"), _gap(8), either(unit("ala"), unit("+li")), run(unit(but=("mark",)), 0, 2, short=True), unit("r_request")),
    takes="""
    ولم ترد الوزارة على طلب للتعليق.
        text: لم ترد الوزارة على طلب للتعليق
        speaker_name: الوزارة
        what: not_reached
    ولم يجب المتحدث باسم البعثة على أسئلة الصحيفة.
        speaker_name: المتحدث باسم البعثة
    """,
    refuses="""
    ولم يرد الجيش على القصف.
    ورد الوزير على أسئلة النواب.
    """,
)
def no_answer(m: Match) -> WithheldDraft | None:
    """A request without an answer.  Silence is no refusal, so it is counted with those who could not be reached."""
    return withheld(m, "not_reached", speaker_around(m, m.first, m.first + 2))


@rule(
    seq(unit("r_refuses", but=("+al", "+bi", "+li"))["verb"], _gap(8), one_of("r_speaking", "r_talking")["object"]),
    takes="""
    ورفض المتحدث باسم الشرطة التعليق على الحادث.
        text: رفض المتحدث باسم الشرطة التعليق على الحادث
        speaker_name: المتحدث باسم الشرطة
        what: declined
    وامتنعت الوزارة عن الإدلاء بأي تصريح.
        speaker_name: الوزارة
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
    what = "declined"
    if "r_confirming" in units[at]:
        what = "not_confirmed"
    elif any("r_count" in u for u in rest[:4]):
        what = "no_figure"
    return withheld(m, what, speaker_around(m, m.first, m.first + 1))


def _is_speech(verb: Unit, rest: Sequence[Unit]) -> bool:
    """Whether the refused act is one of telling: to answer means questions, to give means details or a number."""
    near = rest[:4]
    if "r_talking" in verb:
        return any(u.signature & {"r_request", "press", "an", "media", "media_head"} or u.view == "ما" for u in near)
    if verb.view.removeprefix("ب") in _GIVING:
        return any(u.signature & {"r_count", "r_detail", "r_statement"} for u in near)
    return True


_GIVING = frozenset(("تقديم", "اعطاء", "تسميه", "اعلان", "الاعلان", "توضيح", "ذكر"))


@rule(
    seq(_NEG, unit("r_discloses"), _gap(9), unit("r_count")["noun"], not_ahead(unit("min"))),
    takes="""
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
    return withheld(m, "no_figure", speaker_around(m, m.first, m.first + 2))


@rule(
    either(
        seq(_NEG, unit("r_discloses"), _gap(9), unit("r_detail")),
        seq(_NEG, unit("r_reveals"), _gap(6), unit("an")),
    ),
    takes="""
    ولم يكشف الحلف عن جنسية الجندي القتيل.
        text: لم يكشف الحلف عن جنسية الجندي القتيل
        speaker_name: الحلف
        what: declined
    وأكد المحافظ وقوع الانفجار، لكنه لم يقدم مزيداً من التفاصيل.
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
    if is_condition(m.units, m.first) or any("r_own_name" in u for u in m.units[m.first : min(end, m.last + 1)]):
        return None
    return withheld(m, "declined", speaker_around(m, m.first, m.first + 2))


@rule(
    seq(
        _WITHOUT,
        either(
            seq(unit("comp"), one_of("r_discloses", "r_comments", "r_confirms", "r_issues")),
            unit("r_disclosing"),
            one_of("r_confirming", "r_remark")["alone"],
        ),
        run(unit(but=("mark", "rel", "comp", "while", "neg_verb", "according_prep", "r_count", "r_detail")), 0, 6),
        maybe(one_of("r_count", "r_detail")["noun"]),
    ),
    takes="""
    وأعلن الجيش مقتل جنود له، من دون أن يحدد عددهم.
        text: من دون أن يحدد عددهم
        speaker_name: الجيش
        what: no_figure
    وقالت القوة إنها صدت الهجوم، دون إعطاء مزيد من التفاصيل.
        what: declined
        speaker_name: القوة
    وأكد المتحدث وقوع الحادث من دون ذكر عدد المصابين.
        what: no_figure
    """,
    refuses="""
    وقال مسؤول من دون الكشف عن اسمه إن الهدنة قريبة.
    وعبر المتظاهرون الجسر من دون تأخير.
    وحالت الأمطار دون تحديد موعد السباق.
    """,
)
def without_saying(m: Match) -> WithheldDraft | None:
    """A subordinate "without giving …" says what the statement before it leaves out; its speaker is that statement's."""
    units = m.units
    end = clause_end(units, m.last)
    near = units[m.first : min(end, m.last + 1)]
    if any(u.signature & {"r_own_name", "r_hidden"} and "r_detail" not in u for u in near):
        return None
    noun, alone = m.slot("noun"), m.slot("alone")
    if noun is None and alone is None and not any(u.signature & {"r_comments", "r_confirms"} for u in near):
        return None
    if noun is not None and any("r_own_name" in u and u.view in _HIS for u in noun):
        return None
    if any("r_count" in u for u in near):
        what = "no_figure"
    else:
        what = "not_confirmed" if any(u.signature & {"r_confirming", "r_confirms"} for u in near) else "declined"
    return withheld(m, what, None, found_by="before")


_HIS = frozenset(("اسمه", "هويته", "اسمها", "هويتها"))


@rule(
    either(
        seq(one_of("neg_verb"), one_of("r_manages", "r_we_can", "r_is_able"), _gap(6), unit("r_obtaining"), unit("ala"), _gap(2), unit("r_statement")),
        seq(one_of("neg_verb"), one_of("r_manages", "r_we_can"), _gap(6), unit("r_reaching")),
        seq(unit("r_fails", but=("neg_verb",)), _gap(6), unit("r_obtaining"), unit("ala"), _gap(2), unit("r_statement")),
        seq(unit("r_fails"), _gap(4), unit("r_reaching")),
    ),
    takes="""
    ولم يتسن الحصول على تعليق من وزارة الداخلية.
        text: لم يتسن الحصول على تعليق من وزارة الداخلية
        speaker_name: وزارة الداخلية
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
    seq(unit("neg_verb"), run(unit(but=("mark", "rel", "comp", "while", "neg_verb", "r_request")), 0, 9, short=True), unit("r_remark", "+li")),
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


RULES = (
    neither_confirmed,
    could_not_confirm,
    no_comment,
    no_statement,
    no_answer,
    refused_to_say,
    gave_no_figure,
    gave_no_details,
    without_saying,
    not_reached,
    not_available,
)
WITHHELD = Grammar("withheld", RULES)
_TRIGGERS = frozenset(("r_refuses", "r_fails"))


def find_withheld(sentence: Sentence) -> list[WithheldDraft]:
    """What the sources of a sentence did not say, in text order."""
    if not any("neg" in u or "neg_verb" in u or reserve_classes(u) & _TRIGGERS for u in sentence.units):
        return []
    return [found.value for found in WITHHELD.read(reserved(sentence.units), sentence.text)]
