"""`khabar score crisis`: a table of one crisis held against what the program makes of its reports."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from khabar.cli.command import main

REPORTS = [
    {
        "id": "one",
        "outlet": "Wire",
        "published": "2022-01-07",
        "text": "أعلنت وزارة الداخلية الكازاخية أن انفجارا وقع في مسجد في مدينة تاراز يوم الخميس أسفر عن مقتل 12 شخصا.",
    },
    {
        "id": "two",
        "outlet": "Paper",
        "published": "2022-01-08",
        "text": "قالت وزارة الداخلية إن انفجارا استهدف مسجدا في تاراز الخميس أدى إلى مقتل 12 شخصا وإصابة 30.",
    },
]
MINISTRY = "وزارة الداخلية الكازاخية"


def _table(**changed: Any) -> dict[str, Any]:
    figure = {"event": "E1", "measure": "killed", "value": 12, "bound": "exact", "who": MINISTRY}
    return {
        "reports": {"one": {}, "two": {}},
        "events": [{"id": "E1", "type": "bombing", "date": "2022-01-06", "place": "Taraz", "reports": ["one", "two"]}],
        "figures": [
            {**figure, "report": "one", "quote": "مقتل 12 شخصا"},
            {**figure, "report": "two", "quote": "مقتل 12 شخصا"},
            {**figure, "report": "two", "measure": "injured", "value": 30, "quote": "وإصابة 30"},
        ],
        "speakers": [{"name": MINISTRY, "variants": ["وزارة الداخلية"], "reports": ["one", "two"]}],
        "conflicts": [],
        "copies": [],
        **changed,
    }


def _scored(tmp_path: Path, table: dict[str, Any]) -> Any:
    reports, told = tmp_path / "reports.jsonl", tmp_path / "table.json"
    reports.write_text("\n".join(json.dumps(report, ensure_ascii=False) for report in REPORTS), encoding="utf-8")
    told.write_text(json.dumps(table, ensure_ascii=False), encoding="utf-8")
    return CliRunner().invoke(main, ["score", "crisis", str(reports), str(told), "--json"])


def test_what_the_table_says_is_found(tmp_path: Path) -> None:
    rows = json.loads(_scored(tmp_path, _table()).stdout)
    assert rows["main event, pairs"]["f1"] == 1
    assert rows["with speaker"]["right"] == rows["figures"]["right"] == 3


def test_a_wrong_table_is_not_agreed_with(tmp_path: Path) -> None:
    wrong = _table()
    for figure in wrong["figures"]:
        figure["who"], figure["value"] = "بلدية تاراز", 99
    rows = json.loads(_scored(tmp_path, wrong).stdout)
    assert rows["figures"]["right"] == rows["with speaker"]["right"] == 0


@pytest.mark.parametrize("missing", ["events", "speakers", "copies"])
def test_a_file_that_is_no_table_is_told_and_ends_with_2(tmp_path: Path, missing: str) -> None:
    table = _table()
    del table[missing]
    result = _scored(tmp_path, table)
    assert result.exit_code == 2
    assert missing in result.stderr
