"""A speaker of a report, as far as the report has told of it, and whether a verb may mean it."""

from __future__ import annotations

from dataclasses import dataclass, field

from khabar.languages.drafts import Agreement
from khabar.reading.speakers.titles import Title


@dataclass(eq=False)
class Speaker:
    """An entity that speaks in the report: its fullest name, the folded words it was called by, its agreement, and that of the
    statement through which it spoke last.  `lands`: the countries that its titles, or the words for somebody unnamed, tell;
    `state`: it is nobody who could be meant by the word for a person (a country).
    """

    name: str
    kind: str
    agreement: Agreement
    words: set[str] = field(default_factory=set)
    titles: list[Title] = field(default_factory=list)
    through: Agreement | None = None
    lands: set[str] = field(default_factory=set)
    state: bool = False


def agrees(has: Agreement, wanted: Agreement) -> bool:
    """Whether a speaker of one agreement may be the subject of a verb that asks for another."""
    gender = has.gender is None or wanted.gender is None or has.gender == wanted.gender
    if None not in (has.animate, wanted.animate) and has.animate != wanted.animate:
        return False
    things = has.number == "p" and has.gender != "m" and wanted.animate is None
    if things and wanted.gender == "f" and wanted.number == "s":
        return True  # plurals of things and bodies take the feminine singular
    number = has.number is None or wanted.number is None or has.number == wanted.number
    return gender and number
