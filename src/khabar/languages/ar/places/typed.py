"""Places behind a type word: the city of, the province of, the airport of; known to the atlas or not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Match, Unit, either, maybe, rule, run, seq, unit
from khabar.languages.ar.phrases.shapes import is_article
from khabar.languages.ar.places.drafts import Seen, draft, fits, rest_of_row
from khabar.languages.ar.places.halves import is_first_half, is_second_half, is_upper
from khabar.languages.ar.places.name_units import DEFINITE, TYPED
from khabar.languages.ar.places.names import COMMON, SURE, WEAK
from khabar.languages.ar.places.traps import ANY_NAME, GRADES
from khabar.languages.ar.places.unknown import UNKNOWN, is_indefinite, is_within
from khabar.languages.drafts import PlaceDraft

_HEADS = frozenset(("place_head", "place_saint"))
DATES = ("weekday", "month", "hijri_month")
TYPE = unit("place_type", but=("+al", "+pron", "place_facility", "place_capital", "place_org", *DATES))
_STRICT = unit("place_strict", but=("+al", "+pron"))
_FACILITY = unit("place_facility", but=("+al", "+pron"))
# The first word of a name of two (the mother of, the house of; the saint, the king).
_HEAD = either(unit("place_head", but=("+al", "+pron")), unit("place_saint"))
# The second word of a name of two, which its first cannot do without.
_REST = unit(
    but=("mark", "quote", "prep", "FINITE", "comp", "rel", "TIME", "NUMBER", "place_type", "place_side", "+bi", "+li")
)
_QUALIFIERS = run(unit("place_qualifier", "+al"), 0, 2)


@rule(
    seq(
        TYPE["type"],
        maybe(unit("demonym", "+al")),
        ANY_NAME["place"],
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
        وصل الوالي إلى ولاية دجلة العليا
            text: دجلة العليا
            kind: admin1
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
    if here.signature & _HEADS and SURE not in here:
        return None
    if COMMON in here and not any(fits(kind, place) for place in here[COMMON].places):
        return None
    governed = COMMON in here and kind == "admin1" and any(place.kind == kind for place in here[COMMON].places)
    if ("place_not_name" in here and not governed) or (
        SURE in here and "demonym" in here and DEFINITE not in here and kind != "country"
    ):
        return None  # Turkish regions, not the region of Turkey
    if COMMON in here and "place_strict" not in m.units[m.first]:
        return None
    if "place_adjective" in here and SURE not in here and DEFINITE not in here:
        return None  # a town outside of
    if kind == "country" and WEAK in here and not any(fits(kind, place) for place in here[WEAK].places):
        return None
    if is_upper(m, at) or is_first_half(m, at):
        whole = draft(m, at, Seen("suggested", kind), at, at + 2)
        return [replace(whole, candidates=(), inside=False)]
    if is_second_half(m, at):
        whole = draft(m, at, Seen("suggested", kind), m.first, at + 1)
        return [replace(whole, candidates=(), inside=False)]
    found = [draft(m, at, Seen("typed", kind)), *rest_of_row(m, at + 1, Seen("typed", kind))]
    head = m.units[m.first]
    quarters = "place_small" in head or ("place_plural" in head and len(found) > 1)  # the quarters of a town are not it
    return [replace(one, quarter=True) for one in found] if quarters and kind == "neighbourhood" else found


@rule(
    seq(unit("place_governor", but=("+al", "+pron")), unit(some=(UNKNOWN, COMMON, WEAK)), unit("place_degree")),
    takes="""
        وطالبت النقابة بإقالة والي السنديان العليا
            text: السنديان العليا
            kind: admin1
        استقبل محافظ النخيل السفلى وفداً
            text: النخيل السفلى
    """,
    refuses="""
        استقبل رئيس المحكمة العليا وفداً
        استقبل والي النخيل وفداً
    """,
)
def province_of_a_governor(m: Match) -> list[PlaceDraft]:
    """Whom an upper or lower province is governed by names it, be it in no list (the governor of Upper X)."""
    whole = draft(m, m.first + 1, Seen("suggested", "admin1"), m.first + 1, m.last)
    return [replace(whole, candidates=(), inside=False)]


@rule(
    seq(unit("place_capital"), maybe(unit("demonym", "+al")), ANY_NAME["place"]),
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
        either(seq(_HEAD, _REST), ANY_NAME, unit(UNKNOWN))["place"],
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
    if "place_not_name" in m.units[at] or _is_figure_of_speech(m, at):
        return None
    kind = "camp" if m.take("type")[0].get("place_type") == "camp" else "facility"
    seen = Seen("typed" if "place_name" in m.units[at] else "suggested", kind)
    return [draft(m, at, seen, m.first, m.last)]


def _is_figure_of_speech(m: Match, at: int) -> bool:
    """A base, a field, a dam that is none (a broad base, in the field of honour, to stem hunger): the word behind is an
    ordinary noun with its article, a comparative or a verbal noun.
    """
    here = m.units[at].signature
    if "place_idle" not in m.take("type")[0] or here & {SURE, "place_likely", *_HEADS} or m.last > at + 1:
        return False
    return bool(m.units[at].signature & {"+al", "masdar", "+pron"}) or _COMPARATIVE.match(m.units[at].view) is not None


_COMPARATIVE = re.compile(r"ا\w{3}$")


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
    either(
        seq(_STRICT, _HEAD, _REST),
        seq(_STRICT, unit(UNKNOWN), unit("place_link"), _REST),
        seq(_STRICT, unit(UNKNOWN)),
        seq(unit("place_side"), unit("place_rural", but=("+al", "+pron")), _REST),
        seq(unit("place_road", but=("+al", "+pron")), unit("place_head", but=("+al", "+pron")), _REST),
        seq(unit("place_side"), unit(UNKNOWN)),
    ),
    takes="""
        قتل شخصان في كمين قرب كاراودو
            text: كاراودو
            relation: near
        هاجم مسلحون قرية واراغوما فجراً
            text: واراغوما
            kind: settlement
        قتل شخصان في كمين قرب تل الياسمينة
            text: تل الياسمينة
        اعترض مسلحون شاحنة على طريق عين السنديان
            text: عين السنديان
            kind: settlement
        نزح سكان القرى في شمال لاركوند
            text: لاركوند
            relation: north_of
    """,
    refuses="""
        هاجم مسلحون قرية نائية فجراً
        هاجم مسلحون القرية فجراً
    """,
)
def unknown_name_after_type_word(m: Match) -> list[PlaceDraft] | None:
    """No list holds all villages: an unknown word behind "village of" is kept as a place without a point."""
    at = m.first + 1
    half = m.last == at + 1 and bool(m.units[at].signature & _HEADS) and "+al" not in m.units[at]
    if "place_saint" in m.units[at] and m.last < len(m.units) and "+li" in m.units[m.last]:
        return None  # the King So-and-so City for science: a body
    if "place_road" in m.units[m.first] and not (is_article(m.units[m.last - 1]) and m.units[at].view not in _TO_IT):
        return None
    if "place_side" in m.units[m.first] and m.last == at + 2 and not is_article(m.units[at + 1]):
        return None  # near a hill that
    if "place_not_name" in m.units[at] or half or _is_idiom(m) or is_indefinite(m.units[m.last - 1].text):
        return None
    road = "place_road" in m.units[m.first]  # leads to a town, or past one
    seen = Seen("suggested", "settlement" if road else m.units[m.first].get("place_type") or "settlement")
    if m.last == at + 1:
        one = draft(m, at, seen)
        return [replace(one, kind="area") if is_within(m.units, m.first) else one]
    whole = draft(m, at, seen, at, m.last)
    return [replace(whole, candidates=()) if "place_rural" in m.units[at] else whole]  # no namesake of its first word


_TO_IT = ("راس", "باب", "بيت")  # the way of the cape, the gate, the house


def _is_idiom(m: Match) -> bool:
    """The word for a district says "in respect of" as well."""
    head, before = m.units[m.first], m.units[m.first - 1] if m.first else None
    return "place_district" in head and ("+li" in head or (before is not None and "min" in before))


@rule(
    seq(unit("place_mound", but=("+al", "+pron", "place_name")), unit(UNKNOWN)),
    takes="""
        قصفت المدفعية تل الزعفران غرب البلدة
            text: تل الزعفران
            kind: natural
        سيطر المقاتلون على تلة الصفصاف
            text: تلة الصفصاف
    """,
    refuses="""
        وقف الجندي على تل مرتفع
        تمركز الجنود فوق تلة استراتيجية
        اختبأ المقاتلون خلف تلة الرمال الكبيرة التي
    """,
)
def mound(m: Match) -> list[PlaceDraft] | None:
    """Hills and mounds are named by their word and a definite one behind it, known to no list; indefinite ones are described."""
    second = m.units[m.first + 1]
    if not is_article(second) or second.signature - _OF_MOUND or _is_described(m.units, m.last):
        return None
    whole = draft(m, m.first, Seen("suggested", "natural"), m.first, m.last)
    return [replace(whole, candidates=(), inside=False)]


_OF_MOUND = frozenset((UNKNOWN, "+al", "name", "given", "toponym", "masdar", "verb", "media_name", "place_definite"))


def _is_described(units: Sequence[Unit], at: int) -> bool:
    """Whether an adjective with the article follows: a word with it, no name (the hill of the big sands)."""
    return at < len(units) and is_article(units[at]) and not units[at].signature & {"demonym", "place_side"}


TYPED_RULES = (
    after_type_word,
    province_of_a_governor,
    after_the_word_capital,
    facility,
    called_by_its_kind,
    unknown_name_after_type_word,
    mound,
)
