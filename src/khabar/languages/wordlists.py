"""Word lists: tab-separated files beside the rules, with column names in the first line and # comments."""

from __future__ import annotations

from pathlib import Path


def rows(file: Path) -> list[dict[str, str]]:
    """The rows of a list as column → text; "-" and missing cells are empty.

    Raises ValueError naming file and line when a row has more cells than there are columns.
    """
    found: list[dict[str, str]] = []
    columns: list[str] = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if not columns:
            columns = cells
            continue
        if len(cells) > len(columns):
            raise ValueError(f"{file.name}:{number}: {len(cells)} cells for {len(columns)} columns")
        cells += [""] * (len(columns) - len(cells))
        found.append({c: "" if v == "-" else v for c, v in zip(columns, cells, strict=True)})
    return found


def alternatives(cell: str) -> list[str]:
    """The parts of a cell that lists several forms with bars between them."""
    return [part.strip() for part in cell.split("|") if part.strip()]
