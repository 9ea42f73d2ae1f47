"""Doubt: how often the rule behind an item was right on reports that people had read before.

The counts are measured, not estimated: doubt.tsv holds, for each rule, how many of the items it read in gold reports were
right.  `make accuracy` writes it.  A rule that read nothing there, or that is younger than the last measurement, has none.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from khabar.desk.wording import Messages

MEASURED: Final = Path(__file__).with_name("doubt.tsv")
_COLUMNS: Final = "rule\tright\tread"


class Doubt(NamedTuple):
    """Of `read` items that the rule read in gold reports, `right` were right."""

    right: int
    read: int


def doubt_of(rule: str) -> Doubt | None:
    """The doubt of a rule, by its id; None where it was not measured."""
    return _measured().get(rule)


def doubt_told(rule: str, said: Messages) -> str:
    """The doubt of a rule in words: "right 47 of 52 times …", or that nothing was measured."""
    doubt = doubt_of(rule)
    if doubt is None:
        return said.say("doubt.unmeasured")
    return said.say("doubt.measured", right=doubt.right, read=doubt.read)


def doubt_in_short(rule: str, said: Messages) -> str:
    """The doubt of a rule in three words: "right 47 of 52", or "not measured"."""
    doubt = doubt_of(rule)
    return said.say("doubt.short", right=doubt.right, read=doubt.read) if doubt else said.say("doubt.unknown")


def doubt_table(counts: Mapping[str, Doubt], remark: str) -> str:
    """The file of these counts, with a remark that says what they were measured on."""
    lines = [f"{rule}\t{doubt.right}\t{doubt.read}" for rule, doubt in sorted(counts.items())]
    return "\n".join([_COLUMNS, f"# {remark}", *lines]) + "\n"


@cache
def _measured() -> dict[str, Doubt]:
    lines = MEASURED.read_text(encoding="utf-8").splitlines()[1:]
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {rule: Doubt(int(right), int(read)) for rule, right, read in rows}
