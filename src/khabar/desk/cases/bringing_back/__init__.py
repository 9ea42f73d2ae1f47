"""Bringing back: a sheet that people looked through and corrected becomes decisions again."""

from khabar.desk.cases.bringing_back.bringing import Brought, Return, RowFault, bring_back

__all__ = ["Brought", "Return", "RowFault", "bring_back"]
