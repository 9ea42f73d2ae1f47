"""`khabar explain`: what an item says, its words, its fields, and why it stands in a record."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TypedDict, Unpack

import click

from khabar.cli.about import about_options
from khabar.cli.cases.options import by_option, day_options, is_reference, on_case, reference
from khabar.cli.cases.passphrases import passphrase_option
from khabar.cli.explanation import explanation_lines
from khabar.cli.failures import failed
from khabar.cli.speaking import SpokenCommand, told, words
from khabar.cli.streams import quiet_on_closed_pipe, say, write_line
from khabar.desk import Failure, UnknownItem, Wishes, explain, read_sources
from khabar.desk.cases import Filter, report_of
from khabar.desk.crisis import explain_conflict
from khabar.record import Report


class _Asked(TypedDict):
    """The options as click hands them over."""

    published: str | None
    outlet: str | None
    language: str | None
    report: str | None
    by: str | None
    after: str | None
    before: str | None


@click.command("explain", cls=SpokenCommand)
@click.argument("source")
@click.argument("item")
@click.argument("because", metavar="[WORDS]", required=False)
@about_options
@passphrase_option
@by_option
@day_options
@click.option("--report", metavar="ID", help="Which report of the source, where it holds several.")
def explain_command(source: str, item: str, because: str | None, **asked: Unpack[_Asked]) -> None:
    """Show an item as a plain sentence, its words in their surroundings, its fields, and the rule that read it.

    Of a case SOURCE the ITEM is DOCUMENT:ITEM, as its views print it.

    With WORDS: enter into the case SOURCE by what the difference ITEM (an id of `khabar conflicts`) is explained. It stays listed.
    In a large case the days that `khabar conflicts` was asked for find it soon.
    """
    if because is not None:
        with on_case():
            entry = explain_conflict(
                Path(source), item, because, by=asked["by"], chosen=Filter(asked["after"], asked["before"])
            )
            say(told("signed_explained", conflict=item, seq=entry.seq))
        return
    if is_reference(item):
        document, item = reference(item)
        reports = [_in_case(Path(source), document)]
    else:
        wishes = Wishes(asked["published"], asked["outlet"], asked["language"])
        reports = _reports(source, wishes, asked["report"])
    found, unknown = _look_for(item, reports)
    if len(found) > 1:
        having = ", ".join(report.document.id for report in found)
        say(told("several", count=len(found), item=item, reports=having))
        sys.exit(2)
    if not found:
        for error in unknown[:1]:
            say(told("no_item" if error.near else "nothing_read", report=error.report or told("the_report"), item=item))
            for near, shown in error.near:
                click.echo(f"  {near}  {_short(shown)}", err=True)
        if len(unknown) > 1:
            say(told("nor_others", count=len(unknown) - 1, source=source))
        sys.exit(2)
    with quiet_on_closed_pipe():
        for line in explanation_lines(found[0], item, words().code):
            write_line(line)


def _in_case(case: Path, document: int) -> Report:
    """The report of a case by its number; ends with a message and exit code 2 when there is none."""
    with on_case():
        report = report_of(case, document)
    if report is None:
        say(words().say("case.document_unknown", document=document))
        sys.exit(2)
    return report


def _reports(source: str, wishes: Wishes, wanted: str | None) -> list[Report]:
    """The reports of the source (the wanted one only); ends with a message and exit code 2 when there are none."""
    reports: list[Report] = []
    ids: list[str] = []
    for outcome in read_sources([source], wishes):
        if isinstance(outcome, Failure):
            say(failed(outcome))
            continue
        ids.append(outcome.document.id)
        if wanted in (None, outcome.document.id):
            reports.append(outcome)
    if ids and not reports:
        shown = ", ".join(ids[:20]) + (" …" if len(ids) > 20 else "")
        say(told("no_report", source=source, report=wanted, reports=shown))
    if not reports:
        sys.exit(2)
    return reports


def _look_for(item: str, reports: list[Report]) -> tuple[list[Report], list[UnknownItem]]:
    """The reports that have the item, and what the others say of it."""
    found: list[Report] = []
    unknown: list[UnknownItem] = []
    for report in reports:
        try:
            explain(report, item)
        except UnknownItem as error:
            unknown.append(error)
        else:
            found.append(report)
    return found, unknown


def _short(shown: str) -> str:
    line = " ".join(shown.split())
    return line if len(line) <= 60 else line[:60].rpartition(" ")[0] + " …"
