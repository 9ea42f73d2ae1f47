"""Rules for notices by which an outlet updates, corrects or takes back its own report.

They stand in rules_<language>.toml beside this file, each with its reason and with sentences that it takes and refuses, which
a test holds against it.  They read the headline, the first and the last paragraphs of a document only: a report about
somebody else's correction has it in the middle.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, Literal

from khabar.text.fold import fold

Kind = Literal["update", "correction", "clarification", "retraction"]
Place = Literal["headline", "opening", "end"]
_FOLDER: Final = Path(__file__).parent
_LANGUAGES: Final = ("ar", "en")
_BEFORE: Final = r"^[\s*•.(\[#_–—-]*"
"""What may stand before a label; no quotation mark, behind which somebody else speaks."""
_OPENING: Final = 2
_END: Final = 2
"""Paragraphs at either end that may hold a notice."""
_LONGEST: Final = 400
"""Characters of a paragraph that are looked at."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: `pattern` is over folded paragraphs; `at` is "label" or "line"."""

    id: str
    kind: Kind
    at: str
    pattern: re.Pattern[str]
    why: str
    takes: tuple[str, ...]
    refuses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice: what it says of the report, by which rule, and its words.  In a headline that is no part of the text the
    offsets are those of the headline.
    """

    kind: Kind
    rule: str
    place: Place
    start: int
    end: int
    text: str

    def row(self) -> tuple[str, str, str, int, int, str]:
        """What its table holds beside the document."""
        return self.kind, self.rule, self.place, self.start, self.end, self.text


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, in the order of their files."""
    found: list[Rule] = []
    for language in _LANGUAGES:
        told = tomllib.loads((_FOLDER / f"rules_{language}.toml").read_text(encoding="utf-8"))
        for rule in told["rule"]:
            written = fold(rule["pattern"]).text
            whole = f"{_BEFORE}(?P<said>{written})" if rule["at"] == "label" else f"(?P<said>{written})"
            pattern = re.compile(whole, 0 if rule.get("case") else re.IGNORECASE)
            takes, refuses = tuple(rule["takes"]), tuple(rule["refuses"])
            found.append(Rule(rule["id"], rule["kind"], rule["at"], pattern, rule["why"], takes, refuses))
    return tuple(found)


def notice_in(paragraph: str) -> tuple[Rule, int, int] | None:
    """The first rule that takes a paragraph, and the offsets of what it took."""
    folded = fold(paragraph[:_LONGEST])
    for rule in rules():
        match = rule.pattern.search(folded.text)
        if match:
            return rule, *folded.source_span(*match.span("said"))
    return None


def notices_of(text: str, title: str | None = None) -> list[Notice]:
    """The notices of a document, at most one a paragraph."""
    found: list[Notice] = []
    if title:
        found += _noticed(title, (0, len(title)), "headline")
    lines = list(_paragraphs(text))
    for number, span in enumerate(lines):
        if number < _OPENING or number >= len(lines) - _END:
            place: Place = "headline" if not number and not title and len(lines) > 1 else "opening"
            found += _noticed(text, span, place if number < _OPENING else "end")
    return found


def _noticed(text: str, span: tuple[int, int], place: Place) -> Iterator[Notice]:
    took = notice_in(text[span[0] : span[1]])
    if took:
        rule, start, end = took
        start, end = span[0] + start, span[0] + end
        yield Notice(rule.kind, rule.id, place, start, end, text[start:end])


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in text.splitlines(keepends=True):
        stripped = line.strip()
        if stripped:
            start = at + line.index(stripped)
            yield start, start + len(stripped)
        at += len(line)
