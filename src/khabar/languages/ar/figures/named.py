"""Victims who are told by name, behind a verb or in a list: each name is one victim, as is the first behind the plural that says
who they all are.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from khabar.grammar import Match, Unit, either, maybe, one_of, rule, seq, unit
from khabar.languages.ar.figures.counts import Count, in_the_noun
from khabar.languages.ar.figures.fates import (
    NAME,
    NO_NUMBER,
    TIMES,
    VERB,
    VIOLENT,
    befell_all,
    fate_of,
    single,
    suffers,
    tells_a_fate,
)
from khabar.languages.ar.figures.marking import slots_of
from khabar.languages.ar.figures.no_victim import has_object, is_wanted_at
from khabar.languages.ar.figures.surnames import is_told_in_full
from khabar.languages.ar.lists.figure_words import CountedNoun
from khabar.languages.ar.phrases.shapes import JOINED, PREPOSED
from khabar.record.vocabulary import Measure

_FAR, _TITLE, _NAME = 24, 3, 5
_NO_HEAD = (*PREPOSED, "mark", "prep", "NUMBER", "org_head", "place_type", "known_place", "no_single")
_SURNAME = unit(but=(*JOINED, "people", "NUMBER", "mark", "MEASURE", "prep", "verb", "TIME"))
_ENDS = frozenset(("stop", "semicolon", "colon", "FINITE", "prep", "rel", "comp", "bi_comp", "NUMBER", "neg", "CUE"))


@rule(
    seq(VERB["fate"], TIMES, maybe(unit("place_head", but=("name_part",))), either(NAME, _SURNAME)["noun"], NO_NUMBER),
    takes="""
    اغتيل سامر النوري أمام منزله.
        text: سامر
        measure: killed
        implicit: True
    قُتل أمس سامر النوري برصاص مجهولين.
        text: سامر
        measure: killed
    زار سامر زوركوف القرية، وقُتل زوركوف برصاص مجهولين.
        text: زوركوف
        measure: killed
    اقتحمت القوات الجامعة واعتقلت رئيس مجلس طلبتها.
        text: رئيس مجلس
        measure: arrested
    """,
    refuses="""
    قتل سامر النوري ثلاثة أشخاص.
    توفيت سعاد النوري عن تسعين عاماً.
    زار سامر زوركوف القرية، وقتل زوركوف ثلاثة أشخاص.
    قُتل زوركوف برصاص مجهولين.
    """,
)
def named_victim_behind_a_verb(m: Match) -> Count | None:
    """The named dead behind a verb (So-and-so was assassinated); by the surname alone, where the report tells the full name.  A
    man's title cannot be the subject of a feminine verb: he is its object, whatever follows (she arrested the head of its council).
    """
    noun, verb = m.units[m.parts["noun"][0]], m.units[m.parts["fate"][0]]
    if "role" in noun.signature and not noun.text.split()[0].endswith(_SHE) and _is_feminine(verb):
        fate = fate_of(verb, "object", "either")
        return single(m, fate) if fate in VIOLENT and fate != "missing" else None
    if noun.signature.isdisjoint(("given", "role")) and not is_told_in_full(noun, m.text):
        return None
    return single(m, suffers(m))


@rule(
    seq(either(unit("given", "+and", but=_NO_HEAD), unit("PEOPLE_S", "+and", "+al", but=_NO_HEAD))["noun"]),
    takes="""
    قُتل في القصف سالم النوري ومروان السدري.
        text: مروان
        measure: killed
        implicit: True
    اعتقلت الشرطة الناشط سالم النوري والصحافي مروان السدري.
        text: الصحافي
        measure: arrested
        implicit: True
    أوقفت الشرطة سالم النوري، ومروان السدري.
        text: مروان
        measure: arrested
    قُتل خمسة أشخاص بينهم سالم النوري ومروان السدري.
        text: مروان
        measure: killed
        count_kind: subset
    """,
    refuses="""
    اعتقلت الشرطة سالم النوري، ومروان السدري يقول إنه سيطعن.
    قتل سالم ومروان ثلاثة جنود.
    التقى سالم النوري ومروان السدري.
    اعتقلت الشرطة سالم النوري والناشط يطالب بمحام.
    طالب المحتجون باعتقال سالم النوري ومروان السدري.
    """,
)
def next_name_in_a_list(m: Match) -> Count | None:
    """Names joined by "and" share the fate of the first; a title needs its name, and whoever begins a new clause is another."""
    head = m.units[m.first]
    if "given" not in head and not _is_named(m.units, m.last):
        return None
    if _goes_on(m.units, m.last):
        return None
    found = _list_before(m.units, m.first)
    if found is None:
        return None
    return in_the_noun(m, 8 if found.part else 6, 1, "single", found.fate)


@rule(
    seq(one_of("PEOPLE_P", "PEOPLE_D", but=_NO_HEAD), unit("given", but=(*_NO_HEAD, "+and"))["noun"]),
    takes="""
    استشهد الشبان سالم النوري ومروان السدري برصاص القناصة.
        text: سالم
        measure: killed
        implicit: True
    أعلنت النقابة اعتقال الصحافيين سالم النوري ومروان السدري.
        text: سالم
        measure: arrested
    """,
    refuses="""
    التقى الناشطان سالم النوري ومروان السدري.
    قُتل خمسة من حراس سالم النوري.
    """,
)
def first_name_behind_their_plural(m: Match) -> Count | None:
    """Behind a plural a list of names says who they are (the young men So-and-so and So-and-so): the first is one of them."""
    behind = m.units[m.last : m.last + _NAME]
    listed = any({"given", "+and"} <= word.signature for word in behind)
    if not listed or "+al" not in m.units[m.first]:
        return None
    found = _list_before(m.units, m.first + 1)
    return in_the_noun(m, 6, 1, "single", found.fate) if found is not None and not found.part else None


@rule(
    seq(
        unit("each"),
        unit("min"),
        maybe(unit("colon")),
        either(unit("given", but=(*_NO_HEAD, "+and")), unit("PEOPLE_S", "+al", but=_NO_HEAD))["noun"],
    ),
    takes="""
    اعتقلت القوات كلاً من سالم النوري ومروان السدري.
        text: سالم
        measure: arrested
        implicit: True
    اعتقلت القوات كلاً من: الناشط سالم النوري، ومروان السدري.
        text: الناشط
        measure: arrested
    """,
    refuses="""
    استقبل الوزير كلاً من سالم النوري ومروان السدري.
    طالب المحتجون بأن تعتقل الشرطة كلاً من سالم ومروان.
    """,
)
def first_of_each(m: Match) -> Count | None:
    """A verb has a list of names for its object behind "each of" (the forces arrested each of So-and-so and So-and-so)."""
    fate = _fate_of_each(m.units, m.first)
    return in_the_noun(m, 6, 1, "single", fate) if fate is not None else None


_SHE = "\N{ARABIC LETTER TEH MARBUTA}"


def _is_feminine(verb: Unit) -> bool:
    """Whether a perfect can only have a woman, or a body of people, for its subject."""
    told = [slot for slot in slots_of(verb) if slot[1] == "3"]  # not: I arrested
    return bool(told) and all(slot[0] in "pP" and slot[2:] == "fs" for slot in told)


class _List(NamedTuple):
    """What befell the named of a list; `part`: they are of those counted before, whose fate it is."""

    fate: Measure | None
    part: bool = False


def _list_before(units: Sequence[Unit], at: int) -> _List | None:
    """The list of names that goes on at units[at], by the fate told before it."""
    one = False
    for k in range(at - 1, max(-1, at - _FAR), -1):
        word = units[k]
        if word.signature & {"among", "namely"}:
            return _List(None, part=True) if one else None
        if _tells_a_fate(word):
            fate = befell_all(word) if one and not is_wanted_at(units, k) else None
            return _List(fate) if fate is not None else None
        doers = "PEOPLE_P" in word and "given" not in units[k + 1]
        if (doers or "fi" in word) and k and _tells_a_fate(units[k - 1]):
            continue  # were killed in the raid; gunmen abducted
        if "each" in word.signature:
            return _List(_fate_of_each(units, k)) if one else None
        if (doers or word.signature & _ENDS) and not (k and _calls(units, k - 1) and word.signature & _BEHIND):
            return None
        one = one or bool(word.signature & {"given", "PEOPLE_S", "PEOPLE_P", "PEOPLE_D"})
    return None


def _fate_of_each(units: Sequence[Unit], at: int) -> Measure | None:
    """What a verb says its doers did to those whom "each of" lists at units[at]."""
    for k in range(at - 1, max(-1, at - _NAME), -1):
        if _tells_a_fate(units[k]):
            wanted = _is_to_come(units[k]) or is_wanted_at(units, k)
            return None if wanted else befell_all(units[k])
        if not units[k].signature.isdisjoint(_NO_DOER):
            return None
    return None


def _is_to_come(word: Unit) -> bool:
    """Whether a verb tells nothing that has happened (that the police arrest)."""
    slots = slots_of(word)
    return bool(slots) and not any(slot[0] in "pP" for slot in slots)


_NO_DOER = frozenset(("mark", "FINITE", "comp", "bi_comp", "rel", "NUMBER"))
_CALLING, _BEHIND = frozenset(("each", "namely")), frozenset(("colon", "min"))


def _calls(units: Sequence[Unit], at: int) -> bool:
    """Whether "each of", or "they are", before a colon or without one, says that a list of names begins."""
    return not units[at].signature.isdisjoint(_CALLING) or (at > 0 and "each" in units[at - 1].signature)


def _tells_a_fate(word: Unit) -> bool:
    return "future" not in word.signature and tells_a_fate(word)


def _is_named(units: Sequence[Unit], first: int) -> bool:
    """Whether a name stands behind a title, and its adjective perhaps (the journalist, former, So-and-so)."""
    return any("given" in word and "+and" not in word for word in units[first : first + _TITLE])


def _goes_on(units: Sequence[Unit], first: int) -> bool:
    """Whether a verb, or whom they did it to, stands behind a name: he begins a clause, or does it with the one before him."""
    at = first
    while at < min(len(units), first + _NAME) and units[at].signature & _NAMING and "+and" not in units[at]:
        at += 1
    if at >= len(units):
        return False
    noun: CountedNoun | None = units[at].get("people")
    verb = units[at].signature & {"FINITE", "verb", "CUE", "kana", "copula"} and "+and" not in units[at]
    return bool(verb) or has_object(units, at) or (noun is not None and noun.number == "p")


_NAMING = frozenset(("given", "name", "+al", "name_part", "PEOPLE_S", "role"))
