"""A case of invented reports about victims, detainees, suspects, witnesses and children, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from invented_people import REPORTS
from khabar.desk import Wishes
from khabar.desk.cases import Added, add


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("people")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    path = folder / "people.khabar"
    for name in REPORTS:
        (outcome,) = add(path, [str(folder / name)], Wishes("2022-01-08", "برزخ نت"), "Salma Collector")
        assert isinstance(outcome, Added)
    return path


@pytest.fixture
def case(made: Path, tmp_path: Path) -> Path:
    """A copy of it, to write into."""
    path = tmp_path / "people.khabar"
    path.write_bytes(made.read_bytes())
    return path
