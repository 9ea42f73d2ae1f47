"""Class characters: units that no pattern of a grammar can tell apart share one character.

A grammar's patterns ask a few hundred questions of a unit (the leaves: "is it a month", "anything but a mark").  Two
units with the same answers are the same to it, whatever else the lists say of them, so the answers choose the
character.  Writing one character per unit turns a sentence into a short string, and a rule into a regular expression
over it.  Answers never seen before get a new character; a pattern is compiled again only when it meets a sentence
that holds one which it can tell from all that it knows (see `matcher`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from khabar.grammar.patterns import Leaf
from khabar.grammar.units import Unit
from khabar.text.answers import Answers

_FIRST = 0x4E00  # a long run of code points that mean nothing to a regular expression


_REMEMBERED = 20_000  # signatures; a long run meets some thousand


class Alphabet:
    """The class characters of one grammar."""

    def __init__(self, leaves: Iterable[Leaf]) -> None:
        self._leaves = tuple(dict.fromkeys(leaves))
        self._numbers = {leaf: number for number, leaf in enumerate(self._leaves)}
        self._names = frozenset().union(*(leaf.has | leaf.some | leaf.but for leaf in self._leaves))
        self._of_signature = Answers(self._char, _REMEMBERED)
        self._of_projection = Answers(self._answered, _REMEMBERED)
        self._of_answers: dict[int, str] = {}
        self._answers: dict[str, int] = {}
        self._accepted = dict.fromkeys(self._leaves, "")
        self._refused = dict.fromkeys(self._leaves, "")

    @property
    def size(self) -> int:
        """How many characters exist by now; grows while reading."""
        return len(self._of_answers)

    @property
    def newest(self) -> str:
        """The character that was given last; characters are given in the order of their code points."""
        return chr(_FIRST + len(self._of_answers) - 1)

    def encode(self, units: Sequence[Unit]) -> str:
        """One character a unit."""
        known = self._of_signature
        return "".join([known[u.signature] for u in units])

    def _char(self, signature: frozenset[str]) -> str:
        """The character of a signature that was not met before."""
        return self._of_projection[signature & self._names]

    def _answered(self, projection: frozenset[str]) -> str:
        """The character of a set of classes, by the leaves that accept it."""
        answers = 0
        for number, leaf in enumerate(self._leaves):
            answers |= leaf.accepts(projection) << number
        char = self._of_answers.get(answers)
        if char is None:
            char = self._of_answers[answers] = chr(_FIRST + len(self._of_answers))
            self._answers[char] = answers
            for number, leaf in enumerate(self._leaves):
                kept = self._accepted if answers >> number & 1 else self._refused
                kept[leaf] += char
        return char

    def asked_by(self, leaves: Iterable[Leaf]) -> int:
        """The leaves as a row of bits: what a pattern asks of a unit."""
        asked = 0
        for leaf in leaves:
            asked |= 1 << self._numbers[leaf]
        return asked

    def kind(self, char: str, asked: int) -> int:
        """The answers of a character to what a pattern asks: characters of one kind are the same to the pattern."""
        return self._answers[char] & asked

    def kinds(self, asked: int) -> dict[int, str]:
        """Each kind of character met so far, with one that stands for it."""
        return {answers & asked: char for char, answers in self._answers.items()}

    def letters(self, leaf: Leaf) -> str:
        """The regular expression for one leaf: what it accepts, or, for a leaf that only excludes, not what it refuses."""
        if not leaf.has and not leaf.some:
            return f"[^{self._refused[leaf]}]" if self._refused[leaf] else r"[\s\S]"
        return f"[{self._accepted[leaf]}]" if self._accepted[leaf] else r"(?!)"

    def accepts(self, leaf: Leaf, char: str) -> bool:
        """Whether units of a character satisfy a leaf."""
        return char in self._accepted[leaf]
