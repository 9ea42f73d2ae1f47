"""`khabar doctor`: whether the program has what it needs here, and how a case is.

Each finding has a value and, where something is not as it should be, a reason that names the remedy.
"""

from __future__ import annotations

import locale
import os
import platform
import shutil
import struct
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Final, Literal, NamedTuple

import apsw

from khabar.desk.crisis.known import ready_to_compare
from khabar.desk.made_by import VERSION, rules_hash
from khabar.desk.one_report import read
from khabar.ledger import CaseError, count_older, joined, opened, outdated, rebuild, transaction

State = Literal["good", "warning", "bad"]
_SENTENCE: Final = "قال وزير الداخلية سليم درويش إن 12 شخصا قتلوا في ألماتي."
_ROOM: Final = 200 << 20
"""Bytes that must be free where a case grows."""
_OLDEST: Final = (3, 11)
_COUNTED: Final = ("documents", "records", "journal")
_LONG_WAL: Final = 64 << 20


class Finding(NamedTuple):
    """What was looked at, how it is, and the value; `reason` names a message with the remedy."""

    what: str
    state: State
    value: str
    reason: str = ""


def check_installation(folder: Path) -> Iterator[Finding]:
    """What the program needs, one finding each; `folder` is where cases are to be kept."""
    checks: tuple[Callable[[], Finding], ...] = (
        _python,
        _tables,
        _sqlite,
        _cipher,
        _terminal,
        _clock,
        _temporary,
        _browser,
    )
    for check in checks:
        yield check()
    yield _room(folder)


def check_case(case: Path) -> Iterator[Finding]:
    """How a case is: its size, its file, its readings.  Raises CaseError where it cannot be opened at all."""
    with opened(case) as connection:
        yield Finding("case_size", "good", f"{case.stat().st_size / 1e6:.1f} MB")
        yield _left_over(case)
        yield from _inside(connection)
    may = os.access(case, os.W_OK) and os.access(case.absolute().parent, os.W_OK)
    yield Finding("case_writable", "good" if may else "warning", "yes" if may else "no", "" if may else "read_only")
    yield _room(case.absolute().parent, 2 * case.stat().st_size)


def _left_over(case: Path) -> Finding:
    """The second file of a case, which shrinks when the last program that has it open ends."""
    wal = case.with_name(case.name + "-wal")
    size = wal.stat().st_size if wal.exists() else 0
    long = size > _LONG_WAL
    return Finding("case_wal", "warning" if long else "good", f"{size / 1e6:.1f} MB", "wal_long" if long else "")


def _inside(connection: apsw.Connection) -> Iterator[Finding]:
    held = {table: _one(connection, f"SELECT count(*) FROM {table}") for table in _COUNTED}  # noqa: S608 - names above
    yield Finding("case_rows", "good", ", ".join(f"{table} {number}" for table, number in held.items()))
    pages, size = _one(connection, "PRAGMA page_count"), _one(connection, "PRAGMA page_size")
    yield Finding("case_pages", "good", f"{pages} × {size}")
    broken = [str(row[0]) for row in connection.execute("PRAGMA quick_check(3)") if row[0] != "ok"]
    yield Finding("case_file", *_judged(not broken, broken[0] if broken else "ok", "bad", "file_broken"))
    late, versions = (
        count_older(connection, rules_hash()),
        _one(connection, "SELECT count(DISTINCT rules) FROM records"),
    )
    yield Finding("case_rules", *_judged(not late, f"{versions}, {late}", "warning", "rules_older"))
    old = outdated(connection)
    yield Finding("case_derived", *_judged(not old, ", ".join(old) or "ok", "warning", "derived_old"))
    seals = list(connection.execute("SELECT at FROM journal WHERE kind = 'sealed' ORDER BY seq DESC LIMIT 1"))
    yield Finding("case_seal", *_judged(bool(seals), seals[0][0] if seals else "-", "warning", "no_seal"))


def _judged(good: bool, value: str, otherwise: State, reason: str) -> tuple[State, str, str]:
    return ("good", value, "") if good else (otherwise, value, reason)


def rebuild_derived(case: Path) -> list[str]:
    """Make everything that follows from other tables anew; returns what.  Raises CaseError."""
    with opened(case, writing=True) as connection, transaction(connection):
        made = rebuild(connection)
        joined.clear(connection)
    ready_to_compare(case)
    return [*made, "joined"]


def _one(connection: apsw.Connection, query: str) -> int:
    return int(next(iter(connection.execute(query)))[0])


def _python() -> Finding:
    bits = 8 * struct.calcsize("P")
    good = sys.version_info >= _OLDEST and bits > 32
    value = f"{platform.python_version()}, {bits} bits, khabar {VERSION}, rules {rules_hash()}"
    return Finding("python", "good" if good else "bad", value, "" if good else "python_old")


def _tables() -> Finding:
    """Whether lists, rules and tables fit: a sentence of ours is read as it must be."""
    try:
        report = read(_SENTENCE, published="2022-01-07")
    except (FileNotFoundError, LookupError, ValueError, OSError) as error:
        return Finding("tables", "bad", str(error), "tables_missing")
    found = [(figure.measure, figure.low) for figure in report.figures], [place.name for place in report.places]
    good = found == ([("killed", 12)], ["Almaty"]) and bool(report.claims)
    return Finding("tables", "good" if good else "bad", "ok" if good else str(found), "" if good else "tables_unfit")


def _sqlite() -> Finding:
    try:
        apsw.Connection(":memory:").execute("CREATE VIRTUAL TABLE t USING fts5 (x, tokenize = 'porter unicode61')")
    except apsw.Error as error:
        return Finding("sqlite", "bad", str(error), "no_search")
    return Finding("sqlite", "good", f"{apsw.sqlite_lib_version()}, FTS5")


def _cipher() -> Finding:
    version = str(getattr(apsw, "mc_version", ""))
    return Finding("cipher", "good" if version else "warning", version or "-", "" if version else "no_cipher")


def _terminal() -> Finding:
    coding = (locale.getpreferredencoding(False) or "?").lower()
    good = coding.replace("-", "") == "utf8"
    value = f"{coding}, {'terminal' if sys.stdout.isatty() else 'no terminal'} {os.environ.get('TERM', '')}".strip()
    return Finding("terminal", "good" if good else "warning", value, "bidi_look" if good else "not_utf8")


def _clock() -> Finding:
    now, made = datetime.now().astimezone(), datetime.fromtimestamp(Path(__file__).stat().st_mtime).astimezone()
    behind = now < made
    return Finding(
        "clock", "bad" if behind else "good", now.isoformat(timespec="seconds"), "clock_behind" if behind else ""
    )


def _temporary() -> Finding:
    try:
        with tempfile.TemporaryFile() as file:
            file.write(b"x")
    except OSError as error:
        return Finding("temporary", "bad", str(error), "no_temporary")
    return Finding("temporary", "good", tempfile.gettempdir())


def _browser() -> Finding:
    """Only tests of the page want one."""
    return Finding(
        "browser", "good", shutil.which("chromium") or shutil.which("chromium-browser") or "-", "browser_not_needed"
    )


def _room(folder: Path, wanted: int = 0) -> Finding:
    try:
        free = shutil.disk_usage(folder).free
    except OSError as error:
        return Finding("room", "bad", str(error), "no_room")
    scarce = free < max(wanted, _ROOM)
    return Finding(
        "room", "warning" if scarce else "good", f"{free / 1e9:.1f} GB, {folder}", "no_room" if scarce else ""
    )


__all__ = ["CaseError", "Finding", "check_case", "check_installation", "rebuild_derived"]
