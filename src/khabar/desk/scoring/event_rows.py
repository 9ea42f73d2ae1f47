"""Events against gold."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from khabar.desk.scoring.links import same_links
from khabar.desk.scoring.names import folded, same_name
from khabar.desk.scoring.pairing import Item, Pairs, extent, having, overlap, pair
from khabar.desk.scoring.tally import Count, Rows, asked

_Same = Callable[[str | None, str | None], bool]


def match_events(text: str, gold: Sequence[Item], read: Sequence[Item]) -> Pairs:
    """Pairs of events of one type whose triggers overlap; failing that, whose triggers stand in one paragraph.

    A paragraph may tell an event by several words, and which of them is the trigger is a matter of taste.
    """

    def likeness(one: Item, other: Item) -> float:
        if one["type"] != other.get("type"):
            return 0.0
        if overlap(extent(one["trigger"]), extent(other["trigger"])):
            return 2.0
        return float(_line(text, one) == _line(text, other))

    return pair(gold, read, likeness)


def _line(text: str, event: Item) -> int:
    return text.count("\n", 0, event["trigger"]["start"])


def event_rows(text: str, gold: Sequence[Item], read: Sequence[Item]) -> Rows:
    """events: see `match_events`.  ev. same: links among matched events.

    ev. status, subtype, actor, target, place, date: right among matched events; all but the status only where the gold
    says it.  Actor and target are compared as names, place and date as folded words.
    """
    gold, read = having(gold, "trigger"), having(read, "trigger")
    pairs = match_events(text, gold, read)
    matched = [(gold[i], read[j]) for i, j in pairs]
    rows = {
        "events": Count(len(pairs), len(read), len(gold)),
        "ev. status": asked(g.get("status") == r.get("status") for g, r in matched),
        **same_links(gold, read, pairs, "ev. same"),
        "ev. subtype": asked(g["subtype"] == r.get("subtype") for g, r in matched if g.get("subtype")),
    }
    for role, same in _ROLES.items():
        rows[f"ev. {role}"] = asked(same(g[role], _told(r.get(role))) for g, r in matched if g.get(role))
    return rows


def _same_words(one: str | None, other: str | None) -> bool:
    return folded(one) == folded(other)


_ROLES: Final[dict[str, _Same]] = {"actor": same_name, "target": same_name, "place": _same_words, "date": _same_words}


def _told(role: Any) -> str | None:
    """What a record says of a role: the name of a place, the value of a date, the words of a party."""
    if isinstance(role, dict):
        role = role.get("name") or role.get("value") or role.get("text")
    return role if isinstance(role, str) else None
