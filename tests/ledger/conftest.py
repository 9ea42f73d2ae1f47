"""A case of one's own: a copy of the one that a file's `demo` fills once for all its tests."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def case(demo: Path, tmp_path: Path) -> Path:
    """A copy of the file's demo case, to write into."""
    path = tmp_path / "case.khabar"
    path.write_bytes(demo.read_bytes())
    return path
