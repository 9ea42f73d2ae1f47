"""Claims that take up what was told before: X explained that, the spokesman stated so, that came in a speech by X.

Official agencies tell a matter in their own sentence and name who said it in the next one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Match, Unit, one_of, rule, seq, unit
from khabar.languages.ar.claims.anchors import (
    TAKEN_UP,
    Anchor,
    agreement_of_verb,
    clause_start,
    cue_offsets,
)
from khabar.languages.ar.claims.relays import middle
from khabar.languages.ar.phrases.asides import with_comma
from khabar.languages.ar.phrases.bearers import with_bearer
from khabar.languages.ar.phrases.datelines import dateline_end
from khabar.languages.ar.phrases.names import name_draft
from khabar.languages.ar.phrases.no_speakers import cannot_speak
from khabar.languages.ar.phrases.nouns import noun_phrase_end
from khabar.languages.ar.phrases.shapes import behind_pronouns, has_preposition, is_past
from khabar.languages.ar.phrases.voices import SPEAKING
from khabar.languages.drafts import Offsets, Sentence

KIND = TAKEN_UP


@rule(
    seq(unit("CUE")["cue"], one_of("demonstrative", "maybe_bi")["that"]),
    takes="""
    وستغلق الجسور غداً. أوضح ذلك مدير المرور سالم النوري.
        cue: أوضح
        speaker: مدير المرور سالم النوري
        content: ستغلق الجسور غداً
    ونقلت الخيام إلى القرية. صرح بذلك أمس الناطق باسم البلدية حامد الزين.
        speaker_name: حامد الزين
        content: نقلت الخيام إلى القرية
    وعاد التيار إلى الحي، أعلن ذلك رئيس البلدية كريم الوادي.
        speaker: رئيس البلدية كريم الوادي
        content: عاد التيار إلى الحي
    """,
    refuses="""
    وأوضح ذلك في كتابه.
    ونفى المحافظ ذلك.
    وقال إن ذلك سيتم غداً.
    """,
)
def said_so(m: Match) -> Anchor | None:
    """Who "explained that" said the sentence before, or what stands before it in its own."""
    units, at = m.units, m.take("cue").first
    cue = units[at]["cue"]
    if units[at + 1].view not in _THAT or cue.lemma not in _SO_SAID or not _opens(units, at) or not is_past(units[at]):
        return None
    begin = at + 2
    while begin < len(units) and units[begin].signature & {"TIME", "adverb"}:
        begin += 1
    end = with_bearer(units, begin, noun_phrase_end(units, begin, len(units)), len(units))
    if end == begin or has_preposition(units[begin]) or cannot_speak(units, begin):
        return None
    return taking_up(m, at, (begin, end))


@rule(
    seq(unit("cue")["cue"], unit("demonstrative"), unit(but=("stop",)), unit(but=("stop",))),
    takes="""
    وستغلق الجسور غداً. جاء ذلك في تصريح لوزير النقل سالم النوري.
        cue: جاء
        speaker_name: سالم النوري
        content: ستغلق الجسور غداً
    والوضع الصحي مستقر. جاء ذلك خلال كلمة ألقتها وزيرة الصحة سلمى الراوي في المؤتمر.
        speaker: وزيرة الصحة سلمى الراوي
        content: الوضع الصحي مستقر
    وعادت القوات إلى ثكناتها. جاء ذلك في بيان أصدرته وزارة الدفاع.
        speaker: وزارة الدفاع
    """,
    refuses="""
    جاء ذلك في تصريح له.
    جاء ذلك خلال زيارة الوفد إلى المدينة.
    وجاء ذلك بعد اجتماع الحكومة.
    """,
)
def came_in(m: Match) -> Anchor | None:
    """That came in a statement of X: its owner or who made it said the sentence before."""
    units, at = m.units, m.take("cue").first
    if units[at]["cue"].lemma not in _CAME or units[at + 1].view not in _THAT or not _opens(units, at):
        return None
    who = _owner(units, at + 2)
    return None if who is None or cannot_speak(units, who[0]) else taking_up(m, at, who)


@rule(
    seq(one_of("demonstrative", "copula", "abstract")["that"], one_of("ma", "rel"), unit("cue")["cue"]),
    takes="""
    وستغلق الجسور غداً. وهذا ما أكده مدير المرور سالم النوري.
        cue: أكده
        speaker: مدير المرور سالم النوري
        content: ستغلق الجسور غداً
    وقتل الحارس خنقاً، وهو ما نفته الشرطة.
        speaker: الشرطة
        act: deny
        content: قتل الحارس خنقاً
    وعاد التيار إلى الحي، الأمر الذي نفاه رئيس البلدية كريم الوادي.
        speaker: رئيس البلدية كريم الوادي
        act: deny
    أعلن الوزير مقتل عشرة من مقاتلي جبهة الشمال، وهو ما نفته الأخيرة.
        cue: نفته
        speaker: جبهة الشمال
        act: deny
    """,
    refuses="""
    وعاد التيار، وهو ما وصفه المحافظ بالإنجاز.
    وهذا ما أكد عليه.
    ونشر ما أكدته الوزارة.
    """,
)
def which_is_what(m: Match) -> Anchor | None:
    """Which is what X affirmed, this is what Y denied: the sentence or clause before is what X says, or denies."""
    units, that, at = m.units, m.first, m.take("cue").first
    cue = units[at]["cue"]
    if "+pron" not in units[at].signature or cue.act not in _OF_WHAT or "as" in cue.frames:
        return None
    if not _opens(units, that) or ("abstract" in units[that].signature) != ("rel" in units[that + 1].signature):
        return None
    first = at + 1
    while first < len(units) and units[first].signature & {"TIME", "adverb"}:
        first += 1
    if first < len(units) and units[first].view in _THE_LATTER:
        who = _named_last(units, with_comma(units, that))
    else:
        who = who_speaks(units, first)
    if who is None or cannot_speak(units, who[0]) or len(units[who[0]].view) < _LONG:
        return None
    return replace(taking_up(m, at, who), clause=with_comma(units, that))


def _named_last(units: Sequence[Unit], last: int) -> tuple[int, int] | None:
    """The body or person whose name ends at `last`; a name inside another's is not he (the mayor of the town of)."""
    for first in range(last - 1, max(last - 8, -1), -1):
        head = units[first].signature & SPEAKING and noun_phrase_end(units, first, last, governed=True) == last
        before = units[first - 1] if first else None
        inside = (
            before is not None and before.signature & {"role", "org_head"} and not before.signature & {"+al", "people"}
        )
        if head and not inside:
            return first, last
    return None


_THE_LATTER = ("الاخير", "الاخيره")  # whom the words before name last
_OF_WHAT = ("say", "affirm", "deny", "reject")


def taking_up(m: Match, at: int, who: tuple[int, int]) -> Anchor:
    """The anchor of the verb at `at`, spoken by units[who], whose content was told before it."""
    units = m.units
    between = middle(units, who[1], min(who[1] + 8, len(units)), m.text)
    return Anchor(
        at=at,
        cue=units[at]["cue"],
        cue_span=cue_offsets(units[at]),
        clause=clause_start(units, at),
        cuts=True,
        frame="before",
        opens=None,
        start=units[at].cut,
        speaker=name_draft(units, *who, m.text),
        agreement=agreement_of_verb(units[at]),
        via=between.via,
        medium=between.medium,
        kind=KIND,
        rule=m.rule.id,
    )


def _opens(units: Sequence[Unit], at: int) -> bool:
    """The cue opens its sentence or clause."""
    before = units[at - 1].signature if at else frozenset(("stop",))
    return bool(before & {"stop", "comma", "qad", "and_free", "mark"}) or "+and" in units[at].signature


def _owner(units: Sequence[Unit], at: int) -> tuple[int, int] | None:
    """Whose statement it is: its genitive, who "made" it in a relative clause, or whom "by" or "of" names."""
    if "according_relay" in units[at].signature:  # on the tongue of X
        return who_speaks(units, at + 1)
    if not units[at].signature & {"fi", "prep"} or at + 2 >= len(units) or not _is_speech(units[at + 1]):
        return None
    behind = at + 2
    while behind < len(units) and units[behind].view.removeprefix("ال") in _KINDS:
        behind += 1
    if behind >= len(units):
        return None
    unit_ = units[behind]
    if {"verb", "+pron"} <= unit_.signature or unit_.view in _MADE:
        return who_speaks(units, behind_pronouns(units, behind + 1))
    if "+li" in unit_.signature or unit_.view in _ISSUED:
        return who_speaks(units, behind + (unit_.view in _ISSUED) * 2, governed=True)
    return who_speaks(units, behind)


def _is_speech(word: Unit) -> bool:
    """A statement, a speech, an interview, a post; no visit and no meeting."""
    medium = word.get("medium")
    return medium is not None and medium["kind"] in _SPEECHES


def who_speaks(units: Sequence[Unit], first: int, *, governed: bool = False) -> tuple[int, int] | None:
    """The noun phrase at `first` that may speak, with the name behind its title; None where none begins there."""
    end = noun_phrase_end(units, first, len(units), governed=governed) if first < len(units) else first
    end = with_bearer(units, first, end, len(units))
    return (first, end) if end > first and units[first].signature & SPEAKING else None


_SPEECHES = frozenset(
    (
        "statement",
        "speech",
        "interview",
        "press_conference",
        "post",
        "letter",
        "call",
        "report",
        "document",
        "recording",
    )
)
_THAT = ("ذلك", "بذلك")
_SO_SAID = ("أوضح", "صرح", "أعلن", "ذكر", "أفاد", "أكد", "بين", "أبان", "كشف", "قال", "نفى", "أورد")
_CAME = ("جاء", "ورد")
_KINDS = ("صحفي", "صحفيه", "صحافي", "صحافيه", "خاص", "خاصه", "رسمي", "رسميه", "مشترك", "متلفز", "متلفزه", "مكتوب")
_MADE = (
    "ادلي",
    "ادلت",
    "القاها",
    "القتها",
    "اصدرته",
    "اصدره",
    "اصدرها",
    "عقده",
    "عقدته",
    "بثته",
    "بثه",
    "نشرته",
    "نشره",
)
_ISSUED = ("صادر", "صادره")


def words_before(sentence: Sentence, units: Sequence[Unit], anchor: Anchor) -> Offsets | None:
    """What the cue takes up: its own sentence up to its clause, or the sentence before it in the body; None when there is none."""
    if anchor.clause > 1:
        begin = dateline_end(units)
        return (units[begin].cut, units[anchor.clause - 1].end) if begin < anchor.clause else None
    page = sentence.page
    number = bisect_left([s[0] for s in page.sentences], sentence.first) - 1
    if number < 0:
        return None
    first, last = page.sentences[number]
    told = page.paragraphs_at(first, last)
    if not told or told[0].kind != "body":
        return None
    start, end = page.span(first, last)
    glued = page.text[start] == _AND and len(page.tokens[first].text) > _LONG
    return start + glued, end


_AND = "و"
_LONG = 3
