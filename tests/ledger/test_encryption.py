"""A case under a passphrase: nothing of it can be read without, everything works with it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import khabar
from khabar.cli import main
from khabar.ledger import CaseError, Hand, enter, entries, open_case, opened, transaction
from khabar.ledger import keys as passphrases
from khabar.ledger.moving import _copied

PHRASE = "six blue lanterns over harbour mud ليل"
OTHER_PHRASE = "another seven grey ferries wait outside"
REPORT = "قال وزير الداخلية سليم درويش إن 12 شخصا قتلوا في ألماتي الجمعة، بينهم الطفلة ريماس المنصوري."
MARKS = ("ريماس", "المنصوري", "درويش", "ألماتي", "CREATE TABLE", "figures", "taken in")


@pytest.fixture(autouse=True)
def nobody_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KHABAR_PASSPHRASE", raising=False)
    monkeypatch.delenv("KHABAR_NEW_PASSPHRASE", raising=False)
    monkeypatch.setattr(passphrases, "_known", passphrases._Known())


def run(*arguments: object, typed: str = "", fresh: bool = True, **environment: str) -> Result:
    if fresh:  # as a new process
        passphrases._known.given.clear()
    return CliRunner(env=environment).invoke(main, [str(argument) for argument in arguments], input=typed)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


@pytest.fixture
def case(tmp_path: Path, report: Path) -> Path:
    path = tmp_path / "quiet.khabar"
    shown = run("add", path, report, "--published", "2022-01-08", "--encrypt", typed=f"{PHRASE}\n{PHRASE}\n")
    assert shown.exit_code == 0, shown.output
    assert "cloud" in shown.stderr
    return path


def bytes_on_disk(folder: Path, name: str) -> bytes:
    """The case and every file that SQLite keeps beside it."""
    return b"".join(path.read_bytes() for path in sorted(folder.glob(f"*{name}*")))


def hidden(data: bytes) -> bool:
    return not any(mark.encode(code) in data for mark in MARKS for code in ("utf-8", "utf-16-le", "utf-16-be"))


def test_nothing_can_be_read_without_the_passphrase(case: Path) -> None:
    assert hidden(bytes_on_disk(case.parent, case.name))
    assert not case.read_bytes().startswith(b"SQLite")


def test_nothing_can_be_read_while_the_case_is_written_to(case: Path, report: Path) -> None:
    """The file of what is not yet taken in, and the one that processes share, hold no words either."""
    passphrases.give(case, PHRASE)
    with_case = open_case(case, writing=True)
    with transaction(with_case):
        enter(with_case, Hand("ريماس", "درويش"), "taken in", {"words": REPORT * 500})
        with_case.execute("CREATE TEMP TABLE beside AS SELECT * FROM documents")
    names = {path.name for path in case.parent.glob(f"{case.name}*")}
    assert f"{case.name}-wal" in names
    assert (case.parent / f"{case.name}-wal").stat().st_size > 1000
    assert hidden(bytes_on_disk(case.parent, case.name))
    with_case.close()


COMMANDS = (
    ("figures",), ("timeline",), ("search", "قتلوا"), ("verify",), ("history",), ("seal",),
    ("claims", "--csv"), ("actors", "--table"),
)  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_opens_it_after_asking(case: Path, command: tuple[str, ...]) -> None:
    name, *rest = command
    assert run(name, case, *rest, typed=f"{PHRASE}\n").exit_code == 0
    wrong = run(name, case, *rest, typed="not this one\n")
    assert wrong.exit_code == 2
    assert "passphrase" in wrong.stderr
    assert "not this one" not in wrong.output


def test_the_passphrase_out_of_a_file_or_a_variable(case: Path, tmp_path: Path, report: Path) -> None:
    kept = tmp_path / "passphrase.txt"
    kept.write_text(f"{PHRASE}\nnot this line\n", encoding="utf-8")
    assert run("verify", case, "--passphrase-file", kept).exit_code == 0
    assert run("verify", case, KHABAR_PASSPHRASE=PHRASE).exit_code == 0
    assert run("add", case, report, "--passphrase-file", kept).exit_code == 0
    assert run("verify", case, "--passphrase-file", tmp_path / "missing").exit_code == 2
    assert "passphrase" in run("verify", case, KHABAR_PASSPHRASE=OTHER_PHRASE, typed="").stderr
    assert run("verify", case, "--ui", "ar", KHABAR_PASSPHRASE=OTHER_PHRASE).exit_code == 2


def test_no_command_takes_a_passphrase_as_an_argument() -> None:
    for command in main.commands.values():
        names = [name for param in command.params for name in param.opts]
        assert not [name for name in names if "passphrase" in name and not name.endswith("-file")]


def test_typed_twice_and_not_the_same(tmp_path: Path, report: Path) -> None:
    path = tmp_path / "new.khabar"
    shown = run("add", path, report, "--encrypt", typed=f"{PHRASE}\n{OTHER_PHRASE}\n")
    assert shown.exit_code != 0
    assert not path.exists()


def test_adding_more_needs_no_word_about_encryption(case: Path, tmp_path: Path) -> None:
    (tmp_path / "more.txt").write_text("أعلنت الشرطة في أستانا اعتقال 40 متظاهرا أمس.", encoding="utf-8")
    assert run("add", case, tmp_path / "more.txt", typed=f"{PHRASE}\n").exit_code == 0
    assert run("add", case, tmp_path / "more.txt", "--encrypt", typed=f"{PHRASE}\n").exit_code == 0
    assert hidden(bytes_on_disk(case.parent, case.name))


def test_a_plain_case_is_not_encrypted_in_its_place(tmp_path: Path, report: Path) -> None:
    plain = tmp_path / "plain.khabar"
    assert run("add", plain, report).exit_code == 0
    refused = run("add", plain, report, "--encrypt")
    assert refused.exit_code == 2
    assert "khabar encrypt" in refused.stderr
    into = tmp_path / "closed.khabar"
    shown = run("encrypt", plain, "--into", into, typed=f"{PHRASE}\n{PHRASE}\n")
    assert shown.exit_code == 0, shown.output
    assert "still there" in shown.stderr
    assert hidden(into.read_bytes())
    assert run("verify", into, typed=f"{PHRASE}\n").exit_code == 0
    assert run("encrypt", plain, "--into", into, typed=f"{PHRASE}\n{PHRASE}\n").exit_code == 2
    assert told_by(into) == told_by(plain)


def told_by(path: Path) -> list[object]:
    """The figures of a case, and the hashes of its journal."""
    passphrases.give(path, PHRASE)
    with opened(path) as connection:
        return [khabar.open(path).figures(), [entry.hash for entry in entries(connection)]]


def test_another_passphrase_and_none(case: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.khabar"
    shown = run("encrypt", case, "--into", again, KHABAR_PASSPHRASE=PHRASE, KHABAR_NEW_PASSPHRASE=OTHER_PHRASE)
    assert shown.exit_code == 0, shown.output
    assert hidden(again.read_bytes())
    assert run("verify", again, KHABAR_PASSPHRASE=OTHER_PHRASE).exit_code == 0
    assert run("verify", again, KHABAR_PASSPHRASE=PHRASE).exit_code == 2
    bare = tmp_path / "bare.khabar"
    assert run("decrypt", again, "--into", bare, KHABAR_PASSPHRASE=OTHER_PHRASE).exit_code == 0
    assert run("verify", bare).exit_code == 0
    assert json.loads(run("figures", bare, "--json").stdout)[0]["low"] == 12
    assert not hidden(bare.read_bytes())


def test_a_file_that_is_no_case_is_not_asked_a_passphrase_for(tmp_path: Path) -> None:
    for name, data in (("a", b""), ("b", b"hello"), ("c", b"\x00" * 8192), ("d", bytes(range(256)) * 32)):
        path = tmp_path / f"{name}.khabar"
        path.write_bytes(data)
        shown = run("verify", path)
        assert shown.exit_code == 2
        assert "assphrase" not in shown.stderr


def test_a_changed_page_of_an_encrypted_case_is_noticed(case: Path) -> None:
    """The cipher vouches for every page: bits turned in the middle are an error, not other words."""
    data = bytearray(case.read_bytes())
    data[len(data) // 2] ^= 1
    case.write_bytes(bytes(data))
    assert run("verify", case, KHABAR_PASSPHRASE=PHRASE).exit_code in (1, 2)


def test_letters_composed_on_another_keyboard_are_the_same(tmp_path: Path) -> None:
    assert passphrases.as_key("caf\u00e9") == passphrases.as_key("cafe\u0301")
    with pytest.raises(CaseError, match="passphrase_empty"):
        passphrases.as_key("")


def test_the_copy_that_a_move_keeps_is_encrypted_too(case: Path) -> None:
    """When an older case is moved forward, its copy is no plain file."""
    passphrases.give(case, PHRASE)
    kept = _copied(case, 1)
    assert hidden(kept.read_bytes())
    assert told_by(kept) == told_by(case)


def test_a_merge_uncovers_nothing(case: Path, tmp_path: Path) -> None:
    """What came out of an encrypted case lies in no plain one: not in the merged one, not in one that was there."""
    (tmp_path / "more.txt").write_text("أعلنت الشرطة في أستانا اعتقال 40 متظاهرا أمس.", encoding="utf-8")
    plain = tmp_path / "plain.khabar"
    assert run("add", plain, tmp_path / "more.txt").exit_code == 0
    refused = run("merge", plain, case, KHABAR_PASSPHRASE=PHRASE)
    assert refused.exit_code == 2
    assert "khabar encrypt" in refused.stderr
    assert hidden_but_own(plain)
    assert run("merge", plain, case, "--into", tmp_path / "both.khabar", KHABAR_PASSPHRASE=PHRASE).exit_code == 2
    assert not (tmp_path / "both.khabar").exists()
    assert run("merge", case, plain, typed=f"{PHRASE}\n").exit_code == 0
    assert hidden(bytes_on_disk(tmp_path, case.name))


def hidden_but_own(path: Path) -> bool:
    """Whether a plain case holds no names of the encrypted one."""
    return not any(name.encode() in path.read_bytes() for name in ("ريماس", "المنصوري", "درويش"))


def test_every_command_on_a_case_can_be_given_a_passphrase() -> None:
    for command in main.commands.values():
        if {"case", "other"} & {param.name for param in command.params}:
            assert "--passphrase-file" in [option for param in command.params for option in param.opts], command.name
