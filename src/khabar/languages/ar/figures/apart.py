"""Single victims parted from their fate by words of their own: a description, companions, those who did it in a plural verb."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Match, Unit, either, maybe, one_of, rule, run, seq, unit
from khabar.languages.ar.figures.counts import HARD, Count, in_the_noun
from khabar.languages.ar.figures.fates import (
    BESIDE,
    NO_NUMBER,
    PERSON,
    VERB,
    VIOLENT,
    befell_all,
    fate_of,
    single,
    tells_a_fate,
)
from khabar.languages.ar.figures.marking import slots_of
from khabar.languages.ar.figures.no_victim import has_object, is_wanted_at, passed_away
from khabar.languages.ar.lists.figure_words import CountedNoun
from khabar.languages.ar.phrases.shapes import JOINED, NOMINATIVE, OWNERS
from khabar.record.vocabulary import Measure

_TITLE = unit("role", but=(*JOINED, "people", "mark", "MEASURE", "org_head", "prep", "place_type"))
_DESCRIBING = unit(but=("mark", "comp", "bi_comp", "rel", "NUMBER", "CUE"))


@rule(
    seq(
        one_of("comp", "bi_comp"),
        either(PERSON, _TITLE)["noun"],
        run(BESIDE, 0, 3, short=True),
        one_of("fi", "min", "rel")["by"],
        run(_DESCRIBING, 1, 6, short=True)["said"],
        maybe(unit("qad")),
        VERB["fate"],
    ),
    takes="""
    قالت الوزارة إن قيادياً كبيراً في التنظيم قُتل في غارة.
        text: قيادياً
        measure: killed
        implicit: True
    قالت الشرطة إن الشاب الذي نفذ الهجوم قُتل برصاص الحراس.
        text: الشاب
        measure: killed
    ذكرت النقابة أن مراسلاً من القناة اعتقل عند الحاجز.
        text: مراسلاً
        measure: arrested
    """,
    refuses="""
    قالت الشرطة إن شاباً في الثلاثين قتل جاره.
    قالت الشرطة إن الشاب الذي هرب قتل المراسل.
    قالت الأسرة إن الطبيب في المستشفى أوقف العلاج.
    """,
)
def victim_described_before_a_verb(m: Match) -> Count | None:
    """Where he is from, or a clause about him, stands between the subject and the verb that tells his fate (that a leader in the
    group was killed): of a verb that also has objects, only where none may follow.
    """
    word, said = m.units[m.last - 1], m.take("said")
    if "rel" in m.take("by")[0] and not any("verb" in unit for unit in said):
        return None
    if "natural" in word.signature and passed_away(m):
        return None
    if m.last < len(m.units) and "period" in m.units[m.last]:
        return None  # spent years
    fate = fate_of(word, "subject") or (fate_of(word, "either") if _has_none(m.units, m.last) else None)
    return None if fate == "missing" else single(m, fate)


def _has_none(units: Sequence[Unit], first: int) -> bool:
    """Whether what stands behind a verb can be no object of it: nothing, a mark, a preposition, a time."""
    if first >= len(units):
        return True
    return not units[first].signature.isdisjoint(_NO_OBJECT) and not has_object(units, first)


_NO_OBJECT = frozenset(("mark", "prep", "+bi", "TIME", "manner", "with", "while", "adverb"))


@rule(
    seq(
        unit("MEASURE", "STRONG", "FATE_VERB", but=("+al", "+pron", "toll", "PASSIVE"))["fate"],
        either(
            unit("PEOPLE_S", but=(*JOINED, "measure_part", "no_single")),
            unit("given", but=(*JOINED, "+al", "people", "prep", "TIME")),
        )["noun"],
        NO_NUMBER,
    ),
    takes="""
    قالت المنظمة إن الجنود قتلوا فتى عند الجسر.
        text: فتى
        measure: killed
        implicit: True
    دخل المسلحون القرية وخطفوا الطبيب سامر النوري.
        text: الطبيب
        measure: abducted
    أطلق الحراس النار وأصابوا شقيقه.
        text: شقيقه
        measure: injured
    """,
    refuses="""
    قالت المنظمة إن الجنود لم يقتلوا فتى.
    هدد المسلحون بأن يقتلوا الطبيب.
    قال السكان إنهم فقدوا صديقاً.
    """,
)
def victim_of_several(m: Match) -> Count | None:
    """A verb in the plural has its doers in itself: one person right behind it is whom they did it to (they killed a boy)."""
    word = m.units[m.first]
    before = m.units[m.first - 1].signature if m.first else frozenset()
    done = any(slot[0] == "p" and slot[2:] in _MANY for slot in slots_of(word))
    if not done or not before.isdisjoint(("conditional", "neg")):
        return None
    fate = fate_of(word, "object", "either")
    return None if fate == "missing" else single(m, fate)


_MANY = ("mp", "md", "fp", "fd")


@rule(
    seq(
        unit("with"),
        one_of("PEOPLE_S", "PEOPLE_D", "relation_two", but=(*JOINED, "measure_part", "no_single"))["noun"],
        NO_NUMBER,
    ),
    takes="""
    اغتيل القاضي سامر النوري مع سائقه أمام المحكمة.
        text: سائقه
        measure: killed
        implicit: True
    قُتل المحامي مع سائقه عند الجسر.
        text: سائقه
        measure: killed
    """,
    refuses="""
    قُتل شاب في شجار مع جاره.
    التقى القاضي مع سائقه.
    قتلت القوات مسلحاً بالتعاون مع الجيش.
    """,
)
def companion_of_a_victim(m: Match) -> Count | None:
    """Who is "with" a victim right behind his name, and is his, shares his fate (the judge was killed with his driver)."""
    noun = m.units[m.parts["noun"][0]]
    if not noun.text.endswith(OWNERS):
        return None
    fate = _fate_of_the_other(m.units, m.first)
    if fate is None:
        return None
    return single(m, fate) if "PEOPLE_S" in noun else in_the_noun(m, 6, 2, "dual", fate)


def _fate_of_the_other(units: Sequence[Unit], at: int) -> Measure | None:
    """What befell the one whose name ends before units[at]: the word right before his name says it."""
    for k in range(at - 1, max(-1, at - _NAME), -1):
        word = units[k]
        if {"MEASURE", "STRONG"} <= word.signature and "+al" not in word:
            one = k < at - 1 and not units[k + 1].signature.isdisjoint(_PERSONS)
            return (
                next((r.measure for r in word["MEASURE"] if not r.prep and r.measure in _SHARED), None) if one else None
            )
        if not word.signature.isdisjoint(_BROKEN):
            return None
    return None


_NAME = 7
_SHARED = VIOLENT - {"missing"}
_PERSONS = frozenset(("PEOPLE_S", "given", "role"))
_BROKEN = frozenset(("mark", "prep", "FINITE", "comp", "bi_comp", "rel", "NUMBER", "PEOPLE_P", "event"))


@rule(
    seq(
        either(
            unit("PEOPLE_S", but=(*JOINED, "measure_part", "no_single")), unit("given", but=(*JOINED, "people", "prep"))
        )["noun"],
        run(
            unit(but=("mark", "PEOPLE_S", "PEOPLE_P", "PEOPLE_D", "comp", "bi_comp", "rel", "NUMBER")), 0, 6, short=True
        ),
        unit("MEASURE", "STRONG", "MEASURE_VERB", "+pron", some=("+and", "+fa"))["fate"],
    ),
    takes="""
    داهمت الشرطة منزل الناشط سامر النوري واعتقلته.
        text: الناشط
        measure: arrested
        implicit: True
    طارد الحراس المهاجم في السوق وقتلته الشرطة.
        text: المهاجم
        measure: killed
    """,
    refuses="""
    داهم الحراس منزل الناشطة واعتقلته الشرطة.
    زار الوزير المصنع وأوقفه عن العمل.
    """,
)
def victim_taken_up_by_a_pronoun(m: Match) -> Count | None:
    """The one told of last is the object of the verb that goes on (they raided the house of the activist and arrested him)."""
    noun, verb = m.units[m.parts["noun"][0]], m.units[m.last - 1]
    pronoun = verb["+pron"]
    people: CountedNoun | None = noun.get("people")
    woman = noun.text.endswith(_SHE) or (people is not None and people.feminine and not noun.text.endswith(OWNERS))
    if pronoun != ("ها" if woman else "ه") or noun.text.endswith(OWNERS):
        return None
    before = m.units[m.first - 1] if m.first else None
    if before is not None and (tells_a_fate(before) or ("people" not in noun and before.signature & _PERSONS)):
        return None  # his fate is told already; of a name, its title is counted
    found = taken(m, verb)
    return None if found is None or _is_aimed_at(m) else found


def taken(m: Match, verb: Unit) -> Count | None:
    """The one in the slot `noun` whom a verb takes up by its pronoun as killed, held or let go; a machine or goods are none."""
    if not any(slot[0] == "p" for slot in slots_of(verb)) or verb.view.removeprefix("و").startswith(_STOPS):
        return None
    fate = fate_of(verb, "object", "either")
    return single(m, fate) if fate in _TAKEN else None


def _is_aimed_at(m: Match) -> bool:
    """Whether it is wanted, or the verb may be a noun behind a preposition (a plan for luring him and his killing)."""
    aimed = any(unit.signature & {"+li", "+bi"} for unit in m.units[max(0, m.first - 3) : m.first])
    return is_wanted_at(m.units, m.last - 1) or (aimed and "MEASURE_NOUN" in m.units[m.last - 1])


_TAKEN = ("killed", "arrested", "abducted", "released")
_STOPS, _SHE = ("اوقف", "يوقف", "ضبط"), "ة"  # a machine, goods
_FAR = 9
_ENDS = frozenset(("mark", "FINITE", "prep", "rel", "comp", "bi_comp", "NUMBER", "PEOPLE_P", "neg"))


@rule(
    seq(unit("PEOPLE_S", "+and", but=("+al", "measure_part", "no_single", "MEASURE"))["noun"], NO_NUMBER),
    takes="""
    مقتل امرأة وطفلها في غارة على المخيم.
        text: طفلها
        measure: killed
        implicit: True
    اغتيل سامر النوري وشقيقه أمام المنزل.
        text: شقيقه
        measure: killed
    قُتل خمسة أشخاص بينهم امرأة وطفلها.
        text: طفلها
        measure: killed
    أسفر القصف عن سقوط قتيل وجريح.
        text: جريح
        measure: injured
    سقط شهيد وجريحة برصاص القناصة.
        text: جريحة
        measure: injured
    """,
    refuses="""
    قتل الجيش شرطياً، وزار وزير القرية.
    قُتل خمسة جنود ومدنيون.
    قُتل خمسة أشخاص بينهم امرأة، وأعلن وزير وسفير الحداد.
    """,
)
def next_in_a_list_of_victims(m: Match) -> Count | None:
    """A list of single victims goes on (a woman, her child and her brother), also behind "among them"."""
    one, own = False, _called(m.units[m.first])
    for at in range(m.first - 1, max(-1, m.first - _FAR), -1):
        word = m.units[at]
        if word.signature & {"among", "namely"}:
            return in_the_noun(m, 7, 1, "single") if one else None
        if tells_a_fate(word):
            sure = "+al" not in m.units[at + 1] or not has_object(m.units, m.last)
            fate = befell_all(word)
            return single(m, own if own and fate in HARD else fate) if one and sure else None
        if own and ("leaves" in word or any(reading.measure is None for reading in word.get("MEASURE") or ())):
            return single(m, own) if one else None
        if word.signature & _ENDS and not (one and _may_stand_before(m.units, at, own)):
            return None
        one = one or not (
            word.signature.isdisjoint(_ONE) or ("+al" in word and at and m.units[at - 1].signature & _OWNED)
        )
    return None


def _called(word: Unit) -> Measure | None:
    """What a noun says itself befell whom it counts, in a list of the dead and the hurt (a dead and a wounded man fell)."""
    noun: CountedNoun = word["people"]
    return noun.measure if noun.measure in HARD else None


def _may_stand_before(units: Sequence[Unit], at: int, own: Measure | None) -> bool:
    """Whether a list of victims may begin behind a word: what an event led to, the scene, several doers behind the verb."""
    word = units[at]
    if own and not word.signature.isdisjoint(("an", "ila")):
        return True
    behind_fate = at > 0 and tells_a_fate(units[at - 1])
    return behind_fate and ("fi" in word or ("PEOPLE_P" in word and (word.view.endswith(NOMINATIVE) or "+al" in word)))


_OWNED = frozenset(("place_type", "countable", "weapon"))  # whose house or car it is
_ONE = frozenset(("PEOPLE_S", "PEOPLE_D", "given", "role"))
