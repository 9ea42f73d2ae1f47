"""All name-like strings of a case, each once, with what the machine thinks it is and what people decided.

What the machine thinks decides nothing: it sorts the list, so that the people in danger come first.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Final, Literal, NamedTuple, get_args

import apsw

from khabar.desk.protect.cues import bare_words_of
from khabar.desk.protect.likely import likely_names
from khabar.desk.protect.spelling import Key, Word, forms_of, key_of_name, name_words
from khabar.ledger import open_decisions
from khabar.ledger.clearing import NameDecision, Text, headings, name_decisions, people_of, texts
from khabar.record import Report

Kind = Literal[
    "minor",
    "victim",
    "detainee",
    "suspect",
    "witness",
    "relative",
    "staff",
    "private",
    "public",
    "organisation",
    "place",
    "word",
]
KINDS: Final[tuple[str, ...]] = get_args(Kind)
"""What a name may be, those first whom an error would hurt most; a `word` is only a word that nothing explains."""
DANGERS: Final = ("minor", "victim", "detainee", "suspect", "witness", "relative")
NAMING: Final = frozenset(
    ("speaker", "via", "counted", "side", "source", "actor", "target", "place", "name", "name_en", "name_ar")
)
"""Columns that hold names and noun phrases."""
BY_KIND: Final = ("public", "organisation", "place", "word")
"""Kinds that a person may approve as a whole; everybody else is decided about one by one."""
_PERSONS: Final = frozenset((*DANGERS, "staff", "private", "public"))
_BEFORE, _BEHIND, _FAR = 14, 8, 110
"""Characters around a name within which a word tells of its bearer: right before it, right behind it, in its sentence."""
_SHOWN: Final = 3
_AROUND: Final = 50


class Where(NamedTuple):
    """A place where a name stands, with the words around it; `field` is "text" or what stands beside it."""

    document: int
    field: str
    start: int
    before: str
    words: str
    after: str


@dataclass(slots=True)
class NameLike:
    """A name-like string of the case."""

    key: Key
    kind: Kind = "word"
    spellings: Counter[str] = field(default_factory=Counter)
    where: list[Where] = field(default_factory=list)
    count: int = 0
    decision: NameDecision | None = None

    @property
    def shown(self) -> str:
        """Its most frequent spelling."""
        return self.spellings.most_common(1)[0][0]

    @property
    def told(self) -> str:
        """The key as decisions name it."""
        return " ".join(self.key)

    @property
    def is_person(self) -> bool:
        """Whether its parts alone may point at somebody."""
        return self.kind in _PERSONS

    @property
    def approved(self) -> bool:
        """Whether a person said that it may leave the house."""
        return self.decision is not None and self.decision.verdict == "approve"


@dataclass(frozen=True, slots=True)
class Inventory:
    """The names of a case by key; `parts`: single words that are parts of longer names, with those names."""

    names: dict[Key, NameLike]
    parts: dict[str, frozenset[Key]]

    @property
    def undecided(self) -> int:
        """How many names nobody decided about."""
        return sum(name.decision is None for name in self.names.values())

    def ordered(self) -> list[NameLike]:
        """Undecided ones first, then by danger, then by how often they stand in the case."""
        rank = {kind: number for number, kind in enumerate(KINDS)}
        return sorted(self.names.values(), key=lambda n: (n.decision is not None, rank[n.kind], -n.count, n.key))


def inventory(connection: apsw.Connection) -> Inventory:
    """Look through the whole case.  Raises CaseError where it is damaged."""
    collected: dict[Key, NameLike] = {}
    ordinary = frozenset(w for text in texts(connection) for w in text.text.split() if w.isascii() and w.islower())
    for text in texts(connection):
        _of_text(collected, text, ordinary)
    for document, which, words in headings(connection):
        if which == "outlet":
            _note(collected, words, "organisation", Where(document, which, 0, "", words, ""))
        for found in likely_names(words, ordinary):
            said = words[found.start : found.end]
            _note(
                collected, said, "private" if found.sure else "word", Where(document, which, found.start, "", said, "")
            )
    for decision in open_decisions(connection):
        for column, value in decision.fields.items():
            if column in NAMING and isinstance(value, str):
                _note(collected, value, "private", Where(decision.document, "decision", 0, "", value, ""))
    for who in people_of(connection):
        _note(collected, who, "staff", Where(0, "journal", 0, "", who, ""))
    _gather(collected)
    parts = _parts(collected)
    decided = name_decisions(connection)
    for name in collected.values():
        name.decision = decided.get(name.told)
    return Inventory({key: name for key, name in collected.items() if not _is_part(name, parts)}, parts)


def _of_text(collected: dict[Key, NameLike], text: Text, ordinary: frozenset[str]) -> None:
    around = _Around(text.text)
    for start, end, kind in _found(text, around, ordinary):
        said = text.text[start:end]
        before = " ".join(text.text[max(start - _AROUND, 0) : start].split())
        after = " ".join(text.text[end : end + _AROUND].split())
        _note(collected, said, kind, Where(text.document, "text", start, before, said, after))
    for name, kind in _recorded(text.record):
        if key_of_name(name) not in collected:  # it stands so nowhere in the text
            _note(collected, name, kind, Where(text.document, "record", 0, "", name, ""))


def _recorded(record: Report | None) -> Iterator[tuple[str, Kind]]:
    """The names that a record holds, with what it says of them."""
    for actor in record.actors if record else ():
        if actor.kind != "unnamed":
            body = actor.kind in ("organisation", "group", "government")
            kind: Kind = "organisation" if body else "public" if actor.public_role else "private"
            yield from ((name, kind) for name in (actor.name, actor.name_en) if name)
    for place in record.places if record else ():
        yield from ((name, "place") for name in (place.name, place.name_ar) if name)


def _found(text: Text, around: _Around, ordinary: frozenset[str]) -> Iterator[tuple[int, int, Kind]]:
    """Name-like stretches of a text with their kinds, each stretch once for every kind that is read there."""
    known: dict[tuple[int, int], Kind] = {}
    if text.record is not None:
        known |= {(place.start, place.end): "place" for place in text.record.places}
    for start, end, sure in likely_names(text.text, ordinary):
        known.setdefault((start, end), "private" if sure else "word")
    of_key = {key: kind for name, kind in _recorded(text.record) if (key := key_of_name(name))}
    for (start, end), kind in known.items():
        told = of_key.pop(key_of_name(text.text[start:end]), kind)
        yield start, end, around.danger(start, end, told)
    for word_start, word_end, kind in around.elsewhere(of_key):
        yield word_start, word_end, around.danger(word_start, word_end, kind)


def _note(collected: dict[Key, NameLike], said: str, kind: Kind, where: Where) -> None:
    key = key_of_name(said)
    if not key or not any(c.isalpha() for part in key for c in part):
        return
    name = collected.setdefault(key, NameLike(key))
    name.count += 1
    name.spellings[" ".join(said.split())] += 1
    if len(name.where) < _SHOWN:
        name.where.append(where)
    name.kind = min(name.kind, kind, key=KINDS.index) if not _is_public(name.kind, kind) else "public"


def _is_public(one: Kind, other: Kind) -> bool:
    """An office told in one report makes a person public, unless danger is told in another."""
    return {one, other} == {"public", "private"}


class _Around:
    """The words of a text that tell of danger, and where they stand."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = name_words(text)
        self.cues = [(word.start, kind) for word in self.words for kind in _dangers(word)]
        self.starts = [start for start, _ in self.cues]

    def danger(self, start: int, end: int, kind: Kind) -> Kind:
        """What befell the bearer of a name, by the words around it."""
        if kind in ("place", "organisation", "word"):
            return kind
        near = self._told(start - _BEFORE, end + _BEHIND, (start, end))
        if near or kind == "public":
            return near or kind
        return self._told(start - _FAR, end + _FAR, (start, end)) or kind

    def _told(self, begin: int, stop: int, own: tuple[int, int]) -> Kind | None:
        line = self.text.rfind("\n", 0, own[0])
        last = self.text.find("\n", own[1])
        begin, stop = max(begin, line), min(stop, last if last >= 0 else len(self.text))
        among = self.cues[bisect_left(self.starts, begin) : bisect_right(self.starts, stop)]
        kinds = [kind for at, kind in among if not own[0] <= at < own[1]]
        return min(kinds, key=KINDS.index, default=None)

    def elsewhere(self, of_key: dict[Key, Kind]) -> Iterator[tuple[int, int, Kind]]:
        """Names of the record that no stretch gave, where they stand in the text; those that stand nowhere are left."""
        firsts: dict[str, list[Key]] = {}
        for key in of_key:
            firsts.setdefault(key[0], []).append(key)
        for at, word in enumerate(self.words):
            for form in word.forms & firsts.keys():
                for key in firsts[form]:
                    chosen = self.words[at : at + len(key)]
                    if len(chosen) == len(key) and all(part in w.forms for part, w in zip(key, chosen, strict=True)):
                        yield word.start, chosen[-1].end, of_key[key]


def _dangers(word: Word) -> Iterable[Kind]:
    return [kind for form in word.forms for kind in _danger_words().get(form, ())]


@cache
def _danger_words() -> dict[str, tuple[Kind, ...]]:
    found: dict[str, tuple[Kind, ...]] = {}
    for kind in DANGERS:
        for word in bare_words_of(kind):
            found[word] = (*found.get(word, ()), kind)
    return found


def _gather(collected: dict[Key, NameLike]) -> None:
    """Count a name with a glued particle to the name without, where the case has that as well."""
    for key in list(collected):
        for form in forms_of(key[0]) - {key[0]}:
            whole = collected.get((form, *key[1:]))
            if whole is not None and len(form) > 2 and whole.key != key:
                glued = collected.pop(key)
                whole.count += glued.count
                whole.spellings.update(glued.spellings)
                whole.where = (whole.where + glued.where)[:_SHOWN]
                whole.kind = min(whole.kind, glued.kind, key=KINDS.index)
                break


def _parts(collected: dict[Key, NameLike]) -> dict[str, frozenset[Key]]:
    """The words of names of several words that point at persons, each with the names that hold it."""
    found: dict[str, set[Key]] = {}
    for key, name in collected.items():
        if len(key) > 1 and name.is_person:
            for part in key:
                if len(part) < (2 if part.isascii() else 3):
                    continue
                found.setdefault(part, set()).add(key)
    return {part: frozenset(keys) for part, keys in found.items()}


def _is_part(name: NameLike, parts: dict[str, frozenset[Key]]) -> bool:
    return len(name.key) == 1 and name.kind != "staff" and name.key[0] in parts and name.decision is None
