"""Telegram Desktop's export as pages (messages.html, messages2.html …): one report a message with words, in its own bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from khabar.intake.dates import check_published
from khabar.intake.encodings import clean
from khabar.intake.formats.format import Format
from khabar.intake.formats.html_text import element_of, words_of
from khabar.intake.formats.telegram import media_told
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
from khabar.intake.opening import Given

_PROVENANCE: Final = "telegram"
_MESSAGE: Final = re.compile(r'<div class="message (?P<kind>default|service)[^"]*" id="message(?P<id>-?\d+)"')
_DIVISION: Final = re.compile(r"<(?P<close>/)?div\b")
_TOP: Final = re.compile(r'<div class="page_header">.*?<div class="text bold">(?P<name>.*?)</div>', re.DOTALL)
_DATE: Final = re.compile(r"(\d{2})\.(\d{2})\.(\d{4}) (\d{2}):(\d{2}):\d{2}(?: UTC([+-]\d{2}):?(\d{2})?)?")
_FORWARDED: Final = ".//div[@class='forwarded body']"
_FURNITURE: Final = ("css/", "js/", "images/")


class _Message(NamedTuple):
    """A message: its number, its HTML, whether it is one (and no notice of the channel)."""

    id: str
    raw: str
    spoken: bool


class _Above(NamedTuple):
    """What a message may take from the one above it: the channel, who sent that one, whose words it carried on."""

    channel: str | None
    sender: str | None = None
    forwarded: str | None = None


def _messages(page: str) -> Iterator[_Message]:
    """The messages of a page, each from its opening tag to the closing one that belongs to it."""
    at = 0
    while found := _MESSAGE.search(page, at):
        depth, end = 0, len(page)
        for division in _DIVISION.finditer(page, found.start()):
            depth += -1 if division["close"] else 1
            if depth == 0:
                end = page.find(">", division.start()) + 1 or len(page)
                break
        yield _Message(found["id"], page[found.start() : end], found["kind"] == "default")
        at = end


def _read(given: Given) -> Iterator[Arrival]:
    page = given.whole(MOST_EXPORT_BYTES).decode("utf-8-sig", "surrogateescape")
    given.beside.claim(*_FURNITURE)
    top = _TOP.search(page)
    channel = words_of(element_of(clean(top["name"])[0])) if top else None
    above = _Above(channel)
    taken = silent = 0
    for message in _messages(page):
        if not message.spoken:
            continue
        try:
            made, above = _report(message, above, given)
        except (ValueError, IntakeError) as error:
            place = f"{given.name}:{message.id}"
            yield (
                error.at(place)
                if isinstance(error, IntakeError)
                else IntakeError("unsupported", "markup", why=error).at(place)
            )
            continue
        taken, silent = taken + (made is not None), silent + (made is None)
        if made is not None:
            yield made
    if not taken:
        yield Failed(given.name, "empty", "no_messages", given.name)
    elif silent:
        yield Noted(given.name, "without_words", given.name, (("count", str(silent)),))


def _report(message: _Message, above: _Above, given: Given) -> tuple[Incoming | None, _Above]:
    """The report of a message, and what the next one may leave out because it joins this one."""
    element = element_of(clean(message.raw)[0])
    sender = _first_words(element, "./div/div[@class='body']/div[@class='from_name']") or above.sender
    here = _Above(above.channel, sender, _forwarded(element, above))
    given.beside.claim(
        *element.xpath(".//img/@src"), *(name for name in element.xpath(".//a/@href") if "://" not in name)
    )
    media = tuple(media_told(name, given.beside) for name in _files(element))
    words = _words(element)
    if not words:
        return None, here
    check_length(words)
    published = _moment(element)
    original = message.raw.encode("utf-8", "surrogateescape")
    made = Incoming(
        id=f"{given.name}:{message.id}",
        text=words,
        original=original,
        sha256=hash_bytes(original),
        outlet=above.channel or sender,
        published=published,
        published_from=_PROVENANCE if published else None,
        encoding="utf-8",
        flags=clean(message.raw)[1],
        metadata=(*_told(element, message.id, here), *media),
        kind="telegram page",
    )
    return made, here


def _forwarded(element: Any, above: _Above) -> str | None:
    """Whose words a message carries on; one that joins another forwarded one does not say so again."""
    if _first(element, _FORWARDED) is None:
        return None
    named = _first(element, f"{_FORWARDED}/div[@class='from_name']")
    if named is None:
        return above.forwarded
    shown = _first_words(named, ".//span[contains(@class,'date')]") or ""
    return words_of(named).removesuffix(shown).strip() or None


def _told(element: Any, number: str, here: _Above) -> Metadata:
    said = [("id", number), ("date", _title(element, ".//div[contains(@class,'date')]")), ("from", here.sender),
            ("author", _first_words(element, ".//div[@class='signature details']")), ("forwarded_from", here.forwarded),
            ("relay", here.forwarded), ("forwarded_date", _title(element, f"{_FORWARDED}//span[contains(@class,'date')]")),
            ("edited", _edited(element)), ("reply_to_message_id", _reply(element))]  # fmt: skip
    return tuple((field, value, _PROVENANCE) for field, value in said if value)


def _words(element: Any) -> str:
    """The words of a message, of a forwarded one those that were forwarded; polls and captions of media are no words of it."""
    return "\n".join(filter(None, (words_of(text) for text in element.xpath(".//div[@class='text']"))))


def _files(element: Any) -> Iterator[str]:
    """The files that a message names: pictures, films, voices."""
    for link in element.xpath(".//a[@href and contains(@class,'_wrap')] | .//a[@href and contains(@class,'media')]"):
        if "://" not in link.get("href"):
            yield link.get("href")
    if not element.xpath(".//a[@href]") and element.xpath(
        ".//div[contains(@class,'media') and contains(@class,'clearfix')]"
    ):
        shown = _first_words(element, ".//div[contains(@class,'title')]")
        yield f"({shown or 'not included'})"


def _moment(element: Any) -> str | None:
    """The moment of a message; old exports say no zone."""
    found = _DATE.match(_title(element, ".//div[contains(@class,'date')]") or "")
    if found is None:
        return None
    zone = f"{found[6]}:{found[7] or '00'}" if found[6] else ""
    try:
        return check_published(f"{found[3]}-{found[2]}-{found[1]}T{found[4]}:{found[5]}{zone}")
    except ValueError:
        return None


def _edited(element: Any) -> str | None:
    shown = _first_words(element, ".//div[contains(@class,'date')]") or ""
    return shown if "edited" in shown.lower() else None


def _reply(element: Any) -> str | None:
    link = _first(element, ".//div[contains(@class,'reply_to')]//a[@href]")
    found = re.search(r"go_to_message(-?\d+)", link.get("href")) if link is not None else None
    return found[1] if found else None


def _title(element: Any, path: str) -> str | None:
    found = _first(element, path)
    return found.get("title") if found is not None else None


def _first(element: Any, path: str) -> Any:
    found = element.xpath(path)
    return found[0] if found else None


def _first_words(element: Any, path: str) -> str | None:
    found = _first(element, path)
    return (words_of(found) or None) if found is not None else None


def _again(kept: Kept) -> str:
    return _words(element_of(clean(kept.original.decode("utf-8", "surrogateescape"))[0]))


def _tells(given: Given) -> bool:
    head = given.head
    return given.named(".html", ".htm") and b'class="page_header"' in head and b'class="history"' in head


FORMAT = Format(("telegram page",), _tells, _read, _again, ("messages.html",))
