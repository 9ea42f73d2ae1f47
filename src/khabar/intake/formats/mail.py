"""A mail (.eml): subject, sender and day out of its head, words out of its plain part, else of its page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from khabar.intake.dates import published_from_page
from khabar.intake.encodings import clean
from khabar.intake.formats.format import Format
from khabar.intake.incoming import Arrival, Incoming, IntakeError, Kept, Metadata, check_length, hash_bytes
from khabar.intake.opening import Given
from khabar.intake.page import read_page

if TYPE_CHECKING:
    from email.message import EmailMessage

_HEAD: Final = ("From", "To", "Date", "Subject", "Message-ID", "Reply-To", "List-Id", "Resent-From")
_PROVENANCE: Final = "mail"


def read_mail(data: bytes, name: str) -> Incoming:
    """A mail as a report.  Raises IntakeError where no part of it has words."""
    try:
        return _read(data, name)
    except (
        AttributeError,
        IndexError,
        KeyError,
        TypeError,
        AssertionError,
    ) as error:  # heads that Python's own reader trips over
        raise IntakeError("not_text", "damaged", why=str(error)) from error


def _read(data: bytes, name: str) -> Incoming:
    from email import message_from_bytes, policy

    message = message_from_bytes(data, policy=policy.default)
    text, flags = _words(message)
    if not text.strip():
        raise IntakeError("empty", "only_space")
    check_length(text)
    published = published_from_page(str(message["Date"])) if message["Date"] else None
    return Incoming(
        id=name,
        text=text,
        original=data,
        sha256=hash_bytes(data),
        title=_field(message, "Subject"),
        outlet=_sender(message),
        published=published,
        published_from=_PROVENANCE if published else None,
        flags=flags,
        metadata=_told(message),
        kind="mail",
    )


def _words(message: EmailMessage) -> tuple[str, tuple[str, ...]]:
    """The plain part as it is, else the article of the page part."""
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None:
        raise IntakeError("empty", "only_space")
    try:
        content = part.get_content()
    except (LookupError, ValueError) as error:  # a character set that nobody knows
        raise IntakeError("bad_encoding", "no_encoding") from error
    words = content if isinstance(content, str) else content.decode("utf-8", "replace")
    if part.get_content_subtype() == "html":
        page = read_page(clean(words)[0], None)
        return page.text, page.flags
    return clean(words)


def _field(message: EmailMessage, name: str) -> str | None:
    value = message[name]
    return (clean(" ".join(str(value).split()))[0] or None) if value is not None else None


def _sender(message: EmailMessage) -> str | None:
    """The sender's name, or the address where there is none."""
    senders = getattr(message["From"], "addresses", ())
    return next((clean(s.display_name or s.addr_spec)[0] or None for s in senders), None)


def _told(message: EmailMessage) -> Metadata:
    said = ((name, _field(message, name)) for name in _HEAD)
    return tuple((name.lower(), value, _PROVENANCE) for name, value in said if value)


def _open(given: Given) -> Iterator[Arrival]:
    yield read_mail(given.whole(), given.name)


def _again(kept: Kept) -> str:
    return read_mail(kept.original, "mail").text


FORMAT = Format(("mail",), lambda given: given.named(".eml"), _open, _again, (".eml",))
