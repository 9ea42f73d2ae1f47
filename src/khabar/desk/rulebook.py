"""The rulebook: docs/rulebook, written from the rules themselves, one page a pack and layer.

Right-to-left text stands in paragraphs of its own, so that no line mixes directions.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from khabar.desk.rule_cards import RuleCard, Sentences, all_cards

_MARK: Final = "<!-- written by `khabar rulebook` from the rules; edit those -->"
_INDEX: Final = "README.md"
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def write_rulebook(folder: Path, cards: Sequence[RuleCard] | None = None) -> list[str]:
    """Bring the pages in `folder` up to date; the names of those written or removed.  Raises OSError."""
    pages = rulebook_pages(all_cards() if cards is None else cards)
    stale = out_of_date(folder, cards)
    folder.mkdir(parents=True, exist_ok=True)
    for name in stale:
        if name in pages:
            (folder / name).write_text(pages[name], encoding="utf-8", newline="\n")
        else:
            (folder / name).unlink()
    return stale


def out_of_date(folder: Path, cards: Sequence[RuleCard] | None = None) -> list[str]:
    """The names of pages that are missing, differ from the rules, or belong to no rule any more."""
    pages = rulebook_pages(all_cards() if cards is None else cards)
    there = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.md")} if folder.is_dir() else {}
    differing = {name for name, text in pages.items() if there.get(name) != text}
    orphaned = {name for name, text in there.items() if name not in pages and text.startswith(_MARK)}
    return sorted(differing | orphaned)


def rulebook_pages(cards: Sequence[RuleCard]) -> dict[str, str]:
    """File name → text of every page, the index included."""
    by_page: dict[str, list[RuleCard]] = {}
    for card in cards:
        by_page.setdefault(card.page, []).append(card)
    pages = {f"{name}.md": _page(name, by_page[name]) for name in sorted(by_page)}
    return {_INDEX: _index(by_page), **pages}


def _index(by_page: dict[str, list[RuleCard]]) -> str:
    lines = [
        _MARK,
        "",
        "# The rulebook",
        "",
        "Every item of a record names the rule that read it. Here stands, for each rule, why it exists and the",
        "sentences it must take and must refuse; a wish is a sentence that it should take and does not take yet. A",
        "trap reads nothing: it keeps other rules from the words it takes. The tests read all these sentences.",
        "",
        "| page | rules | takes | refuses | wishes |",
        "|---|---|---|---|---|",
    ]
    for name in sorted(by_page):
        cards = by_page[name]
        taken, refused, wished = (sum(len(getattr(c, k)) for c in cards) for k in ("takes", "refuses", "wishes"))
        lines.append(f"| [{name}]({name}.md) | {len(cards)} | {taken} | {refused} | {wished} |")
    return "\n".join(lines) + "\n"


def _page(name: str, cards: list[RuleCard]) -> str:
    lines = [_MARK, "", f"# {name}", ""]
    for chapter in sorted({card.chapter for card in cards}):
        lines += [f"## {chapter}", ""]
        for card in cards:
            if card.chapter == chapter:
                lines += _entry(card)
    return "\n".join(lines).rstrip("\n") + "\n"


def _entry(card: RuleCard) -> list[str]:
    title = card.id.rpartition(".")[2] + (" (trap)" if card.trap else "")
    lines = [f"### {title}", "", *_paragraph(card.why, "ltr")]
    for heading, sentences in (("Takes", card.takes), ("Refuses", card.refuses), ("Wishes for", card.wishes)):
        if sentences:
            lines += [f"{heading}:", "", *_sentences(sentences, card.direction)]
    return lines


def _sentences(sentences: Sentences, direction: str) -> list[str]:
    lines: list[str] = []
    for sentence, fields in sentences:
        lines += _paragraph(sentence, direction)
        plain = [f"{name} `{value}`" for name, value in fields if not _RIGHT_TO_LEFT.search(value)]
        if plain:
            lines += [f"- {', '.join(plain)}"]
        for name, value in fields:
            if _RIGHT_TO_LEFT.search(value):
                lines += [f"- {name}", f"  {_directed(value, 'rtl')}"]
        if fields:
            lines.append("")
    return lines


def _paragraph(text: str, direction: str) -> list[str]:
    """A paragraph of Markdown, in its direction."""
    return [_directed(text, direction) if direction == "rtl" else html.escape(text, quote=False), ""]


def _directed(text: str, direction: str) -> str:
    return f'<p dir="{direction}">{html.escape(text, quote=False)}</p>'
