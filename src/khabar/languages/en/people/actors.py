"""Actors: what a phrase says about the person or body it names."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.drafts import ActorDraft, Offsets, Sentence
from khabar.languages.en.forms.units import gazetteer
from khabar.languages.en.phrases.marking import marked
from khabar.languages.en.phrases.names import apposition, is_place, name_draft, name_in

_LONGEST_TITLE = 9
_SHORTEST = 3


def describe(sentence: Sentence, span: Offsets) -> ActorDraft | None:
    """Whom the phrase at `span` names; None when no word of the sentence stands there."""
    units = sentence.marked_by(marked)
    first = next((k for k, u in enumerate(units) if u.end > span[0]), len(units))
    last = next((k for k in range(first, len(units)) if units[k].start >= span[1]), len(units))
    if first >= last:
        return None
    name = name_draft(units, first, last, sentence.text)
    begin, end, inner = name_in(units, first, last)
    if name.kind == "person" and inner != "person":  # the name stands behind a comma
        begin, end = apposition(units, last) or (begin, end)
    kind = _kind(units, first, last, name.kind)
    title = _title(units, first, begin, last) if name.kind == "person" else units[first:last]
    role = name.title or (name.name if kind == "person" and name.kind != "person" else "")
    role = "" if len(role.split()) > _LONGEST_TITLE or all("short" in _flags(u) for u in title if "role" in u) else role
    return ActorDraft(
        name=name,
        kind=kind,
        role=role or None,
        country=_country(title) if role or kind != "person" else None,
        public_role=kind in ("government", "organisation") or any(u["role"].public for u in title if "role" in u),
        called=_called(units[begin:end]) if name.kind == "person" else "",
    )


def _flags(unit: Unit) -> frozenset[str]:
    flags: frozenset[str] = unit["role"].flags if "role" in unit else frozenset()
    return flags


def _title(units: Sequence[Unit], first: int, begin: int, last: int) -> Sequence[Unit]:
    """The words before a name, or those that a comma sets off behind it."""
    if begin > first:
        return units[first : min(begin, last)]
    apposed = apposition(units, last)
    return units[slice(*apposed)] if apposed is not None else units[first:last]


def _kind(units: Sequence[Unit], first: int, last: int, kind: str) -> str:
    """The record's kind: person, organisation, government or unnamed; one bearer of a definite title is a person."""
    if kind in ("person", "organisation"):
        place = kind == "organisation" and last - first <= 2 and is_place(units[last - 1])
        return "government" if place else kind
    head = next((u for u in units[first:last] if "role" in u), None)
    definite = (
        units[first].view == "the" or "demonym" in units[first] or "possessive" in units[min(first + 1, last - 1)]
    )
    if head is not None and not head["role"].plural and "unit" not in head["role"].flags and definite:
        return "person"
    return "unnamed"


def _country(units: Sequence[Unit]) -> str | None:
    """ISO code of the first country that a title names, by its adjective or by its name."""
    for unit in units:
        code = unit.get("demonym")
        if isinstance(code, str):
            return code
        if is_place(unit):
            found = gazetteer().lookup(unit.view, "en")
            if found and found[0].country:
                return found[0].country
    return None


def _called(words: Sequence[Unit]) -> str:
    """The surname that may stand for the whole name; "" where it would be mistaken for a word or a place."""
    if len(words) < 2:
        return ""
    last = words[-1]
    if (
        len(last.view) < _SHORTEST
        or "capital" not in last.signature
        or is_place(last)
        or last.signature & {"role", "demonym"}
    ):
        return ""
    begin = len(words) - 1
    while begin > 1 and (words[begin - 1].view == "-" or words[begin - 2].view == "al"):
        begin -= 1
    return "".join(u.text for u in words[begin:]) if begin < len(words) - 1 else last.text
