"""Through whom words came: a copy of a statement, a reporter, a station, a talk on the air behind another occasion."""

from __future__ import annotations

import pytest

import khabar

RELAYED = [
    ("وذكرت خلية الإعلام في بيان تلقته وكالة الضفاف أن الهجوم فشل.", ["وكالة الضفاف"]),
    ('وقالت الوزارة في بيان حصلت "الضفاف" على نسخة منه إن الجسر أغلق.', ["الضفاف"]),
    ("وقالت الوزارة في بيان وصل وكالة الضفاف نسخة منه إن الجسر أغلق.", ["وكالة الضفاف"]),
    ("وقالت الوزارة في بيان تلقت الضفاف نسخة منه إن الجسر أغلق.", ["الضفاف"]),
    ("وقال الوزير في بيان اطلعت عليه قناة الضفاف إن الجسر أغلق.", ["قناة الضفاف"]),
    ('وذكرت وكالة "الضفاف" عن مراسلها في السدر أن رجالاً اقتحموا القاعة.', ["مراسلها"]),
    ('وصرح الوزير سالم النوري، في إذاعة الضفاف: "لن نتراجع".', ["إذاعة الضفاف"]),
    ('قائلاً في أول ظهور له، في حوار مع قناة "الضفاف": "نشكر الجميع".', ['قناة "الضفاف"']),
    # A bill that the ministry got, and a reporter in office: nobody passes words on.
    ("وقالت الوزارة في بيان تلقت فيه تهاني إن الجسر أغلق.", []),
    ("وقال سالم النوري المراسل في إذاعة الضفاف إن الجسر أغلق.", []),
]


@pytest.mark.parametrize(("text", "names"), RELAYED)
def test_who_passed_it_on(text: str, names: list[str]) -> None:
    claim = khabar.read("قال المحافظ إن السد سليم، " + text if text.startswith("قائلا") else text).claims[-1]
    assert [via.name for via in claim.via] == names
