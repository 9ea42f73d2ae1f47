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
        if "according_quoting" in unit.signature and not via:
            break  # what follows is whom the speaker quotes
        relay = _relay_subject(units, at, last)
        if relay is not None:
            begin, end = relay
            aired = bool(unit.signature & {"broadcast", "according_prep_clause"})
            link = ViaDraft(name_draft(units, begin, end, text), aired=aired)
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
        told_to = at + 2 < last and "+li" in units[at + 2].signature and bool(units[at + 2].signature & _MEDIA)
        return _phrase_after(units, at + 2, last, governed=told_to)
    if "broadcast" in signature and "+pron" in signature:
        found = _phrase_after(units, at + 1, last)
        accounts = at + 1 < last and "medium" in units[at + 1].signature
        return (at + 1, max(noun_phrase_end(units, at + 2, last), at + 2)) if found is None and accounts else found
    through = units[at].view in _THROUGH or "according_prep" in signature
    if through and at + 1 < last and units[at + 1].signature & _MEDIA and not _is_platform(units, at + 1, last):
        return _phrase_after(units, at + 1, last)
    return None


_THROUGH = ("عبر",)


def _is_platform(units: Sequence[Unit], first: int, last: int) -> bool:
    """A page or account of one's own on a platform, which nobody else carries."""
    return any(
        "medium" in u.signature and u["medium"]["kind"] == "platform" for u in units[first : min(first + 6, last)]
    )


def _phrase_after(units: Sequence[Unit], at: int, last: int, *, governed: bool = False) -> tuple[int, int] | None:
    end = noun_phrase_end(units, at, last, governed=governed)
    return (at, end) if end > at else None
