"""Gold out of a review: reports that people went through item by item, as lines that `khabar score` measures against.

What a review cannot tell is what the machine missed: a line says which layers were judged, and no more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from khabar.desk.cases.listing import ListedReport, listed
from khabar.ledger import Filter
from khabar.ledger.amending import amended
from khabar.record import Report

SCORED: Final = ("claims", "figures", "events", "times", "places", "withheld")
"""Layers that are measured against gold."""
_JUDGED: Final = ("accept", "correct", "reject")
_PARTS: Final = {"actor": "text", "target": "text", "place": "name", "date": "value"}
"""What gold keeps of the parts of an event."""


@dataclass(slots=True)
class GoldCount:
    """How many reports became lines, how many of those in part, and how many had layers that nobody finished."""

    whole: int = 0
    partial: int = 0
    left_out: int = 0
    ids: Counter[str] = field(default_factory=Counter)


def gold_lines(
    case: Path, chosen: Filter | None = None, *, partial: bool = False, count: GoldCount | None = None
) -> Iterator[dict[str, Any]]:
    """The reports of which every item was accepted, corrected or rejected, corrections put in.

    With `partial` also those of which some layers were judged to the end: the others are empty, and `reviewed` names the
    layers that count.  Raises CaseError.
    """
    counted = count if count is not None else GoldCount()
    for report in listed(case, SCORED, chosen):
        judged = _judged(report)
        if not (judged == set(SCORED) or (partial and judged)):
            counted.left_out += 1
            continue
        counted.whole += judged == set(SCORED)
        counted.partial += judged != set(SCORED)
        yield _line(report, judged, counted.ids)


def _judged(report: ListedReport) -> set[str]:
    """The layers of which every item was judged; without any judgement, none."""
    some = any(item.verdict in _JUDGED for item in report.items)
    open_ = {item.layer for item in report.items if item.verdict not in _JUDGED}
    return {layer for layer in SCORED if layer not in open_} if some else set()


def _line(report: ListedReport, judged: set[str], ids: Counter[str]) -> dict[str, Any]:
    made = amended(report.reading.report, [decision for item in report.items for decision in item.decisions])
    document = made.document
    ids[document.id] += 1
    name = document.id if ids[document.id] == 1 else f"{document.id}#{report.reading.document}"
    who = sorted({decision.who for item in report.items for decision in item.decisions})
    head = {"id": name, "language": document.language, "outlet": document.outlet, "published": document.published,
            "text": document.text}  # fmt: skip
    layers = {layer: items if layer in judged else [] for layer, items in _gold(made).items()}
    layers |= {"implicit": _implicit(made) if "figures" in judged else [], "caveats": _caveats(made)}
    return {**head, **layers, "reviewed": [layer for layer in SCORED if layer in judged], "reviewed_by": who}


def _gold(report: Report) -> dict[str, list[dict[str, Any]]]:
    """The layers as gold writes them: figures with a number word, times on a date, the parts of events as words."""
    made = report.to_dict()
    return {
        "claims": made["claims"],
        "figures": [figure for figure in made["figures"] if not figure["implicit"]],
        "times": [time for time in made["times"] if time["value"] and not time["value"].startswith("XXXX")],
        "places": made["places"],
        "events": [_event(event) for event in made["events"]],
        "withheld": made["withheld"],
    }


def _event(event: dict[str, Any]) -> dict[str, Any]:
    words = {name: event[name] and event[name][part] for name, part in _PARTS.items()}
    method = event["method"] and event["method"]["text"]
    return {**event, **words, "basis": event["actor"] and event["actor"]["basis"], "method": method}


def _implicit(report: Report) -> list[dict[str, Any]]:
    kept = ("start", "end", "text", "measure")
    return [{name: getattr(figure, name) for name in kept} for figure in report.figures if figure.implicit]


def _caveats(report: Report) -> list[dict[str, Any]]:
    """Every reserve of the outlet once, wherever it is kept; nobody decides about these."""
    of_items = [caveat for items in (report.claims, report.figures) for item in items for caveat in item.caveats]
    found = {(c.span.start, c.kind): c for c in (*report.caveats, *of_items)}
    return [{"start": c.span.start, "end": c.span.end, "text": c.span.text, "kind": c.kind} for c in found.values()]
