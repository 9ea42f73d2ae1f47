"""The views of many reports as typed rows, and each row flat, as a table, a CSV or a sheet has it.

In a row as Python and JSON have it, a value may hold others: the tellings of an event, the carriers of a statement.  Flat, each is
one cell of words; nothing of a row is left out but the words of tellings, which are named by their ids.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from khabar.desk.cases.frames import Kind, Rows
from khabar.desk.crisis import Crisis, conflict_rows, dated, joined_actors, joined_events, series_rows, statement_rows
from khabar.desk.wording import Messages
from khabar.ledger import Filter

Row = Mapping[str, Any]

VIEWS: Final[Mapping[str, Mapping[str, Kind]]] = {
    "timeline": {
        "event": "text", "type": "text", "subtypes": "any", "statuses": "any", "date": "day", "place": "text", "dates": "any",
        "places": "any", "dates_lent": "any", "places_lent": "any", "actors": "any", "targets": "any", "tellings": "whole",
        "reports": "whole", "outlets": "any", "first_published": "day", "last_published": "day", "why": "any",
        "perhaps": "any", "decided": "any", "told": "any",
    },
    "actors": {
        "actor": "text", "name": "text", "names": "any", "roles": "any", "kinds": "any", "side": "text", "notes": "any",
        "reports": "whole", "first_published": "day", "last_published": "day", "why": "any", "perhaps": "any",
        "decided": "any", "told": "any",
    },
    "follow": {
        "series": "text", "measure": "text", "speaker": "text", "day": "date", "first_published": "day", "wording": "text",
        "words": "text", "counted": "text", "low": "whole", "high": "whole", "bound": "text", "part": "flag", "carried": "whole",
        "uncredited": "whole", "sides": "any", "told": "any",
    },
    "conflicts": {
        "id": "text", "kind": "text", "measure": "text", "contradiction": "flag", "raised": "flag", "one_value": "text",
        "one_speaker": "text", "one_outlets": "any", "one_items": "text", "other_value": "text", "other_speaker": "text",
        "other_outlets": "any", "other_items": "text", "why": "any", "explained": "any", "became": "any",
    },
    "statements": {
        "speaker": "text", "reports": "whole", "first": "text", "first_published": "day", "how": "any", "carried": "any",
        "decided": "any",
    },
    "origins": {
        "item": "text", "named": "any", "unnamed": "whole", "sides": "any", "outlets": "any", "reports": "whole",
        "became": "any", "registry": "any", "statements": "any",
    },
    "registry": {
        "name": "text", "variants": "any", "side": "text", "notes": "any", "roles": "any", "signed_by": "text", "signed": "text",
    },
}  # fmt: skip
"""Every column of each view with its kind; joined events have those of the timeline."""
EXPORTED: Final = ("timeline", "actors", "follow", "conflicts", "statements")
"""The views that are about a whole case."""


def view(name: str, rows: Iterable[dict[str, Any]]) -> Rows:
    """Rows of a view that know their columns, also where there are none."""
    return Rows(rows, VIEWS[name])


def views_of(case: Path, chosen: Filter | None = None) -> dict[str, Rows]:
    """The views about a whole case.  `chosen` are the reports of which one must tell an event; the others are of all reports.

    Raises CaseError.
    """
    crisis = Crisis.of(case)
    made = {
        "timeline": dated(joined_events(case, chosen)),
        "actors": joined_actors(case, chosen),
        "follow": series_rows(crisis),
        "conflicts": conflict_rows(crisis),
        "statements": statement_rows(crisis),
    }
    return {name: view(name, rows) for name, rows in made.items()}


def column_of(view_name: str, column: str) -> str:
    """How a column is called where it stands flat: the reason of a contradiction is no key of a merge."""
    return "reason" if (view_name, column) == ("conflicts", "why") else column


def flat_columns(view_name: str) -> list[str]:
    """The columns of a flat row."""
    return [column_of(view_name, column) for column in VIEWS[view_name]]


def flat(view_name: str, row: Row, said: Messages) -> dict[str, Any]:
    """A row of a view with one cell a column: words, numbers, flags, None."""
    return {column_of(view_name, column): _cell(column, row.get(column), said) for column in VIEWS[view_name]}


def became_words(row: Row, said: Messages) -> str:
    """What became of a report, as `desk.crisis.standing_row` tells it, by which others, and what the gravest calls itself."""
    notice = f" ({said.label('notice', row['notice'])})" if row["notice"] else ""
    return f"{said.label('standing', row['standing'])}{notice}: {', '.join(map(str, row['standing_by']))}"


def registry_words(row: Row, said: Messages) -> str:
    """How the registry that is used stands, as `desk.crisis.registry_row` tells it; nothing where there is none."""
    if row["state"] == "none":
        return ""
    signers = ", ".join(f"{who} ({at[:10]})" for who, at in zip(row["by"], row["at"], strict=True))
    return said.say(f"registry.{row['state']}", signers=signers)


def _cell(column: str, value: Any, said: Messages) -> Any:
    if column == "registry":
        return registry_words(value, said)
    if isinstance(value, dict):
        return value[said.code] if column == "why" else "; ".join(f"{name} ({count})" for name, count in value.items())
    if not isinstance(value, list | tuple):
        return value
    word = _WORDS.get(column)
    return " | ".join(word(one, said) if word else str(one) for one in value)


def _carrier(one: Row, said: Messages) -> str:
    credit = one["credits"] or said.say("origins.nobody")
    via = "".join(f" ← {name}" for name in one["via"])
    items = " ".join(f"{one['document']}:{item}" for item in one["items"])
    return f"{one['published'] or '?'} {one['outlet'] or one['report']}: {credit}{via} ({items})"


def _voice(one: Row, _: Messages) -> str:
    return "; ".join([f"{one['speaker']} ({one['side']})", *one["notes"]])


_WORDS: Final[Mapping[str, Callable[[Row, Messages], str]]] = {
    "told": lambda one, _: f"{one['document']}:{one['item']}",
    "carried": _carrier,
    "named": _voice,
    "statements": lambda one, said: f"{one['speaker'] or said.say('origins.nobody')} ({one['reports']})",
    "explained": lambda one, said: said.say("conflicts.by", **{**one, "at": one["at"][:10]}),
    "became": lambda one, said: f"{one['document']}: {became_words(one, said)}",
}
