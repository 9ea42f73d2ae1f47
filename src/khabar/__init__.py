"""khabar reads news reports of a crisis and keeps the record: who said what, where, when, to how many.

    >>> import khabar
    >>> report = khabar.read("…", published="2022-01-07")
    >>> report.to_dict()

`read` gives a `Report`; `explain` says why an item stands in it; `json_schema` describes its JSON form.
"""

from khabar.desk import VERSION, Explanation, UnknownItem, explain, read
from khabar.record import Report, json_schema

__version__ = VERSION

__all__ = ["Explanation", "Report", "UnknownItem", "__version__", "explain", "json_schema", "read"]
