"""The rulebook: docs/rulebook, written from the rules themselves, one page a pack and layer, in every language of the UI.

The English pages stand in the folder itself, those of another language in a folder named by its code.  Text of the other
direction stands in paragraphs of its own, so that no line mixes directions.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from khabar.desk.rules.cards import RuleCard, Sentences, all_cards
from khabar.desk.rules.reasons import reason_of
from khabar.desk.wording import Messages, messages, ui_languages

_MARK: Final = "<!-- written by `khabar rulebook` from the rules; edit those -->"
_INDEX: Final = "README.md"
_ROOT_LANGUAGE: Final = "en"
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def write_rulebook(folder: Path, cards: Sequence[RuleCard] | None = None) -> list[str]:
    """Bring the pages in `folder` up to date; the names of those written or removed.  Raises OSError."""
    pages = rulebook_pages(all_cards() if cards is None else cards)
    stale = out_of_date(folder, cards)
    for name in stale:
        path = folder / name
        if name in pages:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(pages[name], encoding="utf-8", newline="\n")
        else:
            path.unlink()
    return stale


def out_of_date(folder: Path, cards: Sequence[RuleCard] | None = None) -> list[str]:
    """The names of pages ("ar-times.md", "ar/ar-times.md") that are missing, differ from the rules, or belong to no rule
    any more.
    """
    pages = rulebook_pages(all_cards() if cards is None else cards)
    found = [*folder.glob("*.md"), *folder.glob("*/*.md")] if folder.is_dir() else []
    there = {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in found}
    differing = {name for name, text in pages.items() if there.get(name) != text}
    orphaned = {name for name, text in there.items() if name not in pages and text.startswith(_MARK)}
    return sorted(differing | orphaned)


def rulebook_pages(cards: Sequence[RuleCard]) -> dict[str, str]:
    """File name → text of every page, the indexes included."""
    by_page: dict[str, list[RuleCard]] = {}
    for card in cards:
        by_page.setdefault(card.page, []).append(card)
    pages: dict[str, str] = {}
    for ui in ui_languages():
        book = _Book(messages(ui))
        folder = "" if ui == _ROOT_LANGUAGE else f"{ui}/"
        pages[f"{folder}{_INDEX}"] = book.index(by_page)
        pages |= {f"{folder}{name}.md": book.page(name, by_page[name]) for name in sorted(by_page)}
    return pages


@dataclass(frozen=True, slots=True)
class _Book:
    """The pages in one language."""

    words: Messages

    def index(self, by_page: dict[str, list[RuleCard]]) -> str:
        said = self.words.tables["book"]
        columns = [said[name] for name in ("page", "rules", "takes", "refuses", "wishes")]
        lines = [f"# {said['title']}", "", said["opening"], "", self._others(), ""]
        lines += [f"| {' | '.join(columns)} |", "|---|---|---|---|---|"]
        for name in sorted(by_page):
            cards = by_page[name]
            counts = [sum(len(getattr(c, kind)) for c in cards) for kind in ("takes", "refuses", "wishes")]
            lines.append(f"| [{name}]({name}.md) | {' | '.join(str(n) for n in (len(cards), *counts))} |")
        return self._whole(lines)

    def page(self, name: str, cards: list[RuleCard]) -> str:
        lines = [f"# {name}", ""]
        for chapter in sorted({card.chapter for card in cards}):
            about = self.words.tables["chapter"].get(chapter)
            lines += [f"## {chapter}", "", *([about, ""] if about else [])]
            for card in cards:
                if card.chapter == chapter:
                    lines += self._entry(card)
        return self._whole(lines)

    def _whole(self, lines: list[str]) -> str:
        """The page; one that runs from right to left says so around all of it."""
        if self.words.direction == "rtl":
            lines = ['<div dir="rtl">', "", *lines, "", "</div>"]
        text = "\n".join([_MARK, "", *lines])
        return re.sub("\n{3,}", "\n\n", text).rstrip("\n") + "\n"

    def _others(self) -> str:
        """Where the index stands in the other languages: each is named in itself, so its name stands alone in its line."""
        up = "" if self.words.code == _ROOT_LANGUAGE else "../"
        links = []
        for code in ui_languages():
            if code != self.words.code:
                said, folder = messages(code), "" if code == _ROOT_LANGUAGE else f"{code}/"
                link = f'<a href="{up}{folder}{_INDEX}">{said.say("book.in_this_language")}</a>'
                links.append(f'<p dir="{said.direction}">{link}</p>')
        return "\n".join(links)

    def _entry(self, card: RuleCard) -> list[str]:
        said, reason = self.words.tables["book"], reason_of(card, self.words.code)
        name = card.id.rpartition(".")[2]
        title = f"{name} ({said['trap']})" if card.trap else name
        lines = [f"### {title}", "", *self._paragraph(reason.text, reason.direction)]
        headed = (("those_taken", card.takes), ("those_refused", card.refuses), ("those_wished", card.wishes))
        for heading, sentences in headed:
            if sentences:
                lines += [f"{said[heading]}:", "", *self._sentences(sentences, card.direction)]
        return lines

    def _sentences(self, sentences: Sentences, direction: str) -> list[str]:
        lines: list[str] = []
        for sentence, fields in sentences:
            lines += self._paragraph(sentence, direction)
            plain = [f"{name} `{value}`" for name, value in fields if not _RIGHT_TO_LEFT.search(value)]
            if plain:
                lines += [f"- {', '.join(plain)}"]
            for name, value in fields:
                if _RIGHT_TO_LEFT.search(value):
                    lines += [f"- {name}", f"  {_directed(value, 'rtl')}"]
            if fields:
                lines.append("")
        return lines

    def _paragraph(self, text: str, direction: str) -> list[str]:
        """A paragraph of Markdown, in its direction."""
        own = direction == self.words.direction == "ltr"
        return [html.escape(text, quote=False) if own else _directed(text, direction), ""]


def _directed(text: str, direction: str) -> str:
    return f'<p dir="{direction}">{html.escape(text, quote=False)}</p>'
