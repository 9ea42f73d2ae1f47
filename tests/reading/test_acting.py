"""Who goes on speaking behind a sentence in which nobody spoke: whoever acted in it."""

from __future__ import annotations

import pytest

import khabar


def speakers(text: str) -> list[str]:
    """The speaker of every claim, in text order."""
    return [claim.speaker_name for claim in khabar.read(text, published="2022-01-07").claims]


TOLD = "قالت لجنة أهالي وادي السدر إن ثلاثة من أبنائها قتلوا. "

GOES_ON = {
    'ونشرت قناة "الرعد" التابعة للمسلحين مقطعا مصورا. وأضافت: "قتلنا كل من كان هناك".': 'قناة "الرعد" التابعة للمسلحين',
    'صفحة "درع الوادي" على فيسبوك نشرت بيانا تقول فيه إن مقاتليها دخلوا القرية.': 'صفحة "درع الوادي"',
    'وذكرت صفحة "درع الوادي" أن مقاتليها دخلوا القرية.': 'صفحة "درع الوادي"',
    "وزارت وزيرة الصحة القرية. وأكدت أن المستشفى سيبنى.": "وزيرة الصحة",
    "ولم تؤكد المتحدثة باسم الشرطة عدد الضحايا، وأشارت إلى أن التحقيق مستمر.": "المتحدثة باسم الشرطة",
}


@pytest.mark.parametrize("text", GOES_ON)
def test_who_acted_in_the_sentence_before_speaks_rather_than_an_older_speaker(text: str) -> None:
    assert speakers(TOLD + text)[1] == GOES_ON[text]


STAYS = [
    "وتقع القرية شرق النهر. وأضافت أن الطريق مقطوع.",
    "وأحرقت القوات البيوت. وأضافت أن الطريق مقطوع.",
    "ووصل الوزير إلى القرية. وأكدت أن الطريق مقطوع.",
    "وقتلت امرأة في السوق. وأضافت أن الطريق مقطوع.",
]


@pytest.mark.parametrize("text", STAYS)
def test_who_spoke_before_goes_on_where_the_sentence_between_has_no_speaker_for_the_verb(text: str) -> None:
    assert speakers(TOLD + text) == ["لجنة أهالي وادي السدر"] * 2


OF_ANOTHER = {
    "أكدت زوجة الأسير كريم الوادي أن زوجها مضرب عن الطعام.": "زوجة الأسير كريم الوادي",
    "وقالت والدة الشاب سالم النوري إن ابنها خرج لشراء الخبز.": "والدة الشاب سالم النوري",
    "وقال شقيق كريم الوادي إن الجنود أطلقوا النار من قرب.": "شقيق كريم الوادي",
    "وقال شقيقه كريم الوادي إن الجنود أطلقوا النار من قرب.": "كريم الوادي",
    "وقال شيخ قبيلة بني غانم إن القبيلة لن تسلم المتهمين.": "شيخ قبيلة بني غانم",
    "وأكد شيخ عشيرة آل مدرك سالم النوري أن الصلح ممكن.": "سالم النوري",
    'لكن مسؤولاً في وزارة الدفاع، فضل عدم الكشف عن هويته، أبلغ "الخبر اليوم" أن القوات ستنسحب.': "مسؤولاً في وزارة الدفاع",
    "وكان مصدر أمني، طلب عدم ذكر اسمه، أبلغ وكالة الضفاف أن القوات ستنسحب.": "مصدر أمني",
}


@pytest.mark.parametrize("text", OF_ANOTHER)
def test_the_head_of_the_phrase_speaks_not_whoever_it_names_besides(text: str) -> None:
    assert speakers(text) == [OF_ANOTHER[text]]


def test_a_line_that_is_adopted_is_no_claim_of_responsibility() -> None:
    assert speakers("الأحزاب التي تبنت خطا متشددا خسرت الانتخابات.") == []
