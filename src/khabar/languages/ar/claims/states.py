"""Claims by a participle of state: adding, stressing, pointing out.

Half of the claims of a report have no speaker in their own clause; most of these hang on a participle behind a main
verb.  Its speaker is the subject of the nearest finite cue before it in the sentence, or of the sentence's verb.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Match, Unit, one_of, rule, seq, unit
from khabar.languages.ar.claims.anchors import Anchor, agreement_of_participle, clause_start, cue_offsets, inside
from khabar.languages.ar.claims.relays import addressed, middle
from khabar.languages.ar.lists.cues import SAY, Cue
from khabar.languages.ar.phrases.governing import ADDRESSING
from khabar.languages.ar.phrases.names import name_draft
from khabar.languages.ar.phrases.no_speakers import cannot_speak
from khabar.languages.ar.phrases.nouns import noun_phrase_end
from khabar.languages.ar.phrases.openings import Opening, opening
from khabar.languages.ar.phrases.said_by import speaks_here, who_says
from khabar.languages.ar.phrases.shapes import HER_ACCUSATIVE, is_article
from khabar.languages.ar.phrases.voices import SPEAKING
from khabar.languages.drafts import Agreement


@rule(
    unit("PART"),
    takes="""
    وقالت الوزارة إن الحصيلة مؤقتة، مشيرة إلى أن البحث مستمر.
        content: البحث مستمر
        speaker_name: الوزارة
    وزعم القائد أن البلدة هادئة، مضيفاً: "لن ينسحب أحد من رجالنا".
        content: لن ينسحب أحد من رجالنا
        found_by: participle
    وأغلقت الجسور يومين، موضحة الوزارة أن الفحص مستمر.
        speaker: الوزارة
        content: الفحص مستمر
    وقال المهندس إن الجسر سليم، متوقعاً ألا يُفتح غداً.
        content: ألا يُفتح غداً
        polarity: negative
    واستقبل الرئيس الوفد، داعياً إلى الهدوء.
        content: الهدوء
        act: request
    وأضرب عمال المصنع أمس في الساحة مطالبين بدفع أجورهم.
        speaker_name: عمال المصنع
        content: دفع أجورهم
    وانتقد النائب الشائعات، واصفاً الظاهرة بأنها مؤامرة.
        speaker_name: النائب
        content: مؤامرة
    وأكد ذلك قائد الشرطة سالم النوري، لافتاً إلى أن التحقيق بدأ.
        speaker_name: سالم النوري
    """,
    refuses="""
    وكان الرجل مؤكداً للحضور.
    وقالت الصحيفة إن الشركة مطالبة بإصلاح الجسر.
    وصلت القافلة محملة بالغذاء.
    ويستقبل المكتب الناس في حال وجود ملاحظات أو اقتراحات.
    """,
)
def participle(m: Match) -> Anchor | None:
    """A participle in the accusative of state says that the subject of the clause goes on speaking."""
    at = m.first
    unit_ = m.units[at]
    cue, form = unit_["participle"]
    assert isinstance(cue, Cue)
    opened = opening(m.units, at + 1, cue, subject_known=True)
    if opened is None or opened.at - at > _reach(opened.frame) or _is_adjective(m.units, at):
        return None
    if cue.lemma in ADDRESSING and _is_of_other_verb(m.units, at, opened):
        return None
    between = middle(m.units, at + 1, opened.at, m.text)
    subject = who_says(m.units, at + 1, cue) if opened.frame == "clause" else 0
    own = subject > 0 and speaks_here(m.units, at + 1, opened.frame) and not cannot_speak(m.units, at + 1)
    own = own and "as" not in cue.frames  # describing | the phenomenon as: what is described stands behind it
    return Anchor(
        at=at,
        cue=cue,
        cue_span=cue_offsets(unit_),
        clause=clause_start(m.units, at),
        cuts=True,
        frame=opened.frame,
        opens=opened.at,
        start=opened.start,
        found_by="explicit" if own else "participle",
        speaker=name_draft(m.units, at + 1, subject, m.text) if own else None,
        agreement=agreement_of_participle(form),
        via=between.via,
        medium=between.medium,
        addressee=between.addressee or addressed(m.units, at + 1, opened.at, cue, opened.frame),
        kind="participle",
        rule=m.rule.id,
    )


def _reach(frame: str) -> int:
    """How many words may part a participle from what it opens: a colon or a mark tells of itself that words begin there, behind
    the occasion and the channel on which they were said.
    """
    return 24 if frame in ("colon", "quote") else 12


@rule(
    seq(unit("said_of_self"), one_of("comp", "colon", "quote_open")),
    takes="""
    ودافع الوزير عن الخطة بقوله: "لا خيار لدينا غيرها".
        cue: قوله
        speaker_name: الوزير
        content: لا خيار لدينا غيرها
    وأنهت النائبة سلمى الراوي كلمتها بقولها إن الجسر مغلق.
        speaker_name: سلمى الراوي
        content: الجسر مغلق
    """,
    refuses="""
    وأجاب الوزير بقوله إن الجسر مغلق.
    ونقلت الصحيفة عن الوزير قوله إن الجسر مغلق.
    """,
)
def by_saying(m: Match) -> Anchor | None:
    """Who does something by his saying that speaks like one who does it saying so; where the verb is one of speech that opens on
    the same words, it is the cue.
    """
    at, units = m.first, m.units
    opened = opening(units, at + 1, SAY, subject_known=True) if units[at].view in _HIS_SAYING else None
    if opened is None or _is_of_other_verb(units, at, opened):
        return None
    return Anchor(
        at=at,
        cue=SAY,
        cue_span=(units[at].cut + 1, units[at].end),
        clause=at,
        cuts=True,
        frame=opened.frame,
        opens=opened.at,
        start=opened.start,
        found_by="explicit" if (who := _who_comments(units, at)) else "participle",
        speaker=name_draft(units, *who, m.text) if who else None,
        agreement=_HIS_SAYING[units[at].view],
        kind="noun",
        rule=m.rule.id,
    )


def _who_comments(units: Sequence[Unit], at: int) -> tuple[int, int] | None:
    """Who comments by saying something, where the verb is spelt like "after" (and commented | So-and-so | by his saying)."""
    verb = next((k for k in range(at - 2, max(at - _NEAR, -1), -1) if "just_after" in units[k].signature), None)
    if verb is None or units[verb + 1].signature.isdisjoint(SPEAKING):
        return None
    return (verb + 1, at) if noun_phrase_end(units, verb + 1, at) == at else None


_NEAR = 8


def _is_of_other_verb(units: Sequence[Unit], at: int, opened: Opening) -> bool:
    """Whether a verb of speech before `at` opens on the same words."""
    return any("CUE" in u.signature and _opens_on(units, k, opened) for k, u in enumerate(units[:at]))


def _opens_on(units: Sequence[Unit], at: int, opened: Opening) -> bool:
    """Whether the verb of speech at `at` opens on what is said."""
    found = opening(units, at + 1, units[at]["cue"])
    return found is not None and found.at == opened.at


_HIS_SAYING = {
    "بقوله": Agreement("m", "s"),
    "بقولها": Agreement("f", "s"),
    "بقولهم": Agreement("m", "p"),
}


def _is_adjective(units: Sequence[Unit], at: int) -> bool:
    """A feminine participle right behind a feminine noun, both written with the ending of an object (a censorship | that is strict
    on): it describes the noun.
    """
    before = units[at - 1].text if at else ""
    return (
        before.endswith(HER_ACCUSATIVE)
        and units[at].text.endswith(HER_ACCUSATIVE)
        and "PART" not in units[at - 1].signature
    )


@rule(
    unit("participle", "+al", but=("+li", "+bi")),
    takes="""
    واستمرت الاحتجاجات المطالبة باستقالة الحكومة.
        content: استقالة الحكومة
        speaker: الاحتجاجات
    وتفرقت المسيرة المنددة بالغارات.
        content: الغارات
        act: condemn
    """,
    refuses="""
    وقالت الوزارة إن الحصيلة مؤقتة، مشيرة إلى أن البحث مستمر.
    ووصل المندد الأول إلى القاعة.
    """,
)
def demanding_crowd(m: Match) -> Anchor | None:
    """Protests that demand or denounce (الاحتجاجات المطالبة بـ) carry a claim of those who protest; the noun before the
    participle stands for them.
    """
    at, units = m.first, m.units
    cue, form = units[at]["participle"]
    if (
        cue.act not in ("request", "condemn", "reject", "support")
        or at == 0
        or units[at].signature & {"role", "people"}
    ):
        return None
    opened = opening(units, at + 1, cue)
    if opened is None or opened.at != at + 1 or opened.frame not in ("b", "li", "ila"):
        return None
    first = at - 1
    while first > 0 and is_article(units[first]) and is_article(units[first - 1]) and at - first < 3:
        first -= 1
    if not is_article(units[first]):
        return None
    return replace(
        inside(m, cue, at, opened),
        speaker=name_draft(units, first, at, m.text),
        agreement=agreement_of_participle(form),
        kind="crowd",
    )
