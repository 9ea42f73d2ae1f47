"""Updates, corrections, retractions: recognised by rules, proposed for what they speak of, decided by people, nothing dropped."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import khabar
from any_text import NASTY, TEXTS, assert_linear
from at_the_command import run
from khabar.desk.cases import CaseError, verify_case
from khabar.desk.cases.superseding import corrections, link_documents, rule_link
from khabar.ledger import open_case
from khabar.ledger.notices import notice_in, notices_of, rules
from khabar.ledger.notices.rules import Rule

STORY = (
    "قالت وزارة الداخلية في بيان إن ستة وعشرين شخصا قتلوا في انفجار هز السوق المركزية بمدينة المرسى صباح الخميس. "
    "وأضاف البيان أن فرق الإطفاء سيطرت على الحريق بعد أربع ساعات وأن أسبابه لا تزال مجهولة حتى الآن."
)
FIRST = {
    "outlet": "برزخ برس",
    "published": "2022-01-06T09:00+02:00",
    "title": "ستة وعشرون قتيلا في انفجار سوق المرسى",
    "text": STORY,
}
CORRECTED = {
    "outlet": "برزخ برس", "published": "2022-01-06T11:00+02:00", "title": "تصويب: ستة عشر قتيلا في انفجار سوق المرسى",
    "text": STORY.replace("ستة وعشرين", "ستة عشر"),
}  # fmt: skip
WITHDRAWN = {
    "outlet": "برزخ برس", "published": "2022-01-07",
    "text": "سحب خبر: نرجو من المشتركين عدم نشر الخبر المعنون «ستة وعشرون قتيلا في انفجار سوق المرسى» لعدم التحقق منه.",
}  # fmt: skip
ELSEWHERE = {**FIRST, "outlet": "صدى"}
OTHER = {
    "outlet": "برزخ برس",
    "published": "2022-01-06",
    "title": "افتتاح متحف في أستانا",
    "text": "افتتح في أستانا متحف للمخطوطات.",
}


def taking(path: Path, *lines: dict[str, str]) -> None:
    """A case of reports, one file each, in that order."""
    for number, line in enumerate(lines):
        source = path.with_name(f"{path.stem}-{number}-{abs(hash(line['text']))}.jsonl")
        source.write_text(json.dumps({"id": f"{number}", **line}, ensure_ascii=False), encoding="utf-8")
        assert run("add", path, source).exit_code == 0


def proposed(path: Path) -> set[tuple[str, str, str, str | None]]:
    """The links of a case by the texts that they join."""
    with open_case(path) as connection:
        texts = dict(connection.execute("SELECT id, text FROM documents"))
    return {(texts[link.document], link.relation, texts[link.older], link.why) for link in corrections(path)}


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: str(rule.id))
def test_rules_take_and_refuse_what_they_say(rule: Rule) -> None:
    assert len(rule.takes) >= 2
    assert rule.refuses
    assert rule.why
    for sentence in rule.takes:
        took = notice_in(sentence)
        assert took is not None, sentence
        assert took[0].id == rule.id, sentence
    for sentence in rule.refuses:
        assert notice_in(sentence) is None, sentence


def test_notices_stand_at_the_head_and_the_end_only() -> None:
    plain = "افتتح المتحف في المدينة.\n"
    note = "تم تحديث هذا الخبر بإضافة بيان الوزارة.\n"
    assert [n.place for n in notices_of(note + plain * 6 + note)] == ["headline", "end"]
    assert not notices_of(plain * 3 + note + plain * 3)
    (notice,) = notices_of(plain * 6, "تحديث 2: افتتاح المتحف")
    assert (notice.place, notice.kind, notice.text) == ("headline", "update", "تحديث 2:")


@given(TEXTS, st.one_of(st.none(), TEXTS))
def test_notices_stand_where_they_say(text: str, title: str | None) -> None:
    found = notices_of(text + "\nUPDATE 2-Blast in Marsa", title)
    assert found
    for notice in found:
        source = (
            title
            if title is not None and notice.place == "headline" and notice.text in title
            else text + "\nUPDATE 2-Blast in Marsa"
        )
        assert source[notice.start : notice.end] == notice.text


@pytest.mark.parametrize(
    "piece", [NASTY["one long line"], "سحبت وكالة ورد في نسخة ", "an earlier version of this ", "((((- "]
)
def test_long_texts_cost_no_more_by_the_word(piece: str) -> None:
    assert_linear(notices_of, piece)


def test_a_correction_is_proposed_to_supersede_the_same_report_of_its_outlet_and_no_other(tmp_path: Path) -> None:
    case = tmp_path / "c.khabar"
    taking(case, FIRST, ELSEWHERE, OTHER, CORRECTED)
    assert proposed(case) == {(CORRECTED["text"], "supersedes", STORY, "copy")}
    (link,) = corrections(case)
    assert (link.state, link.kind, link.rule, link.decided_by) == (
        "proposed",
        "correction",
        "notice.ar.correction_label",
        None,
    )
    rows = khabar.open(case).figures()
    assert {row["standing"] for row in rows if row["document"] == 1} == {"superseding_proposed"}
    assert {row["standing"] for row in rows if row["document"] != 1} == {None}


def test_a_retraction_names_its_headline_and_a_person_confirms(tmp_path: Path) -> None:
    case = tmp_path / "c.khabar"
    taking(case, FIRST, OTHER, WITHDRAWN)
    (link,) = corrections(case)
    assert (link.document, link.relation, link.older, link.why) == (3, "retracts", 1, "title")
    before = khabar.open(case).figures()
    rule_link(case, link.seq, "accept", by="Salma")
    after = khabar.open(case).figures()
    assert [row["item"] for row in after] == [row["item"] for row in before]
    assert {row["standing"] for row in after if row["document"] == 1} == {"retracted"}
    for layer in ("claims", "figures", "events"):
        assert "RETRACTED" in run(layer, case, "--table").stdout or "retracted" in run(layer, case, "--jsonl").stdout
    assert "retracted" in run("timeline", case, "--jsonl").stdout
    rule_link(case, link.seq, "reject", reason="another market", by="Omar")
    assert {row["standing"] for row in khabar.open(case).figures()} == {None}
    (now,) = corrections(case)
    assert (now.state, now.decided_by, now.reason) == ("reject", "Omar", "another market")
    assert not verify_case(case).faults


def test_what_people_link_and_what_makes_no_sense(tmp_path: Path) -> None:
    case = tmp_path / "c.khabar"
    taking(case, FIRST, OTHER)
    assert corrections(case) == []
    link_documents(case, (2, "supersedes", 1), reason="told by phone", by="Salma")
    (link,) = corrections(case)
    assert (link.state, link.decided_by, link.kind) == ("accept", "Salma", None)
    assert khabar.open(case).figures()[0]["standing"] == "superseded"
    for of, reason in (
        ((1, "retracts", 1), "link_senseless"),
        ((1, "praises", 2), "link_senseless"),
        ((1, "retracts", 9), "document_unknown"),
    ):
        with pytest.raises(CaseError) as error:
            link_documents(case, of)
        assert error.value.reason == reason
    for seq, verdict, reason in (
        (99, "accept", "link_unknown"),
        (link.seq, "reject", "rejection_needs_reason"),
        (link.seq, "x", "verdict_unknown"),
    ):
        with pytest.raises(CaseError) as error:
            rule_link(case, seq, verdict)
        assert error.value.reason == reason


def test_an_edited_page_that_says_so_supersedes_its_earlier_version(tmp_path: Path) -> None:
    case = tmp_path / "c.khabar"
    page = {**FIRST, "url": "https://barzakh.example/12"}
    edited = {**page, "text": f"{OTHER['text']}\nتم تصحيح هذا الخبر لتعديل اسم المحافظ.", "title": "افتتاح متحف"}
    taking(case, page, edited)
    assert proposed(case) == {(edited["text"], "supersedes", STORY, "source")}


def test_the_commands(tmp_path: Path) -> None:
    case = tmp_path / "c.khabar"
    taking(case, FIRST, CORRECTED, WITHDRAWN)
    for ui in ("ar", "en"):
        assert run("corrections", case, "--ui", ui).stdout.count("\n") == 2
    links: list[dict[str, Any]] = [json.loads(line) for line in run("corrections", case, "--jsonl").stdout.splitlines()]
    assert {link["relation"] for link in links} == {"supersedes", "retracts"}
    assert run("rule", case, links[0]["seq"], "accept", "--by", "Salma").exit_code == 0
    assert run("rule", case, links[0]["seq"], "reject").exit_code == 2
    assert run("link", case, 2, "retracts", 1, "--reason", "by phone").exit_code == 0
    assert run("link", case, 2, "retracts", 2).exit_code == 2
    assert "corrections" in run("add", case, tmp_path / "none.jsonl").stderr


@settings(max_examples=10, deadline=None)
@given(st.permutations([FIRST, CORRECTED, WITHDRAWN, ELSEWHERE, OTHER]))
def test_the_order_of_adding_changes_no_proposal(
    tmp_path_factory: pytest.TempPathFactory, order: list[dict[str, str]]
) -> None:
    case = tmp_path_factory.mktemp("notices") / "c.khabar"
    taking(case, *order)
    assert proposed(case) == {
        (CORRECTED["text"], "supersedes", STORY, "copy"),
        (WITHDRAWN["text"], "retracts", STORY, "title"),
    }


def test_proposals_are_entered_once(tmp_path: Path) -> None:
    case = tmp_path / "c.khabar"
    taking(case, FIRST, CORRECTED)
    before = corrections(case)
    taking(case, OTHER)
    assert corrections(case) == before
