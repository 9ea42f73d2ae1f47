"""One line an event of the crisis, with every telling of it and all in which tellings differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from typing import Any

from khabar.desk.crisis.crisis import Crisis
from khabar.reconcile.across.entry import Entry, Ref
from khabar.reconcile.within.tellings import roots_of
from khabar.record import Event

Row = dict[str, Any]


def event_rows(crisis: Crisis) -> list[Row]:
    """The events of the crisis in the order of days, those without a day last.

    A row: `event` (its earliest telling, document:item), type and subtypes, statuses, `dates` and `places` with the number of
    reports that tell each (nothing is chosen among them; `date` and `place` are what most reports tell), victims and doers
    as written, `tellings`, `reports`, `outlets`, first and last day of publication, `why` the tellings are one event, `perhaps`
    (events that it may be the same as), and `told`, each telling with its words.
    """
    tellings = {entry.document: _tellings(entry) for entry in crisis.entries}
    rows = {group: _row(crisis, refs, tellings) for group, refs in crisis.events.members.items()}
    for row, refs in zip(rows.values(), crisis.events.members.values(), strict=True):
        maybe = {other for ref in refs for other in crisis.events.perhaps.get(ref, ())}
        row["perhaps"] = sorted(_name_of(other, crisis, rows) for other in maybe)
    return sorted(
        rows.values(), key=lambda row: (row["date"] is None, row["date"] or "", -row["reports"], row["event"])
    )


def _name_of(group: Hashable, crisis: Crisis, rows: dict[Hashable, Row]) -> str:
    name = crisis.events.of[group] if isinstance(group, Ref) else group
    return str(rows[name]["event"])


def _tellings(entry: Entry) -> dict[str, list[Event]]:
    """The events of a report by the id of their first telling."""
    roots = roots_of({event.id: event.same_as for event in entry.report.events})
    made: dict[str, list[Event]] = {}
    for event in entry.report.events:
        made.setdefault(roots[event.id], []).append(event)
    return made


def _row(crisis: Crisis, refs: Iterable[Ref], tellings: dict[int, dict[str, list[Event]]]) -> Row:
    ordered = sorted(refs, key=lambda ref: _order(crisis.by_document[ref.document], ref))
    told = [(ref, event) for ref in ordered for event in tellings[ref.document][ref.item]]
    entries = [crisis.by_document[document] for document in dict.fromkeys(ref.document for ref in ordered)]
    dates = _counted((ref, event.date.value) for ref, event in told if event.date)
    places = _counted((ref, event.place.name) for ref, event in told if event.place)
    published = sorted(entry.published for entry in entries if entry.published)
    return {
        "event": f"{ordered[0].document}:{ordered[0].item}",
        "type": told[0][1].type,
        "subtypes": _distinct(event.subtype for _, event in told),
        "statuses": _distinct(event.status for _, event in told),
        "date": next(iter(dates), None),
        "place": next(iter(places), None),
        "dates": dates,
        "places": places,
        "actors": _distinct(event.actor.text for _, event in told if event.actor),
        "targets": _distinct(event.target.text for _, event in told if event.target),
        "tellings": len(told),
        "reports": len(entries),
        "outlets": _distinct(entry.outlet for entry in entries),
        "first_published": published[0] if published else None,
        "last_published": published[-1] if published else None,
        "why": _distinct(key for ref in ordered for key in crisis.events.why.get(ref, ())),
        "told": [_telling(crisis.by_document[ref.document], event) for ref, event in told],
    }


def _order(entry: Entry, ref: Ref) -> tuple[str, str, int, str]:
    return (entry.published or "9999", entry.outlet or "", ref.document, ref.item)


def _counted(pairs: Iterable[tuple[Ref, str]]) -> dict[str, int]:
    """What is told → in how many reports, most first."""
    seen = Counter(value for _, value in dict.fromkeys((ref.document, value) for ref, value in pairs))
    return dict(sorted(seen.items(), key=lambda pair: (-pair[1], pair[0])))


def _distinct(values: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(value for value in values if value))


def _telling(entry: Entry, event: Event) -> Row:
    return {
        "document": entry.document,
        "item": event.id,
        "report": entry.name,
        "outlet": entry.outlet,
        "published": entry.published,
        "words": event.trigger.text,
        "sentence": _around(entry.report.document.text or "", event.trigger.start, event.trigger.end),
        "place": event.place.name if event.place else None,
        "place_from": event.place.from_ if event.place else None,
        "date": event.date.value if event.date else None,
        "date_from": event.date.from_ if event.date else None,
    }


_AROUND = 80


def _around(text: str, start: int, end: int) -> str:
    return " ".join(text[max(start - _AROUND, 0) : end + _AROUND].split())


def dated(rows: Iterable[Row]) -> Iterator[Row]:
    """The events that have a day: the timeline."""
    return (row for row in rows if row["date"])
