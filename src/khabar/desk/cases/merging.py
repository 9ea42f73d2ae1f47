"""`khabar merge`: two desks' cases become one, in which both can be followed."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from khabar.desk.crisis import disputes
from khabar.ledger import CaseError, Hand, create_case, is_encrypted, opened
from khabar.ledger.merging import Merged, merge
from khabar.ledger.opening import give_name
from khabar.ledger.superseding import document_links


@dataclass(frozen=True, slots=True)
class Joined:
    """What a merge brought, about how many items people differ in the case now, and how many of their words on several reports and
    on links cannot hold together.
    """

    case: Path
    new: Merged
    disagreed: int
    disputed: int


def merge_cases(one: Path, other: Path, into: Path | None = None, by: str | None = None) -> Joined:
    """Take the other case into the first one, or both into a new one; what is only read is not touched.

    Raises CaseError where a case cannot be used, is damaged, the new one is there already, or what is under a passphrase would
    come to stand in a plain file; nothing is changed then.
    """
    if _same_file(one, other):
        raise CaseError("merge_itself", path=one)
    _keep_covered([other] if into is None else [one, other], one if into is None else None)
    hand = Hand.of_this_machine(by)
    if into is None:
        new = _take(one, other, hand)
        return Joined(one, new, _disagreed(one), _disputed(one))
    if into.exists():
        raise CaseError("case_exists", path=into)
    growing = into.with_name(f".{into.name}.{os.getpid()}.merged")
    try:
        growing.unlink(missing_ok=True)
        create_case(growing).close()
        taken = [_take(growing, case, hand) for case in (one, other)]
        if into.exists():
            raise CaseError("case_exists", path=into)
        give_name(growing, into)
    except OSError as error:
        raise CaseError("case_unwritable", path=into, why=error) from error
    finally:
        for beside in ("", "-wal", "-shm"):
            growing.with_name(growing.name + beside).unlink(missing_ok=True)
    whole = Merged(*(sum(getattr(new, what) for new in taken) for what in Merged.__slots__))
    return Joined(into, whole, _disagreed(into), _disputed(into))


def _keep_covered(taken_in: Sequence[Path], by: Path | None) -> None:
    """Raises CaseError where what is under a passphrase would come to stand in a plain file."""
    if by is not None and _covered(by):
        return
    for case in taken_in:
        if _covered(case):
            raise CaseError("merge_uncovers", path=case)


def _covered(case: Path) -> bool:
    try:
        return case.is_file() and is_encrypted(case)
    except OSError as error:
        raise CaseError("case_unwritable", path=case, why=error.strerror) from error


def _take(case: Path, other: Path, hand: Hand) -> Merged:
    with opened(other) as source, opened(case, writing=True) as target:
        return merge(target, source, hand, other.name)


def _same_file(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def _disagreed(case: Path) -> int:
    query = """SELECT count(*) FROM (SELECT 1 FROM open_decisions GROUP BY document, item
               HAVING count(DISTINCT verdict || fields) > 1)"""
    with opened(case) as connection:
        return int(next(iter(connection.execute(query)))[0])


def _disputed(case: Path) -> int:
    with opened(case) as connection:
        links = sum(link.state == "disagreed" for link in document_links(connection))
        return links + len(disputes(connection))
