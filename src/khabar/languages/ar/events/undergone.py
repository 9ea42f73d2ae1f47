"""Acts done to somebody by their form: to their second word (the closing of markets); passives by a vowel; nobody's acts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from khabar.grammar import Unit
from khabar.languages.ar.events.acts import Act
from khabar.languages.ar.forms.particles import ARTICLE
from khabar.languages.ar.lists.event_words import EventVerb
from khabar.languages.ar.phrases.shapes import is_article, is_passive


def undergoes(units: Sequence[Unit], act: Act) -> bool:
    """Whether an act of several words is done to its second word, or befalls it (the sinking of a boat)."""
    second = units[act.first + 1].view.removeprefix(ARTICLE) if act.last > act.first + 1 else ""
    return second in _UNDERGOES.get(act.word.type, ())


_UNDERGOES = {
    "ACCIDENT": frozenset(("قارب", "مركب", "سفينه", "زورق", "عباره", "قوارب", "طايره", "مروحيه")),
    "COERCE": frozenset(
        (*("اسواق", "محال", "متاجر", "مدارس", "جامعات", "مساجد", "مطار", "مطارات", "مقاهي", "حدود", "معبر", "معابر"),)
    ),
    "AID": frozenset(("ممر", "ممرات")),
    "PROTEST": frozenset(("مبني", "مبان", "مباني")),
}


def are_polls(units: Sequence[Unit], act: Act) -> bool:
    """Elections, which are nobody's act: a country's, those in which women take part; not the election of somebody."""
    return act.word.type == "OFFICE" and act.kind == "noun" and units[act.first].view.endswith(_POLLS)


def elect(units: Sequence[Unit], act: Act) -> bool:
    """Whether elections are told with the body or the office they fill (of | the council): no adjective (general, fair)."""
    if act.last >= len(units) or is_article(units[act.first]):
        return False
    return is_article(units[act.last]) or bool(units[act.last].signature & {"org_head", "role"})


_POLLS = ("انتخابات", "استفتاء", "استفتاءات")


def is_marked_passive(unit: Unit) -> bool:
    """A passive whose first vowel is written; stems with "i" before them have it in the passive alone (is targeted)."""
    written = unit.text[unit.cut - unit.start + ("future" in unit.signature) :]
    if written[1:2] != _DAMMA:
        return False
    verb: EventVerb = unit["event_verb"]
    return is_passive(verb.slots) is not False or all(tail.word.lemma.startswith(_ALEF) for tail in verb.tails)


_ALEF = "\N{ARABIC LETTER ALEF}"  # of the stems whose active has no such vowel
_DAMMA = "\N{ARABIC DAMMA}"


@lru_cache(maxsize=1 << 10)
def is_told_passive(slots: tuple[str, ...]) -> bool | None:
    """Whether a verb of these forms is passive in the third person: "is referred" is spelt like "I refer", which reports do not
    say; None where the forms do not tell.
    """
    return is_passive(tuple(slot for slot in slots if slot[1] == "3") or slots)


def is_behind_done(units: Sequence[Unit], at: int) -> bool:
    """Behind "was done" and a day the word is a noun (at dawn on Thursday the expulsion of … was carried out)."""
    first = at - 1
    while first > 0 and units[first].signature & {"TIME", "adverb", "comma"}:
        first -= 1
    return first >= 0 and "undergoes" in units[first].signature
