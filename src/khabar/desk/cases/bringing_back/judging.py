"""Judging a row: what a person decided by changing it; nothing, where nothing was changed."""

from __future__ import annotations

import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from khabar.desk.cases.bringing_back.cells import unchanged, value_of
from khabar.desk.cases.bringing_back.headers import SPAN, editable
from khabar.desk.cases.bringing_back.spelling import plain, same_words, unguarded
from khabar.desk.cases.listing import Listed
from khabar.desk.wording import messages, ui_languages
from khabar.ledger import DISAGREED, VERDICTS, CaseError, Ruling, Verdict


@dataclass(frozen=True, slots=True)
class Filled:
    """A row as it came back: its cells by column; those that are not there were taken out of the sheet, not emptied."""

    cells: Mapping[str, Any]
    lossy: bool = False


def ruling_of(row: Filled, item: Listed) -> Ruling | None:
    """What a row says that the item, as it was exported, did not; None where that is nothing.

    Raises CaseError, which names the column and says what is allowed.
    """
    changed = dict(_changes(row, item))
    verdict, reason = _verdict(row, item), _reason(row, item)
    if changed:
        if verdict not in (item.verdict, "correct", None):
            raise CaseError("verdict_with_changes", verdict=verdict, columns=", ".join(changed))
        return _correction(item, changed, reason)
    if verdict is None and item.verdict is not None:
        raise CaseError("verdict_emptied", column="verdict", verdict=item.verdict)
    if verdict == item.verdict:
        return _same_again(row, item, reason)
    if verdict == "correct":
        raise CaseError("correct_without_change", column="verdict")
    if verdict == "reject" and not reason:
        raise CaseError("reason_missing", column="reason")
    return Ruling(typing.cast(Verdict, verdict), {}, reason)


def _changes(row: Filled, item: Listed) -> Iterator[tuple[str, Any]]:
    for column in editable(item.layer):
        if column in row.cells:
            of = (item.layer, column)
            if not unchanged(row.cells[column], of, item.row[column], lossy=row.lossy):
                value = value_of(row.cells[column], of)
                yield column, "" if value is None and item.row[column] == "" else value
    for column in SPAN:
        if column in row.cells:
            yield from _moved(row, item, column)


def _moved(row: Filled, item: Listed, column: str) -> Iterator[tuple[str, Any]]:
    """A change of the words or of one of their ends.  A number that a spreadsheet made something else of is no change."""
    cell, value = row.cells[column], item.row[column]
    if column != "words":
        if not unchanged(cell, (item.layer, column), value):
            yield column, value_of(cell, (item.layer, column))
        return
    told = "" if cell is None else str(cell)
    if isinstance(cell, str | None) and same_words(told, value, lossy=row.lossy):
        return
    if unchanged(cell, (item.layer, "item"), value, lossy=row.lossy) or not any(letter.isalpha() for letter in value):
        return
    yield column, unguarded(told) if told.lstrip().startswith("'") else told


def _verdict(row: Filled, item: Listed) -> str | None:
    """The verdict of the row: a word, or its label in any language; that of the item where the column is gone."""
    if "verdict" not in row.cells:
        return item.verdict
    cell = row.cells["verdict"]
    told = "" if cell is None else plain(str(cell)).casefold()
    if not told:
        return None
    for word in (*VERDICTS, DISAGREED):
        labels = [plain(messages(code).label("verdict", word)).casefold() for code in ui_languages()]
        if told == word or told.endswith(f"[{word}]") or told in labels:
            if word == DISAGREED and item.verdict != DISAGREED:
                break
            return word
    raise CaseError("value_not_allowed", column="verdict", value=cell, known=", ".join(VERDICTS))


def _reason(row: Filled, item: Listed) -> str | None:
    if "reason" not in row.cells:
        return item.reason
    cell = row.cells["reason"]
    told = "" if cell is None else str(cell)
    if same_words(told, item.reason or "", lossy=row.lossy):
        return item.reason
    return unguarded(told).strip() or None


def _correction(item: Listed, changed: dict[str, Any], reason: str | None) -> Ruling:
    """The corrections that stood, and the new ones; an acceptance where all is as the machine read it."""
    stood = {column: item.row[column] for column in item.machine if column != "words"}
    fields = {**stood, **changed}
    as_read = {**item.row, **item.machine}
    left = {column: value for column, value in fields.items() if as_read[column] != value}
    if not left:
        return Ruling("accept", {}, reason)
    if {"start", "end"} & left.keys() and "words" not in left:
        left = {**{end: fields.get(end, item.row[end]) for end in ("start", "end")}, **left}
    elif "words" in changed and not {"start", "end"} & changed.keys():
        left = {column: value for column, value in left.items() if column not in ("start", "end")}
    return Ruling("correct", left, reason)


def _same_again(row: Filled, item: Listed, reason: str | None) -> Ruling | None:
    """Another reason for the same verdict is a decision; a reason without a verdict is a slip."""
    if "reason" not in row.cells or reason == item.reason:
        return None
    if item.verdict is None or item.verdict == DISAGREED:
        raise CaseError("reason_without_verdict", column="verdict", known=", ".join(VERDICTS))
    if item.verdict == "reject" and not reason:
        raise CaseError("reason_missing", column="reason")
    fields = item.decisions[0].fields
    return Ruling(typing.cast(Verdict, item.verdict), fields, reason)
