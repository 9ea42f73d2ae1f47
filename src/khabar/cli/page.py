"""The record of a report as a page to read in a terminal.

Terminals order right-to-left text line by line, and many of them badly.  So a line holds at most one stretch of the
source, at its end, behind everything that is written from left to right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from khabar.record import Caveat, Claim, Event, Figure, Place, Report, Span, Time

_BASIS: Final = {
    "given": "as given",
    "metadata": "from the page's metadata",
    "dateline": "from the dateline",
    "weekday": "inferred from a weekday",
    "post": "inferred from a post",
    "unknown": "unknown",
}
_BOUND: Final = {
    "exact": "{low}",
    "more_than": "more than {low}",
    "at_least": "at least {low}",
    "less_than": "less than {above}",
    "at_most": "at most {high}",
    "about": "about {low}",
    "range": "{low} to {high}",
}
_ORDER: Final = {
    10: "dozens",
    100: "hundreds",
    1000: "thousands",
    10_000: "tens of thousands",
    100_000: "hundreds of thousands",
}
_WHY: Final = {
    "sentence_without_items": ("sentence", "sentences"),
    "number_unused": ("number", "numbers"),
    "quotation_without_speaker": ("quotation", "quotations"),
    "place_unresolved": ("place", "places"),
    "date_unresolved": ("date", "dates"),
}


def page_of(report: Report) -> str:
    """The page: a strip with the counts, then figures, claims by speaker, times, places, and what was not read."""
    parts = [
        [report.document.id or "(no name)", strip_of(report)],
        _section("figures", len(report.figures), (line for f in report.figures for line in _figure(f))),
        _section("claims, by speaker", len(report.claims), _claims(report.claims)),
        _section("withheld", len(report.withheld), (_line(f"  {w.id}  {w.what}", w.text) for w in report.withheld)),
        _section("events", len(report.events), (line for e in report.events for line in _event(e))),
        _section("times", len(report.times), (_time(t) for t in report.times)),
        _section("places", len(report.places), _places(report.places)),
        _section("caveats", len(report.caveats), (line for c in report.caveats for line in _caveat(c, "  "))),
        _section("unread", len(report.unread), (_line(f"  {_WHY[u.why][0]}", u.text) for u in report.unread)),
    ]
    return "\n".join(line for part in parts for line in part)


def strip_of(report: Report) -> str:
    """The first line: date and its basis, counts of what was read and of what was not, outlet."""
    document = report.document
    date = f"{document.published} ({_BASIS[document.published_basis]})" if document.published else "date unknown"
    counts = [
        _count(len(items), one, more)
        for items, one, more in (
            (report.claims, "claim", "claims"),
            (report.figures, "figure", "figures"),
            (report.times, "time", "times"),
            (report.places, "place", "places"),
            (report.events, "event", "events"),
        )
        if items or one != "event"
    ]
    flags = [f"beware: {', '.join(document.flags)}"] if document.flags else []
    return " · ".join([date, *counts, *_unread_counts(report), *flags, document.outlet or "outlet unknown"])


def _unread_counts(report: Report) -> list[str]:
    """What was not read, counted: "4 sentences, 2 numbers unread"; nothing when all was read."""
    kinds = [item.why for item in report.unread]
    told = [_count(kinds.count(why), *words) for why, words in _WHY.items() if why in kinds]
    return [f"{', '.join(told)} unread"] if told else []


def _count(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"


def _section(title: str, count: int, lines: Iterable[str]) -> list[str]:
    return ["", f"{title} ({count})", *lines] if count else []


def _line(head: str, words: str) -> str:
    """A line with source words at its end; line ends inside them become spaces."""
    return f"{head}  {' '.join(words.split())}"


def _field(name: str, words: str | None, indent: str = "      ") -> Iterator[str]:
    if words:
        yield _line(f"{indent}{name:<10}", words)


def _span(name: str, span: Span | None) -> Iterator[str]:
    yield from _field(name, span.text if span else None)


def amount(figure: Figure) -> str:
    """A figure's number as it was worded: "more than 3000", "26", "dozens"."""
    if figure.bound == "vague" or (figure.low is None and figure.high is None):
        return _ORDER.get(figure.order or 0, "a number not said")
    above = None if figure.high is None else figure.high + 1
    return _BOUND[figure.bound].format(low=figure.low, high=figure.high, above=above)


def _figure(figure: Figure) -> Iterator[str]:
    who = ", ".join(dict.fromkeys(p.value for p in figure.population))
    marks = [figure.unit if figure.unit != "person" else "", who, "implied by the noun" if figure.implicit else ""]
    yield _line(f"  {figure.id}  {figure.measure}: {amount(figure)}", "".join(f"({m}) " for m in marks if m)).rstrip()
    yield from _field("words", figure.text)
    yield from _span("counted", figure.of)
    yield from _field("source", figure.source)
    yield from _field("place", figure.place)
    yield from _field("as of", figure.as_of)
    yield from _field("since", figure.since)
    yield from _field("part of", figure.part_of)
    yield from _field("same as", figure.same_as)
    yield from (line for caveat in figure.caveats for line in _caveat(caveat, "      "))


def _claims(claims: list[Claim]) -> Iterator[str]:
    """Claims under their speakers, speakers in the order in which they first speak."""
    by_speaker: dict[str, list[Claim]] = {}
    for claim in claims:
        by_speaker.setdefault(claim.speaker_name, []).append(claim)
    for speaker, said in by_speaker.items():
        yield _line(f"  {_count(len(said), 'claim', 'claims')} by", "(not told)" if speaker == "?" else speaker)
        for claim in said:
            yield from _claim(claim)


def _claim(claim: Claim) -> Iterator[str]:
    stance: list[str | None] = [claim.act, claim.mode, claim.status]
    stance += [claim.polarity if claim.polarity == "negative" else None]
    stance += [claim.distance if claim.distance != "neutral" else None, "headline" if claim.headline else None]
    yield f"    {claim.id}  {', '.join(word for word in stance if word)}"
    yield from _span("cue", claim.cue)
    yield from _span("content", claim.content)
    for relay in claim.via:
        yield from _field("via", relay.name)
    yield from _span("medium", claim.medium)
    yield from _span("addressee", claim.addressee)
    yield from _field("within", claim.within)
    yield from _field("same as", claim.same_as)
    yield from (line for caveat in claim.caveats for line in _caveat(caveat, "      "))


def _caveat(caveat: Caveat, indent: str) -> Iterator[str]:
    yield from _field("caveat", f"{caveat.kind}  {caveat.span.text}", indent)


def _event(event: Event) -> Iterator[str]:
    kind = f"{event.type}, {event.subtype}" if event.subtype else event.type
    yield _line(f"  {event.id}  {kind}, {event.status}", event.trigger.text)
    yield from _field("actor", event.actor.text if event.actor else None)
    yield from _field("target", event.target.text if event.target else None)
    yield from _field("place", event.place.name if event.place else None)
    yield from _field("date", event.date.value if event.date else None)
    yield from _field("same as", event.same_as)


def _time(time: Time) -> str:
    value = time.value or "no date"
    needs = f" (needs the {'date of publication' if time.needs == 'published' else time.needs})" if time.needs else ""
    return _line(f"  {time.id}  {value}{needs}", time.text)


def _places(places: list[Place]) -> Iterator[str]:
    """Places in the order of their first mention, each once, with the number of its mentions."""
    mentions: dict[tuple[str, str | None, str], list[Place]] = {}
    for place in places:
        mentions.setdefault((place.name, place.country, place.kind), []).append(place)
    for (name, country, kind), found in mentions.items():
        where = "disputed" if found[0].disputed and not country else country or "no country"
        told = f"  {found[0].id}  {name}, {where}, {kind}, {_count(len(found), 'mention', 'mentions')}"
        yield _line(told, found[0].text)
