"""`khabar explain`: why an item stands in a record."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any, TypedDict, Unpack

import click

from khabar.cli.about import about_options
from khabar.cli.streams import quiet_on_closed_pipe, say, write_line
from khabar.desk import Explanation, Failure, RuleCard, UnknownItem, Wishes, explain, read_sources
from khabar.record import Report


class _Asked(TypedDict):
    """The options as click hands them over."""

    published: str | None
    outlet: str | None
    language: str | None
    report: str | None


@click.command("explain")
@click.argument("source")
@click.argument("item")
@about_options
@click.option("--report", metavar="ID", help="Which report of the source, where it holds several.")
def explain_command(source: str, item: str, **asked: Unpack[_Asked]) -> None:
    """Show the words of an item in their surroundings, its fields, and the rule that read it.

    ITEM is an id from the record of SOURCE, such as c107-112.
    """
    wishes = Wishes(asked["published"], asked["outlet"], asked["language"])
    reports = _reports(source, wishes, asked["report"])
    found, unknown = _look_for(item, reports)
    if len(found) > 1:
        having = ", ".join(told.report for told in found)
        say(f"{len(found)} reports have an item {item!r}; say which with --report: {having}")
        sys.exit(2)
    if not found:
        for error in unknown[:1]:
            say(str(error))
            for near, words in error.near:
                click.echo(f"  {near}  {_short(words)}", err=True)
        if len(unknown) > 1:
            say(f"nor has any of the {len(unknown) - 1} other reports of {source}")
        sys.exit(2)
    with quiet_on_closed_pipe():
        for line in explanation_lines(found[0]):
            write_line(line)


def _reports(source: str, wishes: Wishes, wanted: str | None) -> list[Report]:
    """The reports of the source (the wanted one only); ends with a message and exit code 2 when there are none."""
    reports: list[Report] = []
    ids: list[str] = []
    for outcome in read_sources([source], wishes):
        if isinstance(outcome, Failure):
            say(outcome.message)
            continue
        ids.append(outcome.document.id)
        if wanted in (None, outcome.document.id):
            reports.append(outcome)
    if ids and not reports:
        say(f"{source} has no report {wanted!r}; there are: {', '.join(ids[:20])}{' …' if len(ids) > 20 else ''}")
    if not reports:
        sys.exit(2)
    return reports


def _look_for(item: str, reports: list[Report]) -> tuple[list[Explanation], list[UnknownItem]]:
    found: list[Explanation] = []
    unknown: list[UnknownItem] = []
    for report in reports:
        try:
            found.append(explain(report, item))
        except UnknownItem as error:
            unknown.append(error)
    return found, unknown


def explanation_lines(told: Explanation) -> Iterator[str]:
    """The explanation, line by line; source text stands in lines of its own or at a line's end."""
    yield f"{told.fields['id']}, one of the {told.layer} of {told.report or 'the report'}"
    yield ""
    yield from f"{told.before}[{told.words}]{told.after}".splitlines()
    yield ""
    for name, value in told.fields.items():
        if name not in ("id", "start", "end") and value not in (None, [], ""):
            yield from _field(name, value)
    yield ""
    yield from _rule(told.rule)


def _field(name: str, value: Any) -> Iterator[str]:
    """A field on a line; of a span its words, of a list each member."""
    if isinstance(value, list):
        for member in value:
            yield from _field(name, member)
    elif isinstance(value, dict) and "text" in value:
        rest = {k: v for k, v in value.items() if k not in ("text", "start", "end", "span") and v is not None}
        told = f" ({', '.join(f'{k} {v}' for k, v in rest.items())})" if rest else ""
        yield f"{name + told:<14}  {value['text']}"
    elif isinstance(value, dict):
        plain = " ".join(str(v) for v in value.values() if isinstance(v, str | int | float))
        spans = [v["text"] for v in value.values() if isinstance(v, dict) and "text" in v]
        yield f"{name:<14}  {'  '.join([plain, *spans])}"
    else:
        yield f"{name:<14}  {value}"


def _rule(card: RuleCard | None) -> Iterator[str]:
    if card is None:
        yield "No rule of a language pack read it: it follows from the layout of the report or from other items."
        return
    yield f"The rule {card.id}: {card.why}"
    yield "It takes:"
    for sentence in dict.fromkeys(example.sentence for example in card.takes):
        yield f"  {sentence}"


def _short(words: str) -> str:
    told = " ".join(words.split())
    return told if len(told) <= 60 else told[:60].rpartition(" ")[0] + " …"
