"""The Arabic lexicon: every word list of the pack under one roof, by folded form.

A list gives its words one or more classes; a class name is what rules ask for.  Multi-word entries are kept apart
and fused into one unit when a sentence is cut into units.  Where a new list goes: a loader here, or in a module of
its own that is named in `LOADERS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from khabar.languages.ar.lists import attribution, calendar, events, numbers, people, places, words
from khabar.languages.lexicon import Entry, Lexicon, lexicon_of

LOADERS: tuple[Callable[[], Iterator[Entry]], ...] = (
    words.entries,
    numbers.entries,
    calendar.entries,
    attribution.entries,
    people.entries,
    places.entries,
    events.entries,
)


@cache
def lexicon() -> Lexicon:
    """All lists, read once."""
    return _with_first_words(lexicon_of(LOADERS))


def _with_first_words(found: Lexicon) -> Lexicon:
    """The lexicon with what phrases are by their first word: wordings of an event that another list names (a telephone call is a
    medium too), and ranks, which are counted of whatever grade (a sergeant first class).
    """
    for parts, classes in (phrase for phrases in found.phrases.values() for phrase in phrases):
        words = tuple(map(events.bare, parts))
        head = found.words.get(words[0], {})
        for tail in head.get("event_head", ()):
            if tail.words == words[1:]:
                classes.setdefault("event_noun", tail.word)
        if "role" in classes and parts[-1] in _GRADES:
            classes |= {name: head[name] for name in _COUNTED & head.keys()}
    return found


_GRADES = ("اول", "ركن", "الركن", "احتياط", "متقاعد", "المتقاعد")
_COUNTED = frozenset(("people", "one_of_many"))


_ALEF, _NUN = "\N{ARABIC LETTER ALEF}", "\N{ARABIC LETTER NOON}"
_DUALS, _LONG = ("\N{ARABIC LETTER YEH}" + _NUN, _ALEF + _NUN), 5
_BEARERS = frozenset(("role", "unnamed", "issued"))


def act_twice(view: str) -> dict[str, Any]:
    """The dual of a noun of speech or of an act (the two decisions): an act, whatever else; {} for other words."""
    bare = lexicon().words.get(view[:-2], {}) if len(view) > _LONG and view.endswith(_DUALS) else {}
    return {"masdar": True} if bare.keys() & {"cue_noun", "event"} else {}


def bearer_before(view: str, *, participle: bool) -> dict[str, Any]:
    """What the indefinite accusative of somebody's office is besides what else it is spelt like (a spokesman, a deputy); a
    participle of state is no rank (pointing out, no marshal).
    """
    bearer = lexicon().words.get(view[:-1], {})
    return {} if participle and "unnamed" not in bearer else {name: bearer[name] for name in _BEARERS & bearer.keys()}
