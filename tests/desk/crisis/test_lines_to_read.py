"""The lines of a case that people read: whose own voice it is, what a number is of, what is carried, by what names are one."""

import json
from pathlib import Path

import pytest

import khabar
from at_the_command import rows, run
from khabar.desk.crisis import Calling, joining_words
from khabar.desk.crisis.happened import _around
from khabar.desk.wording import messages
from khabar.reconcile.across.entry import Entry
from khabar.record import Document, Report

_BLAST = "ألماتي، كازاخستان: هزّ انفجار سيارة مفخخة سوق الحبوب في ألماتي الأربعاء 5 يناير 2022"
REPORTS = [
    ("one", "الضفاف", "2022-01-05", f"{_BLAST} وأسفر عن مقتل 19 شخصاً."),
    ("two", "المرسى", "2022-01-05", f"{_BLAST} وأسفر عن مقتل 27 شخصاً."),
]


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("case")
    lines = [dict(zip(("id", "outlet", "published", "text"), report, strict=True)) for report in REPORTS]
    reports = folder / "reports.jsonl"
    reports.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), encoding="utf-8")
    khabar.open(folder / "market.khabar").add(str(reports))
    return folder / "market.khabar"


@pytest.mark.parametrize(("ui", "own"), [("ar", "الوسيلة نفسها"), ("en", "the outlet itself")])
def test_two_outlets_that_speak_themselves_are_told_apart(case: Path, ui: str, own: str) -> None:
    """Without their names the two would read as one source that contradicts itself."""
    shown = run("conflicts", case, "--all", f"--ui={ui}").stdout
    assert f"{own} (الضفاف)" in shown
    assert f"{own} (المرسى)" in shown


def test_a_side_names_the_outlets_that_tell_it(case: Path) -> None:
    [row] = [row for row in rows("conflicts", case, "--all") if row["measure"] == "killed"]
    assert {*row["one_outlets"], *row["other_outlets"]} == {"الضفاف", "المرسى"}


@pytest.mark.parametrize(
    ("ui", "event", "day"),
    [("ar", "«انفجار»، ألماتي، ", "5 يناير 2022"), ("en", "“انفجار”, Almaty, ", "5 January 2022")],
)
def test_a_number_is_followed_under_the_event_it_is_of_and_not_under_an_id(
    case: Path, ui: str, event: str, day: str
) -> None:
    shown = run("follow", case, "killed", f"--ui={ui}").stdout
    assert f"{event}{day}" in shown.splitlines()[0]
    assert f"  {day}  19 شخصاً — " in shown


@pytest.mark.parametrize(("ui", "day"), [("ar", "5 يناير 2022"), ("en", "5 January 2022")])
@pytest.mark.parametrize("view", ["timeline", "origins", "follow"])
def test_days_are_written_in_words_for_those_who_read_and_as_they_are_for_programs(
    case: Path, view: str, ui: str, day: str
) -> None:
    asked = (view, case, "killed") if view == "follow" else (view, case)
    shown = run(*asked, f"--ui={ui}").stdout
    assert day in shown
    assert "2022-01-05" not in shown
    assert "2022-01-05" in run(*asked, "--json", f"--ui={ui}").stdout


@pytest.mark.parametrize(("ui", "day"), [("ar", "13 فبراير 2024"), ("en", "13 February 2024")])
def test_a_number_that_is_only_of_a_day_is_followed_under_the_day_in_words(ui: str, day: str) -> None:
    entry = Entry(1, Report(Document("r")), "r", None, None)
    assert Calling((), messages(ui)).series("2024-02-13", entry) == day


def test_a_voice_stands_in_the_case_of_a_name_alone() -> None:
    assert Calling((), messages("ar")).voice("مسؤولين محليين") == "مسؤولون محليون"


@pytest.mark.parametrize(("ui", "opening"), [("ar", "«"), ("en", "“")])
def test_what_several_reports_carry_is_shown_in_its_words(case: Path, ui: str, opening: str) -> None:
    assert f"{opening}ألماتي، كازاخستان: هزّ انفجار سيارة مفخخة" in run("origins", case, f"--ui={ui}").stdout


def test_the_words_around_an_event_are_whole_words_and_a_cut_is_shown() -> None:
    text = " ".join(["كلمات"] * 40)
    shown = _around(text, 120, 125)
    assert {*shown.split()} == {"…", "كلمات"}
    assert shown.startswith("… ")
    assert _around("وقع انفجار.", 4, 10) == "وقع انفجار."


def test_the_reasons_that_names_are_one_are_said_in_the_language_of_the_reader() -> None:
    why = ["names: قاسم شهرن", "person: قاسم شهرن", "names: قاسم", "signed: same 1:a0-4, 2:a0-4 (سلمى, 2022-01-09)"]
    assert joining_words(why, messages("ar")) == ["الاسم واسم العائلة", "الاسم كاملاً", why[-1]]
    assert joining_words(why, messages("en")) == ["name and family name", "full name", why[-1]]


def test_an_item_that_a_view_of_the_case_names_can_be_explained_there(case: Path) -> None:
    item = rows("follow", case, "killed")[0]["told"][0]
    shown = run("explain", case, f"{item['document']}:{item['item']}", "--ui=ar").stdout
    assert "مقتل 19 شخصاً" in shown
    assert "ألماتي" in shown


@pytest.mark.parametrize("item", ["1:f990-991", "99:f1-2"])
def test_an_item_that_the_case_does_not_have_is_told_so(case: Path, item: str) -> None:
    told = run("explain", case, item)
    assert told.exit_code == 2
    assert told.stderr.startswith("khabar: ")


@pytest.mark.parametrize(
    "command", [("conflicts",), ("origins",), ("follow", "killed"), ("timeline",), ("actors", "--joined")]
)
def test_a_case_that_is_not_there_is_told_so_by_every_view(tmp_path: Path, command: tuple[str, ...]) -> None:
    name, *rest = command
    told = run(name, tmp_path / "no.khabar", *rest, "--ui=en")
    assert told.exit_code == 2
    assert "no.khabar" in told.stderr
    assert "Traceback" not in told.output


def test_places_are_called_in_arabic_for_those_who_read_and_not_for_programs(case: Path) -> None:
    assert "ألماتي" in run("events", case, "--table", "--ui=ar").stdout
    assert "Almaty" in run("events", case, "--table", "--ui=en").stdout
    assert '"place":"Almaty"' in run("events", case, "--jsonl", "--ui=ar").stdout
