"""Redaction by allow-list: of what looks like a name, only what a person approved is left; of what points at one person, nothing.

Whatever is hidden leaves the same mark, whose length says nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from khabar.atlas import may_be_one_name
from khabar.desk.protect.identifiers import identifiers
from khabar.desk.protect.inventory import Inventory
from khabar.desk.protect.likely import likely_names
from khabar.desk.protect.spelling import Key, Word, name_words, parted

MARK: Final = "\u2588\u2588\u2588"
"""Stands for whatever was hidden: three full blocks."""
_LEAST: Final = 3
"""Letters that an approved word must have to be recognised with something glued to it."""


class Hidden(NamedTuple):
    """A stretch that was hidden, offsets of the source half open, and what it was: "name", or the sort of identifier."""

    start: int
    end: int
    what: str


class Redacted(NamedTuple):
    """A text in which the hidden stretches are replaced by marks; `hidden` are they, in order, apart from one another."""

    text: str
    hidden: tuple[Hidden, ...]

    def moved(self, offset: int, *, ending: bool = False) -> int:
        """Where an offset of the source stands now; one inside a hidden stretch moves to the mark's start, or to its end."""
        shift = 0
        for start, end, _ in self.hidden:
            if offset <= start:
                break
            if offset < end:
                return start + shift + (len(MARK) if ending else 0)
            shift += len(MARK) - (end - start)
        return offset + shift


class Redactor:
    """Hides what is not approved, in any text that belongs to the case of an inventory."""

    def __init__(self, known: Inventory) -> None:
        names = known.names.values()
        withheld = [name for name in names if name.decision is not None and name.decision.verdict == "withhold"]
        approved = {name.key for name in names if name.approved}
        self.overruled = {key for key in approved if any(_same_in_letters(key, other.key) for other in withheld)}
        """Approved names that may be a withheld one in other letters: withholding wins."""
        approved -= self.overruled
        hidden = {name.key for name in names} - approved
        person = {name.key for name in names if name.is_person}
        open_parts = {part for part, owners in known.parts.items() if owners <= approved}
        self._approved = _Sequences({*approved, *((part,) for part in open_parts)})
        strict = {key for key in hidden if len(key) > 1 or key in person}
        self._strict = _Sequences(strict)
        self._hidden = _Sequences({*hidden, *((part,) for part in known.parts.keys() - open_parts)} - strict)

    def redact(self, text: str) -> Redacted:
        """The text without what nobody approved."""
        words = name_words(text)
        approved = list(self._approved.found(words, glued=_LEAST))
        cleared = {at for first, last in approved for at in range(first, last)}
        masked: set[int] = set()
        for start, end, _ in likely_names(text):
            masked |= {at for at, word in enumerate(words) if word.start < end and word.end > start}
        masked |= {at for first, last in self._hidden.found(words) for at in range(first, last)}
        masked -= cleared
        masked |= {at for stretch in self._strict.found(words) for at in _beside(stretch, approved)}
        stretches = [Hidden(words[at].start, words[at].end, "name") for at in masked]
        stretches += [Hidden(found.start, found.end, found.what) for found in identifiers(text)]
        return _marked(text, stretches)

    def is_approved(self, name: str) -> bool:
        """Whether a whole string is one approved name and nothing else."""
        words = name_words(name)
        whole = any(first == 0 and last == len(words) for first, last in self._approved.found(words, glued=_LEAST))
        return whole and not self.redact(name).hidden


def _beside(stretch: tuple[int, int], approved: Sequence[tuple[int, int]]) -> set[int]:
    """The words of a hidden name; where a whole approved name of several words stands in it, those beside that."""
    first, last = stretch
    inside = {
        at for begin, end in approved if first <= begin and end <= last and end - begin > 1 for at in range(begin, end)
    }
    return set(range(first, last)) - inside or set(range(first, last))


class _Sequences:
    """Names to be found among words."""

    def __init__(self, keys: Iterable[Key]) -> None:
        self._by_first: dict[str, list[Key]] = {}
        for key in keys:
            self._by_first.setdefault(key[0], []).append(key)

    def found(self, words: Sequence[Word], glued: int = 1) -> Iterator[tuple[int, int]]:
        """Begin and end of every name among the words; `glued`: letters that a word must have to count with particles."""
        for at, word in enumerate(words):
            for form in _forms(word, glued) & self._by_first.keys():
                for key in self._by_first[form]:
                    chosen = words[at : at + len(key)]
                    if len(chosen) == len(key) and all(
                        part in _forms(one, glued) and (number == 0 or one.joined)
                        for number, (part, one) in enumerate(zip(key, chosen, strict=True))
                    ):
                        yield at, at + len(key)


def _forms(word: Word, glued: int) -> frozenset[str]:
    if glued <= 1:
        return word.forms
    return frozenset(form for form in word.forms if len(form) >= glued or form == word.key)


def _marked(text: str, stretches: list[Hidden]) -> Redacted:
    """The text with marks; stretches that overlap, or are parted by nothing that tells anything, are one."""
    apart: list[Hidden] = []
    for stretch in sorted(stretches):
        if apart and (stretch.start <= apart[-1].end or parted(text, apart[-1].end, stretch.start)):
            last = apart[-1]
            apart[-1] = Hidden(last.start, max(last.end, stretch.end), last.what)
        else:
            apart.append(stretch)
    pieces: list[str] = []
    at = 0
    for start, end, _ in apart:
        pieces += [text[at:start], MARK]
        at = end
    return Redacted("".join([*pieces, text[at:]]), tuple(apart))


def _same_in_letters(one: Key, other: Key) -> bool:
    """Whether two names may be one in two scripts."""
    first, second = " ".join(one), " ".join(other)
    if first.isascii() == second.isascii():
        return False
    arabic, latin = (second, first) if first.isascii() else (first, second)
    return may_be_one_name(arabic, latin)
