"""Reading: one report's text becomes its record.  `report.py` calls the steps in order."""

from khabar.reading.report import About, read_report

__all__ = ["About", "read_report"]
