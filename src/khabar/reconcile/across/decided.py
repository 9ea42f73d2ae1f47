"""People's "the same" and "not the same" about items of several reports, put to work on keys and groups.

Whom a person keeps apart from somebody loses all keys, with all that people said he is: so nothing that the program finds
brings him back, and who is told of "not the same" need not know by which of many keys the two had met.  "The same" joins two
groups after the program has made them.  Both depend on the decisions alone, so that one more report costs its own keys, and a
decision that is taken back leaves nothing behind.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, NamedTuple

from khabar.reconcile.across.entry import Ref
from khabar.reconcile.across.joining import Group, Groups, Key
from khabar.reconcile.across.unions import Unions

SIGNED: Final = "signed: "
"""How the key of a decision begins, which is its reason: by whom, when, and why."""


class Word(NamedTuple):
    """What a person said of two items of one kind.  Of "apart" the second is what is taken out of the group of the first.

    `number` is that of its entry in the journal, `told` who, when and why, in words.
    """

    what: Literal["same", "apart"]
    one: Ref
    other: Ref
    number: int
    told: str


@dataclass(frozen=True, slots=True)
class Decided:
    """What holds of the words of people.

    `same`: the pairs that are one.  `out`: the items that keep none of their keys, with the reasons.  `against`: words that cannot
    hold together; none of them is put to work until a person takes one back.  `gone`: items of which people spoke and that no
    report has any more; what was the same as such an item still is one.  `about`: what was said of each item.
    """

    same: tuple[Word, ...] = ()
    apart: tuple[Word, ...] = ()
    against: tuple[Word, ...] = ()
    out: Mapping[Ref, tuple[str, ...]] = field(default_factory=dict)
    gone: frozenset[Ref] = frozenset()
    about: Mapping[Ref, tuple[Word, ...]] = field(default_factory=dict)

    def pairs(self) -> Iterator[tuple[Ref, Ref]]:
        """Which items are one, over any number of steps: each with the first of its set."""
        for members in _sets(self.same).values():
            present = sorted(members - self.gone)
            yield from ((present[0], other) for other in present[1:])

    @property
    def disputed(self) -> frozenset[int]:
        """The numbers of the words that cannot hold together."""
        return frozenset(word.number for word in self.against)

    def of(self, refs: Iterable[Ref]) -> list[str]:
        """What people said of these items, whichever of the two each is; what is disputed says so."""
        words = {word for ref in refs for word in self.about.get(ref, ())}
        return list(dict.fromkeys(word.told for word in sorted(words, key=lambda word: (word.number, word))))


NOTHING: Final = Decided()


def decided(words: Iterable[Word], gone: Iterable[Ref] = ()) -> Decided:
    """What holds of people's words, in whatever order they come, `gone` as in Decided.  Linear in their number."""
    known = sorted(set(words), key=lambda word: (word.number, word))
    sets = Unions[Ref]()
    for word in known:
        if word.what == "same":
            sets.put(word.one, under=word.other)
    broken = {
        sets.top(word.one) for word in known if word.what == "apart" and sets.top(word.one) == sets.top(word.other)
    }
    disputed = {word for word in known if sets.top(word.one) == sets.top(word.other) and sets.top(word.one) in broken}
    same = tuple(word for word in known if word.what == "same" and word not in disputed)
    apart = tuple(word for word in known if word.what == "apart" and word not in disputed)
    against = tuple(word._replace(told=f"disputed, {word.told}") for word in known if word in disputed)
    about: dict[Ref, list[Word]] = defaultdict(list)
    for word in (*same, *apart, *against):
        for ref in {word.one, word.other}:
            about[ref].append(word)
    out = dict(_taken_out(same, apart))
    return Decided(same, apart, against, out, frozenset(gone), {ref: tuple(words) for ref, words in about.items()})


def _taken_out(same: tuple[Word, ...], apart: tuple[Word, ...]) -> Iterator[tuple[Ref, tuple[str, ...]]]:
    """The items that are kept apart, and those that people said are the same as they."""
    whole = {ref: members for members in _sets(same).values() for ref in members}
    reasons: dict[Ref, list[str]] = defaultdict(list)
    for word in apart:
        for ref in whole.get(word.other, {word.other}):
            reasons[ref].append(word.told)
    yield from ((ref, tuple(told)) for ref, told in reasons.items())


def _sets(same: Iterable[Word]) -> dict[Ref, set[Ref]]:
    """The items that people say are one, by one of each set."""
    sets = Unions[Ref]()
    for word in same:
        sets.put(word.one, under=word.other)
    members: dict[Ref, set[Ref]] = defaultdict(set)
    for ref in sets.members():
        members[sets.top(ref)].add(ref)
    return members


def without(keys: Iterable[Key], said: Decided) -> Iterator[Key]:
    """The keys of a report without those of the items that people keep apart, each of which is something of its own.

    What had no key, because nobody can tell such sources apart, gets none.
    """
    left = set[Ref]()
    for key in keys:
        if key.ref not in said.out:
            yield key
        elif key.role == "is" and key.ref not in left:
            left.add(key.ref)
            yield Key(key.ref, "is", f"{key.ref.document}:{key.ref.item}", tier=key.tier)


def together(groups: Groups, said: Decided) -> Groups:
    """The groups with those made one of which people say that they are; the reason stands at both items.

    Costs the groups that are named, and a copy of the others.
    """
    if not said.same and not said.out:
        return groups
    made = Groups(dict(groups.members), dict(groups.of), dict(groups.why), dict(groups.perhaps))
    for pair in said.pairs():
        one, other = (_group_of(made, ref) for ref in pair)
        if one != other:
            _pour(made, one, other)
    for word in said.same:
        for ref in {word.one, word.other} - said.gone:
            made.why[ref] = tuple(sorted({*made.why.get(ref, ()), word.told}))
            made.perhaps.pop(ref, None)
    return made


def _group_of(groups: Groups, ref: Ref) -> Group:
    """The group of an item; one that has no key gets one of its own."""
    if ref not in groups.of:
        groups.put(ref, ref)
    return groups.of[ref]


def _pour(groups: Groups, one: Group, other: Group) -> None:
    """Two groups become one, named as `joining` names groups: by the smallest key, else by the smallest item."""
    name, gone = sorted((one, other), key=lambda group: (not isinstance(group, str), group))
    members = groups.members.pop(gone)
    groups.members[name] = [*groups.members[name], *members]
    groups.of.update(dict.fromkeys(members, name))
    for ref, maybe in list(groups.perhaps.items()):
        if gone in maybe:
            left = tuple(dict.fromkeys(name if group == gone else group for group in maybe))
            groups.perhaps[ref] = left
