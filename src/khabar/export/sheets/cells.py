"""Cells: what a field of an item becomes in a sheet.

Whole and broken numbers stay numbers; everything else is text, dates too, because a program that takes 2022-01 for a day
changes it.  A word of a closed vocabulary is written as its label with the word of the file format behind it in square
brackets, so that people can read a sheet and a program can read it back.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final

from khabar.desk.wording import Messages
from khabar.record import Caveat, EventDate, EventPlace, MadeBy, Party, PopulationSpan, Span, Via

Cell = str | int | float | None
NARROW, MIDDLE, WIDE, WIDEST = 9, 18, 40, 60


@dataclass(frozen=True, slots=True)
class Part:
    """One column of a field.  `suffix`: "" for the field itself, else what of it ("start"); `width` in characters."""

    suffix: str
    width: int
    cell: Callable[[Any, Messages], Cell]


def marked(label: str, word: str) -> str:
    """A label with the word of the file format behind it; once where they are the same."""
    return label if label == word else f"{label} [{word}]"


def parts_of(hint: Any, vocabulary: str | None = None) -> tuple[Part, ...]:
    """The columns of a field by its declared type; `vocabulary`: the table of labels that its words have, if any.

    Raises KeyError for a type that no sheet knows yet, so that a new field cannot go missing.
    """
    bare = _without_none(hint)
    if vocabulary is not None and bare is not list:
        return (Part("", MIDDLE, lambda value, said: marked(said.label(vocabulary, value), value)),)
    if typing.get_origin(bare) is typing.Literal:
        return (Part("", MIDDLE, _plain),)
    return _PARTS[bare]


def _without_none(hint: Any) -> Any:
    """The type without None; of several kinds of numbers the first."""
    if isinstance(hint, types.UnionType) or typing.get_origin(hint) is typing.Union:
        return next(kind for kind in typing.get_args(hint) if kind is not types.NoneType)
    return hint


def _plain(value: Any, _: Messages) -> Cell:
    return None if value in (None, "") else typing.cast(Cell, value)


def _yes(value: bool, said: Messages) -> Cell:
    return said.say("page.yes") if value else None


def _field(name: str) -> Callable[[Any, Messages], Cell]:
    return lambda value, said: _plain(getattr(value, name), said)


def _label(name: str, vocabulary: str) -> Callable[[Any, Messages], Cell]:
    def cell(value: Any, said: Messages) -> Cell:
        word = getattr(value, name)
        return None if word is None else marked(said.label(vocabulary, word), word)

    return cell


def _joined(words: Iterable[str]) -> Cell:
    return " | ".join(words) or None


def _offsets(spans: Iterable[Span | None]) -> Cell:
    """Where several spans stand: "12-15 20-30", "-" for one that is nowhere."""
    return " ".join(f"{span.start}-{span.end}" if span else "-" for span in spans) or None


def _relays(value: list[Via], said: Messages) -> Cell:
    return _joined(f"{via.name} ({marked(said.label('via_role', via.role), via.role)})" for via in value)


def _reserves(value: list[Caveat], said: Messages) -> Cell:
    return _joined(f"{marked(said.label('caveat', c.kind), c.kind)}: {c.span.text}" for c in value)


def _people(value: list[PopulationSpan], said: Messages) -> Cell:
    return _joined(marked(said.label("population", p.value), p.value) for p in value)


_WORDS_OF_SPAN: Final = Part("", WIDE, _field("text"))
_SPAN: Final = (_WORDS_OF_SPAN, Part("start", NARROW, _field("start")), Part("end", NARROW, _field("end")))
_FROM: Final = Part("from", MIDDLE, _label("from_", "from"))
_PARTY: Final = (
    Part("", MIDDLE, _field("text")),
    Part("start", NARROW, lambda party, _: party.span.start if party.span else None),
    Part("end", NARROW, lambda party, _: party.span.end if party.span else None),
    Part("id", NARROW, _field("id")),
    _FROM,
    Part("basis", MIDDLE, _label("basis", "basis")),
)

_PARTS: Final[dict[Any, tuple[Part, ...]]] = {
    str: (Part("", MIDDLE, _plain),),
    int: (Part("", NARROW, _plain),),
    float: (Part("", NARROW, _plain),),
    bool: (Part("", NARROW, _yes),),
    list[str]: (Part("", MIDDLE, lambda value, _: _joined(value)),),
    Span: _SPAN,
    list[Span]: (
        Part("", WIDE, lambda value, _: _joined(span.text for span in value)),
        Part("spans", MIDDLE, lambda value, _: _offsets(value)),
    ),
    list[Via]: (
        Part("", MIDDLE, _relays),
        Part("spans", NARROW, lambda value, _: _offsets(via.span for via in value)),
    ),
    list[Caveat]: (
        Part("", WIDE, _reserves),
        Part("spans", NARROW, lambda value, _: _offsets(caveat.span for caveat in value)),
    ),
    list[PopulationSpan]: (
        Part("", MIDDLE, _people),
        Part("spans", NARROW, lambda value, _: _offsets(p.span for p in value)),
    ),
    Party: _PARTY,
    EventPlace: (Part("", MIDDLE, _field("name")), Part("id", NARROW, _field("id")), _FROM),
    EventDate: (Part("", MIDDLE, _field("value")), Part("id", NARROW, _field("id")), _FROM),
    MadeBy: (Part("khabar", NARROW, _field("khabar")), Part("rules", MIDDLE, _field("rules"))),
}
