"""The dead told by a word for them alone: the martyr So-and-so, the body of a soldier."""

from __future__ import annotations

from khabar.grammar import Match, either, one_of, rule, seq, unit
from khabar.languages.ar.figures.counts import Count, in_the_noun
from khabar.languages.ar.figures.fates import NO_NUMBER, PERSON, single
from khabar.languages.ar.phrases.shapes import JOINED

# Whatever bears the name of the dead: a hospital, a street, a brigade, a list of candidates.
_BEARS = frozenset(
    ("place_type", "place_facility", "place_org", "org_head", "numbered", "named_after", "phrase", "medium")
)


def _one(m: Match) -> Count | None:
    """The count of one; None behind a noun that only bears the name."""
    at = m.parts["noun"][0]
    before = m.units[at - 1].signature if at else frozenset()
    if before & _BEARS and before.isdisjoint(("akin", "+al")):
        return None
    return in_the_noun(m, 7, 1, "single", "killed")


@rule(
    seq(
        unit("martyr", but=("+and", "+ka", "+pron"))["noun"],
        one_of("given", "role", "name", but=("+pron", "prep", "mark", *JOINED)),
    ),
    takes="""
    وقال والد الشهيد سامي النوري إن ابنه كان طالباً.
        text: الشهيد
        measure: killed
        implicit: True
    وكرّمت البلدية أسرة الشهيد العقيد حسن الوادي.
        text: الشهيد
        measure: killed
    """,
    refuses="""
    ونقل الجرحى إلى مستشفى الشهيد سامي النوري.
    وقالت كتائب الشهيد سامي النوري إنها قصفت القاعدة.
    وتحدث عن الشهيد في خطبته.
    """,
)
def martyr_by_name(m: Match) -> Count | None:
    """A martyr with a name behind is one of the dead, wherever he is spoken of; what is called after him is not."""
    return _one(m)


@rule(
    seq(
        unit("remains", but=("+pron", "+al")),
        unit("PEOPLE_S", "+al", but=("+and", "+bi", "+li", "no_single"))["noun"],
    ),
    takes="""
    ووري جثمان الجندي سالم النوري الثرى في قريته.
        text: الجندي
        measure: killed
        implicit: True
    وسلّمت السلطات جثمان الشهيد إلى ذويه.
        text: الشهيد
        measure: killed
    """,
    refuses="""
    وألقى الأهالي نظرة على جثمان الفنان الراحل.
    وشيّعت المدينة جثامين الضحايا.
    """,
)
def body_of_one(m: Match) -> Count | None:
    """The body of a soldier, a child, a martyr is one dead; an artist or a king may have died of age."""
    return _one(m)


_NAME = unit("given", but=(*JOINED, "+al", "prep", "place_type", "people", "known_place"))


@rule(
    seq(unit("BODY", "PEOPLE_S", but=("+al", "+pron")), either(PERSON, _NAME)["noun"], NO_NUMBER),
    takes="""
    عثرت الشرطة على جثة شاب في النهر.
        text: شاب
        measure: killed
        implicit: True
    انتشل رجال الإنقاذ جثة امرأة من تحت الركام.
        text: امرأة
        measure: killed
    عثر الأهالي على جثة سامر النوري في النهر.
        text: سامر
        measure: killed
    """,
    refuses="""
    عثرت الشرطة على جثة مجهولة في النهر.
    تسلّم المستشفى تسع جثث بينها جثة فتى.
    زار قائد شرطي البلدة.
    """,
)
def whose_body_is_found(m: Match) -> Count | None:
    """The remains of one person (the body of a woman, of So-and-so)."""
    if m.first and "among" in m.units[m.first - 1]:
        return None  # among them the body of a boy: one of those counted before, by its body
    return single(m, "killed") if "+al" not in m.units[m.last - 1] else None
