"""Quick looks: what passes over words at which a closer look finds nothing, and changes no record by it.

A rule that asks more of a word than before may have to be told to the look before it; this test tells when one was forgotten.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from khabar.languages.ar.figures import marking
from khabar.languages.ar.lists import reserve
from khabar.languages.ar.phrases import openings
from khabar.languages.ar.places import names
from khabar.reading import read_report
from khabar.text.answers import Answers

REPORTS = Path(__file__).resolve().parents[2] / "demo" / "reports"


def test_a_closer_look_at_every_word_finds_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [path.read_text("utf-8") for path in sorted(REPORTS.glob("*.txt"))]
    quick = [read_report(text) for text in texts]
    monkeypatch.setattr(openings, "_stirs", lambda _frames: frozenset(("OBJECT",)))
    monkeypatch.setattr(openings, "_may_be_object", lambda *_: True)
    monkeypatch.setattr(marking, "_may_be_measured", lambda _unit: True)
    monkeypatch.setattr(marking, "_may_name_people", lambda _view: True)
    monkeypatch.setattr(reserve, "_may_stir", Answers(lambda _word: True, 1 << 16))
    monkeypatch.setattr(names, "_telling", lambda units, _at_work: [True] * len(units))
    assert [read_report(text) for text in texts] == quick
