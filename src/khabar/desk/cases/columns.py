"""What stands in the columns of a case's items, for those who write them into sheets and read them back."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final, Literal

from khabar.desk.telling import basis_words, country_name, date_words
from khabar.desk.wording import Messages
from khabar.ledger.allowed import DATES, FLAGS, LISTS, VOCABULARY

ColumnKind = Literal["word", "flag", "whole", "broken", "date", "list", "text"]
"""A word of a closed vocabulary, yes or no, a number, a date, several names, anything else."""
UNEDITABLE: Final = ("record", "item", "rule", "start", "end", "words")
JOINT: Final = " | "
"""Between the names of a list in one cell."""
_WHOLE: Final = ("low", "high", "magnitude", "mentions", "geonames", "start", "end")
_BROKEN: Final = ("lat", "lon")
LISTED: Final = frozenset(column for _, column in LISTS)
_DATED: Final = frozenset(column for _, column in DATES)
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_JOINED: Final = {"subtypes": "subtype", "statuses": "event_status", "type": "event_type"}
"""Columns of joined events that hold words of a vocabulary, several in a cell."""
_ANYWHERE: Final = {"measure": "measure", "bound": "bound_word"}
"""Columns that hold the same words in rows of every kind."""
_LABELS: Final = {
    **{("claims", name): name for name in ("found_by", "mode", "act", "status", "polarity", "distance")},
    ("figures", "measure"): "measure",
    ("figures", "bound"): "bound_word",
    ("events", "type"): "event_type",
    ("events", "subtype"): "subtype",
    ("events", "status"): "event_status",
    ("events", "basis"): "basis",
    ("actors", "kind"): "actor_kind",
    ("times", "kind"): "time_kind",
    ("places", "kind"): "place_kind",
    ("withheld", "what"): "withheld_what",
}


def kind_of(layer: str, column: str) -> ColumnKind:
    """What a column of a layer holds."""
    if (layer, column) in VOCABULARY:
        return "word"
    if (layer, column) in FLAGS:
        return "flag"
    if (layer, column) in LISTS:
        return "list"
    if (layer, column) in DATES:
        return "date"
    return "whole" if column in _WHOLE else "broken" if column in _BROKEN else "text"


def word_label(layer: str, column: str, word: str, said: Messages) -> str | None:
    """The label of a word of a vocabulary in the language of `said`; None for one that has none."""
    table = _LABELS.get((layer, column))
    found = said.tables[table].get(word) if table else None
    return found if isinstance(found, str) else None


def reading_form(layer: str, column: str, value: Any, said: Messages) -> str:
    """A cell as people read it: words of a vocabulary by their labels, names of a list side by side, a day as it is and any
    other date in words, a country by its name.  What is machine-readable in a case stays so in sheets and JSON.
    """
    told = "" if value is None else " ".join(str(value).split())
    if not told:
        return ""
    if column in LISTED:
        return said.say("line.comma").join(listed_names(told))
    if column in _DATED:
        return told if _DAY.fullmatch(told) else date_words(told, said)
    if (layer, column) == ("times", "basis"):
        return basis_words(told, said)
    if column == "country":
        return country_name(told, said.code)
    if column == "magnitude":
        return str(said.tables["order"].get(told, told))
    if column in _JOINED:
        labels = said.tables[_JOINED[column]]
        return said.say("line.comma").join(str(labels.get(word, word)) for word in told.split(JOINT))
    if (layer, column) in FLAGS or isinstance(value, bool):
        return said.say("page.yes") if value else said.say("page.no")
    label = said.tables[_ANYWHERE[column]].get(told) if column in _ANYWHERE else word_label(layer, column, told, said)
    return str(label or told)


def words_of(layer: str, column: str) -> Iterator[str]:
    """The words of a column with a vocabulary; the empty one is left out."""
    return (word for word in VOCABULARY.get((layer, column), ()) if word)


def column_label(column: str, said: Messages) -> str:
    """The header of a column without its machine name."""
    for table in ("case_column", "sheet_field", "field"):
        if column in said.tables[table]:
            return str(said.tables[table][column])
    return column


def listed_names(packed: Any) -> list[str]:
    """The names of a column that holds a JSON array."""
    return [str(name) for name in json.loads(packed)] if packed else []
