"""Traps: event words that are none beside certain words, by a list.

Most words of violence and dealing have another sense in which they are as common: a strike that is a penalty kick, a drought
that is thirst, a capital that sounds like floods.  What stands beside the word tells; the list says what.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import msgspec

from khabar.grammar import Unit
from khabar.languages.ar.events.acts import Act
from khabar.languages.ar.forms.particles import GLUED_LETTERS
from khabar.languages.ar.lists.events import bare
from khabar.languages.ar.lists.words import FOLDER
from khabar.languages.ar.phrases.shapes import is_article
from khabar.languages.wordlists import alternatives, rows
from khabar.text.fold import fold_word


class Trap(msgspec.Struct, frozen=True):
    """Where one of the words must stand (for `unless`: none of them) so that the event word is none; `reach` in units."""

    side: str
    reach: int
    words: frozenset[str]


def _folded(words: str) -> frozenset[str]:
    """The words of a cell as they are met, with the letters of an article that are their own (electronic) and without them."""
    folded = [fold_word(word) for word in alternatives(words)]
    return frozenset((*folded, *map(bare, folded)))


@cache
def _traps() -> dict[str, tuple[Trap, ...]]:
    """The traps of each row of the list of event words."""
    found: dict[str, tuple[Trap, ...]] = {}
    for row in rows(FOLDER / "event_traps.tsv"):
        trap = Trap(row["side"], int(row["reach"]), _folded(row["words"]))
        for word in alternatives(row["word"]):
            found[word] = (*found.get(word, ()), trap)
    return found


def is_trapped(units: Sequence[Unit], act: Act) -> bool:
    """Whether the words around an event word give it another sense."""
    return any(_holds(units, act, trap) for trap in _traps().get(act.word.lemma, ()))


def _holds(units: Sequence[Unit], act: Act, trap: Trap) -> bool:
    first, last, reach = act.first, max(act.last, act.tail[1]), trap.reach
    before, behind = units[max(first - reach, 0) : first], units[last : last + reach]
    match trap.side:
        case "form":
            return _is_one(units[first], trap)
        case "before":
            return any(_is_one(unit, trap) for unit in before)
        case "behind":
            return any(_is_one(unit, trap) for unit in behind)
        case "near":
            return any(_is_one(unit, trap) for unit in (*before, *behind))
    return not is_article(units[first]) and not any(_is_one(unit, trap) for unit in (*before, *behind))


def _is_one(unit: Unit, trap: Trap) -> bool:
    view = unit.view
    if view in trap.words or bare(view) in trap.words or (view[-1:] == _ALEF and view[:-1] in trap.words):
        return True
    pronoun = unit.get("+pron")
    if isinstance(pronoun, str):
        owned = view.removesuffix(pronoun)
        if owned in trap.words or (owned[-1:] == _TA and owned[:-1] + _HA in trap.words):
            return True
    return unit.stem > unit.start and _plain(unit) in trap.words


_TA, _HA = "\N{ARABIC LETTER TEH}", "\N{ARABIC LETTER HEH}"
_ALEF = "\N{ARABIC LETTER ALEF}"  # of the accusative


def _plain(unit: Unit) -> str:
    """A folded word without article and proclitics."""
    signature = unit.signature
    article = 0 if "+al" not in signature else 1 if "+li" in signature else 2
    return unit.view[len(signature & GLUED_LETTERS) + article :]
