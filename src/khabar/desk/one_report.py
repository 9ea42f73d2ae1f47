"""Reading one report: a text and what is known about it become a record."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Final, NamedTuple, TypedDict, Unpack

import msgspec

from khabar.desk.made_by import made_by
from khabar.intake import Incoming, check_published
from khabar.intake.encodings import clean
from khabar.languages.pack import UnknownLanguage, codes
from khabar.reading import About, read_report
from khabar.record import Report

_FROM_ITS_LINE = ("jsonl", "column ")
GIVEN: Final = "given"
"""How a day is known that a person gave."""


class Said(TypedDict, total=False):
    """What a caller may say about a text, all of it optional."""

    id: str
    published: str | None
    outlet: str | None
    language: str | None
    title: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is wished for a whole batch.  `published` is in the form that `check_published` returns.

    For each report, what its own JSON line or row says goes before these, and these go before what a page's metadata says.
    """

    published: str | None = None
    outlet: str | None = None
    language: str | None = None
    numbers: bool = False


def language_codes() -> tuple[str, ...]:
    """The languages that can be read, as codes."""
    return codes()


def read(text: str, *, numbers: bool = False, **said: Unpack[Said]) -> Report:
    """Read a text into its record.

    `published`: "YYYY-MM-DD", also with time and zone ("2022-01-07T14:05+03:00"); without it the date is inferred
    from the text where that can be done.  `outlet`, `title`, `url`, `id` are kept in the record; `language` ("ar",
    "en") is told by the script when not given.  `numbers` adds every number expression to the record.

    Offsets in the record count code points of `report.document.text`: the text as given, in which lone surrogates
    and NUL, which no file can hold, are replaced one by one with U+FFFD (`document.flags` says so).

    Raises ValueError for a date that does not exist and for a language without a pack, TypeError for a text that
    is no str.  No text raises anything.
    """
    if not _is_text(text):
        remedy = "decode bytes first, or name the file to the command `khabar read`"
        raise TypeError(f"khabar.read takes a str, not {type(text).__name__}; {remedy}")
    if unknown := said.keys() - Said.__annotations__.keys():
        known = ", ".join((*Said.__annotations__, "numbers"))
        raise TypeError(f"khabar.read knows no {', '.join(sorted(unknown))}; it takes {known}")
    language = said.get("language")
    if language is not None and language not in codes():
        raise UnknownLanguage(f"no language pack {language!r}; there are: {', '.join(codes())}")
    published = said.get("published")
    cleaned, flags = clean(text)
    about = About(
        id=said.get("id") or "",
        published=check_published(published) if published is not None else None,
        published_from="given" if published is not None else None,
        outlet=said.get("outlet"),
        language=language,
        title=said.get("title"),
        url=said.get("url"),
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),  # lone surrogates as they came
        numbers=numbers,
        flags=flags,
    )
    return _signed(read_report(cleaned, about))


def _is_text(value: object) -> bool:
    """Whether the caller kept to the annotation: Python does not look."""
    return isinstance(value, str)


class Told(NamedTuple):
    """What is taken for true about a report: its day, whether a person gave it, and its outlet."""

    published: str | None
    given: bool
    outlet: str | None


def told_of(incoming: Incoming, wishes: Wishes) -> Told:
    """Whose word counts: that of the report's own line, then the person's, then that of the page."""
    own = {field for field, _, provenance in incoming.metadata if provenance.startswith(_FROM_ITS_LINE)}
    published = incoming.published if "published" in own else wishes.published or incoming.published
    said = "published" in own or wishes.published is not None or incoming.published_from == GIVEN
    outlet = incoming.outlet if "outlet" in own else wishes.outlet or incoming.outlet
    return Told(published, published is not None and said, outlet)


def read_incoming(incoming: Incoming, wishes: Wishes) -> Report:
    """Read a report that intake brought; its text is clean and its date checked already."""
    told = told_of(incoming, wishes)
    language, language_flags = _language(incoming, wishes)
    about = About(
        id=incoming.id,
        published=told.published,
        published_from=None if told.published is None else GIVEN if told.given else "metadata",
        outlet=told.outlet,
        language=language,
        title=incoming.title,
        url=incoming.url,
        sha256=incoming.sha256,
        numbers=wishes.numbers,
        flags=(*incoming.flags, *language_flags),
    )
    return _signed(read_report(incoming.text, about))


def _language(incoming: Incoming, wishes: Wishes) -> tuple[str | None, tuple[str, ...]]:
    """The report's language, None where the script shall tell, and flags.

    A page's own word for its language is often its template's ("en" on Arabic pages), and Arabic and English share
    no letter, so the script tells better.  It only serves as a warning: Persian and Kurdish are written in Arabic
    script and must not pass for Arabic unnoticed.
    """
    from_line = any(
        field == "language" and provenance.startswith(_FROM_ITS_LINE) for field, _, provenance in incoming.metadata
    )
    named = incoming.language if from_line else wishes.language or incoming.language
    if named is None:
        return None, ()
    code = named.replace("_", "-").partition("-")[0].lower()
    if code not in codes():
        return None, ("language_unsupported",)
    return (code if from_line or wishes.language else None), ()


def _signed(report: Report) -> Report:
    """The report with the program that read it."""
    return msgspec.structs.replace(report, document=msgspec.structs.replace(report.document, made_by=made_by()))


__all__ = ["Said", "Wishes", "check_published", "language_codes", "read", "read_incoming"]
