"""Figures of a crisis against its table: report, measure, number and words agree, and the speaker is the right one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from khabar.desk.crisis import Crisis
from khabar.desk.scoring.crisis_speakers import is_speaker, speaker_of
from khabar.desk.scoring.names import folded
from khabar.desk.scoring.tally import Count, Rows
from khabar.reconcile.across.entry import Entry, Ref
from khabar.reconcile.across.figures.counts import Count as Counted
from khabar.record import Figure

_MEASURES: Final = ("killed", "injured")
_UNNUMBERED: Final = "unspecified"


def figure_rows(crisis: Crisis, table: dict[str, Any]) -> Rows:
    """`figures`: numbers of killed and injured found; `with speaker`: found with the right speaker, None being the outlet's own
    voice; `unnumbered`: groups of people without any number ("others", "a number of"), which are no figures of a record.
    """
    entries = {entry.name: entry for entry in crisis.entries}
    told = [figure for figure in table["figures"] if figure["measure"] in _MEASURES]
    used: set[tuple[str, str]] = set()
    matched: list[tuple[dict[str, Any], Figure | None]] = []
    for wanted in sorted(told, key=lambda figure: figure["bound"] == _UNNUMBERED):
        entry = entries.get(wanted["report"])
        figure = _found(wanted, entry, used) if entry else None
        if figure is not None:
            used.add((wanted["report"], figure.id))
        matched.append((wanted, figure))
    found = [(wanted, figure) for wanted, figure in matched if figure]
    counts = {ref: count for count in crisis.counts for ref in count.refs}
    names = {entry.name: entry.document for entry in crisis.entries}
    numbered = [(w, f) for w, f in found if w["bound"] != _UNNUMBERED]
    asked = sum(figure["bound"] != _UNNUMBERED for figure in told)
    right = sum(
        _right_speaker(wanted, counts.get(Ref(names[wanted["report"]], figure.id)), figure, table)
        for wanted, figure in numbered
    )
    read = max(_read(entries, {str(name) for name in table["reports"]}), len(numbered))
    vague = len(found) - len(numbered)
    return {
        "figures": Count(len(numbered), read, asked),
        "with speaker": Count(right, read, asked),
        "unnumbered": Count(vague, vague, len(told) - asked),
    }


def _read(entries: dict[str, Entry], reports: set[str]) -> int:
    """How many numbers of killed and injured the record has, one told again counted once; the single victims that are merely
    named are left out.
    """
    return sum(
        figure.measure in _MEASURES and not figure.implicit and figure.same_as is None
        for name in reports & entries.keys()
        for figure in entries[name].report.figures
    )


def _found(wanted: dict[str, Any], entry: Entry, used: set[tuple[str, str]]) -> Figure | None:
    text = entry.report.document.text or ""
    stretches = _stretches(text, wanted["quote"])
    fitting = [
        figure
        for figure in entry.report.figures
        if figure.measure == wanted["measure"]
        and (entry.name, figure.id) not in used
        and _same_number(wanted, figure)
        and any(start <= figure.start < end for start, end in stretches)
    ]
    return min(fitting, key=lambda figure: figure.start, default=None)


def _stretches(text: str, quote: str) -> Sequence[tuple[int, int]]:
    """Where the quote stands; where it does not stand word for word, the stretch of its first words."""
    for words in (quote, " ".join(quote.split()[:4]), " ".join(quote.split()[-4:])):
        at, found = text.find(words), []
        while at >= 0:
            found.append((at, at + max(len(quote), len(words))))
            at = text.find(words, at + 1)
        if found:
            return found
    return [(0, len(text))]


def _same_number(wanted: dict[str, Any], figure: Figure) -> bool:
    value = wanted["value"]
    if isinstance(value, int):
        return value in (figure.low, figure.high)
    return figure.low is None or folded(str(value)) in folded(figure.text)


def _right_speaker(wanted: dict[str, Any], count: Counted | None, figure: Figure, table: dict[str, Any]) -> bool:
    """Whether the comparison gives a figure to the table's speaker; what it leaves out has the speaker of the record."""
    speaker = count.speaker if count else figure.source
    if wanted["who"] is None:
        return speaker is None
    return speaker is not None and is_speaker(speaker, speaker_of(wanted["who"], table), wanted["who"])
