"""Copies of one origin: found however they were re-edited, counted once, and the same in any order of adding."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

import khabar
from any_text import TEXTS
from khabar.cli import main
from khabar.desk.cases import CaseError, carried, copies, count_origins, related, verify_case
from khabar.ledger import Found, Hand, keep, open_case, open_or_create
from khabar.ledger.copies import catch_up, shared_runs, text_of
from khabar.ledger.copies.signatures import signature

WIRE = (
    "المرسى (برزخ برس) - قالت وزارة الداخلية في بيان إن ستة وعشرين شخصا قتلوا في انفجار هز السوق المركزية "
    "بمدينة المرسى صباح الخميس. "
    "وأضاف البيان أن فرق الإطفاء سيطرت على الحريق بعد أربع ساعات وأن أسبابه لا تزال مجهولة حتى الآن. "
    "ونقل الجرحى إلى مستشفيين في المدينة بينما طلبت البلدية من السكان الابتعاد عن محيط السوق إلى حين انتهاء أعمال الإنقاذ."
)
FLOOD = (
    "أعلنت سلطات إقليم وادي النخيل إجلاء ثلاثة آلاف أسرة من القرى المنخفضة بعد أن تجاوز منسوب النهر حد الخطر ليل الأربعاء. "
    "وأوضح محافظ الإقليم أن المدارس ستبقى مغلقة حتى نهاية الأسبوع وأن الجيش أرسل زوارق إلى القرى التي انقطعت عنها الطرق."
)
TALKS = (
    "يصل مبعوث الأمم المتحدة إلى العاصمة يوم السبت لبحث تثبيت وقف إطلاق النار بين الحكومة والفصائل الشمالية التي رفضت المبادرة. "
    "وقالت المتحدثة باسمه إن الزيارة ستستمر يومين وإنه سيلتقي وجهاء القبائل قبل أن يقدم تقريره إلى مجلس الأمن مطلع الشهر."
)
OTHER = (
    "افتتحت في متحف المدينة القديمة قاعة جديدة للمخطوطات تضم مئة قطعة نادرة جمعها باحثون خلال عشرين عاما من العمل المتواصل. "
    "وذكر مدير المتحف أن الزوار سيتمكنون من تصفح نسخ رقمية منها وأن الدخول سيكون مجانيا طوال الشهر الأول."
)
ENGLISH = (
    "MARSA (Reuters) - At least 14 miners were trapped underground on Friday after a gallery collapsed near the town of Old Ford, "
    "the regional governor told reporters. Rescue teams had reached the second level by nightfall "
    "but were held back by rising water. "
    "The company that runs the pit said it would not comment before all families had been told."
)
FOOTER = "اشتركوا في نشرتنا البريدية اليومية ليصلكم موجز الأخبار وأهم التحليلات كل صباح قبل السابعة، وتابعونا على مواقع التواصل."


def edited(text: str) -> str:
    """As another desk prints it: another spelling, a word less, a sentence of its own before."""
    return "علم مراسلنا من مصادره تفاصيل جديدة.\n" + text.replace("إن ", "أن ").replace("صباح ", "فجر ").replace(
        "ة ", "ه "
    )


def taking(path: Path, *texts: tuple[str, str, str | None]) -> dict[str, int]:
    """A case of texts, each with outlet and day; the number of each text."""
    report = khabar.read("قتل خمسة.")
    numbers = {}
    connection = open_or_create(path)
    for number, (text, outlet, day) in enumerate(texts):
        found = Found("test", f"{number}", text.encode(), text, "v", outlet=outlet, published=day)
        numbers[text] = keep(connection, Hand("Salma", "here"), found, report).document
    catch_up(connection)
    connection.close()
    return numbers


def told(path: Path) -> tuple[set[tuple[frozenset[str], frozenset[str]]], int]:
    """The groups of a case by their texts, and how many origins there are."""
    found = copies(path)
    with open_case(path) as connection:
        texts = dict(connection.execute("SELECT id, text FROM documents"))
    groups = set()
    for origin in found.origins:
        held, holders = (
            frozenset(texts[p.document] for p in origin.documents if p.holds is holds) for holds in (False, True)
        )
        groups.add((held, holders))
    return groups, found.count


def test_a_report_that_was_edited_is_a_copy_and_what_is_shared_stands_where_it_says(tmp_path: Path) -> None:
    case = tmp_path / "c.khabar"
    other = edited(WIRE)
    numbers = taking(
        case, (other, "صدى", "2022-01-07"), (WIRE, "رويترز", "2022-01-06T09:00+02:00"), (OTHER, "نور", "2022-01-06")
    )
    (origin,) = copies(case).origins
    assert {p.document for p in origin.documents} == {numbers[WIRE], numbers[other]}
    assert origin.first == (numbers[WIRE],)
    assert {agency for p in origin.documents for agency in p.agencies} == {"Reuters"}
    (link,) = origin.links
    texts = {numbers[text]: text for text in (WIRE, other)}
    assert min(link.of_one, link.of_other) > 0.6
    for passage in link.passages:
        assert texts[link.one][passage.start : passage.end] == passage.text
        taken = texts[link.other][passage.other_start : passage.other_end]
        assert shared_runs(text_of(passage.text).keys, text_of(taken).keys)
    assert sum(len(text_of(p.text).keys) for p in link.passages) >= link.words
    assert count_origins(case) == (3, 2, 0)


def test_english_copy_is_found_too(tmp_path: Path) -> None:
    case = tmp_path / "c.khabar"
    taking(
        case,
        (ENGLISH, "Reuters", "2022-01-06"),
        (f"OLD FORD.\n{ENGLISH.replace('on Friday ', '')}", "The Ford Post", "2022-01-06"),
    )
    (origin,) = copies(case).origins
    assert len(origin.first) == 2
    assert origin.documents[0].agencies == ("Reuters",)


def test_a_short_note_inside_a_long_article_is_one_origin_with_it(tmp_path: Path) -> None:
    case = tmp_path / "c.khabar"
    long = f"{OTHER}\n{OTHER.replace('متحف', 'مسرح')}\n{FLOOD}\n{WIRE}"
    taking(case, (long, "صدى", "2022-01-06"), (WIRE, "نور", "2022-01-06"))
    assert told(case) == ({(frozenset({long, WIRE}), frozenset())}, 1)


@pytest.mark.parametrize("own", ["", f"{OTHER} {ENGLISH} {OTHER.replace('متحف', 'مسرح').replace('مئة', 'ألف')} " * 3])
def test_a_collection_brings_no_origin_of_its_own_and_makes_one_of_none(tmp_path: Path, own: str) -> None:
    case = tmp_path / "c.khabar"
    roundup = f"{own}\nأبرز أخبار اليوم.\n{WIRE}\n{FLOOD}\n{TALKS}"
    taking(case, *((text, f"o{n}", "2022-01-06") for n, text in enumerate((WIRE, FLOOD, TALKS, roundup, edited(WIRE)))))
    groups, count = told(case)
    held = frozenset({roundup})
    assert groups == {(frozenset({WIRE, edited(WIRE)}), held), (frozenset({FLOOD}), held), (frozenset({TALKS}), held)}
    assert count == 3 + bool(own)


def test_frames_link_nothing(tmp_path: Path) -> None:
    case = tmp_path / "c.khabar"
    notes = [f"قال شاهد رقم {n} إن الطريق {n * 7} مغلق. {FOOTER}" for n in range(12)]
    taking(case, *((note, "صدى", "2022-01-06") for note in notes), (f"{OTHER}\n{FOOTER}", "صدى", "2022-01-06"))
    assert told(case) == (set(), 13)
    assert not related(case, 1)


def test_what_is_printed_day_after_day_links_nothing(tmp_path: Path) -> None:
    case = tmp_path / "c.khabar"
    weather = (
        "توقعت مصلحة الأرصاد طقسا حارا نهارا ومعتدلا ليلا مع رياح شمالية خفيفة على السواحل والجزر. الحرارة {} درجة."
    )
    taking(case, *((weather.format(30 + n), f"o{n}", f"2022-01-0{n + 1}") for n in range(6)))
    assert told(case) == (set(), 6)


def test_the_words_of_an_item_are_found_in_other_documents(tmp_path: Path) -> None:
    case = tmp_path / "c.khabar"
    (tmp_path / "a.txt").write_text(WIRE, encoding="utf-8")
    (tmp_path / "b.txt").write_text(edited(WIRE), encoding="utf-8")
    shown = CliRunner().invoke(main, ["add", str(case), str(tmp_path / "a.txt"), str(tmp_path / "b.txt")])
    assert shown.exit_code == 0
    assert "2 documents, 1 origins" in shown.stderr
    (killed,) = (row for row in khabar.open(case).figures(measure="killed") if row["document"] == 1)
    (place,) = carried(case, (1, killed["item"]))
    assert (place.document, place.part) == (2, 1.0)
    assert edited(WIRE)[place.start : place.end] == place.text
    assert text_of(place.text).keys == text_of(killed["words"]).keys
    with pytest.raises(CaseError, match="item_unknown"):
        carried(case, (1, "f0-1"))


def test_the_command_shows_them_in_both_languages_and_as_json(tmp_path: Path) -> None:
    case = tmp_path / "c.khabar"
    taking(case, (WIRE, "رويترز", "2022-01-06"), (edited(WIRE), "صدى", "2022-01-07"), (OTHER, "نور", None))
    for ui in ("ar", "en"):
        shown = CliRunner().invoke(main, ["copies", str(case), "--ui", ui])
        assert (shown.exit_code, "Reuters" in shown.stdout) == (0, True)
    as_json: dict[str, Any] = json.loads(CliRunner().invoke(main, ["copies", str(case), "--json"]).stdout)
    assert (as_json["documents"], as_json["count"], len(as_json["origins"])) == (3, 2, 1)
    shown = CliRunner().invoke(main, ["copies", str(case), "2", "--related"])
    assert "2022" not in shown.stdout
    assert shown.stdout.count("%") == 2
    assert CliRunner().invoke(main, ["copies", str(case), "9"]).exit_code == 2
    assert CliRunner().invoke(main, ["copies", str(case), "x"]).exit_code == 2


def test_the_index_is_derived_checked_and_made_anew(tmp_path: Path) -> None:
    case = tmp_path / "c.khabar"
    taking(case, (WIRE, "رويترز", "2022-01-06"), (edited(WIRE), "صدى", "2022-01-07"), (OTHER, "نور", None))
    before = told(case)
    with sqlite3.connect(case) as plain:
        plain.execute("DELETE FROM copy_bands WHERE document = 1")
        plain.execute("UPDATE copy_signatures SET passages = x'00' WHERE document = 2")
    assert {fault.place for fault in verify_case(case).faults} >= {"document 2", "copy_bands"}
    shown = CliRunner().invoke(main, ["verify", str(case)])
    assert (shown.exit_code, "--rebuild" in shown.stderr) == (1, True)
    with pytest.raises(CaseError, match="copies_damaged"):
        copies(case)
    assert copies(case, anew=True).count == before[1]
    assert told(case) == before
    assert not [fault for fault in verify_case(case).faults if fault.reason == "copies_stale"]
    with sqlite3.connect(case) as plain:
        plain.execute("UPDATE copy_state SET method = 'older'")
    assert told(case) == before


POOL = [
    (WIRE, "رويترز", "2022-01-06"), (edited(WIRE), "صدى", "2022-01-06"), (f"{WIRE}\n{FLOOD}", "نور", "2022-01-07"),
    (FLOOD, "صدى", None), (f"{TALKS}\n{FOOTER}", "صدى", "2022-01-06"), (edited(TALKS), "نور", "2022-01-09"),
    *((f"قال شاهد رقم {n} إن الطريق {n * 7} مغلق. {FOOTER}", "صدى", f"2022-01-{n + 1:02}") for n in range(9)),
    (OTHER, "نور", "2022-02-06"), (edited(OTHER), "نور", "2022-01-06"), (WIRE, "نور", "2022-01-08"),
]  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(st.permutations(POOL))
def test_the_order_of_adding_changes_nothing(tmp_path_factory: pytest.TempPathFactory, order: list[Any]) -> None:
    folder = tmp_path_factory.mktemp("order")
    taking(folder / "one.khabar", *POOL)
    taking(folder / "other.khabar", *order)
    assert told(folder / "one.khabar") == told(folder / "other.khabar")


@given(TEXTS, TEXTS)
def test_runs_stand_in_both_texts_and_no_word_in_two(one: str, other: str) -> None:
    first, second = text_of(one + WIRE + other), text_of(other + WIRE)
    runs = shared_runs(first.keys, second.keys)
    assert runs
    for run in runs:
        assert first.keys[run.one : run.one + run.size] == second.keys[run.other : run.other + run.size]
    for places in ([(r.one, r.size) for r in runs], [(r.other, r.size) for r in runs]):
        taken = [at for begin, size in places for at in range(begin, begin + size)]
        assert len(taken) == len(set(taken))


@given(TEXTS)
def test_words_stand_where_they_say(source: str) -> None:
    text = text_of(source)
    assert all(0 <= start < end <= len(source) for start, end in text.spans)
    assert text.spans == sorted(text.spans)
    assert all(first < end for first, end in text.sentences)
    for passage in signature(text):
        assert 0 <= passage.first < passage.end <= len(text.keys)


def test_signatures_are_the_same_on_every_machine() -> None:
    assert signature(text_of("one two three four five six seven"))[0].bands == GOLDEN


GOLDEN = (4898002295400635320, 6907095445719660156, -6107473342028714367, -7343653715572561774)
