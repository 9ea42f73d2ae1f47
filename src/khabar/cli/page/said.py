"""Claims folded by speaker, with what is ordered, threatened and denied apart; and what sources would not say."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from khabar.cli.page.paper import Paper
from khabar.cli.page.reserves import speaker_name
from khabar.desk.digest import ClaimLine, Digest, SpeakerGroup
from khabar.record import Claim, Report

_APART: Final = ("ordered", "threatened", "denied")


def write_claims(paper: Paper, told: Digest) -> None:
    """All claims under their speakers."""
    if told.speakers:
        paper.section(paper.words.label("page_section", "claims"), sum(len(group.all) for group in told.speakers))
    if told.carrier:
        paper.field(paper.say("all_via"), told.carrier, 1)
    for group in told.speakers:
        _speaker(paper, group)
        for line in group.said:
            _claim(paper, line, told.carrier, depth=2)
        for kind in _APART:
            lines: tuple[ClaimLine, ...] = getattr(group, kind)
            if lines:
                paper.write(paper.say(kind), depth=2, style="alarm")
            for line in lines:
                _claim(paper, line, told.carrier, depth=3)


def _speaker(paper: Paper, group: SpeakerGroup) -> None:
    count = paper.say("claims", n=len(group.all))
    name = speaker_name(group.name, paper)
    paper.field(
        paper.say("unnamed", count=count) if group.unnamed and group.name != "?" else count, name, 1, style="title"
    )
    if group.actor is not None and group.actor.role and group.actor.role not in group.name:
        paper.field(paper.words.label("field", "role"), group.actor.role, 2)


def _claim(paper: Paper, line: ClaimLine, carrier: str | None, depth: int) -> None:
    """A claim; `carrier`: the relay that all have in common, which is said once above them."""
    claim, words = line.claim, paper.words
    paper.item(claim.id, paper.teller.words_of(claim.content), depth)
    stance = paper.say("comma").join(_stance(claim, paper))
    if claim.cue is not None and any(map(str.isalnum, claim.cue.text)):  # a colon is no word to show
        paper.field(stance, claim.cue.text, depth + 1)
    else:
        paper.write(stance, depth + 1)
    for via in claim.via[:-1] if carrier else claim.via:
        paper.field(words.label("via_role", via.role), via.name, depth + 1)
    relays = {via.name for via in claim.via}
    medium, whom = (paper.teller.words_of(span) if span else "" for span in (claim.medium, claim.addressee))
    if not any(medium and medium in name for name in relays):
        paper.field(words.label("field", "medium"), medium, depth + 1)
    if whom not in relays:  # who is told something and passes it on is named once
        accused = claim.act == "accuse"  # is spoken of, and not to
        paper.field(paper.say("accused") if accused else words.label("field", "addressee"), whom, depth + 1)
    paper.field(words.label("field", "time"), paper.date(claim.time), depth + 1)
    paper.field(words.label("field", "within"), claim.within, depth + 1)
    for kind in dict.fromkeys(caveat.kind for told in (claim, *line.again) for caveat in told.caveats):
        paper.write(words.label("caveat", kind), depth + 1, style="warning")
    if line.again:
        paper.field(paper.say("again", n=1 + len(line.again)), ", ".join(told.id for told in line.again), depth + 1)
    paper.reason(claim.id, claim.rule, depth + 1)


def _stance(claim: Claim, paper: Paper) -> Iterable[str]:
    """How it was said, leaving out what goes without saying: an assertion, positive, without distance."""
    words = paper.words
    yield words.label("act", claim.act)
    yield words.label("mode", claim.mode)
    if claim.status not in (None, "asserted"):
        yield words.label("status", claim.status)
    if claim.polarity == "negative":
        yield words.label("polarity", claim.polarity)
    if claim.distance != "neutral":
        yield words.label("distance", claim.distance)
    if claim.headline:
        yield paper.say("in_headline")


def write_withheld(paper: Paper, report: Report) -> None:
    """What sources would not say."""
    if report.withheld:
        paper.section(paper.words.label("page_section", "withheld"), len(report.withheld))
    for item in report.withheld:
        paper.item(item.id, item.text, 1)
        paper.field(paper.words.label("withheld_what", item.what), speaker_name(item.speaker_name, paper), 2)
        paper.reason(item.id, item.rule, 2)
