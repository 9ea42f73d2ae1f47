"""Values as the page shows them: a text, its direction, what it leads to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from khabar.desk.telling import as_subject, date_words
from khabar.desk.wording import Messages
from khabar.export.page.paragraphs import direction_of
from khabar.record import Report

_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Value:
    """A text to show.  `direction` is None where it is in the reader's language; `item` is the key of what it names."""

    text: str
    direction: str | None = None
    item: str | None = None
    remark: str = ""


def own_words(words: str, item: str | None = None) -> Value:
    """Words of the source, in their own direction; a number alone has none and stands as the reader's language runs."""
    return Value(words, direction_of(words, "") or None, item)


def day(value: str, said: Messages) -> Value:
    """A plain day in its written form, which runs from left to right in every language; any other date or time in words."""
    return Value(value, "ltr") if _DAY.fullmatch(value) else Value(date_words(value, said))


def place_name(report: Report, name: str, said: Messages) -> str:
    """A place by the name under which items refer to it, in Arabic for those who read Arabic, where the atlas has that name."""
    if said.code != "ar":
        return name
    return next((place.name_ar for place in report.places if place.name == name and place.name_ar), name)


def speaker_value(name: str | None, said: Messages) -> Value:
    """A speaker's name, which stands alone; None is the outlet's own voice, "?" somebody whom the report does not name."""
    if name is None:
        return Value(said.say("page.outlet_voice"))
    return Value(said.say("page.not_told")) if name == "?" else own_words(as_subject(name))
