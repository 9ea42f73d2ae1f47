"""Figures of whole reports: sources, repetitions, parts told in other sentences, times that frame a count."""

from __future__ import annotations

import pytest

from khabar import read
from khabar.reading.figures.periods import ends_before
from khabar.record import Figure


def figures(text: str) -> list[Figure]:
    """The figures of a report, read as of Friday, 7 January 2022."""
    return read(text, published="2022-01-07").figures


def test_ids_are_made_of_offsets_and_spans_slice_exactly() -> None:
    text = "مقتل 5 أشخاص في انفجار\n\nقُتل خمسة أشخاص، الخميس، في انفجار ببلدة عين الرمان."
    found = figures(text)
    assert [f.id for f in found] == [f"f{f.start}-{f.end}" for f in found]
    for figure in found:
        assert text[figure.start : figure.end] == figure.text
        assert figure.of is not None
        assert text[figure.of.start : figure.of.end] == figure.of.text


def test_a_figure_told_again_points_at_its_first_telling() -> None:
    first, again = figures("مقتل 5 أشخاص في انفجار\n\nقُتل خمسة أشخاص في انفجار هز البلدة.")
    assert first.same_as is None
    assert again.same_as == first.id


def test_another_measure_or_other_people_are_not_the_same() -> None:
    found = figures("قُتل 5 جنود في الكمين. وأصيب 5 جنود. وقُتل 5 أطفال في القصف.")
    assert [f.same_as for f in found] == [None, None, None]


def test_a_vague_and_an_exact_telling_of_one_count_are_the_same() -> None:
    first, again = figures("سقط عشرات القتلى في الاحتجاجات. وخلفت الاحتجاجات 46 قتيلاً.")
    assert first.bound == "vague"
    assert again.same_as == first.id


def test_the_source_is_the_speaker_of_the_claim_that_holds_the_figure() -> None:
    text = "قُتل 3 أشخاص في الهجوم. وقال وزير الصحة سالم النوري إن 7 أشخاص أصيبوا."
    own, told = figures(text)
    assert (own.source, own.claim) == (None, None)
    assert told.source == "سالم النوري"
    claim = next(c for c in read(text, published="2022-01-07").claims if c.id == told.claim)
    assert claim.content.start <= told.start < told.end <= claim.content.end


def test_counts_that_make_up_a_total_are_its_parts() -> None:
    total, one, other = figures("مقتل 34 شخصاً في المعارك\n\nقُتل 25 مقاتلاً في الهجوم. كما قُتل 9 جنود عند الجسر.")
    assert (one.part_of, other.part_of) == (total.id, total.id)
    assert total.part_of is None


def test_since_when_a_count_runs() -> None:
    (one,) = figures("قُتل 120 شخصاً منذ 2 كانون الثاني/يناير.")
    assert one.since == "2022-01-02"
    assert one.count_kind == "total"


def test_the_same_report_gives_the_same_figures() -> None:
    text = "أعلنت الشرطة مقتل 3 مسلحين واعتقال 12 مشتبهاً به. وأصيب ضابط."
    assert figures(text) == figures(text)


@pytest.mark.parametrize(
    ("text", "number", "since", "as_of"),
    [
        ("اعتقلت شرطة طلبا 340 ناشطاً منذ يناير، مقابل 210 في الفترة ذاتها من 2021.", "210", "2021-01-01", "2021-06-18"),
        ("قال المجلس إن 15 راعياً قتلوا منذ صباح السبت، فيما قتل 40 آخرون الشهر الماضي.", "40", None, None),
        ("قال المجلس إن 15 راعياً قتلوا منذ صباح السبت، فيما قتل 40 آخرون الشهر الماضي.", "15", "2024-06-15TMO", None),
    ],
)
def test_the_time_right_behind_counted_people_is_their_own(
    text: str, number: str, since: str | None, as_of: str | None
) -> None:
    (figure,) = [one for one in read(text, published="2024-06-18").figures if one.text == number]
    assert (figure.since, figure.as_of) == (since, as_of)


@pytest.mark.parametrize(
    ("one", "other", "before"),
    [
        ("2023-01-01/2023-06-18", "2024-01", True),
        ("2024-05", "2024-05-12", False),
        ("2024-05", "2024-06-01", True),
        ("2024-W24", "2024-12-01", False),
        ("2024-06-15", "2024-06-15", False),
    ],
)
def test_a_time_ends_before_another_begins(one: str, other: str, before: bool) -> None:
    assert ends_before(one, other) is before


@pytest.mark.parametrize(
    ("text", "since", "as_of"),
    [
        ("قُتل 300 شخص منذ اندلاع الحرب في البلاد في مارس 2011.", "2011-03", None),
        ("تأوي البلدة نحو 900 لاجئ منذ بدء القتال الدائر هناك في 3 مايو 2014.", "2014-05-03", None),
        ("قُتل 300 شخص منذ الهجوم، وأصيب خمسة في أبريل 2015.", None, None),
        ("والهجوم هو الأعنف في البلاد منذ تفجير السوق في مارس 2019 الذي أوقع 52 قتيلاً.", None, None),
        ("وارتفعت حصيلة القتلى، اليوم الجمعة، إلى 16 قتيلاً.", None, "2022-01-07"),
        ("ووصل عدد اللاجئين في تاراز إلى 900 لاجئ في فبراير الماضي.", None, "2021-02"),
        ('قالت الوزارة الجمعة إنها "صفّتهم"، وارتفعت حصيلة القتلى إلى 16 عنصراً.', None, None),
        ("ارتفعت حصيلة القتلى إلى ستة بعدما عُثر على فتاة فُقدت الخميس.", None, None),
    ],
)
def test_a_total_runs_since_what_began_and_stands_at_its_own_day_alone(
    text: str, since: str | None, as_of: str | None
) -> None:
    first = figures(text)[0]
    assert (first.since, first.as_of) == (since, as_of)
