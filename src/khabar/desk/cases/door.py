"""A case from Python: `case = khabar.open("almaty.khabar")`."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from khabar.desk.cases.adding import Added, add
from khabar.desk.cases.asking import ask, columns_of, find
from khabar.desk.cases.deciding import undo_decision
from khabar.desk.cases.frames import Rows
from khabar.desk.cases.proving import Outside, Proof, verify_case
from khabar.desk.cases.views import view
from khabar.desk.crisis import (
    Crisis,
    all_conflicts,
    crisis_of_items,
    crisis_of_measure,
    dated,
    explain_conflict,
    joined_actors,
    joined_events,
    registry_rows,
    series_rows,
    sign_items,
    sign_registry_of,
    stands_behind,
    statement_rows,
)
from khabar.desk.many_reports import Failure
from khabar.desk.one_report import Wishes
from khabar.ledger import Filter, Hit


class Case:
    """A case file.  Each call opens it and closes it again, so that a case is never held against others.

    Filters are those of the command: after, before (days of publication, both included), outlet, speaker, place (parts of names,
    compared as a search compares words); every other keyword is a column and what must stand in it.  What comes back are `Rows`: a
    list of dicts with `.columns`, `.to_polars()`, `.to_pandas()`, `.to_dicts()`; keys are the columns of the layer with `document`,
    `outlet`, `published` and `verdict`.  All methods raise CaseError where the file cannot be used so.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = Path(path)

    def __repr__(self) -> str:
        return f"khabar.open({str(self.path)!r})"

    def add(self, *sources: str, by: str | None = None, wishes: Wishes | None = None) -> list[Added | Failure]:
        """Take reports in; the case is made where it is missing."""
        return list(add(self.path, sources, wishes or Wishes(), by))

    def items(self, layer: str, /, **asked: str | None) -> Rows:
        """The items of any layer."""
        return Rows(ask(self.path, layer, _filter_out_of(asked), **asked), columns_of(self.path, layer))

    def claims(self, **asked: str | None) -> Rows:
        """Who said what."""
        return self.items("claims", **asked)

    def figures(self, **asked: str | None) -> Rows:
        """How many of whom, according to whom."""
        return self.items("figures", **asked)

    def events(self, **asked: str | None) -> Rows:
        """What was reported to happen."""
        return self.items("events", **asked)

    def actors(self, **asked: str | None) -> Rows:
        """Persons, bodies and groups, report by report."""
        return self.items("actors", **asked)

    def joined(self, **asked: str | None) -> Rows:
        """The events of the crisis, each once with all its tellings, in the order of days."""
        return view("timeline", joined_events(self.path, _filter_out_of(asked), **asked))

    def timeline(self, **asked: str | None) -> Rows:
        """The same, only those that have a day."""
        return view("timeline", dated(self.joined(**asked)))

    def who(self, **asked: str | None) -> Rows:
        """The actors of the crisis, each once with all that reports call it, and why they are taken for one."""
        return view("actors", joined_actors(self.path, _filter_out_of(asked)))

    def follow(self, measure: str, place: str | None = None, **asked: str | None) -> Rows:
        """A number over time: one row for each number of each voice (`desk.crisis.series_rows`), of all or of a place.

        `after`, `before`, `outlet`, `speaker`: those that one of the reports so chosen tells.
        """
        crisis, documents = crisis_of_measure(self.path, measure, Filter(place=place, **asked))
        return view("follow", series_rows(crisis, measure, place, documents))

    def conflicts(self, *, everything: bool = False, **asked: str | None) -> Rows:
        """Contradictions, those that people explained last; `everything`: also what only differs, each with its reason.

        Of all reports, or those in which one of the reports takes part that `after`, `before`, … choose.
        """
        rows = all_conflicts(self.path, Filter(**asked))
        return view("conflicts", (row for row in rows if everything or row["contradiction"]))

    def explain(self, conflict: str, words: str, by: str | None = None, **asked: str | None) -> int:
        """Sign by what a contradiction is explained, by its id; it stays listed.  Returns the number that `undo` takes back.

        `after`, `before`, … as they were given to `conflicts`: it is looked for there, which is soon done in a large case.
        """
        return explain_conflict(self.path, conflict, words, by=by, chosen=Filter(**asked)).seq

    def same(self, one: str, other: str, why: str | None = None, by: str | None = None) -> int:
        """Sign that two actors, events or claims (DOCUMENT:ITEM) are the same.  Returns the number that `undo` takes back."""
        return sign_items(self.path, "same", (_item(one), _item(other)), by=by, why=why).seq

    def apart(self, one: str, other: str | Iterable[str], why: str | None = None, by: str | None = None) -> int:
        """Sign that the second is not the first, and takes no part in its group; several are taken out together, and stay one with
        one another.  Returns the number that `undo` takes back.
        """
        others = (other,) if isinstance(other, str) else tuple(other)
        return sign_items(self.path, "apart", (_item(one), *map(_item, others)), by=by, why=why).seq

    def registry(self) -> Rows:
        """What people noted of actors in the registry of the case, an entry a row."""
        return view("registry", registry_rows(self.path)[0])

    def sign_registry(self, by: str | None = None) -> int:
        """Sign the registry beside the case into its journal, word for word.  Returns the number of the entry."""
        return sign_registry_of(self.path, by).seq

    def undo(self, number: int, reason: str | None = None, by: str | None = None) -> None:
        """Take back what somebody signed or decided, by its number; both entries stay."""
        undo_decision(self.path, number, by=by, reason=reason)

    def statements(self) -> Rows:
        """The statements that several reports carry."""
        return view("statements", statement_rows(Crisis.of(self.path)))

    def origins(self, *items: str) -> Rows:
        """Who stands behind items, each by DOCUMENT:ITEM, a row an item.  Raises KeyError for one that the case does not have."""
        crisis = crisis_of_items(self.path, map(_item, items))
        return view("origins", [stands_behind(crisis, crisis.ref(*_item(item))) for item in items])

    def places(self, **asked: str | None) -> Rows:
        """Every mention of a named place."""
        return self.items("places", **asked)

    def times(self, **asked: str | None) -> Rows:
        """Every expression that can be put on a date."""
        return self.items("times", **asked)

    def search(self, words: str, limit: int = 20, layer: str | None = None, **asked: str | None) -> Iterator[Hit]:
        """The reports that hold the words, best first, with the offsets of all hits; `layer`: in an item of it."""
        return find(self.path, words, Filter(**asked), limit, layer)

    def verify(self, sealed: str | None = None) -> Proof:
        """Work everything out again."""
        return verify_case(self.path, Outside(sealed))


def _filter_out_of(asked: dict[str, str | None]) -> Filter:
    """Take the filters out of what was asked; columns are left."""
    return Filter(**{name: asked.pop(name, None) for name in Filter.__slots__})


def _item(written: str) -> tuple[int, str]:
    document, _, name = written.partition(":")
    return int(document), name
