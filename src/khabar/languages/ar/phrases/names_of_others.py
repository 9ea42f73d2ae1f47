"""Names of others: a name in a phrase that is not the speaker's, but of his kin, of his family, or of a country."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.phrases.name_words import YEH
from khabar.languages.ar.phrases.shapes import is_article


def is_nation(units: Sequence[Unit], first: int, last: int) -> bool:
    """Those of a country (the Sildanian officials), or the country alone that somebody is called after too."""
    if last - first == 1:
        return "known_place" in units[first].signature
    return is_article(units[first]) and any("demonym" in u.signature and is_article(u) for u in units[first + 1 : last])


def is_of_kin(units: Sequence[Unit], first: int, last: int) -> bool:
    """Whose wife, brother or lawyer speaks (the wife of the prisoner So-and-so): the name behind the noun is of another; but
    his brother So-and-so has the name himself.
    """
    head = units[first]
    if last - first < 2 or head.signature & {"+pron", "+al"} or head.text.endswith(_HIS):
        return False
    owner = units[first + 1]
    named = "given" in owner.signature and last - first > 2
    return named or (is_article(owner) and ("role" in owner.signature or not owner.view.endswith(YEH)))


FAMILIES = ("عايله", "اسره")  # of whom it is named, and who does not speak
_HIS = "\N{ARABIC LETTER HEH}"


def is_close_to(units: Sequence[Unit], first: int, last: int) -> bool:
    """A source close to somebody, a journalist from somewhere, residents loyal to the president: whoever is named behind
    "of" or "to" is another.
    """
    head = units[first].signature
    if "unnamed" in head and any(
        "min" in units[k].signature and not _is_of_its(units, first, k) for k in range(first + 1, last)
    ):
        return True
    several = head & {"unnamed", "people"} and "role" not in head and not is_article(units[first])
    return bool(several) and any({"+li", "role"} <= unit.signature for unit in units[first + 1 : last])


def _is_of_its(units: Sequence[Unit], first: int, at: int) -> bool:
    """Whether "of" hangs on the definite genitive of an office without article (the leader of a party close | to X)."""
    office = "role" in units[first].signature and not is_article(units[first])
    return office and at - 2 > first and is_article(units[at - 1]) and is_article(units[at - 2])
