"""What a case answers, as rows that know their columns: a list of dicts that becomes a frame of polars or pandas.

Columns and their types are those of the layer's table whatever was found, so that a result without rows is a frame without rows.
A day may be told in part (2022, 2022-01) or with an hour; beside each such column a frame has a second one of dates, `…_day`,
which is empty where the day is not told in full.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Final, Literal

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

Kind = Literal["text", "whole", "real", "flag", "day", "date", "any"]
"""`day`: one that may be told in part; `date`: one that is told in full or not at all; `any`: values that hold others, such as the
tellings of a joined event; frames take them as they are."""
_DAYS: Final = ("published", "value", "date", "as_of")
_FLAGS: Final = ("implicit", "headline", "public_role")
_FULL: Final = re.compile(r"(\d{4}-\d{2}-\d{2})(?:T.*)?")
_OF_TABLE: Final[Mapping[str, Kind]] = {"INTEGER": "whole", "REAL": "real"}
_MISSING: Final = "{name} is not installed: python -m pip install {name}, or take .to_dicts()"


class Rows(list[dict[str, Any]]):
    """Rows in their order, each a dict; `columns` tells name and kind of every column, also where there are no rows."""

    def __init__(self, rows: Iterable[dict[str, Any]], columns: Mapping[str, Kind]) -> None:
        super().__init__(rows)
        self.columns = dict(columns)

    def to_dicts(self) -> list[dict[str, Any]]:
        """The rows as a plain list."""
        return list(self)

    def to_polars(self) -> pl.DataFrame:
        """A frame: text, Int64, Float64, Boolean, Date.  Raises ImportError with the remedy where polars is not there."""
        try:
            import polars as pl
        except ImportError as error:
            raise ImportError(_MISSING.format(name="polars")) from error
        types = {
            "text": pl.String,
            "whole": pl.Int64,
            "real": pl.Float64,
            "flag": pl.Boolean,
            "day": pl.Date,
            "any": None,
        }
        framed = self._framed()
        return pl.DataFrame(
            {name: pl.Series(name, values, dtype=types[kind], strict=False) for name, (kind, values) in framed.items()}
        )

    def to_pandas(self) -> pd.DataFrame:
        """A frame: string, Int64, Float64, boolean, and datetime64 for days; what is not told is missing, never 0.

        Raises ImportError with the remedy where pandas is not there.
        """
        try:
            import pandas as pd
        except ImportError as error:
            raise ImportError(_MISSING.format(name="pandas")) from error
        types = {
            "text": "string",
            "whole": "Int64",
            "real": "Float64",
            "flag": "boolean",
            "day": "datetime64[s]",
            "any": "object",
        }
        framed = self._framed()
        return pd.DataFrame({name: pd.Series(values, dtype=types[kind]) for name, (kind, values) in framed.items()})

    def _framed(self) -> dict[str, tuple[Kind, list[Any]]]:
        """Each column with its values; days that are told in full stand in a column of their own behind it."""
        framed: dict[str, tuple[Kind, list[Any]]] = {}
        for name, kind in self.columns.items():
            values = [row.get(name) for row in self]
            if kind == "flag":
                values = [None if value is None else bool(value) for value in values]
            if kind == "date":
                framed[name] = ("day", [_day(value) for value in values])
                continue
            framed[name] = ("text" if kind == "day" else kind, values)
            if kind == "day":
                framed[f"{name}_day"] = ("day", [_day(value) for value in values])
        return framed


def kinds(columns: Iterable[tuple[str, str]]) -> dict[str, Kind]:
    """The kind of each column, out of its name and the type that the table gives it."""
    return {name: _kind(name, told) for name, told in columns}


def _kind(name: str, told: str) -> Kind:
    if name in _FLAGS:
        return "flag"
    return "day" if name in _DAYS else _OF_TABLE.get(told, "text")


def _day(value: Any) -> date | None:
    """The day that is told in full; None for a month, a year, a stretch of time."""
    found = _FULL.fullmatch(value) if isinstance(value, str) else None
    try:
        return date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None
