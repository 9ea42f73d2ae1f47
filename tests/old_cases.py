"""Cases as older versions of khabar left them: the tables of then (format_1.sql), with the rows of a case of today."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from pathlib import Path
from typing import Any

OLD_TABLES = Path(__file__).with_name("ledger") / "format_1.sql"
_ROWS = ("originals", "documents", "appearances", "records", "claims", "figures", "events", "actors", "times", "places",
         "withheld")  # fmt: skip


def old_case(case: Path, path: Path) -> Path:
    """A case of format 1 that holds what a case of today holds, its journal written as it was written then."""
    with sqlite3.connect(path) as old:
        old.execute("PRAGMA journal_mode = WAL")
        old.executescript(OLD_TABLES.read_text(encoding="utf-8"))
        old.execute("PRAGMA application_id = 1802003058")
        old.execute("PRAGMA user_version = 1")
        old.execute("ATTACH ? AS today", (str(case),))
        for table in _ROWS:
            columns = ", ".join(f'"{row[1]}"' for row in old.execute(f"PRAGMA main.table_info({table})"))
            old.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM today.{table}")  # noqa: S608
        for document, text in old.execute("SELECT id, text FROM documents").fetchall():
            old.execute("INSERT INTO search (rowid, words) VALUES (?, ?)", (document, text))
        _journal(old)
        old.commit()
        old.execute("DETACH today")
    old.close()
    return path


def _journal(old: sqlite3.Connection) -> None:
    """The entries of today without what entries of format 1 did not say, chained anew."""
    previous = "0" * 64
    for seq, at, who, machine, kind, subject, _, _ in old.execute(
        "SELECT * FROM today.journal ORDER BY seq"
    ).fetchall():
        told: dict[str, Any] = json.loads(subject)
        told.pop("made_at", None)
        packed = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        made = json.dumps([seq, at, who, machine, kind, packed, previous])
        digest = hashlib.sha256(made.encode()).hexdigest()
        old.execute("INSERT INTO main.journal VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    (seq, at, who, machine, kind, packed, previous, digest))  # fmt: skip
        previous = digest


def dump(path: Path, tables: tuple[str, ...] = (*_ROWS, "journal")) -> dict[str, list[tuple[Any, ...]]]:
    """The rows of the tables that every format has."""
    with sqlite3.connect(path) as plain:
        return {table: sorted(plain.execute(f"SELECT * FROM {table}")) for table in tables}  # noqa: S608
