"""What a desk must see first: disagreements, the headline against the body, the outlet's reserves; and last what was not read."""

from __future__ import annotations

from khabar.cli.page.paper import Paper
from khabar.desk.digest import Digest, Disagreement, Side
from khabar.desk.telling import as_subject


def write_disagreements(paper: Paper, told: Digest) -> None:
    """The disagreements, each with its sides."""
    if told.disagreements:
        paper.section(paper.words.label("page_section", "disagreements"), len(told.disagreements))
    for disagreement in told.disagreements:
        paper.write(_title(disagreement, paper), depth=1, style="warning")
        if disagreement.kind == "denial":
            _denial(paper, disagreement)
            continue
        for side in disagreement.sides:
            write_side(paper, side, depth=2)


def _title(disagreement: Disagreement, paper: Paper) -> str:
    kind = paper.words.label("page_disagreement", disagreement.kind)
    if disagreement.measure is None:
        return kind
    return paper.say("about", about=paper.words.label("measure", disagreement.measure), what=kind)


def _denial(paper: Paper, denial: Disagreement) -> None:
    """Who denies what, and then who says it."""
    write_side(paper, denial.sides[0], depth=2, by="denies")
    for side in denial.sides[1:]:
        write_side(paper, side, depth=2, by="against")


def write_side(paper: Paper, side: Side, depth: int, by: str = "by") -> None:
    """A side: its words, who says so, and for which day."""
    paper.item(side.item, side.words, depth)
    for speaker in side.speakers:
        paper.field(paper.say(by), speaker_name(speaker, paper), depth + 1)
    if side.when:
        paper.field(paper.say("when"), paper.date(side.when), depth + 1)


def speaker_name(name: str | None, paper: Paper) -> str:
    """A speaker's name, which stands alone; the outlet's own voice and a source that is not told have words of their own."""
    if name is None:
        return paper.say("own_voice")
    return paper.say("not_told") if name == "?" else as_subject(name)


def write_headline(paper: Paper, told: Digest) -> None:
    """What the headline says that the body does not bear out."""
    if told.headline:
        paper.section(paper.words.label("page_section", "headline"), len(told.headline))
    for finding in told.headline:
        title = paper.words.label("page_finding", finding.kind)
        if finding.status:
            status = paper.words.label("event_status", finding.status)
            title = paper.say("about", about=title, what=status)
        paper.write(title, depth=1, style="alarm")
        paper.write(paper.say("in_headline"), depth=2)
        write_side(paper, finding.headline, depth=3)
        if finding.body:
            paper.write(paper.say("in_body"), depth=2)
        for side in finding.body:
            write_side(paper, side, depth=3)


def write_caveats(paper: Paper, told: Digest) -> None:
    """The outlet's own reserves, with the items they limit."""
    if told.caveats:
        paper.section(paper.words.label("page_section", "caveats"), len(told.caveats))
    for line in told.caveats:
        paper.field(paper.words.label("caveat", line.caveat.kind), line.caveat.span.text, depth=1)
        if line.items:
            paper.field(paper.say("limits"), ", ".join(line.items), depth=2)


def write_unread(paper: Paper, told: Digest) -> None:
    """What was not read, in the order of the text."""
    if told.unread:
        paper.section(paper.words.label("page_section", "unread"), len(told.unread))
    for line in told.unread:
        paper.field(paper.words.label("unread_why", line.item.why), line.item.text, depth=1)
        if line.around != line.item.text:
            paper.field(paper.say("within"), line.around, depth=2)
