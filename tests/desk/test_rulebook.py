"""The rulebook is written from the rules, completely, and says when it is old."""

from __future__ import annotations

import re
from pathlib import Path

from khabar.desk import out_of_date, write_rulebook
from khabar.desk.rules.book import rulebook_pages
from khabar.desk.rules.cards import RuleCard, all_cards, cards_of
from khabar.desk.rules.reasons import reason_of
from khabar.grammar import Match, rule, unit

ARABIC = re.compile("[\u0620-\u064a]")


@rule(
    unit("number"),
    takes="""
    قتل 26 مسلحاً
        text: 26 مسلحاً
        value: 26
    أصيب <سبعة> جنود
        value: 7
    """,
    refuses="""
    في وقت واحد
    """,
    wishes="""
    نحو نصف السكان
    """,
)
def counted(m: Match) -> int:
    """A number before people counts them."""
    return len(m.units)


CARDS = cards_of([counted], "rtl")
RENAMED = [RuleCard(f"ar.{module}.counted", c.why, c.takes, c.refuses, c.wishes, c.trap, c.direction)
           for c in CARDS for module in ("numbers.words", "numbers.digits", "times")]  # fmt: skip


PAGES = {f"{folder}{name}.md" for folder in ("", "ar/") for name in ("README", "ar-numbers", "ar-times")}


def test_every_rule_and_every_sentence_is_there() -> None:
    pages = rulebook_pages(RENAMED)
    assert set(pages) == PAGES
    page = pages["ar-numbers.md"]
    assert page.index("## ar.numbers.digits") < page.index("## ar.numbers.words")
    assert page.count("### counted") == 2
    for words in ("A number before people counts them.", "قتل 26 مسلحاً", "في وقت واحد", "نحو نصف السكان", "value `26`"):
        assert page.count(words) >= 2, words
    assert "&lt;سبعة&gt;" in page
    assert "| [ar-numbers](ar-numbers.md) | 2 | 4 | 2 | 2 |" in pages["README.md"]


def test_right_to_left_text_stands_in_lines_of_its_own() -> None:
    pages = [page for name, page in rulebook_pages(RENAMED).items() if not name.startswith("ar/")]
    lines = [line.strip() for page in pages for line in page.splitlines()]
    arabic = [line for line in lines if ARABIC.search(line)]
    assert arabic
    assert all(line.startswith('<p dir="rtl">') and line.endswith("</p>") for line in arabic)


def test_writing_brings_it_up_to_date(tmp_path: Path) -> None:
    folder = tmp_path / "docs" / "rulebook"
    assert set(out_of_date(folder, RENAMED)) == PAGES
    assert set(write_rulebook(folder, RENAMED)) == PAGES
    assert out_of_date(folder, RENAMED) == []
    assert write_rulebook(folder, RENAMED) == []
    assert b"\r" not in (folder / "ar-times.md").read_bytes()


def test_a_changed_page_is_old(tmp_path: Path) -> None:
    write_rulebook(tmp_path, RENAMED)
    page = tmp_path / "ar-times.md"
    page.write_text(page.read_text(encoding="utf-8") + "more", encoding="utf-8")
    assert out_of_date(tmp_path, RENAMED) == ["ar-times.md"]
    (tmp_path / "ar" / "ar-numbers.md").unlink()
    assert out_of_date(tmp_path, RENAMED) == ["ar-times.md", "ar/ar-numbers.md"]


def test_the_page_of_a_rule_that_went_goes_too_and_no_other_file(tmp_path: Path) -> None:
    write_rulebook(tmp_path, RENAMED)
    (tmp_path / "by-hand.md").write_text("# Not generated\n", encoding="utf-8")
    assert out_of_date(tmp_path, RENAMED[:2]) == ["README.md", "ar-times.md", "ar/README.md", "ar/ar-times.md"]
    write_rulebook(tmp_path, RENAMED[:2])
    assert {p.name for p in tmp_path.glob("*.md")} == {"README.md", "ar-numbers.md", "by-hand.md"}
    assert {p.name for p in (tmp_path / "ar").iterdir()} == {"README.md", "ar-numbers.md"}


def test_the_arabic_pages_run_from_right_to_left_and_say_the_reason_in_arabic() -> None:
    known = next(card for card in all_cards() if card.id == "en.numbers.words.sum_of_scales")
    page = rulebook_pages([known])["ar/en-numbers.md"]
    assert page.splitlines()[2] == '<div dir="rtl">'
    assert page.endswith("</div>\n")
    assert reason_of(known, "ar").text in page
    assert known.why not in page
    # English sentences are kept apart from the Arabic around them
    assert f'<p dir="ltr">{known.takes[0].sentence}</p>' in page
    assert not [line for line in page.splitlines() if line.startswith(known.takes[0].sentence)]


def test_indexes_lead_to_one_another() -> None:
    pages = rulebook_pages(RENAMED)
    assert 'href="ar/README.md"' in pages["README.md"]
    assert 'href="../README.md"' in pages["ar/README.md"]
