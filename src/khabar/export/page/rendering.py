"""The page of a report: one HTML file that holds all it needs and may load nothing.

Text of reports is hostile input.  It reaches the page through the templates' escaping alone: no script and no style is
made from it, and the page's own policy (Content-Security-Policy) lets only the one script and the one style run whose
hashes it names, so that markup which slipped through could do nothing either.
"""

from __future__ import annotations

import base64
import hashlib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from khabar.desk import Failure, failure_words
from khabar.desk.digest import Digest, digest
from khabar.desk.rules.reasons import reason_of
from khabar.desk.wording import Messages, messages
from khabar.export.page.cards import Card, Cards
from khabar.export.page.panel import Panel
from khabar.export.page.paragraphs import direction_of, lines_of
from khabar.export.page.text import paragraphs_of, voices_of
from khabar.record import Document, Report

if TYPE_CHECKING:
    from jinja2 import Environment

_QUOTED = re.compile("(?<=[“«])([^”»]*)(?=[”»])")
_FOLDER: Final = Path(__file__).parent / "templates"


@dataclass(frozen=True, slots=True)
class Listed:
    """A report as the index lists it: its file, what it is called, the counts of its strip."""

    file: str
    heading: str
    document: Document
    counts: tuple[tuple[str, int], ...]


def page_of(report: Report, ui: str) -> str:
    """The page of a report, with labels in a language of `ui_languages`.

    Raises ValueError for a record without its text (`--no-text`), FileNotFoundError for a language without messages.
    """
    said = messages(ui)
    paragraphs = paragraphs_of(report)
    cards = list(Cards.of(report, said, voices_of(paragraphs)).all())
    told = digest(report)
    panel = Panel(report, told, said)
    named = {key for p in paragraphs for run in p.runs for piece in run.pieces for key in piece.homes}
    return _rendered(
        "page.html",
        said,
        report=report,
        document=report.document,
        source=web_address(report.document.url),
        heading=heading_of(report),
        told=told,
        counts=counts_of(told),
        sections=panel.sections(),
        entries=panel.homes,
        paragraphs=paragraphs,
        layers=_by_layer(cards),
        rules={card.rule.id: card.rule for card in cards if card.rule},
        named=named,
    )


def index_of(listed: Sequence[Listed], failed: Sequence[Failure], ui: str) -> str:
    """The index of a folder of pages: the reports with the counts of their strips, then those that could not be read."""
    return _rendered("index.html", messages(ui), listed=listed, failed=failed)


def heading_of(report: Report) -> str:
    """What a report is called: its title, else its first line where that is short, else its id."""
    document = report.document
    first = next(lines_of(document.text or "", document.language), None)
    if document.title or first is None or first.look == "body":
        return document.title or document.id
    return (document.text or "")[first.start : first.end]


def counts_of(told: Digest) -> list[tuple[str, int]]:
    """The counts of the strip, by the names of their messages; what there is none of is left out, but for speakers and
    disagreements.
    """
    counts = told.counts
    names = ("unnamed", "disagreements", "headline", "caveats")
    found = [(name, getattr(counts, name)) for name in names] + [(why, number) for why, number in counts.unread]
    return [("named", counts.named), *((name, number) for name, number in found if number or name == "disagreements")]


def section_of(count: str) -> str:
    """The section of the panel that a count of the strip counts."""
    sections = {"named": "claims", "unnamed": "claims", "disagreements": "disagreements", "headline": "headline"}
    return sections.get(count, "caveats" if count == "caveats" else "unread")


def _by_layer(cards: Iterable[Card]) -> dict[str, list[Card]]:
    layers: dict[str, list[Card]] = {}
    for card in cards:
        layers.setdefault(card.layer, []).append(card)
    return layers


def web_address(url: str | None) -> str | None:
    """The address where it is one of the web's; None for any other, which a page must not lead to (`javascript:`)."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def _rendered(template: str, said: Messages, **values: Any) -> str:
    style, script = _asset("page.css"), _asset("page.js")
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'; form-action 'none'"
    )
    made = _environment().get_template(template)
    return made.render(said=said, say=said.say, style=style, script=script, policy=policy, **values)


@cache
def _asset(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    """The hash by which a policy names an inline script or style."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup, escape

    def exact(words: str) -> Markup:
        """Source text as it is: a carriage return, which HTML would turn into a line feed, by its number."""
        return Markup(escape(words).replace("\r", Markup("&#13;")))  # noqa: S704 - escaped

    def spoken(sentence: str) -> Markup:
        """A sentence of ours, the words it quotes kept apart: Arabic words in an English sentence may not turn it."""
        parts = [(part, direction_of(part)) for part in _QUOTED.split(tidy(sentence))]
        quoted = Markup('<bdi dir="{}">{}</bdi>')
        return Markup("").join(
            quoted.format(direction, part) if number % 2 else part for number, (part, direction) in enumerate(parts)
        )

    made = Environment(
        loader=FileSystemLoader(_FOLDER, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["exact"] = exact
    made.filters["tidy"] = tidy
    made.filters["complaint"] = failure_words
    made.filters["spoken"] = spoken
    made.filters["reason"] = reason_of
    made.filters["section"] = section_of
    made.filters["direction"] = direction_of
    return made


def tidy(words: str) -> str:
    """Words for a line of our own: white space folded, invisible direction marks, which could turn the line, left out."""
    return " ".join("".join(c for c in words if unicodedata.category(c) != "Cf" or c in "\u200c\u200d").split())
