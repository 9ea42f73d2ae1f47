"""`khabar corrections`, `rule`, `link`: what updates, corrects or takes back what."""

from __future__ import annotations

from pathlib import Path

import click
import msgspec

from khabar.cli.cases.options import by_option, case_argument, on_case
from khabar.cli.speaking import SpokenCommand, told, words
from khabar.cli.streams import say, write_json, write_line
from khabar.desk.cases.superseding import LINK_VERDICTS, RELATIONS, DocumentLink, corrections, link_documents, rule_link


@click.command("corrections", cls=SpokenCommand)
@case_argument
@click.option("--jsonl", is_flag=True, help="One JSON object a link and line.")
def corrections_command(case: Path, jsonl: bool) -> None:
    """List which reports update, correct or take back others: proposed by the words of their notices, or decided by people.

    Retracted reports stay in the case, and their items say so wherever they are shown.
    """
    with on_case():
        found = corrections(case)
        for link in found:
            if jsonl:
                write_json(msgspec.to_builtins(link))
            else:
                write_line(_line(link))
    if not found:
        say(told("no_rows"))


def _line(link: DocumentLink) -> str:
    said = words()
    relation = said.label("relation", link.relation)
    parts = [f"{link.seq}.", f"{link.document} {relation} {link.older}", f"[{said.label('link_state', link.state)}]"]
    if link.kind and link.why:
        parts += [said.label("notice", link.kind), said.label("why", link.why), " ".join((link.words or "").split())]
    return "  ".join([*parts, *(part for part in (link.decided_by, link.reason) if part)])


@click.command("rule", cls=SpokenCommand)
@case_argument
@click.argument("number", type=int, metavar="NUMBER")
@click.argument("verdict", type=click.Choice(LINK_VERDICTS))
@click.option("--reason", metavar="WORDS", help="Why; a rejection needs it.")
@by_option
def rule_command(case: Path, number: int, verdict: str, reason: str | None, by: str | None) -> None:
    """Enter a person's word on a link that `corrections` lists, by its number: accept or reject. The last word stands."""
    with on_case():
        entry = rule_link(case, number, verdict, reason=reason, by=by)
        say(told("decided", item=number, verdict=words().label("verdict", verdict), seq=entry.seq))


@click.command("link", cls=SpokenCommand)
@case_argument
@click.argument("document", type=int, metavar="DOCUMENT")
@click.argument("relation", type=click.Choice(RELATIONS))
@click.argument("older", type=int, metavar="DOCUMENT")
@click.option("--reason", metavar="WORDS", help="Why; a rejection needs it.")
@by_option
def link_command(case: Path, document: int, relation: str, older: int, **asked: str | None) -> None:
    """Enter that a report supersedes or retracts another, as a person sees it."""
    with on_case():
        entry = link_documents(case, (document, relation, older), reason=asked["reason"], by=asked["by"])
        say(told("linked", document=document, relation=words().label("relation", relation), older=older, seq=entry.seq))
