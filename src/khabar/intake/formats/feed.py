"""RSS and Atom: a feed taken apart into entries, each in the bytes in which the feed holds it.

An entry is parsed by itself, also the first time, so that what is kept of it gives the same words again.
"""

from __future__ import annotations

import io
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any, Final
from urllib.parse import urljoin

from khabar.intake.dates import published_from_page
from khabar.intake.encodings import clean, decode
from khabar.intake.formats.format import Format
from khabar.intake.incoming import Arrival, Failed, Incoming, IntakeError, Kept, Metadata, check_length, hash_bytes
from khabar.intake.opening import Given
from khabar.intake.page import declared_charset

_PROVENANCE: Final = "feed"
# what stands before the root is matched once for all (atomic), or a row of comments would be tried in every division
_ROOT: Final = re.compile(
    rb"\s*+(?>(?>(?:<!--.*?-->|<\?[^>]*>|<!DOCTYPE[^>\[]*(?:\[[^\]]*\]\s*)?>)\s*)*)<(?:\w+:)?(?:rss|feed|RDF)[\s>]",
    re.DOTALL,
)
_ENTRY: Final = re.compile(r"<(?P<name>(?:[\w.-]+:)?(?:item|entry))(?=[\s>/])[^>]*(?<!/)>")
_PREFIX: Final = re.compile(r"(?:</?|\s)([A-Za-z_][\w.-]*):[\w.-]+")
_MARKUP: Final = re.compile(r"<[A-Za-z!/][^>]*>")
_BLOCKS: Final = ("address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "figure", "footer",
                  "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "td",
                  "th", "tr", "ul")  # fmt: skip
_SILENT: Final = ("script", "style", "noscript", "template", "iframe", "head", "title")
_BREAK: Final = "\N{LINE SEPARATOR}"
"""What stands for the end of a block while line ends in the source are mere space."""
_KNOWN: Final = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "media": "http://search.yahoo.com/mrss/",
}
_MOST_HEAD: Final = 200_000
_MOST_ENTRIES: Final = 10_000


@dataclass(frozen=True, slots=True)
class Entry:
    """What a feed says of a report: `raw` are the bytes of the entry in `encoding`, dates are in the words of the feed."""

    raw: bytes
    encoding: str
    key: str
    link: str | None
    title: str | None
    author: str | None
    outlet: str | None
    published: str | None
    updated: str | None
    text: str

    @property
    def sha256(self) -> str:
        """The hash of its bytes: an entry that changed is another one."""
        return hash_bytes(self.raw)

    @property
    def day(self) -> str | None:
        """When it was published, else changed, as `check_published` writes it."""
        return next((day for said in (self.published, self.updated) if said and (day := _day(said))), None)

    def told(self) -> Metadata:
        """All that it says, and the hash by which it is known again."""
        said = (("entry", self.sha256), ("entry_id", self.key), ("link", self.link), ("title", self.title), ("author", self.author),
                ("outlet", self.outlet), ("published", self.published), ("updated", self.updated))  # fmt: skip
        return tuple((name, value, _PROVENANCE) for name, value in said if value)


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: its title, and its entries in its order, those that it holds twice once."""

    title: str | None
    entries: tuple[Entry, ...]


def is_feed(head: bytes) -> bool:
    """Whether bytes begin as a feed does."""
    return _ROOT.match(head.removeprefix(b"\xef\xbb\xbf")[:4096]) is not None


def read_feed(data: bytes, charset: str | None = None, address: str | None = None) -> Feed:
    """Take a feed apart; `charset` and `address` are what the server said.  Raises IntakeError where it is no text."""
    decoded = decode(data, charset or declared_charset(data))
    places = list(_places(decoded.text))
    encoding = decoded.encoding.removesuffix("-sig")
    head = decoded.text[: places[0][0]] if places else decoded.text
    title = _one_line(_parsed(head[:_MOST_HEAD]).feed.get("title"))
    entries: dict[str, Entry] = {}
    for start, end in places[:_MOST_ENTRIES]:
        raw = decoded.text[start:end]
        try:
            packed, written = raw.encode(encoding), encoding
        except UnicodeEncodeError:  # bytes that were no letters have been replaced
            packed, written = raw.encode("utf-8"), "utf-8"
        entry = _entry(packed, written, (title, address))
        entries.setdefault(entry.sha256, entry)
    return Feed(title, tuple(entries.values()))


def _places(text: str) -> Iterator[tuple[int, int]]:
    """Begin and end of each entry.  What stands in CDATA and comments is no markup."""
    at, begin, name = 0, -1, ""
    while (at := text.find("<", at)) >= 0:
        closing = next(
            (end for start, end in (("<![CDATA[", "]]>"), ("<!--", "-->")) if text.startswith(start, at)), None
        )
        if closing:
            at = text.find(closing, at)
            if at < 0:
                return
        elif begin < 0 and (found := _ENTRY.match(text, at)):
            begin, name = at, found["name"]
        elif begin >= 0 and text.startswith(f"</{name}", at) and (end := text.find(">", at)) >= 0:
            yield begin, end + 1
            begin = -1
        at += 1


def _parsed(xml: str) -> Any:
    """What the parser of feeds makes of a document; it reads bytes in memory, and fetches nothing."""
    import feedparser

    return feedparser.parse(
        io.BytesIO(xml.encode("utf-8", "replace")),
        response_headers={"content-type": "application/xml; charset=utf-8"},
        sanitize_html=False,
        resolve_relative_uris=False,
    )


def _entry(raw: bytes, encoding: str, of: tuple[str | None, str | None]) -> Entry:
    outlet, address = of
    said = _said(raw.decode(encoding))
    source = said.get("source") or {}
    link = _one_line(said.get("link"))
    if link is None and said.get("guidislink"):
        link = _one_line(said.get("id"))
    title = _one_line(said.get("title"))
    return Entry(
        raw,
        encoding,
        _one_line(said.get("id")) or link or "",
        urljoin(address or "", link) if link else None,
        title,
        _one_line(said.get("author")),
        _one_line(source.get("title")) or outlet,
        _one_line(said.get("published")),
        _one_line(dict.get(said, "updated")),  # asked in the usual way it gives the other date in its place
        _text(said, title),
    )


def _said(entry: str) -> Any:
    """What the parser makes of one entry, in the surroundings that every entry gets."""
    declared = {prefix: _KNOWN.get(prefix.lower(), f"urn:prefix:{prefix}") for prefix in _PREFIX.findall(entry)}
    declared = {prefix: uri for prefix, uri in declared.items() if prefix not in ("xml", "xmlns")}
    spaces = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in declared.items())
    if re.match(r"<(?:[\w.-]+:)?item", entry):
        whole = f'<rss version="2.0"{spaces}><channel>{entry}</channel></rss>'
    else:
        whole = f'<feed xmlns="{_KNOWN["atom"]}"{spaces}>{entry}</feed>'
    found = _parsed(f'<?xml version="1.0" encoding="utf-8"?>{whole}').entries
    return found[0] if found else {}


def _text(said: Any, title: str | None) -> str:
    """The entry's own words: the longer of content and summary, headline first, one paragraph a line."""
    values = [str(each.get("value", "")) for each in said.get("content", ())] + [str(said.get("summary", ""))]
    body = max((_words(value) for value in values), key=len, default="")
    lines = [line for line in body.splitlines() if line]
    if title and (not lines or lines[0] != title):
        lines.insert(0, title)
    return clean("\n".join(lines))[0]


def _words(value: str) -> str:
    """The words of a stretch of HTML, or of a text without any."""
    if not _MARKUP.search(value):
        return "\n".join(" ".join(line.split()) for line in unescape(value).splitlines())
    from lxml import html as lxml_html

    try:
        tree = lxml_html.fragment_fromstring(clean(value)[0], create_parent="div")
    except Exception:  # noqa: BLE001 - the library raises anything on broken markup; an entry must never end the batch
        return " ".join(unescape(_MARKUP.sub(" ", value)).split())
    for element in list(tree.iter(*_BLOCKS, *_SILENT)):
        if element.tag in _SILENT:
            element.drop_tree()
        else:
            element.text = _BREAK + (element.text or "")
            element.tail = _BREAK + (element.tail or "")
    return "\n".join(line for part in str(tree.text_content()).split(_BREAK) if (line := " ".join(part.split())))


def _day(said: str) -> str | None:
    """The moment in the words of a feed, as `check_published` writes it; None where it is no date."""
    day = published_from_page(said)
    if day:
        return day
    import feedparser

    try:
        parsed = feedparser.datetimes._parse_date(said)  # noqa: SLF001 - the many odd dates of feeds are its own knowledge
        return published_from_page(time.strftime("%Y-%m-%dT%H:%M+00:00", parsed)) if parsed else None
    except (ValueError, TypeError, OverflowError):
        return None


def _one_line(value: Any) -> str | None:
    """A field in one line, entities and marks undone."""
    if not isinstance(value, str):
        return None
    plain = unescape(_MARKUP.sub(" ", value)) if "<" in value or "&" in value else value
    return clean(" ".join(plain.split()))[0] or None


def incoming_entry(entry: Entry, name: str, flags: tuple[str, ...] = ()) -> Incoming:
    """An entry's own words as a report.  Raises IntakeError where it has none."""
    if not entry.text.strip():
        raise IntakeError("empty", "entry_without_words")
    check_length(entry.text)
    return Incoming(
        id=name,
        text=entry.text,
        original=entry.raw,
        sha256=entry.sha256,
        title=entry.title,
        outlet=entry.outlet,
        url=entry.link,
        published=entry.day,
        published_from=_PROVENANCE if entry.day else None,
        encoding=entry.encoding,
        flags=flags,
        metadata=entry.told(),
        kind="entry",
    )


def _read(given: Given) -> Iterator[Arrival]:
    """A feed that was saved as a file: its entries' own words; nothing is fetched."""
    feed = read_feed(given.whole(), given.charset, given.address)
    if not feed.entries:
        raise IntakeError("empty", "no_entries")
    for number, entry in enumerate(feed.entries, 1):
        name = f"{given.name}:{entry.key or number}"
        try:
            yield incoming_entry(entry, name, ("feed_only",))
        except IntakeError as error:
            yield Failed(name, error.code, error.reason, name, error.details)


def _again(kept: Kept) -> str:
    return _entry(kept.original, kept.encoding or "utf-8", (None, None)).text


FORMAT = Format(
    ("entry",),
    lambda given: not given.named(".html", ".htm") and is_feed(given.head),
    _read,
    _again,
    (".rss", ".atom", ".xml"),
)
