"""Units: what rules see of a sentence, one unit a word until a rule fuses several into one.

A unit knows its place in the source, the word classes a pack's lexicon gave it, and how many letters of glued
particles stand before its stem.  `classes` maps a class name to whatever the list said about the word (a number,
a row of a table, True).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

import msgspec

Classes = Mapping[str, Any]
ANYTHING = -1
"""The hints of a unit of which nobody worked out what may be found in it."""


class Reading(msgspec.Struct):
    """What a pack knows of one written word, whatever sentence it stands in.

    `classes`: class name → value.  `signature`: the class names, as one hashable set.  `cut`: source characters of
    a glued conjunction; `stem`: source characters of all glued particles together (cut <= stem).
    """

    classes: Classes
    signature: frozenset[str]
    cut: int = 0
    stem: int = 0


def reading(classes: Classes, cut: int = 0, stem: int = 0) -> Reading:
    """A reading with its signature worked out."""
    return Reading(classes, signature_of(classes), cut, stem)


_signatures: dict[frozenset[str], frozenset[str]] = {}
_REMEMBERED = 1 << 15  # signatures; a long run meets some thousand


def signature_of(classes: Iterable[str]) -> frozenset[str]:
    """The set of some class names, one and the same object for the same names: it is looked up again and again."""
    made = frozenset(classes)
    if len(_signatures) >= _REMEMBERED:
        _signatures.clear()
    return _signatures.setdefault(made, made)


@lru_cache(maxsize=_REMEMBERED)
def _with_names(signature: frozenset[str], names: tuple[str, ...]) -> frozenset[str]:
    return signature_of(signature.union(names))


class Unit(msgspec.Struct, eq=False, gc=False):
    """One word, number, mark or fused expression: source offsets, folded view, classes, token indexes (half open).

    `hints`: bits of what later steps of a pack may find in it, so that they pass over the others; all of them where nobody
    worked that out, or where the unit was changed since.  A struct, since texts make them by the million.
    """

    start: int
    end: int
    first: int
    last: int
    text: str
    view: str
    classes: Classes
    signature: frozenset[str]
    cut: int
    stem: int
    hints: int = ANYTHING

    @classmethod
    def of(cls, place: tuple[int, int, int, int], text: str, view: str, read: Reading) -> Unit:
        """The unit of what has a reading; `place`: start, end, first and last token."""
        start, end, first, last = place
        cut, stem = start + read.cut, start + read.stem
        return cls(start, end, first, last, text, view, read.classes, read.signature, cut, stem)

    def plus(self, extra: Classes) -> Unit:
        """The same unit with more classes."""
        return Unit(
            self.start,
            self.end,
            self.first,
            self.last,
            self.text,
            self.view,
            {**self.classes, **extra},
            _with_names(self.signature, tuple(extra)),
            self.cut,
            self.stem,
        )

    def __contains__(self, name: str) -> bool:
        return name in self.signature

    def __getitem__(self, name: str) -> Any:
        return self.classes[name]

    def get(self, name: str) -> Any:
        """The value of a class, None when the unit has it not."""
        return self.classes.get(name)

    def __repr__(self) -> str:
        return f"<{self.text} {self.start}:{self.end} {' '.join(sorted(self.signature))}>"


def fuse(parts: Sequence[Unit], text: str, classes: Classes) -> Unit:
    """One unit in the place of several neighbours.  `text` is the whole source; glued particles of the first stay known."""
    head, tail = parts[0], parts[-1]
    read = reading(classes, head.cut - head.start, head.stem - head.start)
    view = " ".join(part.view for part in parts)
    return Unit.of((head.start, tail.end, head.first, tail.last), text[head.start : tail.end], view, read)
