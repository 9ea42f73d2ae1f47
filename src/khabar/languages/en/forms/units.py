"""Tokens to units: each word gets its list classes and what the atlas knows of it, listed phrases become one unit.

English needs little morphology here: the lower-case view is looked up, and a possessive 's becomes a unit of its
own, so that the name before it ends where the name ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any

from khabar.atlas import Gazetteer, shared_atlas
from khabar.grammar import Reading, Unit, fuse, reading
from khabar.languages.en.forms.lexicon import lexicon
from khabar.languages.lexicon import Phrase
from khabar.languages.marks import LINK, OTHER_MARK, QUOTE_MARKS, mark_readings
from khabar.text.page import Page
from khabar.text.tokens import Kind, Token

_OPEN = reading({"mark": True, "quote": True, "quote_open": True})
_CLOSE = reading({"mark": True, "quote": True, "quote_close": True})
_ODD_QUOTE = reading({"mark": True, "quote": True})
_POSSESSIVE = reading({"possessive": True})
_MARK_READINGS = mark_readings({"―": ("dash",), **dict.fromkeys("$€£¥", ("currency",))})
_OWNER = re.compile(r"(.+)['’](s|ll|re|ve|m|d)$", re.IGNORECASE)
_ENDINGS = {
    "s": _POSSESSIVE,
    "ll": reading({"modal": True, "modal_future": True}),
    "re": reading({"be_form": True}),
    "m": reading({"be_form": True}),
    "ve": reading({"have_form": True}),
    "d": reading({"modal": True}),
}


def gazetteer() -> Gazetteer:
    """The shared atlas."""
    return shared_atlas()


def units(page: Page, first: int, last: int) -> list[Unit]:
    """The tokens [first:last) of a page as units, listed phrases fused."""
    quotes = page.quote_ends
    found: list[Unit] = []
    for index in range(first, last):
        token = page.tokens[index]
        if token.kind is Kind.WORD:
            if "'" in token.view or "’" in token.view:
                found.extend(_words(token, index))
            else:
                found.append(_whole(token, index, read_word(token.text)))
        elif token.view == "'" and found and "quote_close" in found[-1].signature and found[-1].end == token.start:
            continue  # the mark of a quotation inside, written behind that of the outer one
        elif index not in quotes and found and _owns(found[-1], token):
            found.append(_whole(token, index, _POSSESSIVE))
        else:
            read = (_OPEN if quotes[index] else _CLOSE) if index in quotes else _read(token)
            found.append(_whole(token, index, read))
    return _with_phrases(found, page.text)


def _whole(token: Token, index: int, read: Reading) -> Unit:
    """The unit of a token that is one."""
    return Unit.of((token.start, token.end, index, index + 1), token.text, token.view, read)


def _owns(word: Unit, mark: Token) -> bool:
    """Whether an apostrophe behind a plural makes it an owner (the Doctors' Union)."""
    if mark.view not in _APOSTROPHES or word.end != mark.start:
        return False
    return word.view.endswith("s") and "word" in word.signature


_APOSTROPHES = frozenset("'’")


def _words(token: Token, index: int) -> list[Unit]:
    """The units of a word: one, or two when it carries a possessive 's (Kazakhstan's) or a short auxiliary (they'll)."""
    owner = _OWNER.match(token.view)
    if owner is None or len(token.text) != len(token.view):
        return [_whole(token, index, read_word(token.text))]
    size = owner.end(1)
    cut, text = token.start + size, token.text
    return [
        Unit.of((token.start, cut, index, index + 1), text[:size], token.view[:size], read_word(text[:size])),
        Unit.of((cut, token.end, index, index + 1), text[size:], token.view[size:], _ENDINGS[owner.group(2).lower()]),
    ]


def _read(token: Token) -> Reading:
    if token.kind is Kind.NUMBER:
        return reading({"digits": token.view})
    if token.kind is Kind.LINK:
        return LINK
    if token.view in QUOTE_MARKS:
        return _ODD_QUOTE
    return _MARK_READINGS.get(token.view, OTHER_MARK)


@lru_cache(maxsize=1 << 14)
def read_word(surface: str) -> Reading:
    """The reading of a word as written.

    Classes of the lists; `word`; `capital`, `capitals` by its letters; of capitalised words also `toponym` (the
    longest place name that begins with it, in words), `demonym` (a country's code), `given` and `surname`.
    """
    view = surface.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    classes: dict[str, Any] = {"word": True, **_ACRONYMS.get(surface, lexicon().words.get(view, {}))}
    if not surface[:1].isupper():
        return reading(classes)
    classes["capital"] = True
    if len(surface) > 1 and surface.isupper():
        classes["capitals"] = True
    atlas = gazetteer()
    longest, country = atlas.longest(view, "en"), atlas.demonym(view)
    if longest:
        classes["toponym"] = longest
    if country:
        classes["demonym"] = country
    if atlas.given_name(view):
        classes["given"] = True
    if atlas.surname(view):
        classes["surname"] = True
    return reading(classes)


# Names that in small letters are pronouns, or a verb.
_ACRONYMS: dict[str, dict[str, Any]] = {"US": {}, "WHO": {"source_body": True}, "IS": {"source_body": True}}


def _with_phrases(parts: Sequence[Unit], text: str) -> list[Unit]:
    """Fuse the multi-word entries of the lists."""
    beginnings, views = _beginnings(), [part.view for part in parts]
    heads = [at for at, (view, after) in enumerate(pairwise(views)) if view in beginnings and after in beginnings[view]]
    found: list[Unit] = []
    done = 0
    for at in heads:
        if at < done:
            continue
        for words, classes in beginnings[views[at]][views[at + 1]]:
            size = len(words)
            if tuple(views[at : at + size]) == words:
                extra = {"capital": True} if "capital" in parts[at + size - 1] else {}
                found.extend(parts[done:at])
                found.append(fuse(parts[at : at + size], text, {**classes, **extra, "phrase": True}))
                done = at + size
                break
    found.extend(parts[done:])
    return found


def taken_apart(unit: Unit) -> list[Unit]:
    """The words of a listed phrase as units of their own (murder of), for who looks for one of its words."""
    found = []
    for number, word in enumerate(_WORD.finditer(unit.text)):
        place = (unit.start + word.start(), unit.start + word.end(), unit.first + number, unit.first + number + 1)
        found.append(Unit.of(place, word[0], word[0].lower(), read_word(word[0])))
    return found


_WORD = re.compile(r"\S+")


@cache
def _beginnings() -> dict[str, dict[str, list[Phrase]]]:
    """First word → second word → the listed phrases that begin so, longest first: many words begin some phrase, few pairs do."""
    return {first: _by_second(phrases) for first, phrases in lexicon().phrases.items()}


def _by_second(phrases: Iterable[Phrase]) -> dict[str, list[Phrase]]:
    found: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        found.setdefault(phrase[0][1], []).append(phrase)
    return found
