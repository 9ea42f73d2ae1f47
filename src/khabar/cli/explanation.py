"""An explanation as lines: the sentence first, then the words in their surroundings, the fields, the rule."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from khabar.desk import Explanation, RuleCard, explain
from khabar.desk.rules.doubt import doubt_told
from khabar.desk.rules.reasons import reason_of
from khabar.desk.telling import Teller, basis_words, country_name, date_words
from khabar.desk.wording import Messages, messages
from khabar.record import Report

# The table of labels that a field's values have; a field that is not here shows them as they are.
_VOCABULARIES: Final = {
    "act": "act", "mode": "mode", "polarity": "polarity", "distance": "distance", "found_by": "found_by",
    "measure": "measure", "unit": "unit", "count_kind": "count_kind", "what": "withheld_what", "type": "event_type",
    "subtype": "subtype", "precision": "precision", "mod": "time_mod", "role": "via_role", "basis": "basis",
    "from": "from",
}  # fmt: skip
_BY_LAYER: Final = {
    ("claims", "status"): "status", ("events", "status"): "event_status", ("places", "kind"): "place_kind",
    ("places", "relation"): "place_side", ("times", "kind"): "time_kind", ("actors", "kind"): "actor_kind",
    ("caveats", "kind"): "caveat", ("population", "value"): "population",
}  # fmt: skip
_DATES: Final = {
    ("times", "value"),
    ("events", "value"),
    ("figures", "as_of"),
    ("figures", "since"),
    ("claims", "time"),
}
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_EXAMPLES: Final = 6
"""Sentences that show what a rule takes; the rulebook has all of them."""
_LEFT_OUT: Final = ("id", "start", "end", "text", "rule")
_NUMBER: Final = ("low", "high", "order", "bound")
_WIDTH: Final = 22


def explanation_lines(report: Report, item: str, ui: str) -> Iterator[str]:
    """The explanation of an item that the report has; source text stands in lines of its own or at a line's end."""
    told, words = explain(report, item), messages(ui)
    layer = words.label("layer", told.layer)
    yield words.say("explain.head", item=item, layer=layer, report=told.report or words.say("told.the_report"))
    yield ""
    teller = Teller(report, ui)
    yield teller.sentence(item)
    yield ""
    yield from (line for line in f"{told.before}[{told.words}]{told.after}".splitlines() if line.strip())
    yield ""
    yield from _fields(told, words, teller)
    yield ""
    yield from _rule(told.rule, words)


def _fields(told: Explanation, words: Messages, teller: Teller) -> Iterator[str]:
    """The fields that hold something, each with its label; the parts of a number as one."""
    for name, value in told.fields.items():
        if told.layer == "figures" and name in _NUMBER:
            if name == "bound":
                yield _line(_label(told.layer, name, words), "", teller.amount(told.fields["id"]), words)
        elif name not in _LEFT_OUT and value not in (None, [], "", False):
            if name == "place" and isinstance(value, dict):
                value = {**value, "name": teller.place(value["name"])}
            yield from _field(told.layer, name, value, words)


def _field(layer: str, name: str, value: Any, words: Messages) -> Iterator[str]:
    """A field on a line; of a span its words, of a list each member."""
    if isinstance(value, list):
        for member in value:
            yield from _field(layer, name, member, words)
    elif isinstance(value, dict):
        yield _nested(layer, name, value, words)
    else:
        yield _line(_label(layer, name, words), "", _value(layer, name, value, words), words)


def _nested(layer: str, name: str, value: dict[str, Any], words: Messages) -> str:
    """A field with fields of its own: its words or its value, and behind the label what else it says."""
    within = name if name in ("population", "caveats") else layer
    span = value.get("span") or {}
    shown = value.get("name") or value.get("text") or span.get("text") or ""
    notes = {
        k: v for k, v in value.items() if k not in ("start", "end", "text", "id", "name", "span") and v is not None
    }
    if not shown and "value" in notes:
        shown = _value(within, "value", notes.pop("value"), words)
    if shown and not any(map(str.isalnum, str(shown))):
        shown = words.say("tell.quote", words=str(shown).strip())
    label = _label(layer, name, words)
    if name == "via":
        label = words.label("via_role", notes.pop("role"))
    told = words.say("line.comma").join(_value(within, k, v, words) for k, v in notes.items())
    return _line(label, told, " ".join(str(shown).split()), words)


def _line(label: str, notes: str, value: str, words: Messages) -> str:
    """Label, notes and value; padded where the language is written from left to right, so that no column is reordered."""
    head = words.say("line.noted", label=label, note=notes) if notes else label
    told = words.say("line.label", label=head)
    return f"{told:<{_WIDTH}}  {value}".rstrip() if words.direction == "ltr" else f"{told} {value}".rstrip()


def _label(layer: str, name: str, words: Messages) -> str:
    """The label of a field; a layer may call it by another word than the others do."""
    known = words.tables["field"]
    return str(known.get(f"{layer}_{name}") or known.get(name, name))


def _value(layer: str, name: str, value: Any, words: Messages) -> str:
    """A value in the labels of its vocabulary; numbers, dates and source words as they are."""
    if value is True:
        return words.say("page.yes")
    table = _BY_LAYER.get((layer, name)) or _VOCABULARIES.get(name)
    if name == "needs":
        table = "tell.time.needs"
    if isinstance(value, str) and not any(map(str.isalnum, value)):
        return words.say("tell.quote", words=value)
    if (layer, name) in _DATES:
        return str(value) if _DAY.fullmatch(str(value)) else date_words(str(value), words)
    if (layer, name) == ("times", "basis"):
        return basis_words(str(value), words)
    if name == "country":
        return country_name(str(value), words.code)
    known: Any = words.tables
    for part in (table or "").split("."):
        known = known.get(part, {}) if part else {}
    return str(known.get(str(value), value))


def _rule(card: RuleCard | None, words: Messages) -> Iterator[str]:
    """What the rule reads, why it exists, and sentences it takes."""
    if card is None:
        yield words.say("page.no_rule")
        return
    yield words.say("explain.rule", rule=card.id)
    yield f"  {words.label('chapter', card.chapter)}"
    reason = reason_of(card, words.code)
    yield words.say("explain.reason" if reason.language == words.code else "explain.in_english")
    yield f"  {reason.text}"
    yield doubt_told(card.id, words)
    yield words.say("explain.takes")
    sentences = list(dict.fromkeys(example.sentence for example in card.takes))
    yield from (f"  {sentence}" for sentence in sentences[:_EXAMPLES])
    if len(sentences) > _EXAMPLES:
        yield f"  {words.say('explain.more', n=len(sentences) - _EXAMPLES)}"
