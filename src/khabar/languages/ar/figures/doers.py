"""Single victims behind the one who did it: verb, doer, victim, where he is known by an ending, by name or by agreement."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Match, Slot, Unit, ahead, either, maybe, one_of, rule, run, seq, unit
from khabar.languages.ar.figures.apart import taken
from khabar.languages.ar.figures.counts import FORCES, Count
from khabar.languages.ar.figures.fates import BESIDE, ONE_WHO, VERB, VIOLENT, fate_of, is_who, single
from khabar.languages.ar.figures.marking import slots_of
from khabar.languages.ar.figures.no_victim import acts_on_one, has_object
from khabar.languages.ar.lists.figure_words import CountedNoun
from khabar.languages.ar.phrases.shapes import JOINED, NOMINATIVE

_SCENE = maybe(seq(one_of("fi", "min", "an"), run(BESIDE, 1, 3, short=True)["scene"]))
_NAMED = either(
    unit("PEOPLE_S", "+al", but=(*JOINED, "measure_part")),
    unit("given", but=("+al", *JOINED, "prep", "place_type", "people", "known_place")),
)


@rule(
    seq(
        VERB["fate"],
        seq(maybe(unit("PEOPLE_S", but=("+and",))), run(BESIDE, 0, 3, short=True))["doer"],
        one_of("PEOPLE_S", "role", but=("+al", *JOINED, "measure_part"))["noun"],
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
    اختطف مسلحون رجل أعمال من منزله.
        text: رجل أعمال
        measure: abducted
    قتل الجيش قائد الكتيبة السابق.
        text: قائد
        measure: killed
    اعتقلت الشرطة رئيس مجلس الطلبة.
        text: رئيس مجلس
        measure: arrested
    قتل الجنود فتى عند الجسر.
        text: فتى
        measure: killed
    """,
    refuses="""
    خطف مسلحون مهندسين من بيتهم.
    أصابت القذيفة منزل قائد الكتيبة.
    أوقف الوزير رئيس الدائرة.
    """,
)
def victim_behind_the_doer(m: Match) -> Count | None:
    """Verb, doer, victim: the indefinite accusative behind the doer can only be the object; so can a singular behind
    several doers, or behind a body with the article, which governs no genitive.
    """
    noun: CountedNoun | None = m.units[m.parts["noun"][0]].get("people")
    fate = fate_of(m.units[m.parts["fate"][0]], "object", "either")
    doer = m.take("doer")
    if not doer:
        return None
    if "PEOPLE_S" in doer[0]:  # a gunman stabbed a policeman, but: shot the gunman dead
        surely = noun is not None and noun.accusative and noun.measure is None
        return single(m, fate) if surely or acts_on_one(m.units, m.parts["noun"][0] - 1) else None
    surely = (noun is not None and noun.accusative) or doer[-1].view.endswith(NOMINATIVE) or _is_a_body(doer)
    surely = surely or _are_known(doer)
    return single(m, fate) if surely and fate != "missing" else None


@rule(
    seq(VERB["fate"], run(BESIDE, 1, 3, short=True)["doer"], _SCENE, _NAMED["noun"]),
    takes="""
    اعتقلت الشرطة الناشط سامر النوري من منزله.
        text: الناشط
        measure: arrested
        implicit: True
    احتجزت السلطات الصحافية سعاد النوري.
        text: الصحافية
        measure: arrested
    اعتقلت قوات الأمن الأسير المحرر سامر النوري.
        text: الأسير
        measure: arrested
    اعتقلت قوات الأمن نزار النوري عند الحاجز.
        text: نزار
        measure: arrested
    اعتقلت الشرطة من حي الزيتون المواطن سامر النوري.
        text: المواطن
        measure: arrested
    اغتال مجهولون القيادي سامر النوري أمام منزله.
        text: القيادي
        measure: killed
    قتلت الشرطة المهاجم في مكان الحادث.
        text: المهاجم
        measure: killed
    قتل مسلحون الطبيب وزوجته عند الحاجز.
        text: الطبيب
        measure: killed
    """,
    refuses="""
    اعتقلت الشرطة مدير المصرف السابق سامر النوري.
    أبلغت الشرطة الناشط سامر النوري بالقرار.
    اعتقلت الشرطة في مطار الأمير سالم 3 مسافرين.
    قتل الجيش المهاجم عشرات المدنيين.
    أصابت القذيفة منزل الطفل سامر النوري.
    """,
)
def named_victim_behind_the_doer(m: Match) -> Count | None:
    """Verb, doer, victim with title or name: a body with the article is not described by the title of a person behind it, nor
    does a woman's verb have a man for its doer.
    """
    doer, noun = m.take("doer"), m.units[m.parts["noun"][0]]
    before = m.take("scene") if "scene" in m.parts else doer
    if not _is_a_doer(doer) or (before is not doer and not _may_end(before[-1])):
        return None
    named = ("given" in noun and before is doer) or _is_named(m.units, m.last)
    if "given" in noun and "verb" in noun and not _has_surname(m.units, m.last):
        return None
    surely = named or (before is doer and _is_apart(m, doer) and not has_object(m.units, m.last))
    return single(m, fate_of(m.units[m.first], "object", "either")) if surely else None


@rule(
    seq(
        VERB["fate"],
        run(BESIDE, 1, 3, short=True)["doer"],
        unit("demonym", "+al", but=(*JOINED, "people"))["noun"],
        ahead(one_of("given", "name_part")),
    ),
    takes="""
    اعتقلت الشرطة الإيطالية العراقي عبد الله الكاظم.
        text: العراقي
        measure: arrested
        implicit: True
    اختطفت الجماعة الأردني سامر النوري.
        text: الأردني
        measure: abducted
    """,
    refuses="""
    اعتقل الجيش العراقي سامر النوري.
    اعتقلت القوات العراقية سامر النوري.
    """,
)
def national_behind_the_doer(m: Match) -> Count | None:
    """Verb, doer, nation and name: a man's nation describes no woman, nor a body that has its nation behind it."""
    doer, noun = m.take("doer"), m.units[m.parts["noun"][0]]
    apart = "demonym" in doer[-1] or all(slot[2:] == "fs" for slot in slots_of(m.units[m.first]) if slot[1] == "3")
    if not _is_a_doer(doer) or not noun.view.endswith(_HE_IS) or not apart:
        return None
    return single(m, fate_of(m.units[m.first], "object", "either"))


@rule(
    seq(
        unit("MEASURE", "MEASURE_NOUN", but=("+al", "+pron", "toll", "light"))["fate"],
        run(BESIDE, 1, 3, short=True)["doer"],
        one_of("PEOPLE_S", "given", but=("+and", "+bi", "+ka", "measure_part", "no_single", "mark"))["noun"],
    ),
    takes="""
    نددت النقابة باغتيال الجيش للصحافية سعاد النوري.
        text: لصحافية
        measure: killed
        implicit: True
    نددت النقابة باختطاف المسلحين للطبيب سامر النوري.
        text: لطبيب
        measure: abducted
    """,
    refuses="""
    نددت النقابة باعتقال الصحافي سامر النوري لسعيه إلى الحقيقة.
    نددت النقابة باغتيال الجيش للصحافيين.
    أعلن الجيش مقتل الجنود لقائد الكتيبة.
    """,
)
def victim_behind_the_doer_of_an_act(m: Match) -> Count | None:
    """An act noun, its doer, and the victim behind "of" (the army's killing of the journalist): of acts that have an object."""
    noun = m.units[m.parts["noun"][0]]
    acts = [r for r in m.units[m.first]["MEASURE"] if r.kind == "noun" and not r.prep and r.measure in VIOLENT]
    if "+li" not in noun or not acts or m.units[m.first].view.endswith(_UNDERGONE):
        return None
    return single(m, acts[0].measure)


_HE_IS = "ي"
_UNDERGONE = ("مقتل", "مصرع", "استشهاد", "ارتقاء", "وفاه", "اصابه")  # of whom it befell
_APART = JOINED | {"mark", "prep"}
_BODIES = frozenset(("+al", "organisation", "known_place"))
_PERSONAL = frozenset(("role", "given"))  # whom a title behind would describe
_ENDS = frozenset(("+al", "toponym", "known_place", "name"))


def _is_a_doer(doer: Slot) -> bool:
    """Whether the words behind the verb are a body, or several people: the police, the forces of the army, gunmen, Israel."""
    known = not doer[-1].signature.isdisjoint(_BODIES) or doer[-1].view.endswith(NOMINATIVE)
    return known and all("PEOPLE_P" in word or word.signature.isdisjoint(_PERSONAL) for word in doer)


def _is_a_body(doer: Slot) -> bool:
    """Whether the words are a force with the article: the police, the Italian police."""
    return not doer[0].signature.isdisjoint(FORCES) and all("+al" in word for word in doer)


def _are_known(doer: Slot) -> bool:
    """Whether the words are several people with the article (the soldiers), whom no singular describes."""
    return "PEOPLE_P" in doer[0] and all("+al" in word for word in doer)


def _has_surname(units: Sequence[Unit], first: int) -> bool:
    return first < len(units) and not units[first].signature.isdisjoint(("given", "name", "+al"))


def _may_end(word: Unit) -> bool:
    """Whether a doer or a place may end with a word, so that what follows is not its genitive (the house | of the child)."""
    return not word.signature.isdisjoint(_ENDS) and ("+al" in word or "place_type" not in word)


def _is_named(units: Sequence[Unit], first: int) -> bool:
    """Whether a name stands behind a title, and its adjective: (the prisoner) set free So-and-so."""
    for word in units[first : first + 2]:
        if "given" in word:
            return True
        if "+al" not in word or not word.signature.isdisjoint(_APART):
            return False
    return False


def _is_apart(m: Match, doer: Slot) -> bool:
    """Whether a person with the article describes none of the words before him: they are several, or a body."""
    return doer[-1].view.endswith(NOMINATIVE) or _are_known(doer) or _disagree(m)


def _disagree(m: Match) -> bool:
    """Whether the verb is a woman's (or a body's) and the noun a man's."""
    slots = slots_of(m.units[m.first])
    noun: CountedNoun = m.units[m.parts["noun"][0]]["people"]
    return any(slot == "p3fs" for slot in slots) and not noun.feminine


@rule(
    seq(ONE_WHO, maybe(unit("qad")), unit("MEASURE", "STRONG", "MEASURE_VERB", "+pron")["fate"]),
    takes="""
    قالت أسرة الشاب الذي اعتقلته الشرطة إنه بريء.
        text: الشاب
        measure: arrested
        implicit: True
    تظاهر الطلاب من أجل الصحافية سعاد النوري التي خطفها مسلحون.
        text: الصحافية
        measure: abducted
    دفن الأهالي الفتى الذي قتله الجنود.
        text: الفتى
        measure: killed
    """,
    refuses="""
    قالت الشركة إن المحرك الذي أوقفه المهندس معطل.
    عاد المدير الذي أوقفه الوزير عن العمل.
    نددت الأسرة بالشرطي الذي قتل ابنها.
    زار الطبيب الجريح الذي أصابه المرض.
    """,
)
def victim_whom_a_relative_clause_takes_up(m: Match) -> Count | None:
    """The one a relative clause is about is the object of its verb (the young man whom the police arrested)."""
    rel, verb, noun = m.take("rel")[0], m.units[m.last - 1], m.units[m.parts["noun"][0]]
    if not is_who(rel) or verb["+pron"] != ("ها" if rel.view.endswith(_HER) else "ه"):
        return None
    return None if "countable" in noun else taken(m, verb)


_HER = "\N{ARABIC LETTER TEH}\N{ARABIC LETTER YEH}"
