"""`khabar read`: sources into records."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import Unpack

import click
import msgspec

from khabar.cli import page
from khabar.cli.about import Count, about_options, web_of, web_options
from khabar.cli.exports import Export, exported
from khabar.cli.failures import failed, noted
from khabar.cli.opening import Told, opening_of, opening_options
from khabar.cli.speaking import SpokenCommand, told, words
from khabar.cli.streams import quiet_on_closed_pipe, say, with_progress, write_json, write_line
from khabar.desk import Failure, Outcome, Taking, Wishes, read_sources
from khabar.export import page as web_page
from khabar.export import sheets
from khabar.record import Report


class _Asked(Told):
    """The options as click hands them over."""

    published: str | None
    outlet: str | None
    language: str | None
    form: str | None
    numbers: bool
    no_text: bool
    jobs: int
    html: Path | None
    csv: Path | None
    xlsx: Path | None
    plain: bool
    verbose: bool
    allow_private: bool
    pause: float


@dataclass(slots=True)
class Tally:
    """How many reports were read and how many failed."""

    read: int = 0
    failed: int = 0

    @property
    def exit_code(self) -> int:
        """0 all read, 1 some failed, 2 nothing could be read."""
        if not self.read:
            return 2
        return 1 if self.failed else 0


@click.command("read", cls=SpokenCommand)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@about_options
@web_options
@opening_options
@click.option("--json", "form", flag_value="json", help="One indented JSON object; for a single report.")
@click.option("--jsonl", "form", flag_value="jsonl", help="One JSON object a report and line; errors too.")
@click.option("--text", "form", flag_value="text", help="A page to read, for each report.")
@click.option(
    "--html",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="Write a page for the browser: to a file (.html) for one report, to a folder, with an index, for several.",
)
@click.option(
    "--csv",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Write tables: a CSV file a layer, one row an item.",
)
@click.option(
    "--xlsx",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write a workbook: a sheet a layer, one row an item.",
)
@click.option(
    "--plain", is_flag=True, help="No colour, no direction marks, no broken lines: pages that can be compared."
)
@click.option(
    "-v", "--verbose", is_flag=True, help="On the page: sentence and rule of each item, actors, times, places."
)
@click.option("--numbers", is_flag=True, help="Add every number expression to the record.")
@click.option("--no-text", is_flag=True, help="Leave the report's full text out of the JSON.")
@click.option("--jobs", type=Count(), default=1, metavar="N", help="Read in N processes, order kept.")
def read_command(sources: tuple[str, ...], **asked: Unpack[_Asked]) -> None:
    """Read reports and print their records.

    A SOURCE is a file, a folder, an http(s) address or - for standard input: plain text, HTML or JSON Lines (id, text,
    published, outlet, language, title, url). On a terminal the record is a page to read; else JSON for one report and
    JSON Lines for more; with --html, --csv or --xlsx nothing is printed but what is asked for.

    Exit codes: 0 all read, 1 some failed, 2 nothing could be read.
    """
    wishes = Wishes(asked["published"], asked["outlet"], asked["language"], asked["numbers"])
    web = web_of(allow_private=asked["allow_private"], pause=asked["pause"])
    how = Taking(web, None, opening_of(asked, sources), lambda note: say(noted(note)))
    tally = Tally()
    with quiet_on_closed_pipe():
        outcomes = with_progress(read_sources(sources, wishes, asked["jobs"], how), partial(told, "reports"))
        exports = _exports(asked)
        outcomes = exported(_counted(outcomes, tally), exports)
        form, outcomes = ("", outcomes) if exports and not asked["form"] else _settle_form(asked["form"], outcomes)
        if form == "text":
            _print_pages(outcomes, page.look_of(words().code, plain=asked["plain"], verbose=asked["verbose"]))
        else:
            _print(outcomes, form, with_text=not asked["no_text"])
    sys.exit(tally.exit_code)


def _exports(asked: _Asked) -> list[Export]:
    """The files that were asked for."""
    made: list[Export] = []
    if asked["html"] is not None:
        made.append(web_page.Pages(asked["html"], words().code))
    if asked["csv"] is not None:
        made.append(sheets.CsvFolder(asked["csv"], words().code))
    if asked["xlsx"] is not None:
        made.append(sheets.Workbook(asked["xlsx"], words().code))
    return made


def _settle_form(form: str | None, outcomes: Iterator[Outcome]) -> tuple[str, Iterator[Outcome]]:
    """The form of the output, and all outcomes: one report or more decides between JSON and JSON Lines."""
    if form in ("jsonl", "text"):
        return form, outcomes
    if form is None and sys.stdout.isatty():
        return "text", outcomes
    first = list(islice(outcomes, 2))
    if form == "json" and len(first) > 1:
        raise click.UsageError(told("json_is_for_one"))
    return "json" if len(first) < 2 else "jsonl", chain(first, outcomes)


def _counted(outcomes: Iterable[Outcome], tally: Tally) -> Iterator[Outcome]:
    """The outcomes, counted; failures are told on standard error."""
    for outcome in outcomes:
        if isinstance(outcome, Failure):
            tally.failed += 1
            say(failed(outcome))
        else:
            tally.read += 1
        yield outcome


def _print_pages(outcomes: Iterable[Outcome], look: page.Look) -> None:
    """Print the page of each report as it comes."""
    for number, outcome in enumerate(outcomes):
        if isinstance(outcome, Report):
            write_line(("\n" if number else "") + page.page_of(outcome, look))


def _print(outcomes: Iterable[Outcome], form: str, *, with_text: bool) -> None:
    """Print the records as they come; the form "" prints nothing."""
    for outcome in outcomes:
        if form and isinstance(outcome, Report):
            write_json((outcome if with_text else _without_text(outcome)).to_dict(), indented=form == "json")
        elif form == "jsonl":
            write_json(outcome.to_dict())


def _without_text(report: Report) -> Report:
    return msgspec.structs.replace(report, document=msgspec.structs.replace(report.document, text=None))
