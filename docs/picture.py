"""Take the pictures of the page that the documentation shows: `make picture`, after a change of the page or the rules.

Needs Chromium and the fonts Noto Naskh Arabic and Noto Sans; each picture must stay small, or the script says so.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

import khabar
from khabar.export.page import page_of

DOCS = Path(__file__).resolve().parent
REPORT = DOCS.parent / "demo" / "reports" / "06-maraya-shoot-without-warning.txt"
OUTLET = "مرايا الشرق"
MOST_BYTES = 300_000
WINDOW = {"width": 1280, "height": 860}


def main() -> int:
    """Write docs/page.en.png (with the card of a claim open) and docs/page.ar.png; 1 when one cannot be made."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        sys.stderr.write("no Chromium on this machine: the pictures stay as they are\n")
        return 1
    report = khabar.read(REPORT.read_text(encoding="utf-8"), id=REPORT.name, outlet=OUTLET)
    claim = next(claim for claim in report.claims if claim.cue and claim.speaker and not claim.headline)
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        for ui, opened in (("en", claim.id), ("ar", None)):
            file, picture = Path(folder, f"{ui}.html"), DOCS / f"page.{ui}.png"
            file.write_text(page_of(report, ui), encoding="utf-8")
            page = browser.new_page(viewport=WINDOW, color_scheme="light")
            page.goto(file.as_uri())
            if opened:
                page.locator(f'#text a[data-i~="{opened}"]').first.focus()
            page.screenshot(path=picture)
            size = picture.stat().st_size
            sys.stderr.write(f"{picture.name}: {size // 1000} kB\n")
            if size > MOST_BYTES:
                return 1
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
