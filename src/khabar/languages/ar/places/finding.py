"""Places in Arabic: which names in a sentence are places, by what stands around them.

A name that proves little alone wants evidence: a type word (the city of), a place frame (in, north of), a place
beside it.  Names that other words claim (persons, organisations, clubs) are held by the rules of `places_traps`.
What one sentence leaves open is settled over the whole report (`khabar.reading.places.settling`).
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import (
    BEGIN,
    Found,
    Grammar,
    Match,
    Unit,
    behind,
    either,
    maybe,
    not_behind,
    one_of,
    rule,
    run,
    seq,
    unit,
)
from khabar.languages.ar.places.drafts import Seen, countries_named, draft, is_verb, span_of
from khabar.languages.ar.places.name_units import DEFINITE, TYPED
from khabar.languages.ar.places.names import COMMON, LIKELY, SURE, WEAK, Row, with_names
from khabar.languages.ar.places.pairs import PAIR_RULES
from khabar.languages.ar.places.rows import ROW_RULES
from khabar.languages.ar.places.traps import GRADES, TRAPS
from khabar.languages.ar.places.typed import DATES, TYPED_RULES
from khabar.languages.drafts import Evidence, PlaceDraft

_OTHERWISE = ("cue", "cue_noun", "place_type", "medium", "document", "people", "unnamed", "org_head", *DATES)
_OFFICES = ("state", "government", "parliament", "local", "royalty", "military", "police")
_IN_ROW = run(seq(maybe(unit("comma")), unit("+and", some=GRADES, but=("demonym",))), 1, 8)
_FRAME = one_of("fi", "ila", "place_side", "place_adverb")


@rule(
    unit(SURE, but=("demonym", *DATES)),
    takes="""
        قالت واشنطن إن المحادثات مستمرة
            text: واشنطن
            name: Washington
        عاد الوفد للقاهرة مساءً
            text: لقاهرة
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
    unit(LIKELY, but=("demonym", "given", "+pron", *DATES)),
    takes="""
        اندلعت مواجهات في لاجوس بنيجيريا
            text: لاجوس
        توقفت المصانع في فوشان الصينية
            text: فوشان
    """,
    refuses="""
        قال كريم إن المواجهات اندلعت
    """,
)
def large_town_or_province(m: Match) -> list[PlaceDraft]:
    """Provinces and towns of half a million are named without a word around them; only persons share their names."""
    here = m.units[m.first]
    framed = here.signature & {"+bi", "+li"} or (m.first and m.units[m.first - 1].signature & {"prep", "place_side"})
    return [draft(m, m.first, Seen("named" if framed else "large"))]


@rule(
    either(
        seq(one_of("prep", "role", "place_side", "comp", "bi_comp", but=("place_type",)), unit(SURE, "demonym")),
        seq(one_of("cue", "verb", "quote_open", "rel", "colon", but=("+al",)), unit(SURE, "demonym", DEFINITE)),
        unit(SURE, "demonym", some=("+bi", "+li")),
        seq(
            one_of(
                "org_head", "masdar", "event", "prep_pron", but=("+al", "+pron", "given", "name", "media", "phrase")
            ),
            unit(SURE, "demonym", DEFINITE),
        ),
        seq(BEGIN, unit(SURE, "demonym")),
        seq(behind(unit(SURE)), unit("+and", SURE, "demonym")),
    ),
    takes="""
        نزح الآلاف من سورية
            text: سورية
        أعلنت السعودية وقف التصدير
            text: السعودية
        شنت قوات بقيادة السعودية غارات
            text: السعودية
        الهجمات التي تعرضت لها السعودية
            text: السعودية
    """,
    refuses="""
        أفادت مصادر سورية بمقتل شخصين
        وصفه البيان بأنه وسيط مالي للحزب
        أوقفت الشركات السعودية التصدير
    """,
)
def country_spelt_like_its_adjective(m: Match) -> list[PlaceDraft] | None:
    """Syria with a final ta marbuta is also "Syrian": the country where no noun stands before it, else the adjective."""
    before = m.units[m.first]
    if m.last - m.first > 1 and "role" in before and "prep" not in before and before["role"]["kind"] not in _OFFICES:
        return None  # a Malian mediator, not the mediator of Mali
    return [draft(m, m.last - 1, Seen())]


@rule(
    seq(
        unit(some=(SURE, LIKELY), but=("demonym", *DATES)),
        _IN_ROW,
    ),
    takes="""
        امتدت الاحتجاجات إلى دمشق والكسوة
            text: الكسوة
        تحدث الوزير عن العراق وسوريا
            text: سوريا
    """,
    refuses="""
        التقى الوزير وزملاءه
    """,
)
def row_of_places(m: Match) -> list[PlaceDraft]:
    """Places are listed with places: a small town joined by "and" to a well-known one is a place too."""
    drafts = [draft(m, m.first, Seen())]
    for at in range(m.first + 1, m.last):
        here = m.units[at]
        if "place_name" in here and not is_verb(here):
            drafts.append(draft(m, at, Seen("named" if SURE in here else _in_company(m, at))))
    return drafts


def _in_company(m: Match, at: int) -> Evidence:
    """What a row proves of a doubtful name: an ordinary word counts when it is the name of a province where its neighbour lies."""
    here, before = m.units[at], m.units[at - 1]
    if COMMON not in here:
        return "row"
    near = before.get("place_name")
    home = near.places[0].country if near is not None and SURE in before else None
    told = home and any(p.country == home and p.kind == "admin1" and p.tier < _SMALL for p in here[COMMON].places)
    return "row" if told and not here.signature & {"verb", "event", "masdar"} else "weak"


_SMALL = 3  # the tier of small places


@rule(
    either(
        seq(_FRAME, unit(WEAK, but=("cue", "place_type", TYPED, *DATES))),
        unit(WEAK, "+bi", but=("given", "cue", "place_type", TYPED, *DATES)),
        seq(behind(one_of("min", "role")), unit(WEAK, but=("given", "cue", "place_type", TYPED, *DATES))),
    ),
    takes="""
        قتل ثلاثة أشخاص في الكسوة بسوريا
            text: الكسوة
        عاد النازحون إلى مديات في تركيا
            text: مديات
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
        seq(either(_FRAME, unit("role", but=("+al", "given", "place_type"))), unit(COMMON, but=_OTHERWISE)),
        unit(COMMON, "+bi", but=_OTHERWISE),
    ),
    takes="""
        أضرب العمال في ليون بفرنسا
            text: ليون
            country: FR
        وصل المحققون إلى مشهد الإيرانية
            text: مشهد
            country: IR
    """,
    refuses="""
        جاء في بيان أن العمال أضربوا
    """,
)
def doubtful_name_after_preposition(m: Match) -> list[PlaceDraft]:
    """A well-known town whose name is an ordinary word or a person's name too counts behind "in", in its own country."""
    return [draft(m, m.last - 1, Seen("doubtful"))]


@rule(
    seq(not_behind(one_of("min", "role")), unit(WEAK, but=("+bi", TYPED, *_OTHERWISE))),
    takes="""
        قصف الطيران بلدة الكسوة ثم استهدفت المدفعية الكسوة
            text: الكسوة
        حاصر المسلحون مدينة مديات ثم غادر المسلحون مديات
            text: مديات
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
    row_of_places,
    after_place_preposition,
    doubtful_name_after_preposition,
    once_more,
)
RULES = (*TRAPS, *TYPED_RULES, *ROW_RULES, *PAIR_RULES, *_RULES)


class PlaceGrammar(Grammar):
    """The rules for places, read over a sentence whose names are single units."""

    def __call__(self, units: Sequence[Unit]) -> list[Found]:
        """The places of a sentence, in its order, each with a PlaceDraft; `first`, `last` count in `units`."""
        row = with_names(units)
        if row is None:
            return []
        nearby = countries_named(row.units)
        found = [
            _found(find, replace(place, nearby=nearby) if nearby else place, row)
            for find in self.read(row.units)
            for place in find.value or ()
        ]
        found.sort(key=lambda find: span_of(find.value))
        return found


def _found(find: Found, place: PlaceDraft, row: Row) -> Found:
    """The find of one place, its units counted in the sentence as it was given."""
    first, last = place.span
    inside = [
        row.places[k] for k in range(find.first, find.last) if row.units[k].end > first and row.units[k].start < last
    ]
    return Found(inside[0][0], inside[-1][1], find.rule, place)


find_places = PlaceGrammar("places", RULES)
