"""What a case keeps for the comparison of its reports is, after any sequence of changes, what all of them together give."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import apsw
import pytest

from khabar.desk.crisis.keeping import Keyed, take
from khabar.ledger import joined
from khabar.ledger.tables import schema
from khabar.reconcile.across import kept
from khabar.reconcile.across.entry import Ref
from khabar.reconcile.across.events.joining import KNOWN, LAST, join_early, join_events
from khabar.reconcile.across.joining import Key

Bundle = kept.Bundle
Keys = Callable[[random.Random], kept.Bare]
DAYS = ("2022-01-05", "2022-01-06", "2022-01-09")
STRETCHES = ("2022-01-02..2022-01-09", "2021-12-30..2022-01-05", "2021-11-20..2022-01-06")
SAYS = ("", "", "\t\t2022-01", "\t\t2022-02", "\t\t2022-03", "\tKZ\t2022-02", "\tUZ")


def any_event(chance: random.Random) -> kept.Bare:
    """A key of an event, on any level; stretches are only ever sought, and nothing *is* something on a late level."""
    role = chance.choice(["is", "offers", "seeks", "seeks"])
    level = chance.randint(0, LAST) if role == "seeks" else chance.choice([0, 0, 2, 5]) if role == "is" else 0
    day = chance.choice(DAYS + STRETCHES if role == "seeks" else DAYS)
    return role, f"harm | {chance.choice(['Taraz', 'KZ'])} | {day} | {chance.choice('ab')}", level, 0, ""


def late_event(chance: random.Random) -> kept.Bare:
    """A key of an event of which many reports may speak, or that asks for one of these."""
    if chance.random() < 0.35:
        return "is", f"harm | Taraz | 2022-01-05 | {chance.choice('abcdef')}", 0, 0, ""
    place, day = chance.choice(["Taraz", "KZ", "UZ"]), chance.choice(DAYS)
    if chance.random() < 0.5:
        return "offers", f"harm | {place} | {day}", 0, 0, ""
    return "seeks", f"harm | {place} | {chance.choice([day, STRETCHES[0]])}", chance.randint(KNOWN, LAST), 0, ""


def any_voice(chance: random.Random) -> kept.Bare:
    """A key of a voice."""
    role = chance.choice(["is", "offers", "seeks"])
    says = chance.choice(SAYS) if role != "is" else ""
    return role, chance.choice("abcdefgh"), chance.randint(0, 1), chance.randint(0, 2), says


def alike_voice(chance: random.Random) -> kept.Bare:
    """A key of a voice that is mostly what others are as well, over few steps."""
    role = chance.choice(["is", "is", "is", "offers", "seeks"])
    return role, chance.choice("abcdefghijkl"), 0, chance.choice([0, 0, 0, 1]), ""


def a_report(chance: random.Random, events: Keys, voices: Keys) -> Keyed:
    """The keys of a report with some events and some voices."""
    told: Keyed = {}
    for n in range(chance.randint(0, 3)):
        told["events", f"e{n}-9"] = (_bundle(chance, events), ("", "", ""))
    for n in range(chance.randint(0, 3)):
        told["voices", f"a{n}-9"] = (_bundle(chance, voices), ("name", "", "KZ"))
    return told


def _bundle(chance: random.Random, keys: Keys) -> Bundle:
    return tuple(sorted({keys(chance) for _ in range(chance.randint(1, 4))}))


def _empty() -> apsw.Connection:
    connection = apsw.Connection(":memory:")
    connection.execute(schema())
    return connection


def _found(connection: apsw.Connection) -> set[tuple[Any, ...]]:
    """What the tables tell: of each event its group, why, and what it may be; of each voice its group."""
    told: set[tuple[Any, ...]] = set()
    for one in joined.placed(connection, "events"):
        told.add((one.document, one.item, one.joined, tuple(one.reasons()), tuple(sorted(one.maybe()))))
    told |= {(one.document, one.item, one.joined, (), ()) for one in joined.placed(connection, "voices")}
    return told


def _kept(connection: apsw.Connection) -> list[set[tuple[Any, ...]]]:
    """All that is written, by what does not hang on the order of writing."""
    things = """SELECT i.document, i.item, t.layer, t.digest, t.joined, t.step, t.way, t.base, t.why, t.perhaps, t.late
                FROM joined_items AS i JOIN joined_things AS t ON t.id = i.thing AND t.layer = i.layer"""
    keys = """SELECT t.layer, t.digest, k.name, k.way, k.day, k.last, k.step, k.says
              FROM joined_keys AS k LEFT JOIN joined_things AS t ON t.id = k.thing"""
    return [set(connection.execute(query)) for query in (things, keys)]


def _from_scratch(reports: dict[int, Keyed]) -> set[tuple[Any, ...]]:
    """What all reports give at once, by `join` and `join_events` over all keys: nothing of neighbours."""
    found: set[tuple[Any, ...]] = set()
    for layer in kept.LAYERS:
        refs = {
            Ref(d, item): bundle
            for d, keys in reports.items()
            for (of, item), (bundle, _) in keys.items()
            if of == layer
        }
        things = {n: (bundle, [ref]) for n, (ref, bundle) in enumerate(refs.items())}
        made = kept.outcomes(layer, things)
        found |= {(*ref, *made[thing]) for thing, (_, (ref,)) in things.items()}
    return found


KINDS = {"any": (any_event, any_voice, 8), "many": (late_event, alike_voice, 30), "few": (late_event, any_voice, 14)}


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("kind", KINDS)
def test_step_by_step_and_all_at_once_give_the_same(kind: str, seed: int) -> None:
    events, voices, many = KINDS[kind]
    for turn in range(6):
        chance = random.Random(f"{kind} {seed} {turn}")  # noqa: S311 - no secret
        connection, reports = _empty(), dict[int, Keyed]()
        for _ in range(2 * many):
            change = [
                (chance.randint(1, many), a_report(chance, events, voices) if chance.random() < 0.85 else {})
                for _ in range(chance.choice([1, 1, 1, 2, 5]))
            ]
            reports.update(change)
            take(connection, change)
            assert _found(connection) == _from_scratch(reports)
        at_once = _empty()
        take(at_once, reports.items())
        assert _kept(at_once) == _kept(connection)
        assert not list(
            connection.execute("SELECT 1 FROM joined_things WHERE id NOT IN (SELECT thing FROM joined_items)")
        )


def test_what_is_made_by_chance_reaches_the_late_levels() -> None:
    """Else the test above would tell nothing of them."""
    chance, went = random.Random(1), 0  # noqa: S311 - no secret
    for _ in range(50):
        keys = [
            Key(Ref(document, f"e{n}-9"), *bare)
            for document in range(30)
            for n in range(2)
            for bare in {late_event(chance) for _ in range(3)}
        ]
        early, all_of_them = join_early(keys), join_events(keys)
        went += any(early[ref].group != group for ref, group in all_of_them.of.items())
    assert went > 25


def test_one_more_of_many_is_the_only_one_that_is_looked_at() -> None:
    """The hundredth report of a ministry, asked for by many: none of the others hears anything else by it."""
    connection = _empty()
    ministry: Bundle = (("is", "body: health ministry, KZ", 0, 0, ""),)
    for document in range(1, 101):
        month = f"\t\t2022-{1 + document % 12:02}"
        bundle: Bundle = (*ministry, ("offers", "called: health ministry", 0, 0, month))
        asking: Bundle = (
            ("is", "body: health ministry", 0, 40, ""),
            ("seeks", "called: health ministry", 0, 40, month),
        )
        told: Keyed = {("voices", "a1-9"): (bundle, ("", "", "")), ("voices", "a2-9"): (asking, ("", "", ""))}
        take(connection, [(document, told)])
    more: Bundle = (*ministry, ("offers", "called: health ministry", 0, 0, "\t\t2022-07"), ("offers", "x", 0, 0, ""))
    touched = take(connection, [(101, {("voices", "a1-9"): (more, ("", "", ""))})])
    assert touched.things <= 3
    assert touched.changed == 1
