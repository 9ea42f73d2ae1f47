"""What kind of actor each is, and in what role, however the report names it."""

from __future__ import annotations

import pytest

from khabar import read


@pytest.mark.parametrize(
    ("text", "name", "kind", "role"),
    [
        ("ولم تؤكد وزارة الداخلية الرقم.", "وزارة الداخلية", "government", None),
        ("وبحسب بيان للرئاسة، استعيد الهدوء.", "الرئاسة", "government", None),
        ("وأفاد صحافي من وكالة رواق بأن الشرطة انسحبت.", "صحافي من وكالة رواق", "unnamed", None),
        ("وقالت سائقة أجرة في ألماتي إن الطريق مغلق.", "سائقة أجرة في ألماتي", "unnamed", None),
        ("وقالت «حركة حرّاس الوادي» المسلحة إن القوات انسحبت.", "حركة حرّاس الوادي", "group", None),
        (
            "وقال العقيد مروان الزين، المتحدث باسم خفر السواحل، إن القارب غرق.",
            "مروان الزين",
            "person",
            "المتحدث باسم خفر السواحل",
        ),
        ("وقالت المتحدثة باسم الكرملين جين ساكي إن الخبر كاذب.", "جين ساكي", "person", "المتحدثة باسم الكرملين"),
        (
            "وقال الباحث في شؤون آسيا الوسطى منير الزين إن الرقم كاذب.",
            "منير الزين",
            "person",
            "الباحث في شؤون آسيا الوسطى",
        ),
        (
            "وقدّر وزير الداخلية إرلان تورغومباييف الأضرار بنحو مئة مليون.",
            "إرلان تورغومباييف",
            "person",
            "وزير الداخلية",
        ),
    ],
)
def test_kind_and_role(text: str, name: str, kind: str, role: str | None) -> None:
    found = {actor.name: (actor.kind, actor.role) for actor in read(text, published="2022-01-07").actors}
    assert found[name] == (kind, role)


def test_a_name_keeps_its_marks_in_its_mentions() -> None:
    actors = read("وقالت شركة «شيفرون» إن الإنتاج توقف.", published="2022-01-07").actors
    assert [mention.text for actor in actors for mention in actor.mentions] == ["شركة «شيفرون»"]


def test_an_armed_brigade_is_the_brigade() -> None:
    text = "هدد لواء الفجر الأزرق المسلح باقتحام البلدة. وقال لواء الفجر الأزرق إن المهلة انتهت."
    assert len(read(text, published="2022-01-07").actors) == 1


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "وتبنت جماعة الفجر المرتبطة بجبهة الشمال الهجوم. وقالت جماعة الفجر المتشددة إنها ستعود. وهددت جماعة الفجر السكان.",
            ["جماعة الفجر"],
        ),
        ("وقال تحالف «سلام» إن المسيرة ستستمر. وأعلن تحالف «سلام» المناهض للحرب أنه سيعتصم.", ["تحالف «سلام»"]),
        # A ministry, or several groups, may be told from others by whose they are.
        (
            "وقالت وزارة الصحة إن الجرحى كثر. وقالت وزارة الصحة التابعة لحكومة الشمال إن الدواء نفد.",
            ["وزارة الصحة", "وزارة الصحة التابعة لحكومة الشمال"],
        ),
    ],
)
def test_what_a_body_is_tied_to_is_no_part_of_its_name(text: str, names: list[str]) -> None:
    assert [actor.name for actor in read(text, published="2022-01-07").actors] == names


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وقال العقيد مروان الزين، المتحدث باسم خفر السواحل، إن القارب غرق. ورفض المتحدث ذكر رقم محدد.", "مروان الزين"),
        ("ونسب الوزير الهجوم إلى لواء الفجر الأزرق. ولم يصدر عن اللواء أي رد.", "لواء الفجر الأزرق"),
    ],
)
def test_who_kept_silent_has_the_fullest_name(text: str, speaker: str) -> None:
    assert [item.speaker_name for item in read(text, published="2022-01-07").withheld] == [speaker]


def test_a_double_refusal_is_one() -> None:
    text = "ولم تؤكد وزارة الداخلية الرقم ولم تنفه."
    assert [item.text for item in read(text, published="2022-01-07").withheld] == [
        "لم تؤكد وزارة الداخلية الرقم ولم تنفه"
    ]


def test_an_agency_in_the_brackets_of_a_dateline_is_no_person() -> None:
    report = read("تاراز 7-1-2022 (رواق) - قالت الشرطة إن الجسر انهار.", published="2022-01-07")
    assert {a.name: a.kind for a in report.actors}["رواق"] == "organisation"


def test_a_spokesman_who_is_called_by_a_name_is_a_person() -> None:
    report = read("نفى ناطق باسم الحركة يُعرف بأبي سالم أن يكون البيان صادراً عنها.", published="2022-01-07")
    assert [(a.name, a.kind) for a in report.actors] == [("أبي سالم", "person")]
    report = read("نفى مصدر أمني أن يكون البيان صادراً عنها.", published="2022-01-07")
    assert [a.kind for a in report.actors] == ["unnamed"]
