"""A row of a table as a report: which cell is what, dates in the order of their column, everything else kept as metadata."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from khabar.intake.encodings import clean
from khabar.intake.formats.columns import assigned
from khabar.intake.formats.day_order import DayOrder, numbers_of, order_of
from khabar.intake.formats.moments import moment_of, without_marks
from khabar.intake.incoming import Failed, Incoming, IntakeError, Metadata, Noted, check_length, hash_bytes
from khabar.intake.opening import Opening

_NOT_ARCHIVED: Final = "success"
"""The word without which a row of an archive's sheet says that nothing was archived."""


class Row(NamedTuple):
    """A row: its number as a sheet shows it, its cells, and the bytes that are kept of it."""

    number: int
    cells: Sequence[str]
    original: bytes


@dataclass(slots=True)
class Sheet:
    """A table whose columns are known.  `recipe` is what takes the text out of a row again, beside the number of its column.

    `encoding` and `kind` are those of `Incoming`; `mark` stands between the name and the number of a row in its id.
    """

    name: str
    headers: Sequence[str]
    columns: dict[str, int]
    order: DayOrder
    kind: str
    encoding: str
    flags: tuple[str, ...] = ()
    recipe: Metadata = ()
    undated: list[tuple[int, str]] = field(default_factory=list)

    def incoming(self, row: Row) -> Incoming | Failed:
        """The report of a row."""
        place = f"{self.name}:{row.number}"
        try:
            return self._incoming(row, place)
        except IntakeError as error:
            return error.at(place)

    def _incoming(self, row: Row, place: str) -> Incoming:
        if len(row.cells) != len(self.headers):
            raise IntakeError(
                "bad_table", "row_of_other_size", row=row.number, cells=len(row.cells), columns=len(self.headers)
            )
        self._refuse_unarchived(row)
        source = "text" if self._cell(row, "text") or "archived" not in self.columns else "title"
        text, flags = clean(row.cells[self.columns[source]]) if source in self.columns else ("", ())
        if not text.strip():
            raise IntakeError("empty", "cell_blank", row=row.number, column=self._header("text"))
        check_length(text)
        published = self._published(row)
        return Incoming(
            id=self._cell(row, "id") or place,
            text=text,
            original=row.original,
            sha256=hash_bytes(row.original),
            title=self._cell(row, "title"),
            outlet=self._cell(row, "outlet"),
            url=self._cell(row, "url"),
            published=published,
            published_from=self._from("published") if published else None,
            language=self._cell(row, "language"),
            encoding=self.encoding,
            flags=(*self.flags, *flags, *self._date_flags(row, published)),
            metadata=(*self._told(row), ("text_column", str(self.columns[source] + 1), "computed"), *self.recipe),
            kind=self.kind,
        )

    def notes(self) -> Iterator[Noted]:
        """What is to be known when all rows are read."""
        if self.undated:
            row, value = self.undated[0]
            count, column = str(len(self.undated)), self._header("published")
            details = (("count", count), ("column", column), ("row", str(row)), ("value", value))
            yield Noted(self.name, "dates_unread", self.name, details)
        if "published" in self.columns and self.order.basis == "guessed":
            yield Noted(self.name, "day_order_guessed", self.name, (("order", self.order.order),))

    def _refuse_unarchived(self, row: Row) -> None:
        status = self._cell(row, "status")
        if "status" in self.columns and _NOT_ARCHIVED not in (status or "").lower():
            raise IntakeError("empty", "not_archived", row=row.number, status=status or "-")

    def _published(self, row: Row) -> str | None:
        written = self._cell(row, "published")
        moment = moment_of(written, self.order.order) if written else None
        if written and moment is None:
            self.undated.append((row.number, written[:40]))
        return moment

    def _date_flags(self, row: Row, published: str | None) -> tuple[str, ...]:
        if published is None:
            return ("published_invalid",) if self._cell(row, "published") else ()
        digits = numbers_of(without_marks(self._cell(row, "published") or ""))
        unsure = self.order.basis == "guessed" and digits is not None and digits[0] <= 31
        return ("day_order_guessed",) if unsure else ()

    def _told(self, row: Row) -> Iterator[tuple[str, str, str]]:
        """Every cell that holds something, but for the text: those of known columns by their field, others by their header."""
        named = {number: known for known, number in self.columns.items()}
        for number, cell in enumerate(row.cells):
            value = clean(cell)[0].strip()
            known = named.get(number)
            if value and known != "text":
                yield known or f"column:{self.headers[number].strip()}", value, f"column {self.headers[number].strip()}"

    def _cell(self, row: Row, name: str) -> str | None:
        number = self.columns.get(name)
        return (clean(row.cells[number])[0].strip() or None) if number is not None else None

    def _header(self, name: str) -> str:
        return self.headers[self.columns[name]].strip()

    def _from(self, name: str) -> str:
        return f"column {self._header(name)}"


def columns_of(
    headers: Sequence[str], rows: Iterable[Sequence[str]], opening: Opening
) -> tuple[dict[str, int], DayOrder]:
    """Which column holds what, and how the dates of its column are written.  Raises IntakeError where no column holds texts."""
    columns = assigned(headers, opening.columns)
    number = columns.get("published")
    if number is None:
        return columns, order_of((), opening.day_order)
    cells = (without_marks(row[number][:40]) for row in rows if number < len(row))
    dates = [digits for digits in map(numbers_of, cells) if digits is not None]
    return columns, order_of(dates, opening.day_order)


def columns_note(name: str, headers: Sequence[str], columns: dict[str, int]) -> Noted:
    """Which columns were taken for what, so that a person sees a wrong guess."""
    told = ", ".join(f"{known}=“{headers[number].strip()}”" for known, number in columns.items())
    return Noted(name, "columns", name, (("columns", told),))
