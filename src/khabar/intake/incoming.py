"""What intake hands on: a report to read, or the reason why there is none."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Final, Literal, get_args

FailureCode = Literal[
    "missing_file",  # no such file or folder, it cannot be opened, or a folder holds no report
    "not_text",  # a binary file, or a compressed one that is damaged
    "empty",  # nothing but white space, or a page without article text
    "too_large",  # more bytes than one report may have
    "bad_json",  # a line that is not a JSON object with a text
    "bad_table",  # a table without a column of texts, a row that does not fit it
    "bad_encoding",  # bytes that are no text in any encoding known here
    "bad_date",  # a publication date that does not exist (for callers of `check_published`)
    "fetch_failed",  # a web address that gave no page
    "unsupported",  # a kind of source that is not read
    "internal",  # a fault of khabar itself
]
FAILURE_CODES: Final[tuple[str, ...]] = get_args(FailureCode)

MOST_BYTES: Final = 64 * 1024 * 1024
"""Largest single report in bytes; a newsroom's longest text is under 1 MB, a file beyond 64 MB is an archive."""
MOST_EXPORT_BYTES: Final = 1024 * 1024 * 1024
"""Largest export of many messages, which is held in memory while it is walked."""
MOST_CHARACTERS: Final = 10_000_000
"""The longest text that is read: a minute or two of work.  A long live blog has a two-hundredth of it; what is longer is
an archive that somebody forgot to cut.
"""

Kind = str
"""What a report came as ("text", "page", "line", "mail" …): a name by which its `Format` takes the text out again."""

Metadata = tuple[tuple[str, str, str], ...]
"""Triples (field, value, provenance): all that a source says about itself, chosen or not."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A report to read.

    `text` is the decoded source and is never normalised (line ends included): offsets count its code points.
    Only what cannot be kept is replaced, one code point by one, and `flags` says so:
    "lone_surrogates_replaced", "nul_replaced", "undecodable_bytes_replaced".  Other flags: "encoding_guessed"
    (told by the look of the letters only), "published_invalid", "published_disagrees", "<field>_invalid",
    "text_from_json_ld".

    `kind` is what it came as, and with `encoding` says how the text was taken out of `original` (see `text_again`).
    `original` are the bytes the report came in, of JSON Lines, tables and chats those of its line, row or message;
    `sha256` is their hash.  `published` is YYYY-MM-DD, or with time and zone as `check_published` writes it;
    `published_from` names the place it was read from: "jsonl", "json-ld", "opengraph", "meta", "time-element", "mail",
    "telegram", "pdf", "column Date" and so on, as in `metadata`.
    """

    id: str
    text: str
    original: bytes | None
    sha256: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    published_from: str | None = None
    language: str | None = None
    encoding: str | None = None
    flags: tuple[str, ...] = ()
    metadata: Metadata = ()
    kind: Kind = "text"


Details = tuple[tuple[str, str], ...]
"""Pairs (name, words): what a message about a failure fills in."""


@dataclass(frozen=True, slots=True)
class Failed:
    """A report that could not be taken in.

    `code` is for programs; `reason` is one of a code's several causes and names the message that tells a person what is
    wrong and what to do, in his language, with `details` filled in; `place` is where: a file, an address, "name, line 7".
    """

    id: str
    code: FailureCode
    reason: str
    place: str
    details: Details = ()


@dataclass(frozen=True, slots=True)
class Noted:
    """Something to know about a source that cost no report: lines that were passed over, a guess that was made.

    Fields are those of `Failed`: `reason` names the message, `place` is where.
    """

    id: str
    reason: str
    place: str
    details: Details = ()


Arrival = Incoming | Failed | Noted
"""What comes out of a source, one after the other."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of a report to take its text out again: its bytes, and how and as which part they came."""

    original: bytes
    kind: Kind
    encoding: str | None = None
    part: str = ""
    metadata: Metadata = ()

    def said(self, field: str) -> str | None:
        """The first value of a field of the metadata."""
        return next((value for name, value, _ in self.metadata if name == field), None)


class IntakeError(Exception):
    """Raised inside intake where a source turns out unreadable; `open_sources` turns it into a `Failed`."""

    def __init__(self, code: FailureCode, reason: str, **details: object) -> None:
        super().__init__(code, reason, details)
        self.code: FailureCode = code
        self.reason = reason
        self.details: Details = tuple((name, str(value)) for name, value in details.items())

    def at(self, name: str, place: str | None = None) -> Failed:
        """The failure of the report of that id, at that place (the id where none is given)."""
        return Failed(name, self.code, self.reason, place or name, self.details)


def hash_bytes(data: bytes) -> str:
    """SHA-256 of `data` in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def check_length(text: str) -> None:
    """Raise IntakeError("too_large") when a text is so long that it must be an archive: its reports would share one date."""
    if len(text) > MOST_CHARACTERS:
        raise IntakeError("too_large", "too_many_characters", characters=f"{len(text):,}", limit=f"{MOST_CHARACTERS:,}")
