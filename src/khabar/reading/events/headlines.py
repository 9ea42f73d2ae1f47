"""Lists of headlines: texts whose lines each tell other news, and lend one another no place."""

from __future__ import annotations

from khabar.text.page import Page


def is_list_of_news(page: Page) -> bool:
    """Whether a text is a list of headlines, each of other news: short paragraphs of one sentence, hardly one of which goes on
    with the one before it.
    """
    lines = {page.text[a:z] for a, z in (page.span(p.first, p.last) for p in page.paragraphs)}
    if len(lines) < _HEADLINES or any(len(line.split()) > _LINE for line in lines):
        return False
    return sum(line.lstrip().startswith(_AND) or line.count(".") > 1 for line in lines) <= 1 and not any(
        line.count(_QUOTE) for line in lines
    )


_HEADLINES, _LINE = 4, 36  # lines at least; words of one at most
_AND, _QUOTE = "\N{ARABIC LETTER WAW}", "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}"
