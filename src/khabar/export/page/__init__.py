"""The page of a report for the browser: its text with all that was read marked in it, the record beside it."""

from typing import TYPE_CHECKING

from khabar.doors import offer

if TYPE_CHECKING:
    from khabar.export.page.folder import Pages, TooManyReports
    from khabar.export.page.rendering import page_of
else:
    __getattr__ = offer(__name__, {"folder": "Pages TooManyReports", "rendering": "page_of"})

__all__ = ["Pages", "TooManyReports", "page_of"]
