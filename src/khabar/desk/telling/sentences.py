"""From an item's id to its sentence."""

from __future__ import annotations

from khabar.desk.telling.amounts import amount
from khabar.desk.telling.arabic import ArabicVoice
from khabar.desk.telling.claims import claim_sentence, withheld_sentence
from khabar.desk.telling.english import EnglishVoice
from khabar.desk.telling.events import event_sentence
from khabar.desk.telling.figures import figure_sentence
from khabar.desk.telling.names import actor_sentence, place_sentence, time_sentence
from khabar.desk.telling.told import Item
from khabar.desk.telling.voice import Voice
from khabar.desk.wording import messages
from khabar.record import Claim, Event, EventDate, EventPlace, Figure, Party, Place, Report, Span, Time, Withheld


class Teller:
    """Tells the items of one report in one language ("ar", "en"); make one for many sentences."""

    def __init__(self, report: Report, ui: str) -> None:
        self._voice: Voice = (ArabicVoice if ui == "ar" else EnglishVoice)(report, messages(ui))

    def sentence(self, item: str) -> str:
        """The sentence of an item.  Raises KeyError for an id that the report does not have."""
        return self.tell(self._voice.told.items[item])

    def place(self, name: str) -> str:
        """A place in the language, by the name under which items refer to it."""
        return self._voice.place(name)

    def words_of(self, span: Span) -> str:
        """The words of a span as a reader would write them: with the article that "for" before it swallowed."""
        return self._voice.told.words_of(span)

    def kind(self, event: Event) -> str:
        """What an event is, as exactly as its report says."""
        label = self._voice.words.label
        return label("subtype", event.subtype) if event.subtype else label("event_type", event.type)

    def party(self, party: Party) -> str:
        """The words of whoever did it or suffered it, as a reader would write them."""
        return self._voice.told.words_of_party(party)

    def whose_word(self, party: Party) -> str:
        """On whose word somebody did it or suffered it; "" where it is stated."""
        return "" if party.basis in (None, "stated") else self._voice.words.label("basis", party.basis)

    def lent_from(self, read: EventPlace | EventDate) -> str:
        """From where a place or day was read that does not stand beside its event; "" where it does."""
        return "" if read.from_ in (None, "predicate", "sentence") else self._voice.words.label("from", read.from_)

    def amount(self, figure: str) -> str:
        """The number of the figure of that id, with its bound."""
        return amount(self._voice.told.figures[figure], self._voice.words)

    def date(self, value: str) -> str:
        """A date value in words, without the year where it is that of the report."""
        return self._voice.date(value)

    def tell(self, item: Item) -> str:
        """The sentence of an item of this report."""
        voice = self._voice
        if isinstance(item, Claim):
            return claim_sentence(item, voice)
        if isinstance(item, Figure):
            return figure_sentence(item, voice)
        if isinstance(item, Event):
            return event_sentence(item, voice)
        if isinstance(item, Withheld):
            return withheld_sentence(item, voice)
        if isinstance(item, Time):
            return time_sentence(item, voice)
        return place_sentence(item, voice) if isinstance(item, Place) else actor_sentence(item, voice)


def sentence(report: Report, item: str, ui: str) -> str:
    """The sentence of an item of any layer, by its id, in the UI language.

    Raises KeyError for an id that the report does not have, and nothing for any item that it has.
    """
    return Teller(report, ui).sentence(item)
