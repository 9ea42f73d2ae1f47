"""Who is who: one row an actor of the crisis, with all that reports call it, why that is one, and who says otherwise."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from pathlib import Path
from typing import Any

from khabar.desk.crisis.answers import distinct
from khabar.desk.crisis.crisis import Crisis
from khabar.ledger import Filter, documents_of, opened
from khabar.reconcile.across.entry import Ref
from khabar.record import Actor

Row = dict[str, Any]


def joined_actors(case: Path, chosen: Filter | None = None) -> list[Row]:
    """The actors of a case whom the chosen reports name, joined across all its reports.  Raises CaseError."""
    with opened(case) as connection:
        documents = documents_of(connection, chosen or Filter())
    return [row for row in actor_rows(Crisis.of(case)) if any(told["document"] in documents for told in row["told"])]


def actor_rows(crisis: Crisis) -> list[Row]:
    """The actors that have a name, those of most reports first.

    A row: `actor` (its earliest mention, document:item), `name` (the fullest one), `names` and `roles` as reports write them,
    `kinds`, `side` and `notes` (of who speaks: a spokesman stands on the side of his body), `reports`, first and last day of
    publication, `why` the mentions are one, `perhaps` (actors that it may be the same as), `decided` (what people signed about
    mentions of it), and `told`, each mention.
    """
    actors = {Ref(entry.document, actor.id): actor for entry in crisis.entries for actor in entry.report.actors}
    named = {group: refs for group, refs in crisis.actors.members.items() if isinstance(group, str)}
    rows = {group: _row(crisis, refs, actors) for group, refs in named.items()}
    for group, refs in named.items():
        maybe = {other for ref in refs for other in crisis.actors.perhaps.get(ref, ())}
        rows[group]["perhaps"] = sorted(_name_of(other, crisis, rows) for other in maybe)
    return sorted(rows.values(), key=lambda row: (-row["reports"], row["name"], row["actor"]))


def _name_of(group: Hashable, crisis: Crisis, rows: dict[str, Row]) -> str:
    """The earliest mention of an actor; of one without a name the smallest."""
    if isinstance(group, str) and group in rows:
        return str(rows[group]["actor"])
    first = min(crisis.actors.members.get(group, [group]))  # type: ignore[type-var]
    return f"{first.document}:{first.item}" if isinstance(first, Ref) else str(first)


def _row(crisis: Crisis, refs: Iterable[Ref], actors: dict[Ref, Actor]) -> Row:
    ordered = sorted(refs, key=lambda ref: (crisis.by_document[ref.document].order, ref))
    known = [actors[ref] for ref in ordered]
    voice = next((v for ref in ordered if (v := crisis.voice_table.get(crisis.voices.of.get(ref)))), None)
    names = sorted({actor.name for actor in known}, key=lambda name: (-len(name), name))
    published = sorted(day for ref in ordered if (day := crisis.by_document[ref.document].published))
    return {
        "actor": f"{ordered[0].document}:{ordered[0].item}",
        "name": names[0],
        "names": names,
        "roles": distinct(actor.role for actor in known),
        "kinds": distinct(actor.kind for actor in known),
        "side": voice.side if voice else None,
        "notes": list(voice.notes) if voice else [],
        "reports": len({ref.document for ref in ordered}),
        "first_published": published[0] if published else None,
        "last_published": published[-1] if published else None,
        "why": distinct(key for ref in ordered for key in crisis.actors.why.get(ref, ())),
        "perhaps": [],
        "decided": crisis.decided["actors"].of(ordered),
        "told": [_mention(crisis, ref, actor) for ref, actor in zip(ordered, known, strict=True)],
    }


def _mention(crisis: Crisis, ref: Ref, actor: Actor) -> Row:
    entry = crisis.by_document[ref.document]
    return {
        "document": ref.document,
        "item": ref.item,
        "report": entry.name,
        "outlet": entry.outlet,
        "published": entry.published,
        "name": actor.name,
        "role": actor.role,
    }
