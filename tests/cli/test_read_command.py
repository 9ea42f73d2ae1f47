"""`khabar read` as a person or a program uses it."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest
from click.testing import CliRunner, Result

from khabar.cli import main
from khabar.record import Report

TEXT = "قال وزير الصحة سالم النوري إن المستشفيات استقبلت 26 جريحاً.\nوأضاف أن الطريق آمن.\n"
DEMO = Path(__file__).resolve().parents[2] / "demo" / "reports"


def run(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
    """Run the command in this process; standard output is no terminal."""
    return CliRunner().invoke(main, [str(a) for a in arguments], input=stdin, catch_exceptions=False)


def records(result: Result) -> list[dict[str, Any]]:
    """The JSON Lines on standard output."""
    return [json.loads(line) for line in result.stdout.split("\n") if line]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """One report."""
    path = tmp_path / "تقرير.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    """Three lines: a report, a broken one, a report with the publication date of its own."""
    path = tmp_path / "lines.jsonl"
    rows = [{"id": "a", "text": TEXT, "extra": [1]}, {"id": "b"}, {"id": "c", "text": TEXT, "published": "2022-01-05"}]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


# ---------------------------------------------------------------- forms


def test_one_report_is_indented_json(file: Path) -> None:
    result = run("read", file)
    assert result.exit_code == 0
    assert result.stdout.startswith('{\n  "khabar": 1,\n  "document"')
    assert json.loads(result.stdout)["document"]["text"] == TEXT
    assert result.stderr == ""
    assert result.stdout == run("read", file, "--json").stdout


def test_more_reports_are_json_lines(lines: Path) -> None:
    result = run("read", lines)
    assert [r["document"]["id"] for r in records(result)] == ["a", "lines.jsonl:2", "c"]
    assert result.stdout == run("read", lines, "--jsonl").stdout


def test_json_is_for_one_report(lines: Path) -> None:
    result = run("read", lines, "--json")
    assert result.exit_code == 2
    assert "--jsonl" in result.stderr
    assert result.stdout == ""


def test_text_is_a_page_with_the_counts_in_its_second_line(file: Path) -> None:
    result = run("read", file, "--text", "--published", "2022-01-07", "--outlet", "رواق")
    name, strip = result.stdout.splitlines()[:2]
    assert name == file.name
    assert strip.startswith("رواق · 2022-01-07 (given) · 1 distinct speaker · 0 disagreements · ")


def test_every_record_fits_its_types(file: Path) -> None:
    result = run("read", DEMO, "--jsonl", "--numbers")
    assert result.exit_code == 0
    for line in result.stdout.split("\n")[:-1]:
        report = msgspec.json.decode(line, type=Report)
        assert report.document.text
        assert report.numbers is not None


def test_no_text_leaves_the_text_out(file: Path) -> None:
    record = json.loads(run("read", file, "--no-text").stdout)
    assert "text" not in record["document"]
    assert len(record["document"]["text_sha256"]) == 64


def test_numbers_are_added_on_demand(file: Path) -> None:
    assert "numbers" in json.loads(run("read", file, "--numbers").stdout)
    assert "numbers" not in json.loads(run("read", file).stdout)


def test_standard_input(file: Path) -> None:
    record = json.loads(run("read", "-", stdin=TEXT.encode()).stdout)
    assert (record["document"]["id"], record["document"]["text"]) == ("stdin", TEXT)


def test_packed_lines_and_jobs(tmp_path: Path) -> None:
    packed = tmp_path / "many.jsonl.gz"
    with gzip.open(packed, "wt", encoding="utf-8") as out:
        out.writelines(json.dumps({"id": str(n), "text": TEXT}) + "\n" for n in range(50))
    alone, together = run("read", packed), run("read", packed, "--jobs", "2")
    assert [r["document"]["id"] for r in records(alone)] == [str(n) for n in range(50)]
    assert alone.stdout == together.stdout


# ---------------------------------------------------------------- what is known of a report


def test_the_date_of_a_line_goes_before_that_of_the_option(lines: Path) -> None:
    told = {
        r["document"]["id"]: r["document"].get("published")
        for r in records(run("read", lines, "--published", "2022-01-07"))
    }
    assert told == {"a": "2022-01-07", "lines.jsonl:2": None, "c": "2022-01-05"}


@pytest.mark.parametrize(
    ("option", "value", "remedy"),
    [
        ("--published", "2022-02-30", "YYYY-MM-DD"),
        ("--language", "xx", "ar"),
        ("--jobs", "0", "1"),
        ("--nonsense", "x", "There is no option"),
    ],
)
def test_wrong_use_is_told_and_ends_with_2(option: str, value: str, remedy: str, file: Path) -> None:
    result = run("read", file, option, value)
    assert result.exit_code == 2
    assert option in result.stderr
    assert remedy in result.stderr
    assert result.stdout == ""


def test_a_source_is_needed() -> None:
    assert run("read").exit_code == 2


# ---------------------------------------------------------------- bad input


def test_some_failed(lines: Path) -> None:
    result = run("read", lines)
    assert result.exit_code == 1
    assert records(result)[1]["error"]["code"] == "bad_json"
    assert result.stderr.startswith("khabar: lines.jsonl:2: ")


@pytest.mark.parametrize("form", ["--json", "--text", None])
def test_nothing_could_be_read(form: str | None) -> None:
    result = run("read", "no-such-file.txt", *([form] if form else []))
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "no such file" in result.stderr


def test_nothing_could_be_read_in_json_lines() -> None:
    result = run("read", "no-such-file.txt", "--jsonl")
    assert result.exit_code == 2
    assert records(result)[0]["error"]["code"] == "missing_file"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x01\x02\xff\xfe\x00", "not_text"),
        (bytes(range(256)) * 40, "not_text"),
    ],
)
def test_what_is_no_report_is_an_error_record(content: bytes, code: str, tmp_path: Path) -> None:
    path = tmp_path / "odd.txt"
    path.write_bytes(content)
    result = run("read", path, "--jsonl")
    assert result.exit_code == 2
    assert records(result)[0]["error"]["code"] == code


def test_lone_surrogates_in_json(tmp_path: Path) -> None:
    path = tmp_path / "s.jsonl"
    path.write_text('{"id": "\\ud800", "text": "قال \\udc00 إن الطريق آمن", "outlet": "\\ud83d"}\n', encoding="utf-8")
    result = run("read", path, "--jsonl")
    assert result.exit_code == 0
    assert "lone_surrogates_replaced" in records(result)[0]["document"]["flags"]


def test_a_date_that_does_not_exist_costs_the_date_not_the_report(tmp_path: Path) -> None:
    path = tmp_path / "d.jsonl"
    path.write_text(json.dumps({"text": TEXT, "published": "2022-02-30"}) + "\n", encoding="utf-8")
    result = run("read", path, "--jsonl")
    assert result.exit_code == 0
    assert "published_invalid" in records(result)[0]["document"]["flags"]


@pytest.mark.parametrize("text", ['قال: "لن نغادر', "«" * 500, "»قال« إن 'الطريق” آمن“", "قال إن " * 3000])
def test_odd_marks_and_endless_sentences_give_records(text: str) -> None:
    result = run("read", "-", stdin=text.encode())
    assert result.exit_code == 0
    assert json.loads(result.stdout)["document"]["text"] == text


@pytest.mark.parametrize("joint", [" ", "\n"], ids=["one line", "many lines"])
def test_an_archive_in_one_text_is_refused_with_a_remedy(joint: str) -> None:
    text = joint.join(["قال المحافظ إن السد سليم وإن الطريق مفتوح أمام 26 عائلة من القرى."] * 160_000)
    assert len(text) > 10_000_000
    result = run("read", "-", "--no-text", stdin=text.encode())
    assert result.exit_code == 2
    assert ".jsonl" in result.stderr + result.stdout


@pytest.mark.slow
@pytest.mark.parametrize("joint", [" ", "\n"], ids=["one line", "many lines"])
def test_a_long_live_blog_gives_a_record(joint: str) -> None:
    text = joint.join(f"قال المحافظ {n} إن السد سليم وإن الطريق مفتوح أمام 26 عائلة من القرى." for n in range(7_000))
    assert len(text) > 450_000
    result = run("read", "-", "--no-text", stdin=text.encode())
    assert result.exit_code == 0
    assert json.loads(result.stdout)["document"]["text_sha256"]


# ---------------------------------------------------------------- as a process of its own


def command(*arguments: str | Path) -> list[str]:
    """The command line of a new process."""
    return [sys.executable, "-m", "khabar", *map(str, arguments)]


@pytest.mark.parametrize(("source", "code"), [("good", 0), ("mixed", 1), ("none", 2)])
def test_exit_codes_of_the_process(source: str, code: int, file: Path, lines: Path) -> None:
    path = {"good": file, "mixed": lines, "none": file.parent / "nothing.txt"}[source]
    done = subprocess.run(command("read", path, "--jobs", "2"), capture_output=True, check=False)
    assert done.returncode == code
    assert b"Traceback" not in done.stderr


def test_output_is_utf_8_whatever_the_locale(file: Path) -> None:
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(command("read", file, "missing-ملف.txt"), capture_output=True, check=False, env=environment)
    assert done.returncode == 1
    assert "وزير الصحة" in done.stdout.decode("utf-8")
    assert "missing-ملف.txt" in done.stderr.decode("utf-8")


def test_a_reader_that_has_enough_ends_the_command_quietly(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text((json.dumps({"text": TEXT * 20}) + "\n") * 300, encoding="utf-8")
    with subprocess.Popen(command("read", path), stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        assert process.stdout.readline().startswith(b'{"khabar":1')
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == 1


def on_a_terminal(stream: str, *arguments: str | Path) -> tuple[str, str]:
    """What a process prints when one of its streams is a terminal: (on that stream, on the other one)."""
    pty = pytest.importorskip("pty", reason="no pseudo terminals on this system")
    ours, theirs = pty.openpty()
    other = "stderr" if stream == "stdout" else "stdout"
    streams: dict[str, Any] = {stream: theirs, other: subprocess.PIPE}
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "80"}
    with subprocess.Popen(command(*arguments), stdin=subprocess.DEVNULL, env=environment, **streams) as process:
        os.close(theirs)
        shown = b""
        with open(ours, "rb", buffering=0) as terminal:  # noqa: PTH123 - a file descriptor
            try:
                while part := terminal.read(4096):
                    shown += part
            except OSError:  # how Linux says that the other end is closed
                pass
        rest = getattr(process, other).read()
        assert process.wait(timeout=60) == 0
    return shown.decode(), rest.decode()


def test_a_terminal_gets_a_page(file: Path) -> None:
    shown, messages = on_a_terminal("stdout", "read", file, "--published", "2022-01-07")
    assert "2022-01-07 (given)" in shown
    assert "{" not in shown
    assert messages == ""


def test_progress_runs_on_standard_error(file: Path) -> None:
    shown, data = on_a_terminal("stderr", "read", file)
    assert "reports" in shown
    assert json.loads(data)["khabar"] == 1
