"""Sheets: every field of every item, words exactly as in the report, nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils.escape import unescape

from khabar.cli import main
from khabar.desk import Failure, Wishes, read_sources
from khabar.desk.surroundings import Surroundings
from khabar.desk.wording import messages, ui_languages
from khabar.export.sheets import CsvFolder, TooManyRows, Workbook, workbook
from khabar.export.sheets.csv_files import guarded, recovered
from khabar.export.sheets.layers import LAYERS, REPORTS, columns, extent
from khabar.record import Claim, Document, Report, Span, Withheld

ROOT = Path(__file__).resolve().parents[3]
SHEETS = (REPORTS, *LAYERS)
Table = list[dict[str, str]]
PARTIES = ("actor", "target")
"""Told in their plain form, so they may differ from their span by a letter."""


@pytest.fixture(scope="module")
def outcomes() -> list[Any]:
    """The demo reports and one that could not be read."""
    return [*read_sources([str(ROOT / "demo" / "reports")], Wishes()), Failure("bad", "empty", "bad: nothing in it")]


def machine(header: str) -> str:
    """The machine name in a header: what stands in the last brackets, or the whole."""
    return header.rpartition("[")[2].rstrip("]")


def written(folder: Path, outcomes: list[Any], ui: str = "en") -> dict[str, Table]:
    """Rows of every CSV file, cells by machine name, as they stand in the file."""
    sheets = CsvFolder(folder, ui)
    for outcome in outcomes:
        sheets.add(outcome)
    assert sheets.finish() == folder
    return {layer: list(table(folder / f"{layer}.csv")) for layer in SHEETS}


def table(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file)
        names = [machine(header) for header in next(reader)]
        for row in reader:
            yield dict(zip(names, row, strict=True))


def book(path: Path, outcomes: list[Any], ui: str = "en") -> Path:
    made = Workbook(path, ui)
    for outcome in outcomes:
        made.add(outcome)
    assert made.finish() == path
    return path


def agree(cell: object, words: str) -> bool:
    """Whether a cell of a workbook says what a cell of a CSV file says."""
    if cell is None:
        return words == ""
    return unescape(cell) == recovered(words) if isinstance(cell, str) else float(str(cell)) == float(words)


# ---------------------------------------------------------------- what stands in them


@pytest.mark.parametrize("layer", LAYERS)
def test_every_field_has_its_column(layer: str) -> None:
    fields = set(LAYERS[layer].__struct_fields__)  # type: ignore[attr-defined]
    assert fields <= {column.machine.partition(".")[0] for column in columns(layer, messages("en"))}
    document = {column.machine.partition(".")[0] for column in columns(REPORTS, messages("en"))}
    assert set(Document.__struct_fields__) - {"text", "id"} <= document


@pytest.mark.parametrize("layer", SHEETS)
def test_machine_names_are_the_same_in_every_language_and_once(layer: str) -> None:
    shown = {ui: columns(layer, messages(ui)) for ui in ui_languages()}
    names = {ui: [column.machine for column in found] for ui, found in shown.items()}
    assert names["ar"] == names["en"] == [machine(column.header) for column in shown["ar"]]
    assert len(set(names["ar"])) == len(names["ar"])
    assert [c.header for c in shown["ar"]] != [c.header for c in shown["en"]]


def test_one_row_an_item_and_its_words_are_those_of_the_report(tmp_path: Path, outcomes: list[Any]) -> None:
    sheets = written(tmp_path, outcomes)
    reports = {o.document.id: o for o in outcomes if isinstance(o, Report)}
    for layer in LAYERS:
        rows = [recovered(row["report"]) for row in sheets[layer]]
        assert rows == [r.document.id for r in reports.values() for _ in getattr(r, layer)]
        for row in sheets[layer]:
            text = reports[row["report"]].document.text or ""
            for name in (name.removesuffix(".start") for name in row if name.endswith(".start")):
                if row[f"{name}.start"] and name not in PARTIES:
                    span = text[int(row[f"{name}.start"]) : int(row[f"{name}.end"])]
                    assert recovered(row[name]) == span
            if row.get("start"):
                assert recovered(row["text"]) == text[int(row["start"]) : int(row["end"])]


def test_ids_are_those_of_the_record_and_sentences_hold_the_words(tmp_path: Path, outcomes: list[Any]) -> None:
    sheets = written(tmp_path, outcomes)
    for report in (o for o in outcomes if isinstance(o, Report)):
        for layer in ("claims", "figures", "events", "withheld", "times", "places", "actors"):
            rows = [row for row in sheets[layer] if row["report"] == report.document.id]
            assert [row["id"] for row in rows] == [item.id for item in getattr(report, layer)]
            for row, item in zip(rows, getattr(report, layer), strict=True):
                start, end = extent(item)
                assert (report.document.text or "")[start:end] in recovered(row["sentence"])
                assert layer == "actors" or row["told"]
    ids = [(row["report"], row["id"]) for row in sheets["unread"]]
    assert len(set(ids)) >= len(ids) * 0.9, "items without an id of their own get one from their span"


def test_a_report_that_could_not_be_read_has_its_row(tmp_path: Path, outcomes: list[Any]) -> None:
    rows = written(tmp_path, outcomes)[REPORTS]
    assert len(rows) == len(outcomes)
    assert (rows[-1]["report"], rows[-1]["error"], rows[-1]["message"]) == ("bad", "empty", "bad: nothing in it")
    assert all(row["published"] and not row["error"] for row in rows[:-1])


def test_numbers_are_numbers_and_dates_are_text(tmp_path: Path, outcomes: list[Any]) -> None:
    loaded = openpyxl.load_workbook(book(tmp_path / "b.xlsx", outcomes))
    figures = list(loaded["figures"].iter_rows(values_only=True))
    low = [machine(str(header)) for header in figures[0]].index("low")
    assert {type(row[low]) for row in figures[1:]} == {int, type(None)}
    times = list(loaded["times"].iter_rows(values_only=True))
    value = [machine(str(header)) for header in times[0]].index("value")
    assert {type(row[value]) for row in times[1:]} <= {str, type(None)}


@pytest.mark.parametrize("ui", ui_languages())
def test_the_workbook_says_what_the_csv_files_say(tmp_path: Path, outcomes: list[Any], ui: str) -> None:
    sheets = written(tmp_path / "csv", outcomes, ui)
    loaded = openpyxl.load_workbook(book(tmp_path / "b.xlsx", outcomes, ui))
    assert loaded.sheetnames == [messages(ui).label("sheet_name", layer) for layer in SHEETS]
    for layer, sheet in zip(SHEETS, loaded.worksheets, strict=True):
        assert bool(sheet.sheet_view.rightToLeft) is (ui == "ar")
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref
        header, *rows = sheet.iter_rows()
        names = [machine(str(cell.value)) for cell in header]
        assert len(rows) == len(sheets[layer])
        assert not [
            (name, cell.value, told[name])
            for row, told in zip(rows, sheets[layer], strict=True)
            for name, cell in zip(names, row, strict=True)
            if not agree(cell.value, told[name])
        ]
        assert not [cell for row in rows for cell in row if cell.data_type == "f"]


def test_arabic_words_run_from_right_to_left_in_an_english_sheet(tmp_path: Path, outcomes: list[Any]) -> None:
    loaded = openpyxl.load_workbook(book(tmp_path / "b.xlsx", outcomes, "en"))
    header, first, *_ = loaded["claims"].iter_rows()
    cells = {machine(str(head.value)): cell for head, cell in zip(header, first, strict=True)}
    assert cells["sentence"].alignment.readingOrder == 2
    assert cells["rule"].alignment.readingOrder == 1


def test_rows_are_as_high_as_their_words_want(tmp_path: Path) -> None:
    def height(words: str) -> float:
        sheet = openpyxl.load_workbook(book(tmp_path / "b.xlsx", [hostile(words)]))["claims"]
        return float(sheet.row_dimensions[2].height or 15)

    assert height("قال") == 15
    assert 15 < height("قال " * 12) < height("قال " * 5_000) == 8 * 15, "and no higher than eight lines"


def test_the_same_records_give_the_same_bytes(tmp_path: Path, outcomes: list[Any]) -> None:
    first, second = (book(tmp_path / f"{n}.xlsx", outcomes).read_bytes() for n in (1, 2))
    assert first == second
    with zipfile.ZipFile(tmp_path / "1.xlsx") as parts:
        assert {part.date_time[0] for part in parts.infolist()} == {1980}
    for n in ("a", "b"):
        written(tmp_path / n, outcomes)
    assert all((tmp_path / "a" / f"{x}.csv").read_bytes() == (tmp_path / "b" / f"{x}.csv").read_bytes() for x in SHEETS)


def test_csv_begins_with_the_mark_that_excel_needs(tmp_path: Path, outcomes: list[Any]) -> None:
    written(tmp_path, outcomes)
    assert all((tmp_path / f"{layer}.csv").read_bytes().startswith(b"\xef\xbb\xbf") for layer in SHEETS)


# ---------------------------------------------------------------- words that a spreadsheet would run


@pytest.mark.parametrize(
    "words", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "\n=1", '"=1', " =1", "«=1»", "＝1", "'=1", "\u200f=1", "|x"]
)
def test_words_like_a_formula_are_begun_with_an_apostrophe(words: str) -> None:
    assert guarded(words) == "'" + words
    assert recovered(guarded(words)) == words


@given(words=st.text(st.sampled_from("=+-@\t\r\n\"' «'＝\u200f,;ابaا0")) | st.text())
def test_no_cell_begins_a_formula_and_every_word_comes_back(words: str) -> None:
    cell = guarded(words)
    assert not cell.lstrip('"“”„«»‘’` ').startswith(("=", "+", "-", "@", "\t", "\r"))
    assert recovered(cell) == words


def hostile(words: str) -> Report:
    """A report whose text, outlet and names are these words."""
    span = Span(0, len(words), words)
    claim = Claim("c0-1", content=span, cue=span, speaker=span, speaker_name=words)
    held = Withheld("w0-1", 0, len(words), words, speaker_name=words)
    return Report(Document(words, text=words, outlet=words, title=words), claims=[claim], withheld=[held])


WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=40)


@given(words=WORDS | st.sampled_from(["=cmd|' /C calc'!A0", "_x0041_", "a\rb", "\x01", "@SUM(1)", '"=1"', "-٢"]))
def test_hostile_words_come_back_from_both(tmp_path_factory: pytest.TempPathFactory, words: str) -> None:
    folder = tmp_path_factory.mktemp("sheets")
    sheets = written(folder, [hostile(words)])
    (row,) = sheets["claims"]
    for name in ("report", "outlet", "content", "cue", "speaker", "speaker_name", "sentence"):
        assert recovered(row[name]) == words
        assert guarded(words) == row[name]
    loaded = openpyxl.load_workbook(book(folder / "b.xlsx", [hostile(words)]))
    header, cells = loaded["claims"].iter_rows()
    by_name = {machine(str(head.value)): cell for head, cell in zip(header, cells, strict=True)}
    assert unescape(by_name["content"].value) == words
    assert by_name["content"].data_type == "s"


# ---------------------------------------------------------------- limits and bad targets


def test_words_that_no_cell_holds_are_cut_and_say_so(tmp_path: Path) -> None:
    words = "𝒳" * 20_000
    loaded = openpyxl.load_workbook(book(tmp_path / "b.xlsx", [hostile(words)]))
    cells = [c.value for row in loaded["claims"].iter_rows(min_row=2) for c in row if isinstance(c.value, str)]
    long = [cell for cell in cells if len(cell) > 100]
    assert all(cell.endswith(" […]") and len(cell.encode("utf-16-le")) <= 2 * 32_767 for cell in long)
    assert words[:16_000] in {cell[:16_000] for cell in long}


def test_a_full_sheet_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, outcomes: list[Any]) -> None:
    monkeypatch.setattr(workbook, "_MOST_ROWS", 5)
    made = Workbook(tmp_path / "b.xlsx", "en")
    with pytest.raises(TooManyRows, match="--csv"):
        made.add(outcomes[0])


def test_without_a_report_nothing_is_written(tmp_path: Path) -> None:
    assert CsvFolder(tmp_path / "csv", "en").finish() is None
    assert Workbook(tmp_path / "b.xlsx", "en").finish() is None
    assert not list(tmp_path.iterdir())


def run(*arguments: str | Path) -> Any:
    return CliRunner().invoke(main, ["read", *(str(a) for a in arguments)], catch_exceptions=False)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "r.txt"
    path.write_text("قال وزير الصحة سالم النوري إن المستشفيات استقبلت 26 جريحاً.\n", encoding="utf-8")
    return path


def test_the_command_writes_both(tmp_path: Path, file: Path) -> None:
    result = run(file, "--csv", tmp_path / "csv", "--xlsx", tmp_path / "out" / "b.xlsx", "--ui", "ar")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "القائل [speaker_name]" in (tmp_path / "csv" / "claims.csv").read_text(encoding="utf-8-sig")
    assert openpyxl.load_workbook(tmp_path / "out" / "b.xlsx")["الأقوال"].sheet_view.rightToLeft
    both = run(file, "--csv", tmp_path / "csv", "--json")
    assert json.loads(both.stdout)["khabar"] == 1, "what is asked for is printed too"


def test_bad_targets_end_with_a_message(tmp_path: Path, file: Path) -> None:
    for option, target in (("--csv", file), ("--xlsx", tmp_path)):
        result = run(file, option, target)
        assert result.exit_code == 2
        assert str(target) in result.stderr


# ---------------------------------------------------------------- sentences


def test_the_sentence_around_words() -> None:
    text = "وصل الوفد. قال الوزير إن الأمر انتهى. عاد الهدوء.\nسطر آخر"
    around = Surroundings(Report(Document("r", text=text, language="ar")))
    at = text.index("الوزير")
    assert around.sentence(at, at + 6) == "قال الوزير إن الأمر انتهى."
    assert around.sentence(at, text.index("عاد") + 3) == "قال الوزير إن الأمر انتهى. عاد الهدوء."
    assert around.sentence(text.index("سطر"), len(text)) == "سطر آخر"
    assert Surroundings(Report(Document("r"))).sentence(0, 0) == ""
