"""A case takes every kind of source, proves every text out of its original again, and takes only what is new the next time."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

import khabar
from at_the_command import run
from khabar.desk import Failure, Wishes
from khabar.desk.cases import Added, Taking, add
from pdf_making import pdf, right

WORDS = "قال المحافظ إن ثلاثة أصيبوا في حريق بالميناء صباح اليوم."
CHAT = [
    "13/01/2022, 12:30 - Salma: ثلاثة أصيبوا في الميناء\n",
    "13/01/2022, 12:31 - Salma: <Media omitted>\n",
    "14/01/2022, 09:00 - Omar: لا قتلى بينهم\n",
]
MESSAGE = (
    '<div class="page_header"><div class="text bold">صوت الميناء</div></div><div class="history">'
    '<div class="message default clearfix" id="message7"><div class="body">'
    '<div class="pull_right date details" title="06.01.2022 12:30:05 UTC+06:00">12:30</div><div class="text">خمسة قتلى.</div>'
    "</div></div></div>"
)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder as a desk hands it over."""
    folder = tmp_path / "desk"
    folder.mkdir()
    lines = [
        right("قال محافظ وادي النخل سالم النوري إن ثلاثة أشخاص", 700),
        right("أصيبوا في حريق يوم 6 يناير 2022.", 684),
    ]
    (folder / "paper.pdf").write_bytes(pdf([lines]))
    (folder / "sheet.csv").write_text(
        f'النص,التاريخ,المصدر\n"{WORDS}",13/01/2022,صدى الوادي\n,,\nلا قتلى.,06/01/2022,صدى\n', "utf-8"
    )
    (folder / "_chat.txt").write_text("".join(CHAT), encoding="utf-8")
    (folder / "messages.html").write_text(MESSAGE, encoding="utf-8")
    item = {
        "uri": "urn:1",
        "versioncreated": "2022-01-06T12:30:00Z",
        "headline": "Fire",
        "body_text": "Three were hurt in the fire.",
    }
    (folder / "item.json").write_text(json.dumps(item), encoding="utf-8")
    with zipfile.ZipFile(folder / "more.zip", "w") as packed:
        packed.writestr("inner.txt", "وصل الإسعاف إلى المكان بعد ساعة.")
    (folder / "film.mp4").write_bytes(b"\0\0\0\x18ftyp")
    return folder


def test_a_folder_of_every_kind_is_taken_in_and_proved(desk: Path, tmp_path: Path) -> None:
    case = tmp_path / "a.khabar"
    shown = run("add", case, desk)
    assert shown.exit_code == 1
    assert "failed: 2 · new: 8" in shown.stderr
    assert "film.mp4: no format that khabar reads" in shown.stderr
    assert "row 3, column “النص”: there is no text in it" in shown.stderr
    assert "media without words 1" in shown.stderr
    proof = khabar.open(case).verify()
    assert proof.faults == ()
    again = run("add", case, desk)
    assert "failed: 2 · there already: 8" in again.stderr


def test_a_longer_export_adds_what_is_new(desk: Path, tmp_path: Path) -> None:
    case, chat = tmp_path / "a.khabar", desk / "_chat.txt"
    run("add", case, chat)
    chat.write_text("".join([*CHAT, "15/01/2022, 10:00 - Omar: انتهى الحريق\n"]), encoding="utf-8")
    states = [each["state"] for each in map(json.loads, run("add", case, chat, "--jsonl").stdout.splitlines())]
    assert states == ["known", "known", "new"]


def test_a_picture_and_the_words_that_somebody_typed(tmp_path: Path) -> None:
    case, picture, typed = tmp_path / "a.khabar", tmp_path / "photo.jpg", tmp_path / "typed.txt"
    picture.write_bytes(b"\xff\xd8\xff and more")
    typed.write_text(WORDS, encoding="utf-8")
    assert run("add", case, picture, "--transcript", typed).exit_code == 2
    assert run("add", case, picture, picture, "--transcript", typed, "--transcriber", "Salma").exit_code == 2
    assert run("add", case, picture, "--transcriber", "Salma").exit_code == 2
    assert run("add", case, picture).exit_code == 2
    shown = run("add", case, picture, "--transcript", typed, "--transcriber", "Salma")
    assert shown.exit_code == 0, shown.stderr
    assert "there already: 1" in run("add", case, picture, "--transcript", typed, "--transcriber", "Salma").stderr
    typed.write_text(WORDS.replace("ثلاثة", "أربعة"), encoding="utf-8")
    assert "new: 1" in run("add", case, picture, "--transcript", typed, "--transcriber", "Omar").stderr
    assert khabar.open(case).verify().faults == ()


def test_columns_are_said_to_both_commands(tmp_path: Path) -> None:
    table = tmp_path / "a.csv"
    table.write_text(f"One,Two\n{WORDS},02/03/2022\n", encoding="utf-8")
    columns = "text=One,published=Two"
    record = json.loads(run("read", table, "--columns", columns, "--day-order", "mdy", "--json").stdout)
    assert record["document"]["published"] == "2022-02-03"
    assert record["document"]["published_basis"] == "given"
    assert run("add", tmp_path / "a.khabar", table, "--columns", columns).exit_code == 0
    for wrong in ("text", "words=One", "text="):
        refused = run("read", table, "--columns", wrong)
        assert refused.exit_code == 2
        assert "FIELD=HEADER" in refused.stderr
    refused = run("read", table, "--columns", "text=Three")
    assert refused.exit_code == 2
    assert "“One”, “Two”" in refused.stderr


def test_the_meter_runs_to_the_end(desk: Path, tmp_path: Path) -> None:
    how = Taking()
    seen = [how.opening.meter.done for _ in add(tmp_path / "a.khabar", [str(desk)], Wishes(), how=how)]
    assert seen == sorted(seen)
    assert how.opening.meter.done == how.opening.meter.total == sum(path.stat().st_size for path in desk.iterdir())


def test_a_failure_costs_nothing_else(desk: Path, tmp_path: Path) -> None:
    (desk / "broken.pdf").write_bytes(b"%PDF-1.4")
    (desk / "broken.xlsx").write_bytes(b"PK\x03\x04")
    outcomes = list(add(tmp_path / "a.khabar", [str(desk)], Wishes()))
    assert sum(isinstance(each, Added) for each in outcomes) == 8
    assert {each.reason for each in outcomes if isinstance(each, Failure)} >= {
        "pdf_damaged",
        "workbook_damaged",
        "unknown_file",
    }
