"""What is judged, asked or described beside who does so, with no mark between: who speaks, and where the object begins."""

from __future__ import annotations

import pytest

import khabar


@pytest.mark.parametrize(
    ("sentence", "speaker", "content"),
    [
        # An office of two words ends in a definite noun: what stands behind it without article is the object.
        ("وانتقد وزير الداخلية قرار المجلس.", "وزير الداخلية", "قرار المجلس"),
        ("ورفض وزير الداخلية اتهامات النقابة.", "وزير الداخلية", "اتهامات النقابة"),
        # Words, thoughts and plurals that no list knows, behind a full name or an office.
        ("وانتقد المحافظ كلام النائب.", "المحافظ", "كلام النائب"),
        ("وانتقد سالم النوري خطاب النائب.", "سالم النوري", "خطاب النائب"),
        ("وانتقد المحافظ ممارسات الحراس في الميناء.", "المحافظ", "ممارسات الحراس في الميناء"),
        ('وانتقد عضو "الوفاق" سالم النوري كلام النائب.', 'عضو "الوفاق" سالم النوري', "كلام النائب"),
        # A body known by a noun and its adjective takes no second noun.
        ("وانتقد البيت الأبيض التشريع الجديد.", "البيت الأبيض", "التشريع الجديد"),
        ("وأيد الاتحاد الأوروبي التمديد.", "الاتحاد الأوروبي", "التمديد"),
        # A surname governs nothing.
        ("وانتقد النوري البلدية.", "النوري", "البلدية"),
        ("وانتقد سالم النوري البلدية.", "سالم النوري", "البلدية"),
        ("وانتقد غردمانو كندا.", "غردمانو", "كندا"),
        ("ورفض غردنكو الاتهامات.", "غردنكو", "الاتهامات"),
        ("واتهم النوري الشركة ببطء التنفيذ.", "النوري", "بطء التنفيذ"),
        # "By" before words of manner, or of two letters.
        ("وندد النوري بوحشية الميليشيا.", "النوري", "وحشية الميليشيا"),
        ("وأشاد سالم النوري بشجاعة المسعفين.", "سالم النوري", "شجاعة المسعفين"),
        ("ونددت البلدية بشدة بعنف الحراس.", "البلدية", "عنف الحراس"),
        ("وطالب المحافظ الحكومة بسن قانون جديد.", "المحافظ", "سن قانون جديد"),
        ("وطالب النوري الحكومة بضم القرية إلى المدينة.", "النوري", "ضم القرية إلى المدينة"),
        # Described, pointed at.
        ("ووصف الكرملين هذا بأنه خطأ كبير.", "الكرملين", "خطأ كبير"),
        ('ووصف البيت الأبيض هذا بأنه "رد فعل متسرع".', "البيت الأبيض", "رد فعل متسرع"),
        ("ووصفت وزارة الخارجية ذلك بأنه تراجع.", "وزارة الخارجية", "تراجع"),
        # Verbs that are spelt like nouns, behind an office with its adjective, or behind "had".
        ("الرئيس السيلداني رفض المقترح.", "الرئيس السيلداني", "المقترح"),
        ("الناشط السيلداني طالب المجتمع الدولي بالتدخل.", "الناشط السيلداني", "التدخل"),
        ("وكان النوري رفض المقترح.", "النوري", "المقترح"),
        ("وكان المحافظ طالب الحكومة بإلغاء الزيارة.", "المحافظ", "إلغاء الزيارة"),
        ("وكان المحافظ طلب من الحكومة التدخل.", "المحافظ", "التدخل"),
    ],
)
def test_what_is_judged_beside_who_judges(sentence: str, speaker: str, content: str) -> None:
    claims = khabar.read(sentence).claims
    assert [(claim.speaker.text if claim.speaker else None, claim.content.text) for claim in claims] == [
        (speaker, content)
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "كان سبب الأزمة رفض المقترح.",
        "وكان الهدف كشف الحقيقة.",
        "وكان القتيل طالب حقوق بجامعة الشمال.",
        "ورد الحراس بعنف على المتظاهرين.",
        "وصل سالم الراوي وطالب النوري إلى المدينة.",
    ],
)
def test_nobody_speaks(sentence: str) -> None:
    assert not khabar.read(sentence).claims


def test_who_asks_is_not_called_by_his_verb() -> None:
    (claim,) = khabar.read("وطالب النوري الحكومة بفتح السد.").claims
    assert claim.speaker_name == "النوري"


def test_who_judges_ends_before_a_region_of_a_country() -> None:
    (claim,) = khabar.read("دان سالم الأزرقي رئيس إقليم كردستان العراق فجر الأحد قصف القرية.").claims
    assert claim.content.text == "قصف القرية"


@pytest.mark.parametrize(
    ("sentence", "speaker", "content"),
    [
        # A form that is as well a noun or a name, behind the circumstance of its sentence, whom it asks further on.
        ("وفي رسالة إلى المجلس طالب المندوب كندا بالتعويض عن الخسائر.", "المندوب", "التعويض عن الخسائر"),
        (
            "ومن تاراز طالب مسؤول البلدية سالم النوري خلال زيارة للمخيم بفتح السد.",
            "مسؤول البلدية سالم النوري",
            "فتح السد",
        ),
        # A relative clause between commas parts who accuses from whom.
        ("وحمّل النوري، الذي قال إنه خسر بيته، البلدية مسؤولية الحريق.", "النوري", "مسؤولية الحريق"),
        ("واتهم النوري، الذي زار القرية أمس، البلدية بالتقصير.", "النوري", "التقصير"),
        # A report of a site, and one issued by a body.
        ('وكشف تقرير لموقع "الضفاف"، عن أثر الحريق في المدينة.', 'تقرير لموقع "الضفاف"', "أثر الحريق في المدينة"),
        ("وكشف تقرير صادر عن جمعية الضفاف عن خطة سرية.", "تقرير صادر عن جمعية الضفاف", "خطة سرية"),
        # Who would not be named by the words of a participle.
        ("وقال الموظف رافضاً كشف هويته إن الجسر سليم.", "الموظف", "الجسر سليم"),
        # A toll that is affirmed, bodies that are denounced, "by the" before a mark.
        ("وأكد قائد الشرطة سالم النوري حصيلة القتلى.", "قائد الشرطة سالم النوري", "حصيلة القتلى"),
        ("وندد المتظاهرون بالحكومة.", "المتظاهرون", "الحكومة"),
        ("وأشاد المسؤول بالوزارة بالاتفاق.", "المسؤول بالوزارة", "الاتفاق"),
        ('ووصف المحافظ الحادث بالـ"خطير".', "المحافظ", "خطير"),
        # What is held to be something, behind the full name of who holds it.
        ('واعتبر السفير سالم النوري قرار المجلس "غير مبرر".', "السفير سالم النوري", 'قرار المجلس "غير مبرر"'),
        # How and where it was said: for the first time, in a speech addressed to somebody.
        ("وأعلن المحافظ لأول مرة عن بناء جسر جديد.", "المحافظ", "بناء جسر جديد"),
        ('وقال النوري، في خطاب وجهه للسكان: "في غضون ساعة امتلأ الخزان".', "النوري", "في غضون ساعة امتلأ الخزان"),
        ("بدوره، عبّر رئيس البلدية، سالم النوري، عن احترامه للقرار.", "رئيس البلدية", "احترامه للقرار"),
        # The judiciary is spelt like doing away with; deputies take no genitive.
        ("وتوعد قائد الشرطة أمس بالقضاء على اللصوص.", "قائد الشرطة", "القضاء على اللصوص"),
        ("وأيد نواب معارضون الإجراءات الجديدة.", "نواب معارضون", "الإجراءات الجديدة"),
        # A family's name that is spelt like a noun of speech.
        (
            "وأعلن القائم بأعمال البلدية سالم الشعار وفاة 15 مواطناً.",
            "القائم بأعمال البلدية سالم الشعار",
            "وفاة 15 مواطناً",
        ),
        # Words that are spelt like how, how often, "hostile to", a body.
        ("وندد كيري بوحشية الحراس.", "كيري", "وحشية الحراس"),
        ("وأفاد رئيس البلدية باستمرار الأعمال في الجسر.", "رئيس البلدية", "استمرار الأعمال في الجسر"),
        ("وأعرب مناوي عن استيائه من غياب المجلس.", "مناوي", "استيائه من غياب المجلس"),
        ("ورحب المجلس في بيان بمبادرة النواب.", "المجلس", "مبادرة النواب"),
        # A denial "of" something.
        ("ورغم نفي الوزير محمد الظاهر لهذه الاتهامات، استمر العمل.", "الوزير محمد الظاهر", "هذه الاتهامات"),
    ],
)
def test_who_asks_accuses_denies_further_off(sentence: str, speaker: str, content: str) -> None:
    found = [(c.speaker.text if c.speaker else None, c.content.text) for c in khabar.read(sentence).claims]
    assert (speaker, content) in found


def test_what_is_described_by_the_is_no_speaker() -> None:
    (claim,) = khabar.read('ووصف العدوان السيلداني بالـ"عدوان الكبير على المخيم".').claims
    assert claim.speaker is None


def test_a_verb_behind_then_had_is_no_noun() -> None:
    told = khabar.read('وبحسب "الضفاف"، فقد ذكر متحدث باسم الصندوق أن الدفعة سددت.').claims[-1]
    assert (told.speaker and told.speaker.text, told.content.text) == ("متحدث باسم الصندوق", "الدفعة سددت")
