"""The card of an item: its words, its chain, all its fields in the reader's language, and the rule that read it.

Nothing is computed here that the record does not say; what is null there has no row.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Final

import msgspec

from khabar.desk import RuleCard, rule_card
from khabar.desk.explanation import extent
from khabar.desk.rules.doubt import doubt_in_short
from khabar.desk.telling import Teller, amount, basis_words, country_name
from khabar.desk.wording import Messages
from khabar.export.page.labels import Value, day, own_words, place_name, speaker_value
from khabar.export.page.paragraphs import direction_of
from khabar.export.page.spans import caveats_of, key_of
from khabar.record import Claim, Report

_LAYERS: Final = ("claims", "figures", "events", "withheld", "times", "places", "actors")
# Fields that hold a value of a closed vocabulary, with the table of their labels.
_VOCABULARY: Final = {
    "act": "act", "status": "status", "polarity": "polarity", "distance": "distance", "mode": "mode",
    "found_by": "found_by", "what": "withheld_what", "measure": "measure", "unit": "unit", "count_kind": "count_kind",
    "type": "event_type", "subtype": "subtype", "basis": "basis", "from": "from", "precision": "precision",
    "mod": "time_mod", "value": "population", "role": "via_role",
}  # fmt: skip
_OF_LAYER: Final = {
    ("events", "status"): "event_status",
    ("times", "kind"): "time_kind",
    ("places", "kind"): "place_kind",
    ("places", "relation"): "place_side",
    ("actors", "kind"): "actor_kind",
    ("caveats", "kind"): "caveat",
}
_REFERENCES: Final = frozenset(
    {"actor", "within", "claim", "event", "part_of", "same_as", "refers_to", "figures", "id"}
)
_SILENT: Final = frozenset(
    {
        "id",
        "start",
        "end",
        "text",
        "rule",
        "via",
        "geonames",
        "caveats",
        "low",
        "high",
        "order",
        "mentions",
        "content",
        "trigger",
    }
)
_DATES: Final = frozenset({"as_of", "since", "time"})
_OFTEN_THE_SAME: Final = frozenset({"lemma", "speaker_name", "actor", "quotes"})
"""Rows that are left out where they only repeat one before them."""
_QUIET: Final = {"confidence": 1.0, "distance": "neutral", "unit": "person"}


@dataclass(frozen=True, slots=True)
class Row:
    """A field of an item: its label and its values."""

    label: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """All that is shown of an item.  `speaker` is the name the speaker filter knows it by, "" for the outlet itself."""

    key: str
    layer: str
    title: str
    sentence: str
    words: Value
    chain: tuple[Value, ...]
    rows: tuple[Row, ...]
    speaker: str
    rule: RuleCard | None
    start: int
    end: int
    doubt: str = ""


@dataclass(frozen=True)
class Cards:
    """Makes the cards of one report in one language."""

    report: Report
    said: Messages
    teller: Teller
    words: dict[str, str]
    claims: dict[str, Claim]
    voices: Mapping[str, str]

    @classmethod
    def of(cls, report: Report, said: Messages, voices: Mapping[str, str]) -> Cards:
        """The maker for a report, which has looked up what its items refer to.

        `voices`: for an item that stands in somebody's words, the innermost claim that holds it.
        """
        words = {item.id: words_of(item) for layer in _LAYERS for item in getattr(report, layer)}
        return cls(report, said, Teller(report, said.code), words, {claim.id: claim for claim in report.claims}, voices)

    def all(self) -> Iterator[Card]:
        """The cards, layer by layer; then caveats and what was not read."""
        for layer in _LAYERS:
            yield from map(partial(self._card, layer), getattr(self.report, layer))
        for caveat in caveats_of(self.report):
            span = caveat.span
            label = self.said.label("caveat", caveat.kind)
            yield self._bare("caveats", key_of("caveat", span.start, span.end), span, label)
        for unread in self.report.unread:
            label = self.said.label("page_unread", unread.why)
            yield self._bare("unread", key_of("unread", unread.start, unread.end), unread, label)

    def _card(self, layer: str, item: Any) -> Card:
        fields: dict[str, Any] = msgspec.to_builtins(item)
        claim = self._claim(layer, item)
        start, end = extent(fields)
        return Card(
            key=item.id,
            layer=layer,
            title=self._title(layer, fields),
            sentence=self.teller.sentence(item.id),
            words=own_words(self.words[item.id]),
            chain=self._chain(layer, item, claim),
            rows=tuple(self._rows(layer, item, fields)),
            speaker=self._voice(item, claim),
            rule=rule_card(fields.get("rule", "")),
            start=start,
            end=end,
            doubt=doubt_in_short(item.rule, self.said) if getattr(item, "rule", "") else "",
        )

    def _bare(self, layer: str, key: str, span: Any, title: str) -> Card:
        return Card(key, layer, title, "", own_words(span.text), (), (), "", None, span.start, span.end)

    def _claim(self, layer: str, item: Any) -> Claim | None:
        return item if layer == "claims" else self.claims.get(getattr(item, "claim", None) or "")

    def _voice(self, item: Any, claim: Claim | None) -> str:
        """Whose words the item is: the speaker of its claim, of the words it stands in, or "" for the outlet."""
        own = getattr(item, "speaker_name", None) or getattr(item, "source", None)
        around = claim or self.claims.get(self.voices.get(item.id, ""))
        return own or (around.speaker_name if around else "")

    def _title(self, layer: str, fields: dict[str, Any]) -> str:
        """What kind of item it is, in a few words."""
        leading = {
            "claims": "act",
            "figures": "measure",
            "events": "type",
            "withheld": "what",
            "places": "kind",
            "actors": "kind",
        }
        name = leading.get(layer)
        told = [self.said.label("page_item", layer)]
        if name:
            told.append(self.said.label(self._table(layer, name), fields[name]))
        return " · ".join(dict.fromkeys(told))

    def _chain(self, layer: str, item: Any, claim: Claim | None) -> tuple[Value, ...]:
        """Speaker, relays, outlet; the outlet alone where it speaks itself."""
        if layer not in ("claims", "figures", "events", "withheld"):
            return ()
        outlet = self.report.document.outlet
        last = own_words(outlet) if outlet else Value(self.said.say("page.outlet"))
        if claim is None:
            name = getattr(item, "speaker_name", None) or getattr(item, "source", None)
            return (speaker_value(name, self.said), last) if name else (last,)
        relays = tuple(
            Value(via.name, direction_of(via.name), remark=self.said.label("via_role", via.role)) for via in claim.via
        )
        return (speaker_value(claim.speaker_name, self.said), *relays, last)

    def _table(self, layer: str, name: str) -> str:
        return _OF_LAYER.get((layer, name)) or _VOCABULARY[name]

    def _rows(self, layer: str, item: Any, fields: dict[str, Any]) -> Iterator[Row]:
        told: set[str] = set()
        for name, value in fields.items():
            if name in _SILENT or value in (None, [], "", False) or _QUIET.get(name) == value:
                continue
            if name == "bound":
                yield Row(self.said.label("field", name), (Value(amount(item, self.said)),))
                continue
            values = [self._value(layer, name, each) for each in (value if isinstance(value, list) else [value])]
            shown = tuple(v for v in values if v is not None)
            if name in _OFTEN_THE_SAME and all(v.text in told for v in shown):
                continue
            told.update(v.text for v in shown)
            if shown:
                own = f"{layer}_{name}"
                yield Row(self.said.label("field", own if own in self.said.tables["field"] else name), shown)
        for caveat in fields.get("caveats", []):
            key = key_of("caveat", caveat["span"]["start"], caveat["span"]["end"])
            text = self.said.label("caveat", caveat["kind"])
            yield Row(self.said.label("page_item", "caveats"), (Value(text, None, key),))

    def _value(self, layer: str, name: str, value: Any) -> Value | None:
        if isinstance(value, dict):
            return self._nested(layer, name, value)
        if value is True:
            return Value(self.said.say("page.yes"))
        if name in _REFERENCES and isinstance(value, str):
            return own_words(self.words[value], value) if value in self.words else None
        if name in _DATES or (layer, name) == ("times", "value"):
            return day(value, self.said)
        if (layer, name) == ("times", "basis"):
            return Value(basis_words(value, self.said))
        if name == "country":
            return Value(country_name(value, self.said.code))
        table = _OF_LAYER.get((layer, name)) or _VOCABULARY.get(name)
        if (
            table in self.said.tables
            and value in self.said.tables[table]
            and not (layer == "actors" and name == "role")
        ):
            return Value(self.said.label(table, value))
        return own_words(f"{value:,}" if isinstance(value, int) else str(value))

    def _nested(self, layer: str, name: str, value: dict[str, Any]) -> Value:
        """A span, a party, a place or date of an event, or counted people."""
        span = value.get("span") or {}
        told = value.get("text") or value.get("name") or value.get("value") or span.get("text") or ""
        remarks = [self.said.label(table, value[table]) for table in ("basis", "from") if value.get(table)]
        if name == "population":
            told, remarks = self.said.label("population", value["value"]), [span["text"]] if span else []
            return Value(told, None, None, self.said.say("line.comma").join(remarks))
        item = value.get("id") if value.get("id") in self.words else None
        if name == "place":
            told = place_name(self.report, told, self.said)
        shown = day(told, self.said) if name == "date" else Value(told, direction_of(told), item)
        return replace(shown, remark=self.said.say("line.comma").join(remarks))


def words_of(item: Any) -> str:
    """The words an item was read from: its content, its trigger, its first mention or its own span."""
    for name in ("content", "trigger"):
        if hasattr(item, name):
            return str(getattr(item, name).text)
    if hasattr(item, "mentions"):
        return str(item.name)
    return str(item.text)
