"""Numbers without a people noun, which the words around them make a count of people."""

from __future__ import annotations

from msgspec.structs import replace

from khabar.grammar import Match, Pattern, behind, either, maybe, not_ahead, one_of, rule, run, seq, unit
from khabar.languages.ar.figures.counts import (
    NOT_PEOPLE,
    Count,
    are_of_things,
    begins_with_and,
    counted,
    may_be_persons,
)

NUMBER = unit("NUMBER")["number"]
NOT_OTHER = not_ahead(
    seq(maybe(one_of("quote", "bracket_close")), one_of(*NOT_PEOPLE, but=("+and", "+bi", "+li", "+pron")))
)
# A day may stand right behind what a toll was (it was forty on Wednesday).
_NO_THING = not_ahead(one_of(*(kind for kind in NOT_PEOPLE if kind != "TIME"), but=("+and", "+bi", "+li", "+pron")))
_PLAIN = unit(but=("mark", "FINITE", "prep", "TIME", "comp", "bi_comp", "rel", "+and", *NOT_PEOPLE))
_OF_PERSONS = frozenset(("killed", "arrested", "abducted", "released", "neutralised"))
_TWO, _KIND = 2, 3


def _then(*between: Pattern) -> Pattern:
    """What may stand between a measure word and its number: quotation marks or a bracket, the words given."""
    return seq(run(one_of("quote", "bracket_open"), 0, 2), *between, run(one_of("quote", "bracket_open"), 0, 1))


# A number in digits that the words behind it spell out, as ministries write: (15) fifteen.
_IN_DIGITS = maybe(seq(run(unit("bracket_open"), 0, 1), unit("NUMBER")["digits"], run(unit("bracket_close"), 0, 1)))


@rule(
    seq(
        unit("STRONG"), maybe(unit("TIME")), _then(maybe(one_of("ala", "an", "bi_free"))), _IN_DIGITS, NUMBER, NOT_OTHER
    ),
    takes="""
    نتج عن الحادث مقتل (15) خمسة عشر وإصابة (33).
        text: خمسة عشر
        measure: killed
        low: 15
    أدى الانفجار إلى مقتل 18، وإصابة 748.
        text: 748
        measure: injured
    أعلن الجيش "تصفية" 26 "مدسوساً" قرب الحدود.
        text: 26
        measure: killed
    قُتل ثلاثة وجُرح سبعة في إطلاق نار.
        text: سبعة
        measure: injured
        low: 7
    أدى القصف إلى مقتل (12) وإصابة (33).
        text: 12
        measure: killed
    """,
    refuses="""
    أعلنت الشرطة ضبط 3 آلاف حبة مخدرة.
    استمر اعتقال الناشط 3 أيام.
    توفي عام 1982 في المنفى.
    أدى البرد إلى نفوق وقتل 30 رأساً من الماشية.
    قالت الوكالة إن البلاد فقدت الخمس من دباباتها في المعركة.
    """,
)
def number_behind_a_measure_word(m: Match) -> Count | None:
    """Behind "the killing of" a bare number counts people, whatever unknown noun follows.

    What is hit, saved or lost may be a thing as well: there the unknown noun must have the plural of persons.
    """
    digits = m.parts.get("digits")
    if m.units[m.parts["number"][0]]["NUMBER"].value == 1:
        return None  # one rescue
    for unit_ in m.units[m.last : m.last + _KIND]:
        if "animals" in unit_.signature:
            return None  # thirty head of cattle
    if digits and m.units[digits[0]]["NUMBER"].value != m.units[m.parts["number"][0]]["NUMBER"].value:
        return None
    if are_of_things(m.units, m.last):
        return None
    words = [unit for unit in m.whole if "MEASURE" in unit and "seizure" not in unit]
    sure = any(reading.measure in _OF_PERSONS for unit in words for reading in unit["MEASURE"])
    return counted(m, 4, "alone") if sure or may_be_persons(m.units, m.last) else None


@rule(
    seq(one_of("among", "namely"), maybe(unit("quote")), NUMBER, NOT_OTHER),
    takes="""
    أصيب 40 شخصاً بينهم 15 إصاباتهم خطيرة.
        text: 15
        measure: injured
        count_kind: subset
    قُتل 30 مقاتلاً، منهم 12 سقطوا عند الجسر.
        text: 12
        measure: killed
        count_kind: subset
    """,
    refuses="""
    دمر القصف 12 منزلاً، بينها 3 مدارس.
    زار الوفد 12 دولة بينها 3 في أفريقيا.
    """,
)
def number_behind_among(m: Match) -> Count | None:
    """A part of the people counted before needs no noun of its own (among them fifteen)."""
    return counted(m, 3, "alone")


@rule(
    seq(unit("MEASURE", "MEASURE_VERB"), maybe(one_of("prep_pron", "TIME")), NUMBER, NOT_OTHER),
    takes="""
    خرجت مظاهرة حاشدة شارك فيها الآلاف.
        text: الآلاف
        measure: protesters
        order: 1000
    تظاهر أمس المئات في العاصمة.
        text: المئات
        measure: protesters
    """,
    refuses="""
    جرت ندوة علمية شارك فيها 12 باحثاً.
    وصل إليها 3 وزراء.
    """,
)
def number_that_takes_part(m: Match) -> Count | None:
    """Those who protest, or join a protest told of before, are people, though no noun says so (thousands took part in it)."""
    vague = m.take("number")[0]["NUMBER"].bound == "vague"
    joins = vague and any(
        reading.measure == "protesters" and (not reading.weak or "prep_pron" in m.units[m.first + 1])
        for reading in m.units[m.first]["MEASURE"]
    )
    return replace(found, fate="protesters") if joins and (found := counted(m, 4, "alone")) else None


@rule(
    seq(NUMBER, unit("of_them")),
    takes="""
    قُتل 12 جندياً، خمسة منهم ضباط.
        text: خمسة
        measure: killed
        count_kind: subset
    أصيب تسعة أشخاص، ثلاثة منهم في حالة حرجة.
        text: ثلاثة
        measure: injured
        count_kind: subset
    """,
    refuses="""
    زار الوفد 12 دولة، ثلاث منها في أفريقيا.
    """,
)
def number_of_them(m: Match) -> Count | None:
    """The people were counted before, and of them so many (five of them)."""
    return counted(m, 3, "alone")


@rule(
    seq(NUMBER, unit("fi"), unit("tally"), unit("people")),
    takes="""
    سجل أربعة في عداد المفقودين بعد الفيضان.
        text: أربعة
        measure: missing
    ما زال سبعة في عداد المفقودين.
        text: سبعة
        measure: missing
    """,
    refuses="""
    سجل الفريق أربعة في مرمى خصمه.
    """,
)
def number_in_a_tally(m: Match) -> Count | None:
    """The list in which somebody is counted says what befell them (four are among the missing)."""
    return counted(m, 4, "alone")


@rule(
    seq(NUMBER, run(_PLAIN, 0, 4, short=True), maybe(unit("quote")), unit("FATE_VERB", "MEASURE", but=("+and",))),
    takes="""
    قال الحلف إن ثمانية مقاولين محليين قُتلوا في الهجوم.
        text: ثمانية
        measure: killed
    ذكرت البلدية أن سبعة أُصيبوا عند الجسر.
        text: سبعة
        measure: injured
    """,
    refuses="""
    قال إن ثلاث سنوات مرت على من قُتلوا.
    زار ثلاثة خبراء القرية، وقُتلوا في الطريق.
    """,
)
def number_with_a_plural_predicate(m: Match) -> Count | None:
    """A plural verb of being killed or hurt behind an unknown noun says that it counts people; a dual form beside another
    number than two is a noun in the accusative (twenty-five gatherings).
    """
    dual = all(slot[2:] in ("md", "fd") for slot in m.units[m.last - 1].get("verb") or ())
    value = m.take("number")[0]["NUMBER"].value
    return None if dual and value != _TWO else counted(m, 5, "alone")


@rule(
    seq(
        behind(one_of("people", "NUMBER")),
        maybe(unit("of_them")),
        run(unit(but=("stop", "FINITE", "comp", "bi_comp", "NUMBER", "MEASURE", "prep_pron")), 0, 5, short=True),
        maybe(unit("and_free")),
        either(seq(behind(unit("and_free")), unit("NUMBER")), unit("NUMBER", "+and", but=("+al",)))["number"],
        NOT_OTHER,
    ),
    takes="""
    خلف التفجير خمسة قتلى من الحراس وستة منتظرين.
        text: ستة
        measure: killed
    قُتل 4 جنود و3 متعاونين معهم.
        text: 3
        measure: killed
    """,
    refuses="""
    التقى 5 وزراء و3 مبعوثين.
    قُتل 4 جنود ودُمرت 3 مبان.
    """,
)
def number_in_a_list_of_people(m: Match) -> Count | None:
    """A member of a list of counted people whose noun no list knows."""
    at = m.parts["number"][0]
    listed = begins_with_and(m.units, at) and "+al" not in m.units[at] and may_be_persons(m.units, m.last)
    return counted(m, 6, "alone") if listed else None


@rule(
    seq(
        NUMBER,
        unit("min"),
        maybe(unit("quote")),
        one_of("army_body", "security_body", "armed", "organisation", but=("+and", "media", "weapon", "vehicle")),
    ),
    takes="""
    قالت المصادر إن 30 من ميليشيا الجبل قُتلوا في المواجهات.
        text: 30
        measure: killed
    ذكرت الوكالة أن 12 من ميليشيا السهل أصيبوا بجروح.
        text: 12
        measure: injured
    """,
    refuses="""
    تسلم الوفد 30 من وثائق الحكومة.
    قالت الوكالة إن الفصيل فقد الخمس من دباباته قرب السد.
    """,
)
def number_of_a_force(m: Match) -> Count | None:
    """The members of a force are counted by its name alone (thirty of the militia), not what it drives (five of its tanks)."""
    return counted(m, 4, "alone")


@rule(
    seq(NUMBER, unit("among_prep"), unit("people"), unit("people", "+and")),
    takes="""
    خلف الغرق العشرات بين قتيل ومفقود.
        text: العشرات
        measure: casualties
    سقط 40 بين قتيل وجريح في الانفجار.
        text: 40
        measure: casualties
    """,
    refuses="""
    تنقل 40 بين الضباط.
    """,
)
def number_between_dead_and_wounded(m: Match) -> Count | None:
    """Dead, wounded and missing in one number, which no word divides."""
    return counted(m, 1, "alone")


@rule(
    seq(unit("kana"), NUMBER, _NO_THING),
    takes="""
    ارتفعت حصيلة القتلى إلى 52 بعد أن كانت 40 يوم الأربعاء.
        text: 40
        measure: killed
    بلغ عدد المصابين 300، بعدما كان 250.
        text: 250
        measure: injured
    تراجع عدد المعتقلين إلى 30 بعد أن كانوا 45.
        text: 45
        measure: arrested
    """,
    refuses="""
    ارتفع سعر الخبز إلى 50 بعد أن كان 40.
    قتل 12 شخصاً بعد أن كانت 3 سيارات قد توقفت.
    ارتفعت نسبة القتلى إلى 30 في المئة بعد أن كانت 20 في المئة.
    قال إن القتلى كانوا 40.
    """,
)
def number_it_was_before(m: Match) -> Count | None:
    """What a toll was before it rose or fell stands behind "after it was", without a noun."""
    before = [unit.signature for unit in m.units[max(0, m.first - 2) : m.first]]
    after = bool(before) and ("afterwards" in before[-1] or ("comp" in before[-1] and "afterwards" in before[0]))
    return counted(m, 4, "alone") if after else None
