"""A web page: its article as plain text, headline first, one paragraph a line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin, urlsplit

from khabar.intake.dates import days_between, published_from_page
from khabar.intake.encodings import clean
from khabar.intake.incoming import IntakeError, Metadata
from khabar.intake.page_marks import PageMarks, one_line, read_marks

if TYPE_CHECKING:
    from configparser import ConfigParser

_CHARSET = re.compile(
    rb"<(?:meta\b[^>]{0,400}?\bcharset\s*=|\?xml\b[^>]{0,200}?\bencoding\s*=)\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE
)
# comments are matched once for all (atomic), or a row of them would be tried in every division
_LOOKS_LIKE_PAGE = re.compile(
    rb"\s*+(?>(?>(?:<!--.*?-->|<\?xml[^>]*>)\s*)*)<(?:!doctype\s+html|html|head)\b", re.IGNORECASE | re.DOTALL
)
_IS_WHOLE = re.compile(r"<(?:html|body|head)\b", re.IGNORECASE)
_NO_WORDS = re.compile(r"[\W_]+")
_ENDS_SENTENCE: Final = (".", "!", "?", "\N{ARABIC QUESTION MARK}", "…", "»", "”", '"')
_SENTENCE_WORDS: Final = 5


@dataclass(frozen=True, slots=True)
class Page:
    """The article of a page and what the page says about it; see `Incoming` for the fields."""

    text: str
    title: str | None
    outlet: str | None
    url: str | None
    published: str | None
    published_from: str | None
    language: str | None
    flags: tuple[str, ...]
    metadata: Metadata


def declared_charset(data: bytes) -> str | None:
    """Find the encoding that the head of an HTML page declares (<meta charset>, http-equiv, XML declaration)."""
    found = _CHARSET.search(data[:4096])
    return found[1].decode("ascii", "replace") if found else None


def looks_like_page(data: bytes) -> bool:
    """Whether bytes in an ASCII-compatible encoding begin as an HTML page does."""
    return _LOOKS_LIKE_PAGE.match(data.removeprefix(b"\xef\xbb\xbf")[:4096]) is not None


def read_page(page: str, address: str | None = None) -> Page:
    """Take the article out of a page given as HTML; `address` is where it was fetched, to complete links.

    Raises IntakeError("empty") when the page holds no article: a menu, a list of links, a shell filled by scripts.
    """
    marks, lines = _open_page(page)
    outlet = _value(marks, "outlet")
    title = _headline(marks, outlet)
    flags: list[str] = []
    if not _has_article(lines, title, marks):
        if marks.article_body is None:
            raise IntakeError("empty", "no_article")
        lines = [line.strip() for line in marks.article_body.splitlines() if line.strip()]
        flags.append("text_from_json_ld")
    text, text_flags = clean("\n".join(_with_headline(lines, title)))
    published, published_from = _published(marks, flags)
    return Page(
        text,
        title,
        outlet,
        _address(marks, address),
        published,
        published_from,
        _language(marks),
        (*text_flags, *flags),
        tuple(marks.metadata),
    )


def _open_page(page: str) -> tuple[PageMarks, list[str]]:
    """Parse a page once, and read from it its marks and the lines of its article, none where there is no article."""
    import logging

    from trafilatura import extract, load_html  # takes half a second: only pages pay for it

    # without a handler of its own, what the extractor logs about a page's faults would go to the user's screen
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    if _IS_WHOLE.search(page, 0, 1 << 16) is None:
        page = f"<html><body>{page}</body></html>"  # a fragment of one element would be refused
    try:
        tree = load_html(page)
        marks = read_marks(tree)
        text = None if tree is None else extract(tree, include_comments=False, config=_short_articles_too())
    except Exception as error:  # the libraries raise anything on broken markup; a page must never end the batch
        raise IntakeError("unsupported", "markup", why=error) from error
    return marks, [line for line in text.splitlines() if line.strip()] if text else []


def _short_articles_too() -> ConfigParser:
    """Make settings under which a two-line agency flash keeps its paragraphs.

    Below 250 characters trafilatura takes an article for a failure and falls back to one line of all words.
    """
    from trafilatura.settings import use_config

    settings = use_config()
    settings.set("DEFAULT", "MIN_EXTRACTED_SIZE", "25")
    return settings


def _has_article(lines: list[str], title: str | None, marks: PageMarks) -> bool:
    """Whether some line besides headline and links is a sentence: five words, or a full stop at its end."""
    headline = _words(title or "")
    longest_first = sorted(marks.link_texts - {""}, key=len, reverse=True)
    for line in lines:
        written = one_line(line).removeprefix("- ")
        if written in marks.link_texts or _words(written) == headline:
            continue
        # a menu may come as one line of many links
        for link in longest_first:
            written = written.replace(link, " ")
        words = written.split()
        if len(words) >= _SENTENCE_WORDS or (len(words) > 1 and words[-1].endswith(_ENDS_SENTENCE)):
            return True
    return False


def _headline(marks: PageMarks, outlet: str | None) -> str | None:
    """JSON-LD's headline, else an <h1> that another title confirms, else the first title without the outlet's name."""
    titles = [(value, source) for name, value, source in marks.metadata if name == "title"]
    if not titles:
        return None
    if titles[0][1] == "json-ld":
        return titles[0][0]
    shown = [value for value, source in titles if source != "h1"]
    for value, source in titles:
        if source == "h1" and _is_confirmed(value, shown, outlet):
            return value
    return _without_outlet(shown[0] if shown else titles[0][0], outlet)


def _is_confirmed(heading: str, titles: list[str], outlet: str | None) -> bool:
    """Whether an <h1> is the headline: part of another title, where there is one, and not the outlet's own name."""
    words = _words(heading)
    if not words or (outlet is not None and words == _words(outlet)):
        return False
    return not titles or any(words in _words(title) for title in titles)


def _without_outlet(title: str, outlet: str | None) -> str:
    """Cut the outlet off "Headline | Outlet".

    Only a known outlet goes: headlines use the same marks themselves ("Urgent | …").
    """
    for mark in ("|", "-", "\N{EN DASH}", "\N{EM DASH}", "::", "»"):
        before, found, after = title.rpartition(f" {mark} ")
        if found and before and outlet is not None and _words(after) == _words(outlet):
            return before.strip()
    return title


def _with_headline(lines: list[str], title: str | None) -> list[str]:
    if title is None or (lines and _words(lines[0]) == _words(title)):
        return lines
    # the extractor sometimes leaves the headline below a date or section line
    for position, line in enumerate(lines[:4]):
        if _words(line) == _words(title):
            return [line, *lines[:position], *lines[position + 1 :]]
    return [title, *lines]


def _published(marks: PageMarks, flags: list[str]) -> tuple[str | None, str | None]:
    """Take the date of the most trusted mark that is one, and flag others that lie more than a day off.

    A day of difference is a matter of time zones.  <time> elements are not compared: pages stamp teasers too.
    """
    chosen: tuple[str, str] | None = None
    for name, value, source in marks.metadata:
        if name != "published":
            continue
        written = published_from_page(value)
        if written is None:
            if source != "time-element" and "published_invalid" not in flags:
                flags.append("published_invalid")
        elif chosen is None:
            chosen = (written, source)
        elif source != "time-element" and days_between(chosen[0], written) > 1 and "published_disagrees" not in flags:
            flags.append("published_disagrees")
    return chosen if chosen is not None else (None, None)


def _address(marks: PageMarks, address: str | None) -> str | None:
    """Take the address the page gives for itself, else where it was fetched."""
    for name, value, _ in marks.metadata:
        if name == "url":
            whole = urljoin(address or "", value)
            if urlsplit(whole).scheme in ("http", "https"):
                return whole
    return address


def _language(marks: PageMarks) -> str | None:
    """Code of the language in two or three small letters: "ar" of ar-EG and ar_AR."""
    value = _value(marks, "language") or ""
    found = re.match(r"([A-Za-z]{2,3})(?![A-Za-z])", value)
    return found[1].lower() if found else None


def _value(marks: PageMarks, name: str) -> str | None:
    found = marks.first(name)
    return found[0] if found else None


def _words(text: str) -> str:
    """`text` reduced to its letters and digits, to compare titles."""
    return _NO_WORDS.sub(" ", text.casefold()).strip()
