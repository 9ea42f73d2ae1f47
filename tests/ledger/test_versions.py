"""Edited sources: chains of versions, what was changed word by word, and what became of the items."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from any_text import NASTY, TEXTS, assert_linear
from at_the_command import run
from khabar.cli.cases import differing
from khabar.cli.terminals import shown
from khabar.desk.cases import CaseError
from khabar.desk.cases.differing import difference, versions
from khabar.ledger.differing import Differing, joined
from khabar.ledger.versions import source_key

OLDER = (
    "قال وزير الداخلية سليم درويش إن 26 شخصا قتلوا في انفجار في ألماتي الجمعة. "
    "ولم يصدر تعليق من الرئاسة. وأكد شاهد سماع إطلاق نار."
)
NEWER = "قال وزير الداخلية سليم درويش إن 31 شخصا قتلوا في انفجار كبير في ألماتي الجمعة. ونفت الرئاسة فرض حظر التجول. وأصيب 5 آخرون."
WORDS = st.lists(
    st.sampled_from(["قال", "إن", "26", "شخصا", "قتلوا", "في", "المدينة", ".", "said", "،"]), max_size=40
).map(" ".join)


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A page that was found twice, edited meanwhile, and a report of another address."""
    lines = [
        {
            "id": "a",
            "url": "https://www.marsa.example/news/12?utm_source=x#top",
            "published": "2022-01-07",
            "text": OLDER,
        },
        {"id": "b", "url": "http://marsa.example/news/12/", "published": "2022-01-07", "text": NEWER},
        {
            "id": "c",
            "url": "https://marsa.example/news/13",
            "published": "2022-01-07",
            "text": "وصل 4 أطباء إلى أستانا.",
        },
    ]
    path = tmp_path / "crisis.khabar"
    for number, line in enumerate(lines):
        source = tmp_path / f"{number}.jsonl"
        source.write_text(json.dumps({"outlet": "المرسى", **line}, ensure_ascii=False), encoding="utf-8")
        assert run("add", path, source).exit_code == 0
    return path


def test_a_page_with_other_text_is_a_version_of_its_source(case: Path) -> None:
    (source,) = versions(case)
    assert [version.document for version in source.versions] == [1, 2]
    assert versions(case, 2) == [source]
    assert versions(case, 3) == []
    with pytest.raises(CaseError, match="document_unknown"):
        versions(case, 9)


@pytest.mark.parametrize("asked", [(1,), (2,), (1, 2)])
def test_what_was_changed_stands_where_it_says_in_both_texts(case: Path, asked: tuple[int, ...]) -> None:
    found = difference(case, *asked)
    assert (found.older, found.newer) == (1, 2)
    assert [(change.text, change.other_text) for change in found.words][:2] == [("26", "31"), ("", "كبير")]
    for change in found.words:
        assert OLDER[change.start : change.end] == change.text
        assert NEWER[change.other_start : change.other_end] == change.other_text


def test_what_became_of_the_items(case: Path) -> None:
    items = difference(case, 2).items
    (killed,) = (item for item in items if item["what"].get("measure") == "killed")
    assert (killed["became"], killed["fields"]["low"]) == ("changed", [26, 31])
    assert [item["newer"]["words"] for item in items if item["layer"] == "figures" and item["became"] == "new"] == ["5"]
    assert [item["older"]["words"] for item in items if item["layer"] == "withheld"] == ["لم يصدر تعليق من الرئاسة"]
    assert not [item for item in items if item["layer"] == "places"]


def test_the_commands(case: Path) -> None:
    for ui in ("ar", "en"):
        shown = run("diff", case, 2, "--ui", ui)
        assert shown.exit_code == 0
        assert "[26]" in shown.stdout
        assert "26 → 31" in shown.stdout
    as_json = json.loads(run("diff", case, 1, "--json").stdout)
    assert as_json["words"][0]["other_text"] == "31"
    assert "older_text" not in as_json
    assert run("diff", case, 3).exit_code == 2
    assert "two documents" in run("diff", case, 3).stderr
    assert run("diff", case, 2, 2).stderr.count("the same") == 1
    (source,) = map(json.loads, run("versions", case, "--jsonl").stdout.splitlines())
    assert len(source["versions"]) == 2
    assert run("versions", case, 2).exit_code == 0
    assert run("versions", case, 3).stderr


def test_messages_of_a_channel_and_entries_of_a_feed_are_sources() -> None:
    assert source_key("telegram", "result.json:7", None, "قناة", "[]") == source_key(
        "telegram", "new.json:7", None, "قناة", "[]"
    )
    assert source_key("telegram", "result.json:7", None, "قناة", "[]") != source_key(
        "telegram", "result.json:8", None, "قناة", "[]"
    )
    told = json.dumps([["guid", "x-1", "feed"]])
    assert source_key("page", "1", None, "نور", told) == source_key("page", "9", None, "نور", told) is not None
    assert source_key("text", "a.txt", None, "نور", "[]") is None
    assert source_key("page", "a", "https://marsa.example/", None, "[]") is None
    assert source_key("page", "a", "http://[bad", None, "nonsense") is None


@given(st.one_of(WORDS, TEXTS), st.one_of(WORDS, TEXTS))
def test_changes_cover_both_texts_in_their_order(older: str, newer: str) -> None:
    changes = list(joined(Differing(older, newer).changes))
    for text, places in (
        (older, [(c.start, c.end) for c in changes]),
        (newer, [(c.other_start, c.other_end) for c in changes]),
    ):
        at = 0
        for start, end in places:
            assert at <= start <= end <= len(text)
            assert not any(letter.isalnum() for letter in text[at:start])
            at = end
        assert not any(letter.isalnum() for letter in text[at:])
    for change in changes:
        if change.kind == "same":
            assert older[change.start : change.end].split() or older == newer
        assert (change.start < change.end) == (change.kind != "new")
        assert (change.other_start < change.other_end) == (change.kind != "gone")


@given(WORDS, WORDS)
def test_what_is_the_same_is_the_same(older: str, newer: str) -> None:
    for change in Differing(older, newer).changes:
        if change.kind == "same":
            assert older[change.start : change.end] == newer[change.other_start : change.other_end]
    assert all(change.kind == "same" for change in Differing(older, older).changes)


def test_words_that_did_not_change_are_found_in_the_newer_text() -> None:
    texts = Differing(OLDER, NEWER)
    start = OLDER.index("ألماتي")
    assert texts.place(start, start + 6) == (NEWER.index("ألماتي"), NEWER.index("ألماتي") + 6)
    assert texts.place(OLDER.index("26"), OLDER.index("26") + 2) is None
    assert abs(texts.near(OLDER.index("الرئاسة")) - NEWER.index("الرئاسة")) < 40


@pytest.mark.parametrize("piece", [NASTY["one long line"], NASTY["tatweel in a word"], NASTY["blanks"]])
def test_long_texts_take_no_longer_by_the_word(piece: str) -> None:
    assert_linear(lambda text: Differing(text, text.replace("12", "13") + "نهاية"), piece, 2_000)


def test_a_terminal_is_sent_the_styles_and_isolates_of_a_difference() -> None:
    line = "".join([*differing._COLOURS.values(), differing._PLAIN, differing._ISOLATE, differing._END])
    assert shown(line) == line
