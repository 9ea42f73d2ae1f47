"""The words of a piece of HTML that is known to be text: line breaks and paragraphs kept, scripts and styles gone."""

from __future__ import annotations

import re
from typing import Any, Final

_BLOCKS: Final = frozenset(
    ["p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "tr", "table", "pre", "section"]
)
_SILENT: Final = frozenset(["script", "style", "template", "noscript", "head", "title"])


def element_of(html: str) -> Any:
    """The element of a piece of HTML.  Raises ValueError where there is none."""
    from lxml import etree  # start-up: see the house rules
    from lxml import html as parser

    try:
        return parser.fragment_fromstring(html, create_parent="div")
    except (etree.LxmlError, AssertionError, TypeError) as error:
        raise ValueError(str(error)) from error


def words_of(element: Any) -> str:
    """Its words: <br> ends a line, a block stands on lines of its own, white space is what a browser shows."""
    told: list[str] = []
    _walk(element, told)
    lines = [" ".join(line.split()) for line in "".join(told).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def paragraphs_of(html: str) -> str:
    """The words of a piece of HTML, one paragraph a line."""
    return "\n".join(line for line in words_of(element_of(html)).split("\n") if line)


def _walk(element: Any, told: list[str]) -> None:
    waiting = [(element, False)]
    while waiting:
        node, ended = waiting.pop()
        if isinstance(node, str):
            told.append(node)
        elif ended:
            told.append("\n")
        elif isinstance(node.tag, str) and node.tag not in _SILENT:
            waiting += reversed(_inside(node))


def _inside(node: Any) -> list[tuple[Any, bool]]:
    block = node.tag in _BLOCKS
    parts: list[tuple[Any, bool]] = [(_flat(node.text), False)]
    if block:
        parts.insert(0, (node, True))
    if node.tag == "br":
        parts.insert(0, (node, True))
    for child in node:
        parts += [(child, False), (_flat(child.tail), False)]
    if block:
        parts.append((node, True))
    return parts


def _flat(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "")
