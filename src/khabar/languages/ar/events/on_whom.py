"""What stands behind "on" and is nobody who is hit: set wordings, pages of the net, and the name Ali, which is spelt like "on"."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.phrases.name_words import is_ali
from khabar.languages.ar.phrases.shapes import is_name_word


def is_no_target(units: Sequence[Unit], at: int) -> bool:
    """Whether what stands behind "on" is a set wording, or pages of the net, and nobody who is hit."""
    if "no_target" not in units[at].signature:
        return False
    page = at + 1 < len(units) and "web" in units[at + 1].signature
    return page or units[at].signature.isdisjoint({"grounds"})


def is_called_ali(units: Sequence[Unit], at: int) -> bool:
    """Ali, not "on": written with yeh, a name behind it."""
    named = at + 1 < len(units) and (bool(units[at + 1].signature & {"given", "name"}) or is_name_word(units[at + 1]))
    return named and is_ali(units[at])
