"""Caveats of checking and counting: what the outlet could not verify, and numbers that will change."""

from __future__ import annotations

from khabar.grammar import Match, either, maybe, one_of, rule, run, seq, unit
from khabar.languages.ar.phrases.shapes import is_article
from khabar.languages.ar.reserve.caveats_words import caveat, gap
from khabar.languages.ar.reserve.withheld_speakers import NEG, SOURCES, clause_end
from khabar.languages.drafts import CaveatDraft

_SAID = either(unit("r_verifying"), unit("r_asserting"))


# ---------------------------------------------------------------- the outlet could not verify


@rule(
    either(
        seq(NEG, unit("r_manages"), gap(6), _SAID),
        seq(NEG, unit("r_we_can"), gap(6), _SAID),
        seq(NEG, unit("r_is_able"), run(unit(but=("mark", "rel")), 0, 6, short=True)["who"], _SAID),
        seq(unit("r_fails"), gap(5), _SAID),
        seq(NEG, maybe(unit("verb")), one_of("r_possible", "st_possible"), gap(3), unit("r_verifying")),
    ),
    takes="""
    ولم يتسن للوكالة التحقق من صحة الصور من مصدر مستقل.
        text: لم يتسن للوكالة التحقق من صحة الصور من مصدر مستقل
        kind: outlet_unverified
    ولم نتمكن من التأكد من هذه الأرقام.
        text: لم نتمكن من التأكد من هذه الأرقام
    ولم تتمكن «صدى الميناء» من التحقق من الرواية.
        text: لم تتمكن «صدى الميناء» من التحقق من الرواية
    ولم يكن ممكناً التحقق من صحة الروايتين.
        text: لم يكن ممكناً التحقق من صحة الروايتين
    وليس من الممكن التحقق من هذه المعلومات.
        text: ليس من الممكن التحقق من هذه المعلومات
    ويصعب التحقق من روايات الطرفين.
        text: يصعب التحقق من روايات الطرفين
    ونشرت الجبهة معلومات لا يمكن التأكد منها.
        text: لا يمكن التأكد منها
    """,
    refuses="""
    ولم يتمكن المحققون من التأكد من هوية الجثة.
    وتم التأكد من سلامة الجسر.
    """,
)
def could_not_verify(m: Match) -> CaveatDraft | None:
    """The outlet says that it could not check: without this line its reader takes a claim for a finding.  Investigators
    who could not verify are sources with a result of their own, so an able subject must be the outlet or a colleague.
    """
    if _is_reported(m):
        return None
    who = m.slot("who")
    if who is not None:
        able = m.units[who.first - 1]
        outlet = any(u.signature & {"media", "media_head", "quote_open"} for u in who)  # its own name in marks
        others = any(u.signature & (SOURCES - {"media", "media_head"}) or is_article(u) for u in who)
        if not outlet and (others or ("r_we_can" not in able and "r_impersonal" not in able)):
            return None
    addressed = [u for u in m.units[m.first + 1 : m.last] if "+li" in u]
    if any(u.signature & {"role", "unnamed", "people"} for u in addressed):
        return None
    return caveat(m, clause_end(m.units, m.last), "outlet_unverified", "claim")


def _is_reported(m: Match) -> bool:
    """Whether a source says it: "that" stands before it in its clause, and no relative pronoun."""
    for unit_ in reversed(m.units[: m.first]):
        if unit_.signature & {"mark", "rel", "while"} or "+and" in unit_:
            return False
        if unit_.signature & {"comp", "bi_comp"}:
            return True
    return False


@rule(
    either(
        seq(NEG, unit("r_is_sure"), gap(3), unit("r_truth")),
        seq(unit("r_tellings"), unit("neg"), unit("r_unproven")),
        seq(NEG, unit("r_issues"), gap(5), unit("ma"), unit("r_confirms")),
    ),
    takes="""
    وتداول ناشطون صوراً لم تتأكد صحتها.
        text: لم تتأكد صحتها
        kind: outlet_unverified
    وتتحدث أنباء غير مؤكدة عن سقوط البلدة.
        text: أنباء غير مؤكدة
    ولم يصدر عن مراقبين ما يؤكد الرواية.
        text: لم يصدر عن مراقبين ما يؤكد الرواية
    """,
    refuses="""
    وتأكدت صحة الصور.
    وقال إن الزيارة غير مؤكدة.
    """,
)
def unconfirmed_news(m: Match) -> CaveatDraft:
    """Reports called unconfirmed, in one breath with what they report."""
    last = clause_end(m.units, m.last) if "neg_verb" in m.units[m.first] else m.last
    return caveat(m, last, "outlet_unverified", "claim")


# ---------------------------------------------------------------- numbers that will change


@rule(
    either(
        seq(one_of("r_news"), maybe(unit("r_first", but=("r_preliminary",))), unit("r_first")),
        seq(one_of("r_tally"), gap(3), unit("r_first")),
        seq(one_of("r_tally", "r_news", "r_list"), gap(3), one_of("neg", "neg_verb"), unit("r_final")),
    ),
    takes="""
    وقتل تسعة أشخاص في حصيلة أولية.
        text: حصيلة أولية
        kind: provisional
    وبحسب المعلومات الأولية فإن ستة عمال قتلوا.
        text: المعلومات الأولية
    وقال المحافظ إن الحصيلة لا تزال مؤقتة.
        text: الحصيلة لا تزال مؤقتة
    وبلغ عدد الجرحى سبعة في حصيلة غير نهائية.
        text: حصيلة غير نهائية
    وقالت البلدية إن القائمة غير مكتملة.
        text: القائمة غير مكتملة
    """,
    refuses="""
    وأجرى الجهاز تحقيقات أولية في العام الماضي.
    وفي النتائج الأولية للتحقيق أقرت الشركة بالخطأ.
    وتقدم المراكز رعاية أولية.
    ونشرت البلدية قائمة أولى بأسماء الناجين.
    """,
)
def provisional_count(m: Match) -> CaveatDraft | None:
    """A toll called preliminary, temporary or not final: it must not be set against a later one as a contradiction."""
    units = m.units
    if "r_findings" in units[m.first] and "r_tally" not in units[m.first]:
        return None  # first findings of an inquiry are no count
    if "r_inquiry" in units[m.first] and "r_tally" not in units[m.first] and "r_preliminary" not in units[m.last - 1]:
        return None
    return caveat(m, m.last, "provisional", "figure", by_source=True)


@rule(
    either(
        seq(unit("r_tally"), run(unit(but=("mark", "rel")), 0, 4, short=True), unit("r_may_rise"), unit("r_rising")),
        seq(unit("r_tally"), run(unit(but=("mark", "rel")), 0, 4, short=True), unit("r_will_rise")),
        seq(
            unit("r_expects"),
            run(unit(but=("mark", "rel", "r_tally")), 0, 3, short=True),
            one_of("r_rises", "r_rising"),
            maybe(unit("fi")),
            unit("r_tally")["count"],
        ),
    ),
    takes="""
    وقتل تسعة أشخاص، والعدد مرشح للارتفاع.
        text: العدد مرشح للارتفاع
        kind: provisional
    وتوقع مدير المستشفى أن ترتفع حصيلة الضحايا.
        text: توقع مدير المستشفى أن ترتفع حصيلة
    وقد يرتفع عدد القتلى في الساعات المقبلة.
        text: قد يرتفع عدد
    ونعتقد أن العدد سيرتفع.
        text: العدد سيرتفع
    """,
    refuses="""
    ومن المتوقع ارتفاع عدد الزوار.
    وارتفع عدد القتلى إلى تسعة.
    """,
)
def expected_to_rise(m: Match) -> CaveatDraft | None:
    """A toll that is said to be going to rise.  "Number" alone counts anything, so it must be definite or count victims."""
    units = m.units
    count = m.slot("count")
    at = count.first if count else m.first
    if "r_number" in units[at] and not is_article(units[at]):
        behind = units[at + 1] if at + 1 < len(units) else None
        if behind is None or not behind.signature & {"r_victims", "measure_word"}:
            return None
    return caveat(m, m.last, "provisional", "figure", by_source=True)
