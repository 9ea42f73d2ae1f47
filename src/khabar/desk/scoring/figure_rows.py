"""Figures against gold: those with a number, and those that a noun implies (a policeman was killed)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from khabar.desk.scoring.links import directed_links, same_links
from khabar.desk.scoring.names import name_words, same_name
from khabar.desk.scoring.pairing import Item, Pairs, extent, overlap, pair
from khabar.desk.scoring.tally import Count, Rows, asked

_NUMBER: Final = ("low", "high", "order")
_WHOLE: Final = ("measure", *_NUMBER, "bound")


def match_figures(gold: Sequence[Item], read: Sequence[Item]) -> Pairs:
    """Pairs of figures whose spans overlap and whose measure, number and bound agree."""
    return pair(gold, read, lambda g, r: float(_overlap(g, r) and _agree(g, r, _WHOLE)))


def match_numbers(gold: Sequence[Item], read: Sequence[Item]) -> Pairs:
    """Pairs of figures whose spans overlap and whose number agrees, those of one measure before others."""
    return pair(gold, read, _number_likeness)


def match_implicit(gold: Sequence[Item], read: Sequence[Item]) -> Pairs:
    """Pairs of implied figures whose spans overlap and whose measure agrees."""
    return pair(gold, read, lambda g, r: float(_overlap(g, r) and _agree(g, r, ("measure",))))


def _overlap(gold: Item, read: Item) -> bool:
    return overlap(extent(gold), extent(read))


def _agree(gold: Item, read: Item, fields: Sequence[str]) -> bool:
    return all(gold.get(name) == read.get(name) for name in fields)


def _number_likeness(gold: Item, read: Item) -> float:
    if not (_overlap(gold, read) and _agree(gold, read, _NUMBER)):
        return 0.0
    return 2.0 if _agree(gold, read, ("measure",)) else 1.0


def counted(figures: Sequence[Item]) -> list[Item]:
    """The figures that a number word tells."""
    return [figure for figure in figures if not figure.get("implicit")]


def implied(figures: Sequence[Item]) -> list[Item]:
    """The figures that a noun implies."""
    return [figure for figure in figures if figure.get("implicit")]


def figure_rows(gold: Sequence[Item], figures: Sequence[Item]) -> Rows:
    """figures: span, measure, low, high, bound and order match.  figures=n: span and number match.

    of: a word of the counted noun is shared, among matched figures where the gold names one.  source: the same source
    (or none on both sides), among matched figures.  fig. same, fig. part: links among those whose number matches.
    `gold` holds no implied figures; those of the record are left out.
    """
    read = counted(figures)
    whole, number = match_figures(gold, read), match_numbers(gold, read)
    matched = [(gold[i], read[j]) for i, j in whole]
    return {
        "figures": Count(len(whole), len(read), len(gold)),
        "figures=n": Count(len(number), len(read), len(gold)),
        "of": asked(_share_a_word(g["of"], r.get("of")) for g, r in matched if g.get("of")),
        "source": asked(same_name(g.get("source"), r.get("source")) for g, r in matched),
        **same_links(gold, read, number, "fig. same"),
        **directed_links(gold, read, number, "part_of", "fig. part"),
    }


def implicit_rows(gold: Sequence[Item], figures: Sequence[Item]) -> Rows:
    """implicit: single victims implied by a noun; span and measure match."""
    read = implied(figures)
    return {"implicit": Count(len(match_implicit(gold, read)), len(read), len(gold))}


def _share_a_word(gold: str | Item | None, read: str | Item | None) -> bool:
    return bool(set(name_words(_words(gold))) & set(name_words(_words(read))))


def _words(noun: str | Item | None) -> str | None:
    """The words of a counted noun, which gold writes as text or as span."""
    return noun.get("text", "") if isinstance(noun, dict) else noun
