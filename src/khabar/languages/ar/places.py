"""Places in Arabic: which names in a sentence are places, by what stands around them.

A name that proves little alone wants evidence: a type word (the city of), a place frame (in, north of), a place
beside it.  Names that other words claim (persons, organisations, clubs) are held by the rules of `places_traps`.
What one sentence leaves open is settled over the whole report (`khabar.reading.places`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from khabar.grammar import BEGIN, Found, Grammar, Match, Unit, behind, either, maybe, one_of, rule, run, seq, unit
from khabar.languages.ar.places_drafts import Seen, countries_named, draft, fits, rest_of_row, span_of
from khabar.languages.ar.places_names import COMMON, DEFINITE, LIKELY, SURE, TYPED, UNKNOWN, WEAK, with_names
from khabar.languages.ar.places_traps import GLUED, GRADES, TRAPS
from khabar.languages.drafts import PlaceDraft

_DATES = ("weekday", "month", "hijri_month")
_TYPE = unit("place_type", but=("+al", "+pron", "place_facility", *_DATES))
_STRICT = unit("place_strict", but=("+al", "+pron"))
_FACILITY = unit("place_facility", but=("+al", "+pron"))
_OTHERWISE = ("cue", "cue_noun", "place_type", "medium", "document", "people", "unnamed", "org_head", *_DATES)
_PLACE = unit(some=GRADES, but=GLUED)
_IN_ROW = run(seq(maybe(unit("comma")), unit("+and", some=GRADES, but=("demonym",))), 1, 8)
_FRAME = one_of("fi", "ila", "place_side", "place_adverb")
_QUALIFIERS = run(unit("place_qualifier", "+al"), 0, 2)


@rule(
    unit(SURE, but=("demonym", *_DATES)),
    takes="""
        قالت واشنطن إن المحادثات مستمرة
            text: واشنطن
            name: Washington
        عاد الوفد للقاهرة وبيروت
            text: لقاهرة
            text: بيروت
        وصلت المساعدات إلى جمهورية الكونغو الديمقراطية
            text: جمهورية الكونغو الديمقراطية
    """,
    refuses="""
        أعلنت الحكومة السورية الإفراج عن معتقلين
        نقل الجرحى إلى المشفى
    """,
)
def named(m: Match) -> list[PlaceDraft]:
    """Countries, capitals and the curated places of crisis news are places wherever they are named, metonyms included."""
    return [draft(m, m.first, Seen())]


@rule(
    unit(LIKELY, but=("demonym", "given", "+pron", *_DATES)),
    takes="""
        اندلعت مواجهات في كراتشي
            text: كراتشي
    """,
    refuses="""
        قال كريم إن المواجهات اندلعت
    """,
)
def large_town_or_province(m: Match) -> list[PlaceDraft]:
    """Provinces and towns of half a million are named without a word around them; only persons share their names."""
    return [draft(m, m.first, Seen())]


@rule(
    either(
        seq(either(one_of("prep", "role", "place_side", "comp", "bi_comp"), _TYPE), unit(SURE, "demonym")),
        seq(one_of("cue", "verb", "quote", "rel", "colon", but=("+al",)), unit(SURE, "demonym", DEFINITE)),
        unit(SURE, "demonym", some=("+bi", "+li")),
        seq(BEGIN, unit(SURE, "demonym")),
        seq(behind(unit(SURE)), unit("+and", SURE, "demonym")),
    ),
    takes="""
        نزح الآلاف من سورية
            text: سورية
        أعلنت السعودية وقف التصدير
            text: السعودية
    """,
    refuses="""
        أفادت مصادر سورية بمقتل شخصين
        أوقفت الشركات السعودية التصدير
    """,
)
def country_spelt_like_its_adjective(m: Match) -> list[PlaceDraft]:
    """Syria with a final ta marbuta is also "Syrian": the country where no noun stands before it, else the adjective."""
    return [draft(m, m.last - 1, Seen())]


@rule(
    seq(
        unit(some=(SURE, LIKELY), but=("demonym", *_DATES)),
        _IN_ROW,
    ),
    takes="""
        امتدت الاحتجاجات إلى دمشق ودوما
            text: دمشق
            text: دوما
    """,
    refuses="""
        التقى الوزير وزملاءه
    """,
)
def row(m: Match) -> list[PlaceDraft]:
    """Places are listed with places: a small town joined by "and" to a well-known one is a place too."""
    drafts = [draft(m, m.first, Seen())]
    for at in range(m.first + 1, m.last):
        here = m.units[at]
        if "place_name" in here:
            drafts.append(draft(m, at, Seen("named" if SURE in here else "weak" if COMMON in here else "row")))
    return drafts


@rule(
    seq(
        _TYPE["type"],
        maybe(unit("demonym", "+al")),
        _PLACE["place"],
        run(seq(maybe(unit("comma")), unit("+and", some=GRADES, but=("place_type",))), 0, 8),
    ),
    takes="""
        قصفت الطائرات مدينة إدلب
            text: إدلب
            kind: settlement
        سيطر الجيش على محافظتي حماة وحمص
            text: حماة
            text: حمص
        قتل شخصان شمال شرقي محافظة صلاح الدين
            text: صلاح الدين
            relation: northeast_of
    """,
    refuses="""
        عقد المجلس جلسة في مدينة كبيرة
    """,
)
def after_type_word(m: Match) -> list[PlaceDraft] | None:
    """A type word (city, province, river) makes a place of the name behind it and says which of its namesakes is meant."""
    kind = m.take("type")[0]["place_type"]
    at = m.take("place").first
    here = m.units[at]
    if COMMON in here and not any(fits(kind, place) for place in here[COMMON].places):
        return None
    if COMMON in here and "place_strict" not in m.units[m.first]:
        return None
    return [draft(m, at, Seen("typed", kind)), *rest_of_row(m, at + 1, Seen("typed", kind))]


@rule(
    seq(unit("place_capital"), maybe(unit("demonym", "+al")), _PLACE["place"]),
    takes="""
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
        أغلقت السلطات مطار حلب الدولي
            text: مطار حلب الدولي
            country: SY
        تجمع المحتجون في ساحة الجمهورية
            text: ساحة الجمهورية
            kind: facility
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
    kind = "camp" if m.take("type")[0]["place_type"] == "camp" else "facility"
    seen = Seen("typed" if "place_name" in m.units[at] else "suggested", kind)
    return [draft(m, at, seen, m.first, m.last)]


@rule(
    unit(TYPED, some=(WEAK, COMMON), but=("demonym",)),
    takes="""
        اعتصم المئات في ميدان التحرير
            text: ميدان التحرير
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


@rule(
    either(
        seq(_FRAME, unit(WEAK, but=("cue", "place_type", *_DATES))),
        unit(WEAK, "+bi", but=("given", "cue", "place_type", *_DATES)),
        seq(behind(one_of("min", "role")), unit(WEAK, but=("given", "cue", "place_type", *_DATES))),
    ),
    takes="""
        قتل ثلاثة أشخاص في جسر الشغور بسوريا
            text: جسر الشغور
    """,
    refuses="""
        شارك في الاجتماع وزراء
    """,
)
def after_place_preposition(m: Match) -> list[PlaceDraft]:
    """A small town behind "in", "to", "north of" is a place where its country is spoken of; else it may be a namesake."""
    return [draft(m, m.last - 1, Seen("framed"))]


@rule(
    either(
        seq(either(_FRAME, unit("role", but=("+al",))), unit(COMMON, but=_OTHERWISE)),
        unit(COMMON, "+bi", but=_OTHERWISE),
    ),
    takes="""
        أضرب العمال في ليون الفرنسية
            text: ليون
            country: FR
    """,
    refuses="""
        جاء في بيان أن العمال أضربوا
    """,
)
def doubtful_name_after_preposition(m: Match) -> list[PlaceDraft]:
    """A well-known town whose name is an ordinary word or a person's name too counts behind "in", in its own country."""
    return [draft(m, m.last - 1, Seen("doubtful"))]


@rule(
    unit(WEAK, but=_OTHERWISE),
    takes="""
        قصف الطيران بلدة كفر نبل ثم استهدفت المدفعية كفر نبل
            text: كفر نبل
            text: كفر نبل
    """,
    refuses="""
        قال كاتب إن القصة طويلة
    """,
)
def once_more(m: Match) -> list[PlaceDraft]:
    """A small town's name without evidence counts only where the report gives it evidence elsewhere."""
    return [draft(m, m.last - 1, Seen("weak"))]


_RULES = (
    named,
    large_town_or_province,
    country_spelt_like_its_adjective,
    row,
    after_type_word,
    after_the_word_capital,
    facility,
    called_by_its_kind,
    unknown_name_after_type_word,
    after_place_preposition,
    doubtful_name_after_preposition,
    once_more,
)
RULES = (*TRAPS, *_RULES)
_GRAMMAR = Grammar("places", RULES)


def find_places(units: Sequence[Unit]) -> list[Found]:
    """The places of a sentence, in its order, each with a PlaceDraft as value; `first`, `last` count in `units`."""
    row_ = with_names(units)
    if row_ is None:
        return []
    nearby = countries_named(row_.units)
    found: list[Found] = []
    for find in _GRAMMAR.read(row_.units):
        for place in find.value or ():
            inside = [
                row_.places[k] for k in range(find.first, find.last)
                if row_.units[k].end > place.span[0] and row_.units[k].start < place.span[1]
            ]
            found.append(Found(inside[0][0], inside[-1][1], find.rule, replace(place, nearby=nearby)))
    found.sort(key=lambda f: span_of(f.value))
    return found
