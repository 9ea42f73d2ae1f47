"""What Arabic reports withhold, and what they say with reserve: on the right item, and never as a claim.

A caveat carries no rule id in the record, so the sentences of the caveat rules are tried here and not in test_rules.
"""

from __future__ import annotations

from typing import Any

import pytest

import khabar
from khabar.grammar import Example, Rule
from khabar.languages.ar.reserve.caveats import RULES as CAVEAT_RULES
from khabar.languages.ar.reserve.withheld import RULES as WITHHELD_RULES

Record = dict[str, Any]


def read(text: str) -> Record:
    """The record of a text of January 2022."""
    record: Record = khabar.read(text, published="2022-01-07").to_dict()
    return record


def caveats_of(record: Record) -> list[tuple[str, str, str]]:
    """(kind, words, what it hangs on) of every caveat: the id of a claim or figure, or "report"."""
    found = [(c["kind"], c["span"]["text"], "report") for c in record["caveats"]]
    for layer in ("claims", "figures"):
        found += [(c["kind"], c["span"]["text"], item["id"]) for item in record[layer] for c in item["caveats"]]
    return found


def cases(field: str) -> list[Any]:
    """The sentences of the caveat rules, each a test case of its own."""
    return [
        pytest.param(rule, example, id=f"{rule.id}-{n}")
        for rule in CAVEAT_RULES
        for n, example in enumerate(getattr(rule, field), 1)
    ]


@pytest.mark.parametrize(("rule", "example"), cases("takes"))
def test_a_caveat_rule_takes_its_sentences(rule: Rule, example: Example) -> None:
    fields = dict(example.fields)
    told = [(kind, text) for kind, text, _ in caveats_of(read(example.sentence))]
    assert fields["text"] in [text for _, text in told], f"{rule.id}: {told}"
    assert "kind" not in fields or (fields["kind"], fields["text"]) in told


@pytest.mark.parametrize(("rule", "example"), cases("refuses"))
def test_a_caveat_rule_refuses_its_sentences(rule: Rule, example: Example) -> None:
    assert not caveats_of(read(example.sentence)), f"{rule.id} takes {example.sentence}"


@pytest.mark.parametrize("rule", CAVEAT_RULES, ids=lambda rule: rule.id)
def test_a_caveat_rule_is_bound_to_sentences(rule: Rule) -> None:
    assert len(rule.why) > 20
    assert len(rule.takes) >= 2
    assert rule.refuses


@pytest.mark.parametrize("rule", WITHHELD_RULES, ids=lambda rule: rule.id)
def test_no_claim_is_read_out_of_withheld_words(rule: Rule) -> None:
    for example in rule.takes:
        record = read(example.sentence)
        for silent in record["withheld"]:
            inside = [c for c in record["claims"] if c["cue"] and silent["start"] <= c["cue"]["start"] < silent["end"]]
            assert not inside, example.sentence


# ---------------------------------------------------------------- withheld


SAID_BEFORE = "وقال المتحدث باسم الجيش نادر الحلواني إن الهجوم صد"


def test_withheld_words_end_the_claim_before_them() -> None:
    record = read(f"{SAID_BEFORE}، من دون أن يذكر عدد القتلى.")
    assert [c["content"]["text"] for c in record["claims"]] == ["الهجوم صد"]
    (silent,) = record["withheld"]
    assert (silent["what"], silent["speaker_name"]) == ("no_figure", record["claims"][0]["speaker_name"])


def test_a_body_named_in_full_before_is_named_in_full() -> None:
    record = read("وأعلنت وزارة الدفاع السيلدانية أن الهدنة بدأت. ولم تؤكد الوزارة عدد الأسرى.")
    assert [(w["speaker_name"], w["what"]) for w in record["withheld"]] == [
        ("وزارة الدفاع السيلدانية", "not_confirmed")
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "وقال نادي الأسير إن السلطات «لم تعلن عدد المعتقلين».",
        "وحتى لو لم تعلن الحكومة حصيلة فإن المستشفيات ممتلئة.",
        "ولم تعلن أي جماعة مسؤوليتها عن الهجوم.",
        "ورفض البرلمان مشروع القانون.",
        "ولم يعلق الاتحاد عضوية النادي.",
    ],
)
def test_what_is_not_withheld(sentence: str) -> None:
    """Somebody's own words, a condition, nobody's claim of responsibility, a vote, a suspension."""
    assert read(sentence)["withheld"] == []


def test_an_outlet_that_reached_nobody_names_whom_it_asked() -> None:
    record = read("ولم يتسن الحصول على تعليق من إدارة الري.")
    assert [(w["what"], w["speaker_name"]) for w in record["withheld"]] == [("not_reached", "إدارة الري")]


def test_a_sentence_of_silence_is_not_unread() -> None:
    record = read("ولم تعلق السلطات على الحادثة.")
    assert record["withheld"]
    assert not [u for u in record["unread"] if u["why"] == "sentence_without_items"]


# ---------------------------------------------------------------- caveats


def test_a_provisional_toll_limits_its_figure() -> None:
    record = read("وقال مدير المستشفى إن تسعة أشخاص قتلوا في حصيلة أولية.")
    (figure,) = record["figures"]
    assert caveats_of(record) == [("provisional", "حصيلة أولية", figure["id"])]


def test_a_toll_called_provisional_in_the_next_sentence_limits_it_too() -> None:
    record = read("وقتل تسعة أشخاص في الانهيار. وأضاف المحافظ أن الحصيلة مرشحة للارتفاع.")
    (figure,) = record["figures"]
    assert ("provisional", "الحصيلة مرشحة للارتفاع", figure["id"]) in caveats_of(record)


def test_an_unnamed_source_limits_its_own_claim() -> None:
    record = read("وقال مسؤول طلب عدم ذكر اسمه إن الهدنة قريبة.")
    (claim,) = record["claims"]
    assert claim["content"]["text"] == "الهدنة قريبة"
    assert caveats_of(record) == [("source_anonymous", "طلب عدم ذكر اسمه", claim["id"])]
    assert record["withheld"] == []


def test_what_could_not_be_verified_limits_the_claim_before_it() -> None:
    record = read("وقالت الجبهة إنها دخلت البلدة. ولم يتسن للوكالة التحقق من ذلك من مصدر مستقل.")
    (claim,) = record["claims"]
    assert [(kind, where) for kind, _, where in caveats_of(record)] == [("outlet_unverified", claim["id"])]


def test_in_another_paragraph_it_limits_the_report() -> None:
    record = read("قالت الجبهة إنها دخلت البلدة ورفعت علمها فوقها.\n\nولم يتسن للوكالة التحقق من ذلك من مصدر مستقل.")
    assert [(kind, where) for kind, _, where in caveats_of(record)] == [("outlet_unverified", "report")]


@pytest.mark.parametrize(
    "sentence",
    [
        "وقال الوزير إنه «لا يمكن التحقق من هذه الأرقام».",
        "ولم يتمكن رجال الإطفاء من التأكد من سبب الحريق.",
        "ويطالب البلدان بالجزر المتنازع عليها.",
        "ومن المتوقع أن يرتفع عدد السياح.",
    ],
)
def test_what_is_no_reserve_of_the_outlet(sentence: str) -> None:
    """A minister's words, a finding of firemen, a territory, a forecast of visitors."""
    assert caveats_of(read(sentence)) == []


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("وقالت البلدية إن نحو 400 مركبة دُمرت. وقدّرت الخسائر بنحو 175 مليون يورو في حصيلة أولية.", "c"),
        ("وتعذر على رواق التثبت من صحة ما أعلنه الطرفان، غير أن طبيباً أكد وصول قتيلين.", "r"),
    ],
)
def test_a_caveat_hangs_on_what_it_limits(text: str, on: str) -> None:
    assert [where[0] for _, _, where in caveats_of(read(text))] == [on]


def test_what_came_in_a_statement_is_what_could_not_be_verified() -> None:
    text = "وأعلنت الحركة، في بيان، مسؤوليتها عن الهجوم. وتوعدت بهجمات أخرى. ولم يتسنّ التحقق من صحة البيان."
    record = read(text)
    assert [where for _, _, where in caveats_of(record)] == [record["claims"][0]["id"]]
