"""What goes wrong, in classes that can be counted: the work list of whoever betters the rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from khabar.desk.scoring.claim_rows import match_claims, same_speaker
from khabar.desk.scoring.event_rows import match_events
from khabar.desk.scoring.figure_rows import counted, match_figures
from khabar.desk.scoring.mention_rows import dated, match_places, match_times
from khabar.desk.scoring.names import same_name
from khabar.desk.scoring.pairing import Item, Pairs, extent, having, overlap

Errors = Counter[tuple[str, str]]
"""(layer, class) → how often."""


def errors(gold: Item, record: Item) -> Errors:
    """The errors of one report, by layer and class."""
    found: Errors = Counter()
    for layer, classes in (
        ("claims", _claims(gold, record)),
        ("figures", _figures(gold, record)),
        ("times", _times(gold, record)),
        ("places", _places(gold, record)),
        ("events", _events(gold, record)),
    ):
        found.update((layer, name) for name in classes)
    return found


def _unpaired(gold: Sequence[Item], read: Sequence[Item], pairs: Pairs) -> tuple[list[Item], list[Item]]:
    """The gold items that nothing answers, and the items read that answer nothing."""
    answered, answering = {i for i, _ in pairs}, {j for _, j in pairs}
    missed = [item for i, item in enumerate(gold) if i not in answered]
    return missed, [item for j, item in enumerate(read) if j not in answering]


def _claims(gold: Item, record: Item) -> list[str]:
    wanted, read = having(gold["claims"], "content"), having(record.get("claims", []), "content")
    pairs = match_claims(wanted, read)
    missed, false = _unpaired(wanted, read, pairs)
    told = [
        f"speaker wrong ({read[j].get('found_by', '')})" for i, j in pairs if not same_speaker(wanted[i], read[j])
    ]  # fmt: skip
    cues = [extent(item.get("cue")) for item in false]
    for item in missed:
        near = any(overlap(extent(item.get("cue")), cue) for cue in cues)
        told.append("content cut wrongly" if near else f"not read ({item.get('act')})")
    wanted_cues = [extent(item.get("cue")) for item in missed]
    told += [
        "read where gold has none"
        for item in false
        if not any(overlap(extent(item.get("cue")), cue) for cue in wanted_cues)
    ]
    return told


def _figures(gold: Item, record: Item) -> list[str]:
    wanted, read = gold["figures"], counted(record.get("figures", []))
    pairs = match_figures(wanted, read)
    missed, false = _unpaired(wanted, read, pairs)
    told = ["source wrong" for i, j in pairs if not same_name(wanted[i].get("source"), read[j].get("source"))]
    return told + _changed(missed, false, ("measure", "low", "high", "order", "bound"))


def _times(gold: Item, record: Item) -> list[str]:
    wanted, read = gold["times"], dated(record.get("times", []))
    return _changed(*_unpaired(wanted, read, match_times(wanted, read)), ("value",))


def _places(gold: Item, record: Item) -> list[str]:
    wanted, read = gold["places"], record.get("places", [])
    return _changed(*_unpaired(wanted, read, match_places(wanted, read)), ("country",))


def _changed(missed: Sequence[Item], false: Sequence[Item], fields: Sequence[str]) -> list[str]:
    """Of items that overlap, the first field that differs; of the rest, that they were missed or invented."""
    told, left = [], list(false)
    for item in missed:
        other = next((o for o in left if overlap(extent(item), extent(o))), None)
        if other is None:
            told.append("not read")
            continue
        left.remove(other)
        told.append(next((f"{name} wrong" for name in fields if item.get(name) != other.get(name)), "read twice"))
    return told + ["read where gold has none"] * len(left)


def _events(gold: Item, record: Item) -> list[str]:
    wanted, read = having(gold["events"], "trigger"), having(record.get("events", []), "trigger")
    missed, false = _unpaired(wanted, read, match_events(gold["text"], wanted, read))
    told, left = [], list(false)
    for item in missed:
        other = next((o for o in left if overlap(extent(item["trigger"]), extent(o["trigger"]))), None)
        if other is not None:
            left.remove(other)
        told.append(f"not read ({item['type']})" if other is None else "type wrong")
    return told + [f"read where gold has none ({item['type']})" for item in left]
