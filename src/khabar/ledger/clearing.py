"""Which names may leave the house: people's decisions on names, in the journal like every decision, and the texts to look in.

A name is not an item of one report: it is decided about once for the whole case.  The newest decision stands.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple, get_args

import apsw
import msgspec

from khabar.ledger.errors import CaseError
from khabar.ledger.journal import Entry, Hand, enter, entries, transaction
from khabar.ledger.keeping import unpacked
from khabar.record import Report

NameVerdict = Literal["approve", "withhold", "undecide"]
NAME_VERDICTS: Final[tuple[str, ...]] = get_args(NameVerdict)
_KIND: Final = "name"


@dataclass(frozen=True, slots=True)
class NameDecision:
    """A decision on a name.  `key` is the name as it is compared, its words with a space between; `proposed` what the machine
    took it for at that time.
    """

    key: str
    verdict: NameVerdict
    proposed: str
    shown: str
    seq: int = 0
    at: str = ""
    who: str = ""


def decide_names(connection: apsw.Connection, hand: Hand, decisions: Iterable[NameDecision]) -> list[Entry]:
    """Enter decisions on names, all or none.  Raises CaseError for a verdict that there is not."""
    made = []
    with transaction(connection):
        for decision in decisions:
            if decision.verdict not in NAME_VERDICTS:
                raise CaseError("verdict_unknown", verdict=decision.verdict, known=", ".join(NAME_VERDICTS))
            told = {
                "name": decision.key,
                "verdict": decision.verdict,
                "proposed": decision.proposed,
                "shown": decision.shown,
            }
            made.append(enter(connection, hand, _KIND, told))
    return made


def name_decisions(connection: apsw.Connection) -> dict[str, NameDecision]:
    """The decisions that stand, by the keys of their names.

    Where the last words of two desks differ, a name that one of them withholds is withheld, and one that none withholds is
    undecided.  Raises CaseError for an entry that says nothing readable.
    """
    last: dict[str, dict[int, NameDecision]] = {}
    for entry in entries(connection, f"WHERE kind = '{_KIND}' ORDER BY seq"):
        try:
            told = json.loads(entry.subject)
            key, knew = str(told["name"]), told.get("overrules")
            said = NameDecision(key, told["verdict"], str(told.get("proposed", "")), str(told.get("shown", key)), entry.seq,
                                told.get("at") or entry.at, told.get("by") or entry.who)  # fmt: skip
            open_now = last.setdefault(key, {})
            for settled in list(open_now) if knew is None else knew:
                open_now.pop(settled, None)
            open_now[entry.seq] = said
        except (ValueError, TypeError, LookupError, RecursionError) as error:
            raise CaseError("case_damaged", path=connection.filename, why=f"journal {entry.seq}") from error
    standing = {key: _most_careful(words.values()) for key, words in last.items()}
    return {key: said for key, said in standing.items() if said.verdict in ("approve", "withhold")}


def _most_careful(words: Iterable[NameDecision]) -> NameDecision:
    """Of the words that stand side by side the one that lets least out; of equals the one that was said last."""
    return max(words, key=lambda said: (said.verdict == "withhold", said.verdict != "approve", said.at, said.who))


class Text(NamedTuple):
    """A document with its newest record; None where none can be read."""

    document: int
    text: str
    record: Report | None


def texts(connection: apsw.Connection) -> Iterator[Text]:
    """Every document of a case with its newest record, in the order of documents."""
    query = "SELECT d.id, d.text, r.json FROM documents AS d LEFT JOIN current_records AS r ON r.document = d.id ORDER BY d.id"
    for document, text, packed in connection.execute(query):
        yield Text(document, text, _record(packed) if packed is not None else None)


def _record(packed: bytes) -> Report | None:
    try:
        return msgspec.json.decode(unpacked("zlib", packed), type=Report)
    except (msgspec.MsgspecError, zlib.error, ValueError, RecursionError):
        return None


def people_of(connection: apsw.Connection) -> Iterator[str]:
    """Those who worked on the case, as its journal and its appearances name them, and the machines that they used."""
    query = """SELECT who FROM journal UNION SELECT machine FROM journal UNION SELECT collected_by FROM appearances
               UNION SELECT collected_on FROM appearances"""
    for (name,) in connection.execute(query):
        yield str(name)


def headings(connection: apsw.Connection) -> Iterator[tuple[int, str, str]]:
    """Document, field and words of what stands beside the texts: titles, outlets."""
    query = """SELECT document, 'title', title FROM appearances WHERE title IS NOT NULL
               UNION SELECT document, 'outlet', outlet FROM appearances WHERE outlet IS NOT NULL"""
    yield from connection.execute(query)
