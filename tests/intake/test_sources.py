"""Files, folders, JSON Lines and standard input: what comes in, in which order, and what is said of the rest."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import os
import tracemalloc
from pathlib import Path

import pytest

from khabar.intake import FAILURE_CODES, Failed, Incoming, Noted, open_sources, opening
from khabar.intake.formats import table

REPORT = "قال محافظ وادي السنديان إن ثلاثة أشخاص أصيبوا.\r\n"


def read_all(*named: str | Path, stdin: bytes = b"") -> list[Incoming | Failed]:
    found = open_sources([str(source) for source in named], io.BytesIO(stdin))
    return [outcome for outcome in found if not isinstance(outcome, Noted)]


def one(*named: str | Path, stdin: bytes = b"") -> Incoming:
    (found,) = read_all(*named, stdin=stdin)
    assert isinstance(found, Incoming), found
    return found


def failure(*named: str | Path, stdin: bytes = b"") -> Failed:
    (found,) = read_all(*named, stdin=stdin)
    assert isinstance(found, Failed), found
    assert found.code in FAILURE_CODES
    return found


def write_lines(path: Path, *lines: object) -> Path:
    written = "".join((line if isinstance(line, str) else json.dumps(line)) + "\n" for line in lines)
    data = written.encode("utf-8")
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    return path


# ---------------------------------------------------------------- files


def test_a_text_file_is_one_report_with_its_bytes(tmp_path: Path) -> None:
    data = b"\xef\xbb\xbf" + REPORT.encode()
    (tmp_path / "wadi.txt").write_bytes(data)
    report = one(tmp_path / "wadi.txt")
    assert report.id == "wadi.txt"
    assert report.text == REPORT
    assert report.original == data
    assert report.sha256 == hashlib.sha256(data).hexdigest()
    assert report.encoding == "utf-8-sig"
    assert (report.title, report.outlet, report.published, report.metadata) == (None, None, None, ())


def test_files_of_one_name_keep_different_ids(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "report.txt").write_text(REPORT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    named = [os.path.join("a", "report.txt"), os.path.join("b", "report.txt")]  # noqa: PTH118
    assert [found.id for found in read_all(*named)] == ["a/report.txt", "b/report.txt"]


def test_missing_files_are_named_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(REPORT, encoding="utf-8")
    first, second, third = read_all(tmp_path / "a.txt", tmp_path / "b.txt", "nul\0name.txt")
    assert isinstance(first, Failed)
    assert first.code == "missing_file"
    assert first.reason == "no_such_file"
    assert first.place.endswith("a.txt")
    assert isinstance(second, Incoming)
    assert isinstance(third, Failed)
    assert third.code == "missing_file"


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n", b"\xef\xbb\xbf", "\u00a0\u2003\n".encode()])
def test_nothing_but_white_space_is_empty(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    assert failure(tmp_path / "a.txt").code == "empty"


def test_binary_files_fail_with_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"%PDF-1.4\n1 0 obj")
    found = failure(tmp_path / "a.txt")
    assert found.code == "not_text"
    assert (found.place, found.reason) == ("a.txt", "pdf_damaged")


def test_json_documents_and_other_schemes_are_unsupported(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"text": "x"}', encoding="utf-8")
    assert failure(tmp_path / "a.json").code == "unsupported"
    assert failure("ftp://example.org/a.txt").code == "unsupported"


def test_a_report_beyond_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MOST_BYTES", 1000)
    (tmp_path / "a.txt").write_bytes(b"x" * 1001)
    assert failure(tmp_path / "a.txt").code == "too_large"


def test_ten_megabytes_in_one_file(tmp_path: Path) -> None:
    text = REPORT * (10_000_000 // len(REPORT.encode()))
    (tmp_path / "long.txt").write_bytes(text.encode())
    assert one(tmp_path / "long.txt").text == text


def test_more_characters_than_one_text_may_have(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_bytes((REPORT * (10_000_000 // len(REPORT) + 1)).encode())
    told = failure(tmp_path / "long.txt")
    assert told.code == "too_large"
    assert told.reason == "too_many_characters"


# ---------------------------------------------------------------- folders


def test_a_folder_is_read_in_order_of_names(tmp_path: Path) -> None:
    folder = tmp_path / "case"
    for name in ("b.txt", "a/z.TXT", "a/c.txt", "c.md", ".hidden.txt", ".git/x.txt", "aa.txt"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(REPORT, encoding="utf-8")
    write_lines(folder / "d.jsonl", {"id": "d1", "text": "one"}, {"text": "two"})
    write_lines(folder / "d.jsonl.gz", {"text": "three"})
    assert [found.id for found in read_all(folder)] == [
        "case/a/c.txt",
        "case/a/z.TXT",
        "case/aa.txt",
        "case/b.txt",
        "d1",
        "case/d.jsonl:2",
        "case/d.jsonl.gz:1",
        "case/c.md",
    ]


def test_files_of_a_folder_that_no_format_knows_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "film.mp4").write_bytes(b"\0\0\0\x18ftyp")
    (tmp_path / "Thumbs.db").write_bytes(b"\0")
    report, unknown = read_all(tmp_path)
    assert isinstance(report, Incoming)
    assert isinstance(unknown, Failed)
    assert (unknown.code, unknown.reason) == ("unsupported", "unknown_file")
    assert unknown.place.endswith("film.mp4")


def test_a_fault_of_a_reader_costs_its_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: object) -> None:
        raise ZeroDivisionError("by a test")

    for name in ("a.csv", "b.txt"):
        (tmp_path / name).write_text(REPORT, encoding="utf-8")
    monkeypatch.setattr(table, "columns_of", breaks)
    broken, report = read_all(tmp_path)
    assert isinstance(broken, Failed)
    assert (broken.code, dict(broken.details)["why"]) == ("internal", "ZeroDivisionError: by a test")
    assert isinstance(report, Incoming)


def test_numbers_in_names_are_put_in_their_order(tmp_path: Path) -> None:
    for name in ("part10.txt", "part2.txt", "part1.txt"):
        (tmp_path / name).write_text(REPORT + name, encoding="utf-8")
    assert [found.id.rpartition("/")[2] for found in read_all(tmp_path)] == ["part1.txt", "part2.txt", "part10.txt"]


def test_a_folder_without_reports_says_so(tmp_path: Path) -> None:
    (tmp_path / ".hidden").write_bytes(b"x")
    found = failure(tmp_path)
    assert found.code == "missing_file"
    assert ".jsonl" in dict(found.details)["endings"]


# ---------------------------------------------------------------- JSON Lines


def test_fields_of_a_line(tmp_path: Path) -> None:
    line = {
        "id": "w-7",
        "text": REPORT,
        "published": "2022-01-07T09:00:00Z",
        "outlet": "صدى الوادي",
        "language": "ar",
        "url": "https://sada.example/7",
        "title": "إصابات في الوادي",
        "sections": [1, 2],
    }
    report = one(write_lines(tmp_path / "a.jsonl", line))
    assert (report.id, report.text, report.language) == ("w-7", REPORT, "ar")
    assert (report.outlet, report.title, report.url) == ("صدى الوادي", "إصابات في الوادي", "https://sada.example/7")
    assert (report.published, report.published_from) == ("2022-01-07T09:00+00:00", "jsonl")
    assert ("published", "2022-01-07T09:00:00Z", "jsonl") in report.metadata
    assert report.original == json.dumps(line).encode()
    assert report.sha256 == hashlib.sha256(json.dumps(line).encode()).hexdigest()
    assert report.flags == ()


def test_bad_lines_are_named_and_the_rest_is_read(tmp_path: Path) -> None:
    lines = [
        '{"text": "good"}',
        '{"text": "no end',
        "[1, 2]",
        '{"id": "x"}',
        '{"text": 5}',
        '{"text": "  "}',
        "",
        '{"text": 1' + "1" * 5000 + "}",
        "[" * 100_000,
        '{"id": "last", "text": "good"}',
    ]
    found = read_all(write_lines(tmp_path / "a.jsonl", *lines))
    assert [item.code if isinstance(item, Failed) else item.id for item in found] == [
        "a.jsonl:1", "bad_json", "bad_json", "bad_json", "bad_json", "empty", "bad_json", "bad_json", "last",
    ]  # fmt: skip
    failed = [item for item in found if isinstance(item, Failed)]
    assert [item.id for item in failed] == [f"a.jsonl:{number}" for number in (2, 3, 4, 5, 6, 8, 9)]
    assert [item.place for item in failed] == [item.id for item in failed]
    assert [item.reason for item in failed] == [
        "not_json", "no_object", "text_missing", "text_no_string", "text_blank", "odd_json", "odd_json",
    ]  # fmt: skip


def test_a_line_in_another_encoding_fails_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes('{"text": "قال"}\n'.encode("cp1256") + '{"text": "قال"}\n'.encode())
    bad, good = read_all(path)
    assert isinstance(bad, Failed)
    assert bad.code == "bad_encoding"
    assert isinstance(good, Incoming)
    path.write_bytes('{"text": "قال"}\n'.encode("utf-16"))
    assert failure(path).code == "bad_encoding"


def test_an_impossible_date_costs_the_date_only(tmp_path: Path) -> None:
    path = write_lines(
        tmp_path / "a.jsonl", {"text": "x", "published": "2022-02-30"}, {"text": "x", "published": 20220107}
    )
    found = read_all(path)
    assert len(found) == 2
    for report in found:
        assert isinstance(report, Incoming)
        assert (report.published, report.published_from) == (None, None)
        assert report.flags == ("published_invalid",)


def test_metadata_of_a_wrong_type_is_dropped_and_told(tmp_path: Path) -> None:
    report = one(
        write_lines(tmp_path / "a.jsonl", {"id": 7, "text": "x", "outlet": ["a"], "url": None, "language": " "})
    )
    assert (report.id, report.outlet, report.url, report.language) == ("7", None, None, None)
    assert report.flags == ("outlet_invalid",)


def test_lone_surrogates_of_json_escapes_are_replaced(tmp_path: Path) -> None:
    line = r'{"id": "a\ud800", "text": "قال \ud83d\ude00 ثم \udc00.\u0000", "title": "\udfff!"}'
    report = one(write_lines(tmp_path / "a.jsonl", line))
    assert report.text == "قال \U0001f600 ثم \ufffd.\ufffd"
    assert report.flags == ("lone_surrogates_replaced", "nul_replaced")
    assert (report.id, report.title) == ("a\ufffd", "\ufffd!")


def test_a_byte_order_mark_and_windows_line_ends_around_lines(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b'\xef\xbb\xbf{"text": "one"}\r\n\r\n{"text": "two\\r\\n"}')
    assert [item.text for item in read_all(tmp_path / "a.jsonl") if isinstance(item, Incoming)] == ["one", "two\r\n"]


def test_a_text_of_ten_million_characters_is_read_and_a_longer_one_refused(tmp_path: Path) -> None:
    lines = write_lines(tmp_path / "a.jsonl", {"text": "كلمة " * 2_000_001}, {"text": "كلمة " * 2_000_000})
    long, short = read_all(lines)
    assert isinstance(long, Failed)
    assert long.code == "too_large"
    assert long.reason == "too_many_characters"
    assert isinstance(short, Incoming)
    assert len(short.text) == 10_000_000


def test_a_line_beyond_the_limit_is_skipped_to_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("khabar.intake.formats.json_lines.MOST_BYTES", 1000)
    path = write_lines(tmp_path / "a.jsonl", {"text": "x" * 300_000}, {"text": "short"})
    long, short = read_all(path)
    assert isinstance(long, Failed)
    assert (long.id, long.code) == ("a.jsonl:1", "too_large")
    assert isinstance(short, Incoming)
    assert short.id == "a.jsonl:2"


def test_an_empty_file_of_lines_is_empty(tmp_path: Path) -> None:
    assert failure(write_lines(tmp_path / "a.jsonl", "", "  ")).code == "empty"


def test_a_damaged_packed_file_gives_what_it_holds_and_then_fails(tmp_path: Path) -> None:
    whole = write_lines(tmp_path / "a.jsonl.gz", *({"id": str(n), "text": os.urandom(40).hex()} for n in range(2000)))
    whole.write_bytes(whole.read_bytes()[:-5000])
    *read, last = read_all(whole)
    assert len(read) > 100
    assert all(isinstance(item, Incoming) for item in read)
    assert isinstance(last, Failed)
    assert last.code == "not_text"
    whole.write_bytes(b'{"text": "not packed"}\n')
    assert one(whole).text == "not packed"  # the bytes tell, not the name


def test_lines_are_streamed_with_flat_memory(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.jsonl.gz", *({"text": f"{n} " + "قال " * 2000} for n in range(3000)))
    tracemalloc.start()
    try:
        count = sum(1 for _ in open_sources([str(path)], io.BytesIO()))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert count == 3000
    assert peak < 2_000_000  # the file holds 36 MB


# ---------------------------------------------------------------- standard input


def test_standard_input_tells_its_kind_by_its_first_bytes() -> None:
    text = one("-", stdin=REPORT.encode("cp1256"))
    assert (text.id, text.text, text.encoding) == ("stdin", REPORT, "cp1256")
    lines = b'{"text": "one"}\nnot json\n{"id": "two", "text": "two"}\n'
    for data in (lines, b"\xef\xbb\xbf" + lines, gzip.compress(lines)):
        assert [item.id for item in read_all("-", stdin=data)] == ["stdin:1", "stdin:2", "two"]
    page = "<!DOCTYPE html><html><body><article><p>قال شاهد إن الجسر أغلق صباح اليوم.</p></article></body></html>"
    assert one("-", stdin=page.encode()).text == "قال شاهد إن الجسر أغلق صباح اليوم."
    assert failure("-", stdin=b"").code == "empty"
    assert failure("-", stdin=b" \n").code == "empty"


def test_standard_input_stays_open() -> None:
    stdin = io.BytesIO(REPORT.encode())
    assert len(list(open_sources(["-"], stdin))) == 1
    assert not stdin.closed
