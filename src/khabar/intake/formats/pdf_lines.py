"""The lines of a page of a PDF: shapes with their places, put together by where they stand."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from khabar.intake.formats.pdf_letters import Shape, letters_of
from khabar.intake.formats.pdf_order import ALEFS, Sign, in_one_shape, is_rtl, logical, plain

_SAME_LINE: Final = 0.35
"""Ems by which the baselines of one line may differ."""
_COLUMNS: Final = 1.6
"""Ems between two shapes of one height beyond which they belong to different columns."""
_TOUCHING, _SPACE, _FAR = 0.145, 0.16, 0.22
"""Ems between two shapes: a space where the file has one there too, and one in any case."""
_EQUAL: Final = 0.2
"""Part of the widest space of a line by which its spaces may differ and be equal."""
_BRACKETS: Final = frozenset("()[]{}")
"""Marks with white of their own on both sides, beside which the file may have a space that nobody wrote."""
_BAND: Final = 10.0
"""Points: letters are looked up by the strip of this height in which they stand."""
_NOWHERE: Final = -(1 << 30)
"""In place of the number of a letter whose neighbours in the file say nothing about it."""


@dataclass(slots=True)
class Line:
    """A line of one column.  `base` grows upwards, as in the file; `em` is the size of most of its letters."""

    text: str
    left: float
    right: float
    base: float
    em: float
    rtl: bool


def lines_of(page: Any) -> tuple[list[Line], float]:
    """The lines of a page, from top to bottom, those of one height from left to right, and the height of the page."""
    found, height = letters_of(page)
    shapes = list(_together(found))
    marks = [shape for shape in shapes if _is_mark(shape.text)]
    letters = _with_marks([shape for shape in shapes if not _is_mark(shape.text)], marks)
    rtl = is_rtl("".join(shape.text for shape in letters)) or False
    lines = [_line(piece, rtl) for row in _rows(letters) for piece in _pieces(row)]
    return [line for line in lines if line.text.strip()], height


def _together(letters: Iterable[Shape]) -> Iterator[Shape]:
    """Letters that stand at one place are of one shape (a ligature)."""
    waiting: list[Shape] = []
    for letter in letters:
        if waiting and (
            letter.spaced or abs(waiting[0].origin - letter.origin) + abs(waiting[0].base - letter.base) > 0.01
        ):
            yield _shape(waiting)
            waiting = []
        waiting.append(letter)
    if waiting:
        yield _shape(waiting)


def _shape(letters: Sequence[Shape]) -> Shape:
    if len(letters) == 1:
        return letters[0]._replace(text=plain(letters[0].text))
    text = plain(in_one_shape([(letter.text, letter.left + letter.right) for letter in letters]))
    left, right = min(letter.left for letter in letters), max(letter.right for letter in letters)
    return letters[0]._replace(text=text, left=left, right=right)


def _is_mark(text: str) -> bool:
    return all(unicodedata.combining(sign) for sign in text)


def _with_marks(letters: list[Shape], marks: Sequence[Shape]) -> list[Shape]:
    """Each mark behind the letter above or below which it stands."""
    by_height: dict[int, list[int]] = defaultdict(list)
    for n, letter in enumerate(letters):
        by_height[int(letter.base / _BAND)].append(n)
    for mark in marks:
        bands = range(int((mark.base - mark.em) / _BAND), int((mark.base + mark.em) / _BAND) + 1)
        near = [
            n for band in bands for n in by_height.get(band, ()) if abs(letters[n].base - mark.base) < letters[n].em
        ]
        if near:
            at = min(near, key=lambda n: _distance(letters[n], mark))
            marked = letters[at]._replace(text=letters[at].text + mark.text)
            if abs(marked.origin - mark.origin) < 0.01:
                marked = marked._replace(left=min(marked.left, mark.left), right=max(marked.right, mark.right))
            letters[at] = marked
    return letters


def _distance(letter: Shape, mark: Shape) -> tuple[bool, float, int]:
    """How far a mark stands from a letter: least from the one that is set at the same point."""
    middle = (mark.left + mark.right) / 2
    beside = max(letter.left - middle, middle - letter.right, 0)
    return abs(letter.origin - mark.origin) > 0.01, beside, abs(letter.at - mark.at)


def _rows(letters: Iterable[Shape]) -> list[list[Shape]]:
    """Letters of one height, from the top of the page; within a row from left to right."""
    rows: list[list[Shape]] = []
    for letter in sorted(letters, key=lambda letter: -letter.base):
        if rows and rows[-1][0].base - letter.base < _SAME_LINE * max(rows[-1][0].em, letter.em):
            rows[-1].append(letter)
        else:
            rows.append([letter])
    return _without_marked([sorted(row, key=_from_left) for row in rows])


def _without_marked(rows: Sequence[list[Shape]]) -> list[list[Shape]]:
    """Some programs give a letter and its mark the place of the mark: such letters go to the row in which they have their gap."""
    raised = [shape for row in rows for shape in row if _is_raised(shape)]
    kept = [[shape for shape in row if not _is_raised(shape)] for row in rows]
    lost = []
    widths = _widths(shape for row in kept for shape in row) if raised else {}
    for shape in raised:
        near = [
            row for row in kept if row and abs(row[0].base - shape.base) < 0.75 * shape.em and _has_room(row, shape)
        ]
        if near:
            row = min(near, key=lambda row: abs(row[0].base - shape.base))
            middle, half = (shape.left + shape.right) / 2, _width(shape.text, widths) * shape.em / 2
            row.append(shape._replace(base=row[0].base, left=middle - half, right=middle + half, at=_NOWHERE))
            row.sort(key=_from_left)
        else:
            lost.append([shape])
    return sorted(filter(None, [*kept, *lost]), key=lambda row: -row[0].base)


def _is_raised(shape: Shape) -> bool:
    return shape.floating and any(map(unicodedata.combining, shape.text))


def _width(text: str, known: dict[str, float]) -> float:
    """Ems that letters take whose own width is not told: as elsewhere on the page, else as is usual."""
    bare = _bare(text)
    usual = 0.28 if bare in ALEFS else 0.25 * (1 + len(bare))
    return max(usual, known.get(bare, 0.0)) if len(bare) > 1 else known.get(bare, usual)


def _widths(shapes: Iterable[Shape]) -> dict[str, float]:
    """Ems that letters take on this page, in the middle of their shapes."""
    found: dict[str, list[float]] = defaultdict(list)
    for shape in shapes:
        found[_bare(shape.text)].append((shape.right - shape.left) / max(shape.em, 0.1))
    return {letter: sum(widths) / len(widths) for letter, widths in found.items()}


def _bare(text: str) -> str:
    return "".join(sign for sign in text if not unicodedata.combining(sign))


def _has_room(row: Sequence[Shape], shape: Shape) -> bool:
    """Whether a row reaches to a letter's place: its own words stand on one side of it, close by."""
    middle = (shape.left + shape.right) / 2
    return any(abs(max(known.left - middle, middle - known.right)) < shape.em for known in row)


def _from_left(letter: Shape) -> tuple[float, int]:
    return letter.left + letter.right, letter.at


def _pieces(row: Sequence[Shape]) -> Iterator[list[Shape]]:
    """A row cut where a column ends; not where a line was made to fill its column by equal spaces between its words."""
    gaps = [gap for gap in (_gap(row, at) for at in range(1, len(row))) if gap > _SPACE]
    if len(gaps) > 1 and max(gaps) - min(gaps) < _EQUAL * max(gaps):
        yield list(row)
        return
    piece: list[Shape] = []
    for at, letter in enumerate(row):
        if piece and _gap(row, at) > _COLUMNS:
            yield piece
            piece = []
        piece.append(letter)
    yield piece


def _gap(row: Sequence[Shape], at: int) -> float:
    """Ems of white before a letter of a row."""
    return (row[at].left - max(known.right for known in row[max(at - 3, 0) : at])) / max(row[at].em, 0.1)


def _line(piece: Sequence[Shape], page_rtl: bool) -> Line:
    own = is_rtl("".join(letter.text for letter in piece))
    mixed = len({is_rtl(letter.text) for letter in piece} - {None}) == 2
    rtl = page_rtl if mixed or own is None else own
    signs = list(_spaced(piece))
    sizes = Counter(round(letter.em, 1) for letter in piece)
    return Line(
        text=" ".join(logical(signs, rtl).split()),
        left=piece[0].left,
        right=max(letter.right for letter in piece),
        base=_base(piece),
        em=sizes.most_common(1)[0][0] or 1.0,
        rtl=rtl,
    )


def _base(piece: Sequence[Shape]) -> float:
    """The baseline that most letters stand on."""
    return Counter(round(letter.base, 1) for letter in piece).most_common(1)[0][0]


def _spaced(piece: Sequence[Shape]) -> Iterator[Sign]:
    """The shapes with spaces between those that stand apart, and between those between which the file has one."""
    last: Shape | None = None
    for letter in piece:
        if last is not None and _apart(last, letter):
            yield Sign(" ", last.right, letter.left)
        yield Sign(letter.text, letter.left, letter.right)
        last = letter


def _apart(one: Shape, other: Shape) -> bool:
    gap = (other.left - one.right) / max(other.em, 0.1)
    first, second = sorted((one, other), key=lambda shape: shape.at)
    if one.text in _BRACKETS or other.text in _BRACKETS:
        return gap > _FAR
    if second.at - first.at <= 1 + len(first.text) + (2 if second.spaced else 0):  # neighbours in the file too
        return gap > _FAR or (second.spaced and gap > _TOUCHING)
    return gap > _SPACE
