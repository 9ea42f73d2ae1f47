"""Numbers of people told by what ends their phrase: a name before the number, a wound or a fall behind it."""

from __future__ import annotations

from msgspec.structs import replace

from khabar.grammar import Match, behind, either, rule, run, seq, unit
from khabar.languages.ar.figures.counts import HARD, Count, counted, noun_of
from khabar.languages.ar.lists.figure_words import CountedNoun

_OWNER = unit(
    but=("mark", "FINITE", "NUMBER", "TIME", "prep", "+and", "PEOPLE_P", "MEASURE", "comp", "countable", "org_head")
)
_TOLD = (*HARD, "arrested", "abducted")


@rule(
    seq(
        unit("PEOPLE_P", but=("+al", "+pron", "+bi", "+li"))["noun"],
        run(_OWNER, 1, 4, short=True),
        either(seq(behind(unit("al_free")), unit("NUMBER")), unit("NUMBER", "+al"))["number"],
    ),
    takes="""
    شيعت البلدة شهداء تل الزيتون الـ10 في موكب واحد.
        text: 10
        measure: killed
    قُتل أبناء سامر النوري الثلاثة في الغارة.
        text: الثلاثة
        measure: killed
    """,
    refuses="""
    التقى وزراء خارجية الدول الست في العاصمة.
    زار رؤساء البلديات الخمسة القرية.
    """,
)
def people_of_somebody_then_number(m: Match) -> Count | None:
    """A number with the article behind people and their owner or place (the martyrs of the town, the ten): theirs where they
    are victims or somebody's children, else it may count what the name is of.
    """
    noun: CountedNoun = m.units[m.first]["people"]
    found = (
        counted(m, 2) if noun.measure in _TOLD or (noun.unit == "person" and "kin_many" in m.units[m.first]) else None
    )
    return found if found is not None and noun_of(m.units, found) is noun else None


@rule(
    seq(unit("NUMBER")["number"], unit("hurt_with")),
    takes="""
    أصيب 15 شخصاً بحالات اختناق، واثنان بحروق بسيطة.
        text: اثنان
        measure: injured
    وصل ثلاثة بجروح خطيرة إلى المستشفى.
        text: ثلاثة
        measure: injured
    """,
    refuses="""
    وصل ثلاثة بسيارة إلى المستشفى.
    """,
)
def number_with_wounds(m: Match) -> Count | None:
    """Wounds or burns behind a bare number say what befell those it counts (and two with light burns)."""
    found = counted(m, 5, "alone")
    return replace(found, fate="injured") if found is not None else None


@rule(
    seq(unit("NUMBER")["number"], unit("falls", "FATE_VERB"), unit("PEOPLE_P", but=("+al", "+and"))["kind"]),
    takes="""
    قال مسؤولون إن العشرات سقطوا قتلى في الاشتباكات.
        text: العشرات
        measure: killed
    ذكرت البلدية أن ستة سقطوا جرحى عند الجسر.
        text: ستة
        measure: injured
    """,
    refuses="""
    قال مسؤولون إن ثلاثة سقطوا في الامتحان.
    """,
)
def number_that_falls(m: Match) -> Count | None:
    """Those who "fell dead" are told by the plural behind their verb."""
    kind: CountedNoun = m.units[m.parts["kind"][0]]["people"]
    found = counted(m, 3, "alone")
    return replace(found, fate=kind.measure) if found is not None and kind.measure in HARD else None
