"""Chromium for the tests of the page, and the reports that they open in it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

import khabar
from khabar.export.page import page_of
from khabar.record import Report
from page_in_browser import ARABIC, ENGLISH, TOLLS, Case, Opened


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium as the system has it; without one these tests are skipped, but not where CI runs."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        if os.environ.get("CI"):
            pytest.fail("no Chromium on this machine, and CI is set: .ci/run installs the package chromium")
        pytest.skip("no Chromium on this machine: the page is not looked at in a browser")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def reports() -> dict[str, Report]:
    return {
        "arabic": khabar.read(ARABIC.read_text(encoding="utf-8"), id="arabic", outlet="مرايا الشرق"),
        "tolls": khabar.read(TOLLS.read_text(encoding="utf-8"), id="tolls"),
        "english": khabar.read(ENGLISH, id="english", outlet="Steppe Wire", published="2022-01-07"),
    }


@pytest.fixture
def opened(browser: Browser, reports: dict[str, Report], tmp_path: Path) -> Iterator[Any]:
    """A function that opens the page of a case; whatever it opened must have been silent and asked for nothing."""
    pages: list[Opened] = []

    def open_page(case: Case, **context: Any) -> Opened:
        file = tmp_path / f"{case.report}.{case.ui}.html"
        file.write_text(page_of(reports[case.report], case.ui), encoding="utf-8")
        pages.append(Opened(browser, file, **context))
        return pages[-1]

    yield open_page
    for page in pages:
        assert not page.said
        assert [url for url in page.asked if not url.startswith("file:")] == []
        assert len(page.asked) == 1
        page.context.close()
