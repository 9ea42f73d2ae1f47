"""Records of a table in text (CSV, TSV): each with its fields, the characters it stands in, and what is wrong with it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple, Protocol

from khabar.intake.incoming import MOST_CHARACTERS

DELIMITERS: Final = (",", ";", "\t", "|")
_MOST_LINES: Final = 2_000
"""Lines that one record may stand on: a quotation mark that nobody closes must not swallow the rest of the file."""
_SAMPLE: Final = 30


class _Reader(Protocol):
    """A reader of `csv`."""

    line_num: int

    def __next__(self) -> list[str]: ...


class Record(NamedTuple):
    """A record: its number (the header is 1), the line it begins on, its own characters, its fields; `fault` instead of them."""

    number: int
    line: int
    raw: str
    fields: list[str]
    fault: str | None = None


def records(text: str, delimiter: str) -> Iterator[Record]:
    """The records of a table in their order, blank ones left out.  After one that cannot be read the next line begins anew."""
    csv.field_size_limit(MOST_CHARACTERS)
    lines = physical_lines(text)
    at = number = 0
    while at < len(lines):
        reader = csv.reader(islice(lines, at, at + _MOST_LINES), delimiter=delimiter, strict=True)
        for fields, begin, end, fault in _of_reader(reader, at):
            raw = "".join(lines[begin:end])
            at = end
            if fault is None and not raw.strip():
                continue
            number += 1
            yield Record(number, begin + 1, raw, fields, fault)


def _of_reader(reader: _Reader, first: int) -> Iterator[tuple[list[str], int, int, str | None]]:
    """Fields, begin and end of each record that a reader gives; it ends with the first that cannot be read."""
    begin = first
    while True:
        try:
            fields = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            if begin > first and "unexpected end" in str(error):
                return  # perhaps only cut off by the number of lines handed over: begun again from there
            yield [], begin, begin + 1, str(error)
            return
        yield fields, begin, first + reader.line_num, None
        begin = first + reader.line_num


def physical_lines(text: str) -> list[str]:
    """The lines of a text with their ends; only CR and LF end a line of a table."""
    return list(io.StringIO(text, newline=""))


def fields_of(raw: str, delimiter: str) -> list[str]:
    """The fields of one record.  Raises csv.Error, StopIteration."""
    csv.field_size_limit(MOST_CHARACTERS)
    return next(csv.reader(physical_lines(raw), delimiter=delimiter, strict=True))


def delimiter_of(text: str, name: str) -> str:
    """The sign between fields: a tab where the name says so, else the one that cuts the first records into equal parts."""
    if name.endswith((".tsv", ".tab")):
        return "\t"
    best, chosen = (0.0, 1), ","
    for delimiter in DELIMITERS:
        sizes = [len(record.fields) for record in islice(records(text, delimiter), _SAMPLE)]
        if not sizes or sizes[0] < 2:
            continue
        found = (sum(size == sizes[0] for size in sizes) / len(sizes), sizes[0])
        if found > best:
            best, chosen = found, delimiter
    return chosen
