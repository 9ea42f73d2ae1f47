"""Arabic claims told in a letter or a post, promised, told by one country to another, or said of oneself: who says them."""

from __future__ import annotations

import pytest

from read_claims import said, speakers


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("وجّه السكان رسالة إلى الرئيس طالبوا فيها بفتح الطريق.", ("السكان", "فتح الطريق")),
        ("وجه سامي الرشدان رسالة إلى الرئيس طالب فيها بفتح الطريق.", ("سامي الرشدان", "فتح الطريق")),
        ("وجّه النائب سامي الرشدان رسالة طالب فيها الحكومة بفتح الطريق.", ("سامي الرشدان", "فتح الطريق")),
        ("بعث الرئيس برقية إلى الملك عبر فيها عن تعازيه.", ("الرئيس", "تعازيه")),
        ("نشر الحارس بيانا على الإنترنت قال فيه إن الطريق مغلق.", ("الحارس", "الطريق مغلق")),
        ("وقالت البلدية إن الحارس نشر بيانا على الإنترنت وصف فيه القرار بأنه ظالم.", ("الحارس", "ظالم")),
    ],
)
def test_who_says_in_a_letter_what_he_wrote_to_somebody(text: str, claim: tuple[str, str]) -> None:
    assert said(text)[-1] == claim


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("وعدت الحكومة السكان بفتح الطريق.", "الحكومة"),
        ("ووعدت الحكومة بفتح الطريق.", "الحكومة"),
        ("وكانت الحكومة قد وعدت السكان بفتح الطريق.", "الحكومة"),
        ("وسرعان ما أدان الطلاب القرار.", "الطلاب"),
        ("سرعان ما أعلنت الحكومة أن الطريق فتح.", "الحكومة"),
    ],
)
def test_a_promise_and_what_soon_follows(text: str, who: str) -> None:
    assert speakers(text)[-1] == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("ذكرت صحيفة المرفأ أن كندا أبلغت أستراليا أنها سترد.", "كندا"),
        ("وقال الوزير إن بلاده أبلغت أستراليا بأنها سترد.", "بلاده"),
        ("كندا تبلغ أستراليا أنها سترد.", "كندا"),
        ("أبلغت كندا أستراليا أنها سترد.", "كندا"),
        ("وقالت مصادر إن حركة النور أبلغت كندا أنها ترفض المقترح.", "حركة النور"),
        ("أكد الوزير أنها ترفض المقترح.", "?"),
        ("قال عواد إنهم «قالوا إن الطريق مغلق».", "?"),
    ],
)
def test_who_tells_another_and_who_says_so_of_himself(text: str, who: str) -> None:
    assert speakers(text)[-1] == who


@pytest.mark.parametrize(
    ("office", "name"),
    [
        ("رئيسة الجمعية الكندية لحماية البيئة", "سلمى الرشدان"),
        ("مديرة قسم التوعية في الحملة الكندية من أجل حقوق السكان", "إيمان عابد الرشدان"),
        ("مديرة المركز الكندي للدراسات حول شؤون البحر", "سلمى الرشدان"),
    ],
)
def test_a_name_stands_behind_what_its_office_is_for(office: str, name: str) -> None:
    assert speakers(f"وقالت {office}، {name}، إن الطريق مغلق.") == [name]
