"""Times, places, withheld statements and caveats against gold."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.desk.scoring.pairing import Item, Pairs, extent, jaccard, overlap, pair
from khabar.desk.scoring.tally import Count, Rows


def match_times(gold: Sequence[Item], read: Sequence[Item]) -> Pairs:
    """Pairs of times whose spans overlap and whose values are equal, the best overlap first."""
    return pair(gold, read, lambda g, r: _closeness(g, r) if g.get("value") == r.get("value") else 0.0)


def match_places(gold: Sequence[Item], read: Sequence[Item]) -> Pairs:
    """Pairs of places whose spans overlap and whose countries are equal; the country of a disputed place is not asked."""
    return pair(
        gold, read, lambda g, r: _closeness(g, r) if g.get("disputed") or g.get("country") == r.get("country") else 0.0
    )


def match_kinds(gold: Sequence[Item], read: Sequence[Item], field: str) -> Pairs:
    """Pairs of withheld statements (`what`) or caveats (`kind`) whose spans overlap and whose field is equal."""
    return pair(gold, read, lambda g, r: float(overlap(extent(g), extent(r)) and g[field] == r.get(field)))


def _closeness(gold: Item, read: Item) -> float:
    return jaccard(extent(gold), extent(read))


def dated(times: Sequence[Item]) -> list[Item]:
    """The times that can be put on a date: gold has no others."""
    return [time for time in times if time.get("value") and not str(time["value"]).startswith("XXXX")]


def time_rows(gold: Sequence[Item], times: Sequence[Item]) -> Rows:
    """times: spans overlap and the value is equal.  times~: spans overlap.  Times without a date are left out."""
    read = dated(times)
    tight, loose = match_times(gold, read), pair(gold, read, _closeness)
    return {"times": Count(len(tight), len(read), len(gold)), "times~": Count(len(loose), len(read), len(gold))}


def place_rows(gold: Sequence[Item], read: Sequence[Item]) -> Rows:
    """places: spans overlap and the country is equal, or the place is disputed.  places~: spans overlap."""
    tight, loose = match_places(gold, read), pair(gold, read, _closeness)
    return {"places": Count(len(tight), len(read), len(gold)), "places~": Count(len(loose), len(read), len(gold))}


def withheld_rows(gold: Sequence[Item], read: Sequence[Item]) -> Rows:
    """withheld: spans overlap and `what` is equal."""
    return {"withheld": Count(len(match_kinds(gold, read, "what")), len(read), len(gold))}


def caveat_rows(gold: Sequence[Item], record: Item) -> Rows:
    """caveats: spans overlap and `kind` is equal, wherever in the record the caveat stands."""
    read = all_caveats(record)
    return {"caveats": Count(len(match_kinds(gold, read, "kind")), len(read), len(gold))}


def all_caveats(record: Item) -> list[Item]:
    """The caveats of a record: those beside a claim or a figure (one that limits several counts once), then the rest."""
    limiting = [
        _flat(caveat)
        for layer in ("claims", "figures")
        for item in record.get(layer, [])
        for caveat in item.get("caveats") or []
    ]
    once = {(caveat["start"], caveat["kind"]): caveat for caveat in limiting}
    return [*once.values(), *map(_flat, record.get("caveats", []))]


def _flat(caveat: Item) -> Item:
    """A caveat as gold writes it, its span not nested."""
    return caveat if "start" in caveat else {**caveat["span"], "kind": caveat["kind"]}
