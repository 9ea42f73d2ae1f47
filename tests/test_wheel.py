"""The wheel: no wheel without the compiled tables, and all data files in it."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
TABLES = ("atlas/atlas.sqlite3", "languages/ar/forms/verbs.sqlite3")
MADE = shutil.ignore_patterns("__pycache__", *(Path(t).name for t in TABLES))

pytestmark = pytest.mark.slow


@pytest.fixture
def bare_checkout(tmp_path: Path) -> Path:
    """A copy of what a wheel is built from, without the tables."""
    copy = tmp_path / "checkout"
    shutil.copytree(ROOT / "src", copy / "src", ignore=MADE)
    for name in ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE", "NOTICE", ".gitignore"):
        shutil.copy(ROOT / name, copy / name)
    return copy


def build(checkout: Path) -> subprocess.CompletedProcess[str]:
    """Build the wheel offline into the checkout's dist folder; the caller looks at the outcome."""
    command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--no-index"]
    return subprocess.run(
        [*command, "--wheel-dir", str(checkout / "dist"), str(checkout)], capture_output=True, text=True, check=False
    )


def test_no_wheel_is_built_without_the_tables(bare_checkout: Path) -> None:
    built = build(bare_checkout)
    assert built.returncode != 0
    assert not list(bare_checkout.glob("dist/*.whl"))
    said = built.stdout + built.stderr
    assert "make tables" in said
    assert all(table in said for table in TABLES)


def test_an_empty_file_is_no_table(bare_checkout: Path) -> None:
    for table in TABLES:
        (bare_checkout / "src" / "khabar" / table).touch()
    assert build(bare_checkout).returncode != 0


def test_the_wheel_carries_tables_word_lists_and_types(bare_checkout: Path) -> None:
    package = bare_checkout / "src" / "khabar"
    for table in TABLES:
        shutil.copy(ROOT / "src" / "khabar" / table, package / table)
    built = build(bare_checkout)
    assert built.returncode == 0, built.stderr
    (wheel,) = bare_checkout.glob("dist/*.whl")
    inside = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        p
        for p in package.rglob("*")
        if p.suffix in {".py", ".tsv", ".toml", ".json", ".sqlite3", ".typed", ".html", ".css", ".js"}
    }
    assert {f"khabar/{p.relative_to(package).as_posix()}" for p in wanted} <= inside
    assert any(name.endswith("licenses/NOTICE") for name in inside)
