"""Judgements: what somebody holds a thing to be, the thing and its name side by side without a word between them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Match, Unit, rule, unit
from khabar.languages.ar.claims.anchors import Anchor, agreement_of_participle, of_object
from khabar.languages.ar.claims.impersonal import is_passive
from khabar.languages.ar.lists.cues import Cue
from khabar.languages.ar.phrases.names import name_draft
from khabar.languages.ar.phrases.no_speakers import cannot_speak
from khabar.languages.ar.phrases.nouns import noun_phrase_end
from khabar.languages.ar.phrases.second_phrases import split_object
from khabar.languages.ar.phrases.shapes import ends_indefinite, has_preposition, is_article
from khabar.languages.ar.phrases.subjects import subject_before

_FARTHEST = 12


@rule(
    unit("CUE", "judges"),
    takes="""
    واعتبر المحافظ سالم النوري القرار خطوة متسرعة.
        speaker: المحافظ سالم النوري
        content: القرار خطوة متسرعة
    ورفضت النقابة العرض، واعتبرت الخطة "محاولة لكسب الوقت".
        speaker_name: النقابة
        content: الخطة "محاولة لكسب الوقت"
    واعتبر الوزير القرار غير قانوني.
        content: القرار غير قانوني
    الحكومة تعتبر القرار انتهاكا للدستور
        speaker: الحكومة
        content: القرار انتهاكا للدستور
    وندد النائب بالقانون واعتبر ذلك انتهاكاً للدستور.
        speaker_name: النائب
        content: ذلك انتهاكاً للدستور
    """,
    refuses="""
    ويعتبر الجسر ممراً مهماً للقرية.
    واعتبر المحافظ أن القرار متسرع.
    واعتبر الرجل في عداد المفقودين.
    """,
)
def held_to_be(m: Match) -> Anchor | None:
    """To hold a thing to be something takes two objects and no word for "that": thing and judgement together are what is
    said, and what stands before the thing is who judges.  The present without somebody who judges only says what a thing is.
    """
    at, units = m.first, m.units
    cue: Cue = units[at]["cue"]
    if "object" not in cue.frames or "+pron" in units[at].signature or is_passive(units[at]):
        return None
    judged = _judgement(units, at)
    if judged is None:
        return None
    thing = _thing(units, at + 1, judged)
    before = subject_before(m, at) if thing == at + 1 else None
    if before is not None:
        return replace(of_object(m, cue, at, thing), found_by="explicit", speaker=name_draft(units, *before, m.text))
    if thing == at + 1:
        told = "+and" in units[at].signature and not all(slot[0] in "iIjJ" for slot in units[at]["verb"])
        return of_object(m, cue, at, thing) if told and not _is_somebody(units[thing]) else None
    if noun_phrase_end(units, at + 1, thing) != thing or cannot_speak(units, at + 1):
        return None
    return of_object(m, cue, at, thing)


@rule(
    unit("PART", "judges"),
    takes="""
    وانتقدت النقابة العرض، معتبرة الخطة محاولة لكسب الوقت.
        speaker_name: النقابة
        content: الخطة محاولة لكسب الوقت
    وقال النائب إن الجسر مغلق، معتبراً ذلك "إهمالاً".
        speaker_name: النائب
        content: ذلك "إهمالاً"
    """,
    refuses="""
    وقال النائب إن الجسر مغلق، معتبراً أن الأمر إهمال.
    """,
)
def holding_to_be(m: Match) -> Anchor | None:
    """The participle of such a verb goes on with what its sentence's speaker says."""
    at, units = m.first, m.units
    cue, form = units[at]["participle"]
    if "object" not in cue.frames:
        return None
    judged = _judgement(units, at)
    if judged is None:
        return None
    found = of_object(m, cue, at, at + 1)
    return replace(found, found_by="participle", agreement=agreement_of_participle(form), kind="participle")


def _judgement(units: Sequence[Unit], at: int) -> int | None:
    """Where the judgement begins behind the verb at `at`: a short quotation or an indefinite noun right behind a definite thing."""
    for k in range(at + 2, min(at + _FARTHEST, len(units))):
        unit_, before = units[k], units[k - 1]
        if before.signature & _ENDS or "prep" in before.signature:
            return None
        named = is_article(before) or before.view in _THAT
        if named and not has_preposition(before) and (_is_judgement(unit_) or _is_denied(units, k)):
            return k
    return None


def _thing(units: Sequence[Unit], first: int, judged: int) -> int:
    """Where the thing begins that stands before its judgement: behind whoever judges, a body or an office."""
    split = split_object(units, first, judged)
    pointed = next((k for k in range(first + 1, judged - 1) if "demonstrative" in units[k].signature), judged)
    if min(split, pointed) < judged:
        return min(split, pointed)
    last = judged - 1
    while last > first and is_article(units[last]) and _is_adjective(units[last]):
        last -= 1
    judges = _is_somebody(units[first]) or bool(units[first].signature & {"org_head", "organisation"})
    return last if judges and is_article(units[last]) else first


def _is_adjective(unit_: Unit) -> bool:
    return bool(unit_.signature & {"quality", "demonym"}) or unit_.view.endswith(("ي", "يه", "يين"))


def _is_judgement(unit_: Unit) -> bool:
    if "quote_open" in unit_.signature:
        return True
    told = unit_.signature - _VERBAL if ends_indefinite(unit_) else unit_.signature  # its double vowel makes it a noun
    if is_article(unit_) or has_preposition(unit_) or told & _NO_JUDGEMENT:
        return False
    bare = unit_.view.endswith(_ALEF) and "+pron" not in unit_.signature and bool(unit_.signature & _NOUNS)
    return bare or ends_indefinite(unit_) or unit_.text.endswith(_FEMININE)


def _is_denied(units: Sequence[Unit], at: int) -> bool:
    """Whether "not" and an indefinite adjective stand at units[at] (held the decision to be | unlawful)."""
    if units[at].view != _NOT or at + 1 >= len(units) or is_article(units[at + 1]):
        return False
    return units[at + 1].signature.isdisjoint(_NO_JUDGEMENT - {"verb"}) and "mark" not in units[at + 1].signature


def _is_somebody(unit_: Unit) -> bool:
    """Somebody who may judge himself: alone behind the verb, he leaves open what is judged."""
    return bool(unit_.signature & {"role", "unnamed", "given", "people"})


_ENDS = frozenset(("mark", "comp", "bi_comp", "CUE", "REL_CUE", "PART", "rel", "TIME"))
_VERBAL = frozenset(("verb",))
_NO_JUDGEMENT = frozenset(("+and", "prep", "verb", "TIME", "NUMBER", "given", "known_place", "org_head", "adverb"))
_NOUNS = frozenset(("event", "event_noun", "event_head", "masdar", "cue_noun", "abstract"))
_NOT, _ALEF = "غير", "\N{ARABIC LETTER ALEF}"
_THAT = ("ذلك", "هذا", "هذه")
_FEMININE = "\N{ARABIC LETTER TEH MARBUTA}"
