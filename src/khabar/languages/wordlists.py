"""Word lists: tab-separated files beside the rules, with column names in the first line and # comments."""

from __future__ import annotations

from pathlib import Path
from typing import Final

_NONE: Final = "-"


def rows(file: Path) -> list[dict[str, str]]:
    """The rows of a list as column → text; "-" and missing cells are empty.

    Raises ValueError naming file and line when a row has more cells than there are columns.
    """
    found: list[dict[str, str]] = []
    columns: list[str] = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#") or not line or line.isspace():
            continue
        cells = [*map(str.strip, line.split("\t"))]
        if not columns:
            columns = cells
            continue
        if len(cells) != len(columns):
            if len(cells) > len(columns):
                raise ValueError(f"{file.name}:{number}: {len(cells)} cells for {len(columns)} columns")
            cells += [""] * (len(columns) - len(cells))
        if _NONE in cells:
            cells = ["" if cell == _NONE else cell for cell in cells]
        found.append(dict(zip(columns, cells, strict=True)))
    return found


def alternatives(cell: str) -> list[str]:
    """The parts of a cell that lists several forms with bars between them."""
    if "|" not in cell:
        one = cell.strip()
        return [one] if one else []
    return [part.strip() for part in cell.split("|") if part.strip()]
