"""Single victims whose fate a verb tells: known by article or name, as its object, before it, or beside another victim.

An unvocalised verb of killing reads active as well: a definite noun behind it is its victim only when no object follows.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import BEGIN, Match, Unit, either, maybe, not_ahead, not_behind, one_of, rule, run, seq, unit
from khabar.languages.ar.figures.counts import Count, in_the_noun
from khabar.languages.ar.figures.marking import slots_of
from khabar.languages.ar.figures.no_victim import has_object, passed_away
from khabar.languages.ar.lists.figure_words import CountedNoun, MeasureWord
from khabar.languages.ar.phrases.shapes import JOINED
from khabar.record.vocabulary import Measure

VIOLENT = frozenset(("killed", "injured", "arrested", "abducted", "neutralised", "missing", "released"))
_DONE = VIOLENT | {"casualties"}  # by a verb: a noun of loss is said of seats and voters too
VERB = unit("MEASURE", "STRONG", "MEASURE_VERB", but=("FATE_VERB", "+al", "+pron", "toll", "given"))
TIMES = run(unit("TIME"), 0, 2)
NO_NUMBER = not_ahead(one_of("NUMBER", "digits"))
PERSON = unit("PEOPLE_S", but=(*JOINED, "measure_part", "no_single"))
NO_NAME = (*JOINED, "people", "NUMBER", "mark", "MEASURE", "org_head", "prep", "place_type")
NAME = one_of("given", "role", but=NO_NAME)
BESIDE = unit(but=("mark", "FINITE", "NUMBER", "comp", "bi_comp", "MEASURE", "prep", "rel", "TIME", "PEOPLE_S", "+and"))


def fate_of(word: Unit, *roles: str) -> Measure | None:
    """What a verb says befell its subject ("subject", "either") or its object ("object", "either")."""
    passive = "PASSIVE" in word.signature  # what is done to its object is then done to its subject
    readings: tuple[MeasureWord, ...] = word["MEASURE"]
    for reading in readings:
        role = "subject" if passive else reading.role
        lost = reading.weak and reading.measure == "casualties"  # a team loses a player
        if reading.kind == "verb" and not reading.prep and role in roles and reading.measure in _DONE and not lost:
            return reading.measure
    return None


def befell(word: Unit) -> Measure | None:
    """What a word for a fate says befell the one right behind it."""
    return next((r.measure for r in word["MEASURE"] if not r.prep and not r.weak and r.measure in VIOLENT), None)


def befell_all(word: Unit) -> Measure | None:
    """The same of everybody in a list; of "lost" they are what somebody lost (she lost a husband and a son)."""
    fate = befell(word)
    return None if fate == "missing" else fate


def tells_a_fate(word: Unit) -> bool:
    """Whether a list of victims may stand behind a word, who share what it says befell them."""
    return {"MEASURE", "STRONG"} <= word.signature and word.signature.isdisjoint(_NO_FATE)


_NO_FATE = frozenset(("+al", "+pron", "FATE_VERB", "natural", "toll"))


def suffers(m: Match) -> Measure | None:
    """The fate of the verb's subject; of a verb that also has objects, only when none follows."""
    word, after = m.units[m.parts["fate"][0]], m.parts["noun"][1]
    if "natural" not in word.signature and not any(slot[0] in "pP" for slot in slots_of(word)):
        return None  # what has not happened yet, and the letters of another verb
    if passed_away(m):
        return None
    found = fate_of(word, "subject") or (fate_of(word, "either") if not has_object(m.units, after) else None)
    return (
        None if found == "missing" else found
    )  # of one known, the letters are mostly those of another verb or particle


def single(m: Match, fate: Measure | None) -> Count | None:
    """A count of one person in the slot `noun` with that fate; none without a fate, for things and for several people."""
    noun: CountedNoun | None = m.units[m.parts["noun"][0]].get("people")
    if fate is None or (noun is not None and (noun.unit != "person" or noun.number != "s")):
        return None
    return in_the_noun(m, 6, 1, "single", fate)


@rule(
    seq(
        VERB["fate"],
        TIMES,
        unit("PEOPLE_S", "+al", but=(*JOINED, "measure_part", "no_single"))["noun"],
        NO_NUMBER,
    ),
    takes="""
    أصيب الجندي بجروح خطيرة عند الحاجز.
        text: الجندي
        measure: injured
    استشهد فجر أمس السبت الجندي متأثراً بجراحه.
        text: الجندي
        measure: killed
        implicit: True
    """,
    refuses="""
    قتل الجندي الهارب ثلاثة أشخاص في القرية.
    قتل الزوج زوجته.
    توفي الشاعر بعد مرض طويل.
    """,
)
def known_victim_behind_a_verb(m: Match) -> Count | None:
    """The victim told before stands with the article behind a verb of suffering (the soldier was hurt)."""
    return single(m, suffers(m))


@rule(
    seq(
        either(one_of("comp", "bi_comp", "kana"), BEGIN),
        either(PERSON, NAME)["noun"],
        run(BESIDE, 0, 4, short=True),
        maybe(seq(unit("bracket_open"), run(unit(but=("bracket",)), 1, 3, short=True), unit("bracket_close"))),
        maybe(unit("qad")),
        VERB["fate"],
    ),
    takes="""
    قالت الشرطة إن جندياً قُتل وفقد آخر في الهجوم.
        text: جندياً
        measure: killed
        implicit: True
    وكان الصحافي سامر النوري قد خُطف قبل شهر.
        text: الصحافي
        measure: abducted
    أكدت النيابة أن شخصاً قد اعتقل على الفور.
        text: شخصاً
        measure: arrested
    قالت الأسرة إن سامر النوري (16 عاماً) استشهد متأثراً بجروحه.
        text: سامر
        measure: killed
    الطفل سامر يستشهد برصاص الحراس.
        text: الطفل
        measure: killed
    """,
    refuses="""
    قالت الشرطة إن جندياً قتل ثلاثة أشخاص.
    وكان الضابط قد أوقف السائق عند الحاجز.
    وكان الوزير قد تفقد عدداً من المدارس.
    قالت الشرطة إن شاباً خطف طفلة.
    """,
)
def victim_before_a_verb(m: Match) -> Count | None:
    """The subject stands before its verb behind "that" (that a soldier was killed)."""
    word = m.units[m.last - 1]
    behind = m.units[m.last].signature if m.last < len(m.units) else frozenset()
    does = has_object(m.units, m.last) or ("prep" not in behind and behind & {"people", "given", "role"})
    fate = fate_of(word, "subject") or (None if does else fate_of(word, "either"))
    died = "natural" in word.signature and passed_away(m)
    return None if died or fate == "missing" else single(m, fate)


_ONE_OF = one_of("one_of_them", but=(*JOINED,))
_RANKED = one_of("superlative", "quality", but=(*JOINED, "+al"))
_THE_MANY = one_of("PEOPLE_P", "PEOPLE_D", "+al", but=(*JOINED,))


@rule(
    seq(_ONE_OF["noun"], unit("people", "+al", but=("PEOPLE_S",)), run(BESIDE, 0, 2, short=True), VERB["fate"]),
    takes="""
    وقال إن أحد المهاجمين قُتل خلال الاشتباك.
        text: أحد
        measure: killed
        implicit: True
    ذكرت الشبكة أن أحد الطلاب أصيب برصاصة.
        text: أحد
        measure: injured
    """,
    refuses="""
    قال إن أحد المهاجمين قتل شرطياً.
    قال إن أحد المهاجمين هرب.
    """,
)
def one_of_many_before_a_verb(m: Match) -> Count | None:
    """One of a number of people whose fate a verb behind tells (one of the attackers was killed)."""
    word = m.units[m.last - 1]
    fate = fate_of(word, "subject") or (None if has_object(m.units, m.last) else fate_of(word, "either"))
    return single(m, fate)


@rule(
    seq(
        unit("MEASURE", "STRONG", but=("+pron", "toll", "FATE_VERB"))["fate"],
        run(BESIDE, 0, 2, short=True),
        maybe(one_of("ala", "an")["by"]),
        _ONE_OF["noun"],
        either(_THE_MANY, seq(_RANKED, one_of("PEOPLE_P", but=(*JOINED,)))),
    ),
    takes="""
    أعلن مكتب المحافظ اعتقال إحدى المرأتين بعد الهجوم.
        text: إحدى
        measure: arrested
        implicit: True
    قُتل أحد الحراس في الانفجار.
        text: أحد
        measure: killed
    أعلن الجيش مقتل أحد أخطر المطلوبين في الجبل.
        text: أحد
        measure: killed
    أعلن الجيش القضاء على أحد أخطر المطلوبين في الجبل.
        text: أحد
        measure: killed
    """,
    refuses="""
    قُتل جميع الحراس في الانفجار.
    زار أحد الحراس القرية.
    دمر القصف أحد أكبر المصانع في البلدة.
    """,
)
def one_of_many_behind_their_fate(m: Match) -> Count | None:
    """One of a number of people behind the word for what happened to him (one of the guards was killed)."""
    if "people" not in m.units[m.last - 1] or has_object(m.units, m.last):
        return None
    word = m.units[m.parts["fate"][0]]
    if "by" in m.parts:
        prep = m.take("by")[0].view
        return single(m, next((r.measure for r in word["MEASURE"] if r.prep == prep and r.measure in VIOLENT), None))
    return single(m, befell(word)) if "+al" not in word else None


_OF_HIM = unit(
    but=("people", "mark", "FINITE", "prep", "+and", "MEASURE", "NUMBER", "comp", "+bi", "+li", "+pron", "masdar")
)
_TITLE = either(unit("PEOPLE_S", "+al", but=(*JOINED,)), unit("role", "+al", but=("people", *JOINED)))
ONE_WHO = seq(
    not_behind(unit("named_after", but=("+al",))),
    either(_TITLE, unit("given", but=("prep", *JOINED)))["noun"],
    run(_OF_HIM, 0, 4, short=True),
    maybe(unit("comma")),
    unit("rel")["rel"],
)
"""One man or woman up to the relative pronoun (the young man, who)."""


@rule(
    seq(ONE_WHO, VERB["fate"]),
    takes="""
    دفن الأهالي الطفل الذي قُتل في القصف.
        text: الطفل
        measure: killed
        implicit: True
    كان رجل الأمن سامي، الذي استشهد أمس، من سكان البلدة.
        text: سامي
        measure: killed
    احتج السكان على إطاحة الرئيس لينو ماركاني الذي اعتُقل في آذار.
        text: الرئيس
        measure: arrested
    روى قصة الشاب سامر الذي توفي متأثراً بجروحه.
        text: الشاب
        measure: killed
    """,
    refuses="""
    حاكمت المحكمة الجندي الذي قتل ثلاثة أشخاص.
    حاكمت المحكمة الرجل الذي خطف طفلة.
    نددت الحركة بالحاكم الذي يقتل الأطفال.
    وقع الهجوم في جامعة القاضي نوزاف الذي قُتل قبل قرن.
    كرّم الوزير الشاعر الذي توفي قبل عام.
    """,
)
def victim_of_a_relative_clause(m: Match) -> Count | None:
    """The victim told before, by what befell him (the child who was killed)."""
    if not is_who(m.take("rel")[0]):
        return None  # while, of what
    word = m.units[m.last - 1]
    fate = fate_of(word, "subject") or (None if _has_victims(m.units, m.last) else fate_of(word, "either"))
    return None if "natural" in word.signature and passed_away(m) else single(m, fate)


def is_who(rel: Unit) -> bool:
    """Whether a relative pronoun describes the noun before it (who, which): not "while", not "of what"."""
    return rel.view.startswith("ال")


def _has_victims(units: Sequence[Unit], first: int) -> bool:
    """Whether the one a relative clause describes does it to others: they follow, definite ones too (who kills the women)."""
    return has_object(units, first) or (first < len(units) and {"people", "+al"} <= units[first].signature)
