"""What the scorer counts as right, in small cases; agreement with the reference scorer is tested beside this file."""

from __future__ import annotations

from pathlib import Path

import pytest

from khabar.desk.scoring import (
    ACCURACY_ROWS,
    Count,
    NotGold,
    intervals,
    kind_of,
    load_gold,
    load_records,
    score_lines,
    summed,
)
from khabar.desk.scoring.links import directed_links, same_links
from khabar.desk.scoring.list_rows import gsr_rows, place_list_rows, time_list_rows
from khabar.desk.scoring.mention_rows import all_caveats
from khabar.desk.scoring.names import same_name
from khabar.desk.scoring.pairing import jaccard, pair
from khabar.desk.scoring.polnear_rows import polnear_rows
from khabar.desk.scoring.report_rows import report_rows

TEXT = "قال الوزير إن 12 شخصا قتلوا في دلوان.\nوأضاف أن الهدوء عاد"


def span(words: str) -> dict[str, object]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def gold_report() -> dict[str, object]:
    """A gold report with one item of each layer that is scored."""
    return {
        "id": "r1",
        "text": TEXT,
        "claims": [
            {
                "id": "c0",
                "cue": span("قال"),
                "speaker_name": "الوزير",
                "content": span("12 شخصا قتلوا في دلوان"),
                "via": [],
                "act": "say",
                "mode": "indirect",
                "status": "asserted",
                "polarity": "positive",
                "distance": "neutral",
                "within": None,
            }
        ],
        "figures": [{**span("12"), "id": "f0", "measure": "killed", "low": 12, "high": 12, "bound": "exact", "order": None,
                     "of": "شخصا", "source": "الوزير", "same_as": None, "part_of": None}],
        "implicit": [],
        "withheld": [],
        "caveats": [],
        "times": [],
        "places": [{**span("دلوان"), "country": "KZ"}],
        "events": [{"id": "e0", "trigger": span("قتلوا"), "type": "ASSAULT", "status": "reported", "actor": None,
                    "target": "12 شخصا", "place": "Dilwan", "date": None, "subtype": None, "same_as": None}],
    }  # fmt: skip


def test_a_record_equal_to_its_gold_is_right_in_every_row() -> None:
    gold = gold_report()
    rows = report_rows(gold, gold)
    assert rows["claims"] == (1, 1, 1)
    assert all(count.right == count.predicted == count.gold for count in rows.values())


def test_a_missing_record_counts_as_an_empty_one() -> None:
    scored = score_lines("reports", [gold_report()], {})
    assert scored.missing == 1
    assert summed(scored.reports)["claims"] == (0, 0, 1)
    assert summed(scored.reports)["speaker"] == (0, 0, 0), "fields are asked among matched claims only"


def test_a_wrong_speaker_keeps_the_claim_and_loses_its_speaker() -> None:
    gold, read = gold_report(), gold_report()
    read["claims"][0]["speaker_name"] = "السفير"  # type: ignore[index]
    rows = report_rows(gold, read)
    assert (rows["claims"].right, rows["claims+who"].right, rows["speaker"].right) == (1, 0, 0)


def test_another_bound_costs_the_figure_and_not_the_number() -> None:
    gold, read = gold_report(), gold_report()
    read["figures"][0]["bound"] = "at_least"  # type: ignore[index]
    rows = report_rows(gold, read)
    assert (rows["figures"].right, rows["figures=n"].right) == (0, 1)


def test_an_event_may_stand_on_another_trigger_of_the_same_paragraph_only() -> None:
    gold, read = gold_report(), gold_report()
    read["events"][0]["trigger"] = span("شخصا")  # type: ignore[index]
    assert report_rows(gold, read)["events"].right == 1
    read["events"][0]["trigger"] = span("الهدوء")  # type: ignore[index]
    assert report_rows(gold, read)["events"].right == 0


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("وزارة الداخلية الكازاخية", "وزارة الداخليّة الكازاخيه", True),
        ("وزارة الداخلية الكازاخية", "وزارة الداخلية الروسية", False),
        ("سليم الراوي", "وزير الصحة سليم الراوي", True),
        ("الراوي", "مدير مكتب رئيس هيئة شؤون الطفولة الراوي", False),
        ("?", None, True),
        ("?", "الوزير", False),
        ("أحمد", "احمد", True),
    ],
)
def test_names(one: str | None, other: str | None, same: bool) -> None:
    assert same_name(one, other) is same
    assert same_name(other, one) is same


def test_pairs_are_one_to_one_and_the_best_come_first() -> None:
    assert jaccard((0, 10), (5, 10)) == 0.5
    assert jaccard((0, 5), (5, 10)) == 0.0
    assert pair([(0, 10), (0, 4)], [(0, 10), (0, 5)], jaccard) == [(0, 0), (1, 1)]
    assert pair(["a"], ["a", "a"], lambda a, b: float(a == b)) == [(0, 0)], "among equals the first"


def test_links_count_between_matched_items_only() -> None:
    gold = [{"id": "a", "same_as": None}, {"id": "b", "same_as": "a"}, {"id": "c", "same_as": "b"}]
    read = [{"id": "x", "same_as": None}, {"id": "y", "same_as": "x"}, {"id": "z", "same_as": None}]
    every = [(0, 0), (1, 1), (2, 2)]
    assert same_links(gold, read, every, "row") == {"row": (1, 1, 3)}, "a third told as the second is told as the first"
    assert same_links(gold, read, every[:2], "row") == {"row": (1, 1, 1)}
    assert same_links([{"id": "a"}], read, every[:1], "row") == {}, "gold that annotates no links asks for none"
    parts = [{"id": "a"}, {"id": "b", "part_of": "a"}]
    turned = [{"id": "x", "part_of": "y"}, {"id": "y"}]
    assert directed_links(parts, turned, every[:2], "part_of", "row") == {"row": (0, 1, 1)}


def test_a_caveat_of_several_items_counts_once() -> None:
    caveat = {"kind": "provisional", "span": {"start": 3, "end": 8, "text": "أولية"}}
    record = {"figures": [{"caveats": [caveat]}, {"caveats": [caveat]}], "claims": [], "caveats": [caveat]}
    assert [c["start"] for c in all_caveats(record)] == [3, 3], "once beside its items, once for the report"


def test_gsr_asks_for_a_reported_event_of_the_type() -> None:
    line = {"event_type": "PROTEST", "label": "yes", "dup_conflict": False}
    assert gsr_rows(line, {"events": [{"type": "PROTEST", "status": "reported"}]}) == {"PROTEST": (1, 1, 1)}
    assert gsr_rows(line, {"events": [{"type": "PROTEST", "status": "planned"}]}) == {"PROTEST": (0, 0, 1)}
    assert gsr_rows({**line, "label": "difficult no"}, {"events": [{"type": "PROTEST"}]}) == {"PROTEST": (0, 1, 0)}
    assert gsr_rows({**line, "label": "ambiguous"}, {}) == {}


def test_time_and_place_lists() -> None:
    date = {
        "start": 0,
        "end_char": 5,
        "kind": "date",
        "value": "2022-01-07",
        "begin": "2022-01-07",
        "end": "2022-01-07",
    }
    hour = {"start": 2, "end": 9, "value": "2022-01-07T14:00"}
    assert time_list_rows(date, {"times": [hour]}) == {"dates": (1, 1, 1)}
    assert time_list_rows({**date, "negative": True}, {"times": [hour]}) == {"traps": (0, 1, 1)}
    number = {"start": 0, "end_char": 5, "kind": "number", "value": {"lo": [20, True], "mod": "vague"}}
    assert time_list_rows(number, {"numbers": [{"start": 0, "end": 5, "order": 10}]}) == {"numbers": (1, 1, 1)}
    assert time_list_rows({**number, "value": 7}, {"numbers": [{"start": 0, "end": 1, "value": 7}]})["numbers"].right
    assert time_list_rows({**number, "kind": "duration"}, {}) == {}
    name = {"start": 0, "end": 4, "country": "KZ"}
    assert place_list_rows(name, {"places": [{"start": 1, "end": 4, "country": "RU"}]}) == {
        "found": (1, 1, 1),
        "country": (0, 1, 1),
    }


def test_attributions_in_pieces() -> None:
    text = 'He said that "all is calm," the mayor added, and left.'
    start = text.index('"all')
    gold = {
        "text": text,
        "attributions": [{"content": [[start, start + 13]], "source": [[0, 2]]}, {"content": [], "source": []}],
    }
    claim = {"content": {"start": 8, "end": start + 13}, "speaker": {"start": 0, "end": 2}}
    rows = polnear_rows(gold, {"claims": [claim]})
    assert rows["claims"] == rows["claims+who"] == (1, 1, 1)
    assert (rows["quoted R"], rows["unquoted R"]) == ((1, 1, 1), (0, 0, 0))
    assert polnear_rows({**gold, "double": True}, {}) == {}


def test_counts() -> None:
    count = Count(2, 4, 8)
    assert (count.precision, count.recall, round(count.f1, 4)) == (0.5, 0.25, 0.3333)
    assert Count(0, 0, 0).f1 == 0.0
    reports = [{"claims": Count(1, 1, 1)}, {"claims": Count(0, 1, 1), "via": Count(1, 1, 1)}]
    assert summed(reports) == {"claims": (1, 2, 2), "via": (1, 1, 1)}
    low, high = intervals(reports)["claims"]
    assert low < 0.5 < high
    assert "via" in ACCURACY_ROWS


def test_the_kind_is_told_by_the_fields() -> None:
    assert kind_of(gold_report()) == "reports"
    assert kind_of({"id": 1, "text": "", "start": 0, "end": 1, "country": "KZ"}) == "places"
    assert kind_of({"id": 1}) is None


def test_files_that_are_no_gold_are_refused_with_the_place(tmp_path: Path) -> None:
    file = tmp_path / "gold.jsonl"
    for content, told in (("", "no gold"), ("{}\nx", "line 2"), ("[]", "no JSON object"), ('{"id": 1}', "its kind")):
        file.write_text(content, encoding="utf-8")
        with pytest.raises(NotGold, match=told):
            load_gold(file)
    with pytest.raises(NotGold, match="lacks event_type"):
        score_lines("gsr", [gold_report()], {})
    file.write_text('{"id": "r1"}', encoding="utf-8")
    with pytest.raises(NotGold, match="no document"):
        load_records(file)
