"""Pages as files: one report one file, several a folder with an index, whatever the reports are called."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from khabar.cli import main
from khabar.desk import Failure
from khabar.export.page import Pages, TooManyReports
from khabar.record import Document, Report

TEXT = "قال الوالي إن 12 شخصاً قتلوا."


def report(name: str, title: str | None = None) -> Report:
    return Report(Document(id=name, text=TEXT, language="ar", title=title))


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, ["read", *arguments])
    return result.exit_code, result.stdout, result.stderr


def test_one_report_is_one_file_and_nothing_is_printed(tmp_path: Path) -> None:
    source = tmp_path / "report.txt"
    source.write_text(TEXT, encoding="utf-8")
    target = tmp_path / "new" / "page.html"
    code, printed, told = run(str(source), "--html", str(target))
    assert (code, printed) == (0, "")
    assert str(target) in told
    assert "12" in target.read_text(encoding="utf-8")


def test_what_is_asked_for_is_printed_beside_the_page(tmp_path: Path) -> None:
    source = tmp_path / "report.txt"
    source.write_text(TEXT, encoding="utf-8")
    code, printed, _ = run(str(source), "--html", str(tmp_path / "page.html"), "--jsonl")
    assert code == 0
    assert printed.startswith('{"khabar":1')


def test_one_file_does_not_take_a_second_report(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    code, _, told = run(str(tmp_path), "--html", str(tmp_path / "page.html"))
    assert code == 2
    assert "name a folder" in told
    assert not (tmp_path / "page.html").exists()


def test_a_folder_gets_a_page_a_report_and_an_index_that_tells_of_failures(tmp_path: Path) -> None:
    pages = Pages(tmp_path / "desk", "en")
    pages.add(report("one.txt", "<b>First</b>"))
    pages.add(Failure("two.txt", "empty", "two.txt is empty"))
    pages.add(report("three.txt"))
    index = pages.finish()
    assert index == tmp_path / "desk" / "index.html"
    assert sorted(path.name for path in index.parent.iterdir()) == ["index.html", "one.html", "three.html"]
    listed = index.read_text(encoding="utf-8")
    assert 'href="one.html"' in listed
    assert "&lt;b&gt;First" in listed
    assert "two.txt is empty" in listed


@pytest.mark.parametrize(
    "name",
    ["../../etc/passwd", "C:\\windows\\x", "a/b/c.txt", ".", "", "con", "index", "خبر عاجل", "x" * 400, "\n\t", "-"],
)
def test_no_name_leads_out_of_the_folder_or_is_refused(name: str, tmp_path: Path) -> None:
    pages = Pages(tmp_path / "desk", "ar")
    pages.add(report(name))
    pages.add(report(name))
    pages.finish()
    assert [path.name for path in tmp_path.iterdir()] == ["desk"]
    files = [path.name for path in (tmp_path / "desk").iterdir()]
    assert len(files) == 3
    assert not [file for file in files if file.startswith((".", "con.")) or len(file) > 100]


def test_names_that_differ_in_case_only_get_files_of_their_own(tmp_path: Path) -> None:
    pages = Pages(tmp_path, "en")
    for name in ("Report", "report", "REPORT"):
        pages.add(report(name))
    pages.finish()
    assert len({path.name.casefold() for path in tmp_path.iterdir()}) == 4


def test_no_report_no_page(tmp_path: Path) -> None:
    for target in (tmp_path / "page.html", tmp_path / "desk"):
        pages = Pages(target, "en")
        pages.add(Failure("x", "empty", "x is empty"))
        assert pages.finish() is None
        assert not target.exists()


def test_a_single_file_refuses_before_it_writes(tmp_path: Path) -> None:
    pages = Pages(tmp_path / "page.html", "en")
    pages.add(report("a"))
    with pytest.raises(TooManyReports, match="name a folder"):
        pages.add(report("b"))
    assert not (tmp_path / "page.html").exists()


def test_a_target_that_cannot_be_written_is_told_in_words(tmp_path: Path) -> None:
    source = tmp_path / "report.txt"
    source.write_text(TEXT, encoding="utf-8")
    code, _, told = run(str(source), "--html", str(source / "page.html"))
    assert code == 2
    assert "cannot be written" in told
