"""Seals, and time stamps of an authority outside: what they prove, and what is found out."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

import pytest

from at_the_command import run
from khabar.desk import Wishes
from khabar.desk.cases import Outside, add, seal, verify_case
from khabar.ledger import Hand, enter, open_case, transaction
from time_stamps import Authority, serving


@pytest.fixture(scope="module")
def authority() -> Authority:
    """The authority of these tests."""
    return Authority()


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case of one report."""
    (tmp_path / "a.txt").write_text("قتل خمسة أشخاص في ألماتي.", encoding="utf-8")
    list(add(tmp_path / "a.khabar", [str(tmp_path / "a.txt")], Wishes("2022-01-07")))
    return tmp_path / "a.khabar"


@pytest.fixture
def roots(tmp_path: Path, authority: Authority) -> Path:
    """The file of trusted roots."""
    (tmp_path / "roots.pem").write_bytes(authority.pem())
    return tmp_path / "roots.pem"


def stamped(case: Path) -> dict[str, Any]:
    """What the last entry of the journal says."""
    with open_case(case) as connection:
        (subject,) = next(iter(connection.execute("SELECT subject FROM journal ORDER BY seq DESC LIMIT 1")))
    told: dict[str, Any] = json.loads(subject)
    return told


def entered(case: Path, told: dict[str, Any]) -> None:
    """An entry that says something else of a stamp, as somebody with the file may write it."""
    with open_case(case, writing=True) as connection, transaction(connection):
        enter(connection, Hand("x", "x"), "stamped", told)


def test_a_stamp_is_kept_in_the_journal_and_proved_offline(case: Path, roots: Path, authority: Authority) -> None:
    with serving(authority.answer) as url:
        shown = run("seal", case, "--tsa", url, "--allow-private", "--by", "Salma")
    assert shown.exit_code == 0, shown.output
    sealed = shown.stdout.split()[0]
    told = json.loads(run("verify", case, "--json", "--sealed", sealed, "--tsa-roots", roots).stdout)
    (stamp,) = told["stamps"]
    assert (told["whole"], stamp["state"], stamp["hash"]) == (True, "proved", sealed)
    assert stamp["at"].startswith(authority.now.date().isoformat())
    assert authority.now.date().isoformat() in run("verify", case, "--tsa-roots", roots).stderr


def test_without_roots_it_is_told_that_nothing_was_checked(case: Path, authority: Authority) -> None:
    with serving(authority.answer) as url:
        run("seal", case, "--tsa", url, "--allow-private")
    proof = verify_case(case)
    assert (proof.faults, [notice.reason for notice in proof.notices]) == ((), ["stamp_unchecked"])


def test_roots_of_somebody_else_prove_nothing(case: Path, tmp_path: Path, authority: Authority) -> None:
    with serving(authority.answer) as url:
        run("seal", case, "--tsa", url, "--allow-private")
    (tmp_path / "other.pem").write_bytes(Authority().pem())
    assert [fault.reason for fault in verify_case(case, Outside(roots=tmp_path / "other.pem")).faults] == [
        "stamp_unproved"
    ]
    assert run("verify", case, "--tsa-roots", case).exit_code == 2


def test_a_stamp_of_something_else_and_a_forged_one_are_found_out(
    case: Path, roots: Path, authority: Authority
) -> None:
    with serving(authority.answer) as url:
        run("seal", case, "--tsa", url, "--allow-private")
    told = stamped(case)
    later = seal(case)
    token = base64.b64decode(told["token"])
    forged = token.replace(authority.now.strftime("%Y%m%d").encode(), b"20200101")
    assert forged != token
    others = (
        told | {"seq": later.seq, "hash": later.hash},
        told | {"token": base64.b64encode(forged).decode()},
        told | {"token": "AAAA"},
        {},
    )
    for other in others:
        entered(case, other)
    faults = verify_case(case, Outside(roots=roots)).faults
    assert [fault.reason for fault in faults] == ["stamp_false", "stamp_unproved", "stamp_false", "stamp_false"]


@pytest.mark.parametrize("nonsense", [b"", b"no time", b"\x30\x05\x30\x03\x02\x01\x02"])
def test_an_answer_without_a_stamp_leaves_the_seal(case: Path, nonsense: bytes) -> None:
    with serving(nonsense) as url:
        shown = run("seal", case, "--tsa", url, "--allow-private", "--ui", "ar")
    assert shown.exit_code == 2
    assert url in shown.stderr
    assert run("verify", case, "--sealed", shown.stdout.split()[0]).exit_code == 0


def test_a_stamp_of_another_hash_is_not_taken(case: Path, authority: Authority) -> None:
    first: list[bytes] = []

    def replayed(request: bytes) -> bytes:
        first.append(request)
        return authority.answer(first[0])

    with serving(replayed) as url:
        assert run("seal", case, "--tsa", url, "--allow-private").exit_code == 0
        assert run("seal", case, "--tsa", url, "--allow-private").exit_code == 2
    assert len(verify_case(case).stamps) == 1


def test_addresses_of_this_machine_are_asked_only_when_allowed(case: Path, authority: Authority) -> None:
    with serving(authority.answer) as url:
        assert run("seal", case, "--tsa", url).exit_code == 2
    assert run("seal", case, "--tsa", "ftp://example.org/").exit_code == 2
