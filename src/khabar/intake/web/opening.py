"""An address is opened: a feed is followed, anything else is read as what it is."""

from __future__ import annotations

from collections.abc import Iterator

from khabar.intake.formats.feed import is_feed
from khabar.intake.incoming import Arrival, IntakeError, Noted
from khabar.intake.web.feeds import follow
from khabar.intake.web.fetching import Web
from khabar.intake.web.pages import Read, reports_of


def open_address(url: str, web: Web, read: Read) -> Iterator[Arrival]:
    """The reports that an address gives; a Failed where it gives none."""
    try:
        fetched = web.fetch(url, () if web.recheck else web.memory.condition(url))
        if fetched.status == 304:
            yield Noted(url, "unchanged", url)
        elif is_feed(fetched.body):
            yield from follow(fetched, web, read)
        else:
            yield from reports_of(fetched, url, read)
    except IntakeError as error:
        yield error.at(url)
