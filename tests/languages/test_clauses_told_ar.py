"""Where a clause that somebody says begins and ends: behind "also", behind a verb in the present, over an "and that"."""

from __future__ import annotations

import pytest

import khabar

_BEFORE = "وقال المحافظ سالم النوري إن السد سليم.\n\n"


def told(text: str) -> list[str]:
    """What is said behind a first sentence in which the mayor spoke."""
    report = khabar.read(_BEFORE + text)
    return [claim.content.text for claim in report.claims if claim.content.start >= len(_BEFORE)]


CLAUSES = {
    # "Also" behind the speaker leaves the clause to the verb; "just as that" does not.
    "وقال المحافظ أيضا إن الشرطة أغلقت الجسر.": ["الشرطة أغلقت الجسر"],
    "وأكدت الصحيفة كذلك أن الشرطة أغلقت الجسر.": ["الشرطة أغلقت الجسر"],
    "وأشار التقرير أيضا إلى أن الشرطة أغلقت الجسر.": ["الشرطة أغلقت الجسر"],
    # He says, he adds: no reminder of the outlet.
    "ويضيف أن الشرطة أغلقت الجسر.": ["الشرطة أغلقت الجسر"],
    "ويتابع أن الشرطة أغلقت الجسر.": ["الشرطة أغلقت الجسر"],
    "ويقول إن الشرطة أغلقت الجسر.": ["الشرطة أغلقت الجسر"],
    "يذكر أن الشرطة أغلقت الجسر.": [],
    "ويشار إلى أن الشرطة أغلقت الجسر.": [],
    # A noun spelt like a jussive of the first person is a subject.
    "كما أكد أن اتجاه الحكومة خاطئ.": ["اتجاه الحكومة خاطئ"],
    # Words in marks, and that: one clause.
    'وأكد المحافظ أن "السد سليم ولا خطر منه"، وأن "المياه تتراجع كل يوم".': [
        '"السد سليم ولا خطر منه"، وأن "المياه تتراجع كل يوم"'
    ],
    'وأكد المحافظ أن "السد سليم ولا خطر منه"، وأنه سيزور القرية.': ['"السد سليم ولا خطر منه"، وأنه سيزور القرية'],
    'وأكد المحافظ أن "السد سليم ولا خطر منه"، وأضاف أن المياه تتراجع.': ["السد سليم ولا خطر منه", "المياه تتراجع"],
    'وأكد المحافظ أن "السد سليم ولا خطر منه"، مشيرا إلى أن المياه تتراجع.': ["السد سليم ولا خطر منه", "المياه تتراجع"],
    # What describes a source or its document does not part a verb from its clause.
    "لكن كل المصادر التي تحدثت للصحيفة أكدت أن الحكومة وقعت العقد.": ["الحكومة وقعت العقد"],
    "وموفد الإذاعة إلى المدينة يؤكد أن السوق مغلقة.": ["السوق مغلقة"],
    "وكانت المنظمة أكدت، في تقرير أصدرته، في أواخر آذار، أن الشرطة أغلقت الجسر.": ["الشرطة أغلقت الجسر"],
    "وشدد الوزير، في مقابلة بثت الأحد، على أن الشرطة أغلقت الجسر.": ["الشرطة أغلقت الجسر"],
    "والتقى الوزير، في اجتماع عقد أمس، وفدا قال إن الجسر سليم.": ["الجسر سليم"],
    "واستمع رئيس الأركان إلى تقارير أظهرت أن الجسر سليم.": [],
}


@pytest.mark.parametrize(("text", "contents"), CLAUSES.items())
def test_clauses_begin_and_end(text: str, contents: list[str]) -> None:
    assert told(text) == contents
