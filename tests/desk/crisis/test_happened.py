"""`khabar timeline` and `khabar events --joined`: each event of the crisis once, with all its tellings and what they differ in."""

import json
from pathlib import Path

import pytest

import khabar
from at_the_command import rows, run

REPORTS = [
    ("one", "Wire", "2022-01-07", "وقع انفجار في مسجد في مدينة تاراز يوم الخميس أسفر عن مقتل 12 شخصا."),
    ("two", "Paper", "2022-01-08", "قالت وزارة الداخلية إن انفجارا استهدف مسجدا في تاراز الخميس أدى إلى مقتل 12 شخصا."),
    ("three", "Paper", "2022-01-09", "وقع انفجار في مستشفى في مدينة أكتاو يوم السبت أسفر عن إصابة سبعة أشخاص."),
]


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("case")
    lines = [dict(zip(("id", "outlet", "published", "text"), report, strict=True)) for report in REPORTS]
    reports = folder / "reports.jsonl"
    reports.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), encoding="utf-8")
    khabar.open(folder / "taraz.khabar").add(str(reports))
    return folder / "taraz.khabar"


def test_an_event_of_two_reports_is_one_line_with_both_tellings(case: Path) -> None:
    mosque, hospital = rows("timeline", case)
    assert (mosque["date"], mosque["place"], mosque["reports"], mosque["outlets"]) == (
        "2022-01-06",
        "Taraz",
        2,
        ["Wire", "Paper"],
    )
    assert (mosque["first_published"], mosque["last_published"]) == ("2022-01-07", "2022-01-08")
    assert {told["report"] for told in mosque["told"]} == {"one", "two"}
    assert any("mosque" in key for key in mosque["why"])
    assert hospital["reports"] == 1
    assert not hospital["why"]


def test_rows_are_chosen_by_report_and_by_column(case: Path) -> None:
    assert [row["place"] for row in rows("timeline", case, "--outlet", "Wire")] == ["Taraz"]
    assert [row["place"] for row in rows("events", case, "--joined", "--where", "places=Aktau")] == ["Aktau"]
    assert run("timeline", case, "--where", "speed=1").exit_code == 2


@pytest.mark.parametrize("form", ["--csv", "--table", "--jsonl", "--ui=ar", "--ui=en"])
def test_every_form_tells_both_events(case: Path, form: str) -> None:
    shown = run("timeline", case, form)
    assert shown.exit_code == 0
    assert ("تاراز" if form == "--ui=ar" else "Taraz") in shown.stdout
    assert ("أكتاو" if form == "--ui=ar" else "Aktau") in shown.stdout


def test_a_rejected_telling_is_left_out_and_comes_back_when_that_is_undone(case: Path) -> None:
    told = next(one for one in rows("timeline", case)[0]["told"] if one["report"] == "two")
    item = f"{told['document']}:{told['item']}"
    assert run("decide", case, item, "reject", "--reason", "another blast").exit_code == 0
    assert rows("timeline", case)[0]["reports"] == 1
    seq = json.loads(run("history", case).stdout.splitlines()[-1])["seq"]
    assert run("undo", case, seq).exit_code == 0
    assert rows("timeline", case)[0]["reports"] == 2


def test_a_corrected_place_parts_two_tellings(case: Path) -> None:
    told = next(one for one in rows("timeline", case)[0]["told"] if one["report"] == "two")
    assert (
        run("decide", case, f"{told['document']}:{told['item']}", "correct", "--set", "date=2021-12-30").exit_code == 0
    )
    assert [row["date"] for row in rows("timeline", case)] == ["2021-12-30", "2022-01-06", "2022-01-08"]


def test_from_python(case: Path) -> None:
    opened = khabar.open(case)
    assert {row["place"] for row in opened.joined()} >= {"Taraz", "Aktau"}
    assert [row["place"] for row in opened.timeline(outlet="Paper", type="ASSAULT", date="2022-01-08")] == ["Aktau"]
