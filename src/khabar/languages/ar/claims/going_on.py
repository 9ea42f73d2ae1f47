"""Verbs that "and" joins to a clause told before: whose they are."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Match, Unit, one_of, rule, seq, unit
from khabar.languages.ar.claims.anchors import Anchor, spoken
from khabar.languages.ar.claims.described_nouns import described
from khabar.languages.ar.claims.impersonal import is_passive
from khabar.languages.ar.claims.taken_up import taking_up, who_speaks
from khabar.languages.ar.lists.cues import SPEECH
from khabar.languages.ar.phrases.asides import with_comma
from khabar.languages.ar.phrases.no_speakers import cannot_speak
from khabar.languages.ar.phrases.openings import opening


@rule(
    seq(unit("rel", but=("ma",)), unit("verb", but=("+pron",))),
    takes="""
    وقال المرصد إن الصيادين خطفوا على أيدي جبهة النهر الأسود التي عادت وتبنت عملية الخطف.
        cue: تبنت
        speaker_name: جبهة النهر الأسود
        content: عملية الخطف
        act: claim_responsibility
    ووصلت إلى القرية رابطة الشمال التي وزعت الخيام ودعت إلى هدنة دائمة.
        cue: دعت
        speaker_name: رابطة الشمال
    """,
    refuses="""
    وقالت الوزيرة إن الجبهة التي خسرت القرية انسحبت، ودعت إلى هدنة دائمة.
    وزار الوزير السوق التي احترقت ودعا إلى هدنة دائمة.
    """,
)
def described_goes_on(m: Match) -> Anchor | None:
    """A verb that "and" joins to a relative clause has the subject of that clause: the noun it describes, not whoever spoke
    before, where the relative pronoun and both verbs agree.
    """
    units, rel = m.units, m.first
    at = _joined_to(units, rel)
    if at is None or is_passive(units[at]):
        return None
    cue = units[at]["cue"]
    opened = opening(units, at + 1, cue)
    told = any("CUE" in unit.signature for unit in units[:rel])
    if opened is None or "continues" in cue.flags or (told and opened.frame in SPEECH):
        return None
    alone = opened.at - (opened.frame not in ("np", "b", "li", "as", "quote")) == at + 1
    speaker = described(units, rel) if alone else None
    if speaker is None:
        return None
    return replace(spoken(m, at, opened, speaker), found_by="pronoun")


def _joined_to(units: Sequence[Unit], rel: int) -> int | None:
    """The verb of speech that goes on with the clause of the relative pronoun at `rel`: no mark and no other speech between,
    all agreeing.
    """
    wanted = _RELATED.get(units[rel].view)
    if wanted is None or not any(slot[1:] == wanted for slot in units[rel + 1]["verb"]):
        return None
    for at in range(rel + 2, min(rel + _CLAUSE, len(units))):
        signature = units[at].signature
        if {"CUE", "+and"} <= signature:
            return at if any(slot[1:] == wanted for slot in units[at]["verb"]) else None
        if signature & _ENDS_CLAUSE:
            return None
    return None


_CLAUSE = 12
_ENDS_CLAUSE = frozenset(("comma", "stop", "colon", "comp", "bi_comp", "CUE", "PART", "quote", "LONG_QUOTE"))
_RELATED = {"التي": "3fs", "الذي": "3ms", "الذين": "3mp"}


@rule(
    seq(unit("like"), one_of("CUE", "REL_CUE")["cue"], unit(but=("stop", "comp"))),
    takes="""
    ودان مجلس القبائل الهجوم، كما أدانه كل من حزب النهر ورابطة الشمال.
        cue: أدانه
        speaker_name: حزب النهر ورابطة الشمال
        content: الهجوم
        act: condemn
    ورحبت البلدية بالهدنة. كما رحبت بها نقابة التجار.
        cue: رحبت
        speaker: نقابة التجار
        content: الهدنة
    """,
    refuses="""
    وأغلق الجسر، كما أدان المجلس الهجوم.
    كما رحب به في مكتبه.
    """,
)
def did_so_too(m: Match) -> Anchor | None:
    """Who also condemned or welcomed it takes up what the one before did: a pronoun stands for the deed."""
    units, at = m.units, m.take("cue").first
    cue = units[at]["cue"]
    resumed = cue.lemma in _WELCOMES and "prep_pron" in units[at + 1].signature
    if not resumed and not ("+pron" in units[at].signature and (cue.act in _BLAMES or cue.lemma == _BACKS)):
        return None
    first = at + 1 + resumed
    if first + 2 < len(units) and units[first].view == _EACH and "min" in units[first + 1].signature:
        first += 2
    who = who_speaks(units, first) if first < len(units) else None
    if who is None or cannot_speak(units, who[0]):
        return None
    return replace(taking_up(m, at, who), clause=with_comma(units, m.first))


_WELCOMES, _BLAMES, _BACKS, _EACH = ("رحب", "أشاد", "ندد"), ("condemn", "reject"), "أيد", "كل"
