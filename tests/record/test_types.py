"""The record: whatever a record holds comes back from its dict; whatever is no record is refused with the place."""

from __future__ import annotations

import json
import typing
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import khabar.record
from khabar.record import Claim, Document, Figure, Number, Party, Report, Span, vocabulary

STRUCTS = [
    value for value in vars(khabar.record).values() if isinstance(value, type) and issubclass(value, msgspec.Struct)
]


def any_of(hint: Any) -> st.SearchStrategy[Any]:
    """Any value of a type that stands in the record."""
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        names = {f.encode_name: f.name for f in msgspec.structs.fields(hint)}
        hints = typing.get_type_hints(hint)
        return st.fixed_dictionaries({}, optional={n: any_of(hints[n]) for n in names.values()}).flatmap(
            lambda given_fields: _struct(hint, hints, given_fields)
        )
    origin, members = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Literal:
        return st.sampled_from(members)
    if origin is list:
        return st.lists(any_of(members[0]), max_size=2)
    if members:
        return st.one_of(*map(any_of, members))
    plain: dict[Any, st.SearchStrategy[Any]] = {
        str: st.text(max_size=8), int: st.integers(-(2**53), 2**53), bool: st.booleans(), type(None): st.none(),
        float: st.floats(allow_nan=False, allow_infinity=False),
    }  # fmt: skip
    return plain[hint]


def _struct(kind: type[msgspec.Struct], hints: dict[str, Any], fields: dict[str, Any]) -> st.SearchStrategy[Any]:
    """The struct with these fields, and whatever else it requires."""
    needed = [f.name for f in msgspec.structs.fields(kind) if f.required and f.name not in fields]
    return st.fixed_dictionaries({n: any_of(hints[n]) for n in needed}).map(lambda more: kind(**fields, **more))


REPORTS = any_of(Report)


@given(REPORTS)
def test_a_record_comes_back_from_its_dict(report: Report) -> None:
    assert Report.from_dict(report.to_dict()) == report


@given(REPORTS)
def test_a_record_comes_back_from_its_line(report: Report) -> None:
    assert Report.from_dict(json.loads(json.dumps(report.to_dict(), ensure_ascii=False))) == report


@given(REPORTS)
def test_the_dict_is_plain_and_begins_with_the_format(report: Report) -> None:
    made = report.to_dict()
    assert next(iter(made.items())) == ("khabar", 1)
    assert list(made)[1] == "document"
    assert ("numbers" in made) is (report.numbers is not None)
    assert ("text" in made["document"]) is (report.document.text is not None)


def test_a_record_of_nothing_has_every_layer() -> None:
    made = Report(Document("r1")).to_dict()
    layers = ["actors", "claims", "withheld", "figures", "times", "places", "events", "caveats", "unread"]
    assert list(made) == ["khabar", "document", *layers]
    assert all(made[layer] == [] for layer in layers)


def test_parties_write_from_as_the_format_does() -> None:
    assert "from" in msgspec.to_builtins(Party("من", from_="sentence"))
    assert msgspec.convert({"text": "من", "from": "sentence"}, Party).from_ == "sentence"


def test_lists_are_not_shared_between_records() -> None:
    one, other = Report(Document("1")), Report(Document("2"))
    one.claims.append(Claim("c0-1", Span(0, 1, "x")))
    assert other.claims == []


@pytest.mark.parametrize("kind", STRUCTS, ids=lambda kind: kind.__name__)
def test_records_cannot_be_changed(kind: type[msgspec.Struct]) -> None:
    assert kind.__struct_config__.frozen
    assert kind.__struct_config__.forbid_unknown_fields


@pytest.mark.parametrize("kind", STRUCTS, ids=lambda kind: kind.__name__)
def test_every_type_says_what_it_is(kind: type[msgspec.Struct]) -> None:
    assert len(kind.__doc__ or "") > 20


SPAN = {"start": 0, "end": 1, "text": "x"}
CLAIM = {"id": "c0-1", "content": SPAN}


@pytest.mark.parametrize(
    ("data", "place"),
    [
        ({}, "document"),
        ({"document": {}}, r"\$.document"),
        ({"document": {"id": 7}}, r"\$.document.id"),
        ({"document": {"id": "1", "published_basis": "rumour"}}, r"\$.document.published_basis"),
        ({"document": {"id": "1"}, "khabar": 2}, r"\$.khabar"),
        ({"document": {"id": "1"}, "khabar": "1"}, r"\$.khabar"),
        ({"document": {"id": "1"}, "rumours": []}, "rumours"),
        ({"document": {"id": "1"}, "claims": None}, r"\$.claims"),
        ({"document": {"id": "1"}, "claims": [CLAIM, {**CLAIM, "act": "sing"}]}, r"\$.claims\[1\].act"),
        (
            {"document": {"id": "1"}, "claims": [{**CLAIM, "content": {**SPAN, "end": 1.5}}]},
            r"\$.claims\[0\].content.end",
        ),
        ({"document": {"id": "1"}, "claims": [{**CLAIM, "mood": "bad"}]}, "mood"),
        (
            {"document": {"id": "1"}, "figures": [{"id": "f", **SPAN, "measure": "killed", "low": "3"}]},
            r"\$.figures\[0\].low",
        ),
    ],
)
def test_what_is_no_record_is_refused_with_its_place(data: dict[str, Any], place: str) -> None:
    with pytest.raises(msgspec.ValidationError, match=place):
        Report.from_dict(data)


@pytest.mark.parametrize("data", [None, [], "record", 3])
def test_what_is_no_object_is_refused(data: Any) -> None:
    with pytest.raises(msgspec.ValidationError, match="Expected `object`"):
        Report.from_dict(data)


def test_an_error_record_is_no_report() -> None:
    with pytest.raises(msgspec.ValidationError, match="error"):
        Report.from_dict({"khabar": 1, "document": {"id": "1"}, "error": {"code": "empty", "message": "…"}})


def test_vague_figures_carry_no_number() -> None:
    """The plain figure says nothing beyond its words: what is not said is None."""
    figure = Figure("f0-5", 0, 5, "عشرات", "killed")
    assert (figure.low, figure.high, figure.order) == (None, None, None)
    assert Number(0, 5, "عشرات").value is None


def test_vocabularies_are_closed_and_say_nothing_twice() -> None:
    found = {n: typing.get_args(v) for n, v in vars(vocabulary).items() if typing.get_origin(v) is typing.Literal}
    assert len(found) > 20
    for name, values in found.items():
        assert len(values) > 1, name
        assert len(values) == len(set(values)), name
        assert all(isinstance(value, str) and value.isidentifier() for value in values), name
