"""The figures of a crisis over time, and what contradicts what, as rows for people and programs."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from khabar.atlas import key_of
from khabar.desk.crisis.answers import Conflict, ConflictKind, ConflictSide, distinct
from khabar.desk.crisis.calling import own_voice
from khabar.desk.crisis.crisis import Crisis
from khabar.desk.crisis.explained import Explanations, explained_row
from khabar.desk.crisis.people import standing_row
from khabar.desk.wording.messages import messages, ui_languages
from khabar.reconcile import Disagreement, Side, disagreements
from khabar.reconcile.across.actors.bodies import parted
from khabar.reconcile.across.actors.doers import sides_of_speaker
from khabar.reconcile.across.entry import Entry, Ref
from khabar.reconcile.across.figures.counts import Count
from khabar.reconcile.across.figures.differing import Difference, Point, are_rivals, difference
from khabar.reconcile.across.figures.people import relation
from khabar.reconcile.across.figures.series import differences, uncredited
from khabar.reconcile.across.joining import Group
from khabar.reconcile.across.standing import standing
from khabar.reconcile.across.statements.denying import Denial, Said
from khabar.reconcile.across.statements.persons_told import Told
from khabar.reconcile.across.statements.when_and_where import Apart, SetOn
from khabar.reconcile.within.disagreements import worded

Row = dict[str, Any]
_NAMELESS: Final = "?"
_KINDS: Final[dict[str, ConflictKind]] = {
    "different_value": "different value",
    "revision": "revision",
    "different_time": "different time",
    "denial": "denial",
}
_REASONS: Final = {
    "different_value": "same_report",
    "revision": "same_report",
    "different_time": "same_report",
    "denial": "denied",
}
_RAISED: Final = ("different value", "denial")


def series_rows(
    crisis: Crisis, measure: str | None = None, place: str | None = None, documents: Collection[int] | None = None
) -> list[Row]:
    """A row for each number of each voice: series by series, in each the days in their order.

    `series` is the event (its first telling) or the country that the number is of; `speaker` the fullest name of the voice,
    None for an outlet's own; `day` the day that it is told for, `first_published` when it first was; `carried`: by how many
    reports, `uncredited`: by how many that do not say whose it is; `told`: every telling.  `measure`, `place` and `documents` (one
    of them tells it of that place) choose; a place is found by its name in English or Arabic.
    """
    chosen = [point for point in crisis.points if _wanted(point, measure, place, documents)]
    numbers = {series: n for n, series in enumerate(dict.fromkeys((p.series, p.measure) for p in chosen))}
    ordered = sorted(chosen, key=lambda p: (numbers[p.series, p.measure], p.day or "9999"))
    return [_point_row(point, crisis) for point in ordered]


def _wanted(point: Point, measure: str | None, place: str | None, documents: Collection[int] | None) -> bool:
    if measure and point.measure != measure:
        return False
    counts = [one for one in point.counts if documents is None or one.ref.document in documents]
    return any(place is None or place.casefold() in _names_of_place(count) for count in counts)


def _names_of_place(count: Count) -> set[str]:
    """Names by which the place of a count may be asked for: of its figure, of its event's tellings there."""
    report = count.entry.report
    events = {event.id: event for event in report.events}
    event = events.get(count.figure.event or "")
    called = {count.figure.place, event.place.name if event and event.place else None}
    known = [p for p in report.places if p.id in called or p.name in called]
    names = {name for place in known for name in (place.name, place.name_ar, place.text) if name}
    return {name.casefold() for name in (*names, *(name for name in called if name))}


def _point_row(point: Point, crisis: Crisis) -> Row:
    figure = point.first.figure
    stands = standing(((c.ref, c.voice, c.entry.outlet) for c in point.counts), crisis.voice_table)
    return {
        "series": _series_name(point, crisis),
        "measure": point.measure,
        "speaker": speaker_of(point.voice, point.first.speaker, crisis),
        "day": point.day,
        "first_published": min((c.entry.published for c in point.counts if c.entry.published), default=None),
        "wording": figure.text,
        "words": worded(figure, point.first.entry.report),
        "counted": figure.of.text if figure.of else None,
        "low": figure.low,
        "high": figure.high,
        "bound": figure.bound,
        "part": point.part,
        "carried": stands.reports,
        "uncredited": len(uncredited(point)),
        "sides": list(stands.sides),
        "told": [_told(count, crisis) for count in point.counts],
    }


def _told(count: Count, crisis: Crisis) -> Row:
    return {
        "document": count.ref.document,
        "item": count.ref.item,
        "report": count.entry.name,
        "outlet": count.entry.outlet,
        "published": count.entry.published,
        "as_of": count.figure.as_of,
        "speaker": count.speaker,
        "via": list(count.via),
        "words": count.figure.text,
        **standing_row(crisis.people.standing.get(count.ref.document)),
    }


def _series_name(point: Point, crisis: Crisis) -> str:
    if point.series not in crisis.events.members:
        return str(point.series[1]) if isinstance(point.series, tuple) else _NAMELESS
    members = crisis.events.members[point.series]
    first = min(members, key=lambda ref: (crisis.published(ref.document) or "9999", ref), default=None)
    return f"{first.document}:{first.item}" if first else _NAMELESS


def speaker_of(voice: Group | None, speaker: str | None, crisis: Crisis) -> str | None:
    """How a voice is called: the fullest name that a report gives it; None is the outlet's own voice."""
    if voice is None:
        return None
    known = crisis.voice_table.get(voice)
    return known.name if known else speaker


def conflicts_of(crisis: Crisis, documents: Collection[int] | None = None) -> Iterator[Conflict]:
    """All that was compared: contradictions first, then what only seems to be one, with the reason.  Where documents are given,
    that in which one of them takes part.
    """
    for conflict in _all_of(crisis, documents):
        if documents is None or any(ref.document in documents for side in conflict.sides for ref in side.items):
            yield conflict


def _all_of(crisis: Crisis, documents: Collection[int] | None) -> Iterator[Conflict]:
    denied = [_denial(denial, crisis) for denial in crisis.denials]
    denied += [_exception(one, crisis) for one in crisis.exceptions] + [_ages(*pair) for pair in crisis.ages]
    denied += [_exception(one, crisis, "rival") for one in crisis.rivals]
    denied += [_apart(one, crisis) for one in crisis.apart]
    told = [_difference(difference, crisis) for difference in differences(crisis.points, documents)]
    entries = (entry for entry in crisis.entries if documents is None or entry.document in documents)
    inside = [conflict for entry in entries for conflict in _inside(entry, crisis)]
    inside = [conflict for conflict in inside if not any(_holds(known, conflict) for known in denied)]
    yield from sorted((*denied, *told, *inside), key=lambda conflict: not conflict.raised)


def _holds(known: Conflict, inside: Conflict) -> bool:
    """Whether what one report says against itself is told by the comparison of all of them already."""
    return any(
        all(part.items[0] in whole.items for whole, part in zip(order, inside.sides, strict=True))
        for order in (known.sides, known.sides[::-1])
    )


def _inside(entry: Entry, crisis: Crisis) -> Iterator[Conflict]:
    """What one report says against itself, its first side against each of the others."""
    claims = {claim.id: claim.actor for claim in entry.report.claims}
    for found in disagreements(entry.report):
        first, *others = (_side_inside(side, entry, claims, crisis) for side in found.sides)
        for other in others:
            yield _conflict_inside(found, (first, other), crisis)


def _conflict_inside(found: Disagreement, sides: tuple[ConflictSide, ConflictSide], crisis: Crisis) -> Conflict:
    """Raised where two voices with a name say it, and the other reports do not tell that one number is older.

    What the report itself tells of two numbers, that one took the place of the other, needs no other report.
    """
    known = _known_of(*sides, crisis) if found.kind == "different_value" else None
    kind: ConflictKind = known.kind if known else _KINDS[found.kind]
    reason: str = known.reason if known else _REASONS[found.kind]
    if known is None and kind in _RAISED and _of_other_people(*sides, crisis):
        kind, reason = "different population", "other_people"
    if kind == "different value" and _is_of_some(*sides, crisis):
        kind, reason = "different population", "part_of_all"
    names = {side.speaker for side in sides}
    raised = kind in _RAISED and None not in names and len(names) > 1 and not _blames_another(*sides, crisis)
    days = _days(known) if known else (_NAMELESS, _NAMELESS)
    return Conflict(kind, found.measure or "claim", raised, sides, _why(reason, sides, days, crisis))


def _blames_another(denied: ConflictSide, said: ConflictSide, crisis: Crisis) -> bool:
    """Whether a claim lays on another state what a voice of the claimant's own state denies: the two agree."""
    states = [_state_of(side, crisis) for side in (denied, said)]
    named = parted(key_of(said.value).split()).country
    return states[0] is not None and states[0] == states[1] and named is not None and f"state {named}" != states[0]


def _state_of(side: ConflictSide, crisis: Crisis) -> str | None:
    """The state for which the one who makes a claim speaks; None for what is no claim, or nobody's."""
    entry = crisis.by_document[side.items[0].document]
    claim = next((one for one in entry.report.claims if one.id == side.items[0].item), None)
    sides = sides_of_speaker(entry, claim) if claim is not None else frozenset[str]()
    return next((one for one in sides if one.startswith("state ")), None)


def _known_of(one: ConflictSide, other: ConflictSide, crisis: Crisis) -> Difference | None:
    """What the other reports tell of two numbers of one report: from when each is."""
    first, second = crisis.point_of.get(one.items[0]), crisis.point_of.get(other.items[0])
    return difference(first, second) if first and second and first is not second else None


def _of_other_people(one: ConflictSide, other: ConflictSide, crisis: Crisis) -> bool:
    """Whether two numbers of one report count people of two kinds: fighters and civilians."""
    first, second = crisis.point_of.get(one.items[0]), crisis.point_of.get(other.items[0])
    return first is not None and second is not None and relation(first.people, second.people) == "other"


def _is_of_some(one: ConflictSide, other: ConflictSide, crisis: Crisis) -> bool:
    """Whether one of two numbers of a report is far smaller and not told as a toll: some of those whom the other counts."""
    points = [point for side in (one, other) if (point := crisis.point_of.get(side.items[0]))]
    small, large = sorted(points, key=lambda p: p.amount.low or 0) if len(points) > 1 else (None, None)
    if small is None or large is None or small.amount.low is None or are_rivals(small, large):
        return False
    return 2 * small.amount.low <= (large.amount.low or 0) and not any(count.whole for count in small.counts)


def _side_inside(side: Side, entry: Entry, claims: Mapping[str, str | None], crisis: Crisis) -> ConflictSide:
    """A side with the name of its voice in the crisis, where the report's own speaker is known there."""
    actor = claims.get(side.item) or next((a.id for a in entry.report.actors if a.name in side.speakers), None)
    ref = Ref(entry.document, actor) if actor else None
    voice = crisis.voices.of.get(ref, ref) if ref else None
    speaker = next((name for name in side.speakers if name), None)
    return ConflictSide(
        side.words, speaker_of(voice, speaker, crisis) if speaker else None, (Ref(entry.document, side.item),)
    )


def conflict_rows(crisis: Crisis, documents: Collection[int] | None = None) -> list[Row]:
    """`conflicts_of` as plain rows: what a person has to look at, then contradictions that people explained, then the rest.
    Where documents are given, those in which one of them takes part.

    `id` names the difference whatever reports come in; kind, measure; `contradiction`: whether it is a real one, which it is not
    where all reports of one side were taken back; `raised`: whether it is one that nobody explained; of both sides value, speaker,
    outlets that tell it, and items; `why` by language; `explained`: by what people explain it, each with number, by, at and
    words; `became`: the reports that others retract or supersede.  An explanation settles nothing.
    """
    names = Explanations(crisis)
    rows = [_conflict_row(conflict, names, crisis) for conflict in conflicts_of(crisis, documents)]
    return sorted(rows, key=lambda row: (not row["raised"], not row["contradiction"]))


def _conflict_row(conflict: Conflict, names: Explanations, crisis: Crisis) -> Row:
    explained = [explained_row(one) for one in names.of(conflict)]
    real = conflict.raised and not any(_is_taken_back(side, crisis) for side in conflict.sides)
    return {
        "id": names.id_of(conflict),
        "kind": conflict.kind,
        "measure": conflict.measure,
        "contradiction": real,
        "raised": real and not explained,
        **_side_row("one", conflict.sides[0], crisis),
        **_side_row("other", conflict.sides[1], crisis),
        "why": conflict.why,
        "explained": explained,
        "became": _became(conflict, crisis),
    }


def _is_taken_back(side: ConflictSide, crisis: Crisis) -> bool:
    """Whether all reports that tell it were retracted, as a person accepted: then nobody says it any more."""
    standing = (crisis.people.standing.get(ref.document) for ref in side.items)
    return all(one is not None and one.standing == "retracted" for one in standing)


def _became(conflict: Conflict, crisis: Crisis) -> list[Row]:
    """What became of the reports on both sides, of those of which anything did."""
    documents = sorted({ref.document for side in conflict.sides for ref in side.items} & crisis.people.standing.keys())
    return [{"document": document, **standing_row(crisis.people.standing[document])} for document in documents]


def _side_row(name: str, side: ConflictSide, crisis: Crisis) -> Row:
    items = " ".join(f"{ref.document}:{ref.item}" for ref in side.items)
    return {
        f"{name}_value": side.value,
        f"{name}_speaker": side.speaker,
        f"{name}_outlets": outlets_of(side, crisis),
        f"{name}_items": items,
    }


def _difference(difference: Difference, crisis: Crisis) -> Conflict:
    sides = (_side(difference.one, crisis), _side(difference.other, crisis))
    return Conflict(
        difference.kind,
        difference.one.measure,
        difference.raised,
        sides,
        _why(difference.reason, sides, _days(difference), crisis),
    )


def _days(difference: Difference) -> tuple[str, str]:
    return difference.one.day or _NAMELESS, difference.other.day or _NAMELESS


def _side(point: Point, crisis: Crisis) -> ConflictSide:
    figure = point.first.figure
    items = tuple(ref for count in point.counts for ref in count.refs)
    return ConflictSide(
        worded(figure, point.first.entry.report), speaker_of(point.voice, point.first.speaker, crisis), items
    )


def _denial(denial: Denial, crisis: Crisis) -> Conflict:
    sides = (_said(denial.denied, (denial.denied,), crisis), _said(denial.said[0], denial.said, crisis))
    measure = "event" if denial.denied.ref.item.startswith("e") else "claim"
    reason = "disowned" if sides[0].speaker == sides[1].speaker else "denied"
    return Conflict("denial", measure, True, sides, _why(reason, sides, (_NAMELESS, _NAMELESS), crisis))


def _exception(one: Denial, crisis: Crisis, reason: str = "excepted") -> Conflict:
    sides = (_said(one.denied, (one.denied,), crisis), _said(one.said[0], one.said, crisis))
    return Conflict("different value", "claim", True, sides, _why(reason, sides, (_NAMELESS, _NAMELESS), crisis))


def _ages(one: Told, other: Told) -> Conflict:
    sides = (_age(one), _age(other))
    return Conflict("different value", "age", True, sides, _why("aged", sides, (one.name, other.name)))


def _apart(apart: Apart, crisis: Crisis) -> Conflict:
    """An event that reports set on other days or in other places; what one voice said anew is a revision."""
    kind: ConflictKind = "different date" if apart.what == "date" else "different place"
    sides = (_set_on(apart.one, crisis), _set_on(apart.other, crisis))
    kind = "revision" if apart.reason == "reset" else kind
    return Conflict(kind, apart.what, apart.raised, sides, _why(apart.reason, sides, (_NAMELESS, _NAMELESS), crisis))


def _set_on(told: Sequence[SetOn], crisis: Crisis) -> ConflictSide:
    first = told[0]
    value = f"{first.words} ({first.day})" if first.day and str(first.day) not in first.words else first.words
    return ConflictSide(value, speaker_of(first.voice, first.speaker, crisis), tuple(one.ref for one in told))


def _age(told: Told) -> ConflictSide:
    return ConflictSide(
        f"{told.age} ({told.name})", told.entry.outlet, (Ref(told.entry.document, f"t{told.start}-{told.end}"),)
    )


def _said(said: Said, all_said: Iterable[Said], crisis: Crisis) -> ConflictSide:
    return ConflictSide(said.words, speaker_of(said.voice, said.speaker, crisis), tuple(one.ref for one in all_said))


def outlets_of(side: ConflictSide, crisis: Crisis | None) -> list[str]:
    """Which outlets tell a side, each once."""
    entries = [crisis.by_document[ref.document] for ref in side.items] if crisis else []
    return distinct(entry.outlet or entry.name for entry in entries)


def _why(
    reason: str, sides: tuple[ConflictSide, ConflictSide], days: tuple[str, str], crisis: Crisis | None = None
) -> dict[str, str]:
    """The reason in the languages of the desk."""
    told: dict[str, str] = {}
    for code in ui_languages():
        said = messages(code)
        called = crisis.calling(code).voice if crisis else str
        names = [called(side.speaker) if side.speaker else own_voice(outlets_of(side, crisis), said) for side in sides]
        told[code] = said.say(f"differing.{reason}", one=names[0], other=names[1], day=days[0], later=days[1],
                              value=sides[0].value, against=sides[1].value)  # fmt: skip
    return told
