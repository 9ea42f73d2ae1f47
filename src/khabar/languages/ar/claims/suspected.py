"""Suspicion that nobody is named for: men suspected of an act, an attack that is ascribed to a group."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Match, Unit, one_of, rule, seq, unit
from khabar.languages.ar.claims.anchors import Anchor, inside
from khabar.languages.ar.lists.cues import Cue
from khabar.languages.ar.phrases.nouns import noun_phrase_end
from khabar.languages.ar.phrases.openings import Opening
from khabar.languages.ar.phrases.shapes import is_article, is_owned


@rule(
    seq(unit("suspects", "cue", but=("+pron",))["cue"], one_of("fi", "+bi", "maybe_bi")["of"]),
    takes="""
    وأعلنت الوزارة توقيف رجال يُشتبه في ضلوعهم في التفجيرات.
        cue: يُشتبه
        speaker_name: ?
        content: ضلوعهم في التفجيرات
        act: expect
    وأوقفت الشرطة رجلاً يشتبه بتخطيطه لتنفيذ هجمات.
        content: تخطيطه لتنفيذ هجمات
    وأوقفت الشرطة تسعة يشتبه في انتمائهم إلى الحركة، في عمليات دهم.
        content: انتمائهم إلى الحركة
    وتحرت السلطات عن الموقوف الذي يشتبه بتخطيطه لتنفيذ هجمات.
        speaker_name: ?
        content: تخطيطه لتنفيذ هجمات
    """,
    refuses="""
    وتشتبه الشرطة في رجل من القرية.
    وأوقفت الشرطة رجلاً يشتبه في أنه هاجم الحارس.
    """,
)
def suspected_of(m: Match) -> Anchor | None:
    """Who is suspected of his own act or state is suspected by nobody named, in whatever clause it is told."""
    units, of = m.units, m.take("of").first
    cue: Cue = m.take("cue")[0]["cue"]
    opens = of + ("fi" in units[of].signature)
    if opens >= len(units) or not is_owned(units[opens]):
        return None
    start = units[opens].start if opens > of else units[of].cut + 1
    end = next((k for k in range(opens + 1, len(units)) if units[k].signature & _ENDS), len(units))
    return _by_nobody(m, cue, Opening("b", opens, start), end)


_ENDS = frozenset(("comma", "stop", "semicolon"))


def _by_nobody(m: Match, cue: Cue, opened: Opening, end: int) -> Anchor:
    """The anchor of a suspicion that nobody is named for, whose content opens as found and ends before units[end]."""
    found = inside(m, cue, m.take("cue").first, opened)
    return replace(found, found_by="impersonal", content=(opened.start, m.units[end - 1].end))


_BLAMED = Cue("نسب", "accuse", "neutral", frozenset(("ila",)), frozenset(), "verb")


@rule(
    seq(unit("ascribes", "verb", but=("+pron", "+and", "+fa"))["cue"], unit("ila")),
    takes="""
    وقُتل تسعة في هجوم نُسب إلى جبهة الشمال.
        cue: نُسب
        speaker_name: ?
        content: جبهة الشمال
        act: accuse
    ووقعت هجمات دامية في الجنوب نسبت إلى «حزب الرمل» وأغلقت الطريق.
        content: حزب الرمل
    """,
    refuses="""
    ونفى الوزير تصريحات نسبت إلى رئيسه.
    ونسبت الصحيفة إلى الوزير قوله إن الطريق مغلق.
    """,
)
def attack_ascribed_to(m: Match) -> Anchor | None:
    """An attack that is ascribed to somebody accuses him: whoever does so is not named."""
    units, at = m.units, m.take("cue").first
    first = at + 2
    if first >= len(units) or not _is_attack(units, at):
        return None
    end = noun_phrase_end(units, first, len(units))
    if end == first:
        return None
    return _by_nobody(m, _BLAMED, Opening("np", first, units[first].start), end)


def _is_attack(units: Sequence[Unit], at: int) -> bool:
    """Whether a verb describes the violent act before it, with nothing but its adjectives, its place and time between."""
    for k in range(at - 1, max(at - _NEAR, -1), -1):
        event = units[k].get("event_noun")
        if event is not None and event.type == "ASSAULT":
            return True
        if units[k].signature & _BARS or (is_article(units[k]) and "medium" in units[k].signature):
            return False
    return False


_NEAR, _BARS = 9, frozenset(("comma", "stop", "colon", "comp", "CUE", "medium", "document", "cue_noun"))
