"""Speakers joined across reports against a person's table of speakers with their variants."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable
from itertools import combinations
from typing import Any

from khabar.desk.crisis import Crisis
from khabar.desk.scoring.names import folded, same_name
from khabar.desk.scoring.tally import Count, Rows
from khabar.reconcile.across.entry import Ref

Speaker = dict[str, Any]


def speaker_of(name: str, table: dict[str, Any]) -> Speaker | None:
    """The speaker of the table of whom this is a name."""
    exact = (s for s in table["speakers"] if folded(name) in {folded(v) for v in _names(s)})
    near = (s for s in table["speakers"] if any(same_name(name, v) for v in _names(s)))
    return next(exact, None) or next(near, None)


def _names(speaker: Speaker) -> list[str]:
    return [speaker["name"], *speaker["variants"]]


def is_speaker(name: str, speaker: Speaker | None, written: str) -> bool:
    """Whether a name of the record is that of the table's speaker, in any of its variants, or as it was written there."""
    known = [written, *(_names(speaker) if speaker else [])]
    if (
        len(folded(name).split()) == 1 and speaker
    ):  # a country stands in the name of its ministry, and is not the ministry
        return folded(name) in {folded(variant) for variant in known}
    return any(same_name(name, variant) or _is_in(name, variant) for variant in known)


def _is_in(name: str, variant: str) -> bool:
    """Whether a name of two words or more stands in a longer one: a person behind his office."""
    words = folded(name).split()
    return len(words) > 1 and f" {' '.join(words)} " in f" {folded(variant)} "


def speaker_rows(crisis: Crisis, table: dict[str, Any]) -> Rows:
    """Pairs of reports in which one speaker speaks: joined rightly, joined at all, to be joined.

    Speakers are voices: who speaks for a body is the body.
    """
    held = _held(crisis, table)
    people = [s for s in table["speakers"] if not s.get("outlet_itself")]
    wanted = {(s["name"], pair) for s in people for pair in combinations(sorted(s["reports"]), 2)}
    right = {
        (name, (one, other))
        for name, (one, other) in wanted
        if held.get((name, one), set()) & held.get((name, other), set())
    }
    wrong = {
        (group, a, b)
        for a, b in combinations(sorted(held), 2)
        if a[0] != b[0] and a[1] != b[1]
        for group in held[a] & held[b]
    }
    return {"speakers, pairs": Count(len(right), len(right) + len(wrong), len(wanted))}


def _held(crisis: Crisis, table: dict[str, Any]) -> dict[tuple[str, str], set[Hashable]]:
    """For a speaker of the table and a report the groups that stand for him there."""
    held: dict[tuple[str, str], set[Hashable]] = defaultdict(set)
    people = [s for s in table["speakers"] if not s.get("outlet_itself")]
    for entry in crisis.entries:
        here = [s for s in people if entry.name in s["reports"]]
        for group, names in _speakers(crisis, entry.document).items():
            for speaker in here:
                if any(is_speaker(name, speaker, speaker["name"]) for name in names):
                    held[speaker["name"], entry.name].add(group)
    return held


def _speakers(crisis: Crisis, document: int) -> dict[Hashable, set[str]]:
    """The groups of those who speak in a report, each with its names there.

    One word as it stands ("the ministry") is in many a name; whose it is the record has said already.
    """
    made: dict[Hashable, set[str]] = defaultdict(set)
    report = crisis.by_document[document].report
    groups = crisis.voices
    for claim in report.claims:
        name = claim.speaker_name
        if name == "?":
            continue
        group = groups.of.get(Ref(document, claim.actor or ""), (document, folded(name)))
        made[group] |= {name, claim.speaker.text} if claim.speaker and " " in claim.speaker.text else {name}
    return made
