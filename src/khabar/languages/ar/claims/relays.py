"""What stands between a cue and its content: relays, mediums, addressees."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from khabar.grammar import Unit
from khabar.languages.ar.phrases.names import name_draft
from khabar.languages.ar.phrases.nouns import noun_phrase_end
from khabar.languages.drafts import Offsets, ViaDraft


class Middle(NamedTuple):
    """The relays, the medium and the addressee among some units."""

    via: tuple[ViaDraft, ...] = ()
    medium: Offsets | None = None
    addressee: Offsets | None = None


def middle(units: Sequence[Unit], first: int, last: int, text: str) -> Middle:
    """Read units[first:last], which lie between subject and content."""
    via: list[ViaDraft] = []
    medium: Offsets | None = None
    addressee: Offsets | None = None
    at = first
    while at < last:
        unit = units[at]
        relay = _relay_subject(units, at, last)
        if relay is not None:
            begin, end = relay
            link = ViaDraft(name_draft(units, begin, end, text), aired="broadcast" in unit.signature)
            via.insert(
                0 if "according_quoting" in unit.signature else len(via), link
            )  # whom a relay quotes comes before it
            at = end
            continue
        if medium is None and "medium" in unit.signature and "document" not in unit.signature:
            medium = (unit.stem, unit.end)
        host = _hosted(units, at, last) if medium is not None else None
        if host is not None:
            via.append(ViaDraft(name_draft(units, at + 1, host, text)))
            at = host
            continue
        if addressee is None and _is_addressee(unit):
            end = max(noun_phrase_end(units, at, last, governed=True), at + 1)
            addressee = (unit.cut + 1 if "+li" in unit.signature else unit.cut, units[end - 1].end)
            if unit.signature & _MEDIA:  # whom somebody spoke to carries the words
                via.append(ViaDraft(name_draft(units, at, end, text)))
        at += 1
    return Middle(tuple(via), medium, addressee)


def _hosted(units: Sequence[Unit], at: int, last: int) -> int | None:
    """Behind the medium that "with", "on" or "over" names after an interview or a talk; None when none is named there."""
    if not units[at].signature & {"with", "ala"} or at + 1 >= last or "medium" not in units[at - 1].signature:
        return None
    head = units[at + 1].signature
    if at + 2 < last and units[at + 2].view.startswith("التواصل"):
        return None  # where one writes oneself
    told = head & _MEDIA or ("org_head" in head and at + 2 < last and units[at + 2].signature & _MEDIA)
    end = noun_phrase_end(units, at + 1, last)
    return end if told and end > at + 1 else None


def fronted(units: Sequence[Unit], at: int, text: str) -> Middle:
    """The medium and its relays before a verb that they open the sentence of (in a statement broadcast by X, the ministry said)."""
    before = units[:at]
    if not before or len(before) > _FRONTED or "fi" not in before[0].signature:
        return Middle()
    if any(u.signature & {"CUE", "stop", "comp", "quote"} for u in before):
        return Middle()
    return middle(units, 0, at, text)


_FRONTED = 14


def _is_addressee(unit: Unit) -> bool:
    return "press" in unit.signature or ("+li" in unit.signature and bool(unit.signature & _MEDIA))


_MEDIA = frozenset(("media", "media_head", "media_name"))


def _relay_subject(units: Sequence[Unit], at: int, last: int) -> tuple[int, int] | None:
    """The noun phrase of a relay that begins here: "as carried by X", "quoting X", "broadcast by X"."""
    signature = units[at].signature
    if signature & {"according_relay", "according_quoting"} and not signature & {"an", "min"}:
        return _phrase_after(units, at + 1, last)
    if "according_prep_clause" in signature and at + 1 < last and "verb" in units[at + 1].signature:
        return _phrase_after(units, at + 2, last)
    if "broadcast" in signature and "+pron" in signature:
        return _phrase_after(units, at + 1, last)
    return None


def _phrase_after(units: Sequence[Unit], at: int, last: int) -> tuple[int, int] | None:
    end = noun_phrase_end(units, at, last)
    return (at, end) if end > at else None
