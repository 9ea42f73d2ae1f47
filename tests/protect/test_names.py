"""What counts as a name: rather too much than too little.  All people and places are invented."""

from __future__ import annotations

import pytest

from khabar.desk.protect.identifiers import identifiers
from khabar.desk.protect.likely import likely_names
from khabar.desk.protect.spelling import forms_of, key_of_name, name_words


def covered(text: str) -> str:
    """The words of a text that look like names, with a space between."""
    kept = [False] * len(text)
    for found in likely_names(text):
        kept[found.start : found.end] = [True] * (found.end - found.start)
    return " ".join("".join(c if keep else " " for c, keep in zip(text, kept, strict=True)).split())


ARABIC = [
    ("قتل الطفل أمل سعيد (9 أعوام) في القصف.", "أمل سعيد"),
    ("وقال الشاب نور إنه نجا.", "نور"),
    ("اعتقلت الشرطة المواطن يزيد الحلواني أمس.", "يزيد الحلواني"),
    ("وذكرت المواطنة جنى ما حدث.", "جنى"),
    ("قال والد الضحية، أبو خالد، إنه لا يعرف السبب.", "أبو خالد"),
    ("المدعو سيف بن ماهر القصاب متهم بالقتل.", "سيف بن ماهر القصاب"),
    ("وهم: أحمد الأمير، وليد كريم، حسن سالم.", "أحمد الأمير وليد كريم حسن سالم"),
    ("قالت زوجته رشا إنه اختفى.", "رشا"),
    ("ذكر علي حسن أنهم عذبوه.", "علي حسن"),
    ("الطفلة السورية لين (4 سنوات) بين الضحايا.", "لين"),
    ("أوقف الأمن عبد الرحيم الجزماتي.", "عبد الرحيم الجزماتي"),
    ("وأفرجت السلطات عن الأسيرة هبة.", "هبة"),
    ("سلم الجثمان لعبد اللطيف شاكر.", "لعبد اللطيف شاكر"),
    ("شقيقه الأصغر مازن ما زال مفقودا.", "مازن"),
    ("روى الناشط المعروف باسم غيث ما رآه.", "غيث"),
]


@pytest.mark.parametrize(("sentence", "name"), ARABIC)
def test_arabic_names_are_seen(sentence: str, name: str) -> None:
    seen = covered(sentence)
    assert all(word in seen.split() for word in name.split()), seen


def test_a_list_of_victims_is_seen_line_by_line() -> None:
    names = ("ريماس المنصوري", "جميل بن سالم النجار", "أمل", "سمر خليل", "الطفل ورد")
    text = (
        "أسماء الضحايا:\n"
        + "\n".join(f"{number}- {name}" for number, name in enumerate(names, 1))
        + "\nوشيعوا أمس في البلدة كلها."
    )
    seen = covered(text).split()
    for name in names:
        assert set(name.split()) - {"الطفل", "بن"} <= set(seen), name


ENGLISH = [
    ("Witnesses said Layla Qasim, 7, was in the car.", "Layla Qasim"),
    ("Hope Karam told reporters she saw it.", "Hope Karam"),
    ("Police arrested her brother Will on Friday.", "Will"),
    ("Yusuf bin Omar al-Hadidi died in custody.", "Yusuf bin Omar al Hadidi"),
    ("The victims were Rana K., Omar and Abu Zayd.", "Rana K Omar Abu Zayd"),
    ("Detainee SAMI TAHA was moved.", "SAMI TAHA"),
    ("Khalid's father wept.", "Khalid"),
    ("a man named nadim hid in the house", "nadim"),
    ("Жертва Иван Гора умер.", "Иван Гора"),
    ("The body of דוד was found.", "דוד"),
]


@pytest.mark.parametrize(("sentence", "name"), ENGLISH)
def test_names_in_other_letters_are_seen(sentence: str, name: str) -> None:
    seen = covered(sentence).replace("-", " ").replace("'s", "").split()
    assert set(name.split()) <= set(seen), seen


@pytest.mark.parametrize(
    "sentence",
    [
        "قال وزير الداخلية إن 12 شخصا قتلوا في انفجار أمس.",
        "وأعلنت الحكومة حالة الطوارئ في البلاد يوم الجمعة.",
        "The police said that twelve people were killed on Friday.",
        "Gunmen shot at protesters, and the government denied it.",
    ],
)
def test_ordinary_sentences_are_left_alone(sentence: str) -> None:
    assert covered(sentence) == ""


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("اتصلوا على ٠٧٧١٢٣٤٥٦٧٨ الآن", "٠٧٧١٢٣٤٥٦٧٨"),
        ("call +964 771 234 5678 now", "+964 771 234 5678"),
        ("رقم الهوية 19801234567 عندهم", "19801234567"),
        ("passport A1234567 was taken", "A1234567"),
        ("write to layla.q@post.example today", "layla.q@post.example"),
        ("as @layla_q wrote", "@layla_q"),
        ("وسم #العدالة_لليلى انتشر", "#العدالة_لليلى"),
        ("see https://t.me/layla/12 there", "https://t.me/layla/12"),
        ("near 33.51234, 36.29128 they", "33.51234"),
        ("(23 عاماً) قتل", "23 عاماً"),
        ("عمره 17 سنة", "عمره 17"),
        ("البالغة من العمر ١٤ عاما", "١٤ عاما"),
        ("مواليد 1998 من القرية", "مواليد 1998"),
        ("وهي في الثالثة والعشرين من عمرها", "في الثالثة والعشرين من عمرها"),
        ("a baker, aged 23, died", "aged 23"),
        ("the 7-year-old girl", "7-year-old"),
        ("Layla, 7, was there", "7"),
        ("a six-year-old boy", "six-year-old"),
    ],
)
def test_what_points_at_one_person_is_seen(text: str, hidden: str) -> None:
    at = text.index(hidden)
    assert any(found.start <= at and found.end >= at + len(hidden) for found in identifiers(text))


def test_a_count_of_the_dead_is_no_identifier() -> None:
    for text in ("قتل 12 شخصا وأصيب 340", "more than 3,000 people", "في 7 كانون الثاني 2022", "on 7 January 2022"):
        assert not list(identifiers(text)), text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أحمد الحسن", "احمد الحسن"), ("أحمد بن الحسن", "احمد الحسن"), ("عبد الله", "عبدالله"), ("أبو خالد", "ابوخالد"),
        ("أبي خالد", "أبو خالد"), ("Ahmad al-Hassan", "ahmad hassan"), ("Ahmad El Hassan", "AHMAD HASSAN"),
        ("Yusuf bin Omar", "Yusuf Omar"), ("Abu Zayd", "Abou Zayd"), ("فاطمة", "فاطمه"), ("مُحَمَّد", "محمد"), ("محـــمد", "محمد"),
        ("Zoë", "Zoe"), ("سليم\u200fدرويش", "سليمدرويش"),
    ],
)  # fmt: skip
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert key_of_name(one) == key_of_name(other)


@pytest.mark.parametrize("glued", ["لأحمد", "وأحمد", "بأحمد", "كأحمد", "فأحمد", "ولأحمد", "أحمدا"])
def test_a_name_is_found_behind_what_is_glued_to_it(glued: str) -> None:
    (word,) = name_words(glued)
    assert "احمد" in word.forms


def test_an_article_in_a_preposition_is_found() -> None:
    assert "نجار" in forms_of("للنجار")
    assert "نجار" in forms_of("وللنجار")
