"""Which event of a sentence a number is of."""

import pytest

import khabar


@pytest.mark.parametrize(
    ("text", "number", "word"),
    [
        (
            "نفذ مسلحون هجوما على مركز للشرطة في تاراز أوقع قتيلين، في حين يواصل الجيش قصف القرى القريبة.",
            "قتيلين",
            "هجوما",
        ),
        ("أدت اشتباكات في تاراز إلى مقتل 28 شخصا، فيما تواصل طائرات الجيش قصف القرى.", "28", "اشتباكات"),
        ("خطف مسلحون حافلة في تاراز، وأصيب ثلاثة جنود، في هجوم على نقطة للجيش.", "ثلاثة", "هجوم"),
    ],
)
def test_a_number_is_of_the_event_before_it_in_its_clause(text: str, number: str, word: str) -> None:
    report = khabar.read(text, published="2022-01-06")
    events = {event.id: event.trigger.text for event in report.events}
    (figure,) = [one for one in report.figures if one.text == number]
    assert events[figure.event or ""] == word


def test_who_died_before_an_event_is_not_counted_of_it() -> None:
    text = "قالت الوزارة إن 120 شخصا قتلوا منذ بداية العام مقارنة بـ80 قتيلا في الفترة نفسها من العام الماضي."
    this_year, last_year = khabar.read(text, published="2024-06-18").figures
    assert this_year.event is not None
    assert last_year.event is None
