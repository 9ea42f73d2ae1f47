"""Figures folded: one entry for a figure with all its tellings in the report, and its subsets below it."""

from __future__ import annotations

from dataclasses import dataclass

from khabar.record import Figure


@dataclass(frozen=True, slots=True)
class Telling:
    """A figure and the later figures of the report that tell it again (`same_as`), in the order of the text."""

    figure: Figure
    again: tuple[Figure, ...]

    @property
    def all(self) -> tuple[Figure, ...]:
        """Every telling, the first one first."""
        return (self.figure, *self.again)


def tellings(figures: list[Figure]) -> list[Telling]:
    """The figures of a report, restatements folded, in the order of their first telling."""
    roots = roots_of({figure.id: figure.same_as for figure in figures})
    folded: dict[str, list[Figure]] = {}
    for figure in figures:
        folded.setdefault(roots[figure.id], []).append(figure)
    return [Telling(told[0], tuple(told[1:])) for told in folded.values()]


def roots_of(links: dict[str, str | None]) -> dict[str, str]:
    """For each id the first item its `same_as` links lead to.  Links to unknown ids and circles end where they are."""
    roots: dict[str, str] = {}
    for start in links:
        item, seen = start, {start}
        while (following := links.get(item)) and following in links and following not in seen:
            item = following
            seen.add(item)
        roots[start] = item
    return roots
