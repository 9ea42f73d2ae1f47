"""Denials without an object: what a headline tells, "and the opposition denies"."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import END, Match, Unit, either, one_of, rule, seq, unit
from khabar.languages.ar.claims.anchors import Anchor
from khabar.languages.ar.claims.taken_up import taking_up
from khabar.languages.ar.phrases.no_speakers import cannot_speak
from khabar.languages.ar.phrases.nouns import noun_phrase_end
from khabar.languages.ar.phrases.shapes import is_present_singular, joins_source


@rule(
    seq(unit("CUE")["cue"], either(one_of("stop", "comma", "ellipsis"), END)),
    takes="""
    الحكومة تعلن فتح المعبر والمعارضة تنفي
        cue: تنفي
        speaker: المعارضة
        content: فتح المعبر
    أنباء عن انهيار سد تل الزيتون ووزارة الري تنفي
        speaker: وزارة الري
        content: أنباء عن انهيار سد تل الزيتون
    """,
    refuses="""
    الحكومة تعلن فتح المعبر والمعارضة تحتفل
    الوزير والمحافظ ينفيان
    الحكومة تقترح والمعارضة تنفي مشاركتها
    """,
)
def and_denies(m: Match) -> Anchor | None:
    """A headline closes with whoever denies, or rejects, what it told before: the verb has no object of its own."""
    units, at = m.units, m.take("cue").first
    cue = units[at]["cue"]
    if cue.act not in ("deny", "reject") or "+pron" in units[at].signature or not is_present_singular(units[at]):
        return None
    first = _joined(units, at)
    if first is None or first < _LEAST or cannot_speak(units, first):
        return None
    return replace(taking_up(m, at, (first, at)), clause=first)


def _joined(units: Sequence[Unit], at: int) -> int | None:
    """Where the source begins that "and" joins to what was told, right before the verb."""
    for first in range(at - 1, max(at - _FARTHEST, 0), -1):
        if "+and" in units[first].signature:
            source = joins_source(units[first]) and noun_phrase_end(units, first, at) == at
            return first if source else None
    return None


_LEAST, _FARTHEST = 3, 6
