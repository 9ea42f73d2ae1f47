"""From an item's id to its sentence."""

from __future__ import annotations

from khabar.desk.wording import messages
from khabar.record import Claim, Event, Figure, Report


class Teller:
    """Tells the items of one report in one language ("ar", "en"); make one for many sentences."""

    def __init__(self, report: Report, ui: str) -> None:
        self._words = messages(ui)
        self._items = {
            item.id: item
            for layer in (report.claims, report.withheld, report.figures, report.events, report.times, report.places)
            for item in layer
        }

    def sentence(self, item: str) -> str:
        """The sentence of an item.  Raises KeyError for an id that the report does not have."""
        return self._plain(self._items[item])

    def _plain(self, item: object) -> str:
        if isinstance(item, Claim):
            return f"{self._words.label('act', item.act)}: “{item.content.text}”"
        if isinstance(item, Figure):
            return f"{self._words.label('measure', item.measure)}: “{item.text}”"
        if isinstance(item, Event):
            return f"{self._words.label('event_type', item.type)}: “{item.trigger.text}”"
        return f"“{getattr(item, 'text', '')}”"


def sentence(report: Report, item: str, ui: str) -> str:
    """The sentence of an item of any layer, by its id, in the UI language.

    Raises KeyError for an id that the report does not have, and nothing for any item that it has.
    """
    return Teller(report, ui).sentence(item)
