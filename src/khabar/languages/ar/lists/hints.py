"""Hints: what later steps may find in a word, asked once for each written word and carried by its units.

Most words of a text are nothing to most steps.  A step that says which words it looks at gets a bit of its own, and passes
over all units that do not have it: of a unit in the processor's hands this costs less than any look at what lists say of it.
"""

from __future__ import annotations

from collections.abc import Callable

from khabar.grammar import Reading

Asked = Callable[[str, str, Reading], bool]
"""The word as written, folded, and its reading → whether a step may find something in it."""
_asked: list[Asked] = []


def hint(ask: Asked) -> int:
    """The bit that a unit has when the answer for its word is yes.  To be called when a module is loaded, before any word is
    read: a unit whose bits were worked out before would never have it.
    """
    _asked.append(ask)
    return 1 << len(_asked) - 1


def unglued(view: str, most: int) -> list[str]:
    """A word as it is, and without each number of first letters up to `most` that may be glued to it."""
    return [view[cut:] for cut in range(most + 1)]


def hints_of(surface: str, view: str, read: Reading) -> int:
    """The hints of a word or mark."""
    return sum(1 << number for number, ask in enumerate(_asked) if ask(surface, view, read))
