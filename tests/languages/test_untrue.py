"""Acts that somebody says were not done: forces did not do them, or what is told of them is untrue."""

from __future__ import annotations

import pytest

import khabar


def statuses(sentence: str) -> dict[str, str]:
    """Trigger → status of the events of a sentence."""
    return {event.trigger.text: event.status for event in khabar.read(sentence, published="2022-01-06").events}


@pytest.mark.parametrize(
    ("sentence", "trigger"),
    [
        ("قال المتحدث إن القوات لم تقصف المستشفى في الميسرة.", "تقصف"),
        ("قال الناطق: «لم تقصف قواتنا السوق».", "تقصف"),
        ("قال الناطق إن مقاتلي الحركة لم يهاجموا المخيم.", "يهاجموا"),
        ("أكدت قيادة الجيش أن جنودها لم يعذبوا أي معتقل.", "يعذبوا"),
        ("قال الجيش إن قواته لم تقتل أي مدني.", "تقتل"),
        ("قالت الوزارة إن القوات لم تنسحب من المعبر.", "تنسحب"),
        ("قالت الوزارة إنه لا صحة لما يتردد عن إطلاق النار على السجناء.", "إطلاق"),
        ("قال المدير إن ما تردد عن قصف المستشفى عار عن الصحة.", "قصف"),
        ("وصف البيان ما تردد عن قصف المخبز بأنه عارٍ عن الصحة.", "قصف"),
        ("قال الوزير إن الأنباء المتداولة عن انسحاب الجيش من الميسرة لا صحة لها.", "انسحاب"),
        ("قال الناطق إن الاتهامات بقصف السوق لا أساس لها.", "قصف"),
        ("قال الناطق إن أنباء قصف السوق كاذبة.", "قصف"),
        ("نفت القوات إحراق أي قرية قرب الميسرة.", "إحراق"),
        ("The spokesman said the coalition did not bomb the market.", "bomb"),
        ("The army said reports that it had shelled the hospital were false.", "shelled"),
        ("There is no truth to reports that troops opened fire on the crowd, the army said.", "opened fire"),
        ("The army dismissed reports of shelling in Sarmin as baseless.", "shelling"),
    ],
)
def test_what_is_said_to_be_untrue_is_denied(sentence: str, trigger: str) -> None:
    assert statuses(sentence)[trigger] == "denied"


@pytest.mark.parametrize(
    "sentence",
    [
        "قال الوزير إن القانون لم يستهدف الشبان.",
        "لم يقتل أحد في الهجوم على الثكنة.",
        "لم تهاجم الصحيفة الوزير.",
        "قال مسؤول في وزارة الصحة إن تقارير عن قصف المستشفى وصلته.",
        "تحدث الوزير عن قصف المستشفى وقال إن الوزارة لا تملك أساساً للتحقيق.",
        "وصف مسؤول في الصحة قصف المستشفى يوم الخميس بأنه جريمة.",
        "The report on the attack said the false alarm came later.",
        "The army said the reports of an attack on the market were accurate, not false.",
        "The report did not target the minister.",
    ],
)
def test_other_denials_deny_no_act(sentence: str) -> None:
    assert "denied" not in statuses(sentence).values()
