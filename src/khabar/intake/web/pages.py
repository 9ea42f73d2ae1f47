"""An answer becomes reports, read by the format of its bytes, each kept with what the server said."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from khabar.intake.incoming import Arrival, Incoming, hash_bytes
from khabar.intake.opening import HEAD, Given
from khabar.intake.web.fetching import Fetched

Read = Callable[[Given], Iterator[Arrival]]
"""What makes reports of a file, by its format."""

_SHORT: Final = 300
_MUCH: Final = 20
"""A page of so few characters in so many times as many bytes may be a wall (consent, subscription) before the article."""


def reports_of(fetched: Fetched, name: str, read: Read) -> Iterator[Arrival]:
    """The reports in an answer.  Where the whole answer is one, its bytes are kept as they came."""
    given = Given(
        name,
        fetched.body[:HEAD],
        lambda: io.BytesIO(fetched.body),
        charset=fetched.charset,
        media_type=fetched.media_type,
        address=fetched.url,
    )
    for arrival in read(given):
        yield _as_it_came(arrival, fetched) if isinstance(arrival, Incoming) else arrival


def _as_it_came(made: Incoming, fetched: Fetched) -> Incoming:
    made = replace(made, metadata=made.metadata + fetched.told())
    if made.original != fetched.body:  # a line, a row, a message
        return made
    few = made.kind == "page" and len(made.text) < _SHORT and len(fetched.body) > _MUCH * len(made.text)
    packed = f"{fetched.coding}+{made.encoding}" if fetched.coding else made.encoding
    return replace(
        made,
        original=fetched.sent,
        sha256=hash_bytes(fetched.sent),
        encoding=packed,
        flags=(*made.flags, "short_page") if few else made.flags,
    )
