"""Protecting people: which names may leave a case, exports and copies that hold no others."""

from khabar.desk.protect.copying import Copied, redact_case
from khabar.desk.protect.exporting import COLUMNS as COLUMNS_OF_EXPORT
from khabar.desk.protect.exporting import HEAD as HEAD_OF_EXPORT
from khabar.desk.protect.exporting import SafeExport, safe_export
from khabar.desk.protect.inventory import BY_KIND, DANGERS, KINDS, Inventory, NameLike
from khabar.desk.protect.naming import (
    COLUMNS,
    RowError,
    Wanted,
    bring_back,
    decide_names_of_case,
    names_of_case,
    rows_of_sheet,
    sheet_row,
)

__all__ = [
    "BY_KIND", "COLUMNS", "COLUMNS_OF_EXPORT", "DANGERS", "HEAD_OF_EXPORT", "KINDS", "Copied", "Inventory",
    "NameLike", "RowError", "SafeExport", "Wanted", "bring_back", "decide_names_of_case", "names_of_case",
    "redact_case", "rows_of_sheet", "safe_export", "sheet_row",
]  # fmt: skip
