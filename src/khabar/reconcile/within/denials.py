"""Denials and what they stand against."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from khabar.reconcile.within.tellings import roots_of
from khabar.reconcile.words import folded_words, listed
from khabar.record import Claim, Report

_DENYING: Final = frozenset({"deny"})
_SHARED_WORDS: Final = 2
"""Content words that a denial and a claim must share to be set against one another."""
_SHARED_PART: Final = 0.5
_LONG: Final = 4
"""Letters of a word that carries content."""


def denied(report: Report) -> Iterator[tuple[Claim, tuple[Claim, ...]]]:
    """Each denial of the report, restatements left out, with the claims of others that it stands against."""
    told = set[tuple[str, str]]()
    for claim in report.claims:
        key = (claim.speaker_name, claim.content.text)
        if claim.act in _DENYING and claim.same_as is None and key not in told:
            told.add(key)
            yield claim, _against(claim, report)


def _against(denial: Claim, report: Report) -> tuple[Claim, ...]:
    """The claims of others that tell of what is denied: its event, or in its words; each content once.

    "He denied that" denies what was said last by somebody else.
    """
    if set(folded_words(denial.content.text)) <= listed("that"):
        before = [
            c for c in report.claims if c.content.end <= denial.content.start and c.speaker_name != denial.speaker_name
        ]
        return tuple(before[-1:])
    by_events = _claims_of_events(denial, report)
    words = content_stems(denial)
    found: dict[str, Claim] = {}
    for claim in report.claims:
        if claim.act in _DENYING or _overlap(claim.content.start, claim.content.end, denial):
            continue
        if claim.actor == denial.actor is not None or claim.speaker_name == denial.speaker_name:
            continue
        shared = words & content_stems(claim)
        by_words = len(shared) >= max(_SHARED_WORDS, _SHARED_PART * len(words))
        if by_words or (claim.id in by_events and shared):
            found.setdefault(claim.content.text, claim)
    return tuple(found.values())


def _claims_of_events(denial: Claim, report: Report) -> frozenset[str]:
    """Claims that report the event which a denial denies."""
    roots = roots_of({event.id: event.same_as for event in report.events})
    inside = {roots[event.id] for event in report.events if _overlap(event.trigger.start, event.trigger.end, denial)}
    return frozenset(e.claim for e in report.events if e.claim and e.status == "reported" and roots[e.id] in inside)


def _overlap(start: int, end: int, claim: Claim) -> bool:
    return start < claim.content.end and claim.content.start < end


def content_stems(claim: Claim) -> frozenset[str]:
    """The words of a content that carry it, cut to what survives inflection at both ends."""
    words = (word.removeprefix("ال") for word in folded_words(claim.content.text))
    return frozenset(word[:5] for word in words if len(word) >= _LONG and word not in listed("empty"))
