"""The JSON Schema says what the types say: every record keeps to it, and no other does."""

from __future__ import annotations

import copy
import json
from typing import Any

import msgspec
import pytest

from khabar.record import (
    Actor,
    Caveat,
    Claim,
    Document,
    Event,
    EventDate,
    EventPlace,
    Figure,
    MadeBy,
    Number,
    Party,
    Place,
    PopulationSpan,
    Report,
    Span,
    Time,
    Unread,
    Via,
    Withheld,
    json_schema,
)

TEXT = "قال رئيس بلدية مرسى الريح نبيل قاسم إن 12 عاملا أصيبوا الخميس، ولم يؤكد المستشفى العدد."
SCHEMA = json_schema()


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


def place_of(words: str) -> tuple[int, int, str]:
    found = span(words)
    return found.start, found.end, found.text


def full_report() -> Report:
    """A record in which every layer has an item and every optional field of some item is filled."""
    caveat = Caveat("provisional", span("ولم يؤكد المستشفى العدد"))
    claim = Claim(
        "c0-3", span("12 عاملا أصيبوا الخميس"), span("قال"), "قال", span("رئيس بلدية مرسى الريح نبيل قاسم"), "نبيل قاسم", "a1",
        via=[Via("مراسل", span("مرسى"), "reporter")], quotes=[span("أصيبوا")], time="2022-01-06", caveats=[caveat],
    )  # fmt: skip
    figure = Figure(
        "f39-41", *place_of("12"), "injured", 12, 12, of=span("عاملا"), claim="c0-3", as_of="2022-01-06", event="e1",
        population=[PopulationSpan("civilian", span("عاملا"))], count_kind="total", caveats=[caveat],
    )  # fmt: skip
    event = Event(
        "e1", span("أصيبوا"), "ACCIDENT", actor=Party("?", basis="inferred"),
        target=Party("12 عاملا", span("عاملا"), "f39-41", "sentence"),
        place=EventPlace("Marsa al-Rih", "p1", "report"), date=EventDate("2022-01-06", "t1", "sentence"), figures=["f39-41"],
    )  # fmt: skip
    return Report(
        Document("r1", text=TEXT, published="2022-01-07", published_basis="given", made_by=MadeBy("0.1.0", "0" * 12)),
        actors=[Actor("a1", "نبيل قاسم", kind="person", mentions=[span("نبيل قاسم")])],
        claims=[claim],
        withheld=[Withheld("w1", *place_of("لم يؤكد"), "المستشفى")],
        figures=[figure],
        times=[Time("t1", *place_of("الخميس"), "2022-01-06", mod="approx")],
        places=[Place("p1", *place_of("مرسى الريح"), "Marsa al-Rih", lat=31.5, lon=30, confidence=0.5, candidates=["x"])],
        events=[event],
        caveats=[caveat],
        unread=[Unread(*place_of("العدد"), "number_unused")],
        numbers=[Number(*place_of("12"), 12, 12.0, 12.5)],
    )  # fmt: skip


# ---------------------------------------------------------------- a validator of the few keywords the schema uses

KINDS = {"object": dict, "array": list, "string": str, "integer": int, "number": (int, float), "boolean": bool}
SAYS_NOTHING = {"title", "description", "default", "$schema", "$defs"}
KNOWN = SAYS_NOTHING | {"$ref", "type", "properties", "required", "additionalProperties", "items", "anyOf", "enum"}


def is_kind(value: object, kind: str) -> bool:
    """Whether a value is of a JSON type; true is no number."""
    if kind == "null":
        return value is None
    return isinstance(value, KINDS[kind]) and (kind == "boolean" or not isinstance(value, bool))


def faults(value: Any, schema: dict[str, Any], path: str = "$") -> list[str]:
    """What a value breaks of a schema, with the place.  An unknown keyword fails: it would pass unread."""
    assert set(schema) <= KNOWN, f"{path}: the validator does not know {set(schema) - KNOWN}"
    if "$ref" in schema:
        return faults(value, SCHEMA["$defs"][schema["$ref"].removeprefix("#/$defs/")], path)
    if "anyOf" in schema and all(faults(value, one, path) for one in schema["anyOf"]):
        return [f"{path}: none of the choices"]
    if "enum" in schema and not any(
        value == one and type(value) is type(one) for one in schema["enum"]
    ):  # true is not 1
        return [f"{path}: {value!r} is not in the list"]
    if "type" in schema and not is_kind(value, schema["type"]):
        return [f"{path}: no {schema['type']}"]
    found = []
    if isinstance(value, dict):
        fields = schema.get("properties", {})
        found += [f"{path}: no {name}" for name in schema.get("required", []) if name not in value]
        if schema.get("additionalProperties") is False:
            found += [f"{path}: unknown {name}" for name in value if name not in fields]
        found += [f for name, v in value.items() if name in fields for f in faults(v, fields[name], f"{path}.{name}")]
    if isinstance(value, list):
        found += [f for n, v in enumerate(value) for f in faults(v, schema.get("items", {}), f"{path}[{n}]")]
    return found


def leaves(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The paths to every plain value of a record."""
    if isinstance(value, dict):
        return [p for name, v in value.items() for p in leaves(v, (*path, name))]
    if isinstance(value, list):
        return [p for n, v in enumerate(value) for p in leaves(v, (*path, n))]
    return [path]


def changed(made: dict[str, Any], path: tuple[Any, ...], value: object) -> dict[str, Any]:
    """The record with another value at one place."""
    other = copy.deepcopy(made)
    inner: Any = other
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    return other


def test_a_full_record_keeps_to_the_schema() -> None:
    assert faults(full_report().to_dict(), SCHEMA) == []
    assert faults(Report(Document("r1")).to_dict(), SCHEMA) == []


def test_a_full_record_fills_every_layer() -> None:
    made = full_report().to_dict()
    assert set(made) == set(SCHEMA["$defs"]["Report"]["properties"])
    assert all(made.values())


def test_schema_and_types_refuse_the_same() -> None:
    """Whatever is put in the place of any value, schema and `from_dict` agree whether that is a record."""
    made = full_report().to_dict()
    places = leaves(made)
    assert len(places) > 150
    refused = 0
    for path in places:
        for value in (None, "nonsense", 7, 7.5, True, [], {}):
            other = changed(made, path, value)
            try:
                Report.from_dict(other)
                taken = True
            except msgspec.ValidationError:
                taken = False
                refused += 1
            assert (faults(other, SCHEMA) == []) is taken, f"{path} = {value!r}: {faults(other, SCHEMA)}"
    assert refused > 500


@pytest.mark.parametrize("path", [(), ("document",), ("claims", 0), ("claims", 0, "content"), ("events", 0, "place")])
def test_unknown_fields_are_refused_everywhere(path: tuple[Any, ...]) -> None:
    assert faults(changed(full_report().to_dict(), (*path, "rumour"), 1), SCHEMA)


def test_every_type_of_the_schema_is_described() -> None:
    for name, schema in SCHEMA["$defs"].items():
        assert schema["description"], name
        assert schema["additionalProperties"] is False, name


def test_the_schema_is_json() -> None:
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert json_schema() == SCHEMA
