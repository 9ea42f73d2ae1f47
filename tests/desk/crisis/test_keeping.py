"""What a case keeps for the comparison of its reports is, after any sequence of changes, what all of them together give."""

from __future__ import annotations

from typing import Any

import apsw
from hypothesis import given, settings
from hypothesis import strategies as st

from khabar.desk.crisis.keeping import Keyed, take
from khabar.ledger import joined
from khabar.ledger.tables import schema
from khabar.reconcile.across import kept
from khabar.reconcile.across.entry import Ref
from khabar.reconcile.across.joining import Role

_ROLES: tuple[Role, ...] = ("is", "offers", "seeks")
_DAYS = ("2022-01-05", "2022-01-06", "2022-01-09", "2022-01-02..2022-01-09", "2021-12-30..2022-01-05")
_DATED = st.builds(
    "harm | {} | {} | {}".format, st.sampled_from(["Taraz", "KZ"]), st.sampled_from(_DAYS), st.sampled_from("ab")
)


def _bundles(keys: st.SearchStrategy[str], last: int) -> st.SearchStrategy[kept.Bundle]:
    bare = st.tuples(st.sampled_from(_ROLES), keys, st.integers(0, last), st.just(0), st.just(""))
    return st.lists(bare, max_size=5).map(lambda told: tuple(sorted(set(told))))


def _whole(bare: kept.Bundle) -> kept.Bundle:
    """Stretches are only ever sought."""
    return tuple(key for key in bare if key[0] == "seeks" or ".." not in key[1])


_EVENTS = _bundles(_DATED, 6).map(_whole)
_TIERED = st.tuples(
    st.sampled_from(_ROLES), st.sampled_from("abcdef"), st.integers(0, 1), st.integers(0, 2), st.just("")
)
_VOICES = st.lists(_TIERED, min_size=1, max_size=4).map(lambda told: tuple(sorted(set(told))))
_REPORTS = st.fixed_dictionaries(
    {},
    optional={
        **{("events", f"e{n}-9"): st.tuples(_EVENTS, st.just(("", "", ""))) for n in range(2)},
        **{("voices", f"a{n}-9"): st.tuples(_VOICES, st.just(("name", "", "KZ"))) for n in range(2)},
    },
)
_CHANGES = st.lists(st.tuples(st.integers(1, 7), _REPORTS), min_size=1, max_size=14)


def _empty() -> apsw.Connection:
    connection = apsw.Connection(":memory:")
    connection.execute(schema())
    return connection


def _found(connection: apsw.Connection) -> set[tuple[Any, ...]]:
    query = """SELECT i.document, i.item, t.joined, t.why, t.perhaps FROM joined_items AS i
               JOIN joined_things AS t ON t.id = i.thing AND t.layer = i.layer"""
    return set(connection.execute(query))


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
        if layer == "voices":
            borne: dict[kept.Bundle, list[Ref]] = {}
            for ref, bundle in refs.items():
                borne.setdefault(bundle, []).append(ref)
            things = dict(enumerate(borne.items()))
        made = kept.outcomes(layer, things)
        for thing, (_, bearers) in things.items():
            told = made.get(thing, kept.NOTHING)
            found |= {(*ref, told.joined, joined.listed(told.why), joined.listed(told.perhaps)) for ref in bearers}
    return found


@settings(max_examples=400, deadline=None)
@given(_CHANGES)
def test_step_by_step_and_all_at_once_give_the_same(changes: list[tuple[int, Keyed]]) -> None:
    connection, reports = _empty(), dict[int, Keyed]()
    for document, keys in changes:
        reports[document] = keys
        take(connection, [(document, keys)])
        assert _found(connection) == _from_scratch(reports)
    at_once = _empty()
    take(at_once, reports.items())
    assert _found(at_once) == _found(connection)
    assert not list(connection.execute("SELECT 1 FROM joined_things WHERE id NOT IN (SELECT thing FROM joined_items)"))
    assert not list(connection.execute("SELECT 1 FROM joined_keys WHERE thing NOT IN (SELECT id FROM joined_things)"))
