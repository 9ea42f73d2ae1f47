"""Kin: the two of somebody who suffer beside him, and those whom somebody loses."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Match, Unit, either, one_of, rule, run, seq, unit
from khabar.languages.ar.figures.counts import Count, in_the_noun
from khabar.languages.ar.figures.fates import is_who
from khabar.languages.ar.figures.no_victim import KIN
from khabar.languages.ar.lists.figure_words import CountedNoun

_INSIDE = unit(but=("mark", "FINITE", "NUMBER", "comp", "bi_comp", "MEASURE", "rel", "TIME"))
_LOSER = unit(but=("mark", "FINITE", "NUMBER", "comp", "bi_comp", "MEASURE", "rel", "TIME", "prep", "+pron"))
_TWO = either(unit("relation_two", "+and"), unit("PEOPLE_D", "+and", "+pron"))
_SHE = "\N{ARABIC LETTER TEH}"
_HER = "\N{ARABIC LETTER HEH}\N{ARABIC LETTER ALEF}"


@rule(
    seq(one_of("PEOPLE_S", "given", but=("+li",)), run(_INSIDE, 0, 3, short=True), _TWO["noun"]),
    takes="""
    أدى الانهيار إلى مصرع امرأة وطفليها.
        text: طفليها
        measure: killed
        low: 2
    أصيب الرجل وابنتاه في القصف.
        text: ابنتاه
        measure: injured
    """,
    refuses="""
    زارت المرأة وطفلاها المدينة.
    قُتل ثلاثة رجال وتفرق الباقون.
    """,
)
def two_of_his(m: Match) -> Count:
    """Two of somebody's kin are joined to the one victim before them, without a number word (a woman and her two children)."""
    return in_the_noun(m, 2, 2, "dual")


@rule(
    seq(
        unit("loses")["verb"], run(_LOSER, 0, 2, short=True)["loser"], unit("PEOPLE_S", "+pron", but=("+and",))["noun"]
    ),
    takes="""
    فقد الرجل زوجته وثلاثة من أبنائه في القصف.
        text: زوجته
        measure: killed
        implicit: True
    تبكي أم سعيد التي فقدت ابنتها في الزلزال.
        text: ابنتها
        measure: killed
    فقد زوجته في الحريق.
        text: زوجته
        measure: killed
    """,
    refuses="""
    فُقدت ابنتها منذ يومين.
    فقد ابنه عمله في المصنع.
    """,
)
def kin_somebody_lost(m: Match) -> Count | None:
    """Who loses his own kin has them dead, where the verb can only be active: its subject stands beside it, or its form fits
    another than the kin ("she lost" a son).
    """
    verb, kin = m.units[m.parts["verb"][0]], m.units[m.parts["noun"][0]]
    noun: CountedNoun = kin["people"]
    owned = noun.lemma not in KIN or any("possession" in unit for unit in m.units[m.last : m.last + 2])
    stated = bool(m.take("loser")) or _is_relative(m.units[m.first - 1 : m.first])
    return in_the_noun(m, 5, 1, "single", "killed") if not owned and (stated or _disagrees(verb, kin)) else None


def _is_relative(before: Sequence[Unit]) -> bool:
    return bool(before) and "rel" in before[0] and is_who(before[0])


def _disagrees(verb: Unit, kin: Unit) -> bool:
    """Whether a verb of "she" stands before a man, or one of "he" before a woman: the noun is its object."""
    bare = kin.view.removesuffix(_HER).removesuffix(_HER[0])
    return verb.view.endswith(_SHE) != bare.endswith(_SHE)
