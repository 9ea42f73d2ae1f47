"""What the tests of the page in a browser share: the pages they open, and a page that remembers all it said and asked for."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parents[1]
ARABIC = ROOT / "demo" / "reports" / "06-maraya-shoot-without-warning.txt"
TOLLS = ROOT / "demo" / "reports" / "12-nidaa-mosque-bombing.txt"
ENGLISH = """Shots heard near the square

ALMATY, Jan 7 (Steppe Wire) - Dozens of people were killed on Thursday, the interior ministry said. At least 18 police
officers died and more than 3,000 people were detained.

The town of Zhanaozen was quiet on Friday, residents said.
"""
WIDTHS = (390, 800, 1280)


class Case(NamedTuple):
    """A page that a test opens."""

    report: str
    ui: str


CASES = [Case("arabic", "ar"), Case("arabic", "en"), Case("tolls", "ar"), Case("english", "en"), Case("english", "ar")]


class Opened:
    """A page in the browser, with all it said and asked for."""

    def __init__(self, browser: Browser, file: Path, **context: Any) -> None:
        self.context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **context})
        self.page: Page = self.context.new_page()
        self.said: list[str] = []
        self.asked: list[str] = []
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.goto(file.as_uri())

    def run(self, script: str, value: Any = None) -> Any:
        return self.page.evaluate(script, value)
