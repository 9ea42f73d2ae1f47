"""Numbers of a toll: behind the toll's "to", before its word, risen from another, next to another it is measured by."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Match, Unit, either, maybe, not_ahead, not_behind, one_of, rule, run, seq, unit
from khabar.languages.ar.figures.alone import NOT_OTHER, NUMBER
from khabar.languages.ar.figures.counts import HARD, Count, counted
from khabar.languages.ar.lists.figure_words import CountedNoun

_FREE = ("stop", "NUMBER", "comp", "bi_comp", "TIME", "rel", "semicolon", "toll")
_WIDE = ("stop", "NUMBER", "comp", "bi_comp", "semicolon", "toll")
_NEAR, _FAR, _LIST = 4, 14, 34  # a list of parts may stand between the two kinds of victims of a toll


# A total may say up to what day, and since when, it holds before its number.
_UNTIL = seq(one_of("until", "since"), unit("TIME"))
# An ordinal before its "to" belongs to what it numbers (the dead of the second collapse rose to).
_NUMBERED = maybe(seq(unit("NUMBER", "+al"), one_of("ila", "reaches")))


def _names_people(units: Sequence[Unit]) -> bool:
    return any("people" in unit or "+pron" in unit for unit in units)


@rule(
    seq(
        unit("toll")["toll"],
        run(either(unit(but=_FREE), unit("NUMBER", "+al"), _UNTIL), 0, 14, short=True),
        maybe(unit("rel")),
        _NUMBERED,
        NUMBER,
        NOT_OTHER,
    ),
    takes="""
    بلغ عدد الجرحى حتى صباح اليوم 54، نصفهم نساء.
        text: 54
        measure: injured
    ارتفع عدد القتلى إلى 37 بعد انتشال جثث جديدة.
        text: 37
        measure: killed
        count_kind: total
    رفعت البلدية عدد القتلى في الانهيار الثاني إلى 40 بدلاً من 38.
        text: 40
        measure: killed
    بلغ عدد الجرحى 120 في يومين.
        text: 120
        measure: injured
    ارتفعت حصيلة ضحايا الفيضانات في الإقليم إلى أكثر من 90.
        measure: killed
        low: 90
        bound: more_than
    قدرت المنظمة عدد المفقودين بما لا يقل عن 35.
        measure: missing
        low: 35
    وارتفعت الحصيلة لاحقاً إلى 37.
        text: 37
        measure: killed
    ارتفع عدد الشهداء منذ بداية العام إلى 212، بينهم 30 طفلاً.
        text: 212
        measure: killed
    """,
    refuses="""
    سقط عدد من القتلى مع دخول الحرب يومها الـ201.
    بلغ عدد الدول المشاركة 37 في المؤتمر.
    ارتفع إجمالي الناتج إلى 37 نقطة.
    """,
)
def number_of_a_toll(m: Match) -> Count | None:
    """A toll names what it counts first and its number last, behind "to" or a verb of reaching."""
    first, number = m.parts["toll"][0], m.parts["number"][0]
    if _names_people(m.units[first : first + _NEAR]):
        return counted(m, 3, "alone")
    return counted(m, 3, "alone") if _is_the_toll(m.units, first, number) else None


def _is_the_toll(units: Sequence[Unit], first: int, number: int) -> bool:
    """Whether a toll told of before rises to a number, or is said to reach it or not to: the toll, or the number of those whose
    fate was told; a total may be of anything.
    """
    if "+al" not in units[first]:
        return False
    if "ila" in units[number - 1]:
        return units[first].view.endswith("\N{ARABIC LETTER HEH}")
    reached = any("reaches" in unit for unit in units[max(0, first - 1) : number])
    return reached or units[number]["NUMBER"].bound in _BOUNDED


_BOUNDED = ("at_most", "less_than", "at_least", "more_than")


@rule(
    seq(unit("toll")["toll"], run(unit(but=_WIDE), 4, 24, short=True), one_of("ila", "reaches"), NUMBER, NOT_OTHER),
    takes="""
    وصل عدد الجنود، الذين قُتلوا منذ السبت الماضي، إلى 345.
        text: 345
        measure: killed
    ارتفع عدد القتلى، الذين سقطوا في القصف على القرية، إلى 90.
        text: 90
        measure: killed
    أعلنت الوزارة أن عدد المسلحين الذين تم القبض عليهم أمس بلغ 220.
        text: 220
        measure: arrested
    """,
    refuses="""
    وصل عدد الزوار، الذين جاؤوا منذ السبت الماضي، إلى قاعة.
    """,
)
def number_behind_an_insertion(m: Match) -> Count | None:
    """A relative clause may part a toll from its number (the number of soldiers, who were killed since, came to)."""
    first = m.parts["toll"][0]
    return counted(m, 5, "alone") if _names_people(m.units[first : first + _NEAR]) else None


@rule(
    seq(unit("min"), unit("NUMBER"), unit("ila"), NUMBER, NOT_OTHER),
    takes="""
    ارتفع عدد الأطفال القتلى من خمسة إلى ستة.
        text: ستة
        measure: killed
    ارتفعت حصيلة القتلى من 12 إلى 15 بعد انتشال جثث جديدة.
        text: 15
        measure: killed
    """,
    refuses="""
    ارتفع سعر الليتر من خمسة إلى ستة.
    """,
)
def number_it_rose_to(m: Match) -> Count | None:
    """A toll that rises names two numbers: what it was and what it is (rose from five to six)."""
    for at in range(m.first - 1, max(-1, m.first - _FAR), -1):
        if "toll" in m.units[at]:
            return counted(m, 3, "alone") if _names_people(m.units[at : at + _NEAR]) else None
        if m.units[at].signature & {"stop", "comp", "bi_comp", "NUMBER"}:
            return None
    return None


@rule(
    seq(
        unit("ila"),
        NUMBER,
        maybe(unit("bound_after")),
        unit("toll"),
        run(unit(but=("mark", "FINITE")), 0, 1, short=True),
        unit("people")["kind"],
    ),
    takes="""
    ارتفع إلى 60 على الأقل عدد القتلى في المعارك.
        text: 60
        measure: killed
    ارتفعت إلى 31 حصيلة القتلى في الانهيار.
        text: 31
        measure: killed
    """,
    refuses="""
    ارتفع إلى 60 عدد الدول المشاركة.
    """,
)
def number_before_its_toll(m: Match) -> Count | None:
    """The number may come first, what it counts behind it (risen to sixty has the number of the dead)."""
    kind: CountedNoun = m.units[m.parts["kind"][0]]["people"]
    found = counted(m, 3, "alone")
    return replace(found, fate=kind.measure) if found is not None and kind.measure is not None else None


@rule(
    seq(
        not_behind(one_of("toll", "min", "prep", "NUMBER", "within")),
        unit("PEOPLE_P", "+al")["noun"],
        maybe(one_of("reaches", "cue_ambiguous")["verb"]),
        NUMBER,
        not_ahead(unit(some=("people", "PEOPLE_P", "PEOPLE_S", "min"))),
        NOT_OTHER,
    ),
    takes="""
    قال النائب إن القتلى تجاوزوا المئتين.
        measure: killed
        low: 200
        bound: more_than
    وأكد المتطوعون أن الجرحى بلغوا 80 حتى المساء.
        measure: injured
        low: 80
    وقالت اللجنة إن المفقودين لا يقلون عن ستين.
        measure: missing
        bound: at_least
    وذكر الأهالي أن القتلى بالعشرات.
        measure: killed
    """,
    refuses="""
    نقل القتلى 30 كيلومتراً.
    عاد النازحون 20 إلى بيوتهم.
    """,
)
def number_of_the_dead(m: Match) -> Count | None:
    """Whoever was killed or hurt may be the subject of the number themselves (the dead have passed two hundred)."""
    noun: CountedNoun = m.units[m.parts["noun"][0]]["people"]
    number = m.units[m.parts["number"][0]]
    reached = "verb" in m.parts or number["NUMBER"].bound in _BOUNDED or "+bi" in number.signature
    return counted(m, 4, "alone") if reached and noun.measure in _BEFELL else None


_BEFELL = HARD | {"arrested", "abducted", "displaced", "casualties"}


@rule(
    seq(unit("PEOPLE_P", "+and", "+al")["noun"], maybe(unit("ila")), NUMBER, NOT_OTHER),
    takes="""
    ارتفعت حصيلة الشهداء إلى 33207 والإصابات إلى 75933.
        text: 75933
        measure: injured
    ارتفع عدد القتلى إلى 12 والجرحى إلى 40.
        text: 40
        measure: injured
    بلغ عدد القتلى 12 والجرحى 40 على الأقل.
        text: 40
        measure: injured
    """,
    refuses="""
    عاد النازحون إلى 5 قرى.
    انتقل القتلى والجرحى إلى 3 مستشفيات.
    """,
)
def next_number_of_a_toll(m: Match) -> Count | None:
    """A toll goes on with its other kinds of victims (and the injured to so many); without "to" behind a number of the first."""
    noun: CountedNoun = m.units[m.first]["people"]
    before = m.units[max(0, m.first - _LIST) : m.first]
    told = next((k for k in range(len(before) - 1, -1, -1) if "toll" in before[k]), None)
    if told is None or noun.measure not in HARD:
        return None
    to = "ila" in m.units[m.first + 1]
    return counted(m, 3) if to or any("NUMBER" in unit for unit in before[told:]) else None


@rule(
    seq(one_of("instead", "total_word"), maybe(one_of("min", "bi_free")), NUMBER, NOT_OTHER),
    takes="""
    خفضت الوزارة حصيلة قتلاها إلى 16 عنصراً بدلاً من 18.
        text: 18
        measure: killed
    نزح من القرى 2000 شخص مقابل 6500 في العام الماضي.
        text: 6500
        measure: displaced
    أُفرج عن 47 أسيراً من أصل 120 في السجن.
        text: 120
        measure: arrested
    """,
    refuses="""
    باع التاجر الكتاب مقابل 18.
    قُتل جندي في هجوم شنه مسلحون مقابل 300 دولار.
    """,
)
def number_it_is_measured_by(m: Match) -> Count | None:
    """An older or another number of the same people (sixteen instead of eighteen), or the number they are out of."""
    return counted(m, 4, "alone")


@rule(
    seq(
        one_of("cue", "change"),
        run(unit(but=("mark", "NUMBER", "comp", "rel")), 0, 3, short=True),
        one_of("ila", "an"),
        NUMBER,
        one_of("stop", "comma", "semicolon"),
    ),
    takes="""
    أعلنت الوزارة أن عدد الموقوفين تجاوز 3800، بعدما كانت قد أشارت صباحاً إلى أكثر من ثلاثة آلاف.
        text: أكثر من ثلاثة آلاف
        measure: arrested
        low: 3000
    تحدثت الوزارة أولاً عن مقتل تسعة أشخاص، قبل أن ترفعها إلى 12.
        text: 12
        measure: killed
    قالت البلدية إن 12 عاملاً قُتلوا، في حين تحدثت النقابة عن 20.
        text: 20
        measure: killed
    """,
    refuses="""
    تحدث الوزير عن 20.
    قال إن الأسعار ارتفعت 12 في المئة، وكان قد أشار إلى 20.
    """,
)
def number_told_otherwise(m: Match) -> Count | None:
    """Another number of the people counted before, told at another time or by another voice, needs no noun (it had spoken
    of three thousand).
    """
    before = m.units[max(0, m.first - _LIST) : m.first]
    told = next((k for k in range(len(before) - 1, -1, -1) if "NUMBER" in before[k]), None)
    if told is None or any("stop" in unit for unit in before[told:]):
        return None
    people = any("people" in unit for unit in before[max(0, told - _NEAR) : told + _NEAR])
    return counted(m, 4, "alone") if people else None
