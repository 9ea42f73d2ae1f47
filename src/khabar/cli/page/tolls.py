"""Figures by measure and population: wording, number with its bound, who through whom, verb, day; subsets further in."""

from __future__ import annotations

from khabar.cli.page.paper import Paper
from khabar.cli.page.reserves import speaker_name
from khabar.desk.digest import Digest, FigureGroup, FigureLine
from khabar.desk.telling import amount


def write_figures(paper: Paper, told: Digest) -> None:
    """All figures, restatements folded."""
    if told.figures:
        paper.section(paper.words.label("page_section", "figures"), sum(_count(g.lines) for g in told.figures))
    for group in told.figures:
        paper.write(_title(group, paper), depth=1, style="title")
        for line in group.lines:
            _write(paper, line, depth=2)


def _count(lines: tuple[FigureLine, ...]) -> int:
    return sum(1 + _count(line.parts) for line in lines)


def _title(group: FigureGroup, paper: Paper) -> str:
    measure = paper.words.label("measure", group.measure)
    people = paper.say("comma").join(paper.words.label("population", value) for value in group.population)
    return paper.say("about", about=measure, what=people) if people else measure


def _write(paper: Paper, line: FigureLine, depth: int, whole: FigureLine | None = None) -> None:
    """A number and its parts; `whole`: what it is a part of, whose measure it need not share (ten were hit, three of them hurt)."""
    figure, words = line.figure, paper.words
    paper.item(figure.id, line.words, depth)
    number = amount(figure, paper.words)
    marks = [
        words.label("measure", figure.measure) if whole and whole.figure.measure != figure.measure else "",
        "" if goes_without_saying(line, number) else number,
        words.label("unit", figure.unit) if figure.unit != "person" else "",
        words.label("count_kind", figure.count_kind)
        if figure.count_kind in ("increment", "reclassified", "remaining")
        else "",
        paper.say("implicit") if figure.implicit else "",
    ]
    if any(marks):
        paper.write(paper.say("comma").join(mark for mark in marks if mark), depth + 1)
    for voice in line.voices:
        paper.field(paper.say("by"), speaker_name(voice.speaker, paper), depth + 1)
        for name in voice.via:
            paper.field(paper.say("via"), name, depth + 1)
        paper.field(paper.say("verb"), voice.cue, depth + 1)
    for denier in line.deniers:
        paper.field(paper.say("denies"), speaker_name(denier, paper), depth + 1, style="warning")
    if line.standing_label:
        paper.write(words.label(*line.standing_label), depth + 1, style="warning")
    paper.field(words.label("field", "place"), paper.teller.place(figure.place or ""), depth + 1)
    paper.field(paper.say("happened"), paper.date(line.day), depth + 1)
    paper.field(words.label("field", "since"), paper.date(figure.since), depth + 1)
    paper.field(words.label("field", "as_of"), paper.date(figure.as_of), depth + 1)
    for caveat in dict.fromkeys(caveat.kind for told in (figure, *line.again) for caveat in told.caveats):
        paper.write(words.label("caveat", caveat), depth + 1, style="warning")
    if line.again:
        paper.field(paper.say("again", n=1 + len(line.again)), ", ".join(told.id for told in line.again), depth + 1)
    paper.reason(line.sourced.id, figure.rule, depth + 1)
    for part in line.parts:
        _write(paper, part, depth + 1, line)


def goes_without_saying(line: FigureLine, number: str) -> bool:
    """Whether the wording holds the number in digits already, or in the very words of the page."""
    exact = line.figure.bound == "exact" and line.figure.low is not None
    return number in (line.words, line.figure.text) or (exact and line.words.split()[:1] == [str(line.figure.low)])
