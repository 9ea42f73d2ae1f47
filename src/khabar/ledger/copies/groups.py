"""Origins: documents that are copies of one text counted once, whoever printed it and however often."""

from __future__ import annotations

import json
import struct
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import apsw

from khabar.ledger.copies.comparing import Run
from khabar.ledger.copies.judging import Link, Pair, Side, judged
from khabar.ledger.copies.signatures import unpacked
from khabar.ledger.errors import CaseError


@dataclass(frozen=True, slots=True)
class Group:
    """Documents of one origin, by their numbers; `holders` are collections (a roundup, a live blog) that hold it beside others."""

    documents: tuple[int, ...]
    holders: tuple[int, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Origins:
    """The groups of several documents, how many documents were compared, and of how many origins they are.

    A collection that is made of other documents' texts for the greater part brings no origin of its own.
    """

    groups: tuple[Group, ...]
    documents: int
    origins: int


@contextmanager
def derived(path: Path) -> Iterator[None]:
    """Raises CaseError where derived tables hold what was never derived; a case may come from somebody else."""
    try:
        yield
    except (struct.error, ValueError, TypeError, IndexError, KeyError, StopIteration, RuntimeError) as error:
        raise CaseError("copies_damaged", path=path) from error


def links(connection: apsw.Connection) -> Iterator[Link]:
    """All pairs that share more than frames and formulas, copies and others."""
    stock = {int(row[0]) for row in connection.execute("SELECT band FROM copy_stock")}
    sides: dict[int, Side] = {}
    query = "SELECT one, other, runs, numbers, numbers_shared FROM copy_pairs ORDER BY one, other"
    for one, other, runs, numbers, shared in connection.execute(query):
        for document in (one, other):
            if document not in sides:
                sides[document] = _side(connection, document)
        pair = Pair(one, other, [Run(*run) for run in json.loads(runs)], (numbers, shared))
        found = judged(pair, sides, stock)
        if found:
            yield found


def _side(connection: apsw.Connection, document: int) -> Side:
    query = "SELECT passages, words FROM copy_signatures WHERE document = ?"
    passages, words = next(iter(connection.execute(query, (document,))))
    told: list[Any] = list(
        connection.execute("SELECT outlet, published FROM appearances WHERE document = ?", (document,))
    )
    outlets = frozenset(str(row[0]) for row in told if row[0])
    return Side(unpacked(passages), int(words), outlets, frozenset(str(row[1])[:10] for row in told if row[1]))


def origins(connection: apsw.Connection) -> Origins:
    """The documents of a case by origin, in the order of their numbers."""
    copies = [link for link in links(connection) if link.copy]
    parents = _parents(link for link in copies if link.whole)
    inside = _inside(copies, parents)
    collections = {holder for holder, held in inside.items() if len({_root(parents, each) for each in held}) > 1}
    for holder, held in inside.items():
        if holder not in collections:
            _join(parents, holder, next(iter(held)))
    groups = _groups(copies, parents)
    documents = int(next(iter(connection.execute("SELECT count(*) FROM copy_signatures")))[0])
    joined = sum(len(group.documents) - 1 for group in groups)
    made = {_root(parents, document) for document in _made_of_others(connection, copies, parents)}
    return Origins(tuple(groups), documents, documents - joined - len(made))


def _inside(copies: list[Link], parents: dict[int, int]) -> dict[int, set[int]]:
    """For each class of copies, named by its root, the classes that stand inside its texts."""
    inside: dict[int, set[int]] = defaultdict(set)
    for link in copies:
        held, holder = (_root(parents, document) for document in link.held)
        if held != holder and not link.whole:
            inside[holder].add(held)
    return dict(sorted(inside.items()))


def _groups(copies: list[Link], parents: dict[int, int]) -> list[Group]:
    members: dict[int, set[int]] = defaultdict(set)
    holders: dict[int, set[int]] = defaultdict(set)
    between: dict[int, list[Link]] = defaultdict(list)
    for link in copies:
        held, holder = link.held
        root = _root(parents, held)
        between[root].append(link)
        members[root].add(held)
        if _root(parents, holder) == root:
            members[root].add(holder)
        else:
            holders[root].add(holder)
    found = [Group(tuple(sorted(members[r])), tuple(sorted(holders[r])), tuple(between[r])) for r in members]
    return sorted(found, key=lambda group: group.documents)


def _made_of_others(connection: apsw.Connection, copies: list[Link], parents: dict[int, int]) -> Iterator[int]:
    """The documents of whose words more than half stand in texts of other origins that they hold."""
    covered: dict[int, set[int]] = defaultdict(set)
    for link in copies:
        held, holder = link.held
        if _root(parents, held) != _root(parents, holder):
            for run in link.runs:
                first = run.one if link.one == holder else run.other
                covered[holder].update(range(first, first + run.size))
    for holder, words in covered.items():
        query = "SELECT words FROM copy_signatures WHERE document = ?"
        if 2 * len(words) > next(iter(connection.execute(query, (holder,))))[0]:
            yield holder


def _parents(whole: Iterable[Link]) -> dict[int, int]:
    parents: dict[int, int] = {}
    for link in whole:
        _join(parents, link.one, link.other)
    return parents


def _join(parents: dict[int, int], one: int, other: int) -> None:
    first, second = sorted((_root(parents, one), _root(parents, other)))
    if first != second:
        parents[second] = first


def _root(parents: dict[int, int], document: int) -> int:
    while document in parents:
        document = parents[document]
    return document
