"""JSON Lines: one report a line, read one line at a time, so that memory stays flat however long the file is."""

from __future__ import annotations

import codecs
import io
import json
import re
import zlib
from collections.abc import Iterator
from typing import BinaryIO, Final

from khabar.intake.dates import check_published
from khabar.intake.encodings import clean
from khabar.intake.formats import auto_archiver, ninjs
from khabar.intake.formats.format import Format
from khabar.intake.incoming import MOST_BYTES, Arrival, Failed, Incoming, IntakeError, Kept, check_length, hash_bytes
from khabar.intake.opening import Given

_METADATA_FIELDS: Final = ("title", "outlet", "url", "language")
_ENDINGS: Final = (".jsonl", ".ndjson")
_MEDIA_TYPES: Final = ("application/x-ndjson", "application/jsonl")
_BEGINS: Final = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{[ \t]*"')
_WIDE_MARKS: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_json_lines(stream: BinaryIO, name: str) -> Iterator[Incoming | Failed]:
    """Read the reports of a JSON Lines stream in UTF-8; a bad line is a `Failed` named `name`:line, the rest goes on.

    Fields read: id, text, published, outlet, language, url, title; others are ignored.  Blank lines are
    skipped.  Raises OSError, EOFError or zlib.error as the stream does.
    """
    number = 0
    reports = 0
    while line := stream.readline(MOST_BYTES + 1):
        number += 1
        if number == 1:
            line = line.removeprefix(codecs.BOM_UTF8)
            if line.startswith(_WIDE_MARKS):
                yield Failed(name, "bad_encoding", "wide_lines", name)
                return
        place = f"{name}:{number}"
        if len(line) > MOST_BYTES:
            _skip_rest_of_line(stream, line)
            too_long = IntakeError("too_large", "line_too_long", limit=f"{MOST_BYTES >> 20} MB")
            yield too_long.at(place, f"{name}:{number}")
        elif line.strip():
            yield _read_line(line, name, number)
        else:
            continue
        reports += 1
    if not reports:
        yield Failed(name, "empty", "no_lines", name)


def _read_line(line: bytes, name: str, number: int) -> Incoming | Failed:
    place = f"{name}:{number}"
    try:
        fields = _parse(line)
        if ninjs.is_item(fields):
            return ninjs.read_item(line.rstrip(b"\r\n"), place)
        if auto_archiver.is_item(fields):
            return auto_archiver.read_item(line.rstrip(b"\r\n"), place)
        return _to_incoming(fields, line, place)
    except IntakeError as error:
        return error.at(place, f"{name}:{number}")


def _parse(line: bytes) -> dict[str, object]:
    try:
        parsed = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise IntakeError("bad_encoding", "not_utf8", byte=error.start + 1) from None
    except json.JSONDecodeError as error:
        raise IntakeError("bad_json", "not_json", why=error.msg, character=error.pos + 1) from None
    except (ValueError, RecursionError):  # an integer of thousands of digits, brackets nested thousands deep
        raise IntakeError("bad_json", "odd_json") from None
    if not isinstance(parsed, dict):
        raise IntakeError("bad_json", "no_object")
    return parsed


def _to_incoming(fields: dict[str, object], line: bytes, place: str) -> Incoming:
    text, text_flags = _text_of(fields)
    values: dict[str, str | None] = {}
    flags = list(text_flags)
    for field in _METADATA_FIELDS:
        values[field] = _string_or_none(fields, field, flags)
    published = _published_of(fields, flags)
    original = line.rstrip(b"\r\n")
    return Incoming(
        id=_id_of(fields) or place,
        text=text,
        original=original,
        sha256=hash_bytes(original),
        published=published,
        published_from=None if published is None else "jsonl",
        encoding="utf-8",
        flags=tuple(flags),
        metadata=tuple((field, value, "jsonl") for field, value in _said(values, fields)),
        kind="line",
        **values,
    )


def _text_of(fields: dict[str, object]) -> tuple[str, tuple[str, ...]]:
    text = fields.get("text")
    if not isinstance(text, str):
        raise IntakeError("bad_json", "text_missing" if "text" not in fields else "text_no_string")
    if not text.strip():
        raise IntakeError("empty", "text_blank")
    check_length(text)
    return clean(text)


def _string_or_none(fields: dict[str, object], field: str, flags: list[str]) -> str | None:
    value = fields.get(field)
    if value is None:
        return None
    if not isinstance(value, str):
        flags.append(f"{field}_invalid")
        return None
    return clean(value)[0].strip() or None


def _published_of(fields: dict[str, object], flags: list[str]) -> str | None:
    """Check the date; one that does not exist costs the date, not the report."""
    value = fields.get("published")
    if value is None or value == "":
        return None
    try:
        return check_published(value if isinstance(value, str) else repr(value))
    except ValueError:
        flags.append("published_invalid")
        return None


def _id_of(fields: dict[str, object]) -> str | None:
    value = fields.get("id")
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    return clean(str(value))[0].strip() or None


def _said(values: dict[str, str | None], fields: dict[str, object]) -> Iterator[tuple[str, str]]:
    """List what the line says of itself, the publication date in its own words (also when it is no date)."""
    for field, value in values.items():
        if value is not None:
            yield field, value
    published = fields.get("published")
    if isinstance(published, str) and published.strip():
        yield "published", clean(published)[0]


def _skip_rest_of_line(stream: BinaryIO, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = stream.readline(1 << 16)


def _tells(given: Given) -> bool:
    """By the name; a stream without a name by its first bytes."""
    if given.named(*_ENDINGS) or given.media_type in _MEDIA_TYPES or (given.address or "").lower().endswith(_ENDINGS):
        return True
    return given.name == "stdin" and _BEGINS.match(given.head) is not None


def _read(given: Given) -> Iterator[Arrival]:
    try:
        with given.stream() as stream:
            yield from read_json_lines(stream, given.name)
    except (EOFError, zlib.error) as error:
        raise IntakeError("not_text", "damaged", why=error) from error


def _again(kept: Kept) -> str | None:
    opened = next(read_json_lines(io.BytesIO(kept.original), "line"), None)
    return opened.text if isinstance(opened, Incoming) else None


FORMAT = Format(("line",), _tells, _read, _again, _ENDINGS)
