"""Whom a figure counts, in a form that two reports' figures can be compared by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from khabar.reconcile.words import folded_words, listed
from khabar.record import Figure

Relation = Literal["same", "part", "other", "unknown"]
"""Two figures count the same people, one a part of the other's, other people, or nobody can tell."""
_IMPLIED: Final = {"arrested": {"detainee"}, "protesters": {"protester"}, "forces": {"security", "combatant"}}
_SHORT: Final = 3
_STEM: Final = 4
_LIKE: Final = 0.5
_EMPTY: Final = frozenset(
    ("من", "في", "على", "عن", "مع", "ما", "منهم", "منهن", "بين", "of", "the", "in", "a", "an", "and")
)


@dataclass(frozen=True, slots=True)
class People:
    """The counted: populations of the vocabulary, and stems of the words that say more closely who they are.

    `anybody`: neither says anything ("15 people", "15 killed"): the figure is of all.  `others`: "nine others", whom only what
    stands before them tells.
    """

    populations: frozenset[str]
    stems: frozenset[str]
    others: bool = False

    @property
    def anybody(self) -> bool:
        """Whether all are counted, whoever they are."""
        return not self.populations and not self.stems


def people_of(figure: Figure) -> People:
    """The people of a figure, without what the measure says already (detainees are arrested); members are those of a force."""
    implied = _IMPLIED.get(figure.measure, set())
    populations = frozenset(p.value for p in figure.population) - implied
    words = folded_words(figure.of.text) if figure.of else []
    if not populations and set(words) & listed("collective") and figure.measure != "forces":
        populations = frozenset({"security"})
    said = [
        word for word in words if word not in listed("counted") and word not in listed("others") and word not in _EMPTY
    ]
    stems = frozenset(_stem(word) for word in said if len(word) >= _SHORT and word not in listed("collective"))
    others = bool(words) and words[0] in listed("others")
    return People(populations, frozenset() if others else stems, others)


def _stem(word: str) -> str:
    """The beginning of a word without article, which survives most endings (عامل, عاملين; العاملين)."""
    bare = word.removeprefix("لل").removeprefix("ال")
    return bare[:_STEM]


def relation(one: People, other: People) -> Relation:
    """How the people of two figures stand to one another."""
    if one.anybody and other.anybody:
        return "same"
    if one.anybody or other.anybody:
        return "part"
    if one.populations and other.populations and not one.populations & other.populations:
        return "other"
    shared, all_stems = one.stems & other.stems, one.stems | other.stems
    if one.populations == other.populations and (one.stems == other.stems or len(shared) >= _LIKE * len(all_stems)):
        return "same"
    if one.populations and one.populations == other.populations and (not one.stems or not other.stems):
        return "same"
    if shared or one.populations & other.populations:
        return "part"
    return "other" if one.populations or other.populations else "unknown"


def may_be_same(one: People, other: People) -> bool:
    """Whether two figures of one number may count the same people: the same, or one told less closely ("of its members")."""
    if relation(one, other) == "same":
        return True
    told = bool(one.stems) and bool(other.stems)
    return told and one.populations == other.populations and (one.stems <= other.stems or other.stems <= one.stems)
