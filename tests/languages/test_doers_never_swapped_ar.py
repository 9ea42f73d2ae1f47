"""Doer and victim by their places in the clause: neither the arms, nor the dead, nor who only tells of it becomes the other."""

from __future__ import annotations

import pytest

from who_to_whom import event_of, parties, roles


@pytest.mark.parametrize(
    ("sentence", "trigger", "doer", "victim"),
    [
        # Behind the phrase that opens the sentence the word is a verb.
        ("إلى ذلك قصف طيران التحالف أمس مواقع للمسلحين في السدر.", "قصف", "طيران التحالف", "مواقع للمسلحين"),
        ("من جهة أخرى قصف الجيش مواقع للمسلحين في السدر.", "قصف", "الجيش", "مواقع للمسلحين"),
        ("وفي وقت سابق قتل مسلحون ثلاثة جنود في السدر.", "قتل", "مسلحون", "ثلاثة جنود"),
        ("وفي بلدة الرمان قتل مسلحون شرطيا.", "قتل", "مسلحون", "شرطيا"),
        ("في الوقت نفسه قصف الجيش بلدة السدر.", "قصف", "الجيش", "بلدة السدر"),
        ("وفي حادث منفصل قتل جندي في السدر.", "قتل", None, "جندي"),
        # In a case of murder, during the shelling of: what is not complete governs the noun.
        ("وفي قصف الجيش للبلدة قتل ثلاثة مدنيين في السدر.", "قصف", "الجيش", "البلدة"),
        ("وخلال عملية قصف البلدة قتل ثلاثة مدنيين في السدر.", "قصف", None, "البلدة"),
    ],
)
def test_a_verb_behind_the_phrase_that_opens_its_sentence(
    sentence: str, trigger: str, doer: str | None, victim: str | None
) -> None:
    assert parties(event_of(sentence, trigger)) == (doer, victim)


@pytest.mark.parametrize(
    ("sentence", "trigger", "doer", "victim"),
    [
        ("طعن شاب بسكين ثلاثة مارة في السدر.", "طعن", "شاب", "ثلاثة مارة"),
        ("دهس رجل بسيارته مارة في السدر.", "دهس", "رجل", "مارة"),
        ("هاجم رجل بفأس مصلين في السدر.", "هاجم", "رجل", "مصلين"),
        ("أصاب مسلح بمسدس شرطيين في السدر.", "أصاب", "مسلح", "شرطيين"),
        ("اقتحم مهاجمون مسلحون ببنادق الموقع في السدر.", "اقتحم", "مهاجمون مسلحون", "الموقع"),
        ("قتل مسلحون يستقلون دراجات نارية ثلاثة جنود في السدر.", "قتل", "مسلحون", "ثلاثة جنود"),
        ("هاجم مسلحون على متن دراجات نارية قرية في السدر.", "هاجم", "مسلحون", "قرية"),
        ("فجر مسلحون عبوة ناسفة في السدر.", "فجر", "مسلحون", None),
        # Bullets are somebody's.
        ("قتل شاب برصاص ثلاثة جنود في السدر.", "قتل", "ثلاثة جنود", "شاب"),
        ("قتل شاب بنيران الشرطة في السدر.", "قتل", "الشرطة", "شاب"),
    ],
)
def test_arms_and_mounts_between_doer_and_victim(
    sentence: str, trigger: str, doer: str | None, victim: str | None
) -> None:
    assert parties(event_of(sentence, trigger)) == (doer, victim)


@pytest.mark.parametrize(
    ("sentence", "trigger", "doer", "victim"),
    [
        ("قتل عشرات من المتظاهرين السلميين في السدر.", "قتل", None, "عشرات من المتظاهرين السلميين"),
        ("قتل الرجال الثلاثة في السدر.", "قتل", None, "الرجال الثلاثة"),
        ("قتل القيادي أبو حمزة و12 من مرافقيه في السدر.", "قتل", None, "القيادي أبو حمزة و12 من مرافقيه"),
        ("اغتال مجهولون القاضي وسائقه في ألماتي.", "اغتال", "مجهولون", "القاضي وسائقه"),
        ("هاجم مسلحو حركة الراية القرية يوم الأحد.", "هاجم", "مسلحو حركة الراية", "القرية"),
        ("اعتقلت الداخلية عشرة في السدر.", "اعتقلت", "الداخلية", "عشرة"),
        ("عين الرئيس وزيرا جديدا للدفاع.", "عين", "الرئيس", None),
    ],
)
def test_what_belongs_to_a_phrase_and_what_does_not(
    sentence: str, trigger: str, doer: str | None, victim: str | None
) -> None:
    assert parties(event_of(sentence, trigger)) == (doer, victim)


@pytest.mark.parametrize(
    ("sentence", "trigger", "doer"),
    [
        # On the side of, out of, between two towns, with what, who only tells of it.
        ("قتل ثلاثة عشر مسلحا وجنديان من جانب الجيش في اشتباكات السدر.", "اشتباكات", None),
        ("تعرض المتظاهرون لاعتداء من جانب الشرطة في السدر.", "اعتداء", "الشرطة"),
        ("تم إيقاف متقاعد من الجيش في السدر.", "إيقاف", None),
        ("نفذ الجيش عملية على الطريق بين السدر والرمان.", "عملية", "الجيش"),
        ("الشرطة تستخدم خراطيم المياه لتفريق المحتجين.", "تفريق", "الشرطة"),
        ("أكد محافظ السدر تواصل القصف على المدينة.", "القصف", None),
        ("منظمة حقوقية تؤكد اعتقال ثلاثة ناشطين في السدر.", "اعتقال", None),
        ("الشرطة تؤكد اعتقال ثلاثة ناشطين في السدر.", "اعتقال", "الشرطة"),
        # His people are not he.
        ("صهر حسن العتر يطعن شرطيا في السدر.", "يطعن", "صهر حسن العتر"),
        ("أنصار محمد العتر يهاجمون مقر الحزب في السدر.", "يهاجمون", None),
        # Who foils an attack did not try it.
        ("أعلن الجيش إحباط محاولة انقلاب قادها ضباط في السدر.", "إحباط", "ضباط"),
        ("أعلنت الحكومة إحباط محاولة انقلاب في السدر.", "إحباط", None),
    ],
)
def test_who_did_not_do_it(sentence: str, trigger: str, doer: str | None) -> None:
    assert roles(sentence, trigger)[0] == doer


@pytest.mark.parametrize(
    ("sentence", "trigger", "doer"),
    [
        ("شن الجيش عملية في السدر أدت إلى اعتقال خمسة.", "اعتقال", "الجيش"),
        ("أسفرت مداهمات للشرطة عن اعتقال عشرة أشخاص في السدر.", "اعتقال", "الشرطة"),
        ("داهمت الشرطة منزلا في السدر، وأسفرت العملية عن توقيف ثلاثة.", "توقيف", "الشرطة"),
        ("فرقت الشرطة مظاهرة في السدر، ما أسفر عن اعتقال خمسة.", "اعتقال", "الشرطة"),
        ("تنفذ قوات الأمن منذ مساء أمس حملة دهم في السدر.", "حملة", "قوات الأمن"),
        ("قتل ثلاثة شبان برصاص الشرطة خلال مواجهات في السدر.", "مواجهات", "الشرطة"),
        ("نصب مسلحون كمينا لدورية للجيش قرب السدر.", "كمينا", "مسلحون"),
        # In a fight either side may have taken them; a raid is not the snipers'.
        ("اندلعت اشتباكات بين الجيش والمسلحين في السدر أسفرت عن اعتقال خمسة.", "اعتقال", None),
        ("قتل خمسة برصاص قناصة بعد غارة على السدر.", "غارة", None),
    ],
)
def test_who_carried_out_what_led_to_it(sentence: str, trigger: str, doer: str | None) -> None:
    assert roles(sentence, trigger)[0] == doer
