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

from khabar.grammar import Found, Grammar, Rule, Unit
from khabar.languages.drafts import ActorDraft, CaveatDraft, ClaimDraft, FigureDraft, NameDraft, Sentence, Stance
from khabar.text.page import Page


@dataclass(frozen=True)
class Pack:
    """Everything `reading` asks of a language.

    `units(page, first, last)`: the tokens of a sentence as units.  `numbers` builds Quantity values, `times`
    TimeDraft values; `places(units)` finds places (PlaceDraft values) that later steps may fuse; `claims`,
    `figures` read a finished sentence; `stance` says how a content is put (status and polarity); `names` finds titled
    persons anywhere in a sentence, so that a bare title can be tied to its bearer.
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
