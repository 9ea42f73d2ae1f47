"""Whom a count takes up: another number "of them", others beside them, all of them told at once who they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from msgspec.structs import replace

from khabar.grammar import Unit
from khabar.languages.ar.figures.belonging import said_of_all
from khabar.languages.ar.figures.counts import HARD, Count, Settled
from khabar.languages.ar.lists.figure_words import CountedNoun
from khabar.languages.drafts import FigureDraft


def told_of_all(units: Sequence[Unit], drafts: list[FigureDraft]) -> list[FigureDraft]:
    """The drafts; of those whose own words do not tell who they are, what the sentence says behind of them all."""
    told = said_of_all(units)
    if told is None:
        return drafts
    start, said = units[told[0]].start, tuple(told[1].items())
    return [
        replace(d, population=said) if d.span[1] <= start and not d.population and d.measure in HARD else d
        for d in drafts
    ]


def of_those(units: Sequence[Unit], one: Settled, draft: FigureDraft, told: Mapping[int, FigureDraft]) -> FigureDraft:
    """The draft with the people of the count it is a part of, where that says only "of them" (400 of them, 62 of whom)."""
    whole = told.get(one.whole.at) if one.whole is not None else None
    if whole is None or one.count.noun is not None or not _are_of_them(units, one.whole):
        return draft
    return replace(draft, of=whole.of, population=whole.population)


def _are_of_them(units: Sequence[Unit], count: Count | None) -> bool:
    return count is not None and any("of_them" in unit for unit in units[count.at + 1 : count.last + 1])


def fellows(
    units: Sequence[Unit], one: Settled, place: tuple[int, int] | None, noun: CountedNoun | None
) -> Literal["others", "them"] | None:
    """Whether the words say only that the counted are of those counted before: others, elements; another number of them."""
    if noun is not None:
        bare = place is None or place[1] - place[0] == 1
        return "others" if noun.lemma in _OTHERS and bare else None
    return "them" if one.whole is None and _are_of_them(units, one.count) else None


# Others; an element of some body.
_OTHERS = ("آخر", "عنصر")
