"""Searching a case as a reader looks for words: spelled loosely, with and without what Arabic glues to them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from khabar.cli import main
from khabar.cli.cases.excerpts import closed, marked, stretch
from khabar.desk import Wishes
from khabar.desk.cases import CaseError, Filter, add, find
from khabar.ledger.searching import finding

TEXTS = {
    "spelling": "أكّد المتحدث أنّ الأمن مستتب، وأن للرئاسة موقفا.",
    "glued": "وقتل شرطي برئاسة العمليات، بحسب بيان لوزارة الدفاع وبقيادة الجيش.",
    "name": "قال أمين البلدية في ورقة عمل إن الوزير غادر.",
    "digits": "في ٧ كانون الثاني ٢٠٢٢ اعتُقل 26 شخصا.",
    "english": "Police were killing time while reporters reported the killings.",
    "near": "انفجار كبير هز وسط مدينة ألماتي مساء، ثم هدأت المدينة.",
    "arrest": "الاعتقالات مستمرة، واعتقلت الشرطة اعتقالا واسعا.",
    "counted": "سقط 12 قتيلاً وأربعون جريحا في درعا.",
}


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report of each kind."""
    folder = tmp_path_factory.mktemp("search")
    for number, (name, text) in enumerate(TEXTS.items(), 1):
        (folder / name).write_text(text, encoding="utf-8")
        list(
            add(
                folder / "s.khabar",
                [str(folder / name)],
                Wishes(f"2022-01-{number:02}", "المرسى", "en" if name == "english" else "ar"),
            )
        )
    return folder / "s.khabar"


@pytest.fixture
def found(case: Path) -> Callable[..., dict[str, list[str]]]:
    """Names of the reports found, each with the words of its hits."""

    def look(words: str, chosen: Filter | None = None, **more: str) -> dict[str, list[str]]:
        names = list(TEXTS)
        return {
            names[hit.document - 1]: [hit.text[m.start : m.end] for m in hit.marks] for hit in find(case, words, chosen, **more)
        }  # fmt: skip

    return look


@pytest.mark.parametrize(
    ("words", "reports"),
    [
        ("ان", {"spelling": ["أنّ"], "name": ["إن"]}),
        ("الأمن", {"spelling": ["الأمن"]}),
        ("امن", {"spelling": ["الأمن"]}),
        ("الرئاسه", {"spelling": ["للرئاسة"], "glued": ["برئاسة"]}),
        ("قتل", {"glued": ["وقتل"]}),
        ("وزارة", {"glued": ["لوزارة"]}),
        ("قيادة", {"glued": ["وبقيادة"]}),
        ("رقة", {}),
        ("زير", {}),
        ("أمين", {"name": ["أمين"]}),
        ('"رئاسة العمليات"', {"glued": ["برئاسة العمليات"]}),
        ("قتيل", {"counted": ["قتيلاً"]}),
        ("قتيلا", {"counted": ["قتيلاً"]}),
        ("جريح", {"counted": ["جريحا"]}),
        ('"12 قتيل"', {"counted": ["12 قتيلاً"]}),
        ("درع", {}),
        ("2022", {"digits": ["٢٠٢٢"]}),
        ("٢٦", {"digits": ["26"]}),
        ("٧", {"digits": ["٧"]}),
        ("kill", {"english": ["killing", "killings"]}),
        ("REPORT", {"english": ["reporters", "reported"]}),
        ("اعتقا*", {"arrest": ["الاعتقالات", "اعتقالا"]}),
        ("NEAR(انفجار ألماتي, 4)", {"near": ["انفجار", "ألماتي"]}),
        ("NEAR(انفجار ألماتي, 2)", {}),
        ("NEAR(شرطي عمليات)", {"glued": ["شرطي", "العمليات"]}),
        ("أمين NOT وزير", {}),
        ("أمين OR شرطي", {"name": ["أمين"], "glued": ["شرطي"]}),
        ("(أمين OR شرطي) دفاع", {"glued": ["شرطي", "الدفاع"]}),
        ("شرطي أمين", {}),
    ],
)
def test_what_is_found_and_where(
    found: Callable[..., dict[str, list[str]]], words: str, reports: dict[str, list[str]]
) -> None:
    assert found(words) == reports


def test_filters_and_layers(found: Callable[..., dict[str, list[str]]]) -> None:
    assert list(found("ان", Filter(after="2022-01-02"))) == ["name"]
    assert list(found("ان", Filter(speaker="متحدث"))) == ["spelling"]
    assert found("الوزير", layer="claims") == {"name": ["الوزير"]}
    assert found("ورقة", layer="claims") == {}
    with pytest.raises(CaseError, match="layer_unknown"):
        found("x", layer="none")


def test_of_equal_reports_the_younger_comes_first_and_the_better_before_both(tmp_path: Path) -> None:
    for name, text, day in (
        ("a", "خبر عن زلزال قرب المدينة 1", "2022-01-02"),
        ("b", "خبر عن زلزال قرب المدينة 2", "2022-01-09"),
        ("c", "زلزال بعد زلزال", "2022-01-01"),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
        list(add(tmp_path / "x.khabar", [str(tmp_path / name)], Wishes(day)))
    assert [Path(hit.source).name for hit in find(tmp_path / "x.khabar", "زلزال")] == ["c", "b", "a"]


def test_words_of_very_many_reports_are_ranked_among_the_last(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "RANKED", 2)
    hits = list(find(case, "شرطي OR أمين OR kill OR انفجار"))
    assert ({hit.document for hit in hits}, hits[0].among_newest) == ({5, 6}, True)
    assert not next(find(case, "شرطي OR kill")).among_newest


def test_the_command_tells_place_and_remedy_and_prints_json(case: Path) -> None:
    shown = CliRunner().invoke(main, ["search", str(case), "شرطي OR", "--ui", "ar"])
    assert (shown.exit_code, "عند الحرف 8" in shown.stderr) == (2, True)
    shown = CliRunner().invoke(main, ["search", str(case), "kill", "--json"])
    (hit,) = json.loads(shown.stdout)
    assert [TEXTS["english"][m["start"] : m["end"]] for m in hit["marks"]] == ["killing", "killings"]


RLI, PDI = "\N{RIGHT-TO-LEFT ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
RLE, PDF = "\N{RIGHT-TO-LEFT EMBEDDING}", "\N{POP DIRECTIONAL FORMATTING}"


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        (f"a {RLI}b{PDI} c", f"a {RLI}b{PDI} c"), (f"a {RLI}b", f"a {RLI}b{PDI}"), (f"b{PDI} c", "b c"),
        (f"{RLE}a {RLI}b", f"{RLE}a {RLI}b{PDI}{PDF}"), (f"{RLI}a {RLE}b{PDI}c", f"{RLI}a {RLE}b{PDF}{PDI}c"),
    ],
)  # fmt: skip
def test_excerpts_close_what_turns_their_direction(text: str, whole: str) -> None:
    assert closed(text) == whole


def test_excerpts_are_cut_between_words() -> None:
    text = "الكلمة الأولى ثم الثانية ثم الثالثة والأخيرة"
    at = text.index("الثانية")
    cut = stretch(text, at, at + 7, 5)
    assert marked(text, cut, [(at, at + 7)], ("[", "]")) == "الأولى ثم [الثانية] ثم الثالثة"
