"""Whom a figure counts, in a form that two reports' figures can be compared by."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final, Literal

from khabar.atlas import shared_atlas
from khabar.reconcile.words import folded_words, listed
from khabar.record import Figure

Relation = Literal["same", "part", "other", "unknown"]
"""Two figures count the same people, one a part of the other's, other people, or nobody can tell."""
_IMPLIED: Final = {"arrested": {"detainee"}, "protesters": {"protester"}, "forces": {"security", "combatant"}}
_KINDS: Final = ("child", "woman")
"""Populations that say all that is told by the word for them: children, minors, boys and girls are one kind."""
_QUOTE: Final = re.compile('["\u201c\u201d\u00ab\u00bb]')
_AND: Final = "و"
_ATTACKER: Final = "attacker"
"""Whatever an outlet calls those who attack, they are the same, and none of the army's combatants."""
_SHORT: Final = 3
_STEM: Final = 4
_LIKE: Final = 0.5
_DESCRIBED: Final = ("ممن", "الذين")
"""Words that begin a clause: "of those who tried to …" calls nobody by a name that another report has too."""
_EMPTY: Final = frozenset(
    ("من", "في", "على", "عن", "مع", "ما", "منهم", "منهن", "بين", "of", "the", "in", "a", "an", "and")
)


@dataclass(frozen=True, slots=True)
class People:
    """The counted: populations of the vocabulary, and stems of the words that say more closely who they are.

    `anybody`: neither says anything ("15 people", "15 killed"): the figure is of all.  `others`: "nine others", whom only what
    stands before them tells.  `crowd`: a word for whoever was there ("migrants" of a boat, "prisoners" of a riot) counts them.
    """

    populations: frozenset[str]
    stems: frozenset[str]
    others: bool = False
    crowd: bool = field(default=False, compare=False)

    @property
    def anybody(self) -> bool:
        """Whether all are counted, whoever they are."""
        return not self.populations and not self.stems


def people_of(figure: Figure, home: str | None = None) -> People:
    """The people of a figure, without what the measure says already (detainees are arrested); members are those of a force.

    `home` is the country (ISO code) that the report speaks of: "six Kenyans" there are six people.
    """
    implied = _IMPLIED.get(figure.measure, set())
    populations = frozenset(p.value for p in figure.population) - implied
    words = folded_words(_unquoted(figure.of.text)) if figure.of else []
    if not populations and set(words) & listed("collective") and figure.measure != "forces":
        populations = frozenset({"security"})
    if of_attackers(figure):
        return People(frozenset({_ATTACKER}), frozenset())
    named = {word for p in figure.population if p.value in _KINDS and p.span for word in folded_words(p.span.text)}
    empty = listed("counted") | listed("others") | _EMPTY | named
    said = [word for word in words if not {word, word.removeprefix(_AND)} & empty and not _is_of(word, home)]
    stems = frozenset(_stem(word) for word in said if len(word) >= _SHORT and word not in listed("collective"))
    others = bool(words) and words[0] in listed("others")
    described = bool(words) and words[0] in _DESCRIBED
    crowd = bool(words) and words[0] in listed("crowd")
    return People(populations, frozenset() if others or described else stems, others, crowd)


def _is_of(word: str, country: str | None) -> bool:
    """Whether a word names the people of a country."""
    return country is not None and shared_atlas().demonym(word) == country


def of_attackers(figure: Figure) -> bool:
    """Whether those are counted who attacked."""
    return figure.of is not None and not listed("attacker").isdisjoint(folded_words(figure.of.text))


def _unquoted(text: str) -> str:
    """The counted up to where a quotation ends that began before them: "over 200 people" on a charge of …"""
    return next((text[: found.start()] for found in _QUOTE.finditer(text) if found.start() > 0), text)


def _stem(word: str) -> str:
    """The beginning of a word without article, which survives most endings (عامل, عاملين; العاملين)."""
    bare = word.removeprefix("لل").removeprefix("وال").removeprefix("ال")
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


def may_be_all(one: People, other: People) -> bool:
    """Whether two counts of one act may both be of all whom it befell: "17 migrants" and "28 people" of a boat."""
    return all(people.anybody or people.crowd for people in (one, other))


def may_be_same(one: People, other: People) -> bool:
    """Whether two figures of one number may count the same people: the same, or one told less closely ("of its members").

    Words of two scripts say nothing to one another.
    """
    if relation(one, other) == "same":
        return True
    if not (one.stems and other.stems):
        return False
    if _latin(one) != _latin(other):
        return not one.populations or not other.populations or bool(one.populations & other.populations)
    return one.populations == other.populations and (one.stems <= other.stems or other.stems <= one.stems)


def _latin(people: People) -> bool:
    return all(stem.isascii() for stem in people.stems)
