"""Options that tell about the reports, the same for every command that reads."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from khabar.desk import check_published, language_codes

_Command = TypeVar("_Command", bound=Callable[..., Any])


def _date(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    if value is None:
        return None
    try:
        return check_published(value)
    except ValueError as error:
        raise click.BadParameter(str(error)) from None


def _language(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    if value is not None and value not in language_codes():
        raise click.BadParameter(f"no language pack {value!r}; there are: {', '.join(language_codes())}")
    return value


def about_options(command: _Command) -> _Command:
    """Give a command the options --published, --outlet and --language."""
    for option in (
        click.option("--language", metavar="CODE", callback=_language, help="ar or en; else the script tells."),
        click.option("--outlet", metavar="NAME", help="Who published it."),
        click.option(
            "--published",
            metavar="DATE",
            callback=_date,
            help="Date of publication, YYYY-MM-DD or with time and zone; it goes before the date a page names, not "
            "before that of a JSON line. Without any, it is inferred from the text where that can be done.",
        ),
    ):
        command = option(command)
    return command
