"""A whole record against a gold record."""

from __future__ import annotations

from khabar.desk.scoring.claim_rows import claim_rows
from khabar.desk.scoring.event_rows import event_rows
from khabar.desk.scoring.figure_rows import figure_rows, implicit_rows
from khabar.desk.scoring.mention_rows import caveat_rows, place_rows, time_rows, withheld_rows
from khabar.desk.scoring.pairing import Item
from khabar.desk.scoring.tally import Rows


def report_rows(gold: Item, record: Item) -> Rows:
    """The rows of one report; implicit, withheld and caveats only where the gold annotates them."""
    figures = record.get("figures", [])
    rows = {**claim_rows(gold["claims"], record.get("claims", [])), **figure_rows(gold["figures"], figures)}
    if "implicit" in gold:
        rows |= implicit_rows(gold["implicit"], figures)
        rows |= withheld_rows(gold["withheld"], record.get("withheld") or [])
        rows |= caveat_rows(gold["caveats"], record)
    rows |= time_rows(gold["times"], record.get("times", []))
    rows |= place_rows(gold["places"], record.get("places", []))
    return rows | event_rows(gold["text"], gold["events"], record.get("events", []))
