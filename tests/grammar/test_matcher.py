"""The matcher: who wins a place, what a trap holds, and that nothing read before changes what is read now."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar.grammar import Grammar, Match, Pattern, Rule, Unit, fuse, fused, matcher, reading, run, seq, unit
from khabar.grammar.alphabet import Alphabet

NAMES = "abcd"
CLASSES = st.sets(st.sampled_from(NAMES))
SENTENCES = st.lists(CLASSES, max_size=8)


def units(classes: Sequence[set[str]]) -> list[Unit]:
    return [
        Unit.of((3 * n, 3 * n + 2, n, n + 1), f"w{n}", f"w{n}", reading(dict.fromkeys(sorted(own), True)))
        for n, own in enumerate(classes)
    ]


def words(text: str) -> list[Unit]:
    """A sentence with one unit a letter, of that class."""
    return units([set(letter) - {"-"} for letter in text])


def rule(name: str, pattern: Pattern, *, trap: bool = False, only_if: str = "") -> Rule:
    """A rule that builds its own name, or nothing where the unit before it is not of class `only_if`."""

    def build(match: Match) -> str | None:
        if only_if and (match.first == 0 or only_if not in match.units[match.first - 1]):
            return None
        return name

    return Rule(f"test.{name}", pattern, build, "a rule for a test", trap=trap)


def read(grammar: Grammar, text: str) -> list[tuple[int, int, object]]:
    return [(found.first, found.last, found.value) for found in grammar.read(words(text))]


ONE_A = rule("one_a", unit("a"))
TWO = rule("two", seq(unit("a"), unit("b")))
LATE = rule("late", seq(unit("b"), unit("c"), unit("d")))


def test_the_leftmost_wins_then_the_longest() -> None:
    grammar = Grammar("test", [ONE_A, LATE, TWO])
    assert read(grammar, "abcd") == [(0, 2, "two")]
    assert read(grammar, "a-bcd") == [(0, 1, "one_a"), (2, 5, "late")]
    assert read(grammar, "") == []
    assert read(grammar, "----") == []


def test_the_first_in_the_file_wins_a_tie() -> None:
    again = rule("again", unit("a"))
    assert read(Grammar("test", [ONE_A, again]), "a") == [(0, 1, "one_a")]
    assert read(Grammar("test", [again, ONE_A]), "a") == [(0, 1, "again")]


def test_a_rule_that_looks_closer_and_refuses_leaves_the_place_to_others() -> None:
    picky = rule("picky", seq(unit("a"), unit("b")), only_if="c")
    grammar = Grammar("test", [picky, ONE_A])
    assert read(grammar, "cab") == [(1, 3, "picky")]
    assert read(grammar, "dab") == [(1, 2, "one_a")]


def test_a_trap_holds_its_words_and_builds_nothing() -> None:
    trap = rule("trap", seq(unit("a"), unit("b")), trap=True)
    grammar = Grammar("test", [ONE_A, trap])
    (found,) = grammar.read(words("ab"))
    assert found.rule.trap
    assert found.value is None
    assert read(grammar, "aab") == [(0, 1, "one_a"), (1, 3, None)]


def test_overlap_lets_every_match_stand() -> None:
    grammar = Grammar("test", [ONE_A, TWO, LATE], overlap=True)
    assert read(grammar, "abcd") == [(0, 2, "two"), (0, 1, "one_a"), (1, 4, "late")]


RULES = [
    rule("a", unit("a")),
    rule("ab", seq(unit("a"), unit("b"))),
    rule("run", run(unit("c"), 2, 4)),
    rule("not", seq(unit(but=("a", "b")), unit("b", but=("c",)))),
    rule("any", seq(unit("d"), unit(), unit("d"))),
]


def by_hand(of: Sequence[Unit], grammar: Grammar) -> list[tuple[int, int]]:
    """What `read` promises, told again: of the matches, leftmost and longest first, those that fit beside the taken."""
    taken: list[tuple[int, int]] = []
    for match in sorted(grammar.matches(of), key=lambda m: (m.first, -m.last)):
        if all(match.first >= last or match.last <= first for first, last in taken):
            taken.append((match.first, match.last))
    return taken


@given(SENTENCES)
def test_no_unit_is_used_twice_and_no_free_match_is_left(classes: list[set[str]]) -> None:
    grammar, of = Grammar("test", RULES), units(classes)
    assert [(found.first, found.last) for found in grammar.read(of)] == by_hand(of, grammar)


@given(SENTENCES, st.randoms(use_true_random=False))
def test_the_order_of_rules_decides_no_place(classes: list[set[str]], chance: random.Random) -> None:
    shuffled = list(RULES)
    chance.shuffle(shuffled)
    of = units(classes)
    usual = [(f.first, f.last) for f in Grammar("test", RULES).read(of)]
    assert [(f.first, f.last) for f in Grammar("test", shuffled).read(of)] == usual


LONG_USED = Grammar("test", RULES)


@given(SENTENCES)
def test_what_was_read_before_changes_nothing(classes: list[set[str]]) -> None:
    """Class characters are given as units come; a grammar that has seen many reads as a new one does."""
    of = units(classes)
    fresh = [(f.first, f.last, f.value) for f in Grammar("test", RULES).read(of)]
    assert [(f.first, f.last, f.value) for f in LONG_USED.read(of)] == fresh


@given(st.lists(SENTENCES, max_size=12))
def test_sentences_read_one_after_the_other_are_read_as_alone(many: list[list[set[str]]]) -> None:
    """Units that come later are spelled as units that the expressions know, where a rule takes them for the same."""
    used = Grammar("test", RULES)
    for classes in many:
        of = units(classes)
        fresh = [(f.first, f.last, f.value) for f in Grammar("test", RULES).read(of)]
        assert [(f.first, f.last, f.value) for f in used.read(of)] == fresh


def test_a_unit_that_a_rule_takes_for_one_it_knows_costs_no_expression(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    compiled = re.compile
    many = [f"c{n}" for n in range(60)]
    grammar = Grammar("test", [TWO, *(rule(name, unit(name, "never")) for name in many)])
    monkeypatch.setattr(matcher.re, "compile", lambda source: (made.append(source), compiled(source))[1])
    for name in many:
        found = grammar.read(units([{"a", name}, {"b"}, {name}]))
        assert [(f.first, f.last, f.value) for f in found] == [(0, 2, "two")]
    assert 1 <= len([source for source in made if source]) <= 3


@given(st.lists(CLASSES, min_size=1, max_size=12))
def test_units_share_a_character_just_when_no_leaf_tells_them_apart(classes: list[set[str]]) -> None:
    leaves = [unit("a"), unit("b", but=("c",)), unit(some=("c", "d"))]
    alphabet = Alphabet(leaves)
    of = units(classes)
    letters = alphabet.encode(of)
    assert len(letters) == len(of)
    answers = [tuple(leaf.accepts(u.signature) for leaf in leaves) for u in of]
    for n, one in enumerate(answers):
        for k, other in enumerate(answers):
            assert (letters[n] == letters[k]) is (one == other)
    assert alphabet.size == len(set(answers))


def test_classes_no_rule_asks_for_make_no_new_character() -> None:
    alphabet = Alphabet([unit("a")])
    letters = alphabet.encode(units([{"a"}, {"a", "x"}, {"x"}, {"y"}, set()]))
    assert letters[0] == letters[1]
    assert letters[2] == letters[3] == letters[4]
    assert alphabet.size == 2


# ---------------------------------------------------------------- units and fusing


def test_units_know_their_classes_and_glued_particles() -> None:
    one = Unit.of((10, 16, 4, 5), "وبالحي", "وبالحي", reading({"place": "district", "+and": True}, 1, 4))
    assert "place" in one
    assert one["place"] == "district"
    assert one.get("no") is None
    assert (one.cut, one.stem) == (11, 14)
    more = one.plus({"taken": 1})
    assert more["taken"] == 1
    assert "taken" not in one
    assert (more.start, more.end, more.first, more.last, more.cut, more.stem) == (10, 16, 4, 5, 11, 14)
    assert repr(one) == "<وبالحي 10:16 +and place>"


def test_fused_units_keep_the_particles_of_the_first() -> None:
    text = "وثلاثة آلاف"
    parts = [
        Unit.of((0, 6, 0, 1), text[:6], "وثلاثه", reading({"unit": 3, "+and": True}, 1, 1)),
        Unit.of((7, 11, 1, 2), text[7:], "الاف", reading({"scale": 1000})),
    ]
    one = fuse(parts, text, {"number": 3000})
    assert (one.start, one.end, one.first, one.last) == (0, 11, 0, 2)
    assert (one.text, one.view, one.cut, one.stem) == (text, "وثلاثه الاف", 1, 1)
    assert one.signature == {"number"}


def test_finds_become_units() -> None:
    of = words("ab-abd")
    grammar = Grammar("test", [TWO, rule("trap", unit("d"), trap=True)])
    text = "w0 w1 w2 w3 w4 w5"
    line = fused(of, grammar.read(of), text, "pair")
    assert [u.text for u in line] == ["w0 w1", "w2", "w3 w4", "w5"]
    assert [sorted(u.signature) for u in line] == [["pair"], [], ["pair"], ["trapped"]]
    assert line[0]["pair"] == "two"
    assert fused(of, [], text, "pair") == of


@given(SENTENCES)
def test_fusing_loses_no_word(classes: list[set[str]]) -> None:
    of = units(classes)
    text = " ".join(u.text for u in of)
    for overlap in (False, True):
        line = fused(of, Grammar("test", RULES, overlap=overlap).read(of), text, "found")
        assert [n for u in line for n in range(u.first, u.last)] == list(range(len(of)))
        assert all(text[u.start : u.end] == u.text for u in line)
