"""Claims by a noun: a call to, an order for, allegations that, in protest against.

A noun carries a claim only when its content is there, right behind it or behind the genitive that names the speaker.
The same nouns name events and topics all over the news, so the rule asks for the noun's own preposition or
complementiser, and for an act word after a preposition.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Match, Unit, rule, unit
from khabar.languages.ar.claims.anchors import Anchor
from khabar.languages.ar.lists.cues import Cue
from khabar.languages.ar.phrases.names import name_draft
from khabar.languages.ar.phrases.nouns import is_adjective, is_article, noun_phrase_end
from khabar.languages.ar.phrases.objects import is_eventful
from khabar.languages.ar.phrases.openings import Opening, opening

_NEAR = 7


@rule(
    unit("cue_noun", but=("CUE", "REL_CUE", "NEG_CUE", "said_of_self")),
    takes="""
    وجدد الوزير دعوته إلى تسليم السلاح.
        cue: دعوته
        content: تسليم السلاح
        act: request
    وصدرت دعوات لإجراء تحقيق مستقل.
        content: إجراء تحقيق مستقل
        speaker_name: ?
    وأغلقت البلدية السوق بذريعة تنظيم السير.
        cue: ذريعة
        content: تنظيم السير
        speaker_name: البلدية
    """,
    refuses="""
    وتزايدت المطالب الشعبية.
    ولبى السفير دعوة العشاء.
    وبحث المجلس مطالب السكان.
    """,
)
def noun_with_content(m: Match) -> Anchor | None:
    """A noun of speech with its content: the speaker is its genitive or pronoun, or is not said."""
    at, units = m.first, m.units
    if at > 0 and "worth" in units[at - 1].signature:
        return None  # "it is worth mentioning that": the outlet's own reminder
    cue: Cue = units[at]["cue_noun"]
    opened = _pretext(m, at, cue) or opening(units, at + 1, cue)
    if opened is None or opened.at - at > _NEAR or not _own(m, at, opened, cue):
        return None
    if any("cue_noun" in u.signature for u in units[at + 1 : opened.at - 1]):
        return None
    end = noun_phrase_end(units, at + 1, opened.at)
    if end not in (at + 1, opened.at, opened.at - 1):
        return None
    described = _is_described(units, at, end)
    speaks = end > at + 1 and "subject_gen" in cue.flags and not described and not _is_accusative(units[at])
    if end > at + 1 and not speaks and not described:
        return None
    pronoun = "+pron" in units[at].signature or _is_given(m, at)
    return Anchor(
        at=at,
        cue=cue,
        cue_span=(units[at].cut + 1 if "+bi" in units[at].signature else units[at].cut, units[at].end),
        clause=at,
        cuts=False,
        frame=opened.frame,
        opens=opened.at,
        start=opened.start,
        found_by="noun"
        if speaks
        else "participle"
        if _is_state(m, at, cue)
        else "pronoun"
        if pronoun
        else "impersonal",
        speaker=name_draft(units, at + 1, end, m.text) if speaks else None,
        kind="noun",
        rule=m.rule.id,
    )


def _is_described(units: Sequence[Unit], at: int, end: int) -> bool:
    """Adjectives, not a speaker, behind the noun: growing calls for, the calls made abroad for."""
    definite = end > at + 1 and is_article(units[at]) and is_article(units[at + 1])
    return definite or all("quality" in u.signature or is_adjective(u) for u in units[at + 1 : end])


def _is_accusative(unit: Unit) -> bool:
    """An indefinite accusative, which takes no genitive."""
    return unit.text.endswith(("اً", "ًا")) or (
        unit.view.endswith("ا") and "+al" not in unit.signature and "+pron" not in unit.signature
    )


def _is_state(m: Match, at: int, cue: Cue) -> bool:
    """In protest against, on the pretext of: the subject of the clause says so, as with a participle."""
    unit_ = m.units[at]
    adverb = "adverbial" in cue.flags and unit_.view.endswith("ا") and "+al" not in unit_.signature
    purpose = {"+li", "+al"} <= unit_.signature and cue.act in ("request", "condemn", "reject", "support")
    return adverb or purpose or ("+bi" in unit_.signature and "with_b" in cue.flags and "+pron" not in unit_.signature)


def _pretext(m: Match, at: int, cue: Cue) -> Opening | None:
    """On the pretext of …: whatever noun follows is what is pleaded."""
    units = m.units
    if "np" not in cue.frames or "+bi" not in units[at].signature or not _is_state(m, at, cue) or at + 1 >= len(units):
        return None
    following = units[at + 1].signature
    return (
        None if following & {"mark", "prep", "verb", "TIME"} - {"quote"} else Opening("np", at + 1, units[at + 1].start)
    )


def _own(m: Match, at: int, opened: Opening, cue: Cue) -> bool:
    """Whether the opening belongs to the noun: a clause always; a phrase when it begins with an act word."""
    if opened.frame in ("clause", "colon", "quote"):
        return "quote" not in opened.frame
    adverb = opened.at == at + 1 and _is_state(m, at, cue) and "+bi" not in m.units[at].signature
    if opened.frame == "np" and _is_state(m, at, cue) and "+bi" in m.units[at].signature:
        return True
    if opened.frame in ("np", "an") or not (adverb or is_eventful(m.units[opened.at])):
        return False
    if adverb:
        return True
    return "ambiguous" not in cue.flags or opened.at == at + 1 or _is_given(m, at)


def _is_given(m: Match, at: int) -> bool:
    """The object of a verb that gives or issues it (gave the order, issued an order to)."""
    return at > 0 and "gives" in m.units[at - 1].signature
