"""Long texts cost as much more as they are longer, and are cut into stretches only where no report is cut."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest

from khabar.reading import About, read_report, stretches
from khabar.reading.mentions import mentions
from khabar.record import Report
from khabar.text.page import page

SAID = (
    "قال وزير الداخلية كريم ساتوف إن {n} شخصا قتلوا في هجوم على بلدة قرب ألماتي يوم الجمعة، بينهم {m} من الشرطة.\n"
    "وأضاف أن {m} جرحى نقلوا إلى المستشفى. وأكدت ناطقة باسم البلدية أن المتظاهرين غادروا الساحة.\n"
)
POST = "انتهى الاعتصام في الساحة\n- كريم ساتوف (@satov) January 7, 2022\n"


def text_of(paragraphs: int) -> str:
    return "".join(SAID.format(n=20 + number % 60, m=3 + number % 7) for number in range(paragraphs))


def read(text: str) -> Report:
    return read_report(text, About(published="2022-01-07"))


def lines(work: Callable[[], object]) -> int:
    """How many lines of code some work runs through, every round of a loop counted."""
    count = 0

    def trace(frame: FrameType, event: str, _: object) -> Callable[[FrameType, str, object], object]:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize(
    ("text", "margin"),
    [
        (text_of, 1.05),
        (lambda size: POST * size, 1.05),
        (lambda size: text_of(size).replace("\n", " "), 1.25),  # all in one paragraph: one stretch
        (lambda size: " ".join(f"قتل {number % 70 + 3} أشخاص." for number in range(4 * size)), 1.25),
    ],
    ids=["paragraphs", "posts", "one paragraph", "figures alone"],
)
def test_four_times_the_text_costs_four_times_the_work(
    text: Callable[[int], str], margin: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stretches, "LONGEST", 1_500)
    few, many = text(12), text(48)
    for _ in range(9):  # what is compiled or remembered at first, or anew after some hundred sentences, is no growth
        read(many)
    few_lines, many_lines = lines(lambda: read(few)), lines(lambda: read(many))
    assert many_lines <= 4 * few_lines * margin, f"{few_lines} lines became {many_lines}"


def test_figures_of_one_report_are_linked_in_time_that_grows_with_them() -> None:
    few, many = (" ".join(f"قتل {number + 3} أشخاص في البلدة." for number in range(size)) for size in (150, 600))
    read(many)
    assert lines(lambda: read(many)) <= 4 * lines(lambda: read(few)) * 1.5


def test_a_report_is_one_stretch_and_handed_back_as_it_is() -> None:
    cut = page(text_of(5))
    (only,) = stretches.stretches(cut, mentions(cut))
    assert only.page is cut
    assert stretches.stretches(page(""), [])[0].found == []


def test_stretches_hold_whole_paragraphs_and_whole_posts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stretches, "LONGEST", 400)
    cut = page((text_of(1) + POST) * 8)
    found = mentions(cut)
    parts = stretches.stretches(cut, found)
    assert len(parts) > 3
    assert tuple(p for part in parts for p in part.page.paragraphs) == cut.paragraphs
    assert tuple(p for part in parts for p in part.page.posts) == cut.posts
    assert [m for part in parts for m in part.found] == found
    for part in parts:
        assert all(part.page.paragraphs[0].first <= p.first < part.page.paragraphs[-1].last for p in part.page.posts)
        assert all(p.last <= part.page.paragraphs[-1].last for p in part.page.posts)


def test_an_actor_is_one_through_all_stretches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stretches, "LONGEST", 400)
    text = text_of(8)
    record = read(text)
    (minister,) = (actor for actor in record.actors if actor.name == "كريم ساتوف")
    assert len(minister.mentions) == 8
    assert {c.actor for c in record.claims if c.speaker_name == minister.name} == {minister.id}
    known = {actor.id for actor in record.actors}
    assert {c.actor for c in record.claims if c.actor} <= known
    assert {p.id for e in record.events for p in (e.actor, e.target) if p and p.id} <= known


def test_a_line_without_end_is_cut_and_loses_no_word() -> None:
    cut = page("كلمة " * 90_000)
    assert len(cut.paragraphs) > 1
    assert [n for p in cut.paragraphs for n in range(p.first, p.last)] == list(range(90_000))
    assert [n for s in cut.sentences for n in range(s.first, s.last)] == list(range(90_000))
    assert max(s.last - s.first for s in cut.sentences) < 3_000
