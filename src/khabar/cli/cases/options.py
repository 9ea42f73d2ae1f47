"""What the commands on a case share: the case, filters, who works, and how a case that cannot be used is told."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, TypeVar

import click

from khabar.cli.cases.passphrases import passphrase_option
from khabar.cli.speaking import told, ui_option, words
from khabar.cli.streams import quiet_on_closed_pipe, say
from khabar.desk.cases import CaseError, CaseMoved, Filter

_Command = TypeVar("_Command", bound=Callable[..., Any])
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_DIGITS: Final = 18
_REFERENCE: Final = re.compile(r"(?P<document>\d{1,18}):(?P<item>[a-z]\d+-\d+\S*)")


def case_argument(command: _Command) -> _Command:
    """Give a command its CASE and --ui."""
    argument = click.argument("case", metavar="CASE", type=click.Path(path_type=Path))
    return argument(ui_option(passphrase_option(command)))


def by_option(command: _Command) -> _Command:
    """Give a command the option --by."""
    return click.option("--by", metavar="NAME", help="Who does this; else the account's name.")(command)


def filter_options(command: _Command) -> _Command:
    """Give a command the filters."""
    for option in (
        click.option("--place", metavar="NAME", help="Reports that name this place."),
        click.option("--speaker", metavar="NAME", help="Reports in which somebody of this name is said to speak."),
        click.option("--outlet", metavar="NAME", help="Who published it."),
        day_options,
    ):
        command = option(command)
    return command


def day_options(command: _Command) -> _Command:
    """Give a command the filters by day of publication."""
    before = click.option("--before", metavar="DAY", callback=_day, help="Published on this day or before, YYYY-MM-DD.")
    after = click.option("--after", metavar="DAY", callback=_day, help="Published on this day or after, YYYY-MM-DD.")
    return after(before(command))


def _day(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    if value is not None and not _DAY.fullmatch(value):
        raise click.BadParameter(words().say("usage.no_day", value=value))
    return value


def filter_of(asked: Mapping[str, Any]) -> Filter:
    """The filters that were set, out of all options of a command."""
    return Filter(**{name: asked[name] for name in Filter.__slots__})


def pair(value: str) -> tuple[str, str]:
    """COLUMN=VALUE as its two parts.  Raises click.BadParameter."""
    column, equals, rest = value.partition("=")
    if not equals or not column:
        raise click.BadParameter(told("no_condition", value=value))
    return column, rest


def reference(value: str) -> tuple[int, str]:
    """DOCUMENT:ITEM as `khabar claims` prints it.  Raises click.BadParameter."""
    found = _REFERENCE.fullmatch(value)
    if found is None:
        raise click.BadParameter(told("no_reference", value=value))
    return int(found["document"]), found["item"]


def is_reference(value: str) -> bool:
    """Whether a value names an item of a case, and of no report by itself."""
    return _REFERENCE.fullmatch(value) is not None


def document_or_item(value: str) -> tuple[int, str | None]:
    """DOCUMENT or DOCUMENT:ITEM.  Raises click.BadParameter."""
    if value.isascii() and value.isdigit() and len(value) <= _DIGITS:
        return int(value), None
    return reference(value)


@contextmanager
def on_case() -> Iterator[None]:
    """End with a message and exit code 2 when the case cannot be used as asked; tell it when an older case is moved forward."""
    try:
        with quiet_on_closed_pipe(), warnings.catch_warnings():
            warnings.simplefilter("always", CaseMoved)
            warnings.showwarning = _say_moved
            yield
    except CaseError as error:
        say(words().say(f"case.{error.reason}", **error.details))
        raise SystemExit(2) from None


def _say_moved(message: Warning | str, *_: Any, **__: Any) -> None:
    if isinstance(message, CaseMoved):
        say(words().say("case.case_moved", **message.details))
