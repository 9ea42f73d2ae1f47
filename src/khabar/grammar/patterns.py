"""The words rules are written in.

A pattern is a small typed value: `unit("month")` is one unit of that class, `seq(a, b)` one after the other,
`either(a, b)` one of them, `maybe(a)`, `run(a, 1, 6)` a repetition, and `pattern["slot"]` gives a part its name.
A pattern knows no language: classes are named, and what belongs to a class stands in the pack's word lists.

A pattern compiles to an ordinary regular expression over class characters (see `alphabet`), so matching runs at
the speed of `re`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol


class Letters(Protocol):
    """What a pattern needs of an alphabet: the class characters that satisfy a leaf."""

    def letters(self, leaf: Leaf) -> str:
        """The regular expression for one leaf."""
        ...


class Pattern:
    """The base of all patterns."""

    def regex(self, letters: Letters) -> str:
        """The pattern as a regular expression over class characters."""
        raise NotImplementedError

    def leaves(self) -> Iterator[Leaf]:
        """The leaves of the pattern, in order."""
        raise NotImplementedError

    def needs(self) -> Iterator[frozenset[Leaf]]:
        """Leaves of which every match takes one: without a unit for any of them the pattern need not be tried."""
        yield from ()

    def __getitem__(self, name: str) -> Pattern:
        if not name.isidentifier() or not name.isascii():
            raise ValueError(f"{name!r} cannot name a part of a pattern; letters, digits and _ can")
        return _Named(self, name)


@dataclass(frozen=True)
class Leaf(Pattern):
    """One unit that has all classes of `has`, at least one of `some` (when given) and none of `but`."""

    has: frozenset[str]
    some: frozenset[str]
    but: frozenset[str]

    def accepts(self, signature: frozenset[str]) -> bool:
        """Whether a unit with these classes fits."""
        return self.has <= signature and not self.but & signature and (not self.some or bool(self.some & signature))

    def regex(self, letters: Letters) -> str:
        return letters.letters(self)

    def leaves(self) -> Iterator[Leaf]:
        yield self

    def needs(self) -> Iterator[frozenset[Leaf]]:
        if self.has or self.some:  # what only excludes fits nearly any unit
            yield frozenset((self,))


@dataclass(frozen=True)
class _Sequence(Pattern):
    parts: tuple[Pattern, ...]

    def regex(self, letters: Letters) -> str:
        return "".join(part.regex(letters) for part in self.parts)

    def leaves(self) -> Iterator[Leaf]:
        for part in self.parts:
            yield from part.leaves()

    def needs(self) -> Iterator[frozenset[Leaf]]:
        for part in self.parts:
            yield from part.needs()


@dataclass(frozen=True)
class _Either(Pattern):
    parts: tuple[Pattern, ...]

    def regex(self, letters: Letters) -> str:
        return "(?:" + "|".join(part.regex(letters) for part in self.parts) + ")"

    def leaves(self) -> Iterator[Leaf]:
        for part in self.parts:
            yield from part.leaves()

    def needs(self) -> Iterator[frozenset[Leaf]]:
        each = [list(part.needs()) for part in self.parts]
        if all(each):
            yield frozenset().union(*(min(needs, key=len) for needs in each))


@dataclass(frozen=True)
class _Run(Pattern):
    part: Pattern
    least: int
    most: int
    short: bool

    def regex(self, letters: Letters) -> str:
        return f"(?:{self.part.regex(letters)}){{{self.least},{self.most}}}{'?' if self.short else ''}"

    def leaves(self) -> Iterator[Leaf]:
        yield from self.part.leaves()

    def needs(self) -> Iterator[frozenset[Leaf]]:
        if self.least:
            yield from self.part.needs()


@dataclass(frozen=True)
class _Named(Pattern):
    part: Pattern
    name: str

    def regex(self, letters: Letters) -> str:
        return f"(?P<{self.name}>{self.part.regex(letters)})"

    def leaves(self) -> Iterator[Leaf]:
        yield from self.part.leaves()

    def needs(self) -> Iterator[frozenset[Leaf]]:
        yield from self.part.needs()


@dataclass(frozen=True)
class _Ahead(Pattern):
    part: Pattern
    wanted: bool
    behind: bool

    def regex(self, letters: Letters) -> str:
        sign = ("<" if self.behind else "") + ("=" if self.wanted else "!")
        return f"(?{sign}{self.part.regex(letters)})"

    def leaves(self) -> Iterator[Leaf]:
        yield from self.part.leaves()

    def needs(self) -> Iterator[frozenset[Leaf]]:
        if self.wanted:
            yield from self.part.needs()


def unit(*has: str, some: tuple[str, ...] = (), but: tuple[str, ...] = ()) -> Leaf:
    """One unit of all classes in `has`, of at least one in `some`, of none in `but`."""
    return Leaf(frozenset(has), frozenset(some), frozenset(but))


def one_of(*some: str, but: tuple[str, ...] = ()) -> Leaf:
    """One unit of any of these classes."""
    return Leaf(frozenset(), frozenset(some), frozenset(but))


def seq(*parts: Pattern) -> Pattern:
    """The parts, one after the other."""
    return _Sequence(parts)


def either(*parts: Pattern) -> Pattern:
    """The first of the parts that lets the whole match."""
    return _Either(parts)


def maybe(*parts: Pattern) -> Pattern:
    """The parts, or nothing."""
    return _Run(_Sequence(parts), 0, 1, False)


def run(part: Pattern, least: int, most: int, *, short: bool = False) -> Pattern:
    """`least` to `most` times the part, as many as possible (as few with `short`).  Raises ValueError when least > most."""
    if not 0 <= least <= most:
        raise ValueError(f"a run of {least} to {most} times; the first number may not be the greater")
    return _Run(part, least, most, short)


def ahead(part: Pattern) -> Pattern:
    """What must follow, without being taken."""
    return _Ahead(part, True, False)


def not_ahead(part: Pattern) -> Pattern:
    """What must not follow."""
    return _Ahead(part, False, False)


def behind(part: Leaf) -> Pattern:
    """The unit that must stand before."""
    return _Ahead(part, True, True)


def not_behind(part: Leaf) -> Pattern:
    """The unit that must not stand before."""
    return _Ahead(part, False, True)


@dataclass(frozen=True)
class _Edge(Pattern):
    sign: str

    def regex(self, letters: Letters) -> str:
        return self.sign

    def leaves(self) -> Iterator[Leaf]:
        yield from ()


BEGIN = _Edge(r"\A")
END: Pattern = _Edge(r"\Z")


class _AnyLetter:
    """An alphabet of one letter, for looking at a pattern without words."""

    def letters(self, leaf: Leaf) -> str:
        return "."


_NAME = re.compile(r"\(\?P<(\w+)>")


def slots_of(pattern: Pattern) -> list[str]:
    """The names of a pattern's parts, in order, as often as each is given."""
    return _NAME.findall(pattern.regex(_AnyLetter()))
