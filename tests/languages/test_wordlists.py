"""Word lists: what stands in a row, what is passed over, what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from khabar.languages.wordlists import alternatives, rows


def listed(folder: Path, *lines: str) -> Path:
    """A list of these lines."""
    file = folder / "list.tsv"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def test_rows_are_columns_and_texts(tmp_path: Path) -> None:
    file = listed(tmp_path, "word\tclass\tnote", "# a comment", "  ", " one \t a\t-", "two\tb", "-three\t\tx - y")
    assert rows(file) == [
        {"word": "one", "class": "a", "note": ""},
        {"word": "two", "class": "b", "note": ""},
        {"word": "-three", "class": "", "note": "x - y"},
    ]


def test_a_row_with_too_many_cells_is_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"list\.tsv:3: 3 cells for 2 columns"):
        rows(listed(tmp_path, "word\tclass", "one\ta", "two\tb\tc"))


@pytest.mark.parametrize(
    ("cell", "parts"),
    [("", []), (" ", []), ("one", ["one"]), (" one ", ["one"]), ("one | two", ["one", "two"]), ("one||", ["one"])],
)
def test_a_cell_may_list_several(cell: str, parts: list[str]) -> None:
    assert alternatives(cell) == parts
