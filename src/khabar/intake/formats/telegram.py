"""Telegram Desktop's export of a channel or chat (result.json): one report a message that has words.

The file is walked, not turned into objects, so that each message is kept in the very bytes in which the export holds it.
An export of all chats (`chats.list`) is read chat by chat.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, Final

from khabar.intake.dates import check_published
from khabar.intake.encodings import clean
from khabar.intake.formats.format import Format
from khabar.intake.formats.json_walk import DECODER, elements, members
from khabar.intake.incoming import (
    MOST_EXPORT_BYTES,
    Arrival,
    Failed,
    Incoming,
    IntakeError,
    Kept,
    Metadata,
    Noted,
    check_length,
    hash_bytes,
)
from khabar.intake.opening import Beside, Given

_PROVENANCE: Final = "telegram"
_NAMED: Final = re.compile(rb'"(?:messages|chats)"\s*:\s*[\[{]')
_KEPT: Final = ("id", "date", "edited", "from", "author", "forwarded_from", "saved_from", "reply_to_message_id", "media_type",
                "photo", "file", "mime_type")  # fmt: skip
_MEDIA: Final = ("photo", "file")
_PREVIEWS: Final = ("thumbnail", "photo_thumbnail")
"""Fields that name a file of the export; where the export left it out, they hold a remark in round brackets."""


def read_export(text: str, name: str, beside: Beside | None = None) -> Iterator[Arrival]:
    """The messages with words, in their order.  A message that cannot be used is a Failed in its place.

    `beside` knows the pictures and films of the export: the hash of those that a message names is kept with it.
    """
    found = silent = 0
    beside = beside or Beside()
    try:
        for channel, begin, end in _messages(text):
            made = _message(text[begin:end], channel, name, beside)
            if made is None:
                silent += 1
            else:
                found += 1
                yield made
    except (ValueError, RecursionError) as error:
        why = getattr(error, "msg", None) or str(error)
        yield IntakeError("bad_json", "not_json", why=why, character=getattr(error, "pos", 0) + 1).at(name)
        return
    if not found:
        yield Failed(name, "empty", "no_messages", name)
    elif silent:
        yield Noted(name, "without_words", name, (("count", str(silent)),))


def text_of_message(raw: str) -> str:
    """The words of one message of an export.  Raises ValueError where it is no JSON."""
    return clean(_words(json.loads(raw).get("text", "")))[0]


def _messages(text: str) -> Iterator[tuple[str, int, int]]:
    """Name of the chat, begin and end of each message in the document."""
    chat = ""
    for member, begin in members(text, 0):
        if member == "name":
            chat = _words(DECODER.raw_decode(text, begin)[0])
        elif member == "messages":
            yield from ((chat, *place) for place in elements(text, begin))
        elif member in ("chats", "left_chats"):
            yield from _messages_of_chats(text, begin)


def _messages_of_chats(text: str, at: int) -> Iterator[tuple[str, int, int]]:
    for member, begin in members(text, at):
        if member == "list":
            for first, last in elements(text, begin):
                for chat, start, end in _messages(text[first:last]):
                    yield chat, first + start, first + end


def _message(raw: str, channel: str, name: str, beside: Beside) -> Incoming | Failed | None:
    """A message as a report; None where it has no words (a picture alone, somebody joined)."""
    message = json.loads(raw)
    if not isinstance(message, dict):
        return None
    beside.claim(*(str(message[field]) for field in (*_MEDIA, *_PREVIEWS) if message.get(field)))
    if message.get("type") != "message":
        return None
    words, flags = clean(_words(message.get("text", "")))
    if not words.strip():
        return None
    place = f"{name}:{message.get('id', '?')}"
    original = raw.encode("utf-8", "surrogateescape")
    try:
        check_length(words)
    except IntakeError as error:
        return error.at(place)
    return Incoming(
        id=place,
        text=words,
        original=original,
        sha256=hash_bytes(original),
        outlet=channel or None,
        published=_day(message),
        published_from=_PROVENANCE if _day(message) else None,
        encoding="utf-8",
        flags=flags,
        metadata=(*_told(message), *_media(message, beside)),
        kind="telegram",
    )


def _words(value: Any) -> str:
    """Text is a string, or a list of strings and of marked stretches (links, bold words)."""
    if isinstance(value, list):
        return "".join(_words(part) for part in value)
    if isinstance(value, dict):
        return _words(value.get("text"))
    return str(value) if value is not None else ""


def _day(message: dict[str, Any]) -> str | None:
    """The moment of the message; the export's own clock has no zone, the seconds since 1970 have."""
    try:
        moment = datetime.fromtimestamp(int(message["date_unixtime"]), UTC)
        return check_published(moment.isoformat())
    except (KeyError, ValueError, TypeError, OverflowError, OSError):
        pass
    try:
        return check_published(str(message["date"]))
    except (KeyError, ValueError):
        return None


def _told(message: dict[str, Any]) -> Metadata:
    said = [(field, message.get(field)) for field in _KEPT]
    said.append(
        ("relay", message.get("forwarded_from") or message.get("saved_from"))
    )  # whose words the message carries on
    return tuple((field, clean(str(value))[0], _PROVENANCE) for field, value in said if value not in (None, ""))


def _media(message: dict[str, Any], beside: Beside) -> Metadata:
    named = (message.get(field) for field in _MEDIA)
    return tuple(media_told(str(value), beside) for value in named if value)


def media_told(name: str, beside: Beside) -> tuple[str, str, str]:
    """What is kept of a file that a message names: the hash of its bytes where it is there, else that it is missing."""
    digest = None if name.startswith("(") else beside.sha256(name)
    if digest is None:
        return ("media_missing", clean(name)[0], _PROVENANCE)
    return ("media_sha256", f"{digest} {clean(name)[0]}", "computed")


def _tells(given: Given) -> bool:
    begins = given.head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{"
    return begins and not given.named(".jsonl", ".ndjson") and _NAMED.search(given.head) is not None


def _read(given: Given) -> Iterator[Arrival]:
    text = given.whole(MOST_EXPORT_BYTES).decode("utf-8-sig", "surrogateescape")
    yield from read_export(text, given.name, given.beside)


def _again(kept: Kept) -> str:
    return text_of_message(kept.original.decode("utf-8", "surrogateescape"))


FORMAT = Format(("telegram",), _tells, _read, _again, ("result.json",))
