"""Statements that reports print as they came: whoever opens them says what stands up to the closing formula."""

import khabar

_OPENS = (
    "صرّح المتحدث باسم وزارة الداخلية السيلدانية بأنه إلحاقاً لما سبق إعلانه بشأن انفجار مستودع الحبوب في ألماتي، "
    "أسفر الانفجار عن إصابة 31 شخصاً."
)
_RUNS = (
    "وقد نتج الانفجار عن عبوة ناسفة زرعت ليلاً.\n"
    "أولاً: نتج عن الانفجار مقتل أربعة عمال وحارسين.\n"
    "ثانياً: ما زال تسعة مصابين في المستشفى."
)
_CLOSES = "ووزارة الداخلية إذ تعلن ذلك لتؤكد أن يد العدالة ستطال كل من شارك فيه."


def _sources(text: str) -> dict[str, str | None]:
    return {figure.text: figure.source for figure in khabar.read(text, published="2022-01-07").figures}


def test_what_stands_between_opening_and_close_is_the_statement() -> None:
    report = khabar.read(f"{_OPENS}\n{_RUNS}\n{_CLOSES}", published="2022-01-07")
    opening = report.claims[0]
    assert opening.content.text.startswith("إلحاقاً لما سبق")
    assert opening.content.text.endswith("في المستشفى")
    assert "الداخلية" in opening.speaker_name
    assert report.figures
    assert all(figure.source == opening.speaker_name for figure in report.figures)


def test_without_the_close_the_outlet_tells() -> None:
    sources = _sources(f"{_OPENS}\n{_RUNS}\nوعاد السكان إلى بيوتهم.")
    assert sources["أربعة"] is None


def test_the_close_of_another_body_closes_nothing() -> None:
    other = "وهيئة الأرصاد إذ تعلن ذلك لتدعو الجميع إلى الحذر."
    assert _sources(f"{_OPENS}\n{_RUNS}\n{other}")["أربعة"] is None


def test_a_reason_is_no_close() -> None:
    reason = "وأغلقت الوزارة الطريق إذ أعلنت الشرطة أن الجسر قد ينهار."
    assert _sources(f"{_OPENS}\n{_RUNS}\n{reason}")["أربعة"] is None


def test_others_in_between_speak_for_themselves() -> None:
    doctor = "وقال الطبيب حمدان الساعي إن سبعة جرحى غادروا المستشفى."
    sources = _sources(f"{_OPENS}\n{_RUNS}\n{doctor}\n{_CLOSES}")
    assert sources["سبعة"] == "حمدان الساعي"
    assert sources["أربعة"] is not None
