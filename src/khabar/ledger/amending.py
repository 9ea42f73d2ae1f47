"""A record with people's decisions applied: rejected items left out, corrected columns put in."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Any, Final, NamedTuple

import apsw
import msgspec
from msgspec.structs import replace

from khabar.ledger.deciding import Decision, open_decisions
from khabar.ledger.keeping import unpacked
from khabar.ledger.layers import LAYERS
from khabar.record import EventDate, EventPlace, Party, Report, Span, Via

_Change = Callable[[Any, Any, Report], dict[str, Any]]
"""Item, value of the column and report → fields of the record's type."""


class Amended(NamedTuple):
    """The youngest record of a document with people's decisions in it, and of its first appearance: part, outlet, day."""

    document: int
    report: Report
    part: str
    outlet: str | None
    published: str | None


def amended_reports(connection: apsw.Connection, documents: Iterable[int] | None = None) -> Iterator[Amended]:
    """All documents of a case, or those of the numbers, each with its text, in the order of their numbers."""
    decided: dict[int, list[Decision]] = defaultdict(list)
    for decision in open_decisions(connection):
        decided[decision.document].append(decision)
    chosen = "" if documents is None else "AND r.document IN (SELECT value FROM json_each(?))"
    query = f"""SELECT r.document, r.json, d.text, a.part, a.outlet, coalesce(a.published, r.published)
                FROM current_records AS r JOIN documents AS d ON d.id = r.document
                JOIN appearances AS a ON a.id = (SELECT min(id) FROM appearances WHERE document = r.document)
                WHERE 1 {chosen} ORDER BY r.document"""  # noqa: S608 - nothing of a person's
    values = () if documents is None else (json.dumps(sorted(documents)),)
    for document, packed, text, part, outlet, published in connection.execute(query, values):
        read = msgspec.json.decode(unpacked("zlib", packed), type=Report)
        whole = replace(read, document=replace(read.document, text=text))
        yield Amended(document, amended(whole, decided[document]), part, outlet, published and published[:10])


def amended(report: Report, decisions: Iterable[Decision]) -> Report:
    """A report without its rejected items and with its corrections.  Where people differ the machine's reading stays."""
    rulings: dict[str, list[Decision]] = defaultdict(list)
    for decision in decisions:
        rulings[decision.item].append(decision)
    if not rulings:
        return report
    layers: dict[str, Any] = {}
    for layer in LAYERS:
        items = [_amended_item(layer, item, rulings.get(item.id, []), report) for item in getattr(report, layer)]
        layers[layer] = [item for item in items if item is not None]
    return _relinked(report, layers)


def _relinked(before: Report, layers: dict[str, Any]) -> Report:
    """Links to an item that was rejected follow it to what it pointed at, or end."""
    known = {item.id: item for layer in LAYERS for item in getattr(before, layer)}
    gone = known.keys() - {item.id for items in layers.values() for item in items}
    if not gone:
        return replace(before, **layers)
    linked = {layer: [_following(item, gone, known) for item in items] for layer, items in layers.items()}
    return replace(before, **linked)


def _following(item: Any, gone: AbstractSet[str], known: Mapping[str, Any]) -> Any:
    changes: dict[str, str | None] = {}
    for name in _LINKS:
        linked = getattr(item, name, None)
        if not isinstance(linked, str):
            continue
        target: str | None = linked
        seen: set[str] = set()
        while target is not None and target in gone and target not in seen:
            seen.add(target)
            target = getattr(known[target], name, None)
        if target != linked or target in gone:
            changes[name] = None if target in gone else target
    return replace(item, **changes) if changes else item


_LINKS: Final = ("same_as", "within", "claim", "part_of", "event", "actor")
"""Fields that hold the id of another item; of an event, actor is no id."""


def _amended_item(layer: str, item: Any, rulings: list[Decision], report: Report) -> Any:
    if len({(ruling.verdict, msgspec.json.encode(ruling.fields, order="sorted")) for ruling in rulings}) != 1:
        return item
    if rulings[0].verdict == "reject":
        return None
    if rulings[0].verdict != "correct":
        return item
    changed = item
    for column, value in _spans_first(rulings[0].fields):
        made = _CHANGES.get((layer, column))
        changed = replace(changed, **(made(changed, value, report) if made else _plain(changed, column, value)))
    return changed


def _spans_first(fields: Mapping[str, Any]) -> list[tuple[str, Any]]:
    return sorted(fields.items(), key=lambda pair: pair[0] not in ("start", "end"))


def _plain(item: Any, column: str, value: Any) -> dict[str, Any]:
    """A column that the type has under its own name; flags come as 0 and 1, and "" is what has no word."""
    if column not in item.__struct_fields__:
        return {}
    if isinstance(getattr(item, column), bool):
        return {column: bool(value)}
    return {column: None if value == "" and column in ("status", "polarity") else value}


def _bound(field: str) -> Mapping[str, _Change]:
    """Start and end of the span that a layer's rows point at; `field` is "" where the item itself has them."""

    def change(of: str) -> _Change:
        def moved(item: Any, value: Any, report: Report) -> dict[str, Any]:
            held = getattr(item, field) if field else item
            start, end = (value, held.end) if of == "start" else (held.start, value)
            words = (report.document.text or "")[start:end]
            return {field: Span(start, end, words)} if field else {"start": start, "end": end, "text": words}

        return moved

    return {"start": change("start"), "end": change("end")}


def _party(field: str) -> _Change:
    """Who did it or to whom; words that stand somewhere in the text point there."""

    def change(item: Any, value: Any, report: Report) -> dict[str, Any]:
        if value is None:
            return {field: None}
        basis = held.basis if (held := getattr(item, field)) else None
        return {field: Party(value, _found(value, item.trigger.start, report), None, "predicate", basis)}

    return change


def _found(words: str, near: int, report: Report) -> Span | None:
    text = report.document.text or ""
    start = min((at for at in (text.rfind(words, 0, near), text.find(words, near)) if at >= 0),
                key=lambda at: abs(at - near), default=None)  # fmt: skip
    return None if start is None else Span(start, start + len(words), words)


def _place_id(name: str, report: Report) -> str | None:
    return next((place.id for place in report.places if name in (place.name, place.name_ar, place.text)), None)


def _basis(item: Any, value: Any, _: Report) -> dict[str, Any]:
    return {"actor": replace(item.actor, basis=value)} if item.actor else {}


def _of(item: Any, value: Any, report: Report) -> dict[str, Any]:
    return {"of": _found(value, item.start, report) if value else None}


_CHANGES: Final[dict[tuple[str, str], _Change]] = {
    **{("claims", side): change for side, change in _bound("content").items()},
    **{("events", side): change for side, change in _bound("trigger").items()},
    **{
        (layer, side): change
        for layer in ("figures", "times", "places", "withheld")
        for side, change in _bound("").items()
    },
    ("claims", "speaker"): lambda _, value, __: {"speaker_name": value},
    ("claims", "via"): lambda _, value, __: {"via": [Via(name) for name in json.loads(value)] if value else []},
    ("claims", "cue"): lambda item, value, report: {
        "cue": _found(value, item.content.start, report) if value else None
    },
    ("withheld", "speaker"): lambda _, value, __: {"speaker_name": value},
    ("figures", "magnitude"): lambda _, value, __: {"order": value},
    ("figures", "counted"): _of,
    ("figures", "place"): lambda _, value, report: {"place": _place_id(value, report) if value else None},
    ("events", "actor"): _party("actor"),
    ("events", "target"): _party("target"),
    ("events", "basis"): _basis,
    ("events", "place"): lambda _, value, report: {
        "place": EventPlace(value, _place_id(value, report), "predicate") if value else None
    },
    ("events", "date"): lambda _, value, __: {"date": EventDate(value, None, "predicate") if value else None},
    ("actors", "mentions"): lambda *_: {},
}
