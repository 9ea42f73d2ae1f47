"""Options that tell about the reports, the same for every command that reads."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from khabar.cli.speaking import ui_option, words
from khabar.desk import Web, check_published, language_codes

_Command = TypeVar("_Command", bound=Callable[..., Any])


def _date(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    if value is None:
        return None
    try:
        return check_published(value)
    except ValueError:
        raise click.BadParameter(words().say("usage.no_date", value=value)) from None


def _language(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    if value is not None and value not in language_codes():
        raise click.BadParameter(words().say("usage.no_language", code=value, codes=", ".join(language_codes())))
    return value


class Count(click.IntRange):
    """A whole number, one or more."""

    def __init__(self) -> None:
        super().__init__(min=1)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number; a complaint in the language of the UI for anything else."""
        try:
            return int(super().convert(value, param, ctx))
        except click.BadParameter:
            raise click.BadParameter(words().say("usage.no_count", value=value), ctx=ctx, param=param) from None


class Minutes(click.FloatRange):
    """A number of minutes, one or more."""

    def __init__(self) -> None:
        super().__init__(min=1)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """The number; a complaint in the language of the UI for anything else."""
        try:
            return float(super().convert(value, param, ctx))
        except click.BadParameter:
            raise click.BadParameter(words().say("usage.no_minutes", value=value), ctx=ctx, param=param) from None


def about_options(command: _Command) -> _Command:
    """Give a command the options --published, --outlet, --language and --ui."""
    for option in (
        ui_option,
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


def web_options(command: _Command) -> _Command:
    """Give a command the options --allow-private and --pause."""
    for option in (
        click.option(
            "--pause",
            type=click.FloatRange(min=0),
            default=1.0,
            metavar="SECONDS",
            help="Between two requests to one host.",
        ),
        click.option("--allow-private", is_flag=True, help="Fetch addresses inside this machine or network too."),
    ):
        command = option(command)
    return command


def web_of(*, allow_private: bool, pause: float, recheck: bool = False) -> Web:
    """How the web is met, out of these options."""
    return Web(allow_private=allow_private, pause=pause, recheck=recheck)
