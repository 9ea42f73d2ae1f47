"""Archives become reports: each record of a page or text is one, in its own bytes; what is none is counted and told."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import BinaryIO, Final

from khabar.intake.encodings import clean
from khabar.intake.formats.archives.records import Reader, Record, Unreadable, agrees, record_of
from khabar.intake.formats.archives.responses import Answered, answered
from khabar.intake.formats.plain_text import incoming_text
from khabar.intake.formats.web_page import incoming_page
from khabar.intake.incoming import MOST_BYTES, Arrival, Failed, Incoming, IntakeError, Kept, Metadata, Noted, hash_bytes

_PROVENANCE: Final = "warc"
_HELD: Final = frozenset(("response", "resource", "conversion", "revisit"))
_WEB: Final = ("http://", "https://")
_NO_REPORTS: Final = ("/robots.txt",)


@dataclass(frozen=True, slots=True)
class Part:
    """A WARC file: its name, and how its (unpacked) bytes are read from the first one on, once or as often as wanted."""

    name: str
    open: Callable[[], BinaryIO]
    once: bool = False


@dataclass(slots=True)
class Archive:
    """A walk over the files of an archive.

    `titles` are the pages that the archive lists, by address, with the titles it gives them: a listed page without an article
    is a failure, any other one (frames, advertisements, lists of links) is passed over and counted.
    """

    parts: Sequence[Part]
    titles: dict[str, str] = field(default_factory=dict)
    _pages: dict[str, str] = field(default_factory=dict)
    """Under what a later record may refer to a page (digest, record, address): the id of its record."""
    _again: list[tuple[str, Record]] = field(default_factory=list)
    """Later visits that found a page unchanged: the id of its record, and the record of the visit."""
    _without_article: int = 0
    _others: int = 0

    def arrivals(self) -> Iterator[Arrival]:
        """The reports in their order, then the visits that found one of them unchanged, then what was passed over."""
        reports = 0
        for part in self.parts:
            for arrival in self._of_part(part):
                reports += isinstance(arrival, Incoming)
                yield arrival
        for part in self.parts if self._again else ():
            yield from self._visits_of(part)
        name = self.parts[0].name if self.parts else ""
        if self._without_article or self._others:
            details = (("pages", str(self._without_article)), ("others", str(self._others)))
            yield Noted(name, "archive_passed_over", name, details)

    def _of_part(self, part: Part) -> Iterator[Arrival]:
        for found in _records(part, self._count):
            if isinstance(found, Failed):
                yield found
            elif found.type == "revisit":
                yield from self._visit(found, part)
            else:
                yield from self._report(found, part)

    def _count(self, others: int) -> None:
        self._others += others

    def _report(self, record: Record, part: Part) -> Iterator[Arrival]:
        try:
            made = incoming_record(record, _id(part, record))
        except IntakeError as error:
            if error.reason == "no_article" and record.target not in self.titles:
                self._without_article += 1
            else:
                yield error.at(_id(part, record), _place(part, record))
            return
        if made is None:
            self._others += 1
            return
        for key in _names_of(record):
            self._pages.setdefault(key, record.id)
        yield self._titled(made, record)

    def _titled(self, made: Incoming, record: Record) -> Incoming:
        """With the title that the list of pages gives, which is taken where the page names none."""
        title = self.titles.get(record.target)
        if not title:
            return made
        return replace(made, title=made.title or title, metadata=(*made.metadata, ("title", title, "wacz")))

    def _visit(self, record: Record, part: Part) -> Iterator[Arrival]:
        """A visit that found the same: of a page in this archive it is one more sighting; of another one it is told."""
        referred = next((self._pages[key] for key in _names_referred(record) if key in self._pages), None)
        if referred is not None and not part.once:
            self._again.append((referred, record))
            return
        answer = answered(record)
        if record.target in self.titles or (answer is not None and answer.kind == "page"):
            details = (("url", record.target), ("date", record.fields.get("warc-date", "?")))
            yield Noted(_id(part, record), "revisit_elsewhere", _place(part, record), details)
        else:
            self._others += 1

    def _visits_of(self, part: Part) -> Iterator[Arrival]:
        """The pages of the visits, read once more: each is kept in the bytes of its own record, as seen at another time."""
        visits: dict[str, list[Record]] = {}
        for referred, visit in self._again:
            visits.setdefault(referred, []).append(visit)
        for found in _records(part, lambda _: None):
            if isinstance(found, Failed) or found.type == "revisit":
                continue
            for visit in visits.pop(found.id, ()):
                made = incoming_record(found, _id(part, visit))
                if made is not None:
                    yield replace(
                        made,
                        metadata=(*_told_by_page(made.metadata), *_told(visit), ("same_as", found.id, _PROVENANCE)),
                    )


def _records(part: Part, count: Callable[[int], None]) -> Iterator[Record | Failed]:
    """The records of a file that may hold pages, and a failure for each stretch that cannot be read."""
    stream = part.open()
    reader = Reader(stream, MOST_BYTES)
    try:
        for found in reader.records(_HELD):
            if isinstance(found, Unreadable):
                place = f"{part.name}, byte {found.offset}"
                yield Failed(f"{part.name}:{found.offset}", "not_text", f"archive.{found.reason}", place)
            else:
                yield found
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        yield Failed(part.name, "not_text", "damaged", part.name, (("why", str(error)),))
    finally:
        count(reader.others)
        stream.close()


def incoming_record(record: Record, name: str) -> Incoming | None:
    """The report in a record; None where it holds no page or text that a server gave.

    Raises IntakeError for one without text, and where the block is not the one that was archived.
    """
    answer = _report_in(record)
    if answer is None:
        return None
    if agrees(record.fields.get("warc-block-digest", ""), record.block) is False:
        raise IntakeError("not_text", "archive.digest_differs")
    make = incoming_page if answer.kind == "page" else incoming_text
    made = make(answer.unpacked(), name, answer.charset, record.target)
    digest = record.fields.get("warc-payload-digest", "")
    flags = ("payload_digest_differs",) if answer.agrees(digest) is False else ()
    return replace(
        made,
        original=record.raw,
        sha256=hash_bytes(record.raw),
        flags=made.flags + flags,
        metadata=(*made.metadata, *_told(record), ("status", str(answer.status), _PROVENANCE)),
        kind="warc",
    )


def _report_in(record: Record) -> Answered | None:
    if not record.target.lower().startswith(_WEB) or record.target.lower().endswith(_NO_REPORTS):
        return None
    answer = answered(record)
    return answer if answer and answer.kind and 200 <= answer.status < 300 and answer.sent[-1].strip() else None


def text_in(kept: Kept) -> str | None:
    """The text of a record, taken out again."""
    record = record_of(kept.original)
    made = incoming_record(record, "record") if record else None
    return made.text if made else None


def _told(record: Record) -> Metadata:
    said = (
        ("address", record.target),
        ("fetched_at", record.fields.get("warc-date", "")),
        ("record", record.id),
        ("payload_digest", record.fields.get("warc-payload-digest", "")),
    )
    return tuple((name, clean(value)[0], _PROVENANCE) for name, value in said if value)


def _told_by_page(metadata: Metadata) -> Metadata:
    return tuple(triple for triple in metadata if triple[2] != _PROVENANCE)


def _names_of(record: Record) -> Iterator[str]:
    """Under what later records may refer to a page."""
    yield record.id
    digest = record.fields.get("warc-payload-digest")
    if digest:
        yield digest.lower()
    yield f"{record.target} {record.fields.get('warc-date', '')}"


def _names_referred(record: Record) -> Iterator[str]:
    """Under what a visit refers to a page: what is the same by its digest is the same, whatever else is said."""
    fields = record.fields
    yield fields.get("warc-refers-to", "").strip("<>").removeprefix("urn:uuid:")
    if digest := fields.get("warc-payload-digest", "").lower():
        yield digest
        return
    yield f"{fields.get('warc-refers-to-target-uri', '').strip('<>')} {fields.get('warc-refers-to-date', '')}"


def _id(part: Part, record: Record) -> str:
    return clean(f"{part.name}:{record.id or record.target}")[0]


def _place(part: Part, record: Record) -> str:
    return clean(f"{part.name}, {record.target or record.id}")[0]
