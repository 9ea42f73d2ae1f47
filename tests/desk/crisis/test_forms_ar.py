"""Rows of a case and of a crisis as people read them: words of the record by labels, voices and places by Arabic names."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

import khabar
from khabar.cli.command import main
from khabar.desk.cases.columns import reading_form
from khabar.desk.wording import messages

REPORTS = [
    ("one", "ar", "قالت وزارة الداخلية في كازاخستان إن 18 شرطيا قتلوا في ألماتي يوم الخميس."),
    ("two", "en", "ALMATY - Kazakhstan's interior ministry said 26 police officers had died by Thursday."),
    ("three", "ar", "وقالت وزارة الداخلية في كازاخستان إن 18 شرطيا قتلوا في ألماتي الخميس."),
]
FORMS = ["--table", "--csv", "--jsonl", "--json"]


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("case")
    lines = [
        {"id": name, "outlet": name, "published": "2022-01-07", "language": code, "text": text}
        for name, code, text in REPORTS
    ]
    reports = folder / "reports.jsonl"
    reports.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), encoding="utf-8")
    khabar.open(folder / "almaty.khabar").add(str(reports))
    return folder / "almaty.khabar"


def run(*arguments: object, ui: str = "ar") -> str:
    shown = CliRunner().invoke(main, [*map(str, arguments), "--ui", ui], catch_exceptions=False)
    assert shown.exit_code == 0, shown.stderr
    return shown.stdout


def test_who_reads_in_arabic_is_shown_arabic_names_where_reports_give_them(case: Path) -> None:
    arabic, english = run("follow", case, "killed"), run("follow", case, "killed", ui="en")
    assert arabic.startswith("عن كازاخستان\n")
    assert "وزارة الداخلية في كازاخستان" in arabic
    assert "interior ministry" not in arabic
    assert english.startswith("of Kazakhstan\n")
    assert "Kazakhstan's interior ministry" in english
    assert "ألماتي" in run("timeline", case).splitlines()[0]
    assert "Almaty" in run("timeline", case, ui="en").splitlines()[0]


def test_a_table_has_labels_and_machines_have_the_words_of_the_record(case: Path) -> None:
    table = run("figures", case, "--table")
    assert "قتلى" in table
    assert "killed" not in table
    assert {json.loads(line)["measure"] for line in run("figures", case, "--jsonl").splitlines()} == {"killed"}
    assert "killed" in run("figures", case, "--csv")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "command", [("follow", "killed"), ("conflicts",), ("origins",), ("timeline",)], ids=lambda c: c[0]
)
@pytest.mark.parametrize("ui", ["ar", "en"])
def test_every_form_of_every_view_of_the_crisis_can_be_printed(
    case: Path, command: tuple[str, ...], form: str, ui: str
) -> None:
    shown = run(command[0], case, *command[1:], form, ui=ui)
    if form == "--csv" and shown:
        head, *rows = csv.reader(io.StringIO(shown.removeprefix("\ufeff")))
        assert all(len(row) == len(head) for row in rows)
        assert not [cell for row in rows for cell in row if cell.startswith(("{", "[{"))]


@pytest.mark.parametrize(
    ("layer", "column", "value", "told"),
    [
        ("claims", "act", "say", "قول"),
        ("claims", "via", '["أ", "ب"]', "أ، ب"),
        ("figures", "bound", "more_than", "أكثر من"),
        ("figures", "magnitude", 100, "مئات"),
        ("figures", "as_of", "2022-01-07", "2022-01-07"),
        ("events", "date", "2021-W52", "الأسبوع من 27 ديسمبر 2021 إلى 2 يناير 2022"),
        ("events", "date", "2022-01-04TEV", "مساء 4 يناير 2022"),
        ("actors", "country", "KZ", "كازاخستان"),
        ("figures", "implicit", 1, "نعم"),
        ("claims", "speaker", "say", "say"),
        ("claims", "speaker", None, ""),
    ],
)
def test_a_cell_as_people_read_it(layer: str, column: str, value: object, told: str) -> None:
    assert reading_form(layer, column, value, messages("ar")) == told
