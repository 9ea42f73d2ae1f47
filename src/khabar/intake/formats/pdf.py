"""A PDF: one report, its pages told by where they begin in the text.

The text is put together from the places of its letters (see `pdf_order`), because the order in which a file holds Arabic is that
of the program that wrote it.  Heads and numbers that stand on every page are left out of the text and told in the metadata.  The
day on which a file was made is told as such: it may be the day on which somebody printed an old page, so it is no day of
publication.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise
from typing import Any, Final

from khabar.intake.dates import check_published
from khabar.intake.encodings import clean
from khabar.intake.formats.format import Format
from khabar.intake.formats.pdf_layout import goes_on, in_reading_order, joined, paragraphs
from khabar.intake.formats.pdf_lines import Line, lines_of
from khabar.intake.incoming import (
    MOST_CHARACTERS,
    Arrival,
    Incoming,
    IntakeError,
    Kept,
    Metadata,
    Noted,
    check_length,
    hash_bytes,
)
from khabar.intake.opening import Given

_MOST_PAGES: Final = 3_000
_SCAN: Final = 25
"""Letters a page; a document with fewer is a scan, on which only a stamp is text."""
_EDGE: Final = 0.09
"""Part of the page at its top and at its foot in which heads and numbers stand."""
_PASSWORD: Final = 4
_DATE: Final = re.compile(r"D:(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2}))?\d{0,2}(?:(Z)|([+-]\d{2})'?(\d{2})?)?")
_PAGE_NUMBER: Final = re.compile(r"\W*(?:[^\W\d]+\W+)?\d{1,4}(?:\W+(?:[^\W\d]+\W+)?\d{1,4})?\W*")
_BROWSERS: Final = re.compile(r"(?P<url>(?:https?|file)://\S+)|\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?\s\d{1,2}:\d{2}\b.*")
"""What a browser prints above and below a page."""
_FIELDS: Final = {"Title": "title", "Author": "author", "Subject": "subject", "Keywords": "keywords", "Creator": "creator",
                  "Producer": "producer", "CreationDate": "created", "ModDate": "modified"}  # fmt: skip
_PROVENANCE: Final = "pdf"


class _Text:
    """The text of a document while it grows page by page."""

    def __init__(self) -> None:
        self.paragraphs: list[str] = []
        self.pages: list[tuple[int, int, int]] = []
        """Page, number of the paragraph it begins in, characters of that paragraph before it."""

    def add(self, number: int, found: list[str]) -> None:
        """The paragraphs of a page."""
        if self.paragraphs and found and goes_on(self.paragraphs[-1], found[0]):
            whole = joined(self.paragraphs[-1], found[0])
            self.pages.append((number, len(self.paragraphs) - 1, len(whole) - len(found[0])))
            self.paragraphs[-1] = whole
            found = found[1:]
        else:
            self.pages.append((number, len(self.paragraphs), 0))
        self.paragraphs += found

    def begins(self) -> Iterator[tuple[int, int]]:
        """Page and the character of the text it begins with."""
        starts: list[int] = []
        at = 0
        for paragraph in (*self.paragraphs, ""):
            starts.append(at)
            at += len(paragraph) + 1
        for number, first, inside in self.pages:
            yield number, starts[first] + inside

    def __str__(self) -> str:
        return "\n".join(self.paragraphs)


def _read(given: Given) -> Iterator[Arrival]:
    data = given.whole()
    text, told, left_out = _opened(data)
    words, flags = clean(str(text))
    check_length(words)
    empty = [
        number for (number, begin), (_, end) in pairwise((*text.begins(), (0, len(words) + 1))) if end - begin <= 1
    ]
    yield Incoming(
        id=given.name,
        text=words,
        original=data,
        sha256=hash_bytes(data),
        title=clean(told.get("Title", ""))[0].strip() or None,
        url=given.address or _address(left_out),
        flags=flags,
        metadata=(*_said(told), *_pages(text, left_out)),
        kind="pdf",
    )
    if empty:
        pages = ", ".join(map(str, empty))
        yield Noted(given.name, "pages_without_text", given.name, (("pages", pages),))


def _opened(data: bytes) -> tuple[_Text, dict[str, str], list[tuple[int, str]]]:
    """Text, document information and the lines left out.  Raises IntakeError where it cannot be opened or is a scan."""
    import pypdfium2  # start-up: a library of 7 MB is opened

    try:
        with closing(pypdfium2.PdfDocument(data)) as document:
            if len(document) > _MOST_PAGES:
                raise IntakeError("too_large", "too_many_pages", pages=len(document), limit=_MOST_PAGES)
            pages = list(_sized_pages(document))
            told = document.get_metadata_dict()
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) == _PASSWORD
        raise IntakeError("not_text", "pdf_locked" if locked else "pdf_damaged", why=error) from error
    text, left_out = _Text(), list[tuple[int, str]]()
    running = _running([lines for lines, _ in pages], [height for _, height in pages])
    for number, (lines, height) in enumerate(pages, 1):
        printed = {line.base for line in lines if _at_edge(line, height) and _BROWSERS.fullmatch(line.text)}
        kept = [
            line
            for line in lines
            if not (_at_edge(line, height) and (line.base in printed or _mask(line.text) in running))
        ]
        left_out += [(number, line.text) for line in lines if line not in kept]
        rtl = sum(len(line.text) * (1 if line.rtl else -1) for line in kept) > 0
        blocks = in_reading_order(kept, rtl)
        text.add(number, [paragraph for block in blocks for paragraph, _ in paragraphs(block)])
    if sum(map(len, text.paragraphs)) < _SCAN * max(len(pages), 1):
        raise IntakeError("empty", "scanned_pdf", pages=len(pages))
    return text, told, left_out


def _sized_pages(document: Any) -> Iterator[tuple[list[Line], float]]:
    """The lines of every page and its height, as far as a text may be long."""
    characters = 0
    for number in range(len(document)):
        lines, height = _sized(document[number])
        characters += sum(len(line.text) for line in lines)
        if characters > MOST_CHARACTERS:
            raise IntakeError("too_large", "too_many_characters", characters=characters, limit=MOST_CHARACTERS)
        yield lines, height


def _sized(page: Any) -> tuple[list[Line], float]:
    with closing(page):
        return lines_of(page)


def _running(pages: list[list[Line]], heights: list[float]) -> set[str]:
    """What stands at the edge of half of the pages, digits aside, or is nothing but the number of a page."""
    seen: Counter[str] = Counter()
    for lines, height in zip(pages, heights, strict=True):
        seen.update({_mask(line.text) for line in lines if _at_edge(line, height)})
    enough = max(2, (len(pages) + 1) // 2)
    bare = {mask for mask in seen if len(mask) < 25 and _PAGE_NUMBER.fullmatch(mask.replace("#", "1"))}
    return {mask for mask, count in seen.items() if count >= enough} | bare


def _at_edge(line: Line, height: float) -> bool:
    return line.base < _EDGE * height or line.base > (1 - _EDGE) * height


def _mask(text: str) -> str:
    return re.sub(r"\d+", "#", text)


def _pages(text: _Text, left_out: list[tuple[int, str]]) -> Iterator[tuple[str, str, str]]:
    for number, begin in text.begins():
        yield "page", f"{number} begins at {begin}", "computed"
    for number, line in left_out:
        yield "left_out", line, f"pdf page {number}"


def _address(left_out: list[tuple[int, str]]) -> str | None:
    """The address that a browser printed below the page."""
    printed = (_BROWSERS.fullmatch(line) for _, line in left_out)
    return next((found["url"] for found in printed if found and (found["url"] or "").startswith("http")), None)


def _said(told: dict[str, str]) -> Metadata:
    found = ((_FIELDS[name], clean(value)[0].strip()) for name, value in told.items() if name in _FIELDS)
    found = ((name, (_date(value) or value) if value.startswith("D:") else value) for name, value in found)
    return tuple((name, value, _PROVENANCE) for name, value in found if value)


def _date(written: str) -> str | None:
    """D:20220106123000+06'00' as `check_published` writes it."""
    found = _DATE.match(written)
    if found is None:
        return None
    clock = f"T{found[4]}:{found[5]}" if found[4] else ""
    zone = "Z" if found[6] else f"{found[7]}:{found[8] or '00'}" if found[7] and clock else ""
    try:
        return check_published(f"{found[1]}-{found[2]}-{found[3]}{clock}{zone if clock else ''}")
    except ValueError:
        return None


def _again(kept: Kept) -> str:
    return clean(str(_opened(kept.original)[0]))[0]


def _tells(given: Given) -> bool:
    return b"%PDF-" in given.head[:1024] or (given.named(".pdf") and bool(given.head))


FORMAT = Format(("pdf",), _tells, _read, _again, (".pdf",))
