"""Items of a record made by hand, for the tests of their sentences: a ministry, what it announced, and a report of these."""

from __future__ import annotations

from typing import Any

from khabar.record import Actor, Claim, Document, Figure, PopulationSpan, Report, Span, Withheld

MINISTRY = "وزارة الداخلية"


def span(text: str, start: int = 500) -> Span:
    """Words that stand far from everything else."""
    return Span(start, start + len(text), text)


def claim(**fields: Any) -> Claim:
    """A ministry that announced something."""
    given: dict[str, Any] = {
        "cue": span("أعلنت", 100), "lemma": "أعلن", "speaker": span(MINISTRY), "speaker_name": MINISTRY, "actor": "a1",
    }  # fmt: skip
    return Claim("c1", span("الطريق آمن"), **{**given, **fields})


def figure(low: int | None = 18, **fields: Any) -> Figure:
    """A figure of that claim."""
    fields.setdefault("measure", "killed")
    fields.setdefault("high", low)
    fields["population"] = [PopulationSpan(value) for value in fields.pop("people", ())]
    text = fields.pop("text", str(low))
    return Figure("f1", 0, len(text), text, low=low, **{"claim": "c1", "source": MINISTRY, **fields})


def report(*items: Any, **document: Any) -> Report:
    """A report of these items, with the ministry among its actors."""
    layers: dict[str, list[Any]] = {"actors": [Actor("a1", MINISTRY, kind="government")]}
    for item in items:
        layers.setdefault(type(item).__name__.lower() + ("" if isinstance(item, Withheld) else "s"), []).append(item)
    return Report(Document("r", **{"published": "2022-01-07", **document}), **layers)
