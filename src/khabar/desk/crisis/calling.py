"""What voices and countries of a crisis are called in the language of the person who reads.

Reports in several languages name one ministry in several ways.  A row keeps the fullest name, whatever its script; who reads
in Arabic is shown the fullest name that an Arabic report gives, where there is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from khabar.desk.crisis.answers import distinct
from khabar.desk.telling import Teller, as_subject, country_name, date_words, is_arabic
from khabar.desk.wording import Messages
from khabar.reconcile.across.actors.sides import Voice
from khabar.reconcile.across.entry import Entry
from khabar.record import Event, Report

_COUNTRY: Final = re.compile("[A-Z]{2}")
_STATE: Final = "state "


class Calling:
    """Names of one crisis in one language of the UI."""

    def __init__(self, voices: Iterable[Voice], said: Messages) -> None:
        self._said = said
        self._voices: dict[str, str] = {}
        self.learn(voices)

    def learn(self, voices: Iterable[Voice]) -> None:
        """Take in more voices."""
        arabic = self._said.code == "ar"
        for voice in voices:
            fitting = [name for name in voice.names if is_arabic(name) is arabic]
            if fitting and is_arabic(voice.name) is not arabic:
                self._voices[voice.name] = fitting[0]

    def voice(self, name: str) -> str:
        """A voice by its name in rows, in the case in which a name stands alone: reports give it in any."""
        return as_subject(self._voices.get(name, name))

    def series(self, name: str, entry: Entry | None = None) -> str:
        """What a series of numbers is about: a country or a place by its name, an event by what it is and its reference,
        a day in words.

        `entry`: a report that tells it, the event's own where it is one.
        """
        if _COUNTRY.fullmatch(name):
            return country_name(name, self._said.code)
        if entry is None:
            return name
        item = name.partition(":")[2]
        event = next((one for one in entry.report.events if one.id == item), None)
        if event is not None:
            return self._event(name, event, entry.report)
        named = any(place.name == name for place in entry.report.places)
        return Teller(entry.report, self._said.code).place(name) if named else date_words(name, self._said)

    def _event(self, name: str, event: Event, report: Report) -> str:
        """An event by its kind, its word in the report, its place and its day."""
        said = self._said
        teller = Teller(report, said.code)
        place = teller.place(event.place.name) if event.place else ""
        day = date_words(event.date.value, said) if event.date else ""
        where = "".join(f"{said.say('line.comma')}{part}" for part in (place, day) if part)
        return said.say("follow.event", kind=teller.kind(event), words=event.trigger.text, where=where, item=name)

    def side(self, name: str) -> str:
        """On whose side a voice speaks."""
        if name.startswith(_STATE):
            country = country_name(name.removeprefix(_STATE), self._said.code)
            return self._said.say("origins.state", country=country)
        return self.voice(name)


def joining_words(why: Iterable[str], said: Messages) -> list[str]:
    """By what mentions are one, each kind of reason once; what people signed stands as they wrote it.

    A reason of the comparison ("names: …") holds spellings made for machines: its kind is all that a reader can use.
    """
    kinds = said.tables["joined_by"]
    return distinct(kinds.get(one.partition(":")[0], one) for one in why)


def own_voice(outlets: Sequence[str], said: Messages) -> str:
    """What the voice of an outlet is called where several may speak: two own voices are two, and it is told whose they are."""
    named = said.say("line.comma").join(outlets)
    return said.say("differing.own_voice_of", outlets=named) if named else said.say("differing.own_voice")
