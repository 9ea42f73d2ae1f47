"""What all tests share: how hard property tests try, and where the gold set lies."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# A slow machine is no failing property, so no example has a deadline; CI tries the same examples every time.
settings.register_profile("quick", max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("quick"), max_examples=200, derandomize=True, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "quick"))


@pytest.fixture(scope="session")
def gold_dir() -> Path:
    """The folder of the gold set, named by KHABAR_GOLD; a test that asks for it is skipped where there is none."""
    named = os.environ.get("KHABAR_GOLD", "")
    if not named:
        pytest.skip("KHABAR_GOLD names no folder: the gold set is not measured here")
    folder = Path(named)
    if not folder.is_dir():
        pytest.fail(f"KHABAR_GOLD names {folder}, which is no folder")
    return folder


@pytest.fixture(scope="session")
def corpora_dir(gold_dir: Path) -> Path:
    """The folder of raw corpora beside the gold set; skipped where there is none."""
    folder = gold_dir.parent / "corpora"
    if not folder.is_dir():
        pytest.skip("no folder of corpora beside the gold set: nothing is measured on them here")
    return folder
