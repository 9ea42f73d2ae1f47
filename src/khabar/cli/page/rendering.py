"""The page of a report, section by section, in the order in which a desk needs them."""

from __future__ import annotations

from khabar.cli.page.happened import write_blame, write_events, write_names
from khabar.cli.page.paper import Look, Paper
from khabar.cli.page.reserves import write_caveats, write_disagreements, write_headline, write_unread
from khabar.cli.page.said import write_claims, write_withheld
from khabar.cli.page.tolls import write_figures
from khabar.desk import rule_card
from khabar.desk.digest import Digest, digest
from khabar.desk.rules.reasons import reason_of
from khabar.desk.telling import Teller
from khabar.record import Report

_PLAIN = Look()


def page_of(report: Report, look: Look = _PLAIN) -> str:
    """The page.  Without a width its lines are not broken, so that two pages can be compared line by line."""
    paper = Paper(look, Teller(report, look.ui))
    told = digest(report)
    paper.write(report.document.id or paper.say("no_name"), style="title")
    if report.document.title and report.document.title != report.document.id:
        paper.words_alone(report.document.title)
    paper.write(strip_of(told, paper))
    write_disagreements(paper, told)
    write_headline(paper, told)
    write_caveats(paper, told)
    write_figures(paper, told)
    write_blame(paper, told)
    write_claims(paper, told)
    write_withheld(paper, report)
    write_events(paper, told)
    if look.verbose:
        write_names(paper, report)
    write_unread(paper, told)
    if look.verbose:
        write_rules(paper)
    return "\n".join(paper.lines)


def write_rules(paper: Paper) -> None:
    """The rules that the page names, each once with its reason."""
    cards = [card for card in map(rule_card, paper.rules) if card]
    if cards:
        paper.section(paper.words.say("page.rules"), len(cards))
    for card in cards:
        paper.write(card.id, 1)
        paper.write(reason_of(card, paper.look.ui).text, 2)


def strip_of(told: Digest, paper: Paper) -> str:
    """The strip: outlet, date and its basis, the counts, and what to beware of."""
    document, counts, words = told.document, told.counts, paper.words
    basis = words.label("published_basis", document.published_basis)
    parts = [
        document.outlet or paper.say("outlet_unknown"),
        paper.say("published", date=document.published, basis=basis)
        if document.published
        else paper.say("date_unknown"),
        words.say("page_count.named", n=counts.named),
        words.say("page_count.unnamed", n=counts.unnamed) if counts.unnamed else "",
        words.say("page_count.disagreements", n=counts.disagreements),
        words.say("page_count.headline", n=counts.headline) if counts.headline else "",
        words.say("page_count.caveats", n=counts.caveats),
        *(words.say(f"page_count.{why}", n=number) for why, number in counts.unread),
    ]
    if not counts.unread:
        parts.append(paper.say("all_read"))
    if document.flags:
        flags = paper.say("comma").join(flag_label(flag, paper) for flag in document.flags)
        parts.append(paper.say("beware", flags=flags))
    return " · ".join(part for part in parts if part)


def flag_label(flag: str, paper: Paper) -> str:
    """A flag of the document in words; one without words of its own as it is."""
    known = paper.words.tables["flag"]
    return paper.words.label("flag", flag) if flag in known else flag
