"""A report that was corrected or taken back says so, and by what, wherever its figures and claims are shown."""

from __future__ import annotations

from pathlib import Path

import pytest

import khabar
from at_the_command import rows, run
from khabar.desk import Wishes
from khabar.desk.cases import add
from khabar.desk.cases.superseding import corrections, link_documents, rule_link

_PLACE = "في انفجار سيارة مفخخة في سوق الحبوب في ألماتي الأربعاء 5 يناير 2022"
_TOLD = (
    ("المرسى", f"قال وزير الداخلية سليم درويش إن 26 شخصا قتلوا {_PLACE}."),
    ("نداء", f"قالت وزارة الصحة الكازاخية إن 38 شخصا قتلوا {_PLACE}."),
    ("نداء", "سحب خبر: تسحب نداء خبرها عن السوق وتعتذر لقرائها."),
)


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "almaty.khabar"
    for number, (outlet, text) in enumerate(_TOLD):
        source = tmp_path / f"{number}.txt"
        source.write_text(text, encoding="utf-8")
        list(add(path, [str(source)], Wishes(f"2022-01-0{6 + number // 2}", outlet), "Salma"))
    return path


def test_a_report_that_was_taken_back_raises_no_contradiction_and_is_shown_as_taken_back(case: Path) -> None:
    (before,) = khabar.open(case).conflicts()
    assert before["became"] == []
    number = link_documents(case, (3, "retracts", 2), by="Salma").seq
    assert khabar.open(case).conflicts() == []
    (still,) = (row for row in rows("conflicts", case, "--all") if row["id"] == before["id"])
    assert (still["contradiction"], still["raised"], still["kind"]) == (False, False, "different value")
    assert still["became"] == [{"document": 2, "standing": "retracted", "standing_by": [3], "notice": None}]
    shown = run("conflicts", case, "--all").stdout
    assert "2: RETRACTED by its outlet: 3" in shown
    rule_link(case, number, "reject", reason="of another report", by="Omar")
    assert khabar.open(case).conflicts() == [before]


@pytest.mark.parametrize("relation", ["supersedes", "retracts"])
def test_every_view_says_it_and_by_what(case: Path, relation: str) -> None:
    link_documents(case, (3, relation, 2), by="Salma")
    word = {"supersedes": "superseded", "retracts": "retracted"}[relation]
    told = {"standing": word, "standing_by": [3], "notice": None}
    followed = {one["document"]: one for row in rows("follow", case, "killed") for one in row["told"]}
    happened = {one["document"]: one for row in rows("timeline", case) for one in row["told"]}
    found = {hit["document"]: hit for hit in rows("search", case, "السوق OR الحبوب")}
    for view in (followed, happened, found):
        assert view[2].items() >= told.items()
        assert (view[1]["standing"], view[1]["standing_by"]) == (None, [])
    (figure,) = (row["item"] for row in khabar.open(case).figures(measure="killed") if row["document"] == 2)
    (origin,) = rows("origins", case, f"2:{figure}")
    assert origin["became"] == [{"document": 2, **told}]
    for arguments in (
        ("follow", case, "killed"),
        ("timeline", case),
        ("search", case, "الحبوب"),
        ("origins", case, f"2:{figure}"),
    ):
        arabic = run(*arguments, "--ui", "ar").stdout
        assert {"superseded": "حلّ غيره محله", "retracted": "سحبه ناشره"}[word] + ": 3" in arabic, arguments


def test_what_is_only_proposed_still_raises_and_says_what_the_notice_calls_itself(case: Path) -> None:
    text = _TOLD[1][1].replace("38", "28") + "\n\nتصويب: ورد في نسخة سابقة من هذا الخبر أن القتلى 38."
    source = case.parent / "9.txt"
    source.write_text(text, encoding="utf-8")
    list(add(case, [str(source)], Wishes("2022-01-06", "نداء"), "Salma"))
    assert any(link.older == 2 and link.kind == "correction" for link in corrections(case))
    (row,) = (row for row in khabar.open(case).conflicts() if "38" in row["other_value"] + row["one_value"])
    assert row["raised"]
    assert row["became"][0] == {
        "document": 2,
        "standing": "superseding_proposed",
        "standing_by": [4],
        "notice": "correction",
    }
    assert "(correction): 4" in run("conflicts", case).stdout
