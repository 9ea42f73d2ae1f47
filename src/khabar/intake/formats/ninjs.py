"""News items of agencies in ninjs (1, 2 and 3): one JSON object an item, alone, in an array, or one a line.

Names of fields are compared in small letters, because version 2 writes `versioncreated` and version 3 `versionCreated`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from khabar.intake.dates import check_published
from khabar.intake.encodings import clean
from khabar.intake.formats.format import Format
from khabar.intake.formats.html_text import paragraphs_of
from khabar.intake.formats.json_walk import elements, scalar
from khabar.intake.incoming import Arrival, Incoming, IntakeError, Kept, Metadata, check_length, hash_bytes
from khabar.intake.opening import Given

_NAMED: Final = re.compile(
    rb'"(?:bodies|headlines|body_(?:text|html|xhtml)|bodyText|versioncreated|versionCreated|contentcreated)"\s*:'
)
_DATES: Final = ("contentcreated", "firstcreated", "versioncreated", "contentmodified")
"""Moments in the order in which they say when the words were published; the version's own is that of its last change."""
_KEPT: Final = ("uri", "version", "versioncreated", "firstcreated", "contentcreated", "contentmodified", "pubstatus", "urgency",
                "copyrightholder", "usageterms", "ednote", "located", "profile", "embargoed", "embargoedreason")  # fmt: skip
_DONE: Final = ("withheld", "canceled", "cancelled")
_PROVENANCE: Final = "ninjs"

Item = dict[str, Any]


def is_item(fields: Item) -> bool:
    """Whether a JSON object is such an item: it has bodies or headlines, and no plain `text`."""
    low = {name.lower() for name in fields}
    return "text" not in low and bool(low & {"bodies", "body_text", "body_html", "body_xhtml", "headlines"})


def read_item(raw: bytes, name: str) -> Incoming:
    """The report of an item that is given in its own bytes.  Raises IntakeError."""
    fields = _fields(raw)
    words, flags = clean(_words(fields))
    if not words.strip():
        raise IntakeError("empty", "item_blank", status=fields.get("pubstatus") or "-")
    check_length(words)
    published, source = _published(fields)
    return Incoming(
        id=scalar(fields.get("uri")) or name,
        text=words,
        original=raw,
        sha256=hash_bytes(raw),
        title=_headline(fields),
        outlet=_outlet(fields),
        url=_address(fields),
        published=published,
        published_from=source,
        language=(scalar(fields.get("language")) or "").split("-")[0].lower() or None,
        encoding="utf-8",
        flags=(*flags, *(("withdrawn",) if scalar(fields.get("pubstatus")) in _DONE else ())),
        metadata=_told(fields),
        kind="ninjs",
    )


def _fields(raw: bytes) -> Item:
    try:
        parsed = json.loads(raw.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError) as error:
        why, at = getattr(error, "msg", str(error)), getattr(error, "pos", 0) + 1
        raise IntakeError("bad_json", "not_json", why=why, character=at) from error
    if not isinstance(parsed, dict):
        raise IntakeError("bad_json", "no_object")
    return {str(name).lower(): value for name, value in parsed.items()}


def _words(fields: Item) -> str:
    """The headline, and the main body as text: the plain one where there is one, else the HTML without its marks."""
    bodies = [_low(body) for body in _list(fields.get("bodies"))]
    main = [body for body in bodies if body.get("role") in (None, "main")] or bodies
    plain = [body for body in main if "html" not in str(body.get("contenttype", ""))]
    if plain:
        body = scalar(plain[0].get("value")) or ""
    elif main:
        body = paragraphs_of(scalar(main[0].get("value")) or "")
    else:
        marked = scalar(fields.get("body_html")) or scalar(fields.get("body_xhtml"))
        body = scalar(fields.get("body_text")) or (paragraphs_of(marked) if marked else "")
    headline = _headline(fields)
    return f"{headline}\n{body}" if headline and body and not body.lstrip().startswith(headline) else body


def _headline(fields: Item) -> str | None:
    headlines = [_low(headline) for headline in _list(fields.get("headlines"))]
    main = [headline for headline in headlines if headline.get("role") in (None, "main")] or headlines
    told = scalar(main[0].get("value")) if main else scalar(fields.get("headline"))
    return " ".join(clean(told)[0].split()) or None if told else None


def _outlet(fields: Item) -> str | None:
    sources = [_low(source) for source in _list(fields.get("infosources"))]
    named = [scalar(source.get("name")) or scalar(source.get("literal")) for source in sources]
    return next(filter(None, named), None) or scalar(fields.get("source")) or scalar(fields.get("copyrightholder"))


def _address(fields: Item) -> str | None:
    for name in ("url", "uri", "canonicalurl"):
        address = scalar(fields.get(name)) or ""
        if address.startswith(("http://", "https://")):
            return address
    return None


def _published(fields: Item) -> tuple[str | None, str | None]:
    for name in _DATES:
        try:
            return check_published(scalar(fields.get(name)) or ""), f"ninjs {name}"
        except ValueError:
            continue
    return None, None


def _told(fields: Item) -> Metadata:
    said = [(name, scalar(fields.get(name))) for name in _KEPT]
    said += [("author", scalar(_low(line).get("value"))) for line in _list(fields.get("bylines"))]
    said += [("author", scalar(fields.get("byline")) or scalar(fields.get("by")))]
    return tuple((name, value, _PROVENANCE) for name, value in said if value)


def _low(value: Any) -> Item:
    return {str(name).lower(): inner for name, inner in value.items()} if isinstance(value, dict) else {"value": value}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _read(given: Given) -> Iterator[Arrival]:
    """One item, or an array of them; each in its own bytes."""
    data = given.whole()
    if data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] != b"[":
        yield read_item(data, given.name)
        return
    text = data.decode("utf-8-sig", "surrogateescape")
    for number, (begin, end) in enumerate(_elements(text), 1):
        place = f"{given.name}:{number}"
        try:
            yield read_item(text[begin:end].encode("utf-8", "surrogateescape"), place)
        except IntakeError as error:
            yield error.at(place)


def _elements(text: str) -> Iterator[tuple[int, int]]:
    from_start = text.index("[")
    try:
        yield from elements(text, from_start)
    except ValueError as error:
        raise IntakeError("bad_json", "not_json", why=error, character=getattr(error, "pos", 0) + 1) from error


def _again(kept: Kept) -> str:
    return clean(_words(_fields(kept.original)))[0]


def _tells(given: Given) -> bool:
    begins = given.head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    return given.named(".json", ".ninjs") and begins in (b"{", b"[") and _NAMED.search(given.head) is not None


FORMAT = Format(("ninjs",), _tells, _read, _again, (".json (ninjs)",))
