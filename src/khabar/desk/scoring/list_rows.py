"""Lists of single sentences or expressions against records: one question a line."""

from __future__ import annotations

from khabar.desk.scoring.pairing import Extent, Item, extent, overlap
from khabar.desk.scoring.tally import Count, Rows, asked


def gsr_rows(gold: Item, record: Item) -> Rows:
    """One row, named after the event type that was asked for: does the sentence tell that one happened?

    A record says yes by an event of the type with status reported.  "easy no" and "difficult no" both mean no; sentences
    on which the voters were divided are left out.
    """
    if gold["label"] == "ambiguous" or gold["dup_conflict"]:
        return {}
    said = any(
        event["type"] == gold["event_type"] and event.get("status", "reported") == "reported"
        for event in record.get("events", [])
    )
    yes = gold["label"] == "yes"
    return {gold["event_type"]: Count(int(said and yes), int(said), int(yes))}


def time_list_rows(gold: Item, record: Item) -> Rows:
    """dates: a time overlaps the expression and has its value, or is that day.  numbers: one of the `numbers` has its value.

    traps: nothing overlaps an expression that only looks like a date or a number.  Other kinds are not asked.
    """
    where, kind = (gold["start"], gold["end_char"]), gold["kind"]
    calendar = kind in ("date", "time")
    if gold.get("negative"):
        false = _overlapping(record, "times" if calendar else "numbers", where)
        return {"traps": asked([not false])}
    if calendar:
        return {"dates": asked([any(_same_date(gold, time) for time in _overlapping(record, "times", where))])}
    if kind in ("number", "quantity"):
        return {"numbers": asked([any(_same_number(gold, n) for n in _overlapping(record, "numbers", where))])}
    return {}


def _overlapping(record: Item, layer: str, where: Extent) -> list[Item]:
    return [item for item in record.get(layer, []) if overlap(extent(item), where)]


def _same_date(gold: Item, time: Item) -> bool:
    """The value is equal; or the gold is one day, and the time is an hour of it."""
    if time.get("value") == gold["value"]:
        return True
    return bool(str(time.get("value", "")).split("T")[0] == gold.get("begin") == gold.get("end"))


def _same_number(gold: Item, number: Item) -> bool:
    """The value is equal; of a range the lower end; of a vague word (dozens: 20 in gold) the order, half of it."""
    value = gold["value"]
    vague = False
    if isinstance(value, dict):
        vague = value.get("mod") == "vague"
        value = value["n"] if "n" in value else value.get("lo")
    if isinstance(value, list):
        value = value[0]
    if vague:
        return bool(number.get("order") == value // 2)
    return bool(number.get("value", number.get("low")) == value)


def place_list_rows(gold: Item, record: Item) -> Rows:
    """found: a place overlaps the name.  country: one that does has its country, or the place is disputed."""
    found = _overlapping(record, "places", (gold["start"], gold["end"]))
    right = any(gold.get("disputed") or place.get("country") == gold.get("country") for place in found)
    return {"found": asked([bool(found)]), "country": asked([right])}
