"""Single victims whose fate a verb tells: known by article or name, as its object, before it, or beside another victim.

An unvocalised verb of killing reads active as well: a definite noun behind it is its victim only when no object follows.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Match, Unit, maybe, not_ahead, one_of, rule, run, seq, unit
from khabar.languages.ar.figures_counts import CLAUSE, HARD, Count, in_the_noun
from khabar.languages.ar.figures_words import CountedNoun
from khabar.record.vocabulary import Measure

_GLUED = ("+bi", "+li", "+ka")
_VIOLENT = frozenset(("killed", "injured", "arrested", "abducted", "neutralised", "missing", "released"))
_VERB = unit("MEASURE", "STRONG", "MEASURE_VERB", but=("FATE_VERB", "+al", "+pron", "toll", "seized"))
_TIMES = run(unit("TIME"), 0, 2)
_NO_NUMBER = not_ahead(one_of("NUMBER", "digits"))
_PERSON = unit("PEOPLE_S", but=("+and", *_GLUED, "measure_part", "no_single"))
_NAME = one_of(
    "given", "role", but=("+and", *_GLUED, "people", "NUMBER", "mark", "MEASURE", "org_head", "prep", "place_type")
)
_BESIDE = unit(
    but=("mark", "FINITE", "NUMBER", "comp", "bi_comp", "MEASURE", "prep", "rel", "TIME", "PEOPLE_S", "+and")
)
_WIDE = 7
_DYING = "\N{ARABIC LETTER MEEM}\N{ARABIC LETTER TEH}\N{ARABIC LETTER ALEF}\N{ARABIC LETTER THEH}\N{ARABIC LETTER REH}"


def _fate(word: Unit, *roles: str) -> Measure | None:
    """What a verb says befell its subject ("subject", "either") or its object ("object", "either")."""
    for reading in word["MEASURE"]:
        if reading.kind == "verb" and not reading.prep and reading.role in roles and reading.measure in _VIOLENT:
            return reading.measure
    return None


def _has_object(units: Sequence[Unit], first: int) -> bool:
    """Whether somebody else follows in the clause before anything else does: then the noun before is the doer."""
    for word in units[first : first + _WIDE]:
        if word.signature & (CLAUSE | {"prep", "+bi", "comma", "FINITE", "TIME", "mark", "+and", "+li"}):
            return False
        if word.signature & {"NUMBER", "+pron"} or ("people" in word and "+al" not in word and "demonym" not in word):
            return True
    return False


def _suffers(m: Match) -> Measure | None:
    """The fate of the verb's subject; of a verb that also has objects, only when none follows."""
    word, after = m.units[m.parts["fate"][0]], m.parts["noun"][1]
    if "natural" in word and not any(u.view.startswith(_DYING) for u in m.units[after : after + _WIDE]):
        return None
    found = _fate(word, "subject")
    return found or (_fate(word, "either") if not _has_object(m.units, after) else None)


def _single(m: Match, fate: Measure | None) -> Count | None:
    noun: CountedNoun | None = m.units[m.parts["noun"][0]].get("people")
    if fate is None or (noun is not None and (noun.unit != "person" or noun.number != "s")):
        return None
    return in_the_noun(m, 8, 1, "single", fate)


@rule(
    seq(
        _VERB["fate"],
        _TIMES,
        unit("PEOPLE_S", "+al", but=("+and", *_GLUED, "measure_part", "no_single"))["noun"],
        _NO_NUMBER,
    ),
    takes="""
    أصيب الجندي بجروح خطيرة عند الحاجز.
        text: الجندي
        measure: injured
        implicit: True
    استشهد فجر أمس السبت الأب متأثراً بجراحه.
        text: الأب
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
    return _single(m, _suffers(m))


@rule(
    seq(_VERB["fate"], _TIMES, maybe(unit("place_head")), _NAME["noun"], _NO_NUMBER),
    takes="""
    اغتيل سامر النوري أمام منزله.
        text: سامر
        measure: killed
        implicit: True
    قُتل أمس سامر النوري برصاص مجهولين.
        text: سامر
        measure: killed
    """,
    refuses="""
    قتل سامر النوري ثلاثة أشخاص.
    توفيت سعاد النوري عن تسعين عاماً.
    """,
)
def named_victim_behind_a_verb(m: Match) -> Count | None:
    """The named dead behind a verb (So-and-so was assassinated)."""
    return _single(m, _suffers(m))


@rule(
    seq(
        _VERB["fate"],
        run(_BESIDE, 1, 3, short=True),
        unit("PEOPLE_S", but=("+and", "+al", *_GLUED, "measure_part"))["noun"],
    ),
    takes="""
    خطف مسلحون مهندساً من بيته.
        text: مهندساً
        measure: abducted
        implicit: True
    قتل الجيش قائداً ميدانياً في الغارة.
        text: قائداً
        measure: killed
        implicit: True
    """,
    refuses="""
    خطف مسلحون مهندسين من بيتهم.
    قتل الجيش قائد الكتيبة السابق.
    """,
)
def victim_behind_the_doer(m: Match) -> Count | None:
    """Verb, doer, victim: the indefinite accusative behind the doer can only be the object."""
    noun: CountedNoun = m.units[m.parts["noun"][0]]["people"]
    return _single(m, _fate(m.units[m.parts["fate"][0]], "object", "either")) if noun.accusative else None


@rule(
    seq(one_of("comp"), _PERSON["noun"], run(_BESIDE, 0, 3, short=True), maybe(unit("qad")), _VERB["fate"]),
    takes="""
    قالت الشرطة إن جندياً قُتل وفقد آخر في الهجوم.
        text: جندياً
        measure: killed
        implicit: True
    ذكرت البلدية أن طفلة من القرية أصيبت بجروح.
        text: طفلة
        measure: injured
    """,
    refuses="""
    قالت الشرطة إن جندياً قتل ثلاثة أشخاص.
    قالت الشرطة إن شاباً خطف طفلة.
    """,
)
def victim_before_a_verb(m: Match) -> Count | None:
    """The subject stands before its verb behind "that" (that a soldier was killed)."""
    word = m.units[m.last - 1]
    fate = _fate(word, "subject") or (None if _has_object(m.units, m.last) else _fate(word, "either"))
    return None if "natural" in word else _single(m, fate)


_ONE_OF = one_of("one_of_them", but=("+and", *_GLUED))
_THE_MANY = one_of("PEOPLE_P", "PEOPLE_D", "+al", but=("+and", *_GLUED))


@rule(
    seq(_ONE_OF["noun"], unit("people", "+al", but=("PEOPLE_S",)), run(_BESIDE, 0, 2, short=True), _VERB["fate"]),
    takes="""
    وقال إن أحد المهاجمين قُتل خلال الاشتباك.
        text: أحد
        measure: killed
        implicit: True
    ذكرت الشبكة أن إحدى الطالبات أصيبت برصاصة.
        text: إحدى
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
    fate = _fate(word, "subject") or (None if _has_object(m.units, m.last) else _fate(word, "either"))
    return _single(m, fate)


@rule(
    seq(
        unit("MEASURE", "STRONG", but=("+al", "+pron", "toll", "FATE_VERB"))["fate"],
        run(_BESIDE, 0, 2, short=True),
        _ONE_OF["noun"],
        _THE_MANY,
    ),
    takes="""
    أعلن مكتب المحافظ اعتقال إحدى المهاجمات بعد إصابتها.
        text: إحدى
        measure: arrested
        implicit: True
    قُتل أحد الحراس في الانفجار.
        text: أحد
        measure: killed
    """,
    refuses="""
    قُتل جميع الحراس في الانفجار.
    زار أحد الحراس القرية.
    """,
)
def one_of_many_behind_their_fate(m: Match) -> Count | None:
    """One of a number of people behind the word for what happened to him (one of the guards was killed)."""
    after = m.units[m.last - 1]
    word = m.units[m.parts["fate"][0]]
    if "people" not in after or _has_object(m.units, m.last):
        return None
    readings = [r for r in word["MEASURE"] if not r.prep and not r.weak and r.measure in _VIOLENT]
    return _single(m, readings[0].measure if readings else None)


@rule(
    seq(
        unit("PEOPLE_S", "+al", but=("+and", *_GLUED))["noun"],
        run(unit("+al", but=("people", "mark")), 0, 2, short=True),
        unit("rel"),
        _VERB["fate"],
    ),
    takes="""
    دفن الأهالي الطفل الذي قُتل في القصف.
        text: الطفل
        measure: killed
        implicit: True
    زار الوزير الجندي الذي أصيب عند الجسر.
        text: الجندي
        measure: injured
    """,
    refuses="""
    حاكمت المحكمة الجندي الذي قتل ثلاثة أشخاص.
    حاكمت المحكمة الرجل الذي خطف طفلة.
    """,
)
def victim_of_a_relative_clause(m: Match) -> Count | None:
    """The victim told before, by what befell him (the child who was killed)."""
    word = m.units[m.last - 1]
    fate = _fate(word, "subject") or (None if _has_object(m.units, m.last) else _fate(word, "either"))
    return None if "natural" in word else _single(m, fate)


@rule(
    seq(unit("PEOPLE_S", "+al", but=("+and", *_GLUED))["noun"], unit("PEOPLE_S", "+al", but=("+and", *_GLUED))),
    takes="""
    قال إن الضابط القتيل من سكان البلدة.
        text: الضابط
        measure: killed
        implicit: True
    نُقل الطفل الجريح إلى المستشفى.
        text: الطفل
        measure: injured
    """,
    refuses="""
    قال إن الضابط المسؤول من سكان البلدة.
    """,
)
def victim_with_an_attribute(m: Match) -> Count | None:
    """The attribute says what befell the one told of (the slain officer)."""
    noun, attribute = (m.units[at]["people"] for at in (m.first, m.last - 1))
    return _single(m, attribute.measure) if noun.measure is None and attribute.measure in HARD else None


@rule(
    seq(unit("MEASURE"), _PERSON["noun"], not_ahead(one_of("NUMBER", "digits"))),
    takes="""
    سقط شهيد وجريحان في القصف.
        text: شهيد
        measure: killed
        implicit: True
    خلّف الانفجار 3 جرحى، وسقط قتيل عند الجسر.
        text: قتيل
        measure: killed
    """,
    refuses="""
    سقط جسر في النهر.
    سقط 4 قتلى في القصف.
    """,
)
def one_who_is_called_a_victim(m: Match) -> Count | None:
    """A noun that says itself what befell the one it counts (a dead man fell)."""
    noun: CountedNoun = m.units[m.parts["noun"][0]]["people"]
    plain = any(reading.measure is None for reading in m.units[m.first]["MEASURE"])
    return _single(m, noun.measure) if plain and noun.measure in HARD and "+al" not in m.units[m.last - 1] else None


@rule(
    seq(
        unit("MEASURE", "STRONG", but=("+al", "+pron", "toll", "FATE_VERB"))["fate"],
        run(
            unit(but=("mark", "FINITE", "NUMBER", "comp", "bi_comp", "MEASURE", "prep", "rel", "+and")),
            1,
            4,
            short=True,
        )["others"],
        unit("PEOPLE_S", "+and", but=("+al", "measure_part", "no_single", "MEASURE"))["noun"],
        _NO_NUMBER,
    ),
    takes="""
    مقتل امرأة وطفلها في غارة على المخيم.
        text: طفلها
        measure: killed
        implicit: True
    اغتيل سامر النوري وشقيقه أمام المنزل.
        text: شقيقه
        measure: killed
    """,
    refuses="""
    قتل الجيش شرطياً، وزار وزير القرية.
    قُتل خمسة جنود ومدنيون.
    """,
)
def victim_beside_a_single_victim(m: Match) -> Count | None:
    """A second single victim of one fate (a woman and her child)."""
    others = m.take("others")
    one = any(unit.signature & {"PEOPLE_S", "given"} for unit in others) and "PEOPLE_P" not in others[0]
    word = m.units[m.parts["fate"][0]]
    readings = [r for r in word["MEASURE"] if not r.prep and not r.weak and r.measure in _VIOLENT]
    sure = "+al" not in others[0] or not _has_object(m.units, m.last)
    return _single(m, readings[0].measure) if one and sure and readings and "natural" not in word else None


@rule(
    seq(
        one_of("among"),
        maybe(unit("quote")),
        one_of("given", "role", "+al", but=("+and", *_GLUED, "mark", "NUMBER", "org_head"))["noun"],
        _NO_NUMBER,
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
    if "given" not in noun and "role" not in noun and "PEOPLE_S" not in noun:
        return None
    people: CountedNoun | None = noun.get("people")
    return None if people is not None and people.number != "s" else in_the_noun(m, 8, 1, "single")
