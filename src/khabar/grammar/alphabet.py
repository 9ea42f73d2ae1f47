"""Class characters: units that no pattern of a grammar can tell apart share one character.

A grammar's patterns ask a few hundred questions of a unit (the leaves: "is it a month", "anything but a mark").  Two
units with the same answers are the same to it, whatever else the lists say of them, so the answers choose the
character.  Writing one character per unit turns a sentence into a short string, and a rule into a regular expression
over it.  Answers never seen before get a new character, and only the patterns that accept it are compiled again:
some hundred times at the start of a long run, and hardly ever after that.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from khabar.grammar.patterns import Leaf
from khabar.grammar.units import Unit

_FIRST = 0x4E00  # a long run of code points that mean nothing to a regular expression


class Alphabet:
    """The class characters of one grammar."""

    def __init__(self, leaves: Iterable[Leaf]) -> None:
        self._leaves = tuple(dict.fromkeys(leaves))
        self._names = frozenset().union(*(leaf.has | leaf.some | leaf.but for leaf in self._leaves))
        self._of_signature: dict[frozenset[str], str] = {}
        self._of_projection: dict[frozenset[str], str] = {}
        self._of_answers: dict[frozenset[int], str] = {}
        self._accepted = dict.fromkeys(self._leaves, "")
        self._refused = dict.fromkeys(self._leaves, "")

    @property
    def size(self) -> int:
        """How many characters exist by now; grows while reading."""
        return len(self._of_answers)

    def encode(self, units: Sequence[Unit]) -> str:
        """One character a unit."""
        known = self._of_signature
        try:
            return "".join([known[u.signature] for u in units])
        except KeyError:
            return "".join([self._char(u.signature) for u in units])

    def _char(self, signature: frozenset[str]) -> str:
        char = self._of_signature.get(signature)
        if char is None:
            projection = signature & self._names
            char = self._of_projection.get(projection)
            if char is None:
                char = self._of_projection[projection] = self._answered(projection)
            self._of_signature[signature] = char
        return char

    def _answered(self, projection: frozenset[str]) -> str:
        """The character of a set of classes, by the leaves that accept it."""
        answers = frozenset(n for n, leaf in enumerate(self._leaves) if leaf.accepts(projection))
        char = self._of_answers.get(answers)
        if char is None:
            char = self._of_answers[answers] = chr(_FIRST + len(self._of_answers))
            for number, leaf in enumerate(self._leaves):
                kept = self._accepted if number in answers else self._refused
                kept[leaf] += char
        return char

    def letters(self, leaf: Leaf) -> str:
        """The regular expression for one leaf: what it accepts, or, for a leaf that only excludes, not what it refuses."""
        if not leaf.has and not leaf.some:
            return f"[^{self._refused[leaf]}]" if self._refused[leaf] else r"[\s\S]"
        return f"[{self._accepted[leaf]}]" if self._accepted[leaf] else r"(?!)"

    def accepted(self, leaf: Leaf) -> frozenset[str]:
        """The characters that a leaf accepts by now."""
        return frozenset(self._accepted[leaf])
