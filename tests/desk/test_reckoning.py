"""The basis of a time in words: every form that the record writes is said in both languages."""

from __future__ import annotations

import re

import pytest

import khabar
from khabar.desk.telling import basis_words
from khabar.desk.wording import messages, ui_languages

REPORT = (
    "أمس الخميس قال الوالي إن الحظر يبدأ يوم الجمعة. وفي 3 مايو 2019 حُلّ المجلس وعاد في اليوم التالي. وقبل ثلاثة أشهر، "
    "وفي الشهر الماضي، ومطلع العام، وفي رمضان المقبل، وفي 5 يناير، وفي عيد الفصح، وخلال الأسبوع المقبل، "
    "وعطلة نهاية الأسبوع الماضي، وفي الصيف الماضي انقطع الماء."
)


def test_every_basis_of_a_report_is_said_in_arabic() -> None:
    found = {time.basis for time in khabar.read(REPORT, published="2022-01-07").times if time.basis}
    assert len(found) > 7
    told = {basis: basis_words(basis, messages("ar")) for basis in found}
    assert not {basis: words for basis, words in told.items() if re.search("[a-z]", words)}


@pytest.mark.parametrize(
    ("basis", "arabic", "english"),
    [
        ("as written", "كما كُتب", "as written"),
        ("day -1 from 2024-04-13", "يوم واحد قبل 2024-04-13", "1 day before 2024-04-13"),
        ("month -2 from 2024-04-13", "شهران قبل 2024-04-13", "2 months before 2024-04-13"),
        ("week +11 from 2024-04-13", "11 أسبوعاً بعد 2024-04-13", "11 weeks after 2024-04-13"),
        (
            "weekday written beside day of 2023-03-26; weekday_mismatch",
            "يحسمه اسم اليوم المكتوب معه: يوم 2023-03-26؛ اسم اليوم لا يوافقه",
            "the weekday beside it decides: the day of 2023-03-26; the weekday does not fit",
        ),
        ("by the stars", "by the stars", "by the stars"),
    ],
)
def test_a_basis_in_words(basis: str, arabic: str, english: str) -> None:
    assert basis_words(basis, messages("ar")) == arabic
    assert basis_words(basis, messages("en")) == english


@pytest.mark.parametrize("ui", ui_languages())
def test_units_can_be_counted(ui: str) -> None:
    assert set(messages(ui).tables["reckoning_unit"]) <= set(messages(ui).tables["counted"])
