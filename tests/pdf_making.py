"""Small PDF files for tests: every letter is set at its place, in the order in which it is seen, as programs for print do."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from typing import NamedTuple

EM = 12.0
WIDTH = 0.5
"""Ems of every letter."""
WIDTHS = " ".join(["500"] * 224)
FONT = (
    f"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar 32 /LastChar 255 /Widths [{WIDTHS}] "
    "/ToUnicode 4 0 R /Encoding /WinAnsiEncoding >>"
)


class Placed(NamedTuple):
    """A line: its letters as they are seen from left to right, its left side, its baseline, its size."""

    seen: Sequence[str]
    left: float
    base: float
    em: float = EM


def seen(text: str) -> list[str]:
    """An Arabic line as it is seen: from the right, numbers and Latin words the other way round, lam with alef one shape."""
    pieces = re.findall(r"[0-9][0-9.,:/]*[0-9]|[0-9A-Za-z]+(?:[ -][A-Za-z0-9]+)*|لا|لأ|لإ|لآ|.", text)
    mirrored = str.maketrans("()«»[]", ")(»«][")
    shapes: list[str] = []
    for piece in reversed(pieces):
        shapes += list(piece) if piece[0].isascii() and piece[0].isalnum() else [piece.translate(mirrored)]
    return shapes


def width(letters: Sequence[str], em: float = EM) -> float:
    """How wide a line is."""
    return len(letters) * WIDTH * em


def right(text: str, base: float, side: float = 550.0) -> Placed:
    """An Arabic line that begins at the right side."""
    letters = seen(text)
    return Placed(letters, side - width(letters), base)


def pdf(pages: Sequence[Sequence[Placed]], info: str = "", turned: str = "") -> bytes:
    """A document of these pages; `info` is what stands in its information dictionary, `turned` a matrix for all that is set."""
    shapes = sorted({shape for page in pages for line in page for shape in line.seen if shape != " "})
    codes = {shape: number for number, shape in enumerate(shapes, 33)}
    assert len(codes) < 220
    kids = " ".join(f"{6 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        FONT,
        _stream(_unicode(codes)),
        f"<< {info} >>",
    ]
    for number, page in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {7 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(_stream(f"{turned}\n" + "\n".join(_shown(line, codes) for line in page)))
    return _file(objects)


def _shown(line: Placed, codes: dict[str, int]) -> str:
    told = []
    for number, shape in enumerate(line.seen):
        if shape != " ":
            x = line.left + number * WIDTH * line.em
            told.append(f"BT /F1 {line.em} Tf 1 0 0 1 {x:.2f} {line.base:.2f} Tm <{codes[shape]:02x}> Tj ET")
    return "\n".join(told)


def _unicode(codes: dict[str, int]) -> str:
    pairs = "\n".join(f"<{code:02x}> <{shape.encode('utf-16-be').hex()}>" for shape, code in codes.items())
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def\n"
        f"1 begincodespacerange <00> <ff> endcodespacerange\n{len(codes)} beginbfchar\n{pairs}\nendbfchar\n"
        "endcmap end end"
    )


def _stream(content: str) -> str:
    packed = zlib.compress(content.encode("ascii")).hex() + ">"
    return f"<< /Length {len(packed)} /Filter [/ASCIIHexDecode /FlateDecode] >>\nstream\n{packed}\nendstream"


def _file(objects: Sequence[str]) -> bytes:
    made = "%PDF-1.5\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    trailer = f"trailer << /Size {size} /Root 1 0 R /Info 5 0 R >>\nstartxref\n{len(made)}\n%%EOF"
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}"
    return (made + end).encode("latin-1")
