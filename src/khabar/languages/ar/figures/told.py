"""Single victims known by the words beside them: an attribute, the noun itself, another victim, the counted they are among."""

from __future__ import annotations

from khabar.grammar import Match, either, maybe, not_ahead, not_behind, one_of, rule, run, seq, unit
from khabar.languages.ar.figures.beside import glued_prep
from khabar.languages.ar.figures.counts import HARD, STATES, Count
from khabar.languages.ar.figures.fates import (
    BESIDE,
    NO_NUMBER,
    PERSON,
    VERB,
    VIOLENT,
    single,
    suffers,
)
from khabar.languages.ar.figures.no_victim import has_object, passed_away
from khabar.languages.ar.lists.figure_words import CountedNoun
from khabar.languages.ar.phrases.shapes import JOINED, NISBA

_WHERE = frozenset(("known_place", "TIME", "prep_pron"))
_THERE = ("في", "خلال", "اثناء")  # in it, during it
_OTHER = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER KHAH}\N{ARABIC LETTER REH}"  # in other places: no person


@rule(
    seq(
        either(
            unit("PEOPLE_S", "+al", but=(*JOINED, "no_single")),
            seq(not_behind(unit("+al")), unit("demonym", "+al", but=(*JOINED, "people"))),
        )["noun"],
        maybe(unit("+al", but=(*JOINED, "org_head"))),
        unit("PEOPLE_S", "+al", but=(*JOINED, "kind_adjective")),
    ),
    takes="""
    قال إن الضابط القتيل من سكان البلدة.
        text: الضابط
        measure: killed
        implicit: True
    نقل المسعفون إلى المستشفى الطفل الجريح.
        text: الطفل
        measure: injured
    حققت النيابة مع العراقي الموقوف في القضية.
        text: العراقي
        measure: arrested
    استجوبت النيابة العنصر المتطرف الموقوف.
        text: العنصر
        measure: arrested
    """,
    refuses="""
    قال إن الضابط المسؤول من سكان البلدة.
    زار الوفد المستشفى العراقي الجديد.
    """,
)
def victim_with_an_attribute(m: Match) -> Count | None:
    """The attribute says what befell the one told of (the slain officer, the Iraqi in custody)."""
    noun, attribute = m.units[m.parts["noun"][0]].get("people"), m.units[m.last - 1]["people"]
    known = noun is not None and (noun.measure is not None or noun.number != "s")
    return single(m, attribute.measure) if not known and attribute.measure in STATES else None


@rule(
    seq(
        one_of("PEOPLE_S", "given", "role", but=(*JOINED, "measure_part", "no_single", "org_head", "prep"))["noun"],
        run(BESIDE, 0, 3, short=True),
        unit("FALLEN", but=("+al", *JOINED)),
    ),
    takes="""
    أردت الشرطة المهاجم قتيلاً في الساحة.
        text: المهاجم
        measure: killed
        implicit: True
    سقط المتظاهر سامر النوري شهيداً عند البوابة.
        text: المتظاهر
        measure: killed
    """,
    refuses="""
    قال إن الحارس كان مصاباً بالحمى.
    أرداه شرطي قتيلاً.
    """,
)
def victim_who_falls(m: Match) -> Count | None:
    """An accusative at the end says that somebody fell dead (shot the attacker dead), but not who shot "him" so; who is "hurt"
    may be ill.
    """
    doer = m.first > 0 and {"verb", "+pron"} <= m.units[m.first - 1].signature
    return None if doer else single(m, "killed")


@rule(
    seq(
        either(unit("MEASURE", but=("FATE_VERB",)), unit("leaves", "prep")),
        run(BESIDE, 0, 3, short=True),
        maybe(one_of("an", "ila", "fi")),
        unit("PEOPLE_S", "SUFFERER", but=("+al", "+and", "+li", "+ka", "no_single"))["noun"],
        not_ahead(one_of("NUMBER", "digits", but=("+and",))),
    ),
    takes="""
    سقط شهيد وجريحان في القصف.
        text: شهيد
        measure: killed
        implicit: True
    خلّف الانفجار 3 جرحى، وسقط قتيل عند الجسر.
        text: قتيل
        measure: killed
    أسفر انفجار اللغم عن قتيل من سكان القرية.
        text: قتيل
        measure: killed
    أوقع القصف قتيلاً في السوق.
        text: قتيلاً
        measure: killed
    خلف الانفجار قتيلاً في السوق.
        text: قتيلاً
        measure: killed
    وقع هجوم على حافلة خلف قتيلاً وثلاثة جرحى.
        text: قتيلاً
        measure: killed
    تسبب الانفجار بقتيل وثلاثة جرحى.
        text: قتيل
        measure: killed
    """,
    refuses="""
    سقط جسر في النهر.
    وقف المسعف خلف جريح كان ينتظر.
    سقط 4 قتلى في القصف.
    وقف خلف السور قتيلاً من التعب.
    """,
)
def one_who_is_called_a_victim(m: Match) -> Count | None:
    """A noun that says itself what befell the one it counts (a dead man fell; the explosion left one dead).

    "Left behind" has the letters of "behind": an accusative right after it, or after an event, says which it is.
    """
    noun, cause = m.units[m.last - 1], m.units[m.first]
    people: CountedNoun = noun["people"]
    if people.measure not in HARD:
        return None
    if "MEASURE" not in cause:
        left = any("event" in word for word in m.units[m.first + 1 : m.last - 1]) or m.last == m.first + 2
        return single(m, people.measure) if left and people.accusative else None
    before = m.units[m.last - 2]
    prep = before.view if before.signature & {"an", "ila", "fi"} else glued_prep(noun)
    readings = [r for r in cause["MEASURE"] if r.measure is None and r.prep == prep]
    if "measure_part" in noun:  # who falls dead is somebody told before
        readings = [r for r in readings if r.role == "object" and people.accusative]
    plain = readings and (people.accusative or "prep" not in cause)
    return single(m, people.measure) if plain else None


@rule(
    seq(unit("MEASURE", "STRONG"), run(BESIDE, 0, 3, short=True), unit("freedom"), PERSON["noun"], NO_NUMBER),
    takes="""
    أطلقت الحركة سراح صحافي بعد شهر.
        text: صحافي
        measure: released
        implicit: True
    أعلنت النيابة إخلاء سبيل الناشط سامر النوري.
        text: الناشط
        measure: released
    """,
    refuses="""
    أطلقت الحركة سراح 5 صحافيين.
    """,
)
def freed_by_somebody(m: Match) -> Count | None:
    """Freedom is given to one person (they set a journalist free)."""
    freed = any(reading.measure == "released" for reading in m.units[m.first]["MEASURE"])
    return single(m, "released") if freed else None


@rule(
    seq(
        unit("MEASURE", "STRONG", but=("+al", "+pron", "toll", "FATE_VERB"))["fate"],
        unit("demonym", but=("people", *JOINED))["noun"],
        not_ahead(one_of("NUMBER")),
    ),
    takes="""
    أصيب عراقي برصاص مجهولين.
        text: عراقي
        measure: injured
        implicit: True
    مقتل كندية في الهجوم على الفندق.
        text: كندية
        measure: killed
    لم يؤكد الجيش مقتل العراقي عند الحاجز.
        text: العراقي
        measure: killed
    """,
    refuses="""
    مقتل عراقيين في الهجوم.
    قصف عراقي على القرية.
    """,
)
def victim_of_a_nation(m: Match) -> Count | None:
    """One person told by nation alone (an Iraqi was hurt)."""
    readings = [r for r in m.units[m.first]["MEASURE"] if not r.prep and not r.weak and r.measure in VIOLENT]
    noun, after = m.units[m.last - 1], m.units[m.last].signature if m.last < len(m.units) else frozenset()
    known = "+al" in noun
    plain = "MEASURE_NOUN" in m.units[m.first] and not any(r.measure == "injured" for r in readings)
    if (known and not plain) or (not known and "+al" in after):
        return None  # players are hurt too; an Iraqi shelling of the village
    one = noun.view.endswith(NISBA)
    return single(m, readings[0].measure) if readings and one and not passed_away(m) else None


@rule(
    seq(one_of("victim_of"), PERSON["noun"], NO_NUMBER),
    takes="""
    أودى الانفجار بحياة عامل في المصنع.
        text: عامل
        measure: killed
        implicit: True
    وقع حادث راح ضحيته طفل.
        text: طفل
        measure: killed
    """,
    refuses="""
    أودى الانفجار بحياة 3 عمال.
    """,
)
def whose_life_it_cost(m: Match) -> Count | None:
    """One whose life an event took (it cost a worker his life)."""
    return single(m, "killed") if "+al" not in m.units[m.last - 1] else None


@rule(
    seq(
        VERB["fate"],
        either(seq(unit("fi"), run(BESIDE, 1, 3, short=True)), unit("prep_pron")),
        either(
            one_of("PEOPLE_S", "given", but=("prep", "no_single", *JOINED)),
            unit("role", but=("+al", "org_head", "no_single", *JOINED)),
        )["noun"],
        NO_NUMBER,
    ),
    takes="""
    وأصيب في الهجوم مدير المدرسة.
        text: مدير
        measure: injured
    وقُتل في الهجوم طفل وجُرح اثنان.
        text: طفل
        measure: killed
        implicit: True
    استشهد في القصف سامر النوري.
        text: سامر
        measure: killed
    زار مكاناً قُتل فيه شرطي قبل عام.
        text: شرطي
        measure: killed
    """,
    refuses="""
    وقُتل في الهجوم ثلاثة أطفال.
    وقُتل في قرية الشيخ سامر ثلاثة أطفال.
    """,
)
def victim_behind_the_scene(m: Match) -> Count | None:
    """Where or in what it happened may stand between the verb and its late subject (killed in the attack was a child)."""
    noun, before = m.units[m.last - 1], m.units[m.last - 2]
    if "prep_pron" in before and not before.view.startswith(_THERE):
        return None
    titled = m.last < len(m.units) and "given" in m.units[m.last]
    known = "+al" in noun and not titled  # in one of the terrorist acts, the house of the governor
    other = noun.view.startswith(_OTHER) or (known and before.signature.isdisjoint(_WHERE))
    return None if other or has_object(m.units, m.last) else single(m, suffers(m))
