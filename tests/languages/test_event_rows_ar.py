"""The rows of the list of Arabic event words: each is found by a sentence, with its doer inside the phrase, in the past and the
present.

A row that no sentence reaches is worse than none: it looks like knowledge.  Most dead rows had a word in them that another
list reads first (a telephone call is a medium, a checkpoint a place), or a doer between their words.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from event_drafts import drafts
from khabar.languages.ar.forms.verb_table import analyses, lemmas
from khabar.languages.ar.lists.events import event_rows
from khabar.languages.wordlists import alternatives
from khabar.text.fold import fold_word

TOWN = "في بلدة الزيتون"
# What a preposition at the end of a row governs.
GOVERNED = {
    "ب": "بالوزير",
    "ل": "للمسلحين",
    "على": "على خمسة متهمين",
    "من": "من المدينة",
    "عن": "عن خمسة معتقلين",
    "في": "في المدينة",
    "إلى": "إلى المدينة",
    "ضد": "ضد المسلحين",
    "مع": "مع المسلحين",
    "بين": "بين الجيش والمسلحين",
}
DOERS = {
    "ASSAULT": ("المسلحون", "الجيش"),
    "PROTEST": ("العمال",),
    "COERCE": ("القاضي", "المحكمة", "السلطات"),
    "MOBILIZE": ("الجيش", "القوات"),
    "RETREAT": ("الجيش", "القوات"),
    "SANCTION": ("مجلس الأمن", "الرئيس"),
    "AID": ("الصليب الأحمر", "الحكومة", "الجمعية"),
    "CONSULT": ("الوزير", "الرئيس"),
    "AGREE": ("الحكومة", "الوزير"),
    "OFFICE": ("البرلمان", "الرئيس", "الوزير"),
    "DISASTER": ("زلزال", "الفيضان"),
    "ACCIDENT": ("السيارة", "القطار"),
}
VICTIMS = (f"{TOWN} أمس.", f"المتهم بالسجن خمس سنوات {TOWN}.", f"خمسة جنود {TOWN}.")
# Rows whose sense needs company of its own.
OWN = {
    "قضى غرقا": ("قضى خمسة عمال غرقا في النهر.", "يقضي خمسة عمال غرقا في النهر."),
    "تفريق": ("بدأ تفريق المتظاهرين بالغاز أمام البلدية.",),
    "فض": ("فضت الشرطة اعتصام الطلاب.", "تفض الشرطة اعتصام الطلاب.", "حاولت الشرطة فض اعتصام الطلاب."),
    "فرق": ("فرقت الشرطة المتظاهرين.", "تفرق الشرطة المتظاهرين."),
    "رميا بالرصاص": ("أعدموا رميا بالرصاص.",),
    "جلد": ("جلدت الشرطة المتهم علنا.", "تجلد الشرطة المتهم علنا.", "نفذت المحكمة جلد المتهم خمسين جلدة علنا."),
    "إعادة الإعمار": ("تعهدت كازاخستان بالمساهمة في إعادة إعمار ألماتي.",),
    "تطبيع": ("أعلن الوزير تطبيع العلاقات مع الدولة الجارة.",),
    "تسرب": ("أدى تسرب غاز في المصنع إلى مقتل عاملين.",),
    "أغار": ("أغار الطيران على القرية.", "يغير الطيران على القرية."),
    "صادر": ("صادرت الشرطة شاحنة.", "تصادر الشرطة شاحنة."),
    "زود": ("زودت الدولة الجارة المتمردين بأسلحة ثقيلة.", "تزود الدولة الجارة المتمردين بأسلحة ثقيلة."),
    "تزويد": ("اتهم الوالي الحكومة بتزويد المتمردين بصواريخ.",),
    "أحرز تقدما": ("أحرز المسلحون تقدما نحو القرية.",),
    "عبر الحدود": ("عبرت القوات الحدود.", "تعبر القوات الحدود."),
    "تعهد بتقديم": ("تعهدت الدول المانحة بتقديم مساعدات للحكومة.",),
    "استضاف": ("استضافت العاصمة محادثات بين الوفدين.",),
    "قبل": ("قبلت الحكومة الاتفاق.",),
    "ألف الحكومة": (
        "ألّف الوزير الحكومة.",
        "يؤلف الوزير الحكومة.",
    ),
    "أغرق": ("أغرق المسلحون سفينة.",),
    "أسر": ("أسر المسلحون خمسة جنود.", "يأسر المسلحون خمسة جنود."),
    "أضرب": ("يضرب العمال عن العمل.",),
    "جرى نشرها": ("جرى نشر قوات الجيش في القرية.",),
    "جرى نشر": ("جرى نشر قوات الجيش في القرية.",),
    "تبادل رسائل": ("تبادل الرئيسان رسائل.",),
    "أقر": ("رفض الوالي القواعد التي أقرتها الحكومة.", "يرفض الوالي القواعد التي تقرها الحكومة."),
    "أبرم": ("رفض الوالي العقود التي أبرمتها الحكومة.", "يرفض الوالي العقود التي تبرمها الحكومة."),
    "سن": ("رفض الوالي القواعد التي سنتها الحكومة.", "يرفض الوالي القواعد التي تسنها الحكومة."),
    "صدر مرسوم": ("صدر أمس مرسوم بحل الهيئة.", "يصدر اليوم مرسوم بحل الهيئة."),
    "صدر قانون": ("صدر أمس قانون الهيئة.", "يصدر اليوم قانون الهيئة."),
    "غرقه": ("أوقف الحارس الزورق قبل غرقه.",),
    "غرقها": ("أوقف الحارس العبارة قبل غرقها.",),
    "غرقهما": ("أوقف الحارس الزورقين قبل غرقهما قرب الشاطئ.",),
    "تحطمها": ("فقدت الطائرة الاتصال قبل تحطمها.",),
    "تحطمه": ("شوهد القارب قبل تحطمه.",),
    "تحطمهما": ("اشتعلت طائرة وأخرى قبل تحطمهما.",),
    "سمى": ("سمى الرئيس خالد الرملي وزيرا للدفاع.",),
}


def types(text: str) -> set[str]:
    """The types of the events of a text, before the report decides which it tells."""
    return {draft.type for draft in drafts(text)}


def present(verb: str) -> list[str]:
    """The present of a verb."""
    past = fold_word(verb)
    known = [lemmas()[number] for number, _ in analyses(past)]
    return list(dict.fromkeys(now for then, now in known if then == past))


def sentences(row: dict[str, str], wording: str) -> Iterator[list[str]]:
    """Sentences of which one has to be read: of a verb one in the past and one in the present."""
    head, *rest = wording.split()
    if rest:
        rest[-1] = GOVERNED.get(rest[-1], rest[-1])
    doers = DOERS[row["type"]]
    if row["kind"] == "verb":
        for form in ([head], present(head)):
            if form:
                yield [" ".join((verb, doer, *rest, end)) for verb in form for doer in doers for end in VICTIMS]
    elif row["kind"] == "noun":
        act = " ".join((head, *rest))
        yield [
            f"شهدت بلدة الزيتون أمس {act}.",
            f"أعلن الجيش {act} {TOWN}.",
            f"أعلن المتحدث {act} خمسة جنود {TOWN}.",
            f"أعلن الوزير {act} بلدة الزيتون.",
            *(f"جرى {act} {doer} {TOWN}." for doer in doers),
            f"انتهى {act} بين الوزير والرئيس.",
        ]


@pytest.mark.parametrize("kind", ["verb", "noun"])
def test_every_row_is_found_by_a_sentence(kind: str) -> None:
    unread = [
        (row["type"], wording, tried[0])
        for row in event_rows()
        if row["kind"] == kind
        for wording in [row["word"], *alternatives(row["plurals(|)"])]
        for tried in sentences(row, wording)
        if not any(row["type"] in types(text) for text in (*tried, *OWN.get(wording, ())))
    ]
    assert unread == []
