"""What voices and countries of a crisis are called in the language of the person who reads.

Reports in several languages name one ministry in several ways.  A row keeps the fullest name, whatever its script; who reads
in Arabic is shown the fullest name that an Arabic report gives, where there is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from khabar.desk.telling import country_name
from khabar.desk.wording import Messages
from khabar.reconcile.across.actors.sides import Voice

_ARABIC: Final = re.compile("[\u0620-\u064a]")
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
            fitting = [name for name in voice.names if bool(_ARABIC.search(name)) is arabic]
            if fitting and bool(_ARABIC.search(voice.name)) is not arabic:
                self._voices[voice.name] = fitting[0]

    def voice(self, name: str) -> str:
        """A voice by its name in rows."""
        return self._voices.get(name, name)

    def series(self, name: str) -> str:
        """What a series of numbers is about: a country by its name, an event by its reference."""
        return country_name(name, self._said.code) if _COUNTRY.fullmatch(name) else name

    def side(self, name: str) -> str:
        """On whose side a voice speaks."""
        if name.startswith(_STATE):
            country = country_name(name.removeprefix(_STATE), self._said.code)
            return self._said.say("origins.state", country=country)
        return self.voice(name)
