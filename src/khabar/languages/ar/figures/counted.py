"""Numbers beside the noun they count: before it, behind it, with "of" between, and duals that need no number word."""

from __future__ import annotations

from khabar.grammar import Match, either, maybe, not_ahead, not_behind, one_of, rule, run, seq, unit
from khabar.languages.ar.figures.counts import FRACTIONS, NOT_PEOPLE, Count, counted, in_the_noun, is_fraction

_PEOPLE = one_of("PEOPLE_S", "PEOPLE_P", but=("+and", "+bi", "+li", "+ka"))
# Behind a number a noun with a pronoun says something of the counted (fifteen, their injuries grave).
_OWN_PEOPLE = one_of("PEOPLE_S", "PEOPLE_P", "PEOPLE_D", but=("+and", "+bi", "+li", "+ka", "+pron"))
_INSIDE = unit(
    but=(
        "mark",
        "FINITE",
        "NUMBER",
        "TIME",
        "comp",
        "bi_comp",
        "rel",
        "prep",
        "among",
        "MEASURE",
        "PEOPLE_S",
        "PEOPLE_P",
        "PEOPLE_D",
        *NOT_PEOPLE,
    )
)


_ADJECTIVE = unit(
    but=("mark", "FINITE", "NUMBER", "TIME", "prep", "MEASURE", "+and", "+bi", "+li", "period", "day_part")
)


@rule(
    seq(unit("NUMBER")["number"], maybe(one_of("quote", "bracket_close")), _OWN_PEOPLE["noun"]),
    takes="""
    قُتل 14 مدنياً في قصف استهدف سوق بلدة تل الزيتون.
        text: 14
        measure: killed
        low: 14
        of: مدنياً
    أعلنت وزارة الصحة إصابة خمسة عشر عاملاً في انهيار منجم.
        text: خمسة عشر
        measure: injured
        low: 15
    اعتقلت الشرطة أكثر من مئتي متظاهر في ساحة المدينة.
        measure: arrested
        low: 200
        bound: more_than
    سقط عشرات القتلى في المواجهات.
        text: عشرات
        order: 10
        bound: vague
        measure: killed
    نزح 3 آلاف شخص من القرى الحدودية.
        measure: displaced
        low: 3000
    قُتل تسعة صيادين وفُقد أكثر من أربعين آخرين.
        text: أكثر من أربعين
        measure: missing
    لقي اثنان آخران مصرعهما قرب الجسر.
        text: اثنان
        of: آخران
    أصيب 14 ألمانياً في حادث الحافلة.
        text: 14
        measure: injured
        of: ألمانياً
    نُقلت إلى المستشفى جثامين 6 مدنيين.
        text: 6
        measure: killed
        unit: body
    """,
    refuses="""
    شيّع الآلاف جثامين الضحايا.
    شيّع الآلاف جثمان قائدهم.
    قال المكتب إن خمس القتلى من الأطفال.
    يعاني واحد من كل خمسة سكان من الجوع.
    يبلغ القائد من العمر 45 سنة.
    عقد الوزراء 3 اجتماعات في العاصمة.
    قطعت القافلة 20 كيلومتراً في يومين.
    تعرض سامر للاعتقال 12 مرة.
    """,
)
def number_then_people(m: Match) -> Count | None:
    """The default: the number, then the people it counts.  What happened to them is read from the words around.

    "The thousands" stand alone: an indefinite noun behind them is the object of what they do (thousands bore the bodies of).
    """
    number, noun = m.units[m.parts["number"][0]], m.units[m.parts["noun"][0]]
    apart = "+al" in number and number["NUMBER"].bound == "vague" and "PEOPLE_D" not in noun and "+al" not in noun
    return None if apart or (number.view in FRACTIONS and is_fraction(m)) else counted(m, 2)


@rule(
    seq(
        unit("NUMBER")["number"],
        unit("min"),
        not_ahead(unit("age")),
        maybe(unit("quote")),
        run(_INSIDE, 0, 3, short=True),
        _PEOPLE["noun"],
    ),
    takes="""
    قُتل 18 من أفراد الشرطة في كمين قرب الجسر.
        text: 18
        measure: killed
        of: من أفراد الشرطة
    نظم المئات من طلاب الجامعة اعتصاماً، واعتقلت الشرطة أربعة من المشاركين.
        text: أربعة
        measure: arrested
    """,
    refuses="""
    قرأ ثلاثة من الكتب في السجن.
    أغلقت السلطات خمسة من الطرق.
    كانت واحدة من الفرص القليلة أمام المعارضين.
    فقدت البلدة الخمس من سكانها.
    """,
)
def number_of_people(m: Match) -> Count | None:
    """The preposition stands between number and people (eighteen of the members of the police)."""
    return None if m.units[m.first].view in FRACTIONS and is_fraction(m) else counted(m, 2)


@rule(
    seq(
        unit("PEOPLE_P")["noun"],
        maybe(unit("+al", but=("mark", "FINITE", "NUMBER", "TIME", "prep", "PEOPLE_P", "period"))),
        maybe(unit("al_free")),
        unit("NUMBER")["number"],
    ),
    takes="""
    دُفن القتلى الـ164 في مقبرة البلدة.
        text: 164
        measure: killed
    قالت الشرطة إن المهاجمين الأربعة قُتلوا عند مدخل القاعدة.
        text: الأربعة
        measure: killed
        low: 4
    قال مسؤول إن العمال الـ9 الذين كانوا داخل المنجم لقوا حتفهم.
        text: 9
        measure: killed
        of: العمال
    أعلنت الحركة استشهاد أبنائه الثلاثة في الغارة.
        text: الثلاثة
        measure: killed
    عثر المنقذون على جثث القتلى العشرة قرب الجسر.
        text: العشرة
        measure: killed
    """,
    refuses="""
    في الدورة العاشرة قُتل الوزراء في القصة.
    ارتفع عدد الضحايا لليوم الـ94 من الحرب.
    قُتل المسلحون في اليوم الثالث من المعارك.
    """,
)
def people_then_number(m: Match) -> Count | None:
    """The definite people first, their number behind with the article (the four attackers)."""
    before = m.units[m.parts["number"][0] - 1]
    noun = m.units[m.parts["noun"][0]]
    if m.units[m.parts["number"][0]]["NUMBER"].bound == "vague":
        return None  # the forces arrested dozens
    definite = "al_free" in before or (noun.signature & {"+al", "+pron"} and "+al" in m.units[m.parts["number"][0]])
    return counted(m, 1) if definite else None


@rule(
    seq(
        either(unit("PEOPLE_S", but=("+al",)), seq(unit("PEOPLE_S", but=("+al", "measure_word")), _ADJECTIVE))["noun"],
        unit("NUMBER")["number"],
    ),
    takes="""
    سجلت البلدة حالة وفاة واحدة وخمس إصابات.
        text: واحدة
        measure: killed
        low: 1
    نُقل أربعة جرحى وقتيل واحد إلى المستشفى.
        text: واحد
        measure: killed
    قالت الإدارة إن بين المفقودين طفلاً رضيعاً واحداً.
        text: واحداً
        measure: missing
    """,
    refuses="""
    قُتل جندي في يوم واحد من القتال.
    قُتل جندي مساء يوم واحد.
    قُتل خمسة أشخاص من أسرة واحدة.
    قال الرجل إن شخصاً آخر قُتل.
    """,
)
def one_behind_its_noun(m: Match) -> Count | None:
    """The number one stands behind its noun, and behind an adjective of it (one new-born child)."""
    at = m.parts["noun"][0]
    if at and "min" in m.units[at - 1]:
        return None  # five of one family
    return counted(m, 1) if m.units[m.parts["number"][0]]["NUMBER"].value == 1 else None


@rule(
    seq(
        unit("PEOPLE_P", but=("+al", "+pron"))["noun"],
        maybe(_ADJECTIVE)["what"],
        unit("NUMBER", but=("+and", "+al"))["number"],
    ),
    takes="""
    أعلنت الشرطة مقتل مدنيين اثنين في الانفجار.
        text: اثنين
        measure: killed
        low: 2
        of: مدنيين
    أسفر القصف عن استشهاد لبنانيين اثنين.
        text: اثنين
        measure: killed
    أعلنت الشرطة مقتل مدنيين أجنبيين اثنين في الانفجار.
        text: اثنين
        of: مدنيين أجنبيين
    """,
    refuses="""
    قُتل مدنيون يوم الاثنين في الانفجار.
    أصيب مدنيان ثلاث مرات.
    """,
)
def two_behind_their_dual(m: Match) -> Count | None:
    """The number two behind a dual shows that it is none of the plurals that have the same letters."""
    words = m.units[m.first : m.parts["number"][0]]
    dual = all(word.view.endswith(_DUALS) for word in words)
    return counted(m, 1) if dual and m.units[m.parts["number"][0]]["NUMBER"].value == _TWO else None


_TWO = 2
_DUALS = tuple(letter + "\N{ARABIC LETTER NOON}" for letter in ("\N{ARABIC LETTER YEH}", "\N{ARABIC LETTER ALEF}"))


@rule(
    seq(
        not_behind(one_of("one_of_them")),
        not_behind(unit("+al", "NUMBER")),
        unit("PEOPLE_D", but=("+pron",))["noun"],
        maybe(unit("PEOPLE_D", but=("+and",))),
    ),
    takes="""
    أصيب جنديان في انفجار لغم.
        text: جنديان
        measure: injured
        low: 2
        high: 2
    أسفر القصف عن قتيلين وثلاثة جرحى.
        text: قتيلين
        measure: killed
    """,
    refuses="""
    التقى الرئيسان في العاصمة.
    وصلت طائرتان عسكريتان إلى القاعدة.
    قُتل مسلحين في الجبل.
    """,
)
def two_in_a_dual(m: Match) -> Count | None:
    """A dual says two without a number word.  A pair that nothing happened to is no figure (the two presidents); behind two
    things, or two people who are counted, it says more of them (two military planes; shot two gunmen dead).
    """
    before = m.units[m.first - 1] if m.first else None
    things = before is not None and "countable" in before and before.view.endswith(_DUALS)
    counted_people = m.first > 1 and "people" in m.units[m.first - 2]
    two = counted_people and "NUMBER" in m.units[m.first - 1] and m.units[m.first - 1]["NUMBER"].value == _TWO
    return None if things or two else in_the_noun(m, 2, 2, "dual")


@rule(
    seq(unit("NUMBER")["number"], maybe(unit("quote")), one_of("countable", but=("+and", "+bi", "+li", "+ka"))["noun"]),
    takes="""
    دُمر 12 منزلاً في الحي القديم.
        text: 12
        measure: destroyed
        unit: object
    أعلن الجيش تدمير ثلاث دبابات.
        text: ثلاث
        measure: destroyed
        unit: object
    """,
    refuses="""
    تسلم الجيش 12 دبابة جديدة.
    أُطلق 30 صاروخاً على المدينة.
    """,
)
def number_of_objects(m: Match) -> Count | None:
    """Houses, vehicles, bridges are figures only where the report says that they were destroyed."""
    return counted(m, 3, "object")
