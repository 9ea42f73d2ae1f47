"""The letters of a page of a PDF as PDFium finds them, each with its place, the page turned so that its text stands upright."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from khabar.intake.incoming import IntakeError

_MOST_ON_A_PAGE: Final = 300_000
"""Letters; the small print of a newspaper's page has a tenth of them."""
_UPRIGHT: Final = 0.15
"""Radians by which letters may be turned; a stamp across the page is no line of it."""
_FLOATING: Final = 0.3
"""Ems above its baseline at which a letter's box begins that is the box of the mark above it."""
_NOTHING: Final = frozenset("\x00\uffff")
_HYPHENS: Final = frozenset("\x02\ufffe")
"""What PDFium says in the place of a hyphen that ends a line."""
_QUARTER: Final = math.pi / 2


class Shape(NamedTuple):
    """A shape: its letters, its sides, its baseline and size (em) in points, and the point it is set at.

    `at` counts it; `spaced`: the file has a space before it; `floating`: its box is that of a mark above or below it.
    """

    text: str
    left: float
    right: float
    base: float
    em: float
    at: int
    spaced: bool
    origin: float
    floating: bool


class _Raw(NamedTuple):
    """A letter where the file has it: box (left, foot, right, top), point, size, angle against the clock's hand."""

    letter: str
    box: tuple[float, float, float, float]
    point: tuple[float, float]
    em: float
    angle: float
    at: int
    spaced: bool


def letters_of(page: Any) -> tuple[list[Shape], float]:
    """The letters in the order of the file, and the height of the page; those that are turned otherwise than most are left out.

    Raises IntakeError where there are more than any page has.
    """
    found = list(_raw(page))
    turns = Counter(round(letter.angle / _QUARTER) % 4 for letter in found)
    turn = turns.most_common(1)[0][0] if turns else 0
    size = page.get_width(), page.get_height()
    width, height = size if page.get_rotation() in (0, 180) else size[::-1]
    upright = [letter for letter in found if _apart(letter.angle, turn * _QUARTER) < _UPRIGHT]
    shift = (0.0, 0.0, height, width)[turn]
    return [_shape(letter, turn, shift) for letter in upright], width if turn % 2 else height


def _raw(page: Any) -> Iterator[_Raw]:
    import ctypes

    from pypdfium2 import raw  # start-up: a library of 7 MB is opened

    text = page.get_textpage()
    x, y, matrix = ctypes.c_double(), ctypes.c_double(), raw.FS_MATRIX()
    spaced = True
    if text.count_chars() > _MOST_ON_A_PAGE:
        raise IntakeError("too_large", "page_too_full", letters=text.count_chars(), limit=_MOST_ON_A_PAGE)
    for at in range(text.count_chars()):
        letter = _letter(raw.FPDFText_GetUnicode(text, at))
        if letter.isspace():
            spaced = spaced or letter not in "\r\n"
        elif letter not in _NOTHING:
            raw.FPDFText_GetCharOrigin(text, at, x, y)
            raw.FPDFText_GetMatrix(text, at, matrix)
            em = raw.FPDFText_GetFontSize(text, at) * (math.hypot(matrix.b, matrix.d) or 1.0)
            box, angle = text.get_charbox(at, loose=True), raw.FPDFText_GetCharAngle(text, at)
            yield _Raw(letter, box, (x.value, y.value), em, angle, at, spaced)
            spaced = False
    text.close()


def _letter(code: int) -> str:
    letter = chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
    return "-" if letter in _HYPHENS else letter


def _apart(one: float, other: float) -> float:
    away = abs(one - other) % (2 * math.pi)
    return min(away, 2 * math.pi - away)


def _shape(raw: _Raw, turn: int, shift: float) -> Shape:
    """A letter on the page turned by so many quarters, its foot on the ground again."""
    first, second = _turned(raw.box[:2], turn), _turned(raw.box[2:], turn)
    left, right = sorted((first[0], second[0]))
    foot, top = sorted((first[1] + shift, second[1] + shift))
    x, y = _turned(raw.point, turn)
    y += shift
    floating = foot > y + _FLOATING * raw.em or top < y
    return Shape(raw.letter, left, right, y, raw.em, raw.at, raw.spaced, x, floating)


def _turned(point: tuple[float, ...], turn: int) -> tuple[float, float]:
    x, y = point
    return ((x, y), (-y, x), (-x, -y), (y, -x))[turn]
