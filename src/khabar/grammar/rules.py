"""Rules: a pattern, the reason for it, sentences it takes, refuses and wishes for, and what it builds.

A rule is declared by the decorator `rule` over a small function.  The function's docstring says why the rule
exists; its body turns a match into an item (or into None, when a closer look refuses).  The id of a rule is its
module and name, it is written into every item the rule makes, and renaming it is a visible change.

Sentences are blocks of text: a line that starts at the margin is a sentence, the indented lines below it say
what must be read from it, one `field: value` a line.
"""

from __future__ import annotations

import inspect
import textwrap
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import ModuleType
from typing import Any, NamedTuple, overload

import msgspec

from khabar.grammar.patterns import Pattern, slots_of
from khabar.grammar.units import Unit


class Example(NamedTuple):
    """A sentence and what must be read from it: field name → text."""

    sentence: str
    fields: tuple[tuple[str, str], ...]


def examples(block: str) -> tuple[Example, ...]:
    """The examples of a block.  Raises ValueError when a field line stands before any sentence or names no field."""
    found: list[Example] = []
    for line in textwrap.dedent(block).strip("\n").splitlines():
        if not line.strip():
            continue
        if line[0] not in " \t":
            found.append(Example(line.strip(), ()))
            continue
        name, colon, value = line.strip().partition(":")
        if not colon or not name.strip() or not found:
            raise ValueError(f"not a field of an example sentence: {line!r}")
        found[-1] = Example(found[-1].sentence, (*found[-1].fields, (name.strip(), value.strip())))
    return tuple(found)


class Slot(Sequence[Unit]):
    """The units that a named part of a pattern matched."""

    __slots__ = ("first", "last", "units")

    def __init__(self, units: Sequence[Unit], first: int, last: int) -> None:
        self.units, self.first, self.last = units, first, last

    @overload
    def __getitem__(self, index: int) -> Unit: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Unit]: ...
    def __getitem__(self, index: int | slice) -> Unit | Sequence[Unit]:
        return self.units[self.first : self.last][index]

    def __len__(self) -> int:
        return self.last - self.first

    def __iter__(self) -> Iterator[Unit]:
        return iter(self.units[self.first : self.last])

    @property
    def start(self) -> int:
        """Source offset of the first unit."""
        return self.units[self.first].start

    @property
    def end(self) -> int:
        """Source offset behind the last unit."""
        return self.units[self.last - 1].end

    @property
    def view(self) -> str:
        """The folded words, joined by blanks."""
        return " ".join(u.view for u in self)


class Match(msgspec.Struct):
    """A rule that fits units[first:last] of a sentence, with its named parts; `text` is the whole source."""

    rule: Rule
    units: Sequence[Unit]
    first: int
    last: int
    parts: dict[str, tuple[int, int]]
    text: str = ""

    def slot(self, name: str) -> Slot | None:
        """The part of that name, None when it took no unit."""
        first, last = self.parts.get(name, (0, 0))
        return Slot(self.units, first, last) if first < last else None

    def take(self, name: str) -> Slot:
        """The part of that name.  Raises KeyError when it took no part."""
        return Slot(self.units, *self.parts[name])

    @property
    def whole(self) -> Slot:
        """All units of the match."""
        return Slot(self.units, self.first, self.last)


Builder = Callable[[Match], Any]


@dataclass(frozen=True)
class Rule:
    """One regularity of a language.  `trap` rules hold the words they match against all other rules and build nothing.

    `sentences` are the blocks of those it takes, refuses and wishes for; they are taken apart for whoever asks, since reading
    has no need of them.
    """

    id: str
    pattern: Pattern
    build: Builder
    why: str
    sentences: tuple[str, str, str] = ("", "", "")
    trap: bool = False

    @cached_property
    def takes(self) -> tuple[Example, ...]:
        """The sentences that it takes.  Raises ValueError, as `examples` does."""
        return examples(self.sentences[0])

    @cached_property
    def refuses(self) -> tuple[Example, ...]:
        """The sentences that it refuses."""
        return examples(self.sentences[1])

    @cached_property
    def wishes(self) -> tuple[Example, ...]:
        """The sentences that it should take and does not yet."""
        return examples(self.sentences[2])


def rule(
    pattern: Pattern, *, takes: str, refuses: str = "", wishes: str = "", trap: bool = False
) -> Callable[[Builder], Rule]:
    """Declare the decorated function as a rule.

    Raises ValueError when it does not say why it exists, and when two parts of its pattern have one name.
    """

    def declare(build: Builder) -> Rule:
        why = inspect.getdoc(build)
        if not why:
            raise ValueError(f"rule {build.__qualname__} does not say why it exists")
        twice = [name for name, times in Counter(slots_of(pattern)).items() if times > 1]
        if twice:
            raise ValueError(f"rule {build.__qualname__} names several parts alike: {', '.join(twice)}")
        name = f"{build.__module__.split('languages.', 1)[-1]}.{build.__name__}"
        return Rule(name, pattern, build, why, (takes, refuses, wishes), trap)

    return declare


def rules_of(module: ModuleType) -> list[Rule]:
    """The rules declared in a module, in the order of the file; rules it imports belong to the module they stand in."""
    rules = [value for value in vars(module).values() if isinstance(value, Rule)]
    return [rule for rule in rules if rule.build.__module__ == module.__name__]
