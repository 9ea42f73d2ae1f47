"""Counties: a word for a kind of place that is spelt like an act (a county, a boycott)."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit


def is_type_of_place(units: Sequence[Unit], at: int) -> bool:
    """The county of X, in a county whose name stands in quotation marks, the governor of the county of whatever name; the same
    word is a boycott, of what has the article.
    """
    following = units[at + 1].signature if at + 1 < len(units) else _NO_COUNTY
    before = units[at - 1].signature if at else frozenset()
    named = bool(following & {"toponym", "known_place"}) and following.isdisjoint(("+al", "prep"))
    inside = ("fi" in before and "quote_open" in following) or (before & _COUNTY_OF and not following & _NO_COUNTY)
    return "place_type" in units[at].signature and (bool(inside) or named)


_COUNTY_OF = frozenset(("role", "org_head", "people", "fi"))
_NO_COUNTY = frozenset(("+al", "prep", "event", "mark", "TIME", "org_head", "people", "+pron"))
