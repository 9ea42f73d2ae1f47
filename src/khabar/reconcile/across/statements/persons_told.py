"""What reports say of one named person: the age beside a name, which lists of the dead give and portraits give otherwise."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from khabar.reconcile.across.actors.names import is_given_name, is_name_part, pieces, spelled
from khabar.reconcile.across.entry import Entry, within_days
from khabar.reconcile.across.joining import Group, Groups
from khabar.reconcile.across.statements.denying import events_told
from khabar.reconcile.words import listed
from khabar.text.fold import fold

_AGE: Final = re.compile(r"(?<=[ ،,(])(?P<age>\d{1,3})\s*(?:عاما|عام|سنه|سنوات|اعوام|years?\b|-year-old)")
_AGED: Final = re.compile(
    r"(?<=[ ،,(])(?:البالغ[ه]? من العمر|وعمره|وعمرها|عمره|عمرها|aged)\s+(?P<age>\d{1,3})\b",
)
_BEFORE: Final = {
    _AGE: re.compile(r"(?P<before>[^\n.؛;:،,«»\"()\[\]\d]{3,60})[ ،,(]{1,3}\Z"),
    _AGED: re.compile(r"(?P<before>[^\n.؛;:«»\"()\[\]\d]{3,60})[ ،,(]{1,3}\Z"),
}
"""What stands before an age: looked for from its number back, for few of the words of a report stand before one."""
_FAR: Final = 63
_LATIN: Final = re.compile(r"(?P<before>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){1,4}), (?P<age>\d{1,3})[,.]")
_OLDEST: Final = 115
_FEWEST, _MOST = 2, 6
"""Parts of a name that tells a person."""
_WHOLE: Final = 3
"""Parts of a name that two persons hardly bear in the same days."""
_DAYS: Final = 10


@dataclass(frozen=True, slots=True)
class Told:
    """An age that a report gives a person: where it stands (source offsets of the number) and whose it is."""

    entry: Entry
    start: int
    end: int
    age: int
    name: str
    parts: tuple[str, ...]


def ages(entry: Entry) -> Iterator[Told]:
    """The ages beside names in a report.

    Only what stands right before the number is the name.
    """
    text = entry.report.document.text or ""
    view = fold(text)
    seen = set[int]()
    for pattern in (_AGED, _AGE, _LATIN):
        source = text if pattern is _LATIN else view.text
        for found in pattern.finditer(source):
            age = int(found["age"])
            start, end = found.span("age")
            before = found
            if pattern is not _LATIN:
                ahead = _BEFORE[pattern].search(source[max(found.start() - _FAR, 0) : found.start()])
                if ahead is None:
                    continue
                before = ahead
                start, end = view.source_span(start, end)
            name = _name_at_end(before["before"])
            if name and 0 < age <= _OLDEST and start not in seen:
                seen.add(start)
                yield Told(entry, start, end, age, " ".join(name), tuple(map(spelled, name)))


def _name_at_end(words: str) -> tuple[str, ...]:
    """The name that a stretch ends with: back from its last word over words that are names, to a given name or a Latin capital."""
    known = words.split()[-_MOST - 1 :]
    if known and known[-1] in listed("beside"):
        return ()  # aged about 60, over 17 years
    start = len(known) - 1
    while start > 0 and (is_name_part(known[start - 1]) or known[start - 1][:1].isupper()):
        start -= 1
    parts = pieces(" ".join(known[start:]))
    while parts and not (is_given_name(parts[0]) or known[start][:1].isupper()):
        parts = parts[1:]
    return parts if _FEWEST <= len(parts) <= _MOST else ()


def differing_ages(entries: Iterable[Entry], events: Groups) -> list[tuple[Told, Told]]:
    """Pairs of ages of one person that differ in two reports, the earlier first; each pair of ages once.

    One person is one whose shorter name is part of the longer, in order, with the same first and last part, in reports that tell
    one event; by a name of three parts, in reports of the same days.
    """
    told_of = events_told(events)
    by_ends: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for entry in entries:
        for told in ages(entry):
            by_ends[told.parts[0], told.parts[-1]].append(told)
    found = []
    for group in by_ends.values():
        ordered = sorted(group, key=lambda told: (*told.entry.order, told.start))
        pairs = set[tuple[int, int]]()
        for number, one in enumerate(ordered):
            for other in ordered[number + 1 :]:
                if (
                    one.age != other.age
                    and (one.age, other.age) not in pairs
                    and _one_person(one, other)
                    and _meet(one, other, told_of)
                ):
                    pairs.add((one.age, other.age))
                    found.append((one, other))
    return found


def _one_person(one: Told, other: Told) -> bool:
    short, long = sorted((one.parts, other.parts), key=len)
    rest = iter(long)
    return all(part in rest for part in short)


def _meet(one: Told, other: Told, told_of: Mapping[int, set[Group]]) -> bool:
    """Whether two reports speak of the same people: two of them bear one name of two parts in any week."""
    first, second = one.entry, other.entry
    if first.document == second.document:
        return False
    if not told_of.get(first.document, set()).isdisjoint(told_of.get(second.document, ())):
        return True
    known = first.published is not None and second.published is not None
    whole = min(len(one.parts), len(other.parts)) >= _WHOLE
    return known and whole and within_days(first.published, second.published, _DAYS)
