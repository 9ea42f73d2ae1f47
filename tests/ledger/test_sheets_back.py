"""Sheets of a case: unchanged they decide nothing, changed they come back as decisions, whatever a spreadsheet does to them."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from at_the_command import run
from khabar.desk.cases import Ruling, ask, decide_item, history, undo_decision, verify_case
from khabar.desk.wording import messages
from khabar.intake import sheets as sheet_files
from khabar.ledger import LAYERS, entries, open_case

DEMO = Path(__file__).resolve().parents[2] / "demo" / "reports"
Rows = list[dict[str, Any]]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of two demo reports with a decision of each kind."""
    path = tmp_path_factory.mktemp("case") / "demo.khabar"
    assert run("add", path, *sorted(DEMO.glob("0[1-2]*"))).exit_code == 0
    first, second, third, fourth = list(ask(path, "figures"))[:4]
    rulings = (
        Ruling("accept"),
        Ruling("reject", reason="=not said"),
        Ruling("correct", {"low": 7, "high": 7, "source": "-"}),
    )
    for row, ruling in zip((first, second, third), rulings, strict=True):
        decide_item(path, (row["document"], row["item"]), ruling, "Salma")
    item = (fourth["document"], fourth["item"])
    decide_item(path, item, Ruling("accept"), "Salma")
    decide_item(path, item, Ruling("unsure", blind=True), "Omar")
    return path


@pytest.fixture
def book(case: Path) -> Path:
    """The case as a workbook."""
    path = case.with_name("case.xlsx")
    assert run("export", case, "--xlsx", path).exit_code == 0
    return path


def edited(path: Path, layer: str, edit: Callable[[dict[str, Any]], None], *, every: bool = False) -> None:
    """Change cells of the first row of a sheet, or of every row, by the names of their columns."""
    loaded = openpyxl.load_workbook(path)
    sheet = loaded[layer]
    header = [str(cell.value).rpartition("[")[2].rstrip("]") for cell in sheet[1]]
    for row in sheet.iter_rows(min_row=2, max_row=None if every else 2):
        cells = {name: cell.value for name, cell in zip(header, row, strict=True)}
        edit(cells)
        for name, cell in zip(header, row, strict=True):
            if cell.value != cells[name]:
                cell.value = cells[name]
    loaded.save(path)


def journal(case: Path, kind: str) -> list[dict[str, Any]]:
    with open_case(case) as connection:
        return [json.loads(entry.subject) for entry in entries(connection) if entry.kind == kind]


# ---------------------------------------------------------------- out


@pytest.mark.parametrize("ui", ["ar", "en"])
def test_every_item_is_exported_once_with_its_decision_and_the_journal_tells_of_it(
    case: Path, tmp_path: Path, ui: str
) -> None:
    shown = run(
        "export", case, "--csv", tmp_path / "csv", "--xlsx", tmp_path / "b.xlsx", "--ui", ui, "--by", "Nadia", "--json"
    )
    assert shown.exit_code == 0, shown.stderr
    told = json.loads(shown.stdout)
    for layer in LAYERS:
        items = [row["item"] for row in ask(case, layer)]
        assert told["rows"].get(layer, 0) == len(items)
        assert sorted(row["item"] for row in table(tmp_path / "csv" / f"{layer}.csv")) == sorted(items)
    decided = {row["key"].split(":")[1]: row for row in table(tmp_path / "csv" / "figures.csv")}
    first, second, third, fourth = (decided[row["item"]] for row in list(ask(case, "figures"))[:4])
    assert first["verdict"].endswith("[accept]")
    assert (second["decided_by"], second["reason"]) == ("Salma", "'=not said")
    assert (third["low"], third["source"], third["verdict"].endswith("[correct]")) == ("7", "'-", True)
    assert "low: " in third["machine"]
    assert "Salma" in fourth["decided_by"]
    assert "Omar" in fourth["decided_by"]
    assert [entry["as"] for entry in journal(case, "exported")] == ["csv", "xlsx"]
    assert all(len(digest) == 64 for entry in journal(case, "exported") for digest in entry["files"].values())
    assert not verify_case(case).faults


def table(path: Path) -> list[dict[str, str]]:
    header, *rows = csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline=""))
    names = [name.rpartition("[")[2].rstrip("]") for name in header]
    return [dict(zip(names, row, strict=True)) for row in rows]


def test_exports_are_narrowed(case: Path, tmp_path: Path) -> None:
    assert run("export", case).exit_code == 2
    run("export", case, "--csv", tmp_path / "a", "--layer", "figures", "--which", "disagreed")
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["figures.csv"]
    assert len(table(tmp_path / "a" / "figures.csv")) == 1
    nothing = run("export", case, "--csv", tmp_path / "b", "--outlet", "nobody")
    assert nothing.exit_code == 0
    assert not (tmp_path / "b").exists()
    assert run("export", case, "--csv", case).exit_code == 2
    assert len(journal(case, "exported")) == 1


def test_a_workbook_offers_what_may_be_put_in(book: Path) -> None:
    sheet = openpyxl.load_workbook(book)["claims"]
    offered = {
        str(one.sqref).split(":")[0].rstrip("0123456789"): one.formula1 for one in sheet.data_validations.dataValidation
    }
    names = {cell.column_letter: str(cell.value) for cell in sheet[1]}
    by_name = {names[column]: formula for column, formula in offered.items()}
    assert [choice.rpartition("[")[2] for choice in by_name["decision [verdict]"].strip('"').split(",")] == [
        "accept]", "reject]", "unsure]",
    ]  # fmt: skip
    assert any("[mode]" in name for name in by_name)


# ---------------------------------------------------------------- back: what people do


def test_changed_cells_and_verdicts_come_back_signed(case: Path, book: Path) -> None:
    claims, figures, events = (list(ask(case, layer)) for layer in ("claims", "figures", "events"))
    events.sort(key=lambda row: (row["document"], row["start"]))
    edited(book, "claims", lambda cells: cells.update(act="deny", speaker="وزير آخر"))
    edited(book, "figures", lambda cells: cells.update(verdict="reject", reason="counted twice"))
    edited(book, "events", lambda cells: cells.update(verdict="لا يُدرى", date="2022-01-05"))
    wrong = run("import", case, book, "--by", "Omar")
    assert wrong.exit_code == 2
    assert "events, row 2" in wrong.stdout
    assert len(history(case)) == 5
    edited(book, "events", lambda cells: cells.update(verdict="لا يُدرى", date=events[0]["date"]))
    dry = run("import", case, book, "--dry-run")
    assert (dry.exit_code, len(history(case))) == (0, 5), dry.output
    assert "act=deny" in dry.stdout
    assert run("import", case, book, "--by", "Omar").exit_code == 0
    made = history(case)[5:]
    assert {(d.item, d.verdict, d.who) for d in made} == {
        (claims[0]["item"], "correct", "Omar"), (figures[0]["item"], "reject", "Omar"), (events[0]["item"], "unsure", "Omar"),
    }  # fmt: skip
    assert made[0].fields == {"act": "deny", "speaker": "وزير آخر"}
    assert journal(case, "imported")[0]["decisions"] == 3
    assert not verify_case(case).faults
    again = run("import", case, book, "--by", "Omar")
    assert again.exit_code == 0
    assert "3 stand already" in again.stderr
    assert len(history(case)) == 8


def test_a_correction_keeps_what_was_corrected_before_and_may_take_it_back(case: Path, book: Path) -> None:
    third = list(ask(case, "figures"))[2]

    def edit(cells: dict[str, Any]) -> None:
        if cells["item"] == third["item"] and cells["document"] == third["document"]:
            cells["high"] = 9

    edited(book, "figures", edit, every=True)
    assert run("import", case, book).exit_code == 0
    assert history(case)[-1].fields == {"low": 7, "high": 9, "source": "-"}
    run("export", case, "--xlsx", book)

    def back(cells: dict[str, Any]) -> None:
        if cells["item"] == third["item"] and cells["document"] == third["document"]:
            cells.update(low=third["low"], high=third["high"], source=third["source"])

    edited(book, "figures", back, every=True)
    assert run("import", case, book).exit_code == 0
    assert (history(case)[-1].verdict, history(case)[-1].fields) == ("accept", {})


def test_a_sheet_settles_what_people_differ_about(case: Path, book: Path) -> None:
    fourth = list(ask(case, "figures"))[3]
    assert fourth["verdict"] == "disagreed"

    def settle(cells: dict[str, Any]) -> None:
        if (cells["document"], cells["item"]) == (fourth["document"], fourth["item"]):
            cells["verdict"] = "unsure"

    edited(book, "figures", settle, every=True)
    assert run("import", case, book, "--by", "Nadia").exit_code == 0
    assert list(ask(case, "figures"))[3]["verdict"] == "unsure"


def test_what_was_decided_meanwhile_is_a_conflict_and_is_not_overwritten(case: Path, book: Path) -> None:
    row = next(ask(case, "claims"))
    edited(book, "claims", lambda cells: cells.update(verdict="accept"))
    edited(book, "events", lambda cells: cells.update(verdict="accept"))
    meanwhile = decide_item(case, (row["document"], row["item"]), Ruling("correct", {"act": "deny"}), "Salma")
    shown = run("import", case, book, "--by", "Omar")
    assert shown.exit_code == 2
    assert "Salma" in shown.stdout
    assert "act=deny" in shown.stdout
    assert run("import", case, book, "--keep-going", "--by", "Omar").exit_code == 1
    assert [(d.who, d.verdict) for d in history(case, (row["document"], row["item"]))] == [("Salma", "correct")]
    assert history(case)[-1].verdict == "accept"
    undo_decision(case, meanwhile.seq)
    assert run("import", case, book, "--by", "Omar").exit_code == 0


@pytest.mark.parametrize(
    ("layer", "cells", "told"),
    [
        ("claims", {"act": "shout"}, "affirm, deny"), ("figures", {"low": "many"}, "low"),
        ("events", {"date": "03/04/2022"}, "two days"),
        ("claims", {"verdict": "reject"}, "needs its reason"), ("claims", {"verdict": "correct"}, "no cell was changed"),
        ("claims", {"reason": "why not"}, "without a verdict"), ("figures", {"verdict": None}, "khabar undo"),
        ("claims", {"key": "x"}, "no key"), ("claims", {"key": "ab:c1-2:cd:-"}, "another case"),
        ("claims", {"words": "لم يقل أحد هذا"}, "nowhere"), ("claims", {"speaker": dt.datetime(2022, 1, 5)}, "made a date"),  # noqa: DTZ001
        ("claims", {"start": 10**9}, "no stretch"), ("claims", {"speaker": None}, "speaker"),
    ],
)  # fmt: skip
def test_row_errors_name_sheet_row_column_and_what_is_allowed(
    case: Path, book: Path, layer: str, cells: dict[str, Any], told: str
) -> None:
    edited(book, layer, lambda row: row.update(cells))
    shown = run("import", case, book)
    assert shown.exit_code == 2
    assert shown.stdout.startswith(f"{layer}, row 2")
    assert told in shown.stdout
    assert run("import", case, book, "--ui", "ar").stdout.startswith(f"{layer}، الصف 2")
    assert len(history(case)) == 5


def test_words_that_were_typed_anew_move_the_span(case: Path, book: Path) -> None:
    row = next(ask(case, "claims"))
    shorter = row["words"].rsplit(" ", 1)[0]
    edited(book, "claims", lambda cells: cells.update(words=shorter))
    assert run("import", case, book).exit_code == 0
    assert history(case)[-1].fields == {"start": row["start"], "end": row["start"] + len(shorter)}


# ---------------------------------------------------------------- back: what spreadsheets do


def test_columns_moved_renamed_taken_out_and_added(case: Path, tmp_path: Path) -> None:
    run("export", case, "--csv", tmp_path / "csv", "--ui", "ar")
    rows = table(tmp_path / "csv" / "claims.csv")
    kept = ["act", "key", "verdict", "speaker"]
    headers = [messages("ar").label("field", "act"), "KEY ", "verdict", "my notes", "القائل"]
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";")
    writer.writerow(["Claims of the week"])
    writer.writerow(headers)
    for row in rows[:2]:
        writer.writerow([row[kept[0]], row[kept[1]], "ACCEPT", "remark", row[kept[3]]])
    (tmp_path / "saved.csv").write_bytes(out.getvalue().encode("windows-1256", "replace"))
    shown = run("import", case, tmp_path / "saved.csv", "--by", "Omar")
    assert shown.exit_code == 0, shown.output
    assert "my notes" in shown.stderr
    assert [(d.verdict, d.who) for d in history(case)[5:]] == [("accept", "Omar")] * 2


@pytest.mark.parametrize(("encoding", "separator"), [("windows-1256", ";"), ("utf-16", "\t"), ("utf-8-sig", ",")])
def test_a_sheet_saved_again_by_a_spreadsheet_decides_nothing(
    case: Path, tmp_path: Path, encoding: str, separator: str
) -> None:
    run("export", case, "--csv", tmp_path / "csv", "--ui", "ar")
    for path in (tmp_path / "csv").iterdir():
        header, *rows = csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline=""))
        out = io.StringIO()
        writer = csv.writer(out, delimiter=separator, lineterminator="\r\n")
        writer.writerow(header)
        for row in rows:
            writer.writerow([f" {mangled(cell, encoding)}  " for cell in row])
        path.write_bytes(out.getvalue().encode(encoding, "replace"))
    shown = run("import", case, tmp_path / "csv")
    assert shown.exit_code == 0, shown.output
    assert [(d.item, d.verdict, d.fields) for d in history(case)[5:]] == []
    assert not journal(case, "imported")


def mangled(cell: str, encoding: str) -> str:
    """What Excel makes of days when it opens CSV, and an Arabic keyboard of digits."""
    try:
        day = dt.date.fromisoformat(cell)
    except ValueError:
        arabic = cell.isdigit() and encoding.startswith("utf")
        return cell.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")) if arabic else cell
    return f"{day:%d/%m/%Y}"


def test_days_that_became_dates_or_numbers_are_the_same_days(case: Path, book: Path) -> None:
    def serial(cells: dict[str, Any]) -> None:
        if isinstance(cells["value"], str) and len(cells["value"]) == 10:
            day = dt.datetime.fromisoformat(cells["value"])
            cells["value"] = day if day.day % 2 else (day - dt.datetime(1899, 12, 30)).days  # noqa: DTZ001

    edited(book, "times", serial, every=True)
    shown = run("import", case, book)
    assert shown.exit_code == 0, shown.output
    assert len(history(case)) == 5


# ---------------------------------------------------------------- hostile files


def test_what_is_no_sheet_is_told(case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bad = tmp_path / "bad"
    for content in (
        b"",
        b"a,b\n1,2\n",
        b"PK\x03\x04nonsense",
        b"%PDF-1.4",
        zipped({"x": b""}),
        zipped({"a.xml": b"<!DOCTYPE x>"}),
    ):
        bad.write_bytes(content)
        shown = run("import", case, bad)
        assert (shown.exit_code, type(shown.exception)) == (2, SystemExit), content
        assert str(bad) in shown.stderr
    monkeypatch.setattr(sheet_files, "_MOST_UNPACKED", 1000)
    bad.write_bytes(zipped({"a.xml": b"0" * 2000}))
    assert "larger" in run("import", case, bad).stderr


def zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()
