"""Where what is said comes from: statements with all that carry them, and who stands behind an item.  Origins, never articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from khabar.desk.crisis.crisis import Crisis
from khabar.desk.crisis.numbers import speaker_of
from khabar.desk.crisis.people import standing_row
from khabar.desk.crisis.registry import registry_row
from khabar.reconcile.across.entry import Entry, Ref
from khabar.reconcile.across.figures.differing import near
from khabar.reconcile.across.figures.people import may_be_same
from khabar.reconcile.across.joining import Group
from khabar.reconcile.across.standing import Standing, standing
from khabar.reconcile.across.statements.denying import said_by
from khabar.reconcile.across.statements.statements import Statement
from khabar.reconcile.within.tellings import roots_of
from khabar.record import Claim, Figure

Row = dict[str, Any]
Telling = tuple[Ref, Group | None, str | None]
"""An item, who says it (None: the outlet's own voice), and the outlet."""
_PASSAGE: Final = "s"
_NAMELESS: Final = "?"


class UnknownItem(KeyError):
    """The crisis has no such item."""


def statement_rows(crisis: Crisis) -> list[Row]:
    """A row for each statement that several reports carry, those of most reports first.

    `speaker`: whoever is named for it, None where no report says whose it is; `reports`: how many carry it, `first`: the earliest;
    `how`: by what they are known to be one (passage, words, numbers, act); `carried`: each report with outlet, day, whom it credits
    (None: nobody), relays, and the words that it has.
    """
    return [_statement_row(statement, crisis) for statement in crisis.statements]


def _statement_row(statement: Statement, crisis: Crisis) -> Row:
    carried = [_carrier(document, statement, crisis) for document in statement.documents]
    return {
        "speaker": speaker_of(statement.voice, None, crisis),
        "reports": len(statement.documents),
        "first": carried[0]["report"],
        "first_published": carried[0]["published"],
        "how": list(statement.how),
        "carried": carried,
        "decided": crisis.decided["claims"].of(statement.items),
    }


def _carrier(document: int, statement: Statement, crisis: Crisis) -> Row:
    entry = crisis.by_document[document]
    claims = {claim.id: claim for claim in entry.report.claims}
    figures = {figure.id: figure for figure in entry.report.figures}
    here = [ref for ref in statement.items if ref.document == document]
    held = [claims[ref.item] for ref in here if ref.item in claims]
    counted = [figures[ref.item] for ref in here if ref.item in figures]
    text = entry.report.document.text or ""
    cut = [ref.item.removeprefix(_PASSAGE).split("-") for ref in here if ref.item.startswith(_PASSAGE)]
    spans = [(int(start), int(end)) for start, end in cut]
    words = [claim.content.text for claim in held] + [text[start:end] for start, end in spans]
    words += [figure.text for figure in counted]
    return {
        "document": document,
        "report": entry.name,
        "outlet": entry.outlet,
        "published": entry.published,
        "items": [ref.item for ref in here],
        "credits": next(_credited(entry, held, counted, spans), None),
        "via": list(dict.fromkeys(link.name for claim in held for link in claim.via)),
        "words": words,
        **standing_row(crisis.people.standing.get(document)),
    }


def _credited(
    entry: Entry, claims: Sequence[Claim], figures: Sequence[Figure], spans: Sequence[tuple[int, int]]
) -> Iterator[str]:
    """Whom a report names for what it carries: for the claims, for the numbers of which it says the same outside a claim, and for
    what stands in a passage.
    """
    inside = [c for start, end in spans for c in entry.report.claims if start <= c.content.start < end]
    numbers = [f for start, end in spans for f in entry.report.figures if start <= f.start < end]
    for name in (
        *(claim.speaker_name for claim in claims),
        *(figure.source for figure in figures),
        *(claim.speaker_name for claim in inside),
        *(figure.source for figure in numbers),
    ):
        if name and name != _NAMELESS:
            yield name


def stands_behind(crisis: Crisis, ref: Ref) -> Row:
    """Who stands behind an item of a case, over all reports that tell it.

    `named`: the distinct voices with a name, each with its side and the names that reports give it; `unnamed`: how many mentions
    of sources without one, which cannot be told apart; `sides`; `outlets` that tell it without naming anybody, where nobody is
    named at all; `reports` that tell it, which is no number of sources; `became`: those of them that others retract or supersede;
    `registry`: who signed into the case what people noted of these voices; `statements` that it is part of.  Raises UnknownItem.
    """
    told = list(tellings_of(crisis, ref))
    if not told:
        raise UnknownItem(f"{ref.document}:{ref.item}")
    stands = standing(told, crisis.voice_table)
    known = crisis.people.standing
    became = [
        {"document": d, **standing_row(known[d])} for d in sorted({r.document for r, _, _ in told} & known.keys())
    ]
    registry = registry_row(crisis.registry, crisis.people.registries)
    inside = [_statement_row(one, crisis) for one in crisis.statements if any(r in one.items for r, _, _ in told)]
    return {
        "item": f"{ref.document}:{ref.item}",
        **_standing_row(stands),
        "became": became,
        "registry": registry,
        "statements": inside,
    }


def _standing_row(stands: Standing) -> Row:
    return {
        "named": [
            {"speaker": voice.name, "side": voice.side, "names": list(voice.names), "notes": list(voice.notes)}
            for voice in stands.named
        ],
        "unnamed": stands.unnamed,
        "sides": list(stands.sides),
        "outlets": list(stands.outlets),
        "reports": stands.reports,
    }


def tellings_of(crisis: Crisis, ref: Ref) -> Iterator[Telling]:
    """All tellings of what an item tells: of a figure the equal numbers, of an event its tellings, of a claim its statement."""
    entry = crisis.by_document.get(ref.document)
    if entry is None:
        return
    kind = ref.item[:1]
    if kind == "f":
        yield from _of_figure(crisis, ref)
    elif kind == "e":
        yield from _of_event(crisis, ref)
    else:
        yield from _of_claim(crisis, ref)


def _of_figure(crisis: Crisis, ref: Ref) -> Iterator[Telling]:
    point = crisis.point_of.get(ref)
    if point is None:
        yield from ((ref, c.voice, c.entry.outlet) for c in crisis.counts if ref in c.refs)
        return
    for other in crisis.points:
        alike = (other.series, other.measure, other.amount) == (point.series, point.measure, point.amount)
        close = any(near(count, first) for count in other.counts for first in point.counts)
        if alike and close and may_be_same(other.people, point.people):
            yield from ((count.ref, count.voice, count.entry.outlet) for count in other.counts)


def _of_event(crisis: Crisis, ref: Ref) -> Iterator[Telling]:
    events = crisis.by_document[ref.document].report.events
    roots = roots_of({event.id: event.same_as for event in events})
    group = crisis.events.of.get(Ref(ref.document, roots.get(ref.item, ref.item)))
    for first in crisis.events.members.get(group, []) if group is not None else []:
        entry = crisis.by_document[first.document]
        here = roots_of({event.id: event.same_as for event in entry.report.events})
        claims = {claim.id: claim for claim in entry.report.claims}
        for event in entry.report.events:
            if here[event.id] == first.item:
                claim = claims.get(event.claim or "")
                said = said_by(entry, claim, crisis.voices) if claim else None
                yield Ref(entry.document, event.id), said.voice if said else None, entry.outlet


def _of_claim(crisis: Crisis, ref: Ref) -> Iterator[Telling]:
    statement = next((one for one in crisis.statements if ref in one.items), None)
    for one in statement.items if statement else (ref,):
        entry = crisis.by_document[one.document]
        claim = next((c for c in entry.report.claims if c.id == one.item), None)
        if claim is not None:
            yield one, said_by(entry, claim, crisis.voices).voice, entry.outlet
