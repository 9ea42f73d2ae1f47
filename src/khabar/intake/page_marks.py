"""What a web page says about itself: JSON-LD, OpenGraph, <meta>, <time>, <title>, each kept with its provenance.

Elements are lxml's, typed `Any`: lxml brings no types and is loaded only when a page is read.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from html import unescape
from typing import TYPE_CHECKING, Any, Final

from khabar.intake.encodings import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

_OPENGRAPH: Final = {
    "og:title": "title",
    "og:site_name": "outlet",
    "og:url": "url",
    "og:locale": "language",
    "article:published_time": "published",
    "og:article:published_time": "published",
    "article:modified_time": "modified",
    "article:author": "author",
}
_META: Final = {
    "twitter:title": "title",
    "dc.title": "title",
    "application-name": "outlet",
    "dc.publisher": "outlet",
    "author": "author",
    "dc.creator": "author",
    "content-language": "language",
    "dc.language": "language",
    "datepublished": "published",
    "publishdate": "published",
    "publish-date": "published",
    "publish_date": "published",
    "published_time": "published",
    "pubdate": "published",
    "date": "published",
    "dc.date": "published",
    "dc.date.issued": "published",
    "dcterms.created": "published",
    "dcterms.issued": "published",
    "sailthru.date": "published",
    "parsely-pub-date": "published",
    "article:published": "published",
    "datemodified": "modified",
}
_ARTICLE_TYPE = re.compile(r"(?:Article|Posting|NewsReport|Report)$")
_RANKS: Final = ("opengraph", "meta", "link", "time-element", "h1", "html", "title-element")
"""How far each kind of mark is trusted; JSON-LD, which is made for machines, comes before all."""
_SPACES = re.compile(r"\s+")


@dataclass(slots=True)
class PageMarks:
    """The marks of one page.

    `metadata`: (field, value, provenance) in the order of trust; `article_body` as JSON-LD gives it;
    `link_texts`: the words of every link, in one spelling of white space.
    """

    metadata: list[tuple[str, str, str]] = field(default_factory=list)
    article_body: str | None = None
    link_texts: set[str] = field(default_factory=set)

    def first(self, name: str) -> tuple[str, str] | None:
        """Take the most trusted value of a field, with its provenance."""
        return next(((value, source) for key, value, source in self.metadata if key == name), None)


def read_marks(tree: Any) -> PageMarks:
    """Read the marks of a page given as an lxml element tree, or none where it is None."""
    marks = PageMarks()
    if tree is None:
        return marks
    for script in tree.iter("script"):
        if script.get("type", "").strip().lower() == "application/ld+json":
            _add_json_ld(marks, _text_inside(script))
    found = [(name, one_line(value), provenance) for name, value, provenance in _marks_of_elements(tree)]
    # the sort is stable: within one provenance the order of the page stays
    marks.metadata += sorted((mark for mark in found if mark[1]), key=lambda mark: _RANKS.index(mark[2]))
    marks.link_texts = {one_line(_text_inside(link)) for link in tree.iter("a")}
    return marks


def one_line(text: str) -> str:
    """`text` with its entities resolved and white space made single spaces."""
    return _SPACES.sub(" ", clean(unescape(text))[0]).strip()


def _marks_of_elements(tree: Any) -> Iterator[tuple[str, str, str]]:
    """Find (field, value, provenance) of every element that says something of the page, in the page's order."""
    for element in tree.iter("html", "meta", "link", "time", "h1", "title"):
        if element.tag == "meta":
            yield from _marks_of_meta(element)
        elif element.tag == "html":
            yield "language", element.get("lang", ""), "html"
        elif element.tag == "link":
            if element.get("rel", "").lower() == "canonical":
                yield "url", element.get("href", ""), "link"
        elif element.tag == "time":
            yield "published", element.get("datetime", ""), "time-element"
        else:
            yield "title", _text_inside(element), "h1" if element.tag == "h1" else "title-element"


def _marks_of_meta(element: Any) -> Iterator[tuple[str, str, str]]:
    content = element.get("content", "")
    for attribute in ("property", "name", "itemprop", "http-equiv"):
        name = element.get(attribute, "").strip().lower()
        if name in _OPENGRAPH:
            yield _OPENGRAPH[name], content, "opengraph"
        elif name in _META:
            yield _META[name], content, "meta"


def _text_inside(element: Any) -> str:
    return "".join(element.itertext())


def _add_json_ld(marks: PageMarks, block: str) -> None:
    block = re.sub(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$", "", block)
    try:
        # pages put bare line ends into strings, which strict JSON forbids
        parsed = json.loads(block, strict=False)
    except (ValueError, RecursionError):
        return
    for item in _articles(parsed):
        marks.metadata += _article_marks(item)
        body = item.get("articleBody")
        if marks.article_body is None and isinstance(body, str) and body.strip():
            marks.article_body = clean(unescape(body))[0].strip()
        break  # the page's own article comes first; others are teasers


def _articles(parsed: object) -> Iterator[dict[str, object]]:
    """Find the articles a block describes: itself, members of a list, of "@graph", or a page's main entity."""
    if isinstance(parsed, list):
        for member in parsed:
            if isinstance(member, dict):
                yield from _articles(member)
    elif isinstance(parsed, dict):
        kinds = parsed.get("@type")
        if any(isinstance(kind, str) and _ARTICLE_TYPE.search(kind) for kind in _as_list(kinds)):
            yield parsed
        for key in ("@graph", "mainEntity"):
            if isinstance(parsed.get(key), dict | list):
                yield from _articles(parsed[key])


def _article_marks(item: dict[str, object]) -> Iterator[tuple[str, str, str]]:
    for key, name in (
        ("headline", "title"),
        ("publisher", "outlet"),
        ("url", "url"),
        ("mainEntityOfPage", "url"),
        ("datePublished", "published"),
        ("dateModified", "modified"),
        ("inLanguage", "language"),
        ("author", "author"),
    ):
        for value in _as_list(item.get(key)):
            written = one_line(_name_of(value))
            if written:
                yield name, written, "json-ld"


def _name_of(value: object) -> str:
    if isinstance(value, dict):
        value = value.get("name") or value.get("@id") or ""
    return value if isinstance(value, str) else ""


def _as_list(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]
