"""Gold files and files of records: opening them, and reading a gold file's texts anew."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from khabar.desk.many_reports import read_sources
from khabar.desk.one_report import Wishes
from khabar.desk.scoring.kinds import KINDS, Kind, NotGold, kind_of
from khabar.desk.scoring.pairing import Item


def load_gold(path: Path, kind: Kind | None = None) -> tuple[Kind, list[Item]]:
    """The kind of a gold file, told from its first line when not given, and its lines.

    Raises NotGold for a file with no line, with one that is no JSON object, or of no known kind; OSError.
    """
    lines = list(_objects(path))
    if not lines:
        raise NotGold("empty", path=path)
    kind = kind or kind_of(lines[0])
    if kind is None:
        raise NotGold("kind_untold", path=path, known=", ".join(KINDS))
    return kind, lines


def load_records(path: Path) -> dict[str, Item]:
    """The records of a file made by `khabar read --jsonl`, by the id of their document.

    Raises NotGold for a line that is no record; OSError.
    """
    records: dict[str, Item] = {}
    for number, line in enumerate(_objects(path), 1):
        document = line.get("document")
        if not isinstance(document, dict) or "id" not in document:
            raise NotGold("no_record", path=path, line=number)
        records[str(document["id"])] = line
    return records


def read_gold_texts(path: Path, kind: Kind, jobs: int = 1) -> dict[str, Item]:
    """The records of a gold file's texts, read now, by id.  A text that cannot be read has an error in its place."""
    wishes = Wishes(numbers=kind == "times")
    outcomes = read_sources([str(path)], wishes, jobs)
    return {str(record["document"]["id"]): record for record in (outcome.to_dict() for outcome in outcomes)}


def _objects(path: Path) -> Iterator[Item]:
    with path.open(encoding="utf-8-sig") as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            try:
                found = json.loads(line)
            except ValueError as error:
                raise NotGold("no_json", path=path, line=number, why=error) from None
            if not isinstance(found, dict):
                raise NotGold("no_object", path=path, line=number)
            yield found
