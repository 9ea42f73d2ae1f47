"""One report, step by step: this file is the tour of the program.

text → page (tokens, sentences, quotations, posts)
→ mentions (numbers, times, places of each sentence, read by its language's pack)
→ anchor (the day from which "today" counts) → dated times, settled places
→ claims, and what was withheld → actors → figures → caveats → events → what was not read → Report
  (in a text longer than any report stretch by stretch)
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from khabar.reading.actors.gathering import read_actors
from khabar.reading.anchor import Anchor, find_anchor
from khabar.reading.claims.links import dated, linked
from khabar.reading.claims.settling import read_claims
from khabar.reading.events.figures import with_events
from khabar.reading.events.settling import Read, settle_events
from khabar.reading.figures.settling import Frame, settle_figures
from khabar.reading.mentions import Mentions, mentions
from khabar.reading.numbers import list_numbers
from khabar.reading.places.settling import settle_sentences
from khabar.reading.reserve.caveats import attach_caveats, caveat_drafts
from khabar.reading.reserve.withheld import read_withheld
from khabar.reading.stretches import Items, joined, stretches
from khabar.reading.times import read_times
from khabar.reading.unread import Item, unread
from khabar.record import Document, Report
from khabar.text.page import Page
from khabar.text.page import page as cut


@dataclass(frozen=True)
class About:
    """What is known of a report besides its text: all of it optional, none of it read from the text.

    `published`: ISO date, with time and zone when known; `published_from`: "given" by the user or taken from
    "metadata"; `numbers`: whether the record lists every number expression.
    """

    id: str = ""
    published: str | None = None
    published_from: str | None = None
    outlet: str | None = None
    language: str | None = None
    title: str | None = None
    url: str | None = None
    sha256: str | None = None
    numbers: bool = False
    flags: tuple[str, ...] = ()


def read_report(text: str, about: About | None = None) -> Report:
    """The record of one report.  Any text is read; nothing is raised for what a text says or lacks."""
    about = about or About()
    page = cut(text, about.language)
    found = mentions(page)
    parts = stretches(page, found)
    anchor = find_anchor(*parts[0], about.published, about.published_from)
    read = joined([_read_stretch(*part, anchor, about.outlet) for part in parts])
    return Report(
        document=_document(text, about, page.language, anchor),
        **read._asdict(),
        numbers=list_numbers(page, found) if about.numbers else None,
    )


def _read_stretch(page: Page, found: Sequence[Mentions], anchor: Anchor, outlet: str | None) -> Items:
    """All items of a report, or of a stretch of a text that is longer than any report, linked with one another."""
    times = read_times(page, found, anchor, outlet)
    places, unresolved, scenes = settle_sentences(found)
    reserves = caveat_drafts(found)
    withheld, claims = read_withheld(page, found, reserves, read_claims(page, found, outlet))
    actors, claims = read_actors(page, found, claims, withheld)
    claims = dated(page, claims, times)
    figures = settle_figures(page, found, claims, Frame(times, places, scenes))
    claims, figures, caveats = attach_caveats(page, found, reserves, claims, figures)
    claims = linked(claims, figures)
    acts = settle_events(found, Read(page, claims, figures, times, places, actors, caveats, anchor.deictic))
    figures = acts.apart(with_events(figures, acts.events))
    limits = [*caveats, *chain.from_iterable([c.caveats for c in claims] + [f.caveats for f in figures])]
    words = [caveat.span for caveat in limits] + [event.trigger for event in acts.events]
    items: list[Item] = [*figures, *times, *places, *withheld, *words]
    holes = unread(page, found, claims, items, unresolved)
    return Items(actors, claims, withheld, figures, times, places, acts.events, caveats, holes)


def _document(text: str, about: About, language: str, anchor: Anchor) -> Document:
    """The report itself: its text, where it came from, and the day it is told on."""
    return Document(
        id=about.id,
        sha256=about.sha256,
        text_sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        text=text,
        language=language,
        title=about.title,
        outlet=about.outlet,
        url=about.url,
        published=anchor.published,
        published_basis=anchor.basis,
        flags=[*about.flags, *anchor.flags],
    )
