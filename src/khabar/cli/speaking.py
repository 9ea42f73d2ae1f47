"""The command's own language: help, errors and messages in the language of `--ui`, or of the locale.

The command line library keeps its own few words in English and takes texts when a command is declared, before anyone
knows for whom.  So the declared texts are the English of developers, and what a person sees comes from the message
files: help by the names of commands and options, errors by their kind.  What has no message there is shown as declared.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Any, Final, TypeVar

import click

from khabar.cli.complaints import complaint
from khabar.desk.wording import Messages, messages, ui_languages

_Command = TypeVar("_Command", bound=Callable[..., Any])
_LOCALES: Final = ("LC_ALL", "LC_MESSAGES", "LANG")
_DEFAULT: Final = "en"


def ui_of(arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> str:
    """The language of the UI: what --ui says anywhere on the line, else the locale's where khabar speaks it, else English.

    Looked for before the line is parsed, because the parser's own complaints are spoken too.
    """
    given = arguments[: arguments.index("--")] if "--" in arguments else arguments
    for here, following in pairwise([*given, ""]):
        wanted = following if here == "--ui" else here.removeprefix("--ui=") if here.startswith("--ui=") else ""
        if wanted in ui_languages():
            return wanted
    # the first of them that is set decides, as everywhere
    locale = next((environment[name] for name in _LOCALES if environment.get(name)), "")
    code = locale.replace("-", "_").partition("_")[0].partition(".")[0].lower()
    return code if code in ui_languages() else _DEFAULT


def words() -> Messages:
    """The messages of the running command; English ones outside of any."""
    context = click.get_current_context(silent=True)
    found = context.find_root().obj if context else None
    return found if isinstance(found, Messages) else messages(_DEFAULT)


def told(key: str, **fields: object) -> str:
    """A message of the table `told` in the language of the running command."""
    return words().say(f"told.{key}", **fields)


def ui_option(command: _Command) -> _Command:
    """Give a command the option --ui; `ui_of` has read its value by then."""
    return click.option(
        "--ui",
        type=click.Choice(ui_languages()),
        expose_value=False,
        help="Language of labels, explanations and errors.",
    )(command)


class SpokenCommand(click.Command):
    """A command whose help is spoken in the language of the UI."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line of usage."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=words().say("help.usage") + " ")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command is for."""
        formatter.write_paragraph()
        with formatter.indentation():
            for paragraph in _help_of(self).split("\n\n"):
                formatter.write_text(" ".join(paragraph.split()))
                formatter.write_paragraph()

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        records = [(option, record) for option in options if (record := option.get_help_record(ctx))]
        rows = [(shown, option_help(self, option) or text) for option, (shown, text) in records]
        if rows:
            with formatter.section(words().say("help.options").removesuffix(":")):
                formatter.write_dl(rows)

    def get_short_help_str(self, limit: int = 45) -> str:
        """The first sentence of what the command is for."""
        return _first_sentence(_help_of(self), 2 * limit)


class SpokenGroup(SpokenCommand, click.Group):
    """The group of all commands: it finds out the language, and tells what went wrong in it."""

    command_class = SpokenCommand

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Run the command line.  Ends the process with the exit code, except where `standalone_mode` is False."""
        language = messages(ui_of(sys.argv[1:] if args is None else [*args]))
        try:
            result = super().main(args, prog_name, complete_var, standalone_mode=False, obj=language, **extra)
        except click.ClickException as error:
            if not standalone_mode:
                raise
            click.echo(complaint(error, language), err=True)
            sys.exit(error.exit_code)
        except click.Abort:
            if not standalone_mode:
                raise
            click.echo(language.say("told.stopped"), err=True)
            sys.exit(1)
        if not standalone_mode:
            return result
        sys.exit(result if isinstance(result, int) else 0)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the commands."""
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands with their first sentences."""
        rows = [(name, self._short_help(name)) for name in self.list_commands(ctx)]
        with formatter.section(words().say("help.commands").removesuffix(":")):
            formatter.write_dl(rows)

    def _short_help(self, name: str) -> str:
        """The first sentence of what a command is for; where the message files say it, the command itself is not loaded."""
        spoken = _spoken_help(name)
        return _first_sentence(spoken) if spoken else self.commands[name].get_short_help_str()

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is named; a complaint in the language of the UI when there is none."""
        if args and args[0] not in self.commands and not args[0].startswith("-"):
            raise click.UsageError(words().say("usage.no_such_command", command=args[0]), ctx)
        return super().resolve_command(ctx, args)


def option_key(param: click.Parameter) -> str:
    """The name by which an option's help stands in the message files: its first long form, without dashes."""
    long = next((form for form in param.opts if form.startswith("--")), param.opts[0])
    return long.lstrip("-").replace("-", "_")


def option_help(command: click.Command, option: click.Option) -> str | None:
    """What the message files say of an option: of this command ("score.json"), of the options that it belongs to
    ("form.csv", by the name that click hands its value over), or of all options so called.
    """
    known: dict[str, str] = words().tables["help"]["option"]
    key = option_key(option)
    return next((known[name] for name in (f"{command.name}.{key}", f"{option.name}.{key}", key) if name in known), None)


def _help_of(command: click.Command) -> str:
    """What a command is for, in the language of the UI; as declared where the message files do not say."""
    return _spoken_help(command.name if command.name != "main" else "khabar") or str(command.help or "")


def _spoken_help(name: str | None) -> str:
    """What the message files say of a command."""
    return str(words().tables["help"]["command"].get(name) or "")


def _first_sentence(text: str, limit: int = 90) -> str:
    """The first sentence, cut between two words where it is longer than the limit."""
    sentence = text.strip().split("\n\n")[0].split(". ")[0].rstrip(".:")
    return sentence if len(sentence) <= limit else sentence[:limit].rpartition(" ")[0].rstrip("،,;:؛ ") + " …"
