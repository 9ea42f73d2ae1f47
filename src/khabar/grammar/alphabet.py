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

# A long run of code points that mean nothing to a regular expression.  A set of those below 0x100 is compiled in a fifth of the
# time of any other, and one report needs hardly more of them.
_FIRST = 0x80


_REMEMBERED = 20_000  # signatures; a long run meets some thousand


class Alphabet:
    """The class characters of one grammar.

    Which leaves accept a set of classes is worked out for all leaves at once, each a bit of a row: a class brings the
    leaves that it satisfies and takes those that it spoils.
    """

    def __init__(self, leaves: Iterable[Leaf]) -> None:
        self._leaves = tuple(dict.fromkeys(leaves))
        self._numbers = {leaf: number for number, leaf in enumerate(self._leaves)}
        self._names = frozenset().union(*(leaf.has | leaf.some | leaf.but for leaf in self._leaves))
        self._plain = self._bits_of(leaf for leaf in self._leaves if not leaf.has)
        self._open = self._bits_of(leaf for leaf in self._leaves if not leaf.some)
        self._several = [(leaf.has, self._bits_of((leaf,))) for leaf in self._leaves if len(leaf.has) > 1]
        self._has = self._bits_by_class(
            (name, leaf) for leaf in self._leaves if len(leaf.has) == 1 for name in leaf.has
        )
        self._some = self._bits_by_class((name, leaf) for leaf in self._leaves for name in leaf.some)
        self._but = self._bits_by_class((name, leaf) for leaf in self._leaves for name in leaf.but)
        self._of_signature = Answers(self._char, _REMEMBERED)
        self._of_projection = Answers(self._answered, _REMEMBERED)
        self._of_answers: dict[int, str] = {}
        self._answers: dict[str, int] = {}
        self._given: list[tuple[str, int]] = []
        self._written = [("", 0)] * len(self._leaves)

    def _bits_of(self, leaves: Iterable[Leaf]) -> int:
        return sum(1 << self._numbers[leaf] for leaf in leaves)

    def _bits_by_class(self, pairs: Iterable[tuple[str, Leaf]]) -> dict[str, int]:
        bits: dict[str, int] = {}
        for name, leaf in pairs:
            bits[name] = bits.get(name, 0) | 1 << self._numbers[leaf]
        return bits

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
        has, some, spoiled = self._plain, self._open, 0
        for name in projection:
            has |= self._has.get(name, 0)
            some |= self._some.get(name, 0)
            spoiled |= self._but.get(name, 0)
        for wanted, bit in self._several:
            if wanted <= projection:
                has |= bit
        answers = has & some & ~spoiled
        char = self._of_answers.get(answers)
        if char is None:
            char = self._of_answers[answers] = chr(_FIRST + len(self._of_answers))
            self._answers[char] = answers
            self._given.append((char, answers))
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
        number = self._numbers[leaf]
        excludes = not leaf.has and not leaf.some
        told, upto = self._written[number]
        if upto < len(self._given):
            newer = self._given[upto:]
            told += "".join([char for char, answers in newer if (answers >> number & 1) != excludes])
            self._written[number] = told, len(self._given)
        if excludes:
            return f"[^{told}]" if told else r"[\s\S]"
        return f"[{told}]" if told else r"(?!)"
