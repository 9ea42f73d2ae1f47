"""The views of many reports as typed rows, frames, CSV and sheets: the same columns with and without rows."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import polars as pl
import pytest

import khabar
from at_the_command import run
from khabar.desk import Wishes
from khabar.desk.cases import Rows, add
from khabar.desk.cases.views import EXPORTED, VIEWS, flat, flat_columns
from khabar.desk.wording import messages

_PLACE = "في انفجار سيارة مفخخة في سوق الحبوب في ألماتي الأربعاء 5 يناير 2022"
_TOLD = (
    ("المرسى", f"قال وزير الداخلية سليم درويش إن 26 شخصا قتلوا {_PLACE}."),
    ("نداء", f"قالت وزارة الصحة الكازاخية إن 38 شخصا قتلوا {_PLACE}."),
    ("برزخ", f"ذكر وزير الداخلية سليم درويش أن 26 شخصا قتلوا وأن 8 جرحوا {_PLACE}."),
)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("views")
    for number, (outlet, text) in enumerate(_TOLD):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
        list(add(folder / "a.khabar", [str(folder / f"{number}.txt")], Wishes("2022-01-06", outlet), "Salma"))
    (row,) = khabar.open(folder / "a.khabar").conflicts()
    khabar.open(folder / "a.khabar").explain(row["id"], "=different hours", "Salma")
    noted = '[[actor]]\nname = "سليم درويش"\nvariants = ["درويش"]\nnotes = ["وزير"]\nsigned_by = "Salma"\n'
    (folder / "a.registry.toml").write_text(noted, encoding="utf-8")
    return folder / "a.khabar"


def views(case: Path) -> dict[str, Rows]:
    door = khabar.open(case)
    figure = next(row for row in door.figures(measure="killed"))
    return {
        "timeline": door.timeline(),
        "actors": door.who(),
        "follow": door.follow("killed"),
        "conflicts": door.conflicts(everything=True),
        "statements": door.statements(),
        "registry": door.registry(),
        "origins": door.origins(f"{figure['document']}:{figure['item']}"),
    }


@pytest.mark.parametrize("name", VIEWS)
def test_rows_have_the_columns_and_types_of_their_view(case: Path, name: str) -> None:
    rows = views(case)[name]
    assert rows
    assert list(rows.columns) == list(rows[0]) == list(VIEWS[name])
    kinds = {"whole": pl.Int64, "flag": pl.Boolean, "text": pl.String, "day": pl.String, "date": pl.Date}
    frame, empty = rows.to_polars(), Rows([], rows.columns).to_polars()
    for column, kind in rows.columns.items():
        if kind != "any":
            assert frame.schema[column] == empty.schema[column] == kinds[kind], column
    assert len(frame) == len(rows.to_pandas()) == len(rows)


def test_days_and_flags_are_what_they_say(case: Path) -> None:
    door = khabar.open(case)
    followed = door.follow("killed").to_polars()
    assert set(followed["day"]) == {date(2022, 1, 6)}
    assert {(row["low"], row["carried"]) for row in followed.to_dicts()} == {(26, 2), (38, 1)}
    (row,) = door.conflicts().to_polars().to_dicts()
    assert (row["contradiction"], row["raised"]) == (True, False)
    assert date(2022, 1, 5) in door.timeline().to_polars()["date_day"].to_list()


@pytest.mark.parametrize(
    ("arguments", "name"),
    [(("timeline",), "timeline"), (("actors", "--joined"), "actors"), (("follow", "killed"), "follow"),
     (("conflicts", "--all"), "conflicts"),
     (("origins",), "statements")],
)  # fmt: skip
@pytest.mark.parametrize("ui", ["en", "ar"])
def test_every_view_is_json_csv_and_a_table(case: Path, arguments: tuple[str, ...], name: str, ui: str) -> None:
    command, *rest = arguments
    told: list[dict[str, Any]] = json.loads(run(command, case, *rest, "--json").stdout)
    lines = list(
        csv.DictReader(io.StringIO(run(command, case, *rest, "--csv", "--ui", ui).stdout.removeprefix("\ufeff")))
    )
    assert len(lines) == len(told) > 0
    assert list(lines[0]) == flat_columns(name)
    assert not any("{" in cell or "[" in cell for line in lines for cell in line.values())
    table = run(command, case, *rest, "--table", "--ui", ui)
    assert table.exit_code == 0
    assert len(table.stdout.splitlines()) > len(told)


def test_a_csv_without_rows_has_its_head_and_no_cell_is_a_formula(case: Path) -> None:
    assert run("follow", case, "missing", "--csv").stdout == "\ufeff" + ",".join(flat_columns("follow")) + "\n"
    (line,) = csv.DictReader(io.StringIO(run("conflicts", case, "--csv").stdout.removeprefix("\ufeff")))
    assert line["explained"].startswith("explained by Salma")
    assert "=different hours" in line["explained"]


@pytest.mark.parametrize("ui", ["en", "ar"])
def test_the_comparison_is_a_workbook_and_a_folder_and_the_journal_tells_of_both(
    case: Path, tmp_path: Path, ui: str
) -> None:
    done = run(
        "export",
        case,
        "--crisis",
        "--csv",
        tmp_path / "csv",
        "--xlsx",
        tmp_path / "x.xlsx",
        "--by",
        "Salma",
        "--ui",
        ui,
    )
    assert done.exit_code == 0, done.output
    book = openpyxl.load_workbook(tmp_path / "x.xlsx")
    said = messages(ui)
    assert book.sheetnames == [said.label("sheet_name", name) for name in EXPORTED]
    door = khabar.open(case)
    rows = {
        "timeline": door.timeline(),
        "actors": door.who(),
        "conflicts": door.conflicts(everything=True),
        "statements": door.statements(),
    }
    for name, found in rows.items():
        sheet = book[said.label("sheet_name", name)]
        assert sheet.max_row == len(found) + 1
        cells = [str(value) for value in flat(name, found[0], said).values() if isinstance(value, str) and value]
        assert {cell.value for cell in sheet[2]} >= set(cells)
    assert sorted(path.name for path in (tmp_path / "csv").iterdir()) == sorted(f"{name}.csv" for name in EXPORTED)
    assert run("verify", case).exit_code == 0


def test_an_export_of_the_comparison_needs_a_target(case: Path) -> None:
    assert run("export", case, "--crisis").exit_code == 2


def test_the_comparison_is_not_taken_for_a_safe_export(case: Path, tmp_path: Path) -> None:
    refused = run("export", case, "--crisis", "--safe", "--csv", tmp_path / "csv")
    assert (refused.exit_code, (tmp_path / "csv").exists()) == (2, False)
