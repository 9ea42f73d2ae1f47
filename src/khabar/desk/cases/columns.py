"""What stands in the columns of a case's items, for those who write them into sheets and read them back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final, Literal

from khabar.desk.wording import Messages
from khabar.ledger.allowed import DATES, FLAGS, LISTS, VOCABULARY

ColumnKind = Literal["word", "flag", "whole", "broken", "date", "list", "text"]
"""A word of a closed vocabulary, yes or no, a number, a date, several names, anything else."""
UNEDITABLE: Final = ("record", "item", "rule", "start", "end", "words")
JOINT: Final = " | "
"""Between the names of a list in one cell."""
_WHOLE: Final = ("low", "high", "magnitude", "mentions", "geonames", "start", "end")
_BROKEN: Final = ("lat", "lon")
_LABELS: Final = {
    **{("claims", name): name for name in ("found_by", "mode", "act", "status", "polarity", "distance")},
    ("figures", "measure"): "measure",
    ("events", "type"): "event_type",
    ("events", "subtype"): "subtype",
    ("events", "status"): "event_status",
    ("events", "basis"): "basis",
    ("actors", "kind"): "actor_kind",
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
