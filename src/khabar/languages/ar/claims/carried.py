"""Claims of somebody whose words a verb of saying or carrying hands on: as X said, A carried of B that."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Match, Unit, maybe, one_of, rule, run, seq, unit
from khabar.languages.ar.claims.anchors import Anchor, agreement_of_verb, ascribing
from khabar.languages.ar.claims.handing_on import OF_HIM, handed_on
from khabar.languages.ar.claims.relays import middle
from khabar.languages.ar.lists.cues import SAY
from khabar.languages.ar.phrases.asides import around, contrasted, with_comma
from khabar.languages.ar.phrases.names import name_draft
from khabar.languages.ar.phrases.nouns import noun_phrase_end
from khabar.languages.ar.phrases.openings import opening
from khabar.languages.drafts import ViaDraft


@rule(
    seq(unit("according_prep_clause"), maybe(unit("qad")), unit("verb")["cue"]),
    takes="""
    وانقطعت الكهرباء عن ثلاث قرى، بحسب ما أعلنت شركة الكهرباء.
        cue: أعلنت
        speaker: شركة الكهرباء
        content: انقطعت الكهرباء عن ثلاث قرى
    ووصلت المساعدات إلى المخيم، وفق ما أفاد مسؤول محلي.
        cue: أفاد
        speaker: مسؤول محلي
    وأغلقت الوزارة المعبر، فيما عاد السائقون، كما قال المحافظ.
        speaker: المحافظ
    وحسب ما أفاد به مصدر طبي، فإن الطريق مقطوع.
        cue: أفاد
        speaker: مصدر طبي
        content: الطريق مقطوع
    وقالت النقابة إن المصابين تسعة، لا ثلاثة كما تقول البلدية.
        cue: تقول
        content: ثلاثة
    وسقط الجسر ليلا، وفق ما أضافت.
        cue: أضافت
        content: سقط الجسر ليلا
        found_by: dropped
    وسقط الجسر ليلا، حسب ما أكده رئيس البلدية.
        cue: أكده
        speaker: رئيس البلدية
    """,
    refuses="""
    كما قال المحافظ إن الطريق مغلق.
    وقال الناطق، بحسب ما نقلته الصحيفة، إن الجسر سليم.
    وسارت القافلة بحسب ما هو مخطط.
    """,
)
def as_said_by(m: Match) -> Anchor | None:
    """As in "according to what X said": the verb is the cue and its subject the speaker.  Inside another claim's frame the
    same words name a relay (see `relays`), and make no claim of their own.
    """
    units = m.units
    at = m.take("cue").first
    if not _is_said(units, m.first, at) or ("like" in units[m.first].signature and not _is_comparison(m, at)):
        return None
    first = _behind_adverbs(units, at + 1 + _takes_up(units, at))
    end = noun_phrase_end(units, first, len(units))
    silent = end == first
    relay: tuple[ViaDraft, ...] = ()
    if "carries" in units[at].signature and not silent and end + 1 < len(units) and "an" in units[end].signature:
        relay, first = (ViaDraft(name_draft(units, first, end, m.text)),), end + 1
        end = max(noun_phrase_end(units, first, len(units)), first + 1)
    if (silent and not _is_told_before(units, m.first, at)) or _inside_frame(m, m.first, end):
        return None
    content = around(units, m.first, end)
    if content is None:
        return None
    against = None if content.forward else contrasted(units, with_comma(units, m.first))
    anchor = ascribing(m, units[at].get("cue") or SAY, at, content)
    if against:
        anchor = replace(anchor, frame="before", content=(units[against].cut, content.end))
    return replace(
        anchor,
        found_by="dropped" if silent else "explicit",
        speaker=None if silent else name_draft(units, first, end, m.text),
        agreement=agreement_of_verb(units[at]),
        via=(*relay, *_told_to(m, end, once=silent)),
        passes_on=_hands_on(units, at, first) and not relay,
    )


def _is_told_before(units: Sequence[Unit], first: int, at: int) -> bool:
    """Whether the verb without a subject says that whoever spoke before said so (…, according to what he added): it stands alone
    before a comma or the end, or has "it" as its object.
    """
    if "+pron" in units[at].signature:
        return True
    alone = at + 1 >= len(units) or bool(units[at + 1].signature & {"comma", "stop"})
    return alone and "like" not in units[first].signature and "cue" in units[at].signature


def _is_said(units: Sequence[Unit], first: int, at: int) -> bool:
    """A verb of saying or carrying; behind "on what" one that takes a clause, since thanks go for what X offered too."""
    said = units[at].get("cue")
    if said is None:
        return "broadcast" in units[at].signature
    return "clause" in said.frames or units[first].view != _ON_WHAT


def _takes_up(units: Sequence[Unit], at: int) -> bool:
    """Whether a preposition with a pronoun stands between the verb and its subject: "from him", whose words a medium carried,
    or "with it", the words that an intransitive verb of saying takes up (ما أفاد به، ما أشار إليه).
    """
    after = units[at + 1] if at + 1 < len(units) else None
    if after is None or "prep_pron" not in after.signature:
        return False
    return after.view.startswith(_OF) if "+pron" in units[at].signature else after.view in _WITH_IT


_OF = "عن"
_WITH_IT = ("به", "اليه", "عنه")


def _hands_on(units: Sequence[Unit], at: int, first: int) -> bool:
    """Whether a medium only hands on what it carried, or what it told of those words (as the paper X reported them)."""
    medium = first < len(units) and bool(units[first].signature & {"media", "media_head"})
    return "broadcast" in units[at].signature or ("+pron" in units[at].signature and medium)


_MENTIONED = "ذكر"
_ON_WHAT = "علي ما"


def _told_to(m: Match, end: int, *, once: bool) -> tuple[ViaDraft, ...]:
    """Whom the words were told to.  `once`: "as it told X", of these words only."""
    told = middle(m.units, end, min(end + 3, len(m.units)), m.text).via
    return tuple(replace(via, aired=True) for via in told) if once else told


def _behind_adverbs(units: Sequence[Unit], at: int) -> int:
    while at < len(units) and units[at].signature & {"TIME", "adverb"}:
        at += 1
    return at


def _is_comparison(m: Match, at: int) -> bool:
    """As X said, not "X also said": a verb of plain saying that has no content of its own behind it."""
    cue = m.units[at].get("cue")
    return (
        cue is not None
        and cue.act in ("say", "affirm")
        and "clause" in cue.frames
        and ("ambiguous" not in cue.flags or cue.lemma == _MENTIONED)
        and opening(m.units, at + 1, cue) is None
    )


def _inside_frame(m: Match, first: int, end: int) -> bool:
    """Between a cue and its complementiser: the cue stands before, the complementiser follows right behind."""
    units = m.units
    following = (
        units[end + 1]
        if end + 1 < len(units) and "comma" in units[end].signature
        else units[end]
        if end < len(units)
        else None
    )
    if following is None or not following.signature & {"comp", "bi_comp", "colon"}:
        return False
    return any("CUE" in u.signature for u in units[:first])


@rule(
    seq(
        unit("carries"),
        run(unit(but=("an", "stop")), 1, 12, short=True)["relay"],
        unit("an"),
        run(unit(but=("stop",)), 1, 22, short=True)["who"],
        one_of("said_of_self", "comp", "colon", "LONG_QUOTE")["opens"],
    ),
    takes="""
    ونقلت صحيفة الضفاف عن مسؤول في الميناء، وعن مصدر في الشرطة، أن "الرصيف الجنوبي أغلق منذ أسبوع".
        speaker: مسؤول في الميناء، وعن مصدر في الشرطة
        speaker_name: مسؤول في الميناء ومصدر في الشرطة
    ونقلت وكالة رواق عن مصدر عسكري قوله إن الطائرات غادرت.
        cue: قوله
        speaker: مصدر عسكري
        content: الطائرات غادرت
    ونقلت صحيفة المرفأ عن وكالة رواق عن وزير النقل أن الجسر سليم.
        speaker: وزير النقل
        content: الجسر سليم
    ونقل التلفزيون الرسمي عن الوزير أن الحدود مغلقة.
        speaker: الوزير
        content: الحدود مغلقة
    ووفق ما نقلت وكالة رواق عن طبيب في المستشفى، فإن عدد المصابين ارتفع.
        speaker: طبيب في المستشفى
        content: عدد المصابين ارتفع
    """,
    refuses="""
    ونقلت سيارات الإسعاف الجرحى إلى المستشفى.
    ونقل عن كاهله عبئاً ثقيلاً.
    """,
)
def carried_from(m: Match) -> Anchor | None:
    """A carried B's words (نقلت أ عن ب قوله إن): B is the speaker, A the relay; two whose words A carried speak together."""
    return handed_on(m)


@rule(
    seq(
        unit("carries"),
        unit("an"),
        run(unit(but=("stop",)), 1, 14, short=True)["who"],
        one_of("said_of_self", "comp", "LONG_QUOTE")["opens"],
    ),
    takes="""
    ونُقل عن قائد الشرطة قوله إن الطرق مغلقة.
        cue: قوله
        speaker: قائد الشرطة
        content: الطرق مغلقة
    ودعا المبعوث إلى هدنة، ونقل عن الأمين العام للاتحاد قوله إن السكان يدفعون الثمن.
        speaker: الأمين العام للاتحاد
        content: السكان يدفعون الثمن
    """,
    refuses="""
    ونقل عن كاهله عبئاً ثقيلاً.
    """,
)
def quoted_by_nobody_named(m: Match) -> Anchor | None:
    """B was quoted as saying, or who spoke before quotes B: written without vowels the two are one, so that no relay is named."""
    return handed_on(m)


@rule(
    seq(
        unit("carries"),
        unit("prep_pron")["who"],
        run(unit(but=("an", "stop")), 1, 9, short=True)["relay"],
        one_of("said_of_self", "comp", "LONG_QUOTE")["opens"],
    ),
    takes="""
    وقال المحافظ سالم النوري إن السد سليم. ونقلت عنه وكالة الضفاف قوله إن المياه تتراجع.
        cue: قوله
        speaker_name: سالم النوري
        content: المياه تتراجع
    وزارت الوزيرة سلمى الراوي الميناء، ونقلت عنها صحيفة المرفأ أن الرصيف سيفتح.
        speaker_name: سلمى الراوي
        content: الرصيف سيفتح
    """,
    refuses="""
    ونقلت عنه الشاحنات الحمل.
    ونقلت إليه الوكالة أن الطريق مغلق.
    """,
)
def carried_of_him(m: Match) -> Anchor | None:
    """A carried of him that: whoever spoke before goes on, through a relay."""
    pronoun = m.units[m.take("who").first]
    if pronoun.view not in OF_HIM:
        return None
    return handed_on(m)


@rule(
    seq(
        unit("ascribes"),
        run(unit(but=("ila", "stop")), 1, 12, short=True)["relay"],
        unit("ila"),
        run(unit(but=("stop",)), 1, 14, short=True)["who"],
        one_of("said_of_self", "comp", "LONG_QUOTE")["opens"],
    ),
    takes="""
    ونسبت صحيفة الضفاف إلى مصدر في الميناء قوله إن الرصيف أغلق.
        cue: قوله
        speaker: مصدر في الميناء
        content: الرصيف أغلق
    ونسبت وكالة رواق إلى وزير النقل أن الجسر سليم.
        speaker: وزير النقل
        content: الجسر سليم
    """,
    refuses="""
    ونسبت النيابة إلى السائق تهمة القتل.
    وقال المحافظ إن الشرطة نسبت الحريق إلى أطفال.
    """,
)
def ascribed_to(m: Match) -> Anchor | None:
    """A put words down to B (نسبت أ إلى ب قوله إن): as when A carried them, B speaks and A is the relay."""
    return handed_on(m)
