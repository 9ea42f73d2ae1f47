"""Single victims without a number word: the noun itself is the count of one, and its record is marked implicit.

Every mention counts, the named dead included; suicide bombers and natural deaths do not.
"""

from __future__ import annotations

from khabar.grammar import Match, Unit, either, not_ahead, one_of, rule, run, seq, unit
from khabar.languages.ar.figures.counts import Count, in_the_noun
from khabar.languages.ar.figures.fates import NO_NAME, VIOLENT
from khabar.languages.ar.figures.marking import slots_of
from khabar.languages.ar.figures.no_victim import does_it, is_wanted, passed_away
from khabar.languages.ar.figures.surnames import is_told_in_full
from khabar.languages.ar.forms.particles import ARTICLE
from khabar.languages.ar.lists.figure_words import CountedNoun
from khabar.languages.ar.phrases.shapes import JOINED, is_nisba

_QUOTE = run(one_of("quote", "dash"), 0, 1)
_SINGLE = unit("PEOPLE_S", but=(*JOINED, "measure_part", "no_single"))
# Words that make the noun before them stand for something else than one victim.
_NO_ACT = ("+al", "+pron", "given")
_DOER = unit("+al", but=("mark", "FINITE", "NUMBER", "PEOPLE_S", "MEASURE", "+and", "+bi", "+li"))
_NO_VICTIM = not_ahead(one_of("NUMBER", "digits"))
_ALEF = "\N{ARABIC LETTER ALEF}"  # an act noun with this ending governs no genitive
_VIOLENT = VIOLENT | {"rescued", "casualties"}


def _victim(m: Match, *kinds: str, violent: bool = True) -> Count | None:
    """A count of one, when readings of these kinds say that something happened to the noun."""
    at = m.parts["noun"][0]
    word = m.units[m.parts["fate"][0]]
    definite = "people" in m.units[at] and "+al" in m.units[at].signature
    sure = "+bi" in word  # of what somebody is accused or has confessed: no kind of crime, as in "the crime of murder"
    readings = [
        r
        for r in word["MEASURE"]
        if r.kind in kinds
        and r.measure in _VIOLENT
        and not (r.weak and (not (definite or sure) or r.measure in ("injured", "casualties")))
    ]
    if not readings or "toll" in word or word.view.endswith(_ALEF) or (violent and passed_away(m)):
        return None
    if "+li" in word and readings[0].measure in _AIMED_AT:
        return None  # heading there | to rescue a soldier: it has not happened
    noun: CountedNoun | None = m.units[at].get("people")
    if (noun is not None and (noun.unit != "person" or noun.number == "p")) or is_wanted(m) or does_it(m):
        return None
    if m.units[at].view == _ANOTHER and m.parts["fate"][0] and "event_head" in m.units[m.parts["fate"][0] - 1]:
        return None  # another crime of murder
    named = noun is None and sure  # a weak word tells the fate of a name only here
    return in_the_noun(m, 7, 1, "single", readings[0].measure if named else None)


_AIMED_AT = frozenset(("rescued", "released", "arrested"))
_ANOTHER = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER KHAH}\N{ARABIC LETTER REH}\N{ARABIC LETTER YEH}"  # folded


@rule(
    seq(
        unit("MEASURE", "MEASURE_NOUN", but=("+al", "+pron"))["fate"],
        _QUOTE,
        _SINGLE["noun"],
        _NO_VICTIM,
    ),
    takes="""
    أدى إطلاق النار إلى مقتل شرطي وإصابة آخر.
        text: شرطي
        measure: killed
        implicit: True
    أعلنت النيابة اعتقال صحافي في العاصمة.
        text: صحافي
        measure: arrested
        implicit: True
    اعترف الجندي بقتل مدني في القرية.
        text: مدني
        measure: killed
    أسفر الحادث عن وفاة عامل في المصنع.
        text: عامل
        measure: killed
    """,
    refuses="""
    أدى إطلاق النار إلى مقتل 3 أشخاص.
    تحدث شرطي عن جريمة قتل قديمة.
    توجهت المروحية إلى الجبل لإنقاذ جندي جريح.
    أعلن المستشفى وفاة شاعر بعد مرض طويل.
    نددت الحركة بقتل شرطي عراقي الفتى سامر.
    """,
)
def victim_behind_an_act_noun(m: Match) -> Count | None:
    """An act noun and one person (the killing of a policeman): one victim, though no number word says so."""
    return _victim(m, "noun")


@rule(
    seq(
        unit("MEASURE", "STRONG", "MEASURE_VERB", but=("FATE_VERB", "given", "light"))["fate"],
        _SINGLE["noun"],
        _NO_VICTIM,
    ),
    takes="""
    قُتل جندي برصاص قناص عند السور.
        text: جندي
        measure: killed
        implicit: True
    وأصيب طفل بجروح في القصف.
        text: طفل
        measure: injured
        implicit: True
    وأصيب رجلا دفاع مدني خلال عملية الإنقاذ.
        text: رجلا
        measure: injured
        low: 2
    وقُتل مسعفا الهلال الأزرق في القصف.
        text: مسعفا
        measure: killed
        low: 2
    """,
    refuses="""
    قتل الجندي الذي فر من المعسكر ثلاثة أشخاص.
    أصيب ثلاثة أطفال بجروح.
    توفي رجل مسن في منزله إثر نوبة قلبية.
    """,
)
def victim_behind_a_verb(m: Match) -> Count | None:
    """A verb of killing or hurting with an indefinite singular noun right behind it: its passive subject, or its object.

    An accusative governs nothing: before the noun of those he belongs to, its alef is that of a dual without its nun (the two men
    of the civil defence).
    """
    noun = m.units[m.parts["noun"][0]]
    people: CountedNoun = noun["people"]
    if people.accusative and "+al" not in noun and _is_two(m):
        return in_the_noun(m, 2, 2, "dual")
    if "+al" in noun or (_is_active(m) and not people.accusative):
        return None
    if people.accusative and any(r.measure == "missing" for r in m.units[m.first]["MEASURE"]):
        return None  # she lost a husband
    if "natural" in m.units[m.first] and any("disease" in word for word in m.units[m.last : m.last + _ILLNESS]):
        return None  # an old man died | of a stroke
    return _victim(m, "verb", violent=False)


_ILLNESS = 6  # units


def _is_two(m: Match) -> bool:
    """Whether a noun that looks like an accusative is a dual: with an owner behind it, and no tanwin."""
    at = m.parts["noun"][0]
    if at + 1 >= len(m.units) or _TANWIN in m.units[at].text or m.units[at + 1].signature & _NO_OWNER:
        return False
    return m.units[at + 1].view.startswith(ARTICLE) or m.units[m.first].view.endswith(_UNDERGONE)


_TANWIN = "\N{ARABIC FATHATAN}"
_UNDERGONE = ("اصيب", "استشهد", "توفي")
_NO_OWNER = frozenset(
    ("mark", "quote", "prep", "FINITE", "NUMBER", "+and", "+bi", "+li", "TIME", "rel", "comp", "kana", "weekday")
)


def _is_active(m: Match) -> bool:
    """A feminine verb cannot have a masculine noun for its passive subject: the noun is then the object, or the doer."""
    verb, noun = m.units[m.parts["fate"][0]], m.units[m.parts["noun"][0]]
    slots = slots_of(verb)
    return bool(slots) and all(slot[2:] == "fs" for slot in slots) and not noun["people"].feminine


@rule(
    seq(
        either(
            unit("MEASURE", "STRONG", "MEASURE_NOUN", but=_NO_ACT), unit("MEASURE", "+bi", "MEASURE_NOUN", but=_NO_ACT)
        )["fate"],
        _QUOTE,
        unit(but=NO_NAME)["noun"],
    ),
    takes="""
    أثار اغتيال سامر النوري غضباً في المدينة.
        text: سامر
        measure: killed
        implicit: True
    اعترف المتهم بقتل سامر النوري.
        text: سامر
        measure: killed
    بعد مقتل رئيس البلدية أغلقت المحال.
        text: رئيس البلدية
        measure: killed
    علّق الحزب على اعتقال التميمي.
        text: التميمي
        measure: arrested
    كان سامر زوركوف صحافياً، وأثار مقتل زوركوف غضباً.
        text: زوركوف
        measure: killed
    """,
    refuses="""
    أعلن المستشفى وفاة سامر النوري بعد مرض طويل.
    قال سامر إن القتل حرام.
    طالب المحتجون بإعدام سامر النوري.
    أثار قتل سامر النوري للضابط غضب السكان.
    أثار مقتل زوركوف غضباً.
    """,
)
def named_victim(m: Match) -> Count | None:
    """The dead who are named are counted like the unnamed; what else is lost or saved may bear a name too.  A surname alone is one
    where its letters say so (al-Tamimi), or the report tells the full name.
    """
    noun = m.units[m.parts["noun"][0]]
    unknown = (
        noun.signature.isdisjoint(("given", "role")) and not _is_surname(noun) and not is_told_in_full(noun, m.text)
    )
    lost = any(r.measure in ("missing", "rescued") for r in m.units[m.parts["fate"][0]]["MEASURE"])
    return None if lost or unknown else _victim(m, "noun")


def _is_surname(word: Unit) -> bool:
    """Whether a word is a name with the article and the ending of one (al-Tamimi), and nothing else."""
    return word.signature == _SURNAME and is_nisba(word)


_SURNAME = frozenset(("name",))


@rule(
    seq(
        unit("MEASURE", "STRONG")["fate"],
        run(_DOER, 0, 2, short=True),
        one_of("ala", "an"),
        unit("PEOPLE_S", but=(*JOINED, "no_single"))["noun"],
        _NO_VICTIM,
    ),
    takes="""
    ألقت الشرطة القبض على مشتبه به في الهجوم.
        text: مشتبه
        measure: arrested
        implicit: True
    أعلنت النيابة الإفراج عن صحافي بعد شهر.
        text: صحافي
        measure: released
        implicit: True
    أفرجت السلطات عن الصحافي سامر النوري.
        text: الصحافي
        measure: released
    """,
    refuses="""
    ألقت الشرطة القبض على 5 مشتبه بهم.
    أسفر البحث عن شيء.
    أدى الأهالي الصلاة على الشهيد.
    """,
)
def victim_behind_a_preposition(m: Match) -> Count | None:
    """Arrest and release take their people behind a preposition, which is their own where the doer stands between."""
    fate, noun = m.units[m.first], m.parts["noun"][0]
    own = noun == m.first + 2 or any(r.prep == m.units[noun - 1].view for r in fate["MEASURE"])
    return _victim(m, "noun", "verb") if own else None


@rule(
    seq(
        unit("MEASURE", "STRONG", "MEASURE_NOUN", but=("+al", "+pron", "given"))["fate"],
        unit("quote_open"),
        unit(but=("+al", "NUMBER", "digits", "people", "role", "known_place", "organisation", "org_head", "media"))[
            "noun"
        ],
        unit("quote_close"),
    ),
    takes="""
    نددت الحركة بمقتل "زوركو" في ساحة الكلية.
        text: زوركو
        measure: killed
        implicit: True
    أثار مقتل «مازيغ» غضب زملائه.
        text: مازيغ
        measure: killed
    """,
    refuses="""
    أعلن الجيش مقتل "مسلحين" في الوادي.
    جرت تصفية "القضية" في المؤتمر.
    """,
)
def victim_in_quotation_marks(m: Match) -> Count | None:
    """The dead known by a name that stands in quotation marks."""
    readings = m.units[m.parts["fate"][0]]["MEASURE"]
    return _victim(m, "noun") if any(r.measure == "killed" and not r.weak for r in readings) else None
