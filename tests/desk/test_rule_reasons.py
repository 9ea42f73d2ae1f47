"""Why a rule exists is said in every language of the UI, and wherever a rule is shown."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from khabar.cli import main
from khabar.desk import rule_card
from khabar.desk.rules.cards import RuleCard, all_cards
from khabar.desk.rules.reasons import ReasonFault, faults_of_reasons, reason_of

ARABIC = re.compile("[\u0620-\u064a]")
QUOTED = re.compile("«[^»]*»")
FOREIGN_MARKS = re.compile("[,;?]")
REPORT = "وقالت وزارة الصحة إن 26 جندياً قُتلوا في نهرين.\n"
RULE = "ar.claims.verbs.verb_then_speaker"
KNOWN = next(card for card in all_cards() if card.id == RULE)


def test_every_rule_has_its_reason_in_every_language() -> None:
    """Fails with the file and the rule: `khabar rulebook --check` says the same in words."""
    assert faults_of_reasons(all_cards()) == []


@pytest.mark.parametrize("card", all_cards(), ids=lambda card: card.id)
def test_an_arabic_reason_is_an_arabic_sentence(card: RuleCard) -> None:
    told = reason_of(card, "ar")
    assert (told.language, told.direction) == ("ar", "rtl")
    own = QUOTED.sub("", told.text)
    assert ARABIC.search(own)
    assert not re.search("[a-z]{3}", own), "English words stand between «»"
    assert len(told.text.split()) > 2
    assert told.text.endswith((".", "»."))
    assert told.text == " ".join(told.text.split())
    assert not FOREIGN_MARKS.search(own), "Arabic has marks of its own: ، ؛ ؟"


def test_a_new_rule_without_a_reason_is_named_with_its_file_and_shown_in_english() -> None:
    new = RuleCard("ar.claims.verbs.new_one", KNOWN.why, KNOWN.takes, KNOWN.refuses, (), False, "rtl")
    shown = reason_of(new, "ar")
    assert (shown.text, shown.language, shown.direction) == (new.why, "en", "ltr")
    faults = faults_of_reasons([*all_cards(), new])
    file = "src/khabar/desk/wording/reasons/ar/of_ar_rules.toml"
    assert faults == [ReasonFault("missing", file, "ar.claims.verbs", "new_one")]
    assert Path(file).name in {path.name for path in (Path(__file__).parents[2] / Path(file).parent).iterdir()}


def test_a_reason_whose_rule_went_is_named() -> None:
    left = [card for card in all_cards() if card.id != RULE]
    assert [(f.kind, f.chapter, f.name) for f in faults_of_reasons(left)] == [
        ("stale", "ar.claims.verbs", "verb_then_speaker")
    ]


def test_english_reasons_are_the_docstrings() -> None:
    assert reason_of(KNOWN, "en") == (KNOWN.why, "en", "ltr")


@pytest.mark.parametrize("ui", ["ar", "en"])
def test_every_view_says_the_reason_in_the_language_of_the_ui(ui: str, tmp_path: Path) -> None:
    source, page = tmp_path / "a.txt", tmp_path / "a.html"
    source.write_text(REPORT, encoding="utf-8")

    def run(*arguments: str) -> str:
        shown = CliRunner().invoke(main, [*arguments, "--ui", ui], catch_exceptions=False)
        assert shown.exit_code == 0, shown.output
        return shown.stdout

    card = rule_card(RULE)
    assert card is not None
    reason, other = reason_of(card, ui).text, reason_of(card, "en" if ui == "ar" else "ar").text
    views = [run("read", str(source), "--text", "--verbose")]
    item = next(word for word in re.findall(r"\[(c[\d-]+)\]", views[0]))
    views.append(run("explain", str(source), item))
    run("read", str(source), "--html", str(page))
    views.append(html.unescape(page.read_text(encoding="utf-8")))
    for view in views:
        assert reason in view
        assert other not in view
