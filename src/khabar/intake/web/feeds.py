"""Following a feed: each entry's page is fetched, and the entry's own words stand in where there is none to be had."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from khabar.intake.dates import days_between
from khabar.intake.formats.feed import Entry, incoming_entry, read_feed
from khabar.intake.incoming import Arrival, Failed, Incoming, IntakeError, Noted, hash_bytes
from khabar.intake.web.fetching import Fetched, Web
from khabar.intake.web.memory import Visited
from khabar.intake.web.pages import Read, reports_of

_WEB: Final = ("http://", "https://")


def follow(fetched: Fetched, web: Web, read: Read) -> Iterator[Arrival]:
    """How much is new in a feed, its pages, its entries' own words, failures; at last the visit.

    Only a feed all of whose links were followed to their end counts as visited, and is asked for under a condition next time:
    a page that failed, or a program that was stopped, costs nothing but another look.
    """
    feed = read_feed(fetched.body, fetched.charset, fetched.url)
    if not feed.entries:
        yield Failed(fetched.asked, "empty", "no_entries", fetched.asked)
        return
    unknown = {entry.sha256 for entry in feed.entries if not web.memory.has(fetched.asked, entry.sha256)}
    new = [entry for entry in feed.entries if web.recheck or entry.sha256 in unknown]
    yield Noted(
        fetched.asked, "entries", fetched.asked, (("count", str(len(feed.entries))), ("new", str(len(unknown))))
    )
    complete = True
    for entry in new:
        if entry.link and web.rests(entry.link):
            complete = False
        else:
            for arrival in _arrivals(entry, fetched.asked, web, read):
                complete = complete and isinstance(arrival, Incoming)
                yield arrival
    if complete:
        marks = (fetched.header("ETag"), fetched.header("Last-Modified"), hash_bytes(fetched.sent))
        yield Visited(fetched.asked, "visited", fetched.asked, (), *marks)


def _arrivals(entry: Entry, feed: str, web: Web, read: Read) -> Iterator[Arrival]:
    """The page of an entry; where it fails a note of it, and the entry's own words."""
    name = entry.link or f"{feed}#{entry.key}"
    flag = "feed_only"
    if entry.link and entry.link.lower().startswith(_WEB):
        found = _page(entry.link, web, read)
        if isinstance(found, Incoming):
            yield _with_entry(found, entry)
            return
        flag = "link_failed"
        if not entry.text.strip():
            yield found
            return
        why = " ".join(value for _, value in found.details) or found.reason
        yield Noted(name, "link_failed", found.place, (("why", why),))
    try:
        yield incoming_entry(entry, name, (flag,))
    except IntakeError as error:
        yield error.at(name)


def _page(link: str, web: Web, read: Read) -> Incoming | Failed:
    """The page of a link; a failure where it is none, or holds many reports: a link of a feed leads to one."""
    try:
        found = next((each for each in reports_of(web.fetch(link), link, read) if not isinstance(each, Noted)), None)
    except IntakeError as error:
        found = error.at(link)
    found = found or Failed(link, "empty", "no_article", link)
    web.remember(link, failed=isinstance(found, Failed))
    return found


def _with_entry(page: Incoming, entry: Entry) -> Incoming:
    """A page with what the feed says of it, which is taken where the page says nothing itself."""
    flags = page.flags
    if page.published and entry.day and days_between(page.published, entry.day) > 1:
        flags += ("published_disagrees",) if "published_disagrees" not in flags else ()
    if len(entry.text) > len(page.text) and "short_page" not in flags:
        flags += ("short_page",)
    return replace(
        page,
        title=page.title or entry.title,
        outlet=page.outlet or entry.outlet,
        published=page.published or entry.day,
        published_from=page.published_from or ("feed" if entry.day else None),
        flags=flags,
        metadata=(*page.metadata, *entry.told()),
    )
