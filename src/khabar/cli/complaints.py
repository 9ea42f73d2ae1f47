"""What was wrong with a command line, in the language of the UI."""

from __future__ import annotations

import re
from typing import Final

import click

from khabar.desk.wording import Messages

_VALUES: Final = (
    ("not_one_of", re.compile(r"'(?P<value>.*)' is not one of (?P<known>.*)\.")),
    ("no_whole", re.compile(r"'(?P<value>.*)' is not a valid integer(?: range)?\.")),
    ("no_number", re.compile(r"'(?P<value>.*)' is not a valid float(?: range)?\.")),
    ("outside", re.compile(r"(?P<value>\S+) is not in the range (?P<range>.*)\.")),
    ("not_there", re.compile(r"\w+ '(?P<value>.*)' does not exist\.")),
    ("is_folder", re.compile(r"\w+ '(?P<value>.*)' is a directory\.")),
    ("is_file", re.compile(r"\w+ '(?P<value>.*)' is a file\.")),
)
"""What the command line library says of values, with the message that says it in the language of the UI."""
_EXTRA = re.compile(r"unexpected extra arguments? \((?P<words>.*)\)")


def complaint(error: click.ClickException, words: Messages) -> str:
    """The lines that tell of an error: how the command is used, where help is, and what was wrong."""
    lines: list[str] = []
    if isinstance(error, click.UsageError) and error.ctx is not None:
        context = error.ctx
        with context.scope(cleanup=False):
            lines.append(context.get_usage())
        if context.command.get_help_option(context) is not None:
            option = context.help_option_names[-1] if context.help_option_names else "--help"
            lines += [words.say("usage.try", command=context.command_path, option=option), ""]
    return "\n".join([*lines, words.say("usage.error", message=_what(error, words))])


def _what(error: click.ClickException, words: Messages) -> str:
    """The error itself by its kind; as the library words it where it is of no kind known here."""
    if isinstance(error, click.NoSuchOption):
        meant = words.say("usage.meant", names=", ".join(sorted(error.possibilities))) if error.possibilities else ""
        return words.say("usage.no_such_option", option=error.option_name, meant=meant)
    if isinstance(error, click.MissingParameter):
        return words.say("usage.missing", what=_hint(error))
    if isinstance(error, click.BadParameter):
        hint, message = _hint(error), _of_value(error.message, words)
        return words.say("usage.bad_value", what=hint, message=message) if hint else message
    if isinstance(error, click.BadOptionUsage) and "requires an argument" in error.message:
        return words.say("usage.needs_value", option=error.option_name)
    if found := _EXTRA.search(error.message):
        return words.say("usage.extra", words=found["words"])
    return error.format_message()


def _of_value(message: str, words: Messages) -> str:
    """What is wrong with a value; as it stands where it is no message of the library."""
    for name, pattern in _VALUES:
        if found := pattern.fullmatch(message):
            fields = found.groupdict()
            if "known" in fields:
                fields["known"] = ", ".join(re.findall(r"'(.*?)'", fields["known"]))
            return words.say(f"usage.{name}", **fields)
    return message


def _hint(error: click.BadParameter) -> str:
    """The option or argument that an error is about, as it is written."""
    hint = error.param_hint
    if hint is None and error.param is not None:
        hint = error.param.get_error_hint(error.ctx) if error.ctx else error.param.human_readable_name
    told = hint if isinstance(hint, str) or hint is None else " / ".join(hint)
    return (told or "").replace("'", "").removesuffix("...")
