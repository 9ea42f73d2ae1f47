"""Tokens to units: each word gets its reading, each mark its class, listed phrases become one unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from khabar.grammar import Reading, Unit, fuse, reading
from khabar.languages.ar.forms.glued import border
from khabar.languages.ar.forms.lexicon import lexicon
from khabar.languages.ar.forms.morphology import read_word
from khabar.languages.ar.forms.written import as_written
from khabar.languages.ar.lists.hints import hints_of
from khabar.languages.lexicon import Phrase
from khabar.languages.marks import LINK, OTHER_MARK, QUOTE_MARKS, mark_readings
from khabar.text.answers import Answers
from khabar.text.fold import fold_word
from khabar.text.page import Page
from khabar.text.tokens import Kind, Token

Beginnings = dict[str, list[Phrase]]
"""Second word → the phrases that go on with it, longest first."""
_NO_BEGINNINGS: Beginnings = {}

_ARTICLE = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"  # hidden in "of the"
_OPEN = reading({"quote": True, "quote_open": True})
_CLOSE = reading({"quote": True, "quote_close": True})
_ODD_QUOTE = reading({"quote": True})
_MARK_READINGS = mark_readings()


def units(page: Page, first: int, last: int) -> list[Unit]:
    """The tokens [first:last) of a page as units, listed phrases fused."""
    quotes, word, known = page.quote_ends, Kind.WORD, _known
    found: list[Unit] = []
    heads: dict[int, Beginnings] = {}
    for index, token in enumerate(page.tokens[first:last], first):
        start, end, text, view, kind = token
        if kind is word:
            read, begins, cut, hints = known[text]
            while cut:  # two words printed as one, or three
                found.append(_unit(start, text[:cut], index))
                start, text = start + cut, text[cut:]
                view = fold_word(text)
                read, begins, cut, hints = known[text]
            if begins:
                heads[len(found)] = begins
        elif view == "." and index < last - 1 and found and _is_initial(found[-1], start):
            found[-1] = _with_stop(found[-1], end)
            continue
        else:
            if index in quotes:
                read = _OPEN if quotes[index] else _CLOSE
            elif view == "." and first < index < last - 1 and _is_glued(token, page.tokens[index + 1]):
                read = OTHER_MARK
            else:
                read = _read(token)
            hints = _hints_of_others[read.signature]
        cut, stem = start + read.cut, start + read.stem
        found.append(Unit(start, end, index, index + 1, text, view, read.classes, read.signature, cut, stem, hints))
    return _with_phrases(found, heads, page.text) if heads else found


def _is_initial(unit: Unit, end: int) -> bool:
    """A single letter right before a stop that ends no sentence: an abbreviated title or name (Dr., Umar N.)."""
    return len(unit.view) == 1 and unit.view.isalpha() and unit.end == end


def _with_stop(unit: Unit, end: int) -> Unit:
    """The abbreviation as one unit with its stop."""
    text = unit.text + "."
    return Unit.of((unit.start, end, unit.first, unit.last + 1), text, unit.view, read_word(text))


def _is_glued(stop: Token, after: Token) -> bool:
    """A stop inside a sentence with the next word right behind it: foreign letters spelt out."""
    return after.start == stop.end


def _read(token: Token) -> Reading:
    """The reading of what is no word."""
    if token.kind is Kind.NUMBER:
        return _digits(token.view)
    if token.kind is Kind.LINK:
        return LINK
    if token.view in QUOTE_MARKS:
        return _ODD_QUOTE
    return _MARK_READINGS.get(token.view, OTHER_MARK)


def _digits(view: str) -> Reading:
    return reading({"digits": view})


def _with_phrases(parts: Sequence[Unit], heads: Mapping[int, Beginnings], text: str) -> list[Unit]:
    """Fuse the multi-word entries of the lists; the first word may carry glued particles.  `heads`: which words begin some."""
    found: list[Unit] = []
    done = 0
    for at, begins in heads.items():
        taken = _phrase_at(parts, at, begins) if at >= done else None
        if taken is not None:
            size, classes = taken
            found.extend(parts[done:at])
            kept = {name: True for name in parts[at].signature if name[0] == "+"}
            found.append(fuse(parts[at : at + size], text, {**kept, **classes, "phrase": True}))
            done = at + size
    found.extend(parts[done:])
    return found


def _unit(start: int, text: str, index: int) -> Unit:
    """The first of two words that a page glued together."""
    return Unit.of((start, start + len(text), index, index + 1), text, fold_word(text), read_word(text))


def _all_known(surface: str) -> tuple[Reading, Beginnings, int, int]:
    """All that is known of a word as written: its reading, the phrases that may begin with it, how much of it is the first of
    two words glued together (0 as a rule), and its hints.
    """
    read, view = as_written(surface, read_word(surface)), fold_word(surface)
    return read, _beginning(view, read), border(surface), hints_of(surface, view, read)


_known = Answers(_all_known, 1 << 16)


def forget() -> None:
    """Forget what is known of words, so that it is worked out anew."""
    _known.clear()
    _hints_of_others.clear()


def _hints(signature: frozenset[str]) -> int:
    return hints_of("", "", reading(dict.fromkeys(signature, True)))


_hints_of_others = Answers(_hints, 1 << 8)
"""Of marks, links and numbers, by their classes: they have no letters that could tell."""


def _beginning(view: str, read: Reading) -> Beginnings:
    """The phrases that may begin with a word: with all its letters, or without its glued particles."""
    phrases = lexicon().phrases
    heads = [view]
    if read.cut:
        heads.append(view[1:])
    if read.stem > read.cut:
        bare = view[_stem_letters(read.signature) :]
        heads += [bare, _ARTICLE + bare] if {"+li", "+al"} <= read.signature else [bare]
    if phrases.keys().isdisjoint(heads):
        return _NO_BEGINNINGS
    found: Beginnings = {}
    definite = "+al" in read.signature
    for head in heads:
        bare_noun = definite and not head.startswith(_ARTICLE)
        for phrase in phrases.get(head, ()):
            if bare_noun and phrase[0][1].startswith(_ARTICLE):
                continue  # a noun with the article has no genitive: the president | the government
            found.setdefault(phrase[0][1], []).append(phrase)
    return found


def _phrase_at(parts: Sequence[Unit], at: int, begins: Beginnings) -> tuple[int, dict[str, Any]] | None:
    """The longest listed phrase at a place: its number of units and its classes."""
    if at + 1 >= len(parts):
        return None
    for words, classes in begins.get(parts[at + 1].view, ()):
        if [part.view for part in parts[at + 2 : at + len(words)]] == list(words[2:]):
            return len(words), classes
    return None


def _stem_letters(signature: frozenset[str]) -> int:
    """View letters of the glued particles; marks between them do not count."""
    particles = [name for name in signature if name in ("+and", "+fa", "+bi", "+li", "+ka")]
    article = 2 if "+al" in signature and "+li" not in signature else 1 if "+al" in signature else 0
    return len(particles) + article
