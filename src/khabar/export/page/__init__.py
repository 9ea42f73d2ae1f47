"""The page of a report for the browser: its text with all that was read marked in it, the record beside it."""

from khabar.export.page.folder import Pages, TooManyReports
from khabar.export.page.rendering import page_of

__all__ = ["Pages", "TooManyReports", "page_of"]
