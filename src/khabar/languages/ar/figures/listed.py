"""The victims a report prints as a list, a line each: what befell them stands in the sentence before the list."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Match, Unit, behind, either, maybe, one_of, rule, run, seq, unit
from khabar.languages.ar.figures.counts import Count, in_the_noun
from khabar.languages.quantities import exactly

_WORD = unit(but=("mark", "NUMBER", "comp", "TIME"))
_LONGEST, _TITLED = 14, 3
_NAMED = frozenset(("given", "name_part"))
_TEXT = frozenset(("FINITE", "comp", "bi_comp", "rel", "CUE"))


@rule(
    seq(
        behind(one_of("dash", "bracket_close")),
        _WORD["noun"],
        run(_WORD, 0, 6, short=True),
        unit("bracket_open"),
        unit("NUMBER"),
        maybe(unit("period")),
        unit("bracket_close"),
    ),
    takes="""
    قُتل ستة من السكان، هم: - سامر النوري (30 عاماً)
        text: سامر
        measure: killed
        implicit: True
    اعتقلت الشرطة ثلاثة طلاب، هم: - سعاد النوري (22 عاماً) وشقيقها سامر النوري (19 عاماً)
        text: سعاد
        measure: arrested
        implicit: True
    """,
    refuses="""
    قُتل ستة من السكان، وقال سامر النوري (30 عاماً) إنه نجا.
    اختارت اللجنة ثلاثة فائزين، هم: - سامر النوري (30 عاماً)
    """,
)
def line_with_an_age(m: Match) -> Count | None:
    """A line of a list that gives a name and an age: one of those whose list it is, and a second name behind "and"."""
    at = m.parts["noun"][0]
    joined = "bracket_close" in m.units[at - 1]
    if not _is_list(m.units, at - 1) or ("+and" in m.units[at]) != joined:
        return None
    kin = joined and "people" in m.units[at]  # and his son So-and-so
    at += kin and not m.units[at + 1].signature.isdisjoint(_NAMED)
    return Count(at, at + 1, exactly(1), m.rule.id, 9, "single", at)


@rule(
    seq(
        unit("dash"),
        one_of("given", "role", but=("+and", "+bi", "+li"))["noun"],
        either(_WORD, unit("slash")),
    ),
    takes="""
    قُتل ستة من رجال الشرطة، هم: - الرقيب سامر النوري
        text: الرقيب
        measure: killed
        implicit: True
    خطف مسلحون ثلاثة من السكان، هم: - سامر النوري
        text: سامر
        measure: abducted
        implicit: True
    """,
    refuses="""
    قُتل ستة من رجال الشرطة - سامر النوري من تل الزيتون
    قُتل ستة من رجال الشرطة، وأعلنت الوزارة: - الرقيب سامر النوري يرأس لجنة التحقيق
    """,
)
def line_with_a_name(m: Match) -> Count | None:
    """A line of a list that holds a name, with a title or without, and no verb."""
    line = m.units[m.first + 1 :]
    if not _is_list(m.units, m.first) or len(line) > _LONGEST or any(unit.signature & _TEXT for unit in line):
        return None
    named = any(not unit.signature.isdisjoint(_NAMED) for unit in line[: _TITLED + 1])
    return in_the_noun(m, 9, 1, "single") if named and not any("bracket" in unit for unit in line) else None


def _is_list(units: Sequence[Unit], at: int) -> bool:
    """Whether a dash at or before units[at] opens a line: first in its sentence, behind a number alone, or behind a colon."""
    for index in range(at, -1, -1):
        if "dash" in units[index]:
            return index == 0 or "colon" in units[index - 1] or (index == 1 and "NUMBER" in units[0])
    return False
