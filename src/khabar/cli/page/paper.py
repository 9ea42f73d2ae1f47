"""Paper: lines of a page with their style, their width and the direction of their source words.

Terminals order right-to-left text line by line, and many of them badly.  So a line holds one field, source words stand at
its end behind the label, nothing is set in columns, and letters are never reshaped.  Only on a terminal source words are
wrapped in isolates (FSI … PDI), which keep them from pulling the label about; elsewhere they would be copied along.
"""

from __future__ import annotations

import os
import shutil
import sys
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from khabar.desk.rules.doubt import doubt_in_short
from khabar.desk.telling import Teller
from khabar.desk.wording import Messages, messages

_STYLES: Final = {"title": "1", "id": "2", "warning": "33", "alarm": "31", "faint": "2"}
_FSI, _PDI = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
_NARROWEST: Final = 40
_WIDEST: Final = 120
_STEP: Final = 2
_FURTHER: Final = 4
"""Columns by which the rest of a broken line stands further in: more than a field below it."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a page is set: the language of its labels, colour and isolates or not, columns (None: lines are not broken).

    `verbose` adds the sentence and the rule of each item, the layers that only support others, and why each rule exists.
    """

    ui: str = "en"
    colour: bool = False
    isolates: bool = False
    width: int | None = None
    verbose: bool = False


def look_of(ui: str, *, plain: bool, verbose: bool, environment: Mapping[str, str] = os.environ) -> Look:
    """The look for standard output: bare where it is no terminal or `plain` is wished; NO_COLOR takes the colour only."""
    if plain or not sys.stdout.isatty():
        return Look(ui, verbose=verbose)
    colour = not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"
    width = min(max(shutil.get_terminal_size().columns, _NARROWEST), _WIDEST)
    return Look(ui, colour=colour, isolates=True, width=width, verbose=verbose)


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stands on a line: khabar's own head, source words, and an id behind them."""

    head: str
    words: str
    tail: str = ""
    head_style: str = ""
    style: str = ""


@dataclass(slots=True)
class Paper:
    """Lines to be printed, in a look."""

    look: Look
    teller: Teller
    words: Messages = field(init=False)
    lines: list[str] = field(default_factory=list)
    rules: dict[str, None] = field(default_factory=dict)
    """The rules that `reason` has named, in the order of the page."""

    def __post_init__(self) -> None:
        self.words = messages(self.look.ui)

    def say(self, key: str, **fields: object) -> str:
        """A message of the table `line`."""
        return self.words.say(f"line.{key}", **fields)

    def section(self, title: str, count: int) -> None:
        """A title behind an empty line."""
        self.lines.append("")
        self.write(self.say("section", title=title, count=count), style="title")

    def item(self, name: str, words: str, depth: int = 1, label: str = "", style: str = "") -> None:
        """The first line of an item: a label where it needs one, its words, and its id by which it can be explained."""
        head = self.say("label", label=label) + " " if label else ""
        if self.words.direction == "rtl":
            self._set(_Piece(head, words, f"[{name}]", head_style=style), depth)
        else:
            self._set(_Piece(f"[{name}] {head}", words, head_style=style or "id"), depth)

    def field(self, label: str, value: str | None, depth: int = 2, style: str = "") -> None:
        """A field on a line of its own: a label and source words; nothing where there are none."""
        if value and value.strip():
            self._set(_Piece(self.say("label", label=label) + " ", value, style=style), depth)

    def words_alone(self, words: str, depth: int = 0) -> None:
        """Source words on a line of their own."""
        self._set(_Piece("", words), depth)

    def date(self, value: str | None) -> str:
        """A date value in words; nothing for none."""
        return self.teller.date(value) if value else ""

    def reason(self, item: str, rule: str, depth: int) -> None:
        """The sentence and the rule of an item, on a verbose page."""
        if self.look.verbose:
            self.rules[rule] = None
            self.field(self.say("sentence"), self.teller.sentence(item), depth)
            self.field(self.say("rule"), f"{rule} ({doubt_in_short(rule, self.words)})", depth, style="faint")

    def write(self, text: str, depth: int = 0, style: str = "") -> None:
        """A line of khabar's own words."""
        for line in self._broken(" " * (_STEP * depth), text):
            self.lines.append(self._styled(line, style))

    def _set(self, piece: _Piece, depth: int) -> None:
        """Source words behind a head, broken to the width with every further line further in."""
        head, tail, words = piece.head, piece.tail, " ".join(piece.words.split())
        indent = " " * (_STEP * depth)
        first = len(words.partition(" ")[0])
        if self.look.width is not None and len(indent + head) + first + len(tail) > self.look.width:
            self.write(head.rstrip(), depth, style=piece.head_style or piece.style)
            indent, head = indent + " " * _FURTHER, ""
        broken = self._broken(indent + head, f"{words} {tail}" if tail else words)
        for number, line in enumerate(broken):
            start = indent + head if number == 0 else indent + " " * _FURTHER
            body, mark = line[len(start) :], ""
            if tail and number == len(broken) - 1:
                body, mark = body.removesuffix(tail), self._styled(self._isolated(tail), "id")
            lead = indent + self._styled(head, piece.head_style) if number == 0 else start
            body = self._styled(self._isolated(body.rstrip()), piece.style)
            self.lines.append(f"{lead}{body}{' ' if mark and body else ''}{mark}")

    def _broken(self, start: str, text: str) -> list[str]:
        if self.look.width is None:
            return [start + text]
        indent = " " * (len(start) - len(start.lstrip()) + _FURTHER)
        return textwrap.wrap(
            text, self.look.width, initial_indent=start, subsequent_indent=indent, break_long_words=False,
            break_on_hyphens=False, drop_whitespace=True,
        ) or [start]  # fmt: skip

    def _isolated(self, text: str) -> str:
        return f"{_FSI}{text}{_PDI}" if self.look.isolates and text else text

    def _styled(self, text: str, style: str) -> str:
        return f"\033[{_STYLES[style]}m{text}\033[0m" if self.look.colour and style and text.strip() else text
