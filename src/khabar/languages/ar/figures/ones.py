"""Single victims that no people noun names behind their fate: a pronoun, an ordinal, a kunya, an unknown name, a state."""

from __future__ import annotations

from khabar.grammar import Match, maybe, not_ahead, one_of, rule, run, seq, unit
from khabar.languages.ar.figures.counts import STATES, Count, in_the_noun
from khabar.languages.ar.figures.fates import (
    BESIDE,
    NO_NUMBER,
    PERSON,
    VIOLENT,
    befell,
    befell_all,
    single,
    tells_a_fate,
)
from khabar.languages.ar.figures.no_victim import has_object, is_wanted_at, passed_away
from khabar.languages.ar.lists.figure_words import CountedNoun
from khabar.languages.ar.phrases.shapes import JOINED, PREPOSED
from khabar.record.vocabulary import Measure

_FATE = unit("MEASURE", "STRONG", but=("+al", "+pron", "toll", "FATE_VERB", "given"))
_UNKNOWN = frozenset(("name", "maybe_li", "maybe_bi", "maybe_ka"))
_TIMES = run(unit("TIME"), 0, 1)


def _fate(m: Match) -> Measure | None:
    """What the word says befell the one behind it; None for weak words, and for passing away."""
    if passed_away(m) or has_object(m.units, m.parts["noun"][1]):
        return None
    return befell(m.units[m.parts["fate"][0]])


@rule(
    seq(
        _FATE["fate"],
        unit("ordinal", but=("TIME", *PREPOSED))["noun"],
        not_ahead(one_of("NUMBER", "digits", "TIME", "period", "people", "countable", "event", "place_type", "given")),
    ),
    takes="""
    قُتل مدنيان في القصف وأصيب ثالث بجروح.
        text: ثالث
        measure: injured
        implicit: True
    أسفر الاشتباك عن مقتل جنديين وإصابة ثالث.
        text: ثالث
        measure: injured
    """,
    refuses="""
    أصيب ثالث جنود الدورية عند الجسر.
    جاءت إصابة ثانية بعد يومين من الأولى بثلاثة أيام.
    """,
)
def next_of_the_victims(m: Match) -> Count | None:
    """The next victim is told by his place in their row (two were killed and a third was hurt)."""
    noun = m.units[m.parts["noun"][0]]
    return single(m, _fate(m)) if noun.view in _NEXT else None


_NEXT = frozenset(
    (
        "\N{ARABIC LETTER THEH}\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}\N{ARABIC LETTER THEH}",  # a third man
        "\N{ARABIC LETTER REH}\N{ARABIC LETTER ALEF}\N{ARABIC LETTER BEH}\N{ARABIC LETTER AIN}",  # a fourth
    )
)


@rule(
    seq(_FATE["fate"], unit("one_of_them", "+pron", but=(*JOINED,))["noun"], NO_NUMBER),
    takes="""
    أطلق الحراس النار على المهاجمين ما أدى إلى مقتل أحدهم.
        text: أحدهم
        measure: killed
        implicit: True
    اعتقلت الشرطة ثلاثة شبان، وأصيب أحدهم بجروح.
        text: أحدهم
        measure: injured
    """,
    refuses="""
    قتل أحدهم ثلاثة جنود وهرب.
    """,
)
def one_of_them(m: Match) -> Count | None:
    """One of those told of before (the killing of one of them)."""
    return single(m, _fate(m))


@rule(
    seq(
        _FATE["fate"],
        _TIMES,
        unit("name_part", but=(*JOINED,))["noun"],
        unit(but=("mark", "FINITE", "prep", "NUMBER", "comp")),
    ),
    takes="""
    أعلنت الحركة مقتل أبو سالم في غارة جوية.
        text: أبو
        measure: killed
        implicit: True
    اعتُقل أمس أبو نورس في تل الزيتون.
        text: أبو
        measure: arrested
    """,
    refuses="""
    زار أبو سالم القرية.
    قتل أبو سالم ثلاثة جنود.
    """,
)
def father_of_somebody(m: Match) -> Count | None:
    """Fighters are known by the name of their first child (Abu So-and-so was killed)."""
    return single(m, _fate(m)) if m.units[m.parts["noun"][0]].view.startswith(_ABU) else None


_ABU = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER BEH}"


@rule(
    seq(
        unit("MEASURE", "STRONG", "MEASURE_VERB", but=("FATE_VERB", "+al", "+pron", "toll", "given"))["fate"],
        _TIMES,
        unit(but=("mark", "people", "prep", "TIME"))["noun"],
        maybe(unit("and_free")),
        unit("NUMBER"),
    ),
    takes="""
    توفيت ليناكوم و6 من زميلاتها في القصف.
        text: ليناكوم
        measure: killed
        implicit: True
    قُتل زوركوف وثلاثة من مرافقيه عند الحاجز.
        text: زوركوف
        measure: killed
    """,
    refuses="""
    قُتل نحو 6 من الحراس.
    قُتل الهارب وستة من مرافقيه.
    """,
)
def stranger_before_counted_others(m: Match) -> Count | None:
    """A word that no list knows between a fate and counted others is the name of one more (So-and-so and six of hers)."""
    noun, number = m.units[m.parts["noun"][0]], m.units[m.last - 1]
    joined = "+and" in number or "and_free" in m.units[m.last - 2]
    unknown = noun.signature <= _UNKNOWN
    return single(m, _killed(m)) if joined and unknown else None


@rule(
    seq(
        unit("MEASURE", "STRONG", "MEASURE_NOUN", but=("+al", "+pron", "toll", "given"))["fate"],
        unit(but=("mark", "people", "prep", "TIME", "+al"))["noun"],
        unit(but=("mark", "people", "prep", "TIME", "+al", "+and"))["second"],
    ),
    takes="""
    أعلنت الشرطة اعتقال زوركوف لينابر في العاصمة.
        text: زوركوف
        measure: arrested
        implicit: True
    أثار مقتل بورتشاك ليندر غضب السكان.
        text: بورتشاك
        measure: killed
    """,
    refuses="""
    أثار مقتل رعاة أغنام غضب السكان.
    جرى اعتقال مطلوبين خطرين.
    """,
)
def stranger_with_two_names(m: Match) -> Count | None:
    """Two words that no list knows behind a fate are the name and surname of a stranger."""
    words = [m.units[m.parts[name][0]] for name in ("noun", "second")]
    names = all(word.signature <= _UNKNOWN and not word.view.endswith(_NOUN_ENDINGS) for word in words)
    readings = [r for r in m.units[m.first]["MEASURE"] if not r.prep and not r.weak and r.kind == "noun"]
    fate = next((r.measure for r in readings if r.measure in _OF_NAMES), None)
    return single(m, fate) if names and not passed_away(m) else None


_OF_NAMES = frozenset(("killed", "arrested", "abducted"))
# What common nouns and adjectives end in, folded, and foreign names seldom do.
_NOUN_ENDINGS = (
    "\N{ARABIC LETTER HEH}",
    "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER TEH}",
    "\N{ARABIC LETTER YEH}\N{ARABIC LETTER NOON}",
    "\N{ARABIC LETTER WAW}\N{ARABIC LETTER NOON}",
    "\N{ARABIC LETTER YEH}",
    "\N{ARABIC LETTER ALEF}",
    "\N{ARABIC LETTER MEEM}",  # with a pronoun: theirs
)


def _killed(m: Match) -> Measure | None:
    readings = m.units[m.parts["fate"][0]]["MEASURE"]
    return next((r.measure for r in readings if r.kind == "verb" and not r.prep and r.measure in VIOLENT), None)


@rule(
    seq(
        one_of("comp", "bi_comp", "still", "kana"),
        PERSON["noun"],
        run(BESIDE, 0, 2, short=True),
        unit("PEOPLE_S", "SUFFERER", but=("+al", "+pron", *JOINED)),
    ),
    takes="""
    قالت سيدة إن ابنها مفقود منذ مساء الأربعاء.
        text: ابنها
        measure: missing
        implicit: True
    أفادت العائلة بأن الشاب معتقل في العاصمة.
        text: الشاب
        measure: arrested
    """,
    refuses="""
    قالت سيدة إن ابنها طبيب في العاصمة.
    قال إن القتيل شاب من البلدة.
    """,
)
def one_in_a_state(m: Match) -> Count | None:
    """A noun in the predicate says in what state the one spoken of is (her son is missing)."""
    noun: CountedNoun = m.units[m.parts["noun"][0]]["people"]
    state: CountedNoun = m.units[m.last - 1]["people"]
    held = noun.measure is None and noun.number == "s" and noun.unit == "person" and state.unit == "person"
    return in_the_noun(m, 7, 1, "single", state.measure) if held and state.measure in STATES else None


@rule(
    seq(
        unit("verdict"),
        unit("capital", "+al"),
        run(unit(but=("mark", "prep", "FINITE", "NUMBER", "TIME")), 0, 1, short=True),
        one_of("fi", "against"),
        PERSON["noun"],
        NO_NUMBER,
    ),
    takes="""
    أصدرت الوزارة بياناً بشأن تنفيذ حكم القتل تعزيراً في مهرب مخدرات.
        text: مهرب
        measure: killed
        implicit: True
    نُفذ حكم الإعدام في رجل أدين بالقتل.
        text: رجل
        measure: killed
    نفذت السلطات حكم الإعدام بحق رجل أدين بالقتل.
        text: رجل
        measure: killed
    """,
    refuses="""
    تنظر المحكمة في حكم الإعدام في الجلسة المقبلة.
    ألغت المحكمة حكم الإعدام.
    """,
)
def put_to_death(m: Match) -> Count | None:
    """A sentence of death is carried out on somebody (the sentence of death was carried out on a man)."""
    wanted = any(word.signature & {"neg", "future"} for word in m.units[max(0, m.first - 3) : m.first])
    return None if wanted else single(m, "killed")


@rule(
    seq(unit("another", "PEOPLE_S", "+and", but=("+al",))["noun"], one_of("fi", "hurt_with", "+bi")),
    takes="""
    قُتل شاب في تاراز، وآخر في ألماتي.
        text: آخر
        measure: killed
        implicit: True
    اعتقلت الشرطة صحافياً في العاصمة وآخر في الميناء.
        text: آخر
        measure: arrested
    أصيب جندي في قدمه، وآخر بجروح طفيفة.
        text: آخر
        measure: injured
    """,
    refuses="""
    هدم الجيش منزلاً في تاراز، وآخر في ألماتي.
    أصيب شاب في اجتماع أمس، وآخر مرة شوهد فيها كانت فجراً.
    قُتل شاب في تاراز، وعقد اجتماع وآخر في ألماتي.
    """,
)
def another_elsewhere(m: Match) -> Count | None:
    """The next victim is only "another", with a place or wounds of his own (a young man was killed in one town, and another in the
    next): the fate told of one before him is his.
    """
    one = False
    for at in range(m.first - 1, max(-1, m.first - _FAR), -1):
        word = m.units[at]
        if tells_a_fate(word):
            return single(m, befell_all(word)) if one and not is_wanted_at(m.units, at) else None
        if not word.signature.isdisjoint(_ENDS) or (word.signature >= _NEXT_CLAUSE and "people" not in word.signature):
            return None
        one = one or not word.signature.isdisjoint(_ONE)
    return None


_FAR = 10
_ENDS = frozenset(("stop", "semicolon", "colon", "FINITE", "comp", "bi_comp", "rel", "NUMBER", "neg", "countable"))
_NEXT_CLAUSE = frozenset(("+and", "verb"))
_ONE = frozenset(("PEOPLE_S", "given", "role"))
