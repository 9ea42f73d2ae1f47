"""The record of a report as a page to read in a terminal: what a desk must see first, then the rest, then what was not read."""

from typing import TYPE_CHECKING

from khabar.doors import offer

if TYPE_CHECKING:
    from khabar.cli.page.paper import Look, look_of
    from khabar.cli.page.rendering import page_of, strip_of
else:
    __getattr__ = offer(__name__, {"paper": "Look look_of", "rendering": "page_of strip_of"})

__all__ = ["Look", "look_of", "page_of", "strip_of"]
