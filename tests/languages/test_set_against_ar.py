"""Where one speaker's words end and another's, or the outlet's, begin; and the names of sources that several forms mean."""

from __future__ import annotations

import pytest

import khabar

ENDS = {
    "وأفاد مصدر بأن خمسة سياح كانوا في الفندق، إلا أن مصدراً آخر قال إنهم ستة.": "خمسة سياح كانوا في الفندق",
    "وقال الوزير إن الجسر مغلق، لكن الشرطة أكدت أنه مفتوح.": "الجسر مغلق",
    "وقال الوزير إن الجسر مغلق، في حين ذكر شهود أنه مفتوح.": "الجسر مغلق",
    "وقال الوزير إن الجسر مغلق، لكن النفق مفتوح.": "الجسر مغلق، لكن النفق مفتوح",
    "وقال المصدر إن القوات طوقت السوق، وتقع بلدة السدر على بعد نحو 12 كيلومتراً من النهر.": "القوات طوقت السوق",
    "ووصف الوزير ما حدث بأنه كارثة.": "كارثة",
}


@pytest.mark.parametrize("text", ENDS)
def test_words_end_where_another_is_set_against_them_or_the_outlet_explains(text: str) -> None:
    assert khabar.read(text).claims[0].content.text == ENDS[text]


NAMES = {
    "وقال مصدر عسكري محلي إن الطريق مغلق. وأضاف هذا المصدر العسكري أن الجسر مدمر.": "مصدر عسكري محلي",
    "وقال ضابط كبير إن الطريق مغلق. وأضاف هذا الضابط أن الجسر مدمر.": "ضابط كبير",
    "وقال الوزير إن الطريق مغلق. وقال مراسلنا إن الجسر مدمر.": "مراسلنا",
    "ووصف الوزير ما حدث بأنه كارثة.": "الوزير",
    "وقال زعيم الحزب المقرب من المزارعين في السدر سامي هادي إن الطريق مغلق.": "سامي هادي",
    "وقال مصدر مقرب من سامي هادي إن الطريق مغلق.": "مصدر مقرب من سامي هادي",
}


@pytest.mark.parametrize("text", NAMES)
def test_this_source_is_the_source_named_before(text: str) -> None:
    assert khabar.read(text).claims[-1].speaker_name == NAMES[text]
