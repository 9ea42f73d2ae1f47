"""An event on its way through the late levels, and how that is kept."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import Final

from khabar.ledger import meeting
from khabar.ledger.joined import Thing
from khabar.reconcile.across.entry import Ref
from khabar.reconcile.across.events.joining import KNOWN, LAST
from khabar.reconcile.across.kept import Bundle, ref_of

LEVELS: Final = range(KNOWN, LAST + 1)
EARLY: Final = 1
"""The step of an event that asks no more on the late levels; one that goes somewhere on a late level has that level."""
Going = tuple[str, tuple[str, ...]]
"""To which group, and by which keys."""


def asks_on(bundle: Bundle) -> int:
    """On which late levels an event asks: a bit for each."""
    levels = {level for role, _, level, *_ in bundle if role == "seeks" and level in LEVELS}
    return sum(1 << level - KNOWN for level in levels)


@dataclass
class LateEvent:
    """An event: its telling, on which late levels it asks, its group before them, its step, its group behind them.

    `labels`: its group after each of the levels on which that became another; `went`: where, on which level, the group went that
    is named after it.
    """

    id: int
    ref: Ref
    asks: int
    base: str
    step: int = 0
    joined: str = ""
    labels: dict[int, str] = field(default_factory=dict)
    went: dict[int, Going] = field(default_factory=dict)

    @classmethod
    def of(cls, told: meeting.Told) -> LateEvent:
        """An event as it is kept."""
        made = cls(told.id, Ref(told.document, told.item), told.way, told.base, told.step, told.joined)
        late = json.loads(told.late) if told.late else {}
        made.labels = {int(level): str(label) for level, label in late.get("labels", ())}
        made.went = {int(level): (str(to), tuple(keys)) for level, to, keys in late.get("went", ())}
        return made

    @classmethod
    def lost(cls, thing: Thing) -> LateEvent:
        """An event that no report tells any more, as it was kept; its telling is forgotten."""
        return cls.of(meeting.Told(thing.id, 0, "", thing.joined, thing.step, thing.way, thing.base, thing.late))

    def late(self) -> str:
        """What became of it on the late levels, as it is kept."""
        told: dict[str, object] = {}
        if self.labels:
            told["labels"] = sorted(self.labels.items())
        if self.went:
            told["went"] = [(level, to, keys) for level, (to, keys) in sorted(self.went.items())]
        return json.dumps(told, ensure_ascii=False, separators=(",", ":")) if told else ""

    def at(self, level: int) -> str:
        """Its group after a level."""
        return next((self.labels[on] for on in sorted(self.labels, reverse=True) if on <= level), self.base)

    def after(self, level: int) -> LateEvent:
        """The event as it is after a level, nothing known of later ones."""
        labels = {on: label for on, label in self.labels.items() if on <= level}
        went = {on: going for on, going in self.went.items() if on <= level}
        step = self.step if self.step <= level else 0
        return replace(self, step=step, joined="", labels=labels, went=went)

    def asks_at(self, level: int) -> bool:
        """Whether it asks on a level: it has keys for it, and was not settled before."""
        return bool(self.asks >> level - KNOWN & 1) and not 0 < self.step < level

    def named_after_it(self, label: str) -> bool:
        """Whether a group has its name of this event."""
        return self.ref == ref_of(label)
