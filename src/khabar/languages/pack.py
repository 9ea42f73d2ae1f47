"""The contract of a language pack, and the one place where packs are loaded.

A pack is a folder `languages/<code>/` whose `__init__` defines `PACK`.  `reading` calls its parts in a fixed order:
units → numbers → times → places → names → claims → figures → events; each part sees the units that the parts
before it fused.
"""

from __future__ import annotations

import importlib
import importlib.util
import pkgutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from khabar.grammar import Found, Grammar, Rule, Unit
from khabar.languages.drafts import (
    ActingDraft,
    ActorDraft,
    CaveatDraft,
    ClaimDraft,
    EventDraft,
    FigureDraft,
    NameDraft,
    Offsets,
    Sentence,
    Stance,
    WithheldDraft,
)
from khabar.text.page import Page


def _nothing(_: Sentence) -> list[Any]:
    """Of a language whose rules read none."""
    return []


def _nobody(_: Sentence, __: Offsets) -> None:
    """Of a language that does not describe its speakers."""
    return


def _unasked(_: Sentence) -> None:
    """Of a language that drops no subjects."""
    return


@cache
def _as_written(view: str) -> tuple[tuple[int, str], ...]:
    """A language without glued particles: the word is its own stem."""
    return ((0, view),)


@dataclass(frozen=True)
class Pack:
    """Everything `reading` asks of a language.

    `units(page, first, last)`: the tokens of a sentence as units.  `numbers` builds Quantity values, `times`
    TimeDraft values; `places(units)` finds places (PlaceDraft values) that later steps may fuse; `claims`,
    `figures` read a finished sentence; `stance` says how a content is put (status and polarity); `names` finds titled
    persons anywhere in a sentence, so that a bare title can be tied to its bearer.  `withheld` and `caveats` read what
    a sentence does not say, or says with reserve; `events` what happened; `actor` describes whom a phrase of it
    names, `acting` who acts in a sentence without claims, `suspect` who is accused or arrested in one; `name_forms` gives the
    stems, ends of it, under which a folded word may be part of a name, the whole word first, each with the letters cut off
    before it.
    """

    code: str
    direction: str
    units: Callable[[Page, int, int], list[Unit]]
    numbers: Grammar
    times: Grammar
    places: Callable[[Sequence[Unit]], list[Found]]
    claims: Callable[[Sentence], list[ClaimDraft]]
    figures: Callable[[Sentence], list[FigureDraft]]
    stance: Callable[[Sequence[Unit]], Stance]
    names: Callable[[Sentence], list[NameDraft]]
    rules: tuple[Rule, ...] = field(default=(), repr=False)
    withheld: Callable[[Sentence], list[WithheldDraft]] = field(default=_nothing)
    caveats: Callable[[Sentence], list[CaveatDraft]] = field(default=_nothing)
    events: Callable[[Sentence], list[EventDraft]] = field(default=_nothing)
    actor: Callable[[Sentence, Offsets], ActorDraft | None] = field(default=_nobody)
    acting: Callable[[Sentence], ActingDraft | None] = field(default=_unasked)
    suspect: Callable[[Sentence], NameDraft | None] = field(default=_unasked)
    name_forms: Callable[[str], tuple[tuple[int, str], ...]] = field(default=_as_written)


class UnknownLanguage(ValueError):
    """No pack of that code is installed."""


@cache
def load(code: str) -> Pack:
    """The pack of a language code ("ar", "en").  Raises UnknownLanguage when there is none."""
    name = f"khabar.languages.{code}"
    if not code.isidentifier() or importlib.util.find_spec(name) is None:
        raise UnknownLanguage(f"no language pack {code!r}; there are: {', '.join(codes())}")
    pack = importlib.import_module(name).PACK
    assert isinstance(pack, Pack)
    return pack


@cache
def codes() -> tuple[str, ...]:
    """The codes of the packs that are installed."""
    return tuple(sorted(m.name for m in pkgutil.iter_modules([str(Path(__file__).parent)]) if m.ispkg))
