"""A redacted copy truly lacks what it hides: in its bytes, its packed originals and records, its index, its journal."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest
from click.testing import CliRunner, Result

from invented_people import REPORTS, SECRET
from khabar.cli import main
from khabar.desk.cases import Ruling, ask, decide_item, find, history, verify_case
from khabar.desk.protect import Wanted, decide_names_of_case, names_of_case, redact_case
from khabar.desk.protect.moving import moved_item
from khabar.desk.protect.redacting import MARK, Hidden, Redacted
from khabar.desk.protect.spelling import key_of_name, name_words
from khabar.ledger import CaseError, entries, opened
from khabar.ledger import keys as passphrases
from khabar.text.fold import fold_word


def run(*arguments: object, **environment: str) -> Result:
    return CliRunner(env=environment).invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def decided(case: Path) -> Path:
    """The case with some decisions, of people and on names."""
    for layer in ("claims", "figures"):
        for row in list(ask(case, layer)):
            decide_item(
                case, (row["document"], row["item"]), Ruling("accept", reason="as Hope Karam said"), "Salma Collector"
            )
    decide_names_of_case(
        case, Wanted({"سليم درويش": "approve", "Hope Karam": "withhold"}, ("place",)), "Salma Collector"
    )
    return case


@pytest.fixture
def copy(decided: Path, tmp_path: Path) -> Path:
    into = tmp_path / "copy.khabar"
    shown = run("redact", decided, "--into", into, "--by", "Nadia")
    assert shown.exit_code == 0, shown.output
    return into


def all_bytes(path: Path) -> Iterator[bytes]:
    """The file and what lies beside it, and every value in it, unpacked where it is packed."""
    for file in path.parent.glob(f"{path.name}*"):
        yield file.read_bytes()
    connection = apsw.Connection(str(path))
    for (table,) in list(
        connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE TABLE%'")
    ):
        for row in connection.execute(f'SELECT * FROM "{table}"'):  # noqa: S608 - names of the file
            for value in row:
                data = value.encode() if isinstance(value, str) else value if isinstance(value, bytes) else b""
                yield data
                try:
                    yield zlib.decompress(data)
                except zlib.error:
                    continue
    connection.close()


def test_its_bytes_hold_nothing_that_is_hidden(copy: Path) -> None:
    whole = list(all_bytes(copy))
    for name in SECRET:
        folded = " ".join(fold_word(word) for word in name.split())
        for spelled in {name, folded, name.split()[0], fold_word(name.split()[0]), name.replace(" ", "_")}:
            for code in ("utf-8", "utf-16-le", "utf-16-be"):
                assert not any(spelled.encode(code) in data for data in whole), (spelled, code)


def test_it_holds_no_name_however_it_is_spelled(copy: Path) -> None:
    texts = [data.decode("utf-8", "ignore") for data in all_bytes(copy) if len(data) < 100_000]
    for name in SECRET:
        key = key_of_name(name)
        for text in texts:
            words = name_words(text)
            hits = [
                at
                for at in range(len(words) - len(key) + 1)
                if all(p in words[at + n].forms for n, p in enumerate(key))
            ]
            assert not hits, (name, text[words[hits[0]].start - 20 : words[hits[0]].end + 20])


def test_it_holds_no_hash_by_which_a_report_is_known_again(decided: Path, copy: Path) -> None:
    """Whoever has the report from elsewhere could tell by its hash what is behind the marks; a short name, by trying."""
    whole = b"".join(all_bytes(copy))
    for text in REPORTS.values():
        for known in (text, text.strip(), text + "\n"):
            assert hashlib.sha256(known.encode()).hexdigest().encode() not in whole
    for name in SECRET:
        for told in (name, " ".join(key_of_name(name))):
            for made in (hashlib.sha256, hashlib.sha1, hashlib.md5):
                assert made(told.encode()).hexdigest().encode() not in whole
    with opened(decided) as connection:
        for entry in entries(connection):
            assert entry.hash.encode() not in whole


def test_it_opens_and_verifies_as_what_it_is(copy: Path) -> None:
    proof = verify_case(copy)
    assert proof.faults == ()
    assert {notice.reason for notice in proof.notices} == {"redacted_copy"}
    shown = run("verify", copy)
    assert shown.exit_code == 0
    assert "redacted copy" in shown.output
    assert list(ask(copy, "figures", measure="killed"))
    assert list(find(copy, "اعتقال"))
    assert not list(find(copy, "المنصوري"))
    assert {row["source"] for row in ask(copy, "figures")} & {"سليم درويش", "درويش"}


def test_every_item_shows_its_words_in_the_redacted_text(copy: Path) -> None:
    with opened(copy) as connection:
        texts = dict(connection.execute("SELECT id, text FROM documents"))
    for layer in ("claims", "figures", "events", "actors", "times"):
        for row in ask(copy, layer):
            assert texts[row["document"]][row["start"] : row["end"]] == row["words"]


def test_decisions_go_along_without_who_made_them(decided: Path, copy: Path) -> None:
    told = history(copy)
    assert len(told) == len(history(decided))
    assert {decision.verdict for decision in told} == {"accept"}
    assert {decision.who for decision in told} == {MARK}


def test_both_journals_tell_how_much_and_by_whom(decided: Path, copy: Path) -> None:
    with opened(decided) as connection:
        (made,) = entries(connection, "WHERE kind = 'redacted copy made'")
    with opened(copy) as connection:
        (is_copy,) = entries(connection, "WHERE kind = 'redacted copy'")
        (log,) = entries(connection, "WHERE kind = 'redaction'")
        kinds = {entry.kind for entry in entries(connection)}
    assert is_copy.seq == 1
    here, there = json.loads(made.subject), json.loads(log.subject)
    assert here == there
    assert here["hidden"]["name"] > 10
    assert here["hidden"]["age"] >= 2
    assert (made.who, log.who, log.machine) == ("Nadia", "Nadia", "-")
    assert "sealed" not in kinds
    for name in SECRET:
        assert name not in made.subject


def test_a_copy_of_nothing_approved(case: Path, tmp_path: Path) -> None:
    before = names_of_case(case).undecided
    assert redact_case(case, tmp_path / "bare.khabar").undecided == before
    assert verify_case(tmp_path / "bare.khabar").faults == ()
    whole = b"".join(all_bytes(tmp_path / "bare.khabar"))
    assert "سليم".encode() not in whole


def test_a_report_can_be_left_out_whole(case: Path, tmp_path: Path) -> None:
    shown = run("redact", case, "--into", tmp_path / "two.khabar", "--without", 1, "--json")
    assert shown.exit_code == 0, shown.output
    assert json.loads(shown.stdout)["documents"] == 2
    assert "قصف".encode() not in b"".join(all_bytes(tmp_path / "two.khabar"))


def test_nothing_is_overwritten(case: Path, copy: Path) -> None:
    assert run("redact", case, "--into", copy).exit_code == 2
    assert run("redact", case, "--into", case).exit_code == 2
    with pytest.raises(CaseError, match="case_exists"):
        redact_case(case, copy)


def test_an_encrypted_copy(case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passphrases, "_known", passphrases._Known())
    into = tmp_path / "closed.khabar"
    phrase = "eight wet bricks under a yellow ladder"
    shown = run("redact", case, "--into", into, "--encrypt", KHABAR_PASSPHRASE=phrase)
    assert shown.exit_code == 0, shown.output
    assert "الشرطة".encode() not in into.read_bytes()
    assert run("verify", into, KHABAR_PASSPHRASE=phrase).exit_code == 0


def test_a_copy_can_be_exported_safely(copy: Path, tmp_path: Path) -> None:
    shown = run("export", copy, "--safe", "--jsonl", tmp_path / "out.jsonl")
    assert shown.exit_code == 0, shown.output
    assert "سليم درويش" in (tmp_path / "out.jsonl").read_text(encoding="utf-8")


def test_offsets_move_with_the_marks() -> None:
    text = Redacted(f"ab{MARK}cd{MARK}", (Hidden(2, 10, "name"), Hidden(12, 13, "name")))
    assert [text.moved(at) for at in (0, 2, 5, 10, 11, 12, 13)] == [0, 2, 2, 5, 6, 7, 10]
    assert [text.moved(at, ending=True) for at in (2, 5, 10, 12, 13)] == [2, 5, 5, 7, 10]
    assert moved_item("c3-12b", text) == "c2-7b"
    assert moved_item("?", text) == "?"
