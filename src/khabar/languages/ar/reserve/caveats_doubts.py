"""Caveats of trust: sources without a name, words the outlet stands aside from, versions that differ."""

from __future__ import annotations

from msgspec.structs import replace

from khabar.grammar import Match, either, maybe, not_ahead, one_of, rule, run, seq, unit
from khabar.languages.ar.reserve.caveats_words import caveat, gap
from khabar.languages.ar.reserve.withheld_speakers import WITHOUT
from khabar.languages.drafts import CaveatDraft

_WITHOUT_THAT = either(seq(WITHOUT, unit("comp")), seq(unit("min"), unit("r_other_than", "but")))

# ---------------------------------------------------------------- a source without a name


@rule(
    either(
        seq(
            unit("r_asks"),
            run(unit(but=("mark",)), 0, 2, short=True),
            unit("r_not_saying"),
            run(unit(but=("mark",)), 0, 4, short=True),
            unit("r_hidden"),
        ),
        seq(
            unit("r_asks"),
            run(unit(but=("mark", "r_not_saying")), 0, 2, short=True),
            unit("r_mentioning"),
            maybe(unit("an")),
            unit("r_own_name"),
        ),
        seq(unit("neg", "prep"), one_of("r_mentioning"), maybe(unit("an")), unit("r_own_name")),
        seq(
            unit("neg_verb"),
            unit("r_wants"),
            maybe(unit("fi")),
            unit("r_mentioning"),
            maybe(unit("an")),
            unit("r_own_name"),
        ),
    ),
    takes="""
    وقال مسؤول طلب عدم ذكر اسمه إن الهدنة قريبة.
        text: طلب عدم ذكر اسمه
        kind: source_anonymous
    وأفاد دبلوماسي، اشترط عدم الكشف عن هويته، بأن الوفد غادر.
        text: اشترط عدم الكشف عن هويته
    وقال المصدر رافضاً كشف هويته إن القائد قتل.
        text: رافضاً كشف هويته
    وقال ضابط لم يشأ ذكر اسمه إن القائد قتل.
        text: لم يشأ ذكر اسمه
    """,
    refuses="""
    ورفض الجيش تحديد أسماء القتلى.
    وطلب الوزير عدم تأجيل الجلسة.
    """,
)
def source_without_name(m: Match) -> CaveatDraft:
    """A source that asked not to be named can be asked by nobody: whoever quotes the claim must say so."""
    return caveat(m, m.last, "source_anonymous", "speaker")


@rule(
    seq(
        one_of("unnamed", "rel"),
        run(unit(but=("mark",)), 0, 3, short=True),
        unit("neg_verb"),
        either(unit("r_unnamed_him"), seq(unit("r_names_him"), maybe(unit("an")), unit("r_own_name"))),
    ),
    takes="""
    ونقلت الصحيفة عن المهندس الذي لم تسمه أن الجسر أغلق.
        text: لم تسمه
    ونقلت الصحيفة عن مسؤول لم تسمه أن الجسر أغلق.
        text: لم تسمه
        kind: source_anonymous
    وقال ضابط كبير لم يكشف عن اسمه إن القائد قتل.
        text: لم يكشف عن اسمه
    """,
    refuses="""
    ولم تكشف الشرطة عن اسم المشتبه به.
    وقال ضابط إن الجسر لم يسم بعد.
    """,
)
def unnamed_by_outlet(m: Match) -> CaveatDraft:
    """A source that the outlet does not name, said of an unnamed role right before it."""
    at = next(k for k in range(m.first, m.last) if "neg_verb" in m.units[k])
    return caveat(replace(m, first=at), m.last, "source_anonymous", "speaker")


# ---------------------------------------------------------------- the outlet doubts


@rule(
    either(
        seq(maybe(unit("ala")), unit("r_according"), unit("r_claims_of")),
        unit("r_pretext"),
        seq(one_of("prep"), unit("r_pretext_noun")),
        seq(unit("r_plea"), not_ahead(unit("r_of_a_suit"))),  # a lawsuit is spelt the same
        seq(unit("ma"), unit("r_calls_it")),
        seq(unit("ma"), unit("r_calls_it", "+pron")),
    ),
    takes="""
    واعتقلت القوات عشرة شبان بذريعة البحث عن سلاح.
        text: بذريعة
        kind: outlet_doubts_source
    وأغلق الجنود الجسر بدعوى البحث عن سلاح.
        text: بدعوى
    وقال القائد إن البلدة آمنة، على حد زعمه.
        text: على حد زعمه
    وتقول الحكومة إنها تريد منع ما تسميه التسلل.
        text: ما تسميه
    واتهم المتحدث ما وصفها بعصابات مسلحة.
        text: ما وصفها
    """,
    refuses="""
    وزعم القائد أن البلدة آمنة.
    وسمت البلدية الشارع باسم الشاعر.
    وتنظر المحكمة بدعوى مقامة ضد الشركة، وفي جلسة بشأن دعوى أخرى.
    """,
)
def words_of_doubt(m: Match) -> CaveatDraft:
    """As he alleges, what they call, on the pretext of: the outlet passes the word on and stands aside from it."""
    return caveat(m, m.last, "outlet_doubts_source", "label")


@rule(
    one_of("r_alleged", "r_allegations", but=("+bi",)),
    takes="""
    ونشرت الصحيفة صور النفق المزعوم.
        text: المزعوم
        kind: outlet_doubts_source
    ورد السكان على مزاعم الشركة بمظاهرة.
        text: مزاعم
    """,
    refuses="""
    وقال الوزير إن هذه المزاعم كاذبة.
    وزعم القائد أن البلدة آمنة.
    """,
)
def alleged_things(m: Match) -> CaveatDraft:
    """Alleged, allegations: doubt of the outlet in its own sentence, but an ordinary word in the mouth of a source."""
    return caveat(m, m.last, "outlet_doubts_source", "word")


@rule(
    either(
        seq(unit("r_inflates"), gap(3), one_of("r_count", "r_tally", "r_victims")),
        seq(unit("r_more"), run(unit(but=("mark", "NUMBER")), 0, 1, short=True), unit("r_than_what"), unit("r_says")),
        seq(unit("neg_verb"), unit("r_shows_proof"), gap(4), unit("r_proof")),
        seq(_WITHOUT_THAT, unit("r_shows_proof"), gap(3), unit("r_proof")),
        seq(WITHOUT, unit("r_giving"), gap(2), unit("r_proof")),
    ),
    takes="""
    واتهم القائد جيرانه بالتسلل من دون أن يقدم دليلاً.
        text: من دون أن يقدم دليلاً
        kind: outlet_doubts_source
    ولم تقدم الوزارة أي أدلة على اتهامها.
        text: لم تقدم الوزارة أي أدلة
    لكن المتمردين كثيراً ما يضخمون أعداد القتلى.
        text: يضخمون أعداد
        kind: outlet_doubts_source
    والخسائر أكبر بكثير مما يعلن.
        text: أكبر بكثير مما يعلن
    """,
    refuses="""
    وأعلن الجيش خسائر أكبر من المتوقع.
    وبالغ المعلق في مدح الفريق.
    """,
)
def said_to_inflate(m: Match) -> CaveatDraft:
    """The outlet's remark that a party makes its numbers larger or smaller than they are, or gave no proof of its words."""
    return caveat(m, m.last, "outlet_doubts_source", "claim")


# ---------------------------------------------------------------- versions against each other


@rule(
    either(
        seq(one_of("r_differs", "r_differing", but=("r_divergent",)), maybe(unit("fi")), unit("r_tellings")),
        seq(unit("r_differs"), run(one_of("comma", "TIME"), 1, 4, short=True), unit("r_tellings")),
        seq(unit("r_differs"), unit("r_from_what")),
        seq(unit("r_tellings"), run(unit(but=("mark",)), 0, 1, short=True), unit("r_divergent")),
        seq(
            unit("r_tellings"),
            run(unit(but=("mark",)), 0, 4, short=True),
            unit("r_disputed"),
            one_of("r_dispute", "ala", "prep_pron"),
        ),
    ),
    takes="""
    وتضاربت الأنباء بشأن عدد القتلى.
        text: تضاربت الأنباء
        kind: contested
    وأورد الطرفان روايات متضاربة عن الهجوم.
        text: روايات متضاربة
    وكانت الحصيلة موضع خلاف بين الوزارتين.
        text: الحصيلة موضع خلاف
    وتضاربت، مساء الأحد، الأرقام بشأن الغرقى.
        text: تضاربت، مساء الأحد، الأرقام
    وذكر المشفى سبعة قتلى، وهو رقم يختلف عما أعلنته الشرطة.
        text: يختلف عما
    """,
    refuses="""
    وتباينت ردود الفعل على القرار.
    ويقع النهر في المنطقة المتنازع عليها.
    """,
)
def versions_differ(m: Match) -> CaveatDraft:
    """The outlet says that accounts differ.  A disputed territory is no disputed account."""
    return caveat(m, m.last, "contested", "figure")


@rule(
    seq(
        one_of("r_tellings", "r_tally"),
        run(unit(but=("mark", "rel")), 0, 2, short=True),
        maybe(unit("quote_open")),
        unit("r_exaggerated"),
        unit("prep_pron"),
    ),
    takes="""
    لكن الشرطة قالت إن هذا الرقم مبالغ فيه.
        text: الرقم مبالغ فيه
        kind: contested
    ووصف الوالي الأرقام بأنها مبالغ فيها.
        text: الأرقام بأنها مبالغ فيها
    """,
    refuses="""
    وكانت الاحتفالات مبالغاً فيها.
    وقال إن الرقم دقيق.
    """,
)
def called_exaggerated(m: Match) -> CaveatDraft:
    """A number that another source calls exaggerated is contested, whoever says so."""
    return caveat(m, m.last, "contested", "figure", by_source=True)
