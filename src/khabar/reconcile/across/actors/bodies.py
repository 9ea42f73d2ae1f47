"""Bodies as keys: a ministry is one under its many names, and the one who speaks for it speaks for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from khabar.atlas import Place, Script, key_of, shared_atlas
from khabar.reconcile.across.actors.lists import bodies, listed, rank_words
from khabar.text.script import language_of

_ARTICLE: Final = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"
_LAM: Final = "\N{ARABIC LETTER LAM}"
_GLUED: Final = (_LAM, "\N{ARABIC LETTER BEH}")
_IN: Final = frozenset(map(key_of, ("في", "من", "لدى", "عن", "باسم", "of", "the", "in", "for", "s", "and", "a")))
_FOR: Final = frozenset(map(key_of, ("باسم", "باسمها")))
_BEHIND: Final = 2
"""Words that may stand behind the name of a listed body; more of them are another body beside it."""
_LONGEST: Final = max(map(len, bodies()))
_HEALTH, _LOCAL_HEALTH, _MINISTRY = "health ministry", "health directorate", key_of("وزارة")
_SHORT: Final = {"us": "US", "uk": "GB", "uae": "AE"}
_ALIAS: Final = re.compile(r"[(«\"“‘]\s*([^()«»\"“”‘’\n]{3,40}?)\s*[)»\"”’]")
_REPEATED: Final = re.compile(r"(\w)\1+")


class Body(NamedTuple):
    """A body by its name in keys, with the country (ISO code) or the town or province that its words name.

    `listed`: whether it is one of those that every state has, so that its name alone does not say whose it is.  `alias`: what
    it is called as well, in brackets or quotation marks behind its name.
    """

    name: str
    country: str | None = None
    place: str | None = None
    listed: bool = False
    alias: str | None = None


@lru_cache(maxsize=50_000)
def body_of(words: str) -> Body | None:
    """The body that words call, or None where they are nothing but a country, or but a word for any body ("the company").

    A body of the list goes by its name there; any other by its own words, without article and country, and without what only
    says what kind of outlet it is or whose ("the official news agency"), so that an agency is one however it is introduced.
    """
    called = _ALIAS.search(words)
    alias = _alias(called[1]) if called and words[: called.start()].strip() else ""
    if called and alias and _is_head(key_of(words[: called.start()])):
        told = parted(["", *key_of(words[called.end() :]).split()[:1]])
        return Body(alias, told.country, told.place)
    keys = key_of(_ALIAS.sub(" ", words) if alias else words).split()
    told = parted(keys)
    if told.words and (found := _found(told)):
        return found
    if not told.words:
        return Body(alias, told.country, told.place) if alias else None
    only_head = len(told.words) == 1 and told.words[0] in listed("head")
    if only_head and not (keys[0].startswith(_ARTICLE) and told.country):
        return None
    if set(told.words) <= listed("outlet"):
        told = told._replace(words=[*told.words[:1], *(w for w in map(_bare, keys) if w not in told.words)])
    name = _proper(told.words)
    return Body(name, told.country, told.place, alias=alias if alias and alias != name else None)


def _is_head(words: str) -> bool:
    return " " not in words and _bare(words) in listed("head") | listed("outlet")


def _alias(words: str) -> str:
    """A name in brackets or quotation marks; a ministry or army in them is none, an outlet only keeps its distance."""
    told = parted(key_of(words).split())
    return "" if _found(told) else _proper(told.words)


def _proper(words: Sequence[str]) -> str:
    """The words that are a body's own, in the spelling that outlets share: without the kind of outlet, the group's kind before a
    single word, and what only says whose it is; all of them where nothing else is left.
    """
    bare = [_bare(word) for word in words]
    end = next((n for n, word in enumerate(bare) if n and word in listed("whose")), len(bare))
    common = listed("medium") | listed("outlet")
    kept = [word for word in bare[:end] if word not in common] or bare[:end]
    if len(kept) == 2 and kept[0] in listed("head"):
        kept = kept[1:]
    return _REPEATED.sub(r"\1", " ".join(kept))


@lru_cache(maxsize=50_000)
def spoken_for(words: str) -> Body | None:
    """The body that somebody speaks for, by the words of his office: "the spokesman of the Interior Ministry, Major General"."""
    keys = key_of(words).split()
    at = next((n for n, word in enumerate(keys) if _bare(word) in listed("speaks")), None)
    if at is None:
        return None
    behind = parted([word for word in keys[at + 1 :] if word not in rank_words()])
    return _found(behind, anywhere=True) or _found(parted(keys[:at]), anywhere=True) or _other(keys[at + 1 :], words)


def speaks_for_the(words: str) -> str | None:
    """The kind of body (without article) that somebody speaks for who only takes it up: "spokesman of the movement"."""
    keys = key_of(words).split()
    at = next((n for n, word in enumerate(keys) if _bare(word) in listed("speaks")), None)
    behind = keys[at + 1 :] if at is not None else []
    if len(behind) > 1 and behind[0] in _FOR and behind[1].startswith(_ARTICLE) and _bare(behind[1]) in listed("head"):
        return _bare(behind[1])
    return None


def _other(behind: Sequence[str], words: str) -> Body | None:
    """A body that is in no list and that somebody speaks for by name: "spokesman for the Blue Movement"."""
    if not behind or (behind[0] not in _FOR and not behind[0].startswith(_LAM + _LAM)):
        return None
    named = behind[1:] if behind[0] in _FOR else behind
    return body_of(" ".join(named)) if named and not words.isascii() else None


class Told(NamedTuple):
    """Words without what tells whose they are, and what tells it."""

    words: list[str]
    country: str | None
    place: str | None


def _found(told: Told, *, anywhere: bool = False) -> Body | None:
    """The body of the list whose words stand at the beginning, or anywhere; the longest there is."""
    words = told.words
    for start in range(len(words) if anywhere else min(1, len(words))):
        for length in range(min(_LONGEST, len(words) - start), 0, -1):
            if row := bodies().get(tuple(words[start : start + length])):
                name, country = row
                if not anywhere and len(words) - start - length > _BEHIND:
                    continue
                local = told.place and name == _HEALTH and words[start] != _MINISTRY
                return Body(_LOCAL_HEALTH if local else name, country or told.country, told.place, listed=True)
    return None


def parted(words: Sequence[str]) -> Told:
    """Folded words without article, kinds of places and prepositions, country and place taken out."""
    kept: list[str] = []
    country = place = None
    for number, word in enumerate(words):
        if word in _IN or _bare(word) in listed("place"):
            continue
        behind = number or len(words) == 1 or _script(word) == "en"
        found = _country(word) if behind else None
        if found:
            country = country or found
        elif behind and (where := _place(word)):
            place, country = place or where.name, country or where.country
        else:
            kept.append(_bare(word) if number or word.startswith(_ARTICLE) else word)
    return Told(kept, country, place)


def _country(word: str) -> str | None:
    if word in _SHORT:
        return _SHORT[word]
    for form in _forms(word):
        if code := shared_atlas().demonym(form):
            return code
        for found in shared_atlas().lookup(form, _script(word)):
            if found.kind == "country" and not found.common:
                return found.country
    return None


def _place(word: str) -> Place | None:
    for form in _forms(word):
        for found in shared_atlas().lookup(form, _script(word)):
            if found.tier <= 2 and not found.common:
                return found
    return None


def _script(word: str) -> Script:
    return "ar" if language_of(word) == "ar" else "en"


def _forms(word: str) -> tuple[str, ...]:
    """A word, and without what is glued to its front, or the English s of whose it is (Kazakhstan's)."""
    forms = [word]
    if word.isascii():
        return (word, word.removesuffix("s"))
    if word[:1] in _GLUED and len(word) > 4:
        forms.append(word[1:])
    if word.startswith(_LAM + _LAM):
        forms.append(word[2:])
    return tuple(forms)


def _bare(word: str) -> str:
    """A word without article and what is glued before it (للشؤون, بالوزارة)."""
    for glued in (_LAM + _LAM, _GLUED[1] + _ARTICLE, _ARTICLE):
        if word.startswith(glued) and len(word) > len(glued) + 2:
            return word.removeprefix(glued)
    short = word[1:]
    return short if word[:1] in _GLUED and ((short,) in bodies() or short in listed("place")) else word
