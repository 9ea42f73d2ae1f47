"""Sheets: the record as tables, one a layer and one row an item, for CSV and for a workbook."""

from typing import TYPE_CHECKING

from khabar.doors import offer

if TYPE_CHECKING:
    from khabar.export.sheets.case_layers import CaseLayout
    from khabar.export.sheets.csv_files import CsvFolder, guarded
    from khabar.export.sheets.views import ViewLayout
    from khabar.export.sheets.workbook import TooManyRows, Workbook
else:
    __getattr__ = offer(__name__, {
        "case_layers": "CaseLayout",
        "csv_files": "CsvFolder guarded",
        "views": "ViewLayout",
        "workbook": "TooManyRows Workbook",
    })  # fmt: skip

__all__ = ["CaseLayout", "CsvFolder", "TooManyRows", "ViewLayout", "Workbook", "guarded"]
