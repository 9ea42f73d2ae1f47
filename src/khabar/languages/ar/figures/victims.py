"""Single victims told beside others: among the counted, at the head or end of their list, or named afterwards."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Match, Unit, either, maybe, not_ahead, one_of, rule, run, seq, unit
from khabar.languages.ar.figures.counts import STATES, Count, in_the_noun
from khabar.languages.ar.lists.figure_words import CountedNoun
from khabar.languages.ar.phrases.shapes import JOINED

# Words that make the noun before them stand for something else than one victim; a crew of five is counted by its number.
_NO_VICTIM = not_ahead(one_of("NUMBER", "digits"))
_NO_GROUP = not_ahead(seq(one_of("min"), one_of("NUMBER", "digits")))


@rule(
    seq(
        one_of("among", "namely"),
        maybe(unit("quote")),
        unit("PEOPLE_S", but=("+and", "+al", "+bi", "+li", "measure_part", "no_single"))["noun"],
        _NO_VICTIM,
    ),
    takes="""
    قُتل ثمانية أشخاص بينهم طفل.
        text: طفل
        measure: killed
        implicit: True
        count_kind: subset
    أصيب ستة جنود بينهم ضابط في انفجار اللغم.
        text: ضابط
        measure: injured
        implicit: True
    أصيب تسعة أشخاص بينهم رجلا دفاع مدني.
        text: رجلا
        measure: injured
        low: 2
    """,
    refuses="""
    قُتل ثمانية أشخاص بينهم طفلان.
    شارك في الندوة خبراء بينهم طبيب معروف.
    """,
)
def single_among_the_victims(m: Match) -> Count | None:
    """One of the victims counted before (among them a child); two, where the alef of a dual stands before the genitive of those
    they belong to (two men of the civil defence).
    """
    return in_the_noun(m, 2, 2, "dual") if _owns(m.units, m.parts["noun"][0]) else in_the_noun(m, 7, 1, "single")


def _owns(units: Sequence[Unit], at: int) -> bool:
    """Whether a noun in alef governs the noun behind it, which no indefinite accusative can: it has no adjective's ending."""
    noun: CountedNoun = units[at]["people"]
    if not noun.accusative or at + 1 >= len(units) or _TANWIN in units[at].text:
        return False
    behind = units[at + 1]
    return behind.signature.isdisjoint(_NO_OWNER) and not behind.view.endswith(_ALEF) and _TANWIN not in behind.text


_ALEF, _TANWIN = "\N{ARABIC LETTER ALEF}", "\N{ARABIC FATHATAN}"
_NO_OWNER = frozenset(
    (
        *("mark", "quote", "prep", "FINITE", "verb", "NUMBER", "+and", "+bi", "+li", "TIME", "rel", "comp", "kana"),
        "demonym",
    )
)


@rule(
    seq(
        one_of("among", "namely"),
        maybe(one_of("quote", "colon")),
        one_of("given", "role", "+al", but=(*JOINED, "mark", "NUMBER", "org_head", "prep", "TIME", "adverb"))["noun"],
        _NO_VICTIM,
    ),
    takes="""
    قُتل سبعة من العمال بمن فيهم سعاد النوري.
        text: سعاد
        measure: killed
        implicit: True
        count_kind: subset
    اعتقلت الشرطة عشرة أشخاص بينهم القيادي سامر النوري.
        text: القيادي
        measure: arrested
        implicit: True
    """,
    refuses="""
    شارك في الندوة عشرة خبراء بينهم سامر النوري.
    قُتل ثمانية أشخاص بينهم الأطفال.
    """,
)
def named_among_the_victims(m: Match) -> Count | None:
    """A victim told by name or title among those counted before (among them So-and-so)."""
    noun = m.units[m.parts["noun"][0]]
    if noun.signature.isdisjoint(("given", "role", "PEOPLE_S")):
        return None
    people: CountedNoun | None = noun.get("people")
    return None if people is not None and people.number != "s" else in_the_noun(m, 8, 1, "single")


@rule(
    seq(
        one_of("among"),
        unit("demonym", "+al"),
        unit(but=("mark", "people", "FINITE", "prep", "NUMBER", "+al", "MEASURE", "TIME", "rel", *JOINED))["noun"],
    ),
    takes="""
    قُتل سبعة من العمال بمن فيهم الأسترالية بريندا مورلان.
        text: بريندا
        measure: killed
        implicit: True
    خطف المسلحون أربعة مهندسين بينهم الإيطالي ماريو كانتيني.
        text: ماريو
        measure: abducted
    """,
    refuses="""
    شارك في الندوة عشرة خبراء بينهم الإيطالي ماريو كانتيني.
    قُتل ثمانية أشخاص بينهم العراقيون.
    """,
)
def national_among_the_victims(m: Match) -> Count:
    """A victim told by nation and name, which no list of names need know."""
    return in_the_noun(m, 8, 1, "single")


@rule(
    seq(
        unit("among_prep"),
        unit("PEOPLE_P", "+al", but=(*JOINED,))["all"],
        run(one_of("TIME", "quote"), 0, 2),
        unit("PEOPLE_S", but=("+and", "+al", "+bi", "+li", "+pron", "measure_part", "no_single"))["noun"],
        _NO_VICTIM,
    ),
    takes="""
    قالت الوكالة إن من بين الجرحى امرأة حاملاً.
        text: امرأة
        measure: injured
        implicit: True
        count_kind: subset
    وكان بين القتلى قائد الفوج.
        text: قائد
        measure: killed
        implicit: True
    وبين الموقوفين ضابط متقاعد.
        text: ضابط
        measure: arrested
        implicit: True
    """,
    refuses="""
    جرى بين القتلى والجرحى تمييز غير مفهوم.
    وقع بين المتظاهرين شجار.
    وكان بين المسافرين طبيب معروف.
    """,
)
def single_among_all_the_victims(m: Match) -> Count | None:
    """One of victims that no number counts: the plural with the article says what befell them (among the wounded a woman)."""
    noun: CountedNoun = m.take("all")[0]["people"]
    return in_the_noun(m, 7, 1, "single", noun.measure) if noun.measure in STATES else None


@rule(
    seq(
        one_of("NUMBER", "PEOPLE_D"),
        run(
            unit(but=("mark", "FINITE", "NUMBER", "comp", "bi_comp", "MEASURE", "prep", "TIME", "+and")),
            0,
            4,
            short=True,
        ),
        unit("PEOPLE_S", "+and", but=("+al", "measure_part", "no_single"))["noun"],
        _NO_VICTIM,
        _NO_GROUP,
    ),
    takes="""
    قُتل ثلاثة أطفال وامرأة في قصف البلدة.
        text: امرأة
        measure: killed
        implicit: True
        population: woman
    ذكرت الشرطة أن رجلين وامرأة قُتلوا في القصف.
        text: امرأة
        measure: killed
        implicit: True
    """,
    refuses="""
    التقى ثلاثة سفراء ووزير في العاصمة.
    قُتل سبعة ركاب وطاقم من ثلاثة أفراد في سقوط المروحية.
    قُتل ثلاثة أطفال والمرأة التي كانت معهم نجت.
    """,
)
def single_at_the_end_of_a_list(m: Match) -> Count | None:
    """One victim behind counted others (three children and a woman); behind a singular, both are counted (20 officers
    and soldiers, which Arabic puts in the singular).
    """
    before = m.units[m.first : m.parts["noun"][0]]
    many = any(unit.signature & {"PEOPLE_P", "PEOPLE_D"} for unit in before)
    return in_the_noun(m, 7, 1, "single") if many else None


@rule(
    seq(unit("PEOPLE_S", "+al", but=("+bi", "+li", "+ka", "no_single"))["noun"], unit("it_is")),
    takes="""
    كشف الجيش أن القتيل هو الرائد سامر النوري.
        text: القتيل
        measure: killed
        implicit: True
    ذكرت الصحيفة أن القتيلة تدعى سعاد النوري.
        text: القتيلة
        measure: killed
    """,
    refuses="""
    قال إن المسؤول هو سامر النوري.
    """,
)
def victim_who_is_named(m: Match) -> Count | None:
    """The one who was killed is said to be somebody: still one victim (the dead man is So-and-so)."""
    noun: CountedNoun | None = m.units[m.parts["noun"][0]].get("people")
    return in_the_noun(m, 7, 1, "single") if noun is not None and noun.measure == "killed" else None


@rule(
    seq(
        unit("PEOPLE_S", but=("+al", "+bi", "+li", "+ka", "measure_part", "no_single"))["noun"],
        maybe(unit("PEOPLE_S", but=("+al", "+and"))),
        run(unit(but=("mark", "FINITE", "NUMBER", "comp", "bi_comp", "MEASURE", "PEOPLE_S", "prep")), 0, 3, short=True),
        maybe(one_of("min"), unit(but=("mark", "FINITE", "NUMBER"))),
        either(unit("NUMBER", "+and"), seq(unit("and_free"), unit("NUMBER"))),
    ),
    takes="""
    قالت الشرطة إن القتلى هم ضابط وأربعة جنود.
        text: ضابط
        measure: killed
        implicit: True
    لقي قيادي بارز و12 من مرافقيه مصرعهم في كمين.
        text: قيادي
        measure: killed
    ذكر الحلف أن جندياً من قواته وستة متعاقدين قُتلوا.
        text: جندياً
        measure: killed
        implicit: True
    """,
    refuses="""
    زار طبيب وأربعة مهندسين القرية.
    قال شرطي، وهو أب لأربعة أطفال، إن الطريق مغلق.
    دمر الجيش 20 عربة مسلحة و14 زورقاً.
    """,
)
def single_at_the_head_of_a_list(m: Match) -> Count | None:
    """One victim in a list with a counted number of others (an officer and four soldiers)."""
    at = m.parts["noun"][0]
    before = m.units[at - 1].signature if at else frozenset()
    if m.units[at]["people"].unit == "body" or "countable" in before or _describes(m.units, at):
        return None  # 22 armed vehicles and 14 boats; the second word of "a Houthi leader"
    both = "+and" in m.units[at] and any("NUMBER" in word for word in m.units[max(0, at - 2) : at])
    return None if both else in_the_noun(m, 7, 1, "single")  # 37 boys and girls


def _describes(units: Sequence[Unit], at: int) -> bool:
    """Whether a noun is the second word for the one before it (a leader, a Houthi); whose body it is is another."""
    before: CountedNoun | None = units[at - 1].get("people") if at else None
    return before is not None and before.number == "s" and before.unit == "person" and "+and" not in units[at]
