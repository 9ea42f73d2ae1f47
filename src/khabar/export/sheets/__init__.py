"""Sheets: the record as tables, one a layer and one row an item, for CSV and for a workbook."""

from khabar.export.sheets.case_layers import CaseLayout
from khabar.export.sheets.csv_files import CsvFolder, guarded
from khabar.export.sheets.views import ViewLayout
from khabar.export.sheets.workbook import TooManyRows, Workbook

__all__ = ["CaseLayout", "CsvFolder", "TooManyRows", "ViewLayout", "Workbook", "guarded"]
