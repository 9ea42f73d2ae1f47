"""Claims of somebody of whom a relay carries an act instead of words: A carried of B the death of three."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Match, Unit, either, one_of, rule, run, seq, unit
from khabar.languages.ar.claims.anchors import Anchor, cue_offsets
from khabar.languages.ar.lists.cues import SAY, SPEECH
from khabar.languages.ar.phrases.asides import only_asides
from khabar.languages.ar.phrases.names import name_draft
from khabar.languages.ar.phrases.nouns import noun_phrase_end
from khabar.languages.ar.phrases.openings import Opening, opening
from khabar.languages.ar.phrases.shapes import has_preposition, is_article
from khabar.languages.ar.phrases.voices import SOURCES
from khabar.languages.drafts import ViaDraft

_NEAR = 9  # units behind an act
_WORDS = frozenset(("said_of_self", "comp", "bi_comp", "colon"))


@rule(
    seq(
        unit("carries", but=("+al",)),
        run(unit(but=("an", "stop")), 0, 12, short=True)["relay"],
        unit("an"),
        run(unit(but=("stop", "comp", "said_of_self", "colon")), 1, 12, short=True)["who"],
        either(one_of("measure_word", "occurring"), unit("cue_noun", but=("+al", "+bi", "+li", "+ka", "role")))["act"],
    ),
    takes="""
    ونقلت صحيفة الضفاف عن مصدر في الميناء مقتل ثلاثة بحارة.
        cue: نقلت
        speaker: مصدر في الميناء
        content: مقتل ثلاثة بحارة
    ونقل الموقع عن مصادر في القرية، إصابة أربعة أشخاص.
        speaker: مصادر في القرية
        content: إصابة أربعة أشخاص
    ونقل المراسل عن السكان وقوع انفجار في السوق.
        speaker: السكان
        content: وقوع انفجار في السوق
    لكن وكالة الضفاف نقلت عن متحدث باسم البلدية نفيه أي اتصال بين الطرفين.
        cue: نفيه
        speaker: متحدث باسم البلدية
        content: أي اتصال بين الطرفين
        act: deny
    ونقلت إذاعة السهل عن قائد الحرس تحذيره من فيضان جديد.
        cue: تحذيره
        speaker: قائد الحرس
        content: فيضان جديد
        act: warn
    ونقلت وكالة النهر عن مصادر في السهل، رفض البلدية إغلاق الجسر.
        cue: نقلت
        speaker: مصادر في السهل
        content: رفض البلدية إغلاق الجسر
    """,
    refuses="""
    ونقلت سيارات الإسعاف الجرحى من مكان مقتل الحارس.
    ونقلت الصحيفة عن شاهد على مقتل الحارس قوله إن الباب كان مغلقاً.
    """,
)
def carried_act(m: Match) -> Anchor | None:
    """What a medium carried of a source may be an act told by a noun, without "that", or his denial of something: the source
    answers for it all the same.
    """
    units = m.units
    who, act = m.take("who").first, m.take("act").first
    end = noun_phrase_end(units, who, act)
    apart = end == act or only_asides(units, end, act)
    relay = _relay(m)
    if end == who or relay is None or not apart or not _is_act(units, act):
        return None
    word = units[act]
    his = "+pron" in word.signature and "cue_noun" in word.signature
    if not his and word.signature.isdisjoint(_BEFALL) and not _is_somebodys(units, act):
        return None
    opened = _his_words(units, act) if his else Opening("np", act, word.cut)
    if opened is None:
        return None
    at = act if his else m.first
    return Anchor(
        at=at,
        cue=word["cue_noun"] if his else SAY,
        cue_span=cue_offsets(units[at]),
        clause=m.first,
        cuts=True,
        frame=opened.frame,
        opens=opened.at,
        start=opened.start,
        speaker=name_draft(units, who, end, m.text),
        via=(ViaDraft(name_draft(units, *relay, m.text)),),
        kind="carried",
        rule=m.rule.id,
    )


_BEFALL = frozenset(("measure_word", "occurring"))


def _is_somebodys(units: Sequence[Unit], act: int) -> bool:
    """Whether somebody stands right behind a noun of speech (the refusal of | the town hall)."""
    following = units[act + 1] if act + 1 < len(units) else units[act]
    return not has_preposition(following) and not following.signature.isdisjoint(SOURCES)


def _relay(m: Match) -> tuple[int, int] | None:
    """Who carries it: the subject behind the verb, or right before it from the begin of the clause; None where nobody is."""
    units, at = m.units, m.first
    relay = m.parts.get("relay")
    if relay is not None and relay[1] > relay[0]:
        end = noun_phrase_end(units, relay[0], relay[1])
        return (relay[0], end) if end > relay[0] else None
    last = at - (at > 0 and "qad" in units[at - 1].signature)
    border = next((k for k in range(last - 1, max(last - _NEAR, -1), -1) if _is_border(units[k])), -1)
    if border + 1 == last or "+and" in units[at].signature:
        return None
    return (border + 1, last) if noun_phrase_end(units, border + 1, last) == last else None


def _is_border(unit: Unit) -> bool:
    """What a clause opens behind; marks of quotation may belong to a name."""
    return not unit.signature.isdisjoint(_BORDERS) and "quote" not in unit.signature


_BORDERS = frozenset(("mark", "but", "while", "comp", "kana"))


def _his_words(units: Sequence[Unit], at: int) -> Opening | None:
    """Where what his denial, his warning is about begins: behind its preposition, or right behind it; words behind "that" are
    carried like any others.
    """
    behind = at + 1
    if behind + 1 >= len(units) or units[behind].signature & _WORDS:
        return None
    found = opening(units, behind, units[at]["cue_noun"], subject_known=True)
    if found is not None or not units[behind].signature.isdisjoint(_NO_OBJECT):
        return found if found is None or found.frame not in SPEECH else None
    return Opening("np", behind, units[behind].cut)


_NO_OBJECT = frozenset(("prep", "mark", "TIME", "verb", "rel", "+and", "adverb"))


def _is_act(units: Sequence[Unit], at: int) -> bool:
    """An act of which something is told, and behind which no words of the source follow."""
    if is_article(units[at]) or has_preposition(units[at]) or "+and" in units[at].signature:
        return False
    return all(unit.signature.isdisjoint(_WORDS) for unit in units[at + 1 : at + _NEAR])
