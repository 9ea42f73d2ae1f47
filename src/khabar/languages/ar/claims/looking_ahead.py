"""Looking ahead: whose a noun of speech is in the circumstance with which a sentence opens, where its pronoun takes up who stands
behind (after his call for calm, | the mayor left; in spite of her promise of help, | the town hall said that).
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Unit
from khabar.languages.ar.claims.anchors import Anchor
from khabar.languages.ar.claims.looking_back import agree
from khabar.languages.ar.phrases.names import name_draft
from khabar.languages.ar.phrases.nouns import noun_phrase_end
from khabar.languages.ar.phrases.second_phrases import split_object
from khabar.languages.ar.phrases.shapes import is_finite
from khabar.languages.ar.phrases.voices import VOICES
from khabar.languages.drafts import Agreement, NameDraft


def with_who_stands_behind(units: Sequence[Unit], anchors: list[Anchor], text: str) -> list[Anchor]:
    """The anchors, of which a noun with "his" or "her" in the opening circumstance has the subject behind it as its speaker, and
    ends before that subject's verb.
    """
    if not anchors or units[0].signature.isdisjoint(_OPENS):
        return anchors
    first = anchors[0]
    if first.kind != "noun" or first.found_by != "pronoun" or first.at > _LATEST or "+pron" not in units[first.at]:
        return anchors
    behind = _subject_behind(units, anchors, text)
    if behind is None:
        return anchors
    verb, speaker = behind
    if not agree(speaker.agreement, _whose(units[first.at])):
        return anchors
    content = (first.start, units[verb].start) if first.content is None and verb - first.at < _CLAUSE else first.content
    return [replace(first, speaker=speaker, content=content), *anchors[1:]]


def _subject_behind(units: Sequence[Unit], anchors: list[Anchor], text: str) -> tuple[int, NameDraft] | None:
    """The verb behind the circumstance, and who its subject is: that of the next verb of speech, or the one right behind a verb
    that a comma parts from it.
    """
    comma = next((k for k in range(anchors[0].at + 1, min(len(units), _CLAUSE)) if "comma" in units[k].signature), None)
    told = next((a for a in anchors[1:] if a.kind == "verb" and a.found_by == "explicit" and a.speaker), None)
    if told is not None and told.speaker is not None and (comma is None or told.at == comma + 1):
        return told.at, told.speaker
    verb = comma + 1 if comma is not None else len(units)
    if verb + 1 >= len(units) or not _is_verb(units[verb]) or units[verb + 1].signature.isdisjoint(VOICES):
        return None
    end = split_object(units, verb + 1, noun_phrase_end(units, verb + 1, len(units)))
    return (verb, name_draft(units, verb + 1, end, text)) if end > verb + 1 else None


def _is_verb(unit: Unit) -> bool:
    """A verb of what somebody did, or says, right behind a comma."""
    return "verb" in unit.signature and (is_finite(unit) or not unit.signature.isdisjoint(_DOES))


def _whose(unit: Unit) -> Agreement:
    """The gender of whoever a noun's pronoun stands for."""
    return Agreement("f" if unit.view.endswith(_HERS) else "m" if unit.view.endswith(_HIS) else None)


_LATEST, _CLAUSE = 3, 24
_OPENS = frozenset(("prep", "fi"))
_DOES = frozenset(("event_verb", "cue", "does"))
_HERS, _HIS = "ها", "ه"
