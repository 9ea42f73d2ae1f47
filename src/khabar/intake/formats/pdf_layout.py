"""The lines of a page in the order in which they are read, put together to paragraphs: columns, headings, broken words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from khabar.intake.formats.pdf_lines import Line
from khabar.intake.formats.pdf_order import is_rtl, mended

_GUTTER: Final = 1.0
"""Ems of white between two columns, all the way down."""
_COLUMN_ROWS: Final = 3
_CELL: Final = 9.0
"""Ems: shorter pieces beside one another are cells of a table, which is read row by row."""
_LEADING: Final = 1.45
"""Times the usual distance of two lines, beyond which a paragraph ends."""
_APART: Final = 2.1
"""Ems between the baselines of two lines, beyond which the end of a sentence is the end of its paragraph."""
_SHORT: Final = 0.22
"""Part of its column that the last line of a paragraph leaves empty."""
_BROKEN: Final = re.compile(r"(?<=[a-zà-öø-ÿа-яё])[-\xad\u2010]\Z")
_ENDS: Final = re.compile(r"[.!?…؟:؛»”\"]\W*\Z")


def in_reading_order(lines: Sequence[Line], rtl: bool) -> list[list[Line]]:
    """The blocks of a page (columns, stretches over the whole width) in their order; `rtl`: of columns the right one first."""
    rows = _rows(lines)
    begin, end = _columns(rows)
    if begin == end:
        return (
            [[line for row in rows for line in (sorted(row, key=lambda line: line.left, reverse=rtl))]] if rows else []
        )
    blocks = in_reading_order([line for row in rows[:begin] for line in row], rtl)
    blocks += _parted([line for row in rows[begin:end] for line in row], rtl)
    return blocks + in_reading_order([line for row in rows[end:] for line in row], rtl)


def paragraphs(block: Sequence[Line]) -> Iterator[tuple[str, Line]]:
    """The paragraphs of a block, each with its last line."""
    if not block:
        return
    gaps = [above.base - below.base for above, below in pairwise(block) if above.base - below.base > 0.1]
    usual = sorted(gaps)[len(gaps) // 4] if gaps else 0.0
    body = _median(line.em for line in block)
    left, right = min(line.left for line in block), max(line.right for line in block)
    text, last = "", block[0]
    for row in _cells(block):
        line = row[0]
        if text and (len(row) > 1 or _ends(last, line, (left, right), (usual, body))):
            yield _whole(text, last), last
            text = ""
        text = joined(text, line.text) if text else "\t".join(cell.text for cell in row)
        last = line
        if len(row) > 1:
            yield text, last
            text = ""
    if text:
        yield _whole(text, last), last


def _cells(block: Sequence[Line]) -> Iterator[list[Line]]:
    """The rows of a block; more than one line of one height are cells of a table."""
    row: list[Line] = []
    for line in block:
        if row and abs(row[0].base - line.base) > 0.1 * line.em:
            yield row
            row = []
        row.append(line)
    yield row


def _ends(last: Line, line: Line, sides: tuple[float, float], measures: tuple[float, float]) -> bool:
    usual, body = measures
    return not _is_heading(last, line, body) and _ends_paragraph(last, line, sides, usual)


def _is_heading(last: Line, line: Line, body: float) -> bool:
    """Whether two lines are of one heading: both larger than the text, by the same measure, close together."""
    large = min(last.em, line.em) > 1.2 * body and abs(last.em - line.em) < 0.05 * line.em
    return large and last.base - line.base < 1.9 * line.em


def _whole(text: str, last: Line) -> str:
    return mended(text) if last.rtl or is_rtl(text) is not None else text


def joined(text: str, more: str) -> str:
    """Two lines of one paragraph; a word that was broken at its end is whole again."""
    broken = _BROKEN.search(text)
    if broken and more[:1].islower():
        return text[: broken.start()] + more
    return f"{text} {more}"


def goes_on(text: str, more: str) -> bool:
    """Whether a paragraph that stands last on its page seems to go on with the first one of the next."""
    return _ENDS.search(text) is None and not more[:1].isupper() and len(text.split()) > 6


def _ends_paragraph(last: Line, line: Line, sides: tuple[float, float], usual: float) -> bool:
    width = max(sides[1] - sides[0], 0.1)
    empty = (last.left - sides[0]) if last.rtl else (sides[1] - last.right)
    begins = (sides[1] - line.right) if line.rtl else (line.left - sides[0])
    began = (sides[1] - last.right) if last.rtl else (last.left - sides[0])
    gap, ends = last.base - line.base, _ENDS.search(last.text) is not None
    if (
        gap > _LEADING * usual
        or (ends and gap > _APART * line.em)
        or abs(last.em - line.em) > 0.15 * max(last.em, line.em)
    ):
        return True
    if _BROKEN.search(last.text):
        return False
    indented = 0.8 * line.em < begins < 5 * line.em and began < 0.4 * line.em
    return indented or (empty > _SHORT * width and (empty > 0.4 * width or ends))


def _rows(lines: Sequence[Line]) -> list[list[Line]]:
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: -line.base):
        if rows and rows[-1][0].base - line.base < 0.35 * line.em:
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _columns(rows: Sequence[Sequence[Line]]) -> tuple[int, int]:
    """The first rows, from … to, that stand in columns: a strip of white runs down between them.  (0, 0) where none do."""
    at = 0
    while at < len(rows):
        begin, end, beside = at, at, 0
        while end < len(rows) and _gutter([line for row in rows[begin : end + 1] for line in row]):
            beside += len(rows[end]) > 1
            end += 1
        if beside >= _COLUMN_ROWS and not _is_table([line for row in rows[begin:end] for line in row]):
            return begin, end
        at = max(end, at + 1)
    return 0, 0


def _gutter(lines: Sequence[Line]) -> tuple[float, float] | None:
    """The widest strip of white with lines on both sides; one line alone has room for any."""
    if len(lines) == 1:
        return (lines[0].right, lines[0].right)
    em = _median(line.em for line in lines)
    ordered = sorted(lines, key=lambda line: line.left)
    reach, best = ordered[0].right, None
    for line in ordered[1:]:
        if line.left - reach >= _GUTTER * em and (best is None or line.left - reach > best[1] - best[0]):
            best = (reach, line.left)
        reach = max(reach, line.right)
    return best


def _median(values: Iterable[float]) -> float:
    from statistics import median

    return median(values)


def _is_table(lines: Sequence[Line]) -> bool:
    return _median((line.right - line.left) / max(line.em, 0.1) for line in lines) < _CELL


def _parted(lines: Sequence[Line], rtl: bool) -> list[list[Line]]:
    gutter = _gutter(lines)
    if gutter is None or gutter[0] == gutter[1]:
        return in_reading_order(lines, rtl)
    middle = (gutter[0] + gutter[1]) / 2
    left = [line for line in lines if line.right <= middle]
    right = [line for line in lines if line.left >= middle]
    first, second = (right, left) if rtl else (left, right)
    return in_reading_order(first, rtl) + in_reading_order(second, rtl)
