"""Arabic places in one sentence: which words are a place, where its name begins and ends, what stands for it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import khabar
from khabar.languages import load
from khabar.languages.ar.places.finding import find_places
from khabar.languages.drafts import PlaceDraft
from khabar.text.page import page


def drafts(text: str) -> list[PlaceDraft]:
    """The place drafts of all sentences of a text, in order."""
    cut = page(text, "ar")
    return [f.value for s in cut.sentences for f in find_places(load("ar").units(cut, *s))]


def strong(text: str) -> list[str]:
    """The words of every draft that needs no help from the report."""
    return [text[slice(*d.span)] for d in drafts(text) if d.evidence not in ("weak", "doubtful", "framed")]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("وصل الوفد إلى بغداد", ["بغداد"]),
        ("عاد الوفد بالطائرة من الرياض وبغداد", ["الرياض", "بغداد"]),
        ("سافر الوفد لبغداد ثم للرياض", ["بغداد", "لرياض"]),
        ("فبغداد لم ترد ولا بالرياض رد أحد", ["بغداد", "الرياض"]),
        (
            "زار الوفد الولايات المتحدة وجمهورية الكونغو الديمقراطية",
            ["الولايات المتحدة", "جمهورية الكونغو الديمقراطية"],
        ),
        ("هبطت الطائرة في ألما-آتا", ["ألما-آتا"]),
        ("فاض نهر دجلة قرب محافظة نينوى", ["دجلة", "نينوى"]),
        ("قصف الجيش قطاع غزة", ["قطاع غزة"]),
        ("أغلق معبر رفح", ["معبر رفح"]),
        ("هاجم مسلحون قرية وازنكارا أمس", ["وازنكارا"]),
        ("قالت السلطات في تونس إن الحدود مغلقة", ["تونس"]),
        ("استقبل رئيس كازاخستان حاكم تكساس", ["كازاخستان", "تكساس"]),
        ("طالبت واشنطن موسكو بالانسحاب", ["واشنطن", "موسكو"]),
    ],
)
def test_spans(text: str, places: list[str]) -> None:
    assert strong(text) == places


@pytest.mark.parametrize(
    "text",
    [
        "أعلنت الحكومة السورية عفواً عاماً",
        "ذكرت مصادر سورية أن العفو قريب",
        "افتتحت جامعة القاهرة مختبراً جديداً",
        "نشرت صحيفة واشنطن بوست الوثيقة",
        "فاز فريق الكويت بالمباراة",
        "كتب الرئيس جورج واشنطن رسالته",
        "اجتمع المجلس يوم السبت في شهر مايو",
        "عقد الوزراء اجتماعاً في مدينة كبيرة",
        "صدر بيان عن المجلس بعد الحادث",
        "وفي 27 فبراير (شباط 2007) عاد السكان",  # a bracket as in a dateline, and nothing before its first word
    ],
)
def test_no_place(text: str) -> None:
    assert strong(text) == []


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("انفجر لغم شمال الموصل", "north_of"),
        ("انفجر لغم جنوبي مدينة الموصل", "south_of"),
        ("انفجر لغم شمال غربي الموصل", "northwest_of"),
        ("انفجر لغم بالقرب من الموصل", "near"),
        ("انفجر لغم قرب بلدة تلكيف", "near"),
        ("انفجر لغم في الموصل", None),
    ],
)
def test_relations(text: str, relation: str | None) -> None:
    assert [d.relation for d in drafts(text)] == [relation]


def test_the_words_beside_a_name_tell_its_country() -> None:
    (town,) = drafts("وقع اشتباك في مدينة زنجبار اليمنية")
    assert (town.hint, town.typed, town.kind) == ("YE", True, "settlement")
    assert {place.country for place in town.candidates} >= {"YE", "TZ"}


def test_a_row_shares_its_type_word() -> None:
    row = drafts("شمل القرار محافظات حماة وحمص وإدلب")
    assert [d.kind for d in row] == ["admin1"] * 3


def test_a_sentence_tells_the_countries_it_names() -> None:
    (only,) = drafts("قال مسؤول تركي إن الوفد الروسي وصل إلى حلب")
    assert only.nearby == ("TR", "RU")


@given(
    st.text(alphabet="بلدة قرية مدينة في إلى شمال حلب لبنان وادي النيل،-«»() مطار أل و\u0640\u064b\u200f", max_size=60)
)
def test_any_text_gives_spans_inside_it(text: str) -> None:
    for found in drafts(text):
        start, end = found.span
        assert 0 <= start < end <= len(text)
        assert text[start:end].strip() == text[start:end]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قصف الجيش السوق في تل الصنوبر.", "تل الصنوبر"),
        ("دخلت القافلة إلى كفر سوسن أمس.", "كفر سوسن"),
        ("قصف الجيش سوق تل كرسوم.", "تل كرسوم"),
        ("اختبأ المقاتلون في تل مرتفع.", None),
        ("سقط الطفل في بئر ماء.", None),
        ("وقع الرجل في كفر صريح.", None),
    ],
)
def test_a_village_that_no_list_knows_begins_with_hill_hamlet_or_ruin(text: str, name: str | None) -> None:
    found = [place.name for place in khabar.read(text, published="2022-01-07").places]
    assert found == ([name] if name else [])


def test_a_valley_is_not_the_far_town_whose_name_it_ends_in() -> None:
    (place,) = khabar.read("قتل ثلاثة في وادي السدر.", published="2022-01-07").places
    assert (place.name, place.country) == ("وادي السدر", None)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("أصيب شرطي بطلق في الصدر", []),
        ("انفجرت سيارة في مدينة الصدر", ["مدينة الصدر"]),
        ("قُتل جندي بعبوة محلية الصنع", []),
        ("سكان أحياء الطبقة العاملة", []),
        ("قصف الجيش مدينة الطبقة", ["الطبقة"]),
        ("دعا الحزب إلى مقاطعة المنتجات", []),
    ],
)
def test_the_chest_what_is_made_at_home_and_a_class_are_no_places(text: str, names: list[str]) -> None:
    assert strong(text) == names
