"""People's "the same" and "not the same": kept whatever keys say, whatever the order, and without a trace when taken back."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from khabar.reconcile.across.decided import NOTHING, Word, decided, together, without
from khabar.reconcile.across.entry import Ref
from khabar.reconcile.across.joining import Groups, Key, Role, join

_ROLES: tuple[Role, ...] = ("is", "offers", "seeks")
_REFS = st.builds(Ref, st.integers(1, 5), st.just("a0-1"))
_KEYS = st.lists(
    st.builds(Key, _REFS, st.sampled_from(_ROLES), st.sampled_from("abcd"), st.integers(0, 1), st.integers(0, 2)),
    max_size=20,
)
_PAIRS = st.lists(st.tuples(st.sampled_from(("same", "apart")), _REFS, _REFS), max_size=5)


def _ref(number: int) -> Ref:
    return Ref(number, "a0-1")


def _words(pairs: list[tuple[str, Ref, Ref]]) -> list[Word]:
    return [
        Word("same" if what == "same" else "apart", one, other, number, f"signed: {number}")
        for number, (what, one, other) in enumerate(pairs, 1)
        if one != other
    ]


def _groups(keys: list[Key], words: list[Word]) -> Groups:
    said = decided(words)
    return together(join(without(keys, said)), said)


def _parted(groups: Groups) -> set[frozenset[Ref]]:
    return {frozenset(refs) for refs in groups.members.values()}


def test_whom_a_person_keeps_apart_is_alone_and_the_others_stay_together() -> None:
    keys = [Key(_ref(number), "is", "person: x") for number in (1, 2, 3)]
    groups = _groups(keys, [Word("apart", _ref(1), _ref(3), 1, "signed: 1")])
    assert _parted(groups) == {frozenset([_ref(1), _ref(2)]), frozenset([_ref(3)])}


def test_what_is_the_same_as_the_one_apart_goes_with_it() -> None:
    keys = [Key(_ref(number), "is", "person: x") for number in (1, 2, 3, 4)]
    words = [Word("apart", _ref(1), _ref(3), 1, "signed: 1"), Word("same", _ref(4), _ref(3), 2, "signed: 2")]
    assert _parted(_groups(keys, words)) == {frozenset([_ref(1), _ref(2)]), frozenset([_ref(3), _ref(4)])}


def test_the_same_joins_what_two_keys_had_and_says_why() -> None:
    keys = [Key(_ref(1), "is", "person: x"), Key(_ref(2), "is", "person: x"), Key(_ref(3), "is", "person: y")]
    groups = _groups(keys, [Word("same", _ref(1), _ref(3), 1, "signed: by Salma")])
    assert _parted(groups) == {frozenset([_ref(1), _ref(2), _ref(3)])}
    assert "signed: by Salma" in groups.why[_ref(3)]


def test_words_that_cannot_hold_together_are_not_put_to_work_and_others_are() -> None:
    words = [
        Word("same", _ref(1), _ref(2), 1, "signed: 1"),
        Word("apart", _ref(2), _ref(1), 2, "signed: 2"),
        Word("same", _ref(3), _ref(4), 3, "signed: 3"),
    ]
    said = decided(words)
    assert said.disputed == {1, 2}
    keys = [Key(_ref(number), "is", f"person: {number}") for number in (1, 2, 3, 4)]
    assert _parted(_groups(keys, words)) == {frozenset([_ref(1)]), frozenset([_ref(2)]), frozenset([_ref(3), _ref(4)])}


@given(_KEYS, _PAIRS, st.randoms(use_true_random=False))
def test_every_word_that_is_not_disputed_is_kept_in_whatever_order(
    keys: list[Key], pairs: list[tuple[str, Ref, Ref]], chance: random.Random
) -> None:
    words = _words(pairs)
    said, groups = decided(words), _groups(keys, words)
    for word in words:
        if word.number in said.disputed:
            continue
        one, other = groups.of.get(word.one, word.one), groups.of.get(word.other, word.other)
        assert (one == other) == (word.what == "same")
    shuffled, mixed = list(words), list(keys)
    chance.shuffle(shuffled)
    chance.shuffle(mixed)
    assert _parted(_groups(mixed, shuffled)) == _parted(groups)


@given(_KEYS)
def test_without_words_nothing_changes(keys: list[Key]) -> None:
    assert together(join(without(keys, NOTHING)), NOTHING) == join(keys)


def test_an_item_that_is_gone_joins_nothing_but_what_people_said_was_the_same_as_it() -> None:
    keys = [Key(_ref(number), "is", f"person: {number}") for number in (1, 3)]
    words = [Word("same", _ref(1), _ref(2), 1, "signed: 1"), Word("same", _ref(2), _ref(3), 2, "signed: 2")]
    said = decided(words, [_ref(2)])
    groups = together(join(without(keys, said)), said)
    assert _parted(groups) == {frozenset([_ref(1), _ref(3)])}
    assert groups.why[_ref(3)] == ("signed: 2",)
    assert _ref(2) not in groups.of
