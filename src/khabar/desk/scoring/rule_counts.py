"""How often each rule is right on gold: an item is right when the scorer pairs it with a gold item.

A rule is judged by what it reads, never by what it misses.  Layers whose items name no rule (caveats) and items that no
gold asks for (times without a date) are left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from khabar.desk.scoring.claim_rows import match_claims
from khabar.desk.scoring.event_rows import match_events
from khabar.desk.scoring.figure_rows import counted, implied, match_figures, match_implicit
from khabar.desk.scoring.mention_rows import dated, match_kinds, match_places, match_times
from khabar.desk.scoring.pairing import Item, Pairs, having
from khabar.desk.scoring.tally import Count

_Judged = tuple[Sequence[Item], Pairs]


def rule_counts(reports: Iterable[tuple[Item, Item]]) -> dict[str, Count]:
    """Rule id → how many of the items it read are right, over pairs of (gold line, record); ids in order."""
    right: Counter[str] = Counter()
    read: Counter[str] = Counter()
    for gold, record in reports:
        for items, pairs in _judged(gold, record):
            found = {j for _, j in pairs}
            for number, item in enumerate(items):
                read[item["rule"]] += 1
                right[item["rule"]] += number in found
    return {rule: Count(right[rule], read[rule], read[rule]) for rule in sorted(read) if rule}


def _judged(gold: Item, record: Item) -> Iterable[_Judged]:
    """The items of each layer of a record with those that the scorer pairs."""
    claims = having(record.get("claims", []), "content")
    yield claims, match_claims(having(gold["claims"], "content"), claims)
    figures = counted(record.get("figures", []))
    yield figures, match_figures(gold["figures"], figures)
    times = dated(record.get("times", []))
    yield times, match_times(gold["times"], times)
    places = record.get("places", [])
    yield places, match_places(gold["places"], places)
    events = having(record.get("events", []), "trigger")
    yield events, match_events(gold["text"], having(gold["events"], "trigger"), events)
    if "implicit" in gold:
        single = implied(record.get("figures", []))
        yield single, match_implicit(gold["implicit"], single)
        withheld = record.get("withheld", [])
        yield withheld, match_kinds(gold["withheld"], withheld, "what")
