"""A report's record into its digest."""

from __future__ import annotations

from typing import get_args

from khabar.desk.digest.denials import denials_folded
from khabar.desk.digest.figures import figure_groups
from khabar.desk.digest.happenings import blame, event_lines
from khabar.desk.digest.speakers import is_unnamed, speaker_groups
from khabar.desk.digest.types import CaveatLine, Counts, Digest, UnreadLine
from khabar.desk.surroundings import words_around
from khabar.reconcile import disagreements, headline_findings
from khabar.reconcile.within.layout import Layout
from khabar.record import Caveat, Report
from khabar.record.vocabulary import UnreadWhy


def digest(report: Report) -> Digest:
    """The digest of a report.  Pure: the same record gives the same digest; a record without its text gives one too."""
    layout = Layout(report)
    differing = denials_folded(disagreements(report, layout), report)
    headline = headline_findings(report, layout)
    caveats = _caveats(report)
    return Digest(
        document=report.document,
        counts=_counts(report, len(differing), len(headline), len(caveats)),
        disagreements=differing,
        headline=headline,
        caveats=caveats,
        figures=figure_groups(report, layout),
        blame=blame(report),
        speakers=speaker_groups(report),
        events=event_lines(report),
        unread=_unread(report),
        carrier=_carrier(report),
    )


def _counts(report: Report, differing: int, headline: int, caveats: int) -> Counts:
    actors = {actor.id: actor for actor in report.actors}
    named, unnamed = set[str](), set[str]()
    for claim in report.claims:
        actor = actors.get(claim.actor or "")
        (unnamed if is_unnamed(claim, actor) else named).add(claim.actor or claim.speaker_name)
    kinds = [item.why for item in report.unread]
    unread = tuple((why, kinds.count(why)) for why in get_args(UnreadWhy) if why in kinds)
    return Counts(len(named), len(unnamed), differing, headline, caveats, unread)


def _carrier(report: Report) -> str | None:
    """The outermost relay of all claims, an agency whose item it is; None where they are few or it differs."""
    last = {claim.via[-1].name if claim.via else None for claim in report.claims}
    return last.pop() if len(last) == 1 and len(report.claims) > 1 else None


def _unread(report: Report) -> tuple[UnreadLine, ...]:
    """What was not read, in the order of the text; a number alone cannot be judged, so it is shown among its words."""
    text = report.document.text or ""
    whole = ("sentence_without_items", "quotation_without_speaker")
    return tuple(
        UnreadLine(item, "" if item.why in whole or not text else words_around(text, item.start, item.end))
        for item in report.unread
    )


def _caveats(report: Report) -> tuple[CaveatLine, ...]:
    """The outlet's reserves in the order of the text, each once."""
    limiting: list[tuple[Caveat, str | None]] = [(caveat, None) for caveat in report.caveats]
    limiting += [(caveat, claim.id) for claim in report.claims for caveat in claim.caveats]
    limiting += [(caveat, figure.id) for figure in report.figures for caveat in figure.caveats]
    items: dict[tuple[str, int, int], list[str]] = {}
    first: dict[tuple[str, int, int], Caveat] = {}
    for caveat, item in limiting:
        key = (caveat.kind, caveat.span.start, caveat.span.end)
        first.setdefault(key, caveat)
        items.setdefault(key, []).extend([item] if item else [])
    return tuple(
        CaveatLine(caveat, tuple(items[key])) for key, caveat in sorted(first.items(), key=lambda pair: pair[0][1])
    )
