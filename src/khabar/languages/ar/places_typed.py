"""Places behind a type word: the city of, the province of, the airport of; known to the atlas or not."""

from __future__ import annotations

from khabar.grammar import Match, either, maybe, rule, run, seq, unit
from khabar.languages.ar.places_drafts import Seen, draft, fits, rest_of_row
from khabar.languages.ar.places_names import COMMON, DEFINITE, SURE, TYPED, UNKNOWN, WEAK
from khabar.languages.ar.places_traps import GLUED, GRADES
from khabar.languages.drafts import PlaceDraft

DATES = ("weekday", "month", "hijri_month")
TYPE = unit("place_type", but=("+al", "+pron", "place_facility", "place_capital", "place_org", *DATES))
_STRICT = unit("place_strict", but=("+al", "+pron"))
_FACILITY = unit("place_facility", but=("+al", "+pron"))
_PLACE = unit(some=GRADES, but=GLUED)
_QUALIFIERS = run(unit("place_qualifier", "+al"), 0, 2)


@rule(
    seq(
        TYPE["type"],
        maybe(unit("demonym", "+al")),
        _PLACE["place"],
        run(seq(maybe(unit("comma")), unit("+and", some=GRADES, but=("place_type",))), 0, 8),
    ),
    takes="""
        قصفت الطائرات مدينة إدلب
            text: إدلب
            kind: settlement
        سيطر الجيش على محافظتي حماة وحمص
            text: حمص
        قتل شخصان شمال شرقي محافظة صلاح الدين
            text: صلاح الدين
            relation: northeast_of
    """,
    refuses="""
        عقد المجلس جلسة في مدينة كبيرة
        عمت المظاهرات مدن تركية
    """,
)
def after_type_word(m: Match) -> list[PlaceDraft] | None:
    """A type word (city, province, river) makes a place of the name behind it and says which of its namesakes is meant."""
    kind = m.take("type")[0]["place_type"]
    at = m.take("place").first
    here = m.units[at]
    if COMMON in here and not any(fits(kind, place) for place in here[COMMON].places):
        return None
    if "place_not_name" in here or (SURE in here and "demonym" in here and DEFINITE not in here and kind != "country"):
        return None  # Turkish regions, not the region of Turkey
    if COMMON in here and "place_strict" not in m.units[m.first]:
        return None
    if kind == "country" and WEAK in here and not any(fits(kind, place) for place in here[WEAK].places):
        return None
    return [draft(m, at, Seen("typed", kind)), *rest_of_row(m, at + 1, Seen("typed", kind))]


@rule(
    seq(unit("place_capital"), maybe(unit("demonym", "+al")), _PLACE["place"]),
    takes="""
        غادر الوفد العاصمة أبوجا
            text: أبوجا
            country: NG
        هز انفجار العاصمة الصومالية مقديشو
            text: مقديشو
            country: SO
    """,
    refuses="""
        هز انفجار العاصمة أمس
    """,
)
def after_the_word_capital(m: Match) -> list[PlaceDraft]:
    """The capital is named behind the word, with the article and the adjective of its country or without."""
    return [draft(m, m.take("place").first, Seen("typed", "settlement"))]


@rule(
    seq(
        _FACILITY["type"],
        either(_PLACE, unit(UNKNOWN))["place"],
        _QUALIFIERS,
    ),
    takes="""
        أغلقت السلطات جسر كسلا
            text: جسر كسلا
            country: SD
            kind: facility
        تجمع المحتجون في ساحة النخلة
            text: ساحة النخلة
        فر سجناء من سجن الصافورة المركزي
            text: سجن الصافورة المركزي
    """,
    refuses="""
        وصلت الشاحنات إلى المطار
        قال مدير مطار دولي إن الرحلات توقفت
    """,
)
def facility(m: Match) -> list[PlaceDraft] | None:
    """An airport, crossing, prison or square keeps its type word in its name; its country is that of the place inside."""
    at = m.take("place").first
    if "place_not_name" in m.units[at]:
        return None
    kind = "camp" if m.take("type")[0].get("place_type") == "camp" else "facility"
    seen = Seen("typed" if "place_name" in m.units[at] else "suggested", kind)
    return [draft(m, at, seen, m.first, m.last)]


@rule(
    unit(TYPED, some=(WEAK, COMMON), but=("demonym",)),
    takes="""
        اعتصم المئات في ميدان التحرير
            text: ميدان التحرير
        تجمع المحتجون في ساحة الجمهورية
            text: ساحة الجمهورية
    """,
    refuses="""
        اعتصم المئات في الميدان
    """,
)
def called_by_its_kind(m: Match) -> list[PlaceDraft]:
    """A listed name that begins with its type word carries its own evidence."""
    return [draft(m, m.first, Seen("typed", m.units[m.first][TYPED]))]


@rule(
    either(seq(_STRICT, unit(UNKNOWN)), seq(unit("place_side"), unit(UNKNOWN))),
    takes="""
        قتل شخصان في كمين قرب كاراودو
            text: كاراودو
            relation: near
        هاجم مسلحون قرية واراغوما فجراً
            text: واراغوما
            kind: settlement
    """,
    refuses="""
        هاجم مسلحون قرية نائية فجراً
        هاجم مسلحون القرية فجراً
    """,
)
def unknown_name_after_type_word(m: Match) -> list[PlaceDraft] | None:
    """No list holds all villages: an unknown word behind "village of" is kept as a place without a point."""
    at = m.last - 1
    if "place_not_name" in m.units[at]:
        return None
    return [draft(m, at, Seen("suggested", m.units[m.first].get("place_type") or "settlement"))]


TYPED_RULES = (
    after_type_word,
    after_the_word_capital,
    facility,
    called_by_its_kind,
    unknown_name_after_type_word,
)
