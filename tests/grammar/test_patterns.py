"""Patterns mean what they say: each is compared with a matcher of twenty lines that tries everything."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar.grammar import (
    BEGIN,
    END,
    Grammar,
    Match,
    Pattern,
    Rule,
    Unit,
    ahead,
    behind,
    either,
    maybe,
    not_ahead,
    not_behind,
    one_of,
    reading,
    run,
    seq,
    unit,
)
from khabar.grammar.patterns import Leaf, slots_of

NAMES = ("a", "b", "c")
Spec = tuple[Any, ...]  # a pattern as plain data, from which both matchers are made


def units(*words: str) -> list[Unit]:
    """One unit a word; the letters of a word are its classes, "-" has none."""
    return [
        Unit.of((2 * n, 2 * n + 1, n, n + 1), word, word, reading(dict.fromkeys(word.replace("-", ""), True)))
        for n, word in enumerate(words)
    ]


WORDS = st.lists(st.sets(st.sampled_from(NAMES)).map(lambda s: "".join(sorted(s)) or "-"), max_size=8)
NAME_SETS = st.sets(st.sampled_from(NAMES), max_size=2).map(lambda s: tuple(sorted(s)))
LEAVES = st.tuples(st.just("leaf"), NAME_SETS, NAME_SETS, NAME_SETS)
ATOMS = st.one_of(
    LEAVES,
    st.sampled_from([("begin",), ("end",)]),
    st.tuples(st.sampled_from(["behind", "not_behind"]), LEAVES),
)


def _wider(inner: st.SearchStrategy[Spec]) -> st.SearchStrategy[Spec]:
    bounds = st.tuples(st.integers(0, 2), st.integers(0, 2)).map(lambda b: (b[0], b[0] + b[1]))
    return st.one_of(
        st.tuples(st.sampled_from(["seq", "either"]), inner, inner),
        st.tuples(st.sampled_from(["maybe", "ahead", "not_ahead"]), inner),
        st.tuples(st.just("run"), inner, bounds, st.booleans()),
    )


SPECS = st.recursive(ATOMS, _wider, max_leaves=6)


def pattern_of(spec: Spec) -> Pattern:
    """The pattern a spec describes."""
    kind, *rest = spec
    if kind == "leaf":
        has, some, but = rest
        return unit(*has, some=some, but=but)
    if kind in ("begin", "end"):
        return BEGIN if kind == "begin" else END
    if kind == "run":
        inner, (least, most), short = rest
        return run(pattern_of(inner), least, most, short=short)
    made = {
        "seq": seq, "either": either, "maybe": maybe, "ahead": ahead, "not_ahead": not_ahead,
        "behind": behind, "not_behind": not_behind,
    }  # fmt: skip
    return made[kind](*map(pattern_of, rest))


def fits(spec: Spec, one: Unit) -> bool:
    """Whether a unit fits a leaf."""
    _, has, some, but = spec
    own = set(one.classes)
    return set(has) <= own and not own & set(but) and (not some or bool(own & set(some)))


def ends(spec: Spec, of: Sequence[Unit], at: int) -> Iterator[int]:
    """Every place where a match from `at` may end, the preferred first."""
    kind, *rest = spec
    if kind == "leaf":
        if at < len(of) and fits(spec, of[at]):
            yield at + 1
    elif kind == "seq":
        for middle in ends(rest[0], of, at):
            yield from ends(rest[1], of, middle)
    elif kind == "either":
        for part in rest:
            yield from ends(part, of, at)
    elif kind in ("maybe", "run"):
        (least, most), short = (rest[1], rest[2]) if kind == "run" else ((0, 1), False)
        yield from repeated(rest[0], of, at, (least, most, short))
    elif holds(spec, of, at):
        yield at


def holds(spec: Spec, of: Sequence[Unit], at: int) -> bool:
    """Whether what takes no unit is true of a place."""
    kind, *rest = spec
    if kind in ("begin", "end"):
        return at == (0 if kind == "begin" else len(of))
    if kind in ("behind", "not_behind"):
        return (at > 0 and fits(rest[0], of[at - 1])) == (kind == "behind")
    return (next(ends(rest[0], of, at), None) is not None) == (kind == "ahead")


def repeated(spec: Spec, of: Sequence[Unit], at: int, bounds: tuple[int, int, bool], before: int = -1) -> Iterator[int]:
    """The ends of a repetition.  As in `re`, a round may take nothing, but not two of them at one place (`before`)."""
    least, most, short = bounds
    if short and least == 0:
        yield at
    if most > 0 and (least > 0 or at != before):
        for middle in ends(spec, of, at):
            yield from repeated(spec, of, middle, (max(least - 1, 0), most - 1, short), at)
    if not short and least == 0:
        yield at


def grammar(pattern: Pattern) -> Grammar:
    return Grammar("test", [Rule("test.rule", pattern, lambda match: match.first, "a rule for a test")])


def spans(pattern: Pattern, of: Sequence[Unit]) -> list[tuple[int, int]]:
    return [(match.first, match.last) for match in grammar(pattern).matches(of)]


def only(pattern: Pattern, of: Sequence[Unit]) -> Match:
    (match,) = grammar(pattern).matches(of)
    return match


@given(SPECS, WORDS)
def test_a_pattern_matches_what_trying_everything_finds(spec: Spec, words: list[str]) -> None:
    of = units(*words)
    anything = ("leaf", (), (), ())
    whole = ("seq", anything, spec)  # takes a unit at least, so that both step on alike
    expected, at = [], 0
    while at < len(of):
        end = next(ends(whole, of, at), None)
        if end is not None:
            expected.append((at, end))
        at = end if end is not None else at + 1
    assert spans(pattern_of(whole), of) == expected


@given(LEAVES, WORDS)
def test_a_leaf_accepts_by_its_three_sets(spec: Spec, words: list[str]) -> None:
    leaf = pattern_of(spec)
    assert isinstance(leaf, Leaf)
    for one in units(*words):
        assert leaf.accepts(one.signature) is fits(spec, one)


def test_units() -> None:
    of = units("a", "ab", "b", "-", "c")
    assert spans(unit("a"), of) == [(0, 1), (1, 2)]
    assert spans(unit("a", "b"), of) == [(1, 2)]
    assert spans(unit("a", but=("b",)), of) == [(0, 1)]
    assert spans(unit(some=("b", "c")), of) == [(1, 2), (2, 3), (4, 5)]
    assert spans(one_of("b", "c", but=("a",)), of) == [(2, 3), (4, 5)]
    assert spans(unit(), of) == [(n, n + 1) for n in range(5)]
    assert spans(unit(but=("a", "b")), of) == [(3, 4), (4, 5)]
    assert spans(unit("never"), of) == []


def test_either_takes_the_first_part_that_lets_the_whole_match() -> None:
    short_first = either(unit("a"), seq(unit("a"), unit("b")))
    assert spans(short_first, units("a", "b")) == [(0, 1)]
    assert spans(seq(short_first, END), units("a", "b")) == [(0, 2)]


def test_runs() -> None:
    of = units("a", "a", "a", "b")
    assert spans(run(unit("a"), 1, 2), of) == [(0, 2), (2, 3)]
    assert spans(run(unit("a"), 1, 9), of) == [(0, 3)]
    assert spans(run(unit("a"), 1, 9, short=True), of) == [(0, 1), (1, 2), (2, 3)]
    assert spans(seq(run(unit("a"), 0, 9, short=True), unit("b")), of) == [(0, 4)]
    assert spans(run(unit("a"), 4, 4), of) == []


def test_edges_and_neighbours() -> None:
    of = units("a", "b", "a")
    assert spans(seq(BEGIN, unit("a")), of) == [(0, 1)]
    assert spans(seq(unit("a"), END), of) == [(2, 3)]
    assert spans(seq(unit("a"), ahead(unit("b"))), of) == [(0, 1)]
    assert spans(seq(unit("a"), not_ahead(unit("b"))), of) == [(2, 3)]
    assert spans(seq(behind(unit("b")), unit("a")), of) == [(2, 3)]
    assert spans(seq(not_behind(unit("b")), unit("a")), of) == [(0, 1)]
    assert spans(seq(not_behind(unit("never")), unit("a")), of) == [(0, 1), (2, 3)]
    assert spans(seq(behind(unit()), unit("a")), of) == [(2, 3)]


def test_what_is_not_there_has_no_slot() -> None:
    pattern = seq(unit("a")["first"], maybe(unit("b"))["second"], maybe(unit("c")["third"]))
    match = only(pattern, units("a", "-"))
    assert [u.text for u in match.take("first")] == ["a"]
    assert match.slot("second") is None
    assert match.slot("third") is None
    with pytest.raises(KeyError):
        match.take("third")
    match = only(pattern, units("a", "b", "c"))
    assert [(s.first, s.last) for s in map(match.take, ("first", "second", "third"))] == [(0, 1), (1, 2), (2, 3)]


def test_a_slot_is_its_units() -> None:
    match = only(seq(unit("a"), run(unit("b"), 1, 5)["all"]), units("a", "b", "bc", "-"))
    slot = match.take("all")
    assert len(slot) == 2
    assert slot[0].text == "b"
    assert slot[-1].text == "bc"
    assert [u.text for u in slot[:1]] == ["b"]
    assert [u.text for u in slot] == ["b", "bc"]
    assert (slot.start, slot.end, slot.view) == (2, 5, "b bc")
    assert (match.whole.first, match.whole.last) == (0, 3)


@pytest.mark.parametrize("name", ["two words", "", "1st", "رقم", "a-b"])
def test_names_that_cannot_be(name: str) -> None:
    with pytest.raises(ValueError, match="cannot name a part"):
        unit("a")[name]


@pytest.mark.parametrize(("least", "most"), [(2, 1), (-1, 3)])
def test_runs_that_cannot_be(least: int, most: int) -> None:
    with pytest.raises(ValueError, match="the first number"):
        run(unit("a"), least, most)


def test_the_names_of_parts_are_told_in_order() -> None:
    pattern = seq(unit("a")["x"], maybe(either(unit("b")["y"], unit("c"))["z"]), not_ahead(unit("d")["x"]))
    assert slots_of(pattern) == ["x", "z", "y", "x"]
    assert slots_of(unit("a")) == []


@given(SPECS)
def test_every_leaf_of_a_pattern_is_told(spec: Spec) -> None:
    def count(part: Any) -> int:
        if not isinstance(part, tuple):
            return 0
        return 1 if part[:1] == ("leaf",) else sum(map(count, part))

    assert len(list(pattern_of(spec).leaves())) == count(spec)


@given(SPECS)
def test_every_pattern_is_a_regular_expression(spec: Spec) -> None:
    class Letters:
        def letters(self, leaf: Leaf) -> str:
            return "x"

    assert re.compile(pattern_of(spec).regex(Letters())).groups == 0
