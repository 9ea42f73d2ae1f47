"""Caveats: the outlet's own reserve about what it passes on.

Unverified, provisional, anonymous, contested, doubted: five kinds of words that limit a claim or a figure.  A caveat
is no claim of its own; `limits` says what it belongs to, and the report as a whole finds that item.
"""

from __future__ import annotations

from khabar.grammar import Grammar, Match, Pattern, either, maybe, one_of, rule, run, seq, unit
from khabar.languages.ar.lists.reserve import reserve_classes, reserved
from khabar.languages.ar.nouns import is_article
from khabar.languages.ar.withheld_speakers import SOURCES, clause_end
from khabar.languages.drafts import CaveatDraft, Limits, Sentence
from khabar.record.vocabulary import CaveatKind

_NEG = unit("neg_verb")
_SAID = either(unit("r_verifying"), unit("r_asserting"))


def _gap(most: int) -> Pattern:
    return run(unit(but=("mark", "rel", "while", "r_tally")), 0, most, short=True)


def _draft(m: Match, last: int, kind: CaveatKind, limits: Limits, *, by_source: bool = False) -> CaveatDraft:
    """The draft of units[m.first:last], a glued conjunction cut off; a glued preposition stays (it carries the sense)."""
    return CaveatDraft((m.units[m.first].cut, m.units[last - 1].end), kind, m.rule.id, limits, by_source)


# ---------------------------------------------------------------- the outlet could not verify


@rule(
    either(
        seq(_NEG, unit("r_manages"), _gap(6), _SAID),
        seq(_NEG, unit("r_we_can"), _gap(6), _SAID),
        seq(_NEG, unit("r_is_able"), run(unit(but=("mark", "rel")), 0, 6, short=True)["who"], _SAID),
        seq(unit("r_fails"), _gap(5), _SAID),
    ),
    takes="""
    ولم يتسن للوكالة التحقق من صحة الصور من مصدر مستقل.
        text: لم يتسن للوكالة التحقق من صحة الصور من مصدر مستقل
        kind: outlet_unverified
    ولم نتمكن من التأكد من هذه الأرقام.
        text: لم نتمكن من التأكد من هذه الأرقام
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
    who could not verify are sources with a result of their own, so an able subject must be the outlet or a colleague."""
    who = m.slot("who")
    if who is not None:
        able = m.units[who.first - 1]
        outlet = any(u.signature & {"media", "media_head"} for u in who)
        others = any(u.signature & (SOURCES - {"media", "media_head"}) or is_article(u) for u in who)
        if not outlet and (others or "r_we_can" not in able and not _impersonal(able.view)):
            return None
    addressed = [u for u in m.units[m.first + 1 : m.last] if "+li" in u]
    if any(u.signature & {"role", "unnamed", "people"} for u in addressed):
        return None
    return _draft(m, clause_end(m.units, m.last), "outlet_unverified", "claim")


def _impersonal(view: str) -> bool:
    """A verb form that "it is possible" and "one can" share."""
    return view in ("يمكن", "يمكننا", "بالامكان", "بامكان")


@rule(
    either(
        seq(_NEG, unit("r_is_sure"), _gap(3), unit("r_truth")),
        seq(unit("r_tellings"), unit("neg"), unit("r_unproven")),
    ),
    takes="""
    وتداول ناشطون صوراً لم تتأكد صحتها.
        text: لم تتأكد صحتها
        kind: outlet_unverified
    وتتحدث أنباء غير مؤكدة عن سقوط البلدة.
        text: أنباء غير مؤكدة
    """,
    refuses="""
    وتأكدت صحة الصور.
    وقال إن الزيارة غير مؤكدة.
    """,
)
def unconfirmed_news(m: Match) -> CaveatDraft:
    """Reports called unconfirmed, in one breath with what they report."""
    last = clause_end(m.units, m.last) if "neg_verb" in m.units[m.first] else m.last
    return _draft(m, last, "outlet_unverified", "claim")


# ---------------------------------------------------------------- numbers that will change


@rule(
    either(
        seq(one_of("r_news"), maybe(unit("r_first", but=("r_preliminary",))), unit("r_first")),
        seq(one_of("r_tally"), _gap(3), unit("r_first")),
        seq(one_of("r_tally", "r_news"), _gap(3), one_of("neg", "neg_verb"), unit("r_final")),
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
    """,
    refuses="""
    وأجرى الجهاز تحقيقات أولية في العام الماضي.
    وتقدم المراكز رعاية أولية.
    """,
)
def provisional_count(m: Match) -> CaveatDraft | None:
    """A toll called preliminary, temporary or not final: it must not be set against a later one as a contradiction."""
    units = m.units
    if "r_inquiry" in units[m.first] and "r_tally" not in units[m.first] and "r_preliminary" not in units[m.last - 1]:
        return None
    return _draft(m, m.last, "provisional", "figure", by_source=True)


@rule(
    either(
        seq(unit("r_tally"), run(unit(but=("mark", "rel")), 0, 4, short=True), unit("r_may_rise"), unit("r_rising")),
        seq(unit("r_tally"), run(unit(but=("mark", "rel")), 0, 4, short=True), unit("r_will_rise")),
        seq(unit("r_expects"), run(unit(but=("mark", "rel", "r_tally")), 0, 3, short=True), one_of("r_rises", "r_rising"), maybe(unit("fi")), unit("r_tally")["count"]),
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
    if units[at].view.endswith("عدد") and not is_article(units[at]):
        behind = units[at + 1] if at + 1 < len(units) else None
        if behind is None or not behind.signature & {"r_victims", "measure_word"}:
            return None
    return _draft(m, m.last, "provisional", "figure", by_source=True)


# ---------------------------------------------------------------- a source without a name


@rule(
    either(
        seq(unit("r_asks"), run(unit(but=("mark",)), 0, 2, short=True), unit("r_not_saying"), run(unit(but=("mark",)), 0, 4, short=True), unit("r_hidden")),
        seq(unit("r_asks"), run(unit(but=("mark", "r_not_saying")), 0, 2, short=True), unit("r_mentioning"), maybe(unit("an")), unit("r_own_name")),
        seq(unit("neg", "prep"), one_of("r_mentioning"), maybe(unit("an")), unit("r_own_name")),
    ),
    takes="""
    وقال مسؤول طلب عدم ذكر اسمه إن الهدنة قريبة.
        text: طلب عدم ذكر اسمه
        kind: source_anonymous
    وأفاد دبلوماسي، اشترط عدم الكشف عن هويته، بأن الوفد غادر.
        text: اشترط عدم الكشف عن هويته
    وقال المصدر رافضاً كشف هويته إن القائد قتل.
        text: رافضاً كشف هويته
    """,
    refuses="""
    ورفض الجيش تحديد أسماء القتلى.
    وطلب الوزير عدم تأجيل الجلسة.
    """,
)
def source_without_name(m: Match) -> CaveatDraft:
    """A source that asked not to be named can be asked by nobody: whoever quotes the claim must say so."""
    return _draft(m, m.last, "source_anonymous", "speaker")


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
    return _draft(m._replace(first=at), m.last, "source_anonymous", "speaker")


# ---------------------------------------------------------------- the outlet doubts


@rule(
    either(
        seq(maybe(unit("ala")), unit("r_according"), unit("r_claims_of")),
        unit("r_alleged"),
        unit("r_allegations", but=("+bi",)),
        unit("r_pretext"),
        seq(one_of("prep"), unit("r_pretext_noun")),
        seq(unit("ma"), unit("r_calls_it")),
        seq(unit("ma"), unit("r_calls_it", "+pron")),
    ),
    takes="""
    واعتقلت القوات عشرة شبان بذريعة البحث عن سلاح.
        text: بذريعة
        kind: outlet_doubts_source
    وقال القائد إن البلدة آمنة، على حد زعمه.
        text: على حد زعمه
    وتقول الحكومة إنها تريد منع ما تسميه التسلل.
        text: ما تسميه
    وتحدث عن المؤامرة المزعومة.
        text: المزعومة
    """,
    refuses="""
    وزعم القائد أن البلدة آمنة.
    وسمت البلدية الشارع باسم الشاعر.
    """,
)
def words_of_doubt(m: Match) -> CaveatDraft:
    """Alleged, so-called, on the pretext of: the outlet passes the word on and stands aside from it."""
    return _draft(m, m.last, "outlet_doubts_source", "label")


@rule(
    either(
        seq(unit("r_inflates"), _gap(3), one_of("r_count", "r_tally", "r_victims")),
        seq(unit("r_more"), run(unit(but=("mark", "NUMBER")), 0, 1, short=True), unit("r_than_what"), unit("r_says")),
    ),
    takes="""
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
    """The outlet's remark that a party makes its numbers larger or smaller than they are."""
    return _draft(m, m.last, "outlet_doubts_source", "claim")


# ---------------------------------------------------------------- versions against each other


@rule(
    either(
        seq(one_of("r_differs", "r_differing", but=("r_divergent",)), maybe(unit("fi")), unit("r_tellings")),
        seq(unit("r_tellings"), run(unit(but=("mark",)), 0, 1, short=True), unit("r_divergent")),
        seq(unit("r_tellings"), run(unit(but=("mark",)), 0, 4, short=True), unit("r_disputed"), one_of("r_dispute", "ala", "prep_pron")),
    ),
    takes="""
    وتضاربت الأنباء بشأن عدد القتلى.
        text: تضاربت الأنباء
        kind: contested
    وأورد الطرفان روايات متضاربة عن الهجوم.
        text: روايات متضاربة
    وكانت الحصيلة موضع خلاف بين الوزارتين.
        text: الحصيلة موضع خلاف
    """,
    refuses="""
    وتباينت ردود الفعل على القرار.
    ويقع النهر في المنطقة المتنازع عليها.
    """,
)
def versions_differ(m: Match) -> CaveatDraft:
    """The outlet says that accounts differ.  A disputed territory is no disputed account."""
    return _draft(m, m.last, "contested", "figure")


RULES = (
    could_not_verify,
    unconfirmed_news,
    provisional_count,
    expected_to_rise,
    source_without_name,
    unnamed_by_outlet,
    words_of_doubt,
    said_to_inflate,
    versions_differ,
)
CAVEATS = Grammar("caveats", RULES)
# A sentence without one of these words has no caveat; looking for them is cheaper than matching.
_TRIGGERS = frozenset(
    f"r_{name}"
    for name in (
        "verifying asserting truth unproven first final may_rise rising rises will_rise hidden own_name unnamed_him claims_of "
        "alleged allegations pretext pretext_noun calls_it inflates than_what differs differing divergent disputed"
    ).split()
)


def find_caveats(sentence: Sentence) -> list[CaveatDraft]:
    """The caveats of a sentence, in text order."""
    if not any(reserve_classes(u) & _TRIGGERS for u in sentence.units):
        return []
    return [found.value for found in CAVEATS.read(reserved(sentence.units), sentence.text)]
