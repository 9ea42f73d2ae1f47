"""Groups out of keys: joined by what items are, sought by what they may be called, the same in any order."""

from hypothesis import given
from hypothesis import strategies as st

from khabar.reconcile.across.entry import Ref
from khabar.reconcile.across.joining import Groups, Key, Role, join

_ROLES: tuple[Role, ...] = ("is", "offers", "seeks")
_KEYS = st.builds(
    Key,
    st.builds(Ref, st.integers(1, 4), st.sampled_from(["a1-2", "a3-4"])),
    st.sampled_from(_ROLES),
    st.sampled_from("abcd"),
    st.integers(0, 1),
    st.integers(0, 2),
)


def _parted(groups: Groups) -> set[frozenset[Ref]]:
    return {frozenset(refs) for refs in groups.members.values()}


def _ref(number: int) -> Ref:
    return Ref(number, "a0-1")


def test_items_that_share_a_key_are_one_thing_over_any_number_of_steps() -> None:
    keys = [Key(_ref(1), "is", "x"), Key(_ref(2), "is", "x"), Key(_ref(2), "is", "y"), Key(_ref(3), "is", "y")]
    groups = join([*keys, Key(_ref(4), "is", "z")])
    assert _parted(groups) == {frozenset(map(_ref, (1, 2, 3))), frozenset([_ref(4)])}
    assert groups.why[_ref(2)] == ("x", "y")
    assert _ref(4) not in groups.why


def test_a_seeker_is_joined_to_the_only_thing_that_answers() -> None:
    groups = join([Key(_ref(1), "is", "full"), Key(_ref(1), "offers", "short"), Key(_ref(2), "seeks", "short", tier=1)])
    assert groups.of[_ref(2)] == groups.of[_ref(1)]
    assert groups.why[_ref(2)] == ("short",)


def test_a_seeker_stays_alone_where_two_things_answer() -> None:
    both = [
        key
        for number in (1, 2)
        for key in (Key(_ref(number), "is", f"full {number}"), Key(_ref(number), "offers", "short"))
    ]
    groups = join([*both, Key(_ref(3), "seeks", "short", tier=1)])
    assert groups.of[_ref(3)] == _ref(3)
    assert groups.perhaps[_ref(3)] == ("full 1", "full 2")


def test_a_later_level_is_asked_only_where_nothing_answers_before() -> None:
    things = [
        Key(_ref(1), "is", "a"),
        Key(_ref(1), "offers", "close"),
        Key(_ref(2), "is", "b"),
        Key(_ref(2), "offers", "far"),
    ]
    near = join([*things, Key(_ref(3), "seeks", "close", 0, 1), Key(_ref(3), "seeks", "far", 1, 1)])
    assert near.of[_ref(3)] == "a"
    far = join([*things, Key(_ref(3), "seeks", "nobody", 0, 1), Key(_ref(3), "seeks", "far", 1, 1)])
    assert far.of[_ref(3)] == "b"


def test_seekers_whom_nothing_answers_are_what_they_say_themselves() -> None:
    alone = [
        key for n in (1, 2) for key in (Key(_ref(n), "seeks", "short", tier=1), Key(_ref(n), "is", "short", tier=1))
    ]
    assert join(alone).of[_ref(1)] == join(alone).of[_ref(2)] == "short"
    answered = join([*alone, Key(_ref(3), "is", "full"), Key(_ref(3), "offers", "short")])
    assert {answered.of[_ref(n)] for n in (1, 2, 3)} == {"full"}


def test_what_both_say_may_forbid_a_merge() -> None:
    keys = [
        Key(_ref(1), "is", "full"),
        Key(_ref(1), "offers", "short", says="KZ"),
        Key(_ref(2), "seeks", "short", tier=1, says="KG"),
    ]
    assert join(keys, agree=lambda one, other: one == other).of[_ref(2)] == _ref(2)
    assert join(keys).of[_ref(2)] == "full"


@given(st.lists(_KEYS, max_size=20), st.randoms())
def test_the_order_of_keys_changes_nothing(keys: list[Key], random: object) -> None:
    shuffled = list(keys)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = join(keys), join(shuffled)
    assert _parted(one) == _parted(other)
    assert one.of == other.of
    assert one.why == other.why
    assert one.perhaps == other.perhaps


@given(st.lists(_KEYS, max_size=20))
def test_every_item_that_is_or_seeks_has_one_group(keys: list[Key]) -> None:
    groups = join(keys)
    assert set(groups.of) == {key.ref for key in keys if key.role != "offers"}
    assert sorted(ref for refs in groups.members.values() for ref in refs) == sorted(groups.of)
