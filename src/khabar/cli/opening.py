"""Options that tell how sources are opened, the same for every command that reads them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypedDict, TypeVar

import click

from khabar.cli.speaking import told
from khabar.desk import TABLE_FIELDS, Opening

_Command = TypeVar("_Command", bound=Callable[..., Any])
_DAY_ORDERS: Final = ("dmy", "mdy", "ymd")


class Told(TypedDict):
    """The options as click hands them over."""

    columns: tuple[tuple[str, str], ...]
    day_order: str | None
    transcript: Path | None
    transcriber: str | None


def opening_options(command: _Command) -> _Command:
    """Give a command the options --columns, --day-order, --transcript and --transcriber."""
    for option in (
        click.option("--transcriber", metavar="NAME", help="Who typed the transcript."),
        click.option(
            "--transcript",
            metavar="FILE",
            type=click.Path(path_type=Path),
            help="The words of a picture, typed into a text file; the picture is the one SOURCE.",
        ),
        click.option(
            "--day-order",
            type=click.Choice(_DAY_ORDERS),
            help="How dates in digits are written (tables, WhatsApp): dmy, mdy or ymd; else the whole file tells.",
        ),
        click.option(
            "--columns",
            metavar="FIELD=HEADER,…",
            callback=_columns,
            help="Which column of a table holds what, such as text=Body,published=Date,outlet=Source.",
        ),
    ):
        command = option(command)
    return command


def opening_of(asked: Told, sources: tuple[str, ...]) -> Opening:
    """What the person said about the sources.  Raises click.UsageError where it does not fit them."""
    transcript, transcriber = asked["transcript"], asked["transcriber"]
    if transcript is not None and (transcriber is None or len(sources) != 1):
        raise click.UsageError(told("transcript_alone"))
    if transcript is None and transcriber is not None:
        raise click.UsageError(told("no_transcript"))
    return Opening(asked["columns"], asked["day_order"], str(transcript) if transcript else None, transcriber)


def _columns(_: click.Context, __: click.Parameter, value: str | None) -> tuple[tuple[str, str], ...]:
    """Pairs of field and header; a comma inside a header is written as two."""
    if value is None:
        return ()
    pairs = []
    for part in value.replace(",,", "\0").split(","):
        field, equals, header = part.replace("\0", ",").partition("=")
        if not equals or not header.strip() or field.strip() not in TABLE_FIELDS:
            raise click.BadParameter(told("no_column", value=part, fields=", ".join(TABLE_FIELDS)))
        pairs.append((field.strip(), header.strip()))
    return tuple(pairs)
