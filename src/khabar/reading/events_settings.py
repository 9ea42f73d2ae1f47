"""Where and when: the place and the day of an event, from the nearest words that name one.

The order is the same for both: the event's own clause, its sentence, its paragraph, the report's main scene; how far
it had to be looked for is kept with the value.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from khabar.languages.drafts import EventDraft, Offsets
from khabar.record import Claim, Place, Time
from khabar.record.types import EventDate, EventPlace
from khabar.record.vocabulary import From
from khabar.text.page import Page

_LEAD = 3  # paragraphs that tell the main scene
_DAY = 10  # characters of an ISO date


@dataclass(frozen=True)
class Around:
    """An event's draft with the offsets of its sentence and paragraph."""

    draft: EventDraft
    sentence: Offsets
    paragraph: Offsets


class Settings:
    """Places and days of one report."""

    def __init__(self, page: Page, claims: Sequence[Claim], times: Sequence[Time], places: Sequence[Place]) -> None:
        told = [c.speaker for c in claims if c.speaker] + [v.span for c in claims for v in c.via if v.span]
        self._places = [p for p in places if not any(s.start <= p.start and p.end <= s.end for s in told)]
        self._times = [t for t in times if t.value is not None and not t.value.startswith("XXXX")]
        self._scene = self._main_scene(page)

    def place(self, event: Around) -> EventPlace | None:
        """The place of an event."""
        draft = event.draft
        actor = draft.actor.span if draft.actor else (0, 0)
        known = [p for p in self._places if not actor[0] <= p.start < actor[1]]
        for near, span in _rings(event):
            inside = [p for p in known if span[0] <= p.start and p.end <= span[1]]
            if inside:
                best = min(inside, key=lambda p: _distance(draft.trigger, (p.start, p.end)))
                return EventPlace(best.name, best.id, near)
        return EventPlace(self._scene.name, self._scene.id, "report") if self._scene else None

    def date(self, event: Around) -> EventDate | None:
        """The day of an event."""
        for near, span in _rings(event):
            inside = [t for t in self._times if span[0] <= t.start and t.end <= span[1]]
            if inside:
                best = min(inside, key=lambda t: _distance(event.draft.trigger, (t.start, t.end)))
                return EventDate((best.value or "").partition("T")[0], best.id, near)
        return None

    def _main_scene(self, page: Page) -> Place | None:
        """The place that headline and lead name most often, the narrower one when two are equal."""
        last = page.paragraphs[min(_LEAD, len(page.paragraphs)) - 1].last if page.paragraphs else 0
        end = page.tokens[last - 1].end if last else 0
        lead = [p for p in self._places if p.end <= end] or self._places
        if not lead:
            return None
        count = Counter(p.name for p in lead)
        return max(lead, key=lambda p: (count[p.name], p.kind != "country", -p.start))


def _rings(event: Around) -> tuple[tuple[From, Offsets], ...]:
    return ("predicate", event.draft.scope), ("sentence", event.sentence), ("paragraph", event.paragraph)


def _distance(trigger: Offsets, span: Offsets) -> tuple[int, int]:
    """Behind the event word before before it, then by characters."""
    behind = span[0] >= trigger[1]
    return (0 if behind else 1), (span[0] - trigger[1] if behind else trigger[0] - span[1])
