"""Where output goes: records on standard output in UTF-8, messages and the progress bar on standard error."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, TypeVar

import click
import msgspec

from khabar.cli.terminals import said, shown
from khabar.desk import Meter

_CLOSED_PIPE: Final = (errno.EPIPE, errno.EINVAL)  # Windows says EINVAL
_T = TypeVar("_T")


def write_line(text: str) -> None:
    """Write a line of data.  UTF-8 always, so that a redirected record is the same on every system."""
    _write(text.encode("utf-8", "replace"))


def write_json(value: dict[str, Any], *, indented: bool = False) -> None:
    """Write a JSON object on one line, or indented by two spaces over several."""
    packed = msgspec.json.encode(value)
    _write(msgspec.json.format(packed, indent=2) if indented else packed)


def _write(data: bytes) -> None:
    if sys.stdout.isatty():
        data = shown(data.decode("utf-8", "replace")).encode()
    sys.stdout.buffer.write(data + b"\n")
    sys.stdout.buffer.flush()


def say(message: str) -> None:
    """Tell the person at the terminal something."""
    click.echo(f"khabar: {said(message)}", err=True)


@contextlib.contextmanager
def quiet_on_closed_pipe() -> Iterator[None]:
    """End without a word when the reader of our output has had enough (`khabar read … | head`); exit code 1."""
    try:
        yield
    except OSError as error:
        if error.errno not in _CLOSED_PIPE:
            raise
        # what is still buffered must not be written at exit, which would complain
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


def with_bar(items: Iterable[_T], meter: Meter, reports: Callable[[], str]) -> Iterator[_T]:
    """The items; a bar runs on standard error, as `with_progress` does, with the bytes of the files that `meter` counts."""
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    columns = (
        BarColumn(),
        TaskProgressColumn(),
        TextColumn(f"{{task.fields[items]}} {reports()}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), redirect_stdout=False, transient=True) as progress:
        task = progress.add_task("", total=None, items=0)
        for number, item in enumerate(items, 1):
            progress.update(task, total=meter.total or None, completed=meter.done, items=number)
            yield item


def with_progress(items: Iterable[_T], reports: Callable[[], str]) -> Iterator[_T]:
    """The items; a count of them runs on standard error where that is a terminal and standard output is none.

    `reports` gives the word for what is counted: the file of messages is not opened for a bar that nobody sees.
    """
    if not sys.stderr.isatty() or sys.stdout.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn(f"{{task.completed}} {reports()}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), redirect_stdout=False, transient=True) as progress:
        task = progress.add_task("reading")
        for item in items:
            progress.advance(task)
            yield item


@contextlib.contextmanager
def told_progress(name: Callable[[str], str]) -> Iterator[Callable[[str, int, int], None]]:
    """What a long work may call with a part, how much of it is done and how much there is; a bar where that is seen.

    `name` gives the label of a part.  A part that does not know its end hands over 0 for it.
    """
    if not sys.stderr.isatty():
        yield lambda _part, _done, _all: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        tasks: dict[str, Any] = {}

        def tell(part: str, done: int, whole: int) -> None:
            if part not in tasks:
                tasks[part] = progress.add_task(name(part))
            progress.update(tasks[part], completed=done, total=whole or None)

        yield tell
