"""Quick looks: what passes over words at which a closer look finds nothing, and changes no record by it.

A rule that asks more of a word than before may have to be told to the look before it; this test tells when one was forgotten.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from khabar.grammar import ANYTHING
from khabar.languages.ar.forms import units
from khabar.languages.ar.phrases import openings
from khabar.reading import read_report

REPORTS = Path(__file__).resolve().parents[2] / "demo" / "reports"


def test_a_closer_look_at_every_word_finds_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [path.read_text("utf-8") for path in sorted(REPORTS.glob("*.txt"))]
    quick = [read_report(text) for text in texts]
    monkeypatch.setattr(openings, "_stirs", lambda _frames: frozenset(("OBJECT",)))
    monkeypatch.setattr(openings, "_may_be_object", lambda *_: True)
    monkeypatch.setattr(units, "hints_of", lambda *_: ANYTHING)
    units.forget()
    assert [read_report(text) for text in texts] == quick
    monkeypatch.undo()
    units.forget()
