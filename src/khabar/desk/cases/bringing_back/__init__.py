"""Bringing back: a sheet that people looked through and corrected becomes decisions again."""

from khabar.desk.cases.bringing_back.bringing import Brought, Return, RowFault, bring_back
from khabar.desk.cases.bringing_back.correcting import correctable, put_in

__all__ = ["Brought", "Return", "RowFault", "bring_back", "correctable", "put_in"]
