"""Declaring rules: the sentences they are bound to, the reason they must give, the mistakes that are refused."""

from __future__ import annotations

import types

import pytest

from khabar.grammar import Example, Match, Rule, either, examples, rule, rules_of, seq, unit


def test_examples_are_sentences_with_indented_fields() -> None:
    block = """
        وصل الوفد الجمعة.
            text: الجمعة
            value: 2022-01-07

        غادر: لم يقل أحد متى.
            text: غادر: متى
        بلا حقول
    """
    assert examples(block) == (
        Example("وصل الوفد الجمعة.", (("text", "الجمعة"), ("value", "2022-01-07"))),
        Example("غادر: لم يقل أحد متى.", (("text", "غادر: متى"),)),
        Example("بلا حقول", ()),
    )
    assert examples("") == ()


@pytest.mark.parametrize("block", ["جملة\n  بلا نقطتين", "جملة\n  : قيمة بلا اسم", "  \n\tfield: before\nany sentence"])
def test_broken_examples_are_refused(block: str) -> None:
    with pytest.raises(ValueError, match="not a field of an example sentence"):
        examples(block)


def test_a_declared_rule_carries_its_reason_and_sentences() -> None:
    @rule(unit("a"), takes="وصل\n  text: وصل", refuses="غاب", wishes="سيصل")
    def arrives(match: Match) -> str:
        """A word of arrival.

        It stands first.
        """
        return match.whole.view

    assert isinstance(arrives, Rule)
    assert arrives.id == f"{__name__}.arrives"
    assert arrives.why == "A word of arrival.\n\nIt stands first."
    assert arrives.takes == (Example("وصل", (("text", "وصل"),)),)
    assert [e.sentence for e in (*arrives.refuses, *arrives.wishes)] == ["غاب", "سيصل"]
    assert not arrives.trap


def test_the_id_of_a_packs_rule_leaves_out_where_packs_live() -> None:
    def build(match: Match) -> None:
        """Whatever."""

    build.__module__ = "khabar.languages.xx.times"
    assert rule(unit("a"), takes="")(build).id == "xx.times.build"


def test_a_rule_without_a_reason_is_refused() -> None:
    def silent(match: Match) -> None:
        pass

    with pytest.raises(ValueError, match="silent does not say why"):
        rule(unit("a"), takes="")(silent)


def test_two_parts_of_one_name_are_refused_where_the_rule_stands() -> None:
    """A regular expression would refuse them only when the first sentence is read."""

    def double(match: Match) -> None:
        """A mistake."""

    with pytest.raises(ValueError, match="double names several parts alike: x"):
        rule(seq(either(unit("a")["x"], unit("b")["x"]), unit("c")["y"]), takes="")(double)


def test_the_rules_of_a_module_are_its_own_in_their_order() -> None:
    module, other = types.ModuleType("xx.second"), types.ModuleType("xx.first")

    def declared(name: str, home: types.ModuleType) -> Rule:
        def build(match: Match) -> None:
            """A rule for a test."""

        build.__module__, build.__name__ = home.__name__, name
        return rule(unit("a"), takes="")(build)

    imported = declared("imported", other)
    first, second = declared("first", module), declared("second", module)
    vars(module).update(imported=imported, first=first, limit=3, second=second)
    vars(other).update(imported=imported)
    assert rules_of(module) == [first, second]
    assert rules_of(other) == [imported]
