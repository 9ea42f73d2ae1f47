"""Class characters: each set of word classes that a grammar can tell apart is one character.

A grammar names a few dozen classes; the words of a text show some hundred combinations of them.  Writing one
character per unit turns a sentence into a short string, and a rule into a regular expression over it.  A
combination never seen before gets a new character, and only the patterns it concerns are compiled again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from khabar.grammar.patterns import Leaf
from khabar.grammar.units import Unit

_FIRST = 0x4E00  # a long run of code points that mean nothing to a regular expression


class Alphabet:
    """The class characters of one grammar."""

    def __init__(self, leaves: Iterable[Leaf]) -> None:
        names: set[str] = set()
        for leaf in leaves:
            names |= leaf.has | leaf.some | leaf.but
        self._names = frozenset(names)
        self._of_projection: dict[frozenset[str], str] = {}
        self._of_signature: dict[frozenset[str], str] = {}
        self._projections: list[tuple[frozenset[str], str]] = []

    @property
    def size(self) -> int:
        """How many characters exist by now; grows while reading."""
        return len(self._projections)

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
                char = self._of_projection[projection] = chr(_FIRST + len(self._projections))
                self._projections.append((projection, char))
            self._of_signature[signature] = char
        return char

    def letters(self, leaf: Leaf) -> str:
        """The regular expression for one leaf: the characters it accepts, or, for a leaf that only excludes, not the others."""
        if not leaf.has and not leaf.some:
            refused = "".join(c for p, c in self._projections if not leaf.accepts(p))
            return f"[^{refused}]" if refused else r"[\s\S]"
        taken = "".join(c for p, c in self._projections if leaf.accepts(p))
        return f"[{taken}]" if taken else r"(?!)"
