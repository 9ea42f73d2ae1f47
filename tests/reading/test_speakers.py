"""Who speaks, over the sentences of a report: titles, sources, dropped subjects, those who are asked."""

from __future__ import annotations

import pytest

from khabar.reading.report import About, read_report


def speakers(text: str) -> list[str]:
    return [claim.speaker_name for claim in read_report(text, About(published="2022-01-07")).claims]


TWO_MINISTERS = (
    "قال وزير المالية سالم النوري إن اللقاء مفيد. وقال وزير المالية المصري حامد الزين إن السعر عادل. "
    "ورأى معالي وزير المالية أن الحل بعيد."
)
TOLD = [
    ("وقال شاهد عيان يدعى سالم النوري إن الجسر سقط. وأضاف أن الطريق مغلق.", ["سالم النوري"] * 2),
    ("أكدت مصادر ميدانية أن القرية آمنة. وأوضح المصدر أن السكان عادوا.", ["مصادر ميدانية"] * 2),
    (
        "أعلن محافظ تل الزيتون، الخميس، أن السد سليم. وقال سالم النوري للصحافيين إن المياه تتراجع.",
        ["سالم النوري"] * 2,
    ),
    (
        TWO_MINISTERS,
        ["سالم النوري", "حامد الزين", "سالم النوري"],
    ),
    (
        "وقالت النائبة سلمى الراوي إن الطريق مغلق. وقال مزارعون إن الجسر سقط. وأضافت أن المدارس مغلقة.",
        ["سلمى الراوي", "مزارعون", "سلمى الراوي"],
    ),
    ("وقال نائب المحافظ سالم النوري إن السد سليم. ودعا جميع الأطراف إلى الهدوء.", ["سالم النوري"] * 2),
    ("قالت الحكومة إن الحدود مغلقة. وأشارت الحكومة الانتقالية إلى أن المعبر سيفتح.", ["الحكومة"] * 2),
]


@pytest.mark.parametrize(("text", "names"), TOLD)
def test_who_speaks(text: str, names: list[str]) -> None:
    assert speakers(text) == names


def test_another_title_is_another_person() -> None:
    text = "قال وزير الخارجية سالم النوري إن اللقاء مفيد. وقال وزير الداخلية إن الطريق آمن."
    assert speakers(text) == ["سالم النوري", "وزير الداخلية"]


def test_those_who_call_are_not_those_who_are_called_on() -> None:
    text = "وقال المحافظ إن السد سليم. ودعت بلدية تل الزيتون السكان إلى الهدوء."
    assert speakers(text)[1] == "بلدية تل الزيتون"


SAID = [
    ('ووصف النوري مفاوضات "الشمال" بأنها طويلة.', "النوري"),
    ("وأفاد مصدر مقرب من الرئيس سالم النوري بأن الحرس عاد.", "مصدر مقرب من الرئيس سالم النوري"),
    ("وأكدت لـ(رواق) مصادر مطلعة أن البرنامج ناجح.", "مصادر مطلعة"),
    ("وقالت الدكتورة سلمى العامري مديرة مركز البحوث إن الأمر بعيد.", "سلمى العامري"),
    ("ورد المرشد الأعلى بإيران، علي النوري، قائلا إن الحل بعيد.", "علي النوري"),
    ('وقال النوري مخاطبا النواب: "شكرا لكم على كل شيء".', "النوري"),
]


@pytest.mark.parametrize(("text", "name"), SAID)
def test_where_the_speaker_begins_and_ends(text: str, name: str) -> None:
    assert speakers(text)[0] == name


def test_no_agency_in_the_name_of_a_country() -> None:
    text = "لندن، المملكة المتحدة (رواق)-- قال رئيس الوزراء سالم النوري إن الطريق آمن."
    assert [claim.via for claim in read_report(text, About(published="2022-01-07")).claims] == [[]]


CARRIED = [
    ('وقال المحافظ في مقابلة مع قناة رواق: "لن نترك أحداً". وأضاف أن الجسر سليم.', [["قناة رواق"], ["قناة رواق"]]),
    ("وفي بيان بثته قناة رواق قالت الحكومة إن الحدود مغلقة. وأضافت أن المعبر سيفتح.", [["قناة رواق"], []]),
    ("وكتب المحافظ في منشور على موقع التواصل الاجتماعي رواق: السد سليم", [[]]),
]


@pytest.mark.parametrize(("text", "relays"), CARRIED)
def test_a_relay_goes_on_with_its_speaker(text: str, relays: list[list[str]]) -> None:
    claims = read_report(text, About(published="2022-01-07")).claims
    assert [[via.name for via in claim.via] for claim in claims] == relays
