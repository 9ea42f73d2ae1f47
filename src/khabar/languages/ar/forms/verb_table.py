"""The table of verb forms at run time: an SQLite file that is opened and never loaded (see `build_verbs`)."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from khabar.grammar import Classes
from khabar.text.answers import Answers
from khabar.text.sieve import Holds, kept

TABLE = Path(__file__).with_name("verbs.sqlite3")

_LEMMAS: Final = 1 << 15
"""More than the table has."""
Analysis = tuple[int, str]
"""Number of a lemma, and a slot: tense, person, gender and number, as in p3fs."""


@cache
def _table() -> sqlite3.Connection:
    if not TABLE.exists():
        raise FileNotFoundError(f"the table of verb forms {TABLE.name} is missing: run `make tables`")
    table = sqlite3.connect(f"{TABLE.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    table.execute("PRAGMA mmap_size = 268435456")  # the file is read where it lies, not copied page by page
    return table


@cache
def _may_be_verb() -> Holds:
    return kept(_table(), "form")


@cache
def lemmas() -> Mapping[int, tuple[str, str]]:
    """Number → perfect and imperfect of a verb; each is fetched when it is met, since a report meets some hundred of them."""
    return Answers(_lemma, _LEMMAS)


def _lemma(number: int) -> tuple[str, str]:
    past, present = _table().execute("SELECT past, present FROM lemma WHERE id = ?", (number,)).fetchone()
    return past, present


def analyses(view: str) -> list[Analysis]:
    """Every verb form that a folded word may be."""
    if not _may_be_verb()(view):
        return []
    parted = [analysis.partition(":") for analysis in _row(view).split()]
    return [(int(number), slot) for number, _, slot in parted]


@lru_cache(maxsize=1 << 14)
def _row(view: str) -> str:
    """The analyses as the file has them; two readers ask about the same words, and the file is asked once."""
    row = _table().execute("SELECT analyses FROM form WHERE view = ?", (view,)).fetchone()
    return str(row[0]) if row else ""


def without_pronoun(view: str, classes: Classes) -> str:
    """A verb without the pronoun at its end; the plural has its alef back, which it loses before one (they killed him)."""
    if "+pron" not in classes:
        return view
    bare = view.removesuffix(classes["+pron"])
    return bare + _ALEF if bare[-1] == _WAW and any(slot[2:] == "mp" for slot in classes["verb"]) else bare


_WAW, _ALEF = "\N{ARABIC LETTER WAW}", "\N{ARABIC LETTER ALEF}"
