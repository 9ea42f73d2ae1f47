"""Claims by an attributive phrase or adverb: according to, reportedly."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Match, Unit, rule, unit
from khabar.languages.en.claims.anchors import Anchor
from khabar.languages.en.lists.cues import SAY, Cue
from khabar.languages.en.phrases.names import name_draft
from khabar.languages.en.phrases.nouns import VERBAL, is_verb, phrase_end


@rule(
    unit("accords"),
    takes="""
    According to the ministry, four bridges were closed.
        speaker: the ministry
        content: four bridges were closed
    According to Ada Hale, who runs the clinic, two nurses were hurt.
        content: two nurses were hurt
    Hale said that, according to the police, four bridges were closed.
        content: four bridges were closed
    Four bridges were closed overnight, according to a police source.
        speaker: a police source
        content: Four bridges were closed overnight
    """,
    refuses="""
    The teams were chosen according to age.
    Prices changed according to plan.
    """,
)
def according_to(m: Match) -> Anchor | None:
    """According to makes the noun phrase behind it the source of the clause it opens or ends; plans and ages are no sources."""
    units, at = m.units, m.first
    end = phrase_end(units, at + 1, len(units))
    while end < len(units) - 1 and units[end].view in ("from", "by", "at", "in", "for", "with"):
        longer = phrase_end(units, end + 1, len(units))
        if longer == end + 1 or "TIME" in units[end + 1].signature:
            break
        end = longer
    if end == at + 1 or not _speaks(units, end):
        return None
    front = (
        at <= 1
        or bool(units[at - 1].signature & {"comp", "colon", "quote_open"})
        or ("comma" in units[at - 1].signature and bool(units[max(at - 2, 0)].signature & {"and_word", "comp"}))
        or "and_word" in units[at - 1].signature
    )
    comma = next((k for k in range(end, min(end + 20, len(units))) if "comma" in units[k].signature), None)
    if front and comma == end and comma is not None:
        comma = _behind_who_it_is(units, comma)
    if front and end + 1 < len(units) and "colon" in units[end].signature and "quote_open" in units[end + 1].signature:
        comma = end
    if front and (comma is None or comma + 1 >= len(units)):
        return None
    clause = at - 1 if at and "comma" in units[at - 1].signature else at
    return Anchor(
        at=at,
        cue=SAY,
        cue_span=(units[at].start, units[at].end),
        clause=clause,
        rule=m.rule.id,
        kind="according",
        cuts=True,
        frame="front" if front else "back",
        opens=comma + 1 if front and comma is not None else _goes_on(units, end),
        ends=None if front else clause,
        speaker=name_draft(units, at + 1, end, m.text),
    )


def _behind_who_it_is(units: Sequence[Unit], comma: int) -> int:
    """The comma that closes what is told of a source (According to Ada Hale, who runs the clinic, …; …, the head of the clinic,
    …); the one before it where nothing is.
    """
    if comma + 2 >= len(units):
        return comma
    related = "rel" in units[comma + 1].signature
    titled = units[comma + 1].signature & {"det", "article"} and units[comma + 2].signature & {"role", "source_unnamed"}
    close = next((k for k in range(comma + 2, min(comma + 16, len(units) - 1)) if "comma" in units[k].signature), None)
    if close is None or not (related or titled):
        return comma
    told = any(units[k].signature & VERBAL or is_verb(units, k) for k in range(comma + 1, close))
    return close if related or not told else comma


def _goes_on(units: Sequence[Unit], end: int) -> int | None:
    """Where the words go on behind a source set off by commas (the road, according to drivers, was closed)."""
    if end + 2 >= len(units) or "comma" not in units[end].signature:
        return None
    begin = end + 1
    if units[begin].signature & {"det", "article", "role", "rel"}:  # who the source is
        begin = next(
            (k + 1 for k in range(begin, min(begin + 14, len(units) - 2)) if "comma" in units[k].signature), begin
        )
        if begin == end + 1:
            return None
    following = units[begin]
    new = following.signature & {"PART", "rel", "but_word", "and_word", "quote", "sub", "accords"}
    return None if new or following.view.endswith("ing") else begin


_THINGS = frozenset(
    (
        "plan",
        "plans",
        "age",
        "law",
        "schedule",
        "tradition",
        "need",
        "size",
        "rules",
        "taste",
        "custom",
        "merit",
        "rank",
    )
)


def _speaks(units: Sequence[Unit], last: int) -> bool:
    """Whether what something accords with can speak: not a plan, a rule."""
    return units[last - 1].view not in _THINGS


_HEARSAY = {
    name: Cue(name, "say", distance, frozenset(), frozenset(), "adverb")  # type: ignore[arg-type]
    for name, distance in (
        ("reportedly", "neutral"),
        ("allegedly", "distances"),
        ("purportedly", "distances"),
        ("supposedly", "distances"),
    )
}


@rule(
    unit("impersonal"),
    takes="""
    Two pilots reportedly left the base before the storm.
        content: Two pilots reportedly left the base before the storm
        found_by: impersonal
    The guards allegedly opened the gate, but nobody came.
        distance: distances
        content: The guards allegedly opened the gate
    """,
    refuses="""
    Two pilots left the base before the storm.
    The guards opened the gate.
    """,
)
def hearsay(m: Match) -> Anchor | None:
    """Reportedly and allegedly say that somebody else answers for the clause they stand in, and leave open who."""
    units, at = m.units, m.first
    first = at
    while first > 0 and not units[first - 1].signature & {"comp", "semicolon", "quote_open", "colon", "CUE"}:
        opens = "comma" in units[first - 1].signature and units[first].signature & _OPENS_CLAUSE
        aside = "rel" in units[first].signature and any("comma" in u.signature for u in units[first:at])
        if opens and not aside:  # the boy, who was armed, reportedly fled
            first += 1
            break
        first -= 1
    last = at + 1
    while last < len(units) and not units[last].signature & {"semicolon", "quote_close"}:
        if (
            "comma" in units[last].signature
            and last + 1 < len(units)
            and units[last + 1].signature & {"and_word", "but_word", "accords"}
        ):
            break
        last += 1
    if first >= at and at + 1 >= last:
        return None
    return Anchor(
        at=at,
        cue=_HEARSAY.get(units[at].view, SAY),
        cue_span=(units[at].start, units[at].end),
        clause=at,
        rule=m.rule.id,
        kind="hearsay",
        start=first,
        ends=last,
        found_by="impersonal",
    )


_OPENS_CLAUSE = frozenset(("and_word", "but_word", "sub", "rel"))
